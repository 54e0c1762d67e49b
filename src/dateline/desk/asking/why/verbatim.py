"""The words of a fact within the sentence that has them, verbatim."""

import re
import sqlite3
from collections.abc import Mapping

from msgspec import Struct, json

from dateline.desk.asking.articles.conditions import KEYS

__all__ = ["Verbatim", "verbatim"]

LONGEST = 220
"""Characters of a sentence on either side of the words; longer ones are cut at a word."""
CUT = "…"
_ENDS = re.compile(r"[.!?…]['\"”’»)\]]*(?=\s|$)")


class Verbatim(Struct, frozen=True):
    """Words of an article, each part on one line."""

    before: str
    words: str
    after: str


_BLOCKS = f"""
SELECT facts.id, substr(articles.text, block.start + 1, block."end" - block.start), first.start - block.start,
    min(first."end", block."end") - block.start
FROM facts JOIN articles ON articles.key = facts.article
JOIN spans AS first ON first.fact = facts.key AND first.number = 0
JOIN blocks AS block ON block.article = articles.key AND block.start <= first.start AND first.start < block."end"
WHERE facts.id IN {KEYS}
"""


def verbatim(connection: sqlite3.Connection, words: Mapping[str, str]) -> dict[str, Verbatim]:
    """The sentence of each of these facts, by its id; `words` are those that are told apart in it.

    Where the paragraph of the fact does not have these words, they are those that the fact rests on first.
    """
    found = dict[str, Verbatim]()
    for fact, text, start, end in connection.execute(_BLOCKS, (json.encode(list(words)).decode(),)):
        found.setdefault(fact, _within(text, *_place(text, words[fact], start, end)))
    return found


def _place(text: str, words: str, start: int, end: int) -> tuple[int, int]:
    """Where the words are: the nearest to where the fact begins."""
    if not words.strip():
        return start, end
    places = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    return min((place.span() for place in places), key=lambda span: abs(span[0] - start), default=(start, end))


def _within(text: str, start: int, end: int) -> Verbatim:
    # A sentence ends where a blank follows: what ends right at the words may be the dot of a number, as in "2.5".
    first = max((found.end() for found in _ENDS.finditer(text, 0, start) if found.end() < start), default=0)
    last = next((found.end() for found in _ENDS.finditer(text, max(start, end - 1))), len(text))
    before, after = text[first:start].lstrip(), text[end:last].rstrip()
    if len(before) > LONGEST:
        before = f"{CUT} {before[-LONGEST:].partition(' ')[2]}"
    if len(after) > LONGEST:
        after = f"{after[:LONGEST].rpartition(' ')[0]} {CUT}"
    return Verbatim(_line(before), _line(text[start:end]), _line(after))


def _line(words: str) -> str:
    """On one line; a blank at an end stays one."""
    return re.sub(r"\s+", " ", words)
