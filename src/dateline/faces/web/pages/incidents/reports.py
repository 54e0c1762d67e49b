"""The reports of an incident side by side: each as it tells it, copies below what they copy."""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from dateline.desk.asking.why.explanation import Telling
from dateline.desk.asking.why.scenes import Scene
from dateline.faces.web import addresses
from dateline.faces.web.numerals import interval
from dateline.faces.web.pages.incidents.spelling import place_of, time_of
from dateline.merging.outcomes import Figure, Incident

HOW = {
    "exact": "has the same words as", "trimmed": "is a shorter copy of", "extended": "is a longer copy of",
    "updated": "is a later version of", "headline": "is a copy under another headline of",
    "near": "has nearly the same words as",
}  # fmt: skip


class Cell(Struct, frozen=True):
    """A number of a report, with the address of its fact."""

    number: str
    effect: str
    said_by: str | None
    address: str


class Event(Struct, frozen=True):
    """A fact of the event in a report, with the sentence that has it."""

    fact: str
    type: str
    sentence: str
    address: str


class Row(Struct, frozen=True, kw_only=True):
    """A report."""

    article: str
    address: str
    outlet: str | None
    headline: str
    published: str | None
    depth: int
    """How many reports stand above it of which it is a copy."""
    copies: str
    """In which way it is a copy, and of what; empty where it is none."""
    events: tuple[Event, ...]
    killed: tuple[Cell, ...]
    wounded: tuple[Cell, ...]
    others: tuple[Cell, ...]
    when: Markup | str
    where: tuple[str, ...]
    who: tuple[str, ...]
    whom: tuple[str, ...]


def rows_of(incident: Incident, tellings: Sequence[Telling], scenes: Mapping[str, Scene]) -> tuple[Row, ...]:
    """All reports of the incident in the order of publication, but each copy below what it copies."""
    figures, titles = figures_of(incident), titles_of(tellings)
    return tuple(
        report_row(
            telling, depth, titles, [scenes[fact] for fact in telling.facts if fact in scenes],
            figures.get(telling.article, ()),
        )
        for telling, depth in below_originals(tellings)
    )  # fmt: skip


def titles_of(tellings: Sequence[Telling]) -> dict[str, str]:
    """What articles are called, by their ids."""
    return {telling.article: telling.outlet or telling.headline or telling.article for telling in tellings}


def below_originals(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, int]]:
    """Each once, with how many it stands below; one whose original is not here stands for itself."""
    there = {telling.article: telling for telling in tellings}
    copies: dict[str | None, list[Telling]] = {}
    for telling in tellings:
        copies.setdefault(telling.copy_of if telling.copy_of in there else None, []).append(telling)
    stack = [(telling, 0) for telling in reversed(copies.pop(None, []))]
    met = set[str]()
    while stack or copies:
        if not stack:  # copies of each other, with none that came first
            stack = [(_of_a_ring(next(each for each in tellings if each.article not in met), there), 0)]
        telling, depth = stack.pop()
        if telling.article not in met:
            met.add(telling.article)
            yield telling, depth
            stack += [(copy, depth + 1) for copy in reversed(copies.pop(telling.article, []))]


def _of_a_ring(telling: Telling, there: Mapping[str, Telling]) -> Telling:
    """The first that is met twice on the way from copy to original: all below it can be told from it."""
    met = set[str]()
    while telling.article not in met:
        met.add(telling.article)
        telling = there[telling.copy_of or ""]
    return telling


def figures_of(incident: Incident) -> dict[str, list[tuple[str, Figure]]]:
    """The figures of each article, with their effects."""
    found: dict[str, list[tuple[str, Figure]]] = {}
    for effect, count in incident.casualties.items():
        for figure in count.by_source:
            found.setdefault(figure.article, []).append((effect, figure))
    return found


def report_row(
    telling: Telling,
    depth: int,
    titles: Mapping[str, str],
    scenes: Sequence[Scene] = (),
    figures: Sequence[tuple[str, Figure]] = (),
) -> Row:
    """One report, with what it tells of the event, and its figures by effect. `titles` are what articles are called."""
    cells = [_cell(effect, figure) for effect, figure in figures]
    first = telling.facts[0] if telling.facts else None
    timed = next((scene for scene in scenes if scene.earliest or scene.latest), None)
    return Row(
        article=telling.article,
        address=addresses.article(telling.article, first),
        outlet=telling.outlet,
        headline=" ".join((telling.headline or "").split()) or telling.article,
        published=telling.published,
        depth=depth,
        copies=_copies(telling, titles),
        events=tuple(
            Event(each.fact, each.type, each.sentence, addresses.article(telling.article, each.fact)) for each in scenes
        ),
        killed=tuple(cell for cell in cells if cell.effect == "killed"),
        wounded=tuple(cell for cell in cells if cell.effect == "wounded"),
        others=tuple(cell for cell in cells if cell.effect not in ("killed", "wounded")),
        when=time_of(timed.earliest, timed.latest, timed.time_precision) if timed else "",
        where=_once(place_of(place.name, place.country) for scene in scenes for place in scene.places),
        who=_once(name for scene in scenes for name in scene.actors),
        whom=_once(name for scene in scenes for name in scene.recipients),
    )


def _once(names: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _cell(effect: str, figure: Figure) -> Cell:
    return Cell(number_of(figure), effect, figure.said_by, addresses.article(figure.article, figure.fact))


def number_of(figure: Figure) -> str:
    """A figure as an interval."""
    if figure.low is None and figure.high is None and figure.best is not None:
        return f"{figure.best:,}"
    return interval(figure.low, figure.high)


def _copies(telling: Telling, titles: Mapping[str, str]) -> str:
    if telling.copy_of is None:
        return ""
    share = telling.similarity
    of = f" ({share:.0%} of the words)" if share is not None and share < 1 else ""
    replaced = ", which no longer stands" if telling.replaces else ""
    return f"{HOW.get(telling.how or '', 'copies')} {titles.get(telling.copy_of, telling.copy_of)}{of}{replaced}"
