"""What is under way, what a denial leaves standing, and leads that are no plain fact."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.values import Charge, Event, Gist

Told = Callable[..., Record]


def statuses(told: Told, text: str) -> dict[str, str]:
    """The status of each event by its trigger's words."""
    record = told(text, upto="events", published="2024-03-05")
    return {
        record.words(fact.value.trigger): fact.status
        for fact in record.of("event")
        if isinstance(fact.value, Event) and fact.value.type != "REJECT"
    }


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Lund urged the rebels to stop attacking the town of Varde.", "attacking", "asserted"),
        ("Police stopped rebels from attacking the town of Varde.", "attacking", "denied"),
        ("Rebels stopped attacking the town of Varde.", "attacking", "denied"),
        ("The Varde militia denied any role in the killing of two nuns in Lund.", "killing", "asserted"),
        ("Nobody claimed responsibility for the attack on the mayor in Varde.", "attack", "asserted"),
        ("The rebels took no part in talks with Norway.", "talks", "denied"),
        ("Ida Holm received several refusals of her requests for aid.", "requests", "asserted"),
    ],
)
def test_what_a_denial_leaves_standing(told: Told, text: str, trigger: str, status: str) -> None:
    assert statuses(told, text)[trigger] == status


def test_who_denies_his_part_is_no_actor(told: Told) -> None:
    record = told("The Varde militia denied any role in the killing of two nuns in Lund.", upto="events")
    events = [fact.value for fact in record.of("event") if isinstance(fact.value, Event)]
    assert [event.actors for event in events if event.type == "ASSAULT"] == [()]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The mayor did not deserve to die like that.", "asserted"),
        ("The mayor did not die.", "denied"),
    ],
)
def test_what_nobody_deserves(told: Told, text: str, status: str) -> None:
    assert [fact.status for fact in told(text, upto="casualties").of("casualties")] == [status]


def test_killings_that_are_to_stop_make_no_count(told: Told) -> None:
    assert not told("Lund urged the rebels to stop killing farmers.", upto="casualties").of("casualties")


def test_in_charge_of_is_no_charge(told: Told) -> None:
    record = told("Two colonels in charge of the trenches left. Ida Holm faces a charge of theft.", upto="charges")
    charges = [fact.value for fact in record.of("charge") if isinstance(fact.value, Charge)]
    assert [charge.offences for charge in charges] == [("theft",)]


def test_a_known_deed_is_a_fact_though_who_did_it_is_alleged(told: Told) -> None:
    assert statuses(told, "Ida Holm was tried for the Oslo bombing.")["bombing"] == "asserted"


@pytest.mark.parametrize(
    ("text", "what", "status", "said"),
    [
        ("The army denied that its troops had attacked Varde.", "had attacked Varde", "denied", True),
        ("Ministers may meet on Friday, a spokesman said.", "may meet", "possible", True),
        ("Ministers will sign a treaty.", "will sign a treaty", "planned", False),
        ("Gunmen attacked a bank.", "attacked a bank", "asserted", False),
        ("Ida Holm said that gunmen may attack.", "said that gunmen may attack", "asserted", False),
    ],
)
def test_a_lead_has_its_status(told: Told, text: str, what: str, status: str, said: bool) -> None:
    (fact,) = told(text, upto="gists").of("gist")
    assert isinstance(fact.value, Gist)
    assert fact.value.what is not None
    shown = told(text, upto="gists").words(fact.value.what)
    assert (shown, fact.status, fact.said_by is not None) == (what, status, said)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The ferry can carry 200 passengers.", "asserted"),
        ("The ferry cannot carry 200 passengers.", "denied"),
        ("The losses could reach 40 million euros.", "possible"),
        ("The ferry may carry 200 passengers.", "possible"),
    ],
)
def test_what_a_thing_is_able_to_do_is_a_fact(told: Told, text: str, status: str) -> None:
    assert [fact.status for fact in told(text, upto="quantities").of("quantity")] == [status]


def test_of_whom_nobody_in_particular_speaks_there_is_no_doubt(told: Told) -> None:
    record = told("Ida Holm is expected to resign.")
    (person,) = record.of("person")
    assert person.said_by is None


def test_whom_only_a_speaker_names_is_said_by_him(told: Told) -> None:
    record = told('"I was hit by Ida Holm," the clerk said.')
    (person,) = [fact for fact in record.of("person") if "Holm" in getattr(fact.value, "name", "")]
    assert person.said_by is not None
