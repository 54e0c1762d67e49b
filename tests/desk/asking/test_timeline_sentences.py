"""The sentence that some words stand in."""

import pytest

from dateline.desk.asking.timelines.passages import LONGEST, sentence_at
from dateline.values import Span

TEXT = (
    "Rain fell all day. Gen. Olle J. Brek met Mr. Lund at 3 p.m. in Orla! “We dug.” He left\nby train.\n\n"
    "HEADING\n\nNobody came, it seemed."
)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Rain", "Rain fell all day."),
        ("met", "Gen. Olle J. Brek met Mr. Lund at 3 p.m. in Orla!"),
        ("dug", "“We dug.”"),
        ("left\nby", "He left by train."),
        ("day. Gen", "Rain fell all day. Gen. Olle J. Brek met Mr. Lund at 3 p.m. in Orla!"),
    ],
)
def test_a_sentence(words: str, sentence: str) -> None:
    at = TEXT.index(words)
    assert sentence_at(TEXT, Span(at, at + len(words)), [Span(0, TEXT.index("\n\n"))]) == sentence


def test_a_block_ends_it() -> None:
    at = TEXT.index("HEADING")
    assert sentence_at(TEXT, Span(at, at + 4), [Span(0, 90), Span(at, at + 7), Span(at + 9, len(TEXT))]) == "HEADING"


def test_words_that_no_block_holds() -> None:
    assert sentence_at("Ana dug.", Span(4, 7), []) == "Ana dug."


def test_a_long_sentence_is_cut_at_words_around_them() -> None:
    text = f"{'before ' * 80}Ana struck gold{' after' * 80}."
    at = text.index("struck")
    found = sentence_at(text, Span(at, at + 6), [Span(0, len(text))])
    assert found.startswith("… before") and found.endswith("after …") and "Ana struck gold" in found
    assert len(found) <= LONGEST + 4


def test_a_sentence_that_is_long_on_one_side_keeps_the_other() -> None:
    text = f"Ana struck gold{' after' * 80}."
    found = sentence_at(text, Span(4, 10), [Span(0, len(text))])
    assert found.startswith("Ana struck gold after") and found.endswith("…")


def test_words_without_a_blank_beside_them() -> None:
    assert sentence_at("The anti-strike law.", Span(9, 15), []) == "The anti-strike law."
    assert sentence_at("", Span(0, 0), []) == ""
