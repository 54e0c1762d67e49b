"""The work of a worker process: pages into the rows of a desk."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from msgspec import Struct

from dateline.desk.ingesting.met import Memory, Met
from dateline.desk.saving.rows import ArticleRows, rows_of
from dateline.errors import DeskError
from dateline.model import Article, Page, Refused
from dateline.settings import Settings
from dateline.workers import Pool

Found = ArticleRows | Met | Refused


class ReadIntoRows(Struct, frozen=True):
    """Reads pages as `dateline.read` does, but for what the desk has met already: an item of a feed, as a rule."""

    desk: Path

    def __call__(self, batch: Sequence[Page], settings: Settings) -> Iterator[list[Found]]:
        """For each page what was found in it. Without pages it only loads what reading needs."""
        from dateline.reader import read_articles, read_by_page
        from dateline.reading import read_page

        if not batch:
            _give_way()
            list(read_by_page((), settings))
            return
        found = [[_unless_met(outcome, self.desk) for outcome in read_page(page)] for page in batch]
        records = read_articles(
            [each for outcomes in found for each in outcomes if isinstance(each, Article)], settings
        )
        for outcomes in found:
            yield [rows_of(next(records)) if isinstance(each, Article) else each for each in outcomes]


def reading_pool(desk: Path, settings: Settings, workers: int) -> Pool[list[Found]]:
    """Processes that read for this desk."""
    return Pool(settings, workers, ReadIntoRows(desk))


def _give_way() -> None:
    """An ingest goes on for hours; whoever asks the desk meanwhile waits at a screen and goes first."""
    if hasattr(os, "nice"):
        os.nice(5)


def _unless_met(outcome: Article | Refused, desk: Path) -> Article | Met | Refused:
    """A desk that cannot be asked just now costs time, but no document: the one who writes asks again."""
    if isinstance(outcome, Article):
        with suppress(DeskError, sqlite3.Error):
            return _memory(desk).met(outcome) or outcome
    return outcome


@cache
def _memory(desk: Path) -> Memory:
    """One connection a process, for as long as it lives."""
    return Memory.of(desk)
