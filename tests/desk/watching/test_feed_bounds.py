"""Feeds of the open web, which may not send us to this machine or its network. Loopback plays the open web here."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest
from feed_site import PROXIES, STORY, TITLE, Polling, Site, answer, rss, serving, summed_up, whole

from dateline.desk.watching import FeedState
from dateline.sources import hosts

INSIDE = "is on this machine or its network"
PAGE = STORY.format(title=TITLE)
is_local, getaddrinfo = hosts.is_local, socket.getaddrinfo


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(hosts, "is_local", lambda address: address != "127.0.0.1" and is_local(address))
    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    with serving() as found:
        yield found


def looked_up(host: str, *rest: Any, **others: Any) -> Any:
    """Names of the test's own; "courier.example" has an address that nobody answers at, and one that works."""
    if host == "secret.example":
        return getaddrinfo("10.0.0.5", *rest, **others)
    if host == "courier.example":
        return [*getaddrinfo("::1", *rest, **others), *getaddrinfo("127.0.0.1", *rest, **others)]
    if host.endswith(".example"):
        raise socket.gaierror(-2, "Name or service not known")
    return getaddrinfo(host, *rest, **others)


@pytest.mark.parametrize(
    "link",
    ["http://10.0.0.5/", "http://[::1]/", "http://169.254.169.254/latest", "http://secret.example/", "http://127.9/"],
)
def test_links_into_the_network(site: Site, link: str) -> None:
    polling = Polling(site)
    site.answers["/feed"] = answer(rss(summed_up("1", link)))
    polled = polling()
    assert INSIDE in polled.refused[0].reason
    assert len(polled.pages) == 1
    assert polling().known == 1


def test_links_that_redirect_into_the_network(site: Site) -> None:
    site.answers["/feed"] = answer(rss(summed_up("1", f"{site.address}/one")))
    site.answers["/one"] = answer(status=302, Location="http://10.0.0.5/")
    assert INSIDE in Polling(site)().refused[0].reason


@pytest.mark.parametrize("status", [301, 302])
def test_feeds_that_redirect_into_the_network(site: Site, status: int) -> None:
    polling = Polling(site)
    site.answers["/feed"] = answer(status=status, Location="http://secret.example/feed")
    polling()
    assert INSIDE in polling.state.reason
    assert polling.state.now == ""


def test_links_on_the_open_web_are_followed(site: Site) -> None:
    site.answers["/feed"] = answer(rss(summed_up("1", f"{site.address}/one")))
    site.answers["/one"] = answer(PAGE, "text/html")
    assert Polling(site)().pages[0].location == f"{site.address}/one"


def test_a_name_is_kept_while_its_address_is_visited(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hosts, "is_local", lambda _: False)
    port = site.address.rpartition(":")[2]
    site.answers["/feed"] = answer(rss(whole("1")))
    polling = Polling(site)
    polling.state = FeedState(address=f"http://courier.example:{port}/feed")
    (page,) = polling().pages
    assert page.location == polling.state.address
    assert site.asked[-1][1]["host"] == f"courier.example:{port}"


def test_behind_a_proxy(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", site.address)
    polling = Polling(site)
    polling.state = FeedState(address="http://press.example/feed")
    links = ["http://press.example/one", "http://secret.example/", "http://10.0.0.5/"]
    site.answers["http://press.example/feed"] = answer(rss(*(summed_up(link, link) for link in links)))
    site.answers["http://press.example/one"] = answer(PAGE, "text/html")
    polled = polling()
    assert polled.pages[0].location == "http://press.example/one"
    assert [INSIDE in refused.reason for refused in polled.refused] == [True, True]
    assert not [path for path in site.paths if "press" not in path]
