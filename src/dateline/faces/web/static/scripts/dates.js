// Dates in the reader's own language, in the story's own zone; the reader's own time is told on top of it.
(() => {
  const locale = navigator.languages?.length ? navigator.languages : undefined;
  const dated = (parts, options) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options }).format(parts);
  const shapes = {
    4: { year: "numeric" },
    7: { year: "numeric", month: "long" },
    10: { year: "numeric", month: "long", day: "numeric" },
  };

  function localised(told) {
    const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(told);
    if (!found) return null;
    const [, year, month, day, hour, minute, zone] = found;
    const there = new Date(Date.UTC(+year, (month || 1) - 1, +(day || 1), +(hour || 0), +(minute || 0)));
    there.setUTCFullYear(+year);
    const words = dated(there, shapes[Math.min(told.length, 10)]);
    if (hour === undefined) return { words };
    const clock = dated(there, { hour: "numeric", minute: "2-digit" });
    const time = `${clock}${zone ? ` ${zone === "Z" || /^[+-]00:?00$/.test(zone) ? "UTC" : zone}` : ""}`;
    return { words: `${words}, ${time}`, time, zone };
  }

  function translate(root) {
    for (const element of root.querySelectorAll("time[datetime]:not([data-told])")) {
      const moment = element.getAttribute("datetime");
      const told = localised(moment);
      if (!told) continue;
      element.dataset.told = "";
      element.textContent = ("clock" in element.dataset && told.time) || told.words;
      const here = told.zone ? new Date(moment) : null;
      if (here && !isNaN(here)) {
        element.title = `${new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" }).format(here)} where you are`;
      }
    }
    for (const element of root.querySelectorAll("[data-day]:not([data-told])")) {
      const day = new Date(`${element.dataset.day}T00:00:00Z`);
      if (isNaN(day)) continue;
      element.dataset.told = "";
      element.textContent = dated(day, { weekday: "long", ...shapes[10] });
    }
  }

  translate(document);
  document.addEventListener("htmx:load", (event) => translate(event.detail.elt.parentElement ?? document));
})();
