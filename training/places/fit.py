"""Fits the weights of `understanding/geography/evidence.py` to the towns of four corpora and prints them.

    python -m training.places.fit [--gold ../shared/gold] [--folds 4]

A conditional logit over the candidates of every name whose place the gold knows: a candidate is right when it has the
gold's GeoNames id or lies within 161 km. The evidence of the other names depends on the weights, so fitting and reading
take turns. A prior pulls every weight to where it began. `--folds` also tells how often the choice is right on
documents that were left out. Numbers go into `evidence.py` by hand, rounded. Needs Dateline and numpy.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from dateline.annotation.annotate import annotate
from dateline.model import Article
from dateline.reading import read_page
from dateline.settings import Settings
from dateline.sources import pages
from dateline.understanding.geography.choice import choices, settled, surroundings
from dateline.understanding.geography.evidence import Toponym, Weights, own
from dateline.understanding.geography.globe import kilometres
from dateline.understanding.geography.toponyms import named

CORPORA = {"geo-lgl": 0.25, "geo-trnews": 1.0, "geo-geowebnews": 1.0, "geo-geovirus": 1.0}
"""What a name of each counts: local news is not to decide for the news of the world."""
NEAR = 161.0
NO_PLACES = ("Non_Toponym", "Literal_Expression", "Non_Lit_Expression")
TURNS, STEPS, RATE, PULL = 6, 150, 0.5, 0.002

Right = list[float]
"""Of each candidate of a name, the share of its mentions of which it is the place."""


class Document(NamedTuple):
    """The names of a story, and for those that the gold places which candidates are right."""

    toponyms: list[Toponym]
    right: list[Right | None]
    weight: float


def documents(gold: Path) -> Iterator[Document]:
    """The stories of all corpora, read by Dateline."""
    for corpus, weight in CORPORA.items():
        lines = (gold / corpus / "dev.jsonl").read_text(encoding="utf-8").split("\n")
        rows = {row["id"]: row for row in map(json.loads, filter(None, lines))}
        beside = gold / corpus / "coordinates.json"
        atlas = json.loads(beside.read_text(encoding="utf-8")) if beside.is_file() else {}
        given = [{"id": row["id"], "text": row["text"]} for row in rows.values()]
        articles = [a for page in pages(given, Settings()) for a in read_page(page) if isinstance(a, Article)]
        for i in range(0, len(articles), 32):
            batch = articles[i : i + 32]
            for article, annotation in zip(batch, annotate(batch), strict=True):
                known = [each for each in named(annotation, article) if each.toponym.candidates]
                points = list(_points(rows[article.id]["gold"], atlas))
                right = [_right(each.toponym, each.names, points) for each in known]
                yield Document([each.toponym for each in known], right, weight)


def _points(
    gold: Sequence[dict[str, Any]], atlas: dict[str, Any]
) -> Iterator[tuple[int, int, str, tuple[float, float]]]:
    """Span, GeoNames id and coordinates of what the gold places."""
    for each in gold:
        number = str(each.get("geonameid") or "")
        at = (each["lat"], each["lon"]) if each.get("lat") is not None else atlas.get(number)
        if at is not None and each.get("type") not in NO_PLACES:
            yield (*each["span"], number, (float(at[0]), float(at[1])))


def _right(toponym: Toponym, names: Sequence[Any], points: Sequence[Any]) -> Right | None:
    found = [
        [
            float(str(place.geonames) == number or kilometres(at, (place.lat or 0.0, place.lon or 0.0)) <= NEAR)
            for place in toponym.candidates
        ]
        for name in names
        if name.label == "place"
        for start, end, number, at in points
        if min(name.end, end) > max(name.start, start)
    ]
    return [sum(column) / len(found) for column in zip(*found, strict=True)] if found else None


def _cases(given: Sequence[Document], weights: Weights) -> Iterator[tuple[Any, Any, float]]:
    """Features and right answers of every name that is a question: several candidates, some of them right."""
    for document in given:
        likely = settled(document.toponyms, weights, rounds=2)
        around = surroundings(document.toponyms, likely)
        for toponym, right, others in zip(document.toponyms, document.right, around, strict=True):
            answers = np.array([share > 0.5 for share in right or ()], dtype=float)
            if 0 < answers.sum() < len(answers):
                told = zip(own(toponym), toponym.candidates, strict=True)
                yield np.array([mine + others.around(place) for mine, place in told]), answers, document.weight


def fit(given: Sequence[Document]) -> Weights:
    """The weights under which the right candidates are likeliest."""
    begin = values = np.array([getattr(Weights(), name) for name in Weights.__struct_fields__])
    for _ in range(TURNS):
        cases = list(_cases(given, Weights(*map(float, values))))
        for _ in range(STEPS):
            slope = np.zeros_like(values)
            for features, answers, weight in cases:
                logits = features @ values
                likely = np.exp(logits - logits.max())
                likely /= likely.sum()
                right = likely * answers
                slope += weight * (features.T @ (right / (right.sum() + 1e-9) - likely))
            values = values + RATE * (slope / len(cases) - PULL * (values - begin))
    return Weights(*map(float, values))


def share_right(given: Sequence[Document], weights: Weights) -> float:
    """How many of the placed names are chosen rightly, of those that have a right candidate."""
    right = total = 0.0
    for document in given:
        for toponym, answers, chosen in zip(
            document.toponyms, document.right, choices(document.toponyms, weights), strict=True
        ):
            if answers and max(answers) > 0.5:
                total += 1
                right += answers[toponym.candidates.index(chosen.place)] > 0.5
    return right / total


def main() -> None:
    """Prints the weights, and with `--folds` how well they do on what they were not fitted to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path(__file__).parents[2].parent / "shared" / "gold")
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    if not options.gold.is_dir():
        sys.exit(f"no gold folder at {options.gold}; give one with --gold")
    given = list(documents(options.gold))
    for i in range(options.folds):
        kept, aside = [d for n, d in enumerate(given) if n % options.folds != i], given[i :: options.folds]
        print(f"fold {i + 1}: {share_right(aside, fit(kept)):.3f} of the names left out, {len(aside)} stories")
    found = fit(given)
    print(f"all: {share_right(given, found):.3f}; as shipped: {share_right(given, Weights()):.3f}")
    for name in Weights.__struct_fields__:
        print(f"    {name}: float = {getattr(found, name):.2f}")


if __name__ == "__main__":
    main()
