"""What the encoder takes for speech, told by hand: which claims become statements, and where those begin and end."""

from collections.abc import Callable, Sequence

import pytest

from conftest import article_of
from dateline.annotated import Claim
from dateline.annotation.annotate import annotate
from dateline.pipeline import STEPS, run_step
from dateline.record import Record
from dateline.understanding.speech.claims.judgement import RULED, of_both, of_claim
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


@pytest.mark.parametrize("content", ["that the pier would close", 'that the pier was "too old to carry any more cars"'])
def test_what_nobody_is_named_for_is_told_without_a_source(content: str) -> None:
    text = f"There was talk in the harbour {content}."
    [fact] = record_of(text, [claim(text, "talk", content)]).of("statement")
    assert isinstance(fact.value, Statement)
    assert (fact.value.speaker, fact.value.speaker_span) == (None, None)
    assert fact.reason is not None
    assert fact.confidence < of_claim(claim(text, "talk", content))


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


def test_no_source_stands_inside_what_is_said() -> None:
    text = "There was talk in the harbour that the mayor would close the pier."
    content = "that the mayor would close the pier"
    assert read(text, claim(text, "talk", content, source="the mayor")) == [(None, "talk", [content])]
    assert read(text, claim(text, "talk", content, source="the harbour")) == [("the harbour", "talk", [content])]


def test_where_the_subject_stands_inside_it_the_encoders_source_is_taken() -> None:
    text = "In the eye of Ruiz the clerk floated the idea of a ban."
    content = "the clerk floated the idea of a ban"
    assert read(text, claim(text, "In the eye", content, source="Ruiz"))[0][0] == "Ruiz"


@pytest.mark.parametrize(
    ("opening", "source"),
    [
        ("Asked whether the pier is safe, Ruiz left.", None),
        ("Asked by Ruiz whether the pier is safe, Lund left.", "Ruiz"),
    ],
)
def test_who_is_asked_does_not_ask(opening: str, source: str | None) -> None:
    found = read(opening, claim(opening, "Asked", "whether the pier is safe", source="Ruiz"))
    assert (source, "Asked", ["whether the pier is safe"]) in found


def test_who_has_asked_asks() -> None:
    text = "Ruiz has asked whether the pier is safe."
    assert read(text, claim(text, "asked", "whether the pier is safe", source="Ruiz"))[0][0] == "Ruiz"


def test_a_source_far_from_cue_and_words_is_none() -> None:
    text = f"Lund left. The boats lay still. {IDEA}"
    noun = "the idea"
    [found] = read(text, claim(text, noun, CLOSE, source="Lund"))
    assert found == (None, noun, [CLOSE])


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


def test_a_second_quotation_of_the_paragraph_goes_on_with_it() -> None:
    text = 'The mayor floated it: "The bridge could close in May." "It is old."'
    parts = ["The bridge could close in May.", "It is old."]
    assert read(text, claim(text, "floated", *parts, source="The mayor"))[0][2] == parts


@pytest.mark.parametrize("behind", [' A girl sang "the tide is high" in the port.', '\n"The tide is high."'])
def test_words_quoted_elsewhere_are_left_out(behind: str) -> None:
    text = f"{IDEA}{behind}"
    quoted = text[text.index('"') + 1 : text.rindex('"')]
    found = read(text, claim(text, "floated the idea", CLOSE, quoted, source="The mayor"))
    assert found[0] == ("The mayor", "floated the idea", [CLOSE])


# Edges


def test_a_verb_at_the_end_takes_its_phrase_along() -> None:
    [found] = read(IDEA, claim(IDEA, "floated the idea", "that the bridge could close", source="The mayor"))
    assert found[2] == [CLOSE]


def test_a_modifier_at_the_end_takes_its_noun_along() -> None:
    text = "The mayor floated a costly new bridge in the end."
    [found] = read(text, claim(text, "floated", "a costly new", source="The mayor"))
    assert found[2] == ["a costly new bridge"]


def test_a_verb_at_the_end_does_not_take_the_cue_along() -> None:
    text = "The harbour boats lie still according to the clerks."
    found = read(text, claim(text, "according to", "The harbour boats lie", source="the clerks"))
    assert all("according" not in words for *_, content in found for words in content)


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


def test_the_scores_make_it() -> None:
    weak = claim(FLOATED, "floated the idea", CLOSE, source="Marta Ruiz", score=0.8, cue_score=0.64)
    strong = claim(FLOATED, "floated the idea", CLOSE, source="Marta Ruiz", score=0.95, cue_score=0.9)
    assert confidences(FLOATED, weak) == [of_claim(weak)]
    assert confidences(FLOATED, strong) == [of_claim(strong)]
    assert of_claim(weak) < of_claim(strong)


@pytest.mark.parametrize(("score", "told"), [(0.8, True), (0.2, False)])
def test_low_scores_are_not_told(score: float, told: bool) -> None:
    found = read(IDEA, claim(IDEA, "floated the idea", CLOSE, source="The mayor", score=score, cue_score=0.3))
    assert bool(found) is told


# Beside the grammar

SAFE = "The mayor said that the pier was safe."


def test_speech_that_the_encoder_does_not_see_is_less_likely() -> None:
    for text in (SAFE, '"The pier is safe," Marta Ruiz said.'):
        [alone] = record_of(text, None).of("statement")
        [unseen] = record_of(text, ()).of("statement")
        assert unseen.confidence < alone.confidence
        assert unseen.value == alone.value


def test_what_both_see_is_as_sure_as_the_encoder_and_told_once() -> None:
    text = "Marta Ruiz said that the pier was safe."
    [alone] = record_of(text, None).of("statement")
    both = claim(text, "said", "that the pier was safe", source="Marta Ruiz")
    [found] = record_of(text, [both]).of("statement")
    assert found.value == alone.value
    assert found.confidence == of_both(both, 1.0)


def test_the_encoder_ends_what_the_grammar_lets_run_on() -> None:
    text = "Marta Ruiz said that the pier was safe, a view that engineers share."
    [found] = read(text, claim(text, "said", "that the pier was safe", source="Marta Ruiz"))
    assert found == ("Marta Ruiz", "said", ["that the pier was safe"])


def test_without_the_encoder_nothing_is_weighed() -> None:
    [fact] = record_of("Marta Ruiz said that the pier was safe.", None).of("statement")
    assert fact.confidence > RULED


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


def test_nobody_tells_who_believes_what_is_believed_of_somebody() -> None:
    text = "Soldiers search for a gang believed to be hiding in the Kolva Valley."
    start = text.index("be hiding")
    claim = Claim(
        content=(Span(start, len(text) - 1),), cue=Span(27, 35), source=Span(20, 26), score=0.9, cue_score=0.9
    )
    [fact] = record_of(text, (claim,)).of("statement")
    assert fact.value.speaker_span is None
    assert [text[span.start : span.end] for span in fact.value.content] == ["a gang", text[start:-1]]


def test_who_is_dismissed_from_a_post_is_denied_nothing() -> None:
    text = 'He was dismissed by President Nadia Lund for "sleeping at his desk."'
    quoted = Span(text.index("sleeping"), len(text) - 2)
    claim = Claim(content=(quoted,), cue=Span(3, 19), source=Span(20, 40), score=0.9, cue_score=0.9)
    assert all(fact.value.stance != "denies" for fact in record_of(text, (claim,)).of("statement"))
