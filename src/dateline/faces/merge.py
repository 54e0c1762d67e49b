"""`dateline merge`: records of many articles into stories, incidents and links; or what a desk has not merged yet."""

import sys
from collections import Counter
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from dateline.faces import destination
from dateline.faces.desk.meant import DeskOption
from dateline.faces.exits import READ, SOME_REFUSED, plainly
from dateline.faces.safe import printable

if TYPE_CHECKING:
    from dateline.merging.batch.mapping import Unread
    from dateline.merging.batch.progress import Done


def merge(
    records: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="RECORDS",
            help='Files of records, as `dateline read --to jsonl` writes them (.gz too); "-" is standard input.',
            show_default=False,
        ),
    ] = None,
    desk: DeskOption = None,
    every: Annotated[bool, typer.Option("--all", help="Of a desk: merge all of it anew.")] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write to this file, which appears only when it is whole."),
    ] = None,
    judgements: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Decisions of people, which go before the machine's: JSON lines with left, right, judgement, "
            "decided_by, as links have them.",
        ),
    ] = None,
    only: Annotated[
        str | None, typer.Option(metavar="KINDS", help="Write only these: stories, incidents, links; with commas.")
    ] = None,
    people: Annotated[
        bool, typer.Option("--people/--no-people", help="Find out who is who across articles, too (links).")
    ] = True,
    workers: Annotated[
        int, typer.Option("--workers", min=1, metavar="NUMBER", help="Merge with so many processes.")
    ] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no last line.")] = False,
) -> None:
    """Finds which reports tell of one event, and where they disagree.

    Writes stories, incidents and links, one a line of JSON; nothing depends on the order of the records. With a desk
    and without files it merges what the desk has not merged yet, which is seldom needed: `ingest` merges too. Ends with
    0 when all was merged, 3 when a line was no record, 2 on wrong usage, 1 when the output cannot be written.

    Example: dateline merge records.jsonl -o merged.jsonl

    Example: dateline read stories/ --to jsonl | dateline merge - --only incidents

    Example: dateline merge --desk news.db --all
    """
    with plainly():
        if not records:
            from dateline.faces.desk.merging import merge_desk

            raise typer.Exit(merge_desk(_desk(desk), every=every, quiet=quiet))
        if desk:
            raise typer.BadParameter(
                "a desk is merged by itself; leave out the files, or the desk", param_hint="--desk"
            )
        raise typer.Exit(_Run(records, output, judgements, _kinds(only), quiet)(workers, people))


def _desk(given: Path | None) -> Path:
    from dateline.settings import load

    meant = given or load().desk
    if meant is None:
        raise typer.BadParameter("name files of records, or a desk (--desk)", param_hint="RECORDS")
    return Path(meant)


_KINDS = {"stories": "story", "incidents": "incident", "links": "link"}


def _kinds(only: str | None) -> set[str]:
    if only is None:
        return set(_KINDS.values())
    asked = [kind.strip() for kind in only.split(",") if kind.strip()]
    for kind in asked:
        if kind not in _KINDS:
            raise typer.BadParameter(f"there are {', '.join(_KINDS)}; {kind!r} is none of them", param_hint="--only")
    if not asked:
        raise typer.BadParameter(f"name some of {', '.join(_KINDS)}", param_hint="--only")
    return {_KINDS[kind] for kind in asked}


class _Run:
    def __init__(
        self, records: list[str], output: Path | None, judgements: Path | None, kinds: set[str], quiet: bool
    ) -> None:
        self.records, self.output, self.judgements, self.kinds, self.quiet = records, output, judgements, kinds, quiet
        self.unread = 0
        self.done: Counter[str] = Counter()
        self.disagreeing = 0
        given = [*records, str(judgements)] if judgements else records
        if output and (lost := destination.overwritten_input(output, given)):
            raise typer.BadParameter(f"{output} would overwrite {lost}, which is read", param_hint="--output")

    def __call__(self, workers: int, people: bool) -> int:
        from dateline.faces.bar import Bar
        from dateline.merger import merge_lines, record_lines
        from dateline.merging.judgements import judgements_in

        decided = list(judgements_in(record_lines([self.judgements]))) if self.judgements else []
        mixed = self.output is None and sys.stdout.isatty()  # progress would stand between the lines
        bar = Bar(None) if sys.stderr.isatty() and not self.quiet and not mixed else None
        self.line = "reading"
        if bar:
            bar.start(lambda: self.line)
        try:
            lines = record_lines(self.records)
            with self._destination() as out:
                for outcome in merge_lines(
                    lines,
                    decided,
                    people=people and "link" in self.kinds,
                    workers=workers,
                    told=self._tell,
                    unread=self._refuse,
                ):
                    self._write(out, outcome.what, outcome.line)
        finally:
            if bar:
                bar.stop()
        self._last_line()
        return SOME_REFUSED if self.unread else READ

    def _write(self, out: TextIO, what: str, line: bytes) -> None:
        self.done[what] += 1
        self.disagreeing += what == "incident" and b'"disagreements":[{' in line
        if what in self.kinds:
            out.write(line.decode() + "\n")

    def _destination(self) -> AbstractContextManager[TextIO]:
        if self.output is None:
            return destination.standard_output()
        return destination.whole_file(self.output, lambda: self.done.total() > 0)

    def _tell(self, done: "Done") -> None:
        of = f" of {done.total:,}" if done.total else ""
        self.line = f"{done.step}: {done.done:,}{of}"

    def _refuse(self, line: "Unread") -> None:
        self.unread += 1
        print(printable(f"refused line {line.line}: {' '.join(line.reason.split())}"), file=sys.stderr)

    def _last_line(self) -> None:
        if not self.quiet:
            told = f"{self.done['story']:,} stories, {self.done['incident']:,} incidents"
            told += f", {self.disagreeing:,} of them with disagreements"
            print(
                told
                + (
                    f"; {self.unread:,} lines were no records: `dateline read ... --to jsonl` makes them"
                    if self.unread
                    else ""
                ),
                file=sys.stderr,
            )
