"""Where a quotation begins or ends whose other mark is missing: a place in its paragraph, or nowhere."""

import re

from msgspec import Struct

from dateline.annotated import MarkReading, MarkSide, StrayMark
from dateline.annotation.quotes.glyphs import CLOSERS
from dateline.annotation.quotes.marks import MISFIT, Mark
from dateline.annotation.quotes.pairing import Pair
from dateline.annotation.quotes.voices import Voices
from dateline.model import Block

FAR = 600
"""Letters up to which a quotation is thought to go on without a mark that ends it; else its first sentence counts."""

_PAUSE = re.compile(r"[,?!…][\"'“”‘’]*(?=\s)")
_SENTENCE_END = re.compile(r"[.?!…][\"'”’»)\]]*\s+(?=[\"'“‘„«(\[]*[^\W\d_a-z])")
_INTRODUCES = re.compile(r"\s*[:,]\s+(?=[^\W\d_a-z])")
_CLOSES_SPEECH = frozenset(",?!…")
_ENDS_SENTENCE = frozenset(".?!…")


class Repair(Struct, frozen=True):
    """A stray mark with how it is read, and the words that are quoted because of it (none where it is ignored)."""

    mark: StrayMark
    start: int = 0
    end: int = 0
    nested: tuple[Pair, ...] = ()


class Repairer(Struct, frozen=True):
    """The text, the verbs of saying in it, and a block with its pairs side by side, its strays, its mark left open."""

    text: str
    voices: Voices
    block: Block
    pairs: tuple[Pair, ...]
    strays: tuple[Mark, ...]
    open_at: Mark | None = None

    def repair(self, mark: Mark) -> Repair:
        """How to read a mark that has no partner."""
        side = self.side(mark)
        if not mark.is_stray:
            return self._apostrophe(mark, side)
        if self._is_behind_speech(mark):
            side = "closes"
        if self._beside_pair(mark):
            return _told(mark, side, "doubled")
        if side == "opens":
            return self.tail(mark) or self._opened(mark) or self._in_sentence(mark) or self.ignored(mark)
        if side == "closes":
            begin = self._beginning(mark)
            if begin is not None and self.text[begin : mark.start].strip():
                return _told(mark, side, "begins with sentence", begin, mark.start)
        return self.ignored(mark)

    def _apostrophe(self, mark: Mark, side: MarkSide) -> Repair:
        """A single mark is one that strays only where the words that tell who speaks stand by it."""
        if side == "opens" and mark.starts and not self.voices.is_name(mark.end):
            return self.tail(mark) or self.ignored(mark)
        begin = self._beginning(mark) if side == "closes" and self.voices.says(mark.end, self.block.end) else None
        return _told(mark, side, "begins with sentence", begin, mark.start) if begin is not None else self.ignored(mark)

    def ignored(self, mark: Mark) -> Repair:
        """The mark counts for nothing."""
        return _told(mark, self.side(mark), "ignored")

    def side(self, mark: Mark) -> MarkSide:
        """Which way a mark looks."""
        return _side(self.text, self.block, mark)

    def tail(self, mark: Mark) -> Repair | None:
        """The quotation ends before a verb of saying with its source: "We stay, he said."."""
        limit = self._next(mark, self.block.end)
        limit = limit if self._may_begin_speech(mark) else mark.end
        for pause in _PAUSE.finditer(self.text, mark.end, limit):
            if self.text[mark.end : pause.start()].strip() and self.voices.says(pause.end(), limit):
                return _told(mark, "opens", "ends before verb", mark.end, pause.end())
        return None

    def is_told_behind(self, mark: Mark) -> bool:
        """Whether the writer speaks behind a mark that opens: the words that tell who speaks follow, or any such verb
        where the mark stands in the middle of a sentence.
        """
        if self.text[self.block.start : mark.start].rstrip()[-1:].isalnum():
            return bool(self.voices.verbs(mark.end, self.block.end))
        return self.tail(mark) is not None

    def _may_begin_speech(self, mark: Mark) -> bool:
        """Not in the middle of a sentence, unless a capital follows where not all letters are capitals."""
        before = self.text[self.block.start : mark.start].rstrip()[-1:]
        if not before.isalnum():
            return True
        words = self.text[self.block.start : self.block.end]
        return self.text[mark.end : mark.end + 1].isupper() and not words.isupper()

    def _opened(self, mark: Mark) -> Repair | None:
        """Behind a colon or comma, and where a block begins, it goes on to the next quotation or the block's end."""
        before = self.text[self.block.start : mark.start].rstrip()
        if before and (before[-1] not in ":," or (mark.kind == "single" and before[-1] != ":")):
            return None
        later = tuple(pair for pair in self.pairs if pair.opening.start > mark.start)
        like = [pair.opening.start for pair in later if pair.opening.is_like(mark)]
        like += [other.start for other in self.strays if other.start > mark.start and self.side(other) == "opens"]
        if not like and any(self.voices.says(pair.closing.end, self.block.end) for pair in later):
            return None
        end = self._last_sentence_end(mark.end, min(like)) if like else self.block.end
        if end is None:
            return None
        if end - mark.end > FAR:
            first = _SENTENCE_END.search(self.text, mark.end, end)
            end = first.end() if first else end
            return self._until(mark, "ends with sentence", end, later) if end - mark.end <= FAR else None
        return self._until(mark, "ends before next" if like else "ends with paragraph", end, later)

    def _until(self, mark: Mark, reading: MarkReading, end: int, later: tuple[Pair, ...]) -> Repair:
        inside = tuple(pair for pair in later if pair.closing.end <= end)
        return _told(mark, "opens", reading, mark.end, end, inside)

    def _in_sentence(self, mark: Mark) -> Repair | None:
        """Behind a verb of saying it goes on to the end of the sentence, where no other mark is in it."""
        ends = [match.end() for match in _SENTENCE_END.finditer(self.text, self._previous(mark), self.block.end)]
        start = max((end for end in ends if end <= mark.start), default=self._previous(mark))
        end = min((end for end in ends if end > mark.end), default=self.block.end)
        if end > self._next(mark, self.block.end) or end - mark.end > FAR or not self.voices.verbs(start, mark.start):
            return None
        return None if self.voices.verbs(mark.end, end) else self._until(mark, "ends with sentence", end, ())

    def _last_sentence_end(self, start: int, end: int) -> int | None:
        found = [match.end() for match in _SENTENCE_END.finditer(self.text, start, end)]
        if self.text[start:end].rstrip()[-1:] in _ENDS_SENTENCE:
            found.append(end)
        return found[-1] if found else None

    def _beginning(self, mark: Mark) -> int | None:
        """Where the words begin that a mark closes.

        With the sentence, where a verb of saying follows the mark; behind the verb and a colon or comma; behind the
        sentence that tells who spoke before.
        """
        start = self._previous(mark)
        words = self.text[start : mark.start].rstrip()
        if not words or not start <= mark.start:
            return None
        ends = [match.end() for match in _SENTENCE_END.finditer(self.text, start, mark.start)]
        if words[-1] in _CLOSES_SPEECH and self.voices.says(mark.end, self.block.end):
            if start > self.block.start and not ends:
                return None
            return self._behind_verb(ends[-1] if ends else start, mark) or (ends[-1] if ends else start)
        if words[-1] not in _ENDS_SENTENCE:
            return None
        begin = self._behind_verb(ends[-1] if ends else start, mark)
        if begin is None and ends and self._follows_speech(start, mark) and self.voices.verbs(start, ends[0]):
            return ends[0] if not self.voices.verbs(ends[0], mark.start) else None
        return begin

    def _follows_speech(self, start: int, mark: Mark) -> bool:
        """Whether a quotation in the same marks ends where a stretch begins."""
        return any(pair.closing.end == start and pair.opening.is_like(mark) for pair in self.pairs)

    def _behind_verb(self, start: int, mark: Mark) -> int | None:
        for verb in self.voices.verbs(start, mark.start):
            if match := _INTRODUCES.match(self.text, verb.end, mark.start):
                return match.end()
        return None

    def _is_behind_speech(self, mark: Mark) -> bool:
        """Between spaces, behind a pause, before the words that tell who speaks: it closes, whatever its shape."""
        words = self.text[self.block.start : mark.start]
        afloat = words[-1:].isspace() and self.text[mark.end : mark.end + 1].isspace()
        return afloat and words.rstrip()[-1:] in _CLOSES_SPEECH and self.voices.says(mark.end, self.block.end)

    def _beside_pair(self, mark: Mark) -> bool:
        paired = [each for pair in self.pairs for each in (pair.opening, pair.closing)]
        paired += [self.open_at] if self.open_at is not None else []
        return any(mark.end == each.start or each.end == mark.start for each in paired)

    def _next(self, mark: Mark, end: int) -> int:
        """Where the next quotation or stray mark of the block begins."""
        starts = [pair.opening.start for pair in self.pairs] + [other.start for other in self.strays]
        return min((at for at in starts if at > mark.start), default=end)

    def _previous(self, mark: Mark) -> int:
        ends = [pair.closing.end for pair in self.pairs] + [other.end for other in self.strays]
        return max((at for at in ends if at <= mark.start), default=self.block.start)


def _side(text: str, block: Block, mark: Mark) -> MarkSide:
    """Which way a mark looks. Between two spaces, as in copy cut into words, it closes what has paused or ended."""
    afloat = text[mark.start - 1 : mark.start].isspace() and text[mark.end : mark.end + 1].isspace()
    if afloat and block.start < mark.start and mark.end < block.end:
        if mark.style != "straight":
            return "closes" if mark.sign in CLOSERS else "opens"
        return "closes" if text[block.start : mark.start].rstrip()[-1:] in _CLOSES_SPEECH | _ENDS_SENTENCE else "opens"
    if min(mark.opens, mark.closes) >= MISFIT:
        return "neither"
    return "closes" if mark.closes < mark.opens else "opens"


def _told(
    mark: Mark, side: MarkSide, reading: MarkReading, start: int = 0, end: int = 0, nested: tuple[Pair, ...] = ()
) -> Repair:
    return Repair(StrayMark(start=mark.start, end=mark.end, side=side, reading=reading), start, end, nested)
