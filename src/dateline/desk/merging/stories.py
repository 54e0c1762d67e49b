"""The stories of a desk: which articles are in which, and each as its articles tell it."""

import sqlite3
from collections.abc import Collection

import msgspec
from msgspec.structs import replace

from dateline.desk.merging.copying import copies_among
from dateline.desk.merging.groups import STORIES, regrouped
from dateline.desk.merging.packing import report_in
from dateline.desk.merging.placing import Nodes, free_id, placed
from dateline.desk.merging.rows import KEYS, keys_cell
from dateline.merging.copies.sources import sources_of
from dateline.merging.ids import story_id
from dateline.merging.outcomes import Story
from dateline.merging.reports.report import Report
from dateline.merging.stories.telling import story_of

__all__ = ["in_time", "reports_of", "settle_stories"]

MOST = 60
"""Articles by which a story is told; of one that has more, the first and the last ones."""

_REPORTS = f"SELECT article, report FROM reports WHERE article IN {KEYS}"
_IN_TIME = (
    "SELECT key, id, key IN (SELECT article FROM copies) FROM articles "
    f"WHERE key IN {KEYS} ORDER BY coalesce(dated, '9'), id"
)
_ADD = "INSERT INTO stories (id, title, articles, independent, value) VALUES (?, '', 0, 0, '{}')"
_TELL = "UPDATE stories SET title = ?, first = ?, last = ?, articles = ?, independent = ?, value = ? WHERE key = ?"


def settle_stories(connection: sqlite3.Connection, articles: Collection[int]) -> set[int]:
    """Groups these articles anew, with those around them; gives all articles that are in another story than before."""
    found = regrouped(connection, STORIES, articles)

    def add(nodes: Nodes) -> int:
        founders = [report.article for report in in_time(reports_of(connection, nodes).values())]
        return connection.execute(_ADD, (free_id(connection, STORIES, founders, story_id),)).lastrowid or 0

    to_tell, moved = placed(connection, STORIES, found, articles, add)
    for key, nodes in to_tell.items():
        _tell(connection, key, nodes)
    return moved


def reports_of(connection: sqlite3.Connection, articles: Collection[int]) -> dict[int, Report]:
    """Reports by the keys of their articles."""
    rows = connection.execute(_REPORTS, (keys_cell(articles),))
    return {article: report_in(packed) for article, packed in rows}


def in_time(reports: Collection[Report]) -> list[Report]:
    """In the order in which they came out."""
    return sorted(reports, key=lambda report: (report.dated or "9", report.article))


def _tell(connection: sqlite3.Connection, key: int, articles: Collection[int]) -> None:
    (name,) = connection.execute("SELECT id FROM stories WHERE key = ?", (key,)).fetchone()
    story = _big_story(connection, name, articles) if len(articles) > MOST else _story(connection, name, articles)
    told = msgspec.json.encode(story).decode()
    cells = (story.title, story.first, story.last, len(story.articles), story.independent, told, key)
    connection.execute(_TELL, cells)


def _story(connection: sqlite3.Connection, name: str, articles: Collection[int]) -> Story:
    reports, copies = in_time(reports_of(connection, articles).values()), copies_among(connection, articles)
    return story_of(name, reports, copies, len(set(sources_of(reports, copies).values())))


def _big_story(connection: sqlite3.Connection, name: str, articles: Collection[int]) -> Story:
    """A story told by its first and its last articles, and with the list of all."""
    rows = connection.execute(_IN_TIME, (keys_cell(articles),)).fetchall()
    some = [key for key, *_ in (*rows[: MOST // 2], *rows[-MOST // 2 :])]
    story = _story(connection, name, some)
    return replace(
        story,
        articles=tuple(article for _, article, _ in rows),
        independent=sum(not copied for _, _, copied in rows),
    )
