"""Whose pages may write: only our own (CSRF). A page elsewhere cannot make its reader's browser judge for it."""

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from dateline.faces.web.trouble import refused

SAFE = ("GET", "HEAD", "OPTIONS")
_JSON = "application/json"


class Origins:
    """Turns away what would write and comes from elsewhere.

    Browsers say with every such request where it comes from (`Sec-Fetch-Site`, `Origin`). Without either it is a
    program, which sends JSON: no browser sends that to another site without asking first, and nobody here allows it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI asks for."""
        if scope["type"] != "http" or scope["method"] in SAFE or _is_ours(Request(scope)):
            return await self._app(scope, receive, send)
        answer = refused(Request(scope), 403, "This came from another page than ours, so nothing was written.")
        return await answer(scope, receive, send)


def _is_ours(request: Request) -> bool:
    headers = request.headers
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in ("same-origin", "none"):
        return False
    if origin is not None:
        return origin.partition("://")[2] == headers.get("host")
    return site is not None or headers.get("content-type", "").partition(";")[0].strip().lower() == _JSON
