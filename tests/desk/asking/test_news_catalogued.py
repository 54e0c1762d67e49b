"""A desk as columns of numbers, at its edges: nothing, keys that are taken again, ties in time, what has no day."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace
from pressroom import LUND, VARDE, pressroom, raid, talks
from shelf import Story, shelved

from dateline.desk.asking.news.cards import Card, StoryTold
from dateline.desk.asking.news.catalogue import Catalogue, nothing
from dateline.desk.asking.news.cataloguing import renewed
from dateline.desk.asking.news.columns import Codes, Column, Packed, counts_once, numbers
from dateline.desk.asking.news.fitting import Fitting
from dateline.desk.asking.news.news import News, by_day, news
from dateline.desk.asking.news.spread import MOST, Spread, spread
from dateline.desk.asking.question.filters import Filters, filters
from dateline.desk.saving.removing import remove_article
from dateline.desk.saving.rows import rows_of
from dateline.desk.saving.writing import ArticleWriter


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(pressroom(tmp_path)) as connection:
        yield connection


def dated(*days: str | None) -> Catalogue:
    """A catalogue of articles that have days and nothing else; they came in in this order."""
    keys = range(1, len(days) + 1)
    moments = sorted((day or "", key) for day, key in zip(days, keys, strict=True))
    ordinals = (0 if not day else np.datetime64(day[:10], "D").astype(int) + 719163 for day in days)
    return replace(
        nothing(),
        keys=numbers(keys),
        dated=days,
        days=numbers(int(each) for each in ordinals),
        present=np.ones(len(days), np.bool_),
        moments=tuple(moments),
        in_time=numbers(key - 1 for _, key in moments),
    )


def bars(catalogue: Catalogue, **asked: Any) -> Spread:
    with closing(sqlite3.connect(":memory:")) as connection:
        return spread(Fitting(connection, catalogue, filters(**asked)))


def ids(page: News) -> list[str]:
    return [card.id for card in page.cards]


def facet(page: News, name: str) -> dict[str, int]:
    return {value.value: value.count for each in page.facets if each.name == name for value in each.values}


# Columns


def test_a_packed_mask_is_the_mask_again_at_any_length() -> None:
    for length in (0, 1, 7, 8, 9, 1000):
        mask = np.arange(length) % 3 == 0
        assert Packed.of(mask).mask().tolist() == mask.tolist()


def test_codes_stay_as_values_come() -> None:
    codes = Codes(["b", "a", "b"])
    assert codes.of(["c", "b", None]).tolist() == [2, 0, 3]
    assert (codes.values, codes.get("a"), codes.get("z"), codes.get(None)) == (["b", "a", "c", None], 1, -1, 3)


def test_a_renewed_column_forgets_rows_that_are_out_and_keeps_its_codes() -> None:
    column = Column.empty().renewed(np.zeros(0, np.bool_), numbers([0, 1, 1]), ["x", "y", "x"])
    later = column.renewed(np.array([False, True]), numbers([1]), ["z"])
    assert (later.rows.tolist(), later.codes.tolist(), later.of.values) == ([0, 1], [0, 2], ["x", "y", "z"])
    assert later.counts(np.array([True, True])).tolist() == [1, 0, 1]
    assert later.counts(np.array([False, False])).tolist() == [0, 0, 0]
    assert column.counts(np.array([True, True])).tolist() == [2, 1, 0]


@pytest.mark.parametrize("few", [0, 1 << 24])
def test_a_pair_that_stands_there_twice_counts_once_by_either_way(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.desk.asking.news.columns.FEW", few)
    found = counts_once(numbers([0, 0, 1, 2, 2]), numbers([1, 1, 1, 0, 1]), 3, 4)
    assert found.tolist() == [1, 3, 0, 0]
    assert counts_once(numbers(), numbers(), 3, 2).tolist() == [0, 0]


# Catalogues


def test_the_catalogue_of_nothing_finds_nothing() -> None:
    empty = nothing()
    assert (empty.newest, empty.rows_of(numbers([1, 2])).tolist(), empty.between("2031", None).tolist()) == (0, [], [])


def test_rows_of_keys_that_are_not_there_are_left_out() -> None:
    catalogue = replace(dated("2031-01-01", "2031-01-02"), keys=numbers([3, 9]))
    assert catalogue.rows_of(numbers([9, 1, 3, 5, 10])).tolist() == [1, 0]
    assert catalogue.newest == 9


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        (None, None, [True, True, True, True]),
        ("2031", None, [False, True, True, True]),
        ("2031-01-02", None, [False, False, True, True]),
        ("2031-01-02T12:00", None, [False, False, False, True]),
        (None, "2031-01-01", [False, True, False, False]),
        (None, "2031-01-02T06:00", [False, True, True, False]),
        ("2031-01-01", "2031-01-01", [False, True, False, False]),
        ("2032", "2033", [False] * 4),
        (None, "2030", [False] * 4),
    ],
)
def test_days_bound_the_articles_that_have_one(since: str | None, until: str | None, found: list[bool]) -> None:
    catalogue = dated(None, "2031-01-01T23:59+02:00", "2031-01-02T06:00", "2031-01-03")
    read = filters(since=since, until=until)
    assert catalogue.between(read.since, read.until).tolist() == found


def reread(desk: sqlite3.Connection, story: Story, key: int) -> None:
    desk.execute("BEGIN")
    ArticleWriter(desk, 1).replace(rows_of(story.record), key)
    desk.execute("COMMIT")


def save(desk: sqlite3.Connection, story: Story) -> None:
    desk.execute("BEGIN")
    ArticleWriter(desk, 1).save(rows_of(story.record), story.record.article.id.encode().ljust(16))
    desk.execute("COMMIT")


def retold(name: str, kind: str, body: bool = True) -> Story:
    """The last report of talks in as many facts, or one fewer, and another event."""
    text = "Talks 5 in Lund. Ana Brek met the Harbour Union in Lund for talks number 5."
    story = Story(name, text, "2031-03-15", outlet="Varde Radio")
    lund, brek = story.place("in Lund for", name="Lund", **LUND), story.person("Ana Brek")
    if body:
        story.body("Harbour Union")
    story.event(kind, "met", actors=(brek,), where=(lund,))
    return story


def types(desk: sqlite3.Connection, catalogue: Catalogue) -> dict[str, int]:
    return facet(news(desk, catalogue), "type")


@pytest.mark.parametrize("body", [True, False])
def test_the_last_article_read_anew_in_as_many_facts_is_seen(desk: sqlite3.Connection, body: bool) -> None:
    before = renewed(desk, nothing())
    reread(desk, retold("talks-5", "PROTEST", body), 8)
    after = renewed(desk, before)
    assert types(desk, after) == types(desk, renewed(desk, nothing())) == {"CONSULT": 4, "PROTEST": 2, "ASSAULT": 1}


def test_another_article_in_the_place_of_the_last_one_is_seen(desk: sqlite3.Connection) -> None:
    before = renewed(desk, nothing())
    remove_article(desk, 8)
    save(desk, retold("other", "PROTEST"))
    assert desk.execute("SELECT key FROM articles WHERE id = 'other'").fetchone() == (8,)
    assert types(desk, renewed(desk, before))["PROTEST"] == 2


def test_a_shorter_last_article_is_seen_also_behind_a_new_one(desk: sqlite3.Connection) -> None:
    before = renewed(desk, nothing())
    reread(desk, retold("talks-5", "PROTEST", body=False), 8)
    save(desk, talks(9, "2031-01-01"))
    assert types(desk, renewed(desk, before)) == {"CONSULT": 5, "PROTEST": 2, "ASSAULT": 1}


def test_a_renewal_without_a_change_changes_nothing(desk: sqlite3.Connection) -> None:
    before = renewed(desk, nothing())
    after = renewed(desk, renewed(desk, before))
    assert types(desk, after) == types(desk, before) and after.version == before.version + 2
    assert after.events.facts.size == before.events.facts.size and after.people.rows.size == before.people.rows.size


def test_a_desk_that_is_emptied_has_an_empty_catalogue(desk: sqlite3.Connection) -> None:
    before = renewed(desk, nothing())
    for (key,) in desk.execute("SELECT key FROM articles").fetchall():
        remove_article(desk, key)
    after = renewed(desk, before)
    page = news(desk, after)
    assert (page.total, page.cards, page.spread) == (0, (), Spread())
    assert not after.present.any() and not after.events.rows.size and not after.killed.rows.size
    assert not any(each.values for each in page.facets)


def test_an_event_in_two_countries_counts_once_for_its_type_and_status(tmp_path: Path) -> None:
    story = Story("bridge", "Clash at the bridge. They fought from Lund to Varde over the bridge.")
    lund, varde = story.place("Lund", **LUND), story.place("Varde", **VARDE)
    story.event("ASSAULT", "fought", where=(lund, varde))
    with closing(shelved(tmp_path, story)) as desk:
        page = news(desk, renewed(desk, nothing()), type="ASSAULT")
    assert (facet(page, "type"), facet(page, "status")) == ({"ASSAULT": 1}, {"asserted": 1})
    assert facet(page, "country") == {"DNK": 1, "SWE": 1}


def test_a_count_of_none_killed_is_no_death(tmp_path: Path) -> None:
    story = Story("lucky", "Fire at the mill. The fire killed nobody and hurt at most three.")
    fire = story.event("ACCIDENT", "fire killed")
    story.harm("nobody", effect="killed", low=0, high=0, best=0, event=fire.id)
    story.harm("at most three", effect="killed", high=3)
    with closing(shelved(tmp_path, story)) as desk:
        page = news(desk, renewed(desk, nothing()), min_killed=1)
        assert page.total == 0 and page.without == {"min_killed": 1}


# Bars


def test_days_behind_the_last_bar_are_not_within_it() -> None:
    found = bars(dated(*(f"2031-03-{day}" for day in range(11, 19))), since="2031-03-14", until="2031-03-14")
    assert [(bar.since[-2:], bar.count) for bar in found.bars] == [("13", 1), ("14", 1), ("15", 1)]
    assert (found.before, found.after, found.beyond) == (2, 3, True)


@pytest.mark.parametrize("since", ["2031", "2031-02", "2031-02-10", "2031-02-10T06:00"])
@pytest.mark.parametrize("until", ["2031-02-10", "2031-02", "2031-03-31T10:00", "2031"])
def test_each_dated_article_is_in_a_bar_or_beside_them(since: str, until: str) -> None:
    days = [
        f"{year}-{month:02}-{day:02}" for year in (2030, 2031, 2032) for month in (1, 2, 3, 12) for day in (1, 10, 28)
    ]
    found = bars(dated(*days, None, None), since=since, until=until)
    assert sum(bar.count for bar in found.bars) + found.before + found.after == len(days)
    assert found.undated == 2 and found.beyond == bool(found.before or found.after)


def test_bars_follow_each_other_without_a_gap() -> None:
    for days in (
        ("2031-01-31", "2031-03-01"),
        ("2031-01-01", "2031-12-31"),
        ("2028-02-29", "2031-12-31"),
        ("1902-05-05", "2031-01-01"),
    ):
        found = bars(dated(*days)).bars
        ends = [np.datetime64(bar.until) + 1 for bar in found]
        assert [str(each) for each in ends[:-1]] == [bar.since for bar in found[1:]]
        assert found[0].since <= days[0] and days[1] <= found[-1].until


def test_only_what_has_no_day_makes_no_bar() -> None:
    assert bars(dated(None, None)) == Spread(undated=2)
    assert bars(dated()) == Spread()


def test_a_day_after_all_calendars_counts_as_none() -> None:
    found = bars(dated("2031-01-01", "9999-12-31"))
    assert (len(found.bars), found.undated, found.after) == (1, 1, 0)


def test_of_very_many_years_the_last_are_shown() -> None:
    found = bars(
        dated("1700-01-01", "1750-01-01", "1800-01-01", "1850-01-01", "1900-01-01", "1950-01-01", "2000-01-01")
    )
    assert (found.unit, len(found.bars), found.bars[-1].since, found.before) == ("year", MOST, "2000-01-01", 4)
    assert sum(bar.count for bar in found.bars) == 3


def test_bars_say_what_else_there_would_be_at_other_times() -> None:
    catalogue = dated("2031-03-01", "2031-03-02", "2031-03-03")
    assert [bar.count for bar in bars(catalogue, since="2031-03-02", until="2031-03-02").bars] == [1, 1, 1]
    assert [bar.count for bar in bars(catalogue, since="2040").bars] == [1, 1, 1]


# Pages


def card(key: int, day: str | None, story: str | None = None) -> Card:
    told = StoryTold(story, story, 2, 2) if story else None
    return Card(
        key=key, id=f"a{key}", version="1", headline=None, deck=None, dateline=None, outlet=None, published=None,
        dated=day, language=None, status="usable", snippet="", story=told,
    )  # fmt: skip


def grouped(*cards: Card) -> list[tuple[str | None, list[list[int]]]]:
    return [(day.day, [[each.key for each in story.cards] for story in day.stories]) for day in by_day(cards)]


def test_no_cards_make_no_day() -> None:
    assert by_day([]) == ()


def test_a_day_is_that_of_the_articles_own_place() -> None:
    assert grouped(card(2, "2031-04-02T00:10+13:00"), card(1, "2031-04-01T23:50-11:00")) == [
        ("2031-04-02", [[2]]), ("2031-04-01", [[1]])
    ]  # fmt: skip


def test_articles_without_a_story_stand_alone_also_side_by_side() -> None:
    assert grouped(card(3, None), card(2, None), card(1, "")) == [(None, [[3], [2], [1]])]


def test_one_story_on_two_days_stands_under_both() -> None:
    cards = (
        card(4, "2031-04-02", "mill"),
        card(3, "2031-04-02"),
        card(2, "2031-04-02", "mill"),
        card(1, "2031-04-01", "mill"),
    )
    assert grouped(*cards) == [("2031-04-02", [[4, 2], [3]]), ("2031-04-01", [[1]])]


def test_articles_of_one_moment_are_paged_through_once_each(tmp_path: Path) -> None:
    stories = [Story(f"s{at}", f"Post {at}. Nothing.", day) for at, day in enumerate(["2031-01-01"] * 4 + [None] * 3)]
    with closing(shelved(tmp_path, *stories)) as desk:
        catalogue = renewed(desk, nothing())
        found, page = [], news(desk, catalogue, limit=2)
        found += ids(page)
        while page.older:
            page = news(desk, catalogue, limit=2, before=page.older)
            found += ids(page)
        assert found == ["s3", "s2", "s1", "s0", "s6", "s5", "s4"]
        assert (page.older, page.newer) == (None, "2031-01-01~1")
        assert ids(news(desk, catalogue, limit=2, before=page.newer)) == ["s6", "s5"]


def test_a_page_behind_the_last_one_is_empty_and_says_how_many_there_are(desk: sqlite3.Connection) -> None:
    catalogue = renewed(desk, nothing())
    for page in (
        news(desk, catalogue, offset=8),
        news(desk, catalogue, offset=2_000_000),
        news(desk, catalogue, before="~1"),
    ):
        assert (page.cards, page.total, page.older, page.without) == ((), 8, None, {})
    assert len(news(desk, catalogue, limit=None).cards) == 8


def test_nothing_is_newer_than_the_newest(desk: sqlite3.Connection) -> None:
    catalogue = renewed(desk, nothing())
    page = news(desk, catalogue, after=catalogue.newest)
    assert (page.cards, page.total, page.facets, page.spread, page.without) == ((), 0, (), Spread(), {})
    assert news(desk, catalogue, after="").total == news(desk, catalogue, before="").total == 8


def test_a_right_to_left_outlet_and_headline_come_through_as_they_are(tmp_path: Path) -> None:
    story = Story("rtl", "אסון בטחנה. איש לא נפגע.", "2031-01-01", outlet="קול הנמל")
    with closing(shelved(tmp_path, story, raid())) as desk:
        page = news(desk, renewed(desk, nothing()), "טחנה OR בטחנה", outlet="קול הנמל")
    assert [(each.headline, each.outlet) for each in page.cards] == [("אסון בטחנה", "קול הנמל")]
    assert [value.label for value in page.facets[4].values if value.chosen] == ["קול הנמל"]


def test_capitals_beyond_ascii_make_another_outlet(tmp_path: Path) -> None:
    outlets = ("Ärla Post", "ÄRLA POST", "ärla post")
    stories = [Story(f"s{at}", f"Post {at}. Nothing.", outlet=outlet) for at, outlet in enumerate(outlets)]
    with closing(shelved(tmp_path, *stories)) as desk:
        catalogue = renewed(desk, nothing())
        counted = facet(news(desk, catalogue), "outlet")
        assert sorted(counted.values()) == [1, 2]
        assert all(news(desk, catalogue, outlet=each).total == many for each, many in counted.items())


def test_a_filter_asked_twice_of_one_moment_is_remembered_and_forgotten_with_it(desk: sqlite3.Connection) -> None:
    catalogue = renewed(desk, nothing())
    asked = Filters(person="Ana Brek")
    first = Fitting(desk, catalogue, asked).mask()
    assert ("articles", asked) in catalogue.masks
    assert Fitting(desk, catalogue, asked).mask().tolist() == first.tolist()
    assert renewed(desk, catalogue).masks == {}


def test_an_article_taken_out_since_is_missing_from_the_page_but_not_from_its_total(desk: sqlite3.Connection) -> None:
    catalogue = renewed(desk, nothing())
    remove_article(desk, 2)
    page = news(desk, catalogue, limit=2)
    assert (ids(page), page.total) == (["raid"], 8)
    assert (ids(news(desk, renewed(desk, catalogue), limit=2)), news(desk, renewed(desk, catalogue)).total) == (
        ["raid", "talks-5"], 7
    )  # fmt: skip
