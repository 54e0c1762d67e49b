"""How much a word tells of what an article is about: the rarer in the news, the more."""

from functools import cache
from importlib.resources import files
from math import log

_ALL = 10_000
_RAREST, _UNLISTED = 3, 25


@cache
def word_weights(language: str) -> dict[str, float]:
    """The weight of each common word of a language, from 0.0 for "the" to about 8; learnt: training/merging."""
    path = files("dateline") / "languages" / language / "word_counts.tsv"
    if not path.is_file():
        return {}
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {word: log(_ALL / int(count)) for word, count in rows}


RAREST = log(_ALL / _RAREST)
"""The weight of a name that no list knows."""
UNLISTED = log(_ALL / _UNLISTED)
"""The weight of a word in small letters that no list knows: some trade's word more often than a story's own."""
