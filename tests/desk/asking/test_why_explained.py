"""Why reports are one event, or two, in sentences."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from put_together import Together, newsdesk

from dateline.desk.asking.why.explaining import why
from dateline.errors import BadQuestion, NotInDesk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(newsdesk(tmp_path)) as connection:
        yield connection


def events(desk: sqlite3.Connection) -> dict[str, str]:
    """The event of each article."""
    rows = desk.execute(
        "SELECT articles.id, facts.id FROM facts JOIN articles ON articles.key = article WHERE kind = 'event'"
    )
    return dict(rows)


def test_an_incident_says_who_tells_it_and_what_holds_it_together(desk: sqlite3.Connection) -> None:
    told = why(desk, "incident-mill")
    assert told.about == "incident"
    assert told.sentences[:2] == (
        "3 articles tell of it, from 2 sources that copy no other.",
        "Fjord News (1 Apr 2031) has the very same words as The Lund Post (1 Apr 2031).",
    )
    assert told.sentences[2].startswith("The Lund Post (1 Apr 2031) and Varde Radio (2 Apr 2031) tell of one event")
    assert "(likelihood 0.91)" in told.sentences[2]
    assert [telling.copy_of for telling in told.tellings] == [None, "first", None]
    assert len(told.ties) == 2


def test_it_says_how_time_place_and_counts_were_chosen(desk: sqlite3.Connection) -> None:
    sentences = why(desk, "incident-mill").sentences
    assert "The time is 31 Mar 2031: what 2 of 3 tellings that agree leave of it." in sentences
    assert "The place is Varde; no telling names another." in sentences
    assert (
        "Killed: 7 to 9, over 2 figures (1 copied figure left aside); the best figure is 9: the police in Varde Radio "
        "(2 Apr 2031)." in sentences
    )
    march = why(desk, "incident-march").sentences
    assert "No report tells when it was." in march
    assert march[0] == "1 article tells of it, from 1 source that copies no other."


def test_strangers_of_the_same_look_are_named(desk: sqlite3.Connection) -> None:
    told = why(desk, "incident-mill")
    assert any(each.startswith("“A second blast shook Varde.” is certainly another one") for each in told.sentences)
    assert [(link.judgement, link.about) for link in told.apart] == [("different", "event")]


def test_what_a_person_decided_goes_before_the_likelihood(desk: sqlite3.Connection) -> None:
    together, named = Together.__new__(Together), events(desk)
    together.desk = desk
    together.judged(named["later"], named["second"], "different", "another week", pair=True)
    told = why(desk, "incident-mill")
    assert told.apart[0].decided_by == "nora"
    assert any("as nora judged: another week" in each for each in told.sentences)
    assert any(each.startswith("nora judged on 5 Apr 2031") for each in told.sentences)
    assert [row.verdict for row in told.judgements] == ["different"]


def test_facts_marked_wrong_are_told_of(desk: sqlite3.Connection) -> None:
    together, named = Together.__new__(Together), events(desk)
    together.desk = desk
    together.judged(named["first"], None, "wrong", "a misprint")
    (struck,) = why(desk, "incident-mill").wrong
    assert (struck.kind, struck.words, struck.why, struck.who) == ("event", "blast tore", "a misprint", "nora")


def test_a_story_has_its_days_and_what_is_near(desk: sqlite3.Connection) -> None:
    told = why(desk, "story-mill")
    assert told.story is not None and told.incident is None
    assert "Published from 1 Apr 2031 to 3 Apr 2031." in told.sentences
    assert any("Varde Radio (2 Apr 2031) and Calm Times (3 Apr 2031) tell one story" in each for each in told.sentences)
    assert any(each.startswith("“A second blast” is taken for another one") for each in told.sentences)


def test_an_event_stands_for_its_incident_and_an_article_for_its_story(desk: sqlite3.Connection) -> None:
    assert why(desk, events(desk)["later"]).id == "incident-mill"
    assert why(desk, "march").id == "story-mill"


def test_two_that_are_not_one(desk: sqlite3.Connection) -> None:
    told = why(desk, "incident-mill", "incident-second")
    assert told.about == "pair"
    assert told.sentences[0].startswith(
        "They are two incidents: a report of the one and a report of the other certainly"
    )
    assert "Varde Radio (2 Apr 2031) and The Lund Post (20 Apr 2031): certain strangers" in told.sentences[1]
    apart = why(desk, "incident-march", "incident-second").sentences
    assert (
        apart[0]
        == "They are two incidents: their reports had too little in common to be compared, or were very unlike."
    )
    stories = why(desk, "story-mill", "story-second").sentences
    assert stories[0] == "They are two stories: the likelihood of one is below 0.50 for each pair of their reports."


def test_two_that_are_one(desk: sqlite3.Connection) -> None:
    named = events(desk)
    told = why(desk, named["first"], named["later"])
    assert told.sentences[0] == f"'{named['first']}' and '{named['later']}' are in one incident, 'incident-mill'."
    told = why(desk, "first", "march")
    assert told.sentences[0] == "'first' and 'march' are in one story, 'story-mill'."
    assert len(set(told.title.split(" and "))) == 2, "two articles of one story are called by their own headlines"


def test_what_is_no_id_is_refused_with_a_way_out(desk: sqlite3.Connection) -> None:
    with pytest.raises(NotInDesk, match="did you mean incident-mill"):
        why(desk, "incident-mil")
    with pytest.raises(NotInDesk, match="`dateline incidents` and `dateline stories` print ids"):
        why(desk, "zzz")
    count = desk.execute("SELECT id FROM facts WHERE kind = 'casualties'").fetchone()[0]
    with pytest.raises(NotInDesk, match="is a fact of the kind casualties, which is in no incident"):
        why(desk, count)
    with pytest.raises(BadQuestion, match="give two of one kind"):
        why(desk, "incident-mill", "story-mill")
    desk.execute("DELETE FROM incident_facts")
    with pytest.raises(NotInDesk, match="is in no incident: it was judged wrong, or its article is not merged yet"):
        why(desk, events(desk)["first"])
    desk.execute("DELETE FROM story_articles")
    with pytest.raises(NotInDesk, match="is in no story yet"):
        why(desk, "march")


def test_a_report_without_an_outlet_is_called_by_its_headline(desk: sqlite3.Connection) -> None:
    desk.execute("UPDATE articles SET outlet = NULL WHERE id = 'later'")
    assert any(
        "and “Blast at the Varde mill” (2 Apr 2031) tell of one event" in each
        for each in why(desk, "incident-mill").sentences
    )


def test_where_nothing_comes_near_it_says_so(desk: sqlite3.Connection) -> None:
    desk.execute("UPDATE event_ties SET score = 0.05, verdict = 'unsure' WHERE verdict = 'different'")
    told = why(desk, "incident-mill").sentences
    assert "Nothing else comes near; the nearest is “A second blast shook Varde.”" in told
