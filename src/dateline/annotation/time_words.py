"""Words of time in a language: weekdays, months, units, seasons, parts of day, "today"."""

from functools import cache

from dateline.languages import load

SHORT = 5
"""Letters up to which a day or a month in small letters may be another word; copy in capitals has them small."""


@cache
def time_words(code: str) -> frozenset[str]:
    """Single words, in small letters, that mean a time wherever they stand, without the names of days and months."""
    words = load(code).moments
    tables = (words.units, words.parts, words.seasons)
    listed = {word for table in tables for group in table.values() for word in group}
    every = listed | set(words.deictics) | set(words.deictic_parts) | set(words.clock_words)
    return frozenset(word for word in every - set(words.doubtful_times) if " " not in word) - time_names(code)


@cache
def time_names(code: str) -> frozenset[str]:
    """Names of weekdays and months, in small letters, which mean a time where they are written large ("sat", "may")."""
    words = load(code).moments
    return frozenset(name for group in (*words.months, *words.weekdays) for name in group if " " not in name)


def is_time(word: str, code: str) -> bool:
    """Whether a word by itself, as it is written, means a time; years do."""
    small = word.lower()
    if small in time_words(code):
        return True
    if small in time_names(code):
        return word[0].isupper() or (len(small) > SHORT and small not in load(code).moments.doubtful_months)
    return len(word) == 4 and word.isdigit() and word[:2] in ("17", "18", "19", "20")
