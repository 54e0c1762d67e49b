"""Denials that it happened, and one speaker who says so here and denies it there."""

import pytest

from dateline.merging.disagreements.disagreeing import disagreements_of
from dateline.merging.outcomes import Disagreement
from dateline.merging.parts import Part
from merging.reported import Said, organisation, person, saying, telling_of

REBELS = organisation("rebels", proper=False, sector="REB")
MINISTRY = organisation("Interior Ministry", sector="GOV")
HOLM = person("Ada Holm")
SENTENCE = "Rebels attacked a convoy near Brekholm."


def told(article: str, *sayings: Said, **fields: object) -> Part:
    known = {"lead": True, "triggers": ["attacked"], "sentence": SENTENCE, "actors": [REBELS], **fields}
    return telling_of(article, "2024-05-03", outlet=article.upper(), sayings=sayings, **known)


def no(
    words: str = "that rebels attacked a convoy near Brekholm", speaker: object = MINISTRY, **fields: object
) -> Said:
    known = {"cue": "denied", "manner": "indirect", "about": [0], **fields}
    return saying(words, speaker, "denies", **known)  # type: ignore[arg-type]


def of(*parts: Part, about: str = "happened") -> list[Disagreement]:
    return [found for found in disagreements_of(parts) if found.about == about]


def test_what_one_report_tells_and_a_ministry_denies() -> None:
    (found,) = of(told("a1", said_by="the governor"), told("a2", no(), status="denied", stance="denies"))
    assert (found.about, found.how) == ("happened", "denial")
    assert [(side.value, side.said_by, side.article) for side in found.sides] == [
        ("it happened", "the governor", "a1"),
        ("denied", "Interior Ministry", "a2"),
    ]
    assert found.sides[1].words == "that rebels attacked a convoy near Brekholm"
    assert found.message.endswith("denied by Interior Ministry (A2, 3 May 2024)")


def test_a_denial_that_no_event_was_read_from() -> None:
    denied = told("a2", no("that the attack took place", about=[]), triggers=["attack"])
    (found,) = of(told("a1", said_by="the governor", triggers=["attack"]), denied)
    assert found.sides[1].said_by == "Interior Ministry"


def test_there_was_no_such_thing() -> None:
    nothing = saying("There was no attack near Brekholm", MINISTRY, cue="said", manner="indirect")
    (found,) = of(told("a1", said_by="the governor", triggers=["attack"]), told("a2", nothing, triggers=["attack"]))
    assert [side.value for side in found.sides] == ["it happened", "denied"]


@pytest.mark.parametrize(
    "denial",
    [
        no(cue="refused"),
        no(cue="did not deny"),
        no("that more than one convoy near Brekholm was attacked by rebels"),
        no("that rebels attacked a school in Sund, 300 miles away, and burnt its library down"),
        no("that it was involved when rebels attacked a convoy near Brekholm"),
    ],
    ids=["refused", "did not deny", "how many", "another deed", "its own part"],
)
def test_what_is_no_denial_of_it(denial: Said) -> None:
    assert of(told("a1", said_by="the governor"), told("a2", denial, status="denied")) == []


def test_other_people_make_it_another_deed() -> None:
    police = organisation("police", proper=False, sector="COP")
    denied = told("a2", no("that police attacked a convoy near Brekholm"), status="denied", actors=[police])
    assert of(told("a1", said_by="the governor"), denied) == []


def test_a_thing_that_failed_is_not_denied() -> None:
    assert of(told("a1", said_by="the governor"), told("a2", status="denied")) == []


def test_a_denial_without_a_report_that_tells_it_has_one_side() -> None:
    assert of(told("a2", no(), status="denied")) == []


def test_who_says_so_in_one_report_and_denies_it_in_another() -> None:
    yes = told("a1", saying("Rebels attacked a convoy", HOLM, about=[0]), said_by="Ada Holm")
    denied = told("a2", no(speaker=HOLM), status="denied", stance="denies")
    (found,) = of(yes, denied, about="statement")
    assert (found.how, [side.value for side in found.sides]) == ("disagreement", ["it happened", "denied"])
    assert found.message.startswith("What Ada Holm said: it happened, says Ada Holm (A1, 3 May 2024)")
    assert of(yes, denied) == []


def test_police_of_two_towns_may_be_two() -> None:
    police = organisation("police", proper=False, sector="COP")
    yes = told("a1", saying("Rebels attacked a convoy", police, about=[0]), said_by="police")
    assert of(yes, told("a2", no(speaker=police), status="denied"), about="statement") == []


def test_what_is_told_in_passing_needs_the_doer_by_name() -> None:
    denied = told("a2", no(), status="denied", stance="denies")
    assert of(told("a1", said_by="the governor", lead=False), denied) == []
    sand = person("Ulf Sand")
    threat = {"actors": [sand], "triggers": ["threatened"], "type": "THREATEN"}
    held = told("a1", said_by="Ada Holm", lead=False, **threat)
    (found,) = of(held, told("a2", no("ever threatening anybody", sand), status="denied", **threat))
    assert found.sides[1].said_by == "Ulf Sand"
