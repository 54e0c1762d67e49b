"""Who the victims were, and by which name."""

import pytest

from dateline.merging.disagreements.disagreeing import disagreements_of
from dateline.merging.outcomes import Disagreement
from dateline.merging.parts import Part
from dateline.merging.reports.report import Named
from merging.reported import Tolled, person, telling_of, toll


def told(article: str, *tolls: Tolled, recipients: tuple[Named, ...] = (), **fields: object) -> Part:
    known = {"lead": True, "triggers": ["strike"], **fields}
    return telling_of(article, "2024-05-03", outlet=article.upper(), tolls=tolls, recipients=recipients, **known)


def of(*parts: Part, about: str = "recipient") -> list[Disagreement]:
    return [found for found in disagreements_of(parts) if found.about == about]


def dead(count: int, group: str, by: str | None = None, **fields: object) -> Tolled:
    return toll("killed", count, group=group, said_by=by, words=f"{count} {group}", **fields)


def test_fighters_for_one_and_villagers_for_the_other() -> None:
    (found,) = of(told("a1", dead(12, "militants", "the army")), told("a2", dead(12, "young farmers", "residents")))
    assert (found.how, [(side.value, side.said_by) for side in found.sides]) == (
        "disagreement",
        [("12 militants", "the army"), ("12 young farmers", "residents")],
    )
    assert found.message.startswith("Who was killed: 12 militants, says the army (A1, 3 May 2024)")


def test_one_report_gives_both_only_in_the_words_of_two() -> None:
    both = told("a1", dead(12, "militants", "the army"), dead(12, "civilians", "residents"))
    assert len(of(both)) == 1
    assert of(told("a1", dead(12, "militants"), dead(12, "civilians"))) == []


@pytest.mark.parametrize(
    "other",
    [
        dead(9, "civilians", "residents"),
        dead(12, "people", "residents"),
        dead(12, "insurgents", "residents"),
        dead(12, "civilians", "the army"),
        dead(12, "civilians", "residents", part=True),
        dead(12, "civilians", "residents", status="denied"),
        toll("freed", 12, group="civilians", said_by="residents"),
    ],
    ids=["another count", "anybody", "fighters too", "one speaker", "a part", "denied", "another effect"],
)
def test_groups_that_do_not_disagree(other: Tolled) -> None:
    assert of(told("a1", dead(12, "militants", "the army")), told("a2", other)) == []


def named(article: str, name: str, *others: str, **fields: object) -> Part:
    victim = person(name)
    known = toll("killed", 1, victims=[victim], group=name, words=name)
    return told(article, known, recipients=(victim, *map(person, others)), **fields)


def test_a_letter_of_a_name_is_a_minor_disagreement() -> None:
    (found,) = of(
        named("a1", "Viktor Stenberg"), named("a2", "Viktor Stenberk"), named("a3", "Viktor Stenberg"), about="name"
    )
    assert (found.minor, [(side.value, side.articles) for side in found.sides]) == (
        True,
        [("Viktor Stenberg", ("a1", "a3")), ("Viktor Stenberk", ("a2",))],
    )
    assert found.message.startswith("Spelling of a name: Viktor Stenberg (A1, 3 May 2024)")


def test_two_names_of_the_one_victim() -> None:
    (found,) = of(named("a1", "Viktor Stenberg"), named("a2", "Robert Stenberg"), about="name")
    assert (found.minor, found.how) == (False, "disagreement")
    assert found.message.startswith("Name of the victim: ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Viktor Stenberg", "Viktor Stenberg"),
        ("Viktor Stenberg", "Stenberg"),
        ("Viktor Stenberg", "Viktor Anders Stenberg"),
        ("Yuri Jafarov", "Jurij Dzhafarov"),
        ("Viktor Stenberg", "Ulf Sand"),
        ("William Sand", "Bill Sand"),
    ],
    ids=["alike", "a surname", "a second name", "romanised", "nothing in common", "a short form"],
)
def test_names_that_do_not_disagree(one: str, other: str) -> None:
    assert of(named("a1", one), named("a2", other), about="name") == []


def test_of_several_victims_each_report_may_name_another() -> None:
    first = named("a1", "Viktor Stenberg")
    assert of(first, told("b1", toll("killed", 3)), named("a2", "Robert Stenberg"), about="name") == []
    assert of(first, named("a2", "Robert Stenberg", "Viktor Stenberg"), about="name") == []


def test_a_copy_repeats_the_slip_of_another() -> None:
    assert of(named("a1", "Viktor Stenberg"), named("a2", "Viktor Stenberk", copy_of="a1"), about="name") == []
