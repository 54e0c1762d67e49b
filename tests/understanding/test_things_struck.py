"""Buildings that are struck, seized or visited: places of their own, off the map, each told once."""

from collections.abc import Callable

import pytest

from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts.parties.facilities import facility_nouns
from dateline.values import Event, Place

Told = Callable[..., Record]


def struck(record: Record) -> list[Place]:
    """The places among the recipients of all events, each once."""
    found: dict[str, Place] = {}
    for event in record.of("event"):
        for ref in event.value.recipients if isinstance(event.value, Event) else ():
            fact = record.get(ref)
            if fact is not None and isinstance(fact.value, Place):
                found[ref] = fact.value
    return list(found.values())


def nameless(record: Record) -> list[Fact]:
    """The places that are only told by nouns."""
    return [
        f
        for f in record.of("place")
        if isinstance(f.value, Place) and {m.form for m in f.value.mentions} == {"nominal"}
    ]


@pytest.mark.parametrize(
    ("sentence", "name", "feature"),
    [
        ("Rebels attacked a police station in Bergen.", "police station", "PP"),
        ("Rebels burned down two houses in Bergen.", "two houses", "HSE"),
        ("Gunmen opened fire on the offices of the Brek Union.", "offices of the Brek Union", "BLDO"),
        ("The bombing of a power station in Bergen hurt nobody.", "power station", "PS"),
        ("A bomb exploded outside a cinema in Bergen.", "cinema", "THTR"),
        ("Soldiers seized the airport in Bergen.", "airport", "AIRP"),
        ("A grenade attack on the judge's home wounded two guards.", "judge's home", "HSE"),
        ("Guerrillas blew up an oil pipeline near Bergen.", "oil pipeline", None),
    ],
)
def test_what_is_struck_is_a_place(told: Told, sentence: str, name: str, feature: str | None) -> None:
    (place,) = struck(told(sentence, upto="events"))
    assert (place.name, place.feature, place.precision, place.lat, place.geonames) == (
        name,
        feature,
        "unresolved",
        None,
        None,
    )


def test_it_lies_in_the_country_of_its_town_and_says_so(told: Told) -> None:
    record = told("Rebels attacked a police station in Bergen.", upto="events")
    (fact,) = nameless(record)
    (town,) = (record.get(ref) for ref in fact.because)
    assert town is not None
    assert isinstance(town.value, Place)
    assert isinstance(fact.value, Place)
    assert (town.value.name, fact.value.country) == ("Bergen", "NOR")
    assert fact.reason


def test_a_better_place_is_where_it_happened(told: Told) -> None:
    record = told("Rebels attacked a police station in Bergen.", upto="events")
    (event,) = record.of("event")
    assert isinstance(event.value, Event)
    assert [record.get(ref).value.name for ref in event.value.where] == ["Bergen"]  # type: ignore[union-attr]


def test_without_one_the_building_is(told: Told) -> None:
    record = told("Rebels attacked a police station.", upto="events")
    (event,) = record.of("event")
    assert isinstance(event.value, Event)
    assert event.value.where == event.value.recipients


def test_named_twice_it_is_one_fact(told: Told) -> None:
    text = "Rebels attacked a border post in Bergen.\nLater rebels stormed the border post."
    (fact,) = nameless(told(text, upto="events"))
    assert isinstance(fact.value, Place)
    assert len(fact.value.mentions) == 2


def test_a_headline_names_it_by_its_noun(told: Told) -> None:
    headline = "Bomb damages bank in Bergen"
    record = told(f"{headline}\nA bomb exploded outside a bank in Bergen on Monday.", upto="events", headline=headline)
    (fact,) = nameless(record)
    assert isinstance(fact.value, Place)
    assert fact.value.name == "bank"
    assert [record.words(span) for span in fact.spans] == ["bank", "a bank"]


def test_another_one_is_another_fact(told: Told) -> None:
    record = told("Rebels attacked a border post in Bergen.\nRebels attacked another border post.", upto="events")
    assert len(nameless(record)) == 2
    record = told("Rebels attacked a border post in Bergen.\nRebels attacked a border post in Oslo.", upto="events")
    assert len(nameless(record)) == 2


def test_what_has_a_name_keeps_its_own_fact(told: Told) -> None:
    record = told("Rebels attacked the Norwegian embassy in Lisbon.", upto="events")
    assert not nameless(record)
    (event,) = record.of("event")
    assert isinstance(event.value, Event)
    assert event.value.recipients


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway condemned the house.",
        "The minister left office in Bergen.",
        "Ana Souza lives in a house in Bergen.",
        "Rebels killed a guard near a house in Bergen.",
        "Rebels attacked a station wagon.",
    ],
)
def test_what_is_not_struck_is_no_fact(told: Told, sentence: str) -> None:
    assert not nameless(told(sentence, upto="events"))


def test_a_building_stands_before_the_event_that_tells_of_it(told: Told) -> None:
    record = told("Rebels attacked a police station in Bergen.")
    kinds = [fact.kind for fact in record.facts if fact in nameless(record) or fact.kind == "event"]
    assert kinds == ["place", "event"]
    assert not [finding for finding in record.findings if finding.severity == "error"]


def test_codes_look_like_those_of_geonames() -> None:
    codes = {code for code in facility_nouns("en").values() if code is not None}
    assert all(code.isupper() and 2 <= len(code) <= 5 for code in codes)
