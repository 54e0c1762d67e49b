// Where an event was, as exactly as it is known: a point is pinned, a country is shaded, of a part only the name is written.
// The atlas is large, so it is fetched when the map comes into view.
(() => {
  const given = document.currentScript.dataset;
  const box = document.querySelector(".map[data-kind]");
  if (!box) return;
  const WIDE = 400, TALL = 300, NEAR = 25;

  const loaded = (address) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });

  // What the atlas calls otherwise and its middle does not tell: it lies in the sea.
  const CALLED = {
    "British Indian Ocean Territory": "Br. Indian Ocean Ter.", "British Virgin Islands": "British Virgin Is.",
    "Cape Verde": "Cabo Verde", "Cayman Islands": "Cayman Is.", "Falkland Islands": "Falkland Is.", "Faroe Islands": "Faeroe Is.",
    Macau: "Macao", "Marshall Islands": "Marshall Is.", "Northern Mariana Islands": "N. Mariana Is.",
    "Pitcairn Islands": "Pitcairn Is.", "Saint Barthelemy": "St-Barthélemy", "Saint Kitts and Nevis": "St. Kitts and Nevis",
    "Saint Martin": "St-Martin", "Saint Vincent and the Grenadines": "St. Vin. and Gren.",
    "Turks and Caicos Islands": "Turks and Caicos Is.", "U.S. Virgin Islands": "U.S. Virgin Is.", "Vatican City": "Vatican",
    "Wallis and Futuna": "Wallis and Futuna Is.",
  };
  // Lands that the atlas has as a part of another one: only that part is theirs.
  const PARTS = ["Caribbean Netherlands", "French Guiana", "Martinique", "Mayotte", "Reunion", "Svalbard and Jan Mayen"];

  function countryOf(features) {
    const name = CALLED[box.dataset.country] ?? box.dataset.country;
    const known = features.find((each) => each.properties.name === name);
    if (known || !box.dataset.middle) return known ?? null;
    const [lat, lon] = box.dataset.middle.split(",").map(Number);
    const found = features.find((each) => d3.geoContains(each, [lon, lat])) ?? null;
    return found && PARTS.includes(name) ? { ...found, geometry: mainland(found, [lon, lat]) } : found;
  }

  // What lies overseas would make the country itself small: only the part around the point counts, or the largest one.
  function mainland(country, at) {
    if (country.geometry.type !== "MultiPolygon") return country.geometry;
    const parts = country.geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates }));
    const largest = parts.reduce((most, part) => (d3.geoArea(part) > d3.geoArea(most) ? part : most));
    return (at && parts.find((part) => d3.geoContains(part, at))) ?? largest;
  }

  // The country, if it can be seen whole; else as much as lies around the point.
  function shapeOf(country, at) {
    const part = country && mainland(country, at);
    const many = part && !at && d3.geoArea(part) < 0.65 * d3.geoArea(country); // islands
    const shape = many ? country : part;
    const area = shape ? d3.geoArea(shape) : 0;
    const middle = at ?? d3.geoCentroid(shape);
    if (area > 0.12 && at) return d3.geoCircle().center(middle).radius(6)();
    return area < 0.0008 ? d3.geoCircle().center(middle).radius(country ? 1.5 : 6)() : shape;
  }

  function projectionFor(country, at) {
    const shape = shapeOf(country, at);
    return d3.geoMercator().rotate([-d3.geoCentroid(shape)[0], 0]).fitExtent([[26, 26], [WIDE - 26, TALL - 26]], shape);
  }

  function draw(atlas) {
    const features = topojson.feature(atlas, atlas.objects.countries).features;
    const country = countryOf(features);
    const { kind, name } = box.dataset;
    const at = box.dataset.lat ? [Number(box.dataset.lon), Number(box.dataset.lat)] : null;
    if (!country && !at) return;
    const projection = projectionFor(country, at);
    const path = d3.geoPath(projection.clipExtent([[-10, -10], [WIDE + 10, TALL + 10]]));
    const svg = d3.select(box).append("svg").attr("viewBox", `0 0 ${WIDE} ${TALL}`).attr("aria-hidden", "true");
    svg.selectAll("path").data(features).join("path").attr("d", path).attr("class", "land");
    if (country) svg.append("path").datum(country).attr("d", path).attr("class", kind === "country" ? "land own shaded" : "land own");
    if (kind === "country" || !at) return;
    const [x, y] = projection(at);
    if (kind === "near") {
      svg.append("path").attr("class", "around").attr("d", path(d3.geoCircle().center(at).radius(NEAR / 111)()));
    }
    if (kind !== "part") svg.append("circle").attr("class", "pin").attr("cx", x).attr("cy", y).attr("r", kind === "near" ? 3 : 5.5);
    const end = x > WIDE * 0.7;
    const label = svg.append("text").text(kind === "part" ? `somewhere in ${name}` : name);
    if (kind === "part") label.attr("class", "part").attr("x", x).attr("y", y).attr("text-anchor", "middle");
    else label.attr("x", x + (end ? -10 : 10)).attr("y", y + 4).attr("text-anchor", end ? "end" : "start");
  }

  async function show() {
    try {
      const [atlas] = await Promise.all([
        fetch(given.atlas).then((answer) => answer.json()), window.d3 ?? loaded(given.d3), window.topojson ?? loaded(given.topojson),
      ]);
      draw(atlas);
    } catch { box.hidden = true; /* the caption says where it was */ }
  }

  const watcher = new IntersectionObserver((seen) => {
    if (!seen.some((each) => each.isIntersecting)) return;
    watcher.disconnect();
    show();
  }, { rootMargin: "200px" });
  watcher.observe(box);
})();
