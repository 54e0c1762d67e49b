"""`dateline gazetteer`: what is told where, what a user has to do next, and what a broken file is worth."""

import json
import os
import pty
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dateline.annotation import gazetteer as module
from dateline.annotation.gazetteer import FILE, Gazetteer
from dateline.annotation.gazetteer.building import builder
from dateline.faces.cli import app
from geonames_dump import package, packed, row

DUMP = [
    row(100, "Ørnjuv Gorge", "T GRGE", lat=61.2, admin2="0512", others="Eagle Chasm"),
    row(101, "Hvitby", people=12_345),
    "102\tBroken",
]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, whose builds start from a small package."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(builder, "FILE", package(tmp_path / "package.sqlite"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "my data"))
    monkeypatch.delenv("DATELINE_GAZETTEER", raising=False)
    packed(tmp_path / "NO.zip", DUMP)
    return tmp_path


def run(*arguments: str) -> Any:
    return CliRunner().invoke(app, ["gazetteer", *arguments])


def test_a_build_says_what_it_built_and_what_to_write(home: Path) -> None:
    result = run("build", "NO.zip")
    path = home / "my data" / "dateline" / "gazetteer.sqlite"
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0] == str(path)
    assert lines[1].startswith("  12 places, ") and lines[1].endswith(" MB")
    assert lines[2] == "  left out, as they are broken: 1 line of the dump"
    setting = next(line for line in lines if line.strip().startswith("gazetteer ="))
    assert tomllib.loads(setting.strip()) == {"gazetteer": str(path)}
    export = next(line for line in lines if "DATELINE_GAZETTEER" in line)
    assert shlex.split(export) == ["export", f"DATELINE_GAZETTEER={path}"]


def test_nothing_uses_a_build_until_a_setting_names_it(home: Path) -> None:
    run("build", "NO.zip")
    assert run("find", "Ørnjuv Gorge").exit_code == 1
    told = run("info").stdout
    assert told.startswith(f"{FILE}\n  it came with Dateline; no setting names another\n")
    assert f"{home / 'my data' / 'dateline' / 'gazetteer.sqlite'} is there and not in use" in told
    (home / "dateline.toml").write_text('gazetteer = "my data/dateline/gazetteer.sqlite"')
    assert run("find", "Ørnjuv Gorge").exit_code == 0


def test_info_tells_what_is_in_use(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("build", "NO.zip", "--to", "built.sqlite")
    monkeypatch.setenv("DATELINE_GAZETTEER", "built.sqlite")
    result = run("info")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"{home / 'built.sqlite'}\n  named by the setting `gazetteer`\n  made of NO.zip 20")
    assert ", built 20" in result.stdout and "layout 2" in result.stdout
    assert "broken: 1 line of the dump" in result.stdout
    table = [line.split(maxsplit=1) for line in result.stdout.rpartition("\n\n")[2].splitlines()]
    counts = {label: count for count, label in table}
    assert counts["places"] == "12" and counts["countries and territories"] == "2"
    assert "gazetteer build" not in result.stdout


def test_info_of_the_package_says_how_to_get_more() -> None:
    result = run("info")
    assert result.exit_code == 0
    about = Gazetteer().about()
    for count in (about["places"], about["names"], json.loads(about["kinds"])["city"]):
        assert f"{int(count):,}  " in result.stdout
    assert "run: dateline gazetteer build allCountries.zip" in result.stdout
    assert "is there and not in use" not in result.stdout


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(None, "no gazetteer at "), (b"words" * 99, "cannot be read"), (b"", "has version 0 and not 2")],
)
def test_info_of_what_is_broken_says_what_to_do(home: Path, content: bytes | None, sentence: str) -> None:
    if content is not None:
        (home / "bad.sqlite").write_bytes(content)
    for command in (("info",), ("find", "Oslo")):
        result = run(*command, "--file", "bad.sqlite")
        assert result.exit_code == 1
        assert sentence in result.stderr and "build it again with `dateline gazetteer build`" in result.stderr
        assert result.stderr.count("\n") == 1 and "Traceback" not in result.output
    assert run("info", "--file", "bad.sqlite").stdout == f"{home / 'bad.sqlite'}\n  named by --file\n"


def test_find_shows_the_candidates(home: Path) -> None:
    run("build", "NO.zip", "--to", "built.sqlite")
    result = run("find", "Ornjuv Gorge", "--file", "built.sqlite")
    assert (result.exit_code, result.stderr) == (0, "")
    heading, _, first = (line.split() for line in result.stdout.splitlines() if line.strip())
    assert heading == ["name", "kind", "country", "admin1", "admin2", "lat", "lon", "population", "GeoNames"]
    assert first == ["Ørnjuv", "Gorge", "feature", "GRGE", "NOR", "09", "0512", "61.20", "9.00", "100"]
    assert "12,345" in run("find", "hvitby", "--file", "built.sqlite").stdout
    assert "~ Ørnjuv Gorge" in run("find", "Eagle Chasm", "--file", "built.sqlite").stdout


def test_find_says_when_there_is_no_such_place() -> None:
    result = run("find", "Xyzzy\x1b[2Jburg")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"no place is called 'Xyzzy\\x1b[2Jburg' in {FILE}\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["none.zip"], "there is no file none.zip"),
        (["NO.zip", "none.zip"], "there is no file none.zip"),
        (["NO.zip", "--to", "NO.zip"], "is no gazetteer and is left alone"),
        (["NO.zip", "--to", "no/x.sqlite"], "there is no folder"),
        ([str(Path(__file__))], "no line of"),
    ],
)
def test_what_cannot_be_built_is_told_in_a_line(arguments: list[str], sentence: str) -> None:
    result = run("build", *arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("dateline: ") and sentence in result.stderr and result.stderr.count("\n") == 1


def test_ctrl_c_leaves_nothing_behind(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(builder, "_write_names", interrupted)
    result = run("build", "NO.zip", "--to", "built.sqlite")
    assert (result.exit_code, result.stdout) == (130, "")
    assert not list(home.glob("built*"))


def test_a_terminal_sees_a_bar_and_standard_output_none_of_it(home: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from dateline.annotation.gazetteer.building import builder\n"
        "builder.FILE = Path('package.sqlite'); from dateline.faces.cli import app\n"
        "app(['gazetteer', 'build', 'NO.zip', '--to', 'built.sqlite', *sys.argv[1:]])"
    )
    for options in ([], ["--quiet"]):
        master, terminal = pty.openpty()
        done = subprocess.run(
            [sys.executable, "-c", code, *options],
            stdout=subprocess.PIPE, stderr=terminal, text=True, timeout=60, check=False,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
        )  # fmt: skip
        os.close(terminal)
        drawn = b"" if options else os.read(master, 1 << 16)
        os.close(master)
        assert done.returncode == 0 and done.stdout.startswith(str(home / "built.sqlite"))
        assert options or b"reading NO.txt" in drawn


@pytest.mark.parametrize("command", [[], ["build"], ["info"], ["find"]])
def test_every_command_has_a_help_with_an_example(command: list[str]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0 and "Example: dateline gazetteer" in result.stdout


def test_find_and_info_read_no_story() -> None:
    code = (
        "import sys; from dateline.faces.cli import app\n"
        "try: app(['gazetteer', 'find', 'Oslo'])\n"
        "except SystemExit: pass\n"
        "print([name for name in ('spacy', 'numpy', 'onnxruntime', 'lxml') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    assert module.FILE == FILE
