// Runs before the page is drawn: text size and theme as this browser last chose them.
(() => {
  "use strict";
  const read = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const size = Number(read("leerwijzer-letters")) || 100;
  document.documentElement.style.fontSize = `${size}%`;
  const theme = read("leerwijzer-thema");
  const isDark = theme ? theme === "donker" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.classList.toggle("lw-donker", isDark);
})();
