// What comes in while the page is open appears by itself where its reader only watches: at the top, with nothing in hand.
// Who has begun to read is told in a bar, and shown it when he asks: nothing moves under his eyes.
(() => {
  const EVERY = 5000; // milliseconds
  const TOP = 80; // pixels scrolled up to which somebody is at the top
  let latest = 0;
  let byItself = false;

  const watching = () => scrollY < TOP && document.activeElement === document.body && getSelection().isCollapsed;
  const page = () => document.getElementById("news");

  function asking(news) {
    const query = new URLSearchParams(location.search);
    for (const name of ["before", "every", "limit", "offset", "order"]) query.delete(name);
    query.set("after", news.dataset.newest);
    return `${news.dataset.arrived}?${query}`;
  }

  async function look() {
    const news = page();
    if (!news || document.hidden) return;
    const answer = await fetch(asking(news), { headers: { accept: "application/json" } });
    if (!answer.ok) return;
    const { total } = await answer.json();
    if (!total || total === latest || news !== page()) return;
    latest = total;
    const link = news.querySelector("[data-arrivals] a");
    link.textContent = total === 1 ? "1 new article: show it" : `${total.toLocaleString()} new articles: show them`;
    link.hidden = false;
    byItself = watching();
    if (byItself) link.click();
  }

  const tick = () => look().catch(() => {}).finally(() => setTimeout(tick, EVERY)); // the server may be gone for a while

  document.addEventListener("visibilitychange", () => { if (!document.hidden) look().catch(() => {}); });

  // What was shown before, to tell what is new in what comes.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target?.id === "news") latest = Number(event.detail.target.dataset.newest);
  });
  document.addEventListener("htmx:afterSettle", () => {
    const news = page();
    const fresh = [...news.querySelectorAll("[data-key]")].filter((item) => latest && Number(item.dataset.key) > latest);
    fresh.forEach((item) => item.classList.add("new"));
    if (byItself) {
      news.querySelector("[data-appeared]").textContent = `${fresh.length.toLocaleString()} new article${fresh.length === 1 ? "" : "s"}`;
    } else if (latest && fresh.length) {
      fresh[0].querySelector("a").focus({ preventScroll: true });
      fresh[0].scrollIntoView({ block: "center" });
    } else if (latest) {
      news.querySelector("[data-earlier]").hidden = false;
      scrollTo({ top: 0 });
    }
    latest = 0;
    byItself = false;
  });

  tick();
})();
