"""Numbers, intervals and nouns as people read them, and the words of types; open ends are said to be open."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.faces.web.numerals import counted, interval, many
from dateline.faces.web.rendering import NAVIGATION, SECTIONS, Templates, section_of, told_as, type_words

WHOLE = st.integers(-(10**12), 10**12)


@pytest.mark.parametrize(
    ("low", "high", "best", "told"),
    [
        (None, None, None, "not known"),
        (0, 0, None, "0"),
        (0, None, None, "0 or more"),
        (None, 0, None, "up to 0"),
        (0, 7, None, "up to 7"),
        (12, 12, None, "12"),
        (12, None, None, "12 or more"),
        (None, 12, None, "up to 12"),
        (9, 12, None, "9 to 12"),
        (9, 12, 11, "about 11 (9 to 12)"),
        (9, 12, 9, "9 to 12"),
        (9, 12, 12, "9 to 12"),
        (12, None, 15, "about 15 (12 or more)"),
        (None, 12, 10, "about 10 (up to 12)"),
        (0, 7, 3, "about 3 (up to 7)"),
        (5, 5, 6, "5"),
        (-5, 3, None, "-5 to 3"),
        (1_200, 45_000, None, "1,200 to 45,000"),
        (1.5, 2.25, None, "1.5 to 2.25"),
    ],
)
def test_an_interval_says_which_of_its_ends_are_open(
    low: float | None, high: float | None, best: float | None, told: str
) -> None:
    assert interval(low, high, best) == told


@given(WHOLE, WHOLE, WHOLE)
def test_no_number_of_an_interval_is_lost_or_invented(low: int, high: int, best: int) -> None:
    low, high = sorted((low, high))
    told = interval(low, high, best)
    numbers = {int(number.replace(",", "")) for number in re.findall(r"-?[\d,]+", told)}
    assert numbers <= {low, high, best} and high in numbers
    assert (low in numbers) or (low == 0 and "up to" in told)


@pytest.mark.parametrize(
    ("number", "told"),
    [(0, "0 reports"), (1, "1 report"), (2, "2 reports"), (1_001, "1,001 reports"), (-1, "-1 reports")],
)
def test_a_noun_goes_with_its_number(number: int, told: str) -> None:
    assert counted(number, "report") == told


@pytest.mark.parametrize(("number", "told"), [(0, "0 bodies"), (1, "1 body"), (20_000, "20,000 bodies")])
def test_a_noun_with_a_plural_of_its_own(number: int, told: str) -> None:
    assert counted(number, "body", "bodies") == told


@given(WHOLE)
def test_thousands_are_set_apart_and_nothing_else(number: int) -> None:
    assert int(many(number).replace(",", "")) == number
    assert all(len(group) == 3 for group in many(abs(number)).split(",")[1:])


@pytest.mark.parametrize(
    ("type", "words"),
    [("", ""), ("/", ""), ("  ", ""), ("assault/", "violence"), ("NEW_THING/ODD_MODE", "new thing: odd mode"),
     ("<b>", "<b>"), ("ASSAULT/a/b", "violence: a/b")],
)  # fmt: skip
def test_a_type_that_nobody_knows_is_told_in_its_own_words(type: str, words: str) -> None:  # noqa: A002
    assert type_words(type) == words


@given(st.text(max_size=30))
def test_any_type_and_status_can_be_told(words: str) -> None:
    assert "_" not in type_words(words) and isinstance(told_as(words), str)


@pytest.mark.parametrize(
    ("path", "section"),
    [("", "/"), ("/", "/"), ("news", "/"), ("//evil.example", "/"), ("/newsroom", "/newsroom"), ("/article", "/news")],
)
def test_an_odd_path_belongs_to_no_section_of_another(path: str, section: str) -> None:
    assert section_of(path) == section


def test_every_section_stands_in_the_navigation() -> None:
    assert set(SECTIONS.values()) <= {address for address, _ in NAVIGATION}
    assert len({name for _, name in NAVIGATION}) == len(NAVIGATION)


def drawn(source: str, **values: object) -> str:
    return Templates(desk="news.db", local=True)._environment.from_string(source).render(**values)


def test_a_template_shows_nothing_for_none_and_zero_for_zero() -> None:
    assert drawn("[{{ a }}{{ b }}{{ c }}]", a=None, b=0, c=False) == "[0False]"


def test_a_template_without_a_value_is_an_error_and_no_gap() -> None:
    with pytest.raises(Exception, match="'missing' is undefined"):
        drawn("{{ missing }}")


def test_filters_escape_what_they_are_given() -> None:
    assert drawn("{{ a|type_words }}", a="<script>") == "&lt;script&gt;"
    assert "<b>" not in drawn("{{ a|when }}{{ a|day }}{{ a|told_as }}", a="<b>2031")


def test_no_letter_that_html_forbids_leaves_a_template() -> None:
    shown = drawn("{{ a }}{{ b }}", a="bell\x07 \x85 \ufffe", b=["list\x00"])
    assert "\x07" not in shown and "\x85" not in shown and "\ufffe" not in shown and "\x00" not in shown
    assert "bell\u2407" in shown
