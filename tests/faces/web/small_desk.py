"""A desk of one invented story, made in moments; `add` puts another one into it as another process would."""

import os
import sys
from pathlib import Path

# The desk's own tests have the stories.
sys.path.append(str(next((Path(__file__).parents[2] / "desk").rglob("shelf.py")).parent))

from shelf import Story, shelved

from dateline.desk.saving.rows import rows_of
from dateline.desk.saving.writing import ArticleWriter
from dateline.desk.storage.opening import writing


def small_desk(folder: Path) -> Path:
    """The desk, in this folder."""
    shelved(folder, _story("first")).close()
    return folder / "news.db"


def add(folder: Path, name: str) -> None:
    """Another story, by a connection of its own."""
    connection = writing(folder / "news.db")
    connection.execute("BEGIN")
    assert ArticleWriter(connection, 1).save(rows_of(_story(name).record), os.urandom(16)) == "added"
    connection.execute("COMMIT")
    connection.close()


def _story(name: str) -> Story:
    text = f"Ferries stay in port. Captain Ada Roe said of {name}: Nobody sails today."
    story = Story(name, text, "2031-05-06")
    story.said(story.person("Ada Roe"), "Nobody sails today")
    return story
