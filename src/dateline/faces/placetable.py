"""What `dateline gazetteer` draws with Rich: the candidates of a name as a table, and the bar of a build."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.box import SIMPLE_HEAD
from rich.console import Console, JustifyMethod
from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from dateline.annotated import PlaceEntry
from dateline.faces.safe import printable

_HEADINGS = ("name", "kind", "country", "admin1", "admin2", "lat", "lon", "population", "GeoNames")
_NUMBERS = frozenset(_HEADINGS[5:])
_WIDE = 1000
"""Columns where the table goes to a file or a pipe: nothing is cut there."""


def table(found: Sequence[PlaceEntry]) -> None:
    """Prints the places, one a row; "~" stands before one that only sometimes goes by the name asked for."""
    drawn = Table(box=SIMPLE_HEAD, pad_edge=False)
    for heading in _HEADINGS:
        justify: JustifyMethod = "right" if heading in _NUMBERS else "left"
        drawn.add_column(heading, justify=justify, overflow="fold", no_wrap=heading != "name")
    for place in found:
        drawn.add_row(*(Text(printable(cell)) for cell in _cells(place)))
    console = Console(highlight=False, markup=False, emoji=False, width=None if sys.stdout.isatty() else _WIDE)
    console.print(drawn)
    if any(place.matched == "alternate" for place in found):
        console.print("~ is only sometimes called so", style="dim")


def _cells(place: PlaceEntry) -> tuple[str, ...]:
    lat, lon = (f"{number:.2f}" if number is not None else "" for number in (place.lat, place.lon))
    name = place.name if place.matched == "name" else f"~ {place.name}"
    kind = f"{place.kind} {place.feature}" if place.kind in ("feature", "region") else place.kind
    codes = (place.country or "", place.admin1 or "", place.admin2 or "")
    population = f"{place.population:,}" if place.population else ""
    return (name, kind, *codes, lat, lon, population, str(place.geonames or ""))


@contextmanager
def bar() -> Iterator[Callable[[str, int, int], None]]:
    """A bar for each part of a build, on standard error, gone when it is done."""
    console = Console(stderr=True, highlight=False, markup=False, emoji=False)
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, refresh_per_second=4) as drawn:
        tasks: dict[str, TaskID] = {}

        def progress(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = drawn.add_task(printable(what), total=total)
            drawn.update(tasks[what], completed=done)

        yield progress
