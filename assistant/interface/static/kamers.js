// The view buttons and the theme in the rooms that the server writes; the pages work without any script.
(() => {
  "use strict";
  const root = document.documentElement;
  const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* private window */ } };
  document.addEventListener("click", (event) => {
    const wish = event.target instanceof Element && event.target.closest("[data-weergave]")?.dataset.weergave;
    if (!wish) return;
    if (wish === "thema") {
      root.classList.toggle("lw-donker");
      keep("leerwijzer-thema", root.classList.contains("lw-donker") ? "donker" : "licht");
      return;
    }
    const now = parseFloat(root.style.fontSize) || 100;
    const next = Math.min(175, Math.max(87.5, now + (wish === "groter" ? 12.5 : -12.5)));
    root.style.fontSize = `${next}%`;
    keep("leerwijzer-letters", String(next));
  });
})();
