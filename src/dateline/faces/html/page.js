(() => {
"use strict";
const tip = document.getElementById("tip");
const ids = el => el.dataset.f.split(" ");
const storyOf = el => el.closest(".story");
const isText = el => el.tagName === "MARK";
const called = id => `[data-f~="${id}"]`;
const lineOf = (story, id) => story.querySelector(`.facts li${called(id)}, .facts .d${called(id)}`);
let held = null;

function dark() {
  document.querySelectorAll(".hot,.warm").forEach(el => el.classList.remove("hot", "warm"));
  tip.hidden = true;
}

function light(el) {
  dark();
  const story = storyOf(el), all = ids(el), main = isText(el) ? all.slice(0, 1) : all;
  main.forEach(id => story.querySelectorAll(called(id)).forEach(other => other.classList.add("hot")));
  all.forEach(id => story.querySelectorAll(".facts " + called(id)).forEach(other => other.classList.add("warm")));
}

function row(tag, words) {
  const el = document.createElement(tag);
  el.textContent = words;
  tip.append(el);
}

function origin(line) {
  const from = line.closest("[data-m]");
  const sentence = document.querySelector(`dd[data-step="${CSS.escape(from.dataset.m)}"]`);
  if (sentence) row("span", sentence.textContent);
  if (from.dataset.c) row("span", `Confidence ${from.dataset.c}` + (from.dataset.r ? `: ${from.dataset.r}` : ""));
}

function explain(el) {
  const story = storyOf(el);
  const lines = isText(el) ? ids(el).map(id => lineOf(story, id)).filter(Boolean) : [el.closest("[data-m]")];
  tip.replaceChildren();
  [...new Set(lines)].slice(0, 2).forEach(line => {
    if (isText(el)) row("b", line.innerText.replace(/\s+/g, " ").slice(0, 120));
    origin(line);
  });
  tip.hidden = !tip.childElementCount;
  const at = el.getClientRects()[0] || el.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, innerWidth - tip.offsetWidth - 8));
  const below = at.bottom + 8 + tip.offsetHeight < innerHeight;
  tip.style.left = left + "px";
  tip.style.top = Math.max(8, below ? at.bottom + 8 : at.top - tip.offsetHeight - 8) + "px";
}

function show(el) { light(el); explain(el); }

function rest() { if (held) light(held); else dark(); }

function release() {
  document.querySelectorAll(".held").forEach(el => el.classList.remove("held"));
  held = null;
  dark();
}

function hold(el) {
  const again = held === el;
  release();
  if (again) return;
  held = el;
  el.classList.add("held");
  light(el);
  const story = storyOf(el);
  const other = isText(el) ? lineOf(story, ids(el)[0])
    : ids(el).map(id => story.querySelector(`mark${called(id)}`)).find(Boolean);
  if (other) other.scrollIntoView({ block: "nearest" });
}

const target = event => event.target.closest && event.target.closest(".story [data-f]");
document.addEventListener("mouseover", event => { const el = target(event); if (el) show(el); else rest(); });
document.addEventListener("focusin", event => {
  const el = event.target.matches("[data-f]") && event.target.matches(":focus-visible") && target(event);
  if (el) show(el);
});
document.addEventListener("focusout", rest);
document.addEventListener("scroll", () => { tip.hidden = true; }, { passive: true, capture: true });
document.addEventListener("click", event => {
  const el = target(event);
  if (el && getSelection().isCollapsed) hold(el);
  else if (!el && !event.target.closest("a,summary")) release();
});

const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
document.addEventListener("keydown", event => {
  const at = event.target;
  if (event.key === "Escape") return release();
  const group = at.closest && at.closest(".text,.facts");
  if (!group || event.ctrlKey || event.metaKey || event.altKey) return;
  if ((event.key === "Enter" || event.key === " ") && at.dataset.f) { hold(at); event.preventDefault(); }
  if (!(event.key in steps)) return;
  const stops = [...group.querySelectorAll("[tabindex]")], now = stops.indexOf(at);
  const next = stops[now < 0 ? 0 : now + steps[event.key]];
  if (next) { next.focus(); event.preventDefault(); }
});
document.querySelectorAll("mark:not(.plain),.facts li").forEach(el => { el.tabIndex = -1; });
})();
