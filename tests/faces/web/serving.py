"""A desk served on a port of its own, as `dateline serve` does it, for as long as a test looks at it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import NamedTuple

import uvicorn
from starlette.types import ASGIApp

from dateline.faces.web.application import application
from dateline.faces.web.served import Served
from dateline.faces.web.serving.listening import listening


class Site(NamedTuple):
    """A desk and where it is served."""

    address: str
    desk: Path


@contextmanager
def site_of(desk: Path) -> Iterator[Site]:
    """Serves it from a thread, on a port that was free."""
    with serving(application(Served(desk))) as address:
        yield Site(address, desk)


@contextmanager
def serving(app: ASGIApp) -> Iterator[str]:
    """Serves any application likewise, and gives its address."""
    place = listening(port=0)
    config = uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, kwargs={"sockets": [place.socket]}, daemon=True)
    thread.start()
    until = monotonic() + 20
    while not server.started and thread.is_alive() and monotonic() < until:
        sleep(0.01)
    assert server.started, "the server did not start"
    try:
        yield place.address.rstrip("/")
    finally:
        server.should_exit = True
        thread.join(timeout=20)
        place.socket.close()
