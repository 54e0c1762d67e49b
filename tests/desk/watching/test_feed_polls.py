import gzip
from collections.abc import Iterator

import pytest
from feed_site import (
    BRIDGE,
    MINUTE,
    NOON,
    PROXIES,
    Answer,
    Clock,
    Polling,
    Site,
    answer,
    articles,
    conditional,
    endless,
    rss,
    serving,
    trickle,
    whole,
)

from dateline.desk.watching import FeedState
from dateline.desk.watching.polls import Polled, Poller
from dateline.desk.watching.states import moment, seconds
from dateline.settings import Settings


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
    with serving() as found:
        yield found


@pytest.fixture
def polling(site: Site) -> Polling:
    return Polling(site)


def test_a_feed_that_gives_whole_stories(polling: Polling) -> None:
    polling.site.answers["/feed"] = answer(rss(whole("1"), whole("2")), ETag='"a"')
    polled = polling()
    first, second = articles(polled)
    assert (first.id, second.id) == ("tag:courier,1", "tag:courier,2")
    assert BRIDGE in first.text
    assert first.source.outlet == "Tarn Courier"
    assert first.source.location == polling.state.address
    assert polling.state == FeedState(
        address=polling.state.address,
        etag='"a"',
        checked=moment(NOON),
        due=moment(NOON + 15 * MINUTE),
        status="ok",
    )
    assert polling.site.paths == ["/feed"]


def test_what_was_met_is_known_and_what_changed_is_new(polling: Polling) -> None:
    polling.site.answers["/feed"] = answer(rss(whole("1"), whole("2")))
    polling()
    polling.site.answers["/feed"] = answer(
        rss(whole("3"), whole("1"), whole("2", "The bridge is open again, at last."))
    )
    polled = polling()
    assert [article.id for article in articles(polled)] == ["tag:courier,3", "tag:courier,2"]
    assert polled.known == 1


def test_the_second_poll_is_conditional(polling: Polling) -> None:
    modified = "Tue, 05 Mar 2024 11:00:00 GMT"
    polling.site.answers["/feed"] = conditional(rss(whole("1")), 'W/"v1"', modified)
    assert len(polling().pages) == 1
    before = polling.state
    polling.clock.sleep(1000)
    assert polling() == Polled(state=polling.state)
    asked = polling.site.asked[-1][1]
    assert (asked["if-none-match"], asked["if-modified-since"]) == ('W/"v1"', modified)
    assert (polling.state.etag, polling.state.last_modified) == (before.etag, before.last_modified)
    assert (polling.state.status, polling.state.reason) == ("ok", "")
    assert polling.pause == 15


def test_robots_are_asked_first_and_may_say_no(polling: Polling) -> None:
    polling.site.answers["/robots.txt"] = answer("User-agent: *\nDisallow: /feed", "text/plain")
    polling()
    assert polling.state.status == "failing"
    assert "robots.txt asks programs not to read it" in polling.state.reason
    assert polling.site.paths == []


def test_the_crawl_delay_lengthens_the_interval(polling: Polling) -> None:
    polling.site.answers["/robots.txt"] = answer("User-agent: *\nCrawl-delay: 3600", "text/plain")
    polling.site.answers["/feed"] = answer(rss())
    polling()
    assert polling.pause == 60


def test_two_feeds_of_one_server_keep_its_crawl_delay(polling: Polling) -> None:
    polling.site.answers["/robots.txt"] = answer("User-agent: *\nCrawl-delay: 20", "text/plain")
    polling.site.answers["/feed"] = polling.site.answers["/sport"] = answer(rss())
    polling()
    polling.poller.poll(FeedState(address=f"{polling.site.address}/sport"), lambda _: False)
    assert polling.clock.slept == [20]


def test_a_long_crawl_delay_is_not_sat_out(polling: Polling) -> None:
    polling.site.answers["/robots.txt"] = answer("User-agent: *\nCrawl-delay: 600", "text/plain")
    polling.site.answers["/feed"] = answer(rss())
    polling()
    other = polling.poller.poll(FeedState(address=f"{polling.site.address}/sport"), lambda _: False)
    assert polling.site.paths == ["/feed"]
    assert other.state.due == moment(NOON + 600)
    assert other.state.reason == "its server asks to wait 10 minutes"
    assert (other.state.failures, other.state.status) == (0, "new")


def test_no_crawl_delay_is_longer_than_a_day(polling: Polling) -> None:
    polling.site.answers["/robots.txt"] = answer("User-agent: *\nCrawl-delay: 99999999999999", "text/plain")
    polling.site.answers["/feed"] = answer(rss())
    polling()
    other = polling.poller.poll(FeedState(address=f"{polling.site.address}/sport"), lambda _: False)
    assert other.state.due == moment(NOON + 24 * 60 * MINUTE)


@pytest.mark.parametrize("status", [301, 308])
def test_moved_for_good(polling: Polling, status: int) -> None:
    polling.site.answers["/feed"] = answer(status=status, Location="/new")
    polling.site.answers["/new"] = answer(rss(whole("1")))
    assert len(polling().pages) == 1
    new = f"{polling.site.address}/new"
    assert (polling.state.now, polling.state.status) == (new, "moved")
    assert polling.state.reason == f"it has moved for good to {new}"
    polling()
    assert polling.site.paths == ["/feed", "/new", "/new"]


@pytest.mark.parametrize("status", [302, 303, 307])
def test_moved_for_now(polling: Polling, status: int) -> None:
    polling.site.answers["/feed"] = answer(status=status, Location="/new")
    polling.site.answers["/new"] = answer(rss(whole("1")))
    assert len(polling().pages) == 1
    assert (polling.state.now, polling.state.status) == ("", "ok")


def test_only_the_permanent_part_of_a_way_is_remembered(polling: Polling) -> None:
    polling.site.answers["/feed"] = answer(status=301, Location="/a")
    polling.site.answers["/a"] = answer(status=302, Location="/b")
    polling.site.answers["/b"] = answer(status=301, Location="/c")
    polling.site.answers["/c"] = answer(rss())
    polling()
    assert polling.state.now == f"{polling.site.address}/a"


def test_a_move_to_what_is_no_feed_is_not_remembered(polling: Polling) -> None:
    polling.site.answers["/feed"] = answer(status=301, Location="/login")
    polling.site.answers["/login"] = answer("<!doctype html><p>Sign in.", "text/html")
    polling()
    assert (polling.state.now, polling.state.status) == ("", "failing")


@pytest.mark.parametrize("gone", [answer(status=404), answer(status=410), answer("<p>For sale", "text/html")])
def test_where_the_new_address_fails_the_old_one_is_asked_again(polling: Polling, gone: Answer) -> None:
    polling.site.answers["/feed"] = answer(status=301, Location="/new")
    polling.site.answers["/new"] = answer(rss(), ETag='"a"')
    polling()
    polling.site.answers["/new"] = gone
    polling()
    assert (polling.state.now, polling.state.etag) == ("", "")
    assert polling.state.status in ("missing", "failing")
    polling.site.answers["/feed"] = answer(rss(whole("1")))
    assert len(polling().pages) == 1


def test_missing_is_asked_for_less_and_less_often(polling: Polling) -> None:
    pauses = []
    for _ in range(9):
        polling()
        pauses.append(polling.pause)
    assert pauses == [15, 30, 60, 120, 240, 480, 960, 1440, 1440]
    assert (polling.state.status, polling.state.failures) == ("missing", 9)
    assert polling.state.reason == "the server answered 404 Not Found"
    polling.site.answers["/feed"] = answer(rss(whole("1")))
    assert len(polling().pages) == 1
    assert (polling.state.failures, polling.state.reason, polling.pause) == (0, "", 15)


def test_gone_is_never_asked_for_again(polling: Polling) -> None:
    polling.site.answers["/feed"] = answer(status=410)
    polling()
    assert (polling.state.status, polling.state.due) == ("gone", "")
    assert polling.state.reason == "the server answered 410 Gone; it is not asked for again"


def test_gone_where_a_redirect_led_is_missing_only(polling: Polling) -> None:
    polling.site.answers["/feed"] = answer(status=302, Location="/today")
    polling.site.answers["/today"] = answer(status=410)
    polling()
    assert (polling.state.status, polling.pause) == ("missing", 15)


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("told", "pause", "words"),
    [
        ("120", 15, "120 seconds"),
        ("3600", 60, "60 minutes"),
        ("9999999", 1440, "24 hours"),
        ("Tue, 05 Mar 2024 14:30:00 GMT", 150, "2 hours"),
        ("Tue, 05 Mar 2024 11:00:00 GMT", 15, "0 seconds"),
    ],
)
def test_servers_that_ask_to_wait(polling: Polling, status: int, told: str, pause: float, words: str) -> None:
    polling.site.answers["/feed"] = answer(status=status, Retry_After=told)
    polling()
    assert polling.state.reason.startswith(f"the server answered {status} ")
    assert polling.state.reason.endswith(f" and asks to wait {words}")
    assert (polling.state.status, polling.state.failures, polling.pause) == ("failing", 1, pause)


def test_a_server_that_asks_to_wait_is_left_alone_by_its_other_feeds_too(polling: Polling) -> None:
    polling.site.answers["/feed"] = answer(status=429, Retry_After="7200")
    polling()
    other = polling.poller.poll(FeedState(address=f"{polling.site.address}/sport"), lambda _: False)
    assert polling.site.paths == ["/feed"]
    assert other.state.due == moment(NOON + 7200)


@pytest.mark.parametrize("told", ["soon", "-5", "", "٣"])
def test_a_retry_after_that_means_nothing(polling: Polling, told: str) -> None:
    polling.site.answers["/feed"] = lambda request: answer(status=429, Retry_After=told.encode().decode("latin-1"))(
        request
    )
    polling()
    assert polling.state.reason == "the server answered 429 Too Many Requests"
    assert polling.pause == 15


@pytest.mark.parametrize("status", [400, 401, 403, 500, 502, 503])
def test_other_answers_are_failures(polling: Polling, status: int) -> None:
    polling.site.answers["/feed"] = answer("x", status=status)
    polling()
    polling()
    assert polling.state.reason.startswith(f"the server answered {status} ")
    assert (polling.state.status, polling.pause) == ("failing", 30)


def test_a_slow_server(site: Site) -> None:
    polling = Polling(site, timeout=0.3)
    site.answers["/feed"] = trickle
    polling()
    assert polling.state.reason.startswith("no whole answer within 0.3 seconds")
    assert polling.pause == 15


def test_an_endless_feed(site: Site) -> None:
    polling = Polling(site, max_bytes=200_000)
    site.answers["/feed"] = endless
    polling()
    assert polling.state.reason.startswith("it has more than 200,000 bytes")


def test_a_feed_that_swells_when_unpacked(site: Site) -> None:
    polling = Polling(site, max_bytes=50_000)
    site.answers["/feed"] = answer(gzip.compress(b" " * 5_000_000), Content_Encoding="gzip")
    polling()
    assert polling.state.reason.startswith("it has more than 50,000 bytes")


def test_a_packed_feed(polling: Polling) -> None:
    polling.site.answers["/feed"] = answer(gzip.compress(rss(whole("1")).encode()), Content_Encoding="gzip")
    assert len(polling().pages) == 1


def test_nobody_answers() -> None:
    clock = Clock()
    poller = Poller(Settings(timeout=2), clock=clock, sleep=clock.sleep, chance=lambda: 1.0)
    polled = poller.poll(FeedState(address="http://127.0.0.1:1/feed"), lambda _: False)
    assert polled.state.reason.startswith("no answer: ")
    assert seconds(polled.state.due) == NOON + 15 * MINUTE * 1.25


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (rss(whole("1"))[:-60], "it ends in the middle"),
        ("<rss><channel><item>", "it ends in the middle"),
        ('<!DOCTYPE r [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>' + rss(whole("1")), "as XML bombs do"),
        ("<rss>" + "<a>" * 3000 + "</a>" * 3000 + "</rss>", "nested too deeply"),
        ("", "there is no text in it"),
        ("<!doctype html><p>Hello", "this is a web page, no feed"),
        ('{"version": "https://jsonfeed.org/version/1"}', "this is no feed of RSS or Atom"),
        ("<urlset/>", "this is no feed of RSS or Atom"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    ],
)
def test_what_is_no_feed_or_a_broken_one(polling: Polling, text: str | bytes, reason: str) -> None:
    polling.site.answers["/feed"] = answer(rss(whole("0")), ETag='"good"')
    polling()
    polling.site.answers["/feed"] = answer(text, "text/xml", ETag='"bad"')
    polled = polling()
    assert (polled.pages, polled.met) == ((), ())
    assert reason in polling.state.reason
    assert (polling.state.status, polling.state.failures) == ("failing", 1)
    assert polling.state.etag == '"good"'
    polling.site.answers["/feed"] = answer(rss(whole("0"), whole("1")))
    assert [article.id for article in articles(polling())] == ["tag:courier,1"]


def test_a_web_page_that_names_its_feed(polling: Polling) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/news.rss">'
    polling.site.answers["/feed"] = answer(f"<!doctype html><head>{link}</head><p>Hello", "text/html")
    polling()
    assert polling.state.reason == f"this is a web page, no feed; watch {polling.site.address}/news.rss, which it names"


@pytest.mark.parametrize("kind", ["text/html", "text/plain", "application/octet-stream", "image/png"])
def test_a_feed_under_a_false_name(polling: Polling, kind: str) -> None:
    polling.site.answers["/feed"] = answer(rss(whole("1")), kind)
    assert len(polling().pages) == 1


def test_an_empty_feed_is_no_failure(polling: Polling) -> None:
    polling.site.answers["/feed"] = answer(rss())
    assert polling() == Polled(state=polling.state)
    assert polling.state.status == "ok"


@pytest.mark.parametrize(
    ("head", "headers", "minutes"),
    [
        ("<ttl>60</ttl>", {}, 60),
        ("<ttl>5</ttl>", {}, 15),
        ("<ttl>99999</ttl>", {}, 1440),
        ("", {"Cache_Control": "public, max-age=2400"}, 40),
        ("<ttl>60</ttl>", {"Cache_Control": "max-age=2400"}, 60),
        ("<skipHours><hour>12</hour><hour>13</hour></skipHours>", {}, 120),
        ("<skipDays><day>Tuesday</day></skipDays>", {}, 720),
    ],
)
def test_the_wishes_of_a_feed(polling: Polling, head: str, headers: dict[str, str], minutes: int) -> None:
    polling.site.answers["/feed"] = answer(rss(head=head), **headers)
    polling()
    assert polling.pause == minutes


def test_the_wishes_hold_when_nothing_is_new(polling: Polling) -> None:
    head = "<ttl>60</ttl><skipHours><hour>14</hour></skipHours>"
    polling.site.answers["/feed"] = conditional(rss(head=head), '"a"')
    polling()
    polling.clock.sleep(3600)
    polling()
    assert polling.site.asked[-1][1]["if-none-match"] == '"a"'
    assert polling.pause == 120  # at 14:00 it wishes to be left alone


def test_a_password_in_an_address_is_used_and_not_told(site: Site) -> None:
    polling = Polling(site)
    polling.state = FeedState(address=site.address.replace("://", "://ann:secret@") + "/feed")
    site.answers["/feed"] = answer(rss(whole("1").replace("<guid isPermaLink='false'>tag:courier,1</guid>", "")))
    (page,) = polling().pages
    assert site.asked[-1][1]["authorization"].startswith("Basic ")
    assert "secret" not in page.id + page.location


def test_a_feed_with_a_password_is_asked_where_it_was_given(site: Site) -> None:
    polling = Polling(site)
    polling.state = FeedState(address=site.address.replace("://", "://ann:secret@") + "/feed")
    site.answers["/feed"] = answer(status=301, Location="/new")
    site.answers["/new"] = answer(rss())
    polling()
    polling()
    assert site.paths == ["/feed", "/new"] * 2
    assert {headers.get("authorization", "")[:6] for path, headers in site.asked if path == "/new"} == {"Basic "}
    assert polling.state.status == "ok"
