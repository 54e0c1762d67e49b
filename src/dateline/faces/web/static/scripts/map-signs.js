// Which signs stand on the map: places, and one sign for several that would lie on each other.
window.mapSigns = (() => {
  const radius = (many) => Math.min(20, 6.5 + 1.9 * Math.log2(Math.max(1, many)));
  const WIDE = 17; // of what is known by its province alone
  const is = (place) => place.precision === "exact" || place.precision === "near";
  const reach = (sign) => (sign.places.some(is) ? radius(sign.many) + (sign.places.length > 1 ? 3 : 0) : WIDE);

  // One sign for those that overlap, the greatest first; again until none does, as signs grow.
  function joined(signs) {
    const cell = 56;
    const grid = new Map();
    const found = [];
    for (const sign of signs.sort((one, other) => other.many - one.many)) {
      const [column, row] = [Math.floor(sign.x / cell), Math.floor(sign.y / cell)];
      const near = [-1, 0, 1].flatMap((x) => [-1, 0, 1].flatMap((y) => grid.get(`${column + x}:${row + y}`) ?? []));
      const home = near.find((each) => Math.hypot(each.x - sign.x, each.y - sign.y) < reach(each) + reach(sign) - 3);
      if (home) {
        home.places.push(...sign.places);
        home.many += sign.many;
      } else {
        found.push(sign);
        const own = `${column}:${row}`;
        grid.set(own, [...(grid.get(own) ?? []), sign]);
      }
    }
    return found.length === signs.length ? found : joined(found);
  }

  // Places with a number of incidents (`many`) and a point on the screen (`x`, `y`). What is known by its province alone
  // keeps its ring below a single place beside it, and is counted with several.
  function gathered(places) {
    const alone = (place) => ({ x: place.x, y: place.y, many: place.many, places: [place] });
    const spots = joined(places.filter(is).map(alone));
    const parts = joined(places.filter((place) => !is(place)).map(alone)).filter((part) => {
      const home = spots.find((spot) => spot.places.length > 1 && Math.hypot(spot.x - part.x, spot.y - part.y) < reach(spot) + WIDE);
      if (!home) return true;
      home.places.push(...part.places);
      home.many += part.many;
      return false;
    });
    return [...parts, ...spots];
  }

  const counted = (many) => `${many.toLocaleString()} ${many === 1 ? "incident" : "incidents"}`;
  const short = (many) => (many < 1000 ? String(many) : `${Math.round(many / 100) / 10}k`);

  // What a sign says to those who point at it or hear it.
  function told(sign) {
    const [first] = sign.places;
    if (sign.places.length > 1) {
      const names = [...new Set(sign.places.map((place) => (place.precision === "exact" ? place.name : `somewhere ${is(place) ? "near" : "in"} ${place.name}`)))];
      const more = names.length > 3 ? ` and ${names.length - 3} more` : "";
      return `${counted(sign.many)}: ${names.slice(0, 3).join(", ")}${more}. Zoom in.`;
    }
    const where = { exact: first.name, near: `near ${first.name}` }[first.precision]
      ?? `somewhere in ${first.name}, not told where`;
    return `${counted(sign.many)}: ${where}`;
  }

  return { gathered, reach, is, short, told, counted };
})();
