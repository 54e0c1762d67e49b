"""What an ingest keeps, and what it knows already."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import quick_reading
from desk_contents import assert_sound, contents, state
from ingests import Ingest, desk_path, taken_in

import dateline
from dateline import reader
from dateline.desk import Tally
from dateline.desk.ingesting.work import ReadIntoRows
from dateline.desk.saving.rows import ArticleRows
from dateline.desk.saving.writing import ArticleWriter
from dateline.model import Page, Refused
from dateline.settings import Settings

__all__ = ["desk_path", "taken_in"]  # fixtures

MORNING = "Anna Lund met Brod\nIvo told Varde"
EVENING = "Anna Lund met Brod\nIvo denied Varde"


def row(name: str, text: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "text": text, **more}


def rows_of(desk_path: Path, query: str, *cells: object) -> list[tuple[Any, ...]]:
    with closing(dateline.open(desk_path)) as desk:
        return desk.reader.execute(query, cells).fetchall()


def texts(desk_path: Path) -> list[str]:
    return [text for (text,) in rows_of(desk_path, "SELECT text FROM articles ORDER BY key")]


def test_what_is_new_is_kept_in_the_order_of_the_sources(taken_in: Ingest, desk_path: Path) -> None:
    assert taken_in(row("b", MORNING), row("a", EVENING)) == Tally(added=2)
    assert rows_of(desk_path, "SELECT id, number FROM articles ORDER BY key") == [("b", 1), ("a", 1)]
    assert state(desk_path) == ["done"]
    assert_sound(desk_path)


def test_the_same_again_changes_nothing(taken_in: Ingest, desk_path: Path) -> None:
    sources = (row("a", MORNING), row("b", EVENING), row("c", "one\nraise it"))
    assert taken_in(*sources) == Tally(added=2, refused=1)
    before = contents(desk_path)
    assert taken_in(*sources) == Tally(known=3)
    assert contents(desk_path) == before


def test_a_changed_text_is_a_new_version_and_the_old_one_is_kept(taken_in: Ingest, desk_path: Path) -> None:
    taken_in(row("a", MORNING))
    with closing(dateline.open(desk_path)) as desk:
        first = desk.record("a")
    assert taken_in(row("a", EVENING)) == Tally(updated=1)
    with closing(dateline.open(desk_path)) as desk:
        assert len(desk) == 1
        assert desk.record("a").text == desk.record("a", 2).text == EVENING
        assert desk.record("a", 1).to_json() == first.to_json()
    assert rows_of(desk_path, "SELECT number, record IS NULL FROM versions ORDER BY 1") == [(1, 0), (2, 1)]
    assert rows_of(desk_path, "SELECT count(*) FROM search WHERE search MATCH 'told'") == [(0,)]
    assert_sound(desk_path)


def test_a_version_that_was_read_is_not_read_again_as_a_newer_one(taken_in: Ingest, desk_path: Path) -> None:
    morning, evening = row("a", MORNING), row("a", EVENING)
    taken_in(morning, evening)
    assert taken_in(morning, evening, morning) == Tally(known=3)
    assert texts(desk_path) == [EVENING]


def test_two_versions_in_one_run_are_kept_in_their_order(taken_in: Ingest, desk_path: Path) -> None:
    versions = [f"Anna Lund met Brod\nIvo spoke {number} times" for number in range(9)]
    assert taken_in(*(row("a", text) for text in versions)) == Tally(added=1, updated=8)
    with closing(dateline.open(desk_path)) as desk:
        assert [desk.record("a", number + 1).text for number in range(9)] == versions


def test_the_same_text_with_other_fields_is_no_new_version(taken_in: Ingest, desk_path: Path) -> None:
    taken_in(row("a", MORNING, outlet="The Lund Post"))
    assert taken_in(row("a", MORNING, outlet="The Brod Wire")) == Tally(updated=1)
    assert rows_of(desk_path, "SELECT outlet, number FROM articles") == [("The Brod Wire", 1)]
    assert rows_of(desk_path, "SELECT count(*) FROM versions") == [(1,)]
    assert_sound(desk_path)


def test_the_same_bytes_at_another_place_are_known(taken_in: Ingest, desk_path: Path, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(MORNING, encoding="utf-8")
    assert taken_in(tmp_path / "one.txt") == Tally(added=1)
    assert taken_in(tmp_path / "two.txt") == Tally(known=1)
    assert rows_of(desk_path, "SELECT location FROM articles") == [(str(tmp_path / "one.txt"),)]


def test_a_file_is_one_article_however_its_path_is_typed(
    taken_in: Ingest, desk_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "story.txt").write_text(MORNING, encoding="utf-8")
    assert taken_in("./in/story.txt") == Tally(added=1)
    assert taken_in("in//story.txt", "in/../in", "in") == Tally(known=3)
    (tmp_path / "in" / "story.txt").write_text(EVENING, encoding="utf-8")
    assert taken_in("in") == Tally(updated=1)
    assert rows_of(desk_path, "SELECT id, number FROM articles") == [("in/story.txt", 2)]


def test_the_same_bytes_twice_in_one_run_are_read_once(taken_in: Ingest, desk_path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_text(MORNING, encoding="utf-8")
    assert taken_in(folder) == Tally(added=1, known=2)
    assert taken_in(folder) == Tally(known=3)


def test_the_same_text_under_two_names_is_two_articles(taken_in: Ingest, desk_path: Path) -> None:
    assert taken_in(row("a", MORNING), row("b", MORNING)) == Tally(added=2)


def test_a_changed_file_is_a_new_version(taken_in: Ingest, desk_path: Path, tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    for text in (MORNING, EVENING):
        file.write_text(text, encoding="utf-8")
        taken_in(file)
    assert rows_of(desk_path, "SELECT id, number FROM articles") == [(str(file), 2)]


def test_rows_without_an_id_never_replace_each_other(taken_in: Ingest, desk_path: Path, tmp_path: Path) -> None:
    assert taken_in({"text": MORNING}) == Tally(added=1)
    assert taken_in({"text": EVENING}) == Tally(added=1)
    assert taken_in({"text": EVENING}, {"text": MORNING}) == Tally(known=2)
    lines = tmp_path / "rows.jsonl"
    for texts_there in (["x y", "u v"], ["new one", "x y", "u v"]):
        lines.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts_there), encoding="utf-8")
        taken_in(lines)
    assert texts(desk_path) == [MORNING, EVENING, "x y", "u v", "new one"]
    assert taken_in(b"Anna met Ivo", b"Ivo met Anna") == Tally(added=2)
    assert rows_of(desk_path, "SELECT max(number) FROM articles") == [(1,)]


def test_their_ids_follow_from_their_content(taken_in: Ingest, desk_path: Path) -> None:
    taken_in({"text": MORNING})
    ((name, location),) = rows_of(desk_path, "SELECT id, location FROM articles")
    assert name.startswith("document-") and location == "row#1"
    with closing(dateline.open(desk_path)) as desk:
        assert name in desk and desk.record(name).text == MORNING


def test_what_cannot_be_read_is_written_down_and_told(taken_in: Ingest, desk_path: Path, tmp_path: Path) -> None:
    lines = tmp_path / "rows.jsonl"
    lines.write_text(f'{json.dumps(row("a", MORNING))}\nno JSON\n{{"id": "b"}}\n[1]\n\n', encoding="utf-8")
    told: list[Refused] = []
    assert taken_in(lines, tmp_path / "nowhere", refused=told.append) == Tally(added=1, refused=4)
    kept = rows_of(desk_path, "SELECT location, stage, reason FROM refusals ORDER BY key")
    assert [(each.location, each.stage, each.reason) for each in told] == kept
    assert [location for location, _, _ in kept] == [f"{lines}#{n}" for n in (2, 3, 4)] + [str(tmp_path / "nowhere")]


def test_a_refusal_is_not_tried_again_unless_asked_for(taken_in: Ingest, desk_path: Path) -> None:
    source = row("a", "Anna Lund\nraise it")
    assert taken_in(source) == Tally(refused=1)
    assert taken_in(source) == Tally(known=1)
    assert taken_in(source, retry=True) == Tally(refused=1)
    assert rows_of(desk_path, "SELECT count(*) FROM refusals") == [(1,)]


def test_a_refusal_is_gone_once_it_is_read(taken_in: Ingest, desk_path: Path, tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text("Anna Lund\nraise it", encoding="utf-8")
    taken_in(file)
    file.write_text(MORNING, encoding="utf-8")
    assert taken_in(file) == Tally(added=1)
    assert rows_of(desk_path, "SELECT * FROM refusals") == []


def test_what_was_forgotten_stays_out(taken_in: Ingest, desk_path: Path) -> None:
    digest = "INSERT INTO forgotten (id, at, versions, documents) VALUES ('gone', '', ?, '[]')"
    with closing(dateline.open(desk_path)) as desk:
        version = dateline.Article(
            id="x", source=dateline.model.Source(location="x", media_type="text/plain"), text=EVENING, blocks=()
        ).version
        desk.writer.execute(digest, (json.dumps([version]),))
    found = taken_in(row("gone", MORNING), row("else", EVENING), row("a", "Ivo spoke\nto Anna"))
    assert found == Tally(added=1, forgotten=2)
    assert taken_in(row("gone", MORNING), row("else", EVENING)) == Tally(forgotten=2)
    assert rows_of(desk_path, "SELECT id FROM articles") == [("a",)]


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Lund Post</title>{}</channel></rss>"""
ITEM = "<item><guid>urn:item-{0}</guid><title>Story {0}</title><description>{1}</description></item>"
LONG = "Anna Lund met the council of Brod on Monday. She told it that the bridge will be open again in autumn. "


def feed(*items: tuple[int, str]) -> bytes:
    return FEED.format("".join(ITEM.format(number, LONG + words) for number, words in items)).encode()


def test_items_of_a_feed_that_were_met_are_not_read_again(
    taken_in: Ingest, desk_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    lines = reader.read_articles

    def counted(articles: Any, settings: Settings) -> Iterator[Any]:
        read.extend(article.id for article in articles)
        return lines(articles, settings)

    monkeypatch.setattr(reader, "read_articles", counted)
    assert taken_in(feed((1, "It rained."), (2, "It snowed."))) == Tally(added=2)
    assert taken_in(feed((2, "It snowed."), (3, "It was hot."))) == Tally(added=1, known=1)
    assert taken_in(feed((3, "It was cold."), (4, "It was wet."))) == Tally(added=1, updated=1)
    assert read == ["urn:item-1", "urn:item-2", "urn:item-3", "urn:item-3", "urn:item-4"]
    assert rows_of(desk_path, "SELECT id, number FROM articles ORDER BY key") == [
        ("urn:item-1", 1), ("urn:item-2", 1), ("urn:item-3", 2), ("urn:item-4", 1),
    ]  # fmt: skip


def test_an_item_that_changed_while_an_older_page_was_read_is_looked_at_again(
    taken_in: Ingest, desk_path: Path
) -> None:
    older, newer = feed((1, "It rained."), (2, "It snowed.")), feed((1, "It poured."))
    taken_in(feed((1, "It rained.")))
    assert taken_in(newer, older) == Tally(added=1, updated=1, known=1)
    assert taken_in(newer) == Tally(known=1)
    assert taken_in(older) == Tally(updated=1, known=1)
    assert taken_in(newer, older) == Tally(known=2)
    assert rows_of(desk_path, "SELECT id, number FROM articles ORDER BY key") == [("urn:item-1", 3), ("urn:item-2", 1)]


def test_the_desk_in_its_own_folder_is_no_source(taken_in: Ingest, desk_path: Path) -> None:
    (desk_path.parent / "story.txt").write_text(MORNING, encoding="utf-8")
    assert taken_in(desk_path.parent) == Tally(added=1)
    assert taken_in(desk_path.parent) == Tally(known=1)
    assert taken_in(desk_path) == Tally()
    assert rows_of(desk_path, "SELECT * FROM refusals") == []


def test_a_run_is_written_down(taken_in: Ingest, desk_path: Path, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(MORNING, encoding="utf-8")
    taken_in(tmp_path / "story.txt", settings=Settings(outlet="The Lund Post"))
    taken_in(tmp_path / "story.txt", str(tmp_path / "nowhere"), settings=Settings(outlet="The Lund Post"))
    runs = rows_of(desk_path, "SELECT verb, state, sources, settings, added, known, refused FROM runs")
    named = [str(tmp_path / "story.txt"), str(tmp_path / "nowhere")]
    assert [(verb, how, json.loads(sources), json.loads(given)) for verb, how, sources, given, *_ in runs] == [
        ("ingest", "done", named[:1], {"outlet": "The Lund Post"}),
        ("ingest", "done", named, {"outlet": "The Lund Post"}),
    ]
    assert [tuple(counts) for *_, a, k, r in runs for counts in [(a, k, r)]] == [(1, 0, 0), (0, 1, 1)]
    assert rows_of(desk_path, "SELECT source, first_run, last_run FROM sources ORDER BY key") == [
        (named[0], 1, 2), (named[1], 2, 2),
    ]  # fmt: skip


def test_many_commits_tell_how_far_it_is(taken_in: Ingest, desk_path: Path) -> None:
    told: list[int] = []
    taken_in(
        *(row(str(number), f"Anna met number {number}") for number in range(150)), told=lambda t: told.append(t.total)
    )
    assert told[-1] == 150 and told == sorted(told)
    assert len(told) > 2


def test_sources_may_come_one_by_one(taken_in: Ingest, desk_path: Path) -> None:
    with closing(dateline.open(desk_path)) as desk:
        tally = desk.ingest((row(str(number), f"Anna met number {number}") for number in range(3)), Settings())
        assert tally == Tally(added=3)
        with pytest.raises(TypeError, match="put the one str into a list"):
            desk.ingest("stories", Settings())


def test_an_error_keeps_what_was_acknowledged(taken_in: Ingest, desk_path: Path) -> None:
    def rows() -> Iterator[dict[str, Any]]:
        yield from (row(str(number), f"Anna met number {number}") for number in range(70))
        raise RuntimeError("the source broke")

    with closing(dateline.open(desk_path)) as desk:
        with pytest.raises(RuntimeError, match="broke"):
            desk.ingest(rows(), Settings())
        assert len(desk) >= 64
    assert state(desk_path) == ["failed"]


def test_ctrl_c_keeps_what_was_read(taken_in: Ingest, desk_path: Path) -> None:
    def rows() -> Iterator[dict[str, Any]]:
        yield from (row(str(number), f"Anna met number {number}") for number in range(10))
        raise KeyboardInterrupt

    with closing(dateline.open(desk_path)) as desk:
        with pytest.raises(KeyboardInterrupt):
            desk.ingest(rows(), Settings())
        assert len(desk) == 10
    assert state(desk_path) == ["stopped"]


def test_a_desk_that_cannot_be_asked_costs_no_document(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(reader, "read_articles", quick_reading.read_lines)
    page = Page(id="a", location="a", media_type="text/plain", content=MORNING)
    ((rows,),) = ReadIntoRows(tmp_path / "nowhere.db")([page], Settings())
    assert isinstance(rows, ArticleRows) and rows.id == "a"


def test_ctrl_c_within_a_commit_loses_nothing(
    taken_in: Ingest, desk_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[str] = []
    save = ArticleWriter.save

    def interrupted(self: ArticleWriter, rows: ArticleRows, document: bytes) -> str:
        saved.append(rows.id)
        if len(saved) == 7:
            raise KeyboardInterrupt
        return save(self, rows, document)

    monkeypatch.setattr(ArticleWriter, "save", interrupted)
    with pytest.raises(KeyboardInterrupt):
        taken_in(*(row(str(number), f"Anna met number {number}") for number in range(9)))
    assert len(saved) > 7
    assert rows_of(desk_path, "SELECT count(*) FROM articles") == rows_of(desk_path, "SELECT added FROM runs")
    assert len(texts(desk_path)) >= 6
    assert state(desk_path) == ["stopped"]
    assert_sound(desk_path)


def test_a_limit_is_of_documents_that_are_read(taken_in: Ingest, desk_path: Path) -> None:
    many = [row(str(number), f"Anna met number {number}") for number in range(5)]
    assert taken_in(*many, settings=Settings(limit=2)) == Tally(added=2)
    assert taken_in(*many, settings=Settings(limit=2)) == Tally(added=2, known=2)
