"""The pairing alone: what a reading of marks must be, whatever the marks are; quotations within quotations."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import article_of
from dateline.annotated import Quotation
from dateline.annotation.quotes.marks import Mark, marks
from dateline.annotation.quotes.pairing import Pair, paired
from dateline.annotation.quotes.quotations import quotations
from dateline.model import Block

PIECES = ['"', "“", "”", "‘", "’", "'", "``", "''", "«", "»", " ", ", ", ". ", "We", "pier", "’s", "12", "\n", "said: "]


def read(text: str) -> tuple[list[Mark], list[Pair], list[Mark]]:
    found = marks(text, Block("paragraph", 0, len(text)), "en")
    pairing = paired(found)
    return found, list(pairing.pairs), list(pairing.strays)


def all_of(pairs: list[Pair] | tuple[Pair, ...]) -> Iterator[Pair]:
    for pair in pairs:
        yield pair
        yield from all_of(pair.nested)


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_no_mark_is_used_twice_and_no_double_one_is_forgotten(pieces: list[str]) -> None:
    text = "".join(pieces)
    found, pairs, strays = read(text)
    used = [mark.start for pair in all_of(pairs) for mark in (pair.opening, pair.closing)]
    left = [mark.start for mark in strays]
    assert len(used) == len(set(used)) and len(left) == len(set(left))
    assert not set(used) & set(left)
    assert {mark.start for mark in found if mark.is_stray} <= set(used) | set(left)


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_pairs_stand_beside_or_inside_each_other(pieces: list[str]) -> None:
    _, pairs, _ = read("".join(pieces))
    assert all(a.closing.end <= b.opening.start for a, b in pairwise(pairs))
    for pair in all_of(pairs):
        assert pair.opening.end <= pair.closing.start
        assert all(pair.opening.end <= each.opening.start for each in pair.nested)
        assert all(each.closing.end <= pair.closing.start for each in pair.nested)


@given(st.lists(st.sampled_from(PIECES), max_size=20), st.lists(st.sampled_from(PIECES), max_size=20))
def test_a_block_is_read_the_same_whatever_stands_before_it(before: list[str], pieces: list[str]) -> None:
    text, start = "".join(pieces), len("".join(before)) + 2
    alone = paired(marks(text, Block("paragraph", 0, len(text)), "en"))
    whole = "".join(before) + "\n\n" + text
    after = paired(marks(whole, Block("paragraph", start, len(whole)), "en"))
    shifted = [(p.opening.start - start, p.closing.start - start) for p in all_of(after.pairs)]
    assert shifted == [(p.opening.start, p.closing.start) for p in all_of(alone.pairs)]


@settings(deadline=None)
@given(st.integers(0, 300))
def test_many_marks_are_no_deep_recursion(count: int) -> None:
    text = '"We stay," said Ana. ' * count
    _, pairs, strays = read(text)
    assert len(pairs) == count
    assert not strays


@given(st.integers(1, 80))
def test_many_marks_that_only_open(count: int) -> None:
    _, pairs, strays = read("the “pier " * count)
    assert not pairs
    assert len(strays) == count


# quotations in quotations


def nested(text: str) -> list[tuple[str, list[str]]]:
    found, strays = quotations(article_of(text))
    assert not strays

    def words(quotation: Quotation) -> str:
        return text[quotation.inner.start : quotation.inner.end]

    return [(words(q), [words(each) for each in q.nested]) for q in found]


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("\"He told me 'go home' and left,\" she said.", "He told me 'go home' and left,", ["go home"]),
        ("‘He told me “go home” and left,’ she said.", "He told me “go home” and left,", ["go home"]),
        ("“He told me ‘go home’ and left,” she said.", "He told me ‘go home’ and left,", ["go home"]),
        ('"He told me "go home" and left," she said.', 'He told me "go home" and left,', ["go home"]),
        ("“He told me “go home” and left,” she said.", "He told me “go home” and left,", ["go home"]),
        ('"I heard “go” and “stay,”" she said.', "I heard “go” and “stay,”", ["go", "stay,"]),
        ("``He told me, `Go home,' '' she said.", "He told me, `Go home,'", ["Go home,"]),
        ("«He told me „go home“ and left,» she said.", "He told me „go home“ and left,", ["go home"]),
        ("'The rebels' \"stand\" isn't over,' she said.", "The rebels' \"stand\" isn't over,", ["stand"]),
    ],
)
def test_an_inner_quotation_is_known(text: str, outer: str, inner: list[str]) -> None:
    assert nested(text) == [(outer, inner)]


def test_two_quotations_are_not_one_in_another() -> None:
    assert nested('"We stay," he said. "You go," she said.') == [("We stay,", []), ("You go,", [])]
    assert nested("'We stay,' he said. 'You go,' she said.") == [("We stay,", []), ("You go,", [])]


def test_an_outer_quotation_may_go_on_in_the_next_paragraph() -> None:
    text = 'Ana Ruiz wrote: "The mayor calls it “a jewel” to this day.\n"It never was."'
    found, strays = quotations(article_of(text))
    assert not strays
    assert [(q.closed, q.continues, len(q.nested)) for q in found] == [(False, False, 1), (True, True, 0)]


# single marks as the main style


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("‘I don’t know,’ Ana said. ‘It’s the councillors’ pier.’", ["I don’t know,", "It’s the councillors’ pier."]),
        ("'I don't know,' Ana said. 'It's the rebels' pier.'", ["I don't know,", "It's the rebels' pier."]),
        ("The boys' club calls it 'the girls' club' now.", ["the girls' club"]),
        ("The film ‘Three Boats’ and the play ‘The Pier’ ran.", ["Three Boats", "The Pier"]),
        ("She called it 'the old '60s pier' twice.", ["the old '60s pier"]),
        ("'(They) came,' Ana said.", ["(They) came,"]),
    ],
)
def test_apostrophes_do_not_end_single_marks(text: str, inner: list[str]) -> None:
    found, _ = quotations(article_of(text))
    assert [text[q.inner.start : q.inner.end] for q in found] == inner


def test_single_marks_go_on_over_paragraphs() -> None:
    text = "Ana said: ‘We waited a week.\n‘Then we left.\n‘Nobody came,’ she added."
    found, strays = quotations(article_of(text))
    assert not strays
    assert [(q.closed, q.continues) for q in found] == [(False, False), (False, True), (True, True)]


def test_a_name_with_an_apostrophe_opens_no_paragraph() -> None:
    text = "The envoy met 'Abd Rahim on Monday.\n'Abd Rahim left on Tuesday."
    assert quotations(article_of(text)) == ((), ())


def test_a_single_apostrophe_runs_nowhere() -> None:
    text = "The 'pier fell. " + "Nobody saw it. " * 30 + "The rebels' boats sank."
    assert quotations(article_of(text)) == ((), ())
