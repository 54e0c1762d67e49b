from collections.abc import Iterator

import pytest
from feed_site import (
    BRIDGE,
    NOON,
    PROXIES,
    STORY,
    TITLE,
    Answer,
    Polling,
    Site,
    answer,
    articles,
    conditional,
    rss,
    serving,
    summed_up,
    trickle,
    whole,
)

from dateline.desk.watching import stories
from dateline.model import Field, Refused
from dateline.settings import Settings

PAGE = STORY.format(title=TITLE)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
    with serving() as found:
        found.answers["/one"] = answer(PAGE, "text/html")
        yield found


@pytest.fixture
def polling(site: Site) -> Polling:
    return Polling(site)


def feed(polling: Polling, *items: str, **headers: str) -> None:
    polling.site.answers["/feed"] = answer(rss(*items), **headers)


def linked(site: Site, *names: str) -> list[str]:
    return [summed_up(name, f"{site.address}/{name}") for name in names]


def test_the_whole_story_instead_of_its_summary(polling: Polling) -> None:
    feed(polling, *linked(polling.site, "one"))
    polled = polling()
    (article,) = articles(polled)
    assert (article.id, article.source.location) == ("tag:courier,one", f"{polling.site.address}/one")
    assert "Ferries will carry people over the river" in article.text
    assert polled.refused == ()
    assert polling.site.paths == ["/feed", "/one"]


def test_the_feed_speaks_where_the_page_is_silent(polling: Polling) -> None:
    feed(polling, *linked(polling.site, "one"))
    polled = polling()
    assert polled.pages[0].fields == (
        Field("published", "2024-03-05T09:30:00+00:00", "rss: item/pubDate"),
        Field("outlet", "Tarn Courier", "rss: channel/title"),
    )
    (article,) = articles(polled)
    assert article.source.outlet == "Tarn Courier"


def test_the_page_speaks_for_itself_where_it_does(polling: Polling) -> None:
    head = '<meta property="article:published_time" content="2024-03-05T08:00:00Z">'
    head += '<meta property="og:site_name" content="The Courier">'
    polling.site.answers["/one"] = answer(PAGE.replace("</head>", f"{head}</head>"), "text/html")
    feed(polling, *linked(polling.site, "one"))
    polled = polling()
    assert polled.pages[0].fields == ()


def test_an_option_gives_way_to_the_feed(site: Site) -> None:
    polling = Polling(site, outlet="Somebody")
    feed(polling, *linked(site, "one"))
    (article,) = articles(polling())
    assert article.source.outlet == "Tarn Courier"


def test_a_headline_alone_leads_to_its_story(polling: Polling) -> None:
    feed(polling, summed_up("one", f"{polling.site.address}/one", words=""))
    (article,) = articles(polling())
    assert article.id == "tag:courier,one"


def test_what_was_met_is_not_fetched_again(polling: Polling) -> None:
    feed(polling, *linked(polling.site, "one"))
    polling()
    polled = polling()
    assert (polled.known, polled.pages, polled.met) == (1, (), ())
    assert polling.site.paths == ["/feed", "/one", "/feed"]


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (answer(status=404), "the server answered 404 Not Found; no page is there; check the address"),
        (answer(status=403), "the server answered 403 Forbidden; the server refuses us"),
        (answer("...", "video/mp4"), "this is video/mp4, no page"),
        (answer(rss(whole("1"))), "its link leads to no page of a story"),
        (answer("<!doctype html><p>Menu", "text/html"), "its page could not be read: "),
        (
            answer("<!doctype html><article><h1>Bridge closed</h1><p>The bridge is closed.</p></article>", "text/html"),
            "its page ",
        ),
        (answer("The mayor closed the bridge, he said.", "text/plain"), "its page tells less than the feed"),
        (
            answer(
                "<!doctype html><title>Before you go on</title><article><h1>Before you go on</h1>"
                + "<p>We and our partners store cookies on your device to give you advertisements that please you.</p>"
                * 3
                + "</article>",
                "text/html",
            ),
            "its page tells something else than the feed",
        ),
        (answer(status=302, Location="ftp://courier.example/one"), "no answer: "),
    ],
)
def test_the_summary_where_there_is_no_story(polling: Polling, page: Answer, reason: str) -> None:
    polling.site.answers["/one"] = page
    feed(polling, *linked(polling.site, "one"))
    polled = polling()
    (article,) = articles(polled)
    assert article.id == "tag:courier,one"
    assert article.field("extent") == Field("extent", "summary", "rss: item/description")
    (refused,) = polled.refused
    assert (refused.location, refused.stage) == (f"{polling.site.address}/one", "sources")
    assert refused.reason.startswith(reason)
    assert refused.reason.endswith("; the feed's summary was taken")
    assert (polling().known, polled.left) == (1, 0)


def test_a_headline_without_a_story_is_refused(polling: Polling) -> None:
    polling.site.answers["/one"] = answer(status=404)
    feed(polling, summed_up("one", f"{polling.site.address}/one", words=""))
    polled = polling()
    assert polled.pages == ()
    assert polled.refused == (
        Refused(
            f"{polling.site.address}/one",
            "sources",
            "the server answered 404 Not Found; no page is there; check the address",
        ),
    )
    assert polling().known == 1


@pytest.mark.parametrize("words", [BRIDGE, ""])
def test_an_item_without_a_link(polling: Polling, words: str) -> None:
    item = summed_up("one", "", words=words)
    feed(polling, item)
    polled = polling()
    assert len(polled.pages) == int(bool(words))
    assert [refused.location for refused in polled.refused] == ([] if words else ["tag:courier,one"])
    assert polling().known == 1


@pytest.mark.parametrize("link", ["ftp://courier.example/one", "file:///etc/hostname", "mailto:a@b.example"])
def test_links_that_lead_out_of_the_web(polling: Polling, link: str) -> None:
    feed(polling, summed_up("one", link))
    polled = polling()
    assert len(polled.pages) == 1
    assert "its link is no address" in polled.refused[0].reason


def test_robots_are_asked_for_stories_too(polling: Polling) -> None:
    polling.site.answers["/robots.txt"] = answer("User-agent: *\nDisallow: /one", "text/plain")
    feed(polling, *linked(polling.site, "one"))
    assert "robots.txt asks programs not to read it" in polling().refused[0].reason
    assert polling.site.paths == ["/feed"]


@pytest.mark.parametrize(("robots", "pause"), [("", 1), ("User-agent: *\nCrawl-delay: 10", 10)])
def test_one_story_of_a_server_after_the_other(polling: Polling, robots: str, pause: float) -> None:
    polling.site.answers["/robots.txt"] = answer(robots, "text/plain")
    polling.site.answers["/two"] = answer(PAGE, "text/html")
    feed(polling, *linked(polling.site, "one", "two"))
    assert len(polling().pages) == 2
    assert polling.clock.slept == [pause, pause]
    assert polling.clock.now == NOON + 2 * pause


def test_so_many_stories_in_a_round_and_the_rest_in_the_next(polling: Polling, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "MOST", 2)
    names = ["one", "two", "three"]
    for name in names:
        polling.site.answers[f"/{name}"] = answer(PAGE, "text/html")
    text = rss(*linked(polling.site, *names))
    polling.site.answers["/feed"] = conditional(text, '"a"')
    polled = polling()
    assert [len(article.blocks_of("paragraph")) for article in articles(polled)] == [3, 3, 1]
    assert (polled.left, polled.refused, polling.state.etag) == (1, (), "")
    polled = polling()
    (article,) = articles(polled)
    assert (article.id, len(article.blocks_of("paragraph"))) == ("tag:courier,three", 3)
    assert (polled.known, polled.left, polling.state.etag) == (2, 0, '"a"')
    assert polling().known == 0  # 304


def test_a_story_whose_turn_is_far_off_is_left(polling: Polling) -> None:
    polling.site.answers["/robots.txt"] = answer("User-agent: *\nCrawl-delay: 300", "text/plain")
    feed(polling, *linked(polling.site, "one"))
    polled = polling()
    assert (len(polled.pages), polled.left, polling.clock.slept) == (1, 1, [])
    polling.clock.sleep(300)
    assert polling().left == 1  # the feed itself had this turn


@pytest.mark.parametrize("trouble", [answer(status=429, Retry_After="20"), answer(status=503), trickle])
def test_a_server_in_trouble_is_left_alone(site: Site, trouble: Answer) -> None:
    polling = Polling(site, timeout=0.5)
    site.answers["/one"] = trouble
    feed(polling, *linked(site, "one", "two"))
    polled = polling()
    assert site.paths == ["/feed", "/one"]
    assert (len(polled.pages), polled.left) == (2, 2)
    assert [refused.location for refused in polled.refused] == [f"{site.address}/one"]
    site.answers["/one"] = site.answers["/two"] = answer(PAGE, "text/html")
    polling.clock.sleep(900)
    polled = polling()
    assert [len(article.blocks_of("paragraph")) for article in articles(polled)] == [3, 3]
    assert (polled.left, polled.refused) == (0, ())


def test_a_story_in_trouble_is_tried_three_times_and_its_summary_given_once(polling: Polling) -> None:
    polling.site.answers["/one"] = answer(status=500)
    polling.site.answers["/two"] = answer(PAGE, "text/html")
    feed(polling, *linked(polling.site, "one", "two"))
    given = []
    for _ in range(5):
        polled = polling()
        given.append((len(polled.pages), len(polled.refused), polled.known, polled.left))
        polling.clock.sleep(900)
    assert given == [(2, 1, 0, 1), (0, 0, 1, 1), (0, 1, 1, 0), (0, 0, 2, 0), (0, 0, 2, 0)]
    assert polling.site.paths.count("/one") == 3


def test_words_of_a_story_without_spaces(polling: Polling) -> None:
    told = "市长周一表示，工程师在塔恩河旧桥的两根桥墩上发现了很深的裂缝。"
    body = f"<p>{told}</p><p>在桥墩修好之前，渡轮将载人过河，她对记者说。</p><p>每个工作日约有九千人在这里过河。</p>"
    page = f"<!doctype html><title>塔恩河旧桥关闭</title><article><h1>塔恩河旧桥关闭</h1>{body}</article>"
    polling.site.answers["/one"] = answer(page, "text/html; charset=utf-8")
    feed(polling, summed_up("one", f"{polling.site.address}/one", words=f"{told[:20]}...", title="塔恩河旧桥关闭"))
    assert polling().pages[0].location == f"{polling.site.address}/one"


def test_the_language_of_options_is_kept(site: Site) -> None:
    polling = Polling(site, language="en")
    feed(polling, *linked(site, "one"))
    assert polling().pages[0].fields[-1] == Field("language", "en", "option: --language")
    assert Settings().language is None
