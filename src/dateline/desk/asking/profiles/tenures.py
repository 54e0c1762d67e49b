"""Posts over time: who held what, from when to when, as far as articles tell."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Literal, NamedTuple

from msgspec import Struct

from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.judged import WRONG
from dateline.desk.asking.profiles.coverage import Citation, Coverage, citations_of
from dateline.desk.asking.profiles.intervals import Interval, common
from dateline.desk.asking.timelines.happenings import posts_of
from dateline.desk.asking.who.identities import Who, whos_of
from dateline.desk.asking.who.naming import names_of

__all__ = ["Relation", "Tenure", "posts_and_kin"]

State = Literal["current", "former", "future"]
SHOWN = 6
"""Sources of a post that are named, the first and the latest ones."""
_ROLES = f"""
SELECT fact, article, person, title, organisation, country, state, acting, rank, relative, since, until FROM roles
WHERE {{column}} IN {KEYS} AND fact NOT IN ({WRONG})
"""


class Tenure(Struct, frozen=True, kw_only=True):
    """A post, or a rank, and when it was held as far as articles tell: what is None is unknown."""

    title: str
    """As most articles have it."""
    person: Who
    organisation: Who | None
    country: str | None
    """ISO 3166-1 alpha-3."""
    state: State
    """As the latest article that tells it has it."""
    acting: bool
    rank: bool
    since: Interval | None
    """When it was taken."""
    until: Interval | None
    """When it was left."""
    held_first: str | None
    """Day of the first article that tells it as held: it was taken by then, if that article is right."""
    held_last: str | None
    """Day of the last one."""
    over_by: str | None
    """Day of the first article that tells it as over."""
    articles: int
    """How many tell it."""
    first: str | None
    """Day of the first of them."""
    last: str | None
    sources: tuple[Citation, ...]
    """Some of them, in the order of time."""
    note: str | None = None
    """What does not fit, in a sentence."""


class Relation(Struct, frozen=True, kw_only=True):
    """Kin, or somebody else that a person is told to belong to."""

    title: str
    person: Who
    """Whose relation it is: "brother" is the person's, of `relative`."""
    relative: Who
    articles: int
    source: Citation


class _Telling(NamedTuple):
    fact: int
    article: int
    day: str | None
    many: int
    """In how many articles these words stand."""
    person: int
    title: str
    body: int | None
    country: str | None
    state: State
    acting: int
    rank: int
    relative: int | None
    since: Interval | None
    until: Interval | None


class _Names(NamedTuple):
    """Who facts are: by their identity, else by the name that their article has."""

    whos: dict[int, Who]
    names: dict[int, str]

    def who(self, fact: int, kind: Literal["person", "organisation"]) -> Who:
        return self.whos.get(fact) or Who(self.names.get(fact, ""), kind)

    def key(self, fact: int | None) -> str:
        if fact is None:
            return ""
        known = self.whos.get(fact)
        return (known and known.id) or self.names.get(fact, "").casefold()


def posts_and_kin(
    connection: sqlite3.Connection, facts: Sequence[int], coverage: Coverage, *, of_body: bool = False
) -> tuple[tuple[Tenure, ...], tuple[Relation, ...]]:
    """The posts of a person and whose kin he is told to be; with `of_body` the posts in a body.

    What is held now comes first, then the latest left. Tellings of one title in one body are one tenure, unless their
    dates keep them apart: then each term is its own, and a telling without dates belongs to none of them.
    """
    told = _tellings(connection, facts, coverage, "organisation" if of_body else "person")
    posts = _tenures(connection, [each for each in told if each.relative is None])
    if of_body:
        return posts, ()
    kin = [each for each in told if each.relative is not None]
    return posts, _relations(connection, [*kin, *_tellings(connection, facts, coverage, "relative")])


def _tenures(connection: sqlite3.Connection, posts: Sequence[_Telling]) -> tuple[Tenure, ...]:
    names = _names(connection, posts)
    terms = [term for group in _posts(posts, names) for term in _terms(group)]
    shown = citations_of(connection, [fact for term in terms for fact in _cited(term)])
    found = [_tenure(term, names, shown) for term in terms]
    order = {"current": 2, "future": 1, "former": 0}
    return tuple(sorted(found, key=lambda each: (order[each.state], _ended(each), each.articles), reverse=True))


def _relations(connection: sqlite3.Connection, kin: Sequence[_Telling]) -> tuple[Relation, ...]:
    """Those told most first."""
    names = _names(connection, kin)
    groups: dict[tuple[str, str, str], list[_Telling]] = defaultdict(list)
    for each in kin:
        groups[_bare(each.title), names.key(each.person), names.key(each.relative)].append(each)
    shown = citations_of(connection, [group[0].fact for group in groups.values()])
    found = [_relation(group, names, shown) for group in groups.values()]
    return tuple(sorted(found, key=lambda each: (-each.articles, each.title, each.relative.name)))


def _relation(group: Sequence[_Telling], names: _Names, shown: dict[int, Citation]) -> Relation:
    return Relation(
        title=_title(group),
        person=names.who(group[0].person, "person"),
        relative=names.who(group[0].relative or 0, "person"),
        articles=_articles(group),
        source=shown[group[0].fact],
    )


def _tellings(connection: sqlite3.Connection, facts: Sequence[int], coverage: Coverage, column: str) -> list[_Telling]:
    """The roles in the order of their articles' days."""
    cells = (keys_of(facts),)
    rows = [row for row in connection.execute(_ROLES.format(column=column), cells) if row[1] in coverage.texts]
    times: dict[str, dict[int, Interval]] = {"post taken": {}, "post left": {}}
    dated = [person for _, _, person, *_, since, until in rows if since or until]
    for each in posts_of(connection, dated) if dated else ():
        if each.timed_by == "fact" and each.earliest and each.latest:
            times[each.what][each.fact] = Interval(each.earliest, each.latest, each.precision)
    told = [_telling(row, coverage, times) for row in rows]
    return sorted(told, key=lambda each: (each.day or "", each.article, each.fact))


def _telling(row: Sequence[Any], coverage: Coverage, times: dict[str, dict[int, Interval]]) -> _Telling:
    fact, article, *cells = row[:-2]
    taken, left = (times[what].get(fact) for what in ("post taken", "post left"))
    return _Telling(*(fact, article, coverage.days[article], coverage.texts[article], *cells, taken, left))


def _names(connection: sqlite3.Connection, told: Iterable[_Telling]) -> _Names:
    facts = {fact for each in told for fact in (each.person, each.body, each.relative) if fact is not None}
    return _Names(whos_of(connection, sorted(facts)), names_of(connection, facts))


def _posts(told: Sequence[_Telling], names: _Names) -> list[list[_Telling]]:
    """One list for each title of a person in a body; a title alone goes with the same title that has a body."""
    groups: dict[tuple[str, str, str], list[_Telling]] = defaultdict(list)
    for each in told:
        groups[names.key(each.person), _bare(each.title), names.key(each.body)].append(each)
    for person, title, body in list(groups):
        bodied = [other for other in groups if other[:2] == (person, title) and other[2]]
        if not body and len(bodied) == 1:
            groups[bodied[0]] += groups.pop((person, title, body))
    return [sorted(group, key=lambda each: (each.day or "", each.article)) for group in groups.values()]


def _terms(group: Sequence[_Telling]) -> list[list[_Telling]]:
    """The tellings of one post as terms of office."""
    terms: list[list[_Telling]] = []
    for each in sorted((each for each in group if each.since or each.until), key=_bounds):
        home = next((term for term in terms if all(_agree(each, other) for other in term)), None)
        if home is None:
            terms.append([each])
        else:
            home.append(each)
    undated = [each for each in group if not (each.since or each.until)]
    if undated and len(terms) == 1:
        terms[0] += undated
    elif undated:
        terms.append(undated)
    return [sorted(term, key=lambda each: (each.day or "", each.article)) for term in terms]


def _bounds(each: _Telling) -> tuple[str, str]:
    return (each.since or each.until or Interval("", "")).earliest, (each.until or Interval("~", "~")).latest


def _agree(one: _Telling, other: _Telling) -> bool:
    """Whether two tellings may be of one term."""
    for mine, its in ((one.since, other.since), (one.until, other.until)):
        if mine and its and not common([mine, its]):
            return False
    return not (_before(one.until, other.since) or _before(other.until, one.since))


def _before(until: Interval | None, since: Interval | None) -> bool:
    return until is not None and since is not None and until.latest < since.earliest[: len(until.latest)]


def _tenure(term: list[_Telling], names: _Names, shown: dict[int, Citation]) -> Tenure:
    last, body = term[-1], next((each.body for each in reversed(term) if each.body is not None), None)
    held = [each.day for each in term if each.state == "current" and each.day]
    over = [each.day for each in term if each.state == "former" and each.day]
    days = [each.day for each in term if each.day]
    return Tenure(
        title=_title(term),
        person=names.who(last.person, "person"),
        organisation=None if body is None else names.who(body, "organisation"),
        country=next((each.country for each in reversed(term) if each.country), None),
        state=last.state,
        acting=bool(last.acting),
        rank=bool(last.rank),
        since=common(each.since for each in term if each.since),
        until=common(each.until for each in term if each.until),
        held_first=min(held, default=None),
        held_last=max(held, default=None),
        over_by=min(over, default=None),
        articles=_articles(term),
        first=min(days, default=None),
        last=max(days, default=None),
        sources=tuple(shown[fact] for fact in _cited(term)),
        note=_unfit(min(over, default=None), max(held, default=None)),
    )


def _articles(told: Sequence[_Telling]) -> int:
    """How many articles tell it; one that tells it twice counts once."""
    return sum({each.article: each.many for each in told}.values())


def _unfit(over: str | None, held: str | None) -> str | None:
    if over and held and held > over:
        return f"told as held on {held}, after it was told as over on {over}"
    return None


def _cited(term: Sequence[_Telling]) -> list[int]:
    facts = [each.fact for each in term]
    return facts if len(facts) <= SHOWN else [*facts[: SHOWN // 2], *facts[-SHOWN // 2 :]]


def _ended(each: Tenure) -> str:
    return (each.until or each.since or Interval("", each.last or "")).latest


def _title(group: Sequence[_Telling]) -> str:
    many: dict[str, int] = defaultdict(int)
    for each in group:
        many[" ".join(each.title.split())] += each.many
    return max(many, key=lambda title: (many[title], title))


def _bare(words: str) -> str:
    return " ".join(words.casefold().replace(".", " ").split())
