"""What a page says of its story: which place is believed for which field."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import document_fromstring

from dateline.model import Field, Page
from dateline.reading.web.fields import fields_of

ADDRESS = "https://www.riverpress.org/news/bridge.html"
STORY = (
    "<article><h1>Mayor keeps bridge closed</h1>{}<p>The bridge stays closed until the end of the month.</p></article>"
)


def ld(*nodes: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(nodes[0] if len(nodes) == 1 else nodes)}</script>'


def fields(
    head: str = "", inner: str = "", body: str = "", title: str = "", lang: str = "en", **more: str
) -> tuple[Field, ...]:
    told = f"<title>{title}</title>" if title else ""
    content = f"<html lang='{lang}'><head>{told}{head}</head><body>{body or STORY.format(inner)}</body></html>"
    page = Page(id="w", location=ADDRESS, media_type="text/html", content=content, fetched=more.get("fetched"))
    return fields_of(document_fromstring(content), page)


def values(found: tuple[Field, ...], name: str) -> list[str]:
    return [field.value for field in found if field.name == name]


def article(**more: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": "Mayor keeps bridge closed", **more}


# ---- writers


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Joana Reis", ["Joana Reis"]),
        ({"@type": "Person", "name": "joanar"}, ["joanar"]),
        ([{"name": "Joana Reis"}, {"name": "Paulo Vaz"}], ["Joana Reis", "Paulo Vaz"]),
        ({"name": ["Joana Reis", "Paulo Vaz"]}, ["Joana Reis", "Paulo Vaz"]),
        ({"@id": "#joana"}, ["Joana Reis"]),
        ({"@type": "Person", "url": "https://example.org/joana"}, []),
        ("By Joana Reis, Reuters", ["Joana Reis"]),
        ({"name": "admin"}, []),
    ],
)
def test_authors_in_json_ld(author: object, names: list[str]) -> None:
    graph = {"@graph": [article(author=author), {"@type": "Person", "@id": "#joana", "name": "Joana Reis"}]}
    assert values(fields(ld(graph)), "byline") == names


@pytest.mark.parametrize(
    "inner",
    [
        '<a rel="author" href="/x">Joana Reis</a>',
        '<a rel="author" href="/x">View all posts by Joana Reis</a>',
        '<span itemprop="author" itemscope><span itemprop="name">Joana Reis</span></span>',
        '<span itemprop="author" itemscope><meta itemprop="name" content="Joana Reis"></span>',
        '<span class="author vcard"><a class="url fn n">Joana Reis</a></span>',
        '<span property="dc:creator">Joana Reis</span>',
        '<p class="article-byline">By Joana Reis on 3 March 2019</p>',
        '<div class="storyAuthor">Joana Reis</div>',
        '<div class="head__author-link"><a href="/author/joana/">Joana Reis</a></div>',
        '<div class="post-author">Posted on March 3, 2019 by Joana Reis</div>',
        "<p>By <a href='/x'>Joana Reis</a></p>",
        "<p>By Joana Reis | 3 March 2019</p>",
        "<p>Author: Joana Reis</p>",
    ],
)
def test_authors_on_the_page(inner: str) -> None:
    assert values(fields(inner=inner), "byline") == ["Joana Reis"]


@pytest.mark.parametrize(
    "inner",
    [
        '<p class="author-bio">Joana Reis</p>',
        '<div class="comments"><span class="author vcard"><b class="fn">Joana Reis</b></span></div>',
        '<aside><a rel="author">Joana Reis</a></aside>',
        '<p class="author">3 March 2019</p>',
        '<p class="author">Share</p>',
        '<p class="author">Follow us on all channels and never miss a story again, by any means</p>',
        '<p class="comment-author">Joana Reis</p>',
        "<p>By popular demand</p>",
        "<p>By 3 March</p>",
        '<div itemscope itemtype="https://schema.org/Comment"><span itemprop="author">Joana Reis</span></div>',
    ],
)
def test_what_is_no_author(inner: str) -> None:
    assert values(fields(inner=inner), "byline") == []


def test_several_writers_stand_in_one_row() -> None:
    inner = '<p><span class="author">Joana Reis</span> <span class="author">Paulo Vaz</span></p>'
    assert values(fields(inner=inner), "byline") == ["Joana Reis", "Paulo Vaz"]


def test_the_outlet_is_an_author_only_where_no_person_is_named() -> None:
    head = '<meta property="og:site_name" content="River Press">' + ld(article(author={"name": "River Press"}))
    assert values(fields(head, '<a rel="author">Joana Reis</a>'), "byline") == ["Joana Reis"]
    assert values(fields(head), "byline") == ["River Press"]


def test_the_outlet_in_a_template_s_author_tag_is_no_author() -> None:
    head = '<meta property="og:site_name" content="River Press"><meta name="author" content="River Press">'
    assert values(fields(head), "byline") == []
    assert values(fields('<meta name="author" content="riverpress.org">'), "byline") == []


def test_bylines_in_the_page_s_language() -> None:
    inner = "<p>Von Joana Reis und Paulo Vaz</p>"
    assert values(fields(inner=inner, lang="de"), "byline") == ["Joana Reis", "Paulo Vaz"]


def test_twitter_s_labelled_author() -> None:
    head = '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Joana Reis">'
    assert values(fields(head), "byline") == ["Joana Reis"]
    priced = head.replace("Written by", "Price").replace("Joana Reis", "$ 3")
    assert values(fields(priced), "byline") == []


def test_the_agency_of_a_byline() -> None:
    assert values(fields(ld(article(author="Joana Reis, Reuters"))), "agency") == ["Reuters"]


# ---- moments


@pytest.mark.parametrize(
    ("head", "inner", "published"),
    [
        (ld(article(datePublished="2019-03-03T10:00+0100")), "", ["2019-03-03T10:00:00+01:00"]),
        (ld(article(datePublished="soon")), '<time datetime="2019-03-03">3 March</time>', ["2019-03-03"]),
        ('<meta name="pubdate" content="Sun, 03 Mar 2019 10:00:00 +0000">', "", ["2019-03-03T10:00:00+00:00"]),
        (ld({"@type": "WebPage", "datePublished": "2019-03-03"}), "", ["2019-03-03"]),
        ("", '<span itemprop="datePublished" content="2019-03-03">then</span>', ["2019-03-03"]),
        ("", '<abbr class="published" title="2019-03-03">then</abbr>', ["2019-03-03"]),
        ("", "<time>March 3, 2019</time>", ["2019-03-03"]),
        ("", "<p>Published on 3 March 2019</p>", ["2019-03-03"]),
        ('<meta name="date" content="2019-03-09">', "<p>3 March 2019</p>", ["2019-03-03"]),
        ('<meta name="date" content="2019-03-09">', "", ["2019-03-09"]),
        (
            "",
            '<div class="comment"><time datetime="2019-01-01">a</time></div><time datetime="2019-03-03">b</time>',
            ["2019-03-03"],
        ),
    ],
)
def test_where_the_day_of_publication_is_found(head: str, inner: str, published: list[str]) -> None:
    assert values(fields(head, inner), "published") == published


def test_the_story_s_own_time_comes_before_others() -> None:
    inner = '<time datetime="2019-01-01">a</time><time class="entry-date" datetime="2019-03-03">b</time>'
    assert values(fields(inner=inner), "published") == ["2019-03-03"]


def test_updates_are_kept_apart() -> None:
    inner = '<time class="updated" datetime="2019-03-04">a</time><time datetime="2019-03-03">b</time>'
    found = fields(inner=inner)
    assert values(found, "published") == ["2019-03-03"]
    assert values(found, "updated") == ["2019-03-04"]


def test_the_page_s_own_day_comes_before_a_moment_in_utc() -> None:
    head = ld(article(datePublished="2019-03-03T23:30:00Z"))
    assert values(fields(head, "<p>4 March 2019</p>"), "published") == ["2019-03-04", "2019-03-03T23:30:00Z"]
    assert values(fields(head, "<p>9 March 2019</p>"), "published") == ["2019-03-03T23:30:00Z"]


def test_a_day_after_the_page_was_fetched_is_not_believed() -> None:
    head = ld(article(datePublished="2031-03-03"))
    assert values(fields(head, fetched="2019-03-05T00:00:00Z"), "published") == []


# ---- outlet, headline, addresses


def test_outlets_in_their_order() -> None:
    publisher = ld(article(publisher={"name": "River Media Ltd"}))
    named = '<meta property="og:site_name" content="River Press">'
    assert values(fields(publisher + named), "outlet") == ["River Press"]
    assert values(fields(publisher), "outlet") == ["River Media Ltd"]
    assert values(fields(title="Bridge closed | The River Press"), "outlet") == ["The River Press"]
    assert values(fields(), "outlet") == ["riverpress.org"]


def test_a_publisher_known_by_reference_only() -> None:
    organisation = {"@type": "Organization", "@id": "#us", "name": "River Press"}
    assert values(fields(ld(article(publisher={"@id": "#us"}), organisation)), "outlet") == ["River Press"]
    assert values(fields(ld(article(publisher={"@id": "https://x.org/#us"}))), "outlet") == ["riverpress.org"]


def test_a_logo_in_the_h1_is_no_headline() -> None:
    head = '<meta property="og:site_name" content="River Press"><meta property="og:title" content="Bridge closed">'
    found = fields(head, body="<h1>River Press</h1><h2>Bridge closed</h2><p>The bridge stays closed.</p>")
    assert values(found, "headline") == ["Bridge closed"]


def test_a_kicker_inside_the_h1_is_left_out() -> None:
    body = "<h1><span>Portugal</span> Mayor keeps bridge closed</h1><p>The bridge stays closed.</p>"
    assert values(fields(ld(article()), body=body), "headline") == ["Mayor keeps bridge closed"]


def test_a_headline_that_was_cut_off_is_not_told() -> None:
    head = ld(article(headline="Mayor keeps bridge..."))
    assert values(fields(head), "headline") == ["Mayor keeps bridge closed"]


def test_the_title_s_outlet_is_cut_from_the_headline() -> None:
    found = fields(title="Mayor keeps bridge closed - River Press", body="<p>The bridge stays closed.</p>")
    assert values(found, "headline") == ["Mayor keeps bridge closed"]


def test_addresses_are_absolute() -> None:
    head = '<link rel="canonical" href="/bridge"><meta property="og:image" content="//img.example.org/a.jpg">'
    found = fields(head)
    assert values(found, "url") == ["https://www.riverpress.org/bridge"]
    assert values(found, "image") == ["https://img.example.org/a.jpg"]


def test_tags_once_and_one_section() -> None:
    head = '<meta name="keywords" content="rivers, Rivers, roads"><meta property="article:section" content="World">'
    found = fields(head)
    assert values(found, "tag") == ["rivers", "roads"]
    assert values(found, "section") == ["World"]


@pytest.mark.parametrize(
    "raw",
    [
        '{"@type": "Article", "headline": "Bridge", "author": "Joana Reis",}',
        '<!-- {"@type": "Article", "headline": "Bridge", "author": "Joana Reis"} -->',
        '//<![CDATA[\n{"@type": "Article", "headline": "Bridge", "author": "Joana Reis"}\n//]]>',
        '{"@type": "Article", "headline": "Bri\ndge", "author": "Joana Reis"};',
        '{"@type": ["Thing", "NewsArticle"], "author": "Joana Reis"}',
    ],
)
def test_json_ld_with_small_faults(raw: str) -> None:
    assert values(fields(f'<script type="application/ld+json">{raw}</script>'), "byline") == ["Joana Reis"]


@settings(max_examples=60, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=12),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["@id", "@graph", "name", "author", "url", "datePublished", "@type"]), inner, max_size=4
            )
        ),
        max_leaves=12,
    )
)
def test_any_json_ld_costs_nothing_but_its_own_fields(node: object) -> None:
    found = fields(ld(article(author=node, publisher=node, datePublished=node, image=node), node))
    assert values(found, "headline") == ["Mayor keeps bridge closed"]


# ---- pages without a heading


OLD = "<div>River Press</div><{0}>Mayor keeps bridge closed</{0}><i>By Joana Reis</i><p>The bridge stays closed.</p>"


@pytest.mark.parametrize("tag", ["div", "b", "font", "td", "span", "center"])
@pytest.mark.parametrize(
    "title",
    [
        "Mayor keeps bridge closed",
        "Lower River Press: Mayor keeps bridge closed",
        "Mayor keeps bridge closed | The Lower River",
        "Lower River Press - Mayor keeps bridge closed",
    ],
)
def test_the_headline_without_a_heading_is_the_line_that_says_the_title(tag: str, title: str) -> None:
    found = fields(title=title, body=f"<table><tr>{OLD.format(tag)}</tr></table>")
    assert values(found, "headline") == ["Mayor keeps bridge closed"]


def test_a_title_whose_halves_both_stand_on_the_page_stays_whole() -> None:
    body = "<div>Mayor keeps bridge closed</div><div>Lower River Press</div><p>The bridge stays closed.</p>"
    title = "Lower River Press: Mayor keeps bridge closed"
    assert values(fields(title=title, body=body), "headline") == [title]


def test_a_linked_line_is_no_headline() -> None:
    body = "<div><a href='/b'>Mayor keeps bridge closed</a></div><p>The bridge stays closed.</p>"
    title = "Lower River Press: Mayor keeps bridge closed"
    assert values(fields(title=title, body=body), "headline") == [title]


def test_the_byline_below_a_headline_without_a_heading() -> None:
    assert values(fields(title="Mayor keeps bridge closed", body=OLD.format("div")), "byline") == ["Joana Reis"]


# ---- publishers and agencies


@pytest.mark.parametrize(
    "name",
    ["<meta itemprop='name' content='Lower Press'>", "<b itemprop='name'>Lower Press</b>"],
)
def test_the_publisher_in_microdata(name: str) -> None:
    inner = f"<span itemprop='publisher' itemscope itemtype='https://schema.org/Organization'>{name}</span>"
    assert values(fields(inner=inner), "outlet") == ["Lower Press"]


def test_a_publisher_without_a_name_is_no_outlet() -> None:
    inner = "<span itemprop='publisher' itemscope><img src='logo.png'></span>"
    assert values(fields(inner=inner), "outlet") == ["riverpress.org"]


@pytest.mark.parametrize(
    ("byline", "names", "agencies"),
    [
        ("Reuters", [], ["Reuters"]),
        ("Joana Reis, Reuters", ["Joana Reis"], []),
        ("Petra Reis", ["Petra Reis"], []),
    ],
)
def test_who_signs(byline: str, names: list[str], agencies: list[str]) -> None:
    found = fields(inner=f"<div class='byline'>{byline}</div>")
    assert values(found, "byline") == names
    assert values(found, "agency") == agencies


# ---- key words


def test_key_words_that_are_given_one_by_one_and_all_together() -> None:
    told = article(keywords=["Bridges", "ferries, ", "bridges,ferries,river"])
    assert values(fields(ld(told)), "tag") == ["Bridges", "ferries", "river"]


def test_a_list_of_key_words_is_no_section() -> None:
    long = "Bridges and ferries, The river in spring, Coimbra, Coimbra bridge, Mondego, Mondego bridge"
    assert values(fields(ld(article(articleSection=long))), "section") == []
    assert values(fields(ld(article(articleSection=[long, "Transport"]))), "section") == ["Transport"]
