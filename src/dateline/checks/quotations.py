"""Quotation marks without a partner."""

from collections.abc import Iterator

from dateline.annotated import MarkReading, MarkSide, StrayMark
from dateline.model import Finding
from dateline.record import Record

SAYS: dict[MarkSide, str] = {
    "opens": "a quotation mark opens what none closes",
    "closes": "a quotation mark closes what none opened",
    "neither": "a quotation mark stands where none opens or closes",
}
READ: dict[MarkReading, str] = {
    "ignored": "it is ignored",
    "ends with paragraph": "read as ending with the paragraph",
    "ends before verb": "read as ending before the words that tell who speaks",
    "ends before next": "read as ending before the next quotation",
    "ends with sentence": "read as ending with its sentence",
    "begins with sentence": "read as beginning with its sentence",
}
DOUBLED = "a quotation mark stands twice; the two are read as one"
ANOTHER_KIND = "a quotation opens with a mark of one kind and closes with another; the two are read as a pair"
AROUND = 24
"""Letters beside a mark that tell which one it is."""


def quotation_marks(record: Record) -> Iterator[Finding]:
    """Quotation marks that close what none opened, or open what none closes, and how they are read."""
    for mark in record.annotation.stray_marks:
        minor = mark.reading in ("doubled", "pairs with another kind")
        yield record.report("quotation_marks", "note" if minor else "warning", _message(record, mark), mark.span)


def _message(record: Record, mark: StrayMark) -> str:
    if mark.reading == "doubled":
        return DOUBLED
    if mark.reading == "pairs with another kind":
        return ANOTHER_KIND
    return f"{SAYS[mark.side]} (at {_words(record.text, mark)}); {READ[mark.reading]}"


def _words(text: str, mark: StrayMark) -> str:
    """The mark with the words that it stands at: behind it where it opens, before it where it closes."""
    sign = text[mark.start : mark.end]
    before = text[max(0, mark.start - AROUND) : mark.start].split("\n")[-1]
    after = text[mark.end : mark.end + AROUND].split("\n")[0]
    if mark.start > AROUND and len(before) == AROUND:
        before = "…" + before.partition(" ")[2]
    if len(after) == AROUND:
        after = after.rpartition(" ")[0] + "…"
    return {"opens": f"{sign}{after}", "closes": f"{before}{sign}", "neither": f"{before}{sign}{after}"}[mark.side]
