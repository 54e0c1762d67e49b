"""Chains of bodies by name: acronyms, shorter forms, nouns that take them up, and bodies that stay two."""

import pytest

from conftest import Told
from dateline.checks.spellings import spellings
from dateline.record import Record
from dateline.values import Organisation


def bodies(record: Record) -> dict[str, list[str]]:
    found = [fact.value for fact in record.of("organisation") if isinstance(fact.value, Organisation)]
    return {value.name: [record.text[m.start : m.end] for m in value.mentions] for value in found}


def aliases(record: Record) -> tuple[str, ...]:
    (fact,) = record.of("organisation")
    assert isinstance(fact.value, Organisation)
    return fact.value.aliases


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("The National Water Council (NWC) met. The NWC denied it.", "National Water Council", "NWC"),
        ("The NWC (National Water Council) met. The NWC denied it.", "National Water Council", "NWC"),
        ("The National Water Council [NWC] met. The NWC denied it.", "National Water Council", "NWC"),
        ("The Organisation of Water Unity (OWU) met. The OWU denied it.", "Organisation of Water Unity", "OWU"),
        ("The National Water Council met. Later the NWC denied it.", "National Water Council", "NWC"),
        ("The NWC denied it. Later the National Water Council met.", "National Water Council", "NWC"),
        ("The National Water Council met. Later the N.W.C. denied it.", "National Water Council", "N.W.C."),
    ],
)
def test_acronyms(told: Told, text: str, name: str, alias: str) -> None:
    record = told(text, upto="organisations")
    assert list(bodies(record)) == [name]
    assert aliases(record) == (alias,)


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (
            "The Harper Foundation for the Arts met. The Harper Foundation denied it. The foundation slept.",
            "Harper Foundation for the Arts",
            ["Harper Foundation for the Arts", "Harper Foundation", "The foundation"],
        ),
        (
            "The Ministry of Health met. The Health Ministry denied it. The ministry slept.",
            "Ministry of Health",
            ["Ministry of Health", "Health Ministry", "The ministry"],
        ),
        ("The Water Bank Inc. met. The Water Bank denied it.", "Water Bank Inc.", ["Water Bank Inc.", "Water Bank"]),
        (
            "The Federal Water Court met. The Water Court denied it.",
            "Federal Water Court",
            ["Federal Water Court", "Water Court"],
        ),
        (
            "The Lund Water Council met. The council denied it.",
            "Lund Water Council",
            ["Lund Water Council", "The council"],
        ),
    ],
)
def test_shorter_forms(told: Told, text: str, name: str, mentions: list[str]) -> None:
    assert bodies(told(text, upto="organisations")) == {name: mentions}


@pytest.mark.parametrize(
    "text",
    [
        "The Northern Brigade left. The Southern Brigade slept.",
        "Norway's Ministry of Defence met. Sweden's Ministry of Defence denied it.",
        "The Norwegian Ministry of Defence met. The Swedish Ministry of Defence denied it.",
        "The Trade Ministry met. The Health Ministry denied it.",
        "The Harper Foundation met. The Harper Institute denied it.",
        "The National Water Council met. Later the NWA denied it.",
        "The Lund Water Council met. The Berg Water Council denied it.",
        "The Water Council (Reuters) met.",
    ],
)
def test_two_bodies(told: Told, text: str) -> None:
    assert len(told(text, upto="organisations").of("organisation")) == 2


def test_a_short_form_that_fits_two_is_neither(told: Told) -> None:
    text = "The Northern Water Council met. The Southern Water Council met. The Water Council denied it."
    assert len(told(text, upto="organisations").of("organisation")) == 3


def test_one_country_s_name_in_two_ways(told: Told) -> None:
    text = "The Norwegian Ministry of Health met. Norway's Health Ministry denied it. The Ministry of Health slept."
    assert len(told(text, upto="organisations").of("organisation")) == 1


@pytest.mark.parametrize(
    ("text", "name", "mention"),
    [
        ("The River Watch movement denied it.", "River Watch", "The River Watch movement"),
        ("The militant group River Watch denied it.", "River Watch", "The militant group"),
        ("River Watch, a militant group, denied it.", "River Watch", "a militant group"),
        ("The River Watch news agency denied it.", "River Watch", "The River Watch news agency"),
    ],
)
def test_nouns_beside_a_name(told: Told, text: str, name: str, mention: str) -> None:
    found = bodies(told(text, upto="organisations"))
    assert list(found) == [name]
    assert mention in found[name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The National Water Council met. The centre of the council slept.", "The centre"),
        ("The National Water Centre met. The centre of town slept.", "The centre"),
        ("The National Water Council met. A council denied it.", "A council"),
        ("The National Water Council met. The council of Berg denied it.", "The council"),
        ("The River Watch mission denied it.", "The River Watch mission"),
    ],
)
def test_nouns_that_are_not_it(told: Told, text: str, words: str) -> None:
    found = bodies(told(text, upto="organisations"))
    assert not any(words in mentions for name, mentions in found.items() if "National" in name or "River" in name)


def test_a_group_of_a_body_is_not_the_body(told: Told) -> None:
    found = bodies(told("River Watch activists met. River Watch denied it.", upto="organisations"))
    assert found["River Watch"] == ["River Watch", "River Watch"]
    assert found["activists"] == ["River Watch activists"]


def test_two_spellings_of_a_body_are_reported(told: Told) -> None:
    text = (
        "The National Harbour Council met. The National Harbour Council slept. The National Harbuor Council denied it."
    )
    record = told(text, upto="people")
    (finding,) = spellings(record)
    assert (
        finding.message
        == "“National Harbour Council” is also spelt “National Harbuor Council” (once); taken as one body"
    )
    assert [record.words(span) for span in finding.spans] == ["National Harbuor Council"]
