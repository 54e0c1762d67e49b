"""The marks of a block: which signs may open or close a quotation, and what each reading would cost."""

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from dateline.annotation.quotes.glyphs import CLOSERS, DOUBLE, OPENERS, Glyph, glyphs
from dateline.languages import load
from dateline.model import Block
from dateline.values import Span

Kind = Literal["double", "single"]
Style = Literal["straight", "curly", "angled"]

STRAY = 4.0
"""What it costs to leave a mark without a partner; the wrong side of a word costs less than one, twice more."""
MISFIT = 3.0
IN_WORD = 6.8
"""What it costs to use a mark between two letters of one word."""
CURL = 1.5
"""What it costs to use a mark against its shape."""
AFLOAT = 0.6
"""What it adds to open with a mark between two spaces: in tokenised copy, more of those close."""
WEAK = 0.5
"""What it costs less to leave a mark that opens between words in the middle of a sentence."""
INCHES = 0.5
TWIN = 0.4
"""What it costs to pass over a mark that stands twice."""
PRIME = 1.2
SURE = 1.0
APOSTROPHE = 0.8
"""Single marks: what it costs to take one that opens, or one behind a pause, for an apostrophe; and the other way."""
NEVER = 99.0
STORY = 800
"""Letters from which a block holds several paragraphs that were run together."""

_INCHES = re.compile(
    r"(?:[\d½¼¾⅓⅔⅛](?:['’′] ?\d+(?:[.,/]\d+)?| | ?[½¼¾⅓⅔⅛])?(?:\"|''|”|″)(?!\w)"
    r"|°\s?\d{1,2}['’′]\s?\d{1,2}(?:\.\d+)?(?:\"|''|”|″))"
)
_BETWEEN_WORDS = re.compile(r"\w \S+(?<=[a-z])")
_DAMAGED_DASH = re.compile(r"(?:\w|(?<=\w)[,)]) [“”] \w")
_NEW_PARAGRAPH = re.compile(r"(?<=[.!?…]) [\"“„«](?=\w)")
_BEFORE_OPENING = frozenset("([{-–—/:")
_AFTER_CLOSING = frozenset(".,;:!?)]}-–—/…'’")
_BEFORE_SPEECH = frozenset(".!?:,…\"“”‘’'")
_PAUSES = frozenset(".,;:!?")
_ENDS = frozenset(".,;!?…")
_MONEY = frozenset("$£€…#@[(")
_BEFORE_SINGLE = frozenset('([{-–—/"“„«')
_AFTER_SINGLE = frozenset('.,;:!?)]}-–—/…"”»')


class Mark(Struct, frozen=True, gc=False):
    """A quotation mark, and what it would cost to read it as one that opens, that closes, or as none of a pair.

    `renews`: it may open the next paragraph of a quotation, since the block runs paragraphs together.
    `twin`: it stands there twice, and this is the outer one. `starts`: it may open speech that goes on in the next
    block; a single one only where a sentence begins.
    """

    start: int
    end: int
    sign: str
    kind: Kind
    opens: float
    closes: float
    lone: float
    renews: bool = False
    twin: bool = False
    starts: bool = True

    @property
    def style(self) -> Style:
        """Its shape: a straight one does not tell which way it looks."""
        return "straight" if self.sign in "\"'" else "angled" if self.sign in "«»‹›" else "curly"

    @property
    def is_sure(self) -> bool:
        """Whether it is no apostrophe: a double mark, a single one that opens, or one that closes behind a pause."""
        return self.lone >= (PRIME if self.opens < self.closes else SURE)

    def is_like(self, other: "Mark") -> bool:
        """Whether one of them would not stand inside the other's quotation: the same kind and style."""
        return self.kind == other.kind and self.style == other.style

    @property
    def is_stray(self) -> bool:
        """Whether it is missed where it has no partner: no sign of inches, no apostrophe."""
        return self.lone >= STRAY - WEAK or self.twin


class _Place(Struct, frozen=True):
    """A sign, the character before it and the one behind it: a space at either end of the block.

    `twins`: whether the same sign stands right before it, and right behind it. `cut`: the block was cut into words, so
    that most of its double marks have a space at either side.
    """

    glyph: Glyph
    before: str
    after: str
    begins: bool
    ends: bool
    twins: tuple[bool, bool]
    cut: bool

    @property
    def afloat(self) -> bool:
        """Whether the sign stands between two spaces."""
        return self.before.isspace() and self.after.isspace()

    def misfit(self, wrong: frozenset[str]) -> float:
        """What it costs to use the sign on the wrong side of a word; inside one, or if its shape is wrong too, more."""
        inside = self.before.isalnum() and self.after.isalnum() and not (self.before.islower() and self.after.isupper())
        return IN_WORD if inside or self.glyph.sign in wrong else MISFIT


def marks(text: str, block: Block, language: str) -> list[Mark]:
    """The marks of a block that may be quotation marks, in order."""
    signs = glyphs(text, block.start, block.end)
    inches = {found.end() for found in _INCHES.finditer(text, block.start, block.end)} if signs else set()
    found: list[Mark] = []
    doubles = [i for i, glyph in enumerate(signs) if glyph.sign in DOUBLE]
    cut = len(doubles) > 1 and sum(_place(text, block, signs, i).afloat for i in doubles) > len(doubles) / 2
    for i, glyph in enumerate(signs):
        place = _place(text, block, signs, i, cut)
        if glyph.sign in DOUBLE:
            found.append(_double(text, block, place, glyph.end in inches))
        elif (mark := _single(text, place, language)) is not None:
            found.append(mark)
    return found


def _place(text: str, block: Block, signs: list[Glyph], i: int, cut: bool = False) -> _Place:
    glyph = signs[i]
    begins, ends = glyph.start <= block.start, glyph.end >= block.end
    before = " " if begins else text[glyph.start - 1]
    after = " " if ends else text[glyph.end]
    left = signs[i - 1] if i and signs[i - 1].end == glyph.start else None
    right = signs[i + 1] if i + 1 < len(signs) and signs[i + 1].start == glyph.end else None
    before, after = left.sign if left else before, right.sign if right else after
    twins = left is not None and before == glyph.sign, right is not None and after == glyph.sign
    return _Place(glyph, before, after, begins, ends, twins, cut)


def _double(text: str, block: Block, place: _Place, inches: bool) -> Mark:
    start, end, sign = place.glyph.start, place.glyph.end, place.glyph.sign
    opens, closes = _opening(place), _closing(place)
    twin = place.twins[opens < closes]
    lone = INCHES if inches else STRAY - WEAK * (_BETWEEN_WORDS.match(text, start - 2, end + 1) is not None)
    return Mark(
        start,
        end,
        sign,
        "double",
        opens,
        closes,
        TWIN if twin else lone,
        block.end - block.start >= STORY and _NEW_PARAGRAPH.match(text, start - 1) is not None,
        twin,
    )


def _starts(text: str, start: int) -> bool:
    return text[max(0, start - 3) : start].rstrip()[-1:] in _BEFORE_SPEECH


def _opening(place: _Place) -> float:
    before, after = place.before, place.after
    fits = (before.isspace() or before in _BEFORE_OPENING or before in "'‘“\"„«‚") and not after.isspace()
    fits = fits or (place.begins and not place.ends) or (place.cut and place.afloat and not place.ends)
    misfit = place.misfit(CLOSERS) * (not fits) + AFLOAT * (place.afloat and not place.begins)
    return misfit + (before.isalnum() and 0.5) + CURL * (place.glyph.sign in CLOSERS)


def _closing(place: _Place) -> float:
    before, after = place.before, place.after
    fits = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING or after in '”"»“')
    fits = fits or (before.isspace() and not place.begins and after in _PAUSES)
    fits = fits or (place.ends and not place.begins) or (place.cut and place.afloat and not place.begins)
    misfit = place.misfit(OPENERS) * (not fits)
    return misfit + (before in ",(" and after.isalnum() and 0.5) + CURL * (place.glyph.sign in OPENERS)


def _single(text: str, place: _Place, language: str) -> Mark | None:
    """A single mark where it may be more than an apostrophe; None where it stands inside a word."""
    before, after, sign = place.before, place.after, place.glyph.sign
    start, end = place.glyph.start, place.glyph.end
    if place.afloat and sign == "‘":
        return Mark(start, end, sign, "single", AFLOAT, NEVER, PRIME)
    if place.afloat and not place.begins:
        closes = sign == "’" and not _elisions(language).match(text, end + 1)
        return Mark(start, end, sign, "single", NEVER, 0.0, 0.0) if closes else None
    wrong = CURL * (sign in CLOSERS), CURL * (sign in OPENERS)
    opens = (before.isspace() or before in _BEFORE_SINGLE) and (after.isalnum() or after in _MONEY or after in DOUBLE)
    if opens and not _elisions(language).match(text, end):
        words = text[max(0, start - 3) : start].rstrip()
        starts = place.begins or (_starts(text, start) and not after.islower())
        lone = STRAY if after.isupper() and words[-1:] == ":" else PRIME
        lone = lone if sign != "’" else APOSTROPHE if starts and after.isupper() else 0.0
        return Mark(start, end, sign, "single", wrong[0], NEVER, lone, starts=starts)
    closes = not before.isspace() and (before.isalnum() or before in ".,:;!?…%)" or before in DOUBLE)
    if not closes or not (after.isspace() or after in _AFTER_SINGLE):
        return None
    rest = text[end : end + 2]
    possessive = before in "snSN" and len(rest) == 2 and rest[0].isspace() and rest[1].isalnum()
    lone = 0.0 if possessive or before.isdigit() else SURE if before in _ENDS or before in DOUBLE else 0.3
    return Mark(start, end, sign, "single", NEVER, wrong[1] + APOSTROPHE * possessive, lone)


def is_dash(text: str, mark: Span) -> bool:
    """Whether a mark is a dash that went through a wrong encoding: curly, between words, a space at either side."""
    return _DAMAGED_DASH.match(text, mark.start - 2) is not None


@cache
def _elisions(language: str) -> re.Pattern[str]:
    """Words that begin with an apostrophe, and decades."""
    words = load(language).statements.elisions
    return re.compile(r"(?:\d0s|\d\d\b" + "".join(rf"|{re.escape(word)}\b" for word in words) + ")", re.IGNORECASE)
