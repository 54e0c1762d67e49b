"""Words that stand twice: a caption printed again, a headline repeated in the body."""

from collections.abc import Iterator

from dateline.model import Block, BlockRole, Finding
from dateline.record import Record
from dateline.values import Span

REPEATABLE: tuple[BlockRole, ...] = ("caption", "headline", "deck", "credit", "paragraph")
MIN_LETTERS = 12
"""Shorter blocks ("Sport") may well stand twice."""


def repeated_blocks(record: Record) -> Iterator[Finding]:
    """A block whose words stand twice on the page."""
    seen: dict[str, Block] = {}
    for block in record.article.blocks_of(*REPEATABLE):
        words = " ".join(record.text[block.start : block.end].split()).casefold()
        before = seen.setdefault(words, block)
        if before is not block and len(words) >= MIN_LETTERS:
            message = f"the {before.role} stands twice on the page"
            spans = Span(before.start, before.end), Span(block.start, block.end)
            yield record.report("repeated_blocks", "note", message, *spans)
