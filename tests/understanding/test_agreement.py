"""Two opinions on who says what: which claim is whose, where one stands alone, and what is told already."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from conftest import article_of
from dateline.annotated import Claim, Token
from dateline.annotation.annotate import annotate
from dateline.understanding.speech.claims.agreement import (
    DOUBTED,
    LIKE,
    agreed,
    alone,
    is_told,
    is_within,
    joined,
    likeness,
    paired,
    untold,
)
from dateline.understanding.speech.claims.judgement import PLAIN, QUOTED, RULED, TOLD, of_both
from dateline.understanding.speech.cues import Attribution, Discourse, Stretch
from dateline.values import Span

SOURCE, OTHER = Span(0, 9), Span(200, 209)
SURE = Claim(content=(Span(20, 60),), cue=Span(10, 14), source=SOURCE, score=0.98, cue_score=0.97, source_score=0.97)
UNSURE = Claim(content=(Span(20, 60),), cue=Span(10, 14), score=0.45, cue_score=0.2)


def verb(i: int = 2) -> Token:
    return Token(
        i=i, text="said", lemma="say", pos="VERB", tag="VBD", dep="ROOT", head=i, start=10, end=14, sentence=0, block=0
    )


def said(*content: tuple[int, int], **fields: object) -> Attribution:
    """Something said, by the cue at 10 to 14; contents are pairs of offsets."""
    whole = {"cue": Span(10, 14), "source": SOURCE, "confidence": 0.9, "stance": "says", "verb": verb()}
    return Attribution(content=spans(*content), stretch=Stretch(0, 9), **(whole | fields))  # type: ignore[arg-type]


def elsewhere(*content: tuple[int, int], **fields: object) -> Attribution:
    """The same by another cue, at 300 to 304."""
    return said(*content, **({"cue": Span(300, 304), "verb": verb(60)} | fields))


def spans(*pairs: tuple[int, int]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)


TEXT = 'The mayor said the bridge is safe. "It will stand," he said. Ruiz warned that the pier leaks and rots.'


@pytest.fixture(scope="module")
def discourse() -> Discourse:
    annotation = next(annotate([article_of(TEXT)], model=False))
    annotation.claims = ()
    return Discourse(annotation, TEXT)


# Which claim is whose


def test_the_likest_claim_is_a_patterns_own() -> None:
    assert paired([elsewhere((20, 60))], [said((50, 90)), said((21, 60)), said((30, 200))]) == {0: 1}


def test_one_of_the_same_cue_goes_before_a_liker_one() -> None:
    claimed = [elsewhere((20, 60)), said((20, 45))]
    assert paired([said((20, 60))], claimed) == {0: 1}


def test_a_claim_is_one_patterns_only() -> None:
    assert paired([said((20, 60)), said((22, 60), verb=verb(5), cue=Span(15, 19))], [said((20, 60))]) == {0: 0}


def test_each_pattern_has_its_own_claim_whatever_the_order() -> None:
    ruled = [said((20, 60)), elsewhere((320, 360))]
    claimed = [elsewhere((320, 350)), said((24, 60))]
    assert paired(ruled, claimed) == {0: 1, 1: 0}
    assert paired(ruled[::-1], claimed[::-1]) == {0: 1, 1: 0}


@pytest.mark.parametrize("content", [(60, 90), (0, 20)])
def test_contents_that_share_nothing_are_two_even_by_one_cue(content: tuple[int, int]) -> None:
    assert paired([said((20, 60))], [said(content)]) == {}


def test_by_one_cue_a_small_part_is_enough_and_by_two_it_is_not() -> None:
    assert paired([said((20, 120))], [said((20, 30))]) == {0: 0}
    assert paired([said((20, 120))], [elsewhere((20, 30))]) == {}


def test_cues_that_touch_are_one() -> None:
    assert paired([said((20, 120))], [said((20, 30), verb=verb(3), cue=Span(6, 12))]) == {0: 0}


# What both see


def test_what_both_see_is_as_sure_as_the_encoder_is(discourse: Discourse) -> None:
    one, other = said((15, 33)), said((15, 33), claim=SURE)
    found = joined(one, other, discourse)
    assert found.confidence == of_both(SURE, 1.0) > joined(one, said((15, 33), claim=UNSURE), discourse).confidence
    assert found.content == one.content


def test_the_less_alike_the_less_sure(discourse: Discourse) -> None:
    one = said((15, 33))
    sure = [joined(one, said((15, end), claim=SURE), discourse).confidence for end in (33, 30, 25, 21)]
    assert sure == sorted(sure, reverse=True)
    assert len(set(sure)) > 1


def test_the_cue_is_taken_in_full(discourse: Discourse) -> None:
    found = joined(said((15, 33)), said((15, 33), cue=Span(4, 14), claim=SURE), discourse)
    assert found.cue == Span(4, 14)


def test_another_cue_brings_its_own_source_and_manner(discourse: Discourse) -> None:
    other = elsewhere((15, 33), source=OTHER, stance="warns", status="denied", claim=SURE)
    found = joined(said((15, 33)), other, discourse)
    assert (found.cue, found.source, found.stance, found.status) == (other.cue, OTHER, "warns", "denied")


def test_a_missing_source_is_taken(discourse: Discourse) -> None:
    found = joined(said((15, 33), source=None), said((15, 33), source=OTHER, claim=SURE), discourse)
    assert found.source == OTHER


def test_a_source_that_none_has_stays_away(discourse: Discourse) -> None:
    found = joined(said((15, 33), source=None), said((15, 33), source=None, claim=SURE), discourse)
    assert found.source is None


def test_what_both_see_keeps_what_the_encoder_said_of_it(discourse: Discourse) -> None:
    assert joined(said((15, 33)), said((15, 33), claim=SURE), discourse).claim == SURE


# What one sees


@pytest.mark.parametrize("confidence", [0.95, 0.85, 0.65])
def test_a_pattern_alone_is_right_half_of_the_time(confidence: float, discourse: Discourse) -> None:
    one = said((61, 100), confidence=confidence)
    assert alone(replace(one, verb=replace(verb(), lemma="warn")), [], discourse).confidence == RULED


def test_of_a_plain_cue_the_grammar_alone_is_right_more_often(discourse: Discourse) -> None:
    assert alone(said((61, 100)), [], discourse).confidence == PLAIN


@pytest.mark.parametrize(("stance", "told"), [("asks", False), ("believes", False), ("warns", True)])
def test_what_somebody_asks_or_feels_needs_the_encoder(stance: str, told: bool, discourse: Discourse) -> None:
    assert bool(agreed([said((61, 100), stance=stance)], [], discourse)[0]) is told


@pytest.mark.parametrize(
    ("content", "stance", "told"),
    [((15, 25), "says", False), ((15, 25), "warns", True), ((15, 33), "says", True)],
)
def test_what_is_only_going_to_be_told_is_no_statement(
    content: tuple[int, int], stance: str, told: bool, discourse: Discourse
) -> None:
    assert bool(agreed([said(content, stance=stance, status="planned")], [], discourse)[0]) is told


def test_a_claim_of_what_is_going_to_be_told_is_none_either(discourse: Discourse) -> None:
    assert agreed([], [said((15, 25), status="planned")], discourse) == ([], [])


def test_what_a_claim_is_worth_alone_lowers_its_confidence() -> None:
    assert [one.confidence for one in untold([said((20, 60), worth=0.5)], [])] == [0.45]


def test_a_pattern_alone_that_introduces_quoted_words_is_surer(discourse: Discourse) -> None:
    quoted = discourse.quoted[0]
    assert alone(said(quoted, confidence=0.95), [], discourse).confidence == round(0.95 * QUOTED, 3)
    assert alone(said(quoted, confidence=0.95, source=None), [], discourse).confidence == RULED


@pytest.mark.parametrize(("confidence", "kept"), [(DOUBTED, True), (DOUBTED - 0.01, False)])
def test_a_doubtful_pattern_needs_the_encoder(confidence: float, kept: bool, discourse: Discourse) -> None:
    one = said((15, 33), confidence=confidence)
    assert bool(agreed([one], [], discourse)[0]) is kept
    assert agreed([one], [said((15, 33), claim=SURE)], discourse)[0] != []


def test_within_anothers_words_the_encoder_does_not_look(discourse: Discourse) -> None:
    inner, outer = said((20, 60)), elsewhere((0, 100))
    assert is_within(inner, [outer])
    assert alone(inner, [outer], discourse) == inner


@pytest.mark.parametrize("content", [(15, 100), (0, 12)])
def test_a_cue_that_is_cut_is_not_within(content: tuple[int, int]) -> None:
    assert not is_within(said((20, 60)), [elsewhere(content)])


def test_the_order_stays_and_each_is_told_once(discourse: Discourse) -> None:
    ruled = [elsewhere((61, 100)), said((15, 33))]
    claimed = [said((15, 33), claim=SURE), said((36, 50), claim=SURE, verb=verb(9), cue=Span(51, 53))]
    seen, unseen = agreed(ruled, claimed, discourse)
    assert [one.content for one in seen] == [spans((61, 100)), spans((15, 33))]
    assert unseen == [claimed[1]]


def test_a_faint_second_voice_says_no_less_than_none(discourse: Discourse) -> None:
    doubted = Claim(content=spans((90, 101)), cue=Span(10, 14), score=0.3, cue_score=0.05)
    seen, _ = agreed([said((15, 101))], [said((96, 101), claim=doubted)], discourse)
    assert [one.confidence for one in seen] == [RULED]


def test_a_doubtful_verb_that_the_encoder_doubts_too_is_not_told(discourse: Discourse) -> None:
    doubted = Claim(content=spans((90, 101)), cue=Span(10, 14), score=0.3, cue_score=0.05)
    pattern = replace(said((15, 101)), confidence=0.5)
    assert agreed([pattern], [said((96, 101), claim=doubted)], discourse) == ([], [])


def test_nothing_of_nothing(discourse: Discourse) -> None:
    assert agreed([], [], discourse) == ([], [])


def test_where_the_encoder_was_not_asked_the_grammar_decides_alone() -> None:
    unasked = Discourse(next(annotate([article_of(TEXT)], model=False)), TEXT)
    sure, doubted = said((15, 33)), said((36, 50), confidence=DOUBTED - 0.01)
    assert agreed([sure, doubted], [], unasked) == ([sure], [])


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


@pytest.mark.parametrize(("confidence", "kept"), [(TOLD, True), (TOLD - 0.01, False)])
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
    assert likeness(some, others) < LIKE or (is_told(some, others) and is_told(others, some))


@given(st.lists(CONTENT, max_size=5), st.lists(CONTENT, max_size=5))
def test_pairs_are_of_one_and_one(some: list[tuple[Span, ...]], others: list[tuple[Span, ...]]) -> None:
    ruled = [said(*map(tuple, content), verb=verb(i), cue=Span(i, i)) for i, content in enumerate(some)]  # type: ignore[arg-type]
    claimed = [elsewhere(*map(tuple, content)) for content in others]  # type: ignore[arg-type]
    pairs = paired(ruled, claimed)
    assert len({*pairs.values()}) == len(pairs)
    assert all(likeness(ruled[i].content, claimed[j].content) >= LIKE for i, j in pairs.items())
