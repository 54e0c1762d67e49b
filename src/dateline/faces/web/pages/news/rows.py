"""A page of news for programs: a card as a row of a table, and the places of what happened as GeoJSON."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from dateline.desk.asking.maps.glance import POINTS
from dateline.desk.asking.news.cards import Card
from dateline.desk.asking.rows import Rows
from dateline.faces.web.formats import feature


class FlatCard(Struct, frozen=True, kw_only=True):
    """A card without what is nested in it."""

    id: str
    version: str
    headline: str | None
    deck: str | None
    dateline: str | None
    outlet: str | None
    published: str | None
    dated: str | None
    language: str | None
    status: str
    snippet: str
    events: tuple[str, ...]
    killed_low: int | None
    killed_high: int | None
    wounded_low: int | None
    wounded_high: int | None
    findings: int
    also: int
    copies: int
    copy_of: str | None
    story: str | None
    story_title: str | None
    incidents: tuple[str, ...]
    disagreements: tuple[str, ...]
    """Of all its incidents, in sentences."""


_SHARED = tuple(name for name in FlatCard.__struct_fields__ if name in Card.__struct_fields__)
_NESTED = ("copy_of", "story", "incidents")


def flat(cards: Iterable[Card]) -> Rows[FlatCard]:
    """The same cards as rows of a table."""
    return Rows(FlatCard, map(_flat, cards))


def _flat(card: Card) -> FlatCard:
    cells: dict[str, Any] = {name: getattr(card, name) for name in _SHARED if name not in _NESTED}
    return FlatCard(
        **cells,
        copy_of=card.copy_of.article if card.copy_of else None,
        story=card.story.id if card.story else None,
        story_title=card.story.title if card.story else None,
        incidents=tuple(each.id for each in card.incidents),
        disagreements=tuple(message for each in card.incidents for message in each.disagreements),
    )


def features(cards: Iterable[Card]) -> Iterator[dict[str, Any]]:
    """What happened, each incident once: a point where the place is known exactly or nearly, else none."""
    once = {told.id: (told, card) for card in reversed(list(cards)) for told in card.incidents}
    for told, card in reversed(once.values()):
        at = (told.lat, told.lon) if told.place_precision in POINTS else (None, None)
        properties = {
            "incident": told.id, "type": told.type, "title": told.title, "place": told.place, "country": told.country,
            "precision": told.place_precision, "reports": told.articles, "independent": told.independent,
            "article": card.id, "headline": card.headline, "dated": card.dated,
        }  # fmt: skip
        yield feature(*at, properties, told.id)
