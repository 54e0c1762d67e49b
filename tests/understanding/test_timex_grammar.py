"""What every reading keeps, whatever the words: TIMEX3 values, ISO 8601 ends, the earliest before the latest."""

import re
from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import asdict

from dateline.languages import load
from dateline.understanding.times.tense import AHEAD, BACK, OPEN
from dateline.understanding.times.time_expression import Expression
from dateline.understanding.times.time_forms import _ALONE, _NEVER_FIRST, FORMS, forms, plain
from dateline.understanding.times.time_lexicon import lexicon
from dateline.understanding.times.time_readings import READERS, reading
from dateline.understanding.times.timex import Reading, day, month, quarter, year
from dateline.values import Moment

WORDS = lexicon("en")
_YEAR = r"(?:\d{4}|XXXX)"
_DATE = rf"{_YEAR}(?:-(?:\d\d(?:-\d\d)?|XX-XX|W(?:\d\d|XX)(?:-WE|-\d)?|Q[1-4X]|H[12]|SP|SU|FA|WI))?"
_CLOCK = r"T(?:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?|MO|AF|EV|NI)"
_POINT = rf"{_DATE}(?:{_CLOCK})?|\d{{2,3}}"
_LENGTH = r"P(?=[\dXT])(?:(?:\d+(?:\.\d+)?|X)[YMWD])*(?:T(?:(?:\d+(?:\.\d+)?|X)[HMS])+)?"
TIMEX3 = re.compile(rf"(?:{_POINT})(?:/(?:{_POINT}))?|{_LENGTH}|(?:PAST|PRESENT|FUTURE)_REF")

MORSELS = re.findall(
    r"\S+",
    """
    the last next this that same of in on at to and from between a an one two three twelve 3 14 31 1/2 half
    first second third 1990 2013 1989-91 3rd nineteen ninety-four hundred year years quarter half day days week
    weeks month hours minutes decade century weekend morning night Monday Friday Sundays May June Sept. 30 Feb.
    spring summer fall Christmas Easter week Thanksgiving 10 a.m. p.m. 14:30 GMT ET noon ago earlier later
    before after following ended fiscal year-earlier latest period full twice times every other early late mid
    about more than least yesterday tomorrow tonight today now daily old - / , ( )
    """,
)
TEXTS = st.lists(st.sampled_from(MORSELS), min_size=1, max_size=9).map(" ".join)
BEFORE = st.sampled_from([None, day(date(2014, 2, 28)), month(2013, 6), quarter(2014, 4), year(1999)])
TODAYS = st.none() | st.dates(date(1905, 1, 1), date(2095, 12, 31))


def moment(read: Reading | None) -> Moment | None:
    fields = ("type", "timex", "earliest", "latest", "precision")
    return Moment(**{name: value for name, value in asdict(read).items() if name in fields}) if read else None


def instant(end: str) -> tuple[datetime, str]:
    """The end without its zone, and the zone; both must be ISO 8601."""
    datetime.fromisoformat(end)
    return datetime.fromisoformat(re.sub(r"(?<=T\d\d:\d\d)(?:Z|[+-]\d\d:\d\d)$", "", end)), end[16:]


@settings(max_examples=400, deadline=None)
@given(TEXTS, TODAYS, BEFORE, st.sampled_from([BACK, OPEN, AHEAD]))
def test_any_words_are_read_into_timex_and_an_interval(
    text: str, today: date | None, then: Reading | None, way: int
) -> None:
    for found in forms("en").find(plain(text), 0, len(text)):
        assert 0 <= found.start < found.end <= len(text)
        read = reading(Expression(WORDS, found, today, moment(then), way, moment(then), "USA"))
        if read is None:
            continue
        assert read.timex is None or TIMEX3.fullmatch(read.timex), (found.form, read.timex)
        assert (read.earliest is None) == (read.latest is None)
        assert 0 < read.confidence <= 1
        if read.earliest and read.latest:
            (first, zone), (last, other) = instant(read.earliest), instant(read.latest)
            assert zone == other
            assert first <= last or last.time() == datetime.min.time()


@settings(max_examples=200, deadline=None)
@given(TEXTS, TODAYS)
def test_the_next_feast_lies_ahead_and_the_last_behind(text: str, today: date | None) -> None:
    for found in forms("en").find(plain(text), 0, len(text)):
        read = reading(Expression(WORDS, found, today, None, OPEN))
        counted = found.form in ("holiday", "weekday") and "rel" in found and "year" not in found
        if read and today and read.earliest and counted:
            step = WORDS.steps[found["rel"]]
            if step and "of_week" not in found and "mod" not in found:
                assert (date.fromisoformat(read.earliest[:10]) > today) == (step > 0)


@given(st.text(max_size=60))
def test_any_text_is_searched_without_a_crash(text: str) -> None:
    small = plain(text)
    assert len(small) == len(text)
    assert all(found.form in READERS for found in forms("en").find(small, 0, len(small)))


def test_each_form_has_a_reader_and_each_reader_a_form() -> None:
    assert {name for name, _ in FORMS} == READERS.keys()


def test_lists_that_are_told_apart_are_lists_of_the_pack() -> None:
    lists = set(asdict(load("en").moments))
    assert set(_NEVER_FIRST) <= lists
    assert set(_ALONE) <= lists
    assert not set(_NEVER_FIRST) & set(_ALONE)
