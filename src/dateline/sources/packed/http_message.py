"""Answers of web servers as a web archive keeps them: headers, chunks and compression taken off."""

import re
from collections.abc import Callable, Iterator
from io import BufferedReader
from itertools import chain

from msgspec import Struct

from dateline.errors import CannotRead, NotText, UnknownFormat
from dateline.sources.packed.compression import BROTLI, CHUNK, DEFLATE, ZLIB, Packing, unpacked
from dateline.sources.streams import Chunks, Stream

LINE = 1 << 16
"""Longest line of a header, in bytes."""
LINES = 1000
"""Most lines of a header."""

Headers = dict[str, str]
"""Values by names in small letters."""

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})\b")
_SIZE = re.compile(rb"([0-9a-fA-F]{1,15})[ \t]*(?:;[^\r\n]*)?\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_PLAIN = ("", "identity", "gzip", "x-gzip")


class Cut(Exception):
    """The archive ends before the record does."""


class Answer(Struct, frozen=True):
    """The status of an answer and its headers."""

    status: int
    headers: Headers

    @property
    def media_type(self) -> str:
        """The media type that the server said, in small letters, without parameters; "" for none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that the server said."""
        found = _CHARSET.search(self.headers.get("content-type", ""))
        return found[1] if found else None


class Block:
    """The bytes of a record, no further than its stated length. Reading raises Cut where the archive ends first."""

    def __init__(self, stream: Stream, length: int) -> None:
        self._stream = stream
        self._left = length

    def readline(self) -> bytes:
        """The next line, or what fits of it."""
        line = readline(self._stream, min(self._left, LINE)) if self._left else b""
        return self._taken(line) if self._left else b""

    def chunks(self) -> Iterator[bytes]:
        """The rest, in pieces."""
        while self._left:
            yield self._taken(_read(self._stream, min(self._left, CHUNK)))

    def skip(self) -> None:
        """Leaves the rest unread."""
        for _ in self.chunks():
            pass

    def _taken(self, piece: bytes) -> bytes:
        if not piece:
            raise Cut(f"{self._left:,} bytes of the next are missing; get the file again, whole")
        self._left -= len(piece)
        return piece


def readline(stream: Stream, size: int = LINE) -> bytes:
    """The next line, or what fits of it. Raises Cut where the archive itself can be unpacked no further."""
    try:
        return stream.readline(size)
    except CannotRead as error:
        raise Cut(str(error)) from error


def follows(stream: Stream, start: bytes) -> bool:
    """Whether these bytes come next, after line ends or without, or nothing does. Raises Cut."""
    try:
        head = stream.peek(1)[:16].lstrip(b"\r\n")
    except CannotRead as error:
        raise Cut(str(error)) from error
    return start.startswith(head[: len(start)])


def header_line(stream: Stream) -> bytes:
    """The next line of a header that must go on. Raises Cut at the end of the archive."""
    line = readline(stream)
    if not line.endswith(b"\n") and len(line) < LINE:
        raise Cut("the next has half a header; get the file again, whole")
    return line


def _read(stream: Stream, size: int) -> bytes:
    try:
        return stream.read(size)
    except CannotRead as error:
        raise Cut(str(error)) from error


def headers_of(next_line: Callable[[], bytes]) -> Headers | None:
    """The headers up to the empty line after them; None where they are too long or do not end."""
    headers: Headers = {}
    name = ""
    for _ in range(LINES):
        line = next_line()
        if not line.endswith(b"\n"):
            return None
        words = line.decode("utf-8", "replace").rstrip("\r\n")
        if not words:
            return headers
        if words[0] in " \t":  # a value may go on in the next line
            headers[name] = f"{headers.get(name, '')} {words.strip()}".strip()
            continue
        name, _, value = words.partition(":")
        name = name.strip().lower()
        headers[name] = value.strip()
    return None


def answer_of(block: Block) -> Answer | None:
    """Status and headers of the answer that a record holds, its body left to read; None where it is none."""
    status = _STATUS.match(block.readline())
    headers = headers_of(block.readline) if status else None
    return Answer(int(status[1]), headers) if status and headers is not None else None


def content_of(answer: Answer, block: Block) -> Iterator[bytes]:
    """The body with chunking and compression taken off, a piece at a time. gzip is left to the Stream above it.

    Archives often keep the headers of an answer whose body they have unpacked: the bytes decide. Raises NotText where
    the body is damaged, UnknownFormat where nothing here unpacks it.
    """
    head, chunks = _head(block.chunks())
    if "chunked" in answer.headers.get("transfer-encoding", "").lower() and _SIZE.match(head):
        head, chunks = _head(_dechunked(chunks))
    coding = answer.headers.get("content-encoding", "").strip().lower()
    is_plain = coding in _PLAIN or head.lstrip().startswith(b"<") or not head
    return chunks if is_plain else unpacked(chunks, _packing(coding, head))


def _packing(coding: str, head: bytes) -> Packing:
    if coding == "br":
        return BROTLI
    if coding != "deflate":
        raise UnknownFormat(f"the server packed it as {coding}, which is not read; fetch the page again")
    # RFC 9110 wants a zlib header, and some servers leave it out.
    return ZLIB if head[0] & 15 == 8 and int.from_bytes(head[:2], "big") % 31 == 0 else DEFLATE


def _head(chunks: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    first = next(chunks, b"")
    return first, chain([first], chunks)


def _dechunked(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The body without the marks of HTTP's chunks (RFC 9112, 7.1)."""
    body = BufferedReader(Chunks(chunks), CHUNK)
    while size := _SIZE.fullmatch(body.readline(LINE)):
        left = int(size[1], 16)
        if not left:
            return
        while left and (piece := body.read(min(left, CHUNK))):
            left -= len(piece)
            yield piece
        body.readline(LINE)  # the line end after a chunk
    raise NotText("its HTTP chunks are damaged; fetch the page again")
