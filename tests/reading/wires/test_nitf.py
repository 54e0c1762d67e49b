"""NITF 3: lines, notes, pictures, revisions and states."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outcomes import NITF, blocks, fields, is_sound, only, outcomes, reason, values

P1 = "The ferry across the river will run again from Monday, the town hall said on Tuesday."
P2 = "It carries forty cars and has stood still since an accident in the autumn."

FULL = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.4//EN" "nitf-3-4.dtd">
<nitf xml:lang="en"><head><title>ferry-again</title>
 <tobject><tobject.subject tobject.subject.type="Transport" tobject.subject.matter="Ferries"/></tobject>
 <docdata management-status="usable"><doc-id id-string="rna-240305-17" regsrc="RNA"/><urgency ed-urg="4"/>
  <date.issue norm="20240305T101500+0100"/><date.release norm="20240305T110000+0100"/>
  <doc-scope scope="Algarve"/><ed-msg info="Adds quote from mayor"/><du-key version="2" key="FERRY"/>
  <doc.copyright year="2024" holder="River News Agency"/>
  <key-list><keyword key="ferry"/><keyword key="Faro"/></key-list></docdata>
 <pubdata name="The Faro Post" position.section="Region" date.publication="20240306"/>
 <revision-history norm="20240305T103000+0100"/><revision-history norm="20240305T120000+0100"/></head>
<body><body.head><hedline><hl1>Ferry runs <em>again</em></hl1><hl2>Town hall pays for the engine</hl2></hedline>
 <note noteclass="cpyrt"><body.content><p>All rights reserved</p></body.content></note>
 <note noteclass="editorsnote"><body.content><p>Eds: map to follow</p></body.content></note>
 <rights>None</rights><byline>By <person>Rui Paz</person><byttl>River correspondent</byttl></byline>
 <distributor><org>River News Agency</org></distributor>
 <dateline><location>FARO, Portugal</location>, <story.date norm="20240305">March 5</story.date></dateline>
 <abstract><p>A ferry is back.</p></abstract></body.head>
 <body.content><block><p>{P1}</p>
  <media media-type="image"><media-reference source="ferry.jpg" mime-type="image/jpeg" alternate-text="x"/>
   <media-caption>The ferry in its dock</media-caption><media-producer>Ana Luz/RNA</media-producer></media>
  <hl2>An old engine</hl2><p>{P2}</p></block>
  <table><tr><td>Monday</td><td>8:00</td></tr></table>
  <ul><li>Cars pay two euros.</li><li>Bicycles pay nothing.</li></ul>
  <bq><block><p>We have waited long enough for it, the mayor said.</p></block></bq></body.content>
 <body.end>
 <tagline>Additional reporting by Ana Luz</tagline><bibliography>A book</bibliography></body.end></body></nitf>"""


def story(docdata: str = "", head: str = "", content: str = f"<p>{P1}</p>", status: str = "", more: str = "") -> str:
    state = f'management-status="{status}"' if status else ""
    return (
        f"<nitf><head><docdata {state}>{docdata}</docdata>{more}</head>"
        f"<body><body.head>{head}</body.head><body.content>{content}</body.content></body></nitf>"
    )


def test_the_blocks_of_a_full_document() -> None:
    assert blocks(only(NITF, FULL)) == [
        ("headline", "Ferry runs again"),
        ("deck", "Town hall pays for the engine"),
        ("byline", "By Rui Paz, River correspondent"),
        ("note", "Adds quote from mayor"),
        ("note", "Eds: map to follow"),
        ("dateline", "FARO, Portugal, March 5"),
        ("paragraph", P1),
        ("caption", "The ferry in its dock"),
        ("credit", "Ana Luz/RNA"),
        ("paragraph", "An old engine"),
        ("paragraph", P2),
        ("paragraph", "Cars pay two euros."),
        ("paragraph", "Bicycles pay nothing."),
        ("paragraph", "We have waited long enough for it, the mayor said."),
        ("note", "Additional reporting by Ana Luz"),
    ]


def test_the_fields_of_a_full_document() -> None:
    article = only(NITF, FULL)
    assert (article.id, article.source.outlet, article.language) == ("rna-240305-17", "The Faro Post", "en")
    assert fields(article) == [
        ("agency", "RNA", "nitf: head/docdata/doc-id"),
        ("tag", "Algarve", "nitf: head/docdata/doc-scope"),
        ("revision", "2", "nitf: head/docdata/du-key"),
        ("copyright", "River News Agency", "nitf: head/docdata/doc.copyright"),
        ("published", "2024-03-05T10:15:00+01:00", "nitf: head/docdata/date.issue"),
        ("tag", "ferry", "nitf: head/docdata/key-list/keyword"),
        ("tag", "Faro", "nitf: head/docdata/key-list/keyword"),
        ("language", "en", "nitf: @lang"),
        ("outlet", "The Faro Post", "nitf: head/pubdata"),
        ("section", "Region", "nitf: head/pubdata"),
        ("updated", "2024-03-05T12:00:00+01:00", "nitf: head/revision-history"),
        ("tag", "Transport", "nitf: head/tobject/tobject.subject"),
        ("tag", "Ferries", "nitf: head/tobject/tobject.subject"),
        ("headline", "Ferry runs again", "nitf: body/body.head/hedline/hl1"),
        ("deck", "Town hall pays for the engine", "nitf: body/body.head/hedline/hl2"),
        ("byline", "By Rui Paz, River correspondent", "nitf: body/body.head/byline"),
        ("agency", "River News Agency", "nitf: body/body.head/distributor"),
        ("image", "ferry.jpg", "nitf: body/body.content/media/media-reference"),
        ("status", "usable", "nitf: head/docdata"),
    ]


@pytest.mark.parametrize(
    ("docdata", "status", "expected", "embargoed"),
    [
        ("", "", [], []),
        ("", "usable", ["usable"], []),
        ("<date.release norm='20240306T060000Z'/>", "embargoed", ["embargoed"], ["2024-03-06T06:00:00+00:00"]),
        ("<date.release norm='20240306T060000Z'/>", "usable", ["usable"], []),
        ("", "withheld", ["embargoed"], []),
        ("", "canceled", ["killed"], []),
        ("<correction info='Name of the town is Olhao'/>", "usable", ["corrected"], []),
    ],
)
def test_status(docdata: str, status: str, expected: list[str], embargoed: list[str]) -> None:
    article = only(NITF, story(docdata, status=status))
    assert (values(article, "status"), values(article, "embargoed")) == (expected, embargoed)


def test_a_correction_says_what_was_wrong() -> None:
    article = only(NITF, story("<correction info='Name of the town is Olhao'/>"))
    assert blocks(article) == [("note", "Name of the town is Olhao"), ("paragraph", P1)]


def test_a_killed_story_without_a_text() -> None:
    killed = story(head="<hedline><hl1>Ferry sinks</hl1></hedline>", content="", status="canceled")
    assert blocks(only(NITF, killed)) == [("headline", "Ferry sinks")]
    empty = story("<doc-id id-string='k9'/>", content="", status="canceled")
    assert reason(NITF, empty) == "item k9: it was killed, and no text is left of it"


@pytest.mark.parametrize(
    ("docdata", "more", "head", "published"),
    [
        ("<date.issue norm='20240305'/>", "", "", ["2024-03-05"]),
        ("<date.issue norm='20240305000000-0500'/>", "", "", ["2024-03-05"]),
        ("<date.issue/><date.release norm='2024-03-05T08:00:00Z'/>", "", "", ["2024-03-05T08:00:00+00:00"]),
        ("", "<pubdata date.publication='20240305T0800Z'/>", "", ["2024-03-05T08:00:00+00:00"]),
        ("", "", "<dateline><story.date norm='20240305'>March 5</story.date></dateline>", ["2024-03-05"]),
        ("<date.issue norm='spring'/>", "", "", []),
    ],
)
def test_the_day_of_publication(docdata: str, more: str, head: str, published: list[str]) -> None:
    assert values(only(NITF, story(docdata, head, more=more)), "published") == published


def test_a_date_that_cannot_be_read_is_kept_as_such() -> None:
    article = only(NITF, story("<date.issue norm='spring'/>"))
    assert ("unreadable", "spring", "nitf: head/docdata/date.issue") in fields(article)


@pytest.mark.parametrize(
    ("dateline", "lead", "expected"),
    [
        ("FARO", f"FARO, March 5 (RNA) - {P1}", "FARO, March 5 (RNA) -"),
        ("Faro", f"Faro - {P1}", None),
        ("FARO (RNA)", P1, "FARO (RNA)"),
        ("Faro", "Faro police said that the ferry across the river will run again from Monday.", "Faro"),
    ],
)
def test_a_dateline_stands_once(dateline: str, lead: str, expected: str | None) -> None:
    article = only(NITF, story(head=f"<dateline>{dateline}</dateline>", content=f"<p>{lead}</p>"))
    assert [words for role, words in blocks(article) if role == "dateline"] == ([expected] if expected else [])
    assert article.text.count(lead) == 1


def test_what_the_head_of_the_body_says_is_not_said_again() -> None:
    head = "<hedline><hl1>Ferry runs again</hl1></hedline><byline>By Rui Paz</byline>"
    article = only(NITF, story(head=head, content=f"<p>FERRY RUNS AGAIN</p><p>Rui Paz</p><p>{P1}</p>"))
    assert blocks(article) == [("headline", "Ferry runs again"), ("byline", "By Rui Paz"), ("paragraph", P1)]


def test_a_dateline_in_a_block_and_a_title_in_the_head() -> None:
    content = f"<block><dateline><location>FARO</location></dateline><abstract>No</abstract><p>{P1}</p></block>"
    article = only(
        NITF, f"<nitf><head><title>Ferry</title></head><body><body.content>{content}</body.content></body></nitf>"
    )
    assert blocks(article) == [("headline", "Ferry"), ("dateline", "FARO"), ("paragraph", P1)]


def test_other_languages_and_namespaces() -> None:
    words = "Die Fähre über den Fluss fährt ab Montag wieder, teilte das Rathaus am Dienstag mit."
    told = story(head="<byline>Von Jörg Ems</byline>", content=f"<p>{words}</p>")
    article = only(NITF, told.replace("<nitf>", '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">'))
    assert article.language == "de"
    assert blocks(article) == [("byline", "Von Jörg Ems"), ("paragraph", words)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<html/>", "it is no NITF: its root is 'html'"),
        ("<nitf/>", "there is no text in it"),
        ("<nitf><body><body.content><table><tr><td>9</td></tr></table></body.content></body></nitf>", "no text"),
        ('<!DOCTYPE nitf [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><nitf>&b;</nitf>', "declares entities"),
        ("<nitf><body><body.content>" + "<block>" * 5000, "nested too deeply"),
        ("plain words", "it is no XML"),
    ],
)
def test_what_is_no_story_is_refused_with_a_sentence(content: str, expected: str) -> None:
    assert expected in reason(NITF, content)


@given(st.integers(0, len(FULL)), st.integers(0, 60), st.text(alphabet="<>/&;\"'=p \n", max_size=12))
@settings(max_examples=120, deadline=None)
def test_mutilated_documents_are_read_or_refused(at: int, cut: int, put: str) -> None:
    assert all(is_sound(each) for each in outcomes(NITF, FULL[:at] + put + FULL[at + cut :]))


def test_paragraphs_that_stand_in_the_body_itself() -> None:
    told = f"<nitf><body><body.head><hedline><hl1>Ferry</hl1></hedline></body.head><p>{P1}</p></body></nitf>"
    assert blocks(only(NITF, told)) == [("headline", "Ferry"), ("paragraph", P1)]


def test_a_summary_of_the_words_after_the_dateline_is_no_deck() -> None:
    head = f"<abstract><p>{P1}</p></abstract>"
    article = only(NITF, story(head=head, content=f"<p>FARO, March 5 (RNA) - {P1}</p><p>{P2}</p>"))
    assert [role for role, _ in blocks(article)] == ["dateline", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("By <person>Rui Paz</person><byttl>River correspondent</byttl>", "By Rui Paz, River correspondent"),
        ("By Rui Paz, <byttl>River correspondent</byttl>", "By Rui Paz, River correspondent"),
        ("By <person>Rui Paz</person><byttl/>", "By Rui Paz"),
        ("<byttl>Editor</byttl>", "Editor"),
    ],
)
def test_a_comma_stands_before_the_post(byline: str, expected: str) -> None:
    assert blocks(only(NITF, story(head=f"<byline>{byline}</byline>")))[0] == ("byline", expected)
