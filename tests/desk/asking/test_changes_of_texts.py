"""What changed between two texts and two records: nothing may be lost, and what stayed is not told as changed."""

import os
import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from shelf import Story, shelved

from dateline.desk.asking.versions.fact_changes import LONGEST, fact_changes
from dateline.desk.asking.versions.sentences import MOST, NEAR, WINDOW, Passage, passages
from dateline.desk.asking.versions.versions import versions
from dateline.desk.saving.rows import rows_of
from dateline.desk.saving.writing import ArticleWriter
from dateline.errors import BadQuestion, NotInDesk
from dateline.record import Record
from dateline.values import Quantity

WORDS = ("the", "a", "big", "red", "dog", "sat", "on", "mat", ",", "-", "3", "5", "x")


def both(change: tuple[Passage, ...]) -> tuple[str, str]:
    """The old words and the new ones, as far as they are shown."""
    pieces = [piece for each in change for piece in each.pieces]
    old = "".join(piece.words for piece in pieces if piece.change != "added")
    return old, "".join(piece.words for piece in pieces if piece.change != "removed")


def edited(words: Sequence[str], chance: random.Random) -> str:
    """The words with some put in, left out, exchanged or run together."""
    found = list(words)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(found))
        found[at : at + chance.randint(0, 1)] = chance.sample(WORDS, chance.randint(0, 1))
        found = found or ["x"]
    return chance.choice((" ", " ", "")).join(found[:2]) + " " + " ".join(found[2:])


@pytest.mark.parametrize("seed", range(40))
def test_a_changed_sentence_has_all_the_words_of_both(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(25):
        words = chance.choices(WORDS, k=chance.randint(4, 12))
        old, new = " ".join(words), edited(words, chance).strip()
        change = passages(old, new)
        if len(change) == 1:
            assert both(change) == (old, new)
        else:
            assert not change or {each.change for each in change} == {"removed", "added"}


@pytest.mark.parametrize(
    ("old", "new"),
    [("a well-known man slept", "a well known man slept"), ("he was there,again", "he was there again")],
)
def test_words_do_not_grow_together_where_a_sign_gave_way_to_a_blank(old: str, new: str) -> None:
    assert both(passages(old, new)) == (old, new)
    assert both(passages(new, old)) == (new, old)


def test_a_change_in_a_blank_alone_is_marked() -> None:
    (changed,) = passages("all ways lead to Tarm", "allways lead to Tarm") or (None,)
    assert changed is not None and {piece.change for piece in changed.pieces} != {"same"}


@pytest.mark.parametrize("text", ["", "\n\n", "One.", "One. Two.\nThree.", "سقط جسر في المدينة. لم يمت أحد."])
def test_the_same_text_has_no_changes(text: str) -> None:
    assert passages(text, text) == ()
    assert passages(text, text.replace("\n", " \r\n  ")) == ()


def test_of_a_text_that_is_gone_everything_went() -> None:
    assert [each.change for each in passages("First. Second.\nThird.", "")] == ["removed"] * 3
    assert [each.begins for each in passages("", "First. Second.\nThird.")] == [True, False, True]


def test_right_to_left_words_are_told_apart_word_by_word() -> None:
    (change,) = passages("سقط جسر قديم في المدينة", "سقط جسر جديد في المدينة")
    assert [(piece.change, piece.words) for piece in change.pieces if piece.change != "same"] == [
        ("removed", "قديم"),
        ("added", "جديد"),
    ]


def test_only_what_is_near_a_change_is_shown_and_the_rest_is_counted() -> None:
    old = [f"Sentence {number} stays." for number in range(20)]
    new = [*old[:10], "Quite new.", *old[10:]]
    change = passages(" ".join(old), " ".join(new))
    assert [each.left_out for each in change] == [10 - NEAR, 0, 0, 0, 10 - NEAR]
    assert sum(each.left_out or each.change == "same" for each in change) == 20


def test_the_first_and_the_last_sentence_may_change_alone() -> None:
    kept = "Bravo two stays. Charlie three stays."
    assert [each.change for each in passages(f"Alpha. {kept}", kept)] == ["removed", "same", "same"]
    assert [each.change for each in passages(kept, f"{kept} Delta.")] == ["same", "same", "added"]


def test_a_sentence_that_moved_went_in_one_place_and_came_in_another() -> None:
    change = passages("Alpha went home. Bravo stayed. Charlie slept.", "Bravo stayed. Charlie slept. Alpha went home.")
    assert sorted(each.change for each in change if each.change != "same") == ["added", "removed"]


def test_a_sentence_told_once_more_is_added() -> None:
    (_, added) = passages("Fire in Tarm.", "Fire in Tarm. Fire in Tarm.")
    assert (added.change, added.pieces[0].words) == ("added", "Fire in Tarm.")


def test_a_sentence_far_behind_is_not_taken_for_a_changed_one() -> None:
    others = " ".join(f"Q{number} z{number}." for number in range(WINDOW))
    change = passages(f"{others} The mill in Tarm burnt.", "The mill in Tarm burnt down.")
    assert [each.change for each in change] == ["added", *["removed"] * (WINDOW + 1)]
    near = passages(f"{others.partition('. ')[2]} The mill in Tarm burnt.", "The mill in Tarm burnt down.")
    assert near[-1].change == "changed"


def test_as_many_sentences_as_are_compared_are_compared_one_by_one() -> None:
    old = " ".join(f"Old{number}." for number in range(MOST // 2))
    new = " ".join(f"New{number}." for number in range(MOST // 2))
    assert len(passages(old, new)) == MOST
    assert len(passages(old, f"{new} One.")) == 2


def record(*killed: int, text: str = "In Tarm 3 died, 4 died, 5 died.", group: str | None = "workers") -> Record:
    story = Story("a", text)
    for number, many in enumerate(killed):
        words = f"{3 + number} died"
        story.harm(words, effect="killed", low=many, high=many, group=group)
    return story.record


def test_nothing_changed_between_a_record_and_itself() -> None:
    changed = fact_changes(record(3, 4), record(3, 4))
    assert (changed.came, changed.went, changed.turned) == ((), (), ())
    assert changed.stayed == len(record(3, 4).facts)


def test_every_fact_is_told_once() -> None:
    for old, new in (((3,), (3, 4, 5)), ((3, 4, 5), (7,)), ((), (1, 1)), ((1, 1), ()), ((1, 2), (2, 1))):
        before, after = record(*old), record(*new)
        changed = fact_changes(before, after)
        assert len(changed.came) + len(changed.turned) + changed.stayed == len(after.facts)
        assert len(changed.went) + len(changed.turned) + changed.stayed == len(before.facts)


def test_two_counts_that_only_changed_places_have_not_changed() -> None:
    assert fact_changes(record(3, 4), record(4, 3)).turned == ()


def test_a_count_of_others_is_no_turned_count() -> None:
    changed = fact_changes(record(3), record(4, group="guards"))
    assert (len(changed.came), len(changed.went), changed.turned) == (1, 1, ())


def test_what_is_unknown_is_not_told_as_a_field() -> None:
    changed = fact_changes(record(), record(3, group=None))
    assert dict(changed.came[0].says) == {"effect": "killed", "low": "3", "high": "3"}


def test_nought_is_told_as_a_number() -> None:
    changed = fact_changes(record(), record(0))
    assert dict(changed.came[0].says)["low"] == "0"


def test_a_quantity_keeps_its_fraction() -> None:
    old, new = Story("a", "Wheat rose 2.5 percent."), Story("a", "Wheat rose 2.5 percent.")
    old.add(Quantity(of="wheat", low=2.5, unit="%", change="rise"), "2.5 percent")
    new.add(Quantity(of="wheat", low=2.5, unit="%", change="fall"), "2.5 percent")
    ((before, after),) = fact_changes(old.record, new.record).turned
    assert (dict(before.says)["low"], dict(before.says)["change"], dict(after.says)["change"]) == (
        "2.5",
        "rise",
        "fall",
    )


def test_a_fact_that_became_certain_has_turned() -> None:
    def raid(status: str) -> Record:
        story = Story("a", "Gunmen raided Tarm.")
        story.event("ASSAULT", "raided", status)  # type: ignore[arg-type]
        return story.record

    ((old, new),) = fact_changes(raid("possible"), raid("asserted")).turned
    assert (old.status, new.status, old.says) == ("possible", "asserted", new.says)


def test_what_somebody_says_is_told_with_his_name_and_nobody_by_the_words() -> None:
    story = Story("a", "Ana Brek said that gunmen raided Tarm. It rained, officials said.")
    said = story.said(story.person("Ana Brek"), "gunmen raided Tarm", manner="indirect")
    story.event("ASSAULT", "raided", said_by=said)
    rumour = story.said(None, "It rained", manner="indirect")
    story.event("DISASTER", "rained", said_by=rumour)
    came = fact_changes(Story("a", "Q", None).record, story.record).came
    assert [dict(each.says)["said by"] for each in came if each.kind == "event"] == ["Ana Brek", "It rained"]


def test_very_long_words_are_cut() -> None:
    story = Story("a", "On Monday " + "x" * 5000 + " " + "many words " * 500)
    story.said(None, "x" * 5000)
    story.said(None, ("many words " * 500).strip())
    long, many = (each for each in fact_changes(record(), story.record).came if each.kind == "statement")
    assert LONGEST <= len(long.words) <= LONGEST + 2 and long.words.endswith("x …")
    assert LONGEST - 10 < len(many.words) <= LONGEST + 2 and many.words.endswith(("many …", "words …"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Five versions of one article, the last one without a headline; another one of the same words."""
    stories = [Story("fire", f"Fire {number}. It burnt for {number} hours.") for number in range(1, 6)]
    with closing(shelved(tmp_path, stories[0], Story("other", stories[0].record.text))) as connection:
        for story in stories[1:]:
            connection.execute("BEGIN")
            assert ArticleWriter(connection, 1).save(rows_of(story.record), os.urandom(16)) == "updated"
            connection.execute("COMMIT")
        yield connection


def test_pages_of_versions_follow_each_other_and_each_is_compared_with_the_one_before(desk: sqlite3.Connection) -> None:
    every = list(versions(desk, "fire", limit=None))
    assert [each.number for each in every] == [5, 4, 3, 2, 1]
    assert [each.current for each in every] == [True, False, False, False, False]
    pages = [versions(desk, "fire", limit=2, before=before) for before in (6, 4, 2)]
    assert [each for page in pages for each in page] == every
    assert {page.total for page in pages} == {5}
    assert [bool(each.passages) for each in every] == [True, True, True, True, False]


def test_before_the_first_version_there_is_none(desk: sqlite3.Connection) -> None:
    page = versions(desk, "fire", before=1)
    assert (list(page), page.total) == ([], 5)
    assert not list(versions(desk, "fire", before=0))
    assert len(versions(desk, "fire", before=2**31 - 1)) == 5


@pytest.mark.parametrize("asked", [{"before": -1}, {"before": "x"}, {"before": 2**40}, {"limit": 0}, {"limit": -3}])
def test_versions_behind_no_number_are_a_bad_question(desk: sqlite3.Connection, asked: dict[str, int]) -> None:
    with pytest.raises(BadQuestion):
        versions(desk, "fire", **asked)


def test_an_article_of_one_version_changed_nothing(desk: sqlite3.Connection) -> None:
    (only,) = versions(desk, "other")
    assert (only.number, only.current, only.passages, only.facts, only.headline) == (1, True, (), None, "Fire 1")


@pytest.mark.parametrize("name", ["", "fires", "%", "nobody\0"])
def test_of_no_article_there_are_no_versions(desk: sqlite3.Connection, name: str) -> None:
    with pytest.raises(NotInDesk):
        versions(desk, name)
