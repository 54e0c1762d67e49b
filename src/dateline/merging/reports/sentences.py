"""Sentences of a text that was not parsed, as far as marks and lines tell them: enough to compare and to quote."""

import re
from bisect import bisect_right

from dateline.values import Span

_END = re.compile(r"(?:[.!?…][\"'”’)\]]*(?=\s+[\"'“‘(\[]?[^\W\d_a-z])|\n+)\s*")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Capt|Maj|Sen|Rep|Gov|Rev|Prof|No|vs|Jr|Sr)|\b[A-Z](?:\.[A-Z])*)\.\s*$"
)


class Sentences:
    """Where the sentences of a text lie."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(end.end() for end in _END.finditer(text) if self._ends(end))]

    def _ends(self, end: re.Match[str]) -> bool:
        """Whether a mark ends a sentence, and no short word such as "Gen."."""
        return "\n" in end[0] or not _SHORT.search(self._text, max(0, end.start() - 12), end.start() + 1)

    def around(self, start: int) -> Span:
        """The sentence that holds this offset, without blanks at its ends."""
        place = bisect_right(self._starts, start) - 1
        end = self._starts[place + 1] if place + 1 < len(self._starts) else len(self._text)
        words = self._text[self._starts[place] : end]
        first = self._starts[place] + len(words) - len(words.lstrip())
        return Span(first, max(first, first + len(words.strip())))
