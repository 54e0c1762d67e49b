"""Numerals to intervals."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotated import Token
from dateline.understanding.harm.numbers import Number, numbers


def tokens_of(text: str) -> list[Token]:
    """Words as the parser would cut them; an s at the end makes a plural noun."""
    found = []
    for i, match in enumerate(re.finditer(r"\d+:\d\d|\d[\d,.]*[a-z]+|\d[\d,.]*\d|\w+(?:'\w+)?|[^\w\s]", text)):
        word = match[0]
        tag, pos = ("NNS", "NOUN") if word.endswith("s") else ("IN", "ADP") if word in ("in", "since") else ("", "")
        found.append(Token(i, word, word.lower(), pos, tag, "", i, match.start(), match.end(), 0, 0))
    return found


def read(text: str) -> list[Number]:
    return numbers(tokens_of(text), "en")


def interval(text: str) -> tuple[float | None, float | None, float | None]:
    (number,) = read(text)
    return number.low, number.high, number.best


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12 men", 12),
        ("1,200 men", 1200),
        ("300,000 men", 300_000),
        ("1.5 million people", 1_500_000),
        ("seven men", 7),
        ("twenty-three men", 23),
        ("a hundred men", 100),
        ("two hundred and five men", 205),
        ("one million two hundred thousand", 1_200_000),
        ("forty thousand men", 40_000),
        ("a dozen men", 12),
        ("two dozen men", 24),
        ("half a dozen men", 6),
        ("half a million men", 500_000),
        ("both men", 2),
    ],
)
def test_exact(text: str, value: int) -> None:
    assert interval(text) == (value, value, value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least 12 men", (12, None, 12)),
        ("no fewer than three men", (3, None, 3)),
        ("12 or more", (12, None, 12)),
        ("more than 100 men", (101, None, 101)),
        ("over a dozen men", (13, None, 13)),
        ("fewer than 20 men", (None, 19, None)),
        ("up to 30 men", (None, 30, 30)),
        ("as many as 40 men", (None, 40, 40)),
        ("about 50 men", (45, 55, 50)),
        ("some 200 men", (180, 220, 200)),
        ("around six men", (5, 7, 6)),
        ("nearly 40 men", (36, 40, 40)),
        ("between five and seven men", (5, 7, None)),
        ("five to seven men", (5, 7, None)),
        ("two or three men", (2, 3, None)),
        ("five to seven million", (5_000_000, 7_000_000, None)),
    ],
)
def test_hedged(text: str, expected: tuple[int | None, int | None, int | None]) -> None:
    assert interval(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dozens of men", (24, 99)),
        ("scores of men", (40, 99)),
        ("hundreds of men", (200, 999)),
        ("several men", (3, 9)),
        ("a few men", (3, 9)),
        ("several hundred men", (300, 900)),
        ("tens of thousands of men", (20_000, 99_999)),
        ("no one", (0, 0)),
        ("none", (0, 0)),
        ("no men", (0, 0)),
    ],
)
def test_vague(text: str, expected: tuple[int, int]) -> None:
    assert interval(text)[:2] == expected


@pytest.mark.parametrize(
    "text",
    ["in 1992", "in the 1992 attack", "since 2004", "the 12th man", "flight 370", "March 12", "12 April", "at 10:30"],
)
def test_counts_nothing(text: str) -> None:
    assert read(text) == []


def test_hours_and_list_numbers_count_nothing() -> None:
    assert read("at 7 p.m") == [] or read("at 7 pm") == []
    assert read("3 ) Police") == []


def test_a_year_like_count_before_a_plural_is_a_count() -> None:
    assert interval("1992 soldiers died")[0] == 1992


def test_from_to_are_two_numbers() -> None:
    assert [number.best for number in read("rose from 12 to 35")] == [12, 35]


def test_a_hyphen_glues_a_number_to_its_noun() -> None:
    (number,) = read("the 23-year-old man")
    assert number.glued
    (number,) = read("the 23 men")
    assert not number.glued


@pytest.mark.parametrize(("text", "value"), [("$5 million", 5_000_000), ("£3m", 3_000_000), ("$5bn", 5e9), ("€70", 70)])
def test_money_behind_its_sign(text: str, value: float) -> None:
    assert interval(text) == (value, value, value)


def test_a_hedge_reaches_over_a_sign() -> None:
    assert interval("more than $5 million")[1] is None


def test_whole_numbers_can_count_people() -> None:
    (number,) = read("12 men")
    assert number.whole
    (number,) = read("2.5 men")
    assert not number.whole


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ninety-nine men", 99),
        ("three hundred thousand men", 300_000),
        ("a million and a half men", 1_000_000),
        ("zero men", 0),
        ("one hundred and one men", 101),
        ("1,234,567 men", 1_234_567),
        ("two and a half million men", 2),
    ],
)
def test_long_numerals(text: str, value: int) -> None:
    assert read(text)[0].best == value


@pytest.mark.parametrize("text", ["room 12", "page 300", "article 5", "7 gmt", "boeing 737", "# 5"])
def test_labels(text: str) -> None:
    assert read(text) == []


def test_nothing_has_no_numbers() -> None:
    assert numbers([], "en") == []


def test_positions_are_those_of_the_article() -> None:
    tokens = tokens_of("men and at least 12 boys")
    (number,) = numbers(tokens[2:], "en")
    assert [token.text for token in tokens[number.first : number.last]] == ["at", "least", "12"]
    assert tokens[number.figure].text == "12"


@given(st.integers(0, 10**9))
def test_a_figure_is_itself(value: int) -> None:
    (number,) = read(f"at least {value:,} men")
    assert (number.low, number.high, number.best) == (value, None, value)


@given(st.integers(1, 10**6), st.sampled_from(["about", "nearly", "some", "roughly", "almost"]))
def test_a_hedge_widens_around_the_figure(value: int, hedge: str) -> None:
    (number,) = read(f"{hedge} {value:,} men")
    assert number.low is not None and number.high is not None and number.low <= value <= number.high


@given(st.integers(1, 900), st.integers(1, 900))
def test_a_range_has_its_ends_in_order(one: int, other: int) -> None:
    found = read(f"between {one} and {other} men")
    if one < other:
        assert [(number.low, number.high) for number in found] == [(one, other)]
    assert all((number.low or 0) <= (number.high or 0) for number in found)


WORDS = (
    "at least more than about between and to or from no one a half dozen hundred million several dozens of 12 1,200 "
    "1992 3.5 - $ % twenty three m men ) . May"
)
VOCABULARY = st.sampled_from(WORDS.split())


@given(st.lists(VOCABULARY, max_size=14))
def test_never_crashes_and_stays_in_range(words: list[str]) -> None:
    tokens = tokens_of(" ".join(words))
    end = 0
    for number in numbers(tokens, "en"):
        assert end <= number.first <= number.figure < number.last <= len(tokens)
        end = number.last
        if number.low is not None and number.high is not None:
            assert number.low <= number.high
        if number.best is not None:
            assert (number.low or 0) <= number.best <= (number.high if number.high is not None else number.best)


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    tokens = tokens_of(text)
    assert all(0 <= number.first < number.last <= len(tokens) for number in numbers(tokens, "en"))
