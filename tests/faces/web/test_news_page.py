"""All news as readers see it: the stream, what it may be narrowed to, its addresses, and what came in since."""

import csv
import json
import re
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from time import monotonic, sleep

import pytest
from fastapi.testclient import TestClient
from web_desk import client, examples_desk

import dateline
from dateline.desk.asking.news.newsroom import LOOK

# The desk's own tests have the stories.
sys.path.append(str(next((Path(__file__).parents[2] / "desk").rglob("shelf.py")).parent))

from shelf import Story, shelved


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with client(examples_desk(tmp_path_factory.mktemp("news"))) as asking:
        yield asking


def text_of(site: TestClient, address: str, status: int = 200) -> str:
    answer = site.get(address)
    assert answer.status_code == status, answer.text[-500:]
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).replace("&#34;", '"').split())


def headlines(site: TestClient, address: str) -> list[str]:
    return re.findall(r'<h3 dir="auto"><a [^>]+>([^<]+)</a>', site.get(address).text)


def test_the_newest_first_under_their_days(site: TestClient) -> None:
    page = site.get("/news").text
    days = re.findall(r'data-day="([^"]+)"', page)
    assert days == sorted(days, reverse=True) and "On a day that nobody knows" in page
    assert headlines(site, "/news")[0] == "Ferry captain jailed for nine years over Varna sinking"


def test_a_story_of_one_day_stands_together(site: TestClient) -> None:
    page = site.get("/news").text
    day = page[page.index('data-day="2026-03-10"') : page.index('data-day="2024-04-18"')]
    assert day.count("<article") == 1 and day.count("<li data-key") == 2
    assert day.index("Captain held as toll") < day.index("Ferry sinks off Varna")


def test_a_card_tells_what_happened_and_how_well(site: TestClient) -> None:
    page = text_of(site, "/news")
    assert "23 or more killed" in page and "7 reports of it, 3 independent" in page
    assert "≠ reports disagree" in page and "✗ something is denied" in page and "1 finding" in page
    assert "VARNA, Bulgaria, March 11 (Northern Wire) -" not in page  # it stands in a line below another one
    assert "GDANSK, April 18 (Baltic Courier) –" in page


def test_facets_lead_to_their_articles(site: TestClient) -> None:
    page = site.get("/news").text
    found = re.findall(r'<a href="(/news\?[^"]+)"><bdi>([^<]+)</bdi> <span class="many">(\d+)</span>', page)
    assert len(found) > 20
    for address, label, many in found:
        there = text_of(site, address.replace("&amp;", "&"))
        assert f"{many} article" in there, label


def test_filters_stand_as_chips_that_can_be_taken_away(site: TestClient) -> None:
    page = site.get("/news?type=ACCIDENT,DEATH&country=BGR&since=2026-03&limit=5").text
    away = dict(re.findall(r'class="chip away" href="([^"]+)" aria-label="Take away: ([^"]+)"', page))
    assert {label: address.replace("&amp;", "&") for address, label in away.items()} == {
        "what accident": "/news?country=BGR&since=2026-03&limit=5&type=DEATH",
        "what death": "/news?country=BGR&since=2026-03&limit=5&type=ACCIDENT",
        "country Bulgaria": "/news?type=ACCIDENT%2CDEATH&since=2026-03&limit=5",
        "from March 2026": "/news?type=ACCIDENT%2CDEATH&country=BGR&limit=5",
    }
    assert 'name="since" value="2026-03"' in page


def test_words_are_marked_and_the_best_come_first(site: TestClient) -> None:
    page = site.get("/news?words=bribery").text
    assert "<mark>bribery</mark>" in page.replace("Bribery", "bribery") and "<b>best first</b>" in page
    assert 'value="bribery"' in page
    newest = site.get("/news?words=ferry&order=newest").text
    assert "<b>newest first</b>" in newest and "data-day" in newest


def test_from_page_to_page(site: TestClient) -> None:
    met, middle, last, address = list[str](), "", "", "/news?limit=5"
    while address:
        answer = site.get(address)
        met += re.findall(r'data-key="(\d+)"', answer.text)
        middle, last = last, address
        address = (re.findall(r'rel="next" href="([^"]+)"', answer.text) or [""])[0].replace("&amp;", "&")
    assert sorted(map(int, met)) == list(range(1, 13))
    (newer,) = re.findall(r'rel="prev" href="([^"]+)"', answer.text)
    assert headlines(site, newer.replace("&amp;", "&")) == headlines(site, middle)


def test_time_is_drawn_without_a_script(site: TestClient) -> None:
    page = site.get("/news?country=BGR").text
    (first, *_) = re.findall(r'<a href="([^"]+)" tabindex="-1"><title>([^<]+)</title>', page)
    assert first == (
        "/news?country=BGR&amp;since=2026-03-09&amp;until=2026-03-15",
        "9 March 2026 to 15 March 2026: 6 articles",
    )
    assert "6 articles fit all of this" in text_of(site, first[0].replace("&amp;", "&"))


def test_what_to_do_where_nothing_fits(site: TestClient) -> None:
    page = text_of(site, "/news?country=NOR&type=PROTEST")
    assert "No story fits all of this" in page and "without country Norway 1 article" in page
    assert "Take more than one filter away" in text_of(site, "/news?words=zebra&person=Nobody")
    assert "no article is by" in text_of(site, "/news?outlet=Capital")


def test_an_empty_desk_tells_how_to_fill_it(tmp_path: Path) -> None:
    shelved(tmp_path).close()
    with client(tmp_path / "news.db") as asking:
        page = text_of(asking, "/news")
        assert "This desk is empty" in page and "dateline ingest stories/ --desk news.db" in page
        assert asking.get("/news.json").json()["total"] == 0


def test_what_has_come_in_since(tmp_path: Path) -> None:
    path = examples_desk(tmp_path)
    with client(path) as asking:
        newest = asking.get("/news.json").json()["newest"]
        assert asking.get(f"/news/arrived.json?after={newest}").json() == {"total": 0, "newest": newest}
        story = Story("late", "Late bus. Ana Brek waited in Lund.", "2031-04-02")
        with dateline.open(path) as desk:
            _save(desk, story)
        asking.app.state.served.desks.newsroom()._due = 0.0  # type: ignore[attr-defined]
        assert asking.get(f"/news/arrived.json?after={newest}").json()["total"] == 1
        assert asking.get(f"/news/arrived.json?after={newest}&country=BGR").json()["total"] == 0
        assert headlines(asking, "/news")[0] == "Late bus"


def test_a_page_that_is_behind_is_kept_for_a_moment_only(tmp_path: Path) -> None:
    path = examples_desk(tmp_path)
    with client(path) as asking:
        assert headlines(asking, "/news?limit=1") != ["Late bus"]
        with dateline.open(path) as desk:
            _save(desk, Story("late", "Late bus. Ana Brek waited in Lund.", "2031-04-02"))
        asking.get("/news?limit=1")  # the newsroom has not looked yet
        asking.app.state.served.desks.newsroom()._due = 0.0  # type: ignore[attr-defined]
        until = monotonic() + 3 * LOOK
        while headlines(asking, "/news?limit=1") != ["Late bus"] and monotonic() < until:
            sleep(0.05)
        assert headlines(asking, "/news?limit=1") == ["Late bus"]


def _save(desk: dateline.Desk, story: Story) -> None:
    from dateline.desk.saving.rows import rows_of
    from dateline.desk.saving.writing import ArticleWriter

    desk.writer.execute("BEGIN")
    ArticleWriter(desk.writer, 1).save(rows_of(story.record), b"0123456789abcdef")
    desk.writer.execute("COMMIT")


def test_the_same_for_programs(site: TestClient) -> None:
    found = site.get("/news.json?type=ACCIDENT&limit=3").json()
    assert len(found["cards"]) == 3 and found["total"] > 3 and found["older"]
    assert {facet["name"] for facet in found["facets"]} >= {"type", "country", "person", "has_finding"}
    rows = list(csv.DictReader(StringIO(site.get("/news.csv?type=ACCIDENT&limit=3").text)))
    assert [row["id"] for row in rows] == [card["id"] for card in found["cards"]]
    assert "disagreements" in rows[0] and rows[0]["story"].startswith("story-")
    features = json.loads(site.get("/news.geojson?type=ACCIDENT").text)["features"]
    assert any(each["geometry"] for each in features)
    assert all(each["properties"]["precision"] in ("exact", "near") for each in features if each["geometry"])


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("before=soon", "take it from another page"),
        ("limit=many", "limit cannot be"),
        ("type=KNITTING", "no event type is called"),
        ("since=2027&until=2026", "exchange the two"),
        ("every=colour", "every cannot be"),
        ("order=best", "there are no words to rank by"),
        ("country=Atlantis", "no country is called"),
    ],
)
def test_what_makes_no_sense_is_told(site: TestClient, query: str, told: str) -> None:
    assert told in text_of(site, f"/news?{query}", 400).lower()


@pytest.mark.parametrize(
    "words", ["%00", "%22", "*", "a" * 1900, "%F0%9F%8E%88", "%E2%80%8F%D7%A9", "-(%22", "NEAR(a,b)"]
)
def test_whatever_is_typed(site: TestClient, words: str) -> None:
    for name in ("words", "person", "outlet", "place", "since", "until", "has_finding", "before", "type", "min_killed"):
        assert site.get(f"/news?{name}={words}").status_code in (200, 400)
        assert site.get(f"/news/arrived.json?after=1&{name}={words}").status_code in (200, 400)


def test_scripts_in_a_story_are_text(tmp_path: Path) -> None:
    text = '<script>alert(1)</script>" onload=x. Ana Brek waited in Lund\x07.'
    shelved(tmp_path, Story("odd/<b>&?.json", text, "2031-04-02", outlet="<img src=x>")).close()
    with client(tmp_path / "news.db") as asking:
        page = asking.get("/news?outlet=%3Cimg+src%3Dx%3E").text
    assert "<script>alert" not in page and "<img" not in page and "&lt;script&gt;" in page and "\x07" not in page
