"""Who says what, as grammar and encoder together see it: one table for each way of saying."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from dateline.model import Fact
from dateline.record import Record
from dateline.values import Span, Statement

Told = Callable[..., Record]
HEADLINE = "H:"
"""Marks a text whose first line is a headline."""


class Said(NamedTuple):
    """What a statement has; None where it does not matter."""

    content: str | tuple[str, ...] | None = None
    source: str | None = None
    cue: str | None = None
    speaker: str | None = None
    manner: str | None = None
    stance: str | None = None
    within: int | None = None


def found(record: Record, fact: Fact, asked: Said) -> Said:
    """The statement as it is, where it matters."""
    value, facts = fact.value, record.of("statement")
    assert isinstance(value, Statement)

    def words(span: Span | None) -> str | None:
        return record.words(span) if span else None

    def name(identity: str | None) -> str | None:
        known = record.get(identity)
        return getattr(known.value, "name", None) if known else None

    whole = tuple(record.words(span) for span in value.content)
    within = [i for i, other in enumerate(facts) if other.id == fact.said_by]
    there = Said(
        whole[0] if len(whole) == 1 else whole,
        words(value.speaker_span),
        words(value.cue),
        name(value.speaker),
        value.manner,
        value.stance,
        within[0] if within else None,
    )
    return Said(*(there[i] if each is not None else None for i, each in enumerate(asked)))


def check(told: Told, text: str, *said: Said) -> None:
    roles = {}
    if text.startswith(HEADLINE):
        text = text.removeprefix(HEADLINE)
        roles = {"headline": text.split("\n")[0]}
    record = told(text, upto="statements", published="2024-03-05", **roles)
    facts = record.of("statement")
    assert len(facts) == len(said)
    assert [found(record, *pair) for pair in zip(facts, said, strict=True)] == list(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '"The lift is broken," Greta Holm said.',
            [Said("The lift is broken,", "Greta Holm", "said", "Greta Holm", manner="direct")],
        ),
        (
            '"The lift is broken. Nobody came to mend it," said Greta Holm, who runs the library.',
            [Said("The lift is broken. Nobody came to mend it,", cue="said", speaker="Greta Holm", manner="direct")],
        ),
        (
            '"Is the lift broken?" asked Greta Holm.',
            [Said("Is the lift broken?", "Greta Holm", "asked", "Greta Holm", manner="direct", stance="asks")],
        ),
        (
            '"The lift," Greta Holm said, "is broken."',
            [Said(("The lift,", "is broken."), "Greta Holm", "said", "Greta Holm", manner="direct")],
        ),
    ],
)
def test_somebody_says_it_in_marks(told: Told, text: str, said: list[Said]) -> None:
    check(told, text, *said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Greta Holm said the lift had been broken for weeks.",
            [Said("the lift had been broken for weeks", "Greta Holm", "said", "Greta Holm", manner="indirect")],
        ),
        (
            "The lift had been broken for weeks, Greta Holm said on Monday.",
            [Said("The lift had been broken for weeks", "Greta Holm", "said", "Greta Holm", manner="indirect")],
        ),
        (
            "Greta Holm announced that the library would close in June.",
            [Said("that the library would close in June", "Greta Holm", "announced", "Greta Holm")],
        ),
        (
            "Greta Holm told the council that the lift had been broken for weeks.",
            [Said("that the lift had been broken for weeks", "Greta Holm", "told", "Greta Holm")],
        ),
    ],
)
def test_somebody_says_it_without_marks(told: Told, text: str, said: list[Said]) -> None:
    check(told, text, *said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'Greta Holm said the lift was "a disgrace" for the town.',
            [Said('the lift was "a disgrace" for the town', "Greta Holm", "said", manner="mixed")],
        ),
        (
            'Greta Holm warned that the roof "could fall any day now" if nothing was done.',
            [
                Said(
                    'that the roof "could fall any day now" if nothing was done',
                    "Greta Holm",
                    "warned",
                    manner="mixed",
                    stance="warns",
                )
            ],
        ),
    ],
)
def test_a_few_words_are_quoted(told: Told, text: str, said: list[Said]) -> None:
    check(told, text, *said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('The town paid for the "miracle" lift.', [Said("miracle", manner="scare")]),
        ('A so-called "smart library" opened in Bergen.', [Said("smart library", manner="scare")]),
        ('The firm sold its "green" bricks to the town.', [Said("green", manner="scare")]),
    ],
)
def test_a_turn_of_phrase_is_nobodys(told: Told, text: str, said: list[Said]) -> None:
    check(told, text, *said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The Harbour Gazette reported that the ministry said the ferry had sunk.",
            [
                Said("that the ministry said the ferry had sunk", "The Harbour Gazette", "reported"),
                Said("the ferry had sunk", "the ministry", "said", within=0),
            ],
        ),
        (
            "Greta Holm said that Pavel Novak had denied that he took the money.",
            [
                Said("that Pavel Novak had denied that he took the money", "Greta Holm", "said"),
                Said("that he took the money", "Pavel Novak", "had denied", within=0, stance="denies"),
            ],
        ),
        (
            "According to the Harbour Gazette, Greta Holm told the council that the lift was unsafe.",
            [
                Said(
                    "Greta Holm told the council that the lift was unsafe",
                    source="the Harbour Gazette",
                    speaker="Harbour Gazette",
                ),
                Said("that the lift was unsafe", "Greta Holm", "told", within=0),
            ],
        ),
    ],
)
def test_one_tells_what_another_says(told: Told, text: str, said: list[Said]) -> None:
    check(told, text, *said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "H:Council: library to close in June\nThe council met on Monday.",
            [Said("library to close in June", "Council", ":")],
        ),
        (
            "H:Library to close in June, says mayor\nThe council met on Monday.",
            [Said("Library to close in June", "mayor", "says")],
        ),
        (
            "H:Mayor blames council for broken lift\nThe council met on Monday.",
            [Said("council for broken lift", "Mayor", "blames", stance="accuses")],
        ),
        (
            "H:'We were too late': mayor\nThe council met on Monday.",
            [Said("We were too late", "mayor", ":", manner="direct")],
        ),
        (
            "H:Mayor denies taking bribes\nThe council met on Monday.",
            [Said("taking bribes", "Mayor", "denies", stance="denies")],
        ),
    ],
)
def test_headlines_tell_who_says_so(told: Told, text: str, said: list[Said]) -> None:
    check(told, text, *said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "According to Greta Holm, the roof was mended in May.",
            [Said("the roof was mended in May", "Greta Holm", "According to", "Greta Holm")],
        ),
        (
            "The roof was mended in May, according to Greta Holm.",
            [Said("The roof was mended in May", "Greta Holm", "according to", "Greta Holm")],
        ),
        (
            "The roof, according to Greta Holm, was mended in May.",
            [Said(("The roof", "was mended in May"), "Greta Holm", "according to", "Greta Holm")],
        ),
        ("Nine people live there, according to police.", [Said("Nine people live there", "police", "according to")]),
    ],
)
def test_according_to_is_a_cue(told: Told, text: str, said: list[Said]) -> None:
    check(told, text, *said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Greta Holm believes that the roof will hold.",
            [Said("that the roof will hold", "Greta Holm", "believes", stance="believes")],
        ),
        (
            "Neighbours think the fire began in the kitchen.",
            [Said("the fire began in the kitchen", "Neighbours", "think", stance="believes")],
        ),
        (
            "Doctors fear that the water is poisoned.",
            [Said("that the water is poisoned", "Doctors", "fear", stance="believes")],
        ),
        (
            "Police suspect the fire was lit on purpose.",
            [Said("the fire was lit on purpose", "Police", "suspect", stance="believes")],
        ),
    ],
)
def test_what_people_believe_is_theirs(told: Told, text: str, said: list[Said]) -> None:
    check(told, text, *said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Greta Holm promised to mend the roof.",
            [Said("to mend the roof", "Greta Holm", "promised", stance="promises")],
        ),
        (
            "The council plans to close the library in June.",
            [Said("to close the library in June", "The council", "plans")],
        ),
        (
            "Greta Holm vowed to mend the roof by May.",
            [Said("to mend the roof by May", "Greta Holm", "vowed", stance="promises")],
        ),
        (
            "The union threatened to strike in June.",
            [Said("to strike in June", "The union", "threatened", stance="warns")],
        ),
    ],
)
def test_what_people_mean_to_do_is_theirs(told: Told, text: str, said: list[Said]) -> None:
    check(told, text, *said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The report says the roof is unsafe.", [Said("the roof is unsafe", "The report", "says")]),
        ("A study found that most roofs leak.", [Said("that most roofs leak", "A study", "found")]),
        ("The audit showed that money was missing.", [Said("that money was missing", "The audit", "showed")]),
        (
            "The indictment alleges that Pavel Novak took bribes.",
            [Said("that Pavel Novak took bribes", "The indictment", "alleges", stance="accuses")],
        ),
        ("The survey suggests that prices will fall.", [Said("that prices will fall", "The survey", "suggests")]),
    ],
)
def test_documents_speak(told: Told, text: str, said: list[Said]) -> None:
    check(told, text, *said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Two diplomats, speaking on condition of anonymity, said the talks had failed.",
            [Said("the talks had failed", cue="said")],
        ),
        (
            "A source close to the talks said they had failed.",
            [Said("they had failed", "A source close to the talks", "said")],
        ),
        ("Witnesses said the bus burst into flames.", [Said("the bus burst into flames", "Witnesses", "said")]),
    ],
)
def test_unnamed_sources_are_given_as_described(told: Told, text: str, said: list[Said]) -> None:
    check(told, text, *said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Villagers said soldiers had taken their cattle.",
            [Said("soldiers had taken their cattle", "Villagers", "said")],
        ),
        (
            "Both parents denied that the boy was beaten.",
            [Said("that the boy was beaten", "Both parents", "denied", stance="denies")],
        ),
        (
            "Officials from both countries agreed to meet again in May.",
            [Said("to meet again in May", "Officials from both countries", "agreed")],
        ),
    ],
)
def test_several_people_speak_together(told: Told, text: str, said: list[Said]) -> None:
    check(told, text, *said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Greta Holm was quoted as saying that the roof was safe.",
            [Said("that the roof was safe", "Greta Holm", "was quoted as saying", "Greta Holm")],
        ),
        ("It was reported that the roof had fallen.", [Said("that the roof had fallen", cue="was reported")]),
        ("The roof is said to be unsafe.", [Said(cue="is said")]),
        ("The claim was denied by Greta Holm.", [Said(source="Greta Holm", stance="denies")]),
    ],
)
def test_reports_in_the_passive(told: Told, text: str, said: list[Said]) -> None:
    check(told, text, *said)
