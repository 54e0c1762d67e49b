"""A person, and a body, in all the articles of a desk."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from shelf import Story, shelved

from dateline.desk.asking.profiles.coverage import Page
from dateline.desk.asking.profiles.intervals import Interval, common
from dateline.desk.asking.profiles.profile import Profile, profile
from dateline.desk.asking.profiles.tenures import Tenure
from dateline.desk.desk import Desk
from dateline.errors import NotInDesk

FIRST = (
    "Ana Brek, minister of works since 2029, met Ivo Sund in Khujand. She had led Radio Orla from 2021 to 2024. "
    "Brek said: We will dig. Gunmen shot at Brek. Brek's brother Olav Brek wept."
)


def first(name: str, day: str, outlet: str = "The Lund Post") -> Story:
    """Whole names, posts with dates, a shooting, a statement, kin."""
    story = Story(name, FIRST, day, outlet)
    brek, sund = story.person("Ana Brek", "TJK", "GOV", alias="the Fox"), story.person("Ivo Sund", "TJK", "LAB")
    since = story.moment("2029", "2029-01-01", "2029-12-31", "year")
    story.post(brek, "minister of works", since=since.id, country="TJK")
    span = story.moment("from 2021 to 2024", "2021-01-01", "2024-12-31", "year")
    radio = story.body("Radio Orla", "TJK", "JRN")
    story.post(brek, "led", radio, since=span.id, until=span.id, state="former")
    story.said(brek, "We will dig")
    story.place("Khujand", country="TJK", precision="exact")
    story.event("CONSULT", "met", actors=(brek,), recipients=(sund,))
    story.event("ASSAULT", "shot at", actors=(story.body("Gunmen", form="nominal"),), recipients=(brek,))
    story.post(story.person("Olav Brek", "TJK"), "brother", relative=brek.id)
    return story


def left(name: str, day: str) -> Story:
    """She is minister no more, and charged."""
    story = Story(name, "Ana Brek, the former minister of works, was charged with fraud. Radio Orla told it.", day)
    brek = story.person("Ana Brek", "TJK", "GOV")
    story.post(brek, "minister of works", state="former", country="TJK")
    story.charge("charged with fraud", accused=brek.id, offences=("fraud",), stage="charged")
    story.body("Radio Orla", "TJK", "JRN")
    return story


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """One text in two papers, an article a month later, and a namesake in another country."""
    other = Story("other", "Ana Brek, a Norwegian singer, sang in Bergen.", "2031-04-20")
    singer = other.person("Ana Brek", "NOR", "ART")
    other.post(singer, "singer", country="NOR")
    stories = first("one", "2031-04-02"), first("two", "2031-04-03", "Fjord News"), left("three", "2031-05-06")
    with closing(shelved(tmp_path, *stories, other)) as connection:
        yield connection


@pytest.fixture
def brek(desk: sqlite3.Connection) -> Profile:
    return profile(desk, "Ana Brek")


def post(of: Profile, title: str) -> Tenure:
    (found,) = [each for each in of.posts if each.title == title]
    return found


def test_who_it_is_and_where_named(brek: Profile) -> None:
    assert (brek.kind, brek.name, brek.articles) == ("person", "Ana Brek", 3)
    assert (brek.first, brek.last) == ("2031-04-02", "2031-05-06")
    assert [(each.name, each.articles) for each in brek.names] == [("Ana Brek", 3)]
    assert (brek.aliases, brek.countries, brek.sectors) == (("the Fox",), {"TJK": 3}, {"GOV": 3})
    assert [hit.id for hit in brek.hits] == ["three", "two", "one"]


def test_a_post_is_held_until_an_article_tells_that_it_is_over(brek: Profile) -> None:
    works = post(brek, "minister of works")
    assert (works.since, works.until) == (Interval("2029-01-01", "2029-12-31", "year"), None)
    assert (works.state, works.held_first, works.held_last) == ("former", "2031-04-02", "2031-04-02")
    assert works.over_by == "2031-05-06"
    assert works.articles == 3, "both papers, and the article of May"
    assert [source.article for source in works.sources] == ["one", "three"], "a copied text is cited once"
    assert (works.organisation, works.country, works.note) == (None, "TJK", None)


def test_from_one_year_to_another_has_both_ends(brek: Profile) -> None:
    led = post(brek, "led")
    assert (led.since, led.until) == (
        Interval("2021-01-01", "2021-12-31", "year"),
        Interval("2024-01-01", "2024-12-31", "year"),
    )
    assert led.organisation is not None and (led.organisation.name, led.organisation.kind) == (
        "Radio Orla",
        "organisation",
    )


def test_kin_is_no_post(brek: Profile) -> None:
    (brother,) = brek.relations
    assert (brother.title, brother.person.name, brother.relative.name) == ("brother", "Olav Brek", "Ana Brek")
    assert "brother" not in [each.title for each in brek.posts]


def test_statements_events_and_charges(brek: Profile) -> None:
    (said,) = brek.statements.rows
    assert (said.words, said.articles, brek.statements.total) == ("We will dig", 2, 1)
    sides = {row.type: row.sides for row in brek.incidents.rows}
    assert sides == {"CONSULT": ("actor",), "ASSAULT": ("recipient",)}
    assert brek.incidents.types == {"CONSULT": 1, "ASSAULT": 1}
    (charge,) = brek.charges
    assert (charge.type, charge.words, charge.whom, charge.article) == ("charged", "fraud", ("Ana Brek",), "three")


def test_company_is_counted_and_tied(brek: Profile) -> None:
    beside = {each.name: each.articles for each in brek.company.named}
    assert beside == {"Radio Orla": 3, "Ivo Sund": 2, "Olav Brek": 2, "Khujand": 2}
    ids = {each.id: each.name for each in brek.company.named}
    ties = {frozenset((ids[tie.left], ids[tie.right])): tie.articles for tie in brek.company.ties}
    assert ties[frozenset(("Radio Orla", "Ivo Sund"))] == 2
    assert (len(ties), brek.company.counted) == (6, 3)


def test_a_namesake_is_kept_apart_and_told_why(brek: Profile) -> None:
    (singer,) = brek.likenesses
    assert (singer.name, singer.articles, singer.decided_by) == ("Ana Brek", 1, "machine")
    assert "countries differ: NOR, TJK" in singer.reasons
    assert brek.notes == ("'Ana Brek' is taken for Ana Brek, whom most articles mean; others have the name too",)


def test_by_id_by_fact_and_by_name(desk: sqlite3.Connection, brek: Profile) -> None:
    assert brek.id is not None
    assert profile(desk, brek.id).id == brek.id
    (fact,) = desk.execute("SELECT facts.id FROM facts JOIN people ON fact = key WHERE name = 'Ivo Sund'").fetchmany(1)
    assert profile(desk, fact[0]).name == "Ivo Sund"
    assert profile(desk, "brek ana").id == brek.id


def test_a_body_has_those_who_hold_posts_in_it(desk: sqlite3.Connection) -> None:
    radio = profile(desk, "Radio Orla")
    (led,) = radio.posts
    assert (radio.kind, led.title, led.person.name) == ("organisation", "led", "Ana Brek")
    assert radio.relations == ()


def test_pages(desk: sqlite3.Connection) -> None:
    second = profile(desk, "Ana Brek", articles=Page(1, 1), incidents=Page(1, 1), statements=Page(5, 5))
    assert [hit.id for hit in second.hits] == ["two"]
    assert (len(second.incidents.rows), second.incidents.total) == (1, 2)
    assert (second.statements.rows, second.statements.total) == ((), 1)


def test_a_group_without_a_name_is_known_in_its_article_only(desk: sqlite3.Connection) -> None:
    (fact,) = desk.execute(
        "SELECT facts.id FROM facts JOIN organisations ON fact = key WHERE name = 'Gunmen'"
    ).fetchmany(1)
    gunmen = profile(desk, fact[0])
    assert (gunmen.id, gunmen.articles, gunmen.likenesses) == (None, 1, ())
    assert "they may be several" in gunmen.notes[0]


def test_nobody(desk: sqlite3.Connection, tmp_path: Path) -> None:
    with pytest.raises(
        NotInDesk, match="no person or organisation is called 'Brekt' in this desk; did you mean Ana Brek"
    ):
        profile(desk, "Brekt")
    with pytest.raises(NotInDesk, match="is no person or organisation: it is known as a place"):
        profile(desk, desk.execute("SELECT id FROM identities WHERE name = 'Khujand'").fetchone()[0])
    with pytest.raises(NotInDesk, match="a fact of the kind event, and no person or organisation"):
        profile(desk, desk.execute("SELECT id FROM facts WHERE kind = 'event'").fetchone()[0])
    with Desk(tmp_path / "news.db") as opened, pytest.raises(NotInDesk):
        opened.profile("no\0body")
    with pytest.raises(NotInDesk):
        profile(desk, "half \ud800 a letter")
    with pytest.raises(NotInDesk, match="no name has 5,000 characters"):
        profile(desk, "Ana B" * 1000)


def test_what_was_judged_wrong_is_left_out(desk: sqlite3.Connection) -> None:
    for (fact,) in desk.execute("SELECT id FROM facts WHERE kind IN ('charge', 'role', 'statement')").fetchall():
        desk.execute(
            "INSERT INTO judgements (left, verdict, who, at) VALUES (?, 'wrong', 'nora', '2031-06-01')", (fact,)
        )
    bare = profile(desk, "Ana Brek")
    assert (bare.posts, bare.relations, bare.charges, bare.statements.total) == ((), (), (), 0)


def test_of_whom_all_was_judged_wrong_nothing_is_known(desk: sqlite3.Connection) -> None:
    sund = profile(desk, "Ivo Sund").id
    for (fact,) in desk.execute(
        "SELECT facts.id FROM people JOIN facts ON key = fact WHERE name = 'Ivo Sund'"
    ).fetchall():
        desk.execute(
            "INSERT INTO judgements (left, verdict, who, at) VALUES (?, 'wrong', 'nora', '2031-06-01')", (fact,)
        )
    with pytest.raises(NotInDesk, match="judged wrong, and nothing else is known"):
        profile(desk, str(sund))


def test_two_terms_of_one_post_stay_two(tmp_path: Path) -> None:
    stories = []
    for name, day, first, last in (("a", "2031-01-01", "2001", "2004"), ("b", "2031-02-01", "2010", "2012")):
        story = Story(name, f"Ana Brek was mayor of Varde from {first} to {last}.", day)
        span = story.moment(f"from {first} to {last}", f"{first}-01-01", f"{last}-12-31", "year")
        story.post(story.person("Ana Brek", "DNK", "GOV"), "mayor", since=span.id, until=span.id, state="former")
        stories.append(story)
    bare = Story("c", "Ana Brek was once mayor of Varde, and swam.", "2031-03-01")
    bare.post(bare.person("Ana Brek", "DNK", "GOV"), "mayor", state="former")
    with closing(shelved(tmp_path, *stories, bare)) as connection:
        posts = profile(connection, "Ana Brek").posts
    terms = sorted((post.since.earliest[:4], post.until.latest[:4]) for post in posts if post.since and post.until)
    assert terms == [("2001", "2004"), ("2010", "2012")]
    assert len(posts) == 3, "which of the two the bare telling means is not known"


def test_what_does_not_fit_is_told(tmp_path: Path) -> None:
    stories = []
    for name, day, state in (("a", "2031-01-01", "former"), ("b", "2031-02-01", "current")):
        story = Story(name, f"Ana Brek is mayor of Varde, says {name}.", day)
        story.post(story.person("Ana Brek", "DNK", "GOV"), "mayor", state=state)
        stories.append(story)
    with closing(shelved(tmp_path, *stories)) as connection:
        (mayor,) = profile(connection, "Ana Brek").posts
    assert mayor.state == "current"
    assert mayor.note == "told as held on 2031-02-01, after it was told as over on 2031-01-01"


def test_intervals_in_common() -> None:
    year, month = Interval("2029-01-01", "2029-12-31", "year"), Interval("2029-03-01", "2029-03-31", "month")
    assert common([year, month]) == month == common([month, year])
    assert common([month, Interval("2030-01-01", "2030-12-31", "year")]) is None
    assert common([]) is None
