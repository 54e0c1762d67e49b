"""What one server knows: its desk, its settings, and how its pages are drawn."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse

from dateline.desk import Desk
from dateline.errors import DatelineError
from dateline.faces.web.desks import Desks
from dateline.faces.web.kept import KEEP, SAME_DESK
from dateline.faces.web.rendering import Templates
from dateline.settings import Settings, load


class Served:
    """One desk in the browser.

    `token` is asked of every visitor where one is given; `hosts` are the names it goes by.
    """

    def __init__(
        self, path: Path, settings: Settings | None = None, *, token: str | None = None, hosts: tuple[str, ...] = ()
    ) -> None:
        self.path = path
        self.settings = settings or load()
        self.token = token
        self.hosts = hosts
        self.desks = Desks(path)
        self.templates = Templates(desk=path.name, local=token is None)

    def prepare(self) -> None:
        """Makes ready what the first page of news needs, so that nobody waits for it. Who asks is told what fails."""
        with suppress(DatelineError, OSError):
            self.desks.newsroom().catalogue()

    def desk(self) -> AbstractContextManager[Desk]:
        """A desk to read from, for the length of an answer. Raises DeskError."""
        return self.desks.lent()

    @contextmanager
    def writing(self) -> Iterator[Desk]:
        """A desk to write to, for the length of a judgement. Raises DeskError."""
        with Desk(self.path) as desk:
            yield desk

    def page(self, request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
        """A page drawn by a template; kept while the desk does not change, if all went well."""
        response = HTMLResponse(self.templates.drawn(request, template, **values), status_code=status)
        if status == 200:
            response.headers[KEEP] = SAME_DESK
        return response


async def _served(request: Request) -> Served:
    served: Served = request.app.state.served
    return served


Here = Annotated[Served, Depends(_served)]
"""The parameter by which a page gets what the server knows."""
