"""Sentences of news agencies in which somebody seems to say something, and how their statements begin and end."""

from collections.abc import Callable, Sequence

import pytest

from conftest import article_of
from dateline.annotated import Claim
from dateline.annotation.annotate import annotate
from dateline.pipeline import STEPS, run_step
from dateline.record import Record
from dateline.understanding.speech.claims.claimed import FAINT
from dateline.understanding.speech.claims.judgement import of_claim
from dateline.values import Span, Statement

Told = Callable[..., Record]
Said = tuple[str | None, str | None, list[str]]


def said(record: Record) -> list[Said]:
    """Source, cue and contents of each statement."""
    values = [fact.value for fact in record.of("statement") if isinstance(fact.value, Statement)]
    return [
        (
            record.words(value.speaker_span) if value.speaker_span else None,
            record.words(value.cue) if value.cue else None,
            [record.words(span) for span in value.content],
        )
        for value in values
    ]


def claimed(text: str, cue: str, *content: str, source: str | None = None) -> tuple[Record, Claim]:
    """A text of which the encoder takes these words for speech and the grammar is asked too."""

    def span(words: str) -> Span:
        at = text.index(words)
        return Span(at, at + len(words))

    spans: Sequence[Span] = [span(words) for words in content]
    voice = span(source) if source else None
    claim = Claim(content=tuple(spans), cue=span(cue), source=voice, score=0.9, cue_score=0.9, source_score=0.9)
    article = article_of(text)
    annotation = next(annotate([article], model=False))
    annotation.claims = (claim,)
    record = Record(article, annotation)
    for step in STEPS:
        run_step(record, step)
        if step.name == "statements":
            break
    return record, claim


# the grammar


@pytest.mark.parametrize(
    "text",
    [
        "The divers found debris blocking the canal.",
        "The divers found the pilot unconscious.",
        "The clerks kept stacks of paper burning.",
    ],
)
def test_what_is_found_in_some_state_is_not_said(ruled: Told, text: str) -> None:
    assert said(ruled(text, upto="statements")) == []


def test_what_is_found_to_be_so_is_said(ruled: Told) -> None:
    found = said(ruled("The divers found that debris blocked the canal.", upto="statements"))
    assert found == [("The divers", "found", ["that debris blocked the canal"])]


def test_what_leads_up_to_a_verb_is_not_said_by_it(ruled: Told) -> None:
    found = said(ruled('Citing "a leak," Marta Lund announced a ban on boats.', upto="statements"))
    assert ("Marta Lund", "announced", ["a ban on boats"]) in found
    assert not any(words == ['Citing "a leak,"'] for _, _, words in found)


def test_a_cue_before_a_comma_is_nothing_that_the_army_says(ruled: Told) -> None:
    text = "In Oslo, the press secretary said, the local crews continue to clear the harbour."
    found = said(ruled(text, upto="statements"))
    assert found == [("the press secretary", "said", ["the local crews continue to clear the harbour"])]


def test_who_says_something_does_not_stand_in_it(ruled: Told) -> None:
    assert said(ruled("To clarify, the crews are training the pilots.", upto="statements")) == []


def test_a_title_in_the_writers_words_is_nothing_said(ruled: Told) -> None:
    text = 'While working on "True North," Lund received a letter.'
    assert all(cue is None for _, cue, _ in said(ruled(text, upto="statements")))


def test_an_agency_that_signs_is_no_part_of_what_is_said(ruled: Told) -> None:
    text = "The radio said that two boats sank off the coast, the agency reports."
    assert ("The radio", "said", ["that two boats sank off the coast"]) in said(ruled(text, upto="statements"))


def test_a_source_does_not_reach_over_a_bracket(ruled: Told) -> None:
    text = "[Excerpt] Mr. Lund, the paper stated yesterday that the ship had left."
    assert all("]" not in (source or "") for source, _, _ in said(ruled(text, upto="statements")))


def test_what_is_said_ends_before_a_loose_conjunction(ruled: Told) -> None:
    text = "Many of the boats are old, they point out, but the crews like them."
    assert not any(words[-1].endswith(("and", "but", ",")) for _, _, words in said(ruled(text, upto="statements")))


# the encoder


def test_a_thing_done_by_no_word_of_saying_is_worth_less() -> None:
    record, claim = claimed("The mayor unveiled the harbour plan.", "unveiled", "the harbour plan", source="The mayor")
    assert [fact.confidence for fact in record.of("statement")] == [
        pytest.approx(of_claim(claim) * FAINT, rel=0.2),
    ]


def test_a_clause_is_worth_as_much_as_the_encoder_is_sure() -> None:
    text = "The mayor floated the idea that the bridge could close in May."
    record, claim = claimed(text, "floated", "that the bridge could close in May", source="The mayor")
    assert record.of("statement")[0].confidence > of_claim(claim) * FAINT


def test_the_verb_beside_an_adverb_is_the_cue() -> None:
    record, _ = claimed("Lund also believes the pier is safe.", "also", "the pier is safe", source="Lund")
    assert said(record) == [("Lund", "also believes", ["the pier is safe"])]


def test_a_claim_that_took_its_cue_along_is_cut() -> None:
    text = "He admits that the pier is old."
    record, _ = claimed(text, "admits", "He admits that the pier is old")
    assert said(record) == [("He", "admits", ["that the pier is old"])]


def test_what_a_group_is_known_as_is_nothing_said() -> None:
    text = "The union known as the Northern League left the talks."
    record, _ = claimed(text, "known", "The union")
    assert said(record) == []


def test_who_was_warned_is_no_source() -> None:
    text = "The company has been warned not to sail to Oslo."
    record, _ = claimed(text, "has been warned", "not to sail to Oslo", source="The company")
    assert [source for source, _, _ in said(record)] == [None]
