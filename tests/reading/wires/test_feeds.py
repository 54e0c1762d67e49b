"""Feeds: RSS in its dialects and Atom, items with their fields, their text and how much of it there is."""

from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outcomes import articles, blocks, fields, is_sound, only, outcomes, reason, values

from dateline.model import Article, Refused
from dateline.reading.wires.feed_dates import feed_moment
from dateline.reading.wires.feed_items import plain

CORPUS = Path(__file__).parents[2] / "corpus" / "wires"
RSS, ATOM = "application/rss+xml", "application/atom+xml"
P1 = "The mayor told reporters on Friday that the bridge would stay closed until the end of the month."
P2 = "She said that engineers had found cracks in two of its pillars, and that a third was being watched."
P3 = "Around nine thousand people cross the river there on a working day, according to the ministry."
HEADLINE_ONLY = "the feed gives a headline only; give the address of the story"


def rss(*items: str, channel: str = "<title>River Press</title>") -> str:
    namespaces = (
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:media="http://search.yahoo.com/mrss/" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"'
    )
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0" {namespaces}><channel>{channel}{inside}</channel></rss>'


def atom(*entries: str) -> str:
    inside = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Hill Daily</title>{inside}</feed>'


def html(*paragraphs: str) -> str:
    return escape("".join(f"<p>{words}</p>" for words in paragraphs))


def item(inner: str = "", description: str = html(P1), title: str = "Bridge stays closed") -> Article:
    return only(RSS, rss(f"<title>{title}</title><description>{description}</description>{inner}"))


def words_of(article: Article, role: str) -> list[str]:
    return [words for each, words in blocks(article) if each == role]


def test_an_rss_feed_with_stories_summaries_and_a_podcast() -> None:
    content = (CORPUS / "river-press.rss").read_text(encoding="utf-8")
    ferry, storm, podcast = outcomes(RSS, content)
    assert isinstance(ferry, Article)
    assert ferry.id == "page#river-1001"
    assert ferry.source.outlet == "River Press"
    assert ferry.language == "en"
    assert fields(ferry) == [
        ("headline", "Ferry & bridge: what the town pays", "rss: item/title"),
        ("url", "https://river.example/ferry", "rss: item/link"),
        ("published", "2024-03-05T14:05:00-05:00", "rss: item/pubDate"),
        ("byline", "Joana Reis", "rss: item/dc:creator"),
        ("section", "Transport", "rss: item/category"),
        ("extent", "full text", "rss: item/content:encoded"),
        ("outlet", "River Press", "rss: channel/title"),
        ("language", "en-gb", "rss: channel/language"),
    ]
    assert blocks(ferry) == [
        ("headline", "Ferry & bridge: what the town pays"),
        ("byline", "Joana Reis"),
        ("dateline", "COIMBRA, March 5 (RVN) —"),
        (
            "paragraph",
            "The town will pay two million euros a year for a ferry while its bridge is closed, the council said on "
            "Tuesday.",
        ),
        ("caption", "The ferry at its pier on Sunday"),
        (
            "paragraph",
            "Engineers found cracks in two of the pillars in January, “deep ones”, who leads it, Paulo Vaz.",
        ),
        ("paragraph", "Around nine thousand people cross the river there on a working day."),
    ]
    assert isinstance(storm, Article)
    assert storm.id == "https://river.example/storm?utm_source=rss"
    assert values(storm, "extent") == ["summary"]
    assert values(storm, "tag") == ["Weather", "Coast"]
    assert values(storm, "image") == ["https://river.example/storm.jpg"]
    assert blocks(storm) == [
        ("headline", "Storm tears roofs off 30 houses"),
        ("byline", "Rita Campos"),
        ("caption", "A roof in the road at Figueira"),
        ("credit", "Ana Brito"),
        (
            "paragraph",
            "A storm crossed the coast in the night and tore the roofs off 30 houses, the fire brigade said.",
        ),
    ]
    assert podcast == Refused("wire.xml#3", "reading", HEADLINE_ONLY)


def test_an_atom_feed_with_a_tombstone() -> None:
    gone, mine, held, picture = outcomes(ATOM, (CORPUS / "hill-daily.atom").read_text(encoding="utf-8"))
    assert gone == Refused("tag:hill.example,2024:40", "reading", "the feed has withdrawn it on 2024-03-07T09:00:00Z")
    assert isinstance(mine, Article)
    assert mine.id == "tag:hill.example,2024:41"
    assert mine.source.outlet == "Hill & Dale Daily"
    assert fields(mine) == [
        ("headline", "Mine reopens after flood", "atom: entry/title"),
        ("url", "https://hill.example/mine", "atom: entry/link"),
        ("published", "2024-03-06T18:30:12+01:00", "atom: entry/published"),
        ("updated", "2024-03-07T07:00:00+00:00", "atom: entry/updated"),
        ("byline", "Ivo Hala", "atom: entry/author"),
        ("byline", "Petra Lisa", "atom: entry/author"),
        ("section", "Mining", "atom: entry/category"),
        ("language", "en", "atom: feed[xml:lang]"),
        ("image", "https://hill.example/mine.jpg", "atom: entry/enclosure"),
        ("extent", "full text", "atom: entry/content"),
        ("deck", "Pumps ran for nine weeks before the lift moved again.", "atom: entry/summary"),
        ("outlet", "Hill & Dale Daily", "atom: feed/title"),
    ]
    assert [role for role, _ in blocks(mine)] == ["headline", "deck", "byline", "paragraph", "paragraph"]
    assert isinstance(held, Article)
    assert values(held, "headline") == ["Two held over forged tickets"]
    assert values(held, "outlet") == ["Rail Gazette", "Hill & Dale Daily"]
    assert values(held, "byline") == values(held, "published") == []
    assert values(held, "extent") == ["summary"]
    assert picture == Refused("wire.xml#3", "reading", HEADLINE_ONLY)


def test_rss_1_with_its_items_beside_the_channel() -> None:
    article = only(RSS, (CORPUS / "old-valley.rdf").read_text(encoding="utf-8"))
    assert article.id == "https://valley.example/1"
    assert article.source.outlet == "Old Valley Post"
    assert values(article, "published") == ["2003-11-18T09:30:00+01:00"]
    assert values(article, "tag") == ["Accidents"]
    assert words_of(article, "byline") == ["Mara Lund"]


def test_rss_0_90_and_undeclared_prefixes() -> None:
    old = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Old</title></channel>'
        f"<item><title>Bridge stays closed</title><link>https://r.example/1</link><description>{P1}</description></item>"
        "</rdf:RDF>"
    )
    assert words_of(only(RSS, old), "paragraph") == [P1]
    encoded = f"<content:encoded>{html(P1, P2)}</content:encoded>"
    bare = f"<rss><channel><item><title>Bridge</title>{encoded}</item></channel></rss>"
    assert values(only(RSS, bare), "extent") == ["full text"]


def test_a_server_may_mix_up_the_two_media_types() -> None:
    entry = f"<title>Bridge stays closed</title><summary>{P1}</summary>"
    assert words_of(only(RSS, atom(entry)), "paragraph") == [P1]
    assert words_of(only(ATOM, rss(f"<title>A bridge</title><description>{P1}</description>")), "paragraph") == [P1]
    alone = f'<entry xmlns="http://www.w3.org/2005/Atom">{entry}</entry>'
    assert values(only(ATOM, alone), "outlet") == []


@pytest.mark.parametrize(
    ("description", "extent"),
    [
        (html(P1), "summary"),
        (html(P1, P2), "summary"),
        (html(P1, P2, P3), "full text"),
        (html(P1, P2, P3 + " […]"), "summary"),
        ("\n\n".join((P1, P2, P3)), "full text"),
        (html("Sport", "Weather", "Culture"), "summary"),
    ],
)
def test_a_description_is_the_story_from_three_paragraphs_of_prose_on(description: str, extent: str) -> None:
    assert values(item(description=description), "extent") == [extent]


def test_encoded_content_that_breaks_off_is_a_summary() -> None:
    for end in ("…", "[&#8230;]", "..."):
        article = item(f"<content:encoded>{html(P1, P2, 'The works began in May' + end)}</content:encoded>")
        assert values(article, "extent") == ["summary"]


def test_the_longer_of_two_texts_is_the_story() -> None:
    teaser = "<content:encoded>&lt;p&gt;See the site.&lt;/p&gt;</content:encoded>"
    assert words_of(item(teaser, html(P1, P2, P3)), "paragraph") == [P1, P2, P3]
    assert values(item(teaser, html(P1, P2, P3)), "extent") == ["full text"]


def test_a_description_beside_the_story_is_its_deck_unless_it_begins_the_story() -> None:
    story = f"<content:encoded>{html(P1, P2)}</content:encoded>"
    deck = "A town by the river waits for a ferry."
    article = item(story, deck)
    assert words_of(article, "deck") == values(article, "deck") == [deck]
    for excerpt in (P1, P1[:60] + "…", deck + " […]"):
        assert words_of(item(story, excerpt), "deck") == []


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        (f"<p>{P1} <a href='https://r.example/1?from=rss'>Weiterlesen »</a></p>", P1),
        (f"<p>{P1}</p><p><a class='more' href='https://r.example/1'>Continue reading<span> Bridge</span></a></p>", P1),
        (f"<p>{P1}</p><p>Read more</p>", P1),
        (f"{P1} Read more", P1),
        (f"<p>{P1}</p><p>El artículo <a href='x'>Bridge stays closed</a> se publicó antes en River Press.</p>", P1),
        (f"<p>{P1}</p><img src='https://c.example/p.gif' width='1' height='1' alt='x'>", P1),
        (f"<h2>Bridge stays closed</h2><p>{P1}</p>", P1),
        (f"<p>{P1} <a href='https://other.example/'>the ministry</a></p>", f"{P1} the ministry"),
    ],
)
def test_what_points_back_to_the_site_is_left_out(markup: str, kept: str) -> None:
    article = item("<link>https://r.example/1</link>", escape(markup))
    assert words_of(article, "paragraph") == [kept]
    assert values(article, "extent") == ["summary"]


@pytest.mark.parametrize(
    "description",
    [
        "",
        "Bridge stays closed",
        "<![CDATA[<img src='a.gif'/>]]>",
        "<![CDATA[<a href='https://r.example/1'>Comments</a>]]>",
        "<![CDATA[<a href='https://r.example/1'>Bridge stays closed</a> River Press]]>",
        "<![CDATA[<script>var a = 1;</script>]]>",
    ],
)
def test_a_headline_alone_is_refused(description: str) -> None:
    content = rss(f"<title>Bridge stays closed</title><description>{description}</description>")
    assert reason(RSS, content) == HEADLINE_ONLY


def test_a_summary_that_says_more_than_the_headline_is_kept() -> None:
    article = item(description="Bridge stays closed, the mayor said.")
    assert words_of(article, "paragraph") == ["Bridge stays closed, the mayor said."]


@pytest.mark.parametrize(
    ("told", "seen"),
    [
        ("Ferry &amp;amp; bridge", "Ferry & bridge"),
        ("<![CDATA[Ferry &amp; <i>bridge</i>]]>", "Ferry & bridge"),
        ("Ferry &amp;#8211; bridge", "Ferry – bridge"),
        ("Ferry\n   costs 3 &lt; 5", "Ferry costs 3 < 5"),
        ("Ferry &amp;amp;amp; bridge", "Ferry & bridge"),
    ],
)
def test_titles_that_were_escaped_too_often(told: str, seen: str) -> None:
    assert values(item(title=told), "headline") == [seen]


def test_markup_that_was_escaped_too_often_is_read() -> None:
    assert words_of(item(description=escape(html(P1, P2))), "paragraph") == [P1, P2]


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("<author>desk@example.org (Jane Doe)</author>", ["Jane Doe"]),
        ("<author>Jane Doe &lt;jane@example.org&gt;</author>", ["Jane Doe"]),
        ("<author>desk@example.org</author>", []),
        ("<author>desk@example.org</author><dc:creator>Jane Doe</dc:creator>", ["Jane Doe"]),
        ("<dc:creator>Jane Doe</dc:creator><dc:creator>John Roe</dc:creator>", ["Jane Doe", "John Roe"]),
        ("<dc:creator>https://example.org/jane</dc:creator>", []),
    ],
)
def test_writers_without_their_addresses(author: str, names: list[str]) -> None:
    assert values(item(author), "byline") == names


def test_the_id_is_the_guid_else_the_link_else_the_number() -> None:
    text = f"<title>Bridge</title><description>{P1}</description>"
    link, guid = "<link>https://r.example/1</link>", "<guid>https://r.example/?p=1</guid>"
    found = articles(RSS, rss(text + link + guid, text + link, text, text + guid))
    assert [article.id for article in found] == ["https://r.example/?p=1", "https://r.example/1", "page#3", "page#4"]


def test_a_name_that_is_no_uri_is_one_within_its_feed() -> None:
    text = f"<title>Bridge</title><description>{P1}</description>"
    found = articles(
        RSS, rss(text + "<guid isPermaLink='false'>12345</guid>", text + "<guid>tag:r.example,2024:7</guid>")
    )
    assert [article.id for article in found] == ["page#12345", "tag:r.example,2024:7"]


def test_addresses() -> None:
    assert values(item("<guid>https://r.example/2</guid>"), "url") == ["https://r.example/2"]
    assert values(item("<guid isPermaLink='false'>https://r.example/2</guid>"), "url") == []
    burnt = "<link>https://f.example/~r/1</link><feedburner:origLink>https://r.example/3</feedburner:origLink>"
    assert values(item(burnt), "url") == ["https://r.example/3"]
    relative = rss(f"<link>/4</link><description>{P1}</description>", channel="<link>https://r.example/</link>")
    assert values(only(RSS, relative), "url") == ["https://r.example/4"]
    assert values(item("<link>https://[r.example</link>"), "url") == ["https://[r.example"]


def test_the_outlet_of_a_story_taken_over() -> None:
    article = item("<source url='https://o.example/feed'>Other Post</source>")
    assert values(article, "outlet") == ["Other Post", "River Press"]
    assert article.source.outlet == "Other Post"


def test_languages() -> None:
    assert item("<dc:language>pt</dc:language>").language == "pt"
    assert only(ATOM, atom(f"<title xml:lang='fr'>A bridge</title><summary>{P1}</summary>")).language == "en"
    entry = f"<title>Une phrase</title><summary>{P1}</summary>"
    marked = atom(entry).replace("<entry>", "<entry xml:lang='fr-CA'>")
    assert only(ATOM, marked).language == "fr"


def test_pictures() -> None:
    media = (
        "<media:group><media:content url='https://r.example/a.jpg' type='image/jpeg'/>"
        "<media:content url='https://r.example/a.mp4' type='video/mp4'/>"
        "<media:description>The bridge at noon</media:description><media:credit>Ana Brito</media:credit></media:group>"
    )
    article = item(media)
    assert values(article, "image") == ["https://r.example/a.jpg"]
    assert words_of(article, "caption") == ["The bridge at noon"]
    assert words_of(article, "credit") == ["Ana Brito"]
    enclosed = item("<enclosure url='https://r.example/b.jpg' type='image/jpeg' length='1'/>")
    assert values(enclosed, "image") == ["https://r.example/b.jpg"]
    again = item(
        f"<media:content url='https://r.example/a.jpg'><media:description>{P1}</media:description></media:content>"
    )
    assert words_of(again, "caption") == []


def test_atom_content_of_each_type() -> None:
    title = "<title>Bridge stays closed</title>"
    for content in (
        f"<content type='text'>{P1}</content>",
        f"<content type='html'>{html(P1)}</content>",
        f"<content>{P1}</content>",
        f"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>{P1}</p></div></content>",
        f"<content type='text/html'>{html(P1)}</content>",
    ):
        assert words_of(only(ATOM, atom(title + content)), "paragraph") == [P1]
    for content in (
        "<content type='application/pdf'>JVBERi0=</content>",
        "<content mode='base64' type='text/plain'>JVBERi0=</content>",
        "<content src='https://r.example/1' type='text/html'/>",
    ):
        assert reason(ATOM, atom(title + content)) == HEADLINE_ONLY


def test_a_feed_without_items_is_refused() -> None:
    assert reason(RSS, rss()) == "no item of a feed is in it; its outermost element is <rss>"
    assert reason(RSS, "<html><body>Not found</body></html>").endswith("<html>")
    assert reason(RSS, "Not found").startswith("it is no XML")
    assert "entities of its own" in reason(RSS, '<!DOCTYPE rss [<!ENTITY a "b">]><rss/>')


def test_a_moment_that_cannot_be_read_is_kept_and_used_for_nothing() -> None:
    article = item("<pubDate>yesterday at noon</pubDate>")
    assert values(article, "published") == []
    assert values(article, "unreadable") == ["yesterday at noon"]
    second = item("<pubDate>now</pubDate><dc:date>2024-03-05</dc:date>")
    assert values(second, "published") == ["2024-03-05"]


@pytest.mark.parametrize(
    ("told", "moment"),
    [
        ("Tue, 05 Mar 2024 14:05:00 GMT", "2024-03-05T14:05:00+00:00"),
        ("Tue, 5 Mar 2024 14:05:00 +0100", "2024-03-05T14:05:00+01:00"),
        ("Tue, 05 Mar 2024 14:05:00 +01:00", "2024-03-05T14:05:00+01:00"),
        ("Tue, 05 Mar 2024 14:05:00 GMT+0100", "2024-03-05T14:05:00+01:00"),
        ("Tue, 05 Mar 2024 14:05:00 GMT-0330", "2024-03-05T14:05:00-03:30"),
        ("Tue, 05 Mar 2024 14:05:00 -0000", "2024-03-05T14:05:00+00:00"),
        ("Tue,05 Mar 2024 14:05 EST", "2024-03-05T14:05:00-05:00"),
        ("Tues, 05 March 2024 14:05:00 PDT", "2024-03-05T14:05:00-07:00"),
        ("05 Mar 24 14:05:59 Z", "2024-03-05T14:05:59+00:00"),
        ("05-Mar-1999 14:05:00 UT", "1999-03-05T14:05:00+00:00"),
        ("Di, 05 Mar 2024 14:05:00 CET", "2024-03-05T14:05:00+01:00"),
        ("Tue, 05 Mar 2024 14:05:00 IST", "2024-03-05T14:05:00"),
        ("Tue, 05 Mar 2024 14:05:00", "2024-03-05T14:05:00"),
        ("Tue, 05 Mar 2024 14:05:00 +0000 (UTC)", "2024-03-05T14:05:00+00:00"),
        ("Tue, 05 Mar 2024", "2024-03-05"),
        ("March 5, 2024 2:05 PM", "2024-03-05T14:05:00"),
        ("March 5, 2024, 12:05 a.m. EST", "2024-03-05T00:05:00-05:00"),
        ("Sat, 31 Dec 2016 23:59:60 GMT", "2016-12-31T23:59:59+00:00"),
        ("2024-03-05T14:05:00Z", "2024-03-05T14:05:00+00:00"),
        ("2024-03-05T14:05:00.123-05:00", "2024-03-05T14:05:00-05:00"),
        ("2024-03-05 14:05:00 +0100", "2024-03-05T14:05:00+01:00"),
        ("2024-03-05 14:05:00 UTC", "2024-03-05T14:05:00+00:00"),
        ("2024-03-05T14:05+01", "2024-03-05T14:05:00+01:00"),
        ("2024-03-05", "2024-03-05"),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("0001-01-01T00:00:00Z", None),
        ("Tue, 35 Mar 2024 14:05:00 GMT", None),
        ("Tue, 05 Foo 2024 14:05:00 GMT", None),
        ("Tue, 05 Mar 2024 25:05:00 GMT", None),
        ("2024-13-05", None),
        ("05/03/2024", None),
        ("05 Mar 2024 10:00 +9900", None),
        ("", None),
    ],
)
def test_moments(told: str, moment: str | None) -> None:
    assert feed_moment(told) == moment


@given(st.text(alphabet="0123456789 :,-+TZMarchGSE", max_size=30))
@settings(max_examples=200)
def test_any_words_are_a_moment_or_none(words: str) -> None:
    moment = feed_moment(words)
    assert moment is None or feed_moment(moment) == moment


@given(st.text(alphabet="ab&;<>#x27amp \n", max_size=40))
def test_a_plain_title_has_no_breaks(words: str) -> None:
    assert plain(words) == " ".join(plain(words).split())


TAGS = [
    "item", "entry", "title", "description", "content:encoded", "link", "guid", "pubDate", "author", "category",
    "media:content", "media:description", "source", "content", "summary", "updated", "id", "p", "channel",
]  # fmt: skip
WORDS = st.sampled_from(
    [P1, P2, "Bridge", "&lt;p&gt;Hi.", "<![CDATA[<p>x <a href='u'>Read more</a>]]>", "2024-03-05", ""]
)
TREES = st.recursive(
    WORDS,
    lambda inner: st.tuples(st.sampled_from(TAGS), st.lists(inner, max_size=4)).map(
        lambda pair: f"<{pair[0]} url='https://r.example/a.jpg' ref='x'>{''.join(pair[1])}</{pair[0]}>"
    ),
    max_leaves=12,
)


@given(TREES, st.sampled_from([rss, atom]))
@settings(max_examples=150, deadline=None)
def test_any_tree_is_read_or_refused(tree: str, make: object) -> None:
    content = rss(tree) if make is rss else atom(tree)
    found = outcomes(RSS, content)
    assert found
    assert all(map(is_sound, found))


@given(st.integers(0, 4000), st.text(max_size=3))
@settings(max_examples=60, deadline=None)
def test_a_broken_feed_is_read_or_refused(cut: int, scar: str) -> None:
    content = (CORPUS / "river-press.rss").read_text(encoding="utf-8")
    assert all(map(is_sound, outcomes(RSS, content[:cut] + scar + content[cut + 1 :])))
    assert all(map(is_sound, outcomes(RSS, content[:cut])))
