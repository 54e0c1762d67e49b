"""Which earlier group a phrase takes up, and which it does not."""

import pytest

from conftest import Told
from dateline.record import Record
from dateline.values import Organisation


def chains(record: Record) -> list[list[str]]:
    found = [fact.value for fact in record.of("organisation") if isinstance(fact.value, Organisation)]
    return [[record.text[m.start : m.end] for m in value.mentions if m.form != "pronoun"] for value in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine police officers were hurt. The officers went home.", ["Nine police officers", "The officers"]),
        ("Nine soldiers were hurt. The nine soldiers went home.", ["Nine soldiers", "The nine soldiers"]),
        ("Protesters marched. The demonstrators sang.", ["Protesters", "The demonstrators"]),
        ("Two gunmen took the mill. The attackers fled.", ["Two gunmen", "The attackers"]),
        ("Police closed the road. Police opened it again.", ["Police", "Police"]),
        ("Prosecutors asked for a year. Later prosecutors asked for two.", ["Prosecutors", "prosecutors"]),
        ("The rebels took Lund. Rebels left it again.", ["The rebels", "Rebels"]),
        ("An armed group took the mill. The rebels left.", ["An armed group", "The rebels"]),
        ("Dozens of students marched. The students sang.", ["Dozens of students", "The students"]),
        ("Two Norwegians were hurt. The Norwegians slept.", ["Two Norwegians", "The Norwegians"]),
        ("Striking miners marched. The miners sang.", ["Striking miners", "The miners"]),
        ("Peru's government resigned. The government had lost.", ["Peru's government", "The government"]),
        ("The Peruvian army fled. Peru's beaten army came back.", ["The Peruvian army", "Peru's beaten army"]),
        ("Over 900 refugees came. The 900 refugees slept.", ["Over 900 refugees", "The 900 refugees"]),
    ],
)
def test_one_group(told: Told, text: str, expected: list[str]) -> None:
    assert chains(told(text, upto="organisations")) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Nine officers were hurt. Nine officers went home.",
        "Three gunmen fled. The five gunmen were caught.",
        "Israeli soldiers left. The Jordanian soldiers slept.",
        "Soldiers left. Other soldiers slept.",
        "The soldiers left. The other soldiers slept.",
        "Religious schools refused. The private schools agreed.",
        "The security forces left. The armed forces slept.",
        "A gunman left. The gunmen slept.",
        "Farmers marched. Farmers love rain.",
        "The relatives of Ana Lund left. The relatives of Ivo Brek slept.",
        "All hostages were freed. All hostages slept.",
        "Lundish rebels left. The Peruvian rebels slept.",
        "Two women left. The men slept.",
        "Our soldiers met. Their soldiers slept.",
        "Peru's government met. They wanted to destroy his government.",
        "Rebels met. Suicide bombers slept.",
    ],
)
def test_two_groups(told: Told, text: str) -> None:
    assert len(chains(told(text, upto="organisations"))) == 2


def test_the_government_spoken_of_last(told: Told) -> None:
    text = "Peru's government met. Chile's government met. The government agreed."
    assert chains(told(text, upto="organisations"))[1] == ["Chile's government", "The government"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Tourists love the old mill.", "the words may mean such people in general"),
        ("Tourists can visit the old mill.", "the words may mean such people in general"),
        ("Tourists visited the old mill.", None),
        ("Tourists are leaving the old mill.", None),
        ("Tourists say that they saw it.", None),
        ("Two tourists love the old mill.", None),
        ("A gunman took the mill.", "one person without a name"),
    ],
)
def test_people_in_general_are_less_sure(told: Told, text: str, reason: str | None) -> None:
    (fact,) = told(text, upto="organisations").of("organisation")
    assert fact.reason == reason
    assert (fact.confidence < 0.7) == (reason is not None)


def test_a_measure_means_those_it_measures(told: Told) -> None:
    record = told("Dozens of students marched.", upto="organisations")
    (fact,) = record.of("organisation")
    dozens = record.annotation.tokens[0]
    assert record.who(record.annotation.span(dozens, dozens)) == fact


def test_a_people_is_written_with_a_capital(told: Told) -> None:
    (fact,) = told("THE FOUR KURDS WERE KILLED.", upto="organisations").of("organisation")
    assert isinstance(fact.value, Organisation)
    assert fact.value.name == "Kurds"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The soldiers left Bergen.", "NOR"),
        ("Foreign soldiers left Bergen.", None),
        ("The Lundish soldiers left Bergen.", None),
        ("Swedish soldiers left Bergen.", "SWE"),
    ],
)
def test_what_is_somebody_else_s_is_not_the_story_s_own(told: Told, text: str, country: str | None) -> None:
    record = told(f"OSLO (Fjord News) -\nNorway waits. {text}", upto="organisations", dateline="OSLO (Fjord News) -")
    (value,) = [f.value for f in record.of("organisation") if getattr(f.value, "name", "").lower().endswith("soldiers")]
    assert isinstance(value, Organisation)
    assert value.country == country
