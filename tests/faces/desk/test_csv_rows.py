"""Rows as CSV: by RFC 4180, and with nothing that a spreadsheet would run."""

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.faces.desk.answers.csv_rows import write_csv


def written(*cells: Any) -> str:
    out = io.StringIO()
    names = [f"c{number}" for number in range(len(cells))]
    write_csv(names, [dict(zip(names, cells, strict=True))], out)
    return out.getvalue()


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_lines_end_in_cr_lf_and_what_needs_it_is_quoted() -> None:
    assert written('a "b"', "c,d", "e\nf") == 'c0,c1,c2\r\n"a ""b""","c,d","e\nf"\r\n'


def test_without_rows_the_head_is_there() -> None:
    out = io.StringIO()
    write_csv(["id", "headline"], [], out)
    assert out.getvalue() == "id,headline\r\n"


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (None, ""),
        (True, "true"),
        (7, "7"),
        (-7, "-7"),
        (-0.5, "-0.5"),
        (("a", "b"), "a; b"),
        (["a", None], "a; "),
        ((), ""),
        (((0, 4), (5, 9)), "[[0,4],[5,9]]"),
        ({"low": 1}, '{"low":1}'),
        ("a\0b", "ab"),
    ],
)
def test_cells(cell: Any, shown: str) -> None:
    assert read(written(cell, "x"))[1][0] == shown


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\0=1"])
def test_a_text_that_would_be_a_formula_gets_an_apostrophe(formula: str) -> None:
    assert read(written(formula, "x"))[1][0].startswith("'")
    assert read(written((formula, "b"), "x"))[1][0].startswith("'")


@given(st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), min_size=1))
def test_whatever_the_cells_are_the_table_can_be_read_again(cells: list[str]) -> None:
    again = read(written(*cells, "x"))
    assert [cell.removeprefix("'") for cell in again[1]] == [cell.removeprefix("'") for cell in [*cells, "x"]]
