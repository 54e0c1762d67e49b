"""Times, numbers and strangers' words as the lists of a desk show them."""

import io

import pytest
from rich.console import Console
from rich.text import Text

from dateline.faces.desk.answers.wording import clean, indented, joined, many, page, time


@pytest.mark.parametrize(
    ("first", "last", "precision", "shown"),
    [
        ("2031-04-02", "2031-04-02", "day", "2 Apr 2031"),
        ("2031-04-02", "2031-04-05", "day", "2 to 5 Apr 2031"),
        ("2031-04-02", "2031-05-05", "day", "2 Apr to 5 May 2031"),
        ("2031-04-02", "2032-04-05", "day", "2 Apr 2031 to 5 Apr 2032"),
        ("2030-01-01", "2030-12-31", "year", "2030"),
        ("2030-03-01", "2030-03-31", "month", "Mar 2030"),
        ("2031-04-02", None, None, "2 Apr 2031"),
        (None, None, None, ""),
        ("0044 BC", None, None, "0044 BC"),
    ],
)
def test_a_time_is_as_exact_as_it_is_known(first: str, last: str, precision: object, shown: str) -> None:
    assert time(first, last, precision) == shown  # type: ignore[arg-type]


def test_numbers_have_their_nouns() -> None:
    assert (many(1, "article"), many(1204, "article"), many(0, "fact")) == ("1 article", "1,204 articles", "0 facts")


def test_strangers_words_stand_on_one_line_and_move_no_cursor() -> None:
    assert clean("a\n b\x1b[2J\u202e").plain == "a b␛[2J�"
    assert clean(None).plain == ""


def test_what_is_not_there_leaves_no_sign() -> None:
    assert joined("a", None, Text(""), "b").plain == "a · b"


def test_indented_lines_are_wrapped_and_have_no_blanks_behind() -> None:
    out = io.StringIO()
    indented(Console(file=out, width=20), Text("rain fell on the harbour all day"))
    assert out.getvalue() == "  rain fell on the\n  harbour all day\n"


@pytest.mark.parametrize(
    ("shown", "total", "which", "line"),
    [
        (20, 1312, "", "20 of 1,312; --limit 100 shows more"),
        (20, 1312, "the latest", "the latest 20 of 1,312; --limit 100 shows more"),
        (20, 32, "", "20 of 32; --limit 32 shows more"),
        (20, 20, "the latest", "20 rows"),
        (1, 1, "", "1 row"),
        (20, None, "", "the first 20 rows; --limit 100 shows more"),
        (50, None, "the latest", "the latest 50 rows; --limit 250 shows more"),
    ],
)
def test_below_a_page_stands_how_to_see_more(shown: int, total: int | None, which: str, line: str) -> None:
    assert page(shown, total, "row", which).plain == line
