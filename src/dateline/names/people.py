"""Two names of people: one name or two."""

from statistics import fmean

from msgspec import Struct

from dateline.names.pairing import Pairing, join, paired, whole
from dateline.names.persons import Person, is_kunya, is_patronymic
from dateline.names.verdict import CONTRADICTED, Verdict
from dateline.names.words import Tie, Word, tie


def compare_people(a: Person, b: Person) -> Verdict:
    """How likely two people bear one name."""
    if not a.names or not b.names:
        return _without_names(a, b)
    found = paired(a.names, b.names)
    join(found, a.names, b.names)
    _join_particles(found, a, b)
    initials = _initials(found, a, b)
    verdict = _judged(found, initials, a, b)
    if verdict.score < 0.9 and not _told_by_signs(a, b) and len(a.names) != len(b.names) and whole(a.joined, b.joined):
        verdict = Verdict(0.95, ["the letters are the same, the spaces are not"])
    _generations(verdict, a, b)
    return verdict


def _told_by_signs(a: Person, b: Person) -> bool:
    """Whether both are written in Han or Hangul, whose sounds tell less than the signs."""
    return all(word.signs for word in (*a.names, *b.names))


def _without_names(a: Person, b: Person) -> Verdict:
    if a.joined and a.joined == b.joined:
        return Verdict(0.95, ["the letters are the same"])
    return Verdict(0.0, ["one of the two has no letters to compare" if not a.joined or not b.joined else "they differ"])


def _join_particles(found: Pairing, a: Person, b: Person) -> None:
    """ "van den Berg" and "Vandenberg", "bin al-Shibh" and "Binalshibh"."""
    for many, left, other, right in ((a, found.left, b, found.right), (b, found.right, a, found.left)):
        if len(many.words) == len(many.names) + len(many.initials):
            continue
        for place in list(left):
            together = _with_particles(many, place)
            for single in list(right):
                if together and place in left and whole(together, other.names[single].plain):
                    shown = other.names[single].shown
                    found.joined.append(Tie(0.95, "same", f"“{shown}” has grown together with its little words"))
                    left.remove(place)
                    right.remove(single)


def _with_particles(name: Person, place: int) -> str:
    at = name.words.index(name.names[place])
    start = at
    while start and name.words[start - 1].particle:
        start -= 1
    return "".join(word.plain for word in name.words[start : at + 1]) if start < at else ""


class _Initials(Struct):
    met: int
    """Initials that stand for a name of the other, or for its initial."""

    left: list[str]
    right: list[str]
    reasons: list[str]


def _initials(found: Pairing, a: Person, b: Person) -> _Initials:
    ours, theirs = list(a.initials), list(b.initials)
    result = _Initials(0, [], [], [])
    for letter in list(ours):
        twin = next((other for other in theirs if other.plain == letter.plain), None)
        if twin:
            ours.remove(letter)
            theirs.remove(twin)
            result.met += 1
    _stand_for(ours, found.right, b.names, result)
    _stand_for(theirs, found.left, a.names, result)
    result.left, result.right = [word.shown for word in ours], [word.shown for word in theirs]
    return result


def _stand_for(letters: list[Word], places: list[int], names: tuple[Word, ...], result: _Initials) -> None:
    for letter in list(letters):
        for place in places:
            if names[place].plain[0] == letter.plain:
                result.reasons.append(f"“{letter.shown}” may stand for “{names[place].shown}”")
                result.met += 1
                letters.remove(letter)
                places.remove(place)
                break


def _judged(found: Pairing, initials: _Initials, a: Person, b: Person) -> Verdict:
    ties = [each for _, _, each in found.ties] + found.joined
    reasons = list(dict.fromkeys(each.reason for each in ties if each.reason)) + initials.reasons
    left, right = _loose(found.left, a), _loose(found.right, b)
    if not ties:
        return _nothing_in_common(a, b, initials)
    likes = [each.likeness for each in ties] + [0.75] * initials.met
    verdict = Verdict(0.5 * fmean(likes) + 0.5 * min(likes), reasons)
    _slips(verdict, ties)
    _order(verdict, found, a, b)
    _contradictions(verdict, found, left, right, a, b)
    _contradicting_initials(verdict, initials, left, right)
    lone = next((name.names[0] for name in (a, b) if len(name.words) == 1), None)
    _left_out(verdict, len(ties), left, right, initials, lone is not None and lone.given)
    _sexes(verdict, a, b)
    return verdict


def _loose(places: list[int], name: Person) -> list[Word]:
    """The names that found no partner; a kunya is a byname that nobody has to have."""
    loose = [name.names[place] for place in places]
    return [word for word in loose if not is_kunya(word)]


def _nothing_in_common(a: Person, b: Person, initials: _Initials) -> Verdict:
    best = max((tie(x, y) for x in a.names for y in b.names), key=lambda each: each.likeness)
    alike = best.likeness if best.rule == "differ" else 0.0
    return Verdict(0.4 * alike, [best.reason if alike > 0.3 else "no name of the one is like a name of the other"])


def _slips(verdict: Verdict, ties: list[Tie]) -> None:
    slips = [each for each in ties if each.rule == "slip" and each.likeness < 0.8]
    sure = sum(each.likeness >= 0.85 for each in ties)
    if len(slips) > max(1, sure):
        verdict.at_most(CONTRADICTED, "several letters are wrong, in more than one name")
    if any(each.rule == "kin" for each in ties):
        verdict.score = min(verdict.score, 0.55)
    if len(ties) == 1 and slips and slips[0].likeness <= 0.65:
        verdict.at_most(CONTRADICTED, "the name is short, and one letter makes another")


def _order(verdict: Verdict, found: Pairing, a: Person, b: Person) -> None:
    places = [j for _, j, _ in found.ties]
    reversed_lines = {(y, x) for x, y in b.lines}
    met = {i: j for i, j, _ in found.ties}
    for child, parent in a.lines:
        if child in met and parent in met and (met[child], met[parent]) in reversed_lines:
            told = f"“{a.names[child].shown}” is the child of “{a.names[parent].shown}” in one name"
            verdict.at_most(0.3, f"{told}, the parent in the other")
    if places == sorted(places) or a.given_last or b.given_last:
        return
    start = places.index(min(places))
    if any(word.syllable for word in (*a.names, *b.names)):
        verdict.score *= 0.97
    elif places[start:] + places[:start] == sorted(places) and not all(word.given for word in (*a.names, *b.names)):
        verdict.less(0.92, "the parts stand in another order")
    elif bool(a.lines) != bool(b.lines):
        verdict.less(0.7, "the parts stand in another order")
    else:
        verdict.less(CONTRADICTED, "the parts stand in another order, which makes another name")


def _contradictions(
    verdict: Verdict, found: Pairing, left: list[Word], right: list[Word], a: Person, b: Person
) -> None:
    """Each name has a part that the other lacks."""
    if not left or not right:
        if (left or right) and any(each.rule == "servant" for _, _, each in found.ties):
            verdict.at_most(CONTRADICTED, f"“{_told(left or right)}” has no part beside it")
        return
    if len(found.ties) > 1 and (_apart(left, right, found, a, b)):
        verdict.at_most(0.55, f"“{_told(left)}” and “{_told(right)}” may be different parts of one name")
        return
    best = max((tie(x, y) for x in left for y in right), key=lambda each: each.likeness)
    share = len(found.ties) / max(len(a.names), len(b.names))
    alike = best.likeness if best.rule == "differ" else 0.2
    reason = f"“{_told(left)}” and “{_told(right)}” differ"
    surnames = left[-1] is a.names[-1] and right[-1] is b.names[-1]
    if len(left) == len(right) == 1 and best.rule == "differ" and not surnames:
        reason = best.reason
    verdict.at_most(min(CONTRADICTED, 0.1 + 0.4 * alike + 0.2 * share), reason)


def _apart(left: list[Word], right: list[Word], found: Pairing, a: Person, b: Person) -> bool:
    """What is left of both belongs into different places: a patronymic here, a second surname there."""
    if len(left) != 1 or len(right) != 1:
        return False
    if is_patronymic(left[0]) != is_patronymic(right[0]):
        return True
    one, other = _place(left[0], a, [i for i, _, _ in found.ties]), _place(right[0], b, [j for _, j, _ in found.ties])
    middle, end = (left[0], right[0]) if one == "middle" else (right[0], left[0])
    return {one, other} == {"middle", "end"} and middle.given and not end.given


def _place(word: Word, name: Person, met: list[int]) -> str:
    at = name.names.index(word)
    return "front" if at < min(met) else "end" if at > max(met) else "middle"


def _contradicting_initials(verdict: Verdict, initials: _Initials, left: list[Word], right: list[Word]) -> None:
    ours, theirs = [*initials.left, *(word.shown for word in left)], [*initials.right, *(word.shown for word in right)]
    if (initials.left and theirs) or (initials.right and ours):
        verdict.at_most(CONTRADICTED - 0.05, f"“{' '.join(ours)}” does not stand for “{' '.join(theirs)}”")


def _left_out(
    verdict: Verdict, met: int, left: list[Word], right: list[Word], initials: _Initials, lone_given: bool
) -> None:
    """What one name leaves out only makes it less sure."""
    more = left or right
    if left and right:
        return
    letters = initials.left or initials.right
    if more:
        missing = sum(0.5 if is_patronymic(word) else 1.0 for word in more)
        known = met + initials.met
        verdict.less(1 - 0.4 * missing / (missing + known), f"only one of the two has “{_told(more)}”")
        if known == 1 and missing >= 1:
            verdict.score = min(verdict.score, CONTRADICTED if lone_given else 0.6)
    elif letters:
        verdict.less(0.95, f"only one of the two has “{' '.join(letters)}”")


def _sexes(verdict: Verdict, a: Person, b: Person) -> None:
    if a.sex and b.sex and a.sex != b.sex:
        verdict.at_most(0.2, f"“{a.title}” and “{b.title}” are of different sexes")


def _generations(verdict: Verdict, a: Person, b: Person) -> None:
    if a.generation and b.generation and a.generation != b.generation:
        verdict.at_most(0.2, f"“{a.generation}” and “{b.generation}” are different generations")
    elif a.generation != b.generation:
        verdict.less(0.85, f"only one of the two has “{a.generation or b.generation}”")


def _told(words: list[Word]) -> str:
    return " ".join(word.shown for word in words)
