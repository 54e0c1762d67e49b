"""The quotations of an article: its quotation marks paired, its stray marks named."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Quotation
from dateline.languages import available, load
from dateline.model import Article, Block, BlockRole
from dateline.values import Span

FALLBACK = "en"
QUOTING_ROLES: tuple[BlockRole, ...] = ("headline", "deck", "paragraph", "caption", "note")

STRAY = 4.0
"""What it costs to leave a mark without a partner; the wrong side of a word costs less than one, twice more."""
CONTINUED = 0.5
AFLOAT = 0.6
"""What it adds to open with a mark between two spaces: in tokenised copy, more of those close."""
LENGTH = 0.002
"""What each quoted letter costs: of two repairs that fit equally, the one that quotes less wins."""
LONGEST_SINGLE = 400
"""Single marks further apart than this are apostrophes."""
STORY = 800
"""Letters from which a block holds several paragraphs that were run together."""
PARAGRAPH = 500
"""Letters that a paragraph of a quotation may have in such a block."""
LINES = 8
"""Lines over which a quotation may go on where each sentence has a line of its own."""

_DOUBLE = re.compile(r"``|''|[\"“”„‟«»]")
_INCHES = re.compile(r"\d(?:'|’| )? ?\d*(?:\"|'')(?!\w)")
_TWO_SENTENCES = re.compile(r"[a-z]{2}[.!?][\"'”’]* +[\"'“‘]?[A-Z]")
_NEW_PARAGRAPH = re.compile(r"(?<=[.!?…]) [\"“„«](?=\w)")
_OPENERS = frozenset("“„‟«") | {"``"}
_CLOSERS = frozenset("”»")
_BEFORE_OPENING = frozenset("([{-–—/:")
_AFTER_CLOSING = frozenset(".,;:!?)]}-–—/…'’")
_DAMAGED_DASH = re.compile(r"(?:\w|(?<=\w)[,)]) [“”] \w")
"""A dash that went through a wrong encoding: a curly mark between words, with a space at either side."""
_PAUSES = frozenset(".,;:!?")
_SINGLE_OPENER = re.compile(r"(?:(?<=[\s(\[{\-–—/\"“])|^)[‘'](?=[^\W_]|[$£€…])")
_SINGLE_CLOSER = re.compile(r"(?<=[\w.,;:!?…%)])['’](?=[\s.,;:!?)\]}\-–—/…\"”]|$)")
_BRACKETS = re.compile(r"\[[^\[\]]*\]")

Side = Literal["opens", "closes"]


class Mark(Struct, frozen=True, gc=False):
    """A quotation mark, and what it would cost to read it as an opening or as a closing one.

    `renews`: it may open the next paragraph of a quotation, since the block runs paragraphs together.
    """

    start: int
    end: int
    opens: float
    closes: float
    renews: bool = False


class Pairing(Struct, frozen=True):
    """The cheapest reading of a block's marks. `open_at` is a mark left open at the block's end."""

    cost: float
    pairs: tuple[tuple[Mark, Mark], ...] = ()
    strays: tuple[Mark, ...] = ()
    open_at: Mark | None = None


def quotations(article: Article) -> tuple[tuple[Quotation, ...], tuple[Span, ...]]:
    """The quotations of an article in the order of the text, and the marks that have no partner.

    Each block is paired for itself. A quotation left open goes on when the next block of its role opens with a mark;
    else its mark is stray, and the quotation ends with its block if it has an introduction, or is none.
    """
    found: list[Quotation] = []
    strays: list[Span] = []
    continues = False
    indexes = [i for i, block in enumerate(article.blocks) if block.role in QUOTING_ROLES]
    for at, i in enumerate(indexes):
        follower = article.blocks[indexes[at + 1]] if at + 1 < len(indexes) else None
        goes_on = follower is not None and _opens_with_mark(article, article.blocks[i], follower)
        pairing = paired(marks(article.text, article.blocks[i]), goes_on, continues)
        inside, lone = _quoted(article, i, pairing, goes_on, continues)
        if continues and not (inside and inside[0].continues):
            found[-1] = replace(found[-1], closed=True)
            strays.append(Span(found[-1].start, found[-1].inner.start))
        found += inside
        strays += lone
        continues = bool(inside) and not inside[-1].closed
    found, strays = _over_lines(article, found, sorted(strays))
    return tuple(found), tuple(mark for mark in strays if not _DAMAGED_DASH.match(article.text, mark.start - 2))


def _over_lines(article: Article, found: list[Quotation], strays: list[Span]) -> tuple[list[Quotation], list[Span]]:
    """Joins a stray mark that opens on one line with one that closes on a later line."""
    kept: list[Span] = []
    at = 0
    while at < len(strays):
        joined = _joined(article, found, *strays[at : at + 2]) if at + 1 < len(strays) else []
        if joined:
            whole = Span(joined[0].start, joined[-1].end)
            found = [q for q in found if not (whole.start <= q.start < whole.end)] + joined
        else:
            kept.append(strays[at])
        at += 2 if joined else 1
    return sorted(found, key=lambda q: q.start), kept


def _joined(article: Article, found: list[Quotation], opening: Span, closing: Span) -> list[Quotation]:
    """The parts of a quotation, line by line; none where the copy has paragraphs, or other quotations in between."""
    text, blocks = article.text, article.blocks
    starts = [block.start for block in blocks]
    first, last = bisect_right(starts, opening.start) - 1, bisect_right(starts, closing.start) - 1
    if not 0 < last - first <= LINES or not _are_lines(article, first, last):
        return []
    opener, closer = _mark_at(text, blocks[first], opening), _mark_at(text, blocks[last], closing)
    if opener.opens > opener.closes + AFLOAT or closer.closes > closer.opens or _bars(text, found, opening, closing):
        return []
    bounds = [(opening.start, opening.end, blocks[first].end, blocks[first].end)]
    bounds += [(block.start, block.start, block.end, block.end) for block in blocks[first + 1 : last]]
    bounds.append((blocks[last].start, blocks[last].start, closing.start, closing.end))
    parts = [
        _quotation(text, start, end, Span(begins, ends), block, block == last)
        for block, (start, begins, ends, end) in enumerate(bounds, first)
        if text[begins:ends].strip()
    ]
    went_on = any(q.continues for q in found if q.start == opening.start)
    return (
        [replace(part, continues=went_on or i > 0) for i, part in enumerate(parts)] if len(parts) > last - first else []
    )


def _mark_at(text: str, block: Block, span: Span) -> Mark:
    return next(mark for mark in marks(text, block) if mark.start == span.start)


def _bars(text: str, found: list[Quotation], opening: Span, closing: Span) -> bool:
    """Whether a quotation between two marks, or one that holds either, keeps them from being a pair."""
    inside = (q for q in found if opening.start < q.start < closing.start)
    crossing = any(q.start < mark.start < q.end for q in found for mark in (opening, closing))
    return crossing or any(text[q.start] not in "'‘" for q in inside)


def _are_lines(article: Article, first: int, last: int) -> bool:
    """Whether these blocks are sentences on lines of their own: of one role, no line empty, none of two sentences."""
    text, blocks = article.text, article.blocks[first : last + 1]
    touching = all(text[a.end : b.start].strip(" ") == "\n" for a, b in pairwise(blocks))
    roles = {block.role for block in blocks}
    return touching and len(roles) == 1 and not any(_TWO_SENTENCES.search(text, b.start, b.end) for b in blocks)


def _opens_with_mark(article: Article, block: Block, follower: Block) -> bool:
    found = _DOUBLE.match(article.text, follower.start, follower.end)
    return block.role == follower.role and found is not None and found.group() not in _CLOSERS


def marks(text: str, block: Block) -> list[Mark]:
    """The double marks of a block, without the signs of inches: a mark behind a digit, where none is open before it."""
    inches = {found.end() for found in _INCHES.finditer(text, block.start, block.end)}
    kept: list[Mark] = []
    for found in _DOUBLE.finditer(text, block.start, block.end):
        if found.end() not in inches or len(kept) % 2:
            costs = _cost(text, found, block, "opens"), _cost(text, found, block, "closes")
            renews = block.end - block.start >= STORY and _NEW_PARAGRAPH.match(text, found.start() - 1) is not None
            kept.append(Mark(found.start(), found.end(), *costs, renews))
    return kept


def _cost(text: str, mark: re.Match[str], block: Block, side: Side) -> float:
    begins, ends = mark.start() <= block.start, mark.end() >= block.end
    before = " " if begins else text[mark.start() - 1]
    after = " " if ends else text[mark.end()]
    opening = (before.isspace() or before in _BEFORE_OPENING or before in "'‘“\"") and not after.isspace()
    closing = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING or after in '”"')
    closing = closing or (before.isspace() and not begins and after in _PAUSES)
    glyph = mark.group()
    if side == "opens":
        afloat = before.isspace() and after.isspace() and not begins
        misfit = 3.0 * (not (opening or (begins and not ends))) + AFLOAT * afloat
        return misfit + (before.isalnum() and 0.5) + 1.5 * (glyph in _CLOSERS)
    misfit = 3.0 * (not (closing or (ends and not begins)))
    return misfit + (before in ",(" and after.isalnum() and 0.5) + 1.5 * (glyph in _OPENERS)


def paired(found: Sequence[Mark], goes_on: bool, continues: bool) -> Pairing:
    """The cheapest way to read the marks as pairs and strays.

    `goes_on`: a mark may stay open at no great cost; `continues`: the first mark takes up a quotation of the block
    before.
    """
    best = [Pairing(0.0)]
    for i in range(1, len(found) + 1):
        lone = best[i - 1]
        options = [Pairing(lone.cost + STRAY, lone.pairs, (*lone.strays, found[i - 1]))]
        options += [_with_pair(best[j], found[j:i]) for j in range(max(0, i - 4), i - 1)]
        best.append(min(options, key=lambda option: option.cost))
    options = [best[-1]]
    if found and (goes_on or continues or found[-1].opens < found[-1].closes):
        last = best[-2]
        options.insert(0, _left_open(last, found[-1], CONTINUED if goes_on else STRAY))
    return min(options, key=lambda option: option.cost)


def _with_pair(before: Pairing, run: Sequence[Mark]) -> Pairing:
    opening, closing = run[0], run[-1]
    renewing = {b for a, b in pairwise(run[:-1]) if b.renews and b.start - a.end <= PARAGRAPH}
    lone = tuple(mark for mark in run[1:-1] if mark not in renewing)
    cost = opening.opens + closing.closes + LENGTH * (closing.start - opening.end)
    cost += STRAY * len(lone) + CONTINUED * len(renewing)
    return Pairing(before.cost + cost, (*before.pairs, (opening, closing)), (*before.strays, *lone))


def _left_open(before: Pairing, mark: Mark, price: float) -> Pairing:
    return Pairing(before.cost + mark.opens + price, before.pairs, before.strays, mark)


def _quoted(
    article: Article, index: int, pairing: Pairing, goes_on: bool, continues: bool
) -> tuple[list[Quotation], list[Span]]:
    text, block = article.text, article.blocks[index]
    found = [_quotation(text, a.start, b.end, Span(a.end, b.start), index) for a, b in pairing.pairs]
    strays = [Span(mark.start, mark.end) for mark in pairing.strays]
    if (last := pairing.open_at) is not None:
        if not goes_on:
            strays.append(Span(last.start, last.end))
        if goes_on or _is_introduced(text, block, last):
            closed = not goes_on
            found.append(_quotation(text, last.start, block.end, Span(last.end, block.end), index, closed))
    if continues and found and found[0].start == block.start:
        found[0] = replace(found[0], continues=True)
    single = [_quotation(text, s.start, s.end, Span(s.start + 1, s.end - 1), index) for s in _singles(article, block)]
    return _outermost([q for q in (*found, *single) if q.inner.start < q.inner.end]), strays


def _is_introduced(text: str, block: Block, mark: Mark) -> bool:
    """A lone opening mark begins a quotation where a block begins, or behind a colon or comma."""
    before = text[block.start : mark.start].rstrip()
    return not before or before[-1] in ":,"


def _quotation(text: str, start: int, end: int, inner: Span, block: int, closed: bool = True) -> Quotation:
    words = text[inner.start : inner.end]
    inner = Span(inner.start + len(words) - len(words.lstrip()), inner.end - len(words) + len(words.rstrip()))
    brackets = tuple(Span(*found.span()) for found in _BRACKETS.finditer(text, inner.start, inner.end))
    return Quotation(start=start, end=end, inner=inner, block=block, closed=closed, brackets=brackets)


def _singles(article: Article, block: Block) -> Iterator[Span]:
    """Words between single marks. A mark that may be an apostrophe closes only when none after it would do better."""
    text, at = article.text, block.start
    elided = _elisions(article.language or FALLBACK)
    while opener := _SINGLE_OPENER.search(text, at, block.end):
        at = opener.end()
        if elided.match(text, at, block.end):
            continue
        limit = min(block.end, at + LONGEST_SINGLE)
        closers = [found.start() for found in _SINGLE_CLOSER.finditer(text, at, limit)]
        if following := _SINGLE_OPENER.search(text, at, block.end):
            closers = [c for c in closers if c < following.start() or text[following.start()] == "'"]
        sure = [c for c in closers if not _may_be_apostrophe(text, c)]
        if closer := (sure or closers)[:1]:
            at = closer[0] + 1
            yield Span(opener.start(), at)


def _may_be_apostrophe(text: str, at: int) -> bool:
    """As in "the rebels' attacks" and "goin' home"."""
    rest = text[at + 1 : at + 3]
    return text[at - 1] in "snSN" and len(rest) == 2 and rest[0].isspace() and rest[1].isalnum()


@cache
def _elisions(language: str) -> re.Pattern[str]:
    words = load(language if language in available() else FALLBACK).statements.elisions
    return re.compile(r"(?:\d0s|\d\d\b" + "".join(rf"|{re.escape(word)}\b" for word in words) + ")", re.IGNORECASE)


def _outermost(found: list[Quotation]) -> list[Quotation]:
    """Without those that lie in, or cross, one that began earlier."""
    kept: list[Quotation] = []
    for quotation in sorted(found, key=lambda q: (q.start, -q.end)):
        if not kept or quotation.start >= kept[-1].end:
            kept.append(quotation)
    return kept
