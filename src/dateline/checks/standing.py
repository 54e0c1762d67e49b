"""What the sender says became of the item: killed, embargoed, corrected, or sent as a summary only."""

from collections.abc import Iterator

from dateline.model import Fact, Finding, Severity
from dateline.record import Record
from dateline.values import Publication

_SAID: dict[str, tuple[Severity, str]] = {
    "killed": ("error", "the sender has killed this item: nothing of it may be used"),
    "embargoed": ("warning", "embargoed: not for publication yet"),
    "corrected": ("note", "this is a corrected version of the item"),
    "updated": ("note", "this is an updated version of the item"),
}
"""A publication's status -> how grave it is, and the sentence."""


def standing(record: Record) -> Iterator[Finding]:
    """An item that may not be used, or not yet; one that replaces another; one that is only a summary."""
    for fact in record.of("publication"):
        status = fact.value.status if isinstance(fact.value, Publication) else "usable"
        if status in _SAID:
            severity, message = _SAID[status]
            until = record.article.field("embargoed")
            if status == "embargoed" and until is not None:
                message = f"embargoed until {until.value}: not for publication before"
            yield _finding(record, fact, severity, message)
        extent = record.article.field("extent")
        if extent is not None and extent.value == "summary":
            message = "only a summary was sent: the whole story may say more, and say it otherwise"
            yield _finding(record, fact, "note", message)


def _finding(record: Record, fact: Fact, severity: Severity, message: str) -> Finding:
    notes = [(block.start, block.end) for block in record.article.blocks_of("note")]
    return record.report("standing", severity, message, *(s for s in fact.spans if s in notes), facts=(fact.id,))
