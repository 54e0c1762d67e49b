"""Sources without a verb: "according to", and what headlines do."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.values import Statement

Told = Callable[..., Record]


@pytest.fixture
def told(ruled: Told) -> Told:
    """These are tests of the grammar: the encoder has no say in them."""
    return ruled


def read(told: Told, text: str, **roles: str) -> list[tuple[str | None, list[str]]]:
    """Source and contents of each statement."""
    record = told(text, upto="statements", **roles)
    found = [fact.value for fact in record.of("statement") if isinstance(fact.value, Statement)]
    return [
        (
            record.words(value.speaker_span) if value.speaker_span else None,
            [record.words(span) for span in value.content],
        )
        for value in found
    ]


def headed(told: Told, headline: str) -> list[tuple[str | None, list[str]]]:
    return read(told, f"{headline}\nThe port was closed.", headline=headline)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("According to the mayor, the pier is safe.", "the mayor", ["the pier is safe"]),
        ("The pier is safe, according to the mayor.", "the mayor", ["The pier is safe"]),
        ("The pier is safe according to the mayor.", "the mayor", ["The pier is safe"]),
        ("The pier, according to the mayor, is safe.", "the mayor", ["The pier", "is safe"]),
        (
            "The pier is safe, according to a report, and will open in May.",
            "a report",
            ["The pier is safe", "and will open in May"],
        ),
        (
            "According to Marta Ruiz, the mayor of Porto, the pier is safe.",
            "Marta Ruiz, the mayor of Porto",
            ["the pier is safe"],
        ),
        ("In the view of the mayor, the pier is safe.", "the mayor", ["the pier is safe"]),
        ("In the words of the mayor, the pier is a trap.", "the mayor", ["the pier is a trap"]),
        ("ACCORDING TO THE MAYOR, THE PIER IS SAFE.", "THE MAYOR", ["THE PIER IS SAFE"]),
    ],
)
def test_according_to(told: Told, text: str, source: str, content: list[str]) -> None:
    assert read(told, text) == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "They acted according to plan.",
        "The vote went on according to schedule.",
        "In the harbour, the pier is safe.",
        "The pier is seen in the view from Porto.",
        "According to",
        "According to the mayor.",
    ],
)
def test_a_plan_is_no_source_and_a_source_alone_says_nothing(told: Told, text: str) -> None:
    assert read(told, text) == []


def test_a_comma_and_in_end_nothing(told: Told) -> None:
    assert read(told, "The mayor said that, in 2010, the pier was safe.") == [
        ("The mayor", ["that, in 2010, the pier was safe"])
    ]


def test_a_source_inside_what_another_says(told: Told) -> None:
    found = read(told, "The mayor said the pier was safe, according to the report.")
    assert ("The mayor", ["the pier was safe"]) in found


def test_according_to_inside_a_quotation_is_the_speakers(told: Told) -> None:
    assert read(told, '"According to the report, the pier is safe," Marta Ruiz said.') == [
        ("Marta Ruiz", ["According to the report, the pier is safe,"])
    ]


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Police: two held after pier fire", "Police", "two held after pier fire"),
        ("Two held after pier fire, police say", "police", "Two held after pier fire"),
        ("Marta Ruiz: the pier must be closed", "Marta Ruiz", "the pier must be closed"),
        ("Poll: sailors want the pier closed", "Poll", "sailors want the pier closed"),
    ],
)
def test_headlines_that_name_a_source(told: Told, headline: str, source: str, content: str) -> None:
    assert headed(told, headline) == [(source, [content])]


@pytest.mark.parametrize(
    "headline",
    [
        "Porto: two held after pier fire",
        "Live: two held after pier fire",
        "Police: fire",
        "Two held after pier fire, Friday",
        "Pier closed after fire: what comes next",
    ],
)
def test_headlines_that_name_none(told: Told, headline: str) -> None:
    assert headed(told, headline) == []


def test_a_paragraph_has_no_headlines_forms(told: Told) -> None:
    assert read(told, "Police: two held after pier fire") == []


def test_a_headlines_verb_is_found_once(told: Told) -> None:
    assert len(headed(told, "Two held after pier fire, police say")) == 1


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Two held after pier fire, says minister", "minister", "Two held after pier fire"),
        ("Two held after pier fire - police", "police", "Two held after pier fire"),
        ("Pier to open in May: ministry", "ministry", "Pier to open in May"),
        ("'We had no choice': Marta Ruiz", "Marta Ruiz", "We had no choice"),
        ("'We had no choice' - minister", "minister", "We had no choice"),
        ("Marta Ruiz: 'We had no choice'", "Marta Ruiz", "We had no choice"),
        ("Marta Ruiz on the pier fire: 'We had no choice'", "Marta Ruiz", "We had no choice"),
        ("Marta Ruiz to sailors: The pier must be closed", "Marta Ruiz", "The pier must be closed"),
        ("Marta Ruiz scolds sailors: 'You left us no choice'", "Marta Ruiz", "You left us no choice"),
        ("Exclusive - Marta Ruiz: the pier must be closed", "Marta Ruiz", "the pier must be closed"),
    ],
)
def test_more_ways_to_name_a_source_in_a_headline(told: Told, headline: str, source: str, content: str) -> None:
    text = f"{headline}\nMayor Marta Ruiz closed the port."
    assert read(told, text, headline=headline) == [(source, [content])]


@pytest.mark.parametrize(
    "headline",
    [
        "Why the pier must close - Marta Ruiz",
        "Pier fire closes harbour - Porto",
        "Marta Ruiz: a life at sea",
        "Exclusive: the pier must be closed",
        "Analysis: the pier must be closed",
        "SAILORS UNION: Pier fire closes harbour",
        "Marta Ruiz scolds Pavel Novak: 'You left us no choice'",
        "Plan for a well-known harbour editorial",
    ],
)
def test_more_headlines_that_name_none(told: Told, headline: str) -> None:
    text = f"{headline}\nMayor Marta Ruiz met Pavel Novak."
    assert all(source is None for source, _ in read(told, text, headline=headline))
