"""Quotations that no verb of saying stands by."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotated import Quotation
from dateline.record import Record
from dateline.understanding.speech.unclaimed import NEXT_PARAGRAPH, NO_CUE, begun, continued
from dateline.values import Span, Statement

Told = Callable[..., Record]


@pytest.fixture
def told(ruled: Told) -> Told:
    """These are tests of the grammar: the encoder has no say in them."""
    return ruled


def loose(told: Told, text: str) -> list[tuple[str, str, str | None]]:
    """Manner, words and reason of the statements without a cue."""
    record = told(text, upto="statements")
    return [
        (fact.value.manner, record.words(fact.value.content[0]), fact.reason)
        for fact in record.of("statement")
        if isinstance(fact.value, Statement) and fact.value.cue is None
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('The clerk owned a "small chain" of shops.', ("scare", "small chain", NO_CUE)),
        ('The "old" pier fell in May.', ("scare", "old", NO_CUE)),
        (
            'The sign was old. "All who come here must leave their boats outside."',
            ("direct", "All who come here must leave their boats outside.", NO_CUE),
        ),
        (
            'Marta Ruiz was angry.\n"Nobody came to help us when the pier fell."',
            ("direct", "Nobody came to help us when the pier fell.", NO_CUE),
        ),
    ],
)
def test_words_in_marks_that_nobody_says(told: Told, text: str, found: tuple[str, str, str]) -> None:
    assert loose(told, text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        'Pavel "Ace" Novak left Porto.',
        'The film "Boats of Summer" opened in Porto.',
        'The ship "Santa Clara" left Porto.',
        'Marta Ruiz said: "We left."',
        "The sailors' boats didn't leave.",
        'The sign read "12" and "..." and no more.',
        "",
    ],
)
def test_names_and_titles_and_what_is_claimed_are_none(told: Told, text: str) -> None:
    assert loose(told, text) == []


def test_the_next_paragraph_shares_the_speaker(told: Told) -> None:
    record = told('"We left," President Marta Ruiz said.\n"Nobody came to help."', upto="statements")
    first, second = record.of("statement")
    assert isinstance(first.value, Statement)
    assert isinstance(second.value, Statement)
    assert second.value.speaker == first.value.speaker is not None
    assert second.because == (first.id,)
    assert second.reason == NEXT_PARAGRAPH


def test_so_does_the_one_after_that(told: Told) -> None:
    text = '"We left," President Marta Ruiz said.\n"Nobody came."\n"The pier fell."'
    record = told(text, upto="statements")
    speakers = {fact.value.speaker for fact in record.of("statement") if isinstance(fact.value, Statement)}
    assert len(speakers) == 1
    assert None not in speakers


@pytest.mark.parametrize(
    "between",
    ["Pavel Novak shook his head.", "The pier was closed on Monday.", "Nobody laughed."],
)
def test_a_sentence_of_the_writers_breaks_the_chain(told: Told, between: str) -> None:
    record = told(f'"We left," Marta Ruiz said.\n{between}\n"Nobody came to help us at all."', upto="statements")
    last = record.of("statement")[-1]
    assert isinstance(last.value, Statement)
    assert last.value.speaker is None
    assert last.reason == NO_CUE


def test_a_turn_of_phrase_behind_a_statement_is_not_the_speakers(told: Told) -> None:
    record = told('"We left," Marta Ruiz said. The "old" pier fell.', upto="statements")
    last = record.of("statement")[-1]
    assert isinstance(last.value, Statement)
    assert last.value.manner == "scare"
    assert last.value.speaker is None


def test_a_statement_without_quotation_is_followed_less_surely(told: Told) -> None:
    def trust(text: str) -> float:
        return told(text, upto="statements").of("statement")[-1].confidence

    quoted = trust('"We left," Marta Ruiz said.\n"Nobody came to help."')
    unquoted = trust('Marta Ruiz said they had left.\n"Nobody came to help."')
    assert unquoted < quoted


# paragraphs of one quotation


def chain(*shape: tuple[bool, bool]) -> list[Quotation]:
    """Quotations of ten letters each; `closed` and `continues` of each are given."""
    return [
        Quotation(start=10 * i, end=10 * i + 9, inner=Span(10 * i + 1, 10 * i + 8), block=i, closed=c, continues=g)
        for i, (c, g) in enumerate(shape)
    ]


def test_paragraphs_are_collected_forwards_and_backwards() -> None:
    quotations = chain((False, False), (False, True), (True, True), (True, False))
    spans = [quotation.inner for quotation in quotations]
    assert continued(quotations, 0) == tuple(spans[:3])
    assert continued(quotations, 2) == (spans[2],)
    assert continued(quotations, 3) == (spans[3],)
    assert begun(quotations, 2) == tuple(spans[:2])
    assert begun(quotations, 0) == ()
    assert begun(quotations, 3) == ()


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=8), st.data())
def test_any_chain_is_in_the_order_of_the_text(shape: Sequence[tuple[bool, bool]], data: st.DataObject) -> None:
    quotations = chain(*shape)
    i = data.draw(st.integers(0, len(quotations) - 1))
    spans = (*begun(quotations, i), *continued(quotations, i))
    assert list(spans) == sorted(spans)
    assert len(set(spans)) == len(spans)
    assert quotations[i].inner in spans


# marks within marks, and marks that pair the wrong way


@pytest.mark.parametrize(
    "rest",
    [
        "\"People called it 'foolish' at first. In the end they said 'we agree.'\"",
        "\"They called it 'foolish.' They came back. They said 'we agree.'\"",
        "“They called it ‘foolish.’ They came back. They said ‘we agree.’”",
    ],
)
def test_quoted_words_inside_do_not_part_a_quotation_from_its_speaker(told: Told, rest: str) -> None:
    record = told(f'"We had a rule," Marta Ruiz said. {rest}', upto="statements")
    (fact,) = record.of("statement")
    assert isinstance(fact.value, Statement)
    assert len(fact.value.content) == 2


@pytest.mark.parametrize(
    "text",
    [
        'The pier fell. "After the match, Marta Ruiz said." The port was closed.',
        'The pier fell. " Marta Ruiz said on Monday. " The port was closed.',
        'The pier fell. "he added" and the port was closed.',
    ],
)
def test_a_verb_of_saying_with_its_source_is_no_quotation(told: Told, text: str) -> None:
    assert loose(told, text) == []


@pytest.mark.parametrize(
    "text", ['The pier fell. "I said so on Monday."', 'The pier fell. "She said that we were fools."']
)
def test_but_people_speak_of_saying(told: Told, text: str) -> None:
    assert len(loose(told, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        'They sailed to the song "we go home tomorrow and never come back" in Porto.',
        'In an essay, "what we owe the pier and those who built it," he was kinder.',
        'The film "boats of a long and quiet summer" opened in Porto.',
    ],
)
def test_titles_of_works_are_none(told: Told, text: str) -> None:
    assert loose(told, text) == []


def test_what_is_so_called_is_a_turn_of_phrase_however_long(told: Told) -> None:
    assert loose(told, 'The so-called "house of the old and rusty boats" burned.') == [
        ("scare", "house of the old and rusty boats", NO_CUE)
    ]


def test_a_loose_quotation_takes_nothing_that_is_claimed(told: Told) -> None:
    text = 'The pier fell.\n"Nobody came to help us then.\n"We left," Marta Ruiz said.'
    record = told(text, upto="statements")
    spans = [span for fact in record.of("statement") for span in fact.value.content]  # type: ignore[attr-defined]
    assert len(set(spans)) == len(spans)
