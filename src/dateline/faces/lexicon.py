"""`dateline lexicon`: which row of the event lexicon fires and why, what rows there are, and a lexicon of one's own."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.faces.exits import CANNOT, plainly

if TYPE_CHECKING:
    from dateline.languages.sections import LexiconRow

app = typer.Typer(no_args_is_help=True, rich_markup_mode="markdown")

_Own = Annotated[
    str | None,
    typer.Option("--lexicon", metavar="DIR", help="With the rows of this folder, and not of the one in the settings."),
]


class Format(StrEnum):
    """How the answer is shown."""

    TERMINAL = "terminal"
    JSON = "json"


class RowFormat(StrEnum):
    """How rows are shown."""

    TERMINAL = "terminal"
    TOML = "toml"


@app.callback()
def lexicon() -> None:
    """The words that tell of events: tries them on a sentence, shows the rows, begins a lexicon of your own.

    Example: dateline lexicon test "Rebels attacked an army base near Lund."
    """


@app.command()
def test(
    sentences: Annotated[list[str], typer.Argument(metavar="SENTENCE...", help="One or more; quote each.")],
    every: Annotated[bool, typer.Option("--all", help="Rows too whose words do not fit.")] = False,
    lexicon: _Own = None,
    to: Annotated[Format, typer.Option(help="For people, or one JSON object for each row.")] = Format.TERMINAL,
) -> None:
    """Shows for each word of a sentence which row fired, which did not, and why.

    Ends with 1 when no row fired in any sentence.

    Example: dateline lexicon test "Rebels attacked an army base near Lund."

    Example: dateline lexicon test "The team killed the game." --all
    """
    with plainly():
        from dateline.faces.rowtable import as_json, draw
        from dateline.reader import read
        from dateline.settings import load
        from dateline.understanding.explained import explained

        settings = load({"lexicon": lexicon, "language": "en"})
        fired = False
        for number, sentence in enumerate(sentences, 1):
            record = read({"id": f"sentence {number}", "text": sentence}, settings)
            found = list(explained(record))
            fired = fired or any(each.verdict == "fired" for each in found)
            if to is Format.TERMINAL:
                draw(record, found, every=every)
            else:
                as_json(record, [each for each in found if every or each.verdict != "misfit"])
        raise typer.Exit(0 if fired else CANNOT)


@app.command()
def rows(
    kind: Annotated[
        str | None, typer.Argument(metavar="[TYPE]", help="PROTEST, ASSAULT ...; without it, all types with counts.")
    ] = None,
    lexicon: _Own = None,
    to: Annotated[RowFormat, typer.Option(help="For people, or as the rows stand in a file.")] = RowFormat.TERMINAL,
) -> None:
    """Lists the types, or the rows of one type with their words.

    Example: dateline lexicon rows

    Example: dateline lexicon rows PROTEST
    """
    with plainly():
        from dateline.faces.lexiconfile import as_toml
        from dateline.faces.rowlist import overview, print_rows

        found = _rows(lexicon)
        if kind is None:
            return overview(found)
        wanted = [row for row in found if row.type == kind.upper()]
        if not wanted:
            raise typer.BadParameter(f"no type is called {kind!r}; `dateline lexicon rows` lists them")
        if to is RowFormat.TERMINAL:
            return print_rows(wanted)
        for row in wanted:
            typer.echo(as_toml(row))
        return None


@app.command()
def find(
    words: Annotated[
        list[str], typer.Argument(metavar="WORD...", help="As a dictionary has it: attack, take hostage.")
    ],
    lexicon: _Own = None,
) -> None:
    """Shows in which rows a word tells of an event, in which it must stand beside, and which it makes another story.

    Ends with 1 when no row has it.

    Example: dateline lexicon find strike
    """
    with plainly():
        from dateline.faces.rowlist import print_hits

        sought = " ".join(words)
        if not print_hits(_rows(lexicon), sought):
            hint = "give words as a dictionary has them: attack, not attacked or attacks"
            typer.echo(f"no row has {sought!r}; {hint}", err=True)
            raise typer.Exit(CANNOT)


@app.command()
def start(
    folder: Annotated[Path, typer.Argument(help="A folder for the files; it is made if it is not there.")],
    types: Annotated[list[str], typer.Argument(metavar="TYPE...", help="The types you have words for.")],
) -> None:
    """Begins a lexicon of your own: a file for each type, with a row to change and what each part of it means.

    A file that is there is left alone. Rows of yours stand before ours; one with the type and the name of a row of ours
    takes its place.

    Example: dateline lexicon start my-words PROTEST COERCE
    """
    with plainly():
        from dateline.faces.lexiconfile import begin

        ours = _rows(None)
        known = list(dict.fromkeys(row.type for row in ours))
        if strange := next((kind for kind in types if kind.upper() not in known), None):
            raise typer.BadParameter(f"no type is called {strange!r}; there are {', '.join(known)}")
        for kind in types:
            path, new = begin(folder, kind.upper(), ours)
            typer.echo(f"{path}{'' if new else ': is there, left alone'}")
        typer.echo(f'\nTry it:\n\n    dateline lexicon test "..." --lexicon {folder}')
        typer.echo(f'\nTo read with it, put this line into dateline.toml:\n\n    lexicon = "{folder}"')


@app.command()
def check(folder: Annotated[str, typer.Argument(help="The folder of a lexicon of your own.")]) -> None:
    """Says whether a lexicon of your own can be read, and which rows of ours its rows replace.

    Ends with 1 when it cannot, with the file and the row.

    Example: dateline lexicon check my-words
    """
    with plainly():
        from dateline.languages import load
        from dateline.languages.lexicon import own_rows

        pack = load("en")
        ours = {(row.type, row.name) for row in pack.lexicon.rows}
        own = own_rows(folder, pack.events.types)
        replaced = [row for row in own if (row.type, row.name) in ours]
        if not own:
            typer.echo(f"{folder}: holds no row; `dateline lexicon start {folder} PROTEST` begins a file", err=True)
            raise typer.Exit(CANNOT)
        instead = f"; {len(replaced)} of them in the place of ours:" if replaced else ""
        typer.echo(f"{folder}: {len(own)} {'row' if len(own) == 1 else 'rows'} can be read{instead}")
        for row in replaced:
            typer.echo(f"  {row.type} / {row.name}")


def _rows(own: str | None) -> "tuple[LexiconRow, ...]":
    from dateline.languages import load_with
    from dateline.settings import load

    return load_with("en", load({"lexicon": own}).lexicon).lexicon.rows
