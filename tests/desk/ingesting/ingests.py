"""Ingests within the process of the test: the real thing, but for understanding and the worker processes."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import quick_reading

import dateline
from dateline import reader
from dateline.desk import Tally
from dateline.desk.ingesting import work
from dateline.desk.ingesting.met import Memory
from dateline.desk.ingesting.work import Found
from dateline.desk.storage.opening import reading
from dateline.model import Page, Refused
from dateline.settings import Settings

Ingest = Callable[..., Tally]
DEFAULT = Settings()


class PoolHere:
    """What `dateline.workers.Pool` is, but in this process and a page at a time."""

    def __init__(self, settings: Settings, _workers: int, work: Any) -> None:
        self._settings, self._work = settings, work

    def __enter__(self) -> "PoolHere":
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is to be ended."""

    def outcomes(
        self, pages: Iterator[Page], idle: Callable[[], object]
    ) -> Iterator[tuple[Page, list[Found] | Refused]]:
        for page in pages:
            try:
                for found in self._work([page], self._settings):
                    yield page, found
            except KeyError as error:
                yield page, Refused(page.location, "reading", f"its reading failed ({error})")


@pytest.fixture
def desk_path(tmp_path: Path) -> Path:
    return tmp_path / "desk" / "news.db"


@pytest.fixture
def taken_in(monkeypatch: pytest.MonkeyPatch, desk_path: Path) -> Iterator[Ingest]:
    """`taken_in(source, ..., settings=, retry=)` makes or opens the desk, ingests and gives the tally."""
    desk_path.parent.mkdir()
    monkeypatch.setattr(reader, "read_articles", quick_reading.read_lines)
    monkeypatch.setattr(work, "Pool", PoolHere)
    with closing(dateline.open(desk_path, create=True)), closing(reading(desk_path)) as asked:
        monkeypatch.setattr(work, "_memory", lambda _: Memory(asked))

        def take(*sources: Any, settings: Settings = DEFAULT, **given: Any) -> Tally:
            with closing(dateline.open(desk_path)) as desk:
                return desk.ingest(list(sources), settings, **given)

        yield take
