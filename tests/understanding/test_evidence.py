"""What speaks for each place that a name may mean."""

from math import log, log10
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import astuple, replace

from dateline.annotated import PlaceEntry
from dateline.understanding.geography.evidence import KNOWN, LEARNT, Surroundings, Toponym, Weights, own


def town(country: str | None = "NOR", admin1: str | None = "21", **more: Any) -> PlaceEntry:
    return PlaceEntry(name="Karsvik", kind="city", country=country, admin1=admin1, **more)


def area(kind: Any, country: str | None = "NOR", admin1: str | None = None, **more: Any) -> PlaceEntry:
    return PlaceEntry(name="Karsvik", kind=kind, country=country, admin1=admin1, **more)


def weighed(*candidates: PlaceEntry, **more: Any) -> list[dict[str, float]]:
    """For each candidate what speaks for it, by the names in `Weights`."""
    found = own(Toponym(text="Karsvik", candidates=candidates, **more))
    return [dict(zip(Weights.__struct_fields__, each, strict=False)) for each in found]


def test_people_count_by_their_logarithm() -> None:
    small, large = weighed(town(population=990), town(population=99_990))
    assert (small["people"], large["people"]) == (3, 5)
    assert weighed(town())[0]["people"] == 1


@pytest.mark.parametrize("kind", ["country", "admin1", "region", "continent", "feature"])
def test_people_count_for_towns_and_counties_alone(kind: str) -> None:
    assert weighed(area(kind, population=5_000_000))[0]["people"] == 0


def test_fame_begins_with_a_large_town_and_grows() -> None:
    unknown, known, famous = weighed(*(town(population=10**power - 10) for power in (4, 6, 7)))
    assert (unknown["fame"], known["fame"], famous["fame"]) == pytest.approx((0, 6 - KNOWN, 7 - KNOWN))


def test_a_county_by_its_bare_name() -> None:
    county, town_of_name = weighed(area("admin2", matched="alternate"), town(matched="alternate"))
    assert (county["bare"], town_of_name["bare"]) == (1, 0)


def test_a_division_around_a_town_of_its_name() -> None:
    """A county or a province in the middle of which the town lies; not one of another country, nor one far away."""
    pool = (
        town(lat=63.4, lon=10.4),
        area("admin2", lat=63.5, lon=10.5),
        area("admin1", lat=63.9, lon=10.4),
        area("admin1", lat=60.4, lon=10.4),
        area("admin1", country="SWE", lat=63.4, lon=10.4),
    )
    assert [each["around_town"] for each in weighed(*pool)] == [0, 1, 1, 0, 0]


def test_an_alternate_name_counts_against_and_twice_where_another_bears_it_as_its_own() -> None:
    alone = weighed(town(matched="alternate"), town(matched="alternate"))
    assert [(each["alternate"], each["outdone"]) for each in alone] == [(1, 0), (1, 0)]
    beside = weighed(town(), town(matched="alternate"))
    assert [(each["alternate"], each["outdone"]) for each in beside] == [(0, 0), (1, 1)]


def test_a_capital_is_one_by_its_own_name() -> None:
    known, former = weighed(town(feature="PPLC"), town(feature="PPLC", matched="alternate"))
    assert (known["capital"], former["capital"]) == (1, 0)


def test_a_capital_puts_the_province_of_its_name_in_the_shade() -> None:
    shaded = weighed(town(feature="PPLC"), area("admin1"), area("admin1", country="SWE"))
    assert [each["shadowed"] for each in shaded] == [0, 1, 0]
    assert [each["shadowed"] for each in weighed(town(), area("admin1"))] == [0, 0]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("country", "country"),
        ("region", "region"),
        ("continent", "region"),
        ("admin1", "admin1"),
        ("admin2", "admin2"),
        ("feature", "feature"),
    ],
)
def test_each_kind_of_place_has_its_weight(kind: str, name: str) -> None:
    found = weighed(area(kind))[0]
    kinds = ("country", "region", "admin1", "admin2", "feature")
    assert {each: found[each] for each in kinds} == {each: float(each == name) for each in kinds}


COUNTRY = area("country")
PROVINCE = area("admin1", admin1="21")
COUNTY = area("admin2", admin1="21", lat=63.0, lon=10.0)


@pytest.mark.parametrize(
    ("place", "region", "inside"),
    [
        (town(), COUNTRY, True),
        (town("SWE"), COUNTRY, False),
        (town(None), COUNTRY, False),
        (town(), PROVINCE, True),
        (town(admin1="46"), PROVINCE, False),
        (town(admin1=None), PROVINCE, False),
        (town("SWE"), PROVINCE, False),
        (town(lat=63.2, lon=10.2), COUNTY, True),
        (town(lat=66.0, lon=14.0), COUNTY, False),
        (town(admin1="46", lat=63.0, lon=10.0), COUNTY, False),
        (town(), COUNTY, False),
        (area("admin1", admin1="21"), COUNTRY, True),
        (area("country", population=5), COUNTRY, False),
    ],
)
def test_what_lies_in_a_region_named_behind(place: PlaceEntry, region: PlaceEntry, inside: bool) -> None:
    found = weighed(place, regions=(region,))[0]
    assert (found["inside"], found["outside"]) == (float(inside), 0)


def test_outside_counts_where_another_lies_inside() -> None:
    here, there = weighed(town("USA", "TX"), town("USA", "OH"), regions=(area("admin1", country="USA", admin1="TX"),))
    assert (here["inside"], here["outside"], there["inside"], there["outside"]) == (1, 0, 0, 1)


def test_one_of_several_readings_of_a_region_is_enough() -> None:
    state = area("admin1", country="USA", admin1="GA")
    land = area("country", country="GEO")
    here, there, nowhere = weighed(town("USA", "GA"), town("GEO", "51"), town("USA", "OH"), regions=(land, state))
    assert (here["inside"], there["inside"], nowhere["inside"]) == (1, 1, 0)


def test_without_a_region_nothing_lies_outside() -> None:
    found = weighed(town())[0]
    assert (found["inside"], found["outside"]) == (0, 0)


def test_nothing_lies_inside_itself() -> None:
    assert weighed(PROVINCE, regions=(PROVINCE,))[0]["inside"] == 0


def test_a_noun_beside_the_name_tells_the_kind() -> None:
    found = weighed(town(), area("admin1"), area("admin2"), kinds=("admin1",))
    assert [each["called"] for each in found] == [0, 1, 0]


def test_company_counts_by_its_share() -> None:
    found = weighed(town(), area("country"), area("admin2"), company=("country", "country", "city", "country"))
    assert [each["alike"] for each in found] == [0.25, 0.75, 0]
    assert weighed(town())[0]["alike"] == 0


def test_there_is_a_weight_for_every_piece_of_evidence() -> None:
    found = own(Toponym(text="Karsvik", candidates=(town(),)))[0]
    assert len(found) + len(Surroundings().around(town())) == len(astuple(LEARNT))


# What the names around say.

NEAR = town(lat=63.4, lon=10.4)


def test_nothing_around() -> None:
    assert Surroundings().around(NEAR) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("other", "country", "province", "nearby"),
    [
        (town(lat=63.9, lon=10.9), True, True, True),
        (town(lat=64.1, lon=11.2), True, True, True),
        (town(lat=69.0, lon=18.0), True, True, False),
        (town(admin1="46", lat=60.0, lon=5.0), True, False, False),
        (town("SWE", "21", lat=63.3, lon=11.3), False, False, True),
        (town("SWE", "21", lat=59.0, lon=18.0), False, False, False),
        (area("country"), True, False, False),
        (area("admin1", admin1="21", lat=63.4, lon=10.4), True, True, False),
        (area("region", country=None, lat=63.4, lon=10.4), False, False, False),
        (area("feature", country=None, lat=63.4, lon=10.4), False, False, True),
        (area("admin2", admin1="21", lat=63.4, lon=10.4), True, True, True),
    ],
)
def test_what_another_place_says(other: PlaceEntry, country: bool, province: bool, nearby: bool) -> None:
    around = Surroundings()
    around.add(other, 1.0)
    assert around.around(NEAR) == (log(2) * country, float(country), log(2) * province, log(2) * nearby)


def test_a_country_s_share_of_what_lies_in_any_country() -> None:
    around = Surroundings()
    around.add(NEAR, 1.0)
    around.add(town("SWE", "21", lat=59.0, lon=18.0), 3.0)
    around.add(area("region", country=None, lat=60.0, lon=10.0), 4.0)
    assert around.around(NEAR)[1] == pytest.approx(0.25)


def test_a_country_hears_of_its_towns_and_lies_near_nothing() -> None:
    around = Surroundings()
    around.add(NEAR, 1.0)
    assert around.around(area("country", lat=63.4, lon=10.4)) == (log(2), 1, 0, 0)


def test_what_is_of_no_country_hears_of_its_neighbours_alone() -> None:
    around = Surroundings()
    around.add(NEAR, 1.0)
    assert around.around(area("feature", country=None, lat=63.4, lon=10.4)) == (0, 0, 0, log(2))


def test_west_of_greenwich_and_south_of_the_equator() -> None:
    around = Surroundings()
    around.add(town("GHA", "01", lat=-0.2, lon=-0.2), 1.0)
    assert around.around(town("TGO", "01", lat=0.2, lon=0.2))[3] > 0


weights = st.floats(0.01, 20)


@given(st.lists(weights, min_size=1, max_size=6))
@settings(deadline=None)
def test_what_is_taken_back_says_nothing(told: list[float]) -> None:
    around = Surroundings()
    for weight in told:
        around.add(NEAR, weight)
    for weight in told:
        around.add(NEAR, -weight)
    assert around.around(NEAR) == pytest.approx((0, 0, 0, 0), abs=1e-9)


@given(weights, weights)
@settings(deadline=None)
def test_the_more_is_told_the_more_it_says(one: float, more: float) -> None:
    around = Surroundings()
    around.add(NEAR, one)
    before = around.around(NEAR)
    around.add(NEAR, more)
    after = around.around(NEAR)
    assert all(new >= old for old, new in zip(before, after, strict=True))
    assert sum(after) > sum(before)


@given(st.integers(0, 40_000_000), st.integers(0, 40_000_000))
@settings(deadline=None)
def test_the_larger_town_never_has_less_for_it(one: int, other: int) -> None:
    small, large = weighed(town(population=min(one, other)), town(population=max(one, other)))
    assert small["people"] <= large["people"]
    assert small["fame"] <= large["fame"]
    assert large["people"] == log10(max(one, other) + 10)


@given(st.permutations([town(), area("admin1"), area("country"), town(feature="PPLC"), town(matched="alternate")]))
@settings(deadline=None)
def test_what_speaks_for_a_place_does_not_hang_on_where_it_stands(candidates: list[PlaceEntry]) -> None:
    toponym = Toponym(text="Karsvik", candidates=tuple(candidates), kinds=("admin1",), company=("city",))
    found = dict(zip(map(repr, candidates), own(toponym), strict=True))
    turned = replace(toponym, candidates=tuple(reversed(candidates)))
    assert found == dict(zip(map(repr, turned.candidates), own(turned), strict=True))
