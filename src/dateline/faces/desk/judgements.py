"""`dateline judgements`: what people decided."""

from enum import StrEnum
from typing import Annotated

import typer

from dateline.faces.desk.answers.answer import Answer, OutputOption, ToOption
from dateline.faces.desk.meant import DeskOption, meant_desk
from dateline.faces.desk.search import LimitOption, limit_of
from dateline.faces.exits import plainly


class Verdict(StrEnum):
    """What was decided."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    RIGHT = "right"
    WRONG = "wrong"
    UNDO = "undo"


def judgements(
    about: Annotated[
        str | None, typer.Argument(metavar="ID", help="Of what was judged; without it, all.", show_default=False)
    ] = None,
    desk: DeskOption = None,
    who: Annotated[str | None, typer.Option(metavar="NAME", help="Who decided.")] = None,
    verdict: Annotated[Verdict | None, typer.Option(help="What was decided.", show_default=False)] = None,
    limit: LimitOption = None,
    to: ToOption = None,
    output: OutputOption = None,
) -> None:
    """Lists what people decided in a desk, the last first; what holds no more is struck through.

    Ends with 0 when there are some, 1 when there are none or the desk cannot be read, 2 on wrong usage.

    Example: dateline judgements --desk news.db

    Example: dateline judgements --who nora --verdict wrong
    """
    with plainly():
        import dateline

        path = meant_desk(desk)
        answer = Answer(to, output, path)
        with dateline.open(path) as opened:
            from dateline.desk.asking.judgements.judgements import DECIDED
            from dateline.faces.desk.answers.judgement_list import draw

            kind = next((each for each in DECIDED if verdict and each == verdict.value), None)
            rows = opened.judgements(who=who, verdict=kind, about=about, limit=limit_of(limit, answer))
        told = f"nobody has judged {about!r} in {path}" if about else f"nobody has judged anything like this in {path}"
        raise typer.Exit(answer(rows, draw, told))
