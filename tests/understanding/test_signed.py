"""Signatures: quotations and posts with a name behind them."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.values import Statement

Told = Callable[..., Record]


@pytest.fixture
def told(ruled: Told) -> Told:
    """These are tests of the grammar: the encoder has no say in them."""
    return ruled


def read(record: Record) -> list[tuple[str | None, list[str]]]:
    """Source and contents of each statement."""
    found = [fact.value for fact in record.of("statement") if isinstance(fact.value, Statement)]
    return [
        (
            record.words(value.speaker_span) if value.speaker_span else None,
            [record.words(span) for span in value.content],
        )
        for value in found
    ]


LAST = "\nThe pier was closed on Monday."


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ('"We waited a week." -Commissioner Ida Berg', "Commissioner Ida Berg"),
        ('"We waited a week." — Ida Berg', "Ida Berg"),
        ('"We waited a week."― Ida Berg', "Ida Berg"),
        ('"We waited a week," -- Ida Berg, fisherwoman', "Ida Berg, fisherwoman"),
        ("“We waited a week.” – Ida Berg.", "Ida Berg"),
        ('"We waited a week."\n- Ida Berg', "Ida Berg"),
        ('"We waited a week."\n— Ida Berg, Porto', "Ida Berg, Porto"),
        ('"We waited a week." — a spokesman', "a spokesman"),
        ('"We waited a week." — @idaberg #pier', "@idaberg"),
    ],
)
def test_a_dash_and_a_name_sign_a_quotation(told: Told, text: str, source: str) -> None:
    (found,) = read(told(text + LAST, upto="statements"))
    assert found[0] == source
    assert found[1][0].startswith("We waited a week")


def test_the_signature_is_the_speaker(told: Told) -> None:
    record = told('"We waited a week." — Ida Berg' + LAST, upto="statements")
    (fact,) = record.of("statement")
    assert isinstance(fact.value, Statement)
    speaker = record.get(fact.value.speaker)
    assert speaker is not None
    assert getattr(speaker.value, "name", None) == "Ida Berg"
    assert record.words(fact.value.cue) if fact.value.cue else None == "—"
    assert fact.value.manner == "direct"


def test_several_in_one_paragraph(told: Told) -> None:
    text = '"We waited a week." — Ida Berg "Nobody came to help." — Pavel Novak'
    assert read(told(text + LAST, upto="statements")) == [
        ("Ida Berg", ["We waited a week."]),
        ("Pavel Novak", ["Nobody came to help."]),
    ]


def test_several_below_each_other(told: Told) -> None:
    text = '"We waited a week."\n- Ida Berg\n"Nobody came to help."\n- Pavel Novak'
    assert read(told(text, upto="statements")) == [
        ("Ida Berg", ["We waited a week."]),
        ("Pavel Novak", ["Nobody came to help."]),
    ]


def test_a_quotation_of_two_paragraphs_is_signed_once(told: Told) -> None:
    text = '"We waited a week.\n"Then we left the pier."\n- Ida Berg'
    assert read(told(text + LAST, upto="statements")) == [
        ("Ida Berg", ["We waited a week.", "Then we left the pier."]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        'They call it "the root of it all" -- Ida Berg came later.',
        '"We waited a week."\n— What will this do to the port?',
        '"We waited a week."\n- The pier was old',
        "The pier was closed.\n- Ida Berg",
        'The pier is "a disgrace to the port" - Porto has another.',
    ],
)
def test_a_dash_without_a_name_or_without_a_quotation_signs_nothing(told: Told, text: str) -> None:
    assert all(source in (None, "They") for source, _ in read(told(text + LAST, upto="statements")))


def test_a_lone_name_at_the_end_may_be_the_reporters(told: Told) -> None:
    text = 'The pier was closed.\n"We waited a week for the boats to come."\n- Ida Berg'
    (fact,) = told(text, upto="statements").of("statement")
    assert fact.confidence <= 0.6


# posts


@pytest.mark.parametrize("dash", ["—", "--", "-"])
def test_a_post_ends_with_name_and_handle(told: Told, dash: str) -> None:
    record = told(f"We love the new pier. {dash} Ida Berg (@idaberg) May 3, 2019" + LAST, upto="statements")
    assert read(record) == [("Ida Berg (@idaberg)", ["We love the new pier."])]
    (fact,) = record.of("statement")
    assert isinstance(fact.value, Statement)
    assert fact.value.manner == "direct"
    assert fact.value.speaker is not None


def test_posts_one_behind_the_other(told: Told) -> None:
    text = "We love it. — Ida Berg (@idaberg) May 3, 2019 We do not. — Pavel Novak (@pnovak) May 4, 2019"
    assert read(told(text + LAST, upto="statements")) == [
        ("Ida Berg (@idaberg)", ["We love it."]),
        ("Pavel Novak (@pnovak)", ["We do not."]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The old sea-Ida Berg (@idaberg) knew it well.",
        "Ida Berg (@idaberg) runs the port of Porto.",
        " ".join(["The pier is old and the port is closed."] * 10) + " — Ida Berg (@idaberg) May 3, 2019",
    ],
)
def test_a_handle_alone_makes_no_post(told: Told, text: str) -> None:
    assert read(told(text + LAST, upto="statements")) == []


def test_a_handle_speaks_for_its_owner(told: Told) -> None:
    text = 'Ida Berg (@idaberg) runs the port.\n@idaberg wrote: "The pier is open."'
    record = told(text, upto="statements")
    (fact,) = record.of("statement")
    assert isinstance(fact.value, Statement)
    speaker = record.get(fact.value.speaker)
    assert speaker is not None
    assert getattr(speaker.value, "name", None) == "Ida Berg"


def test_a_handle_of_nobody_known_stays_open(told: Told) -> None:
    (fact,) = told('@idaberg wrote: "The pier is open."', upto="statements").of("statement")
    assert isinstance(fact.value, Statement)
    assert fact.value.speaker is None
    assert fact.reason
