// Those named with somebody as a small graph: who stands in one article is joined. The list below it says the same.
(() => {
  const WIDTH = 340, HEIGHT = 320, EDGE = { x: 34, y: 20 };

  function nodesOf(figure) {
    const links = [...figure.parentElement.querySelectorAll("a[data-id]")];
    const named = links.map((link) => ({ link, name: link.textContent, kind: link.dataset.kind, many: +link.dataset.many }));
    return [{ name: figure.dataset.name, kind: figure.dataset.kind, own: true, many: 0, fx: 0, fy: 0 }, ...named];
  }

  function tiesOf(figure, nodes) {
    const spokes = nodes.slice(1).map((node) => ({ source: nodes[0], target: node, many: node.many, spoke: true }));
    const ties = JSON.parse(figure.dataset.ties).map(([a, b, many]) => ({ source: nodes[a + 1], target: nodes[b + 1], many }));
    return [...spokes, ...ties];
  }

  function settle(nodes, ties) {
    const most = Math.max(1, ...nodes.map((node) => node.many));
    nodes.forEach((node) => { node.r = node.own ? 7 : 3 + 4 * Math.sqrt(node.many / most); });
    const strongest = Math.max(1, ...ties.filter((tie) => !tie.spoke).map((tie) => tie.many));
    const link = d3.forceLink(ties).distance((tie) => (tie.spoke ? 110 : 70))
      .strength((tie) => (tie.spoke ? 0.2 : 0.25 * (tie.many / strongest) ** 2));
    d3.forceSimulation(nodes).force("link", link).force("charge", d3.forceManyBody().strength(-320))
      .force("apart", d3.forceCollide(30)).force("middle", d3.forceY(0).strength(0.05)).stop().tick(320);
    const far = (axis) => Math.max(1, ...nodes.map((node) => Math.abs(node[axis])));
    const [wide, high] = [far("x"), far("y")];
    nodes.forEach((node) => {
      node.x = WIDTH / 2 + (node.x / wide) * (WIDTH / 2 - EDGE.x);
      node.y = HEIGHT / 2 - 6 + (node.y / high) * (HEIGHT / 2 - EDGE.y);
    });
  }

  /** Where everybody stands beside everybody just as often, as in one article. */
  function tellsNothing(nodes, ties) {
    const others = nodes.length - 1, inner = ties.filter((tie) => !tie.spoke);
    return inner.length === (others * (others - 1)) / 2 && new Set(inner.map((tie) => tie.many)).size === 1;
  }

  const short = (name) => (name.length > 20 ? `${name.slice(0, 19).trimEnd()}…` : name);

  function draw(figure, nodes, ties) {
    const svg = d3.create("svg").attr("viewBox", `0 0 ${WIDTH} ${HEIGHT}`).attr("aria-hidden", "true");
    const most = Math.max(1, ...ties.map((tie) => tie.many));
    const lines = svg.append("g").selectAll("line").data(ties).join("line")
      .attr("class", (tie) => (tie.spoke ? "spoke" : "tie")).attr("stroke-width", (tie) => (tie.spoke ? 1 : 0.6 + 1.6 * (tie.many / most)))
      .attr("x1", (tie) => tie.source.x).attr("y1", (tie) => tie.source.y)
      .attr("x2", (tie) => tie.target.x).attr("y2", (tie) => tie.target.y);
    const dots = svg.append("g").selectAll("g").data(nodes).join("g")
      .attr("class", (node) => `node ${node.kind}${node.own ? " own" : ""}`)
      .attr("transform", (node) => `translate(${node.x},${node.y})`);
    dots.append("circle").attr("r", (node) => node.r);
    dots.append("text").attr("y", (node) => node.r + 11)
      .attr("text-anchor", (node) => (node.x < 60 ? "start" : node.x > WIDTH - 60 ? "end" : "middle"))
      .attr("x", (node) => (node.x < 60 ? -node.r : node.x > WIDTH - 60 ? node.r : 0)).text((node) => short(node.name));
    figure.prepend(svg.node());
    figure.hidden = false;
    return { lines, dots };
  }

  function answer(figure, nodes, ties, { lines, dots }) {
    const show = (chosen) => {
      const near = new Set(chosen ? ties.filter((t) => t.source === chosen || t.target === chosen).flatMap((t) => [t.source, t.target]) : nodes);
      dots.classed("far", (node) => !near.has(node));
      lines.classed("far", (tie) => chosen && tie.source !== chosen && tie.target !== chosen);
      lines.classed("near", (tie) => chosen && (tie.source === chosen || tie.target === chosen));
      nodes.forEach((node) => node.link?.parentElement.classList.toggle("near", Boolean(chosen) && near.has(node)));
    };
    dots.on("pointerenter", (_, node) => show(node.own ? null : node)).on("pointerleave", () => show(null));
    dots.on("click", (_, node) => node.link?.click());
    nodes.forEach((node) => {
      node.link?.addEventListener("focus", () => show(node));
      node.link?.addEventListener("pointerenter", () => show(node));
      for (const over of ["blur", "pointerleave"]) node.link?.addEventListener(over, () => show(null));
    });
  }

  document.querySelectorAll("[data-graph]").forEach((figure) => {
    const nodes = nodesOf(figure);
    if (nodes.length < 4) return;
    const ties = tiesOf(figure, nodes);
    if (tellsNothing(nodes, ties)) return;
    settle(nodes, ties);
    answer(figure, nodes, ties, draw(figure, nodes, ties));
  });
})();
