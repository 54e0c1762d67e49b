"""Quotation marks without a partner."""

from collections.abc import Iterator

from dateline.model import Finding
from dateline.record import Record
from dateline.values import Span

OPENS = "a quotation mark opens what none closes"
CLOSES = "a quotation mark closes what none opened"
PAUSES = frozenset(".,;!?…")


def quotation_marks(record: Record) -> Iterator[Finding]:
    """Quotation marks that close what none opened, or open what none closes."""
    for mark in record.annotation.stray_marks:
        yield record.report("quotation_marks", "warning", CLOSES if _closes(record.text, mark) else OPENS, mark)


def _closes(text: str, mark: Span) -> bool:
    """A mark closes when a word or a full stop stands right before it and none right after.

    Between two spaces, as in copy cut into words, it closes what has paused or ended.
    """
    before, after = text[max(0, mark.start - 2) : mark.start], text[mark.end : mark.end + 1]
    if before[-1:] == " " and not after.strip():
        return before[:1] in PAUSES
    return bool(before[-1:].strip()) and not after.isalnum()
