"""How many documents sources hold, told quickly, for the time that is left."""

import os
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from dateline.errors import CannotRead
from dateline.sources.media import JSON, JSONL, suffix_of
from dateline.sources.packed.compression import CHUNK
from dateline.sources.streams import Stream

SAMPLE = 1 << 22
"""Bytes at the beginning of a file that stand for the rest of it."""
UNPACKED = 1 << 25
"""Bytes that are looked at, at most, where a sample is packed."""
_LARGEST_JSON = 20_000_000
_BEGINNINGS = {**dict.fromkeys(JSONL, b"\n"), ".mbox": b"\nFrom ", ".mbx": b"\nFrom ", ".warc": b"WARC-Type: response"}
_UNCOUNTED = (".tar", ".tgz", ".tbz", ".txz")


def expected(sources: Iterable[str]) -> int | None:
    """How many documents these sources hold, or nearly; None where that cannot be told quickly.

    A file is one, or as many as it has rows, messages or members; a folder is the sum of its files; an address is one.
    What begins a large file stands for the rest of it. Nothing is raised: what cannot be read counts as one refusal.
    """
    total = 0
    for source in sources:
        found = 1 if "://" in source else None if source == "-" else _in_path(Path(source))
        if found is None:
            return None
        total += found
    return total


def _in_path(path: Path) -> int | None:
    if not path.is_dir():
        return _in_file(path)
    total = 0
    for file in _files(path):
        found = _in_file(file)
        if found is None:
            return None
        total += found
    return total


def _files(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(here, name) for name in files if not name.startswith("."))


def _in_file(path: Path) -> int | None:
    suffix = suffix_of(path.name)
    if suffix in _UNCOUNTED:
        return None
    try:
        if suffix in _BEGINNINGS:
            return _sampled(path, _BEGINNINGS[suffix]) if path.is_file() else None
        if suffix == ".zip":
            return _members(path)
        return _rows(path) if suffix in JSON else 1
    except (OSError, ValueError, zipfile.BadZipFile):
        return 1


def _sampled(path: Path, beginning: bytes) -> int:
    """So many times these bytes stand in the file, or nearly: each begins a document, or ends one."""
    with path.open("rb", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        sample = _Sample(file)
        found = sample.count(beginning)
    if sample.taken >= size:
        return max(found, 1)
    return round(found * size / sample.taken) if found else 1


class _Sample:
    """The beginning of a file, unpacked; `taken` is how many of its bytes were read for it."""

    def __init__(self, file: BinaryIO) -> None:
        self.taken = 0
        self._file = file

    def count(self, words: bytes) -> int:
        """How often these words stand in it. A last line without an end is a line too."""
        found = seen = 0
        chunk = b""
        tail = words[:1] if len(words) > 1 and words.startswith(b"\n") else b""
        try:
            stream = Stream(self._chunks())
            while seen < UNPACKED and (read := stream.read1(CHUNK)):
                chunk, seen = tail + read, seen + len(read)
                found += chunk.count(words)
                tail = chunk[len(chunk) - len(words) + 1 :]
        except CannotRead:  # the packed data of a sample have no end, and those of a bomb no honest one
            pass
        return found + (words == b"\n" and bool(chunk) and not chunk.endswith(words))

    def _chunks(self) -> Iterator[bytes]:
        while self.taken < SAMPLE and (chunk := self._file.read(CHUNK)):
            self.taken += len(chunk)
            yield chunk


def _members(path: Path) -> int | None:
    with zipfile.ZipFile(path) as archive:
        names = [member.filename for member in archive.infolist() if not member.is_dir()]
    inner = {suffix_of(name) for name in names}
    return None if inner & {*_BEGINNINGS, *_UNCOUNTED, *JSON, ".zip"} else len(names)


def _rows(path: Path) -> int:
    with path.open("rb") as file:
        raw = file.read(_LARGEST_JSON + 1)
    if len(raw) > _LARGEST_JSON:
        return 1
    try:
        return max(len(msgspec.json.decode(Stream([raw]).read(), type=list[msgspec.Raw])), 1)
    except (msgspec.MsgspecError, CannotRead):
        return 1
