"""What of an incident is empty or doubtful, and why."""

from collections.abc import Iterator, Sequence

from dateline.merging.outcomes import When, Where
from dateline.merging.parts import Part

__all__ = ["reason_of"]

_SEVERAL = 4
"""Reports from which on it is doubtful what only one of them tells."""


def reason_of(
    status: str, when: When | None, bound: When | None, where: Where | None, parts: Sequence[Part]
) -> str | None:
    """In sentences; of an event that is told once, what its report doubts too. None where nothing is.

    `when` is the time that is told, `bound` what is given in its stead where none is.
    """
    told = [*_happened(status), *_known(when, bound, where, len({part.report.article for part in parts}))]
    if len(parts) == 1 and parts[0].happening.reason:
        told.append(parts[0].happening.reason)
    return "; ".join(told) or None


def _happened(status: str) -> Iterator[str]:
    if status == "disputed":
        yield "a report denies that it happened"
    elif status not in ("asserted", "historical"):
        yield f"no report tells it as having happened: {status}"


def _known(when: When | None, bound: When | None, where: Where | None, reports: int) -> Iterator[str]:
    if bound is not None:
        yield "no report tells when it was; it was not after its first report"
    elif when is None:
        yield "no report tells when it was"
    elif reports >= _SEVERAL and len(when.facts) == 1:
        yield f"only one report of {reports} tells when it was"
    if where is None:
        yield "no report tells where it was"
    elif reports >= _SEVERAL and len(where.facts) == 1:
        yield f"only one report of {reports} tells where it was"
