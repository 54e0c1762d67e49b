"""Which person a pronoun means: gender, syntax, how lately, and when nobody does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Told, article_of
from dateline.annotation.annotate import annotate
from dateline.record import Record
from dateline.understanding.identity.coreference import Resolver, in_order, pronouns
from dateline.values import Person


def meant(record: Record) -> dict[str, list[str]]:
    """The pronouns of each person."""
    found = [fact.value for fact in record.of("person") if isinstance(fact.value, Person)]
    return {
        value.name: [record.text[m.start : m.end] for m in value.mentions if m.form == "pronoun"] for value in found
    }


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("Mrs. Ana Lund left. She was tired.", {"Ana Lund": ["She"]}),
        ("Mrs. Ana Lund left. He was tired.", {"Ana Lund": []}),
        ("Mrs. Ana Lund sold her house.", {"Ana Lund": ["her"]}),
        ("Mr. Pedro Rojas hurt himself.", {"Pedro Rojas": ["himself"]}),
        ("Mr. Pedro Rojas left because he was tired.", {"Pedro Rojas": ["he"]}),
        ("Mr. Pedro Rojas said his wife saw him.", {"Pedro Rojas": ["his", "him"]}),
        (
            "Mrs. Ana Lund met Mr. Pedro Rojas. She gave him her book.",
            {"Ana Lund": ["She", "her"], "Pedro Rojas": ["him"]},
        ),
    ],
)
def test_gender(told: Told, text: str, told_of: dict[str, list[str]]) -> None:
    assert meant(told(text, upto="people")) == told_of


def test_a_subject_comes_before_an_object(told: Told) -> None:
    record = told("Mr. Pedro Rojas met Mr. Ivan Brek. He left.", upto="people")
    assert meant(record) == {"Pedro Rojas": ["He"], "Ivan Brek": []}


def test_who_owns_something_is_seldom_meant(told: Told) -> None:
    record = told("Mr. Ivan Brek's dog bit Mr. Pedro Rojas. He left.", upto="people")
    assert meant(record) == {"Ivan Brek": [], "Pedro Rojas": ["He"]}


def test_whoever_was_spoken_of_last(told: Told) -> None:
    text = "Mr. Pedro Rojas spoke. It rained all day. It was cold. Mr. Ivan Brek slept. He left."
    assert meant(told(text, upto="people")) == {"Pedro Rojas": [], "Ivan Brek": ["He"]}


def test_a_pronoun_keeps_a_person_in_mind(told: Told) -> None:
    text = "Mr. Pedro Rojas spoke. It rained. He slept. It rained. It snowed. He left."
    assert meant(told(text, upto="people")) == {"Pedro Rojas": ["He", "He"]}


def test_too_far_back(told: Told) -> None:
    text = "Mr. Pedro Rojas spoke. It rained. It snowed. It thawed. It froze. He left."
    assert meant(told(text, upto="people")) == {"Pedro Rojas": []}


def test_a_pronoun_before_the_name_waits_for_nobody(told: Told) -> None:
    assert meant(told("He left. Mr. Pedro Rojas spoke.", upto="people")) == {"Pedro Rojas": []}


def test_an_object_pronoun_is_not_its_own_subject(told: Told) -> None:
    assert meant(told("Mr. Pedro Rojas met him.", upto="people")) == {"Pedro Rojas": []}


def test_a_possessive_may_be_its_own_subject(told: Told) -> None:
    assert meant(told("Mr. Pedro Rojas met his son.", upto="people")) == {"Pedro Rojas": ["his"]}


@pytest.mark.parametrize("marks", ['""', "“”"])
def test_not_inside_quotations(told: Told, marks: str) -> None:
    text = f"Mr. Pedro Rojas spoke. {marks[0]}He is mad,{marks[1]} he said."
    assert meant(told(text, upto="people")) == {"Pedro Rojas": ["he"]}


def test_a_pronoun_tells_the_gender_of_a_name_that_does_not(told: Told) -> None:
    text = "Colonel Kesh Varro spoke. She was tired. He slept."
    assert meant(told(text, upto="people")) == {"Kesh Varro": ["She"]}


def test_capitals_copy(told: Told) -> None:
    text = "PRESIDENT PEDRO ROJAS LEFT LIMA. HE SAID HE WAS TIRED."
    ((name, words),) = meant(told(text, upto="people")).items()
    assert name.lower() == "pedro rojas"
    assert words == ["HE", "HE"]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Pedro Rojas spoke. A woman woke. The man said he was cold.",
        "Mr. Pedro Rojas spoke. The pilot said he was cold.",
        "Mr. Pedro Rojas spoke. A passenger woke. He was cold.",
    ],
)
def test_people_without_a_name_are_meant_too(told: Told, text: str) -> None:
    assert meant(told(text, upto="people"))["Pedro Rojas"] == []


def test_an_unnamed_woman_leaves_him_his_pronoun(told: Told) -> None:
    text = "Mr. Pedro Rojas spoke. The woman slept. He left."
    assert meant(told(text, upto="people")) == {"Pedro Rojas": ["He"]}


def test_whoever_is_named_in_a_quotation_did_not_speak_it(told: Told) -> None:
    text = 'Mr. Pedro Rojas was angry. "Mr. Ivan Brek must leave," he said.'
    assert meant(told(text, upto="people")) == {"Pedro Rojas": ["he"], "Ivan Brek": []}


def test_the_subject_of_the_clause_above_comes_first(told: Told) -> None:
    text = "Mr. Pedro Rojas said Mr. Ivan Brek was calm, although he wept."
    assert meant(told(text, upto="people")) == {"Pedro Rojas": [], "Ivan Brek": ["he"]}


def test_a_relative_clause_tells_of_its_noun(told: Told) -> None:
    text = "Mr. Pedro Rojas met Mr. Ivan Brek, who fights for his life."
    assert meant(told(text, upto="people")) == {"Pedro Rojas": [], "Ivan Brek": ["his"]}


def test_only_third_person_pronouns_with_a_gender() -> None:
    annotation = next(annotate([article_of("I saw it, and you saw them. He saw her.")]))
    assert [(token.text, gender) for token, gender in pronouns(annotation)] == [("He", "male"), ("her", "female")]


def test_nobody_named() -> None:
    annotation = next(annotate([article_of("He saw her.")]))
    assert in_order(annotation, [], {}) == {}
    pronoun, gender = pronouns(annotation)[0]
    assert Resolver(annotation, {}).resolve(pronoun, gender) is None


@given(st.lists(st.sampled_from(["Mr. Pedro Rojas", "Mrs. Ana Lund", "he", "she", "her", "left", "saw", ".", ","])))
@settings(max_examples=25, deadline=None)
def test_a_pronoun_follows_someone_of_its_gender(words: list[str]) -> None:
    annotation = next(annotate([article_of(" ".join(words))]))
    people = [name for name in annotation.names if name.label == "person"]
    named = [(i, annotation.tokens[name.last - 1]) for i, name in enumerate(people)]
    genders = {i: "male" if name.text.startswith("Pedro") else "female" for i, name in enumerate(people)}
    for person, mentions in in_order(annotation, named, dict(genders)).items():
        for mention in mentions:
            word = " ".join(words)[mention.start : mention.end]
            assert people[person].start < mention.start
            assert genders[person] == ("male" if word == "he" else "female")
