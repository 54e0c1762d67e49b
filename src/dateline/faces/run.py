"""One run of `dateline read`: sources through the reader to an exporter and its destination."""

import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TextIO

import typer

from dateline.faces import destination, exits
from dateline.faces.exporters import Exporter, exporters
from dateline.faces.progress import Progress
from dateline.settings import Settings, load


class Run:
    """What was asked, checked before anything is read. Calling it reads and gives the exit code."""

    def __init__(
        self,
        sources: list[str],
        *,
        to: str | None = None,
        output: Path | None = None,
        given: Mapping[str, Any] | None = None,
        workers: int = 1,
        quiet: bool = False,
    ) -> None:
        self.sources, self.output, self.workers, self.quiet = sources, output, workers, quiet
        self.settings: Settings = load(given)
        self.exporter = _exporter(to or _usual(output))
        if output:
            _refuse_output(output, sources)

    def __call__(self) -> int:
        """Reads everything, or as much as there is before Ctrl-C."""
        from dateline import reader

        shared = self.output is None and sys.stdout.isatty()
        progress = Progress(quiet=self.quiet, total=self.settings.limit, shared=shared)
        records = reader.read_many(self.sources, self.settings, workers=self.workers, refused=progress.refuse)
        try:
            with self._destination(progress) as out:
                self.exporter(progress.watch(records), out)
        finally:
            progress.stop()
        progress.count()
        if self.output and not progress.read:
            typer.echo(f"nothing was read; {self.output} was not written", err=True)
        if progress.interrupted:
            return exits.INTERRUPTED
        return exits.SOME_REFUSED if progress.refused else exits.READ

    def _destination(self, progress: Progress) -> AbstractContextManager[TextIO]:
        if self.output is None:
            return destination.standard_output()
        return destination.whole_file(self.output, lambda: progress.read > 0)


def _usual(output: Path | None) -> str:
    if output is not None:
        ending = output.suffix.removeprefix(".").lower()
        if ending in destination.NOT_WRITTEN and ending not in exporters():
            told = f"no record is written as .{ending}; the formats are {', '.join(exporters())}; or add --to"
            raise typer.BadParameter(told, param_hint="--output")
        return ending if ending in exporters() else "jsonl"
    return "terminal" if sys.stdout.isatty() else "jsonl"


def _exporter(name: str) -> Exporter:
    known = exporters()
    if name not in known:
        raise typer.BadParameter(f"there is no format {name!r}; there are {', '.join(known)}", param_hint="--to")
    return known[name]


def _refuse_output(output: Path, sources: list[str]) -> None:
    if source := destination.overwritten_input(output, sources):
        raise typer.BadParameter(f"{output} would overwrite what is read from {source}", param_hint="--output")
    if output.is_dir():
        raise typer.BadParameter(f"{output} is a folder; name a file", param_hint="--output")
    if not output.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {output.parent}", param_hint="--output")
