"""The command line: what goes where, exit codes, and output that is whole or not there."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from invented_story import story
from typer.testing import CliRunner

import dateline.reader
from dateline.errors import BadPipeline, MissingPart
from dateline.faces import exporters
from dateline.faces.cli import app
from dateline.faces.destination import overwritten_input
from dateline.model import Refused
from dateline.record import Record

runner = CliRunner()
Read = Callable[..., Any]


class FakeReader:
    """Stands in for `read_many`: a record for each source, a refusal for each source called "bad..."."""

    def __init__(self) -> None:
        self.settings: Any = None
        self.sources: list[str] = []
        self.workers = 0
        self.fails: Exception | None = None
        self.interrupted_after: int | None = None

    def __call__(self, sources: list[str], settings: Any, *, workers: int, refused: Any) -> Iterator[Record]:
        self.settings, self.sources, self.workers = settings, sources, workers
        for index, source in enumerate(sources):
            if self.fails:
                raise self.fails
            if index == self.interrupted_after:
                os.kill(os.getpid(), signal.SIGINT)
                time.sleep(1)
            if Path(source).name.startswith("bad"):
                refused(Refused(location=source, stage="sources", reason="it is\nempty \x1b[2J"))
            else:
                yield story()


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeReader:
    fake = FakeReader()
    monkeypatch.setattr(dateline.reader, "read_many", fake)
    monkeypatch.chdir(tmp_path)
    return fake


def run(*arguments: str, **rest: Any) -> Any:
    return runner.invoke(app, list(arguments), **rest)


def test_records_go_to_standard_output_as_jsonl_and_nothing_else_does(reader: FakeReader) -> None:
    result = run("read", "a.txt", "bad.txt", "b.txt")
    lines = result.stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["varna-1", "varna-1"]
    assert Record.from_json(lines[0]).to_json() == story().to_json()
    assert "refused bad.txt: it is empty ␛[2J\n" in result.stderr
    assert result.stderr.endswith("2 read, 1 refused\n")


@pytest.mark.parametrize(
    ("sources", "code"), [(["a"], 0), (["a", "b"], 0), (["a", "bad"], 3), (["bad"], 3), (["bad", "bad2"], 3)]
)
def test_exit_codes_tell_whether_all_was_read(reader: FakeReader, sources: list[str], code: int) -> None:
    assert run("read", *sources).exit_code == code


def test_options_become_settings(reader: FakeReader) -> None:
    options = ["--limit", "7", "--published", "2024-03-05", "--outlet", "The Meridian", "--language", "en"]
    run("read", "a", *options, "--gazetteer", "world.sqlite", "--workers", "2")
    settings = reader.settings
    assert settings.gazetteer == "world.sqlite"
    assert (settings.limit, settings.published, settings.outlet) == (7, "2024-03-05", "The Meridian")
    assert (settings.language, reader.workers) == ("en", 2)


def test_without_options_the_file_and_environment_decide(reader: FakeReader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_OUTLET", "From the environment")
    run("read", "a")
    assert reader.settings.outlet == "From the environment"
    assert reader.settings.limit is None


def test_standard_input_is_read_when_no_source_is_named(reader: FakeReader) -> None:
    assert run("read", input="A story.").exit_code == 0
    assert reader.sources == ["-"]


def test_a_terminal_without_a_source_is_wrong_usage(monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.faces import cli

    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(cli.sys, "stdin", Terminal())
    with pytest.raises(cli.typer.BadParameter, match="nothing to read"):
        cli._sources(None)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--to", "papyrus"],
        ["--limit", "0"],
        ["--workers", "0"],
        ["--workers", "many"],
        ["--nonsense"],
        ["-o", "no/such/folder/x.jsonl"],
        ["-o", "."],
        ["-o", "a.txt"],
    ],
)
def test_wrong_usage_ends_with_2_before_anything_is_read(reader: FakeReader, arguments: list[str]) -> None:
    Path("a.txt").write_text("A story.")
    result = run("read", "a.txt", *arguments)
    assert (result.exit_code, reader.sources) == (2, [])
    assert "Traceback" not in result.output
    assert Path("a.txt").read_text() == "A story."


def test_bad_settings_are_wrong_usage(reader: FakeReader) -> None:
    Path("dateline.toml").write_text("colour = 'blue'")
    result = run("read", "a")
    assert result.exit_code == 2
    assert result.stderr.startswith("dateline: ") and "colour" in result.stderr


@pytest.mark.parametrize("error", [MissingPart("no gazetteer; install again"), OSError("disk full")])
def test_what_cannot_work_is_told_in_a_line(reader: FakeReader, error: Exception) -> None:
    reader.fails = error
    result = run("read", "a")
    assert (result.exit_code, result.stderr) == (1, f"dateline: {error}\n")


def test_output_goes_to_the_file_and_leaves_nothing_beside_it(reader: FakeReader, tmp_path: Path) -> None:
    result = run("read", "a", "b", "-o", "records.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert len(Path("records.jsonl").read_text().splitlines()) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["records.jsonl"]


@pytest.mark.parametrize(
    ("name", "begins"), [("x.html", "<!doctype html>"), ("x.jsonl", '{"format"'), ("x.data", '{"format"')]
)
def test_the_ending_of_the_file_chooses_the_format(reader: FakeReader, name: str, begins: str) -> None:
    run("read", "a", "-o", name)
    assert Path(name).read_text(encoding="utf-8").startswith(begins)


@pytest.mark.parametrize("name", ["x.csv", "x.jsonl.gz", "x.XLSX"])
def test_an_ending_that_promises_another_format_is_wrong_usage(reader: FakeReader, name: str) -> None:
    done = run("read", "a", "-o", name, env={"COLUMNS": "200"})
    assert done.exit_code == 2
    assert f"no record is written as .{name.lower().rpartition('.')[2]}" in done.stderr
    run("read", "a", "-o", name, "--to", "jsonl")
    assert Path(name).is_file()


def test_a_format_asked_for_beats_the_ending(reader: FakeReader) -> None:
    run("read", "a", "-o", "x.html", "--to", "terminal")
    assert "WHAT HAPPENED" in Path("x.html").read_text(encoding="utf-8")


def test_a_run_that_fails_leaves_the_old_file_alone(reader: FakeReader, tmp_path: Path) -> None:
    Path("x.jsonl").write_text("old")
    reader.fails = MissingPart("no model")
    assert run("read", "a", "-o", "x.jsonl").exit_code == 1
    reader.fails = None
    result = run("read", "bad", "-o", "x.jsonl")
    assert result.exit_code == 3 and "was not written" in result.stderr
    assert Path("x.jsonl").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["x.jsonl"]


def test_an_existing_file_is_replaced_and_keeps_its_permissions(reader: FakeReader) -> None:
    Path("x.jsonl").write_text("old")
    Path("x.jsonl").chmod(0o640)
    run("read", "a", "-o", "x.jsonl")
    assert Path("x.jsonl").stat().st_mode & 0o777 == 0o640
    assert Path("x.jsonl").read_text().startswith('{"format"')


def test_a_link_stays_a_link_and_a_device_is_written_to(reader: FakeReader) -> None:
    Path("real.jsonl").write_text("old")
    Path("link.jsonl").symlink_to("real.jsonl")
    run("read", "a", "-o", "link.jsonl")
    assert Path("link.jsonl").is_symlink() and Path("real.jsonl").read_text() != "old"
    assert run("read", "a", "-o", os.devnull).exit_code == 0


def test_an_input_is_never_overwritten(tmp_path: Path) -> None:
    folder = tmp_path / "stories"
    folder.mkdir()
    inside, outside = folder / "a.txt", tmp_path / "b.txt"
    inside.write_text("x")
    outside.write_text("x")
    (tmp_path / "hard.txt").hardlink_to(inside)
    assert overwritten_input(inside, ["-", str(inside)]) == str(inside)
    assert overwritten_input(inside, [str(folder)]) == str(folder)
    assert overwritten_input(tmp_path / "hard.txt", [str(inside)]) == str(inside)
    assert overwritten_input(outside, ["https://example.org/x", str(inside), "-"]) is None
    assert overwritten_input(folder / "new.jsonl", [str(folder)]) is None


def test_ctrl_c_keeps_what_was_read(reader: FakeReader) -> None:
    reader.interrupted_after = 2
    before = signal.getsignal(signal.SIGINT)
    result = run("read", "a", "b", "c", "d", "-o", "x.jsonl")
    assert result.exit_code == 130
    assert len(Path("x.jsonl").read_text().splitlines()) == 2
    assert result.stderr.endswith("2 read, 0 refused; interrupted\n")
    assert signal.getsignal(signal.SIGINT) is before


def test_quiet_shows_no_count_but_tells_refusals(reader: FakeReader) -> None:
    assert run("read", "a", "b", "bad", "--quiet").stderr.startswith("refused bad")
    assert "read," not in run("read", "a", "b", "bad", "-q").stderr
    assert run("read", "a", "b", "-q").stderr == ""
    assert run("read", "a").stderr == ""


def test_jsonl_is_written_line_by_line_as_records_come() -> None:
    seen: list[int] = []

    class Out:
        flushed = 0

        def write(self, _words: str) -> None: ...

        def flush(self) -> None:
            self.flushed += 1

    def coming() -> Iterator[Record]:
        for _ in range(3):
            seen.append(out.flushed)
            yield story()

    out = Out()
    exporters.jsonl(coming(), out)  # type: ignore[arg-type]
    assert seen == [0, 1, 2]


def test_a_guest_joins_under_the_name_of_its_entry_point(reader: FakeReader, monkeypatch: pytest.MonkeyPatch) -> None:
    def ids(records: Any, out: Any) -> None:
        """The ids alone."""
        out.writelines(f"{record.article.id}\n" for record in records)

    class Entry:
        name = "ids"

        def load(self) -> Any:
            return ids

    monkeypatch.setattr(exporters, "entry_points", lambda group: [Entry()] if group == "dateline.exporters" else [])
    exporters.exporters.cache_clear()
    try:
        assert run("read", "a", "--to", "ids").stdout == "varna-1\n"
        assert exporters.sentence(ids) == "The ids alone."
    finally:
        exporters.exporters.cache_clear()


def test_every_exporter_has_a_sentence() -> None:
    assert all(exporters.sentence(exporter) for exporter in exporters.EXPORTERS.values())


@pytest.mark.parametrize("command", ["read", "steps", "schema"])
def test_every_command_has_a_help_with_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0 and f"Example: dateline {command}" in result.stdout


def test_steps_are_printed_in_order_with_their_sentences() -> None:
    from dateline import pipeline

    printed = run("steps").stdout
    places = [printed.index(f"{step.name}: {step.sentence}") for step in pipeline.steps()]
    assert places == sorted(places)
    assert all(f"- {check.name}: {check.sentence}" in printed for check in pipeline.checks())


def test_a_broken_pipeline_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline import pipeline

    def broken() -> Any:
        raise BadPipeline("step 'x' needs y")

    monkeypatch.setattr(pipeline, "steps", broken)
    result = run("steps")
    assert (result.exit_code, result.stderr) == (1, "dateline: step 'x' needs y\n")


def test_schema_is_json() -> None:
    assert json.loads(run("schema").stdout)["$schema"].endswith("2020-12/schema")


def test_version_is_printed() -> None:
    result = run("--version")
    assert result.exit_code == 0 and result.stdout.startswith("dateline ")


def _command(*arguments: str, **rest: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dateline", *arguments], capture_output=True, text=True, timeout=60, check=False, **rest
    )


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from dateline.faces.cli import app\n"
        "try: app(['--help'])\n"
        "except SystemExit: pass\n"
        "print([name for name in ('spacy', 'numpy', 'lxml', 'trafilatura', 'httpx') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_missing_file_is_refused_by_the_real_command(tmp_path: Path) -> None:
    done = _command("read", str(tmp_path / "nothing.txt"))
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("refused ") and "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["schema"], ["steps"], ["read", "a", "--to", "jsonl"]])
def test_a_closed_pipe_is_quiet(arguments: list[str]) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv.pop(1))\n"
        "import dateline.reader; from invented_story import story; from dateline.faces.cli import main\n"
        "dateline.reader.read_many = lambda *_, **__: iter([story()] * 9)\n"
        "main()"
    )
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-c", code, str(Path(__file__).parent), *arguments],
        stdout=writing, stderr=subprocess.PIPE, text=True, timeout=60, check=False,
    )  # fmt: skip
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")
