"""Datelines: place, day and agency of a story's first line."""

import pytest

from conftest import Told
from dateline.model import Fact
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
