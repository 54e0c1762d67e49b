"""PLOVER's rules on events beside each other, and who is understood to act."""

from conftest import Told
from dateline.record import Record
from dateline.understanding.acts.coding.beside import UNDERSTOOD
from dateline.values import Event, Organisation


def _events(record: Record, kind: str) -> list[Event]:
    return [fact.value for fact in record.of("event") if isinstance(fact.value, Event) and fact.value.type == kind]


def _actors(record: Record, event: Event) -> list[str]:
    values = [fact.value for one in event.actors if (fact := record.get(one))]
    return [value.name for value in values if isinstance(value, Organisation)]


def test_prison_is_an_arrest_beside_the_conviction(told: Told) -> None:
    record = told("Marta Silva was sentenced to five years in prison in Porto on Tuesday.", upto="events")
    assert [event.modes for event in _events(record, "SANCTION")] == [("convict",)]
    assert [event.modes for event in _events(record, "COERCE")] == [("arrest",)]


def test_a_fine_and_a_suspended_sentence_are_none(told: Told) -> None:
    record = told("Marta Silva was sentenced to a suspended prison term in Porto on Tuesday.", upto="events")
    assert len(_events(record, "SANCTION")) == 1
    assert _events(record, "COERCE") == []
    assert _events(told("A court convicted Marta Silva of fraud on Tuesday.", upto="events"), "COERCE") == []


def test_troops_of_an_attack_are_part_of_it(told: Told) -> None:
    record = told("Chad sent 300 soldiers to the border. Chad attacked rebels in Tibesti with rockets.", upto="events")
    assert len(_events(record, "ASSAULT")) == 1
    assert _events(record, "MOBILIZE") == []


def test_troops_alone_are_told(told: Told) -> None:
    record = told("Chad sent 300 soldiers to the border. Rebels attacked a village in Tibesti.", upto="events")
    assert len(_events(record, "MOBILIZE")) == 1


def test_forces_that_nobody_sent_act_themselves(told: Told) -> None:
    record = told("Four hundred soldiers were deployed along the border on Monday.", upto="events")
    (event,) = _events(record, "MOBILIZE")
    assert ["soldiers" in name for name in _actors(record, event)] == [True]
    assert event.recipients == ()


def test_an_arrest_is_the_police_s_of_the_paragraph(told: Told) -> None:
    record = told("Police searched a flat in Basel. Two men were arrested.", upto="events")
    fact = next(f for f in record.of("event") if isinstance(f.value, Event) and f.value.type == "COERCE")
    assert isinstance(fact.value, Event)
    assert [name.casefold() for name in _actors(record, fact.value)] == ["police"]
    assert fact.reason is not None and UNDERSTOOD in fact.reason


def test_it_stays_open_elsewhere_and_where_it_only_should_be(told: Told) -> None:
    for text in (
        "Police searched a flat in Basel.\nTwo men were arrested on Monday.",
        "Police searched a flat in Basel. Two men should be arrested, she said.",
    ):
        assert all(event.actors == () for event in _events(told(text, upto="events"), "COERCE"))
