"""Quotations made of pairs and repairs: where marks and words begin and end, and what an editor put in."""

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Quotation
from dateline.annotation.quotes.insertions import insertions
from dateline.annotation.quotes.marks import Mark
from dateline.annotation.quotes.pairing import Pair
from dateline.annotation.quotes.repairs import Repair
from dateline.annotation.quotes.voices import Voices
from dateline.values import Span


class Builder(Struct, frozen=True):
    """Makes the quotations of a text. Each comes back in a list, empty where no word stands between the marks."""

    text: str
    voices: Voices

    def paired(self, pair: Pair, block: int) -> list[Quotation]:
        """The quotation of two marks, with those inside it."""
        marks, inner = Span(pair.opening.start, pair.closing.end), Span(pair.opening.end, pair.closing.start)
        return self.quotation(marks, inner, block, pair.nested)

    def opened(self, mark: Mark, end: int, block: int, nested: tuple[Pair, ...]) -> list[Quotation]:
        """The quotation from a mark up to the end of its block, which the next block goes on with."""
        found = self.quotation(Span(mark.start, end), Span(mark.end, end), block, nested)
        return [replace(quotation, closed=False) for quotation in found]

    def repaired(self, repair: Repair, block: int) -> list[Quotation]:
        """The quotation that a stray mark begins or ends; none where the mark is ignored."""
        mark = repair.mark
        if repair.end <= repair.start:
            return []
        if mark.side == "opens":
            marks, inner = Span(mark.start, repair.end), Span(mark.end, repair.end)
        else:
            marks, inner = Span(repair.start, mark.end), Span(repair.start, mark.start)
        return [replace(quotation, repaired=True) for quotation in self.quotation(marks, inner, block, repair.nested)]

    def quotation(self, marks: Span, inner: Span, block: int, nested: tuple[Pair, ...] = ()) -> list[Quotation]:
        """A quotation without the white space at the edges of its words."""
        words = self.text[inner.start : inner.end]
        if not words.strip():
            return []
        trimmed = Span(inner.start + len(words) - len(words.lstrip()), inner.end - len(words) + len(words.rstrip()))
        return [
            Quotation(
                start=trimmed.start if marks.start == inner.start else marks.start,
                end=trimmed.end if marks.end == inner.end else marks.end,
                inner=trimmed,
                block=block,
                insertions=insertions(self.text, trimmed, self.voices.pronouns),
                nested=tuple(each for pair in nested for each in self.paired(pair, block)),
            )
        ]
