"""Publications: headline, writers, day and state of a story."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from conftest import Told, article_of
from dateline.annotation.annotate import annotate
from dateline.model import Fact, Field
from dateline.pipeline import STEPS, run_step
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


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe in Faro and John Roe in Porto", ["Jane Doe", "John Roe"]),
        ("By Jane Doe with John Roe", ["Jane Doe", "John Roe"]),
        ("By Jane Doe for the Faro Herald", ["Jane Doe"]),
        ("By Jane Doe @janedoe", ["Jane Doe"]),
        ("By Jane Doe\nJohn Roe", ["Jane Doe", "John Roe"]),
        ("By Jane Doe, Faro correspondent", ["Jane Doe"]),
        ("Jane Doe, Ph.D.", ["Jane Doe"]),
        ("By A. B. Doe", ["A. B. Doe"]),
        ("By Ana-María O’Neill", ["Ana-María O’Neill"]),
        ("Reporting by Jane Doe; editing by John Roe", ["Jane Doe"]),
        ("Story by Jane Doe", ["Jane Doe"]),
        ("Photos by Jane Doe", []),
        ("Graphics by Jane Doe and John Roe", []),
        ("By Jane Doe and Jane Doe", ["Jane Doe", "Jane Doe"]),
        ("By Jane Doe | Sept. 14, 2015", ["Jane Doe"]),
        ("jane doe", []),
        ("By AFP and Reuters", []),
    ],
)
def test_names_among_the_other_words_of_a_byline(line: str, names: list[str]) -> None:
    assert names_of(line, "en") == names


def test_a_writer_named_twice_is_one(told: Told) -> None:
    text = f"By Jane Doe\nJane Doe, Reuters\n{BODY}"
    record = told(text, upto="publications", byline="By Jane Doe")
    assert publication_of(record)[1].bylines == ("Jane Doe",)


def test_photographers_are_no_writers_of_the_story(told: Told) -> None:
    line = "Photos by Jane Doe"
    record = told(f"Port closed\n{line}\n{BODY}", upto="publications", headline="Port closed", byline=line)
    fact, value = publication_of(record)
    assert value.bylines == ()
    assert [record.words(span) for span in fact.spans] == ["Port closed"]


def test_the_gravest_note_wins(told: Told) -> None:
    note = "CORRECTION: the port is in Faro."
    text = f"Port closed\nUPDATED with a reply\n{note}\n{BODY}"
    record = told(text, upto="publications", headline="Port closed", note=note)
    assert publication_of(record)[1].status == "corrected"


@pytest.mark.parametrize("note", ["The men killed in the storm were sailors.", "The mayor updated his list.", ""])
def test_a_note_tells_nothing_by_a_word_in_its_middle(told: Told, note: str) -> None:
    record = told(f"Port closed\n{note}\n{BODY}", upto="publications", headline="Port closed", note=note)
    assert publication_of(record)[1].status == "usable"


def test_an_hour_of_publication_is_kept(told: Told) -> None:
    record = told(BODY, upto="publications", published="2015-09-16T18:20:00+02:00")
    assert day_of(record) == "2015-09-16T18:20+02:00"


def test_a_field_that_is_no_day_leaves_the_dateline_to_tell(told: Told) -> None:
    line = "LISBON, 14 September 2015 /LUSA/."
    record = told(f"{line}\n{BODY}", upto="publications", published="lately", dateline=line)
    fact, _ = publication_of(record)
    assert day_of(record) == "2015-09-14"
    assert "stands in" in (fact.reason or "")


def test_a_dateline_without_a_day_stands_in_for_nothing(told: Told) -> None:
    line = "LISBON (Lusa) -"
    record = told(f"{line}\n{BODY}", upto="publications", dateline=line)
    fact, value = publication_of(record)
    assert (value.published, value.agency, fact.reason) == (None, "Lusa", None)


def test_only_the_first_headline_is_the_headline(told: Told) -> None:
    record = told(f"Port closed\n{BODY}\n ", upto="publications", headline="Port closed")
    fact, value = publication_of(record)
    assert value.headline == "Port closed"
    assert all(0 <= start < end <= len(record.text) for start, end in fact.spans)


def with_fields(text: str = BODY, **fields: str) -> tuple[Fact, Publication]:
    """The publication of a story whose sender says these things of it."""
    article = article_of(text)
    given_fields = tuple(Field(name, value, f"row: {name}") for name, value in fields.items())
    article = structs.replace(article, fields=given_fields)
    record = Record(article, next(annotate([article])))
    for step in STEPS:
        run_step(record, step)
    return publication_of(record)


@pytest.mark.parametrize("status", ["usable", "embargoed", "updated", "corrected", "killed"])
def test_the_sender_s_word_on_the_status_comes_before_the_notes(status: str) -> None:
    fact, value = with_fields(status=status.title())
    assert value.status == status
    assert fact.field == "row: status"


def test_a_status_that_nobody_knows_leaves_the_notes_to_tell() -> None:
    note = "CORRECTION: the port is in Faro."
    article = structs.replace(article_of(f"{BODY}\n{note}", note=note), fields=(Field("status", "x", "row: status"),))
    record = Record(article, next(annotate([article])))
    for step in STEPS:
        run_step(record, step)
    assert publication_of(record)[1].status == "corrected"


def test_an_embargo_holds_a_story_back_and_says_until_when() -> None:
    fact, value = with_fields(status="usable", embargoed="2015-09-17T06:00:00Z")
    assert value.status == "embargoed"
    assert fact.reason == "embargoed until 2015-09-17T06:00:00Z"


def test_an_embargo_that_was_over_at_publication_holds_nothing_back() -> None:
    fact, value = with_fields(embargoed="2015-09-15T06:00:00Z", published="2015-09-16T06:00:00Z")
    assert (value.status, fact.reason) == ("usable", None)


@pytest.mark.parametrize("until", ["2015-09-15", "soon"])
def test_an_embargo_that_cannot_be_compared_holds(until: str) -> None:
    _, value = with_fields(embargoed=until, published="2015-09-16T06:00:00Z")
    assert value.status == "embargoed"


def test_a_killed_story_stays_killed_under_embargo() -> None:
    assert with_fields(status="killed", embargoed="2015-09-17T06:00:00Z")[1].status == "killed"


def test_a_summary_is_called_one() -> None:
    fact, _ = with_fields(extent="summary", url="https://example.org/port")
    assert fact.reason == "only a summary is given"
    assert with_fields(extent="full text", url="https://example.org/port")[0].reason is None
