// Text size, theme and contrast as this browser last chose them: set before the page is drawn, and changed by the view buttons.
(() => {
  "use strict";
  const root = document.documentElement;
  const read = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* private window */ } };
  const set = (name, isOn) => { root.classList.toggle(`lw-${name}`, isOn); };
  const theme = read("leerwijzer-thema");
  const contrast = read("leerwijzer-contrast");
  root.style.fontSize = `${Number(read("leerwijzer-letters")) || 100}%`;
  set("donker", theme ? theme === "donker" : matchMedia("(prefers-color-scheme: dark)").matches);
  set("contrast", contrast ? contrast === "aan" : matchMedia("(prefers-contrast: more)").matches);
  document.addEventListener("click", (event) => {
    const wish = event.target instanceof Element && event.target.closest("[data-weergave]")?.dataset.weergave;
    if (!wish) return;
    if (wish === "thema") {
      set("donker", !root.classList.contains("lw-donker"));
      keep("leerwijzer-thema", root.classList.contains("lw-donker") ? "donker" : "licht");
    } else if (wish === "contrast") {
      set("contrast", !root.classList.contains("lw-contrast"));
      keep("leerwijzer-contrast", root.classList.contains("lw-contrast") ? "aan" : "uit");
    } else {
      const now = parseFloat(root.style.fontSize) || 100;
      const next = Math.min(175, Math.max(87.5, now + (wish === "groter" ? 12.5 : -12.5)));
      root.style.fontSize = `${next}%`;
      keep("leerwijzer-letters", String(next));
    }
    document.body.classList.toggle("dark", root.classList.contains("lw-donker") && document.querySelector("gradio-app") !== null);
  });
})();
