"""Phrases for those whom something befell."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.understanding.acts.bearings import Bearings
from dateline.understanding.harm.phrases import edge
from dateline.understanding.harm.sufferer import Sufferer, whole
from dateline.understanding.harm.sufferers import Sufferers

Told = Callable[..., Record]


def read(told: Told, text: str, head: str, counted: bool = False) -> Sufferer | None:
    record = told(text, upto="events")
    token = next(token for token in record.annotation.tokens if token.text == head)
    return Sufferers(record, Bearings(record)).read(token, counted)


def known(told: Told, text: str, head: str, counted: bool = False) -> Sufferer:
    found = read(told, text, head, counted)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Nine police officers waited.", "officers", (9, 9, "police officers")),
        ("A young soldier waited.", "soldier", (1, 1, "young soldier")),
        ("At least 40 elderly women passengers waited.", "passengers", (40, None, "elderly women passengers")),
        ("The soldiers waited.", "soldiers", (2, None, "soldiers")),
        ("Every passenger waited.", "passenger", (2, None, "passenger")),
        ("Each passenger waited.", "passenger", (2, None, "passenger")),
        ("The crew waited.", "crew", (2, None, "crew")),
        ("The crew of five waited.", "crew", (5, 5, "crew")),
        ("A family of at least six waited.", "family", (6, None, "family")),
        ("The family of a nurse waited.", "family", (2, None, "family")),
        ("The mayor's brother-in-law waited.", "brother", (1, 1, "brother-in-law")),
        ("Two passers-by waited.", "passers", (2, 2, "passers-by")),
        ("A 23-year-old student waited.", "student", (1, 1, "student")),
        ("No soldiers waited.", "soldiers", (0, 0, "soldiers")),
        ("Two Norwegians waited.", "Norwegians", (2, 2, "Norwegians")),
        ("Many soldiers waited.", "soldiers", (2, None, "soldiers")),
    ],
)
def test_nouns(told: Told, text: str, head: str, expected: tuple[int, int | None, str]) -> None:
    found = known(told, text, head)
    assert (found.low, found.high, found.group) == expected


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Nine bridges fell.", "bridges"),
        ("The number of people is unknown.", "people"),
        ("The ministry closed.", "ministry"),
        ("Lisbon slept.", "Lisbon"),
        ("It fell.", "It"),
        ("They left.", "They"),
        ("Two-thirds left.", "thirds"),
        ("Some 2.5 tons fell.", "tons"),
        ("He left - alone.", "-"),
    ],
)
def test_no_people(told: Told, text: str, head: str) -> None:
    assert read(told, text, head) is None


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Seventeen waited.", "Seventeen", (17, 17, None, "Seventeen")),
        ("Two of the guards waited.", "Two", (2, 2, "guards", "Two of the guards")),
        ("Dozens of young protesters waited.", "Dozens", (24, 99, "young protesters", "Dozens of young protesters")),
        ("Dozens waited.", "Dozens", (24, 99, None, "Dozens")),
        ("One of them waited.", "One", (1, 1, None, "One")),
    ],
)
def test_bare_numbers(told: Told, text: str, head: str, expected: tuple[int, int, str | None, str]) -> None:
    record = told(text, upto="events")
    found = known(told, text, head)
    assert (found.low, found.high, found.group, record.words(found.span)) == expected


@pytest.mark.parametrize(("text", "head"), [("They shot 12 horses.", "12"), ("Two of the horses ran.", "Two")])
def test_bare_numbers_of_things(told: Told, text: str, head: str) -> None:
    assert read(told, text, head) is None


@pytest.mark.parametrize(
    ("text", "head", "low", "high"),
    [
        ("Nine others waited.", "others", 9, 9),
        ("Others waited.", "Others", 2, None),
        ("Another waited.", "Another", 1, 1),
        ("At least five more waited.", "more", 5, None),
    ],
)
def test_the_rest(told: Told, text: str, head: str, low: int, high: int | None) -> None:
    found = known(told, text, head)
    assert (found.low, found.high, found.rest, found.group) == (low, high, True, None)


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("The bodies of three men lay there.", "bodies", (3, 3, "men")),
        ("The body of a nurse lay there.", "body", (1, 1, "nurse")),
        ("Three bodies of nurses lay there.", "bodies", (3, 3, "nurses")),
        ("A group of students waited.", "group", (2, None, "students")),
    ],
)
def test_containers(told: Told, text: str, head: str, expected: tuple[int, int | None, str]) -> None:
    found = known(told, text, head)
    assert (found.low, found.high, found.group) == expected


@pytest.mark.parametrize("text", ["The bodies of water lay there.", "A group of bridges fell."])
def test_containers_of_things(told: Told, text: str) -> None:
    head = next(word for word in ("bodies", "group") if word in text)
    assert read(told, text, head) is None


def test_counted_harm_needs_its_number(told: Told) -> None:
    assert known(told, "Twelve deaths were reported.", "deaths", counted=True).low == 12
    assert read(told, "Deaths were reported.", "Deaths", counted=True) is None
    assert read(told, "No serious injuries were reported.", "injuries", counted=True) is None
    assert known(told, "No injuries were reported.", "injuries", counted=True).high == 0


def test_a_pronoun_is_whom_it_stands_for(told: Told) -> None:
    found = known(told, "Maria Lopez sang. She left Porto.", "She")
    assert (found.low, found.high, found.group, found.named) == (1, 1, "Maria Lopez", True)


def test_a_name_is_one_with_its_title(told: Told) -> None:
    found = known(told, "General Maria Lopez left Porto.", "Lopez")
    assert (found.low, found.high, found.named, found.group) == (1, 1, True, "General Maria Lopez")


def test_a_curly_apostrophe_is_no_part_of_the_name(told: Told) -> None:
    found = known(told, "Maria Lopez’s brother left.", "brother")
    assert found.group == "brother" and not found.named


@pytest.mark.parametrize(
    ("text", "head", "definite"),
    [
        ("The guard left.", "guard", True),
        ("His guard left.", "guard", True),
        ("A guard left.", "guard", False),
        ("Another guard left.", "guard", False),
        ("Both left.", "Both", True),
        ("Two left.", "Two", False),
    ],
)
def test_definite(told: Told, text: str, head: str, definite: bool) -> None:
    assert known(told, text, head).definite is definite


def test_the_number_of_another_noun_is_not_taken(told: Told) -> None:
    assert known(told, "Two buses with soldiers left.", "soldiers").number is None


def test_an_age_is_no_count(told: Told) -> None:
    assert known(told, "The 40-year-old guard left.", "guard").best == 1


@pytest.mark.parametrize(
    ("text", "head", "first"),
    [
        ("The former army officer left.", "officer", "former"),
        ("Officer left.", "Officer", "Officer"),
        ("The wrongly accused man left.", "man", "accused"),
        ("The 12-year-old boy left.", "boy", "boy"),
    ],
)
def test_the_edge_of_a_group(told: Told, text: str, head: str, first: str) -> None:
    annotation = told(text, upto="places").annotation
    token = next(token for token in annotation.tokens if token.text == head)
    assert edge(annotation, token, 0).text == first


def test_the_edge_stays_behind_the_number(told: Told) -> None:
    annotation = told("Two young old men left.", upto="places").annotation
    assert edge(annotation, annotation.tokens[3], 2).text == "old"


def test_the_edge_of_a_hyphen_is_itself(told: Told) -> None:
    annotation = told("Nine - left", upto="places").annotation
    for token in annotation.tokens:
        assert edge(annotation, token, 0).i <= token.i


@pytest.mark.parametrize(("end", "count"), [(None, None), (3.0, 3), (0, 0), (2.0, 2)])
def test_whole(end: float | None, count: int | None) -> None:
    assert whole(end) == count
