"""Fitting of attributions: what the gold calls right, and that weights move towards it."""

import pytest
from training.speech.fit import Case, contents, fit, judged, likelihoods, lines, matched, report, seen

from conftest import article_of
from dateline.annotated import Claim
from dateline.annotation.annotate import annotate
from dateline.understanding.speech.cues import Discourse
from dateline.values import Span

TEXT = "Ana Lund said that the pier was safe. The clerk floated the idea of a ban. Ruiz denied the charge."


def span(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


def story() -> Discourse:
    """Two things said of which the encoder sees one, and one that only the encoder sees."""
    annotation = next(annotate([article_of(TEXT)], model=False))
    annotation.claims = (
        Claim(content=(span("the pier was safe"),), cue=span("said"), source=span("Ana Lund"), score=0.9),
        Claim(content=(span("the idea of a ban"),), cue=span("floated"), source=span("The clerk"), score=0.7),
    )
    return Discourse(annotation, TEXT)


def test_each_is_seen_by_one_or_both() -> None:
    found = {sort: (TEXT[one.cue.start : one.cue.end], like) for sort, one, like in seen(story())}
    assert {sort: cue for sort, (cue, _) in found.items()} == {"both": "said", "claimed": "floated", "ruled": "denied"}
    assert 0.5 < found["both"][1] < 1
    assert found["claimed"][1] == found["ruled"][1] == 0


def test_the_gold_tells_which_are_right() -> None:
    gold = [(span("that the pier was safe"),), (span("a ban"), span("Ruiz"))]
    right = {case.sort: case.right for case in judged(3, story(), gold)}
    assert right == {"both": True, "claimed": False, "ruled": False}
    assert {case.article for case in judged(3, story(), gold)} == {3}


def test_what_is_said_within_others_words_is_no_case() -> None:
    discourse = story()
    whole = Claim(content=(span("the idea of a ban. Ruiz denied the charge"),), cue=span("floated"))
    discourse.claims = [(whole, discourse.annotation.tokens_in(span("floated")))]
    assert [sort for sort, *_ in seen(discourse)] == ["ruled", "claimed"]


def test_contents_of_a_row() -> None:
    row = {"gold": [{"content": [{"spans": [[0, 4], [9, 12]]}, {"spans": [[20, 30]]}]}, {"content": []}]}
    assert contents(row) == [(Span(0, 4), Span(9, 12), Span(20, 30)), ()]


@pytest.mark.parametrize(
    ("found", "right"),
    [
        ([(0, 10)], {0}),
        ([(0, 10), (0, 9)], {0}),
        ([(0, 5), (0, 10)], {1}),
        ([(0, 40)], set()),
        ([(20, 30), (0, 8)], {0, 1}),
        ([], set()),
    ],
)
def test_each_of_the_gold_matches_its_likest(found: list[tuple[int, int]], right: set[int]) -> None:
    gold = [(Span(0, 10),), (Span(20, 30),), ()]
    assert matched([(Span(*pair),) for pair in found], gold) == right


def known(score: float, right: bool, article: int = 0, sort: str = "both") -> Case:
    return Case(article, sort, (1.0, score, 0.0, 0.0, 0.5), right)  # type: ignore[arg-type]


MIXED = [known(score, right) for score in (-1.0, 0.0, 1.0, 2.0) for right in [score > 0] * 8 + [score <= 0] * 2]


def test_what_tells_right_from_wrong_weighs() -> None:
    weights = fit(MIXED)
    assert weights.content > 0.5
    assert (weights.cue, weights.source) == (0, 0)


def test_what_tells_nothing_weighs_nothing() -> None:
    weights = fit([known(score, right) for score in (-1.0, 1.0) for right in (True, True, False)])
    assert weights.content == pytest.approx(0, abs=1e-6)


def test_likelihoods_are_the_shares_that_are_right() -> None:
    likely = likelihoods([known(-1.0, False), known(2.0, True)], MIXED)
    assert likely == sorted(likely)
    assert sum(likelihoods(MIXED, MIXED)) / len(MIXED) == pytest.approx(0.5, abs=0.01)


def test_of_what_only_the_grammar_sees_all_are_as_likely() -> None:
    cases = [known(0.0, right, sort="ruled") for right in (True, False, False, False)]
    assert likelihoods(cases, cases) == [0.25] * 4


def test_lines_tell_what_was_expected_and_what_came() -> None:
    assert list(lines([(0.82, True), (0.88, False), (0.97, True)])) == [
        "  0.80 to 0.90: 2, expected 0.850, right 0.500",
        "  0.95 to 1.00: 1, expected 0.970, right 1.000",
    ]


def test_the_report_has_folds_and_weights(capsys: pytest.CaptureFixture[str]) -> None:
    others = [case._replace(sort=sort, article=n % 3) for sort in ("claimed", "ruled") for n, case in enumerate(MIXED)]
    report([case._replace(article=n % 3) for n, case in enumerate(MIXED)] + others, folds=3)  # type: ignore[arg-type]
    told = capsys.readouterr().out
    assert "left out, both" in told
    assert told.count("none=") == 2
    assert "ruled: 0.500 of 40 right" in told
