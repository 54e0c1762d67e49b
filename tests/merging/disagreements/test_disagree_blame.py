"""Who did it: blame of two who cannot both have done it, and those who deny it."""

import pytest

from dateline.merging.disagreements.disagreeing import disagreements_of
from dateline.merging.outcomes import Disagreement
from dateline.merging.parts import Part
from dateline.merging.reports.report import Named
from merging.reported import Said, happening, organisation, part, person, place, report, saying, telling_of, toll

ARMY = organisation("army", proper=False, sector="MIL")
REBELS = organisation("rebels", proper=False, sector="REB")
GUNMEN = organisation("gunmen", proper=False, sector="UAF")
FRONT = organisation("Brek Front", sector="REB")
LEAGUE = organisation("Sund League", sector="REB")
VILLAGERS = organisation("villagers", proper=False, sector="CVL")


def told(article: str, *actors: Named, sayings: tuple[Said, ...] = (), kind: str = "ASSAULT", **fields: object) -> Part:
    known = {"lead": True, "triggers": ["shelling"], "sentence": "Shelling hit the village of Oster.", **fields}
    return telling_of(article, "2024-05-03", kind, outlet=article.upper(), actors=actors, sayings=sayings, **known)


def of(*parts: Part, about: str = "actor") -> list[Disagreement]:
    return [found for found in disagreements_of(parts) if found.about == about]


def blames(speaker: Named, words: str) -> Said:
    return saying(words, speaker, "accuses", cue="blamed", manner="indirect")


def denies(speaker: Named, words: str, cue: str = "denied", **fields: object) -> Said:
    return saying(words, speaker, "denies", cue=cue, manner="indirect", **fields)


def test_two_who_are_blamed_by_two_speakers() -> None:
    government = organisation("government", proper=False, sector="GOV")
    first = told(
        "a1", REBELS, said_by="the government", sayings=(saying("Rebels shelled Oster", government, about=[0]),)
    )
    second = told("a2", ARMY, said_by="villagers", sayings=(saying("The army shelled Oster", VILLAGERS, about=[0]),))
    (found,) = of(first, second)
    assert (found.how, [(side.value, side.said_by) for side in found.sides]) == (
        "disagreement",
        [("rebels", "the government"), ("army", "villagers")],
    )
    assert found.message.startswith("Who did it: rebels, says the government (A1, 3 May 2024); army, says villagers")


def test_blame_outside_of_what_is_told_of_the_event_counts_too() -> None:
    attack = happening("ASSAULT", lead=True, triggers=["shelling"], sentence="Shelling hit the village of Oster.")
    said = blames(person("Ada Holm"), "the Brek Front for the attack")
    first = report("a1", "2024-05-03", "A1", happenings=[attack], sayings=[said], names=[FRONT])
    (found,) = of(part(first), told("a2", ARMY, said_by="villagers"))
    assert [(side.value, side.said_by) for side in found.sides] == [("Brek Front", "Ada Holm"), ("army", "villagers")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (GUNMEN, FRONT),
        (organisation("Zembla", sector="GOV", country="ZEM"), organisation("army", proper=False, sector="MIL")),
        (place("Zembla", precision="country", country="ZEM"), organisation("Zembla Navy", sector="MIL", country="ZEM")),
        (FRONT, organisation("Brek Front for Freedom", sector="REB")),
        (person("Ada Holm"), person("Ulf Sand")),
        (organisation("men", proper=False), ARMY),
    ],
    ids=["a group and its name", "a country and its army", "a country and its navy", "a short name", "two people",
         "anybody"],
)  # fmt: skip
def test_parties_that_may_be_one_do_not_disagree(one: Named, other: Named) -> None:
    assert of(told("a1", one, said_by="Ulf Berg"), told("a2", other, said_by="villagers")) == []


def test_nobody_disagrees_where_nobody_is_named_for_it() -> None:
    assert of(told("a1", FRONT), told("a2", LEAGUE)) == []
    assert of(told("a1", FRONT, said_by="police"), told("a2", LEAGUE, said_by="police")) == []


def test_two_named_fronts_that_two_speakers_blame() -> None:
    (found,) = of(told("a1", FRONT, said_by="police"), told("a2", LEAGUE, said_by="the mayor"))
    assert [side.value for side in found.sides] == ["Brek Front", "Sund League"]


def test_both_act_in_a_fight() -> None:
    first = told("a1", REBELS, said_by="police", recipients=[ARMY])
    assert of(first, told("a2", ARMY, said_by="villagers", recipients=[REBELS])) == []


def test_doers_of_two_deeds_and_doers_together_do_not_disagree() -> None:
    first = told("a1", REBELS, said_by="police")
    assert of(first, told("a2", ARMY, said_by="villagers", triggers=["raid"])) == []
    assert of(first, told("a2", ARMY, REBELS, said_by="villagers")) == []


def test_talks_have_no_doer() -> None:
    first = told("a1", REBELS, said_by="police", kind="CONSULT")
    assert of(first, told("a2", ARMY, said_by="villagers", kind="CONSULT")) == []


def test_a_suspect_who_denies_responsibility() -> None:
    held = told("a1", FRONT, said_by="police")
    no = told("a2", sayings=(denies(FRONT, "responsibility"),))
    (found,) = of(held, no)
    assert (found.how, [side.value for side in found.sides]) == ("denial", ["Brek Front", "denied"])
    assert found.message == (
        "Who did it: Brek Front, says police (A1, 3 May 2024); denied by Brek Front (A2, 3 May 2024)"
    )


@pytest.mark.parametrize("words", ["involvement in the shelling", "any part in the attack on Oster", "the shelling"])
def test_ways_to_deny_it(words: str) -> None:
    (found,) = of(told("a1", FRONT, said_by="police"), told("a2", sayings=(denies(FRONT, words),)))
    assert found.how == "denial"


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("to negotiate with the army after the shelling", "refused"),
        ("to comment on the shelling", "declined"),
        ("responsibility", "did not deny"),
        ("a plan for new schools in Oster", "denied"),
        ("the truce that the army had offered", "rejected"),
    ],
)
def test_words_that_deny_nothing_of_the_kind(words: str, cue: str) -> None:
    assert of(told("a1", FRONT, said_by="police"), told("a2", sayings=(denies(FRONT, words, cue),))) == []


def test_rejecting_accusations_denies_them() -> None:
    no = told("a2", sayings=(denies(FRONT, "accusations of involvement in the shelling", "rejected"),))
    assert [found.how for found in of(told("a1", FRONT, said_by="police"), no)] == ["denial"]


def test_who_denies_it_for_his_own_force() -> None:
    ministry = organisation("defence ministry", proper=False, sector="GOV")
    no = told("a2", ARMY, status="denied", stance="denies",
              sayings=(denies(ministry, "that the army had shelled Oster", about=[0]),))  # fmt: skip
    held = told("a1", ARMY, said_by="villagers", tolls=[toll("killed", 9)])
    (found,) = of(held, no)
    assert [(side.value, side.said_by) for side in found.sides] == [
        ("army", "villagers"),
        ("denied", "defence ministry"),
    ]
    assert of(held, no, about="happened") == []


def test_where_nobody_came_to_harm_the_suspect_denies_that_it_was() -> None:
    no = told("a2", ARMY, status="denied", stance="denies",
              sayings=(denies(ARMY, "that it had shelled the village of Oster", about=[0]),))  # fmt: skip
    held = told("a1", ARMY, said_by="villagers")
    assert of(held, no) == []
    (found,) = of(held, no, about="happened")
    assert [side.value for side in found.sides] == ["it happened", "denied"]


def test_a_claim_against_the_word_of_the_police() -> None:
    police = organisation("police", proper=False, sector="COP")
    attack = happening("ASSAULT", lead=True, triggers=["shelling"], sentence="Shelling hit the village of Oster.")
    said = blames(police, "the Sund League for the shelling")
    second = report("a2", "2024-05-03", "A2", happenings=[attack], sayings=[said], names=[LEAGUE])
    (found,) = of(told("a1", FRONT), part(second))
    assert [(side.value, side.said_by) for side in found.sides] == [("Brek Front", None), ("Sund League", "police")]


def test_each_blames_the_other() -> None:
    attack = happening("ASSAULT", lead=True, triggers=["hit"], sentence="Mortar shells hit the village of Oster.")
    first = report("a1", "2024-05-03", "A1", happenings=[attack], sayings=[blames(ARMY, "rebels of firing the shells")],
                   names=[REBELS])  # fmt: skip
    second = report("a2", "2024-05-03", "A2", happenings=[attack], names=[ARMY],
                    sayings=[blames(REBELS, "the army of firing the shells")])  # fmt: skip
    (found,) = of(part(first), part(second))
    assert [(side.value, side.said_by) for side in found.sides] == [("rebels", "army"), ("army", "rebels")]


def test_a_fight_has_no_one_doer() -> None:
    first = told("a1", REBELS, said_by="the government", triggers=["clashes"])
    assert of(first, told("a2", ARMY, said_by="villagers", triggers=["clashes"])) == []


def test_a_denial_of_another_deed_is_none_of_this_one() -> None:
    no = told("a2", ARMY, status="denied", recipients=[GUNMEN], triggers=["arrest"],
              sayings=(denies(ARMY, "that it had arrested gunmen", about=[0]),))  # fmt: skip
    assert of(told("a1", ARMY, said_by="villagers", recipients=[VILLAGERS]), no) == []


def test_a_denial_alone_is_no_disagreement() -> None:
    assert of(told("a2", sayings=(denies(FRONT, "responsibility"),))) == []


def test_one_report_that_gives_the_blame_and_the_denial() -> None:
    both = told("a1", FRONT, said_by="police", sayings=(denies(FRONT, "any involvement"),))
    (found,) = of(both)
    assert [side.article for side in found.sides] == ["a1", "a1"]


def test_whom_somebody_blames_is_told_by_him_and_not_by_who_counts_the_dead_there() -> None:
    holm = person("Ada Holm")
    sayings = (blames(holm, "the Brek Front for the shelling"), denies(FRONT, "that it did the shelling"))
    (found,) = of(told("a1", FRONT, said_by="the coast guard", sayings=sayings))
    assert [(side.value, side.said_by) for side in found.sides] == [
        ("Brek Front", "Ada Holm"),
        ("denied", "Brek Front"),
    ]
