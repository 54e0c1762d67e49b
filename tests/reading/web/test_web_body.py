"""The paragraphs of a story: breaks, tables, lists, short news, and the story that only JSON-LD tells."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import document_fromstring

from dateline.model import Article, Page
from dateline.reading import read_page
from dateline.reading.web.body import paragraphs_of, told_body

P1 = "Rail workers in Pilsen ended their strike on Sunday night after eleven hours of talks with the company."
P2 = "The first trains left at four in the morning, most of them late, and all of them full."
P3 = "Both sides will meet again in June to speak about the night shifts, which neither calls a small matter."
LONG = [
    f"{P} It was the {n} such meeting since the winter." for n in ("first", "second", "third") for P in (P1, P2, P3)
]


def paragraphs(body: str, head: str = "") -> list[str]:
    content = f"<html lang='en'><head>{head}</head><body>{body}</body></html>"
    [article] = read_page(Page(id="b", location="b", media_type="text/html", content=content))
    assert isinstance(article, Article)
    return [article.text[block.start : block.end] for block in article.blocks_of("paragraph")]


def told(body: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "articleBody": body})}</script>'


@pytest.mark.parametrize(
    "markup",
    [
        "<p>{}</p><p>{}</p><p>{}</p>",
        "<p>{}<br><br>{}<br>{}</p>",
        "<div><div><p>{}</p></div><div><p>{}</p></div><div><p>{}</p></div></div>",
        "<section><p>{}</p></section><section><p>{}</p></section><section><p>{}</p></section>",
        "<p>{}</p><blockquote><p>{}</p></blockquote><p>{}</p>",
        "<p>{}</p><ul><li>{}</li><li>{}</li></ul>",
        "<table><tr><td><h1>Trains</h1><p>{}</p><p>{}</p><p>{}</p></td></tr></table>",
    ],
)
def test_each_paragraph_is_one(markup: str) -> None:
    assert paragraphs(f"<article><h1>Trains</h1>{markup.format(P1, P2, P3)}</article>") == [P1, P2, P3]


def test_short_news_keep_their_paragraphs() -> None:
    assert paragraphs(f"<article><h1>Trains run again</h1><p>{P1}</p><p>{P2}</p></article>") == [P1, P2]


def test_news_of_one_sentence() -> None:
    assert paragraphs(f"<article><h1>Trains run again</h1><p>{P1}</p></article>") == [P1]


def test_rows_of_a_table_are_lines() -> None:
    rows = "".join(f"<tr><td>{line}</td><td>{late}</td></tr>" for line, late in (("Prague", 12), ("Cheb", 40)))
    found = paragraphs(f"<article><h1>Trains</h1><p>{P1}</p><p>{P2}</p><table>{rows}</table><p>{P3}</p></article>")
    assert found == [P1, P2, "Prague | 12", "Cheb | 40", P3]


def test_what_stands_twice_for_two_screens_stands_once() -> None:
    assert paragraphs(f"<article><h1>Trains</h1><p>{P1}</p><p>{P2}</p><p>{P1}</p><p>{P3}</p></article>") == [P1, P2, P3]


def test_the_story_that_only_json_ld_tells() -> None:
    body = f"<h1>Trains</h1><div id='root'><p>{P1}</p></div>"
    assert paragraphs(body, told("\n".join(LONG))) == LONG


def test_the_story_of_json_ld_in_markup() -> None:
    body = "".join(f"<p>{words.replace('Pilsen', '<b>Pilsen</b>')}</p>" for words in LONG)
    assert paragraphs(f"<h1>Trains</h1><p>{P1}</p>", told(body)) == LONG


def test_the_page_is_trusted_where_it_shows_the_story() -> None:
    shown = "".join(f"<p>{words}</p>" for words in LONG)
    other = " ".join(LONG).replace("Pilsen", "Plzen")
    assert paragraphs(f"<article><h1>Trains</h1>{shown}</article>", told(other)) == LONG


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ('{"articleBody": "one"}{"articleBody": "longer"}', "longer"),
        ('{"articleBody": "broken JSON around", }}}', "broken JSON around"),
        ('{"articleBody": "a \\"quoted\\" word &amp; more"}', 'a "quoted" word & more'),
        ('{"articleBody": "line\nbreak"}', "line\nbreak"),
        ('{"articleBody": "no end', ""),
        ('{"articleBody": ["list"]}', ""),
        ('{"articleBody": "\\ud83"}', ""),
        ('{"articleBody": "5 < 6 and 7 > 6"}', "5 < 6 and 7 > 6"),
        ("", ""),
    ],
)
def test_the_body_that_json_ld_tells(script: str, expected: str) -> None:
    markup = f'<html><head><script type="application/ld+json">{script}</script></head><body></body></html>'
    assert told_body(document_fromstring(markup)) == expected


def test_resiliparse_reads_what_trafilatura_does_not() -> None:
    tree = document_fromstring(f"<body><td>{P1} {P2}</td></body>")
    assert P1 in " ".join(paragraphs_of(tree))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<table>",
                "<tr>",
                "<td>",
                "</table>",
                "<ul>",
                "<li>",
                "</ul>",
                "<blockquote>",
                "<br>",
                P1,
                P2,
                P3,
                "<h2>",
                "</h2>",
                "<a href='/x'>",
                "</a>",
                "<div class='share'>",
                "</div>",
                "<pre>",
                "short",
            ]
        ),
        max_size=30,
    )
)
def test_any_markup_gives_lines_without_breaks(markup: list[str]) -> None:
    tree = document_fromstring(f"<html><body><article>{''.join(markup)}</article></body></html>")
    for line in paragraphs_of(tree):
        assert line
        assert line == " ".join(line.split())
