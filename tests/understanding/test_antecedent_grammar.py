"""Where a word stands in its sentence, as far as it tells whom a pronoun means."""

from collections.abc import Iterable

import pytest

from conftest import article_of
from dateline.annotated import Annotation, Token
from dateline.annotation.annotate import annotate
from dateline.understanding.identity.antecedents.grammar import OUTSIDE, Grammar


def grammar_of(text: str) -> Grammar:
    return Grammar(next(annotate([article_of(text)], model=False)))


def word(annotation: Annotation, text: str) -> Token:
    """The first token written so; "her:2" is the second one."""
    written, _, number = text.partition(":")
    return [token for token in annotation.tokens if token.text == written][int(number or 1) - 1]


def words(grammar: Grammar, found: Iterable[int]) -> str:
    return " ".join(grammar.tokens[i].text for i in sorted(found))


@pytest.mark.parametrize(
    ("text", "about", "role"),
    [
        ("Holm met Brandt.", "Holm", "subject"),
        ("Holm met Brandt.", "Brandt", "object"),
        ("Holm told Brandt that he slept.", "Brandt", "object"),
        ("The boat was sold by Greta Holm.", "boat", "subject"),
        ("The boat was sold by Greta Holm.", "Holm", "object"),
        ("Holm sold her boat.", "her", "owner"),
        ("Holm slept in her boat.", "boat", "other"),
        ("Greta Holm met Brandt.", "Greta", "modifier"),
        ("Holm, a nurse, met Brandt.", "nurse", "subject"),
        ("Holm and Brandt met Lie.", "Brandt", "subject"),
        ("Lie met Holm and Brandt.", "Brandt", "object"),
        ("Holm herself sold the boat.", "herself", "subject"),
    ],
)
def test_role(text: str, about: str, role: str) -> None:
    grammar = grammar_of(text)
    assert grammar.role(word(grammar.annotation, about)) == role


@pytest.mark.parametrize(
    ("text", "about", "top"),
    [
        ("Holm, a nurse, slept.", "nurse", "Holm"),
        ("Holm and Brandt slept.", "Brandt", "Holm"),
        ("Holm slept.", "Holm", "Holm"),
        ("Holm slept.", "slept", "slept"),
    ],
)
def test_top(text: str, about: str, top: str) -> None:
    grammar = grammar_of(text)
    assert grammar.top(word(grammar.annotation, about)).text == top


@pytest.mark.parametrize(
    ("text", "about", "verb", "sharing"),
    [
        ("Holm told Brandt that he slept.", "he", "slept", "slept"),
        ("Holm told Brandt that he slept.", "Brandt", "told", "told"),
        ("Holm wants to sell it.", "it", "sell", "wants sell"),
        ("Holm woke and sold it.", "it", "sold", "woke sold"),
        ("Holm woke and Brandt sold it.", "it", "sold", "sold"),
        ("Holm sold her boat.", "her", "sold", "sold"),
    ],
)
def test_verbs_and_those_whose_subject_they_share(text: str, about: str, verb: str, sharing: str) -> None:
    grammar = grammar_of(text)
    found = grammar.verb(word(grammar.annotation, about))
    assert grammar.tokens[found].text == verb
    assert words(grammar, grammar.verbs(found)) == sharing


def test_a_word_in_no_clause_has_no_verb() -> None:
    grammar = grammar_of("Good morning.")
    assert {grammar.verb(token) for token in grammar.tokens} == {OUTSIDE}
    assert grammar.verbs(OUTSIDE) == frozenset()


@pytest.mark.parametrize(
    ("text", "about", "opens", "speaks", "acts"),
    [
        ("Holm told Brandt that he slept.", "Holm", True, True, True),
        ("Holm told Brandt that he slept.", "he", False, False, False),
        ("Holm told Brandt that he slept.", "Brandt", False, False, False),
        ("Norway wants the boats.", "Norway", True, False, True),
        ("The boat sank.", "boat", True, False, False),
        ("Its decision stands.", "Its", False, False, True),
        ("Its roof leaks.", "Its", False, False, False),
        ("Brandt slept because Holm said so.", "Holm", False, True, True),
    ],
)
def test_who_opens_a_sentence_speaks_and_acts(text: str, about: str, opens: bool, speaks: bool, acts: bool) -> None:
    grammar = grammar_of(text)
    token = word(grammar.annotation, about)
    assert (grammar.opens(token), grammar.speaks(token), grammar.acts(token)) == (opens, speaks, acts)


@pytest.mark.parametrize(
    ("text", "about", "above"),
    [
        ("Holm told Brandt that he slept.", "he", "Holm"),
        ("Holm told Brandt that he had sold her boat.", "her", "he"),
        ("Holm met Brandt, who lost his hat.", "his", "Brandt"),
        ("Holm wants to sell it.", "it", "Holm"),
        ("Holm sold her boat.", "her", "Holm"),
        ("Holm sold it.", "it", ""),
        ("He slept.", "He", ""),
    ],
)
def test_subjects_above(text: str, about: str, above: str) -> None:
    grammar = grammar_of(text)
    assert words(grammar, grammar.above(word(grammar.annotation, about))) == above


@pytest.mark.parametrize(
    ("text", "about", "ahead"),
    [
        ("In his speech, Brandt praised Holm.", "his", "Brandt"),
        ("When she arrived, Greta Holm slept.", "she", "Holm"),
        ("Brandt slept when she arrived.", "she", ""),
        ("She met Brandt.", "She", ""),
    ],
)
def test_subjects_ahead(text: str, about: str, ahead: str) -> None:
    grammar = grammar_of(text)
    assert words(grammar, grammar.ahead(word(grammar.annotation, about))) == ahead


@pytest.mark.parametrize(
    ("text", "about", "barred", "free"),
    [
        ("The leader of its party left.", "its", ["leader", "party"], []),
        ("The ship it sold sank.", "it", ["ship"], []),
        ("Holm sold her boat.", "her", ["boat"], ["Holm"]),
        ("Holm met Brandt, who lost his hat.", "his", ["hat"], ["Holm", "Brandt"]),
        ("Holm and her son left.", "her", ["son"], ["Holm"]),
    ],
)
def test_what_a_pronoun_is_a_part_of(text: str, about: str, barred: list[str], free: list[str]) -> None:
    grammar = grammar_of(text)
    found = words(grammar, grammar.governors(word(grammar.annotation, about))).split()
    assert set(barred) <= set(found) and not set(free) & set(found)


SPOKEN = 'Holm woke. "I am ill," she said. "We will go," he said. Brandt slept.'


def test_each_word_knows_its_quotation() -> None:
    grammar = grammar_of(SPOKEN)
    boxes = {text: grammar.box[word(grammar.annotation, text).i] for text in ("Holm", "I", "she", "We", "go", "he")}
    assert boxes == {"Holm": OUTSIDE, "I": 0, "she": OUTSIDE, "We": 1, "go": 1, "he": OUTSIDE}


def test_the_first_word_of_a_quotation_begins_it() -> None:
    grammar = grammar_of(SPOKEN)
    assert [token.text for token in grammar.tokens if grammar.begins_box(token)] == ["I", "We"]


def test_whoever_said_it_knows_own_words() -> None:
    grammar = grammar_of(SPOKEN)
    own = {text: grammar.own_words(word(grammar.annotation, text)) for text in ("she", "he", "I", "Holm", "Brandt")}
    assert own == {"she": 0, "he": 1, "I": OUTSIDE, "Holm": OUTSIDE, "Brandt": OUTSIDE}


def test_sentences_of_others_between_two_of_the_writers_do_not_count() -> None:
    grammar = grammar_of('Holm woke. "It rained. It snowed. It thawed." Then she slept.')
    she, holm, snowed = (word(grammar.annotation, text) for text in ("she", "Holm", "snowed"))
    assert grammar.back(she, holm) < she.sentence - holm.sentence
    assert grammar.back(she, holm) == 1
    assert grammar.back(snowed, holm) == snowed.sentence - holm.sentence
    assert grammar.back(holm, holm) == 0


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_one() -> None:
    grammar = grammar_of('Holm said: "I am ill.\n"We will go."')
    assert {grammar.box[word(grammar.annotation, text).i] for text in ("I", "ill", "We", "go")} == {0}


@pytest.mark.parametrize("text", ["", ".", '"', '""', "He", '"He"'])
def test_little_text(text: str) -> None:
    grammar = grammar_of(text)
    assert len(grammar.box) == len(grammar.tokens)
    for token in grammar.tokens:
        assert grammar.role(token) in ("subject", "object", "owner", "modifier", "other")
        assert token.i not in grammar.ahead(token) | grammar.governors(token)
