"""Publications: headline, writers, day and state of a story."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Told
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.publications import names_of
from dateline.values import Moment, Publication

BODY = "The port was closed, the mayor said."


def publication_of(record: Record) -> tuple[Fact, Publication]:
    (fact,) = record.of("publication")
    assert isinstance(fact.value, Publication)
    return fact, fact.value


def day_of(record: Record) -> str | None:
    moment = record.get(publication_of(record)[1].published)
    return moment.value.timex if moment and isinstance(moment.value, Moment) else None


def test_the_blocks_give_their_words(told: Told) -> None:
    lines = {
        "section": "World news",
        "headline": "Port of Faro closed ",
        "deck": "Mayor blames the storm",
        "byline": "By Ana Pires and John Roe",
        "caption": "Ships off Faro",
    }
    text = "\n".join([*lines.values(), BODY])
    fact, value = publication_of(record := told(text, upto="publications", published="2015-09-16", **lines))
    assert (value.section, value.headline, value.deck) == (
        "World news",
        "Port of Faro closed",
        "Mayor blames the storm",
    )
    assert value.bylines == ("Ana Pires", "John Roe")
    assert [record.words(span) for span in value.images] == ["Ships off Faro"]
    assert {record.words(span) for span in fact.spans} >= {"World news", "Port of Faro closed", "Ships off Faro"}
    assert value.status == "usable"


def test_the_day_is_the_field_s(told: Told) -> None:
    record = told(BODY, upto="publications", published="2015-09-16")
    fact, value = publication_of(record)
    assert day_of(record) == "2015-09-16"
    assert fact.because == (value.published,)
    assert fact.reason is None


def test_the_dateline_stands_in_for_the_day_of_publication(told: Told) -> None:
    line = "LISBON, 14 September 2015 /LUSA/."
    record = told(f"{line}\n{BODY}", upto="publications", dateline=line)
    fact, value = publication_of(record)
    assert day_of(record) == "2015-09-14"
    assert value.agency == "LUSA"
    assert fact.confidence <= 0.6
    assert "dateline" in (fact.reason or "")
    assert set(fact.because) == {value.published, record.of("dateline")[0].id}


def test_nothing_known_gives_nothing(told: Told) -> None:
    assert told(BODY, upto="publications").of("publication") == []


@pytest.mark.parametrize(
    ("note", "status"),
    [
        ("CORRECTION: the port is in Faro.", "corrected"),
        ("An earlier version of this story misspelt the mayor's name.", "corrected"),
        ("Updated with the mayor's reply.", "updated"),
        ("KILL: the story about the port is wrong.", "killed"),
        ("Embargoed until noon.", "embargoed"),
        ("Editing by Ana Pires", "usable"),
        ("The mayor corrected himself.", "usable"),
    ],
)
def test_a_desk_s_note_tells_the_status(told: Told, note: str, status: str) -> None:
    text = f"Port closed\n{note}\n{BODY}"
    assert publication_of(told(text, upto="publications", headline="Port closed", note=note))[1].status == status


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", ["Jane Doe"]),
        ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("By JANE DOE, JOHN ROE & Ana de Sousa", ["JANE DOE", "JOHN ROE", "Ana de Sousa"]),
        ("By Jane Doe, Reuters", ["Jane Doe"]),
        ("Jane Doe, Foreign Correspondent", ["Jane Doe"]),
        ("By Jane Doe jane@example.org", ["Jane Doe"]),
        ("By Staff Writer", []),
        ("By", []),
        ("", []),
    ],
)
def test_the_names_of_a_byline(line: str, names: list[str]) -> None:
    assert names_of(line, "en") == names


@given(st.text(max_size=60))
def test_any_byline_gives_words_that_stand_in_it(line: str) -> None:
    assert all(name in line for name in names_of(line, "en"))
