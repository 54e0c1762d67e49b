"""Pages without a story are refused with the reason, and hostile ones in bounded time."""

import pytest

from dateline.model import Article, Page, Refused
from dateline.reading import read_page

P = "The court in Graz heard the last of the witnesses on Friday and will speak its verdict in two weeks. "
LINKS = "<li><a href='/a'>A court in the town of Graz</a></li>"


def outcome(content: str) -> Article | Refused:
    [found] = read_page(Page(id="r", location="r", media_type="text/html", content=content))
    return found


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<p></p>", "shows no text"),
        (
            "<html><body><div id='app'></div><script>run('the whole story of the court')</script></body></html>",
            "scripts",
        ),
        (f"<html><body>{'<div>' * 5000}<p>{P * 3}</p>", "nested so deeply"),
        ("<title>404 Not found</title><p>Nothing is here.</p>", "an error page: 404 Not found"),
        ("<h1>Error 503</h1><p>Come back later.</p>", "an error page: Error 503"),
        (f"<h1>News</h1><ul>{LINKS * 60}</ul>", "index of links"),
        (f"<h1>News</h1><div>{LINKS * 400}</div><p>Contact and imprint</p>", "index of links"),
        ("<h1>The verdict</h1><video src='v.mp4'></video><p>Watch it here</p>", "a video or a player"),
        ("<h1>The verdict</h1><iframe src='/player'></iframe>", "a video or a player"),
        (
            "<p>We use cookies here to count readers and to show them things.</p>",
            "consent",
        ),
        ("<p>We use cookies</p><button>Fine</button>", "consent"),
        (
            "<html lang='de'><h1>Guten Tag</h1><p>Wir verwenden Cookies, um zu sehen, was unsere Leser lesen.</p>",
            "consent",
        ),
        ("<html lang='en'><p>Wir verwenden Cookies, um zu sehen, was unsere Leser gerne lesen wollen.</p>", "consent"),
        (
            "<html lang='ja'><p>当サイトではクッキーを使用しています。"
            "続けるには、同意するを押してください。ありがとうございます。</p>",
            "consent",
        ),
        (f"<title>Error 404: Page not found - Graz Post</title><p>{P}</p>", "an error page"),
        (f"<title>Graz Post</title><h1>404</h1><p>{P}</p>", "an error page"),
        (f"<title>Graz Post</title><h1>Page not found!</h1><p>{P}</p>", "an error page: Page not found!; there is no"),
        (f"<html lang='it'><h1>404 | Pagina non trovata</h1><p>{P}</p>", "an error page"),
        (
            '<script type="application/ld+json">{"isAccessibleForFree": "False"}</script><h1>Graz</h1><p>Teaser</p>',
            "subscribers only",
        ),
        ("<h1>The verdict</h1><p>Soon</p>", "no paragraph of a story"),
        ("<p " + " ".join(f"a{i}=1" for i in range(9000)) + f">{P}", "thousands of attributes"),
    ],
)
def test_the_reason_of_a_refusal(content: str, reason: str) -> None:
    found = outcome(content)
    assert isinstance(found, Refused)
    assert reason in found.reason
    assert found.stage == "reading"


@pytest.mark.parametrize(
    "story",
    [
        f"<h1>Highway 401 is open again</h1><p>{P}</p>",
        f"<title>Index gains 500 - Graz Post</title><h1>Index gains 500</h1><p>{P}</p>",
        f"<h1>Court in Graz: page not found in the file</h1><p>{P}</p>",
        f"<h1>Access denied</h1><p>{P * 8}</p>",
        "<html lang='ja'><h1>裁判</h1><p>"
        + "クッキーを使用した菓子を盗んだ男の裁判が金曜日に開かれ、証人が最後に話した。" * 8
        + "</p>",
    ],
)
def test_a_story_is_no_error_and_no_wall(story: str) -> None:
    assert isinstance(outcome(f"<article>{story}</article>"), Article)


def test_a_long_picture_in_a_tag_is_no_reason() -> None:
    picture = f"<img src='data:image/png;base64,{'A' * 90_000}'><svg><path d='{'M 1 2 ' * 20_000}'/></svg>"
    assert isinstance(outcome(f"<article><h1>The verdict</h1>{picture}<p>{P}</p></article>"), Article)


@pytest.mark.parametrize(
    "content",
    [
        "<div class='related share'>" * 100_000 + P,
        "<title>Graz: a verdict falls</title>" + "<div>Graz: a verdict falls</div>" * 5_000 + P * 4,
        '<div class="live-blog">' + f"<article><time>9.10</time><p>{P}</p></article>" * 2_000,
        f"<article><h1>Graz</h1><p>{P * 3}</p>" + f"<blockquote><p>{P}</p></blockquote>" * 2_000,
        "<article><h1>Graz</h1><p>" + "<span>" * 100_000 + P,
        "<article><h1>Graz</h1>" + "<ul><li>" * 50_000 + P,
        "<article><h1>Graz</h1>" + "<table><tr><td>" * 30_000 + P,
        f"<article><h1>Graz</h1><p>{P * 3}</p>" + "<figure><figcaption>" * 30_000 + P,
        f"<article><h1>Graz</h1><p>{P * 3}</p>" + LINKS * 10_000,
        f"<article><h1>Graz</h1><p>{P * 3}</p>" + "<figure><figcaption>Graz</figcaption></figure>" * 3_000,
        "<article><h1>Graz</h1>" + f"<div class='related'><p>{P}</p></div>" * 3_000,
        "<article><h1>Graz</h1>" + f"<aside class='correction'>{P}" * 3_000,
        f"<article><h2><a href='/g'>Graz</a></h2><p>{P}</p></article>" * 1_000,
        "<h1>Graz</h1>" * 5_000 + P * 4,
        "<html>\x00<body>\x00<h1>Gr\x00az</h1><article><p>" + P * 6,
        '<script type="application/ld+json">' + '{"articleBody":"' * 20_000 + f"</script><p>{P * 6}",
        "<article><h1>Graz</h1><p>" + P * 20_000,
        "<p>" + "x" * 2_000_000,
        "<<<>>><p<p><!-- <![CDATA[ ]]> <!DOCTYPE <article" + P * 5,
    ],
    ids=[
        "deep boxes", "titles", "entries", "quotes",
        "deep spans", "deep lists", "deep tables", "deep figures", "links", "pictures", "boxes", "asides",
        "cards", "headlines", "nulls", "json-ld", "one paragraph", "one word", "broken",
    ],
)  # fmt: skip
def test_hostile_pages_are_read_or_refused(content: str) -> None:
    found = outcome(content)
    assert isinstance(found, Refused) or all(0 <= block.start < block.end <= len(found.text) for block in found.blocks)
