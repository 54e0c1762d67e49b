"""How many pairs of names a second, and how well on the pairs of OpenSanctions.

    python benchmarks/names.py [--gold ../shared/gold] [--rounds 5]

Three speeds of one process: pairs whose names and words are all new, new pairs of names that were seen before (a list
against a list), and pairs that come again. They are of processor time, since other work on a machine makes no name
harder. The figures are those of the shared scorer, at 0.5 and at the best line. The set marks some pairs as one that
we keep apart on purpose: funds of two numbers, Korean names of two syllables.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from quality import KINDS, figures

from dateline.names import Kind, same_name
from dateline.names.bodies import body, looks_like_a_body, weight
from dateline.names.folding import fold, skeleton
from dateline.names.letters import plain, signs
from dateline.names.organisations import _word_tie
from dateline.names.persons import person
from dateline.names.words import _tie, is_given

FOLDER = "names-opensanctions"
CACHES = (body, looks_like_a_body, weight, fold, skeleton, plain, signs, _word_tie, person, _tie, is_given)

Pair = tuple[str, str, Kind | None]


def pairs(gold: Path) -> list[Pair]:
    """The pairs of the development set."""
    lines = (gold / FOLDER / "dev.jsonl").read_text(encoding="utf-8").split("\n")
    rows = [json.loads(line) for line in lines if line]
    return [(row["gold"][0]["name1"], row["gold"][0]["name2"], KINDS.get(row["meta"]["schema"])) for row in rows]


def microseconds(asked: list[Pair], before: Callable[[], object], rounds: int) -> float:
    """Processor time of a pair, the best of so many rounds."""
    best = float("inf")
    for _ in range(rounds):
        before()
        start = time.process_time()
        for a, b, kind in asked:
            same_name(a, b, kind)
        best = min(best, time.process_time() - start)
    return best / len(asked) * 1e6


def forget() -> None:
    """Empties what is remembered of names and words."""
    for cache in CACHES:
        cache.cache_clear()


def forget_pairs() -> None:
    """Empties what is remembered of pairs of words."""
    _tie.cache_clear()
    _word_tie.cache_clear()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path(__file__).parent.parent.parent / "shared" / "gold")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    if not options.gold.is_dir():
        sys.exit(f"no gold folder at {options.gold}; give one with --gold")
    asked = pairs(options.gold)
    crossed = [(a, asked[(7 * i + 11) % len(asked)][1], kind) for i, (a, _, kind) in enumerate(asked)]
    microseconds(asked, forget, 1)  # loads the lists
    rows = {
        "all new": microseconds(asked, forget, options.rounds),
        "seen names, new pairs": microseconds(crossed, forget_pairs, options.rounds),
        "seen pairs": microseconds(asked, dict, options.rounds),
    }
    for label, each in rows.items():
        print(f"{label:22} {each:6.1f} µs a pair, {1e6 / each:10,.0f} pairs/s")
    found = figures(options.gold, FOLDER, None)
    print(f"at_half_f1 {found['at_half_f1']}  best_f1 {found['best_f1']} at {found['best_threshold']}")


if __name__ == "__main__":
    main()
