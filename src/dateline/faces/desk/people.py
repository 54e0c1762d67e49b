"""`dateline people`: who is named in a desk, how often, and in which posts."""

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.faces.desk.answers.answer import Answer, OutputOption, ToOption
from dateline.faces.desk.meant import DeskOption, meant_desk
from dateline.faces.desk.search import LimitOption, SinceOption, UntilOption, limit_of
from dateline.faces.exits import plainly

if TYPE_CHECKING:
    from dateline.desk.asking.people.encounters import PlayerKind


class Kind(StrEnum):
    """Who is asked for."""

    PERSON = "person"
    ORGANISATION = "organisation"


def people(
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="In any spelling, or a part of it; without it, who is named most."),
    ] = None,
    desk: DeskOption = None,
    kind: Annotated[Kind, typer.Option(help="People, or bodies.")] = Kind.PERSON,
    country: Annotated[str | None, typer.Option(metavar="NAME", help="Of this country: Norway, NOR, NO.")] = None,
    sector: Annotated[
        str | None, typer.Option(metavar="CODE", help="Of this sector, by PLOVER's code: GOV, MIL, REB ...")
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    to: ToOption = None,
    output: OutputOption = None,
) -> None:
    """Lists the people of a desk, those in most articles first, with their posts and what they take part in.

    Spellings of one name are one row, namesakes of two countries are two. Days are those of the articles. Ends with 0
    when somebody was found, 1 when nobody was or the desk cannot be read, 2 on wrong usage.

    Example: dateline people --desk news.db

    Example: dateline people Mahmud --since 2015

    Example: dateline people --kind organisation --country NOR -o bodies.csv
    """
    with plainly():
        import dateline

        path = meant_desk(desk)
        answer = Answer(to, output, path)
        player: PlayerKind = "person" if kind is Kind.PERSON else "organisation"
        most = limit_of(limit, answer)
        with dateline.open(path) as opened:
            from dateline.faces.desk.answers.nobody import nobody
            from dateline.faces.desk.answers.people_table import draw

            # One more than is shown, to know whether there are more: to count them all would take too long.
            rows = opened.people(
                name, kind=player, country=country, sector=sector, since=since, until=until, limit=most and most + 1
            )
            unknown = nobody(opened, name, (player,)) if name and not rows else None
        shown = rows if most is None else rows[:most]
        drawn = partial(draw, more=len(rows) > len(shown))
        raise typer.Exit(answer(shown, drawn, unknown or f"nobody in {path} fits all of this"))
