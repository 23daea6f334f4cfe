// Comfort only: on a wide screen the filters stand open beside the list. Everything works without it.
(() => {
  "use strict";
  const block = document.querySelector(".lw-filterblok");
  if (block && matchMedia("(min-width: 56rem)").matches) block.open = true;
})();
