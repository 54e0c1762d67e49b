"""Where a newspaper says somebody is at home: "Ana Berg, 34, of Lund", "Ana Berg (34) of Lund"."""

from collections.abc import Sequence, Set

from dateline.annotated import Token

OLDEST = 120
"""The highest number that is an age."""
LONGEST_DESCRIPTION = 6
"""Words between the commas of "Ana Berg, a banker, of Lund"."""


def is_home(tokens: Sequence[Token], first: int, titles: Set[str]) -> bool:
    """Whether the name at token `first` stands behind "of", an age or what somebody is, and a name before that.

    `titles` are the last words of what people are called ("banker").
    """
    close, of = first - 2, first - 1
    if close < 2 or tokens[of].lower != "of" or tokens[close].text not in (",", ")"):
        return False
    opened = "," if tokens[close].text == "," else "("
    begin = close - 1
    while begin > 0 and begin > close - 1 - LONGEST_DESCRIPTION and tokens[begin].text not in (",", "("):
        begin -= 1
    named = begin > 0 and tokens[begin].text == opened and tokens[begin - 1].text[:1].isupper()
    same = named and tokens[begin].sentence == tokens[first].sentence
    return same and (_is_age(tokens[begin + 1 : close]) or _is_description(tokens[begin + 1 : close], titles))


def _is_age(words: Sequence[Token]) -> bool:
    """ "34", "34-year-old", and not "2,000"."""
    number = words[0].text.partition("-")[0] if words else ""
    return number.isdecimal() and 0 < int(number) <= OLDEST and (len(words) == 1 or words[1].text == "-")


def _is_description(words: Sequence[Token], titles: Set[str]) -> bool:
    """ "a banker", "the former mayor"."""
    return len(words) > 1 and words[0].tag == "DT" and words[-1].lower in titles
