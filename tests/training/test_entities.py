"""The forms that names and nouns are brought to in every corpus, and chains of mentions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.encoder.documents import NOWHERE, Label
from training.encoder.entities import GUM, PRONOUNS, _antecedents, bare, head_of, is_name
from training.encoder.gum import Mention


def stripped(words: str, type_: str) -> str | None:
    """The name that is left of some words in the middle of a text."""
    text = f"Then {words} left."
    found = bare(text, [Label(5, 5 + len(words), type_)])
    assert all(x.type == type_ for x in found)
    return text[found[0].start : found[0].end] if found else None


# Names


@pytest.mark.parametrize(
    ("words", "type_", "expected"),
    [
        ("Oslo", "place", "Oslo"),
        ("the River Press", "organisation", "River Press"),
        ("The Tarma Valley", "place", "Tarma Valley"),
        ("its Ana Reis", "person", "Ana Reis"),
        ("Anta Reis", "person", "Anta Reis"),
        ("River Press's", "organisation", "River Press"),
        ("River Press’s", "organisation", "River Press"),
        ("the dockers'", "organisation", "dockers"),
        ("Ana Reis,", "person", "Ana Reis"),
        ("Ana Reis.", "person", "Ana Reis"),
        ("Tarma, Oslo", "place", "Tarma, Oslo"),
    ],
)
def test_articles_and_possessives_are_no_part_of_a_name(words: str, type_: str, expected: str) -> None:
    assert stripped(words, type_) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Judge Marta Brek", "Marta Brek"),
        ("Mr. Brek", "Brek"),
        ("Dr Brek", "Brek"),
        ("the former Water Minister Marta Brek", "Marta Brek"),
        ("the port's captain, Marta Brek", "Marta Brek"),
        ("the port's captain, Judge Marta Brek's", "Marta Brek"),
        ("Marta Judge", "Marta Judge"),
        ("Marta de la Orba", "Marta de la Orba"),
    ],
)
def test_a_title_is_no_part_of_a_persons_name(words: str, expected: str) -> None:
    assert stripped(words, "person") == expected


def test_titles_of_other_names_stay() -> None:
    assert stripped("Judge Brek Square", "place") == "Judge Brek Square"
    assert stripped("Judge Brek Foundation", "organisation") == "Judge Brek Foundation"


def test_an_apposition_in_small_letters_stays() -> None:
    assert stripped("Ana Reis, a captain", "person") == "Ana Reis, a captain"


def test_what_is_no_more_than_an_article_is_no_name() -> None:
    assert stripped("the ", "organisation") is None
    assert bare("", []) == []


@pytest.mark.parametrize(
    ("words", "type_"),
    [("Ministry of Water, Land and Forests", "organisation"), ("Ana Reis, Minister of Water", "person")],
)
def test_the_last_part_of_a_list_is_not_the_name(words: str, type_: str) -> None:
    assert (stripped(words, type_) or "").startswith(words.split(",")[0])


@pytest.mark.parametrize("words", ["Ana Bishop Reis", "Ana Luisa King Jr"])
def test_a_name_may_look_like_a_title(words: str) -> None:
    assert stripped(words, "person") == words


@pytest.mark.parametrize(("words", "type_"), [("U.X.", "place"), ("Xorba Inc.", "organisation")])
def test_an_abbreviation_keeps_its_full_stop(words: str, type_: str) -> None:
    assert stripped(words, type_) == words


WORD = st.sampled_from(["the", "Ana", "Reis", "Judge", "Mr.", "captain,", "of", "Press's", "A", "U.X.", "’s", "a"])


@settings(max_examples=80)
@given(st.lists(WORD, min_size=1, max_size=6), st.sampled_from(["person", "organisation", "place", "other"]))
def test_a_name_lies_within_what_was_marked(words: list[str], type_: str) -> None:
    text = f"Then {' '.join(words)} left."
    for found in bare(text, [Label(5, len(text) - 6, type_)]):
        assert 5 <= found.start < found.end <= len(text) - 6
        assert text[found.start : found.end].strip() == text[found.start : found.end]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ana Reis", True),
        ("the River Press", True),
        ("River Press of Tarma", True),
        ("Xorban dockers", True),
        ("international dockers", False),
        ("the old captain", False),
        ("Old dockers of the south", False),
        ("We", False),
        ("the We", False),
        ("nine Xorbans", False),
        ("", False),
        ("the ", False),
    ],
)
def test_a_name_is_mostly_written_large(words: str, expected: bool) -> None:
    assert is_name(words) is expected


def test_the_end_of_a_word_is_no_article() -> None:
    assert not is_name("Tarma port authority")


# Nouns


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the old captain of the ferry", "captain"),
        ("nine dockers, all armed", "dockers"),
        ("the crew (nine men)", "crew"),
        ("harbour officials who fled", "officials"),
        ("a captain-elect", "captain-elect"),
        ("captain", "captain"),
        ("the 11", "11"),
        ("those offered work", "work"),
        ("...", None),
        ("", None),
    ],
)
def test_the_head_of_a_phrase_is_the_word_before_what_follows_it(words: str, expected: str | None) -> None:
    text = f"Then {words} left."
    found = head_of(text, Label(5, 5 + len(words), "person"))
    assert (text[found.start : found.end] if found else None) == expected
    assert found is None or found.type == "person"


@pytest.mark.parametrize("word", sorted(PRONOUNS))
def test_a_pronoun_heads_nothing(word: str) -> None:
    assert head_of(word.title(), Label(0, len(word), "person")) is None


def test_a_comma_within_a_number_ends_nothing() -> None:
    words = "the 3,000 dockers"
    found = head_of(words, Label(0, len(words), "person"))
    assert found == Label(10, 17, "person")


@pytest.mark.parametrize("words", ["the captain's", "the captain’s"])
def test_a_possessive_is_no_part_of_the_noun(words: str) -> None:
    found = head_of(words, Label(0, len(words), "person"))
    assert found == Label(4, 11, "person")


# Chains


def mention(head: int, cluster: str, size: int = 4, type_: str = "person") -> Mention:
    return Mention(head, head + size, type_, (head, head + 4), True, False, cluster)


def test_each_mention_points_to_the_one_before() -> None:
    assert list(_antecedents([mention(0, "1"), mention(20, "1"), mention(40, "1")])) == [
        (0, NOWHERE),
        (20, 0),
        (40, 20),
    ]


def test_chains_are_kept_apart() -> None:
    assert list(_antecedents([mention(0, "1"), mention(10, "2"), mention(20, "1"), mention(30, "2")])) == [
        (0, NOWHERE),
        (10, NOWHERE),
        (20, 0),
        (30, 10),
    ]


def test_mentions_need_no_order() -> None:
    mentions = [mention(40, "1"), mention(0, "1"), mention(20, "1")]
    assert list(_antecedents(mentions)) == list(_antecedents(sorted(mentions, key=lambda m: m.head)))


def test_a_mention_does_not_point_to_itself() -> None:
    assert list(_antecedents([mention(0, "1", 30), mention(0, "1"), mention(40, "1")])) == [(0, NOWHERE), (40, 0)]


def test_mentions_of_other_types_are_left_out() -> None:
    assert "abstract" not in GUM
    assert list(_antecedents([mention(0, "1", type_="abstract"), mention(20, "1")])) == [(20, NOWHERE)]
