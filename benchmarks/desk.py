"""The desk, measured: how fast it fills, how big it gets, how fast it answers, and whether it outlives kill -9.

    python benchmarks/desk.py make DESK [--from FILE] [--articles 20000]       a desk of clones, without reading
    python benchmarks/desk.py rate DESK [--from FILE] [--articles 600] [--characters 800] [--rounds 3] [--workers 2]
    python benchmarks/desk.py size DESK
    python benchmarks/desk.py queries DESK [--each 20]
    python benchmarks/desk.py readers DESK [--from FILE] [--seconds 60] [--processes 10]
    python benchmarks/desk.py kills FOLDER [--from FILE] [--articles 300] [--kills 50] [--seed 1]

FILE is a JSONL of rows with a text, or (for `make`) of records as `dateline read --to jsonl` writes them; without it
the project's examples serve. Their names and dates are varied, so that no two articles are the same (desk_corpus.py).

`rate` reads the same articles by `dateline.read_many` and into a desk, in turns, with as many processes. `readers` adds
to the desk while it asks: give it a copy. `kills` with DATELINE_MODEL=off is quicker. Each prints a table with targets.
"""

import argparse
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from desk_corpus import source_records, source_rows
from desk_figures import Figure, show
from desk_ingests import fill, rate, size
from desk_kills import kills
from desk_questions import queries, readers


def main() -> None:
    """Runs one measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("measure", choices=["make", "rate", "size", "queries", "readers", "kills"])
    parser.add_argument("path", type=Path, help="a desk; for kills a folder")
    parser.add_argument("--from", dest="source", type=Path)
    parser.add_argument("--articles", type=int)
    parser.add_argument("--characters", type=int, default=800)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--each", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--processes", type=int, default=10)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=random.randrange(10_000))
    options = parser.parse_args()
    show(f"{options.measure} (seed {options.seed})", list(_measured(options)))


def _measured(options: argparse.Namespace) -> Iterator[Figure]:
    path, articles = options.path, options.articles
    if options.measure == "make":
        records = source_records(options.source)
        fill(path, records, articles or 20_000, lambda done: print(f"\r  {done}", end="", file=sys.stderr, flush=True))
        yield from size(path)
    elif options.measure == "size":
        yield from size(path)
    elif options.measure == "queries":
        yield from queries(path, options.seed, options.each)
    elif options.measure == "rate":
        sources = source_rows(options.source, options.characters)
        yield from rate(path, sources, articles or 600, options.rounds, options.workers)
        yield from size(path)
    elif options.measure == "readers":
        sources = source_rows(options.source, options.characters)
        yield from readers(path, sources, options.processes, options.seconds, options.seed)
    else:
        path.mkdir(parents=True, exist_ok=True)
        sources = source_rows(options.source, min(options.characters, 400))
        yield from kills(path, sources, articles or 300, options.kills, options.seed)


if __name__ == "__main__":
    main()
