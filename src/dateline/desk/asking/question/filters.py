"""What a search asks for: filters as a command line or a program gives them, read and understood."""

from collections.abc import Iterable, Sequence
from datetime import date
from difflib import get_close_matches
from typing import Any, Literal, TypedDict, Unpack, get_args

from msgspec import Struct

from dateline.annotation.gazetteer import Gazetteer
from dateline.annotation.gazetteer import gazetteer as gazetteer_in
from dateline.desk.asking.limits import whole_number
from dateline.desk.asking.question import days
from dateline.desk.asking.question.event_types import TypeAsked, read_types
from dateline.desk.asking.question.meant import country_meant, place_meant, shown
from dateline.desk.asking.question.within import Within, read_within
from dateline.desk.asking.question.words import Words, read_words
from dateline.errors import BadQuestion
from dateline.model import Status
from dateline.settings import load

Order = Literal["best", "newest"]
ANY = "any"
"""Any status, or a finding of any check."""
STATUSES: tuple[str, ...] = (*get_args(Status), ANY)
PAGE = 20
"""Hits of a search, unless another limit is given."""


class Filters(Struct, frozen=True, kw_only=True):
    """A question, understood: `filters` reads one from plain values. Every filter that is given must hold.

    `type`, `min_killed` and `status` are about an event, and then `place`, `country`, `within`, `since` and `until`
    are its own, all of the same event. Without these three, places are those that the article names (all conditions on
    one and the same place), and times are the article's day.
    """

    words: Words | None = None
    person: str | None = None
    organisation: str | None = None
    place: str | None = None
    geonames: int | None = None
    """The one place of that name that is meant, where its country or province was given with it."""
    within: Within | None = None
    country: str | None = None
    """ISO 3166-1 alpha-3; KOS for Kosovo."""
    type: tuple[TypeAsked, ...] = ()
    """Any one of them."""
    since: str | None = None
    """A bound that compares as text."""
    until: str | None = None
    """A bound that compares as text and holds the whole day, month or year."""
    min_killed: int | None = None
    said_by: str | None = None
    status: str | None = None
    """Of the events; None for those told as facts, "any" for all."""
    outlet: str | None = None
    has_finding: str | None = None
    """Name of a check, or "any"."""
    limit: int | None = PAGE
    offset: int = 0
    order: Order = "newest"
    notes: tuple[str, ...] = ()
    """How the question was understood, in sentences."""

    @property
    def of_events(self) -> bool:
        """Whether it asks for something that happened."""
        return bool(self.type) or self.min_killed is not None or self.status not in (None, ANY)

    @property
    def of_places(self) -> bool:
        """Whether it asks for a place."""
        return not (self.place is None and self.within is None and self.country is None)


class Asked(TypedDict, total=False):
    """What may be asked for beside words, as a command line, an address or a program gives it.

    None, or empty, is not asked for; of `limit` None means all, and empty the default.
    """

    person: str | None
    """A name in any spelling, or a part of it."""
    organisation: str | None
    """A body that is named, likewise."""
    place: str | None
    """A name, or "Springfield, Illinois"."""
    within: str | None
    """ "50km:Osh", "30mi:40.53,72.80"."""
    country: str | None
    """A name or an ISO code: "Tajikistan", "TJK", "TJ"."""
    type: str | Sequence[str] | None
    """ "ASSAULT", "ASSAULT/beat", several in a list or with commas between."""
    since: str | date | None
    """ "2015-09-14", "2015-09", "2015", "2015-09-14T06:30", "yesterday", "7 days ago"."""
    until: str | date | None
    min_killed: int | str | None
    said_by: str | None
    """A name as for `person`; bodies speak too."""
    status: str | None
    """Of what happened: asserted (the default), denied, possible, planned, requested, historical, or any."""
    outlet: str | None
    has_finding: str | None
    """Name of a check, or "any"."""
    limit: int | str | None
    """Hits of a page; None for all."""
    offset: int | str | None
    order: str | None
    """best (the default where there are words) or newest."""
    gazetteer: Gazetteer | None
    """Says where places are; the one of the settings is the default."""
    today: date | None
    """Says what "yesterday" is."""


ASKABLE = tuple(Asked.__annotations__)[:-2]
"""The names of the filters beside `words`."""


def filters(words: str | None = None, **given: Unpack[Asked]) -> Filters:
    """The filters of a question. `words` are read by `read_words`. Raises BadQuestion with a way out."""
    gazetteer, today = given.pop("gazetteer", None), given.pop("today", None)
    asked: dict[str, Any] = {
        name: value for name, value in given.items() if not _nothing(value) or (name, value) == ("limit", None)
    }
    _refuse_unknown(asked)
    cells: dict[str, Any] = {name: asked[name] for name in PLAIN if name in asked}
    if asked.keys() & {"place", "within", "country"}:
        cells |= _about_places(asked, gazetteer or gazetteer_in(load().gazetteer))
    cells |= _about_time(asked, today) | _about_events(asked) | _about_page(asked)
    cells["words"] = read_words(words) if words and words.strip() else None
    return Filters(**cells, order=_order(asked.get("order"), cells["words"]))


PLAIN = ("person", "organisation", "said_by", "outlet", "has_finding")
"""What is taken as it is given."""


def _nothing(value: object) -> bool:
    if isinstance(value, list | tuple):
        return all(map(_nothing, value))
    return value is None or (isinstance(value, str) and not value.strip())


def _order(given: str | None, words: Words | None) -> Order:
    ranked = words is not None and words.wanted is not None
    if given is None:
        return "best" if ranked else "newest"
    if given not in get_args(Order):
        _refuse("order", given, f"give {' or '.join(get_args(Order))}")
    if given == "best" and not ranked:
        _refuse("order", given, "there are no words to rank by; give words, or the order newest")
    return "best" if given == "best" else "newest"


def _refuse(name: str, value: object, advice: str) -> None:
    raise BadQuestion(f"{name} cannot be {value!r}; {advice}")


def _refuse_unknown(asked: Iterable[str]) -> None:
    for name in asked:
        if name not in ASKABLE:
            near = get_close_matches(name, ASKABLE, n=1)
            advice = f"did you mean {near[0]!r}?" if near else f"the filters are: words, {', '.join(ASKABLE)}"
            raise BadQuestion(f"no filter is called {name!r}; {advice}")


def _about_places(asked: dict[str, Any], gazetteer: Gazetteer) -> dict[str, Any]:
    cells: dict[str, Any] = {}
    notes = []
    if place := asked.get("place"):
        cells["place"] = place
        if "," in place and not gazetteer.places(place):
            entry = place_meant(place, gazetteer)
            cells |= {"place": entry.name, "geonames": entry.geonames}
            cells |= {} if entry.geonames else {"country": entry.country}
            notes.append(f"place: {shown(entry, gazetteer)}")
    if within := asked.get("within"):
        cells["within"], centre = read_within(within, gazetteer)
        km = cells["within"].km
        notes.append(f"within {km:{'.4g' if km < 1000 else ',.0f'}} km of {centre}")
    if country := asked.get("country"):
        found = country_meant(country, gazetteer)
        cells["country"] = found.iso3
        if country.strip().casefold() not in (found.iso3.casefold(), found.name.casefold()):
            notes.append(f"country: {found.name} ({found.iso3})")
    return cells | {"notes": tuple(notes)}


def _about_time(asked: dict[str, Any], today: date | None) -> dict[str, Any]:
    since, until = days.bounds(asked.get("since"), asked.get("until"), today)
    return {"since": since, "until": until}


def _about_events(asked: dict[str, Any]) -> dict[str, Any]:
    cells: dict[str, Any] = {}
    if "type" in asked:
        given = [asked["type"]] if isinstance(asked["type"], str) else list(asked["type"])
        cells["type"] = tuple(dict.fromkeys(kind for each in given if not _nothing(each) for kind in read_types(each)))
    if "min_killed" in asked:
        cells["min_killed"] = whole_number("min_killed", asked["min_killed"], 1)
    if status := asked.get("status"):
        if status not in STATUSES:
            near = get_close_matches(str(status), STATUSES, n=1)
            _refuse("status", status, f"did you mean {near[0]!r}?" if near else f"give one of {', '.join(STATUSES)}")
        cells["status"] = status
    return cells


def _about_page(asked: dict[str, Any]) -> dict[str, Any]:
    limit = whole_number("limit", asked["limit"], 1) if asked.get("limit") is not None else None
    cells = {"limit": limit} if "limit" in asked else {}
    return cells | ({"offset": whole_number("offset", asked["offset"], 0)} if "offset" in asked else {})
