"""What stands around an article, and why it stands there: long stories, loose ends, old versions, judgements."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from put_together import Together, newsdesk
from shelf import Story as Told
from shelf import shelved

from dateline.desk.asking.home.home import MOST, home
from dateline.desk.asking.profiles.likenesses import likenesses_of
from dateline.desk.asking.why.details import details
from dateline.desk.asking.why.explaining import why
from dateline.desk.asking.why.meant_id import meant_by
from dateline.desk.asking.why.reports import tellings_of
from dateline.desk.asking.why.ties import Kept, holding, inner, outer
from dateline.errors import BadQuestion, NotInDesk
from dateline.merging.outcomes import Story


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(newsdesk(tmp_path)) as connection:
        yield connection


def by_hand(desk: sqlite3.Connection) -> Together:
    """Writes into a desk what people would, and leaves what is there."""
    together = Together.__new__(Together)
    together.desk = desk
    return together


def event_of(desk: sqlite3.Connection, article: str) -> str:
    query = (
        "SELECT facts.id FROM facts JOIN articles ON articles.key = article WHERE kind = 'event' AND articles.id = ?"
    )
    return str(desk.execute(query, (article,)).fetchone()[0])


def long_story(folder: Path, many: int) -> sqlite3.Connection:
    """One story of so many articles, a0, a1 and so on."""
    told = [Told(f"a{number}", f"Day {number} in Tarm. It rained.", "2031-05-02") for number in range(many)]
    desk = shelved(folder, *told)
    names = tuple(f"a{number}" for number in range(many))
    Together(desk, *told).story(Story(story="story-long", title="Rain", articles=names))
    return desk


@pytest.mark.parametrize(("at", "first"), [(0, 0), (3, 0), (15, 0), (16, 1), (20, 5), (34, 9), (39, 9)])
def test_of_a_long_story_the_reports_around_this_one_are_told(tmp_path: Path, at: int, first: int) -> None:
    with closing(long_story(tmp_path, 40)) as desk:
        found = home(desk, f"a{at}")
    assert len(found.reports) == MOST
    assert [each.article for each in found.reports] == [f"a{n}" for n in range(first, first + MOST + 1) if n != at]
    assert found.own is not None and found.own.article == f"a{at}"


@pytest.mark.parametrize("many", [1, 2, MOST, MOST + 1])
def test_of_a_short_story_all_others_are_told(tmp_path: Path, many: int) -> None:
    with closing(long_story(tmp_path, many)) as desk:
        for name in ("a0", f"a{many - 1}"):
            found = home(desk, name)
            assert len(found.reports) == many - 1 and name not in {each.article for each in found.reports}
            assert found.story is not None and found.own is not None


def test_an_article_that_is_not_merged_stands_alone_and_says_so(tmp_path: Path) -> None:
    with closing(shelved(tmp_path, Told("a", "Rain in Tarm. It rained.", None))) as desk:
        for table in ("story_articles", "incident_facts", "identity_facts", "reports"):
            desk.execute(f"DELETE FROM {table}")
        found = home(desk, "a")
    assert (found.merged, found.story, found.reports, found.incidents, found.wrong) == (False, None, (), {}, {})
    assert found.own is not None and found.own.copy_of is None
    assert (found.dated, found.identities, [each.number for each in found.versions]) == (None, {}, [1])


@pytest.mark.parametrize("name", ["", "story-mill", "incident-mill", "FIRST", "first ", "%", "first\0"])
def test_only_the_id_of_an_article_has_a_home(desk: sqlite3.Connection, name: str) -> None:
    with pytest.raises(NotInDesk):
        home(desk, name)


def test_a_copy_knows_what_it_copies_and_its_event_knows_who_tells_it(desk: sqlite3.Connection) -> None:
    found = home(desk, "copied")
    assert found.own is not None and (found.own.copy_of, found.own.how, found.own.similarity) == ("first", "exact", 1.0)
    (happened,) = found.incidents.values()
    assert (happened.id, happened.articles, happened.independent, happened.disagreements) == ("incident-mill", 3, 2, 1)


def test_of_several_judgements_on_one_fact_only_the_last_strikes_it(desk: sqlite3.Connection) -> None:
    event, together = event_of(desk, "first"), by_hand(desk)
    for verdict, why_, struck in (("wrong", "a", "a"), ("right", "b", None), ("wrong", "c", "c"), ("undo", None, None)):
        together.judged(event, None, verdict, why_)
        wrong = home(desk, "first").wrong
        assert ({fact: each.why for fact, each in wrong.items()}) == ({event: struck} if struck else {})
        assert home(desk, "later").wrong == {}


def test_ties_that_hold_reach_everything_once_and_never_bind_strangers() -> None:
    ties = [Kept(1, 2, 0.9, "same"), Kept(2, 3, 0.8, "unsure"), Kept(1, 3, 0.7, "same"), Kept(3, 4, 0.6, "different")]
    assert holding(ties) == ties[:2]
    assert holding([]) == []
    assert holding([Kept(1, 1, 1.0, "same")]) == [], "nothing is tied to itself"
    assert holding([*ties, Kept(5, 4, 0.5, "same"), Kept(4, 1, 0.4, "same")])[2:] == [
        Kept(5, 4, 0.5, "same"),
        Kept(4, 1, 0.4, "same"),
    ]


def test_many_ties_in_a_row_are_followed_to_the_end() -> None:
    row = [Kept(number, number + 1, 0.9, "same") for number in range(3000)]
    assert len(holding([*row, Kept(0, 3000, 0.1, "same")])) == 3000


def test_ties_are_inside_or_outside_and_begin_at_the_member(desk: sqlite3.Connection) -> None:
    together = by_hand(desk)
    first, later, second = (together.fact(event_of(desk, name)) for name in ("first", "later", "second"))
    assert [(tie.left, tie.right) for tie in inner(desk, "event", [first, later])] == [(first, later)]
    assert [(tie.left, tie.right) for tie in outer(desk, "event", [second])] == [(second, later)]
    assert inner(desk, "event", []) == outer(desk, "event", []) == inner(desk, "event", [first]) == []
    scores = [tie.score for tie in outer(desk, "event", [later])]
    assert scores == sorted(scores, reverse=True) and len(scores) == 2


def test_an_id_means_an_incident_a_story_or_what_its_part_is_in(desk: sqlite3.Connection) -> None:
    event = event_of(desk, "march")
    found = [meant_by(desk, given) for given in ("incident-march", event, "story-mill", "march")]
    assert [(each.kind, each.id, each.part) for each in found] == [
        ("incident", "incident-march", None),
        ("incident", "incident-march", event),
        ("story", "story-mill", None),
        ("story", "story-mill", "march"),
    ]


@pytest.mark.parametrize("given", ["", "x", "incident-", "%", "INCIDENT-MILL", "\U0010ffff", "incident-mill\0"])
def test_an_id_of_nothing_is_refused_in_words(desk: sqlite3.Connection, given: str) -> None:
    with pytest.raises(NotInDesk, match="nothing in the desk has the id"):
        why(desk, given)


def test_an_incident_beside_itself_is_one(desk: sqlite3.Connection) -> None:
    told = why(desk, "incident-mill", "incident-mill")
    assert told.sentences[0] == "Both are one incident, 'incident-mill'."
    assert (told.about, told.apart) == ("pair", ()) and len(told.tellings) == 3
    assert why(desk, "incident-mill", event_of(desk, "later")).sentences[0] == told.sentences[0]


def test_why_two_are_two_does_not_depend_on_which_comes_first(desk: sqlite3.Connection) -> None:
    one, other = why(desk, "incident-mill", "incident-second"), why(desk, "incident-second", "incident-mill")
    assert one.sentences[0] == other.sentences[0]
    assert {frozenset((tie.left, tie.right)) for tie in one.apart} == {
        frozenset((tie.left, tie.right)) for tie in other.apart
    }
    with pytest.raises(BadQuestion, match="give two of one kind"):
        why(desk, "march", "incident-march")


@pytest.mark.parametrize(
    ("verdict", "sentence"),
    [("different", "judged parts: different."), ("unsure", "judged parts: unsure."), ("undo", "certainly tell of")],
)
def test_a_judgement_on_parts_is_told_before_all_else_unless_undone(
    desk: sqlite3.Connection, verdict: str, sentence: str
) -> None:
    together, pair = by_hand(desk), (event_of(desk, "later"), event_of(desk, "second"))
    together.judged(*pair, "same", pair=True)
    together.judged(*pair, verdict, pair=True)
    assert sentence in why(desk, "incident-mill", "incident-second").sentences[0]


def test_a_judgement_of_not_sure_is_not_told_as_one_of_different(desk: sqlite3.Connection) -> None:
    pair = event_of(desk, "later"), event_of(desk, "second")
    by_hand(desk).judged(*pair, "unsure", "no names", pair=True)
    told = why(desk, "incident-mill")
    assert (
        "“A second blast shook Varde.” is taken for another one, but nora judged them perhaps the same: no names."
        in (told.sentences)
    )


def test_without_reports_an_explanation_has_no_reasons_and_still_its_ties(desk: sqlite3.Connection) -> None:
    desk.execute("PRAGMA foreign_keys = OFF")
    desk.execute("DELETE FROM reports")
    told = why(desk, "incident-mill")
    assert told.ties and all(tie.reasons == () for tie in told.ties)
    assert {telling.words for telling in told.tellings} == {""}
    assert "The place is Varde; no telling names another." in told.sentences
    assert details(desk, told).scenes == {}


def test_tellings_stand_in_the_order_asked_and_unknown_articles_are_left_out(desk: sqlite3.Connection) -> None:
    found = tellings_of(desk, ["later", "nobody", "first"], [event_of(desk, "first"), "event-none"])
    assert [(each.article, len(each.facts)) for each in found] == [("later", 0), ("first", 1)]
    assert tellings_of(desk, []) == ()


def test_a_report_without_a_day_of_publication_has_the_day_it_is_sorted_by(desk: sqlite3.Connection) -> None:
    desk.execute("UPDATE articles SET published = NULL, dated = '2031-04-09' WHERE id = 'later'")
    desk.execute(
        "UPDATE articles SET published = NULL, dated = NULL, outlet = NULL, headline = NULL WHERE id = 'first'"
    )
    later, first = tellings_of(desk, ["later", "first"])
    assert (later.published, first.published, first.outlet, first.headline) == ("2031-04-09", None, None, None)
    held = [each for each in why(desk, "incident-mill").sentences if "tell of one event" in each]
    assert held[0].startswith("first and Varde Radio (9 Apr 2031)")


def test_a_story_whose_articles_have_no_day_says_so(desk: sqlite3.Connection) -> None:
    desk.execute("UPDATE articles SET published = NULL, dated = NULL")
    assert "No article tells when it was published." in why(desk, "story-mill").sentences
    desk.execute("UPDATE articles SET published = '2031-04-09' WHERE id = 'later'")
    assert "Published on 9 Apr 2031." in why(desk, "story-mill").sentences


def test_an_identity_that_is_not_known_is_like_nobody(desk: sqlite3.Connection) -> None:
    assert likenesses_of(desk, 10**6) == []
    (brek,) = desk.execute("SELECT key FROM identities WHERE name = 'Ana Brek'").fetchone()
    desk.execute("UPDATE identities SET profile = NULL WHERE key = ?", (brek,))
    assert likenesses_of(desk, brek) == []
