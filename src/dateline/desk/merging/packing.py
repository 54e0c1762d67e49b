"""What a desk keeps of an article for merging: its report and its keys, made where the article is read."""

import zlib
from functools import lru_cache

from msgspec import Struct

from dateline.merging.comparing import Ready, keys_of, ready
from dateline.merging.reports.report import Report, pack, unpack
from dateline.merging.reports.reporting import report_of
from dateline.record import Record

__all__ = ["MERGING", "Packed", "packed", "packed_of", "ready_in", "report_in"]

MERGING = "1"
"""Which merging it was. Raise it with a change of reports, keys or comparing: desks are merged anew then."""
_LEVEL = 3
"""Of zlib: half a millisecond less than the highest one, for a tenth more bytes."""
_UNPACKED = 512
"""Reports that are held unpacked, those used last."""


class Packed(Struct, frozen=True):
    """An article's report, packed, and the keys under which it is found."""

    report: bytes
    keys: tuple[int, ...]


def packed_of(record: Record) -> Packed:
    """What is kept of a record. Some two milliseconds."""
    return packed(report_of(record))


def packed(report: Report) -> Packed:
    """A report, packed."""
    return Packed(zlib.compress(pack(report), _LEVEL), keys_of(report))


@lru_cache(_UNPACKED)
def ready_in(told: bytes) -> Ready:
    """The report, ready to be compared with many others. Raises as `report_in` does."""
    return ready(report_in(told))


@lru_cache(_UNPACKED)
def report_in(told: bytes) -> Report:
    """The report again. Raises zlib.error or msgspec.DecodeError where it is none."""
    return unpack(zlib.decompress(told))
