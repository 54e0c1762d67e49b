"""The forms of time expressions, and whether their words are a time where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Told
from dateline.understanding.times.time_contexts import Scene, is_time
from dateline.understanding.times.time_forms import FORMS, Found, forms, plain
from dateline.understanding.times.time_readings import READERS


def found_in(text: str) -> list[Found]:
    return list(forms("en").find(plain(text), 0, len(text)))


@pytest.mark.parametrize(
    ("text", "form", "words"),
    [
        ("1997-02-17", "iso", {"year": "1997", "number": "02", "day": "17"}),
        ("17/02/1997", "slashes", {"first": "17", "second": "02", "short": "1997"}),
        ("Friday, 5 September", "date", {"weekday": "friday", "day": "5", "month": "september"}),
        ("4 FEB 90", "date", {"day": "4", "month": "feb", "short": "90"}),
        ("3-5 March", "days", {"day": "3", "day2": "5", "month": "march"}),
        ("March 30-April 2", "days", {"month": "march", "day": "30", "month2": "april", "day2": "2"}),
        ("June-August 1999", "months", {"month": "june", "month2": "august", "year": "1999"}),
        ("mid-June 1999", "month", {"mod": "mid", "month": "june", "year": "1999"}),
        ("1992-95", "years", {"year": "1992", "short": "95"}),
        ("the early 1980s", "decade", {"mod": "early", "year": "1980"}),
        ("the eighties", "decade", {"decade": "eighties"}),
        ("the 19th century", "century", {"ordinal": "19th"}),
        ("this year's third quarter", "quarter", {"rel": "this", "ordinal": "third"}),
        ("10:30 p.m. Tuesday", "clock", {"hour": "10", "minute": "30", "pm": "p.m.", "weekday": "tuesday"}),
        ("2030 GMT", "military", {"hour": "20", "minute": "30", "zone": "gmt"}),
        ("tomorrow morning", "deictic", {"deictic": "tomorrow", "part": "morning"}),
        ("every other", "", {}),
        ("every two weeks", "set", {"every": "every", "n": "two", "unit": "weeks"}),
        ("Monday nights", "set", {"weekday": "monday", "part": "night"}),
        ("early last Friday", "weekday", {"mod": "early", "rel": "last", "weekday": "friday"}),
        ("last night", "part", {"rel": "last", "part": "night"}),
        ("about twenty-one days ago", "ago", {"mod": "about", "n": "twenty-one", "unit": "days", "ago": "ago"}),
        ("the next few weeks", "stretch", {"stretch": "next", "vague": "few", "unit": "weeks"}),
        ("last winter", "relative", {"rel": "last", "season": "winter"}),
        ("summer of last year", "season", {"season": "summer", "rel": "last"}),
        ("this weekend", "weekend", {"rel": "this"}),
        ("the end of the year", "ending", {"mod": "the end of", "unit": "year"}),
        ("three-month", "duration", {"n": "three", "unit": "month"}),
        ("fiscal 1989", "year", {"kind": "fiscal", "year": "1989"}),
        ("late October", "alone", {"mod": "late", "month": "october"}),
        ("recently", "reference", {"past": "recently"}),
    ],
)
def test_a_form_and_its_parts(text: str, form: str, words: dict[str, str]) -> None:
    found = found_in(text)
    if not form:
        assert found == []
        return
    assert (found[0].form, found[0].words) == (form, words)
    assert (found[0].start, found[0].end) == (0, len(text))
    assert all(plain(text)[slice(*found[0].spans[part])] == word for part, word in words.items())


def test_a_full_stop_ends_a_short_month_and_no_long_one() -> None:
    assert [text[found.start : found.end] for text in ("In Sept. it", "In June. It") for found in found_in(text)] == [
        "Sept.",
        "June",
    ]


@pytest.mark.parametrize(
    "text", ["item 12-34-56", "3.14 may", "the sunset", "marching", "a monday's-child", "v1992-95b"]
)
def test_pieces_of_other_words_are_no_forms(text: str) -> None:
    assert [found for found in found_in(text) if found.form not in ("alone", "weekday")] == []


def test_all_forms_are_read() -> None:
    assert {name for name, _ in FORMS} == set(READERS)


@given(st.text(max_size=60))
def test_plain_text_keeps_every_character_in_its_place(text: str) -> None:
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It happened in 1992.", True),
        ("It happened to 1992 ships.", False),
        ("Its 1992 war ended.", True),
        ("They met in May.", True),
        ("They met May there.", False),
        ("They sailed on Monday.", True),
        ("They sailed on monday.", False),
        ("It was closed for a week.", True),
        ("It costs 5 euros a week.", False),
        ("It took three hours.", True),
        ("She is three years old.", False),
        ("They met at 14:30.", True),
        ("They won 14:30.", False),
        ("They are fed daily.", True),
        ("It was in the '80s.", True),
    ],
)
def test_the_context_decides(told: Told, text: str, expected: bool) -> None:
    record = told(text, upto="places")
    found = [each for each in found_in(text) if is_time(Scene(each, text, plain(text), record.annotation))]
    assert bool(found) is expected
