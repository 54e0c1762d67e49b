"""Which of its namesakes each place is: hand-made candidates, decided together."""

from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.annotated import PlaceEntry
from dateline.understanding.geography.choice import choices, settled
from dateline.understanding.geography.evidence import Toponym, Weights

KINDS: list[Any] = ["city", "admin1", "admin2", "country", "region", "continent", "feature"]


def town(country: str, admin1: str = "01", population: int = 50_000, **more: Any) -> PlaceEntry:
    return PlaceEntry(name="Karsvik", kind="city", country=country, admin1=admin1, population=population, **more)


def land(code: str) -> PlaceEntry:
    return PlaceEntry(name=code, kind="country", country=code)


def name(*candidates: PlaceEntry, **more: Any) -> Toponym:
    return Toponym(text="Karsvik", candidates=candidates, **more)


def meant(*toponyms: Toponym) -> PlaceEntry:
    """What the first name means in the company of the others."""
    return choices(toponyms)[0].place


HERE, THERE = town("NOR", lat=63.4, lon=10.4), town("BRA", lat=-10.0, lon=-50.0)


def test_no_names() -> None:
    assert choices([]) == []
    assert settled([]) == []


def test_a_name_of_one_place_is_sure() -> None:
    (found,) = choices([name(HERE)])
    assert (found.place, found.likelihood) == (HERE, 1.0)


def test_by_itself_the_larger_town_is_meant() -> None:
    assert meant(name(town("NOR", population=900), THERE)) == THERE


def test_twins_are_even() -> None:
    assert settled([name(town("NOR"), town("BRA"))]) == [pytest.approx([0.5, 0.5])]


@pytest.mark.parametrize(
    "other",
    [
        name(land("NOR")),
        name(town("NOR", "01")),
        name(town("NOR", "46")),
        name(PlaceEntry(name="Karsland", kind="admin1", country="NOR", admin1="01")),
        name(PlaceEntry(name="Karsa", kind="feature", lat=63.5, lon=10.5)),
    ],
)
def test_a_country_a_province_or_a_neighbour_decides(other: Toponym) -> None:
    one = name(HERE, town("BRA", lat=-10.0, lon=-50.0))
    likely, alone = settled([one, other])[0][0], settled([one])[0][0]
    assert alone == pytest.approx(0.5)
    assert likely > 0.6
    assert meant(one, other) == HERE


def test_a_region_behind_the_name_decides_against_size() -> None:
    small, large = town("NOR", population=4_000), town("BRA", population=250_000)
    assert meant(name(small, large)) == large
    assert meant(name(small, large, regions=(land("NOR"),))) == small


def test_what_a_noun_calls_it_decides() -> None:
    province = PlaceEntry(name="Karsvik", kind="admin2", country="NOR", admin1="01", population=40_000)
    called = settled([name(province, HERE, kinds=("admin2",))])[0][0]
    assert called > settled([name(province, HERE)])[0][0]
    assert called > 0.9


def test_a_list_of_countries_is_of_countries() -> None:
    state = PlaceEntry(name="Karsvik", kind="admin1", country="BRA", admin1="01")
    nation = PlaceEntry(name="Karsvik", kind="country", country="NOR")
    countries = settled([name(nation, state, company=("country", "country"))])[0]
    states = settled([name(nation, state, company=("admin1", "admin1"))])[0]
    assert countries[0] > states[0]
    assert states[1] > 0.5


def test_two_namesakes_that_lie_together_speak_for_each_other() -> None:
    first = name(town("NOR", lat=63.4, lon=10.4), town("BRA", lat=-10.0, lon=-50.0))
    second = name(town("SWE", lat=58.0, lon=15.0), town("NOR", lat=63.6, lon=10.9))
    assert [each.place.country for each in choices([first, second])] == ["NOR", "NOR"]


def test_the_town_of_a_dateline_says_more() -> None:
    one, other = name(HERE, THERE), name(town("NOR", "46", lat=60.0, lon=5.0))
    assert settled([one, replace(other, home=3.0)])[0][0] > settled([one, other])[0][0]


def test_what_is_named_often_says_more() -> None:
    one, other = name(HERE, THERE), name(land("NOR"))
    said = [settled([one, replace(other, count=count)])[0][0] for count in (1, 2, 8)]
    assert said == sorted(said)
    assert said[0] < said[-1]


def test_a_name_says_nothing_of_itself() -> None:
    one = name(HERE, THERE)
    assert settled([one]) == [pytest.approx(each) for each in settled([replace(one, count=9, home=3.0)])]


def test_without_rounds_the_names_do_not_hear_each_other() -> None:
    one = name(HERE, THERE)
    assert settled([one, name(land("NOR"))], rounds=0)[0] == pytest.approx(settled([one])[0])


def test_weights_may_be_others() -> None:
    small, large = town("NOR", population=900), town("BRA", population=90_000)
    assert choices([name(small, large)], Weights(people=-1.0))[0].place == small


# Whatever the names.

entries = st.builds(
    PlaceEntry,
    name=st.just("Karsvik"),
    kind=st.sampled_from(KINDS),
    lat=st.none() | st.floats(-90, 90),
    lon=st.none() | st.floats(-180, 180),
    country=st.none() | st.sampled_from(["NOR", "SWE", "BRA"]),
    admin1=st.none() | st.sampled_from(["01", "02"]),
    feature=st.sampled_from([None, "PPL", "PPLC"]),
    population=st.integers(0, 20_000_000),
    matched=st.sampled_from(["name", "alternate"]),
)
toponyms = st.builds(
    Toponym,
    text=st.just("Karsvik"),
    candidates=st.lists(entries, min_size=1, max_size=5).map(tuple),
    regions=st.lists(entries, max_size=2).map(tuple),
    kinds=st.lists(st.sampled_from(KINDS), max_size=2).map(tuple),
    company=st.lists(st.sampled_from(KINDS), max_size=3).map(tuple),
    count=st.integers(1, 30),
    home=st.sampled_from([1.0, 3.0]),
)
stories = st.lists(toponyms, max_size=5)


@given(stories)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_likelihoods_sum_to_one(story: list[Toponym]) -> None:
    for likely in settled(story):
        assert sum(likely) == pytest.approx(1)
        assert all(0 <= each <= 1 for each in likely)


@given(stories)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_likeliest_candidate_is_chosen_with_what_lies_around_it(story: list[Toponym]) -> None:
    for toponym, likely, chosen in zip(story, settled(story), choices(story), strict=True):
        assert max(likely) <= chosen.likelihood <= 1
        assert likely[toponym.candidates.index(chosen.place)] == max(likely)


def test_a_town_and_the_county_around_it_are_one_place() -> None:
    here = PlaceEntry(name="Karsvik", kind="city", country="NOR", lat=63.4, lon=10.4, population=9_000)
    county = PlaceEntry(name="Karsvik", kind="admin2", country="NOR", lat=63.6, lon=10.4, population=9_000)
    far = PlaceEntry(name="Karsvik", kind="city", country="NOR", lat=69.0, lon=18.0, population=9_000)
    (alone,) = choices([Toponym(text="Karsvik", candidates=(here, far))])
    (joined,) = choices([Toponym(text="Karsvik", candidates=(here, county, far))])
    assert alone.likelihood == pytest.approx(0.5)
    assert joined.place == here
    assert joined.likelihood > 0.5


@given(stories, st.randoms(use_true_random=False))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_order_of_the_names_changes_nothing(story: list[Toponym], chance: Any) -> None:
    order = list(range(len(story)))
    chance.shuffle(order)
    straight, turned = settled(story), settled([story[i] for i in order])
    for place, i in enumerate(order):
        assert turned[place] == pytest.approx(straight[i], abs=1e-6)


@given(stories, st.randoms(use_true_random=False))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_order_of_the_candidates_changes_nothing(story: list[Toponym], chance: Any) -> None:
    first = story[:1]
    assume(first and len(first[0].candidates) > 1)
    order = list(range(len(first[0].candidates)))
    chance.shuffle(order)
    turned = replace(first[0], candidates=tuple(first[0].candidates[i] for i in order))
    straight, found = settled(story)[0], settled([turned, *story[1:]])[0]
    assert found == pytest.approx([straight[i] for i in order], abs=1e-6)


towns = st.tuples(st.integers(0, 9_000_000), st.floats(-80, 80), st.floats(-170, 170))


@given(towns, towns, st.integers(1, 20), st.integers(0, 3))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_naming_a_country_never_speaks_against_a_town_in_it(
    one: tuple[int, float, float], other: tuple[int, float, float], count: int, before: int
) -> None:
    pair = name(
        town("NOR", population=one[0], lat=one[1], lon=one[2]),
        town("BRA", population=other[0], lat=other[1], lon=other[2]),
    )
    around = [name(land("NOR"), count=before)] if before else []
    more = [name(land("NOR"), count=before + count)]
    assert settled([pair, *more])[0][0] >= settled([pair, *around])[0][0] - 1e-9


@given(towns, towns, st.integers(1, 20))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_naming_a_country_elsewhere_never_speaks_for_it(
    one: tuple[int, float, float], other: tuple[int, float, float], count: int
) -> None:
    pair = name(town("NOR", population=one[0]), town("BRA", population=other[0]))
    assert settled([pair, name(land("BRA"), count=count)])[0][0] <= settled([pair])[0][0] + 1e-9
