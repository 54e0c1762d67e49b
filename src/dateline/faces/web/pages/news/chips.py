"""What a page of news is narrowed to, as chips that can be taken away."""

from collections.abc import Iterator

from fastapi import Request
from msgspec import Struct

from dateline.desk.asking.news.news import News
from dateline.faces.web.addresses import changed
from dateline.faces.web.dates import written
from dateline.faces.web.pages.news.question import NewsAsked
from dateline.faces.web.rendering import told_as, type_words

OF_A_PAGE = ("before", "every")
"""What a change of the filters leaves behind: the page begins anew."""
NAMES = {
    "words": "words", "type": "what", "status": "told as", "min_killed": "killed, at least", "country": "country",
    "place": "place", "within": "within", "person": "person", "organisation": "organisation", "said_by": "said by",
    "outlet": "outlet", "has_finding": "finding", "since": "from", "until": "to",
}  # fmt: skip
"""What filters are called, in the order in which their chips stand."""


class Chip(Struct, frozen=True):
    """A filter that holds."""

    filter: str
    """Its name in the address."""
    name: str
    """For people."""
    value: str
    away: str
    """The address without it."""
    many: int | None = None
    """Where nothing fits: how many articles would without it; None: nothing either."""


def chips(request: Request, asked: NewsAsked, news: News) -> tuple[Chip, ...]:
    """A chip for each filter, and for each of several types."""
    return tuple(
        Chip(name, label, value, away, news.without.get(name))
        for name, label in NAMES.items()
        for value, away in _values(request, asked, news, name)
    )


def value_words(name: str, value: str) -> str:
    """The value of a filter in words: "weekday and date", "9 March 2026"."""
    if name == "type":
        return type_words(value)
    if name == "status":
        return told_as(value)
    if name == "has_finding":
        return value.replace("_", " ")
    return written(value) if name in ("since", "until") else value


def _values(request: Request, asked: NewsAsked, news: News, name: str) -> Iterator[tuple[str, str]]:
    given = getattr(asked, name)
    away = changed(request, *OF_A_PAGE, **{name: None})
    if name == "type":
        types = [each.strip() for one in given or () for each in one.split(",") if each.strip()]
        for each in types:
            others = ",".join(other for other in types if other != each)
            yield value_words(name, each), changed(request, *OF_A_PAGE, type=others)
    elif given and given.strip():
        yield _label(news, name, given.strip()), away


def _label(news: News, name: str, given: str) -> str:
    """What the facet calls the value, where it has one that is chosen."""
    chosen = (value.label for facet in news.facets if facet.name == name for value in facet.values if value.chosen)
    return value_words(name, next(chosen, given))
