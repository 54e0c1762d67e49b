"""Boxes around and inside the story, in the markup of many kinds of sites: none of their words is in the text."""

import pytest
from lxml.html import document_fromstring

from dateline.model import Article, Page
from dateline.reading import read_page
from dateline.reading.web.boxes import running, take_boxes

P1 = "The harbour master said on Monday that no ship would leave before the storm had passed the islands."
P2 = "Fishermen in the old town pulled their boats ashore, and two schools near the quay were closed for the day."
P3 = "The weather office expects gusts of 110 kilometres an hour and waves of seven metres until Wednesday morning."

BOXES = {
    "navigation": '<nav><a href="/">Home page of the Coast Post</a></nav>',
    "aside": "<aside><h3>Weather</h3><p>Coast Post readers can follow the storm on our weather map.</p></aside>",
    "form": '<form><p>Coast Post brings you the news every morning.</p><input type="email"><button>Go</button></form>',
    "footer": "<footer><p>Coast Post is printed in Ferrol by the Coast Post company and its partners.</p></footer>",
    "related": '<div class="related-stories"><p>Coast Post looked into the storms of last winter.</p></div>',
    "camel case": '<div class="relatedArticles"><p>Coast Post looked into the storms of last winter.</p></div>',
    "by id": '<div id="related"><p>Coast Post looked into last winter\'s storms and what they cost the town.</p></div>',
    "newsletter": '<section class="box Newsletter"><p>Coast Post sends you its five best stories.</p></section>',
    "sign-up": '<div class="c-sign-up"><p>Coast Post sends you its five best stories every day at noon.</p></div>',
    "share bar": '<ul class="social share"><li>Coast Post on your wall</li><li>Coast Post in your mail</li></ul>',
    "comments": '<div id="comments"><div class="comment"><p>Coast Post never tells us of ferries.</p></div></div>',
    "promotion": '<div class="article__promo"><p>Coast Post members sail for half the price in summer.</p></div>',
    "advertisement": '<div class="advert advert--wide"><p>Coast Post Shop: boots for every weather.</p></div>',
    "recommended": '<div class="recommended"><p>Coast Post readers also liked the story of the lighthouse.</p></div>',
    "most read": '<div class="most-read"><p>Coast Post readers also liked the story of the lighthouse.</p></div>',
    "read also": '<div class="read-also"><p>Coast Post went to see the lighthouse in the winter of 2011.</p></div>',
    "author": '<div class="author-bio"><p>Nuria Caamaño writes about the sea for the Coast Post and others.</p></div>',
    "breadcrumbs": '<div class="breadcrumb"><a href="/">Coast Post</a> &gt; <a href="/sea">The sea</a></div>',
    "cookies": '<div class="cookie-bar"><p>Coast Post would like to store a small file on your device.</p></div>',
    "reading time": '<p class="reading-time">Coast Post estimate: three minutes.</p>',
    "list of links": "<ul><li><a href='/a'>Coast Post map of harbours</a></li><li><a href='/b'>Tides</a></li></ul>",
    "row of links": "<div><a href='/a'>Coast Post</a> | <a href='/b'>Tides</a> | <a href='/c'>Harbours</a></div>",
    "column of links": "<div><a href='/a'>Coast Post</a><br><a href='/b'>Tides</a><br><a href='/c'>Boats</a></div>",
    "linked headline": "<p><strong><a href='/a'>Coast Post looks back at the five worst storms of all</a></strong></p>",
    "card": "<a href='/a'><h3>Coast Post tides</h3><p>The Coast Post explains what the moon does to the sea.</p></a>",
    "disclaimer": '<p class="disclaimer">Coast Post may earn money when you buy something through its pages.</p>',
}


def story(inside: str, classes: str = "entry-content") -> Article:
    body = (
        f"<main><article><h1>Storm closes harbour</h1><div class='{classes}'><p>{P1}</p>{inside}<p>{P2}</p><p>{P3}</p>"
    )
    content = f"<html lang='en'><head><title>Storm</title></head><body>{body}</div></article></main></body></html>"
    [article] = read_page(Page(id="b", location="b", media_type="text/html", content=content))
    assert isinstance(article, Article)
    return article


def paragraphs(article: Article) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks_of("paragraph")]


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES.keys())
def test_a_box_in_the_middle_of_a_story_is_left_out(box: str) -> None:
    article = story(box)
    assert "Coast Post" not in article.text
    assert paragraphs(article) == [P1, P2, P3]


@pytest.mark.parametrize(
    "name",
    [
        "content related-off",
        "entry-content-read-more",
        "page-with-sidebar share",
        "left-navigation_page-wrapper",
        "post newsletter",
    ],
)
def test_what_holds_the_story_stays_whatever_it_is_called(name: str) -> None:
    assert paragraphs(story("", name)) == [P1, P2, P3]


@pytest.mark.parametrize(
    "kept",
    [
        "<p>The <a href='/port'>port authority</a> opened a shelter for crews in the customs house.</p>",
        "<p><a href='/port'>The port authority opened a shelter for the crews in the customs house.</a></p>",
        "<p class='pressed sharecropper'>The port authority opened a shelter for the crews in the customs house.</p>",
        "<blockquote class='post-embed'><p>The port authority opened a shelter for the crews.</p></blockquote>",
        "<div class='social-embed'><blockquote class='tweet'><p>The port authority opened a shelter for crews.</p>"
        "</blockquote></div>",
    ],
    ids=["link in a sentence", "linked sentence", "part of a word", "quoted post", "embedded post"],
)
def test_what_belongs_to_the_story_stays(kept: str) -> None:
    assert "port authority opened a shelter for" in " ".join(paragraphs(story(kept)))


def test_a_contents_list_of_the_page_itself_is_no_box_of_links() -> None:
    tree = document_fromstring("<ul><li><a href='#one'>The storm</a></li><li><a href='#two'>The harbour</a></li></ul>")
    take_boxes(tree)
    assert len(tree.findall(".//li")) == 2


def test_a_list_with_one_word_outside_its_links_is_no_box() -> None:
    tree = document_fromstring(
        "<ul><li><a href='/a'>The storm</a> in March</li><li><a href='/b'>The harbour</a></li></ul>"
    )
    take_boxes(tree)
    assert len(tree.findall(".//li")) == 2


def test_a_row_of_links_with_one_word_outside_them_is_no_box() -> None:
    tree = document_fromstring("<div>From <a href='/a'>Ferrol</a>, <a href='/b'>Vigo</a>, <a href='/c'>Noia</a></div>")
    take_boxes(tree)
    assert len(tree.findall(".//a")) == 3


def test_a_card_with_the_headline_in_it_is_the_story_s() -> None:
    tree = document_fromstring(f"<a href='/self'><h1>Storm closes harbour</h1><p>{P1}</p></a><p>{P2}</p>")
    take_boxes(tree)
    assert tree.find(".//h1") is not None


def test_scripts_do_not_count_as_running_text() -> None:
    script = "<script>" + "var story = 'a very long line of code'; " * 100 + "</script>"
    tree = document_fromstring(f"<div class='related'><p>{P1}</p></div><div><p>{P2}</p></div>{script}")
    take_boxes(tree)
    assert P1 in tree.text_content()  # half of the running text: no box
    assert "var story" not in tree.text_content()


def test_text_behind_a_box_stays() -> None:
    tree = document_fromstring(f"<div><nav>Menu</nav>{P1}<p>{P2}</p></div>")
    take_boxes(tree)
    assert "Menu" not in tree.text_content()
    assert P1 in tree.text_content()


def test_running_text_is_what_is_longer_than_a_label() -> None:
    assert running(document_fromstring(f"<p>{P1}</p><p>Short</p>")) == len(P1)
    assert running(document_fromstring("<p>Short</p>")) == 0


def test_many_large_boxes_are_left_alone() -> None:
    nested = "".join("<div class='related'>" for _ in range(200)) + f"<p>{P1}</p>"
    tree = document_fromstring(nested)
    take_boxes(tree)
    assert P1 in tree.text_content()
