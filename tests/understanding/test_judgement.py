"""How likely an attribution is one: numbers that rise with what speaks for it."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotated import Claim
from dateline.understanding.speech.claims.judgement import (
    BOTH,
    CLAIMED,
    RULED,
    TOLD,
    Weights,
    evidence,
    of_both,
    of_claim,
)
from dateline.values import Span

SOURCE = Span(0, 5)


def claim(score: float = 0.8, cue: float = 0.8, source: float | None = 0.8) -> Claim:
    return Claim(
        content=(Span(10, 20),),
        cue=Span(6, 9),
        source=SOURCE if source is not None else None,
        score=score,
        cue_score=cue,
        source_score=source or 0.0,
    )


SCORE = st.floats(0, 1)


@given(SCORE, SCORE, SCORE, SCORE)
def test_it_is_a_share_to_three_digits(score: float, cue: float, source: float, like: float) -> None:
    for likely in (of_claim(claim(score, cue, source)), of_both(claim(score, cue, source), like)):
        assert 0 <= likely <= 1
        assert likely == round(likely, 3)


@pytest.mark.parametrize(
    "judged",
    [
        lambda x: of_claim(claim(score=x)),
        lambda x: of_claim(claim(cue=x)),
        lambda x: of_claim(claim(source=x)),
        lambda x: of_both(claim(score=x), 0.8),
        lambda x: of_both(claim(cue=x), 0.8),
        lambda x: of_both(claim(source=x), 0.8),
        lambda x: of_both(claim(), x),
    ],
)
def test_whatever_is_surer_makes_it_likelier(judged: Callable[[float], float]) -> None:
    values = [judged(x / 10) for x in range(11)]
    assert values == sorted(values)
    assert values[0] < values[-1]


@given(SCORE, SCORE, SCORE, st.floats(0.5, 1))
def test_two_opinions_that_agree_are_likelier_right_than_one(
    score: float, cue: float, source: float, like: float
) -> None:
    sure = claim(max(score, 0.5), max(cue, 0.5), max(source, 0.5))
    assert of_both(sure, max(like, 0.8)) > of_claim(sure) - 0.05


def test_who_is_sure_of_all_is_nearly_certain_and_never_quite() -> None:
    assert 0.95 < of_both(claim(1.0, 1.0, 1.0), 1.0) < 1
    assert 0.85 < of_claim(claim(1.0, 1.0, 1.0)) < 1


def test_a_sure_claim_alone_is_surer_than_a_pattern_alone() -> None:
    assert of_claim(claim(0.95, 0.95, 0.95)) > 0.8 > RULED


def test_a_weak_claim_alone_is_not_told() -> None:
    assert of_claim(claim(0.4, 0.2, 0.3)) < TOLD <= RULED


def test_what_is_told_is_likelier_right_than_wrong() -> None:
    assert TOLD >= 0.5


def test_no_source_counts_for_nothing() -> None:
    assert evidence(claim(source=None))[3] == 0
    assert of_claim(claim(source=0.2)) < of_claim(claim(source=None)) < of_claim(claim(source=0.9))


def test_an_even_score_counts_for_nothing() -> None:
    assert evidence(claim(0.5, 0.5, 0.5), 0.3) == pytest.approx((1, 0, 0, 0, 0.3))


def test_no_claim_has_only_its_likeness() -> None:
    assert evidence(None, 0.7) == (1, 0, 0, 0, 0.7)


@pytest.mark.parametrize(("extreme", "near"), [(0.0, 0.01), (1.0, 0.99)])
def test_the_last_hundredths_make_no_difference(extreme: float, near: float) -> None:
    assert evidence(claim(score=extreme)) == evidence(claim(score=near))


@pytest.mark.parametrize("weights", [BOTH, CLAIMED])
def test_nothing_that_speaks_for_it_speaks_against_it(weights: Weights) -> None:
    values: dict[str, Any] = {name: getattr(weights, name) for name in weights.__struct_fields__ if name != "none"}
    assert all(value >= 0 for value in values.values())


def test_there_is_a_weight_for_each_piece_of_evidence() -> None:
    assert len(evidence(claim())) == len(BOTH.__struct_fields__)
