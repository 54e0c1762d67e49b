"""`dateline merge` used wrongly: told plainly, and nothing is overwritten."""

import gzip
from pathlib import Path

import pytest
from told_records import record
from typer.testing import CliRunner

from dateline.faces.cli import app
from dateline.faces.exits import CANNOT, USAGE


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_bytes(record("a1").to_json() + b"\n")
    return path


def test_the_decisions_are_not_overwritten(records: Path, tmp_path: Path) -> None:
    decisions = tmp_path / "decisions.jsonl"
    decisions.write_bytes(b"\n")
    words = ["merge", str(records), "--judgements", str(decisions), "-o", str(decisions)]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == USAGE and decisions.read_bytes() == b"\n"


def test_only_nothing_is_refused(records: Path) -> None:
    done = CliRunner().invoke(app, ["merge", str(records), "--only", " , "])
    assert done.exit_code == USAGE and "stories" in done.stderr


def test_a_torn_file_leaves_no_output(records: Path, tmp_path: Path) -> None:
    torn, out = tmp_path / "torn.jsonl.gz", tmp_path / "merged.jsonl"
    torn.write_bytes(gzip.compress(records.read_bytes())[:-30])
    done = CliRunner().invoke(app, ["merge", str(torn), "-o", str(out)])
    assert done.exit_code == CANNOT and "no whole gzip file" in done.stderr
    assert not list(tmp_path.glob("*merged*"))
