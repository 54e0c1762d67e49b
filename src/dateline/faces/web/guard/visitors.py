"""Who may ask at all: the server's names (a page elsewhere may not rebind its own to us), and the token."""

from hashlib import blake2b
from hmac import compare_digest
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dateline.faces.web.addresses import path_of
from dateline.faces.web.trouble import refused

LOOPBACK = ("127.0.0.1", "localhost", "::1")
_A_MONTH = 31 * 24 * 3600
_OTHER_NAME = "This desk does not go by this name; open it by the address it was started with."
_NO_TOKEN = "This desk asks for a token: it stands where the server was started."


class Visitors:
    """Lets in who asks for one of our names, and brings the token where there is one.

    Without a token the server stands on this machine alone, and goes by its names: a stranger's page whose own name
    points at us (DNS rebinding) is turned away. With a token anybody who has it comes in, by whatever name: as
    `Authorization: Bearer`, as a cookie, or once as `?token=` in an address, which becomes the cookie.
    """

    def __init__(self, app: ASGIApp, token: str | None, hosts: tuple[str, ...] = ()) -> None:
        self._app = app
        self._token = token
        self._hosts = frozenset(host.lower() for host in (*LOOPBACK, *hosts))
        # Browsers keep one jar for all ports of a host: two desks beside each other each have a cookie of their own.
        self._cookie = f"dateline_{blake2b((token or '').encode(), digest_size=4).hexdigest()}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI asks for."""
        answer = self._turned_away(Request(scope)) if scope["type"] == "http" else None
        await (answer or self._app)(scope, receive, send)

    def _turned_away(self, request: Request) -> Response | None:
        """The answer to whom it does not let in; None to all others."""
        if self._token is None:
            known = name_of(request.headers.get("host", "")) in self._hosts
            return None if known else refused(request, 421, _OTHER_NAME)
        if request.scope["path"].startswith("/static/") or self._brought(request):
            return None
        if _same(self._token, request.query_params.get("token")):
            return self._welcome(request)
        answer = refused(request, 401, _NO_TOKEN)
        answer.headers["www-authenticate"] = "Bearer"
        return answer

    def _brought(self, request: Request) -> bool:
        scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
        given = bearer.strip() if scheme.lower() == "bearer" else request.cookies.get(self._cookie)
        return _same(self._token or "", given)

    def _welcome(self, request: Request) -> RedirectResponse:
        """To the same address without the token, so that it stands in no history."""
        rest = [(name, value) for name, value in request.query_params.multi_items() if name != "token"]
        query = f"?{urlencode(rest)}" if rest else ""
        here = "/" + path_of(request).lstrip("/")  # two strokes would lead to another host
        answer = RedirectResponse(here + query, status_code=303)
        # Not "strict": whoever follows a link that a colleague sent would stand at the door again. What writes is
        # guarded by `Origins`.
        answer.set_cookie(self._cookie, self._token or "", max_age=_A_MONTH, httponly=True, samesite="lax")
        return answer


def name_of(host: str) -> str:
    """The name in a `Host` header, without its port and the brackets of IPv6."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return (host.rpartition(":")[0] if ":" in host else host).lower()


def _same(token: str, given: str | None) -> bool:
    return given is not None and compare_digest(token.encode(), given.encode("utf-8", "replace"))
