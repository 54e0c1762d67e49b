"""`dateline serve`: a desk in the browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.faces.desk.meant import DeskOption, meant_desk
from dateline.faces.exits import plainly
from dateline.faces.safe import printable

if TYPE_CHECKING:
    from dateline.faces.web.serving.listening import Place
    from dateline.settings import Settings


def serve(
    desk: DeskOption = None,
    port: Annotated[
        int | None,
        typer.Option(
            min=0, max=65535, metavar="NUMBER", help="Without it 7374, or the next one that is free; 0 is any free one."
        ),
    ] = None,
    host: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS", help="Where it listens. Beyond this machine (0.0.0.0, ::) it asks for a token."
        ),
    ] = "127.0.0.1",
    token: Annotated[
        str | None,
        typer.Option(
            metavar="TOKEN",
            envvar="DATELINE_TOKEN",
            show_envvar=False,
            help="What visitors must bring, 16 characters or more. Without it DATELINE_TOKEN, which nobody else on "
            "this machine sees; where one is needed and there is none, one is made and told.",
        ),
    ] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Open no browser; the address is told.")] = False,
) -> None:
    """Opens a desk in the browser: all news, articles with their facts, incidents, people, a map.

    It runs until Ctrl-C. New articles appear while an ingest or a watch adds to the desk. Nobody outside of this
    machine can reach it, unless --host says so; then whoever has the address with its token may read, and judge. No
    other host is ever contacted. The same addresses give JSON, CSV and GeoJSON; /docs on the server tells how. Ends
    with 130 after Ctrl-C, 1 when the desk cannot be read or the port is taken, 2 on wrong usage.

    Example: dateline serve --desk news.db

    Example: dateline serve --desk news.db --host 0.0.0.0 --port 8000 --no-browser
    """
    with plainly():
        import dateline
        from dateline.faces.web.guard.tokens import token_for
        from dateline.faces.web.serving.listening import listening
        from dateline.settings import load

        settings = load({"desk": str(desk) if desk else None})
        path = meant_desk(desk, settings.desk)
        dateline.open(path).close()
        place = listening(host, port)
        with place.socket:
            asked = token_for(token, private=place.is_private)
            _serve(path, place, asked, settings, browse=not no_browser)


def _serve(path: Path, place: "Place", token: str | None, settings: "Settings", *, browse: bool) -> None:
    from dateline.faces.web.served import Served
    from dateline.faces.web.serving.browser import open_browser
    from dateline.faces.web.serving.server import serve

    def ready() -> None:
        typer.echo("\n".join(greeting(path, place, token)))
        if browse:
            open_browser(_with_token(place.own_address, token))

    serve(Served(path, settings, token=token, hosts=(place.host,)), place.socket, ready)


def greeting(path: Path, place: "Place", token: str | None) -> Iterator[str]:
    """What a person is told when the desk can be opened."""
    if place.instead_of:
        yield f"port {place.instead_of} is taken by another program, so this is another one"
    yield f"{printable(path.name)} is open at {_with_token(place.address, token)}"
    if place.address != place.own_address:
        yield f"on this machine also at {_with_token(place.own_address, token)}"
    if token:
        yield "whoever has this address may read and judge; it stays as it is if you set DATELINE_TOKEN to its token"
    yield "Ctrl-C ends it"


def _with_token(address: str, token: str | None) -> str:
    return f"{address}?token={token}" if token else address
