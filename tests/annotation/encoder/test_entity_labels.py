"""Names and words of time of a reading as entities: what is joined, what is left off, what they are called."""

import pytest
from builders import reading

from dateline.annotation.labels import entities


def labels(text: str, **names: str) -> list[tuple[str, str]]:
    """The entities of a text whose names have these types; "_" stands for a space in a name."""
    scores = reading(text, name={name.replace("_", " "): type_ for name, type_ in names.items()})
    return [(text[found.start : found.end], found.label) for found in entities(scores, text, "en")]


@pytest.mark.parametrize(
    ("type_", "label"), [("person", "PERSON"), ("organisation", "ORG"), ("place", "GPE"), ("other", "MISC")]
)
def test_each_type_has_its_label(type_: str, label: str) -> None:
    assert labels("they saw Xorba there", Xorba=type_) == [("Xorba", label)]


def test_no_name_is_no_entity() -> None:
    assert labels("they saw nobody there") == []


def test_the_order_is_that_of_the_text() -> None:
    found = labels("Xorba left Yarba in May", Yarba="place", Xorba="person")
    assert found == [("Xorba", "PERSON"), ("Yarba", "GPE"), ("May", "DATE")]


# One name or two


@pytest.mark.parametrize(("type_", "label"), [("place", "GPE"), ("organisation", "ORG"), ("other", "MISC")])
def test_two_side_by_side_are_one(type_: str, label: str) -> None:
    assert labels("they left Xorba Yarba again", Xorba=type_, Yarba=type_) == [("Xorba Yarba", label)]


def test_two_people_side_by_side_are_two() -> None:
    found = labels("they left Xorba Yarba again", Xorba="person", Yarba="person")
    assert found == [("Xorba", "PERSON"), ("Yarba", "PERSON")]


def test_two_of_different_types_are_two() -> None:
    found = labels("they left Xorba Yarba again", Xorba="organisation", Yarba="place")
    assert found == [("Xorba", "ORG"), ("Yarba", "GPE")]


@pytest.mark.parametrize("between", [" , ", " and ", " - ", "\n"])
def test_what_stands_between_keeps_them_apart(between: str) -> None:
    assert len(labels(f"they left Xorba{between}Yarba again", Xorba="place", Yarba="place")) == 2


def test_three_side_by_side_are_one() -> None:
    found = labels("they left Xorba Yarba Zarba again", Xorba="place", Yarba="place", Zarba="place")
    assert found == [("Xorba Yarba Zarba", "GPE")]


# Titles


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Mayor_Xorba", "Xorba"),
        ("Mr._Xorba", "Xorba"),
        ("Prime_Minister_Marta_Xorba", "Marta Xorba"),
        ("Xorba", "Xorba"),
    ],
)
def test_a_title_is_no_part_of_a_person(told: str, name: str) -> None:
    assert labels(f"yesterday's guest {told.replace('_', ' ')} left", **{told: "person"})[-1] == (name, "PERSON")


def test_a_title_alone_is_nobody() -> None:
    assert labels("then the Minister left", Minister="person") == []


def test_a_title_within_the_name_of_a_body_stays() -> None:
    assert labels("the Mayor Bank closed", Mayor_Bank="organisation") == [("Mayor Bank", "ORG")]


# Time


@pytest.mark.parametrize("word", ["Monday", "March", "May", "yesterday", "week", "2019", "1848"])
def test_words_of_time(word: str) -> None:
    assert labels(f"they left {word} again") == [(word, "DATE")]


@pytest.mark.parametrize("word", ["may", "march", "1500", "2150", "12", "soon", "house"])
def test_words_of_no_time(word: str) -> None:
    assert labels(f"they left {word} again") == []


def test_a_name_is_no_time() -> None:
    found = labels("they met April May in Bergen", April_May="person", Bergen="place")
    assert found == [("April May", "PERSON"), ("Bergen", "GPE")]


# How sure


def test_the_score_of_a_joined_name_is_the_mean_of_its_words() -> None:
    text = "they left Xorba Yarba again"
    apart = entities(reading(text, name={"Xorba": "place"}), text, "en")[0].score
    [joined] = entities(reading(text, name={"Xorba": "place", "Yarba": "place"}), text, "en")
    assert joined.score == apart
    assert 0.9 < joined.score <= 1


def test_a_reading_of_nothing_has_no_entities() -> None:
    assert entities(reading("", name={}), "", "en") == ()
