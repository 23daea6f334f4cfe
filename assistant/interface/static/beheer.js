// Comfort in the staff's room; every page works without it.
(() => {
  "use strict";
})();
