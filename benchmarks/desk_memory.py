"""Resident memory of a process with all its children, sampled while something runs."""

import os
from pathlib import Path
from statistics import median
from threading import Event, Thread
from typing import Any

MEGABYTE = 1_000_000
SEEN = 15
"""Samples whose median is taken: a batch that is just read makes a small wave."""
PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


class Sampler:
    """Samples the tree of this process once in so many seconds: how far the work had come, and megabytes."""

    def __init__(self, every: float = 1.0) -> None:
        self.samples: list[tuple[int, float]] = []
        self.done: int | None = None
        """How far the work has come; whoever does it says so. None: nobody is at it, and no sample is taken."""
        self._every, self._over = every, Event()
        self._thread = Thread(target=self._run, daemon=True)

    def __enter__(self) -> "Sampler":
        self._thread.start()
        return self

    def __exit__(self, *_: Any) -> None:
        self._over.set()
        self._thread.join()

    def at(self, done: int) -> float:
        """Megabytes when the work had come so far, the median of some samples; 0 where nobody looked."""
        seen = [size for reached, size in self.samples if reached >= done]
        return median(seen[:SEEN]) if seen else 0.0

    def end(self) -> float:
        """Megabytes in the end, the median of some samples; 0 where nobody looked."""
        return median(size for _, size in self.samples[-SEEN:]) if self.samples else 0.0

    def slope(self, since: int) -> float:
        """Megabytes for every 1,000 more that were done, by least squares over what came after `since`."""
        seen = [(done / 1000, size) for done, size in self.samples if done >= since]
        if len({x for x, _ in seen}) < 2:
            return 0.0
        x0 = sum(x for x, _ in seen) / len(seen)
        y0 = sum(y for _, y in seen) / len(seen)
        return sum((x - x0) * (y - y0) for x, y in seen) / sum((x - x0) ** 2 for x, _ in seen)

    def _run(self) -> None:
        while not self._over.wait(self._every):
            done = self.done
            size = tree_bytes(os.getpid()) / MEGABYTE
            if done is not None and self.done is not None:
                self.samples.append((done, size))


def tree_bytes(root: int) -> int:
    """Resident bytes of a process and all that it started. Pages that they share count for each."""
    try:
        import psutil  # type: ignore[import-untyped, unused-ignore]
    except ImportError:
        return _tree_of_proc(root)
    found = 0
    process = psutil.Process(root)
    for each in (process, *process.children(recursive=True)):
        try:
            found += each.memory_info().rss
        except psutil.Error:  # It ended just now.
            continue
    return found


def _tree_of_proc(root: int) -> int:
    parents, sizes = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(") ")[2].split()[1])
            sizes[int(folder.name)] = int((folder / "statm").read_text().split()[1]) * PAGE
        except (OSError, ValueError, IndexError):  # It ended just now.
            continue
    return sum(size for process, size in sizes.items() if _is_below(process, root, parents))


def _is_below(process: int, root: int, parents: dict[int, int]) -> bool:
    while process > 1 and process != root:
        process = parents.get(process, 0)
    return process == root
