"""`dateline forget`: articles taken out of a desk for good."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.faces.desk.meant import DeskOption, meant_desk
from dateline.faces.exits import plainly
from dateline.faces.safe import printable

if TYPE_CHECKING:
    from dateline.desk.keeping.forget import Forgetting


def forget(
    ids: Annotated[list[str], typer.Argument(metavar="ID", help="As `dateline search` prints them.")],
    desk: DeskOption = None,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="Kept beside the id: a take-down, a mistake.")] = None,
    undo: Annotated[
        bool, typer.Option("--undo", help="Let them in again when their sources are ingested the next time.")
    ] = False,
) -> None:
    """Takes articles out of a desk, with all that rests on them; they stay out when they are met again.

    It asks nothing. Text, facts, versions and judgements are gone from the file, which is written anew for that; the id
    and the reason stay. All are taken out, or none: where an id is unknown it ends with 1 and names ids that are like
    it. Copies of the desk that you made are yours to delete.

    Example: dateline forget https://example.org/story --why "take-down of 3 March" --desk news.db

    Example: dateline forget https://example.org/story --undo
    """
    with plainly():
        import dateline

        path = meant_desk(desk)
        names = list(dict.fromkeys(ids))
        with dateline.open(path) as opened:
            if undo:
                opened.remember(*names)
                for name in names:
                    typer.echo(f"{printable(name)}: is let in again when it is met")
            else:
                _tell(opened.forget(*names, why=why))


def _tell(forgotten: "Forgetting") -> None:
    from dateline.faces.desk.answers.wording import many

    for article in forgotten.articles:
        gone = [many(article.versions, "version"), many(article.facts, "fact")]
        gone += [many(article.judgements, "judgement")] if article.judgements else []
        typer.echo(f"{printable(article.id)}: taken out, {', '.join(gone)}")
        if article.twins:
            twins = ", ".join(map(printable, article.twins))
            print(f"  the same text is in the desk still: {twins}", file=sys.stderr)
    if forgotten.pending:
        print(printable(forgotten.pending), file=sys.stderr)
