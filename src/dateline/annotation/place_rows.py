"""The rows of the gazetteer for a name as it stands in a text: abbreviations, cities of, counties in a list."""

from collections.abc import Mapping, Sequence

from dateline.annotated import PlaceEntry, Token
from dateline.annotation.gazetteer import Gazetteer
from dateline.annotation.name_words import NameWords, name_words
from dateline.languages import LanguagePack

REACH = 30
"""Tokens from a name to the plural that closes its list ("Lund, Berg and Dale counties")."""


def place_rows(
    tokens: Sequence[Token], first: int, last: int, text: str, words: LanguagePack, gazetteer: Gazetteer
) -> tuple[PlaceEntry, ...]:
    """The candidates for tokens `first` up to `last`.

    "City of Bath" is looked up whole, then as Bath; "Wash." with the full stop that ends its sentence; what a list of
    counties names as a county.
    """
    if listed := _in_list(tokens, first, last, text, words, gazetteer):
        return listed
    if last < len(tokens) and tokens[last].text == "." and not tokens[last - 1].space:
        abbreviated = gazetteer.places(f"{text}.")
        if abbreviated and abbreviated[0].is_wide:
            return abbreviated
    found = gazetteer.places(text) or _named_after_of(text, words, gazetteer)
    return found or (gazetteer.places(text.replace(". ", ".")) if ". " in text else ())


def _named_after_of(text: str, words: LanguagePack, gazetteer: Gazetteer) -> tuple[PlaceEntry, ...]:
    """ "City of Bath" is Bath; "City of Luxembourg" is the city of that name, and not the country."""
    noun, _, name = text.partition(" of ")
    found = gazetteer.places(name)
    if not found or not found[0].is_wide or noun.lower() not in words.geography.place_kinds["city"]:
        return found
    cities = gazetteer.places(f"{name} {noun}")
    if cities and cities[0].kind == "city":
        return cities
    return tuple(place for place in found if place.kind == "city") or found


def _in_list(
    tokens: Sequence[Token], first: int, last: int, text: str, words: LanguagePack, gazetteer: Gazetteer
) -> tuple[PlaceEntry, ...]:
    """The rows of what a list calls a county: as "Lund County", else as "County Lund"."""
    noun = list_noun(tokens, first, last, name_words(words.language.code))
    if noun is not None and _ends_before(tokens, first, last, noun, words, gazetteer):
        return ()
    noun = noun or _leading_noun(tokens, first, words.geography.division_plurals)
    if noun is None:
        return ()
    return gazetteer.places(f"{text} {noun}") or gazetteer.places(f"{noun} {text}")


def list_noun(tokens: Sequence[Token], first: int, last: int, words: NameWords) -> str | None:
    """The noun that a plural behind tokens `first` up to `last` gives to each name of the list that they stand in."""
    for i, token in enumerate(tokens[last : last + REACH], start=last):
        if token.lower in words.plurals:
            return words.plurals[token.lower]
        if token.sentence != tokens[first].sentence:
            return None
        listed = token.text[:1].isupper() or token.text in (",", "-") or token.tag in ("CC", "POS")
        if not listed and not (token.lower in words.particles and _is_between_capitals(tokens, i)):
            return None
    return None


def _is_between_capitals(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i - 1].text[:1].isupper() and tokens[i + 1].text[:1].isupper()


def _leading_noun(tokens: Sequence[Token], first: int, plurals: Mapping[str, str]) -> str | None:
    """The noun of a plural that stands before its list: "counties Lund and Berg"."""
    for i in range(first - 1, max(-1, first - REACH), -1):
        token = tokens[i]
        if token.lower in plurals:
            return plurals[token.lower] if tokens[i + 1].text[:1].isupper() else None
        if token.sentence != tokens[first].sentence:
            return None
        if not (token.text[:1].isupper() or token.text == "," or token.tag == "CC"):
            return None
    return None


def _ends_before(
    tokens: Sequence[Token], first: int, last: int, noun: str, words: LanguagePack, gazetteer: Gazetteer
) -> bool:
    """Whether the list begins further on: "In Texas, Polk and Lake counties", "Houston, Texas, and Polk counties"."""
    kinds = words.geography.place_kinds
    lesser = noun.lower() in kinds["admin2"]
    begin = first
    for i in range(last, min(last + REACH, len(tokens))):
        if tokens[i].lower in words.geography.division_plurals:
            return False
        if tokens[i].text != "," and tokens[i].tag != "CC":
            continue
        name = "".join(t.text + (" " if t.space else "") for t in tokens[begin:i]).strip()
        wide = [place for place in gazetteer.places(name)[:1] if place.is_wide and place.matched == "name"]
        if tokens[i].text == "," and wide and (lesser or wide[0].kind != "admin1"):
            return True
        begin = i + 1
    return False
