"""What a time expression means, given the day of the story and the way its verb looks."""

from msgspec.structs import replace

from dateline.understanding.times.account_times import ACCOUNT_TIMES
from dateline.understanding.times.calendar_times import CALENDAR_TIMES
from dateline.understanding.times.clock_times import CLOCK_TIMES
from dateline.understanding.times.feast_times import FEAST_TIMES
from dateline.understanding.times.recurring_times import RECURRING_TIMES
from dateline.understanding.times.relative_times import RELATIVE_TIMES
from dateline.understanding.times.time_expression import Expression
from dateline.understanding.times.timex import Reading
from dateline.understanding.times.told_before import POINTING_TIMES

READERS = CALENDAR_TIMES | RELATIVE_TIMES | CLOCK_TIMES | FEAST_TIMES | ACCOUNT_TIMES | RECURRING_TIMES | POINTING_TIMES
"""How each form is read."""


def reading(expression: Expression) -> Reading | None:
    """The reading, or None where the words make no time (a 31 June) or say nothing (this day)."""
    try:
        found = READERS[expression.found.form](expression)
    except (ValueError, OverflowError):  # a day that no calendar has, or one outside its years
        return None
    if found is None or found.mod or "mod" not in expression.found:
        return found
    return replace(found, mod=expression.lexicon.date_mods.get(expression.found["mod"]))
