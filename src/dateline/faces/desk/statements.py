"""`dateline statements`: who said what, in the order of time."""

from typing import Annotated

import typer

from dateline.faces.desk.answers.answer import Answer, OutputOption, ToOption
from dateline.faces.desk.meant import DeskOption, meant_desk
from dateline.faces.desk.search import LimitOption, SinceOption, UntilOption, limit_of
from dateline.faces.exits import plainly


def statements(
    about: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS", help="Words in what is said, or in the headline; as for search."),
    ] = None,
    desk: DeskOption = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who says it, in any spelling, or by a part of the name.")
    ] = None,
    addressee: Annotated[str | None, typer.Option("--said-to", metavar="NAME", help="To whom it is said.")] = None,
    stance: Annotated[
        str | None, typer.Option(metavar="VERB", help="says, denies, confirms, accuses, promises, warns, demands ...")
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    to: ToOption = None,
    output: OutputOption = None,
) -> None:
    """Lists what was said in the articles of a desk, the latest last; of many the latest ones.

    What tells no time of its own stands at its article's day. Copies of one text count once. Ends with 0 when something
    was found, 1 when nothing was or the desk cannot be read, 2 on wrong usage.

    Example: dateline statements --by Mahmud --desk news.db

    Example: dateline statements ceasefire --stance denies --since 2015-09

    Example: dateline statements --by "Interior Ministry" -o said.csv
    """
    with plainly():
        import dateline

        path = meant_desk(desk)
        answer = Answer(to, output, path)
        with dateline.open(path) as opened:
            rows = opened.statements(
                by,
                about=" ".join(about or ()) or None,
                to=addressee,
                stance=stance,
                outlet=outlet,
                since=since,
                until=until,
                limit=limit_of(limit, answer),
            )
            from dateline.faces.desk.answers.nobody import nobody
            from dateline.faces.desk.answers.said_list import draw

            unknown = [told for name in (by, addressee) if name and not rows and (told := nobody(opened, name))]
        raise typer.Exit(answer(rows, draw, unknown[0] if unknown else f"nothing said in {path} fits all of this"))
