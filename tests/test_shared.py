"""The story that started the project, and wire copy in bulk. Skipped where the shared folder is absent."""

import json
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

import dateline
from dateline.record import Record
from dateline.settings import Settings

SHARED = Path(__file__).parent.parent.parent / "shared"
SEEDS = SHARED / "seeds"
needs_shared = pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared folder is not beside the project")


@needs_shared
def test_the_seed_story_is_understood() -> None:
    (story,) = SEEDS.glob("*.txt")
    record = dateline.read(story)
    command = [sys.executable, str(SEEDS / "score.py")]
    shown = subprocess.run(command, input=record.to_json().decode(), capture_output=True, text=True, check=False).stdout
    found, _, rest = shown.strip().splitlines()[-1].partition(" of 91 facts found; ")
    assert int(found) >= 88, shown
    assert rest.startswith("0 of 17 traps"), shown


@needs_shared
def test_old_wire_copy_goes_through_in_order() -> None:
    with (SHARED / "gold" / "events-muc4" / "dev.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, 40)]
    records = list(dateline.read_many(rows, Settings()))
    assert [record.article.id for record in records] == [row["id"] for row in rows]
    assert [record.text for record in records] == [row["text"] for row in rows]
    assert not [f for record in records for f in record.findings if f.severity == "error"]


@needs_shared
@pytest.mark.slow
def test_all_wire_copy_goes_through_without_a_crash() -> None:
    path = SHARED / "gold" / "events-muc4" / "dev.jsonl"
    records = list(dateline.read_many([path], Settings()))
    assert len(records) == 200
    for record in records:
        assert not [finding for finding in record.findings if finding.severity == "error"]
        assert Record.from_json(record.to_json()).facts == record.facts
