"""Posts that articles tell of somebody, as few words as tell them."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

MOST = 4
_ORDER = {"current": 0, "future": 1, "former": 2}


class Post(Struct, frozen=True):
    """A post as some articles tell it, and how many times."""

    title: str
    body: str | None
    state: str
    acting: int
    rank: int
    many: int


def posts_of(told: Iterable[Post], most: int = MOST) -> tuple[str, ...]:
    """The posts in words: those held now, those to come, those held once; in each the most told first.

    A post that is told in several states is given in that of most tellings; a title alone is left out beside the same
    title in a body.
    """
    groups = _with_bodies(_by_words(told))
    posts = [(Counter(_states(group)).most_common(1)[0][0], group) for group in groups]
    posts.sort(key=lambda post: (_ORDER.get(post[0][0], 3), -_many(post[1]), post[1][0].title.casefold()))
    return tuple(_shown(group, state, acting) for (state, acting), group in posts[:most])


def _by_words(told: Iterable[Post]) -> dict[tuple[str, str], list[Post]]:
    groups: dict[tuple[str, str], list[Post]] = {}
    for post in told:
        groups.setdefault((_bare(post.title), _bare(post.body or "")), []).append(post)
    return groups


def _with_bodies(groups: dict[tuple[str, str], list[Post]]) -> list[list[Post]]:
    """The groups; tellings without a body go to the most told one of the same title that has one."""
    for title, body in list(groups):
        bodied = [other for other in groups if other[0] == title and other[1]]
        if not body and bodied:
            groups[max(bodied, key=lambda other: _many(groups[other]))] += groups.pop((title, body))
    return list(groups.values())


def _states(group: list[Post]) -> dict[tuple[str, bool], int]:
    states: Counter[tuple[str, bool]] = Counter()
    for post in group:
        states[post.state, bool(post.acting)] += post.many
    return states


def _many(group: list[Post]) -> int:
    return sum(post.many for post in group)


def _shown(group: list[Post], state: str, acting: bool) -> str:
    title = max(group, key=lambda post: post.many).title
    body = next((post.body for post in sorted(group, key=lambda post: -post.many) if post.body), None)
    words = ", ".join(part for part in (" ".join(title.split()), body) if part)
    marks = ", ".join(mark for mark in ("acting" if acting else "", state if state != "current" else "") if mark)
    return f"{words} ({marks})" if marks else words


def _bare(words: str) -> str:
    return " ".join(words.casefold().replace(".", " ").split())
