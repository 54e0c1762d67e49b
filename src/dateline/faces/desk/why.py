"""`dateline why`: why reports are one event, or why two events are not one, in sentences."""

from enum import StrEnum
from typing import Annotated

import typer

from dateline.faces.desk.meant import DeskOption, meant_desk
from dateline.faces.exits import READ, plainly


class Format(StrEnum):
    """How an explanation is written."""

    TERMINAL = "terminal"
    JSONL = "jsonl"


def why(
    ids: Annotated[
        list[str], typer.Argument(metavar="ID", help="One, or two: incidents, stories, events or articles.")
    ],
    desk: DeskOption = None,
    to: Annotated[
        Format, typer.Option(help="In sentences, or one JSON object with all that they rest on.")
    ] = Format.TERMINAL,
) -> None:
    """Explains why reports were taken for one event or one story: what ties them, which copy others, how the time, the
    place and each count were chosen, what is near and was kept apart, and what people decided.

    An event's id stands for its incident, an article's for its story. Given two ids, it says why these two are not one,
    or are. Ends with 0, 1 when the desk has no such id, 2 on wrong usage.

    Example: dateline why incident-1f0c2b7d93a64e58 --desk news.db

    Example: dateline why incident-1f0c2b7d93a64e58 incident-9d20b35ac41f7e66
    """
    with plainly():
        import sys

        import dateline

        if len(ids) > 2:
            raise typer.BadParameter(f"{len(ids)} ids were given; give one, or two to compare", param_hint="ID")
        with dateline.open(meant_desk(desk)) as opened:
            told = opened.why(*ids)
        if to is Format.JSONL:
            from msgspec import json

            typer.echo(json.encode(told).decode())
        else:
            from dateline.faces.desk.answers.answer import console
            from dateline.faces.desk.answers.why_list import draw

            draw(told, console(sys.stdout))
        raise typer.Exit(READ)
