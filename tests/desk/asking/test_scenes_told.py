"""What single reports tell of an event, and the sentences that facts stand in."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from put_together import newsdesk

from dateline.desk.asking.judgements.homes import articles_of, incidents_of_facts
from dateline.desk.asking.why.scenes import scenes_of
from dateline.desk.asking.why.verbatim import CUT, LONGEST, Verbatim, verbatim


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(newsdesk(tmp_path)) as connection:
        yield connection


def facts(desk: sqlite3.Connection, kind: str) -> dict[str, str]:
    """The fact of this kind of each article."""
    query = "SELECT articles.id, facts.id FROM facts JOIN articles ON articles.key = article WHERE kind = ?"
    return dict(desk.execute(query, (kind,)))


def test_a_report_tells_its_own_when_where_and_who(desk: sqlite3.Connection) -> None:
    event = facts(desk, "event")["later"]
    scene = scenes_of(desk, [event])[event]
    assert (scene.article, scene.type, scene.earliest, scene.time_precision) == (
        "later",
        "ASSAULT",
        "2031-03-31",
        "day",
    )
    assert [(spot.name, spot.country) for spot in scene.places] == [("Varde", "DNK")]
    assert scene.actors == ("Brek Front",) and scene.recipients == ()


def test_what_is_unknown_or_not_merged_is_left_out(desk: sqlite3.Connection) -> None:
    event = facts(desk, "event")["later"]
    assert scenes_of(desk, ["event-none"]) == {} == incidents_of_facts(desk, ["event-none"])
    assert articles_of(desk, ["event-none"]) == {}
    desk.execute("DELETE FROM reports")
    assert scenes_of(desk, [event]) == {}


def test_facts_are_at_home_in_incidents_and_articles(desk: sqlite3.Connection) -> None:
    events = facts(desk, "event")
    home = incidents_of_facts(desk, [events["copied"]])[events["copied"]]
    assert (home.id, home.articles) == ("incident-mill", 3)
    assert articles_of(desk, list(events.values())) == {fact: article for article, fact in events.items()}


def test_words_stand_in_their_sentence_as_it_is(desk: sqlite3.Connection) -> None:
    count = facts(desk, "casualties")["later"]
    assert verbatim(desk, {count: "9 workers"})[count] == Verbatim(
        "A blast tore through the old mill in Varde on Monday and killed ", "9 workers", ", the hospital said."
    )
    # Words that do not stand there are those that the fact rests on.
    assert verbatim(desk, {count: "12 cats"})[count].words == verbatim(desk, {count: " "})[count].words


def test_a_sentence_without_end_is_cut_at_a_word(desk: sqlite3.Connection) -> None:
    count = facts(desk, "casualties")["later"]
    start = desk.execute("SELECT start FROM spans JOIN facts ON facts.key = fact WHERE id = ?", (count,)).fetchone()[0]
    key = desk.execute("SELECT article FROM facts WHERE id = ?", (count,)).fetchone()[0]
    text = "a" * start + "x killed " + "many words " * 500
    desk.execute("UPDATE articles SET text = ? WHERE key = ?", (text, key))
    desk.execute('UPDATE blocks SET start = 0, "end" = ? WHERE article = ?', (len(text), key))
    told = verbatim(desk, {count: "killed"})[count]
    assert told.words == "killed" and told.after.endswith(f" {CUT}") and len(told.after) <= LONGEST + 2
