"""Quotation marks without a partner."""

from collections.abc import Iterator

from dateline.model import Finding
from dateline.record import Record
from dateline.values import Span

OPENS = "a quotation mark opens what none closes"
CLOSES = "a quotation mark closes what none opened"


def quotation_marks(record: Record) -> Iterator[Finding]:
    """Quotation marks that close what none opened, or open what none closes."""
    for mark in record.annotation.stray_marks:
        yield record.report("quotation_marks", "warning", CLOSES if _closes(record.text, mark) else OPENS, mark)


def _closes(text: str, mark: Span) -> bool:
    """A mark closes when a word or a full stop stands right before it and none right after."""
    before, after = text[: mark.start][-1:], text[mark.end :][:1]
    return bool(before.strip()) and (not after.strip() or not after.isalnum())
