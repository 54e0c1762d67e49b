"""How SQLite goes about questions on incidents and stories: by indexes, never through all that was put together."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest
from put_together import newsdesk

from dateline.desk.asking.articles.search import search
from dateline.desk.asking.incidents.incidents import incidents
from dateline.desk.asking.question.filters import filters
from dateline.desk.asking.stories.stories import stories
from dateline.desk.asking.timelines.timeline import timeline
from dateline.desk.asking.why.explaining import why

LARGE = "facts|spans|people|organisations|places|events|casualties|moments|incident_facts|event_ties|story_ties|copies"
SCAN = re.compile(rf"SCAN ({LARGE}|incidents|stories|story_articles|incident_casualties|own|mine|theirs|other)\b")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(newsdesk(tmp_path_factory.mktemp("incident_plans"))) as connection:
        yield connection


def scans(desk: sqlite3.Connection, ask: Callable[[], object]) -> list[str]:
    """What SQLite reads from end to end while this is asked, but for what an index alone answers."""
    asking: list[str] = []
    desk.set_trace_callback(asking.append)
    ask()
    desk.set_trace_callback(None)
    queries = [each for each in asking if each.strip().startswith("SELECT")]
    plans = [row[3] for query in queries for row in desk.execute(f"EXPLAIN QUERY PLAN {query}")]
    return [plan for plan in plans if SCAN.search(plan) and "USING INDEX" not in plan and "COVERING" not in plan]


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"words": "blast"},
        {"type": "ASSAULT"},
        {"type": "ASSAULT", "country": "DNK"},
        {"since": "2031-03", "until": "2031-03"},
        {"country": "DNK", "since": "2031"},
        {"person": "Ana Brek"},
        {"organisation": "Brek"},
        {"place": "Varde"},
        {"within": "20km:55.6,8.5"},
        {"outlet": "Fjord News"},
        {"min_killed": 8},
        {"order": "killed"},
        {"order": "reports"},
        {"reports": 2},
        {"independent": 2, "disagreeing": "killed"},
    ],
    ids=str,
)
def test_incidents_are_found_by_indexes(desk: sqlite3.Connection, asked: dict[str, Any]) -> None:
    assert scans(desk, lambda: incidents(desk, **asked)) == []


@pytest.mark.parametrize(
    "asked",
    [{}, {"words": "blast"}, {"person": "Ana Brek"}, {"outlet": "Fjord News"}, {"since": "2031-04-02"}, {"reports": 2}],
    ids=str,
)
def test_stories_are_found_by_indexes(desk: sqlite3.Connection, asked: dict[str, Any]) -> None:
    assert scans(desk, lambda: stories(desk, **asked)) == []


def test_explaining_and_telling_together_go_by_indexes(desk: sqlite3.Connection) -> None:
    assert scans(desk, lambda: why(desk, "incident-mill")) == []
    assert scans(desk, lambda: why(desk, "story-mill")) == []
    assert scans(desk, lambda: search(desk, filters("blast"))) == []
    assert scans(desk, lambda: timeline(desk, "Varde")) == []
