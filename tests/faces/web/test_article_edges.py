"""An article at its edges: no words, facts everywhere and nowhere, moments half known, addresses that are none."""

from itertools import pairwise
from typing import Any

import pytest
from hostile_desk import BIDI, SCRIPT, Story
from hypothesis import given, settings
from hypothesis import strategies as st
from mill_story import set_, told, words_of

from dateline.faces.lit import flows
from dateline.faces.safe import printable
from dateline.faces.web.pages.article.heading import LONGEST, heading
from dateline.faces.web.pages.article.notes import KINDS, notes
from dateline.faces.web.pages.article.parts import Part, part_of, parts
from dateline.faces.web.pages.article.setting import Passage, Run, grouped
from dateline.faces.web.pages.article.tables import COLUMNS, features, rows
from dateline.model import Block, BlockRole, Fact
from dateline.record import Record
from dateline.values import Dateline, Event, Moment, Place, Publication, Quantity, Span


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Any text, cut into blocks anyhow, with facts at any of its words."""
    text = draw(st.text("ab \n\x07\u202eש", max_size=60).filter(lambda text: not text or text.strip()))
    places = st.integers(0, len(text))
    edges = sorted(draw(st.sets(places, max_size=8)))
    roles: list[BlockRole] = ["paragraph", "headline", "furniture", "caption", "byline"]
    blocks = [Block(draw(st.sampled_from(roles)), *pair) for pair in pairwise(edges) if draw(st.booleans())]
    record = told(text, *blocks)
    for number, (one, other) in enumerate(draw(st.lists(st.tuples(places, places), max_size=8))):
        if one != other:
            record.add(record.fact(Quantity(of=f"n{number}", low=number), Span(min(one, other), max(one, other))))
    return record


@settings(deadline=None)
@given(records())
def test_no_word_of_any_text_is_lost_doubled_or_moved(record: Record) -> None:
    found = set_(record)
    assert "".join(words_of(found).split()) == "".join(printable(record.text).split())
    for group in found.groups:
        for passage in group.passages:
            at = passage.start
            for run in passage.runs:
                assert run.start == at and run.words == printable(record.text[at : at + len(run.words)])
                at += len(run.words)


@settings(deadline=None)
@given(records())
def test_every_fact_has_one_note_and_every_number_in_the_text_is_that_of_a_note(record: Record) -> None:
    found = set_(record)
    margins = [margin for notes in found.margins.values() for margin in notes]
    every = [*margins, *(margin for margin in found.rest if margin not in margins)]
    assert sorted(fact for margin in every for fact in margin.note.facts) == sorted(fact.id for fact in record.facts)
    numbers = {str(margin.number) for margin in every}
    runs = [run for group in found.groups for passage in group.passages for run in passage.runs]
    assert {number for run in runs for number in run.facts.split()} <= numbers
    assert sum(found.counts.values()) == len(every)


@settings(deadline=None)
@given(st.text("ab \n", max_size=200).map(lambda text: text * 400), st.lists(st.integers(0, 70_000), max_size=900))
def test_parts_follow_each_other_from_the_first_word_to_the_last(text: str, places: list[int]) -> None:
    record = told(text)
    for number, at in enumerate(places):
        if at < len(text):
            record.add(record.fact(Quantity(of=f"n{number}", low=number), Span(at, at + 1)))
    found = parts(record, flows(record))
    assert found[0].start == 0 and found[-1].end == len(text)
    assert [part.number for part in found] == list(range(1, len(found) + 1)) and {part.of for part in found} == {
        len(found)
    }
    assert all(one.end == other.start and one.end > one.start for one, other in pairwise(found))


def test_an_article_without_words_is_one_part_with_nothing_beside() -> None:
    record = told("")
    assert parts(record, flows(record)) == (Part(1, 1, 0, 0),)
    assert (words_of(set_(record)), set_(record).margins, set_(record).left_out) == ("", {}, 0)


def test_a_place_before_or_behind_the_text_is_in_its_first_or_last_part() -> None:
    found = (Part(1, 2, 0, 10), Part(2, 2, 10, 20))
    assert [part_of(found, at).number for at in (-1, 0, 9, 10, 19, 20, 999)] == [1, 1, 1, 2, 2, 2, 2]


def passage(role: str, words: str = "Subscribe") -> Passage:
    return Passage(role, 0, (Run(words, 0),))


@pytest.mark.parametrize(
    ("roles", "folded"),
    [
        ([], []),
        (["furniture"] * 3, [False]),
        (["furniture"] * 4, [True]),
        (["furniture", "section"] * 2, [True]),
        (["furniture"] * 3 + ["paragraph"] + ["furniture"] * 3, [False, False, False]),
        (["paragraph"] * 9, [False]),
        (["note"] * 9, [False]),
    ],
)
def test_only_long_furniture_is_folded(roles: list[str], folded: list[bool]) -> None:
    assert [group.folded for group in grouped([passage(role) for role in roles])] == folded


def test_one_long_piece_of_furniture_is_folded_and_a_long_paragraph_never() -> None:
    assert [each.folded for each in grouped([passage("furniture", "x" * 241)])] == [True]
    assert [each.folded for each in grouped([passage("furniture", "x" * 240)])] == [False]
    assert [each.folded for each in grouped([passage("paragraph", "x" * 9999)])] == [False]


def published(earliest: str | None, latest: str | None, precision: str | None) -> str | None:
    record = told()
    moment = Moment(type="DATE", earliest=earliest, latest=latest, precision=precision)  # type: ignore[arg-type]
    fact = record.add(record.fact(moment, Span(0, 4)))
    record.add(record.fact(Publication(published=fact.id), field="date"))
    return heading(record).published


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "shown"),
    [
        (None, None, None, None),
        ("2031-04-02", "2031-04-02", "day", "2031-04-02"),
        ("2031-04-02", None, "day", "2031-04-02"),
        (None, "2031-04-02", None, "2031-04-02"),
        ("2031-04-02T00:00:00+02:00", "2031-04-02T23:59:59+02:00", "day", "2031-04-02"),
        ("2031-04-02T06:00", "2031-04-02T11:59", "part", "2031-04-02"),
        ("2031-04-02T10:30:00Z", "2031-04-02T10:30:00Z", "second", "2031-04-02T10:30:00Z"),
        ("2031-04-01", "2031-04-30", "month", "2031-04"),
        ("2031-01-01", "2031-12-31", "year", "2031"),
        ("2031-04-01T00:00:00Z", "2031-04-30T23:59:59Z", "month", "2031-04"),
    ],
)
def test_a_publication_is_dated_no_more_exactly_than_it_is_known(
    earliest: str | None, latest: str | None, precision: str | None, shown: str | None
) -> None:
    assert published(earliest, latest, precision) == shown


def test_an_article_that_says_nothing_of_itself_has_an_empty_heading() -> None:
    found = heading(told())
    assert (found.outlet, found.published, found.dateline, found.status, found.address) == (None,) * 5
    assert found.location == "mill.txt" and not found.has_headline and found.title


@pytest.mark.parametrize("status", ["embargoed", "updated", "corrected", "killed", "usable"])
def test_a_reader_is_told_of_every_status_but_the_usual_one(status: Any) -> None:
    record = told()
    record.add(record.fact(Publication(status=status), field="status"))
    assert heading(record).status == (None if status == "usable" else status)


def test_the_outlet_of_the_publication_goes_before_that_of_the_source() -> None:
    record = told(outlet="Source Post")
    assert heading(record).outlet == "Source Post"
    record.add(record.fact(Publication(outlet="Mill Post", url="javascript:alert(1)"), field="outlet"))
    assert (heading(record).outlet, heading(record).address) == ("Mill Post", None)


@pytest.mark.parametrize(
    ("location", "followed"),
    [
        ("HTTPS://mill.example/", True), ("http://mill.example:8080/x?y#z", True), ("http://:80/", False),
        ("//mill.example", False), ("https:mill", False), ("http://[::1", False), ("ftp://mill.example", False),
        (" javascript:alert(1)", False), ("java\nscript:alert(1)", False),
        ("https://x.example/" + "y" * LONGEST, False),
    ],
)  # fmt: skip
def test_only_a_web_address_of_some_host_is_a_link(location: str, followed: bool) -> None:
    assert bool(heading(told(location=location)).address) == followed


@pytest.mark.parametrize("odd", ["mill", SCRIPT, BIDI, "x" * 3000])
def test_each_fact_of_every_kind_has_one_note_struck_where_it_was_judged_wrong(odd: str) -> None:
    record = Story("odd", odd).record
    wrong = [fact.id for fact in record.facts]
    for judged in ((), wrong):
        found = notes(record, judged)
        facts = [fact for note in found for fact in note.facts]
        assert sorted(facts) == sorted([*wrong, "finding-0"])
        assert {note.struck for note in found if note.kind != "finding"} == {bool(judged)}
        assert {note.kind for note in found} <= {*dict(KINDS), "gist", "report"}


def test_no_note_is_longer_than_a_margin_and_none_turns_the_line() -> None:
    found = set_(Story("odd", f"{BIDI} " + "word " * 600).record)
    margins = [*found.rest, *(each for notes in found.margins.values() for each in notes)]
    words = [part.text for margin in margins for part in margin.note.parts]
    assert words and max(map(len, words)) < 1000 and "\u202e" not in "".join(words)


def place(record: Record, name: str, **cells: Any) -> Fact:
    return record.add(record.fact(Place(name=name, **cells), Span(0, 4)))


def test_an_event_stands_at_its_place_that_is_known_best_and_never_in_a_middle() -> None:
    record = told()
    land = place(record, "Denmark", lat=56.0, lon=9.0, precision="country")
    part = place(record, "Jutland", lat=56.1, lon=9.1, precision="admin1")
    town = place(record, "Varde", lat=55.6, lon=8.5, precision="exact")
    lost = place(record, "Nowhere", precision="exact")
    wheres = ((), (land,), (land, part), (land, part, town), (lost, part), (lost, town))
    for at, where in enumerate(wheres):
        ids = tuple(each.id for each in where)
        record.add(record.fact(Event(type="AID", trigger=Span(at, at + 3), where=ids), Span(at, at + 3)))
    found = [each for each in features(record) if each["properties"]["what"] == "event"]
    assert [each["properties"].get("name") for each in found] == [
        None,
        "Denmark",
        "Jutland",
        "Varde",
        "Jutland",
        "Varde",
    ]
    assert [bool(each["geometry"]) for each in found] == [False, False, False, True, False, True]


def test_rows_have_every_column_also_for_facts_without_words() -> None:
    record = Story("odd", "Odd words").record
    record.add(record.fact(Dateline(raw="VARDE -"), field="dateline"))
    made = list(rows(record))
    assert [row["fact"] for row in made] == [fact.id for fact in record.facts]
    assert all(tuple(row) == COLUMNS for row in made)
    assert (made[-1]["words"], made[-1]["start"], made[-1]["end"], made[-1]["field"]) == ("", None, None, "dateline")
    assert list(rows(told())) == [] and list(features(told())) == []
