"""Agencies in credit and dateline: whole words of the list, and only as agencies write themselves."""

import pytest

from dateline.understanding.identity.agencies import known_agency
from dateline.values import Span


def found(text: str, span: Span | None = None) -> str | None:
    hit = known_agency(text, span or Span(0, len(text)), "en")
    return text[hit.start : hit.end] if hit else None


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("LIMA (Reuters) -", "Reuters"),
        ("LIMA (REUTERS) -", "REUTERS"),
        ("LIMA, AP -", "AP"),
        ("Photo: AFP/Getty", "AFP"),
        ("By Ana Lund of the Associated Press", "Associated Press"),
    ],
)
def test_an_agency_of_the_list(text: str, agency: str) -> None:
    assert found(text) == agency


@pytest.mark.parametrize(
    "text",
    ["", "LIMA -", "the cap was ap", "XAP", "APEC met", "AP-like", "x-AP", "reuters", "Ap", "an afp file"],
)
def test_letters_that_are_no_agency(text: str) -> None:
    assert found(text) is None


def test_only_within_the_span() -> None:
    text = "Reuters LIMA AP"
    assert found(text, Span(8, len(text))) == "AP"
    assert found(text, Span(8, 12)) is None


def test_the_first_of_two() -> None:
    assert found("AFP, Reuters") == "AFP"


def test_offsets_count_from_the_beginning_of_the_text() -> None:
    assert known_agency("In Lima (Reuters)", Span(3, 17), "en") == Span(9, 16)
