// The map: countries, what is known of them alone, and signs for places. It draws what the map's JSON says.
(async () => {
  const figure = document.querySelector("[data-map]");
  if (!figure) return;
  const { gathered, reach, is, short, told, counted } = window.mapSigns;
  const asked = new URL(figure.dataset.map, location);
  asked.searchParams.set("limit", "1");
  const load = async (address) => (await fetch(address, { credentials: "same-origin" })).json();
  let shown, atlas, codes;
  try {
    [shown, atlas, codes] = await Promise.all([asked, figure.dataset.atlas, figure.dataset.codes].map(load));
  } catch {
    return; // the lists hold the same
  }
  figure.hidden = false;
  const frame = figure.querySelector(".frame");
  const hover = figure.querySelector(".hover");
  const svg = d3.select(frame).select("svg");
  const lands = svg.append("g").attr("aria-hidden", "true");
  const signs = svg.append("g");
  const here = svg.append("circle").attr("class", "here").attr("r", 15).attr("visibility", "hidden");
  const countries = topojson.feature(atlas, atlas.objects.countries).features;
  const projection = d3.geoNaturalEarth1();
  const zoom = d3.zoom().scaleExtent([1, 600]).filter(wanted).on("zoom", () => { placeLands(); drawSigns(); remember(); });
  const size = { width: 0, height: 0 };
  const time = window.mapTime(() => { drawLands(); drawSigns(); remember(); });

  // A page that scrolls is not caught by the map: the wheel zooms with Ctrl or once the map has the focus.
  function wanted(event) {
    if (event.type === "wheel") return event.ctrlKey || event.metaKey || document.activeElement === svg.node();
    if (event.type === "touchstart") return event.touches.length > 1;
    return !event.button;
  }

  const many = (place) => (time.whole ? place.incidents
    : place.times.reduce((sum, [at, count]) => sum + (at >= time.first && at <= time.last ? count : 0), 0));

  function address(place) {
    if (place.incidents === 1) return `/incident/${encodeURIComponent(place.latest)}`;
    const query = new URLSearchParams(location.search);
    ["limit", "offset", "direction"].forEach((name) => query.delete(name));
    if (place.lat != null && place.place) query.set("within", `1km:${place.lat},${place.lon}`);
    else if (place.precision === "country") query.set("country", place.country);
    else query.set("place", place.name);
    if (!time.whole) {
      query.set("since", shown.times[time.first].first);
      query.set("until", shown.times[time.last].last);
    }
    return `/incidents?${query}`;
  }

  function drawLands() {
    const told = new Map();
    for (const area of shown.areas) if (area.precision === "country" && many(area)) told.set(codes[area.country], area);
    const most = Math.max(1, ...shown.areas.filter((area) => area.precision === "country").map((area) => area.incidents));
    const step = (area) => Math.max(1, Math.ceil(5 * Math.sqrt(many(area) / most)));
    const code = (land) => land.id ?? land.properties.name;
    lands.selectAll("path").attr("class", (land) => (told.has(code(land)) ? `land step-${step(told.get(code(land)))}` : "land"))
      .on("pointermove", (event, land) => {
        const area = told.get(code(land));
        if (area) say(`${counted(many(area))}: somewhere in ${area.name}, not told where`, ...d3.pointer(event, frame));
        else hover.hidden = true;
      })
      .on("pointerleave", () => { hover.hidden = true; });
    const drawn = new Set(countries.map(code));
    const missing = shown.areas.filter((area) => area.precision === "country" && !drawn.has(codes[area.country]));
    const note = figure.querySelector("[data-undrawn]");
    note.hidden = !missing.length;
    note.textContent = `The outlines do not have ${missing.map((area) => area.name).join(", ")}; the list does.`;
  }

  function placeLands() {
    lands.attr("transform", d3.zoomTransform(svg.node()));
  }

  function placed() {
    const transform = d3.zoomTransform(svg.node());
    const spots = shown.spots.map((spot) => ({ ...spot, name: spot.place, of: spot, many: many(spot) }));
    const parts = shown.areas.filter((area) => area.lat != null)
      .map((area) => ({ ...area, of: area, many: many(area) }));
    const onScreen = ({ x, y }) => x > -30 && y > -30 && x < size.width + 30 && y < size.height + 30;
    const at = (place) => {
      const [x, y] = transform.apply(projection([place.lon, place.lat]));
      return { ...place, x, y };
    };
    return gathered([...spots, ...parts].filter((place) => place.many).map(at).filter(onScreen));
  }

  function drawSigns() {
    const all = signs.selectAll("a.sign").data(placed(), (sign) => `${sign.places[0].lat}:${sign.places[0].lon}:${sign.places[0].name}`);
    all.exit().remove();
    const fresh = all.enter().append("a").attr("class", "sign");
    for (const shape of ["ring", "spot"]) fresh.append("circle").attr("class", shape);
    fresh.append("text").attr("class", "count");
    fresh.append("text").attr("class", "name").attr("y", 4);
    const drawn = fresh.merge(all).order();
    const single = (sign) => sign.places.length === 1;
    const shape = (sign) => (sign.places.some((place) => place.precision === "exact") ? "spot"
      : sign.places.some(is) ? "spot near" : "part");
    drawn.attr("transform", (sign) => `translate(${sign.x.toFixed(1)},${sign.y.toFixed(1)})`)
      .attr("href", (sign) => (single(sign) ? address(sign.places[0]) : "#"))
      .attr("role", (sign) => (single(sign) ? "link" : "button"))
      .attr("aria-label", told)
      .on("click", (event, sign) => { if (!single(sign)) { event.preventDefault(); into(sign); } })
      .on("keydown", (event, sign) => { if (event.key === " " && !single(sign)) { event.preventDefault(); into(sign); } })
      .on("pointerenter focus", (event, sign) => say(told(sign), sign.x, sign.y - reach(sign)))
      .on("pointerleave blur", () => { hover.hidden = true; });
    drawn.select(".ring").attr("r", (sign) => (single(sign) || !sign.places.some(is) ? 0 : reach(sign)));
    drawn.select("circle:not(.ring)").attr("class", shape).attr("r", (sign) => reach(sign) - (single(sign) || !sign.places.some(is) ? 0 : 3));
    drawn.select(".count").attr("y", 4).text((sign) => (sign.many > 1 ? short(sign.many) : ""));
    const named = d3.zoomTransform(svg.node()).k >= NAMED && drawn.size() <= MOST_NAMES;
    drawn.select(".name").attr("x", (sign) => reach(sign) + 5).text((sign) => (named ? called(sign) : ""));
    if (named) uncrowd(drawn);
  }

  // Names that would lie over a sign, over another name or beyond the frame are left out, those of few incidents first.
  function uncrowd(drawn) {
    const taken = drawn.data().map((sign) => ({ of: sign, ...box(sign, -reach(sign), 2 * reach(sign), reach(sign)) }));
    const labels = drawn.select(".name").nodes().sort((a, b) => d3.select(b).datum().many - d3.select(a).datum().many);
    for (const label of labels) {
      const sign = d3.select(label).datum();
      const own = { of: sign, ...box(sign, reach(sign) + 3, label.getComputedTextLength() + 4, 8) };
      const free = own.right < size.width && taken.every((other) => other.of === sign || apart(own, other));
      if (free) taken.push(own);
      else label.textContent = "";
    }
  }

  const box = ({ x, y }, from, width, half) => ({ left: x + from, right: x + from + width, top: y - half, bottom: y + half });
  const apart = (a, b) => a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;

  const NAMED = 3; // as close as this, places have their names beside them
  const MOST_NAMES = 60;
  function called({ places: [first, ...more] }) {
    const name = first.precision === "exact" ? first.name : `${is(first) ? "near" : "in"} ${first.name}`;
    return more.length ? `${name} and ${more.length} more` : name;
  }

  function say(words, x, y) {
    hover.textContent = words;
    hover.hidden = false;
    const left = Math.max(4, Math.min(x + 12, size.width - hover.offsetWidth - 6));
    hover.style.left = `${left}px`;
    hover.style.top = `${Math.max(4, Math.min(y - hover.offsetHeight - 6, size.height - hover.offsetHeight - 4))}px`;
  }

  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const moving = () => (calm ? svg : svg.transition().duration(450));

  // So that all of these points are seen; k is the closest that one looks.
  function frameOf(points, closest) {
    const [xs, ys] = [0, 1].map((axis) => d3.extent(points, (point) => point[axis]));
    const [width, height] = [xs[1] - xs[0], ys[1] - ys[0]];
    const room = Math.min((size.width - 90) / Math.max(width, 1e-6), (size.height - 90) / Math.max(height, 1e-6));
    const k = Math.max(1, Math.min(closest, room));
    return d3.zoomIdentity.translate(size.width / 2, size.height / 2).scale(k)
      .translate(-(xs[0] + xs[1]) / 2, -(ys[0] + ys[1]) / 2);
  }

  function into(sign) {
    moved = true;
    const points = sign.places.map((place) => projection([place.lon, place.lat]));
    const now = d3.zoomTransform(svg.node()).k;
    const close = Math.max(now * 1.5, 0.5 * frameOf(points, 600).k); // half as close as they would fill the map
    moving().call(zoom.transform, frameOf(points, Math.min(600, close)));
  }

  function home() {
    const points = shown.spots.map((spot) => projection([spot.lon, spot.lat]));
    for (const area of shown.areas) {
      if (area.lat != null) points.push(projection([area.lon, area.lat]));
      const land = countries.find((each) => (each.id ?? each.properties.name) === codes[area.country]);
      if (land && area.precision === "country") {
        const [[left, top], [right, bottom]] = d3.geoPath(projection).bounds(largest(land));
        points.push([left, top], [right, bottom]);
      }
    }
    return points.length ? frameOf(points, 12) : d3.zoomIdentity;
  }

  // The largest piece of a country: islands across an ocean do not make the view wide.
  function largest(land) {
    if (land.geometry.type !== "MultiPolygon") return land;
    const pieces = land.geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates }));
    return d3.greatest(pieces, (piece) => d3.geoArea(piece));
  }

  // Window and view stand behind the # of the address.
  let later = null;
  function remember() {
    clearTimeout(later);
    later = setTimeout(() => {
      const state = new URLSearchParams();
      if (!time.whole) state.set("days", `${shown.times[time.first].first}/${shown.times[time.last].last}`);
      const transform = d3.zoomTransform(svg.node());
      const [lon, lat] = projection.invert(transform.invert([size.width / 2, size.height / 2]));
      if (moved && Number.isFinite(lon)) state.set("at", [lon, lat].map((each) => each.toFixed(2)).join(",") + `,${transform.k.toFixed(2)}`);
      history.replaceState(null, "", location.pathname + location.search + (state.size ? `#${decodeURIComponent(state)}` : ""));
      const only = document.querySelector("[data-only]");
      if (only && !time.whole) {
        const query = new URLSearchParams(location.search);
        query.delete("offset");
        query.set("since", shown.times[time.first].first);
        query.set("until", shown.times[time.last].last);
        only.href = `/map?${query}`;
      }
    }, 150);
  }
  let moved = false;

  function recall() {
    const state = new URLSearchParams(location.hash.slice(1));
    const [first, last] = (state.get("days") ?? "").split("/");
    const from = shown.times.findIndex((stretch) => stretch.first === first);
    const to = shown.times.findIndex((stretch) => stretch.last === last);
    if (from >= 0 && to >= from) time.set(from, to, true);
    const [lon, lat, k] = (state.get("at") ?? "").split(",").map(Number);
    if (![lon, lat, k].every(Number.isFinite)) return null;
    moved = true;
    const [x, y] = projection([lon, lat]);
    return d3.zoomIdentity.translate(size.width / 2, size.height / 2).scale(Math.max(1, Math.min(600, k))).translate(-x, -y);
  }

  function measure() {
    size.width = frame.clientWidth;
    size.height = Math.round(Math.max(300, Math.min(560, size.width * 0.62)));
    svg.attr("viewBox", `0 0 ${size.width} ${size.height}`).attr("height", size.height);
    projection.fitExtent([[2, 2], [size.width - 2, size.height - 2]], { type: "Sphere" });
    zoom.extent([[0, 0], [size.width, size.height]]).translateExtent([[0, 0], [size.width, size.height]]);
    const path = d3.geoPath(projection);
    lands.selectAll("path").data(countries).join("path").attr("d", path);
    drawLands();
  }

  measure();
  svg.call(zoom).on("dblclick.zoom", null);
  svg.call(zoom.transform, recall() ?? home());
  zoom.on("start", (event) => { if (event.sourceEvent) moved = true; });
  new ResizeObserver(() => {
    if (frame.clientWidth === size.width) return;
    measure();
    svg.call(zoom.transform, (moved && recall()) || home());
  }).observe(frame);

  figure.querySelectorAll("[data-zoom]").forEach((button) => button.addEventListener("click", () => {
    moved = button.dataset.zoom !== "home";
    if (!moved) moving().call(zoom.transform, home());
    else moving().call(zoom.scaleBy, button.dataset.zoom === "in" ? 2 : 0.5);
  }));
  svg.on("keydown", (event) => {
    const step = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
    const scale = { "+": 1.6, "=": 1.6, "-": 1 / 1.6 }[event.key];
    if (!step && !scale) return;
    event.preventDefault();
    moved = true;
    const k = d3.zoomTransform(svg.node()).k;
    if (step) svg.call(zoom.translateBy, step[0] / k, step[1] / k);
    else svg.call(zoom.scaleBy, scale);
  });

  // Pointing at an incident in the list shows where it was.
  for (const item of document.querySelectorAll(".beside [data-lat]")) {
    const show = () => {
      const point = projection([Number(item.dataset.lon), Number(item.dataset.lat)]);
      const [x, y] = d3.zoomTransform(svg.node()).apply(point);
      here.attr("cx", x).attr("cy", y).attr("visibility", "visible");
    };
    const hide = () => here.attr("visibility", "hidden");
    item.addEventListener("pointerenter", show);
    item.addEventListener("pointerleave", hide);
    item.addEventListener("focusin", show);
    item.addEventListener("focusout", hide);
  }
})();
