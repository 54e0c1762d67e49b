"""The words of a search, as a query that SQLite's FTS5 understands, whatever a user typed."""

import re
import unicodedata
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct

from dateline.errors import BadQuestion

MOST = 64
"""Words of one search, those in phrases too: longer ones cost seconds, and FTS5 takes no expression of any depth."""
BEGINNING = 3
"""Letters that must stand before a `*`; fewer begin most words there are."""
_QUOTES = '"“”„‟«»〝〞'
_PIECE = re.compile(rf"(?P<minus>-)?[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]?|(?P<word>[^\s(){_QUOTES}]+)")


class Words(Struct, frozen=True):
    """What an article must and must not say."""

    wanted: str | None
    """An FTS5 query; None where only words are ruled out."""
    unwanted: str | None = None
    """An FTS5 query for what is ruled out."""

    @property
    def begins(self) -> bool:
        """Whether beginnings of words are wanted, which cost far more than words."""
        return '" *' in (self.wanted or "")

    @property
    def query(self) -> str | None:
        """Both as one FTS5 query; None where nothing is wanted: FTS5 cannot say "all but"."""
        return f"({self.wanted}) NOT ({self.unwanted})" if self.wanted and self.unwanted else self.wanted


class _Term(NamedTuple):
    query: str
    ruled_out: bool
    joined: bool
    """OR stands before it."""


def read_words(typed: str) -> Words:
    """The query of what was typed.

    Words stand side by side for AND; "a phrase", `OR` between two, `-word` or `NOT word` to rule one out, `word*` for
    beginnings of three letters and more. All else are words, `AND` may be written, brackets mean nothing, OR binds
    closer than AND. Case and accents do not matter; words and phrases are found in all their endings.
    Raises BadQuestion where no word is in it.
    """
    terms = _terms(typed)
    if not terms:
        raise BadQuestion(f'there is no word in {typed!r}; give words: ceasefire "peace talks" NOT football protest*')
    if (many := sum(_many(term.query) for term in terms)) > MOST:
        raise BadQuestion(f"a search takes {MOST} words, and these are {many}; give fewer")
    alternatives: list[list[str]] = []
    for term in terms:
        if term.ruled_out:
            continue
        if term.joined and alternatives:
            alternatives[-1].append(term.query)
        else:
            alternatives.append([term.query])
    wanted = " AND ".join(dict.fromkeys(map(_any_of, alternatives)))
    return Words(wanted or None, _any_of([term.query for term in terms if term.ruled_out]) or None)


def _any_of(queries: list[str]) -> str:
    each = list(dict.fromkeys(queries))
    return f"({' OR '.join(each)})" if len(each) > 1 else "".join(each)


def _terms(typed: str) -> list[_Term]:
    terms: list[_Term] = []
    joined = ruled_out = False
    for piece in _PIECE.finditer(_typeable(typed)):
        word = piece["word"] or ""
        if word == "OR":
            joined = True
        elif word == "NOT":
            ruled_out = True
        elif word != "AND" and (query := _quoted(piece["phrase"]) if piece["word"] is None else _word(word)):
            rules_out = ruled_out or bool(piece["minus"]) or (word.startswith("-") and len(word) > 1)
            terms.append(_Term(query, rules_out, joined))
            joined = ruled_out = False
    return terms


def _typeable(typed: str) -> str:
    """Without what no text of SQLite may have."""
    return "".join(" " if char == "\0" or "\ud800" <= char <= "\udfff" else char for char in typed)


def _word(word: str) -> str:
    bare = word.lstrip("-").rstrip("*")
    starts = word.endswith("*") and sum(map(_counts, bare)) >= BEGINNING
    quoted = _quoted(bare)
    return f"{quoted} *" if quoted and starts else quoted


def _quoted(words: str) -> str:
    """As a string of FTS5, in which nothing has a meaning; empty where FTS5 would see no word in it."""
    return f'"{words}"' if any(map(_counts, words)) else ""


def _many(query: str) -> int:
    """How many words FTS5 sees: "a_b" is two."""
    return sum(counts for counts, _ in groupby(query, _counts))


def _counts(char: str) -> bool:
    """Whether FTS5 takes this character for a part of a word."""
    return unicodedata.category(char)[0] in "LN" or unicodedata.category(char) == "Co"
