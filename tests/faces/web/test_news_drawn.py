"""A page of news in its parts: chips, bars, and cards for programs; at the edges of the calendar and of a question."""

import sys
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.requests import Request
from web_desk import client

from dateline.desk.asking.news.cards import Card, CopyTold, IncidentTold, StoryTold
from dateline.desk.asking.news.facets import Facet, FacetValue
from dateline.desk.asking.news.news import News, by_day
from dateline.desk.asking.news.spread import Bar, Spread
from dateline.faces.web.pages.news.brush import LABELS, brush
from dateline.faces.web.pages.news.chips import Chip, chips, value_words
from dateline.faces.web.pages.news.question import NewsAsked
from dateline.faces.web.pages.news.rows import features, flat

# The desk's own tests have the stories.
sys.path.append(str(next((Path(__file__).parents[2] / "desk").rglob("shelf.py")).parent))

from shelf import Story, shelved

NONE = News(cards=(), total=0)


def days(first: date, counts: list[int]) -> Spread:
    every = [(first + timedelta(at)).isoformat() for at in range(len(counts))]
    return Spread("day", tuple(Bar(day, day, many) for day, many in zip(every, counts, strict=True)))


def chipped(query: str, news: News = NONE) -> tuple[Chip, ...]:
    given = {name: told if name == "type" else told[0] for name, told in parse_qs(query).items()}
    scope = {"type": "http", "path": "/news", "raw_path": b"/news", "query_string": query.encode(), "headers": []}
    return chips(Request(scope), NewsAsked(**given), news)  # type: ignore[arg-type]


def card(name: str, *incidents: IncidentTold, **more: object) -> Card:
    cells = dict.fromkeys(("headline", "deck", "dateline", "outlet", "published", "dated", "language"))
    given = {"key": 1, "id": name, "version": "v", "status": "usable", "snippet": "", "incidents": incidents}
    return Card(**cells | given | more)  # type: ignore[arg-type]


def told(name: str, **cells: object) -> IncidentTold:
    given = {"type": "ASSAULT", "title": "A raid", "articles": 1, "independent": 1}
    return IncidentTold(name, **given | cells)  # type: ignore[arg-type]


@settings(deadline=None)
@given(st.dates(), st.lists(st.integers(0, 10**6), min_size=2, max_size=130))
def test_bars_never_leave_their_box_and_each_that_counts_can_be_seen(first: date, counts: list[int]) -> None:
    if first.toordinal() + len(counts) + 1 > date.max.toordinal():
        first = date(2031, 4, 2)
    drawn = brush(days(first, counts), None, None)
    assert drawn and len(drawn.bars) == len(counts) and len(drawn.labels) <= LABELS
    assert all(0 <= bar.x < 100 and bar.x + bar.width <= 100.1 for bar in drawn.bars)
    assert all((bar.height >= 2) == bool(bar.count) and bar.height <= 100 for bar in drawn.bars)
    assert drawn.before <= drawn.bars[0].since and drawn.after > drawn.bars[-1].until


def test_before_the_first_day_of_all_there_is_none() -> None:
    drawn = brush(days(date.min, [1, 1]), None, None)
    assert drawn and drawn.before == "0001-01-01" and drawn.bars[0].words == "1 January 0001"


def test_bars_that_count_nothing_have_no_height() -> None:
    drawn = brush(days(date(2031, 4, 1), [0, 0, 0]), "2031-04-01", None)
    assert drawn and drawn.most == 0 and {bar.height for bar in drawn.bars} == {0}


@pytest.mark.parametrize(
    ("since", "until", "chosen"),
    [
        (None, None, ""),
        ("", "", ""),
        ("2031-04-02T10:00", "2031-04-02T12:00", "b"),
        ("2031-04-04", None, ""),
        (None, "2031-03-31", ""),
        ("2031-04-03", "2031-04-01", ""),
        ("2031", "2031", "abc"),
        ("last week", "today", "abc"),
        ("2031-04-02", "today", "bc"),
    ],
)
def test_bars_between_the_bounds_are_chosen(since: str | None, until: str | None, chosen: str) -> None:
    drawn = brush(days(date(2031, 4, 1), [1, 1, 1]), since, until)
    assert drawn
    assert "".join(name for name, bar in zip("abc", drawn.bars, strict=True) if bar.chosen) == chosen


@pytest.mark.parametrize("published", ["0001-01-01", "0001-01-05T00:00:00Z", "9999-12-31", "1900-01-01", None])
def test_a_day_that_a_program_made_up_breaks_no_page(tmp_path: Path, published: str | None) -> None:
    stories = [Story(f"s{at}", f"Ada Roe sang {at}.", day) for at, day in enumerate(("0001-01-01", published))]
    shelved(tmp_path, *stories).close()
    site = client(tmp_path / "news.db")
    for query in ("", "?since=0001", "?until=0001-01-01", "?until=9999", "?since=9999-12-31"):
        assert site.get(f"/news{query}").status_code == 200, query


def test_each_filter_is_a_chip_that_takes_only_itself_away() -> None:
    query = "words=bus&country=DNK&person=Ada+Roe&since=2031-04&limit=5&before=17&every=person&offset=30"
    found = {chip.filter: chip for chip in chipped(query)}
    assert list(found) == ["words", "country", "person", "since"]
    assert found["since"].value == "April 2031"
    for name, chip in found.items():
        kept = set(parse_qs(urlsplit(chip.away).query))
        assert kept == {"words", "country", "person", "since", "limit"} - {name}, "the page begins anew"


@pytest.mark.parametrize("query", ["", "limit=3&order=newest", "words=+++", "type=,+,&outlet="])
def test_what_narrows_nothing_is_no_chip(query: str) -> None:
    assert chipped(query) == ()


def test_several_types_lose_one_at_a_time_however_they_were_given() -> None:
    for query in ("type=AID,DEATH", "type=AID&type=DEATH", "type=+AID+,,DEATH,"):
        assert [(chip.value, urlsplit(chip.away).query) for chip in chipped(query)] == [
            (value_words("type", "AID"), "type=DEATH"),
            (value_words("type", "DEATH"), "type=AID"),
        ]
    (alone,) = chipped("type=AID")
    assert alone.away == "/news"


def test_a_chip_says_how_many_there_would_be_without_it_and_what_the_facet_calls_it() -> None:
    values = (FacetValue("SWE", "Sweden", 2), FacetValue("DNK", "Denmark", 3, chosen=True))
    news = News(cards=(), total=0, facets=(Facet("country", values),), without={"words": 4})
    words, country = chipped("words=bus&country=DNK", news)
    assert (words.many, country.many) == (4, None) and country.value == "Denmark"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("has_finding", "weekday_and_date", "weekday and date"), ("since", "2031-04-02", "2 April 2031"),
        ("until", "yesterday", "yesterday"), ("status", "asserted", "a fact"), ("outlet", "a_b", "a_b"),
        ("type", "ASSAULT/beat", "violence: beat"), ("since", "2031-00", "2031-00"),
    ],
)  # fmt: skip
def test_values_of_filters_in_words(name: str, value: str, words: str) -> None:
    assert value_words(name, value) == words


def test_a_card_without_anything_is_a_row_without_anything() -> None:
    (row,) = flat([card("a")])
    assert (row.id, row.headline, row.story, row.copy_of, row.incidents, row.killed_low) == (
        "a",
        None,
        None,
        None,
        (),
        None,
    )


def test_what_is_nested_in_a_card_is_told_by_its_ids() -> None:
    disagreeing = told("i1", disagreements=("One says two.", "Another says three."))
    nested = card(
        "a", disagreeing, told("i2"), story=StoryTold("s", "Raids", 2, 1), copy_of=CopyTold("b", None, "exact")
    )
    (row,) = flat([nested])
    assert (row.story, row.story_title, row.copy_of, row.incidents) == ("s", "Raids", "b", ("i1", "i2"))
    assert row.disagreements == ("One says two.", "Another says three.")


def test_an_incident_of_many_cards_is_one_feature_of_the_newest_one() -> None:
    mill, mine = told("mill"), told("mine")
    found = list(features([card("new", mill), card("old", mill, mine)]))
    assert {each["id"]: each["properties"]["article"] for each in found} == {"mill": "new", "mine": "old"}
    assert len(found) == 2
    assert list(features([])) == []


@pytest.mark.parametrize(
    ("precision", "lat", "is_point"),
    [("exact", 55.6, True), ("near", 0.0, True), ("exact", None, False), ("country", 55.6, False),
     ("admin1", 55.6, False), ("region", 55.6, False), (None, 55.6, False)],
)  # fmt: skip
def test_only_what_is_known_as_a_point_is_a_point(precision: str | None, lat: float | None, is_point: bool) -> None:
    (found,) = features([card("a", told("i", lat=lat, lon=8.4, place_precision=precision))])
    assert bool(found["geometry"]) == is_point and found["properties"]["precision"] == precision


def test_days_stand_apart_and_a_day_that_nobody_knows_is_one() -> None:
    raid = StoryTold("s", "Raids", 2, 1)
    cards = [card("c", dated="2031-04-03T01:00", story=raid), card("b", dated="2031-04-02", story=raid), card("a")]
    found = [(day.day, [each.cards[0].id for each in day.stories]) for day in by_day(cards)]
    assert found == [("2031-04-03", ["c"]), ("2031-04-02", ["b"]), (None, ["a"])]
