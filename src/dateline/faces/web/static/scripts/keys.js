// Keys for those who do not reach for the mouse: / searches, j and k go from item to item, Enter opens, ? tells (at the foot).
(() => {
  const typing = (element) => element.closest("input, textarea, select, [contenteditable]");
  const items = () => [...document.querySelectorAll("[data-item]")];

  function step(by) {
    const all = items();
    if (!all.length) return;
    const at = all.findIndex((item) => item.contains(document.activeElement));
    const next = all[Math.max(0, Math.min(all.length - 1, at + by))];
    (next.matches("a, [tabindex]") ? next : next.querySelector("a"))?.focus();
    next.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "/") { document.getElementById("find")?.focus(); event.preventDefault(); }
    if (event.key === "?") document.getElementById("keys")?.focus();
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });
})();
