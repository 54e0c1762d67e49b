"""Quotations that no verb of saying stands by: whose they are, as far as it can be told."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from dateline.annotated import Quotation, Token
from dateline.model import Fact
from dateline.understanding.cues import ENDERS, Discourse, Stretch
from dateline.values import Span

FEW = 4
"""Words up to which a quotation without a verb is a turn of phrase rather than speech."""
NO_CUE = "quoted without a verb of saying"
SAME_PARAGRAPH = "follows a quotation of the same speaker in this paragraph"
NEXT_PARAGRAPH = "stands alone after a paragraph that ends with this speaker's words"


class Heard(Struct, frozen=True):
    """A statement as far as the quotations behind it need to know it."""

    fact: Fact
    stretch: Stretch
    content: tuple[Span, ...]
    quotes: bool


class Unclaimed(Struct, frozen=True):
    """A quotation, the statement whose speaker it shares (or none), and why."""

    content: tuple[Span, ...]
    manner: str
    after: Fact | None
    confidence: float
    reason: str


def unclaimed(discourse: Discourse, told: Sequence[Heard]) -> Iterator[Unclaimed]:
    """The quotations outside all statements. One that fills the sentence behind a statement shares its speaker."""
    stretches = list(discourse.stretches())
    index = {stretch: i for i, stretch in enumerate(stretches)}
    last: dict[int, Heard] = {}
    for heard in told:
        i = index[heard.stretch]
        last[i] = max(last.get(i, heard), heard, key=lambda h: (h.quotes, h.fact.spans[-1].end))
    for i, stretch in enumerate(stretches):
        for quotation, rest in _loose(discourse, stretch, told):
            before = last.get(i - 1)
            follows = before is not None and _fills(discourse, stretch) and _is_speech(discourse, quotation)
            if follows and before is not None and (found := _shared(discourse, stretch, before, (quotation.inner, *rest))):
                last[i] = before
                yield found
            elif not _is_name(discourse, quotation):
                yield _nobodys(discourse, quotation, rest)
