"""Who is who in many reports, with links, judgements and their undoing."""

import random

from dateline.merging.identities.identities import Identities, grouped, identities, links
from dateline.merging.identities.profiles import Profile, profiles_of
from dateline.merging.outcomes import Link
from dateline.merging.reports.report import Report
from merging.reported import organisation, person, place, report

HALLA = place("Halla", country="FIN", geonames=77, lat=61.0, lon=25.0, feature="PPL")
MARLE = place("Marle", country="GBR", geonames=88, lat=52.0, lon=1.0, feature="PPL")
JUDGE = person("John Smith", posts=("judge, Crown Court of Marle",), country="GBR", sector="JUD")
STRIKER = person("John Smith", posts=("striker, Halla Vikings",), country="FIN", sector="CVL")
MAYOR = person("Aino Tervo", country="FIN", posts=("mayor",))
STORIES = [
    report("a1", "2031-05-01", names=[MAYOR, HALLA, person("Ben Okoth")]),
    report("a2", "2031-05-02", names=[person("Tervo", country="FIN"), HALLA, person("Ben Okoth")]),
    report("a3", "2031-05-03", names=[person("Aino Maria Tervo"), HALLA, organisation("gunmen", proper=False)]),
    report("b1", "2031-05-02", names=[JUDGE, MARLE, organisation("Crown Court", country="GBR", sector="JUD")]),
    report("b2", "2031-05-04", names=[person("John Smith", posts=("judge",), country="GBR", sector="JUD"), MARLE]),
    report("c1", "2031-05-03", names=[STRIKER, HALLA, organisation("Halla Vikings", country="FIN")]),
    report("c2", "2031-05-05", names=[STRIKER, HALLA, organisation("Vikings", country="FIN")]),
]  # fmt: skip


def groups(found: Identities) -> set[frozenset[str]]:
    """Facts of each identity."""
    return {frozenset(fact for fact, at in found.of.items() if at == place) for place in range(len(found.every))}


def together(found: Identities, *facts: str) -> bool:
    return len({found.of[fact] for fact in facts}) == 1


def of(found: list[Link], verdict: str) -> list[tuple[str, str]]:
    return [(link.left, link.right) for link in found if link.judgement == verdict]


def test_variants_of_a_name_are_one_and_homonyms_are_two() -> None:
    found = identities(STORIES)
    assert together(found, "a1:n0", "a2:n0", "a3:n0")
    assert together(found, "b1:n0", "b2:n0")
    assert together(found, "c1:n0", "c2:n0")
    assert not together(found, "b1:n0", "c1:n0")
    assert together(found, "a1:n1", "a2:n1", "a3:n1", "c1:n1", "c2:n1")
    assert together(found, "c1:n2", "c2:n2")
    assert "a3:n2" not in found.of, "a group without a name is nobody to be met again"


def test_an_identity_has_a_name_and_a_first_fact() -> None:
    found = identities(STORIES)
    tervo = found.every[found.of["a2:n0"]]
    assert (tervo.kind, tervo.name, tervo.first, tervo.profile.facts) == ("person", "Aino Maria Tervo", "a1:n0", 3)
    assert found.every[found.of["c2:n2"]].name == "Halla Vikings"
    assert len(found.scores) == len(found.of)


def test_links_lead_to_the_first_fact_with_reasons() -> None:
    found = list(links(STORIES, identities(STORIES)))
    same = of(found, "same")
    assert ("a1:n0", "a2:n0") in same
    assert ("a1:n0", "a3:n0") in same
    assert ("a2:n0", "a3:n0") not in same
    link = next(link for link in found if link.right == "b2:n0")
    assert (link.left, link.about, link.decided_by) == ("b1:n0", "person", "machine")
    assert link.score >= 0.5
    assert "same country: GBR" in link.reasons


def test_what_nobody_can_tell_is_a_link_too() -> None:
    stories = [
        report("a1", names=[person("Aino Tervo"), HALLA, person("Ben Okoth")]),
        report("a2", names=[person("Eero Tervo"), HALLA, person("Ben Okoth")]),
        report("a3", names=[person("Tervo"), HALLA, person("Ben Okoth")]),
    ]
    found = identities(stories)
    assert not together(found, "a1:n0", "a3:n0")
    assert not together(found, "a2:n0", "a3:n0")
    unsure = of(list(links(stories, found)), "unsure")
    assert sorted(unsure) == [("a1:n0", "a3:n0"), ("a2:n0", "a3:n0")]


def test_the_order_of_reports_tells_nothing() -> None:
    whole = identities(STORIES)
    for seed in range(5):
        shuffled = random.Random(seed).sample(STORIES, len(STORIES))
        assert groups(identities(shuffled)) == groups(whole)


def test_a_surname_that_comes_first_finds_its_bearer() -> None:
    stories = [
        report("a1", "2031-05-01", names=[person("Tervo", country="FIN"), HALLA, person("Ben Okoth")]),
        report("a2", "2031-05-02", names=[person("Aino Tervo", country="FIN"), HALLA, person("Ben Okoth")]),
    ]
    assert together(identities(stories), "a1:n0", "a2:n0")


def test_who_a_person_says_are_two_are_two() -> None:
    found = identities(STORIES, apart=[("b2:n0", "b1:n0")])
    assert not together(found, "b1:n0", "b2:n0")
    said = [link for link in links(STORIES, found) if link.decided_by != "machine"]
    assert [(link.left, link.right, link.judgement, link.score) for link in said] == [
        ("b1:n0", "b2:n0", "different", 0.0)
    ]


def test_who_a_person_says_are_one_are_one() -> None:
    found = identities(STORIES, bound=[("b1:n0", "c1:n0")])
    assert together(found, "b1:n0", "b2:n0", "c1:n0", "c2:n0")
    assert found.every[found.of["c2:n0"]].profile.facts == 4


def test_the_rest_goes_to_the_side_that_it_is_like() -> None:
    stories = [
        report("a1", names=[person("Ola Brekke", posts=("pilot",)), HALLA, person("Ben Okoth")]),
        report("a2", names=[person("Ola Brekke"), MARLE, person("Cleo Dunmore")]),
        report("a3", names=[person("Ola Brekke", posts=("pilot",)), HALLA, person("Ben Okoth")]),
        report("a4", names=[person("Ola Brekke"), MARLE, person("Cleo Dunmore")]),
    ]
    assert together(identities(stories), "a1:n0", "a2:n0", "a3:n0", "a4:n0")
    found = identities(stories, apart=[("a1:n0", "a2:n0")])
    assert together(found, "a1:n0", "a3:n0")
    assert together(found, "a2:n0", "a4:n0")


def test_taking_a_judgement_back_undoes_it() -> None:
    before = groups(identities(STORIES))
    for said in ({"apart": [("a1:n0", "a3:n0")]}, {"bound": [("b1:n0", "c1:n0"), ("a1:n0", "b2:n0")]}):
        assert groups(identities(STORIES, **said)) != before
    assert groups(identities(STORIES)) == before


def test_a_judgement_of_facts_that_are_gone_is_none() -> None:
    said = [("gone:n0", "a1:n0")]
    found = identities(STORIES, bound=said, apart=[("gone:n1", "gone:n2")])
    assert groups(found) == groups(identities(STORIES))
    assert not [link for link in links(STORIES, found) if link.decided_by != "machine"]


def test_nothing_comes_of_nothing() -> None:
    none: list[Report] = []
    found = identities(none)
    assert (found.every, found.of, list(links(none, found))) == ((), {}, [])


def test_many_of_a_surname_tell_nothing() -> None:
    crowd = [report(f"a{at:03}", names=[person(f"{name}o Tervo"), HALLA]) for at, name in enumerate(_given(80))]
    found = identities([*crowd, report("z", names=[person("Tervo"), HALLA])])
    assert [fact for fact, at in found.of.items() if at == found.of["z:n0"]] == ["z:n0"]


def _given(count: int) -> list[str]:
    return [f"{a}{b}{c}" for a in ("Bri", "Gun", "Kel", "Mor", "Sav") for b in "aeiou" for c in "dlvz"][:count]


def facts() -> list[tuple[str, Profile]]:
    """The facts of all stories with their profiles."""
    return [
        (named.fact, profile)
        for story in STORIES
        for named, profile in zip(story.names, profiles_of(story), strict=True)
        if profile is not None
    ]


def test_a_few_facts_are_grouped_as_many_are() -> None:
    assert {frozenset(group) for group in grouped(facts())} == groups(identities(STORIES))


def test_a_few_facts_are_grouped_as_a_person_says() -> None:
    apart, bound = [("b1:n0", "b2:n0"), ("gone", "b1:n0")], [("b1:n0", "c1:n0")]
    found = grouped(facts(), bound, apart)
    assert any({"b1:n0", "c1:n0"} <= set(group) for group in found)
    assert not any({"b1:n0", "b2:n0"} <= set(group) for group in found)


def test_an_identity_comes_together_again() -> None:
    mine = [(fact, profile) for fact, profile in facts() if fact in ("a1:n0", "a2:n0", "a3:n0")]
    assert grouped(mine) == [("a1:n0", "a2:n0", "a3:n0")]
    assert grouped(mine, apart=[("a1:n0", "a3:n0")]) == [("a1:n0", "a2:n0"), ("a3:n0",)]


def test_one_of_whom_all_was_sure_is_met_again_without_comparing() -> None:
    crowd = [report(f"a{at:02}", "2031-05-02", names=[MAYOR, HALLA, person("Ben Okoth")]) for at in range(30)]
    found = identities(crowd)
    assert [identity.profile.facts for identity in found.every] == [30, 30, 30]
    assert found.every[0].profile.posts == {"mayor": 30}
