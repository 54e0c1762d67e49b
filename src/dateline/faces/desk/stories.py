"""`dateline stories`: the articles of a desk on one happening and what followed."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.faces.desk.answers.answer import Answer, Format, OutputOption, ToOption
from dateline.faces.desk.incidents import (
    DifferOption,
    KilledOption,
    OutletOption,
    ReportsOption,
    SourcesOption,
    TypeOption,
    WithinOption,
    nothing_found,
    single_id,
    write,
)
from dateline.faces.desk.meant import DeskOption, meant_desk
from dateline.faces.desk.search import LimitOption, SinceOption, UntilOption, limit_of
from dateline.faces.exits import READ, plainly

if TYPE_CHECKING:
    from dateline.desk import Desk


def stories(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORDS",
            help='All of these in one article; "a phrase", a OR b, NOT word, beginn*. Or the id of one story.',
            show_default=False,
        ),
    ] = None,
    desk: DeskOption = None,
    person: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who is named, in any spelling, or by a part of the name.")
    ] = None,
    organisation: Annotated[str | None, typer.Option(metavar="NAME", help="A body, likewise.")] = None,
    place: Annotated[
        str | None, typer.Option(metavar="NAME", help='A place that is named: Oslo, "Springfield, Illinois".')
    ] = None,
    within: WithinOption = None,
    country: Annotated[str | None, typer.Option(metavar="NAME", help="Of a place: Tajikistan, TJK, TJ.")] = None,
    kind: TypeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    min_killed: KilledOption = None,
    said_by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Somebody, or a body, whose words an article has.")
    ] = None,
    outlet: OutletOption = None,
    reports: ReportsOption = None,
    independent: SourcesOption = None,
    disagreeing: DifferOption = None,
    order: Annotated[
        str | None, typer.Option(metavar="ORDER", help="best (with words), newest (without), reports (told most).")
    ] = None,
    limit: LimitOption = None,
    to: ToOption = None,
    output: OutputOption = None,
) -> None:
    """Lists stories: the articles on one happening and what followed, with how many sources are independent.

    Every filter that is given must hold of one of a story's articles, not all of the same one. Days are those of
    publication. Given an id, it shows this story in full. Ends with 0 when something was found, 1 when nothing was or
    the desk cannot be read, 2 on wrong usage.

    Example: dateline stories --since "2 days ago" --order reports --desk news.db

    Example: dateline stories ceasefire --person Mahmud --independent 3

    Example: dateline stories story-5c1f0a9be2d47683
    """
    with plainly():
        import dateline

        path = meant_desk(desk)
        answer = Answer(to, output, path)
        asked: dict[str, Any] = {"person": person, "organisation": organisation, "place": place, "within": within}
        asked |= {"country": country, "type": kind, "since": since, "until": until, "min_killed": min_killed}
        asked |= {"said_by": said_by, "outlet": outlet, "reports": reports, "independent": independent}
        asked |= {"disagreeing": disagreeing, "order": order, "limit": limit_of(limit, answer)}
        with dateline.open(path) as opened:
            if given := single_id(words, "story-"):
                raise typer.Exit(_one(opened, given, answer))
            rows = opened.stories(" ".join(words or ()) or None, **asked)
            from dateline.faces.desk.answers.story_list import draw

            nothing = "" if rows else nothing_found(opened, path, asked, "story")
            raise typer.Exit(write(rows, answer, draw, nothing))


def _one(desk: "Desk", given: str, answer: Answer) -> int:
    """The story of this id in full, or in the format that was asked for."""
    from dateline.desk.asking.rows import Rows
    from dateline.faces.desk.answers.whole_incident import draw
    from dateline.merging.outcomes import Story

    whole = desk.why(given)
    assert whole.story is not None
    if answer.format is Format.TERMINAL:
        answer.show(lambda console: draw(whole, console))
        return READ
    return write(Rows(Story, [whole.story]), answer, draw, "")
