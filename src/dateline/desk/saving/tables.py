"""The tables of the kinds of facts: what of a value stands in which column."""

from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec

from dateline.record import Record
from dateline.values import (
    Casualties,
    Charge,
    Credit,
    Dateline,
    Event,
    Gist,
    Moment,
    Organisation,
    Person,
    Place,
    Publication,
    Quantity,
    Role,
    Span,
    Statement,
)

Cells = tuple[Any, ...]
LARGEST = 2**63 - 1
"""The largest whole number that a column holds; a fact's JSON has those beyond it too."""


class Reference(NamedTuple):
    """A cell that holds another fact's key: its place in the record, until the desk gives keys."""

    place: int


class Keys:
    """The facts of a record as cells that refer to them."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._places = {fact.id: place for place, fact in enumerate(record.facts)}

    def __call__(self, fact: str | None) -> Reference | None:
        """The cell that refers to this fact."""
        return None if fact is None else Reference(self._places[fact])

    def words(self, span: Span | None) -> str | None:
        """The words of a span."""
        return None if span is None else self.record.words(span)


class Table(NamedTuple):
    """A table of one kind of fact, and a value's cells for its columns behind `fact` and `article`, in their order.

    `standing` says that the fact's status and confidence stand behind them.
    """

    name: str
    cells: Callable[[Any, Keys], Cells]
    standing: bool = False


def _actor(value: Person | Organisation, _: Keys) -> Cells:
    return value.name, value.country, value.sector, len(value.mentions)


def _place(value: Place, _: Keys) -> Cells:
    return (
        value.name, value.geonames, value.lat, value.lon, value.country, value.admin1, value.feature,
        value.precision, value.relation, len(value.mentions),
    )  # fmt: skip


def _moment(value: Moment, keys: Keys) -> Cells:
    return (
        value.type, value.timex, value.mod, value.quant, value.freq, value.earliest, value.latest, value.precision,
        keys(value.anchor),
    )  # fmt: skip


def _dateline(value: Dateline, keys: Keys) -> Cells:
    return keys(value.place), keys(value.date), value.agency, value.raw


def _publication(value: Publication, keys: Keys) -> Cells:
    return (
        keys(value.published), keys(value.updated), value.agency, value.outlet, _list(value.bylines), value.section,
        value.headline, value.deck, value.url, _list(value.tags), value.status,
    )  # fmt: skip


def _credit(value: Credit, keys: Keys) -> Cells:
    return keys(value.person), value.agency


def _role(value: Role, keys: Keys) -> Cells:
    return (
        keys(value.person), value.title, keys(value.organisation), value.country, keys(value.since), keys(value.until),
        value.state, value.acting, value.rank, keys(value.relative),
    )  # fmt: skip


def _statement(value: Statement, keys: Keys) -> Cells:
    return (
        keys(value.speaker), value.manner, value.stance, keys(value.addressee), keys(value.when), keys(value.where),
    )  # fmt: skip


def _event(value: Event, keys: Keys) -> Cells:
    when = keys.record.get(value.when)
    moment = when.value if when and isinstance(when.value, Moment) else None
    return (
        value.scheme, value.type, " ".join(value.modes) or None, " ".join(value.contexts) or None, value.cameo,
        value.trigger.start, value.trigger.end, keys(value.when), moment and moment.earliest, moment and moment.latest,
        value.intensity,
    )  # fmt: skip


def _casualties(value: Casualties, keys: Keys) -> Cells:
    return (
        value.effect, _held(value.low), _held(value.high), _held(value.best), value.group, keys(value.event),
        keys(value.when), keys(value.part_of),
    )  # fmt: skip


def _held(number: int | None) -> int | None:
    return None if number is None else min(number, LARGEST)


def _quantity(value: Quantity, keys: Keys) -> Cells:
    return value.of, value.low, value.high, value.unit, value.change, keys(value.event)


def _charge(value: Charge, keys: Keys) -> Cells:
    return (
        keys(value.accused), keys(value.by), _list(value.offences), value.stage, keys(value.court), value.sentence,
        keys(value.same_as),
    )  # fmt: skip


def _gist(value: Gist, keys: Keys) -> Cells:
    return tuple(keys.words(span) for span in (value.who, value.what, value.when, value.where, value.why, value.how))


def _list(words: tuple[str, ...]) -> str | None:
    return msgspec.json.encode(words).decode() if words else None


TABLES: dict[str, Table] = {
    "dateline": Table("datelines", _dateline),
    "publication": Table("publications", _publication),
    "credit": Table("credits", _credit),
    "person": Table("people", _actor),
    "organisation": Table("organisations", _actor),
    "place": Table("places", _place),
    "moment": Table("moments", _moment),
    "role": Table("roles", _role),
    "statement": Table("statements", _statement),
    "event": Table("events", _event, standing=True),
    "casualties": Table("casualties", _casualties),
    "quantity": Table("quantities", _quantity),
    "charge": Table("charges", _charge),
    "gist": Table("gists", _gist),
}
"""The table of each kind, in the order of the contract; `schema.sql` has what the columns mean."""
