"""The lead event as headline and lead tell it together."""

from collections.abc import Callable

import pytest

from conftest import gist_of
from dateline.record import Record

Told = Callable[..., Record]


def read(told: Told, headline: str, body: str) -> dict[str, str]:
    """The parts of the gist of a story with a headline, in its words."""
    record = told(f"{headline}\n{body}", upto="gists", headline=headline)
    return gist_of(record)


CASES = [
    (
        "Bakers strike in Bergen after mill closes",
        "Bakers in Bergen walked out on Monday after the town's only mill closed its gates.",
        {"who": "Bakers", "what": "strike in Bergen", "when": "Monday", "where": "Bergen", "why": "mill closes"},
    ),
    (
        "Souza blames storm for late trains",
        "Transport minister Ana Souza blamed a storm on Tuesday for late trains, her office said.",
        {"who": "Ana Souza", "what": "blames storm for late trains", "when": "Tuesday"},
    ),
    (
        "Nine killed in ferry fire",
        "At least nine people were killed on Friday when a ferry caught fire off Bergen, the coast guard said.",
        {"what": "killed in ferry fire", "when": "Friday"},
    ),
    (
        "Museum moves statues to make room for school",
        "The museum of Bergen moved forty statues on Sunday to make room for a school.",
        {"who": "Museum", "what": "moves statues", "when": "Sunday", "why": "to make room for school"},
    ),
    (
        "Ana Souza arrives in Bergen for talks with fishermen",
        "President Ana Souza arrived in Bergen on Monday for talks with fishermen.",
        {"who": "Ana Souza", "what": "arrives in Bergen", "where": "Bergen", "why": "for talks with fishermen"},
    ),
    (
        "Bank cuts rates: 'We had no choice'",
        "The central bank cut its rates on Thursday.",
        {"who": "Bank", "what": "cuts rates", "when": "Thursday"},
    ),
    (
        "Court jails Lund over fake paintings",
        "A court in Bergen jailed the painter Olav Lund on Friday over fake paintings.",
        {"who": "Court", "what": "jails Lund", "when": "Friday", "why": "fake paintings"},
    ),
]


@pytest.mark.parametrize(("headline", "body", "wanted"), CASES, ids=[headline for headline, _, _ in CASES])
def test_a_headline_tells_the_lead_event(told: Told, headline: str, body: str, wanted: dict[str, str]) -> None:
    found = read(told, headline, body)
    assert {name: found.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    "headline",
    [
        "Will the bakers strike again?",
        "How bakers lost their mill",
        "Bread, mills and money",
        "You won't believe this mill",
        "Painters love the rain",
    ],
)
def test_a_headline_that_tells_nothing_of_the_story_leaves_it_to_the_lead(told: Told, headline: str) -> None:
    found = read(told, headline, "Bakers closed the only mill in Bergen on Monday.")
    assert (found["who"], found["what"]) == ("Bakers", "closed the only mill")


def test_calls_to_the_reader_are_no_lead(told: Told) -> None:
    body = "Sign up for our letter. Click here to read more. Bakers closed the only mill in Bergen on Monday."
    assert read(told, "Bakers close mill", body)["when"] == "Monday"


def test_the_lead_is_the_sentence_that_tells_of_the_headline(told: Told) -> None:
    body = "Spring has come late this year. Two swans nest there. Bakers closed the old mill in Bergen on Monday."
    found = read(told, "Bakers close old mill", body)
    assert (found["when"], found["where"]) == ("Monday", "Bergen")
