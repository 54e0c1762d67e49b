"""Contents with their cue and source: which go together, which stay alone, and how likely that is."""

from math import exp

import pytest
from builders import Link, reading
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotation.encoder.claims import CUE_FAR, LOOSE, REACH, Said, claims
from dateline.annotation.encoder.scores import Scores
from dateline.annotation.encoder.spans import Found

PIER = "Ruiz said the pier is old and Lund warned nobody may use it"
LAYERS = {
    "source": ["Ruiz", "Lund"],
    "cue": ["said", "warned"],
    "content": ["the pier is old", "nobody may use it"],
}
TWO: list[Link] = [
    ("cue", "the", "said", 4.0),
    ("source", "the", "Ruiz", 4.0),
    ("cue", "nobody", "warned", 4.0),
    ("source", "nobody", "Lund", 4.0),
]


def told(text: str, scores: Scores) -> list[tuple[str | None, str | None, list[str]]]:
    """Source, cue and contents of each claim in words."""
    words = text.split()

    def said(found: Found | None) -> str | None:
        return " ".join(words[found.first : found.last]) if found else None

    return [(said(x.source), said(x.cue), [said(content) or "" for content in x.contents]) for x in claims(scores)]


def read(*links: Link, text: str = PIER, **layers: list[str]) -> list[tuple[str | None, str | None, list[str]]]:
    return told(text, reading(text, links, ("cue", "source"), **(LAYERS | layers)))


def only(*links: Link) -> Said:
    """The claim of a sentence with one content, two cues and two sources."""
    [said] = claims(reading(PIER, links, ("cue", "source"), **(LAYERS | {"content": ["nobody may use it"]})))
    return said


def test_a_content_points_to_its_cue_and_source() -> None:
    assert read(*TWO) == [("Ruiz", "said", ["the pier is old"]), ("Lund", "warned", ["nobody may use it"])]


def test_the_nearest_is_not_the_right_one_for_being_near() -> None:
    crossed = [
        ("cue", "the", "warned", 4.0),
        ("source", "the", "Lund", 4.0),
        ("cue", "nobody", "said", 4.0),
        ("source", "nobody", "Ruiz", 4.0),
    ]
    assert read(*crossed) == [("Lund", "warned", ["the pier is old"]), ("Ruiz", "said", ["nobody may use it"])]


def test_contents_with_one_cue_are_one_claim() -> None:
    links: list[Link] = [("cue", "the", "said", 4.0), ("cue", "nobody", "said", 3.0), ("source", "the", "Ruiz", 4.0)]
    assert read(*links, ("source", "nobody", "Ruiz", 4.0)) == [
        ("Ruiz", "said", ["the pier is old", "nobody may use it"])
    ]


def test_of_several_sources_the_likeliest_is_meant() -> None:
    links: list[Link] = [("cue", "the", "said", 4.0), ("cue", "nobody", "said", 4.0)]
    unequal: list[Link] = [("source", "the", "Ruiz", 1.0), ("source", "nobody", "Lund", 3.0)]
    assert read(*links, *unequal) == [("Lund", "said", ["the pier is old", "nobody may use it"])]


def test_contents_without_a_cue_stay_apart() -> None:
    links: list[Link] = [("source", "the", "Ruiz", 4.0), ("source", "nobody", "Lund", 4.0)]
    assert read(*links, cue=[]) == [("Ruiz", None, ["the pier is old"]), ("Lund", None, ["nobody may use it"])]


def test_a_text_without_cues_and_sources_has_contents_only() -> None:
    assert read(cue=[], source=[]) == [(None, None, ["the pier is old"]), (None, None, ["nobody may use it"])]


def test_a_text_without_contents_says_nothing() -> None:
    assert read(content=[]) == []


def test_a_text_without_words_says_nothing() -> None:
    assert list(claims(Scores(("source", "cue", "content"), ("cue", "source"), [], []))) == []


# How likely


def test_a_cue_that_is_there_is_taken_against_some_odds() -> None:
    assert only(("cue", "nobody", "warned", LOOSE + 0.1)).cue is not None
    assert only(("cue", "nobody", "warned", LOOSE - 0.1)).cue is None


def test_what_is_not_there_has_no_score() -> None:
    said = only(("cue", "nobody", "warned", LOOSE - 1), ("source", "nobody", "Lund", LOOSE - 1))
    assert (said.cue, said.cue_score, said.source, said.source_score) == (None, 0.0, None, 0.0)


@pytest.mark.parametrize(("one", "other"), [(2.0, 0.0), (1.0, 0.5), (0.0, -3.0), (-1.0, -4.0), (400.0, 1.0)])
def test_the_score_is_a_share_of_all_that_could_be(one: float, other: float) -> None:
    said = only(("cue", "nobody", "warned", one), ("cue", "nobody", "said", other))
    each, most = CUE_FAR  # "warned" stands beside what is said, "said" seven words before it
    other -= min(7 * each, most)
    assert said.cue_score == pytest.approx(1 / (1 + exp(other - one) + exp(-one)))


def test_scores_belong_to_their_own_link() -> None:
    said = only(("cue", "nobody", "warned", 5.0), ("source", "nobody", "Lund", 0.5))
    assert said.cue_score > 0.9
    assert said.source_score < 0.7


# How far


@pytest.mark.parametrize(("between", "linked"), [(REACH - 2, True), (REACH - 1, False)])
def test_no_cue_is_sought_further_than_it_was_learnt(between: int, linked: bool) -> None:
    text = f"warned {'far ' * between}nobody may use it"
    links: list[Link] = [("cue", "nobody", "warned", 4.0)]
    [(_, cue, _)] = read(*links, text=text, source=[], cue=["warned"], content=["nobody may use it"])
    assert cue == ("warned" if linked else None)


def test_a_cue_may_stand_behind() -> None:
    text = "nobody may use it Lund warned"
    links: list[Link] = [("cue", "nobody", "warned", 4.0), ("source", "nobody", "Lund", 4.0)]
    assert read(*links, text=text, source=["Lund"], cue=["warned"], content=["nobody may use it"]) == [
        ("Lund", "warned", ["nobody may use it"])
    ]


# Any weights

WEIGHTS = st.lists(st.floats(-8, 8, width=32), min_size=8, max_size=8)


@settings(max_examples=60)
@given(WEIGHTS)
def test_every_content_is_in_one_claim_and_every_score_a_share(weights: list[float]) -> None:
    ends = {"cue": ["said", "warned"], "source": ["Ruiz", "Lund"]}
    pairs = [(kind, begin, end) for kind in ends for begin in ("the", "nobody") for end in ends[kind]]
    links = [(*pair, weight) for pair, weight in zip(pairs, weights, strict=True)]
    found = list(claims(reading(PIER, links, **LAYERS)))
    assert [content.first for said in found for content in said.contents] == [2, 9]
    assert all(0 <= said.cue_score <= 1 and 0 <= said.source_score <= 1 for said in found)
    assert all((said.cue is None) == (said.cue_score == 0) for said in found)
    cues = [said.cue for said in found if said.cue]
    assert len(set(cues)) == len(cues)
