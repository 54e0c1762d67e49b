"""Bytes as they come in, unzipped while they are read, and made UTF-8 where a byte order mark says what they are."""

import codecs
from collections.abc import Iterable, Iterator
from io import BufferedReader, RawIOBase
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from dateline.errors import NotText
from dateline.sources.packed.allowance import Allowance, allowed
from dateline.sources.packed.compression import CHUNK, packing_of, unpacked

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

HEAD = 1024
"""Bytes at the beginning that tell the format."""
_TAR_MAGIC_ENDS = 265

# The longer mark first: UTF-32's little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Stream(BufferedReader):
    """A readable stream over chunks of bytes: `read(n)` and `readline(n)` take no more from them than they need.

    Gzip, bzip2 and xz are told by their magic numbers, never by a name. A byte order mark is no part of the text and
    is left out. `head` is what came first, up to 1,024 bytes, before anything is read; `file` is the open file that
    the bytes come from, where they stand in it as they are. What is unpacked counts against the `allowance`.
    Reading raises NotText where the compression is damaged or the bytes are not what their mark promises, and TooLarge
    where they swell as only bombs do.
    """

    def __init__(
        self, chunks: Iterable[bytes], file: BinaryIO | None = None, allowance: Allowance | None = None
    ) -> None:
        head, chunks = _ahead(iter(chunks))
        packing = packing_of(head)
        if packing:
            chunks = unpacked(chunks, packing)
            head, chunks = _ahead(allowed(chunks, allowance) if allowance else chunks)
        self.zipped = packing is not None
        self.file = None if packing else file
        self.head = head[:HEAD]
        super().__init__(Chunks(_unmarked(head, chunks)), CHUNK)


class Chunks(RawIOBase):
    """Chunks of bytes as a file that is read once."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._left = memoryview(b"")

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Fills the buffer as far as the next chunk goes; 0 at the end."""
        view = memoryview(buffer).cast("B")
        while not self._left:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._left = memoryview(chunk)
        size = min(len(view), len(self._left))
        view[:size], self._left = self._left[:size], self._left[size:]
        return size


def _ahead(chunks: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """The first bytes, and the chunks with them still in front.

    A pipe may give one byte at a time: six tell most formats, and only what has zeros in it is waited for longer.
    """
    head = b""
    for chunk in chunks:
        head += chunk
        if len(head) >= (_TAR_MAGIC_ENDS if 0 in head else 6):
            break
    return head, chain([head], chunks)


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
