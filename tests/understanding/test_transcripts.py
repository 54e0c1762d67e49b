"""Transcripts: whose turn it is, how far it goes, and what is no transcript."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import article_of
from dateline.record import Record
from dateline.understanding.speech.forms.transcripts import ANSWERS, QUESTIONS
from dateline.understanding.statements import statements
from dateline.values import Statement

Told = Callable[..., Record]
Turn = tuple[str | None, list[str]]


@pytest.fixture
def told(ruled: Told) -> Told:
    """These are tests of the grammar: the encoder has no say in them."""
    return ruled


def lines(*paragraphs: str) -> str:
    return "\n".join(paragraphs)


def turns(record: Record) -> list[Turn]:
    """The name of the speaker, or the label where nobody is known, and what is said, turn by turn."""
    found = [fact.value for fact in record.of("statement") if isinstance(fact.value, Statement)]
    return [(speaker(record, value), [record.words(span) for span in value.content]) for value in found]


def speaker(record: Record, value: Statement) -> str | None:
    fact = record.get(value.speaker)
    if fact is not None:
        return getattr(fact.value, "name", None)
    return record.words(value.speaker_span) if value.speaker_span else None


INTRODUCTION = "Reporter Tom Alder spoke with Minister Lena Marsh in Porto."
TALK = (
    INTRODUCTION,
    "ALDER: Why was the pier closed?",
    "MARSH: We had no choice. The pier was old.",
    "ALDER: Will it open again?",
    "MARSH: In May.",
)


def test_each_label_begins_a_turn(told: Told) -> None:
    assert turns(told(lines(*TALK), upto="statements")) == [
        ("Tom Alder", ["Why was the pier closed?"]),
        ("Lena Marsh", ["We had no choice. The pier was old."]),
        ("Tom Alder", ["Will it open again?"]),
        ("Lena Marsh", ["In May."]),
    ]


def test_a_turn_is_direct_speech_though_it_has_no_marks(told: Told) -> None:
    facts = told(lines(*TALK), upto="statements").of("statement")
    assert {fact.value.manner for fact in facts if isinstance(fact.value, Statement)} == {"direct"}
    assert all(fact.confidence >= 0.8 for fact in facts)


def test_a_turn_goes_on_until_the_next_label(told: Told) -> None:
    text = lines(*TALK[:3], "The union knew that in May.", "(CROSSTALK)", "Nobody came.", *TALK[3:])
    assert turns(told(text, upto="statements"))[1] == (
        "Lena Marsh",
        ["We had no choice. The pier was old.", "The union knew that in May.", "Nobody came."],
    )


def test_the_last_turn_is_one_paragraph(told: Told) -> None:
    text = lines(*TALK, "The pier was built by a firm in Lyon.")
    assert turns(told(text, upto="statements"))[-1] == ("Lena Marsh", ["In May."])


@pytest.mark.parametrize(
    "direction", ["(LAUGHTER)", "(Applause.)", "[crosstalk]", "(WORDS INDISTINCT)", "(BEGIN VIDEO CLIP)"]
)
def test_stage_directions_are_nobodys_words(told: Told, direction: str) -> None:
    text = lines(*TALK[:2], f"MARSH: We had no choice. {direction} The pier was old.", direction, *TALK[3:])
    assert turns(told(text, upto="statements"))[1] == ("Lena Marsh", ["We had no choice.", "The pier was old."])


def test_a_full_name_and_a_surname_are_one_speaker(told: Told) -> None:
    text = lines(
        "TOM ALDER, HOST: Why was the pier closed?",
        "LENA MARSH: We had no choice.",
        "ALDER: Will it open again?",
        "MARSH: In May, I think.",
    )
    found = turns(told(text, upto="statements"))
    assert [words for _, words in found] == [
        ["Why was the pier closed?"],
        ["We had no choice."],
        ["Will it open again?"],
        ["In May, I think."],
    ]


def test_others_are_quoted_within_a_turn(told: Told) -> None:
    text = lines(*TALK[:4], "MARSH: The union says that the pier is safe.")
    record = told(text, upto="statements")
    outer, inner = record.of("statement")[-2:]
    assert inner.said_by == outer.id


def test_what_a_speaker_thinks_is_no_statement_within_his_own(told: Told) -> None:
    text = lines(*TALK[:4], "MARSH: I think that the pier is safe.")
    assert turns(told(text, upto="statements"))[-1] == ("Lena Marsh", ["I think that the pier is safe."])


def test_a_report_of_what_a_speaker_said_ends_the_transcript(told: Told) -> None:
    text = lines(*TALK[:3], "Marsh added later that the union had left.", *TALK[3:])
    assert ("Lena Marsh", ["We had no choice. The pier was old."]) in turns(told(text, upto="statements"))


# questions and answers


@pytest.mark.parametrize(("ask", "answer"), [("Q:", "A:"), ("Q.", "A."), ("Question:", "Answer:"), ("Q :", "A :")])
def test_questions_and_answers(told: Told, ask: str, answer: str) -> None:
    text = lines(INTRODUCTION, f"{ask} Why was the pier closed?", f"{answer} We had no choice.")
    record = told(text, upto="statements")
    assert turns(record) == [("Tom Alder", ["Why was the pier closed?"]), ("Lena Marsh", ["We had no choice."])]
    asked, answered = record.of("statement")
    assert isinstance(asked.value, Statement)
    assert asked.value.stance == "asks"
    assert (asked.reason, answered.reason) == (QUESTIONS, ANSWERS)
    assert answered.confidence < 0.8


def test_without_an_interviewer_the_questions_are_open(told: Told) -> None:
    text = lines("Lena Marsh met the press in Porto.", "Q: Why was it closed?", "A: We had no choice.")
    record = told(text, upto="statements")
    assert turns(record) == [("Q", ["Why was it closed?"]), ("Lena Marsh", ["We had no choice."])]
    assert record.of("statement")[0].reason


def test_between_two_who_are_named_alike_the_answers_are_open(told: Told) -> None:
    text = lines("Lena Marsh met Pavel Novak in Porto.", "Q: Why was it closed?", "A: We had no choice.")
    record = told(text, upto="statements")
    assert turns(record)[1] == ("A", ["We had no choice."])
    assert record.of("statement")[1].reason


def test_an_answer_of_several_paragraphs(told: Told) -> None:
    text = lines(INTRODUCTION, "Q: Why was it closed?", "A: We had no choice.", "It was old.", "Q: When?", "A: In May.")
    assert turns(told(text, upto="statements"))[1] == ("Lena Marsh", ["We had no choice.", "It was old."])


def test_questions_and_answers_in_one_paragraph(told: Told) -> None:
    text = lines(INTRODUCTION, "Q: Why was it closed? A: We had no choice. Q: When will it open? A: In May.")
    assert [words for _, words in turns(told(text, upto="statements"))] == [
        ["Why was it closed?"],
        ["We had no choice."],
        ["When will it open?"],
        ["In May."],
    ]


# labels in brackets


def test_labels_in_brackets(told: Told) -> None:
    text = lines(INTRODUCTION, "[Reporter] Why was the pier closed?", "[Marsh] We had no choice.")
    assert turns(told(text, upto="statements")) == [
        ("Reporter", ["Why was the pier closed?"]),
        ("Lena Marsh", ["We had no choice."]),
    ]


def test_a_recording_ends_a_turn(told: Told) -> None:
    text = lines(
        "Minister Lena Marsh told of the pier.",
        "[Begin recording] [Marsh] We had no choice. [End recording] The port is closed.",
    )
    assert ("Lena Marsh", ["We had no choice."]) in turns(told(text, upto="statements"))


@pytest.mark.parametrize(
    "line", ["[Marsh] said nothing.", "[Marsh] [Text] The port is closed.", "[The port authority] The pier is old."]
)
def test_a_bracket_that_is_no_label(told: Told, line: str) -> None:
    found = turns(told(lines("Minister Lena Marsh came to Porto.", line), upto="statements"))
    assert all("port is closed" not in words[0] and "nothing" not in words[0] for _, words in found)


# no transcripts


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Time: 5 p.m.", "Place: The old pier", "Time: 6 p.m.", "Place: The new pier"),
        ("Note: The pier is closed.", "Update: It is open again.", "Note: It is closed again."),
        ("Photo: The old pier burns.", "More: The pier in pictures."),
        ("Lena Marsh: 1,769.", "Pavel Novak: 1,501.", "Lena Marsh: 212.", "Pavel Novak: 19."),
        ("Lena B. Marsh: Theft, held in jail.", "Pavel Novak: Fraud, held in jail.", "Tom Marsh: Theft, held."),
        ("Lena Marsh: Held in jail.", "Pavel Novak: Held in jail.", "Lena Marsh: Freed.", "Pavel Novak: Freed."),
        ("PORTO: Two ships collided.", "LYON: A bridge was closed."),
        ("Lena Marsh: Student loans were her first subject.", "Pavel Novak: He wrote on savings."),
        ("Vitamin A. The port has none.", "Plan A. We leave."),
        ("Marsh had one question: Why was the pier closed?",),
    ],
)
def test_lists_with_labels_are_no_transcripts(told: Told, paragraphs: tuple[str, ...]) -> None:
    found = told(lines("Lena Marsh and Pavel Novak met in Porto.", *paragraphs), upto="statements").of("statement")
    assert [fact for fact in found if isinstance(fact.value, Statement) and fact.value.manner == "direct"] == []


PIECES = st.lists(
    st.sampled_from(
        ["Q:", "A:", "MARSH:", "[Marsh]", "(LAUGHTER)", '"', "\n", "Lena Marsh", "We left.", "said", "[End recording]"]
    ),
    max_size=14,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(pieces=PIECES)
def test_any_labels_give_turns_within_their_paragraphs(pieces: list[str]) -> None:
    from dateline.annotation.annotate import annotate

    article = article_of(" ".join(pieces).replace(" \n ", "\n"))
    record = Record(article, next(annotate([article], model=False)))
    for fact in statements(record):
        value = record.add(fact).value
        assert isinstance(value, Statement)
        for span in value.content:
            assert any(block.start <= span.start and span.end <= block.end for block in article.blocks)
