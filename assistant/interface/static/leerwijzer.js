// The few things that only a browser can do: the sources panel, the clipboard, the view, focus, and the
// live region. Nothing here makes HTML out of text; the panel comes escaped from our own server.
(() => {
  "use strict";
  const root = document.documentElement;
  const words = () => document.getElementById("lw-taal")?.dataset ?? {};
  const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* private window */ } };

  // --- sources panel -------------------------------------------------------------------------------
  let panel;
  const makePanel = () => {
    panel = document.createElement("dialog");
    panel.className = "lw-paneel";
    panel.setAttribute("aria-labelledby", "lw-bron-titel");
    const close = document.createElement("button");
    close.type = "button";
    close.className = "lw-sluit";
    const body = document.createElement("div");
    body.className = "lw-paneel-inhoud";
    body.tabIndex = 0;
    body.setAttribute("role", "region");
    close.addEventListener("click", () => panel.close());
    panel.addEventListener("click", (event) => { if (event.target === panel) panel.close(); });
    panel.append(close, body);
    document.body.append(panel);
  };
  const openSource = async (link) => {
    const response = await fetch(`${link.href}&deel=1`, { headers: { accept: "text/html" } });
    if (!panel) makePanel();
    const [close, body] = panel.children;
    close.textContent = words().sluiten ?? "Sluiten";
    body.setAttribute("aria-label", words().passage ?? "");
    body.innerHTML = await response.text();
    panel.lang = root.lang;
    if (!panel.open) panel.showModal();
    body.querySelector("#lw-bron-titel")?.focus();
    body.querySelector("mark")?.scrollIntoView({ block: "center" });
  };

  // --- view ----------------------------------------------------------------------------------------
  const applyTheme = () => document.body.classList.toggle("dark", root.classList.contains("lw-donker"));
  const changeView = (wish) => {
    if (wish === "thema") {
      root.classList.toggle("lw-donker");
      keep("leerwijzer-thema", root.classList.contains("lw-donker") ? "donker" : "licht");
      applyTheme();
      return;
    }
    const now = parseFloat(root.style.fontSize) || 100;
    const next = Math.min(175, Math.max(87.5, now + (wish === "groter" ? 12.5 : -12.5)));
    root.style.fontSize = `${next}%`;
    keep("leerwijzer-letters", String(next));
  };

  const copy = async (button) => {
    const before = button.textContent;
    await navigator.clipboard.writeText(button.dataset.kopieer);
    button.textContent = button.dataset.gekopieerd;
    setTimeout(() => { button.textContent = before; }, 2000);
  };

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const link = target?.closest("a[data-bron]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      openSource(link).catch(() => { location.href = link.href; });
      return;
    }
    const view = target?.closest("[data-weergave]");
    if (view) changeView(view.dataset.weergave);
    const copied = target?.closest("[data-kopieer]");
    if (copied) copy(copied).catch(() => {});
    if (target?.closest(".lw-spring")) { event.preventDefault(); questionBox()?.focus(); }
    if (target?.closest("#lw-bewaar")) setTimeout(() => fetch("/sessie").catch(() => {}), 800);
  });

  // --- what Gradio leaves undone ---------------------------------------------------------------------
  const questionBox = () => document.querySelector("#lw-vraagvak textarea");
  const attribute = (element, name, value) => {
    if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
  };
  // Our own live region: Gradio puts queue positions and timers into its blocks, which nobody wants to hear.
  const region = document.createElement("div");
  region.id = "lw-gehoord";
  region.className = "lw-alleen-hoorbaar";
  region.setAttribute("role", "status");
  region.setAttribute("aria-live", "polite");
  document.body.append(region);
  const announce = () => {
    const sentence = document.querySelector("#lw-melding p")?.textContent ?? "";
    if (region.textContent !== sentence) region.textContent = sentence;
  };
  let wasAnswering = false;
  const mend = () => {
    applyTheme();
    const language = words().taal;
    if (language) attribute(root, "lang", language);
    announce();
    for (const button of document.querySelectorAll("#lw-verder button")) {
      button.toggleAttribute("data-vol", button.textContent.trim() !== "");
    }
    const box = questionBox();
    const isAnswering = Boolean(document.querySelector('#lw-nu [aria-busy="true"]'));
    if (isAnswering && !wasAnswering) {
      document.querySelector("#lw-nu .lw-nieuwste")?.scrollIntoView({ block: "start", behavior: "auto" });
    }
    if (wasAnswering !== isAnswering && (document.activeElement === document.body || !document.activeElement)) {
      box?.focus({ preventScroll: true });
    }
    wasAnswering = isAnswering;
  };
  let isPlanned = false;
  new MutationObserver(() => {
    if (isPlanned) return;
    isPlanned = true;
    requestAnimationFrame(() => { isPlanned = false; mend(); });
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
  mend();
})();
