"""Rows as CSV by RFC 4180, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from msgspec import json

BETWEEN = "; "
"""Stands between the parts of a list."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], out: TextIO) -> None:
    """A head line and a line a row, which end in CR LF. What is missing is empty.

    A text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row[name]) for name in columns])


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case str():
            return _text(value)
        case list() | tuple() if not any(isinstance(part, list | tuple | dict) for part in value):
            return _text(BETWEEN.join("" if part is None else str(part) for part in value))
    return _text(json.encode(value).decode())


def _text(text: str) -> str:
    """Without zeros, which no program reads in a text file, and without a formula."""
    plain = text.replace("\0", "")
    return f"'{plain}" if plain.startswith(_FORMULA) else plain
