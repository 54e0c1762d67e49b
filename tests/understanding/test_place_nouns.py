""" "The city" and "the country": the only one nearby, or none."""

import pytest

from conftest import Told
from dateline.record import Record
from dateline.values import Place


def taken_up(record: Record) -> dict[str, list[str]]:
    """The nouns of each place that has any."""
    found = {
        fact.value.name: [record.text[m.start : m.end] for m in fact.value.mentions if m.rule == "only one nearby"]
        for fact in record.of("place")
        if isinstance(fact.value, Place)
    }
    return {name: nouns for name, nouns in found.items() if nouns}


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Rain fell in Bergen. The city slept.", {"Bergen": ["The city"]}),
        ("Rain fell in Bergen. Roads into the town were closed.", {"Bergen": ["the town"]}),
        ("Norway waits. The country sleeps.", {"Norway": ["The country"]}),
        ("Norwegian police left. Norway waits. The country's king slept.", {"Norway": ["The country"]}),
        (
            "Rain fell in Bergen in Norway. The city slept and the country woke.",
            {"Bergen": ["The city"], "Norway": ["the country"]},
        ),
        ("Rain fell in Oslo. Rain fell in Bergen. The city slept.", {"Bergen": ["The city"]}),
    ],
)
def test_the_only_one_nearby(told: Told, text: str, nouns: dict[str, list[str]]) -> None:
    assert taken_up(told(text, upto="places")) == nouns


@pytest.mark.parametrize(
    "text",
    [
        "The city slept. Rain fell in Bergen.",
        "Rain fell in Bergen and Oslo. The city slept.",
        "Rain fell in Bergen. A city slept.",
        "Rain fell in Bergen. The city council slept.",
        "Rain fell in Bergen. The city of dreams slept.",
        "Rain fell in Bergen. The country slept.",
        "Norway waits. The city slept.",
        "Norway met Sweden. The country slept.",
        "Rain fell in Bergen. It snowed. It thawed. It froze. It snowed. The city slept.",
        "The city",
        "",
    ],
)
def test_nothing_taken_up(told: Told, text: str) -> None:
    assert taken_up(told(text, upto="places")) == {}
