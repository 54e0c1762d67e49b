"""What the encoder takes for speech, told by hand: which claims become statements, and where those begin and end."""

from collections.abc import Callable, Sequence

import pytest

from conftest import article_of
from dateline.annotated import Claim
from dateline.annotation.annotate import annotate
from dateline.pipeline import STEPS, run_step
from dateline.record import Record
from dateline.understanding.speech.agreement import ALONE, SAID
from dateline.understanding.speech.claimed import CEILING
from dateline.values import Span, Statement

Told = Callable[..., Record]
Said = tuple[str | None, str | None, list[str]]

IDEA = "The mayor floated the idea that the bridge could close in May."
CLOSE = "that the bridge could close in May"


def claim(text: str, cue: str | None, *content: str, source: str | None = None, **scores: float) -> Claim:
    """A claim whose spans are these words, where they first stand."""

    def span(words: str) -> Span:
        at = text.index(words)
        return Span(at, at + len(words))

    return Claim(
        content=tuple(span(words) for words in content),
        cue=span(cue) if cue else None,
        source=span(source) if source else None,
        **({"score": 0.9, "cue_score": 0.9, "source_score": 0.9} | scores),
    )


def record_of(text: str, claims: Sequence[Claim] | None) -> Record:
    article = article_of(text)
    annotation = next(annotate([article], model=False))
    annotation.claims = None if claims is None else tuple(claims)
    record = Record(article, annotation)
    for step in STEPS:
        run_step(record, step)
        if step.name == "statements":
            break
    return record


def read(text: str, *claims: Claim) -> list[Said]:
    """Source, cue and contents of each statement."""
    record = record_of(text, claims)
    values = [fact.value for fact in record.of("statement") if isinstance(fact.value, Statement)]
    return [
        (
            record.words(value.speaker_span) if value.speaker_span else None,
            record.words(value.cue) if value.cue else None,
            [record.words(span) for span in value.content],
        )
        for value in values
    ]


def confidences(text: str, *claims: Claim) -> list[float]:
    return [fact.confidence for fact in record_of(text, claims).of("statement")]


# Cues that no pattern knows


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (IDEA, "The mayor", "floated the idea", CLOSE),
        ("Ruiz is of the opinion that the pier leaks.", "Ruiz", "is of the opinion", "that the pier leaks"),
        ("The mayor scoffed that the pier was safe.", "The mayor", "scoffed", "that the pier was safe"),
        ("In the eye of the mayor the pier was old.", "the mayor", "In the eye", "the pier was old"),
        ("The mayor went public with a plan for it.", "The mayor", "went public", "a plan for it"),
    ],
)
def test_a_cue_that_the_grammar_does_not_know(text: str, source: str, cue: str, content: str) -> None:
    assert read(text) == []
    assert read(text, claim(text, cue, content, source=source)) == [(source, cue, [content])]


def test_the_subject_of_a_verb_is_its_source() -> None:
    text = "The mayor in Porto floated the idea that the bridge could close in May."
    [found] = read(text, claim(text, "floated the idea", CLOSE, source="Porto"))
    assert found[0] == "The mayor in Porto"


def test_what_nobody_is_named_for_is_nobodys_words() -> None:
    text = "There was talk in the harbour that the pier would close."
    assert read(text, claim(text, "talk", "that the pier would close")) == []


def test_quoted_words_need_nobody() -> None:
    text = 'There was talk in the harbour that the pier was "too old to carry any more cars".'
    content = 'that the pier was "too old to carry any more cars"'
    assert read(text, claim(text, "talk", content)) == [(None, "talk", [content])]


def test_contents_of_one_claim_are_one_statement() -> None:
    text = "The bridge is old, in the eye of the mayor, and a new one is needed."
    found = read(text, claim(text, "in the eye", "The bridge is old", "a new one is needed", source="the mayor"))
    assert found == [("the mayor", "in the eye", ["The bridge is old", "a new one is needed"])]


def test_a_claim_without_a_cue_is_told_of_nobody() -> None:
    assert read(IDEA, claim(IDEA, None, CLOSE, source="The mayor")) == []


# What is nobody's words


def test_you_is_no_source() -> None:
    text = "You float the idea that the bridge could close in May."
    assert read(text, claim(text, "float the idea", CLOSE, source="You")) == []


def test_a_source_inside_what_is_said_makes_it_nothing() -> None:
    text = "There was talk in the harbour that the mayor would close the pier."
    content = "that the mayor would close the pier"
    assert read(text, claim(text, "talk", content, source="the mayor")) == []
    assert read(text, claim(text, "talk", content, source="the harbour")) == [("the harbour", "talk", [content])]


@pytest.mark.parametrize("named", ["Ana Lund", "him", "Porto"])
def test_a_name_or_pronoun_says_nothing(named: str) -> None:
    text = f"The mayor let slip {named} in the end."
    assert [content for *_, content in read(text, claim(text, "let slip", named, source="The mayor"))] == []


def test_one_noun_says_something() -> None:
    text = "The mayor floated a ban in the end."
    assert read(text, claim(text, "floated", "a ban", source="The mayor")) == [("The mayor", "floated", ["a ban"])]


def test_what_goes_to_plan_is_nobodys_words() -> None:
    text = "The repair of the old bridge went according to plan."
    assert read(text, claim(text, "according", "The repair of the old bridge went", source="plan")) == []


def test_what_runs_on_and_on_has_lost_its_end() -> None:
    text = f"The mayor floated the idea that the bridge {'was old and leaked and ' * 20}could close."
    content = text[text.index("that the bridge") : -1]
    assert read(text, claim(text, "floated the idea", content)) == []


# Another paragraph


def test_what_stands_in_another_paragraph_is_left_out_unless_it_is_quoted() -> None:
    text = "The mayor let something slip.\nThe bridge could close in May."
    assert read(text, claim(text, "let something slip", "The bridge could close in May", source="The mayor")) == []
    quoted = 'The mayor let something slip.\n"The bridge could close in May."'
    [found] = read(quoted, claim(quoted, "let something slip", "The bridge could close in May.", source="The mayor"))
    assert found == ("The mayor", "let something slip", ["The bridge could close in May."])


# Edges


def test_a_verb_at_the_end_takes_its_phrase_along() -> None:
    [found] = read(IDEA, claim(IDEA, "floated the idea", "that the bridge could close", source="The mayor"))
    assert found[2] == [CLOSE]


def test_a_noun_at_the_end_does_not() -> None:
    text = "The mayor floated a ban on cars in the end."
    [found] = read(text, claim(text, "floated", "a ban", source="The mayor"))
    assert found[2] == ["a ban"]


def test_marks_at_the_edges_are_left_out() -> None:
    text = "The bridge could close, the mayor let slip."
    [found] = read(text, claim(text, "let slip", "The bridge could close,", source="the mayor"))
    assert found[2] == ["The bridge could close"]


def test_most_of_a_quotation_is_all_of_it() -> None:
    text = 'The mayor floated the idea that the bridge was "too old to carry any more cars" in the end.'
    whole = 'that the bridge was "too old to carry any more cars"'
    part = 'that the bridge was "too old to carry any'
    [found] = read(text, claim(text, "floated the idea", part, source="The mayor"))
    assert found[2] == [whole]


def test_a_little_of_a_quotation_is_none_of_it() -> None:
    text = 'The mayor floated the idea that the bridge was a wreck, "too old to carry any more cars" in the end.'
    part = 'that the bridge was a wreck, "too old'
    found = read(text, claim(text, "floated the idea", part, source="The mayor"))
    assert [content for _, cue, content in found if cue] == [["that the bridge was a wreck"]]


# How sure

FLOATED = "Marta Ruiz floated the idea that the bridge could close in May."


def test_the_score_of_claim_and_cue_makes_it() -> None:
    [found] = confidences(FLOATED, claim(FLOATED, "floated the idea", CLOSE, score=0.8, cue_score=0.64))
    assert found == pytest.approx(0.8 * 0.8)


def test_nothing_learnt_is_surer_than_the_grammar() -> None:
    [found] = confidences(FLOATED, claim(FLOATED, "floated the idea", CLOSE, score=1.0, cue_score=1.0))
    assert found == CEILING


@pytest.mark.parametrize(("score", "told"), [(SAID + 0.01, True), (SAID - 0.01, False)])
def test_low_scores_are_not_told(score: float, told: bool) -> None:
    found = read(IDEA, claim(IDEA, "floated the idea", CLOSE, source="The mayor", score=score, cue_score=1.0))
    assert bool(found) is told


# Beside the grammar

SAFE = "The mayor said that the pier was safe."


def test_indirect_speech_that_the_encoder_does_not_see_is_less_sure() -> None:
    [alone] = record_of(SAFE, None).of("statement")
    [unseen] = record_of(SAFE, ()).of("statement")
    assert unseen.confidence == pytest.approx(alone.confidence * ALONE, abs=0.001)


def test_what_both_see_is_as_sure_as_without_the_encoder_and_told_once() -> None:
    [alone] = record_of(SAFE, None).of("statement")
    both = claim(SAFE, "said", "that the pier was safe", source="The mayor")
    [found] = record_of(SAFE, [both]).of("statement")
    assert (found.confidence, found.value) == (alone.confidence, alone.value)


def test_quoted_words_are_as_sure_without_the_encoder() -> None:
    text = '"The pier is safe," the mayor said.'
    [alone] = record_of(text, None).of("statement")
    [unseen] = record_of(text, ()).of("statement")
    assert unseen.confidence == alone.confidence


def test_the_grammar_draws_the_edges_of_a_verb_that_it_can_read() -> None:
    text = "The mayor scoffed that the pier was safe in May."
    [found] = read(text, claim(text, "scoffed", "the pier was", source="The mayor"))
    assert found == ("The mayor", "scoffed", ["that the pier was safe in May"])


def test_the_grammar_does_not_take_a_part_of_the_cue_for_what_is_said() -> None:
    text = "The clerk let it slip that the vault was empty."
    [(source, cue, content)] = read(text, claim(text, "let it slip", "that the vault was empty", source="The clerk"))
    assert (source, cue, content) == ("The clerk", "let it slip", ["that the vault was empty"])


@pytest.mark.parametrize(
    ("verb", "status"),
    [("floated", "asserted"), ("did not float", "denied"), ("will float", "planned"), ("may float", "possible")],
)
def test_a_claim_is_told_as_its_verb_tells_it(verb: str, status: str) -> None:
    text = f"The mayor {verb} the idea that the bridge could close in May."
    [fact] = record_of(text, [claim(text, verb.split()[-1], CLOSE, source="The mayor")]).of("statement")
    assert fact.status == status
