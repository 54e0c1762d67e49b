"""Times that recur: how often, in what length of time, each or each other one."""

import pytest

from dateline.understanding.times.tense import OPEN
from dateline.understanding.times.time_expression import Expression
from dateline.understanding.times.time_forms import forms, plain
from dateline.understanding.times.time_lexicon import lexicon
from dateline.understanding.times.time_readings import reading


@pytest.mark.parametrize(
    ("text", "timex", "freq", "quant"),
    [
        ("twice a week", "P1W", "2X", None),
        ("once a year", "P1Y", "1X", None),
        ("three times a month", "P1M", "3X", None),
        ("3 times per day", "P1D", "3X", None),
        ("once every two years", "P2Y", "1X", "EVERY"),
        ("three days a week", "P1W", "3D", None),
        ("two hours every day", "P1D", "2H", "EVERY"),
        ("several times a year", "P1Y", None, None),
        ("every other Friday", "XXXX-WXX-5", None, "EVERY OTHER"),
        ("every two years", "P2Y", None, "EVERY"),
        ("weekdays", "XXXX-WXX", None, None),
        ("weekends", "XXXX-WXX-WE", None, None),
        ("daily", "P1D", None, None),
        ("fortnightly", "P2W", None, None),
        ("Sundays", "XXXX-WXX-7", None, None),
    ],
)
def test_a_set(text: str, timex: str, freq: str | None, quant: str | None) -> None:
    (found,) = forms("en").find(plain(text), 0, len(text))
    assert (found.start, found.end) == (0, len(text))
    read = reading(Expression(lexicon("en"), found, None, None, OPEN))
    assert read is not None
    assert (read.type, read.timex, read.freq, read.quant) == ("SET", timex, freq, quant)
    assert (read.earliest, read.latest) == (None, None)


def test_years_a_year_are_no_rate() -> None:
    (found,) = forms("en").find("two years a year", 0, 16)
    assert reading(Expression(lexicon("en"), found, None, None, OPEN)) is None
