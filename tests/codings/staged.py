"""Records built by hand: parties with their sectors, and an event between them."""

from typing import Any

from conftest import article_of
from dateline.model import Fact, Status
from dateline.record import Record
from dateline.values import Casualties, Event, Organisation, Person, Place, Span

TEXT = "army rebels gunmen gang villagers officials party crowd Norland Sudland Karsvik Berg attack"

SECTORS = {
    "army": "MIL", "rebels": "REB", "gunmen": "UAF", "gang": "CRM", "villagers": "CVL", "officials": "GOV",
    "party": "PTY", "crowd": "CVL",
}  # fmt: skip


def span_of(word: str) -> Span:
    at = TEXT.index(word)
    return Span(at, at + len(word))


def party(record: Record, name: str, country: str | None = None) -> str:
    """The id of somebody by name: "army@NOR" is an army of Norway, "Norland" a country, "Karsvik" a town in it."""
    word, _, told = name.partition("@")
    home = told or country
    value: Any
    if word in ("Norland", "Sudland"):
        value = Place(name=word, feature="PCLI", country=word[:3].upper(), precision="country")
    elif word == "Karsvik":
        value = Place(name=word, feature="PPL", country="NOR", precision="exact")
    elif word == "Berg":
        value = Person(name=word)
    else:
        value = Organisation(name=word, sector=SECTORS[word], country=home)
    return record.add(record.fact(value, span_of(word))).id


def staged(
    kind: str = "ASSAULT",
    actors: str = "",
    recipients: str = "",
    *,
    modes: tuple[str, ...] = (),
    cameo: str | None = None,
    where: str = "",
    status: Status = "asserted",
    scheme: Any = "plover",
    dead: int | None = None,
    group: str | None = None,
) -> tuple[Record, Fact]:
    """A record with one event; parties by name, blanks between two; `dead` counts them, of a `group`."""
    record = Record(article_of(TEXT))
    ids = [tuple(party(record, name) for name in names.split()) for names in (actors, recipients, where)]
    event = Event(
        scheme=scheme,
        type=kind,
        modes=modes,
        cameo=cameo,
        trigger=span_of("attack"),
        actors=ids[0],
        recipients=ids[1],
        where=ids[2],
    )
    fact = record.add(record.fact(event, span_of("attack"), status=status))
    if dead is not None:
        harm = Casualties(effect="killed", low=dead, high=dead, event=fact.id, group=group)
        record.add(record.fact(harm, span_of("attack")))
    return record, fact
