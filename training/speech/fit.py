"""Fits the weights of `understanding/speech/claims/judgement.py` to PolNeAR's attributions and prints them.

    python -m training.speech.fit [--gold ../shared/gold] [--folds 8]

A logistic regression for what grammar and encoder both see and one for what only the encoder sees; of what only the
grammar sees the share that is right. An attribution is right when it is paired with one of the gold whose content is
half the same, each with its likest. Only articles are read that the encoder did not learn from (`aside` in
`training/split.json`): of others its scores are too good. `--folds` also tells how often what is told is right, by its
likelihood, in articles that were left out. Numbers go into `judgement.py` by hand, rounded. Needs Dateline and numpy.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np
from training.encoder.documents import GOLD, rows

from dateline.annotation.annotate import annotate
from dateline.model import Article
from dateline.reading import read_page
from dateline.settings import Settings
from dateline.sources import pages
from dateline.understanding.speech.attribution import candidates
from dateline.understanding.speech.claims.agreement import is_within, joined, likeness, paired
from dateline.understanding.speech.claims.judgement import Weights, evidence
from dateline.understanding.speech.cues import Attribution, Discourse
from dateline.values import Span

SPLIT = Path(__file__).resolve().parent.parent / "split.json"
HALF, STEPS, PULL = 0.5, 40, 1.0
BINS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
Sort = Literal["both", "claimed", "ruled"]
SORTS: tuple[Sort, ...] = ("both", "claimed", "ruled")
Content = tuple[Span, ...]


class Case(NamedTuple):
    """An attribution of an article: who sees it, what is known of it, and whether it is one."""

    article: int
    sort: Sort
    known: tuple[float, ...]
    right: bool


def cases(path: Path) -> Iterator[Case]:
    """Those of all articles that were set aside."""
    kept = frozenset(json.loads(SPLIT.read_text(encoding="utf-8"))["polnear"]["aside"])
    gold = {row["id"]: row for row in rows(path) if row["id"] in kept}
    given = [{"id": id_, "text": row["text"]} for id_, row in gold.items()]
    articles = [a for page in pages(given, Settings()) for a in read_page(page) if isinstance(a, Article)]
    for i in range(0, len(articles), 16):
        batch = articles[i : i + 16]
        for n, (article, annotation) in enumerate(zip(batch, annotate(batch), strict=True), i):
            yield from judged(n, Discourse(annotation, article.text), contents(gold[article.id]))


def contents(row: Mapping[str, Any]) -> list[Content]:
    """What is said in a text, as the gold has it."""
    return [tuple(Span(*span) for part in each["content"] for span in part["spans"]) for each in row["gold"]]


def judged(article: int, discourse: Discourse, gold: Sequence[Content]) -> Iterator[Case]:
    """The attributions of one text, but those within another's words, which the gold does not mark."""
    found = list(seen(discourse))
    right = matched([one.content for _, one, _ in found], gold)
    for i, (sort, one, like) in enumerate(found):
        yield Case(article, sort, evidence(one.claim, like), i in right)


def seen(discourse: Discourse) -> Iterator[tuple[Sort, Attribution, float]]:
    """What grammar and encoder see, with the likeness of the two contents where both do."""
    ruled, claimed = candidates(discourse)
    pairs = paired(ruled, claimed)
    for i, one in enumerate(ruled):
        if i in pairs:
            other = claimed[pairs[i]]
            yield "both", joined(one, other, discourse), likeness(one.content, other.content)
        elif not is_within(one, claimed):
            yield "ruled", one, 0.0
    yield from (("claimed", other, 0.0) for j, other in enumerate(claimed) if j not in pairs.values())


def matched(found: Sequence[Content], gold: Sequence[Content]) -> set[int]:
    """The numbers of those that are half the same as one of the gold, each of which matches one."""
    likely = ((likeness(one, other), -i, -j) for i, one in enumerate(found) for j, other in enumerate(gold) if other)
    left, right = set(range(len(gold))), set()
    for like, i, j in sorted(likely, reverse=True):
        if like >= HALF and -i not in right and -j in left:
            right.add(-i)
            left.remove(-j)
    return right


def fit(given: Sequence[Case]) -> Weights:
    """The weights under which what is right is likeliest, by Newton's steps; all but the first are pulled to 0."""
    known, right = np.array([case.known for case in given]), np.array([case.right for case in given], dtype=float)
    values, pull = np.zeros(known.shape[1]), np.diag([1e-6, *[PULL] * (known.shape[1] - 1)])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-known @ values))
        bend = (known * (likely * (1 - likely))[:, None]).T @ known + pull
        values += np.linalg.solve(bend, known.T @ (right - likely) - pull @ values)
    return Weights(*map(float, values))


def likelihoods(given: Sequence[Case], fitted: Sequence[Case]) -> list[float]:
    """How likely each of the cases of one sort is, by weights fitted to others of the sort."""
    if given and given[0].sort == "ruled":
        return [sum(case.right for case in fitted) / len(fitted)] * len(given)
    weights = fit(fitted)
    values = np.array([getattr(weights, name) for name in Weights.__struct_fields__])
    return [float(1 / (1 + np.exp(-np.array(case.known) @ values))) for case in given]


def lines(told: Sequence[tuple[float, bool]]) -> Iterator[str]:
    """For each range of likelihoods how many there are, what was expected of them, and the share that is right."""
    for low, high in pairwise(BINS):
        own = [(likely, right) for likely, right in told if low <= likely < high]
        if own:
            expected, share = (sum(part) / len(own) for part in zip(*own, strict=True))
            yield f"  {low:.2f} to {high:.2f}: {len(own)}, expected {expected:.3f}, right {share:.3f}"


def report(given: Sequence[Case], folds: int) -> None:
    """Folds first, then the weights of all articles."""
    by_sort: dict[Sort, list[Case]] = defaultdict(list)
    for case in given:
        by_sort[case.sort].append(case)
    for sort in SORTS if folds else ():
        told: list[tuple[float, bool]] = []
        for i in range(folds):
            out = [case for case in by_sort[sort] if case.article % folds == i]
            rest = [case for case in by_sort[sort] if case.article % folds != i]
            told += zip(likelihoods(out, rest), (case.right for case in out), strict=True)
        print(f"left out, {sort}", *lines(told), sep="\n")
    for sort in SORTS:
        own = by_sort[sort]
        print(f"{sort}: {sum(case.right for case in own) / len(own):.3f} of {len(own)} right")
        if sort != "ruled":
            weights = fit(own)
            print("   ", ", ".join(f"{name}={getattr(weights, name):.2f}" for name in Weights.__struct_fields__))


def main() -> None:
    """Prints the weights, and with `--folds` how well they do on what they were not fitted to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    path = options.gold / "quotes-polnear" / "train.jsonl.gz"
    if not path.is_file():
        sys.exit(f"no corpus at {path}; give the gold folder with --gold")
    report(list(cases(path)), options.folds)


if __name__ == "__main__":
    main()
