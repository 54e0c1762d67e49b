"""The files that come with the package: styles, scripts, fonts, the map. Each is read and pressed once."""

import re
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from mimetypes import guess_type
from posixpath import dirname, join, normpath
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException
from starlette.types import Receive, Scope, Send

from dateline.faces.web.answers import Answer, finished, give, wants_gzip

_FOLDER = files("dateline.faces.web") / "static"
_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_AGAIN = "public, no-cache"
_INNER = re.compile(rb"url\(([\w./-]+)\)")
_TYPES = {"js": "text/javascript", "woff2": "font/woff2", "json": "application/json", "svg": "image/svg+xml"}


@cache
def static(path: str) -> str:
    """The address of such a file. It changes with the file, so that browsers may keep it. Raises OSError."""
    return f"/static/{path}?v={_hash(path)}"


class Statics:
    """The application that gives them; only an address that carries the right hash may be kept for ever."""

    def __init__(self) -> None:
        self._answers: dict[tuple[str, bool, bool], Answer] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI asks for; mounted at /static. Raises HTTPException."""
        path = scope["path"].removeprefix(scope.get("root_path", "")).lstrip("/")
        if scope["method"] not in ("GET", "HEAD"):
            raise HTTPException(405, headers={"allow": "GET, HEAD"})
        if not _is_ours(path):
            raise HTTPException(404)
        lasting = parse_qs(scope["query_string"].decode("latin-1")).get("v") == [_hash(path)]
        key = (path, lasting, wants_gzip(scope))
        if key not in self._answers:
            self._answers[key] = await _answer(*key)
        await give(self._answers[key], scope, send)


async def _answer(path: str, lasting: bool, pressing: bool) -> Answer:
    kind = _TYPES.get(path.rpartition(".")[2]) or guess_type(path)[0] or "application/octet-stream"
    told = f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
    headers = [(b"content-type", told.encode())]
    return await finished(headers, _content(path), pressing=pressing, keeping=_FOR_EVER if lasting else _ASK_AGAIN)


@cache
def _is_ours(path: str) -> bool:
    """Whether a file of this name came with the package; every step of the way is looked up in its folder."""
    place = _FOLDER
    for name in path.split("/"):
        found = [each for each in place.iterdir() if each.name == name] if place.is_dir() else []
        if not found:
            return False
        place = found[0]
    return place.is_file()


def _content(path: str) -> bytes:
    """The bytes of the file; a style leads to its fonts by addresses that carry their hashes."""
    content = _FOLDER.joinpath(*path.split("/")).read_bytes()
    if not path.endswith(".css"):
        return content

    def address(found: re.Match[bytes]) -> bytes:
        inner = normpath(join(dirname(path), found[1].decode()))
        return f"url({static(inner)})".encode() if _is_ours(inner) else found[0]

    return _INNER.sub(address, content)


@cache
def _hash(path: str) -> str:
    return blake2b(_content(path), digest_size=5).hexdigest()
