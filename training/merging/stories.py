"""Learns what tells that two articles are of one story: the numbers of `merging/stories/weights.py`.

python training/merging/stories.py TOPICS TOPICS_GOLD INCIDENTS INCIDENTS_GOLD

Each pair is the records of a train part (`dateline read --to jsonl`) and the part. Rows of the first name a subtopic:
articles of one subtopic are one story, all others are not, the likest of which are the other subtopics of a topic.
Rows of the second name incidents with type, day and place: articles that share one are one story, those that share
neither day nor town are not, and the rest is left out. What days tell is printed, and set by hand in weights.py, for
the one part has no days and the other knows only single incidents.
"""

import json
import re
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from dateline.merging.reports.report import Report
from dateline.merging.reports.reporting import report_of
from dateline.merging.stories.evidence import Evidence, evidence
from dateline.record import Record

LEAST = 0.1
"""The least likeness of words of a pair that is learnt from; other pairs are never compared."""
LEARNT = [name for name in Evidence._fields if name != "apart"]
DAY = re.compile(r"^\d\d? [A-Z]{3} \d\d$")
INCIDENTS = 3.0
"""What a pair of the second part weighs."""

Pair = tuple[Evidence, bool, float]


def main(topics: Path, topics_gold: Path, incidents: Path, incidents_gold: Path) -> None:
    """Fits, and prints the numbers."""
    pairs = [*by_subtopic(topics, topics_gold), *by_incident(incidents, incidents_gold)]
    pairs = [pair for pair in pairs if pair[0].words >= LEAST]
    rows = np.array([[*(getattr(found, name) for name in LEARNT), *_day_columns(found, of)] for found, _, of in pairs])
    same = [same for _, same, _ in pairs]
    fitted = LogisticRegression(C=1.0).fit(rows, same, sample_weight=[of for _, _, of in pairs])
    print(len(pairs), "pairs,", sum(same), "of one story")
    names = [*LEARNT, "second part", "days"]
    print(", ".join(f"{name}={much:.2f}" for name, much in zip(names, fitted.coef_[0], strict=True)))
    print("bias", round(float(fitted.intercept_[0]), 2))


def _day_columns(found: Evidence, of: float) -> tuple[float, float]:
    return float(of == INCIDENTS), float(np.log1p((found.apart or 0.0) / 2))


def by_subtopic(records: Path, gold: Path) -> Iterator[Pair]:
    """Pairs of the first part."""
    story = {row["id"]: row["meta"]["subtopic"] for row in rows_of(gold)}
    for one, other in combinations(reports(records), 2):
        yield evidence(one, other), story[one.article] == story[other.article], 1.0


def by_incident(records: Path, gold: Path) -> Iterator[Pair]:
    """Pairs of the second part, without those of which nobody knows."""
    told = {row["id"]: [incident(template["slots"]) for template in row["gold"]] for row in rows_of(gold)}
    for one, other in combinations(reports(records), 2):
        left, right = told[one.article], told[other.article]
        if any(DAY.match(day) and ":" in place and (kind, day, place) in right for kind, day, place in left):
            yield evidence(one, other), True, INCIDENTS
        elif not {day for _, day, _ in left} & {day for _, day, _ in right} and not towns(left) & towns(right):
            yield evidence(one, other), False, INCIDENTS


def incident(slots: dict[str, Any]) -> tuple[str, str, str]:
    """Type, day and place of an incident, each as the part writes it; empty where it tells none."""
    kind, day, place = (slots.get(name, [{"alts": [""]}])[0]["alts"][0] for name in ("inc-type", "inc-date", "inc-loc"))
    return kind, day.strip("- "), place.split(" - ")[0]


def towns(told: list[tuple[str, str, str]]) -> set[str]:
    """The places that are told exactly: country, department and town."""
    return {place for _, _, place in told if place.count(":") >= 2}


def rows_of(gold: Path) -> list[dict[str, Any]]:
    """The rows of a part."""
    return [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]


def reports(path: Path) -> list[Report]:
    """The reports of a file of records."""
    with path.open("rb") as lines:
        return [report_of(Record.from_json(line)) for line in lines]


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
