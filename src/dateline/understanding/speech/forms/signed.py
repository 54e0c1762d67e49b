"""Signatures: a quotation or a post with a dash and a name behind it, `"..." - Ida Berg`, or on a line of its own."""

import re
from collections.abc import Iterator, Sequence

from dateline.annotated import Quotation
from dateline.understanding.speech.cues import ENDERS, Discourse
from dateline.understanding.speech.forms.labels import (
    MARKS,
    Form,
    Paragraph,
    formed,
    is_known_source,
    speaker_in,
    trimmed,
)  # fmt: skip
from dateline.understanding.speech.unclaimed import begun
from dateline.values import Span

SURE = 0.85
LAST = 0.6
"""Confidence of a lone signature at a text's end, which may be the reporter's."""
LONGEST = 100
"""Letters that a signature may have."""
FEWEST = 3
"""Words that a quotation has at least if it is signed."""
POST = 320
"""Letters that a post may have; where there are more, its beginning is not known."""

_DASH = re.compile(r"\s*(-{1,2}|[—–―‒])\s*(?=\S)")
_POST = re.compile(
    r"(?<!\S)(-{1,2}|[—–―])\s([^\n—–―@<>]{1,60}?)\s*\((@\w{1,30})\)[ \t\u00a0]*(?:[^\W\d_]+\.? \d{1,2},? \d{4})?"
)
_HANDLE = re.compile(r"@\w{2,30}")
_TAG = re.compile(r"<[^<>\n]*>")


def signed(discourse: Discourse, blocks: Sequence[Paragraph]) -> Iterator[Form]:
    """The quotations with a signature behind them, then the posts that end with a name and a handle."""
    reader = _Signatures(discourse, blocks)
    yield from reader.quotations()
    for block in blocks:
        yield from _posts(discourse, block)


class _Signatures:
    def __init__(self, discourse: Discourse, blocks: Sequence[Paragraph]) -> None:
        self.discourse = discourse
        self.text = discourse.text
        self.blocks = blocks
        self.at = {block.block: i for i, block in enumerate(blocks)}
        self.all = discourse.annotation.quotations

    def quotations(self) -> Iterator[Form]:
        """Each quotation that is signed in its paragraph or on the line below."""
        after: dict[int, int] = {}
        found: list[Form] = []
        for i, quotation in enumerate(self.all):
            place = self.at.get(quotation.block)
            if place is None or not self._is_whole(quotation, self.blocks[place], after.get(quotation.block)):
                continue
            form = self._beside(i, place) or self._below(i, place)
            if form is not None and form.found.source is not None:
                after[quotation.block] = form.found.source.end
                found.append(form)
        for form in found:
            yield form if len(found) > 1 or not self._may_be_reporter(form) else self._weaker(form)

    def _is_whole(self, quotation: Quotation, block: Paragraph, after: int | None) -> bool:
        """Whether a quotation of more than a few words begins its paragraph, or stands behind another signature."""
        told = self.text[quotation.inner.start : quotation.inner.end]
        before = self.text[after or block.start : quotation.start]
        return len(told.split()) >= FEWEST and not before.strip(" \t\u00a0.·•*")

    def _beside(self, i: int, place: int) -> Form | None:
        block, quotation = self.blocks[place], self.all[i]
        after = [other.start for other in self.all[i + 1 :] if other.block == quotation.block]
        return self._form(i, quotation.end, min([block.end, *after]), SURE)

    def _below(self, i: int, place: int) -> Form | None:
        block, quotation = self.blocks[place], self.all[i]
        ends = not self.text[quotation.end : block.end].strip(MARKS + ".")
        if not ends or place + 1 >= len(self.blocks) or not self._is_sentence(quotation):
            return None
        below = self.blocks[place + 1]
        return self._form(i, below.start, below.end, SURE) if below.role != "furniture" else None

    def _is_sentence(self, quotation: Quotation) -> bool:
        words = self.text[quotation.inner.start : quotation.inner.end].rstrip(MARKS)
        return words[:1].isupper() or words[-1:] in ENDERS

    def _form(self, i: int, start: int, end: int, confidence: float) -> Form | None:
        dash = _DASH.match(self.text, start, end)
        source = trimmed(self.text, dash.end(), end) if dash else None
        if dash is None or source is None or source.end - source.start > LONGEST or source.start != dash.end():
            return None
        words = self.text[source.start : source.end].rstrip(" .\u00a0")
        handle = _HANDLE.match(words)
        source = Span(source.start, source.start + (handle.end() if handle else len(words)))
        if not self._is_name(source):
            return None
        content = (*begun(self.all, i), self.all[i].inner)
        return Form(formed(self.discourse, source, Span(*dash.span(1)), content, confidence))

    def _is_name(self, source: Span) -> bool:
        words = self.text[source.start : source.end]
        if any(mark in words for mark in '?!;:"“”'):
            return False
        if _HANDLE.match(words) or speaker_in(self.discourse, source) is not None:
            return True
        tokens = self.discourse.annotation.tokens_in(source)
        return is_known_source(self.discourse, tokens) or self._looks_like_name(words)

    @staticmethod
    def _looks_like_name(words: str) -> bool:
        """Two to four words with capitals, the first and the last of them longer than an initial."""
        parts = re.split(r"[,(]", words)[0].split()
        named = 1 < len(parts) < FEWEST + 2 and all(part[0].isupper() for part in parts)
        return named and all(len(part) > 2 for part in (parts[0], parts[-1]))

    def _may_be_reporter(self, form: Form) -> bool:
        """Whether a signature is the last line of a text, a bare name: reporters sign like that."""
        source = form.found.source
        if source is None or "," in self.text[source.start : source.end]:
            return False
        return source.end >= self.blocks[-1].end - 1 and self.blocks[-1].start <= source.start

    @staticmethod
    def _weaker(form: Form) -> Form:
        return Form(form.found.alone(LAST / SURE), form.named, form.doubt)


def _posts(discourse: Discourse, block: Paragraph) -> Iterator[Form]:
    """`words - Name (@handle) May 3, 2019`, several in one paragraph or one."""
    at = block.start
    for match in _POST.finditer(discourse.text, block.start, block.end):
        tags = [tag.end() for tag in _TAG.finditer(discourse.text, at, match.start())]
        content = trimmed(discourse.text, max([at, *tags]), match.start())
        at = match.end()
        if content is None or len(discourse.text[content.start : content.end].split()) < FEWEST - 1:
            continue
        if content.end - content.start <= POST:
            source = Span(match.start(2), match.end(3) + 1)
            found = formed(discourse, source, Span(*match.span(1)), (content,), SURE)
            yield Form(found, Span(*match.span(2)), verbatim=True)
