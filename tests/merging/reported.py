"""Reports made by hand: what several articles tell of one event, with nothing read and nothing stored.

`from merging.reported import happening, organisation, part, place, report, toll`. A name is made once (`place(...)`,
`person(...)`, `organisation(...)`) and given to as many events as wanted; ids are the article's with a number.

    lund = place("Lund", admin1="Skania", country="SWE")
    a1 = report("a1", published="2024-05-03", outlet="The Lund Post", happenings=[
        happening("ASSAULT", day="2024-05-02", where=[lund], actors=[person("Ada Holm")], tolls=[toll("killed", 9)])
    ])
    incident_of("i1", [part(a1), part(a2), part(a3, copy_of="a1")])
"""

from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any, NamedTuple

from msgspec.structs import replace

from dateline.merging.parts import Part
from dateline.merging.reports.naming import name_words
from dateline.merging.reports.report import Happening, Named, NameKind, Report, Saying, Toll
from dateline.merging.words import stems, telling, terms


class Told(NamedTuple):
    """A happening before its report numbers its names and facts; made by `happening`."""

    happening: Happening
    where: tuple[Named, ...]
    actors: tuple[Named, ...]
    recipients: tuple[Named, ...]
    tolls: tuple["Tolled", ...]


class Tolled(NamedTuple):
    """A toll before its report numbers it; made by `toll`."""

    toll: Toll
    victims: tuple[Named, ...]


class Said(NamedTuple):
    """A saying before its report numbers it; made by `saying`."""

    saying: Saying
    speaker: Named | None
    about: tuple[int, ...]


def person(name: str, **fields: Any) -> Named:
    """Somebody by name: `person("Ada Holm", country="SWE", posts=("mayor",))`; `proper=False` for "a teacher"."""
    return _named("person", name, fields)


def organisation(name: str, **fields: Any) -> Named:
    """A body or a group: `organisation("Brek Front")`, `organisation("gunmen", proper=False)`."""
    return _named("organisation", name, fields)


def place(name: str, **fields: Any) -> Named:
    """A place; `exact` where it has coordinates: `place("Lund", lat=55.7, lon=13.2, country="SWE", geonames=1)`."""
    known = "exact" if "lat" in fields else "country" if fields.get("country") == name else "unresolved"
    return _named("place", name, {"precision": known, **fields})


def _named(kind: NameKind, name: str, fields: dict[str, Any]) -> Named:
    words = name_words(name, *fields.get("aliases", ())) if fields.get("proper", True) else ()
    return Named(**{"fact": "", "kind": kind, "name": name, "words": words, **fields})


def toll(
    effect: str = "killed",
    best: int | None = None,
    low: int | None = None,
    high: int | None = None,
    victims: Iterable[Named] = (),
    **fields: Any,
) -> Tolled:
    """A count: `toll("killed", 9)` is exact, `toll("killed", low=9)` is "at least nine"; others by name: `group`,
    `part`, `said_by`, `status`, `earliest`, `latest`, `words`, `confidence`.
    """
    ends = (best if low is None else low, best if high is None and low is None else high)
    words = fields.pop("words", f"{best if best is not None else low} {effect}")
    return Tolled(
        Toll(fact="", effect=effect, low=ends[0], high=ends[1], best=best, words=words, **fields), (*victims,)
    )


def happening(
    type: str = "ASSAULT",  # noqa: A002
    day: str | None = None,
    where: Iterable[Named] = (),
    actors: Iterable[Named] = (),
    recipients: Iterable[Named] = (),
    tolls: Iterable[Tolled] = (),
    sentence: str = "It happened.",
    **fields: Any,
) -> Told:
    """An event as one report tells it, on this day; `earliest`, `latest` and `time_precision` for other spans.

    `triggers` are words, stemmed here; all other fields of Happening go by name (`lead=True`, `status="denied"`).
    """
    when = {"earliest": day, "latest": day, "time_precision": "day"} if day else {}
    triggers = tuple(dict.fromkeys(stem for word in fields.pop("triggers", ()) for stem in stems(word)))
    told = {"words": tuple(telling(sentence)), "start": 0, **when, **fields}
    event = Happening(fact="", type=type, triggers=triggers, sentence=sentence, **told)
    return Told(event, (*where,), (*actors,), (*recipients,), (*tolls,))


def saying(
    words: str, speaker: Named | None = None, stance: str = "says", about: Iterable[int] = (), **fields: Any
) -> Said:
    """What somebody said; `about` are places of happenings in their report."""
    source = fields.pop("source", speaker.name if speaker else None)
    return Said(Saying(fact="", words=words, stance=stance, source=source, **fields), speaker, (*about,))


def report(
    article: str,
    published: str | None = None,
    outlet: str | None = None,
    happenings: Sequence[Told] = (),
    sayings: Sequence[Said] = (),
    names: Iterable[Named] = (),
    tolls: Iterable[Tolled] = (),
    text: str = "",
    **fields: Any,
) -> Report:
    """A report with these happenings; `names` are those of nobody's event, `tolls` the counts of none.

    Ids: "a1:e0" for the first happening of article a1, "a1:t0" for its first toll, "a1:n0" for its first name, "a1:s0"
    for its first saying. `text` gives `terms` (else the sentences and the headline do).
    """
    known: dict[Named, int] = {}
    counts = count()

    def places(of: Iterable[Named]) -> tuple[int, ...]:
        return tuple(known.setdefault(named, len(known)) for named in of)

    def numbered(of: Tolled) -> Toll:
        return replace(of.toll, fact=f"{article}:t{next(counts)}", victims=places(of.victims))

    events = tuple(
        replace(
            told.happening, fact=f"{article}:e{at}", start=told.happening.start or at * 100, places=places(told.where),
            actors=places(told.actors), recipients=places(told.recipients), tolls=tuple(map(numbered, told.tolls)),
        )
        for at, told in enumerate(happenings)
    )  # fmt: skip
    told = tuple(
        replace(
            said.saying, fact=f"{article}:s{at}", speaker=places([said.speaker])[0] if said.speaker else None,
            about=tuple(f"{article}:e{event}" for event in said.about),
        )
        for at, said in enumerate(sayings)
    )  # fmt: skip
    rest = tuple(map(numbered, tolls))
    places(names)
    words = text or " ".join([fields.get("headline") or "", *(event.sentence for event in events)])
    given = {"version": "1", "dated": published, "terms": terms(words, "en", 60), **fields}
    named = tuple(replace(name, fact=f"{article}:n{at}") for name, at in known.items())
    return Report(
        article=article, published=published, outlet=outlet, names=named, happenings=events, tolls=rest, sayings=told,
        **given,
    )  # fmt: skip


def part(of: Report, at: int = 0, copy_of: str | None = None, source: str | None = None) -> Part:
    """The telling of a report's happening; its source is the article, or the one that it copies, unless named."""
    return Part(of, of.happenings[at], copy_of, source or copy_of or of.article)


def telling_of(article: str, published: str | None = None, type: str = "ASSAULT", **fields: Any) -> Part:  # noqa: A002
    """The telling of a report with one happening; `outlet`, `headline`, `copy_of`, `source` are the report's."""
    own = {name: fields.pop(name) for name in ("copy_of", "source") if name in fields}
    of = {name: fields.pop(name) for name in ("outlet", "headline", "sayings", "agencies", "dated") if name in fields}
    return part(report(article, published, happenings=[happening(type, **fields)], **of), **own)
