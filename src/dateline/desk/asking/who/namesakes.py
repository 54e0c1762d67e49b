"""Who is one and who is another, of people and bodies that several articles name: careful, until facts are merged."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from msgspec import Struct

from dateline.desk.asking.who.names import NameKind, telling_words
from dateline.names import Kind, same_name
from dateline.names.tokens import tokens

BEYOND_DOUBT = 0.95
"""How alike two spellings must be to be taken for one name."""
BY_FAR = 0.75
"""The share that a country must have of those that articles tell, for facts without one to belong to it."""
NOWHERE = frozenset({"IGO", "UNO", "EUR", "NGO", "IMG"})
"""PLOVER's codes for bodies of several countries, which contradict none."""


class Met(Struct, frozen=True):
    """A name with a country and a sector, and how many facts have all three."""

    name: str
    country: str | None
    sector: str | None
    facts: int


class Bearers(Struct, frozen=True):
    """Those who are taken for one."""

    met: tuple[Met, ...]

    @property
    def facts(self) -> int:
        """How many facts there are of them."""
        return sum(each.facts for each in self.met)

    @property
    def names(self) -> tuple[str, ...]:
        """Every spelling, the most frequent one first."""
        return _most_first((each.name, each.facts) for each in self.met)

    @property
    def countries(self) -> tuple[str, ...]:
        """Their codes, the most frequent one first."""
        return _most_first((each.country, each.facts) for each in self.met)

    @property
    def sectors(self) -> tuple[str, ...]:
        """PLOVER codes side by side, the most frequent one first."""
        return _most_first((each.sector, each.facts) for each in self.met)

    @property
    def units(self) -> set[tuple[str, str | None]]:
        """Names with countries: what tells them from their namesakes."""
        return {(each.name, each.country) for each in self.met}


def told_apart(met: Iterable[Met], kind: NameKind) -> list[Bearers]:
    """Those met, put together where one name is meant beyond doubt and no country contradicts another.

    Spellings are one name where each of them is like every other ("Donald J. Brek" is Donald Brek, but not both Donald
    J. and Donald K. Brek are he). Of one name, each country has its bearer; facts without a country belong to the
    country that has the others by far, else to somebody of their own.
    """
    blocks: dict[frozenset[str], list[Met]] = defaultdict(list)
    for each in met:
        blocks[frozenset(telling_words(each.name))].append(each)
    return [
        Bearers(tuple(part))
        for block in blocks.values()
        for one_name in _by_name(block, kind)
        for part in _by_country(one_name)
    ]


def may_be_several(bearers: Bearers, kind: NameKind) -> bool:
    """Whether a row may hold several people: a single word names too many, where no country and sector tell more."""
    lone = all(len(tokens(name)) == 1 for name in bearers.names)
    return kind == "person" and lone and bearers.facts > 1 and not (bearers.countries and bearers.sectors)


def _by_name(block: list[Met], kind: NameKind) -> list[list[Met]]:
    """One list for each name; a spelling that fits two of them belongs to none. Dots and capitals make no spelling."""
    by_words: dict[tuple[str, ...], list[Met]] = defaultdict(list)
    for each in block:
        by_words[tuple(token.plain for token in tokens(each.name))].append(each)
    names: list[list[list[Met]]] = []
    for spelling in sorted(by_words.values(), key=lambda met: (-sum(each.facts for each in met), met[0].name)):
        fitting = [name for name in names if all(_one(spelling[0].name, other[0].name, kind) for other in name)]
        if len(fitting) == 1:
            fitting[0].append(spelling)
        else:
            names.append([spelling])
    return [[each for spelling in name for each in spelling] for name in names]


def _one(a: str, b: str, kind: NameKind) -> bool:
    compared: Kind = "organisation" if kind == "organisation" else "person"
    return same_name(a, b, compared).score >= BEYOND_DOUBT


def _by_country(one_name: list[Met]) -> list[list[Met]]:
    countries = Counter[str]()
    for each in one_name:
        if each.country and each.country not in NOWHERE:
            countries[each.country] += each.facts
    if len(countries) < 2:
        return [one_name]
    parts = {country: [each for each in one_name if each.country == country] for country in countries}
    rest = [each for each in one_name if each.country not in countries]
    first, most = countries.most_common(1)[0]
    if most >= BY_FAR * countries.total():
        parts[first] += rest
        rest = []
    return [part for part in (*parts.values(), rest) if part]


def _most_first(counted: Iterable[tuple[str | None, int]]) -> tuple[str, ...]:
    total = Counter[str]()
    for value, many in counted:
        if value:
            total[value] += many
    return tuple(sorted(total, key=lambda value: (-total[value], value)))
