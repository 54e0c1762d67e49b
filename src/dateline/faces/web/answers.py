"""A whole answer that may be given many times: pressed (gzip) once, and not sent to who has the same one already."""

import gzip
from collections.abc import Sequence
from hashlib import blake2b

import anyio.to_thread
from msgspec import Struct
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import Scope, Send

_PRESSED = ("text/", "application/json", "application/geo+json", "image/svg+xml", "application/javascript")
"""What gets smaller. Fonts and pictures are pressed already."""
_SMALL = 500
"""Bytes that a packet holds anyway."""
_LONG = 100_000
"""Bytes from which pressing would keep others waiting: it is done in a thread."""
RawHeaders = Sequence[tuple[bytes, bytes]]


class Answer(Struct, frozen=True):
    """Headers and body as they go out. `tag` stands for the body: browsers ask by it whether theirs is the same."""

    headers: RawHeaders
    body: bytes
    tag: str


async def finished(headers: RawHeaders, body: bytes, *, pressing: bool, keeping: str) -> Answer:
    """An answer of these headers and this body; `keeping` says to browsers how long they may keep it."""
    told = MutableHeaders(raw=list(headers))
    if pressing and len(body) > _SMALL and told.get("content-type", "").startswith(_PRESSED):
        body = _pressed(body) if len(body) < _LONG else await anyio.to_thread.run_sync(_pressed, body)
        told["content-encoding"] = "gzip"
    tag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
    told["etag"], told["vary"] = tag, "Accept-Encoding"
    told["cache-control"] = keeping
    told["content-length"] = str(len(body))
    return Answer(tuple(told.raw), body, tag)


async def give(answer: Answer, scope: Scope, send: Send) -> None:
    """Sends it: whole, or without its body for HEAD, or 304 to who has it."""
    if answer.tag in Headers(scope=scope).get("if-none-match", ""):
        kept = [each for each in answer.headers if not each[0].startswith(b"content-")]
        await send({"type": "http.response.start", "status": 304, "headers": kept})
        return await send({"type": "http.response.body", "body": b""})
    body = b"" if scope["method"] == "HEAD" else answer.body
    await send({"type": "http.response.start", "status": 200, "headers": list(answer.headers)})
    return await send({"type": "http.response.body", "body": body})


def wants_gzip(scope: Scope) -> bool:
    """Whether who asks can unpack it."""
    return "gzip" in Headers(scope=scope).get("accept-encoding", "")


def _pressed(body: bytes) -> bytes:
    return gzip.compress(body, 6, mtime=0)
