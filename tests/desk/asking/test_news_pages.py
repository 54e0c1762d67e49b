"""Pages of news: their order, how one goes from one to the next, what came in since, and how they spread over time."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pressroom import pressroom, talks
from put_together import newsdesk
from shelf import Story, shelved

import dateline
from dateline.desk.asking.news.catalogue import Catalogue, nothing
from dateline.desk.asking.news.cataloguing import renewed
from dateline.desk.asking.news.news import News, by_day, news
from dateline.desk.asking.news.spread import Bar, Spread
from dateline.desk.saving.rows import rows_of
from dateline.desk.saving.writing import ArticleWriter
from dateline.errors import BadQuestion


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(pressroom(tmp_path)) as connection:
        yield connection


def ids(page: News) -> list[str]:
    return [card.id for card in page.cards]


def add(desk: sqlite3.Connection, story: Story) -> None:
    desk.execute("BEGIN")
    ArticleWriter(desk, 1).save(rows_of(story.record), story.record.article.id.encode().ljust(16))
    desk.execute("COMMIT")


def pages(desk: sqlite3.Connection, catalogue: Catalogue) -> list[News]:
    found = [news(desk, catalogue, limit=3)]
    while found[-1].older is not None:
        found.append(news(desk, catalogue, limit="3", before=found[-1].older))
    return found


def test_newest_first_a_page_at_a_time_and_back(desk: sqlite3.Connection) -> None:
    catalogue = renewed(desk, nothing())
    found = pages(desk, catalogue)
    assert [ids(page) for page in found] == [
        ["march", "raid", "talks-5"],
        ["talks-4", "talks-3", "talks-2"],
        ["talks-1", "quiet"],
    ]
    assert [page.total for page in found] == [8, 8, 8]
    assert found[0].newer is None and found[1].newer == ""
    assert ids(news(desk, catalogue, limit=3, before=found[2].newer)) == ids(found[1])


def test_what_comes_in_moves_no_page(desk: sqlite3.Connection) -> None:
    before = renewed(desk, nothing())
    first = news(desk, before, limit=3)
    add(desk, talks(9, "2031-05-01"))
    after = renewed(desk, before)
    assert ids(news(desk, after, limit=3, before=first.older)) == ["talks-4", "talks-3", "talks-2"]
    assert ids(news(desk, after, limit=3)) == ["talks-9", "march", "raid"]


def test_what_has_come_in_since(desk: sqlite3.Connection) -> None:
    catalogue = renewed(desk, nothing())
    newest = news(desk, catalogue).newest
    assert ids(news(desk, catalogue, after=newest)) == []
    add(desk, talks(8, "2031-03-01"))
    add(desk, talks(9, "2031-05-01"))
    late = renewed(desk, catalogue)
    assert ids(news(desk, late, after=str(newest))) == ["talks-9", "talks-8"]
    assert ids(news(desk, late, "9", after=newest)) == ["talks-9"]
    assert news(desk, late, type="ASSAULT", after=newest).total == 0


def test_of_an_empty_desk_everything_is_new(tmp_path: Path) -> None:
    with closing(shelved(tmp_path)) as desk:
        empty = news(desk, renewed(desk, nothing()))
        assert (empty.total, empty.newest, empty.cards, empty.spread) == (0, 0, (), Spread())
        assert [each.values for each in empty.facets] == [()] * 7
        add(desk, talks(1, "2031-03-01"))
        assert ids(news(desk, renewed(desk, nothing()), after=empty.newest)) == ["talks-1"]


def test_a_page_that_begins_nowhere(desk: sqlite3.Connection) -> None:
    for given in ("yesterday", "2031~", "~-1", "~" + "9" * 40):
        with pytest.raises(BadQuestion, match="take it from another page"):
            news(desk, renewed(desk, nothing()), before=given)


def test_those_that_fit_best_first(desk: sqlite3.Connection) -> None:
    page = news(desk, renewed(desk, nothing()), "march OR mill", limit=2)
    assert page.ranked and (ids(page), page.total, page.older) == (["march", "quiet"], 3, None)
    assert ids(news(desk, renewed(desk, nothing()), "march OR mill", limit=2, offset=2)) == ["raid"]
    card = page.cards[0]
    assert "March" in [card.snippet[start:end] for start, end in card.marks]


def test_days_are_the_articles_also_where_events_are_asked_for(desk: sqlite3.Connection) -> None:
    catalogue = renewed(desk, nothing())
    assert ids(news(desk, catalogue, type="CONSULT", since="2031-03-12", until="2031-03-13")) == ["talks-3", "talks-2"]
    assert ids(news(desk, catalogue, since="2031-04")) == ["march", "raid"]
    assert "quiet" not in ids(news(desk, catalogue, until="2031"))


def test_what_was_taken_out_a_moment_ago_is_not_shown(desk: sqlite3.Connection) -> None:
    catalogue = renewed(desk, nothing())
    desk.execute("DELETE FROM articles WHERE id = 'march'")
    assert ids(news(desk, catalogue, limit=3)) == ["raid", "talks-5"]


def test_a_bar_for_each_day(desk: sqlite3.Connection) -> None:
    found = news(desk, renewed(desk, nothing()), type="ASSAULT").spread
    assert found == Spread("day", (Bar("2031-04-02", "2031-04-02", 1),))
    found = news(desk, renewed(desk, nothing())).spread
    assert (found.unit, len(found.bars), found.undated, found.beyond) == ("day", 23, 1, False)
    assert [bar.count for bar in found.bars[:6]] == [1, 1, 1, 1, 1, 0] and found.bars[-1].count == 2


def test_bars_around_the_days_that_are_asked_for(desk: sqlite3.Connection) -> None:
    found = news(desk, renewed(desk, nothing()), since="2031-03-13", until="2031-03-14").spread
    assert [(bar.since, bar.count) for bar in found.bars] == [
        ("2031-03-11", 1), ("2031-03-12", 1), ("2031-03-13", 1), ("2031-03-14", 1), ("2031-03-15", 1), ("2031-03-16", 0)
    ]  # fmt: skip
    assert found.beyond


@pytest.mark.parametrize(
    ("last", "unit", "bars"),
    [("2031-02-01", "day", 32), ("2031-12-31", "week", 53), ("2035-06-01", "month", 54), ("2090-01-01", "year", 60)],
)
def test_what_a_bar_stands_for(tmp_path: Path, last: str, unit: str, bars: int) -> None:
    stories = [Story("first", "One. Two.", "2031-01-01"), Story("last", "Three. Four.", last)]
    with closing(shelved(tmp_path, *stories)) as desk:
        found = news(desk, renewed(desk, nothing())).spread
    assert (found.unit, len(found.bars), sum(bar.count for bar in found.bars)) == (unit, bars, 2)


@pytest.mark.parametrize("asked", [{"since": "9999"}, {"until": "0001"}, {"since": "0001", "until": "9999-12"}])
def test_bars_at_the_ends_of_time(desk: sqlite3.Connection, asked: dict[str, str]) -> None:
    assert sum(bar.count for bar in news(desk, renewed(desk, nothing()), **asked).spread.bars) == 7


def test_what_a_card_tells(tmp_path: Path) -> None:
    with closing(newsdesk(tmp_path)) as desk:
        page = news(desk, renewed(desk, nothing()))
    cards = {card.id: card for card in page.cards}
    first, copied, march = cards["first"], cards["copied"], cards["march"]
    assert (first.killed_low, first.killed_high, first.events, first.outlet) == (7, 7, ("ASSAULT",), "The Lund Post")
    assert first.story and (first.story.id, first.story.articles, first.story.independent) == ("story-mill", 4, 3)
    assert first.copies == 1 and first.copy_of is None
    assert copied.copy_of and (copied.copy_of.article, copied.copy_of.outlet, copied.copy_of.how) == (
        "first", "The Lund Post", "exact"
    )  # fmt: skip
    (mill,) = first.incidents
    assert (mill.id, mill.articles, mill.independent) == ("incident-mill", 3, 2)
    assert (mill.disagreements, mill.denied) == (("The police say 7, the hospital 9.",), False)
    assert [each.denied for each in march.incidents] == [True]


def test_the_news_of_a_day_is_grouped_by_story(tmp_path: Path) -> None:
    with closing(newsdesk(tmp_path)) as desk:
        days = by_day(news(desk, renewed(desk, nothing())).cards)
    assert [day.day for day in days] == ["2031-04-20", "2031-04-03", "2031-04-02", "2031-04-01"]
    (mill,) = days[-1].stories
    assert mill.story and mill.story.id == "story-mill"
    assert [card.id for card in mill.cards] == ["copied", "first"]


def test_a_desk_gives_its_news(desk: sqlite3.Connection, tmp_path: Path) -> None:
    with dateline.open(tmp_path / "news.db") as opened:
        assert ids(opened.news("raid", type="ASSAULT", limit="")) == ["raid"]


def test_what_to_take_away_where_nothing_fits(desk: sqlite3.Connection) -> None:
    catalogue = renewed(desk, nothing())
    page = news(desk, catalogue, "mill", type="ASSAULT", country="DNK", since="2031", place="Lund, Sweden")
    assert page.total == 0 and page.without == {"country": 1}
    assert news(desk, catalogue, outlet="Calm Times", since="2031-05").without == {"since": 2}
    assert news(desk, catalogue, "zebra", person="Nobody").without == {}
    assert news(desk, catalogue).without == {}


def test_what_lies_far_off_is_counted_beside_the_bars(tmp_path: Path) -> None:
    days = ["1990-05-01", *(f"2031-{month:02}-10" for month in range(1, 12))]
    with closing(shelved(tmp_path, *(Story(day, "One. Two.", day) for day in days))) as desk:
        catalogue = renewed(desk, nothing())
        found = news(desk, catalogue).spread
        assert (found.unit, len(found.bars), found.before, found.after) == ("week", 45, 1, 0) and found.beyond
        assert sum(bar.count for bar in found.bars) == 11
        early = news(desk, catalogue, until="1990").spread
        assert sum(bar.count for bar in early.bars) == 1 and early.after == 11


def test_many_far_off_stay_within_the_bars(tmp_path: Path) -> None:
    days = ["1990-05-01", "1990-05-02", *(f"2031-{month:02}-10" for month in range(1, 12))]
    with closing(shelved(tmp_path, *(Story(day, "One. Two.", day) for day in days))) as desk:
        found = news(desk, renewed(desk, nothing())).spread
    assert (found.unit, found.before, found.beyond) == ("year", 0, False)
