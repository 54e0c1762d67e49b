"""`dateline merge`: files in, lines out, honest about what it could not use."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from told_records import event_of, record
from typer.testing import CliRunner

import dateline
from dateline.desk.keeping.merge import Merging
from dateline.faces.cli import app
from dateline.faces.desk.merging import count_of
from dateline.faces.exits import CANNOT, READ, SOME_REFUSED, USAGE

RECORDS = [
    record("a1"),
    record("a2", published="2024-05-04", toll=11, headline="Death toll of {town} blast rises to {toll}"),
    record("b1", type="PROTEST", headline="Dockers march in {town}"),
]


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_bytes(b"".join(each.to_json() + b"\n" for each in RECORDS))
    return path


def run(*words: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["merge", *map(str, words)], input=stdin, prog_name="dateline")


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_it_writes_stories_incidents_and_links(records: Path) -> None:
    done = run(records)
    assert done.exit_code == READ
    found = lines(done.stdout)
    incidents = [line for line in found if "incident" in line]
    assert sorted(len(line["articles"]) for line in incidents) == [1, 2]
    assert any("title" in line and "incident" not in line for line in found)
    assert any("judgement" in line for line in found)
    assert "2 incidents" in done.stderr and "stories" in done.stderr


def test_it_says_what_it_says_in_python(records: Path) -> None:
    merged = dateline.merge(RECORDS)
    found = {line["incident"] for line in lines(run(records, "--only", "incidents").stdout)}
    assert found == {incident.incident for incident in merged.incidents}


def test_only_some_kinds(records: Path) -> None:
    assert all("incident" in line for line in lines(run(records, "--only", "incidents").stdout))
    both = lines(run(records, "--only", "stories, links", "--no-people").stdout)
    assert both and not any("incident" in line for line in both)
    wrong = run(records, "--only", "events")
    assert wrong.exit_code == USAGE and "'events' is" in wrong.stderr


def test_people_are_links_unless_nobody_asks(records: Path) -> None:
    about = {line["about"] for line in lines(run(records, "--only", "links").stdout)}
    assert "organisation" in about and "place" in about
    fewer = {line["about"] for line in lines(run(records, "--only", "links", "--no-people").stdout)}
    assert fewer <= {"event", "story"}


def test_packed_files_and_standard_input(records: Path) -> None:
    packed = records.with_suffix(".jsonl.gz")
    packed.write_bytes(gzip.compress(records.read_bytes()))
    plain = run(records).stdout
    assert run(packed).stdout == plain
    assert run("-", stdin=records.read_bytes()).stdout == plain


def test_an_output_file_appears_whole(records: Path, tmp_path: Path) -> None:
    out = tmp_path / "merged.jsonl"
    done = run(records, "-o", out, "--quiet")
    assert (done.exit_code, done.stdout, done.stderr) == (READ, "", "")
    assert out.read_text(encoding="utf-8") == run(records).stdout
    lost = run(records, "-o", records)
    assert lost.exit_code == USAGE and "would overwrite" in lost.stderr


def test_a_line_that_is_no_record_is_told(tmp_path: Path) -> None:
    path = tmp_path / "mixed.jsonl"
    path.write_bytes(b'{"text": "a row"}\n' + RECORDS[0].to_json() + b"\n")
    done = run(path)
    assert done.exit_code == SOME_REFUSED
    assert "refused line 1" in done.stderr and "1 lines were no records" in done.stderr
    assert any("incident" in line for line in lines(done.stdout))


def test_people_decide(records: Path, tmp_path: Path) -> None:
    decided = tmp_path / "judgements.jsonl"
    pair = {"left": event_of(RECORDS[0]), "right": event_of(RECORDS[1])}
    decided.write_text(json.dumps({**pair, "judgement": "different", "decided_by": "Ada"}), encoding="utf-8")
    found = lines(run(records, "--judgements", decided, "--only", "incidents").stdout)
    assert [len(line["articles"]) for line in found] == [1, 1, 1]
    decided.write_text("{}", encoding="utf-8")
    wrong = run(records, "--judgements", decided)
    assert wrong.exit_code == CANNOT and "line 1 is no judgement" in wrong.stderr


def test_what_is_missing_is_told_in_a_sentence(tmp_path: Path) -> None:
    assert "name files of records" in run().stderr
    absent = run(tmp_path / "absent.jsonl")
    assert absent.exit_code == CANNOT and "no such file" in absent.stderr


def test_a_desk_is_merged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "news.db"
    dateline.open(path, create=True).close()
    assert "nothing to merge" in run("--desk", path).stderr
    asked: dict[str, Any] = {}

    def stand_in(_: Any, *, all: bool, told: Any) -> Merging:  # noqa: A002
        asked["all"] = all
        told(Merging(3, 2))
        return Merging(3, 3)

    monkeypatch.setattr("dateline.desk.desk.Desk.merge", stand_in)
    done = run("--desk", path, "--all")
    assert (done.exit_code, asked) == (READ, {"all": True})
    assert "3 merged" in done.stderr


def test_a_merging_is_counted() -> None:
    count = count_of(Merging(9, 5, 1, 1))
    assert count.words == ("5 merged", "1 failed", "1 gone meanwhile")


def test_the_desk_of_the_setting_is_merged_where_no_files_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, records: Path
) -> None:
    path = tmp_path / "news.db"
    with dateline.open(path, create=True):
        pass
    monkeypatch.setenv("DATELINE_DESK", str(path))
    done = run()
    assert done.exit_code == READ and "news.db has 0 articles" in done.stderr
    both = run(records, "--desk", path)
    assert both.exit_code == USAGE and "a desk is merged by itself" in both.stderr
