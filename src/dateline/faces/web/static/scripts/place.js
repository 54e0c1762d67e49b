// Where a place lies: its country and those around it; a point only where a point is known.
(() => {
  const WIDTH = 340, HEIGHT = 240;
  const WHOLE = ["country", "region"];
  const ABOUT = { near: 25, admin2: 40, admin1: 150 };

  /** The country around a point; of a port, which may lie a little off a drawn coast, the nearest one around. */
  function home(countries, [lon, lat]) {
    for (const far of [0, 0.1, 0.3, 0.7]) {
      for (let turn = 0; turn < (far ? 8 : 1); turn += 1) {
        const angle = (turn * Math.PI) / 4, at = [lon + far * Math.cos(angle), lat + far * Math.sin(angle)];
        const found = countries.features.find((each) => d3.geoContains(each, at));
        if (found) return { country: found, inside: at };
      }
    }
    return { country: null, inside: [lon, lat] };
  }

  /** The part of a country that holds the point, so that islands oceans away do not shrink it to nothing. */
  function main(country, at) {
    if (country.geometry.type !== "MultiPolygon") return country;
    const parts = country.geometry.coordinates.map((coordinates) => ({ type: "Feature", geometry: { type: "Polygon", coordinates } }));
    return parts.find((part) => d3.geoContains(part, at)) ?? country;
  }

  function projectionFor(country, at) {
    const projection = d3.geoMercator();
    if (country) {
      const box = d3.geoBounds(main(country, at));
      if (Math.abs(box[1][0] - box[0][0]) < 120) {
        const corners = { type: "MultiPoint", coordinates: [box[0], box[1], [box[0][0], box[1][1]], [box[1][0], box[0][1]]] };
        return projection.fitExtent([[42, 34], [WIDTH - 42, HEIGHT - 34]], corners);
      }
    }
    return projection.center(at).scale(260).translate([WIDTH / 2, HEIGHT / 2]);
  }

  /** Neighbours with room for their names. */
  function named(countries, country, path) {
    const fits = (each) => path.area(each) > 60 * each.properties.name.length * 7;
    const inside = ([x, y]) => x > 36 && x < WIDTH - 36 && y > 14 && y < HEIGHT - 10;
    return countries.features.filter((each) => each !== country && fits(each) && inside(path.centroid(each)));
  }

  function draw(figure, countries) {
    const { lat, lon, precision } = figure.dataset;
    const at = [+lon, +lat], { country, inside } = home(countries, at), projection = projectionFor(country, inside);
    const path = d3.geoPath(projection.clipExtent([[-10, -10], [WIDTH + 10, HEIGHT + 10]]));
    const svg = d3.create("svg").attr("viewBox", `0 0 ${WIDTH} ${HEIGHT}`).attr("aria-hidden", "true");
    svg.append("g").selectAll("path").data(countries.features).join("path").attr("d", path)
      .attr("class", (each) => (each !== country ? "land" : WHOLE.includes(precision) ? "land whole" : "land home"));
    svg.append("g").selectAll("text").data(named(countries, country, path)).join("text").attr("class", "name")
      .attr("transform", (each) => `translate(${path.centroid(each)})`).text((each) => each.properties.name);
    const [x, y] = projection(at);
    if (ABOUT[precision]) {
      const circle = d3.geoCircle().center(at).radius(ABOUT[precision] / 111)();
      svg.append("path").attr("class", "about").attr("d", path(circle));
    }
    if (!WHOLE.includes(precision)) svg.append("circle").attr("class", "point").attr("cx", x).attr("cy", y).attr("r", 5);
    figure.replaceChildren(svg.node());
    figure.hidden = false;
  }

  const figure = document.querySelector("[data-locator]");
  if (!figure) return;
  fetch(figure.dataset.atlas).then((answer) => answer.json())
    .then((atlas) => draw(figure, topojson.feature(atlas, atlas.objects.countries)))
    .catch(() => { figure.hidden = true; });
})();
