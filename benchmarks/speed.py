"""Articles a second: the whole of `dateline.read_many` against a bare parse of the same articles in the same run.

    python benchmarks/speed.py [ROWS.jsonl] [--articles 100] [--rounds 5] [--steps]

It says too what the encoder costs, net of the parser's own search for names, which it makes needless.
Without a file it reads the project's own examples over and over. Both ways take turns, so that a noisy machine is noisy
for both; the median of the rounds' ratios is the figure to quote. `--steps` adds what each step costs, in milliseconds
an article.
"""

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import Any, Literal

import dateline
from dateline.annotation.annotate import annotate
from dateline.annotation.encoder.claims import claims
from dateline.annotation.encoder.model import encoder
from dateline.annotation.encoder.triggers import triggers
from dateline.annotation.labels import entities
from dateline.annotation.parser import pipeline
from dateline.languages import load
from dateline.model import Article
from dateline.pipeline import CHECKS, STEPS, run_step
from dateline.reading import read_page
from dateline.record import Record
from dateline.settings import Settings
from dateline.sources import pages

EXAMPLES = Path(__file__).parent.parent / "examples"


def rows(path: Path | None, count: int) -> list[dict[str, Any]]:
    """So many rows with a text, from a JSONL file or from the examples."""
    if path:
        with path.open(encoding="utf-8") as lines:
            found = [json.loads(line) for line in islice(lines, count)]
        return [{"id": str(row["id"]), "text": row["text"]} for row in found]
    texts = [file.read_text(encoding="utf-8") for file in sorted(EXAMPLES.glob("*.txt"))]
    return [{"id": str(i), "text": text} for i, text in enumerate(islice(cycle(texts), count))]


def timed(run: Callable[[], int]) -> float:
    """Seconds that a run takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def bare(texts: list[str], but: tuple[str, ...] = ()) -> int:
    """The parser alone, all components on, as anybody would call it; without those in `but`."""
    return sum(len(doc) for doc in pipeline(load("en").language.pipeline).pipe(texts, disable=but))


def labelled(texts: list[str]) -> int:
    """The encoder alone, names, claims and triggers told."""
    found = 0
    for scores, text in zip(encoder().read(texts), texts, strict=True):
        found += len(entities(scores, text, "en")) + len(list(claims(scores))) + len(list(triggers(scores, ())))
    return found


def whole(given: list[dict[str, Any]], model: Literal["on", "off"] = "on") -> int:
    """A source to records, JSON included."""
    return sum(len(record.to_json()) for record in dateline.read_many(given, Settings(model=model)))


def step_costs(given: list[dict[str, Any]]) -> dict[str, float]:
    """Milliseconds an article for reading, annotation and each step and check."""
    costs: dict[str, float] = defaultdict(float)

    def clock(name: str, run: Callable[[], Any]) -> Any:
        start = time.perf_counter()
        result = run()
        costs[name] += (time.perf_counter() - start) * 1000 / len(given)
        return result

    found = clock("sources", lambda: list(pages(given, Settings())))
    articles = clock(
        "reading", lambda: [each for page in found for each in read_page(page) if isinstance(each, Article)]
    )
    annotations = clock("annotation (parse and names)", lambda: list(annotate(articles)))
    for article, annotation in zip(articles, annotations, strict=True):
        record = Record(article, annotation)
        for step in STEPS:
            clock(f"step {step.name}", lambda step=step, record=record: run_step(record, step))
        for check in CHECKS:
            clock(f"check {check.name}", lambda check=check, record=record: list(check.run(record)))
        clock("JSON", record.to_json)
    return costs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--steps", action="store_true")
    options = parser.parse_args()
    given = rows(options.file, options.articles)
    texts = [row["text"] for row in given]
    whole(given[:3])
    bare(texts[:3])
    runs: dict[str, Callable[[], int]] = {
        "bare parse": lambda: bare(texts),
        "dateline.read": lambda: whole(given),
        "by rules alone": lambda: whole(given, "off"),
        "encoder": lambda: labelled(texts),
        "parse without names": lambda: bare(texts, ("ner",)),
    }
    rounds = [{name: timed(run) for name, run in runs.items()} for _ in range(options.rounds)]
    print(f"{len(given)} articles, {sum(map(len, texts)) // len(texts)} characters each, {options.rounds} rounds")
    for name in runs:
        ratio = median(each[name] / each["bare parse"] for each in rounds)
        speed = len(given) / median(each[name] for each in rounds)
        print(f"{name:20} {speed:7.1f} articles/s {ratio:6.2f} times the parse")
    net = median((e["encoder"] + e["parse without names"]) / e["bare parse"] - 1 for e in rounds)
    print(f"{'encoder, net':20} {'':18} {net:6.2f} times the parse")
    if options.steps:
        for name, cost in step_costs(given).items():
            print(f"  {cost:8.2f} ms  {name}")


if __name__ == "__main__":
    main()
