"""An ingest that is killed at random moments, and started again until it ends: is the desk that of an undisturbed one?

python benchmarks/desk_kills.py DESK ROWS.jsonl [--workers 2]      the ingest itself, which `desk.py kills` kills
"""

import argparse
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from desk_corpus import cloned_rows
from desk_figures import Figure

import dateline
from dateline.desk.saving.restoring import record_of
from dateline.desk.storage.opening import reading, writing
from dateline.errors import DeskError

KILLS = 4
"""Kills of one desk at most, before it may end."""


def kills(folder: Path, sources: list[dict[str, Any]], articles: int, rounds: int, seed: int) -> Iterator[Figure]:
    """Kills so many ingests; whenever one ends, its desk is compared with the undisturbed one's."""
    rows, calm = _written(folder / "rows.jsonl", sources, articles), folder / "calm.db"
    first, lasts = _until_the_end(calm, rows)
    expected, chance = contents(calm), random.Random(seed)
    killed, midst, wrong, desks = 0, 0, 0, 0
    while killed < rounds:
        desk = folder / f"killed-{desks}.db"
        desks += 1
        for _ in range(min(chance.randint(1, KILLS), rounds - killed)):
            killed += 1
            before = acknowledged(desk)
            killed_after(desk, rows, chance.uniform(first / 2, lasts))  # before that only models are loaded
            midst += before < acknowledged(desk) < acknowledged(calm)
        _until_the_end(desk, rows)
        wrong += contents(desk) != expected or not is_sound(desk)
        print(f"  {killed} kills, {desks} desks, {wrong} other than undisturbed", file=sys.stderr)
    yield Figure("articles of the undisturbed desk", len(expected["articles"]))
    yield Figure("its first commit", first, "s")
    yield Figure("its end", lasts, "s")
    yield Figure("kills", killed)
    yield Figure("kills after which more was there, but not all", midst)
    yield Figure("desks", desks)
    yield Figure("desks other than undisturbed", wrong, most=0)


def acknowledged(desk: Path) -> int:
    """How many documents a desk says it has read."""
    try:
        with closing(reading(desk)) as connection:
            return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except (DeskError, sqlite3.Error):  # It was killed before there was a desk.
        return 0


def contents(desk: Path) -> dict[str, Any]:
    """Every article with its whole record, number of version and document; and how many rows each table has."""
    with closing(reading(desk)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        counted = {
            name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            for name in names
            if name not in ("runs", "sqlite_stat1", "sqlite_stat4") and not name.startswith(("search", "places_map"))
        }
        articles = {
            name: (number, record_of(connection, name).to_json())
            for name, number in connection.execute("SELECT id, number FROM articles").fetchall()
        }
    return {"articles": articles, "rows": counted}


def is_sound(desk: Path) -> bool:
    """Whether SQLite finds the file whole, and its full text that of the articles."""
    with closing(writing(desk)) as connection:
        connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
        whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return whole and not connection.execute("PRAGMA foreign_key_check").fetchall()


def killed_after(desk: Path, rows: Path, seconds: float) -> None:
    """Starts an ingest and kills all its processes after so many seconds, parent first, if it has not ended by then."""
    with _ingesting(desk, rows) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.kill(process.pid, signal.SIGKILL)
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()


def _written(path: Path, sources: list[dict[str, Any]], articles: int) -> Path:
    """Rows, with a line that cannot be read and some that come twice."""
    lines = [json.dumps(row) for row in cloned_rows(sources, articles)]
    lines[articles // 2 : articles // 2] = ["no row at all", *lines[:3]]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def _until_the_end(desk: Path, rows: Path) -> tuple[float, float]:
    """Seconds until the first commit of an article, and in all."""
    start, first = time.perf_counter(), 0.0
    with _ingesting(desk, rows) as process:
        assert process.stdout is not None
        for added in process.stdout:
            first = first or (time.perf_counter() - start if int(added) else 0.0)
        if process.wait():
            raise SystemExit(f"an ingest into {desk} ended with {process.returncode}")
    return first, time.perf_counter() - start


def _ingesting(desk: Path, rows: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, __file__, str(desk), str(rows)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("desk", type=Path)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    with dateline.open(options.desk, create=True) as desk:
        desk.ingest([options.rows], workers=options.workers, told=lambda tally: print(tally.added, flush=True))


if __name__ == "__main__":
    main()
