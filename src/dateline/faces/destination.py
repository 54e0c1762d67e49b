"""Where results go: standard output, or a file that appears only when it is whole."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

NOT_WRITTEN = ("gz", "bz2", "xz", "zst", "zip", "csv", "parquet", "htm", "tsv", "xls", "xlsx", "arrow", "db", "sqlite")
"""Endings that promise what may not be written; any other unknown one is JSON lines."""


def overwritten_input(output: Path, sources: Iterable[str]) -> str | None:
    """The source that writing to `output` would destroy: the same file, or a folder that holds it."""
    if not output.is_file():
        return None
    target = output.resolve()
    for source in sources:
        with suppress(OSError):
            path = Path(source).resolve()
            if path == target or (path.is_file() and path.samefile(target)) or path in target.parents:
                return source
    return None


@contextmanager
def standard_output() -> Iterator[TextIO]:
    """Standard output in UTF-8; in its own encoding, never failing on a letter, where it is a terminal."""
    out = sys.stdout
    if isinstance(out, TextIOWrapper):
        if out.isatty():
            out.reconfigure(errors="replace")
        else:
            out.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    yield out
    out.flush()


@contextmanager
def whole_file(path: Path, worth: Callable[[], bool]) -> Iterator[TextIO]:
    """A file written beside `path` and moved onto it at the end, if nothing went wrong and it is `worth` keeping."""
    target = path.resolve()
    if target.exists() and not target.is_file():  # a device or a pipe: there is nothing to move
        with target.open("w", encoding="utf-8", errors="replace", newline="\n") as out:
            yield out
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("x", encoding="utf-8", errors="replace", newline="\n") as out:
            yield out
        if target.exists():
            shutil.copymode(target, part)
        if worth():
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)
