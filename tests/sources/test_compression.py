"""Compressed bytes: the same text whatever it is packed in, a sentence where it is damaged, an end where it swells."""

import bz2
import gzip
import lzma
import zlib
from collections.abc import Callable, Iterator
from itertools import repeat

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import NotText, TooLarge
from dateline.model import Page, Refused
from dateline.settings import Settings
from dateline.sources import pages
from dateline.sources.packed.allowance import Allowance, allowed
from dateline.sources.packed.compression import (
    BROTLI,
    CHUNK,
    DEFLATE,
    FLOOR,
    PACKINGS,
    ZLIB,
    Packing,
    packing_of,
    unpacked,
)
from dateline.sources.streams import Stream

GZIP, BZIP2, XZ = PACKINGS
Pack = Callable[[bytes], bytes]
PACKS: list[tuple[Packing, Pack]] = [
    (GZIP, gzip.compress),
    (BZIP2, bz2.compress),
    (XZ, lzma.compress),
    (ZLIB, zlib.compress),
    (DEFLATE, lambda raw: zlib.compress(raw, wbits=-15)),
    (BROTLI, brotli.compress),
]
ALL = pytest.mark.parametrize(("packing", "pack"), PACKS, ids=[packing.name for packing, _ in PACKS])
MAGIC = pytest.mark.parametrize(("packing", "pack"), PACKS[:3], ids=[packing.name for packing, _ in PACKS[:3]])
STORY = b"Ines Okparo said on Monday that the bridge is closed. " * 2000


def pieces(raw: bytes, size: int) -> Iterator[bytes]:
    return (raw[at : at + size] for at in range(0, len(raw), size))


@ALL
@pytest.mark.parametrize("size", [1, 7, 1 << 20])
@pytest.mark.parametrize(
    "text", [b"", b"x", STORY, b"0" * (CHUNK * 3 + 1)], ids=["nothing", "a byte", "story", "zeros"]
)
def test_it_comes_back_whatever_the_pieces(packing: Packing, pack: Pack, size: int, text: bytes) -> None:
    found = [*unpacked(pieces(pack(text), size), packing)]
    assert b"".join(found) == text
    assert all(len(piece) <= 2 * CHUNK for piece in found)  # brotli takes its limit for advice


@ALL
def test_it_ends_too_early(packing: Packing, pack: Pack) -> None:
    packed = pack(STORY)
    for cut in (len(packed) // 2, len(packed) - 1):
        with pytest.raises(NotText, match=f"its {packing.name} data end too early; get the file again, whole"):
            list(unpacked(pieces(packed[:cut], 100), packing))


@ALL
def test_it_is_damaged(packing: Packing, pack: Pack) -> None:
    packed = bytearray(pack(bytes(range(256)) * 50))
    packed[12:40] = b"\xff" * 28
    with pytest.raises(NotText, match=f"its {packing.name} (compression is damaged|data end too early)"):
        list(unpacked(iter([bytes(packed)]), packing))


@MAGIC
def test_it_is_told_by_its_first_bytes(packing: Packing, pack: Pack) -> None:
    assert packing_of(pack(STORY)) is packing
    (page,) = pages([pack(STORY)], Settings())
    assert isinstance(page, Page)
    assert page.content.encode() == STORY


@MAGIC
def test_members_in_a_row_with_padding(packing: Packing, pack: Pack) -> None:
    raw = pack(b"one ") + bytes(8) + pack(b"two") + bytes(512)
    assert b"".join(unpacked(pieces(raw, 5), packing)) == b"one two"


@MAGIC
def test_rubbish_behind_the_last_member(packing: Packing, pack: Pack) -> None:
    (found,) = pages([pack(STORY) + b"rubbish"], Settings())
    assert isinstance(found, Refused)
    assert packing.name in found.reason


@MAGIC
def test_packed_twice(packing: Packing, pack: Pack) -> None:
    (found,) = pages([pack(pack(STORY))], Settings())
    assert isinstance(found, Refused)
    assert found.reason.startswith(f"this is {packing.name} data")


@ALL
def test_bombs_go_no_further_than_the_floor(packing: Packing, pack: Pack) -> None:
    taken = 0
    with pytest.raises(TooLarge, match="swells to more than 200 times its size, as a zip bomb does"):
        for piece in unpacked(iter([_bomb(packing.name)]), packing):
            taken += len(piece)
    assert FLOOR - CHUNK <= taken <= FLOOR


def _bomb(name: str) -> bytes:
    """200 MB of zeros, small."""
    block = bytes(1_000_000)
    start = {
        "gzip": lambda: zlib.compressobj(wbits=31),
        "zlib": lambda: zlib.compressobj(),
        "deflate": lambda: zlib.compressobj(wbits=-15),
        "bzip2": lambda: bz2.BZ2Compressor(),
        "xz": lambda: lzma.LZMACompressor(preset=0),
        "brotli": lambda: None,
    }[name]()
    if start is None:
        return bytes(brotli.compress(block * 200, quality=1))
    return b"".join(start.compress(piece) for piece in repeat(block, 200)) + start.flush()


def test_what_swells_honestly_is_read() -> None:
    packed = gzip.compress(STORY * 10)
    assert b"".join(unpacked(iter([packed]), GZIP)) == STORY * 10


def test_a_bomb_is_refused_long_before() -> None:
    (found,) = pages([gzip.compress(b"0" * 30_000_000)], Settings())
    assert isinstance(found, Refused)
    assert found.reason == "it has more than 20,000,000 bytes and the limit is 20,000,000; raise max_bytes or split it"


def test_xz_may_not_ask_for_all_memory() -> None:
    packed = bytearray(lzma.compress(b"x", filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 16}]))
    assert b"".join(unpacked(iter([bytes(packed)]), XZ)) == b"x"
    # The dictionary's size stands in the block's header, and the header's CRC behind it (.xz file format, 3.1, 5.3.1).
    packed[16] = 36  # 1 GiB
    packed[20:24] = zlib.crc32(packed[12:20]).to_bytes(4, "little")
    with pytest.raises(NotText, match=r"its xz compression is damaged .Memory usage limit"):
        list(unpacked(iter([bytes(packed)]), XZ))


def test_an_allowance_is_spent_with_its_parent() -> None:
    parent = Allowance(10, "all is spent")
    child = Allowance(6, "its own is spent", parent)
    assert list(allowed([b"12345"], child)) == [b"12345"]
    with pytest.raises(TooLarge, match="its own is spent"):
        child.spend(2)
    with pytest.raises(TooLarge, match="all is spent"):
        parent.spend(4)
    with pytest.raises(TooLarge):
        child.refuse_spent()


def test_what_is_unpacked_counts_against_the_allowance() -> None:
    stream = Stream(iter([gzip.compress(STORY)]), allowance=Allowance(len(STORY) - 1, "it is spent"))
    with pytest.raises(TooLarge, match="it is spent"):
        stream.read(len(STORY))


@given(st.sampled_from(PACKS), st.binary(max_size=300), st.integers(0, 400), st.binary(max_size=5))
def test_damage_is_never_more_than_a_sentence(packed: tuple[Packing, Pack], text: bytes, at: int, odd: bytes) -> None:
    packing, pack = packed
    raw = pack(text)
    try:
        b"".join(unpacked(pieces(raw[:at] + odd + raw[at + len(odd) :], 3), packing))
    except NotText as error:
        assert packing.name in str(error)
