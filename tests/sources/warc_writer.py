"""Web archives for tests, record by record."""

import gzip
from collections.abc import Iterator

ADDRESS = "http://daily.example/bridge"
DATE = "2024-03-05T10:00:00Z"
STORY = "<html><body><h1>Bridge closed</h1><p>The bridge is closed, Ines Okparo said.</p></body></html>"
HTML = "text/html; charset=utf-8"
END = b"\r\n\r\n"


def http(body: bytes | str = STORY, kind: str | None = HTML, status: int = 200, **headers: str) -> bytes:
    """An answer of a web server. `Content_Encoding="gzip"` names a header."""
    lines = [f"HTTP/1.1 {status} As said"]
    lines += [f"Content-Type: {kind}"] if kind is not None else []
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + END + (body.encode() if isinstance(body, str) else body)


def record(
    block: bytes | None = None,
    kind: str = "response",
    address: str | None = ADDRESS,
    content: str = "application/http; msgtype=response",
    length: object = None,
    **headers: str,
) -> bytes:
    """A record, its length stated rightly unless `length` says otherwise."""
    block = http() if block is None else block
    lines = ["WARC/1.1", f"WARC-Type: {kind}", f"WARC-Date: {DATE}", f"Content-Type: {content}"]
    lines += [f"WARC-Target-URI: {address}"] if address else []
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    lines += [f"Content-Length: {len(block) if length is None else length}"]
    return "\r\n".join(lines).encode() + END + block + END


def crawl(number: int, packed: bool, size: int = 20_000) -> Iterator[bytes]:
    """A web archive of so many pages, a record in a gzip member of its own where it is packed."""
    filler = "<p>" + "The ferry stays in port. " * (size // 25) + "</p>"
    for each in range(number):
        page = record(http(f"<html><body>{each}{filler}</body></html>"), address=f"{ADDRESS}/{each}")
        yield gzip.compress(page, 1) if packed else page
