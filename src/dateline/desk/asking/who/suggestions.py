"""Near names, for a name that nobody bears: "did you mean ...?"."""

import sqlite3
from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from dateline.desk.asking.who.names import NAME_KINDS, TABLE_OF, NameKind, contained, marks, telling_words
from dateline.names.tokens import tokens

ENOUGH = 0.72
"""How near a name must be, of 1."""
_NEAR_WORDS = 60
_POOL = 1000
_LACKING = 0.02
"""What each word costs that the name has beyond those asked for."""

_VOCABULARY = """
WITH RECURSIVE met (word) AS (
    SELECT min(word) FROM name_words WHERE word >= :first AND word < :beyond
    UNION ALL
    SELECT (SELECT min(word) FROM name_words WHERE word > met.word AND word < :beyond) FROM met WHERE word IS NOT NULL
)
SELECT word FROM met WHERE word IS NOT NULL
"""


def suggestions(
    connection: sqlite3.Connection, name: str, kinds: Sequence[NameKind] = NAME_KINDS, limit: int = 5
) -> tuple[str, ...]:
    """Up to `limit` names in the desk that are near this one, the nearest first; of equals the more frequent first."""
    near = _near_words(connection, name)
    names = _names(connection, near, kinds) if near else Counter()
    scored = {other: _nearness(name, other) for other in names}
    best = sorted(scored, key=lambda other: (-scored[other], -names[other], other))
    return tuple(other for other in best if scored[other] >= ENOUGH)[:limit]


def _near_words(connection: sqlite3.Connection, name: str) -> list[str]:
    """The desk's words of names, folded, that differ by a sound or two from those of this name."""
    found: dict[str, int] = {}
    for word in telling_words(name):
        rows = connection.execute(_VOCABULARY, {"first": word[0], "beyond": chr(ord(word[0]) + 1)})
        vocabulary = [row[0] for row in rows]
        most = 1 if len(word) < 5 else 2
        near = extract(word, vocabulary, scorer=OSA.distance, score_cutoff=most, limit=_NEAR_WORDS)
        found |= {other: int(score) for other, score, _ in near}
    return sorted(found, key=lambda other: found[other])[:_NEAR_WORDS]


def _names(connection: sqlite3.Connection, words: list[str], kinds: Sequence[NameKind]) -> Counter[str]:
    """The names that have such words, with how many facts bear them; those with most of the words."""
    found: Counter[str] = Counter()
    for kind in kinds:
        rows = connection.execute(
            f"SELECT bearer.name FROM (SELECT fact, count(*) AS words FROM name_words WHERE word IN ({marks(words)}) "
            f"GROUP BY fact ORDER BY words DESC) AS met JOIN {TABLE_OF[kind]} AS bearer ON bearer.fact = met.fact "
            f"ORDER BY met.words DESC LIMIT {_POOL}",
            words,
        )
        found.update(row[0] for row in rows)
    return found


def _nearness(asked: str, name: str) -> float:
    """How near a name is: each word that was asked for beside the nearest one of the name, on average."""
    ours = [token.plain for token in tokens(asked) if token.plain]
    theirs = [token.plain for token in tokens(name) if token.plain]
    if not ours or not theirs:
        return 0.0
    near = [max(OSA.normalized_similarity(word, other) for other in theirs) for word in ours]
    score = sum(near) / len(near) - _LACKING * max(0, len(theirs) - len(ours))
    return max(score, ENOUGH) if len(theirs[-1]) > 1 and contained(name, asked) else score
