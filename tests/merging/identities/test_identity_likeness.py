"""Whether two profiles are one: what the names, codes, posts, company and time of two articles tell."""

import pytest

from dateline.merging.identities.keys import asked_of, keys_of
from dateline.merging.identities.likeness import LINE, identity_reasons, identity_tie
from dateline.merging.identities.profiles import Profile, joined, profiles_of
from dateline.merging.reports.report import Named
from merging.reported import organisation, person, place, report

HALLA = place("Halla", country="FIN", geonames=77, lat=61.0, lon=25.0, feature="PPL")


def told(named: Named, *others: Named, day: str | None = "2031-05-02") -> Profile:
    profile = profiles_of(report("a1", day, names=[named, *others]))[0]
    assert profile is not None
    return profile


def score(one: Profile, other: Profile) -> float:
    tie = identity_tie(one, other)
    assert tie == identity_tie(other, one), "the order of the two tells something"
    assert identity_reasons(one, other) == identity_reasons(other, one)
    return tie.score


def meet(one: Profile, other: Profile) -> bool:
    """Whether one is found where the other is kept."""
    return bool(set(asked_of(one)) & set(keys_of(other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Aino Tervo", "Aino Tervo"),
        ("Aino Tervo", "Aino Maria Tervo"),
        ("Yuri Zhukarev", "Jurij Schukarew"),
        ("Salmi Eero", "Eero Salmi"),
        ("Katie Ostrand", "Kathryn Ostrand"),
        ("Park Do-hyeon", "Park Do Hyeon"),
    ],
)
def test_whole_names_that_are_rare_tell_enough(one: str, other: str) -> None:
    a, b = told(person(one)), told(person(other))
    assert score(a, b) >= LINE
    assert meet(a, b)
    assert meet(b, a)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Aino Tervo", "Eero Tervo"), ("Aino Tervo", "Aino Salmi"), ("Ben Okoth", "Ben Okeke")],
)
def test_other_names_are_other_people(one: str, other: str) -> None:
    assert identity_tie(told(person(one)), told(person(other))) == (0.0, "different")


def test_a_common_name_alone_tells_too_little() -> None:
    assert score(told(person("John Smith")), told(person("John Smith"))) < 0.6
    towns = place("Marle", country="GBR"), place("Odde", country="NOR")
    strangers = told(person("John Smith"), towns[0]), told(person("John Smith"), towns[1])
    assert identity_tie(*strangers).verdict == "unsure"
    assert score(*strangers) < LINE


@pytest.mark.parametrize(
    ("mine", "its"),
    [
        ({"country": "GBR", "posts": ("bishop, Diocese of Marle",)}, {"country": "AUS", "posts": ("striker",)}),
        ({"posts": ("judge, Crown Court",), "sector": "JUD"}, {"posts": ("farmer",), "sector": "AGR"}),
        ({"posts": ("chief executive, Pellworm Foods",)}, {"posts": ("goalkeeper, Odde United",)}),
        ({"country": "GBR"}, {"country": "ZAF"}),
    ],
)
def test_homonyms_are_kept_apart(mine: dict[str, object], its: dict[str, object]) -> None:
    a, b = told(person("John Smith", **mine)), told(person("John Smith", **its))
    assert score(a, b) < 0.3
    assert meet(a, b), "they are compared, and found to be two"


def test_one_post_makes_one_of_two_of_a_common_name() -> None:
    judge = {"posts": ("judge, Crown Court of Marle",), "sector": "JUD"}
    a, b = told(person("John Smith", **judge)), told(person("John Smith", country="GBR", **judge))
    assert score(a, b) > 0.6
    assert "same post: judge, Crown Court of Marle" in identity_reasons(a, b)


def test_the_same_company_makes_one_of_two_of_a_common_name() -> None:
    others = person("Aino Tervo"), organisation("Pellworm Foods"), HALLA
    assert score(told(person("John Smith"), *others), told(person("John Smith"), *others)) > 0.7


def test_a_country_that_differs_outweighs_a_rare_name() -> None:
    a, b = told(person("Aino Tervo", country="FIN")), told(person("Aino Tervo", country="CAN"))
    assert score(a, b) < LINE
    assert "countries differ: CAN, FIN" in identity_reasons(a, b)


def test_who_stands_beside_a_namesake_is_another() -> None:
    father = told(person("Ola A. Brekke"), person("Ola Brekke"))
    assert score(father, told(person("Ola Brekke"))) < LINE


@pytest.mark.parametrize("part", ["Tervo", "A. Tervo"])
def test_a_part_of_a_name_needs_more(part: str) -> None:
    whole = told(person("Aino Tervo", country="FIN"), HALLA, person("Ben Okoth"), organisation("Pellworm Foods"))
    bare = told(person(part), place("Odde", country="NOR"))
    placed = told(person(part, country="FIN"), HALLA, person("Ben Okoth"))
    assert score(bare, whole) < LINE <= score(placed, whole)
    assert meet(bare, whole)
    assert meet(placed, whole)


def test_a_bare_surname_of_long_ago_is_somebody_else() -> None:
    company = HALLA, person("Ben Okoth")
    whole = told(person("Aino Tervo"), *company)
    near, far = told(person("Tervo"), *company), told(person("Tervo"), *company, day="2029-01-01")
    assert score(far, whole) < LINE <= score(near, whole)
    assert any(reason.endswith(" days apart") for reason in identity_reasons(far, whole))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pellworm Foods", "Pellworm Foods Ltd."),
        ("Ministry of Defence", "Defense Ministry"),
        ("Brek Liberation Front", "Brek Liberation Front"),
        ("Suomen Vesi", "SUOMEN VESI"),
    ],
)
def test_spellings_of_a_body_are_one(one: str, other: str) -> None:
    a, b = told(organisation(one, country="FIN")), told(organisation(other, country="FIN"))
    assert score(a, b) >= LINE
    assert meet(a, b)


def test_every_land_has_a_ministry() -> None:
    finnish, other = told(organisation("Foreign Ministry", country="FIN")), told(organisation("Foreign Ministry"))
    assert score(finnish, told(organisation("Foreign Ministry", country="NOR"))) < 0.1
    assert score(finnish, other) < LINE
    assert score(finnish, told(organisation("Foreign Ministry", country="FIN"))) >= LINE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Eastern Pellworm Airlines", "Western Pellworm Airlines"),
        ("Brek Union", "Brek Union Council"),
        ("Pellar", "Pollar"),
        ("Brek Liberation Front", "Brek Liberation Army"),
        ("United Nations", "United Nations Security Council"),
        ("BKX", "BRX"),
    ],
)
def test_like_names_of_two_bodies(one: str, other: str) -> None:
    mine, its = told(organisation(one, country="FIN"), HALLA), told(organisation(other, country="FIN"), HALLA)
    assert identity_tie(mine, its).verdict == "different"


def test_a_body_may_be_called_by_a_part_of_its_name() -> None:
    team = organisation("Halla Vikings", country="FIN")
    full, short = told(team, HALLA), told(organisation("Vikings", country="FIN"), HALLA)
    assert meet(short, full)
    assert score(short, full) >= LINE
    assert score(told(organisation("Vikings")), full) < LINE


def test_a_short_name_is_no_bridge_between_two_long_ones() -> None:
    herald = organisation("Herald", country="FIN", sector="JRN")
    halla = joined(told(herald, HALLA), told(organisation("Halla Herald", country="FIN", sector="JRN"), HALLA))
    odde = joined(told(herald, HALLA), told(organisation("Odde Herald", country="FIN", sector="JRN"), HALLA))
    assert identity_tie(halla, odde).verdict == "different"
    assert score(told(herald, HALLA), halla) >= LINE


def test_people_with_two_whole_names_in_part_alike_are_two() -> None:
    ann, eve = told(person("Ann Tervo"), HALLA), told(person("Eve Tervo"), HALLA)
    surname = told(person("Tervo"), HALLA)
    assert identity_tie(joined(ann, surname), joined(eve, surname)).verdict == "different"


def test_an_alias_of_an_article_tells_enough() -> None:
    fox = told(person("Aino Tervo", aliases=("Silver Fox",)), HALLA)
    assert score(fox, told(person("Silver Fox"), HALLA)) >= LINE


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (HALLA, place("Hallan kaupunki", geonames=77), True),
        (HALLA, place("Halla", geonames=78, country="FIN"), False),
        (HALLA, place("Halla", country="FIN"), True),
        (HALLA, place("Halla", country="CAN"), False),
        (place("Mt Brek", country="CHE"), place("Mount Brek", country="CHE"), True),
        (place("Odde", country="NOR", admin1="01"), place("Odde", country="NOR", admin1="09"), False),
        (place("Odde Bay", lat=60.0, lon=5.0), place("Odde Bay", country="NOR", lat=60.1, lon=5.0), True),
        (place("Odde Bay", lat=60.0, lon=5.0), place("Odde Bay", country="NOR", lat=66.0, lon=5.0), False),
    ],
)
def test_places_are_one_where_the_map_says_so(one: Named, other: Named, same: bool) -> None:
    assert (score(told(one), told(other)) >= LINE) is same


def test_a_place_in_no_country_stays_open() -> None:
    assert identity_tie(told(place("Odde Bay")), told(place("Odde Bay"))).verdict == "unsure"


def test_a_person_is_no_place() -> None:
    assert identity_reasons(told(person("Halla")), told(HALLA)) == ("person and place are of two kinds",)


def test_reasons_come_with_the_strongest_first() -> None:
    a = told(person("Aino Tervo", country="FIN", sector="GOV"), person("Ben Okoth"), HALLA)
    b = told(person("Aino Tervo", country="FIN", sector="GOV"), person("Ben Okoth"), HALLA)
    assert identity_reasons(a, b) == (
        "same name: Aino Tervo",
        "named beside the same: Ben Okoth, Halla",
        "same country: FIN",
        "same sector: GOV",
        "stories of the same country: FIN",
    )
