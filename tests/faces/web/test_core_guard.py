"""Who may ask, whose pages may write, and what browsers are told about every answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from small_desk import small_desk

from dateline.errors import BadSettings
from dateline.faces.web.application import application
from dateline.faces.web.guard.headers import POLICY
from dateline.faces.web.guard.tokens import token_for
from dateline.faces.web.guard.visitors import name_of
from dateline.faces.web.served import Served

TOKEN = "a-long-and-secret-token"


def asking(folder: Path, **options: object) -> TestClient:
    app = application(Served(small_desk(folder), **options))  # type: ignore[arg-type]

    def broken() -> None:
        raise ZeroDivisionError

    def written() -> str:
        return "done"

    app.add_api_route("/broken", broken)
    app.add_api_route("/written", written, methods=["POST"])
    return TestClient(app, base_url="http://127.0.0.1", follow_redirects=False)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with asking(tmp_path_factory.mktemp("open")) as client:
        yield client


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[TestClient]:
    with asking(tmp_path, token=TOKEN) as client:
        yield client


ADDRESSES = [
    ("/statements", 200),
    ("/statements.json", 200),
    ("/statements.csv", 200),
    ("/", 307),
    ("/nowhere", 404),
    ("/nowhere.json", 404),
    ("/static/style/base.css", 200),
    ("/static/nothing.css", 404),
    ("/statements?limit=some", 400),
    ("/statements?by=" + 3000 * "x", 422),
    ("/broken", 500),
    ("/written", 405),
]


@pytest.mark.parametrize(("path", "status"), ADDRESSES)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_every_answer_forbids_what_is_not_ours(site: TestClient, path: str, status: int, method: str) -> None:
    answer = site.request(method, path)
    assert answer.status_code == status
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "x-dateline-keep" not in answer.headers
    assert method == "GET" or not answer.content


def test_so_does_an_answer_without_a_body(site: TestClient) -> None:
    tag = site.get("/statements").headers["etag"]
    same = site.get("/statements", headers={"if-none-match": tag})
    assert (same.status_code, same.headers["content-security-policy"]) == (304, POLICY)


def test_nothing_inline_is_allowed() -> None:
    assert "unsafe" not in POLICY and "http" not in POLICY and "*" not in POLICY
    assert "default-src 'none'" in POLICY


@pytest.mark.parametrize("host", ["127.0.0.1:7374", "localhost", "LOCALHOST:80", "[::1]:7374", "[::1]"])
def test_the_desk_goes_by_the_names_of_this_machine(site: TestClient, host: str) -> None:
    assert site.get("/statements", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:7374", "127.0.0.1.evil.example", "", "[", "localhost."])
@pytest.mark.parametrize("path", ["/statements", "/statements.json", "/static/icon.svg", "/written"])
def test_a_name_of_somebody_else_that_points_at_us_is_turned_away(site: TestClient, host: str, path: str) -> None:
    answer = site.request("POST" if path == "/written" else "GET", path, headers={"host": host})
    assert (answer.status_code, answer.headers["content-security-policy"]) == (421, POLICY)


def test_it_goes_by_the_name_that_it_was_started_with(tmp_path: Path) -> None:
    with asking(tmp_path, hosts=("desk.test",)) as client:
        assert client.get("/statements", headers={"host": "Desk.test:80"}).status_code == 200


@pytest.mark.parametrize(
    ("host", "name"), [("a:1", "a"), ("A", "a"), ("[::1]:80", "::1"), ("[::1", "::1"), ("", ""), (":80", "")]
)
def test_the_name_in_a_host(host: str, name: str) -> None:
    assert name_of(host) == name


OURS = [
    {"sec-fetch-site": "same-origin"},
    {"sec-fetch-site": "none"},
    {"origin": "http://127.0.0.1"},
    {"origin": "http://127.0.0.1", "sec-fetch-site": "same-origin"},
    {"content-type": "application/json"},
    {"content-type": "Application/JSON; charset=utf-8"},
]
STRANGE = [
    {},
    {"origin": "http://evil.example"},
    {"origin": "null"},
    {"origin": "http://127.0.0.1:81"},
    {"origin": "http://127.0.0.1.evil.example"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site", "origin": "http://127.0.0.1"},
    {"sec-fetch-site": "cross-site", "content-type": "application/json"},
    {"content-type": "application/x-www-form-urlencoded"},
    {"content-type": "text/plain"},
    {"origin": "http://[", "content-type": "application/json"},
]


@pytest.mark.parametrize("headers", OURS)
def test_our_own_pages_may_write_and_programs_may(site: TestClient, headers: dict[str, str]) -> None:
    assert site.post("/written", headers=headers).status_code == 200


@pytest.mark.parametrize("headers", STRANGE)
def test_pages_elsewhere_may_not(site: TestClient, headers: dict[str, str]) -> None:
    answer = site.post("/written", headers=headers, content=b"")
    assert (answer.status_code, answer.headers["content-security-policy"]) == (403, POLICY)
    assert "nothing was written" in answer.text


def test_without_the_token_nobody_comes_in(locked: TestClient) -> None:
    assert "asks for a token" in locked.get("/statements").text
    refused = locked.get("/statements.json")
    assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")
    assert list(refused.json()) == ["error"]
    assert locked.post("/written", headers=OURS[0]).status_code == 401
    assert locked.get("/static/style/base.css").status_code == 200, "the page that refuses has its style"


def test_a_program_brings_it_in_a_header(locked: TestClient) -> None:
    def status(header: bytes) -> int:
        return locked.get("/statements.json", headers={b"authorization": header}).status_code

    token = TOKEN.encode()
    assert (status(b"Bearer " + token), status(b"bearer  " + token + b" ")) == (200, 200)
    wrong = (b"Bearer", b"Bearer x", b"Basic " + token, token, b"Bearer \xe9\xff", b"Bearer " + token + b"x")
    assert {status(header) for header in wrong} == {401}


def test_a_person_brings_it_once_in_the_address(locked: TestClient) -> None:
    welcome = locked.get(f"/statements?by=Roe&token={TOKEN}&about=a%26b")
    assert (welcome.status_code, welcome.headers["location"]) == (303, "/statements?by=Roe&about=a%26b")
    cookie = welcome.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie
    assert locked.get("/statements").status_code == 200, "from then on as a cookie"
    assert locked.get("/statements", headers={"host": "any.example"}).status_code == 200


def test_a_token_leads_to_no_other_host(locked: TestClient) -> None:
    welcome = locked.get(f"http://127.0.0.1//elsewhere.example/news?token={TOKEN}")
    assert (welcome.status_code, welcome.headers["location"]) == (303, "/elsewhere.example/news")


def test_a_wrong_one_in_the_address_brings_nothing(locked: TestClient) -> None:
    for token in ("", "x", TOKEN[:-1], "\xe9"):
        refused = locked.get("/statements", params={"token": token})
        assert (refused.status_code, refused.headers.get("set-cookie")) == (401, None)


def test_no_address_leads_to_another_host(locked: TestClient) -> None:
    for path in ("//evil.example/", "/\\evil.example/", "///evil.example"):
        locked.cookies.clear()
        welcome = locked.get(f"http://127.0.0.1{path}", params={"token": TOKEN})
        assert welcome.headers["location"].startswith("/evil.example")


def test_two_desks_on_one_machine_keep_their_visitors(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    with asking(tmp_path / "a", token=TOKEN) as one, asking(tmp_path / "b", token=TOKEN[::-1]) as other:
        other.cookies = one.cookies  # a browser has one jar for all ports of a host
        one.get("/", params={"token": TOKEN})
        other.get("/", params={"token": TOKEN[::-1]})
        assert one.get("/statements").status_code == other.get("/statements").status_code == 200


def test_a_token_is_made_where_others_can_reach_the_desk() -> None:
    assert token_for(None, private=True) is None
    made = token_for("", private=False)
    assert made and len(made) >= 32 and made != token_for(None, private=False)
    assert token_for(made, private=True) == made


@pytest.mark.parametrize("given", ["secret", 15 * "x", 40 * "x", "abcabcabcabcabcabc", "a long one with spaces in it"])
def test_a_token_that_is_no_good_is_refused(given: str) -> None:
    with pytest.raises(BadSettings, match=r"give 16 characters or more|take letters and digits"):
        token_for(given, private=False)
