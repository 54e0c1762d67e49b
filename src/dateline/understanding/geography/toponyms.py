"""The names of places and peoples of a story, each with the names that mean the same, ready to be chosen for."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Annotation, NameMention, PlaceEntry
from dateline.languages import load
from dateline.model import Article
from dateline.understanding.geography.evidence import Toponym, lies_in

HOME = 3.0
"""What the town of a dateline tells of where a story plays, beside a name of its text."""
DIVISIONS = ("country", "admin1", "admin2")
WIDE = ("country", "admin1")
LINKS = (",", "and", "or", "&", "/", "the", ";")
LINK = 3
"""Words at most between two names of one list."""
OPENERS = (",", "(", "[")

Regions = tuple[PlaceEntry, ...]
"""What the words behind a town may mean: "Georgia" is a country, and a state."""


class Named(Struct, frozen=True):
    """Mentions that mean one place, whichever it is."""

    toponym: Toponym
    names: tuple[NameMention, ...]


def named(annotation: Annotation, article: Article) -> list[Named]:
    """The places and the countries' peoples that a story names, in the order of the text.

    A name means the same throughout, unless it stands with different regions behind it, or behind another place:
    "Buffalo, New York" means the state.
    """
    divisions: set[int] = set()
    pairs: set[tuple[int, int]] = set()
    own: dict[int, Regions] = {}
    first: dict[str, Regions] = {}
    for name in annotation.names:
        if name.label == "place" and (found := _qualifiers(annotation, name)):
            own[id(name)] = _regions(found)
            first.setdefault(name.text.casefold(), own[id(name)])
            divisions.update(map(id, found))
            pairs.update((name.first, each.first) for each in found)
    groups: dict[tuple[object, ...], list[NameMention]] = {}
    for name in sorted((*annotation.names, *annotation.inner_places), key=lambda name: name.first):
        if name.label == "place" or (name.label == "demonym" and name.places):
            text = name.text.casefold()
            key = _key(name, own.get(id(name)) or first.get(text, ()), id(name) in divisions)
            groups.setdefault(key, []).append(name)
    lines = [(block.start, block.end) for block in article.blocks_of("dateline")]
    company = _company(annotation, pairs)
    all_named = [_named(annotation, key, names, lines, company) for key, names in groups.items()]
    fuller = {place.geonames for each in all_named for place in each.toponym.candidates if _is_own(place)}
    return [_without(each, fuller) for each in all_named]


def _is_own(place: PlaceEntry) -> bool:
    return place.matched == "name" and place.geonames is not None


def _without(each: Named, fuller: set[int | None]) -> Named:
    """Without towns that the story calls by their own name elsewhere: beside "Mexico City", "Mexico" is the country."""
    pool = each.toponym.candidates
    kept = tuple(place for place in pool if place.matched == "name" or place.geonames not in fuller)
    shorter = len(kept) < len(pool) and any(place.matched == "name" for place in kept)
    return Named(replace(each.toponym, candidates=kept), each.names) if shorter else each


def _key(name: NameMention, regions: Regions, division: bool) -> tuple[object, ...]:
    if name.label == "demonym":
        return ("", name.places[0].name)
    # Rows tell "Lund" the town from "Lund" in a list of counties.
    return (name.text.casefold(), name.places[:1], regions, division and name.places[0].kind not in WIDE)


def _named(
    annotation: Annotation,
    key: tuple[object, ...],
    names: Sequence[NameMention],
    lines: Sequence[tuple[int, int]],
    company: dict[int, list[str]],
) -> Named:
    in_line = any(start <= name.start < end for name in names for start, end in lines)
    regions = key[2] if len(key) > 2 else ()
    toponym = Toponym(
        text=names[0].text,
        candidates=names[0].places,
        regions=regions if isinstance(regions, tuple) else (),
        kinds=WIDE if key[-1] is True else tuple(kind for name in names if (kind := _called(annotation, name))),
        company=tuple(kind for name in names for kind in company.get(name.first, ())),
        count=len(names),
        home=HOME if in_line else 1.0,
    )
    return Named(toponym, tuple(names))


def _called(annotation: Annotation, name: NameMention) -> str | None:
    """What kind of place a noun in or beside the name calls it: "Lake Lund", "Dale state", "the province of Lund"."""
    tokens = annotation.tokens
    kinds = _kinds(annotation.words.language.code)
    if kind := own_kind(annotation, name):
        return kind
    if name.last < len(tokens) and tokens[name.last].lower in kinds and tokens[name.last].text.islower():
        return kinds[tokens[name.last].lower]
    if name.first > 1 and tokens[name.first - 1].lower == "of":
        return kinds.get(tokens[name.first - 2].lower)
    return None


def own_kind(annotation: Annotation, name: NameMention) -> str | None:
    """What kind of place a noun in its name calls it: "Lake Lund", "Lund County"."""
    kinds = _kinds(annotation.words.language.code)
    words = name.text.lower().split()
    return (kinds.get(words[-1]) or kinds.get(words[0])) if len(words) > 1 else None


@cache
def _kinds(code: str) -> dict[str, str]:
    return {noun: kind for kind, nouns in load(code).geography.place_kinds.items() for noun in nouns}


def _company(annotation: Annotation, pairs: set[tuple[int, int]]) -> dict[int, list[str]]:
    """For the first token of each name in a list the kinds of its neighbours, by their first candidates.

    `pairs` are towns with what they lie in, which are no lists.
    """
    found: dict[int, list[str]] = {}
    placed = [name for name in annotation.names if name.label == "place" and name.places]
    for one, other in pairwise(placed):
        between = [token.lower for token in annotation.tokens[one.last : other.first]]
        listed = 0 < len(between) <= LINK and all(word in LINKS for word in between)
        if listed and (one.first, other.first) not in pairs:
            found.setdefault(one.first, []).append(other.places[0].kind)
            found.setdefault(other.first, []).append(one.places[0].kind)
    return found


def _qualifiers(annotation: Annotation, name: NameMention) -> list[NameMention]:
    """The country in "Lund, Norway", "Lund in northern Norway" or "the Norwegian town of Lund", the state in
    "Lund, Ill.", the county in "Lund, Dale County"."""
    found = list(_behind(annotation, name))
    if name.places and name.places[0].kind in WIDE and not all("." in each.text for each in found):
        found = found if _is_pair(annotation, name, found) else []
    return found + _before(annotation, name)


def _is_pair(annotation: Annotation, name: NameMention, found: Sequence[NameMention]) -> bool:
    """ "Lebanon, Ohio" is one place, "Texas, Georgia and Ohio" are three, and so are "in Iowa and Texas, Ohio, ..."."""
    tokens = annotation.tokens
    if len(found) != 1 or not any(lies_in(place, region) for place in name.places for region in _regions(found)):
        return False
    before, behind = tokens[name.first - 1] if name.first else None, tokens[found[0].last : found[0].last + 2]
    listed = before is not None and before.lower in LINKS and name.first > 1 and _divides(annotation, name.first - 2)
    goes_on = [token for token in behind if token.lower in LINKS]
    more = bool(goes_on) and any(
        _divides(annotation, i) for i in range(found[0].last + 1, min(found[0].last + 4, len(tokens)))
    )
    return not listed and not more


def _divides(annotation: Annotation, i: int) -> bool:
    other = annotation.name_at(annotation.tokens[i])
    return other is not None and other.label == "place" and bool(other.places) and other.places[0].kind in WIDE


def _regions(names: Sequence[NameMention]) -> Regions:
    return tuple(place for each in names for place in each.places if place.kind in DIVISIONS)


def _behind(annotation: Annotation, name: NameMention) -> Iterator[NameMention]:
    """Divisions behind a comma, one after the other, or in a bracket, or behind "in" with an adjective at most."""
    tokens, last = annotation.tokens, name.last
    while last + 1 < len(tokens) and tokens[last].text in OPENERS:
        behind = annotation.name_at(tokens[last + 1])
        if behind is None or not _is_division(behind):
            return
        if behind.places[0].kind not in DIVISIONS and _goes_on(annotation, behind):
            return  # "Washington, New York and Boston"
        yield behind
        last = behind.last
    if (
        last == name.last
        and last + 2 < len(tokens)
        and tokens[last].lower in annotation.words.geography.relations["in"]
    ):
        for i in (last + 1, last + 2):
            behind = annotation.name_at(tokens[i])
            if behind is not None and _is_division(behind):
                yield behind
                return
            if tokens[i].tag not in ("JJ", "DT"):
                return


def _goes_on(annotation: Annotation, name: NameMention) -> bool:
    """Whether another place follows in a list."""
    tokens = annotation.tokens
    if name.last + 1 >= len(tokens) or tokens[name.last].lower not in LINKS:
        return False
    ahead = tokens[name.last + 1 : name.last + 1 + LINK]
    other = next((found for token in ahead if (found := annotation.name_at(token))), None)
    return other is not None and other.label == "place"


def _before(annotation: Annotation, name: NameMention) -> list[NameMention]:
    """ "The Norwegian town of Lund", "Norway's Lund"."""
    token = annotation.tokens[name.last - 1]
    above = annotation.head(token)
    nouns = annotation.words.events.place_nouns
    if token.dep == "pobj" and above.lower == "of" and annotation.head(above).lemma.lower() in nouns:
        noun = annotation.head(above)
        kids = annotation.children(noun, "amod", "poss", "compound", "nmod")
        found = [annotation.name_at(kid) for kid in kids]
    else:
        found = [annotation.name_at(kid) for kid in annotation.children(token, "poss")]
    return [each for each in found if each is not None and each is not name and _is_division(each, peoples=True)]


def _is_division(name: NameMention, peoples: bool = False) -> bool:
    labels = ("place", "demonym") if peoples else ("place",)
    return name.label in labels and any(place.kind in DIVISIONS for place in name.places[:2])
