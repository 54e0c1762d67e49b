"""What people wrote about an article goes with it, and what they wrote about others stays."""

from pathlib import Path

import pytest
from merged_newsroom import assert_agreed, keep, likeness, record_of, told
from test_judged import event, incident, story

import dateline

__all__ = ["likeness"]
pytestmark = pytest.mark.usefixtures("likeness")

TEXTS = {
    "a": "Harbour blast in Tornby killed 3",
    "b": "Harbour blast in Tornby killed 7\nMarta Quill saw it.",
    "c": "Harbour blast in Vik\nOrlo Vang, a zebrawright, spoke.",
    "d": "Vote rally in Sund\nMarta Quill spoke.",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return keep(tmp_path / "news.db", *(record_of(name, text) for name, text in TEXTS.items()))


def judgements(path: Path) -> list[str]:
    return [str(each) for each in told(path, "SELECT verdict FROM judgements ORDER BY key")]


@pytest.mark.parametrize("turned", [False, True])
def test_a_judgement_on_a_fact_and_a_lost_incident_goes(path: Path, turned: bool) -> None:
    ends = [event(path, "d"), incident(path, "c")]
    with dateline.open(path) as desk:
        desk.judge("different", *(reversed(ends) if turned else ends), why="the zebrawright told it")
        desk.forget("c")
    assert not judgements(path)
    assert b"zebrawright" not in path.read_bytes()


def test_a_judgement_taken_back_goes_too(path: Path) -> None:
    ends = incident(path, "d"), incident(path, "c")
    with dateline.open(path) as desk:
        desk.judge("same", *ends, why="the zebrawright told it")
        desk.judge("undo", *ends, why="no zebrawright at all")
        desk.forget("c")
    assert b"zebrawright" not in path.read_bytes()
    assert_agreed(path)


def test_what_was_decided_on_others_stays(path: Path) -> None:
    with dateline.open(path) as desk:
        desk.judge("same", incident(path, "a"), incident(path, "c"))
        desk.judge("undo", event(path, "a"), event(path, "c"))
        desk.judge("same", story(path, "a"), story(path, "b")) if story(path, "a") != story(path, "b") else None
        before = judgements(path)
        desk.forget("d")
    assert judgements(path) == before


def test_what_others_say_is_told_anew_without_it(path: Path) -> None:
    with dateline.open(path) as desk:
        desk.judge("same", incident(path, "a"), incident(path, "c"))
        desk.judge("same", story(path, "d"), "c")
        desk.forget("c")
    found = path.read_bytes()
    assert b"zebrawright" not in found and b"Orlo" not in found and b"Vik" not in found
    assert_agreed(path)
