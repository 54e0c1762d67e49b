"""Web pages: what the page says of its story, and the story itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import document_fromstring

from dateline.errors import CannotRead
from dateline.model import Article, Field, Page, Refused
from dateline.reading import read_page as outcomes_of
from dateline.reading.web.fields import fields_of

P1 = "The mayor told reporters on Friday that the bridge would stay closed until the end of the month."
P2 = "She said that engineers had found cracks in two of its pillars, and that a third was being watched."
P3 = "Around nine thousand people cross the river there on a working day, according to the ministry."

LD = """<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [
  {"@type": "WebSite", "name": "River Press"},
  {"@type": "NewsArticle", "headline": "Mayor keeps bridge closed", "description": "A town waits for a ferry",
   "datePublished": "2019-03-03T10:00:00Z", "dateModified": "2019-03-03T12:00:00Z", "inLanguage": "en-GB",
   "author": [{"@type": "Person", "name": "Joana Reis"}, {"@type": "Person", "name": "Paulo Vaz"}],
   "publisher": {"@type": "Organization", "name": "River Press"}, "articleSection": "Portugal",
   "keywords": ["bridges", "ferries"], "image": {"url": "https://example.org/a.jpg"},
   "mainEntityOfPage": {"@id": "https://example.org/bridge"}}]}
</script>"""

META = """<meta property="og:title" content="Bridge closed | River Press">
<meta name="description" content="A ferry is late">
<meta property="article:published_time" content="2019-03-03T09:59:00Z"><meta name="author" content="By Desk">
<meta property="og:site_name" content="River Press"><meta property="article:section" content="World">
<meta property="article:tag" content="rivers"><meta property="article:tag" content="roads">
<link rel="canonical" href="https://example.org/canonical">"""

BODY = f"""<header><nav><a href="/">Home</a> <a href="/world">World</a></nav></header>
<main><article><span class="kicker">Portugal</span><h1>Mayor keeps bridge closed</h1>
<p class="standfirst">A town by the river waits for a ferry that nobody has paid for.</p>
<div class="byline">By <a rel="author">Joana Reis</a></div><time datetime="2019-03-03T10:00">3 March</time>
<figure><img src="a.jpg">
<figcaption>The ferry at the river on Sunday <span class="credit">Rita Campos/AFP</span></figcaption></figure>
<p>COIMBRA, March 3 (Lusa) — {P1}</p><p>{P2}</p>
<figure><img src="b.jpg"><figcaption>The bridge. Photo: Rita Campos</figcaption></figure>
<p>{P3}</p><p>Read more: The ferry runs again</p><p>{P1} {P3}</p></article></main>
<footer><p>© 2019 River Press. All rights reserved.</p></footer>"""


def page(head: str = "", body: str = BODY, *fields: Field) -> Page:
    content = f"<!DOCTYPE html><html lang='en'><head><title>Bridge</title>{head}</head><body>{body}</body></html>"
    return Page(id="w", location="https://example.org/bridge", media_type="text/html", content=content, fields=fields)


def read_page(told: Page) -> Article:
    [outcome] = outcomes_of(told)
    if isinstance(outcome, Refused):
        raise CannotRead(outcome.reason)
    return outcome


def roles(article: Article) -> list[tuple[str, str]]:
    return [(block.role, article.text[block.start : block.end]) for block in article.blocks]


def values(article: Article, name: str) -> list[tuple[str, str]]:
    return [(field.value, field.path) for field in article.all_fields(name)]


def test_the_blocks_of_a_typical_page() -> None:
    assert roles(read_page(page(LD + META))) == [
        ("section", "Portugal"),
        ("headline", "Mayor keeps bridge closed"),
        ("deck", "A town by the river waits for a ferry that nobody has paid for."),
        ("byline", "Joana Reis, Paulo Vaz"),
        ("caption", "The ferry at the river on Sunday"),
        ("credit", "Rita Campos/AFP"),
        ("dateline", "COIMBRA, March 3 (Lusa) —"),
        ("paragraph", P1),
        ("paragraph", P2),
        ("caption", "The bridge."),
        ("credit", "Photo: Rita Campos"),
        ("paragraph", P3),
        ("paragraph", f"{P1} {P3}"),
    ]


def test_blocks_are_joined_by_blank_lines() -> None:
    article = read_page(page())
    assert article.text.startswith("Portugal\n\nMayor keeps bridge closed\n\nA town by the river")
    assert article.text.endswith(f"\n\n{P1} {P3}")


def test_json_ld_is_trusted_first() -> None:
    article = read_page(page(META + LD))
    assert values(article, "headline") == [("Mayor keeps bridge closed", "json-ld: headline")]
    assert values(article, "deck") == [("A town waits for a ferry", "json-ld: description")]
    assert values(article, "published") == [("2019-03-03T10:00:00Z", "json-ld: datePublished")]
    assert values(article, "updated") == [("2019-03-03T12:00:00Z", "json-ld: dateModified")]
    assert values(article, "byline") == [("Joana Reis", "json-ld: author"), ("Paulo Vaz", "json-ld: author")]
    assert values(article, "outlet") == [("River Press", "meta[property='og:site_name']")]
    assert values(article, "section") == [("Portugal", "json-ld: articleSection")]
    assert values(article, "tag") == [("bridges", "json-ld: keywords"), ("ferries", "json-ld: keywords")]
    assert values(article, "url") == [("https://example.org/canonical", "link[rel='canonical']")]
    assert values(article, "image") == [("https://example.org/a.jpg", "json-ld: image")]
    assert article.source.outlet == "River Press"
    assert article.language == "en"


def test_meta_tags_are_trusted_second() -> None:
    article = read_page(page(META))
    assert values(article, "headline") == [("Mayor keeps bridge closed", "h1")]
    assert values(article, "published") == [("2019-03-03T09:59:00Z", "meta[property='article:published_time']")]
    assert values(article, "section") == [("World", "meta[property='article:section']")]
    assert values(article, "tag") == [
        ("rivers", "meta[property='article:tag']"),
        ("roads", "meta[property='article:tag']"),
    ]
    assert values(article, "url") == [("https://example.org/canonical", "link[rel='canonical']")]
    assert values(article, "language") == [("en", "html[lang]")]


def test_what_readers_see_is_trusted_third() -> None:
    article = read_page(page())
    assert values(article, "headline") == [("Mayor keeps bridge closed", "h1")]
    assert values(article, "published") == [("2019-03-03T10:00:00", "time[datetime]")]
    assert values(article, "section") == [("Portugal", "span.kicker")]
    assert [value for value, _ in values(article, "byline")] == ["Joana Reis"]
    assert values(article, "deck")[0][1] == "p.standfirst"


def test_the_row_is_trusted_before_the_page_and_an_option_after_it() -> None:
    row = Field("published", "2019-03-04", "row: published")
    option = Field("published", "2019-03-05", "option: --published")
    article = read_page(page(LD, BODY, row, option))
    assert article.field("published") == row
    assert article.all_fields("published")[-1] == option
    assert len(article.all_fields("published")) == 3


def test_the_section_stands_once_and_the_furniture_not_at_all() -> None:
    text = read_page(page(LD + META)).text
    assert text.count("Portugal") == 1
    assert "Read more" not in text
    assert "rights reserved" not in text


def test_a_caption_stands_once() -> None:
    assert read_page(page()).text.count("The ferry at the river on Sunday") == 1


def test_forced_line_breaks_end_paragraphs() -> None:
    body = f"<article><h1>Mayor keeps bridge closed</h1><p>{P1}<br><br>{P2}<br>{P3}</p></article>"
    assert [words for role, words in roles(read_page(page("", body))) if role == "paragraph"] == [P1, P2, P3]


def test_the_day_in_the_address_where_nothing_else_tells_it() -> None:
    head = '<link rel="canonical" href="https://example.org/2019/03/03/bridge.html">'
    body = f"<article><h1>Mayor keeps bridge closed</h1><p>{P1}</p><p>{P2}</p></article>"
    assert values(read_page(page(head, body)), "published") == [("2019-03-03", "address")]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<p></p>",
        "<h1>News</h1>" + "<li><a href='/a'>A bridge in the town</a></li>" * 60,
        "<p>We use cookies and similar technologies to run this site, to measure its use, and to show you things.</p>",
        "<h1>Page not found</h1><p>Page not found: the address that you asked for is not here, or has moved.</p>",
    ],
    ids=["empty", "blank", "index", "cookies", "missing"],
)
def test_pages_without_a_story(body: str) -> None:
    with pytest.raises(CannotRead, match="page"):
        read_page(page("", body))


@pytest.mark.parametrize(
    "broken",
    [
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": }</script>',
        '<script type="application/ld+json"></script>',
        '<script type="application/ld+json">[[[[[[[[[[1]]]]]]]]]]</script>',
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        '<script type="application/ld+json">{"@type": ["Report"], "headline": {"a": 1}, "author": [[1]]}</script>',
        '<script type="application/ld+json">{"@type": null, "headline": "x"}</script>',
        "<meta property='og:title'><meta content='x'><meta name='' content='x'>",
    ],
)
def test_broken_markup_costs_its_own_fields_only(broken: str) -> None:
    article = read_page(page(broken))
    assert article.field("headline") == Field("headline", "Mayor keeps bridge closed", "h1")


def test_json_ld_of_other_things_does_not_count() -> None:
    other = '<script type="application/ld+json">{"@type": "Product", "headline": "Buy", "name": "Rope"}</script>'
    fields = fields_of(document_fromstring(page(other + LD).content), page(other + LD))
    assert [field.path for field in fields if field.name == "headline"] == ["json-ld: headline"]


def test_entities_and_spaces_in_json_ld() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "Article", "headline": "Mayor &amp; bridge\\n  closed"}</script>'
    )
    body = BODY.replace("Mayor keeps bridge closed", "Mayor &amp; bridge closed")
    assert values(read_page(page(head, body)), "headline") == [("Mayor & bridge closed", "json-ld: headline")]


def test_an_xml_declaration_and_a_null_do_no_harm() -> None:
    content = '<?xml version="1.0" encoding="utf-16"?>' + page().content.replace("ferry", "fer\x00ry", 1)
    assert (
        read_page(Page(id="w", location="w", media_type="application/xhtml+xml", content=content)).text.count("ferry")
        == 2
    )


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div>",
                "<article>",
                "<h1>",
                "</h1>",
                "<figcaption>",
                P1,
                "COIMBRA (AP) — ",
                "<br>",
                "<<",
                "&#0;",
                "\ud800",
                "By Joana Reis",
                "<time datetime='x'>",
            ]
        ),
        max_size=20,
    )
)
def test_any_markup_is_read_or_refused(parts: list[str]) -> None:
    try:
        article = read_page(Page(id="w", location="w", media_type="text/html", content="".join(parts)))
    except CannotRead:
        return
    last = 0
    for block in article.blocks:
        assert last <= block.start < block.end <= len(article.text)
        last = block.end


def test_a_label_far_below_the_top_is_no_dateline() -> None:
    rows = "".join(f"<p>Pier {number}: Coimbra and back</p>" for number in range(1, 8))
    notice = "FERRIES: Readers who write to us about the ferries should give their names. "
    notice += "Letters without a name are not printed, and none of them is kept for longer than a month."
    article = read_page(page("", f"<article><h1>Ferries this week</h1>{rows}<p>{notice}</p></article>"))
    assert "dateline" not in {role for role, _ in roles(article)}
