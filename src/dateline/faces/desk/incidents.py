"""`dateline incidents`: events of a desk, each in all its reports."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.faces.desk.answers.answer import Answer, Format, OutputOption, ToOption
from dateline.faces.desk.meant import DeskOption, meant_desk
from dateline.faces.desk.search import LimitOption, SinceOption, UntilOption, limit_of
from dateline.faces.exits import READ, plainly

if TYPE_CHECKING:
    from dateline.desk import Desk
    from dateline.desk.asking.rows import Rows
    from dateline.desk.asking.who.names import NameKind

PersonOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who takes part, in any spelling, or by a part of the name.")
]
BodyOption = Annotated[str | None, typer.Option("--organisation", metavar="NAME", help="A body, likewise.")]
PlaceOption = Annotated[
    str | None, typer.Option(metavar="NAME", help='Where it was, by any report: Oslo, "Springfield, Illinois".')
]
WithinOption = Annotated[str | None, typer.Option(metavar="DISTANCE:PLACE", help="50km:Osh, 30mi:40.53,72.80.")]
CountryOption = Annotated[str | None, typer.Option(metavar="NAME", help="Where it was: Tajikistan, TJK, TJ.")]
TypeOption = Annotated[
    list[str] | None,
    typer.Option("--type", metavar="TYPE", help="By PLOVER's types and modes: ASSAULT, ASSAULT/beat. May be repeated."),
]
KilledOption = Annotated[
    int | None, typer.Option("--min-killed", min=1, metavar="NUMBER", help="At least so many were killed.")
]
OutletOption = Annotated[str | None, typer.Option(metavar="NAME", help="Who published one of the reports.")]
ReportsOption = Annotated[int | None, typer.Option(min=1, metavar="NUMBER", help="At least so many articles.")]
SourcesOption = Annotated[
    int | None, typer.Option("--independent", min=1, metavar="NUMBER", help="At least so many sources, no copies.")
]
DifferOption = Annotated[
    str | None,
    typer.Option(
        "--disagreeing",
        metavar="POINT",
        help="Where the reports do not agree on this: killed, wounded, actor, where, when, happened ...; or any.",
    ),
]


def incidents(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORDS",
            help='All of these in a report of it; "a phrase", a OR b, NOT word, beginn*. Or the id of one incident.',
            show_default=False,
        ),
    ] = None,
    desk: DeskOption = None,
    person: PersonOption = None,
    organisation: BodyOption = None,
    place: PlaceOption = None,
    within: WithinOption = None,
    country: CountryOption = None,
    kind: TypeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    min_killed: KilledOption = None,
    status: Annotated[
        str | None,
        typer.Option(metavar="STATUS", help="asserted or disputed (without this), denied, possible, planned, any ..."),
    ] = None,
    outlet: OutletOption = None,
    reports: ReportsOption = None,
    independent: SourcesOption = None,
    disagreeing: DifferOption = None,
    order: Annotated[
        str | None,
        typer.Option(metavar="ORDER", help="best (with words), newest (without), reports (told most), killed."),
    ] = None,
    limit: LimitOption = None,
    to: ToOption = None,
    output: OutputOption = None,
) -> None:
    """Lists events, each in all its reports: what, where and when, how many were hurt, and where reports differ.

    Every filter that is given must hold. Days are those of the event; where no report tells one, of the first report.
    Given an id, it shows this incident in full. Lines of JSON are whole incidents, CSV and Parquet one row for each.
    Ends with 0 when something was found, 1 when nothing was or the desk cannot be read, 2 on wrong usage.

    Example: dateline incidents --country LBN --since 2024-03 --desk news.db

    Example: dateline incidents "harbour fire" --independent 2 --disagreeing any

    Example: dateline incidents --type ASSAULT --order killed -o attacks.csv

    Example: dateline incidents incident-1f0c2b7d93a64e58
    """
    with plainly():
        import dateline

        path = meant_desk(desk)
        answer = Answer(to, output, path)
        asked: dict[str, Any] = {"person": person, "organisation": organisation, "place": place, "within": within}
        asked |= {"country": country, "type": kind, "since": since, "until": until, "min_killed": min_killed}
        asked |= {"status": status, "outlet": outlet, "reports": reports, "independent": independent}
        asked |= {"disagreeing": disagreeing, "order": order, "limit": limit_of(limit, answer)}
        with dateline.open(path) as opened:
            if given := single_id(words, "incident-"):
                raise typer.Exit(_one(opened, given, answer))
            rows = opened.incidents(" ".join(words or ()) or None, **asked)
            from dateline.faces.desk.answers.incident_list import draw

            nothing = "" if rows else nothing_found(opened, path, asked, "incident")
            raise typer.Exit(write(rows, answer, draw, nothing))


def single_id(words: Sequence[str] | None, beginning: str) -> str | None:
    """The id, where one is all that was given."""
    return words[0] if words and len(words) == 1 and words[0].startswith(beginning) else None


def write(rows: "Rows[Any]", answer: Answer, draw: Any, nothing: str) -> int:
    """Writes incidents or stories; flat ones where the format is a table."""
    if answer.format in (Format.CSV, Format.PARQUET):
        from dateline.desk.asking.incidents.flat import flat as flat_incidents
        from dateline.desk.asking.stories.flat import flat as flat_stories
        from dateline.merging.outcomes import Incident

        flat: Any = flat_incidents if rows.kind is Incident else flat_stories
        return answer(flat(rows), draw, nothing)
    return answer(rows, draw, nothing)


def _one(desk: "Desk", given: str, answer: Answer) -> int:
    """The incident of this id in full, or in the format that was asked for."""
    from dateline.desk.asking.rows import Rows
    from dateline.faces.desk.answers.whole_incident import draw
    from dateline.merging.outcomes import Incident

    whole = desk.why(given)
    assert whole.incident is not None
    if answer.format is Format.TERMINAL:
        answer.show(lambda console: draw(whole, console))
        return READ
    return write(Rows(Incident, [whole.incident]), answer, draw, "")


def nothing_found(desk: "Desk", path: Path, asked: dict[str, Any], noun: str) -> str:
    """Why nothing was found, as far as that can be told."""
    from dateline.faces.desk.answers.nobody import nobody

    kinds: dict[str, tuple[NameKind, ...]] = {"person": ("person",), "organisation": ("organisation",)}
    kinds |= {"said_by": ("person", "organisation"), "place": ("place",)}
    for name, each in kinds.items():
        if asked.get(name) and (told := nobody(desk, asked[name], each)):
            return told
    return f"no {noun} in {path} fits all of this"
