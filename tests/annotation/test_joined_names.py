"""Names that a headline ran together, titles that eat other names, names of bodies in quotation marks."""

import pytest

from conftest import Told


def labels(told: Told, text: str, **roles: str) -> list[tuple[str, str]]:
    return [(name.text, name.label) for name in told(text, upto="places", **roles).annotation.names]


PEOPLE = "Karl Lund spoke on Monday. Anna Berg, an actress, listened. She likes Fjord Bank."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("While Lund waited, the crowd left.", ["Lund"]),
        ("Anna Berg Lund.", ["Anna Berg", "Lund"]),
        ("Photos show Anna Berg Karl Lund in court.", ["Anna Berg", "Karl Lund"]),
        ("Anna Berg Sues Fjord Bank.", ["Anna Berg", "Fjord Bank"]),
        # A longer name of somebody is left whole.
        ("Anna Maria Berg came.", ["Anna Maria Berg"]),
        ("J.K. Lund came.", ["J.K. Lund"]),
        ("Eva Lund came.", ["Eva Lund"]),
    ],
)
def test_names_run_together_are_taken_apart(told: Told, line: str, expected: list[str]) -> None:
    found = [text for text, _ in labels(told, f"{PEOPLE}\n\n{line}")]
    assert found[3:] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Major League Baseball season begins in May.",
        "They drove to West Executive Drive on Monday.",
        "Miss Universe spoke on Monday.",
        "The children love Captain America.",
        "The Hutu fled, and a Hutu farmer stayed.",
        "Hutus fled on Monday.",
    ],
)
def test_titles_and_peoples_that_make_no_people(told: Told, text: str) -> None:
    assert [name for name, label in labels(told, text) if label == "person"] == []


@pytest.mark.parametrize("text", ["Mrs. O'Hara's barn burned.", "Captain Cook came.", "Judge Lund waited."])
def test_titles_before_people(told: Told, text: str) -> None:
    assert [label for _, label in labels(told, text)] == ["person"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ('The "Orla Liberation Front" group said so.', "Orla Liberation Front"),
        ('The charity "Helping Hands" gave food.', "Helping Hands"),
    ],
)
def test_a_body_in_quotation_marks(told: Told, text: str, body: str) -> None:
    assert labels(told, text) == [(body, "organisation")]


def test_a_party_and_state_are_no_name(told: Told) -> None:
    found = labels(told, "Sens. Ola Ness, D-Ore., and Kari Dahl, R-Ohio, agreed. Sen. Ana Berg (D-Va.) did not.")
    assert [text for text, label in found if label != "place"] == ["Ola Ness", "Kari Dahl", "Ana Berg"]
