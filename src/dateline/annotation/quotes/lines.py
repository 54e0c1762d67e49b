"""Quotations that go on over lines: where each sentence has a line of its own, or a sentence was broken in two."""

import re
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Quotation
from dateline.annotation.quotes.build import Builder
from dateline.annotation.quotes.marks import AFLOAT, Mark
from dateline.model import Article
from dateline.values import Span

LINES = 8
"""Lines over which a quotation may go on where each sentence has a line of its own."""

_TWO_SENTENCES = re.compile(r"[a-z]{2}[.!?][\"'”’]* +[\"'“‘]?[A-Z]")
_ENDED = frozenset(".!?…:;\"'”’»)]")

Stray = tuple[int, Mark]
"""The number of a block, and a mark in it that has no partner."""


class Lines(Struct, frozen=True):
    """The article whose lines are joined, and the maker of its quotations."""

    article: Article
    builder: Builder

    def joined(self, found: list[Quotation], strays: list[Stray]) -> tuple[list[Quotation], list[Stray]]:
        """Joins a stray mark that opens on one line with one that closes on a later line."""
        kept: list[Stray] = []
        at = 0
        while at < len(strays):
            parts = self._parts(found, *strays[at : at + 2]) if at + 1 < len(strays) else []
            if parts:
                whole = Span(parts[0].start, parts[-1].end)
                found = [q for q in found if not whole.start <= q.start < whole.end] + parts
            else:
                kept.append(strays[at])
            at += 2 if parts else 1
        return found, kept

    def _parts(self, found: list[Quotation], opening: Stray, closing: Stray) -> list[Quotation]:
        """The parts of a quotation, line by line; none where the copy has paragraphs, or other quotations between."""
        (first, opener), (last, closer) = opening, closing
        if not 0 < last - first <= LINES or not (self._are_lines(first, last) or self._is_broken(first, last)):
            return []
        if opener.kind != closer.kind or opener.opens > opener.closes + AFLOAT or closer.closes > closer.opens:
            return []
        if self._bars(found, opener, closer):
            return []
        went_on = any(q.continues for q in found if q.start == opener.start)
        parts = [part for block in range(first, last + 1) for part in self._part(block, opening, closing)]
        if len(parts) <= last - first:
            return []
        return [replace(part, continues=went_on or i > 0) for i, part in enumerate(parts)]

    def _part(self, number: int, opening: Stray, closing: Stray) -> list[Quotation]:
        block = self.article.blocks[number]
        start, begins = (opening[1].start, opening[1].end) if number == opening[0] else (block.start, block.start)
        ends, end = (closing[1].start, closing[1].end) if number == closing[0] else (block.end, block.end)
        found = self.builder.quotation(Span(start, end), Span(begins, ends), number)
        return [replace(part, closed=number == closing[0]) for part in found]

    def _bars(self, found: list[Quotation], opener: Mark, closer: Mark) -> bool:
        """Whether a quotation between two marks, or one that holds either, keeps them from being a pair."""
        inside = (q for q in found if opener.start < q.start < closer.start)
        crossing = any(q.start < mark.start < q.end for q in found for mark in (opener, closer))
        return crossing or any(self.article.text[q.start] not in "'‘" for q in inside)

    def _are_lines(self, first: int, last: int) -> bool:
        """Whether these blocks are sentences on lines of their own: of one role, no line empty, none of two."""
        text, blocks = self.article.text, self.article.blocks[first : last + 1]
        touching = all(text[a.end : b.start].strip(" ") == "\n" for a, b in pairwise(blocks))
        roles = {block.role for block in blocks}
        return touching and len(roles) == 1 and not any(_TWO_SENTENCES.search(text, b.start, b.end) for b in blocks)

    def _is_broken(self, first: int, last: int) -> bool:
        """Whether a sentence goes over from the one block to the next."""
        above, below = self.article.blocks[first], self.article.blocks[last]
        words = self.article.text[above.start : above.end].rstrip()
        return last == first + 1 and above.role == below.role == "paragraph" and words[-1:] not in _ENDED
