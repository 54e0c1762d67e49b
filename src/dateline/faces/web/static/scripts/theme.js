// Light or dark, before anything is drawn; the buttons in the footer change it.
(() => {
  const stored = () => { try { return localStorage.getItem("dateline-theme") || "auto"; } catch { return "auto"; } };
  const set = (theme) => { document.documentElement.dataset.theme = theme; };
  set(stored());
  document.addEventListener("DOMContentLoaded", () => {
    const box = document.querySelector("[data-theme][hidden]");
    if (!box) return;
    box.hidden = false;
    const show = () => box.querySelectorAll("[data-choose]").forEach((button) => {
      button.setAttribute("aria-pressed", String(button.dataset.choose === stored()));
    });
    box.addEventListener("click", (event) => {
      const chosen = event.target.closest("[data-choose]")?.dataset.choose;
      if (!chosen) return;
      try { localStorage.setItem("dateline-theme", chosen); } catch { /* a private window keeps nothing */ }
      set(chosen);
      show();
    });
    show();
  });
})();
