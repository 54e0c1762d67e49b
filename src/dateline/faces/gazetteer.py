"""`dateline gazetteer`: builds a bigger gazetteer, says what is in use, looks a name up."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.faces.exits import CANNOT, plainly

if TYPE_CHECKING:
    from dateline.annotation.gazetteer import Gazetteer
    from dateline.annotation.gazetteer.building import Built
    from dateline.annotation.gazetteer.building.opened import Progress

app = typer.Typer(no_args_is_help=True, rich_markup_mode="markdown")

_File = Annotated[
    str | None,
    typer.Option("--file", metavar="FILE", help="This gazetteer, and not the one that the settings name."),
]


@app.callback()
def gazetteer() -> None:
    """The places that Dateline knows: builds more of them from a GeoNames dump, says what is in use, looks one up.

    Example: dateline gazetteer info
    """


@app.command()
def build(
    dump: Annotated[
        Path, typer.Argument(help="allCountries.zip of GeoNames, a country's zip such as NO.zip, or the text in one.")
    ],
    alternates: Annotated[
        Path | None,
        typer.Argument(
            help="alternateNamesV2.zip: further names with their languages, instead of those in the dump.",
            show_default=False,
        ),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write this file; without it, one in your folder for data."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """Builds a gazetteer of all places of a GeoNames dump that you have, beside those that come with Dateline.

    Get the dump from https://download.geonames.org/export/dump. All the world takes some minutes, a few hundred
    megabytes of memory, and 4 GB on the disk while it is written. The file appears when it is whole; until then the
    old one stays in use. Nothing uses it until a setting names it; the line to write is printed at the end.

    Example: dateline gazetteer build allCountries.zip

    Example: dateline gazetteer build NO.zip --to norway.sqlite
    """
    with plainly():
        from dateline.annotation.gazetteer.building import build as build_gazetteer

        with _bar(quiet) as progress:
            built = build_gazetteer(dump, alternates, to, progress)
        _tell_built(built)


@app.command()
def info(file: _File = None) -> None:
    """Says which gazetteer is in use, what it was made of, and how many places it has.

    Example: dateline gazetteer info
    """
    from dateline.annotation.gazetteer import FILE
    from dateline.annotation.gazetteer.building import default_target
    from dateline.errors import MissingPart

    with plainly():
        places = _chosen(file)
        own = places.path != FILE
        typer.echo(f"{places.path}\n  {_origin(file) if own else 'it came with Dateline; no setting names another'}")
        try:
            _tell_about(places)
        except MissingPart as error:
            typer.echo(f"dateline: {error}", err=True)
            raise typer.Exit(CANNOT) from error
        finally:
            if not own:
                _tell_more(default_target())


@app.command()
def find(
    name: Annotated[str, typer.Argument(help="A name as news writes it; quote it if it has several words.")],
    file: _File = None,
) -> None:
    """Shows the places of a name, the likeliest first, as a table.

    Ends with 1 when no place is called so. Of a very common name it shows the 12 likeliest, and one of each further
    province.

    Example: dateline gazetteer find Springfield

    Example: dateline gazetteer find "St. Petersburg"
    """
    with plainly():
        from dateline.faces.placetable import table

        places = _chosen(file)
        found = places.places(name)
        if not found:
            typer.echo(f"no place is called {name!r} in {places.path}", err=True)
            raise typer.Exit(CANNOT)
        table(found)


def _chosen(file: str | None) -> "Gazetteer":
    from dateline.annotation.gazetteer import gazetteer as opened
    from dateline.settings import load

    return opened(load({"gazetteer": file}).gazetteer)


def _origin(file: str | None) -> str:
    return "named by --file" if file else "named by the setting `gazetteer`"


def _tell_built(built: "Built") -> None:
    import json
    import shlex

    typer.echo(f"{built.path}\n  {built.places:,} places, {built.names:,} names, {_size(built.size)}")
    if built.skipped:
        typer.echo(f"  left out, as they are broken: {_lines(built.skipped)} of the dump")
    path = str(built.path)
    typer.echo(f"\nTo read with it, put this line into dateline.toml:\n\n    gazetteer = {_toml(json.dumps(path))}")
    typer.echo(f"\nor set the environment:\n\n    export DATELINE_GAZETTEER={shlex.quote(path)}")


def _toml(quoted: str) -> str:
    return quoted.replace("\x7f", "\\u007f")  # the one letter that JSON allows and TOML does not


def _tell_about(places: "Gazetteer") -> None:
    import json

    from dateline.annotation.gazetteer.compiling.file import VERSION

    about = places.about()
    made = f", built {about['made']}" if about["made"] else ""
    typer.echo(f"  made of {about['source']}{made}")
    typer.echo(f"  {_size(places.path.stat().st_size)}, layout {VERSION}")
    if skipped := int(about["skipped"]):
        typer.echo(f"  left out, as they were broken: {_lines(skipped)} of the dump")
    rows = [("places", int(about["places"]))]
    rows += [(f"  {_KINDS.get(kind, kind)}", count) for kind, count in sorted(json.loads(about["kinds"]).items())]
    rows.append(("names", int(about["names"])))
    width = max(len(f"{count:,}") for _, count in rows)
    typer.echo("\n" + "\n".join(f"  {count:>{width},}  {label}" for label, count in rows))


_KINDS = {
    "admin1": "states and provinces",
    "admin2": "counties, districts, municipalities",
    "city": "cities, towns, villages",
    "continent": "continents",
    "country": "countries and territories",
    "feature": "features: rivers, mountains, gorges, airports",
    "region": "regions of the world, seas",
}


def _tell_more(default: Path) -> None:
    typer.echo("\nFor every place that GeoNames knows, get allCountries.zip from")
    typer.echo("https://download.geonames.org/export/dump and run: dateline gazetteer build allCountries.zip")
    if default.is_file():
        typer.echo(f"\n{default} is there and not in use; name it in the setting `gazetteer`.")


def _lines(count: int) -> str:
    return f"{count:,} line" + "s" * (count != 1)


def _size(count: int) -> str:
    return f"{count / 1e9:.1f} GB" if count >= 1e9 else f"{count / 1e6:.0f} MB"


@contextmanager
def _bar(quiet: bool) -> Iterator["Progress"]:
    """A bar on standard error where that is a terminal; the names of its steps where it is not."""
    import sys

    if quiet or not sys.stderr.isatty():
        yield lambda _what, _done, _total: None
        return
    from dateline.faces.placetable import bar

    with bar() as progress:
        yield progress
