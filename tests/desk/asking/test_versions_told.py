"""What became of an article: its versions, and what each changed in words and facts."""

import os
import sqlite3
from pathlib import Path

import pytest
from shelf import Story, shelved

from dateline.desk import desk as desks
from dateline.desk.asking.versions.fact_changes import fact_changes
from dateline.desk.asking.versions.sentences import Passage, passages
from dateline.desk.saving.rows import rows_of
from dateline.desk.saving.writing import ArticleWriter
from dateline.errors import BadQuestion, NotInDesk

FIRST = "Fire at the mill. A fire in Tarm killed 3 workers. The owner was away."
SECOND = "Update. Fire at the mill. A fire in Tarm killed 5 workers. A guard was held."


def report(text: str, killed: int, held: str | None = None) -> Story:
    story = Story("fire", text, "2031-05-02")
    tarm = story.place("Tarm", country="DNK")
    fire = story.event("ACCIDENT", "fire in", where=(tarm,))
    story.harm(f"killed {killed} workers", effect="killed", low=killed, high=killed, group="workers", event=fire.id)
    if held:
        story.event("COERCE", held, status="possible")
    return story


def again(desk: sqlite3.Connection, story: Story) -> None:
    desk.execute("BEGIN")
    assert ArticleWriter(desk, 1).save(rows_of(story.record), os.urandom(16)) == "updated"
    desk.execute("COMMIT")


def test_versions_come_with_what_they_changed(tmp_path: Path) -> None:
    desk = shelved(tmp_path, report(FIRST, 3))
    again(desk, report(SECOND, 5, "was held"))
    desk.close()
    with desks.open(tmp_path / "news.db") as opened:
        newest, oldest = opened.versions("fire")
        assert (newest.number, newest.current, newest.headline) == (2, True, "Update")
        assert (oldest.number, oldest.current, oldest.headline) == (1, False, "Fire at the mill")
        assert (oldest.passages, oldest.facts) == ((), None)
        assert newest.facts is not None and [said.words for said in newest.facts.came] == ["was held"]
        assert [each.number for each in opened.versions("fire", before=2)] == [1]
        assert opened.versions("fire", limit=1)[0] == newest and opened.versions("fire", limit=1).total == 2
        with pytest.raises(NotInDesk, match="did you mean 'fire'"):
            opened.versions("fires")
        with pytest.raises(BadQuestion):
            opened.versions("fire", limit=0)


def test_facts_are_compared_by_what_they_say() -> None:
    changed = fact_changes(report(FIRST, 3).record, report(SECOND, 5, "was held").record)
    assert [(said.kind, said.words, said.status) for said in changed.came] == [("event", "was held", "possible")]
    assert changed.went == ()
    turned = {(old.kind, new.kind): (dict(old.says), dict(new.says)) for old, new in changed.turned}
    old, new = turned["casualties", "casualties"]
    assert (old["low"], new["low"], new["group"], new["event"]) == ("3", "5", "workers", "fire in")
    assert changed.stayed == 3  # the day, the town and the fire, though all of them have another id


def test_what_is_said_twice_comes_and_goes_by_numbers() -> None:
    once, twice = Story("a", "Ribe. And Ribe again."), Story("a", "Ribe. And Ribe again.")
    once.moment("Ribe", "2031")
    twice.moment("Ribe", "2031")
    twice.moment("again", "2031")
    assert [said.words for said in fact_changes(once.record, twice.record).came] == ["again"]
    assert [said.words for said in fact_changes(twice.record, once.record).went] == ["again"]


def shown(change: tuple[Passage, ...]) -> list[str]:
    """One line for each passage: [-gone-]{+come+}."""
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return [
        f"({each.left_out})" if each.left_out else "".join(marks[p.change].format(p.words) for p in each.pieces)
        for each in change
    ]


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("Alone. Together.", "Alone.\n\nTogether.", []),
        (FIRST, SECOND, [
            "{+Update.+}",
            "Fire at the mill.",
            "A fire in Tarm killed [-3-]{+5+} workers.",
            "{+A guard was held.+}",
            "[-The owner was away.-]",
        ]),
        (
            "Alpha one. Bravo two. Charlie three. Delta four. Echo five.",
            "Alpha one. Bravo two. Charlie three. Delta four. Echo five. Foxtrot six.",
            ["(4)", "Echo five.", "{+Foxtrot six.+}"]),
        ("The old grey man slept in the barn.", "The young black dog slept in the barn.",
         ["The [-old grey man-]{+young black dog+} slept in the barn."]),
        ("It was late in the year.", "It was very late in the year.", ["It was {+very +}late in the year."]),
        ("", "All is new.", ["{+All is new.+}"]),
        ("Gone now.", "", ["[-Gone now.-]"]),
    ],
)  # fmt: skip
def test_texts_are_compared_by_sentences_and_words(old: str, new: str, lines: list[str]) -> None:
    assert shown(passages(old, new)) == lines


def test_very_long_texts_are_not_compared_word_by_word() -> None:
    old, new = (" ".join(f"{word}{number}." for number in range(2000)) for word in ("Old", "New"))
    removed, added = passages(f"Same. {old} End.", f"Same. {new} End.")[1:3]
    assert (removed.change, added.change) == ("removed", "added")
    assert added.pieces[0].words == new
    long = passages("word " * 500 + "old.", "word " * 500 + "new.")
    assert [piece.change for each in long for piece in each.pieces] == ["removed", "added"]


def test_a_line_of_the_text_begins_a_line() -> None:
    change = passages("Head\nAlone. Together.", "Head\nAlone. Apart, then.")
    assert change[0] == Passage("same", left_out=1)
    assert [each.begins for each in change[1:]] == [True, False, False]
