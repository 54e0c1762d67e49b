"""What people decided, as merging obeys it: stronger than any score, and undone by leaving it out."""

from collections.abc import Iterable
from typing import Literal

import msgspec
from msgspec import Struct

from dateline.errors import BadRecord
from dateline.merging.outcomes import MACHINE

__all__ = ["Judged", "Judgement", "judged", "judgements_in"]


class Judgement(Struct, frozen=True, kw_only=True):
    """A decision on one fact, or on two facts, incidents, articles or stories. A `Link` of a person reads as one."""

    left: str
    right: str | None = None
    """null: it is about one fact."""
    judgement: Literal["same", "different", "unsure", "wrong", "right"]
    """Of two: same, different, unsure (nobody can tell, the machine neither). Of one: wrong, right."""
    decided_by: str
    why: str | None = None
    at: str | None = None
    """When: ISO 8601."""


class Judged(Struct, frozen=True):
    """All judgements together; of several on the same the last one counts."""

    bound: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()
    wrong: frozenset[str] = frozenset()
    hands: tuple[Judgement, ...] = ()
    """Who decided what counts, and why."""

    @property
    def ids(self) -> frozenset[str]:
        """All ids that were judged."""
        return frozenset(end for pair in self.bound | self.apart for end in pair) | self.wrong


def judged(judgements: Iterable[Judgement]) -> Judged:
    """What counts of judgements that are in the order of time."""
    last: dict[tuple[str, ...], Judgement] = {}
    for each in judgements:
        ends = tuple(sorted(end for end in (each.left, each.right) if end is not None))
        last.pop(ends, None)  # so that `hands` is in the order of time
        last[ends] = each
    pairs = {(ends[0], ends[1]): each.judgement for ends, each in last.items() if len(ends) == 2}
    return Judged(
        frozenset(pair for pair, verdict in pairs.items() if verdict == "same"),
        frozenset(pair for pair, verdict in pairs.items() if verdict == "different"),
        frozenset(ends[0] for ends, each in last.items() if len(ends) == 1 and each.judgement == "wrong"),
        tuple(last.values()),
    )


_DECODER = msgspec.json.Decoder(Judgement)


def judgements_in(lines: Iterable[bytes]) -> Iterable[Judgement]:
    """The judgements of a file, one a line of JSON; links of the machine are passed over. Raises BadRecord."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found = _DECODER.decode(line)
            except msgspec.MsgspecError as error:
                raise BadRecord(f"line {number} is no judgement: {error}") from error
            if found.decided_by != MACHINE:
                yield found
