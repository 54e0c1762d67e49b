"""Findings about people: one name in two spellings, one post in two grades."""

import pytest

from conftest import Told
from dateline.checks.posts import posts
from dateline.checks.spellings import spellings


def test_two_spellings(told: Told) -> None:
    record = told("President Pedro Saroyan left. President Pedro Saroyen came back.", upto="people")
    (finding,) = spellings(record)
    assert finding.message == "“Pedro Saroyan” is also spelt “Pedro Saroyen” (once); taken as one person"
    assert [record.words(span) for span in finding.spans] == ["Pedro Saroyen"]
    assert finding.severity == "warning"
    assert finding.facts == (record.of("person")[0].id,)


def test_two_spellings_twice(told: Told) -> None:
    usual, odd = "President Pedro Saroyan left. ", "President Pedro Saroyen came. "
    (finding,) = spellings(told(usual * 3 + odd * 2, upto="people"))
    assert finding.message == "“Pedro Saroyan” is also spelt “Pedro Saroyen” (2 times); taken as one person"


def test_the_spelling_used_most_is_the_usual_one(told: Told) -> None:
    text = "President Pedro Saroyan left. President Pedro Saroyen came. President Pedro Saroyen spoke."
    (finding,) = spellings(told(text, upto="people"))
    assert finding.message == "“Pedro Saroyen” is also spelt “Pedro Saroyan” (once); taken as one person"


def test_one_spelling(told: Told) -> None:
    assert list(spellings(told("President Pedro Saroyan left. Saroyan came back.", upto="people"))) == []


def test_a_lesser_and_a_full_post(told: Told) -> None:
    text = "Former Deputy Water Minister Pedro Rojas left. Rojas, the former water minister, came back."
    record = told(text, upto="roles")
    (finding,) = posts(record)
    message = "Pedro Rojas is “former Deputy Water Minister” in one place and “former water minister” in another"
    assert finding.message == message
    assert len(finding.facts) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Former Water Minister Pedro Rojas left. Rojas, the former water minister, came back.",
        "Deputy Water Minister Pedro Rojas left. Rojas, the former water minister, came back.",
        "Former Deputy Water Minister Pedro Rojas left. Rojas, the former mayor, came back.",
        "Deputy Water Minister Pedro Rojas met Water Minister Ana Lopez.",
        "Deputy director Pedro Rojas of Acme Corp. left. Pedro Rojas, director of Brek Corp., came back.",
        "Vice President Pedro Rojas left. Rojas, the mayor, came back.",
    ],
)
def test_posts_that_may_both_be_true(told: Told, text: str) -> None:
    assert list(posts(told(text, upto="roles"))) == []


@pytest.mark.parametrize("grade", ["Deputy", "Vice", "Assistant", "First"])
def test_each_lesser_grade(told: Told, grade: str) -> None:
    text = f"{grade} Water Minister Pedro Rojas left. Rojas, the water minister, came back."
    (finding,) = posts(told(text, upto="roles"))
    assert finding.check == "posts" and f"{grade} Water Minister" in finding.message


@pytest.mark.parametrize("text", ["", "It rained.", "Colonel Pedro Rojas left. Lieutenant Colonel Pedro Rojas slept."])
def test_ranks_and_nothing_are_no_contradiction(told: Told, text: str) -> None:
    assert list(posts(told(text, upto="roles"))) == []


def test_a_hyphen_makes_no_other_post(told: Told) -> None:
    text = "Vice-President Pedro Rojas left. Rojas, the president, came back."
    (finding,) = posts(told(text, upto="roles"))
    assert "“Vice-President” in one place and “president” in another" in finding.message


def test_posts_held_one_after_the_other_are_no_contradiction(told: Told) -> None:
    text = "Pedro Rojas was appointed deputy minister in 2010. Rojas was appointed minister in 2014."
    assert list(posts(told(text, upto="roles", published="2016-05-02"))) == []


def test_the_order_does_not_matter(told: Told) -> None:
    text = "Water Minister Pedro Rojas left. Rojas, the deputy water minister, came back."
    (finding,) = posts(told(text, upto="roles"))
    assert "“deputy water minister” in one place and “Water Minister” in another" in finding.message


def test_two_people_with_two_spellings(told: Told) -> None:
    text = "President Pedro Saroyan met Judge Ana Lindqvist. President Pedro Saroyen left. Judge Ana Lindqvisd stayed."
    assert len(list(spellings(told(text, upto="people")))) == 2


def test_two_other_spellings_of_one_name(told: Told) -> None:
    text = "President Pedro Saroyan left. President Pedro Saroyen came. President Pedro Saroyin spoke."
    findings = list(spellings(told(text, upto="people")))
    assert len(findings) == 1
    assert "“Pedro Saroyen” (once) and “Pedro Saroyin” (once)" in findings[0].message
