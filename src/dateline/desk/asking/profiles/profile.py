"""One person, or one body, in all the articles of a desk."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.articles.hits import Hit, hits_of
from dateline.desk.asking.judged import WRONG
from dateline.desk.asking.people.encounters import PlayerKind
from dateline.desk.asking.profiles.appearances import Appearances, appearances_of
from dateline.desk.asking.profiles.company import Company, company_of
from dateline.desk.asking.profiles.coverage import Coverage, Page, coverage_of
from dateline.desk.asking.profiles.likenesses import Likeness, likenesses_of
from dateline.desk.asking.profiles.subject import Subject, subject_of
from dateline.desk.asking.profiles.tenures import Relation, Tenure, posts_and_kin
from dateline.desk.asking.question.filters import filters
from dateline.desk.asking.statements.said import Question, among
from dateline.desk.asking.statements.statements import StatementRow, rows_of
from dateline.desk.asking.timelines import timeline_rows
from dateline.desk.asking.timelines.happenings import charges_of
from dateline.desk.asking.timelines.timeline_rows import TimelineRow
from dateline.desk.storage.transactions import snapshot
from dateline.merging.identities.profiles import unpack

__all__ = ["PLAYERS", "NameUsed", "Profile", "Said", "articles_shown", "names_used", "profile", "said_by"]

PLAYERS: tuple[PlayerKind, ...] = ("person", "organisation")


class NameUsed(Struct, frozen=True, gc=False):
    """A name that articles use, and how many use it."""

    name: str
    articles: int


class Said(Struct, frozen=True):
    """A page of statements, the latest first, and how many there are."""

    rows: tuple[StatementRow, ...]
    total: int


class Profile(Struct, frozen=True, kw_only=True):
    """What all articles together tell of a person or a body. Copies of one text count once, but for `articles`."""

    id: str | None
    """Of its identity; None where merging knows nobody of this name."""
    kind: PlayerKind
    name: str
    names: tuple[NameUsed, ...]
    aliases: tuple[str, ...]
    """Other names that articles give."""
    countries: dict[str, int]
    """ISO 3166-1 alpha-3, or PLOVER's codes for what belongs to no one country, each with how many articles tell it."""
    sectors: dict[str, int]
    """PLOVER codes, side by side as articles have them."""
    articles: int
    """How many name it."""
    first: str | None
    """Day of the first of them; None where none tells its day."""
    last: str | None
    posts: tuple[Tenure, ...]
    """Those that a person holds or held; those in a body."""
    relations: tuple[Relation, ...]
    statements: Said
    incidents: Appearances
    charges: tuple[TimelineRow, ...]
    """Against it, by it, or before it, the latest first."""
    company: Company
    hits: tuple[Hit, ...]
    """A page of the articles, the latest first."""
    likenesses: tuple[Likeness, ...]
    notes: tuple[str, ...] = ()
    """How the question was understood, and what is not known."""


def profile(
    connection: sqlite3.Connection,
    who: str,
    kinds: Sequence[PlayerKind] = PLAYERS,
    *,
    statements: Page = Page(),
    incidents: Page = Page(),
    articles: Page = Page(),
) -> Profile:
    """All that is known of a person or a body: of an identity's id, of the id of a fact, or of a name in any spelling.

    The pages say which statements, incidents and articles are shown. Raises NotInDesk.
    """
    with snapshot(connection):
        subject = subject_of(connection, who, kinds)
        facts, coverage = subject.facts, coverage_of(connection, subject.articles)
        names, kind = names_used(subject), _kind(subject)
        posts, relations = posts_and_kin(connection, facts, coverage, of_body=kind == "organisation")
        return Profile(
            id=subject.id,
            kind=kind,
            name=subject.name,
            names=names,
            aliases=tuple(_aliases(connection, subject, {each.name for each in names})),
            countries=_codes((each.country, each.article) for each in subject.met),
            sectors=_codes((each.sector, each.article) for each in subject.met),
            articles=len(coverage.days),
            first=coverage.first,
            last=coverage.last,
            posts=posts,
            relations=relations,
            statements=said_by(connection, facts, coverage, statements),
            incidents=appearances_of(connection, facts, incidents),
            charges=_charges(connection, facts, coverage),
            company=company_of(connection, list(coverage.days), subject.key),
            hits=articles_shown(connection, coverage, articles),
            likenesses=tuple(likenesses_of(connection, subject.key, subject.others)) if subject.key else (),
            notes=_notes(subject, who),
        )


def names_used(subject: Subject) -> tuple[NameUsed, ...]:
    """The names that articles use, the most frequent first."""
    used = Counter(name for name, _ in {(each.name, each.article) for each in subject.met})
    return tuple(NameUsed(name, many) for name, many in sorted(used.items(), key=lambda item: (-item[1], item[0])))


def said_by(connection: sqlite3.Connection, facts: Sequence[int], coverage: Coverage, page: Page) -> Said:
    """What these say, in the order of the articles, the latest first."""
    told = connection.execute(
        f"SELECT fact, article FROM statements WHERE speaker IN {KEYS} AND fact NOT IN ({WRONG})", (keys_of(facts),)
    )
    keys = coverage.latest(told)
    shown = {
        each.fact: replace(each, articles=coverage.texts[each.article])
        for each in among(connection, Question(), f"statements.fact IN {KEYS}", [keys_of(page.of(keys))])
    }
    return Said(tuple(rows_of(connection, [shown[key] for key in page.of(keys)])), len(keys))


def articles_shown(connection: sqlite3.Connection, coverage: Coverage, page: Page) -> tuple[Hit, ...]:
    """A page of the articles."""
    return tuple(hits_of(connection, page.of(list(coverage.days)), {}, filters(None), ()))


def _charges(connection: sqlite3.Connection, facts: Sequence[int], coverage: Coverage) -> tuple[TimelineRow, ...]:
    told = {each.fact: each for each in charges_of(connection, facts)}
    keys = coverage.latest((each.fact, each.article) for each in told.values())
    shown = [replace(told[key], articles=coverage.texts[told[key].article]) for key in keys[: Page().size]]
    return tuple(timeline_rows.rows_of(connection, shown))


def _aliases(connection: sqlite3.Connection, subject: Subject, names: set[str]) -> Iterator[str]:
    """Other names that articles give, the most frequent first."""
    packed = connection.execute("SELECT profile FROM identities WHERE key = ?", (subject.key,)).fetchone()
    yield from (alias for alias in (unpack(packed[0]).aliases if packed and packed[0] else ()) if alias not in names)


def _kind(subject: Subject) -> PlayerKind:
    return "person" if subject.kind == "person" else "organisation"


def _codes(told: Iterable[tuple[str | None, int]]) -> dict[str, int]:
    """How many articles tell each code; an article that names somebody by several facts counts once."""
    return dict(Counter(code for code, _ in dict.fromkeys(told) if code).most_common())


def _notes(subject: Subject, asked: str) -> tuple[str, ...]:
    if subject.key is None:
        return (
            f"nobody is known by the name {subject.name!r} across articles: these are all who are called so, "
            "and they may be several",
        )
    if subject.others:
        return (f"{asked!r} is taken for {subject.name}, whom most articles mean; others have the name too",)
    return ()
