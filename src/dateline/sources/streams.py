"""Bytes as they come in, unzipped while they are read, and made UTF-8 where a byte order mark says what they are."""

import codecs
import zlib
from collections.abc import Iterable, Iterator
from io import BufferedReader, RawIOBase
from itertools import chain
from typing import TYPE_CHECKING

from dateline.errors import NotText

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CHUNK = 1 << 16
GZIP = b"\x1f\x8b"
_AS_GZIP = 31  # zlib's window size for "a gzip header is expected"

# The longer mark first: UTF-32's little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Stream(BufferedReader):
    """A readable stream over chunks of bytes: `read(n)` and `readline(n)` take no more from them than they need.

    Gzip is told by its magic number, never by a name. A byte order mark is no part of the text and is left out.
    Reading raises NotText where the compression is damaged or the bytes are not what their mark promises.
    """

    def __init__(self, chunks: Iterable[bytes]) -> None:
        head, chunks = _ahead(iter(chunks))
        self.zipped = head.startswith(GZIP)
        if self.zipped:
            head, chunks = _ahead(_unzipped(chunks))
        super().__init__(_Chunks(_unmarked(head, chunks)), CHUNK)


class _Chunks(RawIOBase):
    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._left = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        view = memoryview(buffer).cast("B")
        while not self._left:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._left = memoryview(chunk)
        size = min(len(view), len(self._left))
        view[:size], self._left = self._left[:size], self._left[size:]
        return size


def _ahead(chunks: Iterator[bytes], size: int = 4) -> tuple[bytes, Iterator[bytes]]:
    """The first bytes, and the chunks with them still in front. A pipe may give one byte at a time."""
    head = b""
    for chunk in chunks:
        head += chunk
        if len(head) >= size:
            break
    return head[:size], chain([head], chunks)


def _unzipped(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Never more than a chunk at once, so that a small file that swells to gigabytes does no harm."""
    inflate = zlib.decompressobj(_AS_GZIP)
    try:
        for chunk in chunks:
            while chunk:
                if inflate.eof:
                    # Several members in a row are one text; zeros between them are padding.
                    if not (chunk := chunk.lstrip(b"\0")):
                        break
                    inflate = zlib.decompressobj(_AS_GZIP)
                yield inflate.decompress(chunk, CHUNK)
                chunk = inflate.unconsumed_tail or inflate.unused_data
        yield inflate.flush()
    except zlib.error as error:
        raise NotText(f"its gzip compression is damaged ({error}); get the file again") from error
    if not inflate.eof:
        raise NotText("its gzip data end too early; get the file again, whole")


def _unmarked(head: bytes, chunks: Iterator[bytes]) -> Iterator[bytes]:
    if head.startswith(codecs.BOM_UTF8):
        first = next(chunks)
        return chain([first[len(codecs.BOM_UTF8) :]], chunks)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return _as_utf8(chunks, encoding)
    return chunks


def _as_utf8(chunks: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for chunk in chunks:
            yield decoder.decode(chunk).encode()
        yield decoder.decode(b"", final=True).encode()
    except UnicodeDecodeError as error:
        raise NotText(
            f"its byte order mark says {encoding.upper()}, which the bytes are not ({error.reason}); save it as UTF-8"
        ) from error
