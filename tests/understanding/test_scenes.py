"""The place of an event whose own clause names none."""

import pytest

from conftest import Told, words_of
from dateline.model import Fact
from dateline.record import Record
from dateline.values import Event, Place

BY_SENTENCE = "its place is the one that its sentence names"
BY_DATELINE = "its place is that of the dateline: it is told in the lead, which names no other"
LINE = "TRONDHEIM, May 3 (Fjord Wire) -"


def event(record: Record, trigger: str) -> Fact:
    (found,) = [fact for fact in record.of("event") if trigger in map(record.words, fact.spans)]
    return found


def where(record: Record, fact: Fact) -> list[str]:
    assert isinstance(fact.value, Event)
    places = [record.get(place) for place in fact.value.where]
    return [place.value.name for place in places if place is not None and isinstance(place.value, Place)]


@pytest.mark.parametrize(
    "text",
    [
        "In Trondheim, soldiers waited while rebels attacked a convoy.",
        "Soldiers waited in Trondheim when rebels attacked a convoy.",
        "Soldiers waited in Trondheim, Norway, when rebels attacked a convoy.",
        "Two guards were killed in Trondheim as rebels attacked a convoy.",
    ],
)
def test_the_one_place_of_its_sentence(told: Told, text: str) -> None:
    record = told(text, upto="events")
    found = event(record, "attacked")
    assert where(record, found) == ["Trondheim"]
    assert found.reason is not None and BY_SENTENCE in found.reason


@pytest.mark.parametrize(
    "text",
    [
        "The road between Trondheim and Oslo was quiet as rebels attacked a convoy.",
        "Soldiers waited in Trondheim and in Oslo while rebels attacked a convoy.",
        "In Trondheim it rained. Rebels attacked a convoy.",
        "Trondheim residents fled when rebels attacked a convoy.",
        "Norway waited when rebels attacked a convoy.",
        "Soldiers waited in Norway when rebels attacked a convoy.",
        "Rebels attacked a convoy.",
        # Origins and goals.
        "Troops from Trondheim attacked a convoy.",
        "A convoy bound for Trondheim was attacked by rebels.",
        "Rebels attacked a convoy, which came to Trondheim.",
        # Where somebody speaks, lives, was trained.
        "Rebels attacked a convoy, a doctor in Trondheim said.",
        "Rebels attacked a convoy, said Anna Dahl, who lives in Trondheim.",
        "Rebels who were trained in Trondheim attacked a convoy.",
        # Another time, other people.
        "Rebels attacked a convoy after they had camped near Trondheim.",
        "Rebels attacked a convoy while soldiers slept in Trondheim.",
        "Rebels attacked a convoy as leaders met in Trondheim.",
        "Leaders met in Trondheim as rebels attacked a convoy.",
        "Leaders met in Trondheim when rebels attacked a convoy.",
        "Soldiers waited in Trondheim as rebels attacked a convoy.",
        "Leaders slept in Trondheim and rebels attacked a convoy.",
        "Rebels attacked a convoy and hid in Trondheim.",
    ],
)
def test_none_is_lent(told: Told, text: str) -> None:
    record = told(text, upto="events")
    found = event(record, "attacked")
    assert where(record, found) == []
    assert found.reason is None or "its place" not in found.reason


def test_who_acts_is_no_place(told: Told) -> None:
    record = told("Oslo attacked a convoy.", upto="events")
    assert where(record, event(record, "attacked")) == []


def test_a_place_of_its_own_is_kept(told: Told) -> None:
    record = told("Soldiers waited in Oslo when rebels attacked a convoy in Trondheim.", upto="events")
    found = event(record, "attacked")
    assert where(record, found) == ["Trondheim"]
    assert found.reason is None


def test_what_is_lent_is_less_sure(told: Told) -> None:
    own = told("Rebels attacked a convoy in Trondheim.", upto="events")
    lent = told("Soldiers waited in Trondheim when rebels attacked a convoy.", upto="events")
    assert where(own, event(own, "attacked")) == where(lent, event(lent, "attacked")) == ["Trondheim"]
    assert event(lent, "attacked").confidence < event(own, "attacked").confidence


def test_a_computed_point_comes_before_the_town_it_was_counted_from(told: Told) -> None:
    text = "Soldiers waited 25 km north of Trondheim when rebels attacked a convoy."
    record = told(text, upto="events")
    assert where(record, event(record, "attacked")) == ["25 km north of Trondheim"]


# The dateline.


def test_the_lead_takes_the_dateline_s(told: Told) -> None:
    record = told(f"{LINE}\nRebels attacked a convoy on Monday.", upto="events", dateline=LINE)
    found = event(record, "attacked")
    assert where(record, found) == ["Trondheim"]
    assert found.reason == BY_DATELINE
    assert found.confidence < 0.75


def test_the_lead_alone(told: Told) -> None:
    text = f"{LINE}\nRebels attacked a convoy on Monday. Rebels killed a guard.\nRebels bombed a bridge."
    record = told(text, upto="events", dateline=LINE)
    assert where(record, event(record, "killed")) == []
    assert "Trondheim" not in where(record, event(record, "bombed"))


def test_a_lead_that_names_another_place_does_not_take_the_dateline_s(told: Told) -> None:
    record = told(f"{LINE}\nRebels attacked a convoy in Oslo on Monday.", upto="events", dateline=LINE)
    assert where(record, event(record, "attacked")) == ["Oslo"]


def test_a_lead_that_names_two_places_takes_none(told: Told) -> None:
    text = f"{LINE}\nThe road between Oslo and Halden was quiet as rebels attacked a convoy."
    record = told(text, upto="events", dateline=LINE)
    assert where(record, event(record, "attacked")) == []


def test_a_country_in_the_dateline_is_lent_to_nothing(told: Told) -> None:
    line = "NORWAY, May 3 (Fjord Wire) -"
    record = told(f"{line}\nRebels attacked a convoy on Monday.", upto="events", dateline=line)
    assert where(record, event(record, "attacked")) == []


@pytest.mark.parametrize(
    ("text", "trigger"),
    [("Norway's king praised the plan on Monday.", "praised"), ("Norway condemned Sweden on Monday.", "condemned")],
)
def test_words_have_no_place(told: Told, text: str, trigger: str) -> None:
    record = told(f"{LINE}\n{text}", upto="events", dateline=LINE)
    assert where(record, event(record, trigger)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers waited in Kenya when rebels attacked a convoy.",
        "Kenyan rebels attacked a convoy on Monday.",
        "Oslo attacked a convoy on Monday.",
        "Trondheim attacked a convoy on Monday.",
        "Troops from Oslo attacked a convoy on Monday.",
        "Rebels attacked a convoy on Monday, the University of Oslo said.",
        "Rebels, who had attacked a convoy in May, waited on Monday.",
        "Soldiers waited because rebels had attacked a convoy.",
    ],
)
def test_a_lead_does_not_take_the_dateline_s(told: Told, text: str) -> None:
    record = told(f"{LINE}\n{text}", upto="events", dateline=LINE)
    assert [where(record, found) for found in record.of("event") if words_of(record, found) == "attacked"] in ([[]], [])


def test_people_of_the_dateline_s_country_are_no_other_place(told: Told) -> None:
    record = told(f"{LINE}\nNorwegian rebels attacked a convoy on Monday.", upto="events", dateline=LINE)
    assert where(record, event(record, "attacked")) == ["Trondheim"]


@pytest.mark.parametrize("text", ["One miner was killed", "One miner was killed and two were injured"])
def test_what_came_of_a_deed_has_its_place_too(told: Told, text: str) -> None:
    record = told(f"{text} when police fired tear gas in Trondheim on Monday.", upto="events")
    assert where(record, event(record, "killed")) == ["Trondheim"]


def test_a_participle_takes_the_place_of_its_verb(told: Told) -> None:
    record = told("Rebels struck in Trondheim, killing two guards.", upto="events")
    assert where(record, event(record, "killing")) == ["Trondheim"]
