"""Whose statements these are, and what they do: how many of each speaker and of each stance."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.limits import latest
from dateline.desk.asking.told import Told
from dateline.desk.asking.who.identities import Who, whos_of
from dateline.desk.asking.who.naming import names_of

COUNTED = 1000
"""Statements that are counted: the latest ones that fit the question."""
COUNTED_BY_WORDS = 200
"""The same where words are asked for: each statement must be read for them."""
SPEAKERS = 12
"""Speakers that are named."""
_ROWS = f"SELECT fact, stance, speaker FROM statements WHERE fact IN {KEYS}"


class Voice(Struct, frozen=True):
    """Somebody who speaks. `id` is that of an identity; None where no article but one knows who it is."""

    name: str
    statements: int
    kind: str | None = None
    id: str | None = None


class Voices(Struct, frozen=True, kw_only=True):
    """How many statements there are of each stance, and of each speaker."""

    stances: dict[str, int]
    """The most frequent one first; whatever stance was asked for."""
    speakers: tuple[Voice, ...]
    """Those who say most, of the stance that was asked for."""
    others: int
    """Statements of further speakers."""
    nobody: int
    """Statements whose speaker has no name."""
    counted: int
    """Statements that were looked at."""
    all: bool
    """Whether these are all that fit the question; else they are the latest ones."""


def voices(
    connection: sqlite3.Connection, told: Sequence[Told], whole: bool, stance: str | None, counted: int = COUNTED
) -> Voices:
    """Who says these, in the order of time, and with which stances; `whole`: whether they are all that fit."""
    seen = latest(told, counted)
    rows = connection.execute(_ROWS, (keys_of([each.fact for each in seen]),)).fetchall()
    speaking = [speaker for _, each, speaker in rows if stance in (None, each)]
    named = _named(connection, filter(None, speaking))
    many = Counter(named[speaker] for speaker in speaking if speaker in named)
    most = sorted(many, key=lambda who: (-many[who], who.name))[:SPEAKERS]
    return Voices(
        stances=dict(Counter(each for _, each, _ in rows).most_common()),
        speakers=tuple(Voice(who.name, many[who], who.kind if who.id else None, who.id) for who in most),
        others=sum(many.values()) - sum(many[who] for who in most),
        nobody=len(speaking) - sum(many.values()),
        counted=len(seen),
        all=whole and len(told) == len(seen),
    )


def _named(connection: sqlite3.Connection, speakers: Iterable[int]) -> dict[int, Who]:
    """Who these facts are, in all articles; else by the name that their article gives."""
    facts = list(dict.fromkeys(speakers))
    known = whos_of(connection, facts)
    return {fact: Who(name, "person") for fact, name in names_of(connection, facts).items()} | known
