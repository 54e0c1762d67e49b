"""`dateline search`: the articles of a desk of which every filter holds."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.faces.desk.answers.answer import Answer, Format, OutputOption, ToOption
from dateline.faces.desk.meant import DeskOption, meant_desk
from dateline.faces.exits import plainly

if TYPE_CHECKING:
    from dateline.desk import Desk
    from dateline.desk.asking.who.names import NameKind

LimitOption = Annotated[
    int | None,
    typer.Option(
        min=1, metavar="NUMBER", help="At most so many. Without it: 20 for people, all of them in the other formats."
    ),
]
SinceOption = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="2015-09-14, 2015-09, 2015, yesterday, '7 days ago', '2 weeks ago'."),
]
UntilOption = Annotated[str | None, typer.Option(metavar="DAY", help="Up to the end of that day, month or year.")]
PAGE = 20


def limit_of(limit: int | None, answer: Answer) -> int | None:
    """How many rows are asked for; None for all."""
    return limit or (PAGE if answer.format is Format.TERMINAL else None)


def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORDS",
            help='All of these; "a phrase", a OR b, NOT word, beginn*. Words are found in all their endings.',
            show_default=False,
        ),
    ] = None,
    desk: DeskOption = None,
    person: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who is named, in any spelling, or by a part of the name.")
    ] = None,
    organisation: Annotated[str | None, typer.Option(metavar="NAME", help="A body that is named, likewise.")] = None,
    place: Annotated[
        str | None, typer.Option(metavar="NAME", help='A place that is named: Oslo, "Springfield, Illinois".')
    ] = None,
    within: Annotated[str | None, typer.Option(metavar="DISTANCE:PLACE", help="50km:Osh, 30mi:40.53,72.80.")] = None,
    country: Annotated[str | None, typer.Option(metavar="NAME", help="Of a place: Tajikistan, TJK, TJ.")] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--type",
            metavar="TYPE",
            help="What happened, by PLOVER's types and modes: ASSAULT, ASSAULT/beat. May be given again.",
        ),
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    min_killed: Annotated[
        int | None, typer.Option(min=1, metavar="NUMBER", help="An event in which at least so many were killed.")
    ] = None,
    said_by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Somebody, or a body, whose words it has.")
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(
            metavar="STATUS", help="Of the event: asserted (without this), denied, possible, planned, ..., any."
        ),
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    has_finding: Annotated[
        str | None, typer.Option(metavar="CHECK", help="What does not add up in it: the name of a check, or any.")
    ] = None,
    order: Annotated[
        str | None,
        typer.Option(metavar="ORDER", help="best (what fits the words best first) or newest. Without words: newest."),
    ] = None,
    limit: LimitOption = None,
    to: ToOption = None,
    output: OutputOption = None,
) -> None:
    """Finds articles in a desk: by words, and by what they tell.

    Every filter that is given must hold. A type, a number of killed or a status is about an event, and then place,
    country, distance and time are those of this same event; else places are those that the article names, and times are
    the article's day. Ends with 0 when something was found, 1 when nothing was or the desk cannot be read, 2 on wrong
    usage.

    Example: dateline search ceasefire --since 2015-09

    Example: dateline search '"peace talks" NOT football' --person Mahmud --desk news.db

    Example: dateline search --type ASSAULT --within 50km:Osh --min-killed 3

    Example: dateline search --country TJK --has-finding any -o doubtful.csv
    """
    with plainly():
        import dateline

        path = meant_desk(desk)
        answer = Answer(to, output, path)
        asked: dict[str, Any] = {"person": person, "organisation": organisation, "place": place, "within": within}
        asked |= {
            "country": country,
            "type": kind,
            "since": since,
            "until": until,
            "min_killed": min_killed,
            "said_by": said_by,
            "status": status,
        }
        asked |= {"outlet": outlet, "has_finding": has_finding, "order": order, "limit": limit_of(limit, answer)}
        with dateline.open(path) as opened:
            hits = opened.search(" ".join(words or ()) or None, **asked)
            from dateline.faces.desk.answers.hit_list import draw

            nothing = "" if hits else _nothing(opened, path, asked)
            raise typer.Exit(answer(hits, draw, nothing))


def _nothing(desk: "Desk", path: Path, asked: dict[str, Any]) -> str:
    """Why nothing was found, as far as that can be told."""
    from dateline.faces.desk.answers.nobody import nobody

    kinds: dict[str, tuple[NameKind, ...]] = {"person": ("person",), "organisation": ("organisation",)}
    kinds |= {"said_by": ("person", "organisation"), "place": ("place",)}
    for name, these in kinds.items():
        if asked[name] and (told := nobody(desk, asked[name], these)):
            return told
    return f"nothing in {path} fits all of this"
