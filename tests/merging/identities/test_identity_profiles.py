"""What is known of somebody from one article and from many."""

from functools import reduce
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.merging.identities.profiles import (
    Profile,
    joined,
    name_of_profile,
    pack,
    parted,
    profile_of,
    profiles_of,
    unpack,
)
from dateline.merging.reports.report import Named
from merging.reported import organisation, person, place, report

TERVO = person("Aino Tervo", country="FIN", sector="GOV", posts=("mayor, City of Halla",), mentions=4)
HALLA = place("Halla", country="FIN", geonames=77, lat=61.0, lon=25.0, feature="PPL")


def of(*names: Named, **fields: str) -> tuple[Profile | None, ...]:
    return profiles_of(report("a1", "2031-05-02T08:00:00Z", names=names, **fields))


def one(named: Named, *others: Named) -> Profile:
    profile = of(named, *others)[0]
    assert profile is not None
    return profile


def test_an_article_tells_names_codes_posts_and_company() -> None:
    found = one(TERVO, HALLA, organisation("Halla Herald", sector="JRN"), person("Ben Okoth"))
    assert found == Profile(
        kind="person",
        names={"Aino Tervo": 1},
        first="2031-05-02",
        last="2031-05-02",
        countries={"FIN": 1},
        sectors={"GOV": 1},
        posts={"mayor, City of Halla": 1},
        company={"Ben Okoth": 1, "Halla": 1},
        lands={"FIN": 1},
    )


def test_codes_side_by_side_count_one_by_one() -> None:
    assert one(person("Aino Tervo", sector="GOVJUD")).sectors == {"GOV": 1, "JUD": 1}


def test_countries_of_the_world_are_no_company() -> None:
    land = place("Finland", country="FIN", geonames=1, feature="PCLI")
    assert one(TERVO, land, place("Baltic Sea", feature="SEA")).company == {}


@pytest.mark.parametrize(("dated", "day"), [("2031-05-02T08:00:00Z", "2031-05-02"), ("2031-05", None), (None, None)])
def test_a_day_is_a_whole_day(dated: str | None, day: str | None) -> None:
    profile = profiles_of(report("a1", dated, names=[TERVO]))[0]
    assert profile is not None
    assert (profile.first, profile.last) == (day, day)


def test_words_of_names_are_no_terms() -> None:
    profile = of(TERVO, HALLA, text="Tervo opened the tramway in Halla, a tramway of glass")[0]
    assert profile is not None
    assert "tramway" in profile.terms
    assert not profile.terms.keys() & {"tervo", "halla"}


def test_a_place_on_the_map_needs_no_company() -> None:
    found = one(HALLA, TERVO)
    assert (found.geonames, found.lat, found.company, found.lands) == (77, 61.0, {}, {})


@pytest.mark.parametrize(
    "named",
    [
        organisation("gunmen", proper=False),
        organisation("X"),
        place("Middletown"),
        place("the market", proper=False),
    ],
)
def test_who_cannot_be_met_again_has_no_profile(named: Named) -> None:
    assert of(named) == (None,)


def test_one_name_is_told_as_all_are() -> None:
    told = report("a1", "2031-05-02", names=[TERVO, organisation("gunmen", proper=False), HALLA])
    assert tuple(profile_of(told, at) for at in range(3)) == profiles_of(told)


def test_a_profile_comes_back_from_bytes() -> None:
    profile = one(TERVO, HALLA)
    assert unpack(pack(profile)) == profile


def test_a_profile_stays_small_whatever_joins_it() -> None:
    whole = one(TERVO)
    for at in range(60):
        names = [person(f"Ola Person{at}x{n} of a rather long name") for n in range(25)]
        mayor = person(f"Aino {at} Tervo", country=f"C{at:02}", posts=(f"head of something that is long {at}",))
        whole = joined(whole, one(mayor, *names))
    assert whole.facts == 61
    assert len(pack(whole)) < 1600


def test_two_that_are_one_know_what_both_know() -> None:
    early = one(TERVO, HALLA)
    late = profiles_of(report("a2", "2032-01-01", names=[person("A. Tervo", country="FIN"), person("Ben Okoth")]))[0]
    assert late is not None
    both = joined(early, late)
    assert (both.facts, both.first, both.last) == (2, "2031-05-02", "2032-01-01")
    assert both.names == {"A. Tervo": 1, "Aino Tervo": 1}
    assert both.countries == {"FIN": 2}
    assert both.company == {"Ben Okoth": 1, "Halla": 1}


def test_a_point_on_the_map_stays_whoever_comes_first() -> None:
    vague = one(place("Halla", country="FIN"))
    assert joined(vague, one(HALLA)).geonames == joined(one(HALLA), vague).geonames == 77


def test_what_was_joined_can_be_taken_out_again() -> None:
    first, second = one(TERVO, HALLA), one(person("Aino Tervo", country="SWE"), person("Ben Okoth"))
    left = parted(joined(first, second), second)
    assert (left.facts, left.countries, left.company) == (first.facts, first.countries, first.company)


NAMES = st.dictionaries(st.sampled_from(["Aino Tervo", "A. Tervo", "Tervo"]), st.integers(1, 9), min_size=1)
DAYS = st.sampled_from([None, "2031-01-01", "2031-02-01", "2032-01-01"])
CODES = st.dictionaries(st.sampled_from(["FIN", "SWE", "NOR"]), st.integers(1, 9))
PROFILES = st.builds(Profile, kind=st.just("person"), names=NAMES, first=DAYS, last=DAYS, countries=CODES)


@given(st.lists(PROFILES, min_size=3, max_size=3))
def test_joining_needs_no_order(profiles: list[Profile]) -> None:
    outcomes = [reduce(joined, order) for order in permutations(profiles)]
    assert all(pack(outcome) == pack(outcomes[0]) for outcome in outcomes)


@pytest.mark.parametrize(
    ("kind", "names", "expected"),
    [
        ("person", {"Tervo": 9, "Aino Tervo": 2, "Aino Maria Tervo": 1}, "Aino Tervo"),
        ("person", {"Tervo": 9, "A. Tervo": 1}, "A. Tervo"),
        ("person", {"Tervo": 2}, "Tervo"),
        ("organisation", {"HSB": 9, "Halla Savings Bank": 4}, "Halla Savings Bank"),
        ("organisation", {"Nordlax": 39, "Nordlax Stores": 1}, "Nordlax"),
        ("organisation", {"Nordlax": 2, "Nordlax Fisheries": 1}, "Nordlax Fisheries"),
    ],
)
def test_the_name_to_go_by_is_full_and_frequent(kind: str, names: dict[str, int], expected: str) -> None:
    assert name_of_profile(Profile(kind=kind, names=names)) == expected  # type: ignore[arg-type]
