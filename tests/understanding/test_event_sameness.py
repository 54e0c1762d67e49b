"""One event, told several times in a story: what ties its tellings, and what keeps two events apart."""

from collections.abc import Callable

import pytest

from dateline.model import Fact
from dateline.record import Record
from dateline.values import Event, Moment, Place

Told = Callable[..., Record]
HEADLINE = "Bomb kills nine in Bergen"


def events_of(told: Told, text: str, **more: str) -> tuple[Record, list[Fact]]:
    record = told(text, upto="events", **{"published": "2024-03-05", **more})
    return record, record.of("event")


def tellings(told: Told, text: str, **more: str) -> list[list[str]]:
    """The triggers of each event, the best telling's first."""
    record, events = events_of(told, text, **more)
    return [[record.words(span) for span in fact.spans] for fact in events]


def value_of(fact: Fact) -> Event:
    assert isinstance(fact.value, Event)
    return fact.value


def joins(told: Told, text: str, *triggers: str, **more: str) -> bool:
    """Whether one event is told by all of these words, and more than once."""
    return any(set(triggers) <= set(words) and len(words) > 1 for words in tellings(told, text, **more))


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("Gunmen attacked a convoy near Bergen. The attack began at dawn.", ("attacked", "attack")),
        ("Rebels bombed a station in Bergen. Nine people died in the bombing.", ("bombed", "bombing")),
        ("Gunmen attacked a convoy, killing nine guards.", ("attacked", "killing")),
        ("Ana Lund was shot in Bergen. Lund's murder shocked the town.", ("shot", "murder")),
        ("Police arrested Jan Dahl in Bergen. The arrest of Dahl surprised nobody.", ("arrested", "arrest")),
        ("Norway held talks with Germany in Bergen. The talks lasted an hour.", ("talks",)),
        ("Ana Lund was killed when a bomb exploded in Bergen.", ("killed", "exploded")),
        ("Soldiers killed five farmers in Bergen. The farmers were killed at dawn.", ("killed",)),
    ],
)
def test_one_event(told: Told, text: str, triggers: tuple[str, ...]) -> None:
    assert joins(told, text, *triggers)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a convoy in Bergen. Gunmen attacked a convoy in Madrid.",
        "Gunmen attacked a convoy in Bergen on Sunday. Gunmen attacked a convoy in Bergen on Monday.",
        "Gunmen attacked a convoy in Bergen. The rebels launched another attack in Bergen.",
        "Gunmen attacked a convoy in Bergen. The attacks by gunmen have worried the town.",
        "Gunmen killed Ana Lund in Bergen. Gunmen killed Jan Dahl in Bergen.",
        "Gunmen killed two guards in Bergen. Gunmen killed seven farmers in Bergen.",
        "Gunmen attacked a convoy in Bergen. The earlier attack had hurt two guards.",
        "Rebels kidnapped Ana Lund in Bergen. Rebels killed Ana Lund in Bergen.",
        "Rebels attacked Bergen. The raid on Madrid took place on Sunday.",
        "Soldiers shot Ana Lund in Bergen. A bomb exploded in Bergen.",
    ],
)
def test_two_events(told: Told, text: str) -> None:
    assert all(len(words) == 1 for words in tellings(told, text))


def test_to_agree_to_do_it_is_one_act(told: Told) -> None:
    record, events = events_of(told, "Norway and Kenya agreed to hold talks on Friday.")
    (fact,) = events
    assert [record.words(span) for span in fact.spans] == ["agreed", "talks"]
    assert fact.status == "asserted"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb, which destroyed a bank, exploded in Oslo on Monday.", [["exploded", "destroyed"]]),
        ("Rebels attacked an army base in Oslo. They killed nine soldiers.", [["attacked", "killed"]]),
        ("Rebels attacked an army base in Oslo. They also killed nine soldiers.", [["attacked"], ["killed"]]),
        ("Rebels attacked an army base in Oslo. They killed nine soldiers in Bergen.", [["attacked"], ["killed"]]),
    ],
)
def test_what_a_deed_did_is_told_with_it(told: Told, text: str, expected: list[list[str]]) -> None:
    assert tellings(told, text) == expected


def test_the_first_of_several_is_not_the_one_told_last(told: Told) -> None:
    text = "Rebels attacked a base in Oslo. On Friday, they attacked a ship. The first attack was condemned."
    assert tellings(told, text) == [["attacked"], ["attacked"]]


def test_two_soldiers_are_no_two_cars(told: Told) -> None:
    text = "Bombs destroyed two cars in Oslo. Two soldiers were killed by rebels."
    assert len(tellings(told, text)) == 2


def test_a_known_raid_is_one_that_took_place(told: Told) -> None:
    text = "Rebels bombed a bank in Oslo. The army plans to attack rebels. The attack was condemned."
    assert tellings(told, text) == [["bombed", "attack"], ["attack"]]


def test_demands_of_two_are_two(told: Told) -> None:
    text = "President Ana Lund called on Norway to leave and called on people to stay."
    assert len(tellings(told, text)) == 2


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Rebels launched a series of attacks in Oslo, killing nine people.", 1),
        ("Senator Ana Lund endorsed President Henrik Dahl. It rained. Lund has endorsed Dahl.", 1),
        ("Senator Ana Lund criticised President Henrik Dahl. It rained. Lund criticised Dahl.", 2),
        ("Rebels bombed a bank in Bergen. It rained. The bombing in Bergen was condemned.", 1),
        ("Rebels bombed a bank in Bergen. It rained. The bombing in Madrid was condemned.", 2),
    ],
)
def test_how_many_events_there_are(told: Told, text: str, events: int) -> None:
    assert len(tellings(told, text)) == events


def test_a_summit_is_no_talks(told: Told) -> None:
    text = "Talks between Norway and Kenya began. Spain met Kenya at this summit in Madrid."
    assert ["Talks"] in tellings(told, text)


def test_two_demands_of_one_sentence_are_two(told: Told) -> None:
    text = "Norway urged Kenya to vote and urged Germany to wait."
    assert tellings(told, text) == [["urged"], ["urged"]]


def test_what_is_planned_is_not_what_happened(told: Told) -> None:
    text = "Gunmen attacked Ana Lund in Bergen. Gunmen will attack Ana Lund in Bergen."
    assert tellings(told, text) == [["attacked"], ["attack"]]


def test_a_headline_is_told_by_the_lead(told: Told) -> None:
    text = f"{HEADLINE}\nA bomb exploded in Bergen on Monday, killing nine people.\nThe explosion broke windows."
    record, events = events_of(told, text, headline=HEADLINE)
    (fact,) = events
    event = value_of(fact)
    assert [record.words(span) for span in fact.spans] == ["exploded", "kills", "killing", "explosion"]
    assert fact.spans[0] == event.trigger
    assert event.type == "ASSAULT" and event.modes == ("explosives",) and event.where


def test_two_stories_under_one_headline_stay_two(told: Told) -> None:
    text = f"{HEADLINE}\nMinisters met in Oslo on Monday.\nThe guards in Madrid attacked a farmer."
    assert all(len(words) == 1 for words in tellings(told, text, headline=HEADLINE))


def test_it_knows_what_all_tellings_know(told: Told) -> None:
    text = "Rebels attacked a convoy on Monday. Two guards were wounded in the attack, which took place in Bergen."
    record, events = events_of(told, text)
    (fact,) = events
    event = value_of(fact)
    when = record.get(event.when)
    assert when is not None and isinstance(when.value, Moment) and when.value.timex == "2024-03-04"
    assert len(event.actors) == 1 and len(event.recipients) == 1


def test_the_more_exact_place_counts(told: Told) -> None:
    text = "Rebels attacked Ana Lund in Norway. Lund was attacked in Bergen."
    record, events = events_of(told, text)
    (fact,) = events
    places = [place.value.name for one in value_of(fact).where if (place := record.get(one)) and _is_place(place)]
    assert places == ["Bergen"]


def _is_place(fact: Fact) -> bool:
    return isinstance(fact.value, Place)


def test_who_is_told_only_by_somebody_is_doubted(told: Told) -> None:
    text = "Ana Lund was killed in Bergen. Jan Dahl said that rebels killed Lund."
    _, events = events_of(told, text)
    (fact,) = [fact for fact in events if value_of(fact).type == "ASSAULT" or len(fact.spans) > 1]
    assert fact.said_by is None and value_of(fact).actors
    assert fact.reason == "who did it is told in somebody's words only"


def test_what_only_others_say_stays_theirs(told: Told) -> None:
    text = "Jan Dahl said that rebels killed Ana Lund. Dahl said that Lund was killed at dawn."
    _, events = events_of(told, text)
    (fact,) = [fact for fact in events if len(fact.spans) > 1]
    assert fact.said_by is not None


def test_each_sentence_that_tells_it_makes_it_surer(told: Told) -> None:
    _, (once,) = events_of(told, "Gunmen attacked Ana Lund in Bergen.")
    _, (twice,) = events_of(told, "Gunmen attacked Ana Lund in Bergen. Lund was attacked at dawn.")
    assert once.confidence < twice.confidence <= 0.95


def test_a_story_without_events_has_none(told: Told) -> None:
    assert tellings(told, "The door was green. It stayed so.") == []


def test_the_place_of_the_harm_is_that_of_the_attack(told: Told) -> None:
    record, events = events_of(told, "Rebels attacked a convoy, killing two guards in Bergen.")
    (fact,) = events
    assert record.words(value_of(fact).trigger) == "attacked"
    assert [place.value.name for one in value_of(fact).where if (place := record.get(one)) and _is_place(place)] == [
        "Bergen"
    ]


def test_what_the_attack_is_called_again_is_no_event_of_its_own(told: Told) -> None:
    assert tellings(told, "Ministers met in Oslo. The attack was on their minds.") == [["met"]]


def test_the_attack_of_one_weekday_is_one_where_no_year_is_known(told: Told) -> None:
    text = (
        "Saturday's attack in Lund killed nine soldiers.\n\nOfficials were warned. They had a plan. Nobody read it.\n\n"
        "Twelve men were arrested after Saturday's attack."
    )
    attacks = [fact for fact in told(text, upto="events").of("event") if getattr(fact.value, "type", "") == "ASSAULT"]
    assert [len(fact.spans) for fact in attacks] == [2]
