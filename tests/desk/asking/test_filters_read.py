"""Filters as they are typed: what is understood, and what is refused with a way out."""

from datetime import date

import pytest

from dateline.desk.asking.question.event_types import TypeAsked
from dateline.desk.asking.question.filters import Filters, filters
from dateline.errors import BadQuestion


def test_nothing_asked() -> None:
    assert filters() == filters("", person="", type=[], since=None) == filters("  ", outlet=" ") == Filters()
    assert not filters().of_events and not filters().of_places


@pytest.mark.parametrize("given", ["TJK", "TJ", "tj", "Tajikistan", "tajikistan", "Tajik"])
def test_countries(given: str) -> None:
    assert filters(country=given).country == "TJK"


@pytest.mark.parametrize("given", ["KOS", "XK", "XKX", "Kosovo"])
def test_kosovo(given: str) -> None:
    assert filters(country=given).country == "KOS"


def test_a_country_by_code_is_told_in_words() -> None:
    assert filters(country="UK").notes == ("country: United Kingdom (GBR)",)
    assert filters(country="GBR").notes == ()


@pytest.mark.parametrize("given", ["Tadjikistand", "QQ", "QQQ", "Paris"])
def test_no_country(given: str) -> None:
    with pytest.raises(BadQuestion, match=r"no country is called .*Tajikistan, TJK or TJ"):
        filters(country=given)


def test_types_and_modes() -> None:
    assert filters(type="assault").type == (TypeAsked("ASSAULT"),)
    assert filters(type="ASSAULT/beat, protest").type == (TypeAsked("ASSAULT", "beat"), TypeAsked("PROTEST"))
    assert filters(type=["ASSAULT", "ACCIDENT", "ASSAULT"]).type == (TypeAsked("ASSAULT"), TypeAsked("ACCIDENT"))
    assert filters(type="ASSAULT").of_events


@pytest.mark.parametrize(
    ("given", "advice"),
    [
        ("ASSULT", "did you mean ASSAULT"),
        ("beat", "it is a mode: ASSAULT/beat"),
        ("arrest", "it is a mode: THREATEN/arrest or COERCE/arrest"),
        ("KNITTING", "the types are AGREE"),
        ("ASSAULT/beet", "did you mean ASSAULT/beat"),
        ("ASSAULT/tickle", "its modes are abduct"),
        ("ACCIDENT/car", "ACCIDENT has no modes"),
        (",", "there is no event type in"),
    ],
)
def test_no_type(given: str, advice: str) -> None:
    with pytest.raises(BadQuestion, match=advice):
        filters(type=given)


@pytest.mark.parametrize(
    ("given", "km"),
    [("50km:Osh", 50), ("50 km of Osh", 50), ("50:Osh", 50), ("10mi:Osh", 16.09344)],
)
def test_a_circle_around_a_town(given: str, km: float) -> None:
    asked = filters(within=given)
    assert asked.within is not None and asked.within.km == pytest.approx(km)
    assert (asked.within.lat, asked.within.lon) == pytest.approx((40.53, 72.80), abs=0.05)
    assert "of Osh, Kyrgyzstan (40." in asked.notes[0]


def test_a_circle_around_a_point() -> None:
    asked = filters(within="50km:38.56, -68.77")
    assert asked.within == (50, 38.56, -68.77)
    assert asked.notes == ("within 50 km of 38.56, -68.77",)


def test_a_wide_circle_is_told_in_figures() -> None:
    assert filters(within="12000km:38.56, -68.77").notes == ("within 12,000 km of 38.56, -68.77",)


def test_which_namesake_is_meant() -> None:
    assert "Springfield, MO, United States" in filters(within="5km:Springfield").notes[0]
    assert "Springfield, IL, United States" in filters(within="5km:Springfield, Illinois").notes[0]
    assert "Springfield, MO, United States" in filters(within="5km:Springfield, US").notes[0]
    assert "Paris, France" in filters(within="5km:Paris").notes[0]
    assert "Paris, TX, United States" in filters(within="5km:Paris, USA").notes[0]


def test_a_town_goes_before_the_country_of_its_name() -> None:
    assert filters(within="5km:Luxembourg").within == pytest.approx((5, 49.61, 6.13), abs=0.05)
    assert filters(within="500km:Texas").notes == ("within 500 km of Texas, United States (31.25, -99.25)",)


@pytest.mark.parametrize(
    "given",
    ["Osh", "km:Osh", "50km:", "-5km:Osh", "0km:Osh", "30000km:Osh", "5km:95,10", "5km:5,190",
     "5km:Qwrtzpsdfg", "5km:Paris, Tajikistan", "5ly:Paris"],
)  # fmt: skip
def test_no_circle(given: str) -> None:
    with pytest.raises(BadQuestion):
        filters(within=given)


def test_a_place_with_its_country() -> None:
    asked = filters(place="Springfield, Illinois")
    assert (asked.place, asked.geonames) == ("Springfield", 4250542)
    assert filters(place="Springfield").geonames is None


def test_numbers_and_pages() -> None:
    asked = filters(min_killed="3", limit="7", offset="14")
    assert (asked.min_killed, asked.limit, asked.offset) == (3, 7, 14)
    assert filters().limit == 20 and filters(limit=None).limit is None


@pytest.mark.parametrize(
    "given",
    [
        *({"min_killed": 0}, {"min_killed": "many"}, {"limit": 0}, {"limit": -1}, {"offset": -1}, {"limit": "x"}),
        *({"min_killed": 10**20}, {"limit": 10**20}, {"offset": "9" * 30}, {"limit": float("inf")}),
    ],
)
def test_no_numbers(given: dict[str, object]) -> None:
    with pytest.raises(BadQuestion, match="give a whole number from"):
        filters(**given)  # type: ignore[arg-type]


def test_status() -> None:
    assert filters(status="denied").of_events
    assert not filters(status="any").of_events
    with pytest.raises(BadQuestion, match="did you mean 'planned'"):
        filters(status="planed")
    with pytest.raises(BadQuestion, match="give one of asserted, denied"):
        filters(status="zzz")


def test_days_that_are_no_interval() -> None:
    assert filters(since="2015-09", until="2015").until == "2015~"
    assert filters(since="yesterday", today=date(2031, 4, 2)).since == "2031-04-01"
    with pytest.raises(BadQuestion, match="exchange the two"):
        filters(since="2016", until="2015")


def test_the_order_follows_from_the_words() -> None:
    assert filters("peace").order == "best"
    assert filters("-peace").order == filters(person="Brek").order == "newest"
    assert filters("peace", order="newest").order == "newest"
    with pytest.raises(BadQuestion, match="no words to rank by"):
        filters(order="best")
    with pytest.raises(BadQuestion, match="give best or newest"):
        filters("peace", order="oldest")


def test_a_filter_that_there_is_not() -> None:
    with pytest.raises(BadQuestion, match="no filter is called 'outlets'; did you mean 'outlet'"):
        filters(outlets="The Lund Post")  # type: ignore[call-arg]
    with pytest.raises(BadQuestion, match="the filters are: words, person"):
        filters(zzz=1)  # type: ignore[call-arg]
