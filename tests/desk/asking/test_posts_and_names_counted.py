"""Profiles at their edges: no day, intervals that only touch, terms that may be one, articles counted once."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from shelf import Story, shelved

from dateline.desk.asking.profiles.company import company_of
from dateline.desk.asking.profiles.coverage import Coverage, Page, citations_of, coverage_of
from dateline.desk.asking.profiles.intervals import Interval, common
from dateline.desk.asking.profiles.names_known import names_known
from dateline.desk.asking.profiles.place import place
from dateline.desk.asking.profiles.profile import Profile, profile
from dateline.desk.asking.profiles.tenures import SHOWN, State, Tenure
from dateline.errors import BadQuestion, NotInDesk

YEAR, MARCH = Interval("2031-01-01", "2031-12-31", "year"), Interval("2031-03-01", "2031-03-31", "month")


def test_intervals_that_touch_in_one_day_have_that_day() -> None:
    first, second = Interval("2031-01-01", "2031-03-01", "month"), Interval("2031-03-01", "2031-05-01", "month")
    assert common([first, second]) == Interval("2031-03-01", "2031-03-01", "month")
    assert common([first, Interval("2031-03-02", "2031-03-02", "day")]) is None


def test_an_end_told_to_the_month_is_that_whole_month() -> None:
    month = Interval("2031-05", "2031-05", "month")
    day = Interval("2031-05-31T22:00", "2031-05-31T23:00", "minute")
    assert common([month, day]) == common([day, month]) == day
    assert common([month, Interval("2031-06-01", "2031-06-01", "day")]) is None
    assert common([month, month]) == month


def test_three_intervals_may_fit_two_by_two_and_not_together() -> None:
    days = [
        Interval("2031-01-01", "2031-01-05"),
        Interval("2031-01-04", "2031-01-09"),
        Interval("2031-01-08", "2031-01-12"),
    ]
    assert common(days[:2]) and common(days[1:])
    assert common(days) is None


def test_the_precision_of_what_is_common_is_that_of_the_narrowest() -> None:
    for told in ([YEAR, MARCH, YEAR], [MARCH, YEAR], [YEAR, YEAR, MARCH]):
        assert common(told) == MARCH
    assert common([YEAR]) == YEAR


def test_a_page_behind_the_last_row_is_empty() -> None:
    assert list(Page(2, 2).of([1, 2, 3])) == [3]
    assert list(Page(9, 2).of([1, 2, 3])) == []
    assert list(Page(0, 0).of([1, 2, 3])) == []


def test_an_article_without_a_day_comes_last_and_is_no_first_day() -> None:
    mixed = Coverage(days={3: "2031-05-01", 2: "2031-04-01", 1: None}, texts={3: 1, 2: 1, 1: 1})
    assert (mixed.first, mixed.last) == ("2031-04-01", "2031-05-01")
    assert mixed.latest([(10, 1), (20, 2), (31, 3), (30, 3)]) == [30, 31, 20, 10]
    assert Coverage(days={}, texts={}).first is Coverage(days={}, texts={}).last is None
    assert mixed.latest([]) == []


def plain(name: str, day: str | None, text: str = "Ana Brek swam.") -> Story:
    story = Story(name, text, day)
    story.person("Ana Brek", "DNK", "GOV")
    return story


def test_copies_are_one_text_of_which_the_one_that_came_in_first_counts(tmp_path: Path) -> None:
    with closing(shelved(tmp_path, plain("a", "2031-05-01"), plain("b", None), plain("c", "2031-04-01"))) as desk:
        coverage = coverage_of(desk, [1, 2, 3])
        assert list(coverage.days.items()) == [(1, "2031-05-01"), (3, "2031-04-01"), (2, None)]
        assert coverage.texts == {1: 3}
        assert coverage_of(desk, [3, 2]).texts == {2: 2}
        assert coverage_of(desk, []) == Coverage(days={}, texts={}) == coverage_of(desk, [99])


def test_a_moment_of_publication_is_told_by_its_day(tmp_path: Path) -> None:
    with closing(shelved(tmp_path, plain("a", "2031-05-01T23:30:00"), plain("b", None))) as desk:
        keys = [key for (key,) in desk.execute("SELECT fact FROM people ORDER BY fact")]
        cited = citations_of(desk, [*keys, *keys, 12345])
        assert [cited[key].day for key in keys] == ["2031-05-01", None]
        assert len(cited) == 2


def mayor(name: str, day: str | None, state: State, term: tuple[str, str] | None = None, times: int = 1) -> Story:
    """Ana Brek is, was, or will be mayor of Varde, told once or more."""
    span = f", from {term[0]} to {term[1]}," if term else ""
    posts = "; ".join(f"mayor{'!' * number}" for number in range(1, times + 1))
    story = Story(name, f"{name}. Ana Brek{span} {posts}.", day)
    brek = story.person("Ana Brek", "DNK", "GOV")
    time = story.moment(span.strip(", "), f"{term[0]}-01-01", f"{term[1]}-12-31", "year").id if term else None
    for number in range(1, times + 1):
        fact = story.post(brek, f"mayor{'!' * number}", state=state, since=time, until=time)
        assert fact.id
    return story


def posts(folder: Path, *stories: Story) -> tuple[Tenure, ...]:
    with closing(shelved(folder, *stories)) as desk:
        return profile(desk, "Ana Brek").posts


def test_an_article_that_tells_a_post_twice_counts_once(tmp_path: Path) -> None:
    story = Story("a", "Ana Brek, the mayor, swam. The mayor said so.")
    brek = story.person("Ana Brek", "DNK", "GOV")
    story.post(brek, "mayor")
    story.add(story.record.of("role")[0].value, "The mayor")
    (post,) = posts(tmp_path, story)
    assert (post.articles, {each.article for each in post.sources}) == (1, {"a"})


def test_a_post_told_on_no_day_at_all_has_no_day(tmp_path: Path) -> None:
    (post,) = posts(tmp_path, mayor("a", None, "current"))
    assert (post.held_first, post.held_last, post.over_by, post.first, post.last) == (None,) * 5
    assert (post.state, post.since, post.until, post.note) == ("current", None, None, None)
    assert post.sources[0].day is None


def test_a_post_of_the_future_is_neither_held_nor_over(tmp_path: Path) -> None:
    (post,) = posts(tmp_path, mayor("a", "2031-05-01", "future"))
    assert (post.state, post.held_first, post.over_by, post.first) == ("future", None, None, "2031-05-01")


def test_over_and_held_on_one_day_fit(tmp_path: Path) -> None:
    (post,) = posts(tmp_path, mayor("a", "2031-05-01", "current"), mayor("b", "2031-05-01", "former"))
    assert (post.held_last, post.over_by, post.note) == ("2031-05-01", "2031-05-01", None)


def test_of_many_sources_the_first_and_the_latest_are_named(tmp_path: Path) -> None:
    (post,) = posts(tmp_path, *(mayor(f"a{day}", f"2031-05-{day:02}", "current") for day in range(1, 10)))
    assert post.articles == 9
    assert [each.article for each in post.sources] == ["a1", "a2", "a3", "a7", "a8", "a9"]
    assert len(post.sources) == SHOWN


def test_a_telling_without_dates_goes_with_the_only_term_there_is(tmp_path: Path) -> None:
    (post,) = posts(tmp_path, mayor("a", "2031-05-01", "former", ("2001", "2004")), mayor("b", "2031-06-01", "former"))
    assert post.articles == 2
    assert post.since == Interval("2001-01-01", "2001-12-31", "year")


def test_what_is_held_now_comes_before_what_is_to_come_and_what_is_over(tmp_path: Path) -> None:
    story = Story("a", "Ana Brek, judge, once clerk, first guard, envoy to be.")
    brek = story.person("Ana Brek", "DNK", "GOV")
    for title, state in (("clerk", "former"), ("envoy", "future"), ("judge", "current")):
        story.post(brek, title, state=state)
    assert [post.title for post in posts(tmp_path, story)] == ["judge", "envoy", "clerk"]


def test_dots_capitals_and_lines_make_no_other_post_and_the_most_told_title_is_shown(tmp_path: Path) -> None:
    stories = []
    for name, title in (("a", "Gen. Secretary"), ("b", "gen secretary"), ("c", "gen\nsecretary")):
        story = Story(name, f"{name}: Ana Brek, {title}, swam.")
        story.post(story.person("Ana Brek", "DNK", "GOV"), title)
        stories.append(story)
    (post,) = posts(tmp_path, *stories)
    assert (post.title, post.articles) == ("gen secretary", 3)


def met_twice(name: str, day: str) -> Story:
    """One article in which the same person is two facts."""
    story = Story(name, f"{name}: Ana Brek swam. Later Ms Ana Brek slept.", day)
    story.person("Ana Brek", "DNK", "GOV")
    story.add(story.record.of("person")[0].value, "Ms Ana Brek")
    return story


def one_identity(desk: sqlite3.Connection) -> Profile:
    """All facts of people as one identity."""
    (key,) = desk.execute("SELECT identity FROM identity_facts JOIN people USING (fact)").fetchone()
    desk.execute(
        "INSERT OR REPLACE INTO identity_facts (fact, identity, score) SELECT fact, ?, 1.0 FROM people", (key,)
    )
    return profile(desk, "Ana Brek")


def test_an_article_with_two_facts_of_one_person_counts_once(tmp_path: Path) -> None:
    with closing(shelved(tmp_path, met_twice("a", "2031-05-01"), met_twice("b", "2031-05-02"))) as desk:
        brek = one_identity(desk)
        assert len(desk.execute("SELECT fact FROM people").fetchall()) == 4
    assert (brek.articles, [each.articles for each in brek.names]) == (2, [2])
    assert (brek.countries, brek.sectors) == ({"DNK": 2}, {"GOV": 2})


def test_the_company_of_nobody_counts_articles_and_not_facts(tmp_path: Path) -> None:
    with closing(shelved(tmp_path, met_twice("a", "2031-05-01"))) as desk:
        one_identity(desk)
        alone = company_of(desk, [1], None)
        assert [(each.name, each.articles) for each in alone.named] == [("Ana Brek", 1)]
        assert (alone.ties, company_of(desk, [1], None, ()).named) == ((), ())
        assert company_of(desk, [77], None).counted == 1


@pytest.mark.parametrize("name", ["", " ", "%", "*", '"', "' OR 1=1 --", "ana\0brek", "\ud800", "آنا", "x" * 301, "-"])
def test_an_empty_desk_and_an_odd_name_know_nobody(tmp_path: Path, name: str) -> None:
    with closing(shelved(tmp_path)) as desk:
        for ask in (profile, place):
            with pytest.raises(NotInDesk):
                ask(desk, name)
    (tmp_path / "more").mkdir()
    with closing(shelved(tmp_path / "more", plain("a", "2031-05-01"))) as desk, pytest.raises(NotInDesk):
        profile(desk, name)


def town(name: str, **cells: object) -> Story:
    story = Story(name, f"{name}: it rained in Quellby.")
    story.place("Quellby", **{"precision": "unresolved", **cells})
    return story


def test_a_place_that_no_map_knows_says_so(tmp_path: Path) -> None:
    with closing(shelved(tmp_path, town("a"), town("b"))) as desk:
        quellby = place(desk, "Quellby")
    assert (quellby.articles, quellby.within, quellby.incidents.total) == (2, None, 0)
    assert all(each.lat is None for each in quellby.placings)
    assert any("where it lies is not known" in note for note in quellby.notes)


def test_articles_that_place_a_town_apart_are_both_told_the_known_point_first(tmp_path: Path) -> None:
    point = {"geonames": 9, "lat": 0.0, "lon": 0.0, "country": "DNK", "feature": "PPL", "precision": "exact"}
    with closing(shelved(tmp_path, town("a"), town("b"), town("c", **point))) as desk:
        desk.execute(
            "INSERT OR REPLACE INTO identity_facts (fact, identity, score) "
            "SELECT fact, (SELECT key FROM identities), 1.0 FROM places"
        )
        quellby = place(desk, "Quellby")
    assert [(each.lat, each.articles) for each in quellby.placings] == [(0.0, 1), (None, 2)]
    assert not any("where it lies" in note for note in quellby.notes), "on the equator is somewhere"


def named(desk: sqlite3.Connection, *asked: str, **more: object) -> list[str]:
    return [row.name for row in names_known(desk, *asked, **more)]  # type: ignore[arg-type]


def test_nobody_is_known_in_an_empty_desk(tmp_path: Path) -> None:
    with closing(shelved(tmp_path)) as desk:
        for asked in (None, "", " ", "Brek", "%"):
            rows = names_known(desk, asked)
            assert (len(rows), rows.total, rows.notes) == (0, 0, ())


def test_names_page_by_page_in_both_orders(tmp_path: Path) -> None:
    stories = []
    for number, people in enumerate((("Ivo Sund", "ana Lund"), ("Ivo Sund", "Bea Quill"), ("Ivo Sund",))):
        story = Story(f"a{number}", f"{number}: {' and '.join(people)} swam.")
        for each in people:
            story.person(each, "DNK")
        stories.append(story)
    with closing(shelved(tmp_path, *stories)) as desk:
        assert named(desk)[0] == "Ivo Sund" and len(named(desk)) == 3
        assert named(desk, order="name") == ["ana Lund", "Bea Quill", "Ivo Sund"]
        assert [name for at in range(4) for name in named(desk, order="name", limit=1, offset=at)] == (
            named(desk, order="name")
        )
        assert (named(desk, kind="place"), named(desk, country="Denmark", limit=None)) == ([], named(desk))
        assert names_known(desk, limit=1, offset=40).total == 3
        assert named(desk, "  ") == named(desk), "a blank name is none"
        for wrong in ({"kind": "river"}, {"order": "age"}, {"limit": 0}, {"offset": -1}):
            with pytest.raises(BadQuestion):
                names_known(desk, **wrong)  # type: ignore[arg-type]
