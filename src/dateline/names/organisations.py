"""Two names of companies or other bodies: one name or two."""

from functools import lru_cache

from dateline.names.bodies import Body, weight
from dateline.names.data import bodies
from dateline.names.folding import far, fold, sounds_alike
from dateline.names.pairing import whole
from dateline.names.tokens import Token
from dateline.names.verdict import CONTRADICTED, Verdict
from dateline.names.words import ENOUGH, SAME, Tie, Word, slip, tie


def compare_bodies(a: Body, b: Body) -> Verdict:
    """How likely two names are those of one body."""
    if not a.words and not b.words:
        return _numbers_alone(a, b)
    verdict = _acronym(a, b) or _acronym(b, a) or _words(a, b)
    _numbers(verdict, a, b)
    _legal_forms(verdict, a, b)
    return verdict


def _numbers_alone(a: Body, b: Body) -> Verdict:
    if a.numbers and a.numbers == b.numbers:
        return Verdict(0.95, ["the numbers are the same"])
    return Verdict(0.0, ["there is nothing in common"])


def _words(a: Body, b: Body) -> Verdict:
    if whole(a.joined, b.joined):
        told = (
            []
            if [w.plain for w in a.words] == [w.plain for w in b.words]
            else ["the letters are the same, or sound the same"]
        )
        return Verdict(0.98 if not told else 0.93, told)
    ties, left, right = _paired(list(a.words), list(b.words))
    _inner_acronyms(ties, left, right)
    _inner_acronyms(ties, right, left)
    reasons = [each.reason for _, each in ties if each.reason]
    met = sum(heft for heft, _ in ties)
    if not met:
        return Verdict(0.0, ["no word of the one is in the other"])
    likeness = 0.5 * sum(heft * each.likeness for heft, each in ties) / met + 0.5 * min(
        each.likeness for _, each in ties
    )
    verdict = Verdict(likeness, reasons)
    public = any(word.plain in bodies().public for word in (*a.words, *b.words))
    _rest(verdict, met, [each for each in ties if each[0] >= 1], left, right, public)
    return verdict


def _paired(a: list[Token], b: list[Token]) -> tuple[list[tuple[float, Tie]], list[Token], list[Token]]:
    """Ties with their weights, and the words that found none."""
    candidates = []
    for i, one in enumerate(a):
        for j, other in enumerate(b):
            found = _tie(one, other)
            if found.likeness >= ENOUGH:
                candidates.append((-found.likeness, abs(i - j), i, j, found))
    candidates.sort(key=lambda row: row[:4])
    ties, left, right = [], dict(enumerate(a)), dict(enumerate(b))
    for _, _, i, j, found in candidates:
        if i in left and j in right:
            ties.append((max(weight(a[i].plain), weight(b[j].plain)), found))
            del left[i], right[j]
    return ties, list(left.values()), list(right.values())


def _inner_acronyms(ties: list[tuple[float, Tie]], short: list[Token], long: list[Token]) -> None:
    """ "U.S." and "United States", in the midst of two names."""
    for word in list(short):
        size = len(word.plain)
        for start in range(len(long) - size + 1) if 1 < size < 6 else ():
            run = long[start : start + size]
            if "".join(each.plain[0] for each in run) == word.plain:
                told = f"“{word.shown}” is made of the first letters of “{_told(run)}”"
                ties.append((1.0, Tie(0.8, "same", told)))
                short.remove(word)
                del long[start : start + size]
                break


def _tie(a: Token, b: Token) -> Tie:
    if a.plain == b.plain:
        return SAME
    if a.vowelless != b.vowelless:
        return tie(Word(a.plain, a.shown, a.vowelless), Word(b.plain, b.shown, b.vowelless))
    return _word_tie(a.plain, b.plain, a.shown, b.shown)


@lru_cache(8192)
def _word_tie(a: str, b: str, shown_a: str, shown_b: str) -> Tie:
    if len(a) > 2 and len(b) > 2 and sounds_alike(fold(a), fold(b)):
        return Tie(0.95, "romanisation", f"“{shown_a}” and “{shown_b}” are two spellings of one word")
    short, long = sorted((a, b), key=len)
    if len(short) > 3 and long in (short + "s", short + "es"):
        return Tie(0.95, "ending", f"“{shown_a}” and “{shown_b}” are one word")
    if weight(a) < 1 or weight(b) < 1:
        return Tie(0.0, "differ", f"“{shown_a}” and “{shown_b}” differ")
    if far(fold(a), fold(b)):
        return Tie(0.0, "differ", f"“{shown_a}” and “{shown_b}” differ")
    return slip(a, b, shown_a, shown_b)


def _rest(
    verdict: Verdict, met: float, telling: list[tuple[float, Tie]], left: list[Token], right: list[Token], public: bool
) -> None:
    """Words that only one of the two has: both have some that tell much, or one leaves something out."""
    ours, theirs = _telling(left), _telling(right)
    if ours and theirs:
        verdict.at_most(min(CONTRADICTED, 0.4 * met / (met + 1)), f"“{_told(ours)}” and “{_told(theirs)}” differ")
        return
    missing = sum(weight(word.plain) for word in (*left, *right))
    if not telling and missing >= 0.3:
        verdict.at_most(0.4, "what they have in common are words that many bodies share")
        return
    if missing >= 0.3:
        told = _told([word for word in (*left, *right) if weight(word.plain) >= 0.3])
        both = any(weight(w.plain) >= 0.3 for w in left) and any(weight(w.plain) >= 0.3 for w in right)
        verdict.less(
            (met / (met + missing)) ** 0.8, f"“{told}” is not in both" if not both else f"they differ in “{told}”"
        )
    land = next((word for word in (*left, *right) if word.plain in bodies().lands), None)
    if land and not public:
        verdict.at_most(CONTRADICTED, f"a company with “{land.shown}” in its name is another one, mostly a daughter")
    if len(telling) == 1 and telling[0][1].rule == "slip" and telling[0][1].likeness <= 0.65:
        verdict.score = min(verdict.score, 0.55)


def _telling(words: list[Token]) -> list[Token]:
    return [word for word in words if weight(word.plain) >= 0.6]


def _told(words: list[Token]) -> str:
    return " ".join(word.shown for word in words)


def _acronym(a: Body, b: Body) -> Verdict | None:
    """ "WHO" and "World Health Organization": the first letters of at least two words."""
    if len(a.words) != 1 or not 1 < len(a.words[0].plain) < 9 or len(b.all_words) < 2:
        return None
    letters = a.words[0].plain
    short = "".join(word.plain[0] for word in b.words if weight(word.plain) > 0.1)
    every = "".join(word[0] for word in b.all_words)
    full = "".join(word.plain[0] for word in b.words)
    if letters not in (short, every, full) or len(b.words) < 2:
        return None
    told = f"“{a.words[0].shown}” is made of the first letters of “{_told(list(b.words))}”"
    return Verdict(0.55 if len(letters) == 2 else 0.75, [told])


def _numbers(verdict: Verdict, a: Body, b: Body) -> None:
    if a.numbers == b.numbers:
        return
    ours, theirs = (", ".join(sorted(numbers)) for numbers in (a.numbers - b.numbers, b.numbers - a.numbers))
    if ours and theirs:
        verdict.at_most(0.3, f"the numbers {ours} and {theirs} differ")
    else:
        verdict.at_most(CONTRADICTED, f"only one of the two has the number {ours or theirs}")


def _legal_forms(verdict: Verdict, a: Body, b: Body) -> None:
    plain = {None, "company"}
    if a.legal == b.legal or a.legal in plain or b.legal in plain:
        return
    verdict.less(0.75, f"“{a.legal_shown}” and “{b.legal_shown}” are different legal forms")
