"""Whose edges and whose source hold where two see the same words differently."""

import pytest

from conftest import article_of
from dateline.annotated import Token
from dateline.annotation.annotate import annotate
from dateline.understanding.speech.claims.edge_choice import content_of, source_of
from dateline.understanding.speech.cues import Attribution, Discourse, Stretch
from dateline.values import Span


class Story:
    """A text, and what two who read it say of it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.discourse = Discourse(next(annotate([article_of(text)], model=False)), text)

    def span(self, words: str) -> Span:
        """These words, where they first stand."""
        at = self.text.index(words)
        return Span(at, at + len(words))

    def verb(self, word: str) -> Token:
        """The first token of this form."""
        return next(token for token in self.discourse.tokens if token.text == word)

    def said(self, cue: str, *content: str) -> Attribution:
        """That somebody says these words by this word."""
        verb = self.verb(cue)
        spans = tuple(self.span(words) for words in content)
        whole = Stretch(0, len(self.discourse.tokens))
        return Attribution(Span(verb.start, verb.end), verb, "says", None, spans, whole, 0.8)

    def chosen(self, ruled: Attribution, claimed: Attribution) -> list[str]:
        """The words that are told in the end."""
        return [self.text[s.start : s.end] for s in content_of(ruled, claimed, self.discourse)]


# The right edge

ASIDE = "The mayor said that the bridge was safe on Friday, a view that engineers share."


def test_behind_a_comma_the_grammar_goes_on_too_long() -> None:
    story = Story(ASIDE)
    ruled = story.said("said", "that the bridge was safe on Friday, a view that engineers share")
    claimed = story.said("said", "that the bridge was safe on Friday")
    assert story.chosen(ruled, claimed) == ["that the bridge was safe on Friday"]


def test_without_a_comma_the_grammar_knows_the_end() -> None:
    story = Story(ASIDE)
    ruled = story.said("said", "that the bridge was safe on Friday")
    assert story.chosen(ruled, story.said("said", "that the bridge was safe")) == ["that the bridge was safe on Friday"]


@pytest.mark.parametrize("mark", [" - ", " — ", "; "])
def test_a_dash_is_as_good_as_a_comma(mark: str) -> None:
    story = Story(f"The mayor said that the bridge was safe{mark}nobody had asked him.")
    ruled = story.said("said", f"that the bridge was safe{mark}nobody had asked him")
    assert story.chosen(ruled, story.said("said", "that the bridge was safe")) == ["that the bridge was safe"]


def test_the_encoder_may_go_on_where_the_grammar_stops() -> None:
    story = Story("The mayor said that the bridge was safe, and that the pier would open in May.")
    ruled = story.said("said", "that the bridge was safe")
    whole = "that the bridge was safe, and that the pier would open in May"
    assert story.chosen(ruled, story.said("said", whole)) == [whole]


def test_a_second_quotation_is_taken_in() -> None:
    story = Story('"It is safe," the mayor said. "Nobody needs to fear for the bridge."')
    parts = ["It is safe,", "Nobody needs to fear for the bridge."]
    assert story.chosen(story.said("said", parts[0]), story.said("said", *parts)) == parts


def test_the_encoder_does_not_go_on_into_another_paragraph() -> None:
    story = Story('"It is safe," the mayor said.\n"Nobody needs to fear," a girl sang.')
    ruled = story.said("said", "It is safe,")
    assert story.chosen(ruled, story.said("said", "It is safe,", "Nobody needs to fear,")) == ["It is safe,"]


# The left edge


def test_what_stands_before_a_comma_belongs_to_it() -> None:
    story = Story("On Friday, the bridge could open again, the mayor said.")
    ruled = story.said("said", "On Friday, the bridge could open again")
    claimed = story.said("said", "the bridge could open again")
    assert story.chosen(ruled, claimed) == ["On Friday, the bridge could open again"]


def test_behind_another_verb_of_saying_begin_other_words() -> None:
    story = Story("The mayor told reporters he hoped that the bridge could open again.")
    ruled = story.said("told", "he hoped that the bridge could open again")
    claimed = story.said("hoped", "that the bridge could open again")
    assert story.chosen(ruled, claimed) == ["that the bridge could open again"]


def test_of_one_verb_the_grammar_knows_where_its_words_begin() -> None:
    story = Story("The mayor said in May that the bridge could open again.")
    ruled = story.said("said", "that the bridge could open again")
    claimed = story.said("said", "in May that the bridge could open again")
    assert story.chosen(ruled, claimed) == ["that the bridge could open again"]


def test_of_another_verb_it_does_not() -> None:
    story = Story("The clerk wrote that the mayor hoped to open the bridge again.")
    ruled = story.said("hoped", "to open the bridge again")
    claimed = story.said("wrote", "that the mayor hoped to open the bridge again")
    assert story.chosen(ruled, claimed) == ["that the mayor hoped to open the bridge again"]


def test_each_edge_is_decided_for_itself() -> None:
    story = Story("On Friday, the bridge could open again, the mayor said, a view that engineers share.")
    ruled = story.said("said", "On Friday, the bridge could open again", "a view that engineers share")
    claimed = story.said("said", "the bridge could open again")
    assert story.chosen(ruled, claimed) == ["On Friday, the bridge could open again"]


def test_the_encoders_begin_and_the_grammars_end() -> None:
    story = Story("The clerk wrote that the mayor hoped to open the bridge in May.")
    ruled = story.said("hoped", "to open the bridge in May")
    claimed = story.said("wrote", "that the mayor hoped to open the bridge")
    assert story.chosen(ruled, claimed) == ["that the mayor hoped to open the bridge in May"]


def test_one_opinion_is_left_as_it_is() -> None:
    story = Story(ASIDE)
    ruled = story.said("said", "that the bridge was safe on Friday")
    assert content_of(ruled, ruled, story.discourse) == ruled.content


# Sources

BESIDE = "The mayor urged Ana Ruiz to leave and Pedro Lund warned that the bridge was old."


def source(story: Story, verb: str, mine: str | None, theirs: str | None) -> str | None:
    spans = [story.span(words) if words else None for words in (mine, theirs)]
    found = source_of(spans[0], spans[1], story.verb(verb), story.discourse)
    return story.text[found.start : found.end] if found else None


def test_the_subject_of_a_verb_is_its_source() -> None:
    assert source(Story(BESIDE), "urged", "The mayor", "Ana Ruiz") == "The mayor"


def test_a_verb_without_a_subject_takes_whom_the_encoder_sees_beside_it() -> None:
    story = Story("The results will force Ana Ruiz to admit that the bridge is old.")
    assert source(story, "admit", "The results", "Ana Ruiz") == "Ana Ruiz"


def test_but_nobody_of_another_sentence() -> None:
    story = Story("Ana Ruiz left. The results will force the mayor to admit that the bridge is old.")
    assert source(story, "admit", "The results", "Ana Ruiz") == "The results"


def test_who_is_whom_the_grammar_takes_it_for() -> None:
    story = Story("It was news to Ana Ruiz, who said that the bridge was old.")
    assert source(story, "said", "Ana Ruiz", "who") == "Ana Ruiz"


def test_of_two_edges_of_one_source_the_grammars_hold() -> None:
    story = Story("Ana Ruiz of the harbour office admitted that the bridge is old.")
    assert source(story, "admitted", "Ana Ruiz of the harbour office", "Ana Ruiz") == "Ana Ruiz of the harbour office"


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [(None, "Ana Ruiz", "Ana Ruiz"), ("The mayor", None, "The mayor"), (None, None, None)],
)
def test_one_source_is_better_than_none(mine: str | None, theirs: str | None, expected: str | None) -> None:
    assert source(Story(BESIDE), "warned", mine, theirs) == expected
