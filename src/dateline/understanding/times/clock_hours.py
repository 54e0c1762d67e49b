"""The hour and the minute that the words of a clock tell."""

import re

from dateline.understanding.times.time_forms import Found
from dateline.understanding.times.time_lexicon import Lexicon

_LATER_PARTS = ("AF", "EV", "NI")


def hour_of(found: Found, words: Lexicon) -> tuple[int, int | None]:
    """Hour, on the clock of 24 hours, and minute, if one is told."""
    if "clock_word" in found:
        return words.clock_words[found["clock_word"]], None
    if "hour24" in found:
        hour = _number(found, "hour24")
        later = 1 <= hour < 12 and words.parts.get(found["day_part"]) in _LATER_PARTS
        return hour + (12 if later else 0), _number(found, "minute24") if "minute24" in found else None
    return full_hour(found, _number(found, "hour")), _number(found, "minute") if "minute" in found else None


def full_hour(found: Found, hour: int) -> int:
    """An hour with the letters that the expression has, on the clock of 24 hours."""
    if "am" not in found and "pm" not in found:
        return hour
    return hour % 12 + (12 if "pm" in found else 0)


def clock_of(found: Found, words: Lexicon) -> int:
    """Minutes since midnight."""
    hour, minute = hour_of(found, words)
    return 60 * hour + (minute or 0)


def _number(found: Found, name: str) -> int:
    return int(re.sub(r"\D", "", found[name]))
