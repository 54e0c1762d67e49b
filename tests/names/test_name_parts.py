"""The parts of a person's name and of a body's name: what is dropped, what grows together, what stands between."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.names.bodies import body, looks_like_a_body, weight
from dateline.names.persons import Person, is_kunya, is_patronymic, person


def shape(name: Person) -> str:
    """Its words in spoken order; particles in brackets, initials with a dot."""
    words = (f"({w.plain})" if w.particle else f"{w.plain}." if w.initial else w.plain for w in name.words)
    return " ".join(words)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Greta Holm", "greta holm"),
        ("Holm, Greta", "greta holm"),
        ("Dr. Greta Holm", "greta holm"),
        ("Prof. Dr. Greta Holm", "greta holm"),
        ("former President Greta Holm", "greta holm"),
        ("Greta Holm, PhD", "greta holm"),
        ("Greta Holm Jr.", "greta holm"),
        ("Holm, Greta, Jr.", "greta holm"),
        ("Greta “Foxy” Holm", "greta holm"),
        ("Greta 'Foxy' Holm", "greta holm"),
        ("Greta (Margareta) Holm", "greta holm"),
        ("Greta Holm's", "greta holm"),
        ("Greta Holm’s", "greta holm"),
        ("G. Holm", "g. holm"),
        ("G. T. Holm", "g. t. holm"),
        ("Jan van den Holm", "jan (van) (den) holm"),
        ("Salem bin Karim al-Torviki", "salem (bin) karim (al) torviki"),
        ("Abu Karim Torviki", "abukarim torviki"),
        ("Abd al-Karim Torviki", "abdkarim torviki"),
        ("Abdul Karim Torviki", "abdkarim torviki"),
        ("Abdulkarim Torviki", "abdkarim torviki"),
        ("Nur ad-Din Torviki", "nuruddin torviki"),
        ("Ewan Mc Tarry", "ewan mctarry"),
        ("Sean O Tarry", "sean otarry"),
        ("Sean O. Tarry", "sean o. tarry"),
        ("Gr3ta H0lm", "greta holm"),
        ("“Foxy”", "foxy"),
        ("Dr", "dr"),
        ("King", "king"),
        ("", ""),
        ("...", ""),
    ],
)
def test_parts_of_a_person(text: str, parts: str) -> None:
    assert shape(person(text)) == parts


@pytest.mark.parametrize(
    ("text", "generation"),
    [
        ("Robert Holm Jr.", "jr"),
        ("Robert Holm, Junior", "jr"),
        ("Robert Holm Sr.", "sr"),
        ("Robert Holm III", "iii"),
        ("Olav V", "v"),
        ("King Olav V", "v"),
        ("Robert V. Holm", None),
        ("Robert Holm", None),
        ("Xi Mingwei", None),
        ("Jr.", None),
        ("", None),
    ],
)
def test_generations(text: str, generation: str | None) -> None:
    assert person(text).generation == generation


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("Mr. Holm", "male"),
        ("Mrs. Holm", "female"),
        ("Sir Robert Holm", "male"),
        ("Queen Greta", "female"),
        ("Frau Dr. Holm", "female"),
        ("Dr. Holm", None),
        ("Greta Holm", None),
        ("Mr.", None),
    ],
)
def test_titles_that_tell_the_sex(text: str, sex: str | None) -> None:
    assert person(text).sex == sex


@pytest.mark.parametrize(
    ("text", "turned"), [("Holm, Greta", True), ("Greta Holm", False), ("Greta Holm, PhD", False), ("Holm,", False)]
)
def test_a_comma_turns_a_name(text: str, turned: bool) -> None:
    assert person(text).given_last is turned


@pytest.mark.parametrize(
    ("text", "syllables"),
    [
        ("Kim Dong-su", ["korean"] * 3),
        ("Chen Haoyu", ["other"] * 2),
        ("Nguyen Van Tam", ["other"] * 3),
        ("Greta Holm", [""] * 2),
        ("Chen", [""]),
        ("G. Chen", [""] * 2),
    ],
)
def test_names_of_syllables(text: str, syllables: list[str]) -> None:
    assert [word.syllable for word in person(text).words] == syllables


def test_who_is_whose_child() -> None:
    assert person("Salem bin Karim al-Torviki").lines == ((0, 1),)
    assert person("Salem bin Karim bin Nabil").lines == ((0, 1), (1, 2))
    assert person("Salem Karim").lines == ()


@pytest.mark.parametrize(
    ("word", "patronymic"), [("Pavlovich", True), ("Ivanovna", True), ("Vetrov", False), ("Ovich", False)]
)
def test_patronymics(word: str, patronymic: bool) -> None:
    assert is_patronymic(person(word).words[0]) is patronymic


def test_a_kunya_is_a_byname() -> None:
    assert is_kunya(person("Abu Karim Torviki").words[0])
    assert not is_kunya(person("Abukarim Torviki").words[0])


def test_names_and_initials_are_words_of_the_name() -> None:
    name = person("G. T. Holm van Brek")
    assert [word.plain for word in name.initials] == ["g", "t"]
    assert [word.plain for word in name.names] == ["holm", "brek"]
    assert name.joined == "gtholmvanbrek"


@given(st.text(max_size=120))
@settings(deadline=None)
def test_any_text_has_parts(text: str) -> None:
    name = person(text)
    assert all(word.plain and word.shown for word in name.words)
    assert set(name.names) | set(name.initials) <= set(name.words)
    assert all(0 <= child < parent < len(name.names) for child, parent in name.lines)
    made = body(text)
    assert all(word.plain for word in made.words)


@pytest.mark.parametrize(
    ("text", "words", "numbers", "legal"),
    [
        ("Torvik Ltd.", "torvik", "", "limited"),
        ("Torvik Limited", "torvik", "", "limited"),
        ("OOO Torvik", "torvik", "", "limited"),
        ("PT Torvik", "torvik", "", "stock"),
        ("Torvik Inc.", "torvik", "", "stock"),
        ("Torvik S.p.A.", "torvik", "", "stock"),
        ("Torvik GmbH & Co. KG", "torvik", "", "partners"),
        ("Torvik LLP", "torvik", "", "partners"),
        ("Torvik Co.", "torvik", "", "company"),
        ("Torvik Company", "torvik", "", "company"),
        ("Torvik Co. Ltd.", "torvik", "", "limited"),
        ("Torvik e.V.", "torvik", "", "society"),
        ("Company", "company", "", None),
        ("L.L.C.", "llc", "", None),
        ("As Torvik", "as torvik", "", None),
        ("Co Torvik", "co torvik", "", None),
        ("A.B.C.", "abc", "", None),
        ("A.B.K. Torvik", "abk torvik", "", None),
        ("Torvik Brigade 33", "torvik brigade", "33", None),
        ("Thirty-Three Brigade", "brigade", "33", None),
        ("Fund 007", "fund", "7", None),
        ("Fund IV", "fund", "4", None),
        ("Fund XIX", "fund", "19", None),
        ("Fund VIII", "fund", "8", None),
        ("2nd Army", "army", "2", None),
        ("Fifty", "fifty", "", None),
        ("", "", "", None),
    ],
)
def test_parts_of_a_body(text: str, words: str, numbers: str, legal: str | None) -> None:
    found = body(text)
    assert " ".join(word.plain for word in found.words) == words
    assert " ".join(sorted(found.numbers)) == numbers
    assert found.legal == legal


@pytest.mark.parametrize(
    ("text", "is_body"),
    [
        ("Torvik Ltd.", True),
        ("Bank of Torvik", True),
        ("Holm & Sons", True),
        ("Brigade 33", True),
        ("Greta Holm", False),
        ("Holm, Greta", False),
        ("Maria de Holm", False),
        ("Greta", False),
        ("", False),
    ],
)
def test_bodies_are_told_from_people(text: str, is_body: bool) -> None:
    assert looks_like_a_body(text) is is_body


def test_rare_words_weigh_more_than_shared_ones_and_those_more_than_little_ones() -> None:
    assert weight("torvik") > weight("shipping") > weight("group") > weight("of")
