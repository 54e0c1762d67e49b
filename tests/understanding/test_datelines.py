"""Datelines: place, day and agency of a story's first line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from conftest import Told, article_of
from dateline.annotation.annotate import annotate
from dateline.model import Block, Fact
from dateline.pipeline import STEPS, run_step
from dateline.record import Record
from dateline.values import Dateline, Moment, Place, Span

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


def place_of(record: Record) -> tuple[Place, str | None]:
    """The dateline's place, and what the dateline says of it."""
    fact, value = dateline_of(record)
    place = record.get(value.place)
    assert place is not None
    assert isinstance(place.value, Place)
    return place.value, fact.reason


def test_where_no_town_is_named_the_country_in_brackets_is_the_place(told: Told) -> None:
    place, reason = place_of(read(told, "NO CITY (KENYA), 14 SEP 89 (KNA) --"))
    assert (place.name, place.precision) == ("Kenya", "country")
    assert reason == "the dateline names no town, but the country"


def test_a_dateline_that_says_it_has_no_town_has_no_place(told: Told) -> None:
    fact, value = dateline_of(read(told, "NO CITY, NO DATE --"))
    assert (value.place, value.date) == (None, None)
    assert fact.reason == "the dateline says that there is no town; the dateline gives no date"


@pytest.mark.parametrize("line", ["OUTPOST, 14 SEP 89 (RADIO OUTPOST) --", "OUTPOST, September 14 -", "OUTPOST (AP) —"])
def test_what_stands_where_a_town_stands_is_the_place(told: Told, line: str) -> None:
    record = read(told, line)
    place, reason = place_of(record)
    assert (place.name.upper(), place.precision, place.geonames) == ("OUTPOST", "unresolved", None)
    assert [record.words(Span(each.start, each.end)) for each in place.mentions] == ["OUTPOST"]
    assert f"the gazetteer does not know {place.name}" in (reason or "")


def test_a_ship_is_where_a_story_was_written(told: Told) -> None:
    place, _ = place_of(read(told, "ABOARD THE NORDLYS, Sept. 14 (NTB) -"))
    assert (place.name, place.precision) == ("Aboard the Nordlys", "unresolved")


def test_a_town_near_by_is_the_place_and_the_reason_says_so(told: Told) -> None:
    place, reason = place_of(read(told, "NEAR LISBON, Sept. 14 (Lusa) -"))
    assert place.name == "Lisbon"
    assert "it was written not in this place but close to it" in (reason or "")


@pytest.mark.parametrize(
    ("line", "name", "admin1"),
    [
        ("PORTLAND, Maine (AP) —", "Portland", "ME"),
        ("PORTLAND, Ore., March 3 -", "Portland", "OR"),
        ("ATHENS, Georgia, March 3 -", "Athens", "GA"),
        ("ERIE, PA., March 3 -", "Erie", "PA"),
        ("ST. LOUIS, MO., March 3 -", "St. Louis", "MO"),
        ("FORT WORTH, Texas, March 3 -", "Fort Worth", "TX"),
    ],
)
def test_the_state_tells_which_town_it_is(told: Told, line: str, name: str, admin1: str) -> None:
    record = read(told, line)
    place, _ = place_of(record)
    assert (place.name, place.admin1) == (name, admin1)
    assert dateline_of(record)[1].agency in ("AP", None)


def test_a_line_with_the_day_above_a_dateline_without_one() -> None:
    article = article_of(f"14 September 2015\nLISBON (Lusa) -\n{BODY}")
    blocks = tuple(Block("paragraph" if i > 1 else "dateline", b.start, b.end) for i, b in enumerate(article.blocks))
    article = structs.replace(article, blocks=blocks)
    record = Record(article, next(annotate([article])))
    for step in STEPS:
        run_step(record, step)
    fact, value = dateline_of(record)
    date = record.get(value.date)
    assert value.raw == "LISBON (Lusa) -"
    assert [record.words(span) for span in fact.spans] == ["LISBON (Lusa) -", "14 September 2015"]
    assert date is not None and isinstance(date.value, Moment) and date.value.timex == "2015-09-14"


def test_a_day_in_other_words_than_ours_is_not_called_missing(told: Told) -> None:
    fact, value = dateline_of(read(told, "LISBON, 14 syyskuuta (STT) -"))
    assert value.date is None
    assert fact.reason == "the day in the dateline could not be read"


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
