"""Who the dead were, how many they were, and who were among them."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.values import Casualties, Person

Told = Callable[..., Record]
Row = tuple[str, int | None, int | None, str | None]


def values(record: Record) -> list[Casualties]:
    return [fact.value for fact in record.of("casualties") if isinstance(fact.value, Casualties)]


def counts(told: Told, text: str) -> list[Row]:
    return [(v.effect, v.low, v.high, v.group) for v in values(told(text, upto="casualties"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Among the dead were three children.", [("killed", 3, 3, "children")]),
        ("Her husband and three sons were among the dead.", [("killed", 1, 1, "husband"), ("killed", 3, 3, "sons")]),
        ("The dead included two nurses and a cook.", [("killed", 2, 2, "nurses"), ("killed", 1, 1, "cook")]),
        ("Four of the dead were children.", [("killed", 4, 4, "children")]),
        ("At least two of those killed were children.", [("killed", 2, None, "children")]),
        ("The mayor's son was among those injured.", [("wounded", 1, 1, "son")]),
        (
            "The dead were identified as Ana Ruiz and Paulo Salas.",
            [("killed", 1, 1, "Ana Ruiz"), ("killed", 1, 1, "Paulo Salas")],
        ),
        ("The victim was identified as Ana Ruiz.", []),  # of what, the sentence does not say
        ("The dead were taken to Porto.", []),
        ("The wounded are in hospital.", []),
    ],
)
def test_rolls(told: Told, text: str, expected: list[Row]) -> None:
    assert counts(told, text) == expected


def test_the_names_of_the_victims_are_parts_of_their_count(told: Told) -> None:
    text = "Five farmers were killed in Porto. The victims were identified as Ana Ruiz and Paulo Salas."
    record = told(text, upto="casualties")
    whole, *named = record.of("casualties")
    assert [value.part_of for value in values(record)[1:]] == [whole.id, whole.id] and len(named) == 2


def test_a_single_victim_gets_the_name(told: Told) -> None:
    record = told("One person was killed in Porto. The victim was identified as Ana Ruiz.", upto="casualties")
    (value,) = values(record)
    (victim,) = value.victims
    person = record.get(victim)
    assert person is not None and isinstance(person.value, Person) and person.value.name == "Ana Ruiz"


def test_they_are_those_counted_just_before(told: Told) -> None:
    assert len(counts(told, "Two nurses were killed in Porto. They are Ana Ruiz and Lea Salas.")) == 3
    assert len(counts(told, "Two nurses were killed in Porto. They are angry.")) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of dead rose to 31.", [("killed", 31, 31, "people")]),
        ("Officials put the number of wounded at 31.", [("wounded", 31, 31, "people")]),
        ("The number of people killed in the fire climbed to 31.", [("killed", 31, 31, "people")]),
        ("The blast brought to 31 the death toll.", [("killed", 31, 31, "people")]),
        ("The toll stood at 31.", [("killed", 31, 31, "people")]),
        ("A number of people were killed.", [("killed", 2, None, "people")]),
        ("The number of people killed is unknown.", []),
        ("The number of phones sold rose to 31.", []),
    ],
)
def test_tallies(told: Told, text: str, expected: list[Row]) -> None:
    assert counts(told, text) == expected


def test_a_tally_knows_the_noun(told: Told) -> None:
    (row,) = counts(told, "The attack brings to 14 the number of policemen killed in Porto.")
    assert row[:3] == ("killed", 14, 14) and row[3] == "policemen"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The fire killed three people, two of them children.", ("killed", 2, 2, "children")),
        ("Seventeen people, nine of them police officers, were killed.", ("killed", 9, 9, "police officers")),
        ("Police killed four robbers, two of whom were brothers.", ("killed", 2, 2, "brothers")),
        ("The crash injured 14 people, five of them critically.", ("wounded", 5, 5, "people")),
        ("Fourteen people, most of them women, were killed.", ("killed", 2, None, "women")),
        ("Five people, among them the mayor's son, were hurt.", ("wounded", 1, 1, "son")),
        ("Ten people died in the attack, including the two attackers.", ("killed", 2, 2, "attackers")),
    ],
)
def test_parts(told: Told, text: str, part: Row) -> None:
    record = told(text, upto="casualties")
    whole, told_again = values(record)
    assert (told_again.effect, told_again.low, told_again.high, told_again.group) == part
    assert told_again.part_of == record.of("casualties")[0].id and whole.part_of is None


def test_a_part_belongs_to_the_count_beside_it(told: Told) -> None:
    record = told("The crash killed two and injured 14, five of them critically.", upto="casualties")
    assert [(v.effect, v.best, v.part_of is not None) for v in values(record)] == [
        ("killed", 2, False),
        ("wounded", 14, False),
        ("wounded", 5, True),
    ]


def test_names_beside_a_count(told: Told) -> None:
    record = told("Rebels kidnapped two engineers, Ana Ruiz and Paulo Salas.", upto="casualties")
    whole, *parts = values(record)
    assert (whole.best, [part.best for part in parts]) == (2, [1, 1])
    assert whole.victims == tuple(victim for part in parts for victim in part.victims)


def test_names_behind_a_colon(told: Told) -> None:
    text = "Rebels kidnapped three engineers: Ana Ruiz, Captain Paulo Salas and Lea Roth."
    assert [row[3] for row in counts(told, text)][1:] == ["Ana Ruiz", "Captain Paulo Salas", "Lea Roth"]


def test_a_bare_noun_in_a_list_counts_nobody(told: Told) -> None:
    assert len(counts(told, "The raid killed 60 people, including women and children.")) == 1
