"""Who is who in a desk: each person, body and place of an article given to one that the desk knows, or to a new one."""

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from functools import reduce
from typing import NamedTuple

from dateline.desk.merging.hands import hands_on
from dateline.desk.merging.packing import MERGING, report_in
from dateline.desk.merging.rows import KEYS, column, keys_cell, pairs
from dateline.merging.identities.identities import grouped
from dateline.merging.identities.keys import asked_of, keys_of
from dateline.merging.identities.profiles import Profile, joined, name_of_profile, pack, parted, profiles_of, unpack
from dateline.merging.identities.resolving import is_whole, resolve
from dateline.merging.ids import incident_id
from dateline.merging.outcomes import Verdict
from dateline.merging.reports.report import Report

__all__ = ["judge_names", "name", "unname"]

MOST = 40
"""Identities that a name is compared with."""
MANY = 200
"""Facts of an identity up to which it is made anew from all of them; of more, one is taken out by what counts tell."""

_NAMES = "SELECT id, key FROM facts WHERE article = ? AND kind IN ('person', 'organisation', 'place')"
_ASKED = (
    "SELECT identities.key, profile FROM identities WHERE key IN "
    f"(SELECT identity FROM identity_keys WHERE key IN {KEYS} ORDER BY identity LIMIT {MOST})"
)
_OF = f"SELECT fact, identity FROM identity_facts WHERE fact IN {KEYS}"
_OF_ARTICLE = "SELECT fact, identity FROM identity_facts JOIN facts ON facts.key = fact WHERE article = ?"
_FACTS = f"SELECT fact FROM identity_facts WHERE identity IN {KEYS} ORDER BY fact LIMIT {2 * MANY + 1}"
_REPORTED = (
    "SELECT facts.key, facts.id, report FROM facts JOIN reports ON reports.article = facts.article "
    f"WHERE facts.key IN {KEYS} AND reports.version = ?"
)


class _Named(NamedTuple):
    """A fact that names somebody or something."""

    key: int
    id: str
    profile: Profile


def name(connection: sqlite3.Connection, article: int, report: Report) -> None:
    """Gives each name of an article to an identity: whole names first, since they tell whom the others may mean."""
    for each in sorted(_named(connection, article, report), key=lambda named: (not is_whole(named.profile), named.key)):
        _resolve(connection, each)


def unname(connection: sqlite3.Connection, article: int, report: Report | None) -> None:
    """Takes the names of an article out of their identities; one that has no other goes.

    Without a report, that of another version of merging, what it told stays until the others are made anew.
    """
    known = {each.key: each.profile for each in _named(connection, article, report)} if report else {}
    for fact, identity in pairs(connection, _OF_ARTICLE, article).items():
        _take_out(connection, fact, identity, known.get(fact))


def judge_names(connection: sqlite3.Connection, facts: Collection[int]) -> None:
    """Obeys what was decided on these facts, or decided no more: their identities are made anew."""
    if not facts:
        return
    homes = set(pairs(connection, _OF, keys_cell(facts)).values())
    members = column(connection, _FACTS, keys_cell(homes))
    few = len(members) <= 2 * MANY
    told = sorted(_reported(connection, {*members, *facts} if few else facts))
    before = pairs(connection, _OF, keys_cell([each.key for each in told]))
    if not few:
        for each in told:
            if each.key in before:
                _take_out(connection, each.key, before[each.key], each.profile)
        for each in told:
            _resolve(connection, each)
        return
    _group_anew(connection, told, before)


def _group_anew(connection: sqlite3.Connection, told: list[_Named], before: Mapping[int, int]) -> None:
    from dateline.desk.merging.placing import successors

    by_id = {each.id: each for each in told}
    hands, ids = hands_on(connection, [each.key for each in told], "facts"), {each.key: each.id for each in told}
    bound, apart = (
        [(ids[a], ids[b]) for a, b in sorted(found) if a in ids and b in ids] for found in (hands.bound, hands.apart)
    )
    found = grouped([(each.id, each.profile) for each in told], bound, apart)
    groups = [tuple(sorted(by_id[fact].key for fact in group)) for group in found]
    kept = successors(groups, before)
    known = {each.key: each for each in told}
    connection.executemany("DELETE FROM identity_facts WHERE fact = ?", [(fact,) for fact in known])
    for identity in set(before.values()) - set(kept.values()):
        _drop(connection, identity)
    for place, group in enumerate(groups):
        whole = reduce(joined, (known[fact].profile for fact in group))
        identity = kept[place] if place in kept else _add(connection, known[group[0]])
        _tell(connection, identity, whole)
        rows = [(fact, identity, 1.0) for fact in group]
        connection.executemany("INSERT INTO identity_facts VALUES (?, ?, ?)", rows)


def _resolve(connection: sqlite3.Connection, named: _Named) -> None:
    profile = named.profile
    candidates = {key: unpack(told) for key, told in connection.execute(_ASKED, (keys_cell(asked_of(profile)),))}
    said = _said(connection, named.key)
    for identity in said.keys() - candidates.keys():
        (told,) = connection.execute("SELECT profile FROM identities WHERE key = ?", (identity,)).fetchone()
        candidates[identity] = unpack(told)
    candidates = {key: known for key, known in candidates.items() if known.kind == profile.kind}
    choice = resolve(profile, candidates.items(), said)
    if choice.identity is None:
        identity, whole, score = _add(connection, named), profile, 1.0
    else:
        identity, whole, score = choice.identity, joined(candidates[choice.identity], profile), choice.score
    _tell(connection, identity, whole)
    connection.execute("INSERT OR REPLACE INTO identity_facts VALUES (?, ?, ?)", (named.key, identity, score))


def _said(connection: sqlite3.Connection, fact: int) -> dict[int, Verdict]:
    """What people said of a fact and the identities of others."""
    hands = hands_on(connection, [fact], "facts")
    found: dict[int, Verdict] = {}
    verdicts: tuple[tuple[Verdict, frozenset[tuple[int, int]]], ...] = (
        ("same", hands.bound),
        ("different", hands.apart),
    )
    for verdict, judged in verdicts:
        others = {end for pair in judged for end in pair if fact in pair and end != fact}
        found |= dict.fromkeys(pairs(connection, _OF, keys_cell(others)).values(), verdict)
    return found


def _add(connection: sqlite3.Connection, named: _Named) -> int:
    wanted = incident_id(named.id).replace("incident-", "identity-")
    taken = connection.execute("SELECT 1 FROM identities WHERE id = ?", (wanted,)).fetchone()
    if taken:  # founded by this fact, which has gone to another one since
        wanted = incident_id(f"{named.id}/{named.key}").replace("incident-", "identity-")
    cells = (wanted, named.profile.kind, name_of_profile(named.profile))
    return connection.execute("INSERT INTO identities VALUES (NULL, ?, ?, ?, NULL)", cells).lastrowid or 0


def _tell(connection: sqlite3.Connection, identity: int, whole: Profile) -> None:
    """Writes down what is known of an identity, and the keys under which it is found."""
    connection.execute(
        "UPDATE identities SET name = ?, profile = ? WHERE key = ?", (name_of_profile(whole), pack(whole), identity)
    )
    keys = set(keys_of(whole))
    kept = set(column(connection, "SELECT key FROM identity_keys WHERE identity = ?", identity))
    connection.executemany(
        "DELETE FROM identity_keys WHERE key = ? AND identity = ?", [(k, identity) for k in kept - keys]
    )
    connection.executemany("INSERT INTO identity_keys VALUES (?, ?)", [(key, identity) for key in keys - kept])


def _take_out(connection: sqlite3.Connection, fact: int, identity: int, profile: Profile | None) -> None:
    connection.execute("DELETE FROM identity_facts WHERE fact = ?", (fact,))
    others = column(connection, f"SELECT fact FROM identity_facts WHERE identity = ? LIMIT {MANY + 1}", identity)
    if not others:
        _drop(connection, identity)
        return
    if len(others) <= MANY:
        if left := sorted(_reported(connection, others)):
            _tell(connection, identity, reduce(joined, (each.profile for each in left)))
    elif profile is not None:
        (told,) = connection.execute("SELECT profile FROM identities WHERE key = ?", (identity,)).fetchone()
        _tell(connection, identity, parted(unpack(told), profile))


def _drop(connection: sqlite3.Connection, identity: int) -> None:
    connection.execute("DELETE FROM identity_facts WHERE identity = ?", (identity,))
    connection.execute("DELETE FROM identities WHERE key = ?", (identity,))


def _named(connection: sqlite3.Connection, article: int, report: Report) -> Iterator[_Named]:
    keys = pairs(connection, _NAMES, article)
    for told, profile in zip(report.names, profiles_of(report), strict=True):
        if profile is not None and told.fact in keys:
            yield _Named(keys[told.fact], told.fact, profile)


def _reported(connection: sqlite3.Connection, facts: Collection[int]) -> Iterator[_Named]:
    """These facts with their profiles, by the reports of their articles."""
    for key, fact, packed in connection.execute(_REPORTED, (keys_cell(facts), MERGING)).fetchall():
        report = report_in(packed)
        for told, profile in zip(report.names, profiles_of(report), strict=True):
            if told.fact == fact and profile is not None:
                yield _Named(key, fact, profile)
