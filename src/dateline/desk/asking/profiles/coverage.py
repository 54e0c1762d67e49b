"""The articles that name somebody: their days, and which of them are one text."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from dateline.desk.asking.articles.conditions import KEYS, keys_of

__all__ = ["Citation", "Coverage", "Page", "citations_of", "coverage_of"]


class Citation(Struct, frozen=True, kw_only=True, gc=False):
    """Where something is told."""

    article: str
    headline: str | None
    outlet: str | None
    day: str | None
    fact: str
    """Id of the fact in this article."""


class Page(Struct, frozen=True, gc=False):
    """Which rows of a part are shown: `size` of them, from the row `first` on (from 0)."""

    first: int = 0
    size: int = 20

    def of(self, keys: Sequence[int]) -> Sequence[int]:
        """The keys of this page."""
        return keys[self.first : self.first + self.size]


class Coverage(Struct, frozen=True):
    """Articles, the latest first."""

    days: dict[int, str | None]
    """The day of each, by its key, in the order of the latest first; what has no day stands last."""
    texts: dict[int, int]
    """Of each text the article that came in first, and in how many articles it stands."""

    @property
    def first(self) -> str | None:
        """The earliest day; None where no article has one."""
        return next(filter(None, reversed(self.days.values())), None)

    @property
    def last(self) -> str | None:
        """The latest day."""
        return next(filter(None, self.days.values()), None)

    def latest(self, told: Iterable[tuple[int, int]]) -> list[int]:
        """Of pairs of fact and article the facts, the latest article's first, those of copies of one text once."""
        kept = [(self.days[article] or "", article, -fact) for fact, article in told if article in self.texts]
        return [-fact for _, _, fact in sorted(kept, reverse=True)]


def coverage_of(connection: sqlite3.Connection, articles: Sequence[int]) -> Coverage:
    """The coverage by these articles."""
    rows = connection.execute(f"SELECT key, dated, version FROM articles WHERE key IN {KEYS}", (keys_of(articles),))
    found = sorted(((dated or "")[:10], key, version) for key, dated, version in rows)
    many = Counter(version for _, _, version in found)
    firsts: dict[str, int] = {}
    for _, key, version in found:
        firsts[version] = min(key, firsts.get(version, key))
    return Coverage(
        days={key: day or None for day, key, _ in reversed(found)},
        texts={key: many[version] for version, key in firsts.items()},
    )


def citations_of(connection: sqlite3.Connection, facts: Sequence[int]) -> dict[int, Citation]:
    """Where these facts are told, by their keys."""
    rows = connection.execute(
        "SELECT facts.key, facts.id, articles.id, articles.headline, articles.outlet, articles.dated FROM facts "
        f"JOIN articles ON articles.key = facts.article WHERE facts.key IN {KEYS}",
        (keys_of(sorted(set(facts))),),
    )
    return {
        key: Citation(article=article, headline=headline, outlet=outlet, day=dated and dated[:10], fact=fact)
        for key, fact, article, headline, outlet, dated in rows
    }
