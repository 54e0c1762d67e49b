"""What an editor put into quoted words, or left out of them."""

import re
from collections.abc import Collection

from dateline.values import Span

FEW = 6
"""Words up to which round brackets behind a pronoun tell whom it means."""

_SQUARE = re.compile(r"\[[^\[\]]*\]")
_SIC = re.compile(r"\(\s*sic\s*[.!?]?\s*\)", re.IGNORECASE)
_ELLIPSIS = re.compile(r"…+|\.{3,}|\.(?: \.){2,}")
_ROUND = re.compile(r"\(\s*[^\W\d_][^()\n]{0,60}\)")


def insertions(text: str, inner: Span, pronouns: Collection[int]) -> tuple[Span, ...]:
    """Square brackets, "(sic)", ellipses, and a few words in round brackets that tell whom a pronoun means.

    `pronouns` are the offsets at which a pronoun ends. Other round brackets may be the speaker's own.
    """
    words = text[inner.start : inner.end]
    if not any(sign in words for sign in "[(…") and ".." not in words and ". ." not in words:
        return ()
    found = [
        Span(*match.span()) for form in (_SQUARE, _SIC, _ELLIPSIS) for match in form.finditer(text, *_bounds(inner))
    ]
    for match in _ROUND.finditer(text, *_bounds(inner)):
        before = len(text[: match.start()].rstrip())
        if before in pronouns and len(match.group().split()) <= FEW:
            found.append(Span(*match.span()))
    return _apart(found)


def _bounds(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _apart(found: list[Span]) -> tuple[Span, ...]:
    """In the order of the text, without those inside others."""
    kept: list[Span] = []
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
