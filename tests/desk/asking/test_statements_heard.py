"""A page of statements: in their sentences, with who speaks how often, older ones behind newer ones."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from shelf import Story, shelved

from dateline.desk.asking.statements.contexts import AROUND, LONGEST, Piece, pieces
from dateline.desk.asking.statements.heard import Heard, heard
from dateline.desk.asking.statements.said import Question, found
from dateline.desk.asking.statements.statements import statements
from dateline.desk.asking.statements.voices import voices
from dateline.errors import BadQuestion
from dateline.values import Span, Statement

BRIDGE = (
    'Rain fell on Lund. "The bridge\nwill hold," Ana Brek said on Monday. She denied that it leans. Boats went home.'
)


def story(name: str, day: str | None) -> Story:
    """Brek on the bridge, and a clerk; each story in its own words."""
    made = Story(name, f"{name.title()}. {BRIDGE}", day)
    brek = made.person("Ana Brek")
    words = {"speaker_span": made.span("Ana Brek"), "cue": made.span("said")}
    made.said(brek, "The bridge\nwill hold", **words)
    made.said(brek, "that it leans", stance="denies", manner="indirect", cue=made.span("denied"))
    made.said(None, "Boats went home", manner="indirect")
    return made


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    days = {"one": "2031-04-01", "two": "2031-04-02", "three": "2031-04-03", "four": None}
    with closing(shelved(tmp_path, *(story(name, day) for name, day in days.items()))) as connection:
        yield connection


def articles(page: Heard) -> list[str]:
    return [row.article for row in page.rows]


def told(context: tuple[Piece, ...]) -> str:
    return "".join(f"[{piece.words}]" if piece.role == "said" else piece.words for piece in context)


def test_the_latest_come_first_and_what_has_no_day_comes_last(desk: sqlite3.Connection) -> None:
    assert articles(heard(desk, stance="denies")) == ["three", "two", "one", "four"]


def test_pages_follow_each_other_without_a_gap(desk: sqlite3.Connection) -> None:
    pages = [heard(desk, limit=5, offset=offset) for offset in (0, 5, 10)]
    facts = [row.fact for page in pages for row in page.rows]
    assert facts == [row.fact for row in heard(desk, limit=None).rows]
    assert [page.older for page in pages] == [True, True, False]
    assert len(set(facts)) == 12


def test_behind_the_last_page_there_is_nothing(desk: sqlite3.Connection) -> None:
    page = heard(desk, limit=5, offset=40)
    assert not page.rows and not page.contexts and not page.older
    with pytest.raises(BadQuestion, match="offset"):
        heard(desk, offset=-1)


def test_statements_for_programs_have_the_same_offset(desk: sqlite3.Connection) -> None:
    every = [row.fact for row in statements(desk, "Brek", limit=None)]
    assert [row.fact for row in statements(desk, "Brek", limit=3, offset=2)] == every[-5:-2]
    assert statements(desk, "Brek", limit=3, offset=len(every)).total == len(every)


def test_a_statement_stands_in_its_sentence(desk: sqlite3.Connection) -> None:
    quoted, denied = [each for each in heard(desk, "Brek").contexts if "three" not in told(each.pieces)][-2:][::-1]
    assert told(quoted.pieces) == '"[The bridge will hold]," Ana Brek said on Monday.'
    assert [piece.role for piece in quoted.pieces] == ["around", "said", "around", "speaker", "around", "cue", "around"]
    assert told(denied.pieces) == "She denied [that it leans]."
    assert quoted.speaker and quoted.speaker.kind == "person" and quoted.speaker.name == "Ana Brek"


def test_long_sentences_are_cut_at_words() -> None:
    before, after = "early rain " * 60, " late rain" * 60
    text = f"{before}he said it was wet{after}"
    start = text.index("it was wet")
    found = pieces(Statement(content=(Span(start, start + 10),), manner="indirect"), text, [Span(0, len(text))])
    assert found[0].words.startswith("… ") and found[-1].words.endswith(" …")
    assert "it was wet" in [piece.words for piece in found]
    assert len(told(found)) < 10 + 2 * AROUND + 10


def test_what_is_said_at_great_length_is_shortened() -> None:
    text = "dry words " * 1000
    found = pieces(Statement(content=(Span(0, len(text) - 1),), manner="direct"), text, ())
    assert LONGEST - 20 < len(told(found)) < LONGEST + 20 and found[-1].words.endswith("…")


def test_words_that_lie_over_each_other_come_once() -> None:
    text = 'He called it "a so-called bridge" then.'
    content, cue = Span(14, 32), Span(3, 20)
    found = pieces(Statement(content=(content,), cue=cue, manner="scare"), text, [Span(0, len(text))])
    assert "".join(piece.words for piece in found) == text


def test_speakers_and_stances_are_counted(desk: sqlite3.Connection) -> None:
    counts = heard(desk).voices
    assert counts.stances == {"says": 8, "denies": 4}
    assert [(voice.name, voice.statements) for voice in counts.speakers] == [("Ana Brek", 8)]
    assert (counts.nobody, counts.others, counts.counted, counts.all) == (4, 0, 12, True)


def test_stances_are_counted_whatever_stance_is_asked_for_and_speakers_of_it_alone(desk: sqlite3.Connection) -> None:
    counts = heard(desk, stance="denies").voices
    assert counts.stances == {"says": 8, "denies": 4}
    assert [voice.statements for voice in counts.speakers] == [4] and counts.nobody == 0


def test_of_very_many_the_latest_are_counted(desk: sqlite3.Connection) -> None:
    every, whole = found(desk, Question(), None)
    counted = voices(desk, every, whole, None, counted=6)
    assert counted.counted == 6 and not counted.all
