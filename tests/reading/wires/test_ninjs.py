"""ninjs 1, 2 and 3: the same stories under changing names."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outcomes import NINJS, blocks, fields, is_sound, only, outcomes, reason, values

from dateline.model import Article, Refused

P1 = "The library in the old market hall opens on Saturday, the council said on Tuesday."
P2 = "It has room for eighty readers and stays open until ten in the evening."
HTML = f"<p>{P1}</p><p>{P2}</p>"

V1: dict[str, Any] = {
    "uri": "urn:example:library",
    "type": "text",
    "version": "2",
    "firstcreated": "2024-03-05T09:00:00Z",
    "versioncreated": "2024-03-05T10:30:00Z",
    "pubstatus": "usable",
    "urgency": 4,
    "language": "en",
    "headline": "Library opens in market hall",
    "slugline": "LIBRARY-OPENING",
    "byline": "By Ines Prado",
    "ednote": "Adds opening hours",
    "description_text": "Readers get the old market hall",
    "located": "Evora",
    "copyrightnotice": "(c) 2024 Harbour Press",
    "infosource": [{"name": "Harbour Press"}],
    "subject": [{"name": "libraries", "code": "1"}, {"code": "2"}],
    "body_text": f"{P1}\n\n{P2}",
    "body_html": HTML,
    "associations": {
        "featured": {
            "type": "picture",
            "headline": "Hall",
            "description_text": "The market hall in 1950",
            "byline": "Ana Luz",
            "renditions": {"original": {"href": "https://example.org/h.jpg"}},
        },
        "nothing": None,
    },
}
V2: dict[str, Any] = {
    "uri": "urn:example:library",
    "type": "text",
    "firstcreated": "2024-03-05T09:00:00Z",
    "versioncreated": "2024-03-05T10:30:00Z",
    "pubstatus": "usable",
    "language": "pt",
    "headlines": [
        {"role": "sub", "value": "Leitores ganham o antigo mercado"},
        {"role": "main", "value": "Biblioteca abre no mercado"},
    ],
    "bodies": [
        {"role": "text", "contenttype": "text/plain", "value": "A biblioteca abre. Sem marcas."},
        {
            "role": "main",
            "contenttype": "text/html",
            "value": "<p>A biblioteca no antigo mercado abre no sábado, disse a câmara municipal na terça-feira.</p>",
        },
    ],
    "by": "Por Inês Prado",
    "infosources": [{"literal": "hp", "name": "Harbour Press"}],
    "subjects": [{"name": "bibliotecas"}],
    "associations": [
        {
            "name": "foto",
            "type": "picture",
            "descriptions": [{"value": "O mercado em 1950"}],
            "by": "Ana Luz",
            "renditions": [{"name": "r0", "href": "https://example.org/h.jpg"}],
        }
    ],
}
V3: dict[str, Any] = {
    "uri": "urn:example:library",
    "type": "text",
    "versionCreated": "2024-03-05T10:30:00+01:00",
    "pubStatus": "usable",
    "copyrightNotice": "(c) 2024 Harbour Press",
    "edNote": "Nur für den Dienst",
    "headlines": [{"value": "Bibliothek öffnet in der Markthalle"}],
    "bodies": [
        {
            "role": "html",
            "contentType": "text/html",
            "value": "<p>Die Bibliothek in der alten Markthalle öffnet am Samstag, teilte die Stadt mit.</p>",
        }
    ],
    "by": "Von Inga Prass",
    "infoSources": [{"name": "Harbour Press"}],
}


def written(base: dict[str, Any], **changes: Any) -> str:
    return json.dumps({key: value for key, value in (base | changes).items() if value is not None})


def test_version_1() -> None:
    article = only(NINJS, written(V1))
    assert (article.id, article.language) == ("urn:example:library", "en")
    assert blocks(article) == [
        ("headline", "Library opens in market hall"),
        ("deck", "Readers get the old market hall"),
        ("byline", "By Ines Prado"),
        ("note", "Adds opening hours"),
        ("paragraph", P1),
        ("paragraph", P2),
        ("caption", "The market hall in 1950"),
        ("credit", "Ana Luz"),
    ]
    assert fields(article) == [
        ("published", "2024-03-05T09:00:00+00:00", "ninjs: firstcreated"),
        ("updated", "2024-03-05T10:30:00+00:00", "ninjs: versioncreated"),
        ("revision", "2", "ninjs: version"),
        ("headline", "Library opens in market hall", "ninjs: headline"),
        ("byline", "By Ines Prado", "ninjs: byline"),
        ("deck", "Readers get the old market hall", "ninjs: description_text"),
        ("language", "en", "ninjs: language"),
        ("agency", "Harbour Press", "ninjs: infosource"),
        ("tag", "libraries", "ninjs: subject"),
        ("tag", "LIBRARY-OPENING", "ninjs: slugline"),
        ("located", "Evora", "ninjs: located"),
        ("copyright", "(c) 2024 Harbour Press", "ninjs: copyrightnotice"),
        ("image", "https://example.org/h.jpg", "ninjs: associations/renditions"),
        ("status", "usable", "ninjs: pubstatus"),
    ]


def test_version_2() -> None:
    article = only(NINJS, written(V2))
    assert article.language == "pt"
    assert blocks(article) == [
        ("headline", "Biblioteca abre no mercado"),
        ("deck", "Leitores ganham o antigo mercado"),
        ("byline", "Por Inês Prado"),
        ("paragraph", "A biblioteca no antigo mercado abre no sábado, disse a câmara municipal na terça-feira."),
        ("caption", "O mercado em 1950"),
        ("credit", "Ana Luz"),
    ]
    assert values(article, "agency") == ["Harbour Press"]
    assert values(article, "tag") == ["bibliotecas"]


def test_version_3() -> None:
    article = only(NINJS, written(V3))
    assert article.language == "de"
    assert blocks(article) == [
        ("headline", "Bibliothek öffnet in der Markthalle"),
        ("byline", "Von Inga Prass"),
        ("note", "Nur für den Dienst"),
        ("paragraph", "Die Bibliothek in der alten Markthalle öffnet am Samstag, teilte die Stadt mit."),
    ]
    assert values(article, "published") == ["2024-03-05T10:30:00+01:00"]
    assert values(article, "updated") == []
    assert values(article, "status") == ["usable"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"pubstatus": "canceled"}, ["killed"]),
        ({"pubstatus": "withheld"}, ["embargoed"]),
        ({"pubstatus": "odd"}, []),
        ({"pubstatus": None}, []),
        ({"embargoed": "2024-03-06T06:00:00Z"}, ["embargoed"]),
        ({"embargoed": "2024-03-05T06:00:00Z"}, ["usable"]),
        ({"signal": [{"code": "sig:correction"}]}, ["corrected"]),
        ({"signals": [{"name": "update"}]}, ["updated"]),
    ],
)
def test_status(changes: dict[str, Any], expected: list[str]) -> None:
    assert values(only(NINJS, written(V1, **changes)), "status") == expected


def test_the_end_of_an_embargo() -> None:
    article = only(NINJS, written(V1, embargoed="2024-03-06T06:00:00+01:00"))
    assert values(article, "embargoed") == ["2024-03-06T06:00:00+01:00"]


@pytest.mark.parametrize(
    "bodies",
    [
        {"body_text": f"{P1}\n\n{P2}"},
        {"body_html": HTML},
        {"body_xhtml": f"<div xmlns='http://www.w3.org/1999/xhtml'>{HTML}</div>"},
        {"body_text": "short", "body_html": HTML},
        {"body_text": f"{P1}\n\n{P2}", "body_html": "<p></p>"},
        {"bodies": [{"value": HTML}]},
        {
            "bodies": [
                {"contenttype": "text/html", "role": "summary", "value": "<p>No.</p>"},
                {"contenttype": "text/html", "value": HTML},
            ]
        },
        {
            "bodies": [
                {
                    "contenttype": "application/nitf+xml",
                    "value": f"<nitf><body><body.content>{HTML}</body.content></body></nitf>",
                }
            ]
        },
        {
            "bodies": [
                {"contenttype": "application/nitf+xml", "value": "<"},
                {"contenttype": "text/plain", "value": f"{P1}\n\n{P2}"},
            ]
        },
        {"bodies": {"contenttype": "text/html", "value": HTML}},
    ],
)
def test_the_best_of_the_bodies_is_read(bodies: dict[str, Any]) -> None:
    told = {"uri": "u", "type": "text", "headline": "Library opens"} | bodies
    assert blocks(only(NINJS, json.dumps(told))) == [
        ("headline", "Library opens"),
        ("paragraph", P1),
        ("paragraph", P2),
    ]


def test_a_composite_gives_each_of_its_texts() -> None:
    inner = {"uri": "one", "type": "text", "headline": "One", "body_html": HTML}
    picture = {"uri": "p", "type": "picture", "description_text": "A hall"}
    told = {"uri": "all", "type": "composite", "associations": {"a": inner, "b": inner | {"uri": "two"}, "c": picture}}
    found = outcomes(NINJS, json.dumps(told))
    assert [each.id for each in found if isinstance(each, Article)] == ["one", "two"]
    assert len(found) == 2


def test_a_text_among_the_associations_of_a_text_is_an_article_of_its_own() -> None:
    side = {"uri": "side", "type": "text", "headline": "Side", "body_text": P2}
    story, other = outcomes(NINJS, written(V1, associations={"side": side, "link": {"uri": "x", "type": "text"}}))
    assert isinstance(story, Article) and isinstance(other, Article)
    assert (story.id, other.id) == ("urn:example:library", "side")
    assert blocks(other) == [("headline", "Side"), ("paragraph", P2)]


@pytest.mark.parametrize("kind", ["picture", "video", "audio", "graphic"])
def test_a_picture_alone_is_no_story(kind: str) -> None:
    told = {"uri": "p", "type": kind, "headline": "Hall", "description_text": "The hall"}
    assert reason(NINJS, json.dumps(told)) == f"item p: it is a {kind} without a story"


def test_a_killed_item_without_a_body() -> None:
    killed = {"uri": "k", "type": "text", "pubstatus": "canceled", "ednote": "Kill it."}
    assert blocks(only(NINJS, json.dumps(killed))) == [("note", "Kill it.")]
    assert reason(NINJS, json.dumps(killed | {"ednote": ""})) == "item k: it was killed, and no text is left of it"


def test_a_list_of_items_loses_none_for_a_bad_one() -> None:
    told = [V1, 7, {"uri": "bad", "type": "text"}, V2]
    found = outcomes(NINJS, json.dumps(told))
    assert [type(each) for each in found] == [Article, Refused, Article]


def test_a_date_that_cannot_be_read_is_kept_as_such() -> None:
    article = only(NINJS, written(V1, firstcreated="last week"))
    assert ("unreadable", "last week", "ninjs: firstcreated") in fields(article)
    assert values(article, "published") == ["2024-03-05T10:30:00+00:00"]


def test_a_summary_cut_from_the_top_is_no_deck() -> None:
    assert [
        role
        for role, _ in blocks(
            only(NINJS, written(V3, descriptions=[{"value": "Die Bibliothek in der alten Markthalle"}]))
        )
    ] == [
        "headline",
        "byline",
        "note",
        "paragraph",
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("{", "it is no JSON"),
        ("[" * 100_000, "it is no JSON"),
        ("7", "it is no ninjs: no object is in it"),
        ("[]", "it is no ninjs: no object is in it"),
        ('{"uri": "u"}', "item u: there is no text in it"),
        ('{"uri": "u", "body_html": "<table><tr><td>9</td></tr></table>"}', "item u: there is no text in it"),
    ],
)
def test_what_is_no_story_is_refused_with_a_sentence(content: str, expected: str) -> None:
    assert expected in reason(NINJS, content)


def test_items_within_items_end() -> None:
    told: dict[str, Any] = {"uri": "deepest", "type": "text", "body_text": P1}
    for _ in range(100):
        told = {"uri": "u", "type": "composite", "associations": {"a": told}}
    assert all(isinstance(each, Refused) for each in outcomes(NINJS, json.dumps(told)))


KEYS = st.sampled_from([*V1, *V2, *V3, "items", "value", "role", "name", "contenttype", "embargoed"])
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.just(HTML)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


@given(st.dictionaries(KEYS, VALUES, max_size=10), st.sampled_from([{}, V1, V2, V3]))
@settings(max_examples=200, deadline=None)
def test_any_object_is_read_or_refused(changes: dict[str, Any], base: dict[str, Any]) -> None:
    found = outcomes(NINJS, json.dumps(base | changes))
    assert found and all(is_sound(each) for each in found)


def test_half_a_character_is_marked() -> None:
    article = only(NINJS, json.dumps({"uri": "u", "body_html": f"<p>{P1} \ud83d</p>", "headline": "Op\ud83den"}))
    assert blocks(article) == [("headline", "Op\ufffden"), ("paragraph", f"{P1} \ufffd")]
