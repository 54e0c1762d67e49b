"""A page of statements as people read them: where they stand, whose they are, and what else may be asked for."""

import sqlite3
from typing import Unpack

from msgspec import Struct
from msgspec.structs import replace

from dateline.desk.asking.limits import checked_limit, latest, whole_number
from dateline.desk.asking.rows import Rows
from dateline.desk.asking.statements.contexts import Context, contexts
from dateline.desk.asking.statements.said import found
from dateline.desk.asking.statements.statements import PAGE, SayingAsked, StatementRow, question_of, rows_of
from dateline.desk.asking.statements.voices import COUNTED, COUNTED_BY_WORDS, Voices, voices
from dateline.desk.storage.transactions import snapshot


class Heard(Struct, frozen=True, kw_only=True):
    """A page of statements, the latest first."""

    rows: Rows[StatementRow]
    contexts: tuple[Context, ...]
    """Of each row, in the order of the rows."""
    voices: Voices
    older: bool
    """Whether there are older ones than those of the page."""


def heard(
    connection: sqlite3.Connection,
    by: str | None = None,
    *,
    limit: int | None = PAGE,
    offset: int = 0,
    **asked: Unpack[SayingAsked],
) -> Heard:
    """As `statements` finds them, in the sentences that they stand in, with how many each speaker has made.

    Raises BadQuestion.
    """
    question = question_of(by, **asked)
    checked_limit(limit)
    first = whole_number("offset", offset, 0)
    many = COUNTED_BY_WORDS if question.about else COUNTED
    needed = None if limit is None else first + limit + 1
    with snapshot(connection):
        every, counted = found(connection, replace(question, stance=None), needed and max(needed, many))
        told, whole = found(connection, question, needed) if question.stance else (every, counted)
        told = sorted(told, key=lambda each: each.earliest is not None)  # of no day at all: behind the oldest
        page = latest(told[: max(0, len(told) - first)], limit)
        rows = rows_of(connection, page[::-1])
        return Heard(
            rows=Rows(StatementRow, rows, total=len(told) if whole else None),
            contexts=tuple(contexts(connection, [row.fact for row in rows])),
            voices=voices(connection, every, counted, question.stance, many),
            older=len(told) > first + len(page),
        )
