"""Fitting of pronouns: what the gold calls right, and that weights move towards it."""

import numpy as np
from training.encoder.gum import Mention
from training.people.fit import Case, Gatherer, Marked, Story, fit, lines

from conftest import article_of
from dateline.annotation.annotate import annotate
from dateline.understanding.identity.antecedents.evidence import Weights


def mention(text: str, words: str, cluster: str, head: str | None = None) -> Mention:
    """A mention of the gold: the first of these words in a text."""
    start = text.index(words)
    first = text.index(head, start) if head else start
    return Mention(
        start,
        start + len(words),
        "person",
        (first, first + len(head or words)),
        named=True,
        nominal=False,
        cluster=cluster,
    )


TEXT = "Ana Lund met Pedro Rojas. She left."


def story() -> Story:
    """Two people, of whom one is taken up."""
    gold = [
        mention(TEXT, "Ana Lund", "1", "Lund"),
        mention(TEXT, "Pedro Rojas", "2", "Rojas"),
        mention(TEXT, "She", "1"),
    ]
    return Story(next(annotate([article_of(TEXT)])), Marked(gold))


def test_the_gold_tells_who_is_right() -> None:
    ((sort, case),) = Gatherer(story()).cases
    assert sort == "person"
    assert case.right[-1] == 0
    assert case.right.sum() == 1
    assert len(case.features) == len(case.right)


def test_weights_decide_by_themselves() -> None:
    weights = {sort: Weights() for sort in ("person", "thing", "group", "noun")}
    gathered = Gatherer(story(), weights)
    assert [(sort, chosen, hit) for sort, _, chosen, hit in gathered.decided] == [("person", True, True)]


def test_a_pronoun_that_the_gold_does_not_mark_means_nobody() -> None:
    told = Story(story().annotation, Marked([]))
    ((_, case),) = Gatherer(told).cases
    assert case.right[-1] == 1


def test_several_together_are_marked_as_far_as_the_last() -> None:
    text = "Ana Lund and Pedro Rojas left."
    tokens = next(annotate([article_of(text)])).tokens
    marked = Marked([mention(text, "Ana Lund and Pedro Rojas", "3", "Lund"), mention(text, "Ana Lund", "1", "Lund")])
    assert marked.clusters(tokens[1]) == {"1"}
    assert marked.clusters(tokens[1], tokens[4]) == {"3"}


def test_what_is_right_becomes_likelier() -> None:
    names = Weights.__struct_fields__
    subject, nobody = names.index("subject"), names.index("nobody")
    features = np.zeros((3, len(names)))
    features[0, subject] = features[2, nobody] = 1.0
    found = fit([Case(features, np.array([0.0, 1.0, 0.0]))] * 3)
    assert found.subject < Weights().subject
    assert found.nobody < Weights().nobody


def test_lines_tell_precision_by_surety() -> None:
    decided = [(sort, 0.9, True, True) for sort in ("person", "thing", "group", "noun")]
    told = list(lines([*decided, ("person", 0.45, True, False)]))
    assert told[0].strip() == "person: 0.500 of 2 decisions right"
    assert "precision 1.000" in told[2]
