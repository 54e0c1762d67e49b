"""The rows of the gazetteer for a name as it stands in a text: abbreviations, cities of, counties in a list."""

from collections.abc import Sequence

from dateline.annotated import PlaceEntry, Token
from dateline.annotation.gazetteer import Gazetteer
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
    if (noun := _listed(tokens, first, last, words)) and (found := gazetteer.places(f"{text} {noun}")):
        return found
    if last < len(tokens) and tokens[last].text == "." and not tokens[last - 1].space:
        abbreviated = gazetteer.places(f"{text}.")
        if abbreviated and abbreviated[0].is_wide:
            return abbreviated
    found = gazetteer.places(text) or gazetteer.places(text.partition(" of ")[2])
    return found or (gazetteer.places(text.replace(". ", ".")) if ". " in text else ())


def _listed(tokens: Sequence[Token], first: int, last: int, words: LanguagePack) -> str | None:
    """The noun that a plural gives to each name of the list before it."""
    plurals = words.names.division_plurals
    for token in tokens[last : last + REACH]:
        if token.lower in plurals:
            return plurals[token.lower]
        if token.sentence != tokens[first].sentence:
            return None
        if not (token.text[:1].isupper() or token.text in (",", "-") or token.tag == "CC"):
            return None
    return None
