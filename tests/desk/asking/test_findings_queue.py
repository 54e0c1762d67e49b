"""The copy desk's queue: which findings, in which order, with which words."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from shelf import Story, shelved

from dateline.desk.asking.findings.findings import findings
from dateline.desk.asking.findings.quoted import AROUND, LONGEST, MOST, quoted
from dateline.errors import BadQuestion
from dateline.model import Finding, Severity
from dateline.values import Span


def told(name: str, text: str, day: str, outlet: str, *found: tuple[str, Severity, str]) -> Story:
    """A story with findings: of each the check, the severity and the words that it is about."""
    story = Story(name, text, day, outlet)
    for check, severity, words in found:
        story.record.keep(Finding(check=check, severity=severity, message=f"{words}?", spans=(story.span(words),)))
    return story


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    stories = (
        told("old", "Quay closed. The quay at Ribe was closed on Tuesday, May 3.", "2031-05-01", "Ribe Post",
             ("weekday_and_date", "warning", "Tuesday, May 3"), ("sums", "error", "closed")),
        told("new", "Quay open. The quay at Ribe is open. Nils Holk, mayor, spoke.", "2031-05-09", "Ribe Post",
             ("spellings", "note", "Nils Holk"), ("weekday_and_date", "warning", "open")),
        told("other", "Fair in Tarm. A fair was held.", "2031-05-05", "Tarm Times", ("spellings", "note", "fair")),
    )  # fmt: skip
    with closing(shelved(tmp_path_factory.mktemp("findings_queue"), *stories)) as connection:
        yield connection


def words(queue: object) -> list[str]:
    return [row.quoted[0].words for row in queue.rows]  # type: ignore[attr-defined]


def test_the_newest_article_comes_first(desk: sqlite3.Connection) -> None:
    queue = findings(desk)
    assert words(queue) == ["Nils Holk", "open", "fair", "Tuesday, May 3", "closed"]
    first = queue.rows[1]
    assert (first.check, first.severity, first.message) == ("weekday_and_date", "warning", "open?")
    assert (first.article, first.number, first.headline, first.outlet) == ("new", 1, "Quay open", "Ribe Post")
    assert (first.published, queue.total) == ("2031-05-09", 5)


def test_the_gravest_comes_first_when_asked(desk: sqlite3.Connection) -> None:
    assert words(findings(desk, order="gravest")) == ["closed", "open", "Tuesday, May 3", "Nils Holk", "fair"]
    pages = [words(findings(desk, order="gravest", limit=2, offset=offset)) for offset in (0, 2, 4, 6)]
    assert pages == [["closed", "open"], ["Tuesday, May 3", "Nils Holk"], ["fair"], []]
    assert words(findings(desk, order="gravest", severity="note", limit=1, offset=1)) == ["fair"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"check": "spellings"}, ["Nils Holk", "fair"]),
        ({"severity": "warning"}, ["open", "Tuesday, May 3"]),
        ({"check": "spellings", "severity": "error"}, []),
        ({"outlet": "ribe post", "check": "spellings"}, ["Nils Holk"]),
        ({"since": "2031-05-02", "until": "2031-05-05"}, ["fair"]),
        ({"words": "quay -mayor"}, ["Tuesday, May 3", "closed"]),
        ({"words": "-quay"}, ["fair"]),
        ({"limit": "2", "offset": "1"}, ["open", "fair"]),
        ({"limit": None, "check": ""}, ["Nils Holk", "open", "fair", "Tuesday, May 3", "closed"]),
    ],
)
def test_filters_and_pages(desk: sqlite3.Connection, asked: dict[str, str], found: list[str]) -> None:
    queue = findings(desk, **asked)  # type: ignore[arg-type]
    assert words(queue) == found
    if "offset" not in asked:
        assert queue.total == len(found)


def test_tallies_count_what_fits_beside_check_and_severity(desk: sqlite3.Connection) -> None:
    tallies = [(each.check, each.severity, each.findings) for each in findings(desk, severity="error").tallies]
    assert tallies == [("sums", "error", 1), ("weekday_and_date", "warning", 2), ("spellings", "note", 2)]
    assert [each.findings for each in findings(desk, outlet="Tarm Times").tallies] == [1]


@pytest.mark.parametrize(
    "asked", [{"severity": "grave"}, {"order": "best"}, {"limit": 0}, {"offset": -1}, {"since": "soon"}, {"words": "-"}]
)
def test_a_bad_question_is_refused(desk: sqlite3.Connection, asked: dict[str, str]) -> None:
    with pytest.raises(BadQuestion):
        findings(desk, **asked)  # type: ignore[arg-type]


def test_words_stand_between_others_in_one_line() -> None:
    text = f"{'far ' * 60}before here  it\nis , after {'away ' * 60}"
    at = text.index("here")
    (found,) = quoted(text, [Span(at, text.index(" , after"))])
    assert found.words == "here it is"
    assert found.before.startswith("… far far") and found.before.endswith("far before ")
    assert found.after.startswith(" , after away") and found.after.endswith("away …")
    assert len(found.before) <= AROUND + 4 and text[found.start : found.end] == "here  it\nis"


def test_a_line_break_ends_the_words_around() -> None:
    text = "A caption.\nTARM, 2 May - A fair was held.\nBy Nils Holk"
    (found,) = quoted(text, [Span(text.index("TARM"), text.index(" -"))])
    assert (found.before, found.words, found.after) == ("", "TARM, 2 May", " - A fair was held.")


def test_long_words_are_shortened_and_many_are_left_out() -> None:
    text = "first " + "long words " * 100 + "last"
    (found,) = quoted(text, [Span(0, len(text)), Span(6, 10)])
    assert found.words.startswith("first long") and found.words.endswith("words last")
    assert len(found.words) <= LONGEST + 4 and "…" in found.words
    spans = [Span(at, at + 4) for at in range(6, 200, 11)]
    assert len(quoted(text, [*spans, Span(5, 3), Span(0, 9999)])) == MOST
    assert quoted("", [Span(0, 1)]) == ()


def test_a_large_queue_is_not_read_from_end_to_end(tmp_path: Path) -> None:
    stories = [
        told(f"s{n}", f"Story {n}. Words.", "2031-05-01", "Ribe Post", ("sums", "note", "Words")) for n in range(3)
    ]
    with closing(shelved(tmp_path, *stories)) as desk:
        asking: list[str] = []
        desk.set_trace_callback(asking.append)
        assert findings(desk, limit=1).total == 3
        desk.set_trace_callback(None)
        plans = [
            row[3]
            for query in asking
            if query.startswith("SELECT")
            for row in desk.execute(f"EXPLAIN QUERY PLAN {query}")
        ]
        assert not [
            plan for plan in plans if plan.startswith("SCAN") and "INDEX" not in plan and "json_each" not in plan
        ]
