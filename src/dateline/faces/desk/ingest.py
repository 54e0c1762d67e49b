"""`dateline ingest`: sources into a desk."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.faces.desk.meant import ToDesk, meant_desk
from dateline.faces.exits import INTERRUPTED, READ, SOME_REFUSED, plainly
from dateline.faces.options import (
    GazetteerOption,
    LanguageOption,
    LexiconOption,
    OutletOption,
    PublishedOption,
    WorkersOption,
)

if TYPE_CHECKING:
    from dateline.desk.ingesting.runs import Tally
    from dateline.faces.desk.progress.pace import Count
    from dateline.settings import Settings


def ingest(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE", help='Files, folders or addresses; "-" is standard input.', show_default=False
        ),
    ],
    desk: ToDesk = None,
    workers: WorkersOption = 1,
    retry: Annotated[
        bool, typer.Option("--retry", help="Read again what was refused; else a refused document is passed over.")
    ] = False,
    published: PublishedOption = None,
    outlet: OutletOption = None,
    language: LanguageOption = None,
    places: GazetteerOption = None,
    lexicon: LexiconOption = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress and no last line; refusals are told.")
    ] = False,
) -> None:
    """Reads articles into a desk: one file that keeps them with their facts, to be searched.

    What was read once is not read again, and a changed text is a new version of its article. Stop it at any time: what
    was counted as added is on the disk, and the same command goes on from there. What cannot be read is refused with
    its reason, which is kept. Ends with 0 when all was read, 3 when something was refused, 2 on wrong usage, 1 when the
    desk cannot be written or a part is missing, 130 after Ctrl-C.

    Example: dateline ingest stories/ week.zip --desk news.db

    Example: dateline ingest archive.jsonl.gz --desk news.db --workers 4

    Example: dateline ingest crawl.warc.gz --desk news.db --outlet "The Meridian"
    """
    from dateline.settings import load

    with plainly():
        given = {"published": published, "outlet": outlet, "language": language}
        given |= {"gazetteer": places, "lexicon": lexicon, "desk": str(desk) if desk else None}
        settings = load(given)
        path = meant_desk(desk, settings.desk)
        raise typer.Exit(_run(sources, path, settings, workers=workers, retry=retry, quiet=quiet))


def _run(sources: Sequence[str], path: Path, settings: "Settings", *, workers: int, retry: bool, quiet: bool) -> int:
    import dateline
    from dateline.faces.desk.progress.expected import expected
    from dateline.faces.desk.progress.progress import Progress

    progress = Progress(path, quiet=quiet)
    with dateline.open(path, create=True) as desk:
        progress.expect(lambda: expected(sources))
        try:
            with progress.shown():
                done = desk.ingest(
                    sources,
                    settings,
                    workers=workers,
                    retry=retry,
                    told=lambda tally: progress.tell(count_of(tally)),
                    refused=progress.refuse,
                )
        except KeyboardInterrupt:
            progress.last_line(desk, stopped=True)
            return INTERRUPTED
        progress.last_line(desk)
    return SOME_REFUSED if done.refused else READ


def count_of(tally: "Tally") -> "Count":
    """A tally for a meter: how many of each there were, but for none; what was added is told in any case."""
    from dateline.faces.desk.progress.pace import Count

    named = (
        (tally.updated, "updated"),
        (tally.known, "known"),
        (tally.refused, "refused"),
        (tally.forgotten, "kept out, since forgotten"),
    )
    words = (f"{tally.added:,} added", *(f"{count:,} {name}" for count, name in named if count))
    return Count(tally.total, tally.added + tally.updated, words)
