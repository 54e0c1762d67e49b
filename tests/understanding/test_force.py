"""Whether words of two senses tell of violence: by weapons, fighters, what is struck, and bloodshed beside them."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.values import Event

Told = Callable[..., Record]


def kinds(record: Record) -> list[str]:
    """The types of the events, in the order of the text."""
    return [fact.value.type for fact in record.of("event") if isinstance(fact.value, Event)]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked Ana Souza in Lund.",
        "Ana Souza was attacked with a knife in Lund.",
        "Ana Souza was attacked in Lund on Monday. She was shot twice.",
        "Youths attacked the embassy in Lund on Monday.",
        "Kenya attacked Ghana on Monday.",
        "Two men fought soldiers in Lund.",
        "Soldiers hit a village near Lund with rockets.",
        "The Brek Front claimed responsibility for the attack on the mayor of Lund.",
        "The battle for the town of Lund began on Monday, and six soldiers were killed.",
    ],
)
def test_force(told: Told, text: str) -> None:
    assert "ASSAULT" in kinds(told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ana Souza attacked Henrik Dahl on Monday.",
        "Senator Ana Souza attacked the policemen of Lund for their silence on guns.",
        "The attack on Henrik Dahl in the debate surprised Ana Souza on Monday.",
        "Ana Souza fought for the law in Lund.",
        "The company attacked its rival on Monday.",
        "Norway killed the plan on Monday.",
        "Taxes are hurting families in Lund, President Ana Souza said.",
        "Ana Souza is hurting the voters of Lund.",
    ],
)
def test_no_force(told: Told, text: str) -> None:
    assert "ASSAULT" not in kinds(told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Attacks on journalists worry Ana Souza.",
        "Ana Souza spoke of the murder of nuns.",
        "Ana Souza pays the cost of always fighting smugglers.",
        "Their raids are a danger, Ana Souza said of the rebels' raids.",
    ],
)
def test_what_is_said_of_violence_in_general_is_no_event(told: Told, text: str) -> None:
    assert "ASSAULT" not in kinds(told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Murders in Lund worry Ana Souza.",
        "Two murders of journalists worry Ana Souza.",
        "The murder of two nuns shocked Ana Souza.",
        "The murder of Henrik Dahl shocked Ana Souza.",
        "Rebels carried out raids on villages.",
    ],
)
def test_a_place_a_number_or_a_name_makes_it_one(told: Told, text: str) -> None:
    assert "ASSAULT" in kinds(told(text))


def test_the_dead_of_a_story_of_violence_are_its_victims(told: Told) -> None:
    record = told("Gunmen stormed a bank in Lund on Monday.\n\nTwo clerks were killed and a guard was wounded.")
    assert kinds(record).count("ASSAULT") == len(kinds(record))


def test_the_dead_of_an_accident_are_not(told: Told) -> None:
    record = told("A bus crashed near Lund on Monday.\n\nTwo passengers were killed. The driver was once a rebel.")
    assert "ASSAULT" not in kinds(record)


def test_an_explosion_is_an_attack_where_one_is_told(told: Told) -> None:
    record = told("An explosion shook Lund on Monday.\n\nNobody has said who was behind the bomb.")
    assert "ACCIDENT" not in kinds(record)
    assert "ASSAULT" in kinds(record)


def test_an_explosion_without_one_is_an_accident(told: Told) -> None:
    assert kinds(told("An explosion shook a factory in Lund on Monday.")) == ["ACCIDENT"]


def test_harm_to_oneself_is_no_force(told: Told) -> None:
    assert "ASSAULT" not in kinds(told("Henrik Dahl killed himself in Lund on Monday."))


@pytest.mark.parametrize(
    "text",
    ["The rifle used in the murder of Ana Souza was found.", "A rifle was used in the murder of Ana Souza."],
)
def test_what_was_used_in_a_deed_is_its_weapon(told: Told, text: str) -> None:
    record = told(text)
    [event] = [fact.value for fact in record.of("event") if isinstance(fact.value, Event)]
    assert [record.words(span) for span in event.instruments] in (["rifle"], ["The rifle"], ["A rifle"])
    assert "firearms" in event.modes


def test_harm_told_of_two_in_one_clash_is_part_of_it(told: Told) -> None:
    assert kinds(told("One rebel was killed and five others were wounded during a clash near Lund.")) == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "cameo"),
    [
        ("Gunmen attacked a patrol near Lund with grenades.", "183"),
        ("Gunmen attacked a patrol near Lund with rifles.", "193"),
        ("Gunmen attacked a patrol near Lund with rockets.", "194"),
        ("A suicide bomber killed six people in Lund.", "183"),
        ("Gunmen attacked a patrol near Lund with knives.", "190"),
    ],
)
def test_the_weapon_tells_the_code_of_an_attack(told: Told, text: str, cameo: str) -> None:
    assert {fact.value.cameo for fact in told(text).of("event") if isinstance(fact.value, Event)} == {cameo}


@pytest.mark.parametrize("text", ["Soldiers shot at the mob in Lund.", "Two dozen of the villagers were shot in Lund."])
def test_a_crowd_is_a_victim(told: Told, text: str) -> None:
    assert kinds(told(text)) == ["ASSAULT"]


def test_what_kills_needs_no_person(told: Told) -> None:
    record = told("Four rockets slammed into Lund on Monday, killing seven Danes.")
    [event] = [fact.value for fact in record.of("event") if isinstance(fact.value, Event)]
    assert event.recipients
