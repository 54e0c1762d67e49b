"""The desk against reading without one, its memory and its size; and a desk made of clones without reading."""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from desk_corpus import cloned_records, cloned_rows
from desk_figures import Figure
from desk_memory import Sampler

import dateline
from dateline.desk.ingesting.runs import begin_run, end_run
from dateline.desk.saving.rows import rows_of
from dateline.desk.saving.writing import ArticleWriter
from dateline.desk.storage.opening import reading, writing
from dateline.desk.storage.transactions import transaction
from dateline.record import Record
from dateline.settings import Settings

WARM = 2_000
"""Articles after which memory is to be flat."""
BATCH = 64


def fill(path: Path, records: list[Record], count: int, told: Callable[[int], None] = lambda _: None) -> None:
    """A desk of so many clones of these records."""
    with closing(writing(path, create=True)) as connection:
        run = begin_run(connection, "ingest", ["clones"], Settings())
        writer, clones, done = ArticleWriter(connection, run, later=True), cloned_records(records, count), 0
        while batch := [rows_of(record) for record in islice(clones, BATCH)]:
            with transaction(connection):
                for rows in batch:
                    writer.save(rows, blake2b(rows.id.encode(), digest_size=16).digest())
                writer.settle()
            done += len(batch)
            told(done)
        end_run(connection, run, "done")
        connection.execute("PRAGMA optimize")


def rate(path: Path, sources: list[dict[str, Any]], articles: int, rounds: int, workers: int) -> Iterator[Figure]:
    """The same articles with and without a desk, in turns; and the memory of the ingests."""
    clones = cloned_rows(sources, articles)
    list(dateline.read_many(sources[: 2 * workers], workers=workers))  # warm: files are in the system's memory
    ratios: list[float] = []
    seconds, busy = {"read": 0.0, "ingest": 0.0}, {"read": 0.0, "ingest": 0.0}
    with Sampler() as memory, dateline.open(path, create=True) as desk:
        for number in range(rounds):
            part = list(islice(clones, articles // rounds))
            before = number * len(part)

            def ingest(part: list[dict[str, Any]] = part, before: int = before) -> int:
                tally = desk.ingest(
                    part, workers=workers, told=lambda tally: setattr(memory, "done", before + tally.total)
                )
                memory.done = None
                return tally.added

            def read(part: list[dict[str, Any]] = part) -> int:
                return sum(1 for _ in dateline.read_many(part, workers=workers))

            turns = {"read": read, "ingest": ingest}
            took = {name: _timed(turns[name]) for name in sorted(turns, reverse=number % 2 == 0)}
            ratios.append(took["read"][0] / took["ingest"][0])
            seconds = {name: seconds[name] + took[name][0] for name in seconds}
            busy = {name: busy[name] + took[name][1] for name in busy}
            print(f"  round {number + 1}: {len(part)} articles, rate with a desk {ratios[-1]:.3f} of that without")
    yield Figure("articles a second without a desk", articles / seconds["read"])
    yield Figure("articles a second with a desk", articles / seconds["ingest"])
    yield Figure("rate with a desk of that without, all", seconds["read"] / seconds["ingest"], least=0.9)
    yield Figure("rate with a desk of that without, median", median(ratios), least=0.9)
    yield Figure("processor time without a desk", busy["read"] * 1000 / articles, "ms/article")
    yield Figure("processor time with a desk", busy["ingest"] * 1000 / articles, "ms/article")
    yield from _memory(memory, articles)


def size(path: Path) -> Iterator[Figure]:
    """Bytes an article, in all and table by table."""
    with closing(writing(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with closing(reading(path)) as connection:
        count, characters = connection.execute("SELECT count(*), avg(length(text)) FROM articles").fetchone()
        yield Figure("articles", count)
        yield Figure("characters an article", round(characters or 0))
        yield Figure("the desk", path.stat().st_size / 1000 / max(count, 1), "kB/article", most=30)
        try:
            parts = connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC").fetchall()
        except sqlite3.OperationalError:  # This SQLite cannot tell.
            return
        for name, held in parts:
            if held / max(count, 1) >= 50:
                yield Figure(f"  {name}", held / 1000 / max(count, 1), "kB/article")


def _timed(run: Callable[[], int]) -> tuple[float, float]:
    """Seconds on the clock, and of all processors: these say the same on a machine that others use too."""
    start, before = time.perf_counter(), os.times()
    run()
    return time.perf_counter() - start, sum(os.times()[:4]) - sum(before[:4])


def _memory(memory: Sampler, articles: int) -> Iterator[Figure]:
    warm = min(WARM, articles // 3)
    if not memory.samples:
        return
    first = memory.at(warm)
    yield Figure(f"memory of all processes at {warm:,} articles", first, "MB")
    yield Figure(f"memory at {memory.samples[-1][0]:,} articles", memory.end(), "MB", most=first * 1.05)
    yield Figure("memory, the most", max(size for _, size in memory.samples), "MB")
    yield Figure("growth for every 1,000 articles", memory.slope(warm), "MB")
