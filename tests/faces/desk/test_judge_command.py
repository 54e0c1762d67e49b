"""`dateline why`, `dateline judge` and `dateline judgements`."""

import json
import sys
from pathlib import Path

import pytest
from newsroom import run

sys.path.append(str(Path(__file__).parents[2] / "desk" / "asking"))

from put_together import newsdesk

import dateline
from dateline.desk.judging.judge import Decision
from dateline.faces.desk.judge import changed
from dateline.faces.exits import CANNOT, READ, USAGE


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    newsdesk(tmp_path).close()
    return tmp_path / "news.db"


def count_of(desk: Path) -> str:
    with dateline.open(desk) as opened:
        (fact,) = [each.id for each in opened.record("later").of("casualties")]
    return fact


def test_why_is_told_in_sentences(desk: Path) -> None:
    shown = run("why", "incident-mill", "--desk", desk)
    assert shown.exit_code == READ
    lines = shown.stdout.splitlines()
    assert lines[:3] == [
        "A blast tore through the old mill in Varde on Monday.",
        "  31 Mar 2031 · Varde, Denmark · violence (ASSAULT: explosives)",
        "  incident-mill",
    ]
    assert "- 3 articles tell of it, from 2 sources that copy no other." in lines
    assert max(map(len, run("why", "story-mill", "--desk", desk, COLUMNS="40").stdout.splitlines())) <= 40


def test_why_two_are_not_one(desk: Path) -> None:
    shown = run("why", "incident-mill", "incident-second", "--desk", desk).stdout
    assert "- They are two incidents: a report of the one and a report of the other certainly tell of" in shown


def test_why_for_programs(desk: Path) -> None:
    told = json.loads(run("why", "story-mill", "--desk", desk, "--to", "jsonl").stdout)
    assert (told["about"], told["story"]["story"]) == ("story", "story-mill")
    assert told["tellings"][1]["copy_of"] == "first"


def test_what_cannot_be_explained(desk: Path) -> None:
    found = run("why", "incident-mil", "--desk", desk)
    assert found.exit_code == CANNOT
    assert found.stderr == ("dateline: nothing in the desk has the id 'incident-mil'; did you mean incident-mill?\n")
    assert run("why", "a", "b", "c", "--desk", desk).exit_code == USAGE


def test_a_fact_marked_wrong_is_shown_struck_through_and_may_come_back(desk: Path) -> None:
    count = count_of(desk)
    done = run("judge", "wrong", count, "--why", "a misprint", "--who", "nora", "--desk", desk)
    assert done.exit_code == READ, done.stderr
    assert done.stdout.startswith(f"{count} is marked wrong and is found no more; it left 1 incident: ")
    listed = run("judgements", "--who", "Nora", "--desk", desk, "--to", "terminal").stdout
    assert 'nora · wrong: casualties "killed 9 workers" · a misprint\n' in listed
    undone = run("judge", "undo", count, "--desk", desk)
    assert (undone.exit_code, undone.stderr) == (READ, "")
    rows = [json.loads(line) for line in run("judgements", count, "--desk", desk).stdout.splitlines()]
    assert [(row["verdict"], row["holds"]) for row in rows] == [("undo", False), ("wrong", False)]
    assert run("judgements", "nothing", "--desk", desk).stderr == f"nobody has judged 'nothing' in {desk}\n"


def test_a_decision_that_makes_no_sense(desk: Path) -> None:
    assert run("judge", "same", "incident-mill", "--desk", desk).exit_code == USAGE
    assert run("judge", "same", "a", "b", "c", "--desk", desk).exit_code == USAGE
    assert run("judge", "wrong", "incident-zzz", "--desk", desk).exit_code == CANNOT


def decision(verdict: str, right: str | None = "incident-b") -> Decision:
    cells = {
        "left": "incident-a" if right else "fact-a",
        "right": right,
        "why": None,
        "who": "nora",
        "at": "",
        "now": (),
    }
    return Decision(verdict=verdict, **cells)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("done", "before", "after", "told"),
    [
        (decision("same"), ["incident-a", "incident-b"], ["incident-a"], ["2 incidents became one: incident-a"]),
        (
            decision("different"),
            ["incident-a"],
            ["incident-a", "incident-b"],
            ["1 incident became 2: incident-a, incident-b"],
        ),
        (
            decision("same"),
            ["incident-a", "incident-b"],
            ["incident-a", "incident-b"],
            [
                "kept; nothing changes now: they are 2 incidents as before, incident-a, incident-b",
                "they stay apart, since parts of them were judged different; "
                "`dateline judgements` lists what was decided",
            ],
        ),
        (
            decision("same"),
            ["story-a"],
            ["story-a"],
            ["kept; nothing changes now: they were one story before, story-a"],
        ),
        (
            decision("different"),
            ["story-a", "story-b"],
            ["story-a", "story-b"],
            ["kept; nothing changes now: they were 2 stories before, story-a, story-b"],
        ),
        (
            decision("wrong", None),
            ["incident-a"],
            [],
            ["fact-a is marked wrong and is found no more; it left 1 incident: incident-a"],
        ),
        (
            decision("wrong", None),
            [],
            [],
            ["fact-a is marked wrong and is found no more; no incident had it any more"],
        ),
        (decision("undo", None), [], ["incident-a"], ["fact-a counts again; it is in 1 incident: incident-a"]),
        (decision("right", None), ["incident-a"], ["incident-a"], ["fact-a is marked right; nothing else changes"]),
    ],
    ids=lambda each: each.verdict if isinstance(each, Decision) else "",
)
def test_it_says_what_changed(done: Decision, before: list[str], after: list[str], told: list[str]) -> None:
    assert list(changed(done, before, after)) == told
