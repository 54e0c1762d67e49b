"""Many records merged at once: time, memory and B3 against the truth of a made-up world; and how cost grows."""

import resource
import time
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import partial
from math import log
from multiprocessing import get_context
from pathlib import Path
from shutil import copyfileobj
from typing import NamedTuple

import msgspec
from desk_figures import Figure
from desk_memory import Sampler
from merging_records import lines
from merging_world import World, truth

from dateline.annotation.truecase import common_words
from dateline.merger import merge_lines, record_lines
from dateline.merging.batch.progress import Done

SIZES = (1_000, 10_000, 100_000)
"""Incidents of each step of growth; ten times as many records."""
MINUTES, GIGABYTES = 20.0, 6.0

Tell = Callable[[str], None]


class B3(NamedTuple):
    """Bagga and Baldwin's B-cubed of groups against the truth."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def b3(groups: Iterable[Iterable[str]], of: Callable[[str], Hashable]) -> B3:
    """B-cubed of groups of things; `of` tells the true group of each."""
    counted = [Counter(map(of, group)) for group in groups]
    sizes: Counter[Hashable] = Counter()
    for group in counted:
        sizes.update(group)
    everything = sizes.total() or 1
    precision = sum(n * n / group.total() for group in counted for n in group.values())
    recall = sum(n * n / sizes[true] for group in counted for true, n in group.items())
    return B3(precision / everything, recall / everything)


def make(path: Path, incidents: int, seed: int, workers: int) -> Iterator[Figure]:
    """Writes the records of a world, in no order of time."""
    parts = [path.with_name(f"{path.name}.{number}") for number in range(workers)]
    with get_context("spawn").Pool(workers) as pool:
        counts = pool.starmap(partial(_part, incidents, seed, workers), enumerate(parts))
    with path.open("wb") as out:
        for part in parts:
            with part.open("rb") as lines:
                copyfileobj(lines, out)
            part.unlink()
    yield Figure("records", sum(counts))
    yield Figure("size", path.stat().st_size / 1e6, "MB")


def _part(incidents: int, seed: int, workers: int, number: int, part: Path) -> int:
    world = World(incidents, seed, tuple(sorted(common_words("en"))))
    count = 0
    with part.open("wb") as out:
        for line in lines(world, range(number, incidents, workers)):
            out.write(line + b"\n")
            count += 1
    return count


class Merging(NamedTuple):
    """What one merge took and gave."""

    records: int
    seconds: float
    processor: float
    gigabytes: float
    incidents: B3
    stories: B3


def batch(path: Path, workers: int, people: bool, tell: Tell) -> Iterator[Figure]:
    """Merges a file, with the targets of a million records."""
    done = _merged(path, workers, people, tell)
    yield Figure("records", done.records)
    yield Figure("time", done.seconds / 60, "minutes", most=MINUTES)
    yield Figure("processor time a record", done.processor / done.records * 1000, "ms")
    yield Figure("memory of all processes, at most", done.gigabytes, "GB", most=GIGABYTES)
    yield from _quality(done)


def growth(folder: Path, seed: int, workers: int, people: bool, tell: Tell) -> Iterator[Figure]:
    """Merges worlds of growing size; the exponent between them is that of processor time."""
    folder.mkdir(parents=True, exist_ok=True)
    before: Merging | None = None
    for incidents in SIZES:
        path = folder / f"world-{seed}-{incidents}.jsonl"
        if not path.exists():
            tell(f"making {incidents:,} incidents")
            list(make(path, incidents, seed, workers))
        done = _merged(path, workers, people, tell)
        yield Figure(f"{done.records:,} records", done.seconds / 60, "minutes")
        yield Figure("  processor time a record", done.processor / done.records * 1000, "ms")
        yield Figure("  memory of all processes, at most", done.gigabytes, "GB")
        if before:
            yield Figure("  exponent of processor time", _exponent(before, done), "", most=_n_log_n(before, done))
        before = done
        yield from _quality(done)


def _exponent(before: Merging, done: Merging) -> float:
    return log(done.processor / before.processor) / log(done.records / before.records)


def _n_log_n(before: Merging, done: Merging) -> float:
    """The exponent that n log n has between these sizes."""
    return 1 + log(log(done.records) / log(before.records)) / log(done.records / before.records)


def _quality(done: Merging) -> Iterator[Figure]:
    yield Figure("  incidents: B3 F1", done.incidents.f1, "", least=0.95)
    yield Figure("    precision", done.incidents.precision)
    yield Figure("    recall", done.incidents.recall)
    yield Figure("  stories: B3 F1", done.stories.f1)
    yield Figure("    precision", done.stories.precision)
    yield Figure("    recall", done.stories.recall)


class _Facts(msgspec.Struct):
    facts: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


def _merged(path: Path, workers: int, people: bool, tell: Tell) -> Merging:
    groups: dict[str, list[tuple[str, ...]]] = {"incident": [], "story": []}
    decoder = msgspec.json.Decoder(_Facts)
    began, busy = time.perf_counter(), _processor()

    def told(done: Done) -> None:
        tell(f"{done.step}: {done.done:,} of {done.total:,}")

    with Sampler() as sampler:
        sampler.done = 0
        for outcome in merge_lines(record_lines([path]), people=people, workers=workers, told=told):
            if outcome.what in groups:
                found = decoder.decode(outcome.line)
                groups[outcome.what].append(found.facts if outcome.what == "incident" else found.articles)
    seconds, processor = time.perf_counter() - began, _processor() - busy
    records, memory = sum(map(len, groups["story"])), max((size for _, size in sampler.samples), default=0.0) / 1000
    return Merging(records, seconds, processor, memory, b3(groups["incident"], truth), b3(groups["story"], _story))


def _processor() -> float:
    """Seconds that this process and its children, when they have ended, have worked."""
    every = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in every)


def _story(article: str) -> str:
    return article.partition("-")[0]
