"""The moments that agencies write in their items, as ISO 8601."""

import re
from datetime import date, datetime

LONGEST = 40
"""No moment is written with more characters."""

_DAY = re.compile(r"\d{4}-?\d\d-?\d\d$")
_RUN_TOGETHER = re.compile(r"(\d{8})(\d{4}(?:\d\d)?)(Z|[+-]\d\d:?\d\d)?$")


def moment_of(words: str) -> str | None:
    """A day ("2024-03-05") or a moment with its zone where one is given; None where nothing of that can be read.

    Takes ISO 8601 in full and in short ("20240305T101500+0100"), and the run of digits that NITF 3.1 knows, in which
    a midnight stands for a day without a time.
    """
    bare = words.strip().replace(" ", "T", 1)
    if not bare.isascii() or len(bare) > LONGEST:
        return None
    try:
        if _DAY.match(bare):
            return date.fromisoformat(bare).isoformat()
        if (run := _RUN_TOGETHER.match(bare)) and not run[2].strip("0"):
            return date.fromisoformat(run[1]).isoformat()
        return datetime.fromisoformat(f"{run[1]}T{run[2]}{run[3] or ''}" if run else bare).isoformat()
    except ValueError:
        return None


def is_after(later: str, earlier: str) -> bool:
    """Whether one of two ISO 8601 moments lies after the other; False where only one of them has a zone."""
    first, second = datetime.fromisoformat(earlier), datetime.fromisoformat(later)
    return (first.tzinfo is None) == (second.tzinfo is None) and second > first
