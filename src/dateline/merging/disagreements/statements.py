"""What one speaker said, where it differs between reports: other words in one quotation, or yes here and no there."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain, combinations, islice

from rapidfuzz.fuzz import ratio

from dateline.languages.sections import Disagreements
from dateline.merging.disagreements.heard import Telling, speaker_of, words_of
from dateline.merging.disagreements.sides import Position, disagreement, order
from dateline.merging.outcomes import Disagreement
from dateline.merging.parts import Part
from dateline.merging.reports.report import Saying
from dateline.merging.words import stem, weight

__all__ = ["statements"]

_WORD = re.compile(r"\d[\d.,:]*[^\W_]*|[^\W_]+(?:['’][^\W\d_]+)?")
_LEAST = 6
"""Words of a quotation that is compared."""
_SHORT = 25
"""Characters of the shortest that has so many."""
_BESIDE, _AROUND = 2, 6
"""Words alike on either side of those that differ, and on both together."""
_MOST = 6
"""Statements of one event that are told."""
_TELLING = 4.0
"""Weight of a word whose change matters."""
_SPELT = 60
"""Likeness of two words, in percent, from which on they are one in two spellings or forms."""
_SHINGLE, _SPREAD, _PAIRS = 4, 8, 40
"""Words that two quotations share; in how many quotations they may stand; and how many pairs are compared."""
_INSERTED = re.compile(r"[\[(][^\])]*[\])]")
_SHOWN = 200
"""Characters of a quotation that a side's value shows; its words are whole."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*[.,]?")
"""A time of day is none: it is written in many ways."""


_Given = tuple[Part, Saying, str]


def statements(tellings: Sequence[Telling]) -> Iterator[Disagreement]:
    """Quotations of one speaker on one event that differ from report to report."""
    spoken: dict[str, dict[str, list[_Given]]] = {}
    for part, said in tellings:
        for saying in said:
            if saying.manner == "direct" and len(saying.words) >= _SHORT and (by := speaker_of(part.report, saying)):
                same = spoken.setdefault(by.rsplit(maxsplit=1)[-1].casefold(), {})
                same.setdefault(saying.words, []).append((part, saying, by))
    differing = (_differing(_quoted(spoken[key])) for key in sorted(spoken) if len(spoken[key]) > 1)
    yield from islice(chain.from_iterable(differing), _MOST)


def _quoted(spoken: dict[str, list[_Given]]) -> dict[tuple[str, ...], list[Position]]:
    """The quotations by their words as they are compared."""
    found: dict[tuple[str, ...], list[Position]] = {}
    for words, given in spoken.items():
        tokens = _tokens(words, words_of(given[0][0].report.language))
        if len(tokens) >= _LEAST:
            positions = (Position(part, _value(words), (saying.fact,), by, words) for part, saying, by in given)
            found.setdefault(tokens, []).extend(positions)
    return found


def _value(words: str) -> str:
    whole = words.strip().rstrip(",")
    return f"“{whole if len(whole) <= _SHOWN else whole[:_SHOWN].rsplit(maxsplit=1)[0] + ' …'}”"


def _tokens(words: str, known: Disagreements) -> tuple[str, ...]:
    """Its words as they are compared: small letters, "don't" as "do not", without what editors put in."""
    plain = _INSERTED.sub(" ", words.casefold()).replace("’", "'")
    for short, full in known.short_forms.items():
        plain = plain.replace(short, full)
    return tuple(_WORD.findall(plain))


def _differing(quoted: dict[tuple[str, ...], list[Position]]) -> Iterator[Disagreement]:
    told: set[tuple[str, ...]] = set()
    for left, right in _pairs(list(quoted)):
        one, other = quoted[left], quoted[right]
        known = left in told or right in told or {p.part.source for p in one} & {p.part.source for p in other}
        if not known and _change(left, right, one[0].part.report.language):
            told.update((left, right))
            ordered = sorted((one, other), key=lambda side: min(map(order, side)))
            yield disagreement("statement", "disagreement", ordered, f"What {ordered[0][0].said_by} said")


def _pairs(quotations: Sequence[tuple[str, ...]]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Quotations that share four words in a row."""
    index: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for tokens in sorted(quotations):
        for shingle in {tokens[at : at + _SHINGLE] for at in range(len(tokens) - _SHINGLE + 1)}:
            index[shingle].append(tokens)
    found = {pair for of in index.values() if 1 < len(of) <= _SPREAD for pair in combinations(of, 2)}
    return sorted(found)[:_PAIRS]


def _change(left: tuple[str, ...], right: tuple[str, ...], language: str | None) -> bool:
    """Whether within words that are alike some differ in substance."""
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    for before, (tag, i, j, k, n), after in zip(steps, steps[1:], steps[2:], strict=False):
        if tag == "equal" or before[0] != "equal" or after[0] != "equal":
            continue
        sizes = sorted((before[2] - before[1], after[2] - after[1]))
        if sizes[0] >= _BESIDE and sum(sizes) >= _AROUND and _matters(left[i:j], right[k:n], language):
            return True
    return False


def _matters(left: Sequence[str], right: Sequence[str], language: str | None) -> bool:
    """Whether one says another number, says it is not so, or has another word of weight in the same place."""
    negations = words_of(language).negations
    if any(word in negations for word in left) != any(word in negations for word in right):
        return True
    if len(left) != 1 or len(right) != 1:
        return False
    one, other = left[0], right[0]
    if _NUMBER.fullmatch(one) and _NUMBER.fullmatch(other):
        return one.rstrip(".,") != other.rstrip(".,")
    heavy = min(weight(one, language or "en"), weight(other, language or "en")) >= _TELLING
    return heavy and stem(one) != stem(other) and ratio(one, other) < _SPELT
