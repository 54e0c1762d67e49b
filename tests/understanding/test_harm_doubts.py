"""What speaks of harm and tells of none, and counts that only careful reading finds."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.values import Casualties, Event

Told = Callable[..., Record]


def counts(told: Told, text: str) -> list[tuple[str, int | None, int | None, str | None]]:
    """Effect, ends and group of each count."""
    values = [fact.value for fact in told(text, upto="casualties").of("casualties")]
    return [(v.effect, v.low, v.high, v.group) for v in values if isinstance(v, Casualties)]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Holm was hurt by his words.",
        "He died a thousand deaths on the stage.",
        "No injuries are expected in Varde.",
        "The candidate has vanished from the campaign trail.",
        "In the film Ida Holm plays a nurse who kills 12 men.",
        "A fisherman caught 27 salmon and killed three of them.",
        "The motion was killed, 12 to three.",
        "Schools stay closed until the students are released.",
        "After a medical examination, Jon Berg was released.",
        "The striker was injured late in the match. The coach was angry. United scored two goals in the first half.",
        "Jon Berg was released by Varde on Monday. The coach wants a keeper for his team before the next match.",
        "Varde were massacred in the second half of the match. The coach blamed the keeper.",
        "Varde lost eight men to injury.",
        "They claim the town, captured along with the rest of the valley by Norway.",
        "She counted the dead and wounded after the bombing.",
    ],
)
def test_nobody_came_to_harm(told: Told, text: str) -> None:
    assert counts(told, text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Three 16-year-old schoolgirls died in the crush.", ("killed", 3, 3, "schoolgirls")),
        ("Three Norwegian special forces soldiers died.", ("killed", 3, 3, "Norwegian special forces soldiers")),
        ("Police stopped 12 men and killed three of them.", ("killed", 3, 3, "men")),
        ("Gunmen attacked a bus, injuring the rest.", ("wounded", 2, None, "people")),
        ("A plane crashed, killing everyone on board.", ("killed", 2, None, "people")),
        ("Two farmers were hurt by flying glass.", ("wounded", 2, 2, "farmers")),
        ("Five fans died in a crush before the match. The coach and his team mourned.", ("killed", 5, 5, "fans")),
    ],
)
def test_who_came_to_harm(told: Told, text: str, count: tuple[str, int, int | None, str]) -> None:
    assert counts(told, text) == [count]


def test_a_theft_in_another_paragraph_hurts_nobody(told: Told) -> None:
    record = told("Thieves stole a car in Lund.\n\nA nurse suffered leg injuries in Varde.", upto="casualties")
    (fact,) = record.of("casualties")
    assert isinstance(fact.value, Casualties)
    assert fact.value.event is None
    assert fact.reason is not None


def test_the_age_of_those_who_are_counted_is_told_too(told: Told) -> None:
    record = told("Three 16-year-old schoolgirls died in the crush.", upto="quantities")
    assert [getattr(fact.value, "of", None) for fact in record.of("quantity")] == ["age"]


def test_a_clash_is_an_event_of_its_own(told: Told) -> None:
    record = told("Two guards were wounded in a clash in Varde.", upto="casualties")
    (fact,) = record.of("casualties")
    assert isinstance(fact.value, Casualties)
    event = record.get(fact.value.event)
    assert event is not None
    assert isinstance(event.value, Event)
