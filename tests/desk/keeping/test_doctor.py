"""What is told of a desk's health, whatever is the matter with it."""

import os
import sqlite3
from pathlib import Path

import pytest
from kept import OTHER, STORY, bytes_of, change, keep, record_of, told

import dateline
from dateline.desk.keeping import doctor as room
from dateline.desk.keeping.diagnosis import Diagnosis, State, many
from dateline.desk.keeping.doctor import EXAMINATIONS, doctor
from dateline.desk.storage.opening import writing
from dateline.errors import DeskDamaged
from dateline.settings import Settings


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    keep(path, record_of("quill"), record_of("vang", OTHER))
    return path


def examined(path: Path, **more: bool) -> dict[str, Diagnosis]:
    """Each diagnosis by its name."""
    return {each.name: each for each in doctor(path, Settings(), **more)}


def states(found: dict[str, Diagnosis], state: State) -> set[str]:
    return {name for name, each in found.items() if each.state == state}


def test_a_sound_desk_gets_one_sentence_for_each_thing(desk: Path) -> None:
    change(desk, "UPDATE makers SET dateline = 'x'")
    with dateline.open(desk) as opened:
        found = opened.doctor(Settings(), thorough=True)
    assert [each.name for each in found if each.state != "ok"] == ["readings"]  # they were made by hand
    assert len(found) == len(EXAMINATIONS) + 2
    by_name = {each.name: each for each in found}
    assert by_name["contents"].sentence == f"2 articles, {told(desk, 'SELECT count(*) FROM facts')[0]} facts"
    assert by_name["map"].sentence == "the map has 1 place"
    assert by_name["sqlite"].sentence == f"SQLite {sqlite3.sqlite_version}"
    assert all(each.advice for each in found if each.state != "ok")


def test_each_thing_is_told_as_soon_as_it_is_known(desk: Path) -> None:
    found = iter(room.examined(desk, Settings()))
    assert next(found).name == "schema"

    assert {each.name for each in found} > {"pages", "sqlite"}


def test_nothing_is_written(desk: Path) -> None:
    before = desk.read_bytes(), desk.stat().st_mtime_ns
    examined(desk, thorough=True)
    assert (desk.read_bytes(), desk.stat().st_mtime_ns) == before
    assert not Path(f"{desk}-wal").exists() or not Path(f"{desk}-wal").stat().st_size


def test_an_ingest_goes_on_meanwhile(desk: Path) -> None:
    writer = writing(desk)
    try:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM findings")
        assert "error" not in {each.state for each in doctor(desk, Settings())}
    finally:
        writer.close()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "no desk is here"),
        (b"", "there is nothing in this file"),
        (b"The mayor of Hesselund said no more. " * 200, "this file is no desk"),
        (b"SQLite format 3\0" + b"\xff" * 5000, "this file is no desk"),
    ],
)
def test_what_is_no_desk_is_told_and_what_to_give(tmp_path: Path, content: bytes | None, sentence: str) -> None:
    path = tmp_path / "news.db"
    if content is not None:
        path.write_bytes(content)
    (found, *_) = doctor(path, Settings())
    assert (found.state, found.sentence) == ("error", sentence) and found.advice


def test_a_folder_and_another_programs_database_are_told(tmp_path: Path) -> None:
    (folder,) = doctor(tmp_path, Settings())
    assert folder.sentence == "this is a folder" and "news.db" in folder.advice
    change(tmp_path / "other.db", "CREATE TABLE birds (name TEXT)")
    found = examined(tmp_path / "other.db")
    assert found["schema"].sentence == "this is a database, but no desk"
    assert set(found) == {"schema", "pages"}


@pytest.mark.parametrize(("version", "advice"), [(0, "--upgrade"), (99, "install a newer Dateline")])
def test_an_older_and_a_newer_schema_are_told(desk: Path, version: int, advice: str) -> None:
    change(desk, f"PRAGMA user_version = {version}")
    found = examined(desk)
    assert found["schema"].state == "error" and advice in found["schema"].advice
    assert found["pages"].state == "ok"


def damaged(path: Path, begin: float, end: float) -> bool:
    """Overwrites pages from one share of the file to another; the first page stays."""
    content = bytearray(path.read_bytes())
    pages = len(content) // 4096
    first, last = max(1, int(begin * pages)), int(end * pages)
    content[first * 4096 : last * 4096] = b"\x5a" * ((last - first) * 4096)
    path.write_bytes(content)
    return last > first


@pytest.mark.parametrize("part", range(8))
def test_overwritten_pages_are_told_without_a_traceback(desk: Path, part: int) -> None:
    assert damaged(desk, part / 8, (part + 1) / 8)
    found = doctor(desk, Settings(), thorough=True)
    worst = [each for each in found if each.state == "error"]
    assert worst and all(each.sentence and each.advice for each in worst)
    assert any(".recover" in each.advice for each in worst)
    assert not any("dateline doctor" in each.advice for each in found)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_file_cut_off_is_told_without_a_traceback(desk: Path, share: float) -> None:
    content = desk.read_bytes()
    desk.write_bytes(content[: int(len(content) * share)])
    worst = [each for each in doctor(desk, Settings()) if each.state == "error"]
    assert worst and all(each.sentence and each.advice for each in worst)


def test_bytes_that_are_no_text_any_more_are_told(desk: Path) -> None:
    change(desk, "UPDATE articles SET text = CAST(x'c3c3c3c3' AS TEXT) WHERE id = 'vang'")
    found = examined(desk)
    assert found["full text"].state == "error"


def test_facts_that_make_no_record_any_more_are_told(desk: Path) -> None:
    change(desk, """UPDATE facts SET value = '{"nome": "Odd Vang"}' WHERE article = 2""")
    found = examined(desk)
    assert found["records"].sentence == "1 article of 2 cannot be read any more, vang the first"
    with dateline.open(desk) as opened, pytest.raises(DeskDamaged, match=r"the article 'vang' is damaged .*doctor"):
        opened.record("vang")


@pytest.mark.parametrize(
    ("statement", "name", "words"),
    [
        ("INSERT INTO name_words VALUES ('klm', 999)", "references", "words of names (1)"),
        ("INSERT INTO event_parties SELECT fact, 'actor', 999 FROM events", "references", "parties of events (1)"),
        ("INSERT INTO event_places SELECT fact, 999 FROM events", "references", "places of events (1)"),
        ("UPDATE facts SET article = 77 WHERE kind = 'event'", "references", "facts (1)"),
        ("UPDATE facts SET said_by = 999 WHERE kind = 'event'", "references", "facts (1)"),
        ("DELETE FROM versions WHERE article = 1", "references", "articles without their version (1)"),
        ("DELETE FROM moments", "references", "facts without the row of their kind (1)"),
        ("INSERT INTO versions VALUES (1, 0, 'x', x'00', 'x', NULL)", "references", "versions without their text (1)"),
        ("DELETE FROM places_map", "map", "1 place too few"),
        ("INSERT INTO places_map VALUES (999, 1, 1, 1, 1)", "map", "1 place too few or too many"),
        ("INSERT INTO search (search) VALUES ('delete-all')", "full text", "cannot be found by their words"),
    ],
)
def test_what_does_not_belong_together_is_told(desk: Path, statement: str, name: str, words: str) -> None:
    change(desk, statement)
    found = examined(desk)
    assert found[name].state == "error" and words in found[name].sentence
    assert states(found, "error") - {"records"} == {name}


def test_words_that_the_index_lost_are_missed(desk: Path) -> None:
    change(desk, f"INSERT INTO search (search, rowid, headline, text) VALUES ('delete', 2, NULL, '{OTHER}')")
    change(desk, "INSERT INTO search (rowid, headline, text) VALUES (2, NULL, 'quite another')")
    assert examined(desk)["full text"].state == "error"


def test_its_advice_for_the_index_helps(desk: Path) -> None:
    change(desk, "INSERT INTO search (search) VALUES ('delete-all')")
    advice = examined(desk)["full text"].advice
    change(desk, advice.split('"')[1])
    assert examined(desk)["full text"].state == "ok"


def test_runs_that_were_cut_off_are_told_apart_from_those_at_work(desk: Path) -> None:
    change(desk, f"UPDATE runs SET state = 'running', process = {os.getpid()}")
    assert examined(desk)["runs"].sentence.startswith("run 1, ingest, is at work since 20")
    for process in ("NULL", "4194400"):  # a number that no process has
        change(desk, f"UPDATE runs SET process = {process}")
        found = examined(desk)["runs"]
        assert found.state == "warning" and found.sentence.startswith("1 run did not come to an end (the last: ingest")


def test_the_commonest_reasons_of_refusals_are_told(desk: Path) -> None:
    reasons = ["the server answered 404", "the server answered 500", "no article was found in it"]
    rows = ", ".join(f"('{i}', '/a', 'sources', '{reason}', 1, '2031')" for i, reason in enumerate(reasons))
    change(desk, f"INSERT INTO refusals (name, location, stage, reason, run, at) VALUES {rows}")
    found = examined(desk)["refusals"]
    assert found.sentence.startswith("3 documents could not be read (2 times: the server answered N; 1 time: no")
    assert "--retry" in found.advice


def test_who_read_the_articles_is_compared_with_who_would_read_them_now(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(desk, record_of("more", STORY, record_of("x").made_by))
    found = examined(desk)["readings"]
    assert found.sentence == "3 articles were read otherwise (Dateline 0.0.1, parser 1, encoder 0)"
    assert found.advice == f"run `dateline reread --desk {desk}`"
    monkeypatch.setattr("dateline.reader.made_by_now", lambda settings: record_of("x").made_by)
    assert examined(desk)["readings"].state == "ok"
    change(desk, "UPDATE makers SET steps = '[]'")
    assert "(other steps)" in examined(desk)["readings"].sentence


def test_settings_that_read_nothing_are_told(desk: Path, tmp_path: Path) -> None:
    found = {each.name: each for each in doctor(desk, Settings(gazetteer=str(tmp_path / "none.sqlite")))}
    assert found["reading"].state == "error" and "none.sqlite" in found["reading"].sentence
    assert "readings" not in found


def test_judgements_without_their_fact_are_told(desk: Path) -> None:
    fact = told(desk, "SELECT id FROM facts LIMIT 1")[0]
    change(desk, f"INSERT INTO judgements VALUES (NULL, '{fact}', NULL, 'right', NULL, 'me', '2031-03-04')")
    assert examined(desk)["judgements"].sentence == "1 judgement, all of facts that are here"
    change(desk, f"INSERT INTO judgements VALUES (NULL, '{fact}', 'event-0', 'same', NULL, 'me', '2031-03-04')")
    found = examined(desk)["judgements"]
    assert found.state == "warning" and found.sentence.startswith("1 fact that people judged")


def test_copies_beside_the_desk_may_hold_what_was_forgotten(desk: Path) -> None:
    copy = Path(f"{desk}.schema-0.backup")
    copy.write_bytes(b"")
    assert examined(desk)["copies"].state == "ok"
    with dateline.open(desk) as opened:
        opened.forget("vang")
    found = examined(desk)
    assert found["forgotten"].sentence == "1 article taken out for good"
    assert found["copies"].state == "warning" and "what was forgotten since is in them" in found["copies"].advice


def test_feeds_that_fail_are_told(desk: Path) -> None:
    change(
        desk,
        "INSERT INTO feeds VALUES ('http://a.example', '', '', '', '', '', 60, 0, 'ok', '', ''), "
        "('http://b.example', '', '', '', '', '', 60, 3, 'failing', 'it is slow', '')",
    )
    found = examined(desk)["feeds"]
    assert found.sentence == "1 feed of 2 fail: http://b.example (it is slow)"


def test_a_file_that_is_empty_for_the_most_part_is_told(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.desk.keeping.health.LARGE", 1000)
    change(desk, "CREATE TABLE big AS SELECT zeroblob(5000000) AS much", "DROP TABLE big")
    found = examined(desk)
    assert "VACUUM" in found["empty"].advice
    assert states(found, "error") == set()


def test_commits_that_wait_beside_the_desk_are_told(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.desk.keeping.health.LARGE", 100)
    writer = writing(desk)
    try:
        writer.execute("UPDATE runs SET verb = 'watch'")
        assert "news.db-wal" in examined(desk)["log"].sentence
    finally:
        writer.close()


def test_a_big_file_is_compared_in_full_only_when_asked(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.desk.keeping.soundness.SMALL", 10)
    assert "thorough" in examined(desk)["pages"].sentence
    assert examined(desk, thorough=True)["pages"].sentence == "the file is whole"


def test_numbers_agree_with_their_nouns() -> None:
    assert many(1, "feed") == "1 feed"
    assert many(2000, "feed") == "2,000 feeds"
    assert many(0, "article was", "articles were") == "0 articles were"


def test_a_link_to_a_desk_is_examined_as_the_desk(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to(desk)
    assert examined(tmp_path / "link.db")["schema"].state == "ok"
    assert bytes_of(desk)
