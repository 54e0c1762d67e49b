"""`dateline doctor`: whether a desk is sound, how it is doing, and what to do."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.faces.desk.meant import DeskOption, meant_desk
from dateline.faces.exits import CANNOT, READ, plainly

if TYPE_CHECKING:
    from dateline.desk.keeping.diagnosis import Diagnosis

_SIGNS = {"ok": ("✓", "green"), "warning": ("!", "bold yellow"), "error": ("✗", "bold red")}


class Format(StrEnum):
    """How the answer is shown."""

    TERMINAL = "terminal"
    JSONL = "jsonl"


def doctor(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="The desk; --desk names it too.", show_default=False)
    ] = None,
    desk: DeskOption = None,
    upgrade: Annotated[
        bool, typer.Option("--upgrade", help="Make an older desk one of this version first; a copy stays beside it.")
    ] = False,
    thorough: Annotated[
        bool, typer.Option("--thorough", help="Compare every index with its table, however big the file is.")
    ] = False,
    to: Annotated[Format, typer.Option(help="For people, or one JSON object for each point.")] = Format.TERMINAL,
) -> None:
    """Examines a desk: whether it is sound, what it could not read, what reads it now, and what to do.

    Nothing is written, unless it is to be upgraded. Ends with 1 when there is an error; warnings are none.

    Example: dateline doctor news.db

    Example: dateline doctor --desk news.db --upgrade
    """
    with plainly():
        from dateline.desk.keeping.doctor import doctor as examine

        if file is not None and desk is not None:
            raise typer.BadParameter(f"the desk is named twice, {file} and {desk}; name one", param_hint="--desk")
        path = meant_desk(file or desk)
        if upgrade:
            _upgrade(path)
        found = examine(path, thorough=thorough)
        if to is Format.JSONL:
            _as_json(found)
        else:
            _draw(found)
        raise typer.Exit(CANNOT if any(each.state == "error" for each in found) else READ)


def _upgrade(path: Path) -> None:
    from dateline.desk.storage.upgrades import upgrade

    copy = upgrade(path)
    told = f"upgraded; the desk as it was is {copy}" if copy else "there was nothing to upgrade"
    print(f"{path}: {told}", file=sys.stderr)


def _as_json(found: "Sequence[Diagnosis]") -> None:
    from msgspec import json

    for each in found:
        typer.echo(json.encode(each).decode())


def _draw(found: "Sequence[Diagnosis]") -> None:
    from rich.table import Table
    from rich.text import Text

    from dateline.faces.desk.answers.answer import console
    from dateline.faces.desk.answers.wording import DIM, clean, many

    rows = Table.grid(padding=(0, 2, 0, 0))
    rows.add_column(no_wrap=True)
    rows.add_column(no_wrap=True, style="bold")
    rows.add_column(ratio=1, overflow="fold")  # a path that is cut cannot be used
    for each in found:
        sign, style = _SIGNS[each.state]
        told = clean(each.sentence)
        if each.advice:
            told.append("\n→ ", style=DIM).append_text(clean(each.advice))
        rows.add_row(Text(sign, style=style), each.name, told)
    out = console(sys.stdout)
    out.print(rows)
    errors, warnings = (sum(each.state == state for each in found) for state in ("error", "warning"))
    worst = ", ".join(many(count, noun) for count, noun in ((errors, "error"), (warnings, "warning")) if count)
    out.print(Text(f"\n{worst}" if worst else "\nall is well", style="bold"))
