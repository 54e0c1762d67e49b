import random

import pytest
from feed_site import BRIDGE, rss, summed_up, whole

from dateline.desk.watching import items
from dateline.desk.watching.items import FeedItem, items_of
from dateline.errors import BadMarkup
from dateline.model import Article, Page, Refused
from dateline.reading import read_page
from dateline.reading.wires.xml import xml_root

ADDRESS = "https://courier.example/feed"
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="en">'
    "<title>Tarn Courier</title><link href='https://courier.example/'/>{}</feed>"
)
ENTRY = "<entry><id>tag:courier,{0}</id><title>Bridge {0}</title><link href='{0}.html'/><summary>{1}</summary></entry>"
RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
    "<channel><title>Tarn Courier</title></channel>{}</rdf:RDF>"
)


def cut(text: str) -> list[FeedItem]:
    kind = "application/atom+xml" if "Atom" in text else "application/rss+xml"
    page = Page(id=ADDRESS, location=ADDRESS, media_type=kind, content=text)
    return list(items_of(page, xml_root(text)))


def together(text: str) -> list[Article | Refused]:
    kind = "application/atom+xml" if "Atom" in text else "application/rss+xml"
    return list(read_page(Page(id=ADDRESS, location=ADDRESS, media_type=kind, content=text)))


@pytest.mark.parametrize(
    "text",
    [
        rss(whole("1"), summed_up("2", "/two"), whole("3"), head="<language>en</language>"),
        ATOM.format(ENTRY.format(1, BRIDGE) + ENTRY.format(2, BRIDGE)),
        RDF.format(f'<item rdf:about="urn:1"><title>A</title><description>{BRIDGE}</description></item>' * 1),
        rss(
            f"<item><title>A</title><link>/a</link><media:text>x</media:text><description>{BRIDGE}</description></item>"
        ),
        f'<entry xmlns="http://www.w3.org/2005/Atom"><id>a:1</id><summary>{BRIDGE}</summary></entry>',
    ],
)
def test_items_alone_read_as_they_do_together(text: str) -> None:
    assert [item.read for item in cut(text)] == together(text)
    assert [item.id for item in cut(text)] == [read.id for read in together(text) if isinstance(read, Article)]


def test_an_item_stands_alone_in_its_page() -> None:
    first, second = cut(rss(whole("1"), whole("2")))
    assert "part 1" in first.page.content
    assert "part 2" not in first.page.content
    assert "part 1" not in second.page.content
    assert "Tarn Courier" in second.page.content


def test_links_are_whole_addresses() -> None:
    (item,) = cut(ATOM.format(ENTRY.format(7, BRIDGE)).replace("<link href='https://courier.example/'/>", ""))
    assert item.url == "https://courier.example/7.html"


def test_the_digest_follows_what_is_told() -> None:
    (item,) = cut(rss(summed_up("1", "/one")))
    (again,) = cut(rss(summed_up("1", "/one"), head="<lastBuildDate>today</lastBuildDate>"))
    (counted,) = cut(rss(summed_up("1", "/one").replace("</item>", "<comments>9</comments></item>")))
    assert item.digest == again.digest == counted.digest
    changed = [
        summed_up("1", "/two"),
        summed_up("1", "/one", title="Old bridge over the Tarn reopened"),
        summed_up("1", "/one", words=f"{BRIDGE} It was closed at once."),
        summed_up("1", "/one").replace("09:30", "10:30"),
    ]
    assert len({item.digest, *(cut(rss(each))[0].digest for each in changed)}) == 5


def test_two_items_of_one_name_keep_apart() -> None:
    first, second, third, fourth = cut(
        rss(
            summed_up("1", "/one"),
            summed_up("1", "/two"),
            summed_up("1", "/two", title="Again"),
            summed_up("1", "/one"),
            whole("9"),
        )
    )
    assert (first.id, second.id) == ("tag:courier,1", "http://courier.example/two")
    assert third.id == f"{ADDRESS}#{third.digest}"
    assert fourth.id == "tag:courier,9"
    for item in (first, second, third, fourth):
        assert isinstance(item.read, Article)
        assert item.read.id == item.id


@pytest.mark.parametrize("dialect", ["rss", "atom"])
def test_an_item_without_a_name_is_called_by_what_it_tells(dialect: str) -> None:
    item = f"<item><title>Storm</title><description>{BRIDGE}</description></item>"
    entry = f"<entry><title>Storm</title><summary>{BRIDGE}</summary></entry>"
    text, later = (
        (rss(item), rss(whole("1"), item)) if dialect == "rss" else (ATOM.format(entry), ATOM.format(entry * 1))
    )
    (alone,), (*_, moved) = cut(text), cut(later)
    assert alone.id == moved.id == f"{ADDRESS}#{alone.digest}"
    assert isinstance(alone.read, Article)
    assert alone.read.id == alone.id


def test_a_headline_alone_has_its_fields() -> None:
    (item,) = cut(rss(summed_up("1", "/one", words="")))
    assert isinstance(item.read, Refused)
    assert (item.id, item.url) == ("tag:courier,1", "http://courier.example/one")
    told = {field.name: field.value for field in item.fields}
    assert told["headline"] == "Old bridge over the Tarn closed"
    assert told["published"] == "2024-03-05T09:30:00+00:00"
    assert told["outlet"] == "Tarn Courier"


def test_a_tombstone() -> None:
    text = ATOM.format('<at:deleted-entry ref="tag:courier,1" when="2024-03-05T10:00:00Z"/>')
    (item,) = cut(text)
    assert item.told_only
    assert item.read == Refused("tag:courier,1", "reading", "the feed has withdrawn it on 2024-03-05T10:00:00Z")
    assert item.id == "withdrawn tag:courier,1"


def test_items_within_items_stay_where_they_are() -> None:
    (item,) = cut(rss(f"<item><title>A</title><guid>a:1</guid><description>{BRIDGE}</description>{whole('2')}</item>"))
    assert item.id == "a:1"
    assert "part 2" in item.page.content


def test_a_long_feed_is_read_from_its_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(items, "ITEMS", 2)
    *some, more = cut(rss(whole("1"), whole("2"), whole("3")))
    assert [item.id for item in some] == ["tag:courier,1", "tag:courier,2"]
    assert more.read == Refused(ADDRESS, "reading", "the feed has 1 items more than the 2 that are read")
    assert more.told_only


def test_what_a_feed_says_of_itself_is_bounded() -> None:
    with pytest.raises(BadMarkup, match="longer than 50,000 characters"):
        cut(rss(whole("1"), head=f"<description>{'a' * 60_000}</description>"))


def test_the_contents_of_an_rss_1_feed_are_not_repeated() -> None:
    contents = "<items><rdf:Seq>" + "<rdf:li rdf:resource='urn:1'/>" * 5000 + "</rdf:Seq></items>"
    text = RDF.format(f'<item rdf:about="urn:1"><title>A</title><description>{BRIDGE}</description></item>')
    (item,) = cut(text.replace("</channel>", f"{contents}</channel>"))
    assert item.id == "urn:1"
    assert len(item.page.content) < 1000


def test_damaged_feeds_are_read_or_refused() -> None:
    chance = random.Random(9)
    text = rss(whole("1"), summed_up("2", "/two"), head="<ttl>9</ttl>") + ATOM.format(ENTRY.format(1, BRIDGE) * 2)
    pieces = ["<item>", "</item>", "<guid/>", "<link>http://[x</link>", 'xml:base="http://[::"', "<a:b>", "&#0;", "<"]
    given = 0
    for _ in range(300):
        at, end = sorted(chance.sample(range(len(text)), 2))
        damaged = text[:at] + chance.choice(pieces) * chance.randint(0, 2) + text[min(end, at + 200) :]
        try:
            ids = [item.id for item in cut(damaged[chance.choice([0, text.index("<feed")]) :])]
        except BadMarkup:
            continue
        assert len(set(ids)) == len(ids)
        given += len(ids)
    assert given > 100
