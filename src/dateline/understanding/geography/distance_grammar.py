"""The wording of distances: what stands before the name that they count from, and behind the name that they place."""

import re
from functools import cache

from dateline.languages import LanguagePack, load

FIGURES = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:[.,][0-9]+)?(?:\s?[½¼¾])?|[½¼¾]"
PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")


@cache
def before_name(code: str) -> re.Pattern[str]:
    """Number, unit, direction, preposition, and what may stand between it and the name; anchored at the name."""
    words = load(code)
    geography, hedges = words.geography, words.casualties.hedges
    ways = _any(way for listed in geography.bearings.values() for way in listed)
    nouns = _any((*words.events.place_nouns, *(noun for kind in geography.place_kinds.values() for noun in kind)))
    adverb, half = rf"(?:\s+{_any(geography.distance_adverbs)})?", rf"[\s-]+{_any(hedges.link)}[\s-]+an?[\s-]+half"
    unit = _any(unit for units in geography.distance_units.values() for unit in units)
    leads = _any(geography.distance_leads)
    return re.compile(
        rf"(?<![\w.,/$€£])(?<!\w-){_amount(words)}(?P<more>{half})?[\s-]*(?<![a-z])(?P<unit>{unit})\.?(?P<and>{half})?(?!\w)"
        rf"{adverb}(?:\s*\([^()]{{1,40}}\))?{adverb}(?:\s+(?:to\s+)?(?:the\s+)?(?P<way>{ways}))?"
        rf",?\s+{leads}\s+(?:the\s+)?(?:[\w-]+\s+)?(?:{nouns},?\s+(?:of\s+)?)?\Z",
        re.IGNORECASE,
    )


def _amount(words: LanguagePack) -> str:
    """One number, or two of which the distance lies between."""
    hedges = words.casualties.hedges
    number = _numeral(words)
    either = [rf"\s+{re.escape(link)}\s+" for link in hedges.to if link.isalpha()]
    signs = [rf"(?<=[0-9])\s?{re.escape(link)}\s?(?=[0-9])" for link in hedges.to if not link.isalpha()]
    to = "|".join((*either, *signs))
    half = rf"{_any(hedges.half)}(?:[\s-]+{_any(hedges.article)})?(?:\s+{_any(words.casualties.multipliers)})?"
    both = rf"{_any(hedges.between)}\s+(?P<least>{number})\s+{_any(hedges.link)}\s+|(?P<low>{number})(?:{to})"
    article = _any(hedges.article)
    return rf"(?:(?P<half>(?:{article}\s+)?{half})|(?:{both})?(?P<number>{number})|(?P<one>{article}))"


def _numeral(words: LanguagePack) -> str:
    table = words.casualties
    begin = rf"{_any(table.numerals)}|{_any(table.hedges.article)}\s+{_any(table.multipliers)}"
    more = rf"(?:[\s-]+(?:{_any(table.hedges.link)}[\s-]+)?{_any((*table.numerals, *table.multipliers))})*"
    return rf"(?:{FIGURES}|(?:{begin}){more})"


def number_of(found: re.Match[str], words: LanguagePack) -> float | None:
    """The number of units that a wording tells, the middle of two; None where it tells only a part of one."""
    extra = 0.5 if found["more"] or found["and"] else 0.0
    if found["half"]:
        scale = [words.casualties.multipliers[w] for w in _split(found["half"]) if w in words.casualties.multipliers]
        return 0.5 * (scale[0] if scale else 1)
    if found["one"]:
        before = _split(found.string[max(0, found.start() - 24) : found.start()])
        return None if before and before[-1] in (*words.casualties.uncounted.fractions, "of") else 1 + extra
    low, number = found["low"] or found["least"], _number(found["number"], words)
    return (number if not low else (_number(low, words) + number) / 2) + extra


def _number(told: str, words: LanguagePack) -> float:
    if told[0].isdigit() or told in PARTS:
        return _figure(told)
    table = words.casualties
    total, current = 0.0, 0.0
    for word in _split(told):
        times = table.multipliers.get(word)
        if word in table.hedges.article:
            current = 1.0
        elif times is None:
            current += table.numerals.get(word, 0)
        elif times >= 1000:
            total, current = total + max(current, 1) * times, 0.0
        else:
            current = max(current, 1) * times
    return total + current


def _figure(told: str) -> float:
    """ "1,200" is a thousand and more; "2,5" is two and a half."""
    part = PARTS.get(told[-1], 0.0)
    figure = (told[:-1] if part else told).strip() or "0"
    return part + float(figure.replace(",", "" if GROUPED.fullmatch(figure) else "."))


def _split(told: str) -> list[str]:
    return re.findall(r"\w+", told.lower())


@cache
def behind_name(code: str) -> re.Pattern[str]:
    """What may stand between a name and the distance that places it, in small letters, each token with a space."""
    words = load(code)
    geography, hedges = words.geography, words.casualties.hedges
    nouns = _any((*words.events.place_nouns, *words.names.geographic_nouns))
    about = _any((*hedges.about, *hedges.nearly, *hedges.more_than, *hedges.fewer_than, *hedges.at_least))
    article, relative = _any((*hedges.article, "the")), _any(words.events.relatives)
    called = rf"{article} (?:[\w-]+ |- ){{0,4}}?{nouns} (?:, )?"
    return re.compile(rf"(?:[,(–—-] )?(?:{called})?(?:{relative} )?(?:{_any(geography.lying)} ){{0,2}}(?:{about} )?")


def _any(listed: object) -> str:
    """One of these wordings, the longest first, whatever its white space; a hyphen may be a space."""
    words = sorted(set(listed), key=len, reverse=True)  # type: ignore[call-overload]
    parts = (r"[\s-]".join(re.escape(part) for part in re.split(r"[\s-]", word)) for word in words)
    return "(?:" + "|".join(parts) + r")"
