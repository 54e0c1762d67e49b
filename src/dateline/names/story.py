"""Within one story: are two spellings one name?"""

from dateline.names.pairing import paired, whole
from dateline.names.persons import Person, person
from dateline.names.tokens import LONGEST
from dateline.names.values import Variant, VariantRule
from dateline.names.words import Tie

_ONE_STORY = ("same", "romanisation", "no vowels", "ending", "slip")
_LONE = 0.75
_LONG = {"slip": 8, "romanisation": 5}
"""How alike two words must be that stand alone, and of how many letters: without a given name beside them, one letter
makes other people."""


def spelling_variant(a: str, b: str) -> Variant | None:
    """Whether two names of people in one story are one name in two spellings; None where they are two, or one of them
    leaves something out.

    Stricter than `same_name`: as many parts in the same order, the given names alike or romanised in two ways, and at
    most one part in which a letter or an ending differs.
    """
    if a == b or max(len(a), len(b)) > LONGEST:
        return None
    first, second = sorted((a, b))
    one, other = person(first), person(second)
    if not one.names or not other.names or _contradict(one, other) or _spelt(one, first) == _spelt(other, second):
        return None
    if whole(one.joined, other.joined) and len(one.words) != len(other.words):
        return Variant("same letters", f"“{first}” and “{second}” are the same letters")
    return _part_by_part(one, other, first, second)


def _spelt(name: Person, text: str) -> tuple[list[str], int]:
    """Its words without titles, and its hyphens: "President Vetrov" and "VETROV" are no two spellings."""
    return [word.shown.casefold() for word in name.words], text.count("-")


def _contradict(a: Person, b: Person) -> bool:
    if a.generation != b.generation or (a.sex and b.sex and a.sex != b.sex):
        return True
    return [word.plain for word in a.initials] != [word.plain for word in b.initials]


def _part_by_part(a: Person, b: Person, first: str, second: str) -> Variant | None:
    found = paired(a.names, b.names)
    if found.left or found.right or any(i != j for i, j, _ in found.ties):
        return None
    ties = [each for _, _, each in found.ties]
    loose = [each for each in ties if each.rule in ("ending", "slip")]
    if len(loose) > 1 or any(each.rule not in _ONE_STORY or each.letters > 1 for each in ties):
        return None
    if len(ties) == 1 and _too_little(ties[0], a.names[0].plain, b.names[0].plain):
        return None
    return _told(ties, loose, f"“{first}” and “{second}” are the same letters")


def _too_little(alone: Tie, a: str, b: str) -> bool:
    plural = alone.rule == "ending" and a.endswith("s") != b.endswith("s")
    short = min(len(a), len(b)) < _LONG.get(alone.rule, 0)
    return plural or short or (alone.rule == "slip" and alone.likeness < _LONE)


def _told(ties: list[Tie], loose: list[Tie], plainly: str) -> Variant:
    if loose:
        rule: VariantRule = "ending" if loose[0].rule == "ending" else "slip"
        return Variant(rule, loose[0].reason)
    reasons = [each.reason for each in ties if each.rule != "same"]
    return Variant("romanisation", "; ".join(reasons)) if reasons else Variant("same letters", plainly)
