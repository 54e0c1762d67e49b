"""EXPORTERS: the names that `--to` knows, and the functions that write records to a stream."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.metadata import entry_points
from inspect import getdoc
from typing import TextIO

from dateline.record import Record

PLUGINS = "dateline.exporters"

Exporter = Callable[[Iterable[Record], TextIO], None]
"""Writes records to a text stream (UTF-8, "\\n" line ends) as they come; `out.buffer` takes bytes.

Its docstring's first line is its description.
"""


def jsonl(records: Iterable[Record], out: TextIO) -> None:
    """One record a line, as JSON in the format "dateline/1"; for programs."""
    for record in records:
        out.write(record.to_json().decode() + "\n")
        out.flush()


def terminal(records: Iterable[Record], out: TextIO) -> None:
    """The story with its facts lit, and the facts in sections; for reading."""
    from dateline.faces.terminal import terminal as write

    write(records, out)


def html(records: Iterable[Record], out: TextIO) -> None:
    """One page that needs nothing else: the words and their facts light each other."""
    from dateline.faces.html import html as write

    write(records, out)


EXPORTERS: Mapping[str, Exporter] = {"terminal": terminal, "jsonl": jsonl, "html": html}


@cache
def exporters() -> dict[str, Exporter]:
    """Our exporters, then the plug-ins' under the names of their entry points."""
    return {**EXPORTERS, **{entry.name: entry.load() for entry in entry_points(group=PLUGINS)}}


def sentence(exporter: Exporter) -> str:
    """What an exporter writes, in a sentence."""
    return (getdoc(exporter) or "").partition("\n")[0]
