"""Judgements from the browser and from programs: written, told at once, undone; and only from pages of ours."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web_desk import client, examples_desk

import dateline
from dateline.desk.storage import opening
from dateline.desk.storage.opening import writing
from dateline.faces.web.pages.judgements.notices import READ_ONLY, why_not
from dateline.merging.outcomes import Incident

OURS = {"origin": "http://127.0.0.1", "sec-fetch-site": "same-origin"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return examples_desk(tmp_path)


@pytest.fixture
def site(path: Path) -> Iterator[TestClient]:
    with client(path) as site:
        yield site


def most_told(path: Path) -> Incident:
    with dateline.open(path) as desk:
        return desk.incidents(order="reports", limit=1)[0]


def neighbour(path: Path, incident: Incident) -> str:
    """The incident that is near it and was kept apart."""
    with dateline.open(path) as desk:
        (apart,) = desk.why(incident.incident).apart
        return desk.why(apart.right).id


def judged(site: TestClient, **form: str) -> str:
    """Where a judgement by a form leads to."""
    answer = site.post("/judgements", data=form, headers=OURS, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def words(text: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def test_a_figure_that_is_wrong_leaves_the_incident_and_comes_back(site: TestClient, path: Path) -> None:
    incident = most_told(path)
    figure = next(each for each in incident.casualties["killed"].by_source if each.low == 23)
    here = f"/incident/{incident.incident}"
    assert "23 or more" in site.get(here).text
    to = judged(site, verdict="wrong", left=figure.fact, right="", why="one voice", who="Nora Vik", back=here)
    assert to == f"{here}?judged={figure.fact}"
    page = site.get(to).text
    assert "Nora Vik judged: the count “At least 23 people” is wrong." in words(page)
    assert "one voice" in page and "23 or more" not in page
    # The page says how it is undone, and without a session: the desk knows.
    notice = page[page.index('class="decided"') :].partition("</form>")[0]
    assert f'name="left" value="{figure.fact}"' in notice and 'value="undo">Undo' in notice
    to = judged(site, verdict="undo", left=figure.fact, back=to)
    page = site.get(to).text
    assert "is judged no more: what was decided is taken back" in words(page) and "23 or more" in page
    assert most_told(path) == incident


def test_who_judges_is_whoever_runs_the_server_unless_a_name_is_given(site: TestClient) -> None:
    with_name = {"verdict": "wrong", "left": "event-none", "who": "Ana"}
    assert site.post("/judgements", data=with_name, headers=OURS).status_code == 404
    row = site.get("/incidents.json?limit=1").json()["rows"][0]
    for who in ("", "  Ana Brek "):
        judged(site, verdict="right", left=row["facts"][0], who=who)
    given, own = (each["who"] for each in site.get("/judgements.json").json()["rows"])
    assert given == "Ana Brek" and own not in ("", "Ana Brek")


def test_two_incidents_become_one_and_the_old_address_leads_on(site: TestClient, path: Path) -> None:
    incident = most_told(path)
    other = neighbour(path, incident)
    to = judged(site, verdict="same", left=incident.incident, right=other, back=f"/incident/{other}")
    left = incident.incident if site.get(f"/incident/{incident.incident}.json").status_code == 200 else other
    gone = other if left == incident.incident else incident.incident
    moved = site.get(f"/incident/{gone}?judged=a&judged=b", follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (303, f"/incident/{left}?judged=a&judged=b")
    told = words(site.get(to).text)
    assert "and an incident that is no more are the same." in told and "They are in one incident now." in told
    judged(site, verdict="undo", left=incident.incident, right=other)
    assert site.get(f"/incident/{gone}").status_code == site.get(f"/incident/{left}").status_code == 200


def test_a_report_of_another_event_goes_its_own_way(site: TestClient, path: Path) -> None:
    incident = most_told(path)
    fact, here = incident.facts[-1], f"/incident/{incident.incident}"
    page = site.get(here).text
    assert f'name="left" value="{fact}"' in page and ">It tells of another event</button>" in page
    to = judged(site, verdict="different", left=fact, right=incident.incident, back=here)
    assert "They are in two incidents now." in words(site.get(to).text)
    with dateline.open(path) as desk:
        assert desk.why(fact).id != desk.why(incident.facts[0]).id


def test_an_event_that_nobody_tells_any_more_is_told_of_kindly(site: TestClient) -> None:
    rows = site.get("/incidents.json?limit=100").json()["rows"]
    alone = next(row for row in rows if len(row["facts"]) == 1)
    to = judged(site, verdict="wrong", left=alone["facts"][0], back=f"/incident/{alone['incident']}")
    answer = site.get(to)
    assert answer.status_code == 404 and "This incident is no more" in answer.text and ">Undo</button>" in answer.text
    assert site.get(f"/incident/{alone['incident']}").status_code == 404


def test_articles_of_one_story_are_parted(site: TestClient) -> None:
    story = max(site.get("/stories.json").json()["rows"], key=lambda row: len(row["articles"]))
    article, here = story["articles"][-1], f"/story/{story['story']}"
    to = judged(site, verdict="different", left=article, right=story["story"], back=here)
    assert "They are in two stories now." in words(site.get(to).text)
    assert site.get(f"/story/{article}", follow_redirects=False).headers["location"] != here


def test_judgements_are_listed_and_undone_where_they_stand(site: TestClient) -> None:
    assert "Nobody decided anything here" in site.get("/judgements").text
    row = site.get("/incidents.json?limit=1").json()["rows"][0]
    fact = row["facts"][0]
    judged(site, verdict="right", left=fact, who="Ana", why="<b>seen</b>")
    page = site.get("/judgements").text
    assert "&lt;b&gt;seen&lt;/b&gt;" in page and "is right" in page and ">Undo</button>" in page
    judged(site, verdict="undo", left=fact, who="Bo", back="/judgements")
    page = words(site.get("/judgements?judged=" + fact).text)
    assert "holds no more" in page and "Bo judged:" in page
    assert "holds no more" not in words(site.get("/judgements?who=Bo").text)
    assert site.get("/judgements?verdict=perhaps").status_code == 400
    assert [each["verdict"] for each in site.get("/judgements.json?limit=1&offset=1").json()["rows"]] == ["right"]
    assert site.get("/judgements.csv").text.splitlines()[0].startswith("at,who,verdict,left,right,why")


def test_programs_judge_by_json(site: TestClient, path: Path) -> None:
    incident = most_told(path)
    other = neighbour(path, incident)
    asked = {"verdict": "same", "left": incident.incident, "right": other, "why": "one boat", "who": "a program"}
    answer = site.post("/judgements.json", json=asked)
    told = answer.json()
    assert answer.status_code == 201 and told["decision"]["who"] == "a program"
    assert set(told["before"]) == {incident.incident, other} and len(told["after"]) == 1
    assert told["changed"] == "Two incidents became one incident."
    undone = site.post("/judgements.json", json={"verdict": "undo", "left": other, "right": incident.incident}).json()
    assert undone["changed"] == "One incident became two incidents."
    assert "x-dateline-keep" not in answer.headers
    path_of = site.get("/openapi.json").json()["paths"]["/judgements.json"]["post"]
    assert {"201", "400", "403", "404", "409", "503"} <= set(path_of["responses"])
    assert "/judgements" not in {
        path for path, verbs in site.get("/openapi.json").json()["paths"].items() if "post" in verbs
    }


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"verdict": "same", "left": "nothing", "right": "nobody"}, 404),
        ({"verdict": "same", "left": "ferry-1"}, 400),
        ({"verdict": "wrong", "left": "ferry-1"}, 400),
        ({"verdict": "undo", "left": "ferry-1", "right": "ferry-2"}, 404),
        ({"verdict": "perhaps", "left": "ferry-1"}, 422),
        ({"verdict": "wrong"}, 422),
        ({"verdict": "wrong", "left": "x" * 3000}, 422),
        ({"verdict": "wrong", "left": "\x00"}, 404),
        ([], 422),
    ],
)
def test_what_cannot_be_judged_is_told_and_nothing_is_written(site: TestClient, body: object, status: int) -> None:
    answer = site.post("/judgements.json", json=body)
    assert answer.status_code == status and answer.json()["error"]
    assert site.get("/judgements.json").json()["rows"] == []


def test_half_a_character_is_no_fault(site: TestClient) -> None:
    body = b'{"verdict": "wrong", "left": "\\ud800", "why": "\\udfff"}'
    answer = site.post("/judgements.json", content=body, headers={"content-type": "application/json"})
    assert answer.status_code in (400, 404, 422)
    for odd in ("\\ud800", "%ED%A0%80", "\x00", "a" * 5000):
        assert (
            site.post("/judgements", data={"verdict": "wrong", "left": "x", "back": odd}, headers=OURS).status_code
            < 500
        )


def test_a_form_that_makes_no_sense_says_so_and_leads_back(site: TestClient) -> None:
    form = {"verdict": "wrong", "left": "ferry-1", "back": "/story/ferry-1"}
    answer = site.post("/judgements", data=form, headers=OURS)
    assert answer.status_code == 400 and "Nothing was written" in answer.text
    assert "Only a fact is right or wrong" in words(answer.text) and 'href="/story/ferry-1"' in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "http://127.0.0.1", "sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"referer": "http://127.0.0.1/judgements"},
    ],
)
@pytest.mark.parametrize("address", ["/judgements", "/judgements.json"])
def test_another_page_cannot_make_a_browser_judge(site: TestClient, address: str, headers: dict[str, str]) -> None:
    fact = site.get("/incidents.json?limit=1").json()["rows"][0]["facts"][0]
    form = {"verdict": "wrong", "left": fact}
    for body in ({"data": form}, {"content": "{}", "headers": headers | {"content-type": "text/plain"}}):
        sent = {"headers": headers} | body
        answer = site.post(address, **sent)  # type: ignore[arg-type]
        assert answer.status_code == 403 and "another page than ours" in answer.text
    assert site.get("/judgements.json").json()["rows"] == []


def test_json_from_another_page_is_turned_away_too(site: TestClient) -> None:
    fact = site.get("/incidents.json?limit=1").json()["rows"][0]["facts"][0]
    body = {"verdict": "wrong", "left": fact}
    assert site.post("/judgements.json", json=body, headers={"origin": "http://evil.example"}).status_code == 403
    assert site.post("/judgements.json", json=body, headers={"origin": "null"}).status_code == 403
    assert site.get(f"/judgements.json?verdict=wrong&left={fact}").json()["rows"] == []
    assert site.post("/judgements.json", json=body, headers={"origin": "http://127.0.0.1"}).status_code == 201


def test_a_desk_that_somebody_writes_to_is_waited_for_then_told_of(
    site: TestClient, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fact = site.get("/incidents.json?limit=1").json()["rows"][0]["facts"][0]
    monkeypatch.setattr(opening, "PATIENCE", 0.05)
    form = {"verdict": "right", "left": fact, "why": "seen", "who": "Ana", "back": "/incidents"}
    busy = writing(path)
    busy.execute("BEGIN IMMEDIATE")
    answer = site.post("/judgements", data=form, headers=OURS)
    asked = site.post("/judgements.json", json={"verdict": "right", "left": fact})
    busy.execute("ROLLBACK")
    busy.close()
    assert (answer.status_code, asked.status_code) == (503, 503)
    assert "Another process is writing to this desk" in words(answer.text) and "Try again" in answer.text
    again = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', answer.text))
    assert again == form | {"right": ""}
    assert judged(site, **again) == f"/incidents?judged={fact}"


def test_where_the_desk_may_only_be_read_the_buttons_say_why(
    site: TestClient, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert why_not(path) is None
    address = f"/incident/{most_told(path).incident}"
    assert READ_ONLY not in site.get(address).text
    monkeypatch.setattr("os.access", lambda *_, **__: False)
    page = site.get(address + "?judged=").text
    assert READ_ONLY in page and 'action="/judgements"' not in page
