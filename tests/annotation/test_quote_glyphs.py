"""The spellings of a mark, and what is none: apostrophes, inches, minutes, code."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import article_of
from dateline.annotation.quotes.glyphs import glyphs, sign_of, spelled
from dateline.annotation.quotes.quotations import quotations

OPENING = ['"', "“", "``", "''", "‘‘", ",,", "„", "«", "&quot;", "&#34;", "&#x22;", "&ldquo;", "&#8220;", "&amp;quot;"]
OPENING += ["&laquo;", "&bdquo;", "&QUOT;", '\\"', "\\“", "\u00e2\u20ac\u0153", "\x93", "〝", "＂", "‟", "″"]
CLOSING = ['"', "”", "''", "''", "’’", "''", "“", "»", "&quot;", "&#34;", "&#x22;", "&rdquo;", "&#8221;", "&amp;quot;"]
CLOSING += ["&raquo;", "&ldquo;", "&QUOT;", '\\"', "\\”", "\u00e2\u20ac\x9d", "\x94", "〞", "＂", "”", "″"]


def inner(text: str) -> list[str]:
    found, _ = quotations(article_of(text))
    return [text[q.inner.start : q.inner.end] for q in found]


@pytest.mark.parametrize(("opening", "closing"), [*zip(OPENING, CLOSING, strict=True)])
def test_however_a_pair_is_spelt_it_quotes(opening: str, closing: str) -> None:
    text = f"{opening}We stay,{closing} said Ana Ruiz. She called it {opening}a bad day{closing} for Porto."
    found, strays = quotations(article_of(text))
    assert inner(text) == ["We stay,", "a bad day"]
    assert text[found[0].start : found[0].end] == f"{opening}We stay,{closing}"
    assert strays == ()


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("'", "'"),
        ("‘", "’"),
        ("`", "'"),
        ("‹", "›"),
        ("&#39;", "&#39;"),
        ("&lsquo;", "&rsquo;"),
        ("\u00e2\u20ac\u02dc", "\u00e2\u20ac\u2122"),
        ("\x91", "\x92"),
        ("‚", "‘"),
    ],
)
def test_however_a_single_pair_is_spelt_it_quotes(opening: str, closing: str) -> None:
    text = f"{opening}We stay,{closing} said Ana Ruiz."
    assert inner(text) == ["We stay,"]


@pytest.mark.parametrize("closing", ["\u00e2\u20ac", "\u00e2\u20ac\ufffd", "\u00e2\u20ac\x9d"])
def test_a_wrong_encoding_may_lose_its_last_sign(closing: str) -> None:
    assert inner(f"\u00e2\u20ac\u0153We stay,{closing} said Ana Ruiz.") == ["We stay,"]


@pytest.mark.parametrize(
    "text",
    [
        "The pier \u00e2\u20ac\u201d old and rotten \u00e2\u20ac\u201d fell in 2019\u00e2\u20ac\u201c20.",
        "It isn\u00e2\u20ac\u2122t the mayor\u00e2\u20ac\u2122s pier.",
        'See <a href="pier.html" class="big">the pier</a> and <img alt="old"/> there.',
        'The board is 8½" by 5\' 6" and 12.5” wide.',
        "It lies at 51°30'26\"N and 0°7’39”W.",
        "It runs for 5′ 30″ and is 6′2″ long.",
        "The O'Briens' boats, the Ruizes’ pier and ol' Tom's net.",
        "'Tis the '60s and 'em again; rock 'n' roll, 'n all.",
        "They did n't know it 's gone , and she 'll go , he ’ s sure .",
        "Johnson & Johnson&#39;s pier isn&rsquo;t theirs.",
        'C:\\"',
    ],
)
def test_what_is_no_quotation_mark(text: str) -> None:
    assert inner(text) == []


def test_a_mark_of_several_signs_is_one() -> None:
    text = "&quot;No,&quot; ``no'' and ‘‘no’’"
    assert [text[g.start : g.end] for g in glyphs(text, 0, len(text))] == [
        "&quot;",
        "&quot;",
        "``",
        "''",
        "‘‘",
        "’’",
    ]
    assert [sign for _, _, sign in spelled(text)] == ['"', '"', "“", '"', "“", "”"]


def test_three_marks_close_the_inner_quotation_first() -> None:
    assert inner("''She said: 'We go,''' said Ana Ruiz.") == ["She said: 'We go,'"]


@pytest.mark.parametrize(
    ("words", "sign"),
    [("&quot;", '"'), ("&amp;ldquo;", "“"), ("&#146;", "’"), ("\\'", "'"), ("″", '"'), ("´", "’"), ('"', '"')],
)
def test_the_sign_of_a_spelling(words: str, sign: str) -> None:
    assert sign_of(words) == sign


@given(st.text(alphabet=st.sampled_from(list("ab &;#34quot\\\"'`“”,.=<>\n\u00e2\u20ac\u0153\u00c2«")), max_size=60))
def test_glyphs_stand_in_order_and_inside_the_stretch(text: str) -> None:
    middle = len(text) // 3
    found = glyphs(text, middle, len(text))
    assert all(middle <= a.start < a.end <= len(text) for a in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(len(a.sign) == 1 for a in found)
