"""docs/desk.md cannot rot: its SQL runs on a desk of our own stories, its tables are those of the schema."""

import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import dateline

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "desk.md").read_text(encoding="utf-8")
SQL = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
HIDDEN = ("sqlite_", "search_", "places_map_")
"""Tables that SQLite makes for itself."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("page") / "news.db"
    with dateline.open(path, create=True) as desk:
        assert desk.ingest([ROOT / "examples"]).added
    yield path


@pytest.mark.parametrize("statement", SQL, ids=range(len(SQL)))
def test_the_sql_of_the_page_finds_something(desk: Path, statement: str) -> None:
    connection = sqlite3.connect(desk)
    try:
        assert connection.execute(statement).fetchall()
    finally:
        connection.close()


def test_every_table_and_view_is_on_the_page(desk: Path) -> None:
    connection = sqlite3.connect(desk)
    try:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
    finally:
        connection.close()
    names = {name for (name,) in found if not name.startswith(HIDDEN)}
    assert {name for name in names if f"`{name}`" not in PAGE} == set()


def test_it_opens_in_datasette(desk: Path) -> None:
    command = [sys.executable, "-m", "datasette", str(desk), "--get", "/news/events_flat.json?_shape=array"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    rows = json.loads(done.stdout)
    assert any(row["type"] == "ASSAULT" and row["killed_low"] == 7 for row in rows)
