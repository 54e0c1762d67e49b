"""Which desk a command is about."""

from pathlib import Path
from typing import Annotated

import typer

DeskOption = Annotated[
    Path | None,
    typer.Option(
        "--desk",
        metavar="FILE",
        help="The desk. Without it, the one of the setting: DATELINE_DESK, or desk in dateline.toml.",
    ),
]
ToDesk = Annotated[
    Path | None,
    typer.Option(
        "--desk",
        metavar="FILE",
        help="The desk, which is made if it is not there. Without it, the one of the setting: DATELINE_DESK, or "
        "desk in dateline.toml.",
    ),
]


def meant_desk(given: Path | None, setting: str | None = None) -> Path:
    """The desk that was named, else the one of the setting, which is looked up where it is not given.

    Raises BadParameter, which says how to name one.
    """
    if given is not None:
        return given
    if setting is None:
        from dateline.settings import load

        setting = load().desk
    if setting is None:
        raise typer.BadParameter(
            "no desk is named; give --desk news.db, or set it for all commands: DATELINE_DESK=news.db in the "
            'environment, or desk = "news.db" in dateline.toml',
            param_hint="--desk",
        )
    return Path(setting)
