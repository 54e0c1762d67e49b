"""Marks without a partner: where their quotation begins or ends, which is told, and that none runs away."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import article_of
from dateline.annotation.quotes.quotations import quotations
from dateline.record import Record

Told = Callable[..., Record]


def read(told: Told, text: str, **roles: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The inner words of the quotations, and side and reading of each stray mark."""
    annotation = told(text, upto="datelines", **roles).annotation
    quoted = [text[q.inner.start : q.inner.end] for q in annotation.quotations]
    return quoted, [(mark.side, mark.reading) for mark in annotation.stray_marks]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"We leave on Monday, Ana Ruiz said. She took her boat.', ["We leave on Monday,"]),
        ('"We leave on Monday, said Ana Ruiz. She took her boat.', ["We leave on Monday,"]),
        ("“Who pays? Mayor Ana Ruiz asked. Nobody knew.", ["Who pays?"]),
        ('"We leave, Ana Ruiz said. "We never come back."', ["We leave,", "We never come back."]),
        ("‘We leave on Monday, Ana Ruiz said. ‘You stay.’", ["We leave on Monday,", "You stay."]),
        ("«We leave on Monday, Ana Ruiz told the radio.", ["We leave on Monday,"]),
    ],
)
def test_a_quotation_ends_before_the_words_that_tell_who_speaks(told: Told, text: str, quoted: list[str]) -> None:
    assert read(told, text) == (quoted, [("opens", "ends before verb")])


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('Ana Ruiz said: "We leave. We never come back.', ["We leave. We never come back."]),
        ('"We leave. We never come back.', ["We leave. We never come back."]),
        ("Ana Ruiz said, “We leave. We never come back.", ["We leave. We never come back."]),
        ("Ana Ruiz said: ‘We leave. We never come back.", ["We leave. We never come back."]),
        ('"The mayor calls it “a jewel” to this day.', ["The mayor calls it “a jewel” to this day."]),
    ],
)
def test_a_quotation_ends_with_its_paragraph(told: Told, text: str, quoted: list[str]) -> None:
    assert read(told, text + "\n\nThe boats are old. The pier is new.") == (quoted, [("opens", "ends with paragraph")])


def test_a_quotation_ends_before_the_next_one(told: Told) -> None:
    text = 'Ana Ruiz said: "We leave. We mean it. "You stay," she told the crew.'
    assert read(told, text) == (["We leave. We mean it.", "You stay,"], [("opens", "ends before next")])


def test_a_quotation_ends_with_its_sentence_behind_a_verb_of_saying(told: Told) -> None:
    text = 'Ana Ruiz said the boats were "old and dear. She took her own.'
    assert read(told, text) == (["old and dear."], [("opens", "ends with sentence")])


def test_a_quotation_that_would_be_too_long_ends_with_its_first_sentence(told: Told) -> None:
    text = 'Ana Ruiz said: "We leave on Monday. ' + "The harbour was quiet and the boats stayed in. " * 20
    assert read(told, text) == (["We leave on Monday."], [("opens", "ends with sentence")])


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('We leave on Monday," Ana Ruiz said. She took her boat.', ["We leave on Monday,"]),
        ('The pier fell. We leave on Monday," said Ana Ruiz.', ["We leave on Monday,"]),
        ("The pier fell. Who pays?” Ana Ruiz asked.", ["Who pays?"]),
        ('Ana Ruiz said: We leave on Monday."', ["We leave on Monday."]),
        ('"We leave," Ana Ruiz said. You stay here."', ["We leave,", "You stay here."]),
        ("The pier fell. We don’t pay,’ Ana Ruiz said.", ["We don’t pay,"]),
    ],
)
def test_a_quotation_begins_with_its_sentence(told: Told, text: str, quoted: list[str]) -> None:
    assert read(told, text) == (quoted, [("closes", "begins with sentence")])


@pytest.mark.parametrize(
    ("text", "quoted", "side"),
    [
        ('The harbour was "quiet on Monday and the boats stayed in.', [], "opens"),
        ('The clerk owned a "small chain" and dozens of unpaid boats."', ["small chain"], "closes"),
        ('The clerk" owned a "small chain" of shops.', ["small chain"], "closes"),
        ('The har"bour was quiet and the "old" pier closed.', ["old"], "neither"),
        ('The union ended a nine-day "strike after talks with the owner, Ana Ruiz said.', [], "opens"),
        ('Ana Ruiz said that the town would pay and the "mayor told the radio.', [], "opens"),
        ('"The mayor calls it “a jewel,” Ana Ruiz said. She left.', ["a jewel,"], "opens"),
    ],
)
def test_a_mark_is_ignored(told: Told, text: str, quoted: list[str], side: str) -> None:
    assert read(told, text) == (quoted, [(side, "ignored")])


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We stay.’ Ana Ruiz left.", ["We stay."]),
        ("“We stay here,'' Ana Ruiz said.", ["We stay here,"]),
        ("'We stay here,\" Ana Ruiz said.", ["We stay here,"]),
    ],
)
def test_marks_of_two_kinds_may_be_a_pair(told: Told, text: str, quoted: list[str]) -> None:
    assert read(told, text)[0] == quoted


def test_what_is_guessed_is_marked(told: Told) -> None:
    found = told('"We leave, Ana Ruiz said. "You stay," she added.', upto="datelines").annotation.quotations
    assert [q.repaired for q in found] == [True, False]


def test_the_words_of_the_speaker_are_no_words_about_him(told: Told) -> None:
    text = 'Ana Ruiz said: "We left, we told them, and we never come back.'
    assert read(told, text)[0] == ["We left, we told them, and we never come back."]


def test_a_quotation_does_not_go_on_where_the_writer_speaks_behind_it(told: Told) -> None:
    text = '"We waited, Ana Ruiz said.\n"Nobody came," Bo Berg said.'
    found = told(text, upto="datelines").annotation.quotations
    assert [(text[q.inner.start : q.inner.end], q.closed, q.continues) for q in found] == [
        ("We waited,", True, False),
        ("Nobody came,", True, False),
    ]


def test_a_turn_of_phrase_does_not_go_on_in_the_next_paragraph(told: Told) -> None:
    text = 'Ana Ruiz said the boats were "old and dear. She said the pier was new.\n"Nobody came," Bo Berg said.'
    found = told(text, upto="datelines").annotation.quotations
    assert [q.continues for q in found] == [False, False]


def test_a_sentence_broken_in_two_is_one_quotation(told: Told) -> None:
    text = 'The envoy, Ana Ruiz, said: "Now that the town has shown that it will\n\nnot pay, we leave. Nobody came."'
    quoted, strays = read(told, text)
    assert quoted == ["Now that the town has shown that it will", "not pay, we leave. Nobody came."]
    assert not strays


def test_statements_stay_in_their_paragraph(told: Told) -> None:
    text = '"We waited, Ana Ruiz said.\n\nBo Berg denied that anybody waited." The pier is old.'
    record = told(text, upto="statements")
    said = [record.words(span) for f in record.facts if f.kind == "statement" for span in f.value.content]
    assert "We waited," in said
    assert all("\n" not in words for words in said)


BITS = [
    '"',
    "“",
    "”",
    "'",
    "‘",
    "’",
    "«",
    "``",
    "''",
    '""',
    " ",
    "\n",
    ", ",
    ". ",
    "We leave",
    "Ana said",
    "the pier",
    ": ",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(BITS), max_size=25))
def test_no_repair_leaves_its_block_or_crosses_a_quotation(pieces: list[str]) -> None:
    text = "".join(pieces)
    article = article_of(text)
    found, strays = quotations(article)
    for quotation in found:
        block = article.blocks[quotation.block]
        assert block.start <= quotation.start <= quotation.inner.start
        assert quotation.inner.start < quotation.inner.end <= quotation.end <= block.end
        assert all(quotation.start <= n.start and n.end <= quotation.end for n in quotation.nested)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert len({mark.start for mark in strays}) == len(strays)
