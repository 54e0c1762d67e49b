// The name of whoever judges is remembered in this browser; an open panel closes with Escape or a click elsewhere.
(() => {
  const key = "dateline-who";
  const kept = () => { try { return localStorage.getItem(key) ?? ""; } catch { return ""; } };

  for (const field of document.querySelectorAll("input[data-who]")) field.value = kept();
  document.addEventListener("submit", (event) => {
    const name = event.target.querySelector("input[data-who]")?.value;
    if (name === undefined) return;
    try { localStorage.setItem(key, name); } catch { /* a private window keeps nothing */ }
  });

  const close = (except) => {
    for (const panel of document.querySelectorAll("details.judge[open]")) if (panel !== except) panel.open = false;
  };
  document.addEventListener("click", (event) => close(event.target.closest("details.judge")));
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && document.querySelector("details.judge[open]");
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });
})();
