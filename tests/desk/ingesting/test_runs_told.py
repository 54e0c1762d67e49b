"""Runs as the desk tells of them: one a call, and none that leaves anything behind."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from ingests import Ingest, PoolHere, desk_path, taken_in

import dateline
from dateline.desk.ingesting import ingest
from dateline.desk.ingesting.work import ReadIntoRows
from dateline.desk.watching import Told, rounds
from dateline.errors import DeskBusy
from dateline.model import Page, Refused
from dateline.settings import Settings

__all__ = ["desk_path", "taken_in"]  # fixtures


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(rounds, "SETTLE", 0.0)
    folder = tmp_path / "in"
    folder.mkdir()
    return folder


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / f"{name}.txt").write_text(f"{name} met Brod", encoding="utf-8")


def runs(desk_path: Path) -> list[tuple[str, str, int]]:
    with closing(sqlite3.connect(desk_path)) as connection:
        return connection.execute("SELECT verb, state, added FROM runs ORDER BY key").fetchall()


def test_a_watch_is_one_run_whatever_its_rounds_bring(taken_in: Ingest, desk_path: Path, folder: Path) -> None:
    write(folder, "Anna")
    rounds_told: list[Told] = []

    def told(news: Told) -> None:
        rounds_told.append(news)
        if len(rounds_told) == 2:
            raise KeyboardInterrupt
        write(folder, "Ivo", "Zora")

    with closing(dateline.open(desk_path)) as desk, pytest.MonkeyPatch.context() as patch:
        patch.setattr(rounds, "NAP", 0.0)
        patch.setattr("dateline.desk.watching.watched.LOOK", 0.0)
        with pytest.raises(KeyboardInterrupt):
            desk.watch([folder], told=told)
    assert [news.new for news in rounds_told] == [1, 2]
    assert runs(desk_path) == [("watch", "stopped", 3)]


def test_a_limit_does_not_make_a_watch_forget_files(taken_in: Ingest, desk_path: Path, folder: Path) -> None:
    write(folder, "Anna", "Ivo", "Zora")
    with closing(dateline.open(desk_path)) as desk:
        desk.watch([folder], Settings(limit=1), once=True)
        assert len(desk) == 3


def test_one_source_alone_is_no_list_of_letters(tmp_path: Path) -> None:
    with closing(dateline.open(tmp_path / "news.db", create=True)) as desk:
        with pytest.raises(TypeError, match="put the one str into a list"):
            desk.watch(str(tmp_path), once=True)
        assert desk.reader.execute("SELECT count(*) FROM runs").fetchone() == (0,)


def test_a_refusal_is_gone_once_the_story_is_read_under_another_name(taken_in: Ingest, desk_path: Path) -> None:
    address = "https://courier.example/bridge"
    missing = Refused(address, "sources", "no page is there; check the address")
    story = Page(id="tag:courier,1", location=address, media_type="text/plain", content="Anna met Brod")
    with closing(dateline.open(desk_path)) as desk:

        def refusals_after(page: Page | Refused) -> int:
            settings = Settings()
            pool: Any = PoolHere(settings, 1, ReadIntoRows(desk_path))
            ingest.Ingest(desk_path, desk.writer, settings, pool=pool)("watch", [], [page])
            return int(desk.reader.execute("SELECT count(*) FROM refusals").fetchone()[0])

        assert [refusals_after(missing), refusals_after(story)] == [1, 0]


def test_a_run_that_cannot_begin_leaves_no_thread(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with closing(dateline.open(path, create=True)) as desk, closing(sqlite3.connect(path)) as other:
        desk.writer.execute("PRAGMA busy_timeout = 0")
        other.execute("BEGIN IMMEDIATE")
        before = threading.active_count()
        with pytest.raises(DeskBusy):
            desk.ingest([{"text": "Anna met Brod"}], workers=2)
        assert threading.active_count() == before
