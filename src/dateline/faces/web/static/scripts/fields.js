// A calendar beside each field for a day; what is written by hand may also be a month, a year or a word.
// And addresses that are good to pass on: fields that are empty stay out of them.
(() => {
  const SVG = "http://www.w3.org/2000/svg";

  function icon() {
    const svg = document.createElementNS(SVG, "svg");
    for (const [name, value] of Object.entries({ width: 16, height: 16, viewBox: "0 0 16 16", "aria-hidden": "true" })) svg.setAttribute(name, value);
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.8v3M10.5 1.8v3");
    path.setAttribute("fill", "none");
    path.setAttribute("stroke", "currentColor");
    svg.append(path);
    return svg;
  }

  function begin(field) {
    if (field.closest(".dated") || !("showPicker" in HTMLInputElement.prototype)) return;
    const calendar = Object.assign(document.createElement("input"), { type: "date", tabIndex: -1 });
    calendar.setAttribute("aria-hidden", "true");
    const button = Object.assign(document.createElement("button"), { type: "button" });
    button.setAttribute("aria-label", `Calendar: ${field.labels[0]?.textContent.trim() ?? "day"}`);
    button.append(icon());
    const box = document.createElement("span");
    box.className = "dated";
    field.replaceWith(box);
    box.append(field, calendar, button);
    button.addEventListener("click", () => {
      if (/^\d{4}-\d\d-\d\d$/.test(field.value)) calendar.value = field.value;
      calendar.showPicker();
    });
    calendar.addEventListener("change", () => {
      field.value = calendar.value;
      field.focus();
    });
  }

  document.addEventListener("submit", ({ target }) => {
    if (target.method !== "get") return;
    const empty = [...target.elements].filter((field) => field.name && !field.value && !field.disabled);
    empty.forEach((field) => { field.disabled = true; });
    setTimeout(() => empty.forEach((field) => { field.disabled = false; }));
  });
  document.addEventListener("htmx:configRequest", ({ detail: { verb, parameters } }) => {
    if (verb === "get") Object.keys(parameters).filter((name) => !parameters[name]).forEach((name) => delete parameters[name]);
  });

  const all = () => document.querySelectorAll("input[data-day]").forEach(begin);
  all();
  document.addEventListener("htmx:afterSettle", all);
})();
