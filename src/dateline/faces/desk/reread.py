"""`dateline reread`: kept articles read anew, in place."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.faces.desk.meant import DeskOption, meant_desk
from dateline.faces.exits import INTERRUPTED, READ, SOME_REFUSED, plainly
from dateline.faces.options import GazetteerOption, LexiconOption, WorkersOption

if TYPE_CHECKING:
    from dateline.desk.keeping.reread import Rereading
    from dateline.faces.desk.progress.pace import Count
    from dateline.settings import Settings


def reread(
    desk: DeskOption = None,
    every: Annotated[
        bool, typer.Option("--all", help="All articles, also those that this version has read with these settings.")
    ] = False,
    workers: WorkersOption = 1,
    places: GazetteerOption = None,
    lexicon: LexiconOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no last line.")] = False,
) -> None:
    """Reads kept articles anew, in place: those that another version of Dateline, or other settings, have read.

    Run it after an update, or with a gazetteer or a lexicon that is new. What people judged is kept. Stop it at any
    time: the same command goes on from there. Ends with 0 when all were read, 3 when the reading of one failed (its
    facts stay as they were), 1 when the desk cannot be written, 130 after Ctrl-C.

    Example: dateline reread --desk news.db --workers 4

    Example: dateline reread --desk news.db --lexicon my-words
    """
    from dateline.settings import load

    with plainly():
        settings = load({"gazetteer": places, "lexicon": lexicon, "desk": str(desk) if desk else None})
        path = meant_desk(desk, settings.desk)
        raise typer.Exit(_run(path, settings, every=every, workers=workers, quiet=quiet))


def _run(path: Path, settings: "Settings", *, every: bool, workers: int, quiet: bool) -> int:
    import dateline
    from dateline.faces.desk.progress.progress import Progress

    progress = Progress(path, quiet=quiet)

    def tell(done: "Rereading") -> None:
        progress.expected = done.articles
        progress.tell(count_of(done))

    with dateline.open(path) as desk:
        try:
            with progress.shown():
                done = desk.reread(settings, all=every, workers=workers, told=tell, failed=progress.refuse)
        except KeyboardInterrupt:
            progress.last_line(desk, stopped=True)
            return INTERRUPTED
        tell(done)
        progress.last_line(desk)
    return SOME_REFUSED if done.failed else READ


def count_of(done: "Rereading") -> "Count":
    """A rereading for a meter."""
    from dateline.faces.desk.progress.pace import Count

    if not done.articles:
        return Count(words=("nothing to read anew",))
    named = (
        (done.reread, "read otherwise than before"),
        (done.unchanged, "unchanged"),
        (done.failed, "failed"),
        (done.gone, "changed meanwhile"),
    )
    words = tuple(f"{count:,} {name}" for count, name in named if count)
    return Count(done.total, done.reread + done.unchanged, words)
