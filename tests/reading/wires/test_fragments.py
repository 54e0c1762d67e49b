"""Pieces of markup as parts: paragraphs, captions, credits, and what is left out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.reading.assembly import Part
from dateline.reading.wires.fragments import element_parts, fragment_parts, text_parts, words_of
from dateline.reading.wires.xml import xml_root

P = "paragraph"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("", []),
        ("   ", []),
        ("<!-- nothing -->", []),
        ("<img src='a.jpg' alt='a bridge'>", []),
        ("<p>One <b>two</b>, <i>th</i>ree&nbsp;four.</p>", [(P, "One two, three four.")]),
        ("<p>One<p>Two", [(P, "One"), (P, "Two")]),
        ("One<br><br/>Two", [(P, "One"), (P, "Two")]),
        ("One<br> \n <br/>Two", [(P, "One"), (P, "Two")]),
        ("A short<br>line", [(P, "A short line")]),
        ("It is done.<br>Now this.", [(P, "It is done."), (P, "Now this.")]),
        ("<div>One<p>Two</p>Three</div>", [(P, "One"), (P, "Two"), (P, "Three")]),
        ("<h2>Ferries</h2><p>They run.</p>", [(P, "Ferries"), (P, "They run.")]),
        ("<ul><li>One</li><li>Two <ol><li>Three</ol></ul>", [(P, "One"), (P, "Two"), (P, "Three")]),
        ("<blockquote><p>One</p></blockquote>", [(P, "One")]),
        ("<p>One</p><table><tr><td>9</td></tr></table><p>Two</p>", [(P, "One"), (P, "Two")]),
        ("One<table><tr><td>9</td></tr></table>Two", [(P, "One"), (P, "Two")]),
        ("<p>On<script>x()</script>e <del>two</del><style>p{}</style></p>", [(P, "One")]),
        ("<p hidden>One</p><p>Two</p>", [(P, "Two")]),
        ("<p>One</p><aside><p>Read also</p></aside>", [(P, "One")]),
        ("<p>***</p><p>One</p>", [(P, "One")]),
        ("<pre>First line\nsecond\n\nThird</pre>", [(P, "First line"), (P, "second"), (P, "Third")]),
        ("<p>Ends &amp; <a href='x'>links</a>.</p>", [(P, "Ends & links.")]),
        ("Fish &amp; chips", [(P, "Fish & chips")]),
        ("3 < 4 and 5 > 4", [(P, "3 < 4 and 5 > 4")]),
    ],
)
def test_paragraphs(markup: str, expected: list[tuple[str, str]]) -> None:
    assert fragment_parts(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            "<figure><img src='a'><figcaption>A ferry <span class='photo-credit'>Rui Paz</span></figcaption></figure>",
            [("caption", "A ferry"), ("credit", "Rui Paz")],
        ),
        (
            "<p>One</p><div class='wp-caption'><img><p class='wp-caption-text'>A ferry</p></div><p>Two</p>",
            [(P, "One"), ("caption", "A ferry"), (P, "Two")],
        ),
        (
            "<figure>A ferry<small itemprop='copyrightHolder'>Rui Paz</small></figure>",
            [("caption", "A ferry"), ("credit", "Rui Paz")],
        ),
        ("<p class='credit'>No picture is near</p>", [(P, "No picture is near")]),
    ],
)
def test_captions_and_credits(markup: str, expected: list[tuple[str, str]]) -> None:
    assert fragment_parts(markup) == expected


def test_the_words_of_nitf() -> None:
    content = xml_root(
        "<body.content xmlns='http://iptc.org/std/NITF/2006-10-18/'><block><p>One.</p><hl2>Cross</hl2>"
        "<media><media-metadata name='x' value='y'/><media-reference source='a.jpg'>no</media-reference>"
        "<media-caption><p>A ferry</p></media-caption><media-producer>Rui Paz</media-producer></media>"
        "<note><body.content><p>Eds: more to come.</p></body.content></note>"
        "<dateline>FARO</dateline><bq><block><p>Two.</p></block></bq><nitf-table>9</nitf-table></block></body.content>"
    )
    assert element_parts(content, frozenset(("dateline",))) == [
        (P, "One."),
        (P, "Cross"),
        ("caption", "A ferry"),
        ("credit", "Rui Paz"),
        ("note", "Eds: more to come."),
        (P, "Two."),
    ]


def test_wrapped_lines_of_plain_text_are_one_paragraph() -> None:
    text = (
        "The ferry across the river will run again from Monday, the town\n"
        "hall said, after engineers had looked at its engine for a week and\n"
        "found nothing that could not be mended by its own crew of three.\n"
        "\nIt carries forty cars."
    )
    assert text_parts(text) == [Part(P, words_of(text.partition("\n\n")[0])), Part(P, "It carries forty cars.")]


@pytest.mark.parametrize("markup", ["<div>" * 100_000 + "x", "<b>a<br>" * 20_000, "<p>" * 50_000, "<" * 50_000])
def test_what_is_deep_or_long_ends(markup: str) -> None:
    assert all(words for _, words in fragment_parts(markup))


TAGS = st.sampled_from(["p", "div", "b", "br", "figure", "figcaption", "table", "td", "li", "pre", "h2", "script"])
PIECE = st.one_of(TAGS.map("<{}>".format), TAGS.map("</{}>".format), st.text(max_size=12), st.just("A word. "))


@given(st.lists(PIECE, max_size=30).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_markup_gives_parts_on_one_line(markup: str) -> None:
    for role, words in fragment_parts(markup):
        assert role in ("paragraph", "caption", "credit")
        assert words and words == " ".join(words.split())
