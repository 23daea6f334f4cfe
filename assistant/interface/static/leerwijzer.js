// The few things that only a browser can do: the sources panel, the clipboard, the view, focus, and the
// live region. Nothing here makes HTML out of text; the panel comes escaped from our own server.
(() => {
  "use strict";
  const root = document.documentElement;
  const words = () => document.getElementById("lw-taal")?.dataset ?? {};

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
    const mark = body.querySelector("mark")?.getBoundingClientRect();
    if (mark && mark.bottom > body.getBoundingClientRect().bottom) body.querySelector("mark").scrollIntoView({ block: "center" });
  };

  // --- view ----------------------------------------------------------------------------------------
  const applyTheme = () => document.body.classList.toggle("dark", root.classList.contains("lw-donker"));
  const copy = async (button) => {
    const before = button.textContent;
    await navigator.clipboard.writeText(button.dataset.kopieer);
    button.textContent = button.dataset.gekopieerd;
    setTimeout(() => { button.textContent = before; }, 2000);
  };

  // --- a chip asks again: its wish goes into a hidden field, with a number that makes it new -----------------
  let wishes = 0;
  const wish = (words) => {
    const field = document.querySelector("#lw-wens textarea, #lw-wens input");
    if (!field) return;
    wishes += 1;
    field.value = `${words} ${wishes}`;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const fill = (words) => {
    const box = questionBox();
    if (!box) return;
    box.value = words;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.focus();
    box.setSelectionRange(words.length, words.length);
  };
  document.addEventListener("submit", (event) => {
    const form = event.target instanceof HTMLFormElement && event.target.closest(".lw-oordeelvorm");
    if (!form) return;
    event.preventDefault();
    const said = new FormData(form);
    const opinion = { goed: said.get("goed") === "ja", reden: said.get("reden"), woorden: said.get("woorden"), bewaren: said.has("bewaren") };
    if (form.closest("#lw-nu")) wish(`oordeel:${JSON.stringify(opinion)}`);
    const thanks = document.createElement("p");
    thanks.textContent = form.dataset.dank;
    thanks.tabIndex = -1;
    form.replaceWith(thanks);
    thanks.focus();
  });

  // --- which sentences rest on a source: shown while its line or a number of it has the pointer or the focus --
  const restsOn = (event, isOn) => {
    const link = event.target instanceof Element ? event.target.closest("[data-nummer]") : null;
    const answer = link?.closest(".lw-antwoord");
    if (!answer) return;
    for (const other of answer.querySelectorAll(`[data-nummer="${CSS.escape(link.dataset.nummer)}"]`)) {
      other.closest(".lw-zin, .lw-bronnen li")?.classList.toggle("lw-rust-hierop", isOn);
    }
  };
  for (const [begin, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    document.addEventListener(begin, (event) => restsOn(event, true));
    document.addEventListener(end, (event) => restsOn(event, false));
  }

  document.addEventListener("change", (event) => {
    const choice = event.target instanceof HTMLInputElement && event.target.closest("#lw-taalkeuze");
    if (choice) document.cookie = `leerwijzer_taal=${encodeURIComponent(event.target.value)}; Path=/; SameSite=Lax; Max-Age=31536000`;
  });

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const link = target?.closest("a[data-bron]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      openSource(link).catch(() => { location.href = link.href; });
      return;
    }
    const correction = target?.closest("#lw-nu [data-vul]");
    if (correction) fill(correction.dataset.vul);
    const chip = target?.closest("#lw-nu [data-wens]");
    if (chip) wish(chip.dataset.wens);
    const copied = target?.closest("[data-kopieer]");
    if (copied) copy(copied).catch(() => {});
    if (target?.closest(".lw-spring")) { event.preventDefault(); questionBox()?.focus(); }
    if (target?.closest("#lw-bewaar")) setTimeout(() => fetch("/sessie").catch(() => {}), 800);
  });

  addEventListener("beforeprint", () => { for (const more of document.querySelectorAll(".lw-meer")) more.open = true; });

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
  // Gradio skips a message that is sent while its event of the one before still ends, which is a moment after the answer is
  // there: nobody can tell. What stands in the box after that is sent once more, in the same way; Gradio skips that one where
  // the first was taken.
  let waiting = 0;
  const sendUntilTaken = (send) => {
    clearInterval(waiting);
    const sent = questionBox()?.value.trim();
    if (!sent || document.querySelector('#lw-nu [aria-busy="true"]')) return;
    let left = 8;
    waiting = setInterval(() => {
      const isTaken = questionBox()?.value.trim() !== sent || document.querySelector('#lw-nu [aria-busy="true"], #lw-melding .lw-let-op');
      if (isTaken || left === 0) { clearInterval(waiting); return; }
      left -= 1;
      send();
    }, 250);
  };
  addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !event.isTrusted || event.target !== questionBox()) return;
    sendUntilTaken(() => questionBox()?.dispatchEvent(new KeyboardEvent("keypress", { key: "Enter", bubbles: true, cancelable: true })));
  });
  addEventListener("click", (event) => {
    const button = event.isTrusted && event.target instanceof Element ? event.target.closest("#lw-stuur") : null;
    if (button) sendUntilTaken(() => button.click());
  });

  let wasAnswering = false;
  let seenTurn = "";
  let hasScrolled = false; // by hand: the page moves by itself, too, when what stands in it grows or goes
  for (const kind of ["wheel", "touchmove"]) addEventListener(kind, () => { hasScrolled = true; }, { passive: true });
  addEventListener("keydown", (event) => {
    const isTyping = event.target === questionBox();
    hasScrolled ||= ["PageUp", "PageDown"].includes(event.key) || (!isTyping && ["ArrowUp", "ArrowDown", "Home", "End", " "].includes(event.key));
  });
  addEventListener("pointerdown", (event) => { hasScrolled ||= event.target === root; }); // its scrollbar
  let focused = null;
  document.addEventListener("focusin", (event) => { focused = event.target; });
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
    // The question comes on top; once more when the answer is there, since a short page cannot scroll that far. Not for who
    // scrolled. A slow screen may never have shown the waiting, so a turn is known by its question and its place as well.
    const newest = document.querySelector("#lw-nu .lw-nieuwste");
    const turn = newest ? `${document.querySelectorAll(".lw-beurt").length} ${newest.querySelector(".lw-vraag")?.textContent}` : "";
    const isNew = turn !== seenTurn || (isAnswering && !wasAnswering);
    if (isNew) hasScrolled = false;
    if (newest && (isNew || isAnswering !== wasAnswering) && !hasScrolled) {
      newest.scrollIntoView({ block: "start", behavior: "auto" });
    }
    seenTurn = turn;
    if (wasAnswering !== isAnswering && (document.activeElement === document.body || !document.activeElement)) {
      box?.focus({ preventScroll: true });
    }
    wasAnswering = isAnswering;
    // A button that had the focus may leave with what it belonged to.
    const isNowhere = document.activeElement === document.body || document.activeElement === focused;
    if (isNowhere && focused && focused.getClientRects().length === 0) {
      focused = null;
      box?.focus({ preventScroll: true });
    }
  };
  let isPlanned = false;
  new MutationObserver(() => {
    if (isPlanned) return;
    isPlanned = true;
    requestAnimationFrame(() => { isPlanned = false; mend(); });
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
  mend();
})();
