"""Two opinions on who says what: where they agree, where one stands alone, and what is told already."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotated import Token
from dateline.understanding.speech.agreement import ALONE, LIKE, SAID, WEAK, is_same, is_told, likeness, untold, weighed
from dateline.understanding.speech.cues import Attribution, Stretch
from dateline.values import Span

VERB = Token(
    i=2, text="said", lemma="say", pos="VERB", tag="VBD", dep="ROOT", head=2, start=10, end=14, sentence=0, block=0
)
SOURCE, OTHER = Span(0, 9), Span(200, 209)


def said(*content: tuple[int, int], **fields: object) -> Attribution:
    """Something said, by the cue at 10 to 14; contents are pairs of offsets."""
    spans = tuple(Span(*pair) for pair in content)
    whole = {"cue": Span(10, 14), "source": SOURCE, "confidence": 0.9, "stance": "says", "verb": VERB}
    return Attribution(content=spans, stretch=Stretch(0, 9), **(whole | fields))  # type: ignore[arg-type]


def spans(*pairs: tuple[int, int]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)


# Seen by both


@pytest.mark.parametrize("claimed", [(20, 60), (24, 60), (20, 80)])
def test_what_both_see_keeps_its_confidence_and_its_edges(claimed: tuple[int, int]) -> None:
    [found] = weighed([said((20, 60))], [said(claimed, confidence=0.5)], [])
    assert (found.confidence, found.content) == (0.9, spans((20, 60)))


def test_the_cue_is_taken_in_full() -> None:
    [found] = weighed([said((20, 60))], [said((20, 60), cue=Span(6, 17))], [])
    assert found.cue == Span(6, 17)


def test_a_cue_elsewhere_is_another_one() -> None:
    [found] = weighed([said((20, 60))], [said((20, 60), cue=Span(70, 74))], [])
    assert found.cue == Span(10, 14)


def test_a_missing_source_is_taken_and_no_other() -> None:
    claimed = [said((20, 60), source=OTHER)]
    assert [found.source for found in weighed([said((20, 60), source=None)], claimed, [])] == [OTHER]
    assert [found.source for found in weighed([said((20, 60))], claimed, [])] == [SOURCE]


def test_the_likest_claim_seconds() -> None:
    claimed = [said((50, 90), source=OTHER), said((21, 60), source=Span(100, 109))]
    [found] = weighed([said((20, 60), source=None)], claimed, [])
    assert found.source == Span(100, 109)


def test_a_small_part_seconds_without_a_say_in_cue_and_source() -> None:
    one = said((20, 120), source=None)
    assert list(weighed([one], [said((20, 30), cue=Span(6, 17))], [])) == [one]


# Seen by one


def test_the_grammar_alone_is_less_sure() -> None:
    [found] = weighed([said((20, 60))], [], [])
    assert found.confidence == pytest.approx(0.9 * ALONE)
    assert (found.content, found.cue, found.source) == (spans((20, 60)), Span(10, 14), SOURCE)


def test_a_claim_of_other_words_is_no_second_opinion() -> None:
    [found] = weighed([said((20, 60))], [said((60, 90))], [])
    assert found.confidence == pytest.approx(0.9 * ALONE)


@pytest.mark.parametrize(("confidence", "kept"), [(WEAK / ALONE + 0.01, True), (WEAK / ALONE - 0.01, False)])
def test_a_weak_pattern_alone_is_dropped(confidence: float, kept: bool) -> None:
    assert bool(list(weighed([said((20, 60), confidence=confidence)], [], []))) is kept


def test_a_weak_pattern_that_both_see_is_kept() -> None:
    one = said((20, 60), confidence=WEAK)
    assert list(weighed([one], [said((20, 60))], [])) == [one]


@pytest.mark.parametrize("quoted", [(20, 60), (55, 90), (0, 21), (30, 31)])
@pytest.mark.parametrize("confidence", [0.9, 0.3])
def test_quoted_words_need_no_second_opinion(quoted: tuple[int, int], confidence: float) -> None:
    one = said((20, 60), confidence=confidence)
    assert list(weighed([one], [], spans(quoted))) == [one]


@pytest.mark.parametrize("quoted", [(0, 20), (60, 90)])
def test_a_quotation_beside_it_does_not_help(quoted: tuple[int, int]) -> None:
    [found] = weighed([said((20, 60))], [], spans(quoted))
    assert found.confidence < 0.9


def test_the_order_stays() -> None:
    ruled = [said((60, 90)), said((20, 40)), said((100, 120), confidence=0.1)]
    assert [found.content for found in weighed(ruled, [said((20, 40))], [])] == [spans((60, 90)), spans((20, 40))]


# Not told yet


def test_the_encoder_tells_what_nobody_told() -> None:
    new = said((100, 140))
    assert list(untold([said((20, 60)), new], [spans((20, 60))])) == [new]


@pytest.mark.parametrize(
    "told",
    [
        spans((20, 60)),
        spans((0, 200)),
        spans((20, 45)),
        spans((20, 30), (40, 55)),
    ],
)
def test_what_is_told_is_not_told_again(told: tuple[Span, ...]) -> None:
    assert list(untold([said((20, 60))], [spans((300, 340)), told])) == []


def test_a_small_part_of_it_was_not_yet_all() -> None:
    one = said((20, 120))
    assert list(untold([one], [spans((20, 30))])) == [one]


@pytest.mark.parametrize(("confidence", "kept"), [(SAID, True), (SAID - 0.01, False)])
def test_who_is_not_sure_tells_nothing(confidence: float, kept: bool) -> None:
    assert bool(list(untold([said((20, 60), confidence=confidence)], []))) is kept


# Likeness


@pytest.mark.parametrize(
    ("some", "others", "expected"),
    [
        (spans((0, 10)), spans((0, 10)), 1.0),
        (spans((0, 10)), spans((10, 20)), 0.0),
        (spans((0, 10)), spans((5, 15)), 0.5),
        (spans((0, 10)), spans((0, 30)), 0.5),
        (spans((0, 10), (20, 30)), spans((5, 25)), 0.5),
        (spans((0, 10), (20, 30)), spans((0, 10), (20, 30)), 1.0),
    ],
)
def test_likeness(some: tuple[Span, ...], others: tuple[Span, ...], expected: float) -> None:
    assert likeness(some, others) == pytest.approx(expected)


@pytest.mark.parametrize(("shared", "same"), [(5, True), (4, False)])
def test_half_of_the_shorter_makes_two_the_same(shared: int, same: bool) -> None:
    assert is_same(spans((0, 10)), spans((10 - shared, 100))) is same
    assert is_same(spans((10 - shared, 100)), spans((0, 10))) is same


def test_what_lies_in_the_other_is_told_but_not_the_other_way_round() -> None:
    part, whole = spans((0, 10)), spans((0, 100))
    assert is_told(part, whole)
    assert not is_told(whole, part)


def test_half_of_it_is_not_enough_where_the_other_is_long() -> None:
    assert not is_told(spans((0, 10)), spans((5, 100)))
    assert is_told(spans((0, 10)), spans((4, 100)))


CONTENT = st.lists(st.integers(1, 40), min_size=2, max_size=6).map(
    lambda steps: spans(*((sum(steps[:i]), sum(steps[: i + 1])) for i in range(1, len(steps), 2)))
)


@given(CONTENT, CONTENT)
def test_likeness_is_a_share_and_has_no_direction(some: tuple[Span, ...], others: tuple[Span, ...]) -> None:
    assert 0 <= likeness(some, others) <= 1
    assert likeness(some, others) == likeness(others, some)
    assert likeness(some, some) == 1
    assert is_same(some, others) == is_same(others, some)
    assert likeness(some, others) < LIKE or (is_told(some, others) and is_told(others, some))
