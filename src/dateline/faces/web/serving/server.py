"""A desk served until somebody ends it."""

import logging
import os
import socket
import sys
from collections.abc import Callable
from threading import Thread, Timer

import uvicorn

from dateline.faces.web.application import application
from dateline.faces.web.served import Served

_TURN = 0.0005
"""Seconds after which a thread hands Python's lock to one that waits for it. SQLite lets go of the lock at every row;
with Python's usual time, ten times as long, each row would wait for a page that is drawn meanwhile."""
_PATIENCE = 1
"""Seconds that answers in the making have when the server is ended."""
_LAST = 3.0
"""Seconds after which it leaves what still works, as the reading of a long story; nothing is written by halves."""


def serve(served: Served, taken: socket.socket, ready: Callable[[], object]) -> None:
    """Answers on this socket until Ctrl-C or SIGTERM; `ready` is called when the first answer can be given.

    Errors go to the log, on standard error. Raises KeyboardInterrupt after Ctrl-C.
    """
    sys.setswitchinterval(_TURN)
    Thread(target=served.prepare, daemon=True).start()
    logging.basicConfig(format="%(asctime)s %(message)s", level=logging.WARNING, stream=sys.stderr)
    config = uvicorn.Config(
        application(served),
        log_config=None,
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        lifespan="on",
        timeout_graceful_shutdown=_PATIENCE,
    )
    _Server(config, ready).run(sockets=[taken])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[], object]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)  # that pages are open is no error
        last = Timer(_LAST, os._exit, [128 + self._captured_signals[-1] if self._captured_signals else 1])
        last.daemon = True
        last.start()
        await super().shutdown(sockets)
