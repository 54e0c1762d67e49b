"""Compressed bytes unpacked while they are read, a chunk at a time, and no further than an honest file would swell."""

import bz2
import lzma
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import Any, Protocol

from msgspec import Struct

from dateline.errors import NotText, TooLarge

CHUNK = 1 << 16
FLOOR = 100_000_000
"""Bytes that may come out of anything, however small it was."""
RATIO = 200
"""Beyond the floor, no more than so many times the bytes that went in. News text packs 3 to 20 times smaller."""
_XZ_MEMORY = 1 << 28
_ZLIB_OR_GZIP, _RAW = 47, -15  # zlib's window sizes: for either header, for none


class _Unpacker(Protocol):
    """What bz2's and lzma's decompressors have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class _Inflate:
    """zlib's decompressor with the manners of the others."""

    def __init__(self, window: int) -> None:
        self._zlib = zlib.decompressobj(window)
        self._tail = b""
        self.needs_input = True

    @property
    def eof(self) -> bool:
        return self._zlib.eof

    @property
    def unused_data(self) -> bytes:
        return self._zlib.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        piece = self._zlib.decompress(self._tail + data, max_length)
        self._tail = self._zlib.unconsumed_tail
        self.needs_input = not self._tail and len(piece) < max_length
        return piece


class _Unbrotli:
    """brotli's decompressor with the manners of the others."""

    unused_data = b""

    def __init__(self) -> None:
        self._brotli: Any = import_module("brotli").Decompressor()  # a crawl's pages only need it
        self.needs_input = True

    @property
    def eof(self) -> bool:
        return bool(self._brotli.is_finished())

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        try:
            piece = bytes(self._brotli.process(data, output_buffer_limit=max_length))
        except Exception as error:  # brotli.error has no other parent
            raise ValueError(error) from error
        # What it may take more of, it says before it gave all that it has.
        self.needs_input = not piece
        return piece


class Packing(Struct, frozen=True):
    """A compression: its name, the bytes that it begins with, and what starts to unpack it."""

    name: str
    magic: bytes
    start: Callable[[], _Unpacker]


GZIP = Packing("gzip", b"\x1f\x8b", partial(_Inflate, _ZLIB_OR_GZIP))
PACKINGS = (
    GZIP,
    Packing("bzip2", b"BZh", bz2.BZ2Decompressor),
    Packing("xz", b"\xfd7zXZ\0", partial(lzma.LZMADecompressor, lzma.FORMAT_XZ, _XZ_MEMORY)),
)
ZLIB = Packing("zlib", b"\x78", partial(_Inflate, _ZLIB_OR_GZIP))
DEFLATE = Packing("deflate", b"", partial(_Inflate, _RAW))
BROTLI = Packing("brotli", b"", _Unbrotli)


def packing_of(head: bytes) -> Packing | None:
    """The compression that bytes with this beginning are in, told by the magic number and never by a name."""
    return next((packing for packing in PACKINGS if head.startswith(packing.magic)), None)


def unpacked(chunks: Iterator[bytes], packing: Packing) -> Iterator[bytes]:
    """The unpacked bytes, never more than a chunk at once, or two of brotli's.

    Raises NotText where the data are damaged or end too early, TooLarge where they swell as only bombs do.
    """
    unpacker = packing.start()
    taken = given = 0
    for chunk in chunks:
        taken += len(chunk)
        while chunk or not (unpacker.eof or unpacker.needs_input):
            if unpacker.eof:
                # Several members in a row are one text; zeros between them are padding.
                if not (chunk := chunk.lstrip(b"\0")):
                    break
                unpacker = packing.start()
            piece = _decompressed(unpacker, chunk, packing)
            given += len(piece)
            refuse_swollen(given, taken)
            yield piece
            chunk = unpacker.unused_data if unpacker.eof else b""
    if not unpacker.eof:
        raise NotText(f"its {packing.name} data end too early; get the file again, whole")


def refuse_swollen(given: int, taken: int) -> None:
    """Raises TooLarge where so many bytes came out of so few."""
    if given > max(FLOOR, RATIO * taken):
        raise TooLarge(f"it swells to more than {RATIO} times its size, as a zip bomb does; unpack it first, with care")


def _decompressed(unpacker: _Unpacker, data: bytes, packing: Packing) -> bytes:
    try:
        return unpacker.decompress(data, CHUNK)
    except (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError) as error:
        raise NotText(f"its {packing.name} compression is damaged ({error}); get the file again") from error
