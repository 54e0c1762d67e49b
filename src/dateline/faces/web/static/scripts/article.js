// The margin of an article: each note at its line, none over another; words and notes light each other.
(() => {
  document.documentElement.classList.add("rails");
  const GAP = 7;
  const wide = matchMedia("screen and (min-width: 66rem)");
  const numbers = (element) => (element.dataset.f ?? "").split(" ").filter(Boolean);

  // Places for boxes in one column: each as near as can be to where it belongs, in order, and never over another.
  // Boxes that touch are one block; it stands where the sum of what its boxes are off is least.
  function stacked(boxes, least) {
    const blocks = [];
    for (const box of boxes) {
      let block = { boxes: [box], weight: box.weight, sum: box.weight * box.wanted, size: box.height + GAP };
      block.top = Math.max(least, block.sum / block.weight);
      for (let last = blocks.at(-1); last && last.top + last.size > block.top; last = blocks.at(-1)) {
        blocks.pop();
        block = {
          boxes: last.boxes.concat(block.boxes),
          weight: last.weight + block.weight,
          sum: last.sum + block.sum - block.weight * last.size,
          size: last.size + block.size,
        };
        block.top = Math.max(least, block.sum / block.weight);
      }
      blocks.push(block);
    }
    for (const { boxes: row, top } of blocks) {
      let at = top;
      for (const box of row) { box.top = at; at += box.height + GAP; }
    }
    const last = blocks.at(-1);
    return last ? last.top + last.size : 0;
  }

  function begin() {
    const proof = document.querySelector("[data-proof]");
    if (!proof) return;
    const notes = [...document.querySelectorAll("details.remark, aside.gist")];
    const words = [...proof.querySelectorAll(".lit")];
    const noteOf = new Map(notes.map((note) => [note.dataset.f, note]));
    const wordsOf = new Map();
    for (const word of words) {
      for (const number of numbers(word)) {
        if (!wordsOf.has(number)) wordsOf.set(number, []);
        wordsOf.get(number).push(word);
      }
    }
    let held = null;

    function settle(anchor) {
      const margins = proof.querySelectorAll(".margin");
      if (wide.matches) margins.forEach((margin) => { margin.open = true; });
      if (!wide.matches) { proof.style.minHeight = ""; return; }
      const origin = proof.getBoundingClientRect().top;
      const gist = proof.querySelector(".gist");
      const rails = { left: [], right: [] };
      for (const note of proof.querySelectorAll(".margin > .remark")) {
        if (!note.offsetParent) continue;
        const word = wordsOf.get(note.dataset.f)?.[0] ?? note.closest(".passage");
        const wanted = word.getClientRects()[0].top - origin;
        const side = note.classList.contains("name") ? "left" : "right";
        rails[side].push({ note, wanted, height: note.offsetHeight, weight: note === anchor ? 1e5 : 1 });
      }
      let bottom = 0;
      for (const [side, boxes] of Object.entries(rails)) {
        boxes.sort((one, other) => one.wanted - other.wanted);
        const least = side === "right" && gist ? gist.offsetHeight + 2 * GAP : 0;
        bottom = Math.max(bottom, stacked(boxes, least));
        for (const box of boxes) box.note.style.top = `${Math.round(box.top)}px`;
      }
      proof.style.minHeight = `${Math.ceil(bottom)}px`;
    }

    function dark() {
      document.querySelectorAll(".hot, .warm").forEach((element) => element.classList.remove("hot", "warm"));
    }

    function light(lit) {
      dark();
      lit.forEach((number, rank) => {
        const name = rank ? "warm" : "hot";
        noteOf.get(number)?.classList.add(name);
        if (!rank) (wordsOf.get(number) ?? []).forEach((word) => word.classList.add(name));
      });
    }

    const shown = (number) => noteOf.get(number)?.checkVisibility?.() ?? true;
    const litBy = (element) => element.matches(".lit") ? numbers(element).filter((n) => !wide.matches || shown(n)) : numbers(element);
    const target = (event) => event.target.closest?.(".lit, details.remark, aside.gist");

    function rest() { if (held) light(numbers(held)); else dark(); }

    function reveal(note) {
      const margin = note.closest(".margin");
      if (margin) margin.open = true;
      note.open = true;
    }

    function release() {
      if (held?.matches("details")) held.open = false;
      held = null;
      dark();
    }

    function hold(word) {
      const note = noteOf.get(litBy(word)[0]);
      if (!note) return;
      if (note.open && held === note) { release(); return; }
      reveal(note);
      if (!wide.matches || !note.closest(".proof")) note.scrollIntoView({ block: "nearest" });
    }

    document.addEventListener("mouseover", (event) => { const found = target(event); if (found) light(litBy(found)); else rest(); });
    document.addEventListener("focusin", (event) => { const found = target(event); if (found) light(litBy(found)); });
    document.addEventListener("focusout", rest);
    document.addEventListener("click", (event) => {
      const word = event.target.closest?.(".lit");
      if (word && getSelection().isCollapsed) hold(word);
    });
    // A note that is opened by hand closes the one before, and comes to its line; the address names it.
    document.addEventListener("toggle", (event) => {
      const note = event.target;
      if (!note.matches?.("details.remark")) { if (note.matches?.(".folded")) settle(); return; }
      if (note.open && note !== held) {
        if (held?.matches("details")) held.open = false;
        held = note;
        light(numbers(note));
        history.replaceState(history.state, "", `#${encodeURIComponent(note.id)}`);
      } else if (!note.open && note === held) {
        held = null;
        dark();
      }
      settle(held);
    }, true);

    // Words are one stop of the keyboard in each passage; arrows go on from there.
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const stops = words.filter((word) => !word.classList.contains("plain") && numbers(word).length);
    let passage = null;
    for (const stop of stops) {
      const own = stop.closest(".passage");
      stop.tabIndex = own === passage ? -1 : 0;
      passage = own;
    }
    proof.addEventListener("focusin", (event) => {
      if (event.target.matches(".lit")) event.target.setAttribute("aria-describedby", litBy(event.target).map((n) => `n${n}`).join(" "));
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { const word = held && wordsOf.get(held.dataset.f)?.[0]; release(); word?.closest(".passage")?.querySelector(".lit[tabindex='0']")?.focus(); return; }
      const at = event.target;
      if (!at.matches?.(".lit") || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Enter" || event.key === " ") {
        const note = noteOf.get(litBy(at)[0]);
        hold(at);
        if (note?.open) note.querySelector("summary")?.focus({ preventScroll: true });
        event.preventDefault();
      }
      const next = event.key in steps && stops[stops.indexOf(at) + steps[event.key]];
      if (next) { next.focus(); event.preventDefault(); }
    });

    function named() {
      try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; } // an address may hold anything
    }

    // A fact that the address names: opened here, or looked for in the part that has it.
    function arrive() {
      const id = named();
      const found = id ? document.getElementById(id) : null;
      const note = found?.closest("details.remark");
      if (note) {
        reveal(note);
        settle(note);
        note.scrollIntoView({ block: "center" });
      } else if (id && !found && proof.dataset.parts && !new URLSearchParams(location.search).has("fact")) {
        location.replace(`${proof.dataset.parts}?fact=${encodeURIComponent(id)}#${encodeURIComponent(id)}`);
      }
    }

    document.querySelector(".key")?.addEventListener("change", () => settle(held));
    wide.addEventListener("change", () => settle(held));
    addEventListener("hashchange", arrive);
    settle();
    arrive();
    document.fonts?.ready.then(() => settle(held));
    let width = proof.offsetWidth;
    new ResizeObserver(() => { if (proof.offsetWidth !== width) { width = proof.offsetWidth; settle(held); } }).observe(proof);
    requestAnimationFrame(() => proof.classList.add("settled"));
  }

  document.addEventListener("DOMContentLoaded", begin);
})();
