"""Sources that the parser cuts wrong, texts headed as one speaker's words, who speaks on, and what is told twice."""

from collections.abc import Callable

import pytest

from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.speech.speakers.headings import HEADED
from dateline.understanding.speech.speakers.unnamed import BODY, DOCUMENT, SEVERAL, WRITER
from dateline.understanding.statements import GUESSED_MARK
from dateline.values import Statement

Told = Callable[..., Record]


def statements(told: Told, text: str) -> tuple[Record, list[Fact]]:
    record = told(text, upto="statements")
    return record, record.of("statement")


def value_of(fact: Fact) -> Statement:
    assert isinstance(fact.value, Statement)
    return fact.value


def named(record: Record, fact: Fact) -> str | None:
    speaker = record.get(value_of(fact).speaker)
    return getattr(speaker.value, "name", None) if speaker else None


def reasons(fact: Fact) -> list[str]:
    return fact.reason.split("; ") if fact.reason else []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two dockers who had come to watch the ceremony said the crane was old.", "dockers"),
        ("The plan comes from Pavel Novak, a lecturer at Moss University, who said the pier was safe.", "Pavel Novak"),
        ("The secretary of the NPU (Northern Pier Union), Marta Ruiz, said the pier was safe.", "Marta Ruiz"),
        ('The pier was safe, said Moss police Capt. Pavel Novak. "We checked," Novak said.', "Pavel Novak"),
        ("A statement on the Northern Pier Union's website said it was late.", "Northern Pier Union"),
        ("The union president and director Marta Ruiz said the pier was safe.", "Marta Ruiz"),
        ("A speech Marta Ruiz gave in Oslo on Monday said the pier was safe.", "Marta Ruiz"),
    ],
)
def test_the_one_who_speaks_is_found_in_a_long_phrase(told: Told, text: str, name: str) -> None:
    record, found = statements(told, text)
    assert named(record, found[0]) == name


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Many people say the pier was safe.", SEVERAL),
        ("The pier was safe, according to the company website.", DOCUMENT),
        ("I said the pier was safe.", WRITER),
        ("The coroner's office said the pier was safe.", BODY),
    ],
)
def test_it_is_told_what_sort_of_speaker_is_not_known(told: Told, text: str, reason: str) -> None:
    _, found = statements(told, text)
    assert reasons(found[0]) == [reason]


def headed(heading: str) -> str:
    return f"OSLO, 3 May 89 -- {heading} [Text] Workers of the harbour, I believe that the pier is safe."


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("[Speech] [President Marta Ruiz]", "Marta Ruiz"),
        ("[Statement by Minister Pavel Novak]", "Pavel Novak"),
        ("[Interview with Minister Pavel Novak]", None),
        ("[Report] [Pavel Novak]", None),
    ],
)
def test_in_a_text_headed_as_a_speech_the_first_person_is_its_speaker(
    told: Told, heading: str, name: str | None
) -> None:
    record, found = statements(told, headed(heading))
    own = [fact for fact in found if value_of(fact).speaker_span is not None]
    assert [named(record, fact) for fact in own] == [name]
    assert own[0].reason == (HEADED if name else WRITER)


def test_whoever_has_just_spoken_speaks_on(told: Told) -> None:
    text = (
        "Pavel Novak resigned on Monday. Novak had led the port for years. Novak is ill.\n\n"
        'Harbour pilot Peter Brek said Novak was tired. He said: "The port needed rest."'
    )
    record, found = statements(told, text)
    assert [named(record, fact) for fact in found] == ["Peter Brek", "Peter Brek"]


def test_a_quotation_between_two_sources_is_told_once(told: Told) -> None:
    text = 'Ruiz said the pier was closed for the day. "That is why we called the police," Ruiz said.'
    record, found = statements(told, text)
    contents = [record.words(span) for fact in found for span in value_of(fact).content]
    assert len(contents) == len(set(contents))


def test_no_words_stand_twice_in_a_statement(told: Told) -> None:
    text = "A year ago, Ruiz decided what a fine tribute it would be to the town to submit its names for the prize."
    _, found = statements(told, text)
    for fact in found:
        content = value_of(fact).content
        assert not any(a.start <= b.start and b.end <= a.end for a in content for b in content if a is not b)


def test_a_guessed_mark_costs_confidence_and_is_told(told: Told) -> None:
    whole = 'Marta Ruiz said: "The pier is safe and open to all of us."\n\nThe ferry left at noon.'
    record, found = statements(told, whole.replace('us."', "us."))
    _, intact = statements(told, whole)
    assert any(quotation.repaired for quotation in record.annotation.quotations)
    assert GUESSED_MARK in reasons(found[0])
    assert GUESSED_MARK not in reasons(intact[0])
    assert found[0].confidence < intact[0].confidence


def test_a_recording_goes_on_until_its_end_is_told(told: Told) -> None:
    text = (
        "Port chief Marta Ruiz spoke on the radio.\n\n[Begin recording] [Ruiz] We will open the pier.\n\n"
        "We will also open the dock. [end recording]\n\nThe ferry left at noon."
    )
    record, found = statements(told, text)
    turn = next(fact for fact in found if value_of(fact).manner == "direct")
    assert [record.words(span) for span in value_of(turn).content][-1] == "We will also open the dock."
    assert named(record, turn) == "Marta Ruiz"


def test_a_paper_that_does_nothing_but_ask_makes_a_transcript(told: Told) -> None:
    text = (
        "Marta Ruiz was interviewed on Monday.\n\nGAZET: Will the pier open?\n\nRUIZ: I think it will.\n\n"
        "GAZET: And when is that?\n\nRUIZ: We open in May."
    )
    record, found = statements(told, text)
    assert [named(record, fact) for fact in found][1::2] == ["Marta Ruiz", "Marta Ruiz"]
    assert all(value_of(fact).manner == "direct" for fact in found)
    assert len(found) == 4


def test_a_line_right_below_the_headline_may_introduce_a_statement(told: Told) -> None:
    text = (
        "Port chief on the pier\nThe port chief, Marta Ruiz, said:\nThe pier is open to all of us today.\n"
        "We are proud of what we have done here."
    )
    record, found = statements(told, text)
    assert named(record, found[0]) == "Marta Ruiz"
    assert value_of(found[0]).manner == "direct"


def test_a_month_is_no_march(told: Told) -> None:
    _, found = statements(told, "On 5 March, Marta Ruiz said the pier was safe.")
    assert value_of(found[0]).occasion is None


def test_an_answer_is_its_own_speakers_though_the_label_is_a_middle_name(told: Told) -> None:
    text = (
        "President Jose Moll Azar spoke with Pavel Novak on Monday.\n\n[NOVAK] Is the pier safe?\n\n"
        "[MOLL] I think it is.\n\n[NOVAK] When does it open?\n\n[MOLL] We open in May."
    )
    record, found = statements(told, text)
    assert [named(record, fact) for fact in found] == ["Pavel Novak", "Jose Moll Azar"] * 2
