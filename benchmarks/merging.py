"""Merging, measured: a made-up world with known truth (merging_world.py), merged at once and article by article.

    python benchmarks/merging.py make FILE [--incidents 100000]           records, ten an incident on average
    python benchmarks/merging.py batch FILE [--workers 2]                 time, memory, B3 against the truth
    python benchmarks/merging.py growth FOLDER [--workers 2]              10,000 to 1,000,000 records: the exponent
    python benchmarks/merging.py order FILE [--articles 10000] [--rounds 10]   one desk for each order of arrival
    python benchmarks/merging.py arrivals DESK FILE [--articles 100000] [--each 500]   one article more: p50, p95

`order` and `arrivals` fill desks without reading: they take the records as they stand. Each prints a table.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from desk_figures import Figure, show
from merging_arrivals import arrivals, order
from merging_batch import batch, growth, make


def main() -> None:
    """Runs one measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("measure", choices=["make", "batch", "growth", "order", "arrivals"])
    parser.add_argument("path", type=Path, help="a file of records; for growth a folder, for arrivals a desk")
    parser.add_argument("records", type=Path, nargs="?", help="for arrivals: a file of records")
    parser.add_argument("--incidents", type=int, default=100_000)
    parser.add_argument("--articles", type=int)
    parser.add_argument("--each", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--people", action="store_true", help="ask who is who across articles, too")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    show(f"{options.measure} (seed {options.seed})", list(_measured(options, _tell)))


def _tell(line: str) -> None:
    if sys.stderr.isatty():
        print(f"\r  {line:60}", end="", file=sys.stderr, flush=True)


def _measured(options: argparse.Namespace, tell: Callable[[str], None]) -> Iterator[Figure]:
    if options.measure == "make":
        yield from make(options.path, options.incidents, options.seed, options.workers)
    elif options.measure == "batch":
        yield from batch(options.path, options.workers, options.people, tell)
    elif options.measure == "growth":
        yield from growth(options.path, options.seed, options.workers, options.people, tell)
    elif options.measure == "order":
        yield from order(options.path, options.articles or 10_000, options.rounds, options.seed, tell)
    else:
        yield from arrivals(options.path, options.records, options.articles or 100_000, options.each, tell)


if __name__ == "__main__":
    main()
