"""Where what is said begins and ends."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import article_of
from dateline.annotation.annotate import annotate
from dateline.understanding.speech.cues import Discourse
from dateline.understanding.speech.grammar.edges import LONGEST
from dateline.understanding.speech.grammar.endings import Endings
from dateline.values import Span


def edges_of(text: str, number: int = 0) -> Endings:
    """The edges of the text's first sentence, or of another."""
    article = article_of(text)
    discourse = Discourse(next(annotate([article])), article.text)
    return Endings(discourse, list(discourse.stretches())[number])


def at(edges: Endings, word: str) -> int:
    return next(token.i for token in edges.tokens if token.text == word)


def words(edges: Endings, span: Span | None) -> str | None:
    return edges.discourse.text[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("text", "trimmed"),
    [
        (", the pier fell ,", "the pier fell"),
        ("- the pier fell -", "the pier fell"),
        (": the pier fell .", "the pier fell"),
        ('"The pier fell"', "The pier fell"),
        ('"The pier" fell', '"The pier" fell'),
        ("the pier fell (twice)", "the pier fell (twice)"),
    ],
)
def test_punctuation_at_the_edges_is_not_said(text: str, trimmed: str) -> None:
    edges = edges_of(text)
    assert words(edges, edges.trimmed(0, edges.stretch.last)) == trimmed


def test_nothing_but_punctuation_is_nothing() -> None:
    edges = edges_of("- , :")
    assert edges.trimmed(0, len(edges.tokens)) is None
    assert edges.trimmed(1, 1) is None


@pytest.mark.parametrize(
    ("text", "verb", "start", "ends_before"),
    [
        ("The clerk said the pier fell; nobody came.", "said", "pier", ";"),
        ("The clerk said the pier fell, adding that nobody came.", "said", "pier", ","),
        ("The clerk said the pier fell, according to the judge.", "said", "pier", ","),
        ("The clerk said the pier fell and left Porto.", "said", "pier", None),
        ("The clerk, who said the pier fell, left Porto.", "said", "pier", ","),
        ("The clerk said that in May, in Porto, it fell.", "said", "that", None),
    ],
)
def test_the_end_of_what_is_said(text: str, verb: str, start: str, ends_before: str | None) -> None:
    edges = edges_of(text)
    end = edges.end_of(edges.tokens[at(edges, verb)], at(edges, start))
    if ends_before is None:
        assert end == edges.stretch.last
    else:
        assert edges.tokens[end].text == ends_before
        assert at(edges, start) < end < edges.stretch.last


def test_the_end_never_cuts_a_quotation() -> None:
    edges = edges_of('The clerk said the pier was "old; very old, adding to it" and fell.')
    end = edges.end_of(edges.tokens[at(edges, "said")], at(edges, "pier"))
    assert edges.discourse.box[end - 1] < 0 or end == edges.stretch.last


def test_a_joined_verb_is_the_writers() -> None:
    edges = edges_of("The clerk said the pier fell, but refused to repair it.")
    said = edges.tokens[at(edges, "said")]
    joined = edges.joined(said, at(edges, "pier"))
    assert joined is not None
    assert edges.tokens[joined].text == "but"


def test_a_past_form_is_not_joined_to_an_infinitive() -> None:
    edges = edges_of("The mayor urged sailors to leave and promised to repair the pier.")
    joined = edges.joined(edges.tokens[at(edges, "urged")], at(edges, "sailors"))
    assert joined is not None
    assert edges.tokens[joined].text == "and"


def test_two_infinitives_are_joined() -> None:
    edges = edges_of("The mayor urged sailors to leave and sell the boats.")
    assert edges.joined(edges.tokens[at(edges, "urged")], at(edges, "sailors")) is None


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("according to the clerk", ("according", "to")),
        ("in the words of the clerk", ("in", "the", "words", "of")),
        ("in the harbour", None),
        ("in 2010", None),
        ("according with the clerk", None),
    ],
)
def test_a_source_without_a_verb_needs_the_whole_phrase(text: str, phrase: tuple[str, ...] | None) -> None:
    assert edges_of(text).according_at(0) == phrase


def test_the_writer_starts_anew_behind_a_comma() -> None:
    edges = edges_of("The pier fell, he said, adding that nobody came, which was true, because it rained.")
    assert edges.starts_anew(at(edges, "adding"))
    assert edges.starts_anew(at(edges, "which"))
    assert not edges.starts_anew(at(edges, "because"))


def test_a_sentence_that_never_ends_is_known() -> None:
    long = edges_of("the pier fell and " * (LONGEST // 3) + "nobody came")
    short = edges_of("the pier fell")
    assert long.runs_on((Span(0, long.tokens[-1].end),))
    assert not short.runs_on((Span(0, short.tokens[-1].end),))


def test_quoted_words_do_not_count_as_running_on() -> None:
    text = '"' + "the pier fell and " * (LONGEST // 3) + 'nobody came," he said'
    edges = edges_of(text)
    assert not edges.runs_on((Span(0, len(text)),))


@pytest.mark.parametrize(
    ("text", "pauses"),
    [
        ('"The pier fell," he said.', True),
        ('"The pier fell", he said.', True),
        ('"Who fell?" he said.', True),
        ('"Stop!" he said.', True),
        ('"The pier" fell.', False),
        ('"The pier fell." Nobody came.', False),
    ],
)
def test_speech_pauses_before_its_verb(text: str, pauses: bool) -> None:
    edges = edges_of(text)
    quotation = edges.discourse.quotation(0)
    assert quotation is not None
    assert edges.pauses(quotation) is pauses


def test_the_quotation_before_a_verb_is_found_across_a_comma() -> None:
    edges = edges_of('"The pier fell", he said.')
    assert edges.box_before(at(edges, "he")) is edges.discourse.quotation(0)
    assert edges.box_before(at(edges, "said")) is None


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(['"', ",", ".", "-", ";", "said", "who", "the", "pier", "fell", "and"]), min_size=1))
def test_whatever_is_trimmed_lies_in_the_sentence(pieces: list[str]) -> None:
    edges = edges_of(" ".join(pieces))
    first, last = edges.stretch.first, edges.stretch.last
    span = edges.trimmed(first, last)
    if span is not None:
        assert edges.tokens[first].start <= span.start < span.end <= edges.tokens[last - 1].end
    for i in range(first, last):
        assert i < edges.end_of(edges.tokens[i], i) <= last
