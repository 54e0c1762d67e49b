"""Names word by word: two forms of a given name, surnames that stand first, spellings; and names that were broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import article_of
from dateline.annotated import Annotation, NameMention
from dateline.annotation.annotate import annotate
from dateline.languages import load
from dateline.languages.titles import title_words
from dateline.understanding.identity.people.certainty import is_name
from dateline.understanding.identity.people.families import is_family
from dateline.understanding.identity.people.mended_names import mended_names, nickname
from dateline.understanding.identity.people.name_parts import (
    by_initials,
    ends_with,
    parts,
    same_words,
    short_given,
    shorter,
    surname_first,
    variant,
)
from dateline.understanding.identity.people.nouns import person_nouns, plain_person_nouns


def parsed(text: str) -> Annotation:
    return next(annotate([article_of(text)]))


def mended(text: str) -> list[str]:
    return [name.text for name in mended_names(parsed(text)) if name.label == "person"]


def person(annotation: Annotation, text: str) -> NameMention:
    return next(name for name in annotation.names if name.text == text)


# Words of a name


@pytest.mark.parametrize(
    ("text", "words", "generation"),
    [
        ("Ana Lund", ("ana", "lund"), None),
        ("ANA LUND", ("ana", "lund"), None),
        ("A. Lund", ("a", "lund"), None),
        ("A.B. Lund", ("a", "b", "lund"), None),
        ("A.-B. Lund", ("a", "b", "lund"), None),
        ("Jean-Luc Lund", ("jean-luc", "lund"), None),
        ("Ivan Brek Jr", ("ivan", "brek"), "jr"),
        ("Ivan Brek Junior", ("ivan", "brek"), "jr"),
        ("Ivan Brek Senior", ("ivan", "brek"), "sr"),
        ("Ivan Brek II", ("ivan", "brek"), "ii"),
        ("Ivan Brek, IV", ("ivan", "brek"), "iv"),
        ("Senior", ("senior",), None),
        ("  Ana   Lund ", ("ana", "lund"), None),
        (" . ", (), None),
    ],
)
def test_the_words_of_a_name(text: str, words: tuple[str, ...], generation: str | None) -> None:
    assert (parts(text).words, parts(text).generation) == (words, generation)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ana Lund", "ANA LUND", True),
        ("A. Lund", "A Lund", True),
        ("A.B. Lund", "A. B. Lund", True),
        ("Ivan Brek Jr.", "Ivan Brek", True),
        ("Ivan Brek Jr.", "Ivan Brek Junior", True),
        ("Ivan Brek Jr.", "Ivan Brek Sr.", False),
        ("Ivan Brek II", "Ivan Brek III", False),
        ("Ana Lund", "Lund Ana", False),
        ("Ana Lund", "Ana", False),
        ("Ana Lund", "Ana Lunde", False),
    ],
)
def test_the_same_words(one: str, other: str, same: bool) -> None:
    assert same_words(parts(one), parts(other)) is same
    assert same_words(parts(other), parts(one)) is same


@pytest.mark.parametrize(
    ("full", "short", "rule"),
    [
        ("Ana Maria Lund Brek", "Lund Brek", "surname"),
        ("Ana Maria Lund Brek", "Maria Lund Brek", "surname"),
        ("Ana Maria Lund Brek", "Ana Lund Brek", "middle name"),
        ("Ana Maria Lund Brek", "Ana Lund", "middle name"),
        ("Ana Maria Lund Brek", "Ana Brek", "middle name"),
        ("Ana Maria Lund Brek", "Ana Brek Lund", None),
        ("Ana Maria Lund Brek", "Maria Lund", None),
        ("Ana M. Lund", "Ana Lund", "middle name"),
        ("Ana M. Lund Jr.", "Ana Lund Sr.", None),
        ("Ana Maria Lund", "Ana", None),
        ("Ana Maria Lund", "Ana Maria Brek", None),
    ],
)
def test_shorter_forms(full: str, short: str, rule: str | None) -> None:
    assert shorter(parts(full), parts(short)) == rule


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("A. Lund", "Ana Lund", True),
        ("A. M. Lund", "Ana Maria Lund", True),
        ("Ana M. Lund", "Ana Maria Lund", True),
        ("A. Lund", "A. M. Lund", True),
        ("B. Lund", "Ana Lund", False),
        ("A. M. Lund", "Ana Berta Lund", False),
        ("A. Lund", "Ana Brek", False),
        ("Ana Lund", "Anita Lund", False),
        ("Ana L.", "Ana Lund", False),
        ("Lund", "A. Lund", False),
        ("A. Lund II", "Ana Lund III", False),
    ],
)
def test_initials_of_a_name(one: str, other: str, same: bool) -> None:
    assert by_initials(parts(one), parts(other)) is same
    assert by_initials(parts(other), parts(one)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Joe Brek", "Joseph Brek", True),
        ("Bill Brek", "William R. Brek", True),
        ("Kate Lund", "Katherine Lund", True),
        ("Sasha Lund", "Alexander Lund", True),
        ("Joe Brek", "Jane Brek", False),
        ("Joe Brek", "Joseph Lund", False),
        ("Joe Brek", "Joe Brek", False),
        ("J. Brek", "Joseph Brek", False),
        ("Brek", "Joseph Brek", False),
        ("Joe Brek Jr.", "Joseph Brek Sr.", False),
        ("John Lund", "Joan Lund", False),
        ("Daniel Lund", "Daniela Lund", False),
    ],
)
def test_two_forms_of_a_given_name(one: str, other: str, same: bool) -> None:
    assert short_given(parts(one), parts(other)) is same
    assert short_given(parts(other), parts(one)) is same


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Lien Wei-han", True),
        ("Park Jun-ho", True),
        ("Ana Lund-Brek", True),
        ("Jean-Luc Brek", False),
        ("Lien Wei Han", False),
        ("Katarina Lund-Brek", False),
        ("Lien", False),
        ("", False),
    ],
)
def test_where_the_surname_may_stand_first(text: str, first: bool) -> None:
    assert surname_first(parts(text)) is first


@pytest.mark.parametrize(
    ("full", "word", "ends"),
    [
        ("Ana Lund", "lund", True),
        ("Ana Lund", "ana", False),
        ("Omar el-Brek", "brek", True),
        ("Omar Brek", "el-brek", True),
        ("Omar al-Brek", "el-brek", True),
        ("Omar ash-Brek", "brek", True),
        ("Ana Lund-Brek", "brek", True),
        ("Ana Lund-Brek", "lund", False),
        ("Ana Lündén", "lunden", True),
        ("Ana Lundberg", "lund", False),
        ("Ana Lund", "lunds", False),
    ],
)
def test_what_a_name_ends_with(full: str, word: str, ends: bool) -> None:
    assert ends_with(parts(full), word) is ends


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sergei Lavrin", "Sergey Lavrin", True),
        ("Mohammed Brek", "Muhammad Brek", True),
        ("Ivan Rakhmin", "Ivan Rahmin", True),
        ("Ana Lund", "Ana Lund", False),
        ("Ana Lund", "Ivo Lund", False),
        ("Ivan Petrin", "Anna Petrina", False),
        ("Ana Lund", "Ana", False),
        ("Ana Lund", "", False),
        ("John Brek Jr.", "Jon Brek Sr.", False),
        ("Ivan Schneidermann", "Scheidermann", True),
        ("Ivan Schneidermann", "Schneider", False),
        ("Ivan Berg", "Borg", False),
    ],
)
def test_spellings_of_a_name(one: str, other: str, same: bool) -> None:
    assert (variant(parts(one), parts(other)) is not None) is same


@given(st.lists(st.sampled_from(["ana", "a.", "lund", "al-brek", "jr.", "wei-han", "b"]), max_size=5))
def test_any_name_against_itself(words: list[str]) -> None:
    name = parts(" ".join(words))
    assert same_words(name, name)
    assert shorter(name, name) is None
    assert not short_given(name, name)
    assert variant(name, name) is None


# What is a name at all


@pytest.mark.parametrize(
    "text",
    ["Ana Lund", "Ana Lund Jr.", "A. Lund", "Abu Lund", "O'Brek", "Lund III", "d'Arlund", "Łukasz Brek", "Mr. Lund"],
)
def test_what_can_be_a_name(text: str) -> None:
    assert is_name(text, frozenset(title_words("en").short_forms))


@pytest.mark.parametrize(
    "text", ["Lt.", "Oslo Sen.", "Sr", "D-Lund", "R-Brek", "Lund@oslo", "Lund (Oslo)", "1999", "--", "<b>Lund"]
)
def test_what_can_be_none(text: str) -> None:
    assert not is_name(text, frozenset({*title_words("en").short_forms, "lt", "sen"}))


# Names that were broken


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('Police found Ivan "Big Ivan" Brek in Oslo.', ["Ivan Brek"]),
        ('"Ana Lund" is a film.', []),
        ("Suspect Ana Lund fled.", ["Ana Lund"]),
        ("Farmer Ivan Brek fled.", ["Ivan Brek"]),
        ("Ivan J. Brek fled.", ["Ivan J. Brek"]),
        ("Mr. Ivan Brek met Mrs. Ana Lund.", ["Ivan Brek", "Ana Lund"]),
        ('Ivan Brek said "No" to Ana Lund.', ["Ivan Brek", "Ana Lund"]),
        ("In Oslo it rained.", []),
        ("", []),
    ],
)
def test_a_name_is_whole(text: str, names: list[str]) -> None:
    assert mended(text) == names


@pytest.mark.parametrize("quoted", ['"Fox"', "“Fox”", '"the Fox"', "“the Fox”", '"Fox of Berg"'])
def test_a_nickname_is_no_part_of_the_name(quoted: str) -> None:
    assert mended(f"Police found Ana {quoted} Lund in Oslo.")[0] == "Ana Lund"


@pytest.mark.parametrize(
    ("text", "name", "inside"),
    [
        ('Police found Ana "Fox" Lund in Oslo.', "Ana", "Fox"),
        ('He told Ana Lund "Go home" yesterday.', "Ana Lund", None),
        ("He saw Ana Lund in Oslo.", "Ana Lund", None),
        ('He told Ana Lund "no" Brek said.', "Ana Lund", None),
    ],
)
def test_a_nickname_within(text: str, name: str, inside: str | None) -> None:
    annotation = parsed(text)
    found = nickname(annotation, next(each for each in annotation.names if each.text.startswith(name)))
    words = " ".join(token.text for token in annotation.tokens[found[0] : found[1]]) if found else None
    assert words == inside


def test_offsets_of_a_mended_name_are_the_texts() -> None:
    text = 'Police found Ana "Fox" Lund in Oslo.'
    name = next(name for name in mended_names(parsed(text)) if name.text == "Ana Lund")
    assert text[name.start : name.end] == 'Ana "Fox" Lund'


@pytest.mark.parametrize(
    "text",
    [
        'Ana "Fox" Lund and Ivan J. Brek met Suspect Ole Berg in Oslo, "No" they said.',
        "Mr. and Mrs. Ivan Brek, Ana. B. Lund. C. D. Berg.",
        '"" Ana "" Lund "',
    ],
)
def test_mended_names_are_in_order(text: str) -> None:
    names = mended_names(parsed(text))
    assert [name.first for name in names] == sorted({name.first for name in names})
    assert all(0 <= name.start < name.end <= len(text) for name in names)


# Several people at once


@pytest.mark.parametrize(
    ("text", "name", "several"),
    [
        ("Mr. Ivan Brek spoke. The Brek brothers left Oslo.", "Brek", True),
        ("Mr. Ivan Brek spoke. The Brek family left Oslo.", "Brek", True),
        ("Mr. Ivan Brek spoke. The Brek twins left Oslo.", "Brek", True),
        ("Mr. and Mrs. Brek left Oslo.", "Brek", True),
        ("Mr. Brek left Oslo.", "Brek", False),
        ("Mrs. Ana Brek and Mr. Ivan Lund left Oslo.", "Ivan Lund", False),
        ("Mr. Ivan Lund and his wife left Oslo.", "Ivan Lund", False),
    ],
)
def test_families(text: str, name: str, several: bool) -> None:
    annotation = parsed(text)
    found = [each for each in annotation.names if each.text == name]
    assert found and is_family(annotation, found[0]) is several


# Nouns for one person


@pytest.mark.parametrize(
    "word", ["farmer", "suspect", "minister", "judge", "widow", "wife", "teacher", "rebel", "soldier", "hijacker"]
)
def test_nouns_for_a_person(word: str) -> None:
    assert word in person_nouns("en")


@pytest.mark.parametrize(
    "word", ["ministry", "police", "court", "party", "mr.", "ministers", "river", "army", "people", "table", ""]
)
def test_nouns_for_none(word: str) -> None:
    assert word not in person_nouns("en")


def test_plain_nouns_are_no_posts() -> None:
    assert {"suspect", "hijacker"} <= plain_person_nouns("en")
    assert not plain_person_nouns("en") & title_words("en").heads
    assert not person_nouns("en") & set(load("en").names.organisation_nouns)
