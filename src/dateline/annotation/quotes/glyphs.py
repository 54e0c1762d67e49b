"""The many spellings of a quotation mark, each with the one sign that it stands for. Offsets are the text's own."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from msgspec import Struct

DOUBLE = frozenset('"“”„«»')
SINGLE = frozenset("'‘’‚‹›")
OPENERS = frozenset("“„«‘‚‹")
CLOSERS = frozenset("”»’›")
DASH = "–"
"""What is no mark, but looks like one when it is read in a wrong encoding."""

_ENTITY = (
    r"&(?:amp;)?(?:quot|apos|[lr][ds]quo|[bs](?:d|b)quo|[lr]aquo|[lr]saquo"
    r"|#0*(?:34|39|130|132|139|14[5-8]|155|171|187|82(?:16|17|18|20|21|22|49|50))"
    r"|#x0*(?:22|27|ab|bb|20(?:1[89acde]|39|3a)));"
)
"""Entities of HTML that survived in plain text, some of them escaped twice."""
_MISREAD = (
    r"\u00e2\u20ac(?:[\u0153\u0161\u017e\u02dc\u2122\ufffd\x9d\u201c\u201d]|(?=[\s.,;:!?)]|\Z)|(?<=[.,!?]\u00e2\u20ac))"
    r"|\u00c2[«»]"
)
"""Marks in UTF-8 that were read as Windows-1252; the last of three signs may be lost. Dashes look alike."""
_SIGNS = "[\"“”„‟«»″〝〞＂'‘’‚‹›′´`＇\x82\x84\x8b\x91-\x94\x9b]"
_FIRST = re.compile("[\\\\&\u00e2\u00c2," + _SIGNS[1:])
_SPELLED = re.compile(
    rf"\\+[\"'“”‘’]|(?i:{_ENTITY})|{_MISREAD}"
    rf"|(?<=\S)'(?=''(?!'))|``|''|’’|‘‘|(?:(?<=\s)|\A),,(?=\w)|{_SIGNS}"
)
_SIGN_OF = {
    "``": "“",
    "''": '"',
    "’’": "”",
    "‘‘": "“",
    ",,": "„",
    "″": '"',
    "＂": '"',
    "‟": "“",
    "〝": "“",
    "〞": "”",
    "′": "'",
    "＇": "'",
    "´": "’",
    "`": "‘",
    "\x82": "‚",
    "\x84": "„",
    "\x8b": "‹",
    "\x91": "‘",
    "\x92": "’",
    "\x93": "“",
    "\x94": "”",
    "\x9b": "›",
    "\u00e2\u20ac\u0153": "“",
    "\u00e2\u20ac\u0161": "‚",
    "\u00e2\u20ac\u017e": "„",
    "\u00e2\u20ac\u02dc": "‘",
    "\u00e2\u20ac\u2122": "’",
    "\u00e2\u20ac\u201c": DASH,
    "\u00e2\u20ac\u201d": DASH,
    "\u00c2«": "«",
    "\u00c2»": "»",
}
_IN_MARKUP = re.compile(r"(?<=[\w-]=)([\"“”][^\"“”<>\n]*[\"“”]|'[^'<>\n]*')(?=[\s/>])")
"""The value of an attribute, where a page's code stands in the text."""


class Glyph(Struct, frozen=True, gc=False):
    """A mark as it is spelt at `[start, end)`, and the sign that it stands for."""

    start: int
    end: int
    sign: str


def glyphs(text: str, start: int, end: int) -> list[Glyph]:
    """Every sign of `text[start:end]` that can be a quotation mark or an apostrophe, in order."""
    found = [Glyph(first, last, sign) for first, last, sign in _found(text, start, end) if sign != DASH]
    coded = [match.span() for match in _IN_MARKUP.finditer(text, start, end)] if "=" in text[start:end] else []
    return [glyph for glyph in found if not any(first <= glyph.start < last for first, last in coded)]


def spelled(text: str) -> list[tuple[int, int, str]]:
    """The marks of a text that several characters spell: start, end, and the sign that they stand for."""
    return [each for each in _found(text, 0, len(text)) if each[1] - each[0] > 1]


def _found(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    done = start
    for first in _FIRST.finditer(text, start, end):
        if first.start() >= done and (match := _SPELLED.match(text, first.start(), end)):
            done = match.end()
            yield match.start(), done, sign_of(match.group())


@lru_cache(1024)
def sign_of(words: str) -> str:
    """The sign that a spelling stands for."""
    if words[0] == "\\":
        return words[-1]
    if words[0] == "&":
        return unescape(words.lower().replace("&amp;", "&")).translate(_ALONE)
    return _SIGN_OF.get(words, "”" if words[0] == "\u00e2" else words)


_ALONE = str.maketrans({"‟": "“"})
