"""A headline, or a paragraph that happens to come first."""

import pytest

from dateline.reading.plain.headlines import in_title_case, is_headline, is_prose, is_repeated
from dateline.reading.plain.shapes import shapes_of

SHAPES = shapes_of("en")
LEAD = (
    "A judge in the river town has turned down a request of two newspapers to open the papers on the bridge's builders."
)
NEXT = (
    "The papers had asked for them in March, after the town's auditor found that nine pillars had been paid for twice."
)


@pytest.mark.parametrize(
    "line",
    [
        "Judge turns down newspapers on bridge papers",
        "Judge turns down newspapers' request to open bridge papers.",
        "Judge Turns Down the Request.",
        "JUDGE TURNS DOWN REQUEST.",
        "Who built the bridge",
        "Builders of the bridge: what we know",
    ],
)
def test_headlines_of_the_lead(line: str) -> None:
    assert is_headline(line, LEAD, SHAPES)


@pytest.mark.parametrize(
    "line",
    [
        LEAD,
        "Bridge",
        "and so it went",
        "The ferry runs again on Monday.",
        '"We were turned down by the judge," one of the two newspapers said.',
        " ".join(["word"] * 40),
    ],
)
def test_lines_that_are_no_headline_of_the_lead(line: str) -> None:
    assert not is_headline(line, LEAD, SHAPES)


def test_a_paragraph_goes_on_with_a_pronoun() -> None:
    assert is_headline("Judge turns down request of newspapers.", LEAD, SHAPES)
    assert not is_headline("Judge turns down request of newspapers.", "She " + LEAD, SHAPES)


def test_prose() -> None:
    assert is_prose(LEAD)
    assert is_prose(" ".join(["word"] * 41))
    assert is_prose("在这座城市里人们说大桥将在月底之前一直关闭因为工程师在桥墩上发现了裂缝。")
    assert not is_prose("Judge turns down newspapers' request to open papers on bridge")
    assert not is_prose("It fell.")
    assert not is_prose("")


def test_title_case() -> None:
    assert in_title_case("Judge Turns Down the Newspapers in the River Town", SHAPES)
    assert not in_title_case("Judge turns down the Newspapers in Coimbra", SHAPES)
    assert not in_title_case("Judge Speaks", SHAPES)


def test_the_headline_again() -> None:
    assert is_repeated("Judge turns down request.", "JUDGE TURNS DOWN  REQUEST")
    assert is_repeated("Judge turns down request.", "PORTUGAL: Judge turns down request")
    assert not is_repeated("Judge turns down", "Judge turns down request")
    assert not is_repeated("", "Judge")
