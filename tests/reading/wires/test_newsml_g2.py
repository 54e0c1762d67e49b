"""NewsML-G2: messages of several items, their status, their pictures, their languages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outcomes import G2, articles, blocks, fields, is_sound, only, outcomes, reason, values

from dateline.model import Article, Refused

NS = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
LEAD = "The Mondego burst its banks early on Tuesday, and four villages were cut off, officials said."
SECOND = "Firefighters said that nobody was hurt."

FLOOD = """<newsItem guid="urn:newsml:example.org:2024:flood" version="3" xml:lang="en-GB">
 <rightsInfo><copyrightNotice>Copyright 2024 River News Agency</copyrightNotice></rightsInfo>
 <itemMeta><itemClass qcode="ninat:text"/><provider literal="River News Agency"/>
  <versionCreated>2024-03-05T11:15:00+01:00</versionCreated><firstCreated>2024-03-05T09:00:00+01:00</firstCreated>
  <pubStatus qcode="stat:usable"/><edNote>Corrects number of villages in paragraph 1</edNote>
  <signal qcode="sig:correction"/></itemMeta>
 <contentMeta><contentCreated>2024-03-05T08:40:00+01:00</contentCreated>
  <contentModified>2024-03-05T11:10:00+01:00</contentModified><located qcode="city:42"><name>Coimbra</name></located>
  <creator qcode="staff:jr"><name>Joana Reis</name></creator>
  <infoSource qcode="is:hp"><name>Harbour Press</name></infoSource>
  <language tag="en-GB"/><keyword>floods</keyword>
  <subject qcode="medtop:20000150"><name xml:lang="de">Flut</name><name xml:lang="en-GB">flood</name></subject>
  <subject qcode="medtop:20000999"/><slugline>FLOOD-PORTUGAL</slugline>
  <headline>River bursts its banks near Coimbra</headline><headline role="hld:sub">Four villages are cut off</headline>
  <dateline>COIMBRA, Portugal, March 5 (River News Agency)</dateline><by>By Joana Reis</by></contentMeta>
 <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
  <head><title>x</title></head><body><h1>River bursts its banks near Coimbra</h1><p>By Joana Reis</p>
  <p>The Mondego burst its banks early on <b>Tues</b>day, and four villages were cut off, officials said.</p>
  <p>Firefighters said<br/>that nobody was hurt.</p><table><tr><td>Level</td></tr></table></body></html></inlineXML>
 </contentSet></newsItem>"""

PHOTO = """<newsItem guid="urn:newsml:example.org:2024:photo" version="1"><itemMeta><itemClass qcode="ninat:picture"/>
 <pubStatus qcode="stat:usable"/></itemMeta><contentMeta><creditline>Rita Campos/RNA</creditline>
 <headline>Flood</headline><description role="drol:caption">Firefighters row through Soure on Tuesday</description>
 </contentMeta><contentSet><remoteContent href="https://example.org/p.jpg" contenttype="image/jpeg"/></contentSet>
 </newsItem>"""

PACKAGE = """<packageItem guid="urn:newsml:example.org:2024:pack" version="1">
 <itemMeta><itemClass qcode="ninat:composite"/></itemMeta><groupSet root="G"><group id="G">
 <itemRef residref="urn:newsml:example.org:2024:flood"/><itemRef residref="urn:newsml:example.org:2024:photo"/>
 </group></groupSet></packageItem>"""

NITF_INSIDE = f"""<newsItem guid="tag:example.org,2024:nitf" version="1"><itemMeta><itemClass qcode="ninat:text"/>
 <provider qcode="nprov:RNA"/><versionCreated>2024-03-06T07:00:00Z</versionCreated></itemMeta>
 <contentMeta><headline>Ferry runs again</headline></contentMeta>
 <contentSet><inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>
 <body.head><hedline><hl1>Ferry runs again</hl1><hl2>Town hall pays</hl2></hedline>
 <byline>By <person>Rui Paz</person></byline><dateline><location>FARO</location></dateline></body.head>
 <body.content><p>FARO, March 6 (RNA) - The ferry across the river will run again from Monday, the town hall said.</p>
 <p>{SECOND}</p><media media-type="image"><media-reference source="f.jpg"/><media-caption>The ferry</media-caption>
 <media-producer>Rui Paz</media-producer></media></body.content></body></nitf></inlineXML></contentSet></newsItem>"""


def item(meta: str = "", content: str = "", body: str = f"<p>{LEAD}</p>", guid: str = "g1", head: str = "") -> str:
    inside = f"<inlineXML contenttype='application/xhtml+xml'><div>{body}</div></inlineXML>" if body else ""
    return f"""<newsItem {head} guid="{guid}" version="2"><itemMeta><itemClass qcode="ninat:text"/>
    <versionCreated>2024-03-05T10:00:00Z</versionCreated>{meta}</itemMeta>
    <contentMeta>{content}</contentMeta><contentSet>{inside}</contentSet></newsItem>"""


def message(*items: str) -> str:
    return f'<?xml version="1.0"?><newsMessage {NS}><header/><itemSet>{"".join(items)}</itemSet></newsMessage>'


def alone(told: str) -> str:
    return told.replace("<newsItem", f"<newsItem {NS}", 1)


def test_a_message_with_a_package_a_story_and_its_picture() -> None:
    package, story, photo = outcomes(G2, message(PACKAGE, FLOOD, PHOTO))
    assert isinstance(package, Refused) and "packageItem" in package.reason
    assert isinstance(photo, Refused) and "urn:newsml:example.org:2024:photo" in photo.reason
    assert "it is a picture without a story" in photo.reason
    assert isinstance(story, Article)
    assert (story.id, story.language) == ("urn:newsml:example.org:2024:flood", "en")
    assert blocks(story) == [
        ("headline", "River bursts its banks near Coimbra"),
        ("deck", "Four villages are cut off"),
        ("byline", "By Joana Reis"),
        ("note", "Corrects number of villages in paragraph 1"),
        ("dateline", "COIMBRA, Portugal, March 5 (River News Agency)"),
        ("paragraph", LEAD),
        ("paragraph", SECOND),
        ("caption", "Firefighters row through Soure on Tuesday"),
        ("credit", "Rita Campos/RNA"),
    ]


def test_every_field_of_a_story_has_its_path() -> None:
    assert fields(only(G2, alone(FLOOD))) == [
        ("copyright", "Copyright 2024 River News Agency", "newsml-g2: rightsInfo/copyrightNotice"),
        ("revision", "3", "newsml-g2: newsItem@version"),
        ("published", "2024-03-05T08:40:00+01:00", "newsml-g2: contentMeta/contentCreated"),
        ("updated", "2024-03-05T11:10:00+01:00", "newsml-g2: contentMeta/contentModified"),
        ("agency", "River News Agency", "newsml-g2: itemMeta/provider"),
        ("language", "en-GB", "newsml-g2: contentMeta/language"),
        ("headline", "River bursts its banks near Coimbra", "newsml-g2: contentMeta/headline"),
        ("deck", "Four villages are cut off", "newsml-g2: contentMeta/headline[@role='hld:sub']"),
        ("byline", "By Joana Reis", "newsml-g2: contentMeta/by"),
        ("agency", "Harbour Press", "newsml-g2: contentMeta/infoSource"),
        ("located", "Coimbra", "newsml-g2: contentMeta/located"),
        ("tag", "floods", "newsml-g2: contentMeta/keyword"),
        ("tag", "flood", "newsml-g2: contentMeta/subject"),
        ("tag", "medtop:20000999", "newsml-g2: contentMeta/subject"),
        ("tag", "FLOOD-PORTUGAL", "newsml-g2: contentMeta/slugline"),
        ("status", "corrected", "newsml-g2: itemMeta/signal"),
    ]


def test_a_story_in_nitf_keeps_its_own_dateline_and_pictures() -> None:
    article = only(G2, message(NITF_INSIDE))
    assert blocks(article) == [
        ("headline", "Ferry runs again"),
        ("deck", "Town hall pays"),
        ("byline", "By Rui Paz"),
        ("dateline", "FARO, March 6 (RNA) -"),
        ("paragraph", "The ferry across the river will run again from Monday, the town hall said."),
        ("paragraph", SECOND),
        ("caption", "The ferry"),
        ("credit", "Rui Paz"),
    ]
    assert values(article, "agency") == ["RNA"]
    assert values(article, "published") == ["2024-03-06T07:00:00+00:00"]
    assert values(article, "updated") == []
    assert ("deck", "Town hall pays", "newsml-g2: contentSet/inlineXML/nitf/body/body.head/hedline/hl2") in fields(
        article
    )


@pytest.mark.parametrize(
    ("meta", "status", "path"),
    [
        ("<pubStatus qcode='stat:usable'/>", "usable", "pubStatus"),
        ("<pubStatus qcode='stat:withheld'/>", "embargoed", "pubStatus"),
        ("<pubStatus qcode='stat:canceled'/>", "killed", "pubStatus"),
        ("<pubStatus uri='http://cv.iptc.org/newscodes/pubstatusg2/canceled'/>", "killed", "pubStatus"),
        ("<pubStatus qcode='stat:usable'/><signal qcode='sig:update'/>", "updated", "signal"),
        ("<signal qcode='sig:update'/><signal qcode='sig:correction'/>", "corrected", "signal"),
        ("<embargoed>2024-03-06T06:00:00Z</embargoed><signal qcode='sig:update'/>", "embargoed", "embargoed"),
        ("<embargoed/><pubStatus qcode='stat:usable'/>", "embargoed", "embargoed"),
        ("<embargoed>2024-03-05T09:00:00Z</embargoed><pubStatus qcode='stat:usable'/>", "usable", "pubStatus"),
        ("<pubStatus qcode='stat:canceled'/><embargoed>2024-03-06T06:00:00Z</embargoed>", "killed", "pubStatus"),
    ],
)
def test_the_status_is_the_gravest_that_is_told(meta: str, status: str, path: str) -> None:
    article = only(G2, message(item(meta)))
    assert ("status", status, f"newsml-g2: itemMeta/{path}") in fields(article)
    assert len(values(article, "status")) == 1


def test_an_item_that_says_nothing_of_its_status_has_none() -> None:
    assert values(only(G2, message(item())), "status") == []


def test_the_end_of_an_embargo_is_kept_even_when_it_cannot_be_read() -> None:
    article = only(G2, message(item("<embargoed>2024-03-06T06:00:00+01:00</embargoed>")))
    assert values(article, "embargoed") == ["2024-03-06T06:00:00+01:00"]
    article = only(G2, message(item("<embargoed>after the vote</embargoed>")))
    assert values(article, "embargoed") == []
    assert ("unreadable", "after the vote", "newsml-g2: itemMeta/embargoed") in fields(article)
    assert values(article, "status") == ["embargoed"]


def test_a_killed_item_is_an_article_as_long_as_it_has_words() -> None:
    killed = "<pubStatus qcode='stat:canceled'/>"
    [article] = articles(G2, message(item(killed + "<edNote>Kill this story: it is wrong.</edNote>", body="")))
    assert blocks(article) == [("note", "Kill this story: it is wrong.")]
    assert reason(G2, message(item(killed, body=""))) == "item g1: it was killed, and no text is left of it"


def test_items_that_cannot_be_read_cost_no_others() -> None:
    concept = '<conceptItem guid="c1"><conceptSet/></conceptItem>'
    found = outcomes(G2, message(item(body="", guid="empty"), concept, item(guid="good"), PHOTO, item(guid="last")))
    assert [each.id if isinstance(each, Article) else each.reason.partition(":")[0] for each in found] == [
        "item empty",
        "item c1",
        "good",
        "item urn",
        "last",
    ]


def test_the_words_of_the_items_own_language_are_taken() -> None:
    content = (
        '<language tag="de"/><headline xml:lang="en">Bridge closed</headline>'
        '<headline xml:lang="de">Brücke gesperrt</headline><description xml:lang="de">Die Fähre fährt.</description>'
    )
    body = "<p>Die Brücke über die Elbe bleibt bis Montag gesperrt, sagte die Bürgermeisterin am Dienstag.</p>"
    article = only(G2, message(item(content=content, body=body)))
    assert article.language == "de"
    assert blocks(article)[:2] == [("headline", "Brücke gesperrt"), ("deck", "Die Fähre fährt.")]


def test_the_language_of_the_item_stands_in_for_that_of_the_content() -> None:
    body = "<p>Le pont sur la Loire restera fermé jusqu'à lundi, a annoncé mardi la maire de la ville.</p>"
    article = only(G2, message(item(body=body, head='xml:lang="fr-FR"')))
    assert article.language == "fr"
    assert ("language", "fr-FR", "newsml-g2: newsItem@xml:lang") in fields(article)


def test_plain_text_inside_is_cut_into_paragraphs() -> None:
    told = item(body="").replace(
        "<contentSet>",
        f"<contentSet><inlineData contenttype='text/plain'>LYON, March 5 (RNA) - {LEAD}\n\n{SECOND}</inlineData>",
    )
    assert blocks(only(G2, message(told))) == [
        ("dateline", "LYON, March 5 (RNA) -"),
        ("paragraph", LEAD),
        ("paragraph", SECOND),
    ]


def test_encoded_data_is_no_text() -> None:
    told = item(body="").replace("<contentSet>", "<contentSet><inlineData encoding='base64'>QUJD</inlineData>")
    assert reason(G2, message(told)) == "item g1: there is no text in it"


def test_a_summary_cut_from_the_top_of_the_story_is_no_deck() -> None:
    article = only(G2, message(item(content=f"<description>{LEAD[:60]}</description>")))
    assert [role for role, _ in blocks(article)] == ["paragraph"]
    assert values(article, "deck") == [LEAD[:60]]


def test_a_picture_linked_from_the_item_gives_its_caption() -> None:
    story = item('<link rel="irel:photo" residref="urn:newsml:example.org:2024:photo"/>')
    article = outcomes(G2, message(PHOTO, story))[1]
    assert isinstance(article, Article)
    assert blocks(article)[-2:] == [
        ("caption", "Firefighters row through Soure on Tuesday"),
        ("credit", "Rita Campos/RNA"),
    ]
    assert values(article, "image") == ["https://example.org/p.jpg"]


def test_a_picture_that_belongs_to_nobody_is_in_no_story() -> None:
    article = outcomes(G2, message(PHOTO, item()))[1]
    assert isinstance(article, Article) and article.blocks_of("caption", "credit") == ()


@pytest.mark.parametrize(
    ("creator", "byline", "agency"),
    [
        ('<creator type="cpnat:person"><name>Rui Paz</name></creator>', ["Rui Paz"], []),
        ("<creator><name>Rui Paz</name></creator>", ["Rui Paz"], []),
        ('<creator type="cpnat:organisation"><name>Harbour Press</name></creator>', [], ["Harbour Press"]),
        ('<creator qcode="codes:17"/>', [], []),
    ],
)
def test_creators_are_people_or_agencies(creator: str, byline: list[str], agency: list[str]) -> None:
    article = only(G2, message(item(content=creator)))
    assert (values(article, "byline"), values(article, "agency")) == (byline, agency)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<rss/>", "it is no NewsML-G2: its root is 'rss'"),
        (f"<newsMessage {NS}><itemSet/></newsMessage>", "no item is in this message"),
        ("no markup", "it is no XML"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><newsMessage/>', "declares entities"),
        (f"<newsItem {NS}>" + "<a>" * 2000 + "</newsItem>", "nested too deeply"),
        (f"<newsItem {NS}/>", "there is no text in it"),
    ],
)
def test_what_is_no_message_is_refused_with_a_sentence(content: str, expected: str) -> None:
    assert expected in reason(G2, content)


WHOLE = message(PACKAGE, FLOOD, PHOTO, NITF_INSIDE)


@given(st.integers(0, len(WHOLE)), st.integers(0, 80), st.text(alphabet="<>/&;\"'=x \n", max_size=12))
@settings(max_examples=120, deadline=None)
def test_mutilated_messages_are_read_or_refused(at: int, cut: int, put: str) -> None:
    found = outcomes(G2, WHOLE[:at] + put + WHOLE[at + cut :])
    assert found and all(is_sound(each) for each in found)


@given(st.integers(0, len(WHOLE)))
@settings(max_examples=60, deadline=None)
def test_messages_that_end_too_early_are_read_or_refused(at: int) -> None:
    assert all(is_sound(each) for each in outcomes(G2, WHOLE[:at]))
