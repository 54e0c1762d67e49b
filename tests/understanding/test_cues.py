"""The writer's sentences, and the verbs of saying with their sources."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import article_of
from dateline.annotated import Token
from dateline.annotation.annotate import annotate
from dateline.languages import load
from dateline.record import Record
from dateline.understanding.speech.cues import Cue, Discourse, Stretch
from dateline.understanding.speech.lexicon import lexicon

Told = Callable[..., Record]


def discourse_of(text: str) -> Discourse:
    article = article_of(text)
    return Discourse(next(annotate([article])), article.text)


def sentences(text: str) -> list[str]:
    """The words of each of the writer's sentences."""
    discourse = discourse_of(text)
    tokens = discourse.tokens
    return [text[tokens[s.first].start : tokens[s.last - 1].end] for s in discourse.stretches()]


def verb_of(discourse: Discourse, lemma: str) -> Token:
    return next(token for token in discourse.tokens if token.lemma == lemma)


def cue_of(text: str, lemma: str) -> tuple[Discourse, Cue]:
    discourse = discourse_of(text)
    verb = verb_of(discourse, lemma)
    stretch = next(s for s in discourse.stretches() if s.first <= verb.i < s.last)
    return discourse, discourse.cue(verb, stretch)


def source(text: str, lemma: str) -> str | None:
    _, cue = cue_of(text, lemma)
    return text[cue.source.start : cue.source.end] if cue.source else None


# sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The pier fell. Nobody came.", ["The pier fell.", "Nobody came."]),
        ('"The pier fell," he said. Nobody came.', ['"The pier fell," he said.', "Nobody came."]),
        ('"Who is there?" he asked. Nobody came.', ['"Who is there?" he asked.', "Nobody came."]),
        ('"Stop!" shouted the clerk.', ['"Stop!" shouted the clerk.']),
        ('He left. "The pier fell." Nobody came.', ["He left.", '"The pier fell."', "Nobody came."]),
        ("The pier fell.\nNobody came.", ["The pier fell.", "Nobody came."]),
    ],
)
def test_a_quotation_is_one_word_of_the_writers_sentence(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_whole_sentences_in_a_quotation_do_not_end_the_writers() -> None:
    text = '"The pier fell. Nobody came. We left," the clerk said.'
    assert sentences(text) == [text]


def test_a_paragraph_without_a_full_stop_ends_its_sentence() -> None:
    assert sentences("The pier fell\nnobody came") == ["The pier fell", "nobody came"]


def test_no_text_has_no_sentences() -> None:
    assert sentences("") == []


WORDS = st.lists(
    st.sampled_from(['"', "“", "”", "'", ".", ",", "?", "\n", "said", "the", "clerk", "Ruiz", "We", "left", "that"]),
    max_size=16,
)


@settings(max_examples=40, deadline=None)
@given(WORDS)
def test_every_token_stands_in_exactly_one_sentence(words: list[str]) -> None:
    discourse = discourse_of(" ".join(words).replace(" \n ", "\n"))
    stretches = list(discourse.stretches())
    assert [i for s in stretches for i in range(s.first, s.last)] == list(range(len(discourse.tokens)))
    assert all(len({discourse.tokens[i].block for i in range(s.first, s.last)}) == 1 for s in stretches)


@settings(max_examples=40, deadline=None)
@given(WORDS)
def test_a_source_stands_in_the_sentence_of_its_verb(words: list[str]) -> None:
    discourse = discourse_of(" ".join(words).replace(" \n ", "\n"))
    for stretch in discourse.stretches():
        for token in discourse.tokens[stretch.first : stretch.last]:
            if token.pos == "VERB":
                _inside(discourse, stretch, discourse.cue(token, stretch))


def _inside(discourse: Discourse, stretch: Stretch, cue: Cue) -> None:
    assert cue.first <= cue.verb.i < cue.last
    if cue.source is not None:
        assert discourse.tokens[stretch.first].start <= cue.source.start < cue.source.end
        assert cue.source.end <= discourse.tokens[stretch.last - 1].end


# boxes


def test_a_box_holds_its_marks_and_its_words() -> None:
    discourse = discourse_of('He said "no way" twice.')
    assert [token.text for token in discourse.tokens if discourse.box[token.i] >= 0] == ['"', "no", "way", '"']
    assert discourse.quotation(0) is None


# sources


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("The clerk said the pier fell.", "say", "The clerk"),
        ("The pier fell, said the clerk.", "say", "the clerk"),
        ("The clerk, who said the pier fell, left.", "say", "The clerk"),
        ("The clerk of the court said the pier fell.", "say", "The clerk of the court"),
        ("The clerk left, saying the pier fell.", "say", "The clerk"),
        ("The clerk came and said the pier fell.", "say", "The clerk"),
        ("The clerk tried to say the pier fell.", "say", "The clerk"),
        ("It was reported by the clerk that the pier fell.", "report", "the clerk"),
        ("It was reported that the pier fell.", "report", None),
        ("The clerk and the judge said the pier fell.", "say", "The clerk and the judge"),
    ],
)
def test_the_source_of_a_verb(text: str, lemma: str, expected: str | None) -> None:
    assert source(text, lemma) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pavel Novak, the clerk, said the pier fell.", "Pavel Novak, the clerk"),
        ("A man who knew the pier said it fell.", "A man who knew the pier"),
        ("Sailors working on the pier said it fell.", "Sailors working on the pier"),
        ("The clerk, who knew the pier, said it fell.", "The clerk"),
        ("The clerk, speaking in Porto, said the pier fell.", "The clerk"),
        ("Pavel Novak, head of the union, which built the pier, said it fell.", "Pavel Novak, head of the union"),
    ],
)
def test_the_source_has_what_tells_which_one_and_no_remarks(text: str, expected: str) -> None:
    assert source(text, "say") == expected


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("The police forced Novak to admit that the pier fell.", "admit", "Novak"),
        ("The judge asked the clerk to say whether the pier fell.", "say", "the clerk"),
        ("The clerk threatened Novak to say that the pier fell.", "say", "The clerk"),
        ("The mayor urged sailors to leave and said the pier fell.", "say", "The mayor"),
    ],
)
def test_who_is_made_to_speak_is_the_source(text: str, lemma: str, expected: str) -> None:
    assert source(text, lemma) == expected


def test_the_author_of_a_paper_says_what_stands_in_it() -> None:
    assert source("The union sent a letter saying the pier fell.", "say") == "The union"
    assert source("The union saw a man saying the pier fell.", "say") == "a man"


def test_an_infinitive_behind_a_noun_is_said_by_nobody() -> None:
    assert source("Requests to say that the pier fell came late.", "say") is None


def test_auxiliaries_and_adverbs_belong_to_the_cue() -> None:
    discourse, cue = cue_of("The clerk has also said the pier fell.", "say")
    assert discourse.tokens[cue.first].text == "The"
    assert discourse.tokens[cue.last - 1].text == "said"
    assert cue.before


def test_a_source_behind_its_verb_is_told_apart() -> None:
    _, cue = cue_of("The pier fell, said the clerk.", "say")
    assert not cue.before


# words


def test_the_lexicon_is_made_once() -> None:
    assert lexicon("en") is lexicon("en")


def test_every_verb_with_a_preposition_has_both_listed() -> None:
    words = lexicon("en")
    for (verb, link), stance in words.phrase_stance.items():
        assert link in words.preposition.get(verb, frozenset()) or (link == "to" and verb in words.infinitive), verb
        assert verb in words.stance
        assert stance in load("en").statements.stances
    assert all(link in words.preposition[verb] for verb, link in words.errands)


def test_no_verb_has_two_stances() -> None:
    stances = load("en").statements.stances
    seen: dict[str, str] = {}
    for stance, lemmas in stances.items():
        for lemma in set(lemmas):
            assert lemma not in seen, (lemma, stance, seen.get(lemma))
            seen[lemma] = stance
