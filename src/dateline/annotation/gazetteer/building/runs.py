"""Sorts more names than memory holds: sorted runs on disk, then merged.

An entry is bytes that sort as they should: the name's key, a zero, then what `_TAIL` says: the weight turned round so
that the heaviest comes first, the code of the place, the number of its province.
"""

import marshal
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from struct import Struct

from dateline.annotation.gazetteer.compiling.file import coded

RUN = 1_000_000
"""Entries sorted in memory at once: about 80 MB."""

_PIECE = 8192
"""Entries of each run in memory while they are merged."""
_TAIL = Struct(">QII")
_SIZE = _TAIL.size + 1
_TOP = 1 << 63
_FINE = 1000
"""Weights are told apart to a thousandth."""


class Runs:
    """Entries in, groups of the same key out, in order of their UTF-8, which is SQLite's order too."""

    def __init__(self, folder: Path, size: int = RUN) -> None:
        self.count = 0
        self._folder, self._size = folder, size
        self._entries: list[bytes] = []
        self._files: list[Path] = []

    def add(self, keys: Iterable[str], weight: float, code: int, province: int) -> None:
        """A candidate for each of these names."""
        tail = b"\0" + _TAIL.pack(_TOP - round(weight * _FINE), code, province)
        self._entries += [key.encode() + tail for key in keys]
        if len(self._entries) >= self._size:
            self._flush()

    def names(self, progress: Callable[[int, int], None] = lambda _done, _all: None) -> Iterator[tuple[str, bytes]]:
        """Each key with its candidates as the file has them. `progress` is told how many entries lie behind, of all."""
        self._flush()
        group: list[bytes] = []
        current, done = b"", 0
        for batch in _merged(self._files):
            progress(done, self.count)
            for entry in batch:
                if (key := entry[:-_SIZE]) != current:
                    if group:
                        yield current.decode(), _candidates(group)
                    current, group = key, []
                group.append(entry)
            done += len(batch)
        if group:
            yield current.decode(), _candidates(group)
        progress(done, self.count)

    def _flush(self) -> None:
        if not self._entries:
            return
        self._entries.sort()
        path = self._folder / f"run{len(self._files)}"
        with path.open("wb") as out:
            for start in range(0, len(self._entries), _PIECE):
                marshal.dump(self._entries[start : start + _PIECE], out)
        self.count += len(self._entries)
        self._files.append(path)
        self._entries = []


def _merged(files: Sequence[Path]) -> Iterator[list[bytes]]:
    """All entries in order, a list of thousands at a time: much faster than one by one through a heap."""
    runs = [_pieces(path) for path in files]
    heads = [next(run, []) for run in runs]
    while any(heads):
        # Up to here all runs are in memory: sorting joins their sorted parts.
        bound = min(head[-1] for head in heads if head)
        batch: list[bytes] = []
        for i, head in enumerate(heads):
            cut = bisect_right(head, bound)
            batch += head[:cut]
            heads[i] = head[cut:] or next(runs[i], [])
        batch.sort()
        yield batch


def _pieces(path: Path) -> Iterator[list[bytes]]:
    with path.open("rb") as entries:
        while True:
            try:
                yield marshal.load(entries)
            except EOFError:
                return


def _candidates(group: list[bytes]) -> bytes:
    if len(group) == 1:
        return group[0][-8:-4]
    return coded(_once_each(group))


def _once_each(group: list[bytes]) -> Iterator[tuple[int, int]]:
    """Codes with their provinces; of a place that has a name twice, the heavier code."""
    seen: set[int] = set()
    for entry in group:
        _, code, province = _TAIL.unpack(entry[1 - _SIZE :])
        if code >> 1 not in seen:
            seen.add(code >> 1)
            yield code, province
