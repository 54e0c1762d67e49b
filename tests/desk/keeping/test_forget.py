"""What is forgotten is gone to the last byte, and stays out."""

import random
import re
import sqlite3
from pathlib import Path

import pytest
from kept import OTHER, STORY, bytes_of, change, keep, record_of, told

import dateline
from dateline.desk.storage.opening import writing
from dateline.errors import NotInDesk

RARE = b"zymurgical"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    keep(path, record_of("quill"), record_of("vang", OTHER))
    return path


def rows(path: Path) -> dict[str, int]:
    """How many rows each table has."""
    tables = told(path, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'")
    return {name: told(path, f'SELECT count(*) FROM "{name}"')[0] for name in tables}


def test_all_that_rests_on_an_article_goes_with_it(desk: Path, tmp_path: Path) -> None:
    with dateline.open(desk) as opened:
        found = opened.forget("vang", why="the court asked for it")
        assert found.pending is None
        (one,) = found.articles
        assert (one.id, one.versions, one.facts, one.judgements, one.twins) == ("vang", 1, 1, 0, ())
        assert "vang" not in opened and "quill" in opened
    keep(tmp_path / "other.db", record_of("quill"))
    bare = {name: number for name, number in rows(tmp_path / "other.db").items() if name not in ("runs", "documents")}
    left = rows(desk)
    assert {name: left[name] for name in bare} == bare | {"forgotten": 1}
    assert not told(desk, "SELECT rowid FROM search WHERE search MATCH 'zymurgical'")
    assert told(desk, "SELECT rowid FROM search WHERE search MATCH 'guard'")
    assert told(desk, "SELECT id, why FROM forgotten") == [("vang", "the court asked for it")]
    assert not told(desk, "PRAGMA foreign_key_check")


def test_no_byte_of_the_text_is_left(desk: Path) -> None:
    keep(desk, record_of("vang", OTHER + " Later it rained."))  # an older version lies packed in the desk
    assert RARE in bytes_of(desk)
    with dateline.open(desk) as opened:
        list(opened.reader.execute("SELECT text FROM articles"))
        assert opened.forget("vang").pending is None
        opened.close()
        left = bytes_of(desk)
    assert not re.findall(b"zymurg|Hesselund|hesselund|Odd Vang|praised", left)
    assert b"regret" in left


def test_no_byte_is_left_however_rows_moved_about(tmp_path: Path) -> None:
    """Rows that move to another page leave copies behind, which SQLite's secure_delete does not find."""
    chance = random.Random(0)
    path = tmp_path / "news.db"
    names = [f"{chance.getrandbits(40):010x}" for _ in range(60)]
    texts = {name: f"Olm {name} struck Tornby on Monday. " + f"Word{name} and {name} again. " * 10 for name in names}
    keep(path, *(record_of(name, text, crowd=chance.randrange(5, 60)) for name, text in texts.items()))
    again = chance.sample(names, 20)
    keep(path, *(record_of(name, texts[name] + "Later.", crowd=chance.randrange(5, 60)) for name in again))
    gone = chance.sample(names, 30)
    with dateline.open(path) as opened:
        for at in range(0, len(gone), 5):
            assert opened.forget(*gone[at : at + 5]).pending is None
    left = bytes_of(path)
    assert not [name for name in gone if re.search(f"(?i)word{name}|olm {name}".encode(), left)]
    assert all(f"Word{name}".encode() in left for name in names if name not in gone)


def test_judgements_on_its_facts_go_too_also_on_those_of_older_versions(desk: Path) -> None:
    older = told(desk, "SELECT id FROM facts_full WHERE article = 'vang'")
    keep(desk, record_of("vang", "Later: " + OTHER))
    newer = told(desk, "SELECT id FROM facts_full WHERE article = 'vang'")
    own = told(desk, "SELECT id FROM facts_full WHERE article = 'quill' LIMIT 1")[0]
    assert set(older).isdisjoint(newer)
    pairs = [(older[0], "NULL"), (newer[0], "NULL"), (own, f"'{newer[0]}'"), (own, "NULL")]
    for left, right in pairs:
        change(desk, f"INSERT INTO judgements VALUES (NULL, '{left}', {right}, 'right', NULL, 'me', '2031-03-04')")
    with dateline.open(desk) as opened:
        assert opened.forget("vang").articles[0].judgements == 3
    assert told(desk, "SELECT left, right FROM judgements") == [(own, None)]


def test_it_stays_out_under_its_id_and_elsewhere(desk: Path) -> None:
    with dateline.open(desk) as opened:
        opened.forget("vang")
    keep(desk, record_of("vang", "Quite another text. It is longer."), record_of("elsewhere", OTHER))
    with dateline.open(desk) as opened:
        assert len(opened) == 1


def test_what_is_met_again_in_an_ingest_is_told_as_forgotten(desk: Path) -> None:
    """By its id before it is read; so no model is loaded."""
    from dateline.desk.ingesting.met import Memory

    with dateline.open(desk) as opened:
        article = opened.record("vang").article
        opened.forget("vang")
        met = Memory(opened.reader).met(article)
        assert met is not None and met.forgotten
        elsewhere = Memory(opened.reader).met(record_of("elsewhere", OTHER).article)
        assert elsewhere is not None and elsewhere.forgotten


def test_articles_with_the_same_text_are_told_and_left(desk: Path) -> None:
    keep(desk, record_of("twin", OTHER), record_of("grown", OTHER))
    keep(desk, record_of("grown", OTHER + " More."))  # the text is its older version
    with dateline.open(desk) as opened:
        assert opened.forget("vang").articles[0].twins == ("twin", "grown")
        assert "twin" in opened
        assert opened.forget("twin", "grown").articles[0].twins == ("grown",)
    assert RARE not in bytes_of(desk)


def test_all_or_none_where_an_id_is_unknown(desk: Path) -> None:
    before = rows(desk)
    with dateline.open(desk) as opened:
        with pytest.raises(NotInDesk, match=r"no article has the id 'vangs'; did you mean 'vang'\?"):
            opened.forget("quill", "vangs")
        with pytest.raises(NotInDesk, match="`dateline search` prints the ids"):
            opened.forget("completely-different")
        assert "quill" in opened
    assert rows(desk) == before


def test_an_article_that_was_forgotten_is_told_as_that(desk: Path) -> None:
    with dateline.open(desk) as opened:
        opened.forget("vang", "vang")
        with pytest.raises(NotInDesk, match=r"the article 'vang' was taken out of this desk on 20\d\d-.*stays out"):
            opened.forget("vang")


def test_its_own_address_is_no_longer_named_but_folders_are(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    keep(path, record_of("vang", OTHER, location="/news/vang.txt"))
    change(
        path,
        'UPDATE runs SET sources = \'["/news", "/news/vang.txt"]\'',
        "INSERT INTO sources VALUES (NULL, '/news', 1, 1), (NULL, '/news/vang.txt/more', 1, 1)",
        "INSERT INTO refusals (name, location, stage, reason, run, at) VALUES "
        "('/news/vang.txt', '/news/vang.txt', 'reading', 'x', 1, '2031'), ('other', '/news', 'read', 'x', 1, '2031')",
    )
    with dateline.open(path) as opened:
        opened.forget("vang")
    assert told(path, "SELECT sources FROM runs") == ['["/news"]']
    assert told(path, "SELECT source FROM sources ORDER BY source") == ["/news", "/news/vang.txt/more"]
    assert told(path, "SELECT location FROM documents") == [""]
    assert told(path, "SELECT name FROM refusals") == ["other"]
    assert b"vang.txt'" not in bytes_of(path)


def test_a_document_with_other_articles_keeps_its_place(desk: Path) -> None:
    change(desk, "UPDATE versions SET document = (SELECT digest FROM documents LIMIT 1)")
    with dateline.open(desk) as opened:
        opened.forget("vang")
    assert "" not in told(desk, "SELECT location FROM documents")


def test_a_remembered_article_comes_in_again(desk: Path) -> None:
    documents = told(desk, "SELECT count(*) FROM documents")[0]
    with dateline.open(desk) as opened:
        opened.forget("vang")
        change(desk, "INSERT INTO watched_items VALUES ('http://a.example/feed', 'vang', 'x')")
        opened.remember("vang")
        with pytest.raises(NotInDesk, match="no article was forgotten that has the id 'vang'"):
            opened.remember("vang")
    assert told(desk, "SELECT count(*) FROM documents")[0] == documents - 1
    assert not told(desk, "SELECT * FROM watched_items")
    keep(desk, record_of("vang", OTHER))
    with dateline.open(desk) as opened:
        assert "vang" in opened


def test_nothing_is_remembered_where_one_is_unknown(desk: Path) -> None:
    with dateline.open(desk) as opened:
        opened.forget("vang")
        with pytest.raises(NotInDesk, match=r"did you mean 'vang'\?"):
            opened.remember("vang", "wang")
    assert told(desk, "SELECT id FROM forgotten") == ["vang"]


def test_a_program_that_reads_how_it_was_is_told_of(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.desk.storage.opening.PATIENCE", 0.05)
    other = sqlite3.connect(desk, isolation_level=None)
    with dateline.open(desk) as opened:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM articles").fetchone()
        found = opened.forget("vang")
        assert found.pending and "another program is reading how it was before; end it" in found.pending
        assert "vang" not in opened
        other.close()
        assert opened.forget().pending is None
    assert RARE not in bytes_of(desk)


def test_where_it_cannot_be_written_anew_it_is_out_all_the_same(desk: Path) -> None:
    from dateline.desk.keeping.forget import forget

    connection = writing(desk)
    try:
        # Writing anew goes by way of a file that is attached for it.
        connection.set_authorizer(lambda action, *_: sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_ATTACH else 0)
        found = forget(desk, connection, ["vang"])
        assert found.pending is not None and str(desk) in found.pending
        assert not connection.execute("SELECT 1 FROM articles WHERE id = 'vang'").fetchall()
    finally:
        connection.close()


def test_stories_without_facts_are_forgotten_too(tmp_path: Path) -> None:
    from dateline.record import Record

    path = tmp_path / "news.db"
    keep(path, Record(record_of("bare", STORY).article))
    with dateline.open(path) as opened:
        assert opened.forget("bare").articles[0].facts == 0
    assert b"Tornby" not in bytes_of(path)
