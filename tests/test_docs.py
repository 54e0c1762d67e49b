"""Docs that cannot rot: generated pages are current, what the front page shows is what comes out, examples run."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import dateline
from dateline.faces.cli import app
from dateline.pipeline import checks, steps

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_generated_pages_are_current() -> None:
    command = [sys.executable, str(ROOT / "docs" / "generate.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_step_and_check_is_in_the_record_page() -> None:
    page = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    for part in (*steps(), *checks()):
        assert f"`{part.name}`" in page and part.sentence in page


def test_every_command_is_in_the_command_page() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    for command in app.registered_commands:
        name = command.name or getattr(command.callback, "__name__", "")
        assert f"## dateline {name}" in page


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
        assert target.startswith("http") or (path.parent / target).exists(), f"{path.name} links to {target}"


def test_the_python_of_the_front_page_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    for code in blocks(README, "python"):
        exec(compile(code, "README.md", "exec"), {})
    assert "killed 4 " in capsys.readouterr().out


def test_the_fact_on_the_front_page_is_a_real_one() -> None:
    (shown,) = blocks(README, "json")
    record = dateline.read(ROOT / "examples" / "harbour-raid.txt")
    facts = json.loads(record.to_json())["facts"]
    wanted = {name: value for name, value in json.loads(shown).items() if name not in ("id", "said_by")}
    wanted["value"] = {name: value for name, value in wanted["value"].items() if name not in ("victims", "event")}
    found = [
        {name: fact[name] for name in wanted if name != "value"}
        | {"value": {name: fact["value"][name] for name in wanted["value"]}}
        for fact in facts
        if fact["kind"] == wanted["kind"]
    ]
    assert wanted in found


def test_the_record_on_the_front_page_is_a_real_one() -> None:
    shown = blocks(README, "")
    record = next(block for block in shown if "WHAT HAPPENED" in block)
    golden = (ROOT / "tests" / "golden" / "harbour-raid.txt").read_text(encoding="utf-8")
    lines = [line.rstrip() for line in golden.splitlines()]
    missing = [line for line in record.splitlines() if line.strip() not in ("", "...") and line.rstrip() not in lines]
    assert missing == []


def test_a_colleague_s_words_stay_out() -> None:
    for path in PAGES:
        assert "/work/" not in path.read_text(encoding="utf-8")


def test_the_seed_stays_out() -> None:
    names = re.compile("|".join(("nazar" + "zoda", "klimen" + "tyev", "rakh" + "mon")), re.IGNORECASE)
    files = [
        *ROOT.glob("src/**/*.py"),
        *ROOT.glob("src/**/*.toml"),
        *ROOT.glob("examples/*"),
        *ROOT.glob("tests/**/*.py"),
        *ROOT.glob("benchmarks/*.py"),
        *PAGES,
    ]
    assert [path for path in files if path.is_file() and names.search(path.read_text(encoding="utf-8"))] == []
