"""Single people without a name: a fact only where they take part in an event, one for each of them."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.values import Event, Person

Told = Callable[..., Record]


def sides(record: Record) -> list[tuple[str, list[str], list[str]]]:
    """The type, the actors and the recipients of each event, by name."""
    names = {fact.id: getattr(fact.value, "name", "") for fact in record.facts}
    return [
        (event.type, [names[one] for one in event.actors], [names[one] for one in event.recipients])
        for event in (fact.value for fact in record.of("event"))
        if isinstance(event, Event)
    ]


def people(record: Record) -> list[str]:
    return [fact.value.name for fact in record.of("person") if isinstance(fact.value, Person)]


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("Rebels killed a driver near Bergen.", "driver", "CVL"),
        ("A judge in Bergen freed Ana Lund on Monday.", "judge", "JUD"),
        ("A rebel commander surrendered to Norwegian forces.", "rebel commander", "REB"),
        ("The mayor of Bergen criticised Ana Lund.", "mayor", "GOV"),
        ("Police arrested a former minister in Bergen.", "former minister", "ELI"),
        ("Police arrested a 19-year-old driver in Bergen.", "19-year-old driver", "CVL"),
        ("One woman was killed by rebels in Bergen.", "woman", None),
    ],
)
def test_one_who_takes_part(told: Told, text: str, name: str, sector: str | None) -> None:
    record = told(text)
    found = next(fact for fact in record.of("person") if isinstance(fact.value, Person) and fact.value.name == name)
    assert found.value.sector == sector
    assert {mention.form for mention in found.value.mentions} == {"nominal"}
    assert found.confidence <= 0.6
    assert any(name in (*actors, *recipients) for _, actors, recipients in sides(record))


@pytest.mark.parametrize(
    "text",
    [
        "A driver slept in Bergen on Monday.",
        "A judge said on Monday that Ana Lund was ill.",
        "The driver of the bus likes Norway.",
        "Rebels attacked no driver in Bergen.",
        "Rebels attacked every judge in Bergen.",
    ],
)
def test_who_takes_part_in_nothing_is_no_fact(told: Told, text: str) -> None:
    assert not {"driver", "judge"} & set(people(told(text)))


def test_a_person_with_a_name_is_nobody_else(told: Told) -> None:
    record = told("Mayor Ana Lund criticised Norway. The mayor condemned Portugal.")
    assert people(record) == ["Ana Lund"]


def test_one_who_is_told_of_again(told: Told) -> None:
    record = told("Rebels killed a driver near Bergen on Monday. The driver was 40.")
    (driver,) = [fact.value for fact in record.of("person") if isinstance(fact.value, Person)]
    assert [record.text[m.start : m.end] for m in driver.mentions] == ["a driver", "The driver"]


def test_two_of_a_kind_are_two(told: Told) -> None:
    record = told("Rebels killed a driver near Bergen. Soldiers arrested a driver in Oslo.")
    assert people(record) == ["driver", "driver"]


def test_beside_a_group(told: Told) -> None:
    record = told("Rebels killed a driver and two soldiers near Bergen.")
    assert ("ASSAULT", ["rebels"], ["soldiers", "driver"]) in [
        (t, [a.lower() for a in x], y) for t, x, y in sides(record)
    ]


def test_an_actor_so_found_is_named(told: Told) -> None:
    record = told("A woman killed two soldiers near Bergen.")
    assert all("no actor" not in (fact.reason or "") for fact in record.of("event"))
