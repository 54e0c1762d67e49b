"""What a question gave, in the format it was asked for: for people at a terminal; JSON lines, CSV, Parquet."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO, TypeVar

import typer
from msgspec import Struct, json
from rich.console import Console

from dateline.faces import destination
from dateline.faces.desk.answers.csv_rows import write_csv
from dateline.faces.exits import CANNOT, READ
from dateline.faces.safe import printable

if TYPE_CHECKING:
    from dateline.desk.asking.rows import Rows

T = TypeVar("T", bound=Struct)
WIDEST = 110
"""Lines longer than this many columns are hard to read."""


class Format(StrEnum):
    """How an answer is written."""

    TERMINAL = "terminal"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


ToOption = Annotated[
    Format | None,
    typer.Option(
        "--to",
        metavar="FORMAT",
        help="terminal (for people), jsonl, csv or parquet. Without it: what the ending of --output says; terminal on "
        "a terminal; jsonl everywhere else.",
        show_default=False,
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file, which appears only when it is whole."),
]


class Answer:
    """Where an answer goes and in which `format`, checked before anything is asked. Raises BadParameter."""

    def __init__(self, to: Format | None, output: Path | None, desk: Path) -> None:
        self._output = output
        if output and destination.overwritten_input(output, [str(desk)]):
            raise typer.BadParameter(f"{output} would overwrite the desk", param_hint="--output")
        if output and output.is_dir():
            raise typer.BadParameter(f"{output} is a folder; name a file", param_hint="--output")
        if output and not output.parent.is_dir():
            raise typer.BadParameter(f"there is no folder {output.parent}", param_hint="--output")
        self.format = to or _usual(output)
        if self.format is Format.PARQUET and output is None and sys.stdout.isatty():
            raise typer.BadParameter("Parquet is nothing for a terminal; give -o FILE.parquet", param_hint="--to")

    def __call__(self, rows: "Rows[T]", draw: Callable[["Rows[T]", Console], None], nothing: str) -> int:
        """Writes them; at a terminal `draw` does. Gives the exit code: where there are none, `nothing` says so."""
        for note in rows.notes:
            print(printable(note), file=sys.stderr)
        if rows or self.format is not Format.TERMINAL:
            with self._destination() as out:
                self._write(rows, draw, out)
        if not rows:
            print(printable(nothing), file=sys.stderr)
        return READ if rows else CANNOT

    def show(self, draw: Callable[[Console], None]) -> None:
        """Lets `draw` print something for people to where the answer goes."""
        with self._destination() as out:
            draw(console(out))

    def _write(self, rows: "Rows[T]", draw: Callable[["Rows[T]", Console], None], out: TextIO) -> None:
        if self.format is Format.TERMINAL:
            draw(rows, console(out))
        elif self.format is Format.JSONL:
            for row in rows:
                out.write(json.encode(row).decode() + "\n")
        elif self.format is Format.CSV:
            write_csv(rows.columns, rows.to_dicts(), out)
        else:
            _write_parquet(rows, out)

    def _destination(self) -> AbstractContextManager[TextIO]:
        if self._output is None:
            return destination.standard_output()
        return destination.whole_file(self._output, lambda: True)


def console(out: TextIO) -> Console:
    """Where answers for people are printed: no wider than is readable, without markup, since texts have brackets."""
    made = Console(file=out, highlight=False, markup=False, emoji=False)
    made.width = min(made.width, WIDEST)
    return made


def _usual(output: Path | None) -> Format:
    """The format where none is asked for. Raises BadParameter where a file's ending promises another one."""
    if output is not None:
        ending = output.suffix.removeprefix(".").lower()
        if ending not in tuple(Format) and ending in (*destination.NOT_WRITTEN, "html"):
            told = f"no answer is written as .{ending}; end the name in .jsonl, .csv or .parquet, or add --to"
            raise typer.BadParameter(told, param_hint="--output")
        return Format(ending) if ending in tuple(Format) else Format.JSONL
    return Format.TERMINAL if sys.stdout.isatty() else Format.JSONL


def _write_parquet(rows: "Rows[Any]", out: TextIO) -> None:
    table = rows.to_arrow()
    from pyarrow import parquet

    parquet.write_table(table, out.buffer)
