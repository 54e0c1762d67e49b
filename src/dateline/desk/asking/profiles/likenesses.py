"""Who might be the same, and who only has the same name: identities that the desk keeps apart, and why."""

import sqlite3
from collections.abc import Iterable, Sequence

from msgspec import Struct

from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.merging.identities.keys import asked_of
from dateline.merging.identities.likeness import identity_reasons, identity_tie
from dateline.merging.identities.profiles import Profile as Known
from dateline.merging.identities.profiles import unpack
from dateline.merging.outcomes import MACHINE, Verdict

__all__ = ["Likeness", "likenesses_of"]

MOST = 8
COMPARED = 60
"""Identities that are looked at."""
_OWN = "SELECT key FROM identity_keys WHERE identity = ?"
_NEAR = f"SELECT DISTINCT identity FROM identity_keys WHERE key IN {KEYS} AND identity != ? LIMIT {COMPARED}"
_PROFILES = f"SELECT key, id, name, profile FROM identities WHERE key IN {KEYS} AND profile IS NOT NULL"
_JUDGED = """
SELECT mine.identity, its.identity, judgements.verdict, judgements.who, judgements.why FROM judgement_pairs AS pair
CROSS JOIN judgements ON judgements.key = pair.judgement
CROSS JOIN facts AS one ON one.id = pair."left" CROSS JOIN facts AS other ON other.id = pair."right"
CROSS JOIN identity_facts AS mine ON mine.fact = one.key CROSS JOIN identity_facts AS its ON its.fact = other.key
WHERE mine.identity != its.identity AND (mine.identity = ?1 OR its.identity = ?1) ORDER BY judgements.key
"""


class Likeness(Struct, frozen=True, kw_only=True):
    """Another who may be the same, or who has the same name and is somebody else."""

    id: str
    name: str
    articles: int
    """In how many facts, one an article as a rule, the desk knows it."""
    first: str | None
    last: str | None
    score: float
    """How likely the two are one: 0.0 to 1.0."""
    verdict: Verdict
    """different: strangers for certain; else they may be one, and the desk does not bind them."""
    reasons: tuple[str, ...]
    """What speaks for and against, in sentences."""
    decided_by: str = MACHINE
    """"machine", or the person who judged them."""


def likenesses_of(connection: sqlite3.Connection, key: int, others: Sequence[int] = ()) -> list[Likeness]:
    """Those whose names are like that of an identity, the likeliest first; `others` are looked at in any case.

    Who was found by the likeness of a few letters alone, and is certainly somebody else, is left out.
    """
    row = connection.execute("SELECT profile FROM identities WHERE key = ?", (key,)).fetchone()
    if row is None or row[0] is None:
        return []
    own = unpack(row[0])
    keys = {*asked_of(own), *(each for (each,) in connection.execute(_OWN, (key,)))}
    near = [each for (each,) in connection.execute(_NEAR, (keys_of(sorted(keys)), key))]
    judged = {
        (its if mine == key else mine): (verdict, who, why)
        for mine, its, verdict, who, why in connection.execute(_JUDGED, (key,))
    }
    rows = connection.execute(_PROFILES, (keys_of(sorted({*near, *others, *judged})),)).fetchall()
    found = (_likeness(own, (given, name), packed, judged.get(other)) for other, given, name, packed in rows)
    wanted = {name for other, _, name, _ in rows if other in others or other in judged}
    kept = [each for each in found if each and (each.verdict != "different" or each.name in wanted | own.names.keys())]
    return sorted(kept, key=lambda each: (-each.score, -each.articles, each.id))[:MOST]


def _likeness(
    own: Known, called: tuple[str, str], packed: bytes, judged: tuple[Verdict, str, str | None] | None
) -> Likeness | None:
    known = unpack(packed)
    if known.kind != own.kind:
        return None
    tie, reasons = identity_tie(own, known), identity_reasons(own, known)
    verdict, who, why = judged or (tie.verdict, MACHINE, None)
    return Likeness(
        id=called[0],
        name=called[1],
        articles=known.facts,
        first=known.first,
        last=known.last,
        score=tie.score,
        verdict=verdict,
        reasons=tuple(_with(why, reasons)),
        decided_by=who,
    )


def _with(why: str | None, reasons: Iterable[str]) -> Iterable[str]:
    """A person's own reason stands before the machine's."""
    return [why, *reasons] if why else reasons
