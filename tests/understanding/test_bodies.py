"""Pronouns that mean groups and bodies, and those that do not."""

import pytest

from conftest import Told
from dateline.record import Record
from dateline.values import Organisation


def taken_up(record: Record) -> dict[str, list[str]]:
    """The pronouns of each group or body that has any."""
    found = {
        fact.value.name: [record.text[m.start : m.end] for m in fact.value.mentions if m.form == "pronoun"]
        for fact in record.of("organisation")
        if isinstance(fact.value, Organisation)
    }
    return {name: pronouns for name, pronouns in found.items() if pronouns}


@pytest.mark.parametrize(
    ("text", "pronouns"),
    [
        ("The rebels said they would leave.", {"rebels": ["they"]}),
        ("The rebels left their camp.", {"rebels": ["their"]}),
        ("The rebels left. They took the bridge.", {"rebels": ["They"]}),
        ("Police said they would leave.", {"Police": ["they"]}),
        ("The rebels said they wanted their camp.", {"rebels": ["they", "their"]}),
        ("Finland's Interior Ministry said it would pay.", {"Interior Ministry": ["it"]}),
        ("Finland's Interior Ministry sold its cars.", {"Interior Ministry": ["its"]}),
        ("Finland's Interior Ministry said they would pay.", {"Interior Ministry": ["they"]}),
        ('The rebels left. "They slept," the man said.', {"rebels": ["They"]}),
        ("The rebels left. “They slept,” the man said.", {"rebels": ["They"]}),
    ],
)
def test_the_subject_above_or_before(told: Told, text: str, pronouns: dict[str, list[str]]) -> None:
    assert taken_up(told(text, upto="organisations")) == pronouns


@pytest.mark.parametrize(
    "text",
    [
        "",
        "They left.",
        "They left. The rebels slept.",
        "Supporters slept. Police detained three of them.",
        "The rebels and the soldiers left. They slept.",
        "The rebels saw them.",
        "The villager left. They slept.",
        "Finland's Interior Ministry said it was clear that rain fell.",
        "The rebels left. It rained.",
        "The rebels left. Rain fell. They were cold drops.",
    ],
)
def test_nobody_s_pronoun(told: Told, text: str) -> None:
    found = taken_up(told(text, upto="organisations"))
    assert not {"rebels", "Interior Ministry", "Police"} & found.keys()
