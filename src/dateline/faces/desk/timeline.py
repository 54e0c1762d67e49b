"""`dateline timeline`: what happened to somebody, or somewhere, in the order of time."""

from enum import StrEnum
from shlex import quote
from typing import Annotated

import typer

from dateline.faces.desk.answers.answer import Answer, OutputOption, ToOption
from dateline.faces.desk.meant import DeskOption, meant_desk
from dateline.faces.desk.search import LimitOption, SinceOption, UntilOption, limit_of
from dateline.faces.exits import plainly


class Kind(StrEnum):
    """What a name stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


def timeline(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A person, a body or a place, in any spelling, or a part of a name.")
    ],
    desk: DeskOption = None,
    kind: Annotated[
        Kind | None, typer.Option(help="Which of these it is; without it, what most articles name.")
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    to: ToOption = None,
    output: OutputOption = None,
) -> None:
    """Shows what happened to somebody, or somewhere, in the order of time: events, posts taken and left, charges.

    Of a country or a province, what happened within it too. What has no time of its own stands at its article's day,
    which is dim. Several articles tell one event several times; copies of one text count once. Of more than the limit
    the latest are shown. Ends with 0 when something was found, 1 when nothing was or the desk cannot be read, 2 on
    wrong usage.

    Example: dateline timeline "Karim Haddoud" --desk news.db

    Example: dateline timeline Tajikistan --since 2015-09 --until 2015-10

    Example: dateline timeline Georgia --kind person -o georgia.jsonl
    """
    with plainly():
        import dateline

        path = meant_desk(desk)
        answer = Answer(to, output, path)
        with dateline.open(path) as opened:
            from dateline.desk.asking.who.names import NAME_KINDS
            from dateline.faces.desk.answers.nobody import nobody
            from dateline.faces.desk.answers.time_table import draw

            kinds = [each for each in NAME_KINDS if kind in (None, each)]
            rows = opened.timeline(name, kinds=kinds, since=since, until=until, limit=limit_of(limit, answer))
            unknown = None if rows else nobody(opened, name, kinds)
            said = 0 if rows or unknown else len(opened.statements(by=name, since=since, until=until))
        when = " at that time" if since or until else ""
        told = unknown or f"nothing that has happened to {name!r} is told in {path}{when}"
        if said:
            told += f"; what was said is: dateline statements --by {quote(name)}"
        raise typer.Exit(answer(rows, draw, told))
