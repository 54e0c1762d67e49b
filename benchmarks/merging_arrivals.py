"""Articles that arrive one by one in a desk: how long one more takes, and whether their order matters."""

import random
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from statistics import median

from desk_figures import Figure, percentile
from merging_batch import B3, b3
from merging_world import truth

from dateline.desk.ingesting.runs import begin_run, end_run
from dateline.desk.saving.rows import ArticleRows, rows_of
from dateline.desk.saving.writing import ArticleWriter
from dateline.desk.storage.opening import reading, writing
from dateline.desk.storage.transactions import transaction
from dateline.merger import record_lines
from dateline.record import Record
from dateline.settings import Settings

BATCH = 64
"""Articles of a commit while a desk is filled."""
MOST = 0.100
"""Seconds that one more article may take at p95, its record being there."""
APART = 0.01
"""How far B3 F1 may lie apart between two orders of arrival."""

Tell = Callable[[str], None]


def arrivals(desk: Path, records: Path, articles: int, each: int, tell: Tell) -> Iterator[Figure]:
    """Fills a desk up to so many articles, then measures each of some more, in a commit of its own."""
    lines = record_lines([records])
    with closing(writing(desk, create=True)) as connection:
        run = begin_run(connection, "ingest", ["a made-up world"], Settings())
        writer = ArticleWriter(connection, run, later=True)
        there = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
        filled = _fill(connection, writer, islice(lines, articles), there, tell)
        took = []
        for line in islice(lines, each):
            rows = rows_of(Record.from_json(line))
            began = time.perf_counter()
            with transaction(connection):
                _save(writer, rows)
                writer.settle()
            took.append(time.perf_counter() - began)
        end_run(connection, run, "done")
    yield Figure("articles in the desk", there + filled)
    yield Figure("one more: median", median(took) * 1000, "ms")
    yield Figure("one more: p95", percentile(took, 0.95) * 1000, "ms", most=MOST * 1000)
    yield Figure("one more: longest", max(took) * 1000, "ms")


def order(records: Path, articles: int, rounds: int, seed: int, tell: Tell) -> Iterator[Figure]:
    """Fills a desk for each of several orders of the same articles, and compares what came out."""
    lines = list(islice(record_lines([records]), articles))
    chance, found = random.Random(seed), []
    for number in range(rounds):
        chance.shuffle(lines)
        with tempfile.TemporaryDirectory() as folder, closing(writing(Path(folder) / "desk.db", create=True)) as desk:
            run = begin_run(desk, "ingest", ["a made-up world"], Settings())
            writer = ArticleWriter(desk, run, later=True)
            tell(f"order {number + 1}")
            _fill(desk, writer, lines, 0, tell)
            found.append(_quality(Path(folder) / "desk.db"))
    scores = [each.f1 for each in found]
    yield Figure("incidents: B3 F1, median", median(scores), "", least=0.95)
    yield Figure("lowest to highest", max(scores) - min(scores), "", most=APART)


def _fill(connection: object, writer: ArticleWriter, lines: Iterable[bytes], done: int, tell: Tell) -> int:
    rest, filled = iter(lines), 0
    while batch := [rows_of(Record.from_json(line)) for line in islice(rest, BATCH)]:
        with transaction(connection):  # type: ignore[arg-type]
            for rows in batch:
                _save(writer, rows)
            writer.settle()
        filled += len(batch)
        tell(f"{done + filled:,} articles")
    return filled


def _save(writer: ArticleWriter, rows: ArticleRows) -> None:
    writer.save(rows, blake2b(rows.id.encode(), digest_size=16).digest())


def _quality(desk: Path) -> B3:
    with closing(reading(desk)) as connection:
        rows = connection.execute(
            "SELECT incident, facts.id FROM incident_facts JOIN facts ON facts.key = incident_facts.fact"
        )
        groups: dict[int, list[str]] = {}
        for incident, fact in rows:
            groups.setdefault(incident, []).append(fact)
    return b3(groups.values(), truth)
