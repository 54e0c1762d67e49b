"""What `dateline merge` does with a desk: articles merged that are not merged yet, or all of them anew."""

from pathlib import Path
from typing import TYPE_CHECKING

from dateline.faces.exits import INTERRUPTED, READ, SOME_REFUSED

if TYPE_CHECKING:
    from dateline.desk.keeping.merge import Merging
    from dateline.faces.desk.progress.pace import Count

__all__ = ["count_of", "merge_desk"]


def merge_desk(path: Path, *, every: bool, quiet: bool) -> int:
    """Merges a desk, with progress; gives the exit code. Stopped at any time it goes on from there the next time."""
    import dateline
    from dateline.faces.desk.progress.progress import Progress

    progress = Progress(path, quiet=quiet)

    def tell(done: "Merging") -> None:
        progress.expected = done.articles
        progress.tell(count_of(done))

    with dateline.open(path) as desk:
        try:
            with progress.shown():
                done = desk.merge(all=every, told=tell)
        except KeyboardInterrupt:
            progress.last_line(desk, stopped=True)
            return INTERRUPTED
        tell(done)
        progress.last_line(desk)
    return SOME_REFUSED if done.failed else READ


def count_of(done: "Merging") -> "Count":
    """A merging for a meter."""
    from dateline.faces.desk.progress.pace import Count

    if not done.articles:
        return Count(words=("nothing to merge",))
    named = ((done.compared, "merged"), (done.failed, "failed"), (done.gone, "gone meanwhile"))
    words = tuple(f"{count:,} {name}" for count, name in named if count)
    return Count(done.total, done.compared, words)
