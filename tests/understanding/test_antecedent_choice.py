"""What speaks for each antecedent of a pronoun, and which one is chosen; what rules one out."""

import math
from collections.abc import Sequence

import pytest
from msgspec.structs import astuple

from conftest import article_of
from dateline.annotated import Annotation
from dateline.annotation.annotate import annotate
from dateline.understanding.identity.antecedents.candidates import Candidate
from dateline.understanding.identity.antecedents.evidence import Weights
from dateline.understanding.identity.antecedents.learnt import LEARNT
from dateline.understanding.identity.antecedents.pronouns import Pronoun
from dateline.understanding.identity.antecedents.resolver import Resolver, likelihoods

FIELDS = Weights.__struct_fields__
Seen = list[tuple[str, list[str], list[dict[str, float]]]]


def parsed(text: str) -> Annotation:
    return next(annotate([article_of(text)], model=False))


def asked(text: str) -> Seen:
    """Each pronoun asked for with the words that nothing rules out, and the evidence for each and for nobody."""
    annotation = parsed(text)
    seen: Seen = []

    def decide(
        pronoun: Pronoun, fitting: Sequence[Candidate], features: Sequence[tuple[float, ...]]
    ) -> tuple[int | None, float]:
        words = [annotation.tokens[candidate.i].text for candidate in fitting]
        told = [{name: value for name, value in zip(FIELDS, each, strict=True) if value} for each in features]
        seen.append((pronoun.token.text, words, told))
        return (0, 1.0) if fitting else (None, 1.0)

    Resolver(annotation, decide).run()
    return seen


@pytest.mark.parametrize(
    ("text", "pronoun", "fitting"),
    [
        ("Mr. Brandt met Mr. Lie. He left.", "He", ["Lie", "Brandt"]),
        ("Mrs. Holm met Mr. Lie. He left.", "He", ["Lie"]),
        ("Mrs. Holm met Mr. Lie. She left.", "She", ["Holm"]),
        ("Mrs. Holm met him.", "him", []),
        ("Mr. Brandt met him.", "him", []),
        ("Mr. Brandt hurt himself.", "himself", ["Brandt"]),
        ("Mr. Brandt sold his boat.", "his", ["Brandt"]),
        ("Norway voted. It slept.", "It", ["Norway"]),
        ("Norway voted. She slept.", "She", []),
        ("Mrs. Holm left. It sank.", "It", []),
        ("The rebels left. They slept.", "They", ["rebels"]),
        ("Mrs. Holm left. They slept.", "They", []),
        ("In his speech, Mr. Brandt wept.", "his", ["Brandt"]),
        ("He left. Mr. Brandt slept.", "He", []),
        ("Mr. Brandt spoke. It rained. It snowed. It hailed. It thawed. It poured. He left.", "He", []),
    ],
)
def test_who_may_be_meant(text: str, pronoun: str, fitting: list[str]) -> None:
    assert [words for word, words, _ in asked(text) if word == pronoun] == [fitting]


def test_mr_and_mrs_are_they() -> None:
    ((_, words, told),) = asked("Mr. Brandt and Mrs. Holm left. They slept.")
    assert words == ["Brandt"] and "joined" in told[0] and "many" in told[0]


def test_it_of_the_weather_is_not_asked_for() -> None:
    assert asked("Norway slept. It rained. It is clear that Holm left.") == []


def test_whoever_speaks_is_not_he() -> None:
    found = asked('Mr. Lie woke. "He is mad," Mr. Brandt said.')
    assert [words for word, words, _ in found if word == "He"] == [["Lie"]]


@pytest.mark.parametrize(
    ("text", "pronoun", "evidence", "missing"),
    [
        ("Mr. Brandt left. He slept.", "He", ["subject", "opens", "name", "one_back", "person", "nearest"], ["object"]),
        ("Holm met Mr. Brandt. He slept.", "He", ["object", "name", "one_back"], ["subject", "opens"]),
        ("Mr. Brandt sold his boat.", "his", ["own_subject", "same_verb", "name_here"], ["one_back"]),
        ("Mr. Brandt said he slept.", "he", ["above", "above_speaks", "name_here"], ["same_verb"]),
        ("Mr. Brandt left. It rained. He slept.", "He", ["two_back"], ["one_back", "far_back"]),
        ("In his speech, Mr. Brandt wept.", "his", ["ahead"], ["one_back"]),
        ("Mr. Brandt left.\nHe slept.", "He", ["other_block"], []),
        ("Mr. Brandt left. He slept.", "He", ["known_gender", "both_subjects"], ["other_block", "many"]),
        ("The rebels left. They slept.", "They", ["definite", "people", "many"], ["name", "person"]),
        ("The Torvik Bank closed. It slept.", "It", ["body", "name"], ["person", "place"]),
        ("Norway closed. It slept.", "It", ["place", "name"], ["person", "body"]),
        ("Norway closed. It wants rain.", "It", ["acts"], []),
        ("Norway closed. It slept.", "It", [], ["acts"]),
    ],
)
def test_what_speaks_for_it(text: str, pronoun: str, evidence: list[str], missing: list[str]) -> None:
    told = next(told for word, _, told in asked(text) if word == pronoun)
    assert set(evidence) <= told[0].keys()
    assert not set(missing) & told[0].keys()
    assert not any(name.startswith("nobody") for name in told[0])


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Mr. Brandt left. He slept.", {"nobody", "nobody_subject"}),
        ("Mr. Brandt left. Lie met him.", {"nobody"}),
        ("Mr. Brandt left. He is ill.", {"nobody", "nobody_subject", "nobody_be"}),
    ],
)
def test_what_speaks_for_nobody(text: str, evidence: set[str]) -> None:
    assert asked(text)[-1][2][-1].keys() == evidence


def test_a_second_pronoun_sees_the_first() -> None:
    found = asked("Mr. Brandt left. He slept. He woke.")
    words, told = found[1][1:]
    assert words == ["He", "Brandt"]
    assert {"pronoun", "same_pronoun"} <= told[0].keys()


def test_evidence_has_a_weight_each() -> None:
    annotation = parsed("Mr. Brandt left. He slept.")
    lengths: set[int] = set()

    def decide(
        pronoun: Pronoun, fitting: Sequence[Candidate], features: Sequence[tuple[float, ...]]
    ) -> tuple[int | None, float]:
        lengths.update(map(len, features))
        assert len(features) == len(fitting) + 1
        return None, 1.0

    assert Resolver(annotation, decide).run() == {}
    assert lengths == {len(FIELDS)}


def test_each_sort_of_pronoun_has_learnt_weights() -> None:
    assert set(LEARNT) == {"person", "thing", "group", "noun"}
    assert all(math.isfinite(value) for weights in LEARNT.values() for value in astuple(weights))


def test_likelihoods_are_shares_that_follow_the_weights() -> None:
    weights = Weights(subject=2.0, object=0.0)
    subject = tuple(float(name == "subject") for name in FIELDS)
    thing = tuple(float(name == "object") for name in FIELDS)
    likely = likelihoods([subject, thing], weights)
    assert sum(likely) == pytest.approx(1.0)
    assert likely[0] / likely[1] == pytest.approx(math.exp(2.0))
    assert likelihoods([thing], weights) == [1.0]
    assert likelihoods([thing, thing], weights) == [0.5, 0.5]


def test_great_weights_overflow_nothing() -> None:
    far = tuple(1000.0 for _ in FIELDS)
    assert likelihoods([far, tuple(0.0 for _ in FIELDS)], Weights(subject=1000.0))[0] == pytest.approx(1.0)


def candidates(text: str) -> tuple[Resolver, list[Candidate]]:
    resolver = Resolver(parsed(text))
    return resolver, resolver.candidates.all


def test_the_mentions_of_one_entity_count_together() -> None:
    resolver, (first, lie, second) = candidates("Mr. Brandt woke. Mr. Lie slept. Mr. Brandt left.")
    assert first.entity == second.entity != lie.entity
    chosen, likely = resolver.choose([second, lie, first], [0.3, 0.35, 0.25, 0.1])
    assert chosen == 0 and likely == pytest.approx(0.55)


@pytest.mark.parametrize(
    ("likely", "chosen"), [([0.6, 0.3, 0.1], 0), ([0.3, 0.6, 0.1], 1), ([0.3, 0.3, 0.4], None), ([0.1, 0.1, 0.8], None)]
)
def test_the_likeliest_is_chosen_or_nobody(likely: list[float], chosen: int | None) -> None:
    resolver, found = candidates("Mr. Brandt met Mr. Lie.")
    number, sure = resolver.choose(found, likely)
    assert number == chosen
    assert sure == (likely[-1] if chosen is None else likely[chosen])


def test_nobody_is_chosen_among_none() -> None:
    resolver, _ = candidates("It rained.")
    assert resolver.choose([], [1.0]) == (None, 1.0)


def test_what_hangs_on_a_doubtful_pronoun_is_doubtful() -> None:
    resolver, (brandt, *_) = candidates("Mr. Brandt left.")
    resolver.trust[brandt.i] = 0.5
    number, sure = resolver.choose([brandt], [0.8, 0.2])
    assert number == 0 and sure == pytest.approx(0.4)


@pytest.mark.parametrize("share", [0.05, 0.2])
def test_no_link_is_made_of_little_likelihood(share: float) -> None:
    annotation = parsed("Mr. Brandt left. He slept.")
    assert Resolver(annotation, lambda pronoun, fitting, features: (0, share)).run() == {}


def test_a_link_tells_its_antecedent_rule_and_likelihood() -> None:
    annotation = parsed("Mr. Brandt left. He slept.")
    ((pronoun, link),) = Resolver(annotation, lambda pronoun, fitting, features: (0, 0.9)).run().items()
    assert annotation.tokens[pronoun].text == "He"
    assert annotation.tokens[link.antecedent].text == "Brandt"
    assert (link.confidence, bool(link.rule)) == (0.9, True)


def test_a_pronoun_tells_the_gender_of_a_name_that_does_not() -> None:
    found = asked("Colonel Kesh Varro left. She slept. He woke.")
    assert [words for _, words, _ in found] == [["Varro"], []]
