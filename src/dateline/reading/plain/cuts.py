"""A piece of text cut into blocks: a dateline off its paragraph, a credit off its caption."""

from collections.abc import Iterator
from typing import NamedTuple

from dateline.model import Block, BlockRole
from dateline.reading.plain.datelines import notes_after
from dateline.values import Span


class Cut(NamedTuple):
    """A span with its role; where the dateline that it opens with ends, which part of it is a credit, or where its
    sign-off begins."""

    span: Span
    role: BlockRole
    dateline: int | None = None
    credit: Span | None = None
    signoff: int | None = None

    def blocks(self, text: str) -> Iterator[Block]:
        """The blocks of this span, in order and without white space around them."""
        start, end = self.span
        if self.dateline is not None:
            yield Block("dateline", start, self.dateline)
            start = self.dateline
            for note in notes_after(text, start, end):
                yield Block("note", *note)
                start = note.end
        if self.credit is not None:
            yield from _block(self.role, text, start, self.credit.start)
            yield from _block("credit", text, *self.credit)
            start = self.credit.end
        if self.signoff is not None and self.signoff > start:
            yield from _block(self.role, text, start, self.signoff)
            yield from _block("note", text, self.signoff, end)
            return
        yield from _block(self.role, text, start, end)


def _block(role: BlockRole, text: str, start: int, end: int) -> Iterator[Block]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(char.isalnum() for char in text[start:end]) or (start < end and role == "furniture"):
        yield Block(role, start, end)
    elif start < end:
        yield Block("furniture", start, end)
