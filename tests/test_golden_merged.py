"""Our own reports of one event, merged, as a person sees it: a change shows as a diff to approve.

DATELINE_APPROVE=1 python -m pytest tests/test_golden_merged.py      writes what is merged now; then read the diff
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import dateline
from dateline.merging.outcomes import Incident

ROOT = Path(__file__).parent.parent
REPORTS = ROOT / "examples" / "ferry" / "reports.jsonl"
APPROVED = ROOT / "tests" / "golden" / "merged-ferry.txt"


@pytest.fixture(scope="module")
def merged() -> dateline.Merged:
    rows = [json.loads(line) for line in REPORTS.read_text(encoding="utf-8").splitlines()]
    return dateline.merge(list(dateline.read_many(rows)))


def _shown(merged: dateline.Merged) -> Iterator[str]:
    for story in merged.stories:
        yield f"STORY {story.title} ({story.independent} independent)"
        yield f"  {', '.join(story.articles)}"
        yield from (f"  {copy.article} is {copy.how} of {copy.of}" for copy in story.copies)
    for incident in merged.incidents:
        yield from _incident(incident)
    for link in merged.links:
        if link.about == "event" and link.judgement != "same":
            yield f"{link.judgement.upper()} {'; '.join(link.reasons)}"


def _incident(incident: Incident) -> Iterator[str]:
    yield f"{incident.type} {incident.title}"
    when, where = incident.when, incident.where
    yield f"  {when.earliest if when else '?'} to {when.latest if when else '?'}, {where.name if where else 'nowhere'}"
    yield f"  {', '.join(incident.articles)}: {incident.independent} independent, {incident.status}"
    for effect, count in incident.casualties.items():
        yield f"  {effect} {count.low}..{count.high}, best {count.best}"
        yield from (f"    {step.published}: {step.low}..{step.high}" for step in count.over_time)
        yield from (f"    {figure.best} says {figure.said_by} ({figure.outlet})" for figure in count.by_source)
    yield from (f"  {each.how}: {each.message}" for each in incident.disagreements)


def test_our_reports_merge_as_approved(merged: dateline.Merged) -> None:
    shown = "\n".join(_shown(merged)) + "\n"
    if os.environ.get("DATELINE_APPROVE"):
        APPROVED.write_text(shown, encoding="utf-8")
    assert shown == APPROVED.read_text(encoding="utf-8"), "merging has changed; approve it with DATELINE_APPROVE=1"


def test_the_sinking_is_one_event_and_the_boat_days_later_another(merged: dateline.Merged) -> None:
    homes = {
        article: i
        for i, incident in enumerate(merged.incidents)
        if incident.type == "ACCIDENT"
        for article in incident.articles
    }
    assert len({homes[f"ferry-{number}"] for number in (1, 2, 3, 4, 5)}) == 1
    assert homes["ferry-6"] != homes["ferry-1"]


def test_a_copy_is_no_source_and_a_rising_toll_no_disagreement(merged: dateline.Merged) -> None:
    sinking = next(incident for incident in merged.incidents if "ferry-1" in incident.articles and incident.casualties)
    assert sinking.independent < len(sinking.articles)
    assert any(figure.copy for figure in sinking.casualties["killed"].by_source)
    how = {each.how for each in sinking.disagreements if each.about == "killed"}
    assert how == {"update", "disagreement", "denial"}
