"""NewsML 1: envelopes of several items, nested components, NITF, XHTML and plain text within."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outcomes import NEWSML, articles, blocks, fields, is_sound, only, outcomes, reason, values

from dateline.model import Article, Refused

P1 = "Le pont sur la Loire restera fermé jusqu'à lundi, a annoncé mardi la maire de la ville."
P2 = "Des fissures ont été trouvées dans deux de ses piles, selon les ingénieurs."
E1 = "The bridge over the Loire will stay closed until Monday, the mayor said on Tuesday."

BRIDGE = f"""<NewsItem xml:lang="fr"><Identification><NewsIdentifier><ProviderId>example.org</ProviderId>
 <DateId>20240305</DateId><NewsItemId>pont</NewsItemId><RevisionId PreviousRevision="1" Update="A">2</RevisionId>
 <PublicIdentifier>urn:newsml:example.org:20240305:pont:2A</PublicIdentifier></NewsIdentifier></Identification>
 <NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20240305T101500+0100</FirstCreated>
 <ThisRevisionCreated>20240305T114500+0100</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>
 <NewsComponent><NewsLines><HeadLine>Le pont reste fermé</HeadLine>
 <SubHeadLine>Des fissures dans les piles</SubHeadLine>
 <ByLine>Par Anne Leroux</ByLine><DateLine>NANTES, 5 mars 2024 (ALN)</DateLine><CreditLine>ALN</CreditLine>
 <CopyrightLine>(c) ALN 2024</CopyrightLine><SlugLine>ponts-Loire</SlugLine><KeywordLine>ponts, routes</KeywordLine>
 <NewsLine><NewsLineType FormalName="AdvisoryLine"/><NewsLineText>AJOUTE des précisions</NewsLineText></NewsLine>
 </NewsLines>
 <AdministrativeMetadata><Provider><Party FormalName="Agence Ligérienne"/></Provider></AdministrativeMetadata>
 <DescriptiveMetadata><Language FormalName="fr"/></DescriptiveMetadata>
 <NewsComponent><Role FormalName="Main"/><ContentItem><MediaType FormalName="Text"/><DataContent>
  <nitf><body><body.head><hedline><hl1>Autre titre</hl1></hedline></body.head><body.content><p>{P1}</p><p>{P2}</p>
  </body.content></body></nitf></DataContent></ContentItem></NewsComponent>
 <NewsComponent><Role FormalName="Photo"/><NewsLines><HeadLine>Image</HeadLine>
  <CreditLine>Luc Morel/ALN</CreditLine></NewsLines>
  <NewsComponent><Role FormalName="Caption"/><ContentItem><MediaType FormalName="Text"/>
  <DataContent><p>Le pont, mardi à l'aube</p></DataContent></ContentItem></NewsComponent>
  <NewsComponent><Role FormalName="HighDef"/><ContentItem Href="pont.jpg"><MediaType FormalName="Photo"/></ContentItem>
  </NewsComponent></NewsComponent></NewsComponent></NewsItem>"""


def item(
    management: str = "", lines: str = "", content: str = E1, revision: str = '<RevisionId Update="N">1</RevisionId>'
) -> str:
    return f"""<NewsItem><Identification><NewsIdentifier><NewsItemId>b1</NewsItemId>{revision}</NewsIdentifier>
    </Identification>
    <NewsManagement><FirstCreated>20240305T101500Z</FirstCreated>
    <ThisRevisionCreated>20240305T101500Z</ThisRevisionCreated>{management}</NewsManagement>
    <NewsComponent><NewsLines>{lines}</NewsLines><ContentItem><MediaType FormalName="Text"/>
    <DataContent>{content}</DataContent></ContentItem></NewsComponent></NewsItem>"""


def envelope(*items: str) -> str:
    sent = "<NewsEnvelope><DateAndTime>20240305T120000+0100</DateAndTime></NewsEnvelope>"
    return f'<?xml version="1.0"?><NewsML Version="1.2">{sent}{"".join(items)}</NewsML>'


def test_the_blocks_of_a_story_with_a_picture() -> None:
    article = only(NEWSML, envelope(BRIDGE))
    assert (article.id, article.language) == ("urn:newsml:example.org:20240305:pont:2A", "fr")
    assert blocks(article) == [
        ("headline", "Le pont reste fermé"),
        ("deck", "Des fissures dans les piles"),
        ("byline", "Par Anne Leroux"),
        ("note", "AJOUTE des précisions"),
        ("dateline", "NANTES, 5 mars 2024 (ALN)"),
        ("paragraph", P1),
        ("paragraph", P2),
        ("caption", "Le pont, mardi à l'aube"),
        ("credit", "Luc Morel/ALN"),
    ]


def test_every_field_has_its_path() -> None:
    top = "newsml: NewsItem/NewsComponent"
    assert fields(only(NEWSML, envelope(BRIDGE))) == [
        ("revision", "2", "newsml: NewsItem/Identification/NewsIdentifier/RevisionId"),
        ("published", "2024-03-05T10:15:00+01:00", "newsml: NewsItem/NewsManagement/FirstCreated"),
        ("updated", "2024-03-05T11:45:00+01:00", "newsml: NewsItem/NewsManagement/ThisRevisionCreated"),
        ("deck", "Des fissures dans les piles", f"{top}/NewsLines/SubHeadLine"),
        ("byline", "Par Anne Leroux", f"{top}/NewsLines/ByLine"),
        ("headline", "Le pont reste fermé", f"{top}/NewsLines/HeadLine"),
        ("copyright", "(c) ALN 2024", f"{top}/NewsLines/CopyrightLine"),
        ("tag", "ponts-Loire", f"{top}/NewsLines/SlugLine"),
        ("tag", "ponts", f"{top}/NewsLines/KeywordLine"),
        ("tag", "routes", f"{top}/NewsLines/KeywordLine"),
        ("agency", "Agence Ligérienne", f"{top}/AdministrativeMetadata/Provider/Party"),
        ("agency", "ALN", f"{top}/NewsLines/CreditLine"),
        ("language", "fr", f"{top}/DescriptiveMetadata/Language"),
        ("image", "pont.jpg", f"{top}/NewsComponent/NewsComponent/ContentItem@Href"),
        ("status", "updated", "newsml: NewsItem/Identification/NewsIdentifier/RevisionId"),
    ]


@pytest.mark.parametrize(
    "content",
    [
        f"{E1}\n\n{P2}",
        f"<p>{E1}</p><p>{P2}</p>",
        f"<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{E1}</p><p>{P2}</p></body></html>",
        f"<![CDATA[<p>{E1}</p><p>{P2}</p>]]>",
        f"<nitf><body><body.content><block><p>{E1}</p><p>{P2}</p></block></body.content></body></nitf>",
        f"<pre>{E1}\n\n{P2}</pre>",
    ],
)
def test_the_same_story_in_many_forms(content: str) -> None:
    assert blocks(only(NEWSML, envelope(item(content=content)))) == [("paragraph", E1), ("paragraph", P2)]


@pytest.mark.parametrize(
    ("management", "status"),
    [
        ("", []),
        ('<Status FormalName="Usable"/>', ["usable"]),
        ('<Status FormalName="Embargoed"/>', ["embargoed"]),
        ('<Status FormalName="Withheld"/>', ["embargoed"]),
        ('<Status FormalName="Canceled"/>', ["killed"]),
        ('<Status FormalName="Usable"/><Instruction FormalName="Correction"/>', ["corrected"]),
        ('<Status FormalName="Usable"/><Instruction FormalName="Update"/>', ["updated"]),
        ('<Status FormalName="Usable"/><Instruction FormalName="Delete"/>', ["killed"]),
        ('<Status FormalName="Somehow"/>', []),
    ],
)
def test_status(management: str, status: list[str]) -> None:
    assert values(only(NEWSML, envelope(item(management))), "status") == status


def test_the_end_of_an_embargo() -> None:
    at = "<DateAndTime>20240306T060000+0100</DateAndTime>"
    change = f"<StatusWillChange><FutureStatus FormalName='Usable'/>{at}</StatusWillChange>"
    article = only(NEWSML, envelope(item(f'<Status FormalName="Embargoed"/>{change}')))
    assert values(article, "embargoed") == ["2024-03-06T06:00:00+01:00"]
    assert values(only(NEWSML, envelope(item(f'<Status FormalName="Usable"/>{change}'))), "embargoed") == []


def test_a_first_revision_is_no_update() -> None:
    article = only(NEWSML, envelope(item()))
    assert (values(article, "published"), values(article, "updated")) == (["2024-03-05T10:15:00+00:00"], [])


def test_several_items_keep_their_order_and_their_refusals() -> None:
    photo = BRIDGE.replace("Main", "Photo").replace("urn:newsml:example.org:20240305:pont:2A", "photo")
    killed = item('<Status FormalName="Canceled"/>', content="")
    found = outcomes(NEWSML, envelope(item(), killed, photo, BRIDGE))
    assert [type(each) for each in found] == [Article, Refused, Refused, Article]
    assert [each.reason for each in found if isinstance(each, Refused)] == [
        "item b1: it was killed, and no text is left of it",
        "item photo: it is a picture without a story",
    ]


def test_a_killed_item_keeps_its_headline() -> None:
    killed = item('<Status FormalName="Canceled"/>', "<HeadLine>KILL Bridge falls</HeadLine>", "")
    article = only(NEWSML, envelope(killed))
    assert blocks(article) == [("headline", "KILL Bridge falls")]
    assert values(article, "status") == ["killed"]


def test_of_equivalent_components_one_is_read() -> None:
    inner = "".join(
        f"<NewsComponent><ContentItem><DataContent>{words}</DataContent></ContentItem></NewsComponent>"
        for words in (E1, f"<p>{E1}</p>")
    )
    told = f"<NewsItem><NewsComponent EquivalentsList='yes'>{inner}</NewsComponent></NewsItem>"
    assert blocks(only(NEWSML, envelope(told))) == [("paragraph", E1)]


def test_headlines_and_bylines_said_again_are_left_out() -> None:
    lines = "<HeadLine>Bridge stays closed</HeadLine><ByLine>By Anne Leroux</ByLine>"
    content = f"<p>Bridge stays closed</p><p>By Anne Leroux</p><p>NANTES, March 5 (ALN) - {E1}</p>"
    assert blocks(only(NEWSML, envelope(item("", lines, content)))) == [
        ("headline", "Bridge stays closed"),
        ("byline", "By Anne Leroux"),
        ("dateline", "NANTES, March 5 (ALN) -"),
        ("paragraph", E1),
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<newsml/>", "it is no NewsML: its root is 'newsml'"),
        ("<NewsML/>", "no NewsItem is in this message"),
        ("<NewsML><NewsItem/></NewsML>", "there is no text in it"),
        ('<!DOCTYPE NewsML [<!ENTITY x SYSTEM "file:///etc/hosts">]><NewsML/>', "declares entities"),
        ("<NewsML><NewsItem>" + "<NewsComponent>" * 3000, "nested too deeply"),
    ],
)
def test_what_is_no_newsml_is_refused_with_a_sentence(content: str, expected: str) -> None:
    assert expected in reason(NEWSML, content)


WHOLE = envelope(BRIDGE, item(content=f"<p>{E1}</p>"))


@given(st.integers(0, len(WHOLE)), st.integers(0, 80), st.text(alphabet="<>/&;\"'=p \n", max_size=12))
@settings(max_examples=120, deadline=None)
def test_mutilated_envelopes_are_read_or_refused(at: int, cut: int, put: str) -> None:
    assert all(is_sound(each) for each in outcomes(NEWSML, WHOLE[:at] + put + WHOLE[at + cut :]))


def test_items_without_an_identifier_are_counted() -> None:
    content = f"<ContentItem><DataContent>{E1}</DataContent></ContentItem>"
    bare = f"<NewsItem><NewsComponent>{content}</NewsComponent></NewsItem>"
    assert [each.id for each in articles(NEWSML, envelope(bare, bare))] == ["page#1", "page#2"]
    assert only(NEWSML, envelope(bare)).id == "page"


def test_an_item_within_a_component_is_an_article_of_its_own() -> None:
    inner = item(content=f"<p>{P2}</p>").replace("b1", "inner")
    outer = item().replace("<ContentItem>", f"{inner}<ContentItem>")
    found = articles(NEWSML, envelope(outer))
    assert [(each.id, blocks(each)) for each in found] == [
        ("b1", [("paragraph", E1)]),
        ("inner", [("paragraph", P2)]),
    ]
