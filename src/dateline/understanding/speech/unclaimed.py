"""Quotations that no verb of saying stands by: whose they are, as far as it can be told."""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from dateline.annotated import Quotation
from dateline.understanding.speech.cues import ENDERS, Discourse, Stretch
from dateline.values import Span

FEW = 4
"""Words up to which a quotation without a verb is a turn of phrase rather than speech."""
NO_CUE = "quoted without a verb of saying"
NEXT_PARAGRAPH = "stands alone behind a paragraph that ends with this speaker's words"


class Heard(Struct, frozen=True):
    """A statement, as far as the quotations behind it need to know it. `quotes`: whether it has quoted words."""

    number: int
    stretch: Stretch
    content: tuple[Span, ...]
    quotes: bool


class Unclaimed(Struct, frozen=True):
    """A quotation, the number of the statement whose speaker it shares (or none), and why.

    `beside`: it follows within the same paragraph, so that both are one utterance.
    """

    content: tuple[Span, ...]
    manner: Literal["direct", "scare"]
    after: int | None
    beside: bool
    confidence: float
    reason: str


def unclaimed(discourse: Discourse, told: Sequence[Heard]) -> Iterator[Unclaimed]:
    """The quotations outside all statements. One that fills the sentence behind a statement shares its speaker."""
    claimed = {i for i, quotation in enumerate(discourse.annotation.quotations) if _is_claimed(quotation, told)}
    before: Heard | None = None
    for stretch in discourse.stretches():
        mine = [heard for heard in told if heard.stretch.first == stretch.first]
        loose = [i for i in _quotations_of(discourse, stretch) if i not in claimed]
        after = before if before is not None and not mine and _fills(discourse, stretch, loose) else None
        for i in loose:
            if i not in claimed and (found := _read(discourse, i, after)):
                claimed |= set(range(i, i + len(found.content)))
                yield found
        before = after or max(mine, key=lambda heard: (heard.quotes, heard.content[-1].end), default=None)


def _is_claimed(quotation: Quotation, told: Sequence[Heard]) -> bool:
    return any(span.start < quotation.end and quotation.start < span.end for heard in told for span in heard.content)


def _quotations_of(discourse: Discourse, stretch: Stretch) -> list[int]:
    return sorted({i for i in discourse.box[stretch.first : stretch.last] if i >= 0})


def _fills(discourse: Discourse, stretch: Stretch, loose: list[int]) -> bool:
    """Whether a sentence is one quotation of whole sentences and nothing else."""
    if len(loose) != 1:
        return False
    words = [token for token in discourse.tokens[stretch.first : stretch.last] if token.pos != "PUNCT"]
    quotation = discourse.annotation.quotations[loose[0]]
    return all(discourse.box[token.i] >= 0 for token in words) and _is_speech(discourse, quotation)


def _is_speech(discourse: Discourse, quotation: Quotation) -> bool:
    words = discourse.text[quotation.inner.start : quotation.inner.end].strip()
    return words[:1].isupper() and (not quotation.closed or words[-1:] in ENDERS)


def _read(discourse: Discourse, i: int, after: Heard | None) -> Unclaimed | None:
    quotation = discourse.annotation.quotations[i]
    content = continued(discourse.annotation.quotations, i)
    if after is not None:
        beside = discourse.tokens[after.stretch.first].block == quotation.block
        confidence = (0.75 if beside else 0.6) - 0.1 * (not after.quotes)
        return Unclaimed(content, "direct", after.number, beside, confidence, NEXT_PARAGRAPH)
    if _is_name(discourse, quotation):
        return None
    few = len(discourse.text[quotation.inner.start : quotation.inner.end].split()) <= FEW
    return Unclaimed(content, "scare" if few else "direct", None, False, 0.6 if few else 0.5, NO_CUE)


def _is_name(discourse: Discourse, quotation: Quotation) -> bool:
    """A nickname or a work's title: every long word has a capital, and one at least; or no word at all."""
    words = discourse.text[quotation.inner.start : quotation.inner.end].strip(" ,.;").split()
    titled = all(word[0].isupper() or not word[0].isalpha() or len(word) < FEW for word in words)
    return titled and (any(word[0].isupper() for word in words) or not any(word[0].isalpha() for word in words))


def continued(quotations: Sequence[Quotation], i: int) -> tuple[Span, ...]:
    """The words of a quotation and of those in the next paragraphs in which it goes on."""
    spans = [quotations[i].inner]
    while not quotations[i].closed and i + 1 < len(quotations) and quotations[i + 1].continues:
        i += 1
        spans.append(quotations[i].inner)
    return tuple(spans)


def begun(quotations: Sequence[Quotation], i: int) -> tuple[Span, ...]:
    """The words of a quotation in the paragraphs before this one."""
    spans: list[Span] = []
    while quotations[i].continues and i > 0 and not quotations[i - 1].closed:
        i -= 1
        spans.append(quotations[i].inner)
    return tuple(reversed(spans))
