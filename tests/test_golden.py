"""Our own stories and how they are read, as a person sees it: a changed record shows as a diff to approve.

DATELINE_APPROVE=1 python -m pytest tests/test_golden.py      writes what is read now; then read the diff
"""

import io
import os
from pathlib import Path

import pytest

import dateline
from dateline.faces.exporters import exporters
from dateline.record import Record

ROOT = Path(__file__).parent.parent
STORIES = sorted([*(ROOT / "examples").glob("*.*"), *(ROOT / "tests" / "corpus").glob("*.*")])
GOLDEN = ROOT / "tests" / "golden"


def as_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    out = io.StringIO()
    exporters()["terminal"]([dateline.read(path.relative_to(ROOT).as_posix())], out)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_our_stories_read_as_approved(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = as_read(path, monkeypatch)
    approved = GOLDEN / f"{path.stem}.txt"
    if os.environ.get("DATELINE_APPROVE"):
        approved.parent.mkdir(exist_ok=True)
        approved.write_text(shown, encoding="utf-8")
    assert shown == approved.read_text(encoding="utf-8"), "the record has changed; approve it with DATELINE_APPROVE=1"


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_our_stories_break_no_step(path: Path) -> None:
    record = dateline.read(path)
    assert [finding for finding in record.findings if finding.severity == "error"] == []
    assert Record.from_json(record.to_json()).to_json() == record.to_json()
