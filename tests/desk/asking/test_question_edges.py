"""Questions at their edges: days, types, words, circles, names as somebody types them who wants to break things."""

import sqlite3
from contextlib import closing
from datetime import date, datetime
from typing import Any

import pytest

from dateline.annotation.gazetteer import Gazetteer, gazetteer
from dateline.desk.asking.incidents.incidents import NAMES, ORDERS
from dateline.desk.asking.question.days import bounds, since, until
from dateline.desk.asking.question.event_types import TYPES, TypeAsked, read_types
from dateline.desk.asking.question.filters import Filters, filters
from dateline.desk.asking.question.gathered import Gathered, gathered
from dateline.desk.asking.question.meant import country_meant, place_meant, places_meant, shown
from dateline.desk.asking.question.within import HALF_ROUND, Within, boxes, distance, read_within
from dateline.desk.asking.question.words import MOST, read_words
from dateline.errors import BadQuestion
from dateline.settings import load


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return gazetteer(load().gazetteer)


def asked(words: str | None = None, **given: object) -> Gathered:
    return gathered(words, given, NAMES, ORDERS)


# Days


@pytest.mark.parametrize(
    ("given", "today", "day"),
    [
        ("1 year ago", date(2028, 2, 29), "2027-02-28"),
        ("4 years ago", date(2028, 2, 29), "2024-02-29"),
        ("1 month ago", date(2031, 1, 31), "2030-12-31"),
        ("12 months ago", date(2031, 12, 31), "2030-12-31"),
        ("1m", date(2028, 3, 31), "2028-02-29"),
        ("0 days ago", date(2031, 1, 1), "2031-01-01"),
        ("1 day ago", date(2031, 1, 1), "2030-12-31"),
        ("an week ago", date(2031, 1, 8), "2031-01-01"),
        (" NOW ", date(2031, 1, 8), "2031-01-08"),
        ("ONE YEAR AGO", date(2, 5, 5), "0001-05-05"),
    ],
)
def test_ago_over_ends_of_months_and_years(given: str, today: date, day: str) -> None:
    assert since(given, today) == day
    assert until(given, today) == day + "~"


@pytest.mark.parametrize("given", ["yesterdays", "1 year", "ago", "12345 days ago", "1.5 years ago", "-1 days ago",
                                   "7  days ago", "7 days ago today", "3 d ago"])  # fmt: skip
def test_ago_that_is_none(given: str) -> None:
    with pytest.raises(BadQuestion, match="since cannot be"):
        since(given, date(2031, 4, 2))


@pytest.mark.parametrize("given", ["1 year ago", "12m", "53w", "400d"])
def test_nothing_is_before_the_first_day_of_all(given: str) -> None:
    with pytest.raises(BadQuestion, match="since cannot be"):
        since(given, date(1, 1, 1))


@pytest.mark.parametrize("given", ["2031-2-3", "2031-04-", "20310402", "2031-W14-3", "31-04-02", "2031-04-02T",
                                   "2031--1",
                                   "2031-04-02T06:60", "2031-04-02T06:30:60", "2031-04-02T24", "2031-04-02t06", "12031",
                                   "2031-04-02T06:30.5", "2030-02-29", "-2031", "+2031", "2031\n2032"])  # fmt: skip
def test_a_day_that_is_written_otherwise(given: str) -> None:
    with pytest.raises(BadQuestion, match="give a day, a month or a year"):
        since(given)


def test_a_leap_day_is_a_day_in_its_years_alone() -> None:
    assert since("2028-02-29") == "2028-02-29" and since("2000-02-29") == "2000-02-29"
    with pytest.raises(BadQuestion):
        since("1900-02-29")


def test_blanks_around_a_day_do_not_matter() -> None:
    assert since("  2031-04 \n") == "2031-04"


def test_seconds_are_kept_where_they_are_typed() -> None:
    assert since("2031-04-02 063059") == "2031-04-02T06:30:59"
    assert since(datetime(31, 4, 2, 6, 5)) == "0031-04-02T06:05"


def test_one_and_the_same_bound_on_both_sides_holds_that_time() -> None:
    for given in ("2031", "2031-04", "2031-04-02", "2031-04-02T06", "2031-04-02T06:30", date(2031, 4, 2)):
        first, end = bounds(given, given)
        assert first and end and first <= end
        assert first <= "2031-04-02T06:30:10+02:00" <= end


def test_bounds_of_different_length_need_not_be_exchanged() -> None:
    assert bounds("2031-12-31", "2031") == ("2031-12-31", "2031~")
    assert bounds("2031-04-02T23:59", "2031-04-02") == ("2031-04-02T23:59", "2031-04-02~")
    for late, early in (("2031", "2030-12-31"), ("2031-04-02", "2031-03"), ("2031-04-02T06:31", "2031-04-02T06:30")):
        with pytest.raises(BadQuestion, match="exchange the two"):
            bounds(late, early)


def test_empty_bounds_are_none() -> None:
    assert bounds("", None) == bounds(None, "") == (None, None)


# Types


def test_each_type_there_is_can_be_asked_for_in_small_letters() -> None:
    assert read_types(",".join(TYPES).lower()) == [TypeAsked(kind) for kind in TYPES]


def test_blanks_and_empty_pieces_between_types_do_not_matter() -> None:
    assert read_types(" , assault / Beat ,, protest,") == [TypeAsked("ASSAULT", "beat"), TypeAsked("PROTEST")]


@pytest.mark.parametrize(
    ("given", "advice"),
    [
        ("", "there is no event type in ''"),
        ("ASSAULT/", "ASSAULT has no mode ''; its modes are"),
        ("/beat", "no event type is called '/beat'"),
        ("ASSAULT/beat/beat", "has no mode 'beat/beat'"),
        ("ASSAULT PROTEST", "no event type is called 'ASSAULT PROTEST'"),
        ("ACCIDENT/", "ACCIDENT has no modes; give the type alone"),
        ("ASSAULT,KNITTING", "no event type is called 'KNITTING'"),
        ("\u202eTLUASSA", "no event type is called"),
    ],
)
def test_what_is_no_type_is_refused_with_a_way_out(given: str, advice: str) -> None:
    with pytest.raises(BadQuestion, match=advice):
        read_types(given)


def test_a_type_alone_and_with_a_mode_are_two_questions() -> None:
    assert filters(type=["ASSAULT/beat", "ASSAULT", "assault/BEAT"]).type == (
        TypeAsked("ASSAULT", "beat"), TypeAsked("ASSAULT")
    )  # fmt: skip


# Words


def wanted(typed: str) -> str | None:
    return read_words(typed).wanted


@pytest.mark.parametrize("typed", ["mill_" * (MOST + 1), "_".join(f"w{at}" for at in range(MOST + 1)),
                                   " ".join(chr(0xE000 + at) for at in range(MOST + 1)), '"a_b"' * (MOST // 2 + 1),
                                   "-" + "a.b" * MOST + " NOT x"])  # fmt: skip
def test_words_count_as_sqlite_sees_them(typed: str) -> None:
    with pytest.raises(BadQuestion, match=rf"takes {MOST} words, and these are [1-9]\d+; give fewer"):
        read_words(typed)


def test_one_very_long_word_is_one_word() -> None:
    assert wanted("x" * 100_000) == f'"{"x" * 100_000}"'


@pytest.mark.parametrize(
    ("typed", "query", "unwanted"),
    [
        ("mill OR", '"mill"', None),
        ("OR OR mill", '"mill"', None),
        ("mill OR OR fire", '("mill" OR "fire")', None),
        ("mill OR mill", '"mill"', None),
        ("mill OR -fire", '"mill"', '"fire"'),
        ("NOT mill OR fire", '"fire"', '"mill"'),
        ("NOT NOT mill", None, '"mill"'),
        ("NOT -mill", None, '"mill"'),
        ("mill NOT", '"mill"', None),
        ("--mill", None, '"mill"'),
        ("-- mill", '"mill"', None),
        ('-"old mill" fire', '"fire"', '"old mill"'),
        ('- "old mill"', '"old mill"', None),
        ("fire -mill -ferry -mill", '"fire"', '("mill" OR "ferry")'),
        ("mill**", '"mill" *', None),
        ("mi*", '"mi"', None),
        ("m-i*", '"m-i"', None),
        ("*mill", '"*mill"', None),
        ('"mill*"', '"mill*"', None),
        ("(mill)(fire)", '"mill" AND "fire"', None),
        ("מילים -عربي", '"מילים"', '"عربي"'),
        ("\u202emill\u202c", '"\u202emill\u202c"', None),
        ("mi\0ll \ud800 fire", '"mi" AND "ll" AND "fire"', None),
        ("and Or not", '"and" AND "Or" AND "not"', None),
    ],
)
def test_how_words_are_understood(typed: str, query: str | None, unwanted: str | None) -> None:
    found = read_words(typed)
    assert (found.wanted, found.unwanted) == (query, unwanted)
    with closing(sqlite3.connect(":memory:")) as index:
        index.execute("CREATE VIRTUAL TABLE search USING fts5 (text)")
        index.execute("SELECT rowid FROM search WHERE search MATCH ?", (found.query or found.unwanted,)).fetchall()


def test_beginnings_are_told_from_words() -> None:
    assert read_words("mill*").begins and read_words("fire OR mill*").begins
    assert not read_words("mill").begins and not read_words("mi*").begins and not read_words("-mill*").begins


# Circles


@pytest.mark.parametrize("given", ["", " ", "5km", "km:5,5", "1e3km:5,5", "5,5km:5,5", "nan:5,5", "5km:", "5km:91,0",
                                   "5km:0,-181", "5km5,5", "0.0km:5,5", "20016km:5,5", "9" * 400 + ":5,5", "+5km:5,5",
                                   "5km:5"])  # fmt: skip
def test_what_is_no_circle_is_refused(given: str, places: Gazetteer) -> None:
    with pytest.raises(BadQuestion):
        read_within(given, places)


@pytest.mark.parametrize(
    ("given", "circle"),
    [
        ("0.5:90,180", Within(0.5, 90, 180)),
        (" 5 KM @ -90 , -180 ", Within(5, -90, -180)),
        ("20015km:0,0", Within(20015, 0, 0)),
        ("1 kilometre of 5.5,6.5", Within(1, 5.5, 6.5)),
        ("007kms:+5,-0", Within(7, 5, 0)),
        ("2 Miles:5,5", Within(3.218688, 5, 5)),
    ],
)
def test_circles_in_many_spellings(given: str, circle: Within, places: Gazetteer) -> None:
    found, _ = read_within(given, places)
    assert found == pytest.approx(circle)


def test_a_circle_around_each_pole_has_all_longitudes() -> None:
    for lat in (90, -90):
        ((south, north, west, east),) = boxes(Within(1, lat, 17))
        assert (west, east) == (-180, 180) and south <= lat <= north and south >= -90 and north <= 90


@pytest.mark.parametrize("lon", [180, -180])
def test_a_circle_on_the_line_of_180_degrees_has_both_sides(lon: float) -> None:
    found = boxes(Within(100, 10, lon))
    assert sorted(round(west) for _, _, west, _ in found) == [-180, 179]
    assert sorted(round(east) for _, _, _, east in found) == [-179, 180]
    assert all(0.8 < east - west < 1 for _, _, west, east in found)


def test_distances_to_itself_over_the_line_and_to_the_other_side() -> None:
    assert distance(12.5, 7, 12.5, 7) == 0.0
    assert distance(0, 179.5, 0, -179.5) == pytest.approx(distance(0, 0, 0, 1))
    assert distance(90, 0, 90, 123) == pytest.approx(0, abs=1e-6)
    assert distance(30, 10, -30, -170) == pytest.approx(HALF_ROUND)


# Places and countries


@pytest.mark.parametrize("words", [",", ", US", "Paris,", "Paris, Tajikistan", "a,b,c", " ", "\u202e", "x" * 5000])
def test_a_place_that_is_nowhere_is_refused_with_a_way_out(words: str, places: Gazetteer) -> None:
    with pytest.raises(BadQuestion, match="check the spelling, add the country"):
        places_meant(words, places)


def test_a_home_only_narrows_what_a_name_means(places: Gazetteer) -> None:
    every = {entry.geonames for entry in places_meant("Springfield", places)}
    home = places_meant("Springfield, US", places)
    assert {entry.country for entry in home} == {"USA"} and {entry.geonames for entry in home} <= every
    assert len({entry.geonames for entry in home}) == len(home)


def test_blanks_around_a_place_and_its_home_do_not_matter(places: Gazetteer) -> None:
    assert place_meant(" Paris ,  FRA ", places) == place_meant("Paris, France", places)


def test_a_country_is_shown_without_itself(places: Gazetteer) -> None:
    assert shown(places_meant("Denmark", places)[0], places).startswith("Denmark (")


@pytest.mark.parametrize(("words", "code"), [(" dnk ", "DNK"), ("Danish", "DNK"), ("DANISH", "DNK"), ("holland", "NLD"),
                                             ("South Korean", "KOR"), ("côte d'ivoire", "CIV")])  # fmt: skip
def test_countries_in_many_spellings(words: str, code: str, places: Gazetteer) -> None:
    assert country_meant(words, places).iso3 == code


@pytest.mark.parametrize("words", [" ", "é1", "äöü", "X", "..", "D K", "DNK,SWE", "Asia"])
def test_what_is_no_country_is_refused(words: str, places: Gazetteer) -> None:
    with pytest.raises(BadQuestion, match="no country is called"):
        country_meant(words, places)


# All together


def test_of_events_and_of_places() -> None:
    assert (
        Filters(min_killed=1).of_events and Filters(status="asserted").of_events and not Filters(status="any").of_events
    )
    assert Filters(country="DNK").of_places and Filters(within=Within(1, 0, 0)).of_places
    assert not Filters(person="Ana Brek", since="2031").of_places


def test_what_is_given_empty_is_not_asked_for() -> None:
    empty: dict[str, Any] = {
        "reports": None,
        "independent": "",
        "disagreeing": False,
        "status": " ",
        "order": "",
        "type": [],
        "since": "",
    }
    assert asked("", **empty) == Gathered(filters=filters())


@pytest.mark.parametrize(
    ("given", "advice"),
    [
        ({"reports": 0}, "reports cannot be 0; give a whole number from 1 up"),
        ({"independent": "two"}, "independent cannot be 'two'"),
        ({"disagreeing": "kiled"}, "did you mean 'killed'"),
        ({"disagreeing": "zzz"}, "disagreeing cannot be 'zzz'; give one of killed"),
        ({"status": "disputd"}, "did you mean 'disputed'"),
        ({"order": "best"}, "there are no words to rank by; give words, or one of"),
        ({"order": "oldest"}, "order cannot be 'oldest'"),
        ({"outlets": "Fjord News"}, "did you mean 'outlet'"),
        ({"said_by": "Ana Brek"}, "no filter is called 'said_by'"),
        ({"offset": -1}, "offset cannot be -1"),
    ],
)
def test_what_cannot_be_asked_of_incidents(given: dict[str, Any], advice: str) -> None:
    with pytest.raises(BadQuestion, match=advice):
        asked(**given)


def test_capitals_and_blanks_around_a_choice_do_not_matter() -> None:
    found = asked(status=" Disputed ", disagreeing="KILLED", reports=" 2 ")
    assert (found.status, found.disagreeing, found.reports) == ("disputed", "killed", 2)


def test_any_disagreement_may_be_asked_for_in_two_ways() -> None:
    assert asked(disagreeing=True) == asked(disagreeing="any") and asked(disagreeing=True).disagreeing == "any"


def test_incidents_are_ranked_where_words_are_wanted_alone() -> None:
    assert (asked("mill").order, asked("-mill").order, asked().order) == ("best", "newest", "newest")
    with pytest.raises(BadQuestion, match="no words to rank by"):
        asked("-mill", order="best")
