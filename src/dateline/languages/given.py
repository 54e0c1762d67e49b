"""Given names, looked up: whether a word is one, and of whom."""

import unicodedata
from functools import cache
from typing import Literal

from dateline.languages.pack import load

Gender = Literal["male", "female"]


class GivenNames:
    """The given names of a language's readers, without accents and in small letters."""

    def __init__(self, code: str) -> None:
        names = load(code).given_names
        self._genders: dict[str, Gender | None] = dict.fromkeys(names.either)
        self._genders.update(dict.fromkeys(names.male, "male"))
        self._genders.update(dict.fromkeys(names.female, "female"))

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and plain(word) in self._genders

    def gender(self, word: str) -> Gender | None:
        """Male or female; None for names that both bear, and for words that are no given names."""
        return self._genders.get(plain(word))


def plain(word: str) -> str:
    """The word in small letters without accents."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@cache
def given_names(code: str) -> GivenNames:
    """The given names of a language, prepared once."""
    return GivenNames(code)
