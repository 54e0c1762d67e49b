"""`dateline show`: an article of a desk; what was judged wrong is struck through."""

import json
import re
import sys
from pathlib import Path

import pytest
from newsroom import run

sys.path.append(str(Path(__file__).parents[2] / "desk" / "asking"))

from put_together import newsdesk
from rich.console import Console

import dateline
from dateline.faces.digest import digest
from dateline.faces.exits import CANNOT, READ, USAGE
from dateline.faces.terminal import Shown


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("show_command")
    newsdesk(folder).close()
    with dateline.open(folder / "news.db") as opened:
        opened.judge("wrong", opened.record("later").of("casualties")[0].id, who="nora")
    return folder / "news.db"


def test_an_article_is_shown_as_read_shows_it(desk: Path) -> None:
    shown = run("show", "first", "--desk", desk, "--to", "terminal")
    assert shown.exit_code == READ
    assert "HOW MANY" in shown.stdout and "killed  7 people" in shown.stdout
    assert json.loads(run("show", "first", "--desk", desk).stdout)["id"] == "first"


def test_what_was_judged_wrong_is_struck_through_for_people(desk: Path) -> None:
    with dateline.open(desk) as opened:
        record, wrong = opened.record("later"), [each.fact for each in opened.wrong("later")]
    console = Console(force_terminal=True, width=90, record=True, color_system="standard")
    with console.capture() as captured:
        console.print(Shown(record, wrong))
    assert re.search(r"\x1b\[[\d;]*\b9\b[\d;]*m9 people", captured.get())  # 9: struck through
    struck = [line for section in digest(record, wrong) for line in section.lines if line.struck]
    assert [line.facts for line in struck] == [tuple(wrong)]
    assert not any(line.struck for section in digest(record) for line in section.lines)


def test_and_on_a_page(desk: Path, tmp_path: Path) -> None:
    page = tmp_path / "later.html"
    assert run("show", "later", "--desk", desk, "-o", page).exit_code == READ
    assert page.read_text(encoding="utf-8").count('<li class="struck"') == 1
    assert 'class="struck"' not in run("show", "first", "--desk", desk, "--to", "html").stdout


def test_json_has_it_as_it_was_read(desk: Path) -> None:
    facts = json.loads(run("show", "later", "--desk", desk, "--to", "jsonl").stdout)["facts"]
    assert [fact["value"]["best"] for fact in facts if fact["kind"] == "casualties"] == [9]


def test_what_cannot_be_shown(desk: Path) -> None:
    assert run("show", "zzz", "--desk", desk).exit_code == CANNOT
    assert run("show", "first", "--version", "7", "--desk", desk).exit_code == CANNOT
    assert run("show", "first", "--desk", desk, "-o", desk).exit_code == USAGE
