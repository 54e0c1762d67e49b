"""Whether an article's words are another one's, and which of the two came first."""

from dateline.merging.copies.signatures import similarity
from dateline.merging.keys import key
from dateline.merging.outcomes import Copy
from dateline.merging.reports.report import Report

__all__ = ["copy_of", "keys_of"]

_BANDS, _ROWS = 16, 4
_NEAR = 0.5


def keys_of(report: Report) -> tuple[int, ...]:
    """The keys under which copies of an article are found."""
    width = 4 * _ROWS
    bands = (report.signature[at * width : (at + 1) * width] for at in range(_BANDS))
    return tuple(key("copy", at, band.hex()) for at, band in enumerate(bands) if band)


def copy_of(one: Report, other: Report) -> Copy | None:
    """How one of two articles copies the other; None where it does not."""
    same = similarity(one.signature, other.signature)
    if same < _NEAR:
        return None
    first, later = sorted((one, other), key=lambda report: (report.dated or "9", report.article))
    return Copy(article=later.article, of=first.article, how="exact" if same == 1 else "near", similarity=same)
