// Comfort in the staff's room; every page works without it.
(() => {
  "use strict";
  // How far a task is: this part is fetched again until the task is over. What is new is announced by role=status.
  const follow = async () => {
    const task = document.getElementById("lw-taak");
    if (!task || task.dataset.klaar === "true") return;
    try {
      const address = `/beheer/taak?nr=${encodeURIComponent(task.dataset.taak)}&deel=true`;
      const response = await fetch(address, { headers: { accept: "text/html" } });
      if (response.redirected || !response.ok) { location.reload(); return; }
      const fresh = new DOMParser().parseFromString(await response.text(), "text/html").getElementById("lw-taak");
      if (fresh) renew(task, fresh);
    } catch { /* the server is away for a moment: ask again */ }
    setTimeout(follow, 1000);
  };
  const renew = (task, fresh) => {
    const before = task.querySelector("[role=status], [role=alert]");
    const after = fresh.querySelector("[role=status], [role=alert]");
    // Parsed without scripts, what is for those without is real: its reload would come two seconds later, and take the focus along.
    fresh.querySelectorAll("noscript").forEach((without) => without.remove());
    task.dataset.klaar = fresh.dataset.klaar;
    if (before && after && before.textContent === after.textContent && fresh.dataset.klaar === "false") {
      after.replaceWith(before); // the same stage: only the bar moves, and nothing is announced again
    }
    task.replaceChildren(...fresh.childNodes);
  };
  setTimeout(follow, 500);

  // Files that are too large together are told before they are sent.
  const form = document.querySelector("form[data-hoogstens]");
  const files = form && form.querySelector("input[type=file]");
  if (files) {
    files.addEventListener("change", () => {
      const bytes = [...files.files].reduce((sum, file) => sum + file.size, 0);
      files.setCustomValidity(bytes > Number(form.dataset.hoogstens) ? form.dataset.teGroot : "");
      files.reportValidity();
    });
  }
})();
