"""The command line: a skin over the public Python calls of the same names."""

import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated

import typer

from dateline.faces import gazetteer, namepair
from dateline.faces import lexicon as lexicons
from dateline.faces import merge as merging
from dateline.faces.desk import commands
from dateline.faces.exits import plainly
from dateline.faces.options import (
    GazetteerOption,
    LanguageOption,
    LexiconOption,
    OutletOption,
    PublishedOption,
    WorkersOption,
)

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(gazetteer.app, name="gazetteer")
app.add_typer(lexicons.app, name="lexicon")
app.command()(namepair.names)
app.command()(merging.merge)


def main() -> None:
    """The entry point of the command `dateline`."""
    app(prog_name="dateline")


def _print_version(wanted: bool) -> None:
    if wanted:
        try:
            typer.echo(f"dateline {version('dateline')}")
        except PackageNotFoundError:
            typer.echo("dateline (not installed as a package)")
        raise typer.Exit


@app.callback()
def dateline(
    _version: Annotated[
        bool, typer.Option("--version", help="Print the version and end.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Reads the news and gives back a record that can be checked: every fact points at its words.

    Example: dateline read story.txt
    """


@app.command()
def read(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            help='Files, folders or addresses; "-" is standard input, and so is nothing at all behind a pipe.',
            show_default=False,
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT",
            help="terminal, jsonl, html, or a format that another package adds. Without it: what the ending of "
            "--output says; terminal on a terminal; jsonl everywhere else.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write to this file, which appears only when it is whole."),
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Read at most so many articles.")] = None,
    published: PublishedOption = None,
    outlet: OutletOption = None,
    language: LanguageOption = None,
    places: GazetteerOption = None,
    lexicon: LexiconOption = None,
    workers: WorkersOption = 1,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no count; refusals are told.")] = False,
) -> None:
    """Reads articles and writes their records, in order.

    Results go to standard output, everything else to standard error. What cannot be read is refused with its reason
    and does not end the run. Ends with 0 when all was read, 3 when something was refused, 2 on wrong usage, 1 when a
    part is missing or the output cannot be written, 130 after Ctrl-C (what was read by then is kept).

    Example: dateline read story.txt

    Example: dateline read stories/ --outlet "The Meridian" -o records.jsonl

    Example: dateline read https://example.org/story --to html -o story.html
    """
    from dateline.faces.run import Run

    with plainly():
        given = {"limit": limit, "published": published, "outlet": outlet, "language": language}
        given |= {"gazetteer": places, "lexicon": lexicon}
        run = Run(_sources(sources), to=to, output=output, given=given, workers=workers, quiet=quiet)
        raise typer.Exit(run())


def _sources(sources: list[str] | None) -> list[str]:
    if sources:
        return sources
    if sys.stdin.isatty():
        raise typer.BadParameter(
            "nothing to read; name files, folders or addresses, or pipe an article in", param_hint="SOURCES"
        )
    return ["-"]


@app.command()
def steps() -> None:
    """Prints the steps that every article goes through, in order, then the checks.

    Example: dateline steps
    """
    from dateline import pipeline

    with plainly():
        for number, step in enumerate(pipeline.steps(), 1):
            typer.echo(f"{number:2}. {step.name}: {step.sentence}")
            if step.needs:
                typer.echo(f"      needs {', '.join(step.needs)}")
            typer.echo(f"      gives {', '.join(step.gives)}")
        typer.echo("\nThen the checks look at the finished record:")
        for check in pipeline.checks():
            typer.echo(f"  - {check.name}: {check.sentence}")


@app.command()
def schema(
    merged: Annotated[bool, typer.Option("--merged", help="Of stories, incidents and links instead.")] = False,
) -> None:
    """Prints the JSON Schema of a record, the format of `dateline read --to jsonl`; or of what `merge` writes.

    Example: dateline schema > record.schema.json

    Example: dateline schema --merged
    """
    import json

    from dateline.schema import merged_schema, record_schema

    with plainly():
        typer.echo(json.dumps(merged_schema() if merged else record_schema(), indent=2, ensure_ascii=False))


commands.join(app)
