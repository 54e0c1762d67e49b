"""Datelines: place, day and agency of a story's first line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Told, article_of
from dateline.annotation.annotate import annotate
from dateline.model import Fact
from dateline.pipeline import STEPS, run_step
from dateline.record import Record
from dateline.values import Dateline, Moment, Place

BODY = "The port was closed, the mayor said."


def dateline_of(record: Record) -> tuple[Fact, Dateline]:
    (fact,) = record.of("dateline")
    assert isinstance(fact.value, Dateline)
    return fact, fact.value


def read(told: Told, line: str, published: str | None = "2015-09-16") -> Record:
    return told(f"{line}\n{BODY}", upto="datelines", published=published, dateline=line)


@pytest.mark.parametrize(
    ("line", "place", "day", "agency"),
    [
        ("LISBON, September 14. /LUSA/.", "Lisbon", "2015-09-14", "LUSA"),
        ("NAIROBI, Kenya, Sept. 14 (AP) -", "Nairobi", "2015-09-14", "AP"),
        ("NAIROBI (Reuters) -", "Nairobi", None, "Reuters"),
        ("OSLO, 14 SEP 89 (NTB RADIO) --", "Oslo", "1989-09-14", "NTB RADIO"),
        ("LISBON, September 14 -", "Lisbon", "2015-09-14", None),
        ("NAIROBI (KENYA), 14 SEP 89 (KNA) --", "Nairobi", "1989-09-14", "KNA"),
    ],
)
def test_the_parts_of_a_dateline(told: Told, line: str, place: str, day: str | None, agency: str | None) -> None:
    record = read(told, line)
    _, value = dateline_of(record)
    found, date = record.get(value.place), record.get(value.date)
    assert found is not None
    assert isinstance(found.value, Place)
    assert found.value.name == place
    assert (date.value.timex if date and isinstance(date.value, Moment) else None) == day
    assert value.agency == agency
    assert value.raw == line


def test_no_dateline_gives_nothing(told: Told) -> None:
    assert told(BODY, upto="datelines", published="2015-09-16").of("dateline") == []


def test_a_missing_date_is_said(told: Told) -> None:
    fact, value = dateline_of(read(told, "NAIROBI (Reuters) -"))
    assert value.date is None
    assert fact.reason == "the dateline gives no date"


def test_a_missing_place_is_said(told: Told) -> None:
    fact, value = dateline_of(read(told, "(Reuters) -"))
    assert (value.place, value.agency) == (None, "Reuters")
    assert "place" in (fact.reason or "")


def test_a_country_behind_an_unknown_town_is_not_the_place(told: Told) -> None:
    _, value = dateline_of(read(told, "NO CITY (KENYA), 14 SEP 89 (KNA) --"))
    assert value.place is None


def test_an_open_year_is_said_and_lowers_the_confidence(told: Told) -> None:
    dated, _ = dateline_of(read(told, "LISBON, 14 September 2015 (Lusa) -", None))
    undated, value = dateline_of(read(told, "LISBON, September 14 (Lusa) -", None))
    assert "no year" in (undated.reason or "")
    assert undated.confidence < dated.confidence
    assert value.date is not None


def test_the_span_is_the_line_without_blanks(told: Told) -> None:
    line = "LISBON, September 14 (Lusa) -  "
    record = read(told, line)
    fact, value = dateline_of(record)
    assert record.words(fact.spans[0]) == value.raw == line.strip()


def test_a_known_agency_needs_no_brackets(told: Told) -> None:
    _, value = dateline_of(read(told, "LISBON, Sept. 14 Xinhua --"))
    assert value.agency == "Xinhua"


@pytest.mark.parametrize(
    ("line", "place", "day", "agency"),
    [
        ("LISBON, Sept. 14 (AP) —", "Lisbon", "2015-09-14", "AP"),
        ("WASHINGTON (AP) _", "Washington", None, "AP"),
        ("LONDON, Ont., March 3 (CP) -", "London", "2015-03-03", "CP"),
        ("LISBON (Lusa/AFP) -", "Lisbon", None, "Lusa/AFP"),
        ("LISBON, Sept. 13-14 (Lusa) -", "Lisbon", "2015-09-13/2015-09-14", "Lusa"),
        ("LISBON, 14/09/2015 (Lusa) -", "Lisbon", "2015-09-14", "Lusa"),
        ("LISBON, 2015-09-14 (Lusa) -", "Lisbon", "2015-09-14", "Lusa"),
        ("LISBON, MONDAY -", "Lisbon", "2015-09-14", None),
        ("LISBON, Sept. 14 (Ana Pires for Reuters) -", "Lisbon", "2015-09-14", "Reuters"),
        ("LISBON, Feb. 30 (Lusa) -", "Lisbon", None, "Lusa"),
        ("Lisbon, Portugal —", "Lisbon", None, None),
    ],
)
def test_more_shapes_of_datelines(told: Told, line: str, place: str, day: str | None, agency: str | None) -> None:
    record = read(told, line)
    _, value = dateline_of(record)
    found, date = record.get(value.place), record.get(value.date)
    assert found is not None
    assert isinstance(found.value, Place)
    assert found.value.name == place
    assert (date.value.timex if date and isinstance(date.value, Moment) else None) == day
    assert value.agency == agency


@pytest.mark.parametrize("line", ["NEAR LISBON, Sept. 14 (Lusa) -", "ON BOARD THE PLANE, Sept. 14 (Lusa) -"])
def test_a_place_that_it_does_not_open_with_is_not_where_it_was_written(told: Told, line: str) -> None:
    assert dateline_of(read(told, line))[1].place is None


def test_the_year_comes_from_the_day_of_publication_and_says_so(told: Told) -> None:
    record = read(told, "LISBON, December 30 (Lusa) -", "2016-01-02")
    fact, value = dateline_of(record)
    date = record.get(value.date)
    assert date is not None
    assert isinstance(date.value, Moment)
    assert date.value.timex == "2015-12-30"
    assert date.because == (record.of("moment")[0].id,)
    assert "the one of publication" in (fact.reason or "")


def test_a_day_of_the_body_is_none_of_the_dateline(told: Told) -> None:
    line = "LISBON (Lusa) -"
    record = told(
        f"{line}\nThe port was closed on September 10.", upto="datelines", published="2015-09-16", dateline=line
    )
    assert dateline_of(record)[1].date is None
    assert len(record.of("moment")) == 2


def test_a_blank_dateline_gives_nothing(told: Told) -> None:
    assert told(f"   \n{BODY}", upto="datelines", dateline="   ").of("dateline") == []


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            (
                "LISBON",
                "Lisbon",
                ",",
                "/",
                "(",
                ")",
                "Reuters",
                "AP",
                "Sept.",
                "14",
                "2015",
                "-",
                "—",
                "Monday",
                "KENYA",
                "é",
            )
        ),
        min_size=1,
        max_size=9,
    ).map(" ".join)
)
def test_any_dateline_is_read_within_its_line(line: str) -> None:
    article = article_of(f"{line}\n{BODY}", "2015-09-16", dateline=line)
    record = Record(article, next(annotate([article])))
    for step in STEPS:
        run_step(record, step)
        if step.name == "datelines":
            break
    assert record.findings == []
    for fact in record.of("dateline"):
        assert isinstance(fact.value, Dateline)
        assert fact.value.raw == line.strip()
        assert fact.value.agency is None or fact.value.agency in line
        assert 0 < fact.confidence <= 0.97
