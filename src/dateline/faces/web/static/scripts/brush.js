// Days chosen by hand: drag over the bars, or move the two handles with the arrow keys and press Enter.
(() => {
  const GRIP = 7; // pixels that a handle is high, half of it
  const NEAR = 9; // pixels from a handle within which it is meant

  function begin(figure) {
    if (figure.dataset.begun) return;
    figure.dataset.begun = "";
    const bars = [...figure.querySelectorAll(".bar")];
    const data = bars.map((bar) => ({ ...bar.dataset, count: Number(bar.dataset.count) }));
    const svg = figure.querySelector(".bars");
    const told = figure.parentElement.querySelector("[data-told]");
    const height = 64;
    const width = () => figure.clientWidth;
    const step = () => width() / data.length;
    const chosen = () => {
      const { since, until } = figure.dataset;
      if (!since && !until) return [0, data.length];
      const first = data.findIndex((bar) => !since || bar.until >= since);
      const last = data.findLastIndex((bar) => !until || bar.since.slice(0, until.length) <= until);
      return first < 0 || last < first ? [0, data.length] : [first, last + 1];
    };
    let range = chosen();

    const long = ["day", "week"].includes(figure.dataset.unit);
    const dated = new Intl.DateTimeFormat(navigator.languages, { timeZone: "UTC", dateStyle: "long" });
    const day = (told) => dated.format(new Date(`${told}T00:00Z`));
    const words = ([from, to]) => {
      const many = data.slice(from, to).reduce((sum, bar) => sum + bar.count, 0);
      const [first, last] = [data[from], data[to - 1]];
      const stretch = long ? [day(first.since), day(last.until)] : [first.words, last.words];
      const days = stretch[0] === stretch[1] ? stretch[0] : stretch.join(" to ");
      return `${days}: ${many.toLocaleString()} article${many === 1 ? "" : "s"}`;
    };

    const go = () => {
      const address = new URL(figure.dataset.path, location.href);
      if (range[0] > 0 || range[1] < data.length) {
        address.searchParams.set("since", data[range[0]].since);
        address.searchParams.set("until", data[range[1] - 1].until);
      }
      location.assign(address);
    };

    const part = (name, attributes, parent = svg) => {
      const made = parent.appendChild(document.createElementNS("http://www.w3.org/2000/svg", name));
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      return made;
    };
    const selection = part("rect", { class: "selection", y: 0, height });
    const grips = [0, 1].map((end) => {
      const grip = part("g", {
        class: "grip", tabindex: 0, role: "slider", "aria-label": end ? "Last day" : "First day",
        "aria-valuemin": 0, "aria-valuemax": data.length - 1,
      });
      part("line", { y1: 0, y2: height }, grip);
      part("rect", { class: "handle-grip", x: -3.5, width: 7, rx: 3, y: height / 2 - GRIP, height: 2 * GRIP }, grip);
      grip.addEventListener("keydown", (event) => move(event, end));
      return grip;
    });

    function move(event, end) {
      const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10, Home: -1e6, End: 1e6 }[event.key];
      if (event.key === "Enter" || event.key === " ") go();
      else if (event.key === "Escape") show(chosen());
      else if (by) {
        const [from, to] = range;
        show(end ? [from, Math.min(data.length, Math.max(from + 1, to + by))] : [Math.max(0, Math.min(to - 1, from + by)), to]);
        told.textContent += " — Enter shows them";
      } else return;
      event.preventDefault();
    }

    function show(next) {
      range = next;
      grips.forEach((grip, end) => {
        grip.setAttribute("transform", `translate(${range[end] * step()},0)`);
        grip.setAttribute("aria-valuenow", range[end] - end);
        grip.setAttribute("aria-valuetext", data[range[end] - end].words);
      });
      selection.setAttribute("x", range[0] * step());
      selection.setAttribute("width", (range[1] - range[0]) * step());
      selection.classList.toggle("all", range[0] === 0 && range[1] === data.length);
      bars.forEach((bar, at) => bar.classList.toggle("in", at >= range[0] && at < range[1]));
      told.textContent = words(range);
    }

    // Dragging: a handle that is near moves, elsewhere a new stretch begins. A bar that is only pressed is its own stretch.
    const cover = svg.insertBefore(part("rect", { class: "cover", width: "100%", height }), grips[0]);
    const at = (event) => Math.max(0, Math.min(data.length, (event.clientX - figure.getBoundingClientRect().left) / step()));
    let drag = null;
    cover.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      const far = range.map((edge) => Math.abs(at(event) - edge) * step());
      const end = far[0] < far[1] ? 0 : 1;
      const before = range;
      drag = { from: event.clientX, before, fixed: far[end] <= NEAR ? range[1 - end] : at(event), handle: far[end] <= NEAR };
      cover.setPointerCapture(event.pointerId);
    });
    cover.addEventListener("pointermove", (event) => {
      if (!drag) {
        const bar = Math.floor(at(event));
        if (data[bar]) told.textContent = words([bar, bar + 1]);
        return;
      }
      const [left, right] = [drag.fixed, at(event)].sort((a, b) => a - b);
      const from = Math.min(data.length - 1, drag.handle ? Math.round(left) : Math.floor(left));
      show([from, Math.max(from + 1, drag.handle ? Math.round(right) : Math.ceil(right))]);
    });
    cover.addEventListener("pointerup", (event) => {
      const held = drag;
      drag = null;
      if (!held || (held.handle && Math.abs(event.clientX - held.from) < 3)) return;
      if (Math.abs(event.clientX - held.from) < 3) {
        const bar = Math.min(data.length - 1, Math.floor(at(event)));
        show([bar, bar + 1]);
      }
      go();
    });
    cover.addEventListener("pointercancel", () => { if (drag) show(drag.before); drag = null; });
    cover.addEventListener("pointerleave", () => { if (!drag) told.textContent = words(range); });

    show(range);
    new ResizeObserver(() => show(range)).observe(figure);
  }

  const all = () => document.querySelectorAll("[data-brush]").forEach(begin);
  all();
  document.addEventListener("htmx:afterSettle", all);
})();
