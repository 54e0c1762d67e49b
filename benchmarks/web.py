"""The desk in the browser under load: many readers of one `dateline serve`, on a quiet desk and beside an ingest.

    python benchmarks/web.py DESK [--only start|view|quiet|busy] [--readers 50] [--seconds 40] [--from FILE]

DESK is best one of 20,000 articles, as `benchmarks/merging.py make FILE --incidents 2200` and `merging.py arrivals DESK
FILE --articles 20000` make it. Each reader asks for one page a second: all news, its further pages, facets and days;
searches of many words and filters; articles, incidents, people, statements.
`busy` does it again while another process reads articles into a copy of the desk (beside it, and removed in the end;
FILE as in desk.py). `view` is what a first visit loads, pressed. `start` is the time from the command to a page.
"""

import argparse
import asyncio
import gzip
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import psutil
from desk_corpus import source_rows
from desk_figures import Figure, percentile, show
from desk_questions import rows_until
from web_readers import Answered, Browser, addresses, kinds_of, read

import dateline

TARGETS = {"news": 100.0, "search": 150.0}
"""Milliseconds, p95."""
FIRST_VIEW = 300.0
"""Kilobytes of a first visit."""


def main() -> None:
    """Runs one measure, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("desk", type=Path)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=40.0)
    parser.add_argument("--only", choices=["start", "view", "quiet", "busy"])
    parser.add_argument("--from", dest="source", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for measure in (start, view, quiet, busy):
        if options.only in (None, measure.__name__):
            show(f"{measure.__name__} ({(measure.__doc__ or '').splitlines()[0]})", list(measure(options)))


def start(options: argparse.Namespace) -> Iterator[Figure]:
    """from the command to the first page"""
    began = time.monotonic()
    with served(options.desk) as (port, _):
        yield Figure("answers after", time.monotonic() - began, "s")
        status, _ = asyncio.run(Browser(port).get("/news"))
        assert status == 200, status
        yield Figure("first page after", time.monotonic() - began, "s", most=2.0)


def view(options: argparse.Namespace) -> Iterator[Figure]:
    """what a first visit to all news loads, pressed"""
    with served(options.desk) as (port, _):
        sizes = asyncio.run(_loaded(port))
    for name, size in sizes.items():
        yield Figure(name, size / 1000, "kB")
    yield Figure("ALL", sum(sizes.values()) / 1000, "kB", most=FIRST_VIEW)


def quiet(options: argparse.Namespace) -> Iterator[Figure]:
    """nobody writes"""
    with served(options.desk) as (port, server):
        yield from _loaded_by_readers(options, port, server)


def busy(options: argparse.Namespace) -> Iterator[Figure]:
    """another process reads articles into the desk"""
    copy = options.desk.with_name(f"{options.desk.stem}-busy.db")
    shutil.copyfile(options.desk, copy)
    try:
        with served(copy) as (port, server), _ingest(copy, options.source, options.seconds) as added:
            yield from _loaded_by_readers(options, port, server)
        yield Figure("articles ingested meanwhile", added[0])
    finally:
        for each in copy.parent.glob(f"{copy.name}*"):
            each.unlink()


@contextmanager
def served(desk: Path) -> Iterator[tuple[int, psutil.Process]]:
    """A real `dateline serve`: its port, and its process."""
    command = [sys.executable, "-m", "dateline", "serve", "--no-browser", "--port", "0", "--desk", str(desk)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            told = next((line for line in process.stdout if "http://" in line), "")
            found = re.search(r":(\d+)/", told)
            if not found:
                sys.exit("the server did not start")
            yield int(found[1]), psutil.Process(process.pid)
        finally:
            process.terminate()


def _loaded_by_readers(options: argparse.Namespace, port: int, server: psutil.Process) -> Iterator[Figure]:
    pages = addresses(options.desk, options.seed)
    before, began = sum(server.cpu_times()[:2]), time.monotonic()
    answers = asyncio.run(read(port, pages, options.readers, options.seconds, options.seed))
    used, took = sum(server.cpu_times()[:2]) - before, time.monotonic() - began
    _tell_troubles(answers)
    yield Figure("requests", len(answers))
    yield Figure("not answered with a page", sum(each.status != 200 for each in answers), most=0)
    for kind, times in kinds_of(answers):
        yield Figure(f"{kind}, p50 of {len(times)}", percentile(times, 0.5), "ms")
        yield Figure("  p95", percentile(times, 0.95), "ms")
        yield Figure("  the slowest", max(times), "ms")
    for kind, target in TARGETS.items():
        together = [each.milliseconds for each in answers if each.kind.startswith(kind)]
        yield Figure(f"ALL {kind}, p95", percentile(together, 0.95), "ms", most=target)
    yield Figure("server's processor", 100 * used / took, "% of a core")
    yield Figure("  for each request", 1000 * used / max(len(answers), 1), "ms")
    yield Figure("server's own memory", server.memory_full_info().uss / 2**20, "MB")


def _tell_troubles(answers: list[Answered]) -> None:
    troubles = Counter((each.status, each.kind) for each in answers if each.status != 200)
    for (status, kind), often in troubles.most_common(5):
        example = next(each.address for each in answers if (each.status, each.kind) == (status, kind))
        print(f"  {often} times {status or 'no answer'}: {kind}, as {example[:100]}")
    slowest = max(answers, key=lambda each: each.milliseconds)
    print(f"  the slowest: {slowest.milliseconds:,.0f} ms, {slowest.address[:100]}")


@contextmanager
def _ingest(desk: Path, source: Path | None, seconds: float) -> Iterator[list[int]]:
    """Another process that reads into the desk meanwhile; the list has how many articles came, in the end."""
    context = get_context("spawn")
    answers: Any = context.Queue()
    process = context.Process(target=_read_into, args=(desk, source_rows(source, 800), seconds, answers))
    process.start()
    answers.get()  # It is reading.
    added: list[int] = []
    yield added
    added.append(answers.get())
    process.join()


def _read_into(desk: Path, sources: list[dict[str, Any]], seconds: float, answers: Any) -> None:
    added = 0
    try:
        with dateline.open(desk) as opened:
            answers.put("ready")
            rows = rows_until(time.monotonic() + seconds, sources, len(opened))
            added = opened.ingest(rows, workers=1).added
    finally:
        answers.put(added)


async def _loaded(port: int) -> dict[str, int]:
    """Bytes of each kind that a first visit loads: the page, its styles and scripts, and the fonts of its letters."""
    browser = Browser(port)
    sizes: dict[str, int] = {}
    status, sizes["page"] = await browser.get("/news")
    assert status == 200, status
    page = gzip.decompress(browser.body).decode()
    linked = {address for address in re.findall(r'(?:src|href)="(/static/[^"]+)"', page) if "/fonts/" not in address}
    fonts: set[str] = set()
    for address in sorted(linked):
        name = "scripts" if ".js" in address else "styles"
        sizes[name] = sizes.get(name, 0) + (await browser.get(address))[1]
        if ".css" in address:
            fonts |= set(re.findall(r"url\((/static/fonts/[^)]+)\)", gzip.decompress(browser.body).decode()))
    for address in sorted(fonts):
        name = "fonts of further letters" if "-ext-" in address else "fonts"
        sizes[name] = sizes.get(name, 0) + (await browser.get(address))[1]
    browser.close()
    return sizes


if __name__ == "__main__":
    main()
