"""Options that several commands have: how sources are read, and by what."""

from typing import Annotated

import typer

PublishedOption = Annotated[
    str | None,
    typer.Option(
        "--published", metavar="DATE", help="When the articles were published (ISO 8601), if they do not say."
    ),
]
OutletOption = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="Who published the articles, if they do not say.")
]
LanguageOption = Annotated[
    str | None,
    typer.Option("--language", metavar="CODE", help="Their language (ISO 639-1); without it, it is detected."),
]
GazetteerOption = Annotated[
    str | None,
    typer.Option("--gazetteer", metavar="FILE", help="Know the places that `dateline gazetteer build` wrote there."),
]
LexiconOption = Annotated[
    str | None,
    typer.Option(
        "--lexicon", metavar="DIR", help="Read with the event words of this folder too; `dateline lexicon start`."
    ),
]
WorkersOption = Annotated[int, typer.Option("--workers", min=1, metavar="NUMBER", help="Read with so many processes.")]
