"""What an examination of a desk found, and what it needs for it."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from msgspec import Struct

from dateline.settings import Settings

State = Literal["ok", "warning", "error"]
"""Error: the desk cannot be used, or answers wrongly. Warning: it can, but something should be done."""


class Diagnosis(Struct, frozen=True):
    """One thing that was looked at: a short name for it, how it is, in a sentence, and what to do, "" for nothing."""

    name: str
    state: State
    sentence: str
    advice: str = ""


class Patient(Struct, frozen=True, kw_only=True):
    """A desk under examination. The connection cannot write."""

    path: Path
    connection: sqlite3.Connection
    settings: Settings
    thorough: bool

    def count(self, statement: str, *cells: object) -> int:
        """The number that a question gives."""
        return int(self.connection.execute(statement, cells).fetchone()[0])

    def beside(self, ending: str) -> Path:
        """The file of this ending that SQLite keeps beside the desk."""
        return Path(f"{self.path.resolve()}{ending}")


Examination = Callable[[Patient], Iterator[Diagnosis]]
"""Looks at one thing. What SQLite raises in it is told as a diagnosis too."""


def many(number: int, one: str, more: str = "") -> str:
    """A number with its noun: "1 article", "2,000 articles"."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"
