"""Live blogs are one story; the cards of other stories beside their entries are not in it."""

import pytest

from dateline.model import Article, Page
from dateline.reading import read_page

P1 = "The first boats have left the harbour of Vigo with the doctors on board, the coast guard told us just now."
P2 = "Nobody is allowed on the pier before noon, and the market by the water has been moved to the old station."
P3 = "A ferry with forty passengers has lost its way in the fog outside the bay and waits for a pilot there."
TYPED = '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Fog in Vigo"}</script>'


def entry(words: str, heading: str = "") -> str:
    return f"<article><time>9.10</time>{heading}<p>{words}</p></article>"


ENTRIES = entry(P3, "<h2>Ferry lost</h2>") + entry(P2, "<h2><a href='/live#b2'>Pier closed</a></h2>") + entry(P1)
CARD = (
    f"<article><time>8.00</time><h3><a href='/fair'>Fair opens</a></h3><p>{P1.replace('boats', 'rides')}</p></article>"
)


def paragraphs(body: str, head: str = "") -> list[str]:
    content = f"<html lang='en'><head>{head}</head><body>{body}</body></html>"
    [article] = read_page(Page(id="l", location="l", media_type="text/html", content=content))
    assert isinstance(article, Article)
    return [article.text[block.start : block.end] for block in article.blocks_of("paragraph")]


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (f"<main><h1>Fog in Vigo</h1><div>{ENTRIES}</div></main>", TYPED),
        (f"<main><h1>Fog in Vigo</h1><div class='live-blog'>{ENTRIES}</div></main>", ""),
        (f"<main><h1>Fog in Vigo</h1><div class='c-liveUpdates'>{ENTRIES}</div></main>", ""),
        (f"<main itemtype='https://schema.org/LiveBlogPosting'><h1>Fog in Vigo</h1>{ENTRIES}</main>", ""),
        (f"<article><h1>Fog in Vigo</h1><div class='liveblog'>{ENTRIES}</div></article>", ""),
    ],
)
def test_all_entries_are_the_story(body: str, head: str) -> None:
    found = paragraphs(body, head)
    assert [words for words in found if words in (P1, P2, P3)] == [P3, P2, P1]
    assert "Ferry lost" in found


@pytest.mark.parametrize("cards", [f"{CARD}<main>{{}}</main>", f"<main>{{}}{CARD}</main>"])
def test_a_card_of_another_story_is_no_entry(cards: str) -> None:
    found = paragraphs(cards.format(f"<h1>Fog in Vigo</h1><div>{ENTRIES}</div>"), TYPED)
    assert P1 in found
    assert not any("rides" in words or "Fair" in words for words in found)


def test_a_page_that_is_no_live_blog_keeps_its_one_article() -> None:
    story = f"<article><h1>Fog in Vigo</h1><p>{P1}</p><p>{P2}</p></article>"
    assert paragraphs(f"<main>{story}{entry(P3)}{entry(P3)}</main>") == [P1, P2]


def test_a_live_blog_with_one_entry() -> None:
    assert P3 in paragraphs(f"<main><h1>Fog in Vigo</h1>{entry(P3)}</main>", TYPED)
