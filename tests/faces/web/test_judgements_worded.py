"""Judgements in words: what was judged, by what it is called, where it is, and what became of it."""

import csv
import re
from collections.abc import Iterator
from html import unescape
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from mill_desk import mill_desk
from web_desk import client, examples_desk

import dateline
from dateline.desk.judging.judge import Decision
from dateline.desk.storage.opening import writing
from dateline.errors import BadQuestion
from dateline.faces.web.pages.judgements.deciding import ON_TWO, decide, many, noun_of, told
from dateline.faces.web.pages.judgements.notices import SAID, notice_of, noticed
from dateline.faces.web.pages.judgements.page import VERDICTS, JudgementForm


def decision(verdict: Any, right: str | None = None) -> Decision:
    return Decision(verdict=verdict, left="a", right=right, why=None, who="nora", at="2033-02-01", now=())


@pytest.mark.parametrize(
    ("verdict", "before", "after", "words"),
    [
        ("wrong", ["incident-1"], [], "It is marked wrong, and no question finds it any more."),
        ("wrong", ["incident-1"], ["incident-1"],
         "It is marked wrong, and no question finds it any more. Nothing else changes."),
        ("right", [], [], "It is marked right. Nothing else changes."),
        ("undo", [], ["incident-1"], "It is judged no more."),
    ],
)  # fmt: skip
def test_what_is_judged_of_one_says_what_changed(verdict: str, before: list[str], after: list[str], words: str) -> None:
    assert told(decision(verdict), before, after) == words


@pytest.mark.parametrize(
    ("verdict", "before", "after", "words"),
    [
        ("same", ["story-1", "story-2"], ["story-1"], "Two stories became one story."),
        ("same", ["story-1"], ["story-1"], "Kept. They are one story, as before."),
        ("same", ["incident-1", "incident-2"], ["incident-1", "incident-2"],
         "Kept. They are two incidents, as before. They stay apart, since parts of them were judged different."),
        ("different", ["incident-1"], ["incident-1", "incident-2"], "One incident became two incidents."),
        ("unsure", ["identity-1", "identity-2"], ["identity-1", "identity-2"], "Kept. They are two names, as before."),
        ("undo", [f"story-{at}" for at in range(1200)], ["story-1"], "1,200 stories became one story."),
        ("undo", [], ["story-1", "incident-1"], "No names became two names."),
    ],
)  # fmt: skip
def test_what_is_judged_of_two_says_how_many_they_were_and_are(
    verdict: str, before: list[str], after: list[str], words: str
) -> None:
    assert told(decision(verdict, "b"), before, after) == words


def test_few_are_told_in_words_and_many_in_figures() -> None:
    assert [many(at, "story") for at in (0, 1, 2, 5, 6)] == [
        "no stories", "one story", "two stories", "five stories", "6 stories",
    ]  # fmt: skip
    assert many(1, "incident") == "one incident" and many(3, "name") == "three names"


def test_things_of_one_kind_have_its_noun() -> None:
    assert noun_of(["incident-1", "incident-2"]) == "incident" and noun_of(["story-1"]) == "story"
    assert noun_of(["incident-1", "story-1"]) == noun_of([]) == noun_of(["identity-1"]) == "name"


def test_every_verdict_has_its_words_and_its_number_of_things() -> None:
    assert {*SAID, "undo"} == set(VERDICTS) and set(ON_TWO) <= set(VERDICTS)


def test_a_form_about_one_fact_has_no_right_one() -> None:
    assert JudgementForm(verdict="wrong", left="a", right="b").other is None
    assert JudgementForm(verdict="same", left="a", right="b").other == "b"
    assert JudgementForm(verdict="undo", left="a", right="").other is None


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    return mill_desk(tmp_path)


def write(path: Path, left: str, right: str | None, verdict: str = "different", at: str = "2033-02-01") -> None:
    connection = writing(path)
    cells = (left, right, verdict, None, "nora", at)
    connection.execute(
        'INSERT INTO judgements ("left", "right", verdict, why, who, at) VALUES (?, ?, ?, ?, ?, ?)', cells
    )
    connection.commit()
    connection.close()


def test_an_article_without_a_headline_is_in_the_desk_all_the_same(mill: Path) -> None:
    connection = writing(mill)
    connection.execute("UPDATE articles SET headline = NULL WHERE id = 'first'")
    connection.execute("UPDATE articles SET headline = ' ' WHERE id = 'later'")
    connection.commit()
    connection.close()
    write(mill, "first", "later")
    with dateline.open(mill) as desk:
        (notice,) = noticed(desk, desk.judgements())
    assert [(thing.words, thing.address) for thing in notice.things] == [
        ("first", "/article/first"), ("later", "/article/later"),
    ]  # fmt: skip


def test_an_incident_without_a_title_is_no_incident_that_is_no_more(mill: Path) -> None:
    connection = writing(mill)
    connection.execute("UPDATE incidents SET title = '' WHERE id = 'incident-march'")
    connection.commit()
    connection.close()
    write(mill, "incident-march", "incident-gone")
    with dateline.open(mill) as desk:
        (notice,) = noticed(desk, desk.judgements())
    there, gone = notice.things
    assert (there.kind, there.words) == ("", "incident-march")
    assert (gone.kind, gone.words, gone.address) == ("an incident that is no more", "", "/incident/incident-gone")


def test_what_the_desk_does_not_have_leads_nowhere(mill: Path) -> None:
    write(mill, "event-gone", None, "wrong")
    write(mill, "story-gone", "story-mill")
    with dateline.open(mill) as desk:
        story, fact = noticed(desk, desk.judgements())
    assert (fact.things[0].kind, fact.things[0].address) == ("something that is not in the desk any more", None)
    assert story.things[0].kind == "a story that is no more" and story.things[1].words == "Blast at the Varde mill"


def test_a_count_is_told_as_a_count_with_its_words(mill: Path) -> None:
    with dateline.open(mill) as desk:
        (incident,) = desk.incidents(min_killed=3)
    fact = incident.casualties["killed"].by_source[-1].fact
    write(mill, fact, None, "wrong")
    with dateline.open(mill) as desk:
        (notice,) = noticed(desk, desk.judgements(), now=True)
    (thing,) = notice.things
    assert (thing.kind, thing.words) == ("the count", "killed 9 workers")
    assert thing.address == f"/article/later#{fact}"
    assert notice.now == "No question finds it any more." and notice.can_undo


def test_words_with_marks_of_speech_are_told_whole(mill: Path) -> None:
    connection = writing(mill)
    connection.execute("""UPDATE articles SET headline = 'Mayor "leave now" said' WHERE id = 'first'""")
    connection.commit()
    connection.close()
    write(mill, "first", "march")
    with dateline.open(mill) as desk:
        (notice,) = noticed(desk, desk.judgements())
    assert notice.things[0].words == 'Mayor "leave now" said'


def test_the_last_judgement_on_the_same_two_is_told_whichever_came_first(mill: Path) -> None:
    write(mill, "first", "march", "different")
    write(mill, "march", "first", "unsure")
    write(mill, "first", None, "right")
    with dateline.open(mill) as desk:
        on_two, turned, on_one = (notice_of(desk, ends) for ends in (["first", "march"], ["march", "first"], ["first"]))
        assert on_two and on_two.row.verdict == "unsure" and on_two == turned
        assert on_one and on_one.row.verdict == "right" and on_one.row.right is None
        assert on_two.now == "They are in one story now."
        first, _, oldest = desk.judgements()
        assert first.holds and not oldest.holds, "a later one on the same two takes its place"


@pytest.mark.parametrize(
    "ends", [[], ["first", "later", "march"], ["nothing"], ["first", "nothing"], ["first", "first"]]
)
def test_nobody_judged_these(mill: Path, ends: list[str]) -> None:
    write(mill, "first", "march")
    with dateline.open(mill) as desk:
        assert notice_of(desk, ends) is None


def test_what_was_taken_back_cannot_be_taken_back_again(mill: Path) -> None:
    write(mill, "first", "march")
    write(mill, "first", "march", "undo")
    with dateline.open(mill) as desk:
        undone, before = noticed(desk, desk.judgements())
    assert undone.said == "was taken back" and not undone.can_undo and not before.can_undo


@pytest.fixture
def site(mill: Path) -> Iterator[TestClient]:
    with client(mill) as site:
        yield site


def words(text: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text[text.index("<main") :])).split())


def test_a_list_that_a_filter_empties_does_not_say_that_nobody_decided(site: TestClient, mill: Path) -> None:
    assert "Nobody decided anything here" in words(site.get("/judgements").text)
    write(mill, "first", "march")
    for question in ("who=Bo", "verdict=same", "about=later", "offset=30"):
        page = words(site.get(f"/judgements?{question}").text)
        assert "No judgement fits all of this" in page and "Nobody decided" not in page, question
    assert "1 judgement" in words(site.get("/judgements?who=NORA&about=march").text)


def test_pages_of_judgements_are_cut_and_counted(site: TestClient, mill: Path) -> None:
    for at in range(5):
        write(mill, "first", f"gone-{at}", "unsure")
    answer = site.get("/judgements.json?limit=2&offset=1").json()
    assert answer["total"] == 5 and [row["right"] for row in answer["rows"]] == ["gone-3", "gone-2"]
    rows = list(csv.DictReader(StringIO(site.get("/judgements.csv?limit=2").text)))
    assert [row["right"] for row in rows] == ["gone-4", "gone-3"]
    assert "5 judgements" in words(site.get("/judgements?limit=1").text)


def test_hostile_reasons_and_names_are_text(site: TestClient, mill: Path) -> None:
    connection = writing(mill)
    connection.execute(
        'INSERT INTO judgements ("left", "right", verdict, why, who, at) VALUES (?, NULL, ?, ?, ?, ?)',
        ("<img src=x>", "wrong", "<script>alert(1)</script>", "<b onclick=x>", "no day"),
    )
    connection.commit()
    connection.close()
    page = site.get("/judgements").text
    assert "<script>alert" not in page and "<b onclick" not in page and "<img src=x" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page and "no day" in page


def test_who_is_who_is_judged_by_name(tmp_path: Path) -> None:
    path = examples_desk(tmp_path)
    with client(path) as site:
        one, other = site.get("/people.json?kind=person&limit=2").json()["rows"]
        with dateline.open(path) as desk:
            done = decide(desk, "different", one["id"], other["id"], who="nora")
        assert done.before == done.after and done.changed == "Kept. They are two names, as before."
        page = site.get(f"/judgements?judged={one['id']}&judged={other['id']}").text
        assert f"nora judged: the name “{one['name']}” and the name “{other['name']}” are different." in words(page)
        (address,) = set(re.findall(r'href="(/people\?name=[^"]+)" dir="auto">“' + re.escape(one["name"]), page))
        assert one["id"] in site.get(unescape(address)).text


def test_a_judgement_that_makes_no_sense_leaves_no_trace(tmp_path: Path) -> None:
    path = examples_desk(tmp_path)
    with dateline.open(path) as desk:
        fact = desk.incidents(limit=1)[0].facts[0]
        for verdict, left, right in (("same", fact, fact), ("wrong", fact, fact), ("maybe", fact, None)):
            with pytest.raises(BadQuestion):
                decide(desk, verdict, left, right)
        assert len(desk.judgements()) == 0
