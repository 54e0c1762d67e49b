"""`dateline show`: an article of a desk with its facts; those that were judged wrong are struck through."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.faces import destination
from dateline.faces.desk.meant import DeskOption, meant_desk
from dateline.faces.exits import READ, plainly


class Format(StrEnum):
    """How an article is written."""

    TERMINAL = "terminal"
    JSONL = "jsonl"
    HTML = "html"


def show(
    article: Annotated[str, typer.Argument(metavar="ID", help="As `dateline search` prints it.")],
    desk: DeskOption = None,
    version: Annotated[
        int | None, typer.Option(min=1, metavar="NUMBER", help="An earlier version; 1 is the first.")
    ] = None,
    to: Annotated[
        Format | None,
        typer.Option(
            help="For people, as JSON, or as a page. Without it: what the ending of --output says; terminal on a "
            "terminal; jsonl everywhere else.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to this file, which appears only when it is whole."),
    ] = None,
) -> None:
    """Shows an article of a desk with its facts, as `dateline read` shows one.

    Facts that people judged wrong are struck through; in JSON they stand as they were read. Ends with 0, 1 when the
    desk has no such article or cannot be read, 2 on wrong usage.

    Example: dateline show https://example.org/story --desk news.db

    Example: dateline show https://example.org/story -o story.html
    """
    with plainly():
        import dateline

        path = meant_desk(desk)
        if output and destination.overwritten_input(output, [str(path)]):
            raise typer.BadParameter(f"{output} would overwrite the desk", param_hint="--output")
        with dateline.open(path) as opened:
            record = opened.record(article, version)
            wrong = frozenset(each.fact for each in opened.wrong(article))
        made = destination.whole_file(output, lambda: True) if output else destination.standard_output()
        with made as out:
            _write(record, to or _usual(output), out, wrong)
        raise typer.Exit(READ)


def _write(record: Any, to: Format, out: Any, wrong: frozenset[str]) -> None:
    if to is Format.JSONL:
        out.write(record.to_json().decode() + "\n")
    elif to is Format.HTML:
        from dateline.faces.html import html

        html([record], out, wrong)
    else:
        from dateline.faces.terminal import terminal

        terminal([record], out, wrong)


def _usual(output: Path | None) -> Format:
    if output is not None:
        ending = output.suffix.removeprefix(".").lower()
        return Format(ending) if ending in tuple(Format) else Format.JSONL
    return Format.TERMINAL if sys.stdout.isatty() else Format.JSONL
