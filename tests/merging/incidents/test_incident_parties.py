"""Who acted in an incident and who was acted upon, by all its tellings."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merging.incidents.parties import actors_of, recipients_of
from dateline.merging.parts import Part
from dateline.merging.reports.report import Named
from merging.reported import organisation, person, telling_of

ADA = person("Ada Holm", country="SWE", sector="GOV")
HOLM = person("Holm")
BRITT = person("Britt Holm")
FRONT = organisation("Brek Front", sector="REB", country="SWE")
FRONT_TOO = organisation("Brek Front", sector="UAF")
GUNMEN = organisation("gunmen", proper=False, sector="UAF")
GUNMEN_TOO = organisation("Gunmen", proper=False)


def told(*actors: Named | None) -> list[Part]:
    return [telling_of(f"a{at}", actors=[named] if named else []) for at, named in enumerate(actors)]


def names(*actors: Named | None) -> list[str]:
    return [party.name for party in actors_of(told(*actors))]


def test_names_come_before_nouns() -> None:
    assert names(GUNMEN, GUNMEN, FRONT, None) == ["Brek Front", "gunmen"]


def test_a_name_that_hardly_anybody_gives_comes_later() -> None:
    assert names(*[GUNMEN] * 9, FRONT) == ["gunmen", "Brek Front"]


def test_one_name_is_one_party() -> None:
    (party,) = actors_of(told(FRONT, FRONT_TOO, FRONT))
    assert (party.name, party.country, party.sector) == ("Brek Front", "SWE", "REB")
    assert (party.facts, party.articles) == (("a0:n0", "a1:n0", "a2:n0"), ("a0", "a1", "a2"))


def test_a_surname_is_the_only_longer_name_that_has_it() -> None:
    assert names(HOLM, HOLM, ADA) == ["Ada Holm"]
    assert sorted(names(HOLM, ADA, BRITT)) == ["Ada Holm", "Britt Holm", "Holm"]


def test_spellings_of_one_name_are_one_and_the_most_usual_is_kept() -> None:
    yusuf, yousef = person("Yusuf Karim"), person("Yousef Kareem")
    assert names(yusuf, yousef, yousef) == ["Yousef Kareem"]


def test_nouns_are_alike_in_small_letters() -> None:
    assert len(names(GUNMEN, GUNMEN_TOO)) == 1


def test_recipients_are_others() -> None:
    part = telling_of("a", actors=[FRONT], recipients=[ADA, organisation("villagers", proper=False)])
    assert [party.name for party in recipients_of([part])] == ["Ada Holm", "villagers"]
    assert [party.name for party in actors_of([part])] == ["Brek Front"]


def test_nobody_is_told() -> None:
    assert actors_of(told(None)) == ()


@settings(deadline=None)
@given(st.lists(st.sampled_from([ADA, HOLM, BRITT, FRONT, FRONT_TOO, GUNMEN, None]), max_size=8), st.randoms())
def test_any_order_gives_the_same_parties(actors: list[Named | None], chance: Any) -> None:
    parts = told(*actors)
    mixed = parts.copy()
    chance.shuffle(mixed)
    one = {(party.name, party.country, party.sector, frozenset(party.facts)) for party in actors_of(parts)}
    other = {(party.name, party.country, party.sector, frozenset(party.facts)) for party in actors_of(mixed)}
    assert one == other
    named = [part.happening.actors for part in parts if part.happening.actors]
    assert sum(len(facts) for *_, facts in one) == len(named)
