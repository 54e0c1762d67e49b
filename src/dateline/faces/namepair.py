"""`dateline names`: are two names one?"""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.faces.exits import plainly

if TYPE_CHECKING:
    from dateline.names import Likeness


class Kind(StrEnum):
    """What bears the names."""

    PERSON = "person"
    ORGANISATION = "organisation"


class Format(StrEnum):
    """How the answer is shown."""

    TERMINAL = "terminal"
    JSON = "json"


def names(
    first: Annotated[str, typer.Argument(metavar="NAME", help="A name in any script; quote it.", show_default=False)],
    second: Annotated[str, typer.Argument(metavar="NAME", help="Another.", show_default=False)],
    kind: Annotated[
        Kind | None, typer.Option(help="What bears them; without it, it is guessed.", show_default=False)
    ] = None,
    to: Annotated[Format, typer.Option(help="For people, or as one JSON object.")] = Format.TERMINAL,
) -> None:
    """Says how likely two names are one name, from 0 to 1, and why; 0.5 is the line.

    It is about names and not about their bearers: two people may be called the same.

    Example: dateline names "Jurij Dzhafarov" "Yuri Jafarov"

    Example: dateline names "Novaport GmbH" "OOO Novaport" --to json
    """
    with plainly():
        from dateline.names import same_name

        likeness = same_name(first, second, kind.value if kind else None)
        _tell_json(likeness) if to is Format.JSON else _tell(likeness)


def _tell(likeness: "Likeness") -> None:
    verdict = "one name" if likeness.same else "two names"
    typer.echo(f"{likeness.score:.2f}  {verdict}, compared as those of {_BEARERS[likeness.kind]}")
    for reason in likeness.reasons:
        typer.echo(f"  - {reason}")


_BEARERS = {"person": "people", "organisation": "organisations"}


def _tell_json(likeness: "Likeness") -> None:
    import json

    shown = {"score": likeness.score, "same": likeness.same, "kind": likeness.kind, "reasons": likeness.reasons}
    typer.echo(json.dumps(shown, ensure_ascii=False))
