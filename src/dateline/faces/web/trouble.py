"""What goes wrong, told to people as a page and to programs as JSON."""

import logging
from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.errors import BadQuestion, CannotRead, DatelineError, DeskBusy, DeskReadOnly, NotInDesk
from dateline.faces.web.addresses import format_of
from dateline.faces.web.rendering import Templates
from dateline.faces.web.texts import visible

Handler = Callable[[Request, Exception], Awaitable[Response]]
_LOG = logging.getLogger("dateline.web")
_TITLES = {
    400: "That question makes no sense",
    401: "A token, please",
    403: "Nothing was written",
    404: "Not in this desk",
    405: "Not here",
    409: "The desk may only be read",
    413: "Too much at once",
    415: "That cannot be read",
    421: "Another name, please",
    422: "That cannot be read",
    500: "Something broke",
    503: "The desk cannot be read now",
}
_STATUS: tuple[tuple[type[DatelineError], int], ...] = (
    (BadQuestion, 400),
    (NotInDesk, 404),
    (DeskReadOnly, 409),
    (DeskBusy, 503),
    (CannotRead, 422),
    (DatelineError, 503),
)
_OUR_FAULT = "This is a fault of Dateline's, and it stands in the server's log. Nothing was lost."


def refused(request: Request, status: int, message: str) -> Response:
    """An answer that says in a sentence what went wrong: as a page, or as JSON where the address asks for data."""
    message = visible(message)
    if format_of(request.scope["path"]) != "html" or "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"error": message}, status)
    served = getattr(request.scope.get("app"), "state", None)
    templates: Templates = served.served.templates if served else Templates(desk="", local=True)
    title = _TITLES.get(status, "That did not work")
    return HTMLResponse(templates.drawn(request, "trouble.html", status=status, title=title, message=message), status)


def tell_trouble(app: FastAPI) -> None:
    """Every error that a page may raise becomes an answer."""
    app.add_exception_handler(DatelineError, _ours)
    app.add_exception_handler(OSError, _disk)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)


class Mishaps:
    """Answers for whatever else is raised, in a page or on the way to it: the fault is ours, and stands in the log."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI asks for."""
        begun = False

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except Exception as error:
            if begun or scope["type"] != "http":
                raise
            _LOG.error("%s %s", scope["method"], scope["path"], exc_info=error)
            await refused(Request(scope), 500, _OUR_FAULT)(scope, receive, send)


async def _ours(request: Request, error: Exception) -> Response:
    status = next(status for kind, status in _STATUS if isinstance(error, kind))
    path = request.app.state.served.path  # where the file lies on this machine is nobody else's business
    told = str(error).removeprefix(f"{path}: ").replace(str(path), path.name)
    return refused(request, status, _sentence(told))


async def _disk(request: Request, error: Exception) -> Response:
    return refused(request, 503, f"The disk or the network failed: {error}.")


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    field = ".".join(str(part) for part in first.get("loc", ())[1:])
    return refused(request, 422, f"{field or 'The request'} cannot be read: {first.get('msg', 'it is wrong')}.")


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    told = {404: "There is no page at this address.", 405: "This address takes no such request."}
    usual = error.detail in ("Not Found", "Method Not Allowed")
    answer = refused(request, error.status_code, told.get(error.status_code, error.detail) if usual else error.detail)
    answer.headers.update(error.headers or {})
    return answer


def _sentence(message: str) -> str:
    """A message of ours as a sentence."""
    told = message[:1].upper() + message[1:]
    return told if told.endswith((".", "?", "!")) else f"{told}."
