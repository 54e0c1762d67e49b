// The window of time over the bars: two thumbs, and a button that moves the window on by itself.
window.mapTime = (change) => {
  const section = document.querySelector("[data-stretches]");
  if (!section) return { first: 0, last: 0, whole: true, set() {} };
  const end = Number(section.dataset.stretches) - 1;
  const names = [...section.querySelectorAll("[data-names] li")].map((item) => item.textContent);
  const [low, high] = ["first", "last"].map((name) => section.querySelector(`[data-thumb=${name}]`));
  const output = section.querySelector("[data-window]");
  const [play, only, whole] = ["play", "only", "whole"].map((name) => section.querySelector(`[data-${name}]`));
  const bars = [...section.querySelectorAll("[data-stretch]")];
  const time = { first: 0, last: end, get whole() { return this.first === 0 && this.last === end; }, set, told };
  let timer = null;

  for (const thumb of [low, high]) {
    thumb.style.left = `calc(${50 / (end + 1)}% - 9px)`;
    thumb.style.width = `calc(${100 - 100 / (end + 1)}% + 18px)`;
  }
  section.querySelectorAll(".screen").forEach((part) => { part.hidden = false; });

  function told() {
    return time.first === time.last ? names[time.first] : `${names[time.first]} to ${names[time.last]}`;
  }

  function set(first, last, quiet = false) {
    time.first = Math.max(0, Math.min(first, end));
    time.last = Math.max(time.first, Math.min(last, end));
    low.value = time.first;
    high.value = time.last;
    low.setAttribute("aria-valuetext", names[time.first]);
    high.setAttribute("aria-valuetext", names[time.last]);
    low.style.zIndex = time.first > end / 2 ? 2 : 1;
    output.textContent = time.whole ? "" : told();
    whole.hidden = only.hidden = time.whole;
    for (const bar of bars) {
      const place = Number(bar.dataset.stretch);
      bar.classList.toggle("out", place < time.first || place > time.last);
    }
    if (!quiet) change(time);
  }

  function stop() {
    clearInterval(timer);
    timer = null;
    play.textContent = "Play";
    play.setAttribute("aria-pressed", "false");
  }

  function start() {
    const wide = time.whole ? Math.max(1, Math.round((end + 1) / 12)) : time.last - time.first + 1;
    if (time.whole || time.last === end) set(0, wide - 1);
    play.textContent = "Stop";
    play.setAttribute("aria-pressed", "true");
    timer = setInterval(() => {
      if (time.last >= end) return stop();
      set(time.first + 1, time.last + 1);
    }, 800);
  }

  low.addEventListener("input", () => { stop(); set(Math.min(Number(low.value), time.last), time.last); });
  high.addEventListener("input", () => { stop(); set(time.first, Math.max(Number(high.value), time.first)); });
  play.addEventListener("click", () => (timer ? stop() : start()));
  whole.addEventListener("click", () => { stop(); set(0, end); });
  set(0, end, true);
  return time;
};
