"""Statements where they stand: the sentences around them, cut into the words said and the words beside them."""

import sqlite3
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from msgspec import Struct, json

from dateline.desk.asking.articles.blocks import blocks_of
from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.timelines.passages import SENTENCE_END
from dateline.desk.asking.who.identities import Who, whos_of
from dateline.desk.asking.who.naming import names_of
from dateline.values import Span, Statement

Role = Literal["around", "said", "speaker", "cue"]
NEAR = 240
"""Characters between the words said and those that name the speaker, where both are shown."""
AROUND = 160
"""Characters before the words and behind them that are shown, cut at words."""
LONGEST = 1200
"""Characters that are shown in all."""
CUT = "…"
_ROWS = f"""
SELECT facts.id, facts.value, facts.article, articles.text, statements.speaker, statements.addressee FROM facts
JOIN statements ON statements.fact = facts.key JOIN articles ON articles.key = facts.article WHERE facts.id IN {KEYS}
"""
_THOSE = f"SELECT key, id, kind FROM facts WHERE key IN {KEYS}"


class Piece(Struct, frozen=True):
    """Words of the article in one line, and what they are to the statement."""

    words: str
    role: Role = "around"


class Context(Struct, frozen=True, kw_only=True):
    """A statement in its sentences, and who speaks and is spoken to: an identity, else the fact of the article."""

    pieces: tuple[Piece, ...]
    speaker: Who | None = None
    addressee: Who | None = None


def contexts(connection: sqlite3.Connection, facts: Sequence[str]) -> list[Context]:
    """The contexts of these statements, by the ids of their facts, in their order."""
    rows = {row[0]: row[1:] for row in connection.execute(_ROWS, (json.encode(facts).decode(),))}
    blocks = blocks_of(connection, {row[1] for row in rows.values()})
    whos = _whos(connection, {key for row in rows.values() for key in row[3:] if key})
    return [_context(rows[fact], blocks, whos) for fact in facts]


def _whos(connection: sqlite3.Connection, keys: set[int]) -> dict[int, Who]:
    """Those who are in no identity are known by the fact of their article."""
    cells = (keys_of(sorted(keys)),)
    names = names_of(connection, keys)
    alone = {key: Who(names[key], kind, fact) for key, fact, kind in connection.execute(_THOSE, cells) if key in names}
    return alone | whos_of(connection, list(keys))


def _context(cells: tuple[Any, ...], blocks: dict[int, list[Span]], whos: dict[int, Who]) -> Context:
    value, article, text, speaker, addressee = cells
    statement = json.decode(value, type=Statement)
    return Context(
        pieces=pieces(statement, text, blocks[article]),
        speaker=whos.get(speaker),
        addressee=whos.get(addressee),
    )


def pieces(statement: Statement, text: str, blocks: Sequence[Span]) -> tuple[Piece, ...]:
    """The sentences of a statement with its words told apart; without the speaker where that is named far away."""
    start, end = statement.content[0].start, statement.content[-1].end
    lit: list[tuple[Span, Role]] = [(span, "said") for span in statement.content]
    beside: tuple[tuple[Span | None, Role], ...] = ((statement.speaker_span, "speaker"), (statement.cue, "cue"))
    for span, role in beside:
        if span and span.end > start - NEAR and span.start < end + NEAR:
            lit.append((span, role))
    words = Span(min(span.start for span, _ in lit), max(span.end for span, _ in lit))
    around = _sentences(text, words, blocks)
    window = Span(max(around.start, words.start - AROUND), min(around.end, words.end + AROUND))
    found = [*_cut(text, sorted(lit), window)]
    if window.start > around.start:
        found[0] = Piece(f"{CUT} {found[0].words.partition(' ')[2]}")
    if window.end < around.end:
        found[-1] = Piece(f"{found[-1].words.rpartition(' ')[0]} {CUT}")
    return tuple(_shortened(found))


def _sentences(text: str, span: Span, blocks: Sequence[Span]) -> Span:
    """The sentences that the span lies in, in its blocks."""
    left = max((block.start for block in blocks if block.start <= span.start < block.end), default=span.start)
    right = min((block.end for block in blocks if block.start < span.end <= block.end), default=span.end)
    ends = [left, *(found.end() for found in SENTENCE_END.finditer(text, left, right)), right]
    start = ends[max(0, bisect_right(ends, span.start, hi=len(ends) - 1) - 1)]
    return Span(start, next((at for at in ends if at >= span.end), right))


def _cut(text: str, lit: Sequence[tuple[Span, Role]], window: Span) -> Iterator[Piece]:
    """The text of the window, piece by piece; where two lie over each other, the first one has the words."""
    at = window.start
    for span, role in lit:
        for start, end, what in ((at, span.start, "around"), (max(at, span.start), span.end, role)):
            yield from _piece(text[start:end], what)  # type: ignore[arg-type]
        at = max(at, span.end)
    yield from _piece(text[at : window.end].rstrip(), "around")


def _piece(raw: str, role: Role) -> Iterator[Piece]:
    words = " ".join(raw.split())
    if words:
        yield Piece(f"{' ' * raw[0].isspace()}{words}{' ' * raw[-1].isspace()}", role)
    elif raw:
        yield Piece(" ")


def _shortened(found: Iterable[Piece]) -> Iterator[Piece]:
    left = LONGEST
    for piece in found:
        if len(piece.words) > left:
            yield Piece(f"{piece.words[:left].rpartition(' ')[0] or piece.words[:left]} {CUT}", piece.role)
            return
        left -= len(piece.words)
        yield piece
