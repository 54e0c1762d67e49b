from collections.abc import Iterator

import pytest
from feed_site import NOON, PROXIES, Clock, Site, answer, serving

from dateline.errors import FetchFailed, NoAnswer
from dateline.settings import Settings
from dateline.sources import visits
from dateline.sources.visits import Visitor, origin_of

DAY = 86_400


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
    with serving() as found:
        found.answers["/a"] = answer("words", "text/plain", X_Told="yes")
        yield found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def visitor(clock: Clock) -> Visitor:
    return Visitor(Settings(timeout=2), clock)


def asked(site: Site) -> list[str]:
    return [path for path, _ in site.asked]


def test_an_answer(site: Site, visitor: Visitor) -> None:
    found = visitor.visit(f"{site.address}/a", headers={"if-none-match": '"a"'})
    assert (found.address, found.moved, found.status, found.phrase) == (f"{site.address}/a", "", 200, "OK")
    assert (found.headers["x-told"], found.body) == ("yes", b"words")
    assert site.asked[-1][1]["if-none-match"] == '"a"'


def test_only_an_answer_that_went_well_has_its_body(site: Site, visitor: Visitor) -> None:
    site.answers["/a"] = answer("trouble", status=500)
    assert visitor.visit(f"{site.address}/a").body == b""


def test_what_is_not_fit_is_not_fetched(site: Site, visitor: Visitor) -> None:
    def refuse(found: visits.Answer) -> None:
        assert found.body == b""
        raise FetchFailed("not this one")

    with pytest.raises(FetchFailed, match="not this one"):
        visitor.visit(f"{site.address}/a", fit=refuse)


def test_robots_are_asked_again_after_a_day(site: Site, clock: Clock, visitor: Visitor) -> None:
    visitor.visit(f"{site.address}/a")
    clock.sleep(DAY)
    visitor.visit(f"{site.address}/a")
    clock.sleep(1)
    visitor.visit(f"{site.address}/a")
    assert asked(site) == ["/robots.txt", "/a", "/a", "/robots.txt", "/a"]


def test_the_rules_of_so_many_servers_are_remembered(
    site: Site, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visits, "SERVERS", 1)
    other = site.address.replace("127.0.0.1", "localhost")
    for address in (site.address, site.address, other, site.address):
        visitor.visit(f"{address}/a")
    assert asked(site).count("/robots.txt") == 3


def test_a_pause_is_what_the_server_asks_for(site: Site, clock: Clock, visitor: Visitor) -> None:
    site.answers["/robots.txt"] = answer("User-agent: *\nCrawl-delay: 8", "text/plain")
    address = f"{site.address}/a"
    assert visitor.pause(address, least=5) == 0
    visitor.visit(address)
    assert visitor.pause(address) == visitor.pause(address, least=5) == 8
    assert (visitor.pause(address, least=20), visitor.pause(address, most=3)) == (20, 3)
    clock.sleep(6)
    assert visitor.pause(f"{site.address}/b") == 2
    clock.sleep(6)
    assert visitor.pause(address) == 0


def test_a_server_is_left_alone_when_it_asks(site: Site, clock: Clock, visitor: Visitor) -> None:
    visitor.hold(f"{site.address}/a", 100)
    assert visitor.pause(f"{site.address}/b", most=1) == 100
    clock.sleep(100)
    assert visitor.pause(f"{site.address}/b") == 0
    assert clock.now == NOON + 100


def test_no_more_than_so_many_servers_are_remembered(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visits, "SERVERS", 2)
    servers = [f"http://courier{number}.example/" for number in range(4)]
    for server in (servers[0], *servers):
        visitor.hold(server, 100)
    assert [visitor.pause(server) for server in servers] == [0, 0, 100, 100]


@pytest.mark.parametrize("address", ["http://127.0.0.1:x/", "http://", "ftp://courier.example/a"])
def test_what_is_no_address_is_no_servers_fault(visitor: Visitor, address: str) -> None:
    assert visitor.pause(address) == 0
    with pytest.raises(FetchFailed) as caught:
        visitor.visit(address)
    assert not isinstance(caught.value, NoAnswer)


def test_origins() -> None:
    assert origin_of("https://Ann:secret@Courier.example:443/a?b#c") == "https://courier.example"
    assert origin_of("http://courier.example:8080") == "http://courier.example:8080"
