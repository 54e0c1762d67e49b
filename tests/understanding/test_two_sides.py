"""Who acts and who is acted upon: two sides, bodies behind their people, the blamed, threats, what came of a deed."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.values import Event

Told = Callable[..., Record]
Parties = tuple[list[str], list[str]]


def parties(record: Record, kind: str) -> Parties:
    """The names of the actors and recipients of the first event of a type."""
    event = next(fact.value for fact in record.of("event") if isinstance(fact.value, Event) and fact.value.type == kind)
    return _names(record, event.actors), _names(record, event.recipients)


def _names(record: Record, refs: tuple[str, ...]) -> list[str]:
    facts = (record.get(ref) for ref in refs)
    return [fact.value.name.lower() for fact in facts if fact is not None and hasattr(fact.value, "name")]


@pytest.mark.parametrize(
    ("sentence", "kind", "actors", "recipients"),
    [
        ("The clashes between rebels and soldiers in Oslo went on.", "ASSAULT", ["rebels", "soldiers"], []),
        ("Rebels and soldiers clashed in Oslo on Monday.", "ASSAULT", ["rebels", "soldiers"], []),
        ("Rebels clashed with soldiers in Oslo.", "ASSAULT", ["rebels"], ["soldiers"]),
        ("Talks between Norway and Sweden took place in Oslo.", "CONSULT", ["norway", "sweden"], []),
        ("Norway held talks with Sweden in Oslo.", "CONSULT", ["norway"], ["sweden"]),
    ],
)
def test_all_sides_act_where_none_can_be_told(
    told: Told, sentence: str, kind: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(told(sentence, upto="events"), kind) == (actors, recipients)


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("Guerrillas of the Brek Liberation Front attacked soldiers in Oslo.", ["guerrillas", "brek liberation front"]),
        ("Brek Liberation Front guerrillas attacked soldiers in Oslo.", ["guerrillas", "brek liberation front"]),
        ("Members of the Brek Liberation Front attacked soldiers in Oslo.", ["brek liberation front"]),
        ("The attack on soldiers in Oslo was blamed on rebels.", ["rebels"]),
        ("The attack on soldiers in Oslo, attributed to rebels, lasted an hour.", ["rebels"]),
        ("The attack on soldiers in Oslo was carried out by rebels.", ["rebels"]),
        ("Police accused rebels of the attack on soldiers in Oslo.", ["rebels"]),
        ("The rebels were involved in the attack on soldiers in Oslo.", ["rebels"]),
        ("Rebels were behind the attack on soldiers in Oslo.", ["rebels"]),
        ("The police attack on soldiers in Oslo was cruel. The police fled.", ["police"]),
        ("Norwegian warplanes attacked soldiers in Oslo.", ["norway"]),
    ],
)
def test_who_is_behind_a_deed(told: Told, sentence: str, actors: list[str]) -> None:
    assert parties(told(sentence, upto="events"), "ASSAULT") == (actors, ["soldiers"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Two soldiers killed in Oslo on Monday were guards.",
        "Soldiers wounded in Oslo on Monday by a bomb.",
        "Two soldiers, kidnapped on Monday in Oslo, were tired.",
        "Two soldiers were killed in shelling in Oslo on Monday.",
        "A guard died in the hospital in Oslo where he was treated.",
    ],
)
def test_victims_without_an_agent_do_not_act(told: Told, sentence: str) -> None:
    for fact in told(sentence, upto="events").of("event"):
        assert isinstance(fact.value, Event)
        assert not fact.value.actors


def test_what_came_of_a_deed_is_nobody_elses(told: Told) -> None:
    record = told("Police are hunting a man who fired at a bus in Oslo, killing two soldiers.", upto="events")
    harmed = [fact.value for fact in record.of("event") if record.words(fact.spans[0]) == "killing"]
    assert all("police" not in _names(record, event.actors) for event in harmed if isinstance(event, Event))


@pytest.mark.parametrize(
    ("sentence", "kind", "recipients"),
    [
        ("Norway threatened to close the border unless Sweden leaves the town.", "THREATEN", ["sweden"]),
        ("Norway threatened sanctions against Sweden.", "THREATEN", ["sweden"]),
        ("Norway rejected the demands from Sweden.", "REJECT", ["sweden"]),
        ("Norway expelled two Swedish diplomats.", "SANCTION", ["diplomats"]),
        ("Norway deployed troops in Sweden.", "MOBILIZE", ["sweden"]),
    ],
)
def test_whom_a_measure_is_aimed_at(told: Told, sentence: str, kind: str, recipients: list[str]) -> None:
    assert parties(told(sentence, upto="events"), kind)[1] == recipients
