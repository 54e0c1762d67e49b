"""Common nouns that take up somebody named: "the company", "the city", "the woman", "the singer"."""

import pytest

from conftest import Told
from dateline.record import Record
from dateline.values import Organisation, Person, Place

Taken = dict[str, list[str]]


def taken_up(record: Record) -> Taken:
    """The definite nouns of each person, body and place that has any."""
    found: Taken = {}
    for kind in ("person", "organisation", "place"):
        for fact in record.of(kind):
            assert isinstance(fact.value, Person | Organisation | Place)
            mentions = [m for m in fact.value.mentions if m.form == "nominal" and m.role != "modifier"]
            named = any(m.form == "name" for m in fact.value.mentions)
            words = [record.text[m.start : m.end] for m in mentions if m.rule not in ("apposition", "copula")]
            if words and named:
                found[fact.value.name] = words
    return found


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Brek Holdings will close two mines. The company has debts.", {"Brek Holdings": ["The company"]}),
        ("The Lund Foundation closed. Workers sued the organisation.", {"Lund Foundation": ["the organisation"]}),
        ("The Lund Committee met on Monday. The group will meet again in May.", {"Lund Committee": ["The group"]}),
        ("Brek Airways cut its fares. The airline lost money.", {"Brek Airways": ["The airline"]}),
        ("The Brek Bank failed. The company had no money.", {"Brek Bank": ["The company"]}),
        ("The Brek Union met on Monday. The organisation has debts.", {"Brek Union": ["The organisation"]}),
        ("The Brek Bank failed. The bank had no money.", {"Brek Bank": ["The bank"]}),
        ("Rain fell in Bergen. The city slept.", {"Bergen": ["The city"]}),
        ("Norway waits. The country sleeps.", {"Norway": ["The country"]}),
        ("Norway voted on Sunday. This small nation has four million voters.", {"Norway": ["This small nation"]}),
        ("Malta voted on Sunday. Ships could not reach the island.", {"Malta": ["the island"]}),
        ("Ana Lund, a singer, fell on stage. The singer was taken home.", {"Ana Lund": ["The singer"]}),
        ("Ana Lund is a farmer. Thieves robbed the farmer on Monday.", {"Ana Lund": ["the farmer"]}),
        ("Ana Lund was arrested on Monday. The woman lives in Berg.", {"Ana Lund": ["The woman"]}),
        ("The gunman fled. Police named gunman Pedro Rojas on Monday.", {"Pedro Rojas": ["The gunman"]}),
        (
            "The gunman, identified by police as Pedro Rojas, fled. Guards shot the gunman.",
            {"Pedro Rojas": ["The gunman", "the gunman"]},
        ),
        ("Pedro Rojas was arrested on Monday. The man had a knife.", {"Pedro Rojas": ["The man"]}),
    ],
)
def test_taken_up(told: Told, text: str, nouns: Taken) -> None:
    assert taken_up(told(text, upto="people")) == nouns


@pytest.mark.parametrize(
    "text",
    [
        "The company has debts. Brek Holdings will close two mines.",
        "Brek Holdings will close two mines. A company has debts.",
        "Brek Holdings will close two mines. The other company has debts.",
        "Brek Holdings will close two mines. The company of his brother has debts.",
        "Brek Holdings will close two mines. The company that owns the port has debts.",
        "Brek Holdings will close two mines. The oil company has debts.",
        "Brek Holdings will close two mines. Companies have debts.",
        "Brek Holdings will close two mines. The woman has debts.",
        "Brek Holdings will close two mines. The rival company has debts.",
        "Brek Holdings will close two mines. The city has debts.",
        "The Brek Bank closed. The ministry said nothing.",
        "The Lund Committee met on Monday. The hospital was shut.",
        "The Brek Union met. The company denied it.",
        "The Fjord Transport Agency met. The ministry denied it.",
        "The Fjord Party met. The bank denied it.",
        "The Transport Ministry met. The company denied it.",
        "The Lund Foundation met on Monday. A foundation was shut.",
        "Rain fell in Bergen. The country slept.",
        "Rain fell in Bergen. Nobody in the capital had heard of it.",
        "Norway waits. The city slept.",
        "Norway waits. Ships could not reach the island.",
        "Rain fell in Bergen. The neighbouring city slept.",
        "Rain fell in Bergen. The city council slept.",
        "Rain fell in Bergen. The biggest city slept.",
        "Norway waits. The Danish state sleeps.",
        "Police arrested Ana Lund. The man lives in Berg.",
        "Police arrested Pedro Rojas. The woman had a knife.",
        "Police arrested Pedro Rojas. The woman who had a knife left.",
        "Police arrested Pedro Rojas. The singer had a knife.",
        "Police arrested Pedro Rojas. A man had a knife.",
        "Ana Lund, a singer, met Maria Dahl, a singer. The singer slept.",
        "Ana Lund met a singer. The singer slept.",
        "Police arrested Pedro Rojas. Men had knives.",
        "",
        "The company.",
        "The city",
    ],
)
def test_nobody_named(told: Told, text: str) -> None:
    assert taken_up(told(text, upto="people")) == {}


def test_a_pronoun_goes_on_from_a_noun(told: Told) -> None:
    record = told("Brek Holdings will close two mines. The company said it had debts.", upto="people")
    (fact,) = [fact for fact in record.of("organisation") if fact.value.name.startswith("Brek")]  # type: ignore[union-attr]
    assert isinstance(fact.value, Organisation)
    words = [record.text[m.start : m.end] for m in fact.value.mentions]
    assert words == ["Brek Holdings", "The company", "it"]


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Norway waits. The country sleeps.", {"Norway": ["The country"]}),
        ("Rain fell in Bergen. A city slept.", {}),
    ],
)
def test_without_the_encoder(ruled: Told, text: str, nouns: Taken) -> None:
    assert taken_up(ruled(text, upto="people")) == nouns
