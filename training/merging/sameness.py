"""Learns what tells that an event of one report is an event of another: `merging/sameness/learnt.py`.

python training/merging/sameness.py RECORDS GOLD [--folds 4] [--write]

RECORDS are the records of a train part (`dateline read --to jsonl`), GOLD the part, whose rows name the cluster of each
event mention. A logistic regression over pairs of events of one topic of which both are annotated, and a few of other
topics, which are never one. The part's articles have no dates and its pairs are much alike, so it cannot teach what
days, figures and places weigh in other news: each weight of `BEFORE` is pulled to what it says, as strongly as it says.
`SHIFT` moves the line to 0.5. `--folds` tells how often pairs of topics that were left out are judged rightly.
"""

import argparse
import json
import random
from collections.abc import Iterator
from itertools import combinations_with_replacement
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.merging.reports.report import Report
from dateline.merging.reports.reporting import report_of
from dateline.merging.sameness.evidence import EVIDENCE, evidence, ground
from dateline.merging.sameness.prepared import Prepared, prepared
from dateline.merging.stories.likeness import story_tie
from dateline.record import Record

LEARNT = Path(__file__).parents[2] / "src/dateline/merging/sameness/learnt.py"
FAR, FAR_WEIGHT = 0.02, 0.3
"""Share of the pairs of articles of other topics that are looked at, and what a pair of their events weighs."""
PULL = 1.0
"""How strongly a weight is pulled to zero where `BEFORE` says nothing."""
SHIFT = 1.7
"""Log-odds that make 0.5 of the likelihood at which doc_pair precision on the train part is well above 0.8."""
BEFORE = {
    "no_shared_town": (-0.2, 40.0),
    "no_shared_country": (-0.8, 100.0),
    "denied_once": (-0.6, 40.0),
    "same_effect": (0.4, 100.0),
    "same_rare_words": (1.0, 40.0),
    "same_words": (0.5, 40.0),
    "same_names": (0.8, 20.0),
    "same_actor": (0.6, 20.0),
    "other_actor": (-0.6, 10.0),
    "other_mode": (-0.5, 20.0),
    "same_place": (0.8, 40.0),
    "inside": (0.3, 40.0),
    "other_place": (-1.5, 20.0),
    "same_day": (1.0, 100.0),
    "meeting_days": (0.4, 40.0),
    "days_apart": (-0.9, 100.0),
    "same_weekday": (0.3, 40.0),
    "other_weekday": (-1.0, 20.0),
    "other_yearly": (-1.5, 100.0),
    "published_apart": (-0.3, 100.0),
    "same_near_day": (0.3, 40.0),
    "other_near_day": (-0.3, 40.0),
    "same_toll": (0.8, 40.0),
    "other_toll": (-0.4, 40.0),
}
Numbers = NDArray[np.float64]


class Cases(NamedTuple):
    """Pairs of events: their evidence, whether they are one, what each weighs, and the topic of each."""

    known: Numbers
    one: Numbers
    weight: Numbers
    topic: list[str]


def main() -> None:
    """Fits, and prints or writes the weights."""
    parser = argparse.ArgumentParser()
    parser.add_argument("records", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    cases = read(asked.records, asked.gold)
    print(len(cases.one), "pairs of events,", int(cases.one.sum()), "are one")
    if asked.folds:
        judge(cases, asked.folds)
    weights = fit(cases)
    weights[0] += SHIFT
    table = "".join(f'    "{name}": {weight:.2f},\n' for name, weight in zip(EVIDENCE, weights, strict=True))
    if asked.write:
        head = LEARNT.read_text(encoding="utf-8").split("WEIGHTS = {")[0]
        LEARNT.write_text(f"{head}WEIGHTS = {{\n{table}}}\n", encoding="utf-8")
    else:
        print(table)


def read(records: Path, gold: Path) -> Cases:
    """The pairs of a train part."""
    rows = {row["id"]: row for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines())}
    clusters: dict[str, str] = {}
    ready = []
    for line in records.read_bytes().splitlines():
        record = Record.from_json(line)
        clusters.update(annotated(record, rows[record.article.id]["gold"]))
        ready.append(prepared(report_of(record)))
    found = list(pairs(ready, {id_: row["meta"]["topic"] for id_, row in rows.items()}, clusters))
    known, one, weight, topic = zip(*found, strict=True)
    return Cases(np.array(known), np.array(one, float), np.array(weight, float), list(topic))


def annotated(record: Record, gold: list[dict[str, object]]) -> Iterator[tuple[str, str]]:
    """The cluster of each event whose trigger touches an annotated mention."""
    mentions = [(*mention["span"], mention["cluster"]) for mention in gold if mention["kind"] == "event"]
    for fact in record.of("event"):
        trigger = fact.value.trigger
        found = [cluster for start, end, cluster in mentions if start < trigger.end and trigger.start < end]
        if found:
            yield fact.id, found[0]


def pairs(
    ready: list[Prepared], topics: dict[str, str], clusters: dict[str, str]
) -> Iterator[tuple[tuple[float, ...], bool, float, str]]:
    """The evidence of pairs, whether they are one, their weight and topic."""
    dice = random.Random(1)
    for one, other in combinations_with_replacement(ready, 2):
        topic, its = (topics[report.report.article] for report in (one, other))
        if not one.families & other.families or (topic != its and dice.random() > FAR):
            continue
        shared = ground(one, other, story_of(one.report, other.report))
        for a in one.tellings:
            for b in other.tellings:
                if not a.families & b.families or (one is other and a.happening.start >= b.happening.start):
                    continue
                left, right = clusters.get(a.happening.fact), clusters.get(b.happening.fact)
                if topic != its or (left and right):
                    weight = 1.0 if left and right else FAR_WEIGHT
                    numbers = shared.numbers + evidence(one, a, other, b, shared)
                    yield numbers, left is not None and left == right, weight, topic


def story_of(one: Report, other: Report) -> float:
    """How likely two articles tell one story."""
    return 0.5 if one is other else story_tie(one, other).score


def fit(cases: Cases) -> Numbers:
    """The weights of `EVIDENCE`, by Newton's method."""
    before = np.array([BEFORE.get(name, (0.0, PULL))[0] for name in EVIDENCE])
    pull = np.array([BEFORE.get(name, (0.0, PULL))[1] for name in EVIDENCE])
    pull[0] = 1e-6
    weights = before.copy()
    for _ in range(60):
        likely = 1 / (1 + np.exp(-cases.known @ weights))
        slope = cases.known.T @ (cases.weight * (likely - cases.one)) + pull * (weights - before)
        bend = (cases.known.T * (cases.weight * likely * (1 - likely))) @ cases.known + np.diag(pull)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if abs(step).max() < 1e-6:
            break
    return weights


def judge(cases: Cases, folds: int) -> None:
    """Prints precision and recall of pairs of topics that were left out."""
    topics = sorted(set(cases.topic))
    random.Random(4).shuffle(topics)
    likely = np.zeros(len(cases.one))
    for fold in range(folds):
        out = np.array([topic in topics[fold::folds] for topic in cases.topic])
        kept = Cases(cases.known[~out], cases.one[~out], cases.weight[~out], [])
        likely[out] = 1 / (1 + np.exp(-cases.known[out] @ fit(kept) - SHIFT))
    for line in (0.3, 0.5, 0.7, 0.9):
        said = likely >= line
        right = (cases.one[said] > 0).sum()
        print(
            f"{line}: right {right / said.sum():.3f} of those said, said {right / cases.one.sum():.3f} of those right"
        )


if __name__ == "__main__":
    main()
