// On a narrow page the facets are folded up, until somebody wants them.
(() => {
  const narrow = matchMedia("(max-width: 60rem)");
  const fold = () => document.querySelectorAll("details.narrow").forEach((facets) => { facets.open = !narrow.matches; });
  narrow.addEventListener("change", fold);
  fold();
})();
