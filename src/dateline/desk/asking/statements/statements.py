"""Who said what, and when, in all the articles of a desk."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Any, TypedDict, Unpack, get_args, get_type_hints

from msgspec import Struct, json

from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.limits import checked_limit, latest, one_of, whole_number
from dateline.desk.asking.question import days
from dateline.desk.asking.rows import Rows
from dateline.desk.asking.statements.said import Question, found, read_about, said_words
from dateline.desk.asking.told import TimedBy, Told
from dateline.desk.asking.who.naming import names_of, source_words, sources_of
from dateline.desk.storage.transactions import snapshot
from dateline.model import Status
from dateline.values import Precision, Statement

PAGE = 50
STANCES: tuple[str, ...] = get_args(get_type_hints(Statement)["stance"])


class StatementRow(Struct, frozen=True, kw_only=True):
    """What somebody said in an article."""

    earliest: str | None
    """When it was said, ISO 8601: the first instant of what is known."""
    latest: str | None
    """The last instant of it."""
    precision: Precision | None
    timed_by: TimedBy
    """Whether the time is that of the saying, or the article's day, where no time of the saying is told."""
    speaker: str | None
    """A name, else the words that tell who it is ("a senior official"); None where nobody is told."""
    words: str
    """The words said; " ... " where the writer steps in."""
    stance: str
    manner: str
    addressee: str | None
    occasion: str | None
    """The words for it: "in an interview"."""
    place: str | None
    """Where it was said."""
    said_by: str | None
    """Who says that it was said, where it is told in another's words."""
    status: Status
    confidence: float
    articles: int
    """How many articles of the very same text tell it."""
    article: str
    """Id of the first of them."""
    headline: str | None
    outlet: str | None
    fact: str
    """Id of the fact in it."""


class SayingAsked(TypedDict, total=False):
    """Which statements are asked for, beside who speaks."""

    about: str | None
    to: str | None
    stance: str | None
    since: str | date | None
    until: str | date | None
    outlet: str | None


class StatementsAsked(SayingAsked, total=False):
    """What `statements` takes beside who speaks."""

    limit: int | None
    offset: int


def statements(
    connection: sqlite3.Connection,
    by: str | None = None,
    *,
    limit: int | None = PAGE,
    offset: int = 0,
    **asked: Unpack[SayingAsked],
) -> Rows[StatementRow]:
    """What was said, in the order of time; of more than `limit` the latest ones, and `total` counts all.

    `offset` leaves out so many of the latest ones: what came before them.

    `by`, `to`: who speaks and to whom, in any spelling, or a part of the name. `about`: words that the statement or
    its article's headline must have, as a search takes them. `stance`: says, denies, confirms, accuses, promises,
    warns, demands, asks or believes. `since` and `until` are about when it was said; what has no time of its own
    stands at its article's day. Where nobody's name is given, those of the latest articles come first, and when these
    are enough, `total` is None. What people judged wrong is left out, and copies of one text count once.
    Raises BadQuestion.
    """
    question = question_of(by, **asked)
    checked_limit(limit)
    left_out = whole_number("offset", offset, 0)
    with snapshot(connection):
        told, all_of_them = found(connection, question, None if limit is None else limit + left_out)
        rows = rows_of(connection, latest(told[: max(0, len(told) - left_out)], limit))
    return Rows(StatementRow, rows, total=len(told) if all_of_them else None)


def question_of(
    by: str | None,
    *,
    about: str | None = None,
    to: str | None = None,
    stance: str | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
    outlet: str | None = None,
) -> Question:
    """What is asked, understood. Raises BadQuestion."""
    first, last = days.bounds(since, until)
    return Question(
        by=by,
        to=to,
        about=read_about(about) if about else None,
        stance=one_of("stance", stance, STANCES) if stance else None,
        outlet=outlet,
        since=first,
        until=last,
    )


def rows_of(connection: sqlite3.Connection, page: Sequence[Told]) -> list[StatementRow]:
    """These statements in words, in their order."""
    rows = {
        row[0]: row[1:]
        for row in connection.execute(
            "SELECT facts.key, facts.id, facts.value, facts.status, facts.confidence, facts.said_by, "
            "statements.speaker, statements.addressee, statements.place, articles.id, articles.headline, "
            "articles.outlet, articles.text FROM facts JOIN statements ON statements.fact = facts.key "
            f"JOIN articles ON articles.key = facts.article WHERE facts.key IN {KEYS}",
            (keys_of([each.fact for each in page]),),
        )
    }
    names = names_of(connection, (key for row in rows.values() for key in row[5:8]))
    sources = sources_of(connection, (row[4] for row in rows.values()))
    return [_row(each, rows[each.fact], names, sources) for each in page]


def _row(each: Told, cells: tuple[Any, ...], names: dict[int, str], sources: dict[int, str]) -> StatementRow:
    fact, value, status, confidence, said_by, speaker, addressee, place, article, headline, outlet, text = cells
    statement = json.decode(value, type=Statement)
    return StatementRow(
        earliest=each.earliest,
        latest=each.latest,
        precision=each.precision,
        timed_by=each.timed_by,
        speaker=names.get(speaker) or source_words(statement, text),
        words=said_words(statement.content, text),
        stance=statement.stance,
        manner=statement.manner,
        addressee=names.get(addressee),
        occasion=said_words((statement.occasion,), text) if statement.occasion else None,
        place=names.get(place),
        said_by=sources.get(said_by),
        status=status,
        confidence=confidence,
        articles=each.articles,
        article=article,
        headline=headline,
        outlet=outlet,
        fact=fact,
    )
