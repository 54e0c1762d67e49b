"""`dateline reread`, `forget` and `doctor`."""

import json
import signal
from pathlib import Path
from typing import Any

import pytest
from newsroom import newsroom, run

import dateline
from dateline.desk.keeping.reread import Rereading
from dateline.faces.exits import CANNOT, INTERRUPTED, READ, SOME_REFUSED, USAGE
from dateline.model import Refused


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return newsroom(tmp_path)


class FakeReread:
    """Stands in for `Desk.reread`: what it is asked for, and what comes of it."""

    def __init__(self, *told: Rereading, refused: Refused | None = None, interrupted: bool = False) -> None:
        self.told, self.refused, self.interrupted = told, refused, interrupted
        self.asked: dict[str, Any] = {}

    def __call__(self, _: Any, settings: Any, *, told: Any, failed: Any, **asked: Any) -> Rereading:
        self.asked = {"lexicon": settings.lexicon, **asked}
        for done in self.told:
            told(done)
        if self.refused:
            failed(self.refused)
        if self.interrupted:
            signal.raise_signal(signal.SIGINT)
        return self.told[-1]


@pytest.fixture
def reread(monkeypatch: pytest.MonkeyPatch) -> Any:
    def stand_in(fake: FakeReread) -> FakeReread:
        monkeypatch.setattr("dateline.desk.desk.Desk.reread", lambda *arguments, **named: fake(*arguments, **named))
        return fake

    return stand_in


def test_reread_says_what_came_of_it(desk: Path, reread: Any) -> None:
    fake = reread(FakeReread(Rereading(32, 2, 3), Rereading(32, 20, 12)))
    done = run("reread", "--desk", desk, "--all", "--workers", 3, "--lexicon", "words")
    assert (done.exit_code, done.stdout) == (READ, "")
    assert done.stderr.startswith("20 read otherwise than before, 12 unchanged in ")
    assert "has 32 articles" in done.stderr
    assert fake.asked == {"lexicon": "words", "all": True, "workers": 3}


def test_reread_tells_whose_reading_failed(desk: Path, reread: Any) -> None:
    reread(FakeReread(Rereading(32, 0, 31, 1), refused=Refused("raid", "reading", "it took too long")))
    done = run("reread", "--desk", desk)
    assert done.exit_code == SOME_REFUSED
    assert done.stderr.startswith("refused raid: it took too long\n31 unchanged, 1 failed in ")


def test_reread_with_nothing_to_do_says_so(desk: Path, reread: Any) -> None:
    reread(FakeReread(Rereading()))
    assert run("reread", "--desk", desk).stderr.startswith("nothing to read anew in ")
    assert run("reread", "--desk", desk, "-q").stderr == ""


def test_reread_stopped_says_how_it_goes_on(desk: Path, reread: Any) -> None:
    reread(FakeReread(Rereading(32, 2, 3), interrupted=True))
    done = run("reread", "--desk", desk)
    assert done.exit_code == INTERRUPTED
    assert done.stderr.startswith("stopped: 2 read otherwise than before, 3 unchanged in ")
    assert done.stderr.endswith("run the same again: it goes on from here\n")


def test_forget_takes_out_all_that_is_named_and_says_what_went_with_it(desk: Path) -> None:
    done = run("forget", "raid", "quiet", "--why", "take-down", "--desk", desk)
    assert done.exit_code == READ
    lines = done.stdout.splitlines()
    assert lines[0].startswith("raid: taken out, 1 version, ")
    assert lines[1].startswith("quiet: taken out, 1 version, ")
    with dateline.open(desk) as opened:
        assert "raid" not in opened
        assert opened.reader.execute("SELECT why FROM forgotten").fetchall() == [("take-down",)] * 2


def test_forget_takes_out_nothing_where_one_is_unknown(desk: Path) -> None:
    done = run("forget", "raid", "rain-3", "--desk", desk)
    assert done.exit_code == CANNOT
    assert "'rain-3'; did you mean 'rain-" in done.stderr
    with dateline.open(desk) as opened:
        assert "raid" in opened


def test_forgetting_can_be_undone(desk: Path) -> None:
    run("forget", "raid", "--desk", desk)
    done = run("forget", "raid", "--undo", "--desk", desk)
    assert (done.exit_code, done.stdout) == (READ, "raid: is let in again when it is met\n")
    again = run("forget", "raid", "--undo", "--desk", desk)
    assert again.exit_code == CANNOT and "the desk's table `forgotten` has the ids" in again.stderr


def test_doctor_shows_a_list_with_what_to_do(desk: Path) -> None:
    done = run("doctor", desk)
    assert done.exit_code == READ
    assert "✓  schema" in done.stdout
    assert "!  readings" in done.stdout  # the stories are read by no version at all
    assert f"→ run `dateline reread --desk {desk}`".replace(" ", "") in "".join(done.stdout.split())  # however it wraps
    assert done.stdout.splitlines()[-1] == "1 warning"


def test_doctor_takes_the_desk_by_either_name(desk: Path) -> None:
    assert run("doctor", "--desk", desk).stdout == run("doctor", desk).stdout
    twice = run("doctor", desk, "--desk", desk)
    assert twice.exit_code == USAGE and "is named twice" in twice.stderr


def test_doctor_for_programs_gives_an_object_for_each_point(desk: Path) -> None:
    done = run("doctor", "--to", "jsonl", DATELINE_DESK=str(desk))
    points = [json.loads(line) for line in done.stdout.splitlines()]
    assert points[0]["name"] == "schema"
    assert {"name", "state", "sentence", "advice"} == set(points[0])


def test_doctor_ends_with_1_where_the_file_is_no_desk(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Rain.\n")
    done = run("doctor", tmp_path / "notes.txt")
    assert done.exit_code == CANNOT
    assert "✗  file" in done.stdout
    assert done.stdout.splitlines()[-1] == "1 error"
    assert run("doctor").exit_code == USAGE


def test_doctor_upgrades_only_where_there_is_something_to_upgrade(desk: Path) -> None:
    done = run("doctor", desk, "--upgrade")
    assert done.stderr == f"{desk}: there was nothing to upgrade\n"
    assert done.exit_code == READ
