"""Numerals as intervals: figures and words, hedged ("at least 12"), vague ("dozens") or between two ends.

Bands where the words give none: "about 50" is ten per cent to either side (one, below ten), "nearly 50" the ten per
cent below. "more than 100" begins at 101, "fewer than 100" ends at 99.
"""

import re
from collections.abc import Sequence
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Token
from dateline.understanding.harm.number_words import Hedge, Lexicon, lexicon_of, match

FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,6})?")
SUFFIXED = re.compile(r"(\d{1,12}(?:\.\d{1,6})?)([a-z]{1,3})\.?")
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
BAND = 10
"""One part in so many to either side."""
SMALL = 10
"""Below this, "about" means one more or one less."""
REACH = 8
"""So many words behind "both" its "and" may stand."""


class Number(Struct, frozen=True, kw_only=True):
    """Tokens `first` up to, not including, `last`, and the interval they mean; `best` where a number was named.

    `figure` begins at the numeral itself, behind its hedge. `glued`: a hyphen follows ("12-day", "two-thirds"), so
    the number counts nothing by itself.
    """

    first: int
    figure: int
    last: int
    low: float | None
    high: float | None
    best: float | None
    hedge: Hedge = ""
    glued: bool = False

    @property
    def whole(self) -> bool:
        """Whether it can count people."""
        return all(end is None or float(end).is_integer() for end in (self.low, self.high))


class _Amount(Struct, frozen=True):
    low: float
    high: float
    end: int
    scale: float = 1


def numbers(tokens: Sequence[Token], code: str) -> list[Number]:
    """The numbers among consecutive tokens, left to right. Years, dates, hours and labels ("Flight 12") are none."""
    lexicon = lexicon_of(code)
    words = [token.lower for token in tokens]
    found: list[Number] = []
    before: Number | None = None
    i = 0
    while i < len(words):
        number = None
        added = i > 0 and words[i] in lexicon.hedges and tokens[i - 1].lemma in lexicon.adding  # "adds up to 12"
        if not added and (words[i] in lexicon.starts or words[i][0].isdigit()):
            moved = i > 0 and words[i] in lexicon.signs and tokens[i - 1].lemma in lexicon.moves
            number = _number(words, i, lexicon, moved)
        if number is None:
            i += 1
            continue
        if not _counts_nothing(tokens, words, number, lexicon) and not _is_share(words, number, before, lexicon):
            shift = tokens[0].i
            first, figure, last = number.first + shift, number.figure + shift, number.last + shift
            found.append(replace(number, first=first, figure=figure, last=last))
        i = number.last
        before = number
    return found


def _is_share(words: list[str], number: Number, before: Number | None, lexicon: Lexicon) -> bool:
    """ "One in ten guards": ten are not counted."""
    if before is None or (before.high or 0) >= (number.low or 0):
        return False
    return words[before.last : number.first] in lexicon.share


def _number(words: list[str], i: int, lexicon: Lexicon, moved: bool = False) -> Number | None:
    if words[i] in lexicon.between:
        return _range(words, i, i + 1, lexicon.link, lexicon)
    hedge, start = match(words, i, lexicon.hedges)
    ranged = None
    if not moved and not (i and words[i - 1] in lexicon.origin):  # "rose from 12 to 35", "rose $2 to $81" are none
        ranged = _range(words, i, start, lexicon.to, lexicon)
    if ranged is not None:
        return ranged
    amount = _amount(words, start, lexicon)
    if amount is None:
        return None
    after, end = match(words, amount.end, lexicon.after)
    number = _hedged(amount, hedge or after or "")
    return replace(number, first=i, figure=start, last=end, glued=_glued(words, end))


def _glued(words: list[str], end: int) -> bool:
    return end + 1 < len(words) and words[end] == "-" and words[end + 1].isalpha()


def _range(words: list[str], first: int, i: int, links: frozenset[str], lexicon: Lexicon) -> Number | None:
    left = _amount(words, i, lexicon)
    if left is None or left.end >= len(words) or words[left.end] not in links:
        return None
    right = _amount(words, left.end + 1, lexicon)
    if right is None:
        return None
    scale = right.scale if left.scale == 1 and left.low < 1000 else 1  # "five to seven million"
    if right.high <= left.low * scale:
        return None
    return Number(
        first=first,
        figure=i,
        last=right.end,
        low=_plain(left.low * scale),
        high=right.high,
        best=None,
        hedge="range",
        glued=_glued(words, right.end),
    )


def _hedged(amount: _Amount, hedge: Hedge) -> Number:
    low, high = amount.low, amount.high
    named = low if low == high else None
    ends: dict[str, tuple[float | None, float | None, float | None]] = {
        "": (low, high, named),
        "at_least": (low, None, named),
        "more_than": (_above(low), None, _above(low) if named is not None else None),
        "fewer_than": (None, high - 1 if float(high).is_integer() else high, None),
        "up_to": (None, high, named),
        "nearly": (_widened(low, -1), high, named),
        "about": (_widened(low, -1), _widened(high, 1), named),
    }
    kind: Hedge = hedge or ("" if named is not None else "vague")
    low_end, high_end, best = ends[hedge]
    return Number(first=0, figure=0, last=0, low=low_end, high=high_end, best=best, hedge=kind)


def _above(low: float) -> float:
    return low + 1 if float(low).is_integer() else low


def _widened(end: float, sign: int) -> float:
    if not float(end).is_integer():
        return round(end * (1 + sign / BAND), 6)
    if end < SMALL:
        return max(end + sign, 0)
    return end + sign * ceil(end / BAND)


def _amount(words: list[str], i: int, lexicon: Lexicon) -> _Amount | None:
    if i < len(words) and words[i] in lexicon.signs:
        return _money(words, i + 1, lexicon)
    if i >= len(words):
        return None
    return _vague(words, i, lexicon) or _half(words, i, lexicon) or _exact(words, i, lexicon)


def _money(words: list[str], i: int, lexicon: Lexicon) -> _Amount | None:
    """Behind a currency's sign a figure may bear its multiplier: "$5bn", "£3m"."""
    if i >= len(words):
        return None
    if glued := SUFFIXED.fullmatch(words[i]):
        scale = lexicon.suffixes.get(glued[2], 0)
        value = _plain(float(glued[1]) * scale)
        return _Amount(value, value, i + 1, scale) if scale else None
    amount = _exact(words, i, lexicon)
    if amount is not None and amount.end < len(words) and amount.scale == 1:
        scale = lexicon.suffixes.get(words[amount.end].rstrip("."), 0)
        if scale:
            return _Amount(_plain(amount.low * scale), _plain(amount.high * scale), amount.end + 1, scale)
    return amount


def _vague(words: list[str], i: int, lexicon: Lexicon) -> _Amount | None:
    ends, end = match(words, i, lexicon.vague)
    if ends is None:
        return None
    low, high = ends
    if end < len(words) and words[end] in lexicon.multipliers and high:  # "several hundred"
        scale = lexicon.multipliers[words[end]]
        return _Amount(low * scale, high * scale, end + 1)
    return _Amount(low, high, end)


def _half(words: list[str], i: int, lexicon: Lexicon) -> _Amount | None:
    if words[i] not in lexicon.half:
        return None
    j = i + 1
    if j < len(words) and words[j] in lexicon.article:
        j += 1
    if j < len(words) and words[j] in lexicon.multipliers:
        value = lexicon.multipliers[words[j]] / 2
        return _Amount(_plain(value), _plain(value), j + 1)
    return None


def _exact(words: list[str], i: int, lexicon: Lexicon) -> _Amount | None:
    """A figure or a chain of numerals with its multipliers: "1.5 million", "two hundred and five", "a dozen"."""
    if words[i] in lexicon.article:
        if i + 1 >= len(words) or words[i + 1] not in lexicon.multipliers:
            return None
        first, j = 1.0, i + 1
    else:
        unit, j = _unit(words, i, lexicon)
        if unit is None:
            return None
        first = unit
    current = first
    total: float = 0
    scale: float = 1
    while j < len(words) and words[j] in lexicon.multipliers:
        times = lexicon.multipliers[words[j]]
        scale, j = scale * times, j + 1
        total, current = (total + current * times, 0) if times >= 1000 else (total, current * times)
        k = j + 1 if j < len(words) and words[j] in lexicon.link else j
        more, end = _unit(words, k, lexicon)
        if more is not None and words[k] in lexicon.numerals and more < times:
            current, j, scale = current + more, end, 1
    value = _plain(total + current)
    return _Amount(value, value, j, scale)


def _unit(words: list[str], i: int, lexicon: Lexicon) -> tuple[float | None, int]:
    if i >= len(words):
        return None, i
    if FIGURE.fullmatch(words[i]):
        return _plain(float(words[i].replace(",", ""))), i + 1
    value = lexicon.numerals.get(words[i])
    if value is None:
        return None, i
    j = i + 2 if i + 1 < len(words) and words[i + 1] == "-" else i + 1
    ones = lexicon.numerals.get(words[j], 0) if j < len(words) else 0
    if value >= 20 and 0 < ones < 10:
        return value + ones, j + 1
    return value, i + 1


def _plain(value: float) -> float:
    return int(value) if float(value).is_integer() else round(value, 6)


def _counts_nothing(tokens: Sequence[Token], words: list[str], number: Number, lexicon: Lexicon) -> bool:
    before = words[number.figure - 1] if number.figure else ""
    after = words[number.last] if number.last < len(words) else ""
    text = tokens[number.figure].text
    figures = text[0].isdigit()
    other = lexicon.correlatives.get(words[number.figure])
    if other is not None and other in words[number.last : number.last + REACH]:
        return True
    if figures and (before in lexicon.not_before or after in lexicon.not_after):
        return True
    if figures and _is_label(tokens, number):
        return True
    opens_list = figures and number.first == 0 and after in (")", ".")
    bare_year = bool(YEAR.fullmatch(text)) and number.hedge in ("", "range")
    return opens_list or (bare_year and not _counts_a_noun(tokens, number, before))


def _is_label(tokens: Sequence[Token], number: Number) -> bool:
    """ "Falcon 9 rockets": a figure that the parser hangs on the name before it, or beside it."""
    leader = tokens[number.figure - 1] if number.figure else None
    if leader is None or leader.pos != "PROPN":
        return False
    head = tokens[number.figure].head
    return head == leader.i or (leader.dep in ("nmod", "compound") and head == leader.head)


def _counts_a_noun(tokens: Sequence[Token], number: Number, before: str) -> bool:
    """ "1992 people" against "in 1992", "the 1992 attacks": a year-like figure must stand bare before a plural."""
    follower = tokens[number.last] if number.last < len(tokens) else None
    if follower is None or follower.tag != "NNS":
        return False
    leader = tokens[number.first - 1] if number.first else None
    return leader is None or leader.pos not in ("ADP", "DET", "PRON", "PART", "PROPN") or number.first != number.figure
