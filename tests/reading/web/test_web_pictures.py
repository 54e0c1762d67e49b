"""Captions and credits in the markup of many kinds of sites, and where they stand in the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import document_fromstring

from dateline.model import Article, Page
from dateline.reading import read_page
from dateline.reading.web.pictures import PICTURES, take_pictures

P1 = "Bakers in the valley fired their ovens again on Thursday after a week without gas, the town hall said."
P2 = "The pipe had been cut by a digger, and three villages were left to cook on wood and on small bottles."
P3 = "The company promised every household forty euros, which the mayor called a beginning and no more."

SAID = "An oven in the old bakery"
SIGNED = "Marta Okoro/Valley Pictures"

PICTURED = {
    "figcaption": f"<figure><img><figcaption>{SAID} <span class='credit'>{SIGNED}</span></figcaption></figure>",
    "credit beside": f"<figure><img><figcaption>{SAID}</figcaption><span class='photo-credit'>{SIGNED}</span></figure>",
    "credit before": f"<figure><div class='image__credit'>{SIGNED}</div><img><figcaption>{SAID}</figcaption></figure>",
    "credit in small": f"<figure><img><figcaption>{SAID}<small class='credits'>{SIGNED}</small></figcaption></figure>",
    "copyright": f"<figure><img><figcaption>{SAID} <span class='copyright'>{SIGNED}</span></figcaption></figure>",
    "photographer": f"<figure><img><figcaption>{SAID} <em class='photographer'>{SIGNED}</em></figcaption></figure>",
    "schema.org": f"<figure><img><p itemprop='caption'>{SAID}</p><p itemprop='copyrightHolder'>{SIGNED}</p></figure>",
    "credit text": f"<figure><img><p itemprop='caption'>{SAID}</p><p itemprop='creditText'>{SIGNED}</p></figure>",
    "divisions": f"<div class='img'><img><div class='caption'>{SAID} <span class='credit'>{SIGNED}</span></div></div>",
    "blog": f"<div><img><p class='wp-caption-text'>{SAID} <cite class='credit'>{SIGNED}</cite></p></div>",
    "list": f"<dl><dt><img></dt><dd class='caption'>{SAID} <span class='credit'>{SIGNED}</span></dd></dl>",
    "camel case": f"<div><img><p class='imageCaption'>{SAID}<span class='photoCredit'>{SIGNED}</span></p></div>",
    "glued": f"<div><img><div class='img-caption'>{SAID}<span class='copyright'>{SIGNED}</span></div></div>",
    "attribute": f"<figure><img data-caption='{SAID}'><span class='credit'>{SIGNED}</span></figure>",
    "slashed": f"<figure><img><figcaption>{SAID}. ({SIGNED.split('/')[0]}/AFP)</figcaption></figure>",
    "labelled": f"<figure><img><figcaption>{SAID}. Photo: {SIGNED.split('/')[0]}</figcaption></figure>",
    "by": f"<figure><img><figcaption>{SAID}. (Photo by {SIGNED.split('/')[0]}/Getty Images)</figcaption></figure>",
    "marked": f"<figure><img><figcaption>{SAID}. © {SIGNED.split('/')[0]}</figcaption></figure>",
}


def story(body: str) -> Article:
    content = f"<html lang='en'><body><article><h1>Ovens burn again</h1>{body}</article></body></html>"
    [article] = read_page(Page(id="p", location="p", media_type="text/html", content=content))
    assert isinstance(article, Article)
    return article


def roles(article: Article) -> list[tuple[str, str]]:
    return [(block.role, article.text[block.start : block.end]) for block in article.blocks]


@pytest.mark.parametrize("picture", PICTURED.values(), ids=PICTURED.keys())
def test_caption_then_credit(picture: str) -> None:
    found = roles(story(f"{picture}<p>{P1}</p><p>{P2}</p>"))
    assert [role for role, _ in found] == ["headline", "caption", "credit", "paragraph", "paragraph"]
    assert found[1][1].rstrip(".") == SAID
    assert "Marta Okoro" in found[2][1]


@pytest.mark.parametrize("picture", PICTURED.values(), ids=PICTURED.keys())
def test_below_the_paragraph_it_stands_below(picture: str) -> None:
    found = roles(story(f"<p>{P1}</p><p>{P2}</p>{picture}<p>{P3}</p>"))
    assert [role for role, _ in found] == ["headline", "paragraph", "paragraph", "caption", "credit", "paragraph"]


def test_pictures_between_the_same_paragraphs_keep_their_order() -> None:
    pictures = "".join(f"<figure><img><figcaption>Oven number {i} of the town</figcaption></figure>" for i in (1, 2, 3))
    found = roles(story(f"<p>{P1}</p>{pictures}<p>{P2}</p>"))
    assert [words for role, words in found if role == "caption"] == [f"Oven number {i} of the town" for i in (1, 2, 3)]


def test_a_credit_without_a_caption() -> None:
    assert ("credit", SIGNED) in roles(story(f"<figure><img><i></i><p class='credit'>{SIGNED}</p></figure><p>{P1}</p>"))


def test_a_picture_for_screens_of_two_sizes_stands_once() -> None:
    article = story(f"<p>{P1}</p>{PICTURED['figcaption']}{PICTURED['figcaption']}<p>{P2}</p>")
    assert article.text.count(SAID) == 1


def test_a_caption_that_readers_see_in_two_places_stands_twice() -> None:
    found = roles(story(f"{PICTURED['figcaption']}<p>{P1}</p><p>{P2}</p>{PICTURED['figcaption']}"))
    assert [role for role, _ in found] == [
        "headline", "caption", "credit", "paragraph", "paragraph", "caption", "credit",
    ]  # fmt: skip


def test_a_caption_among_the_paragraphs_is_no_paragraph() -> None:
    article = story(f"{PICTURED['figcaption']}<p>{P1}</p><p>{SAID}</p><p>{P2}</p>")
    assert article.text.count(SAID) == 1


def test_an_alt_attribute_is_no_caption() -> None:
    assert SAID not in story(f"<figure><img alt='{SAID}'></figure><p>{P1}</p><p>{P2}</p>").text


def test_the_words_of_a_quotation_s_figure_stay_in_the_body() -> None:
    quoted = f"<figure><blockquote><p>{P2}</p></blockquote><figcaption>The mayor, on Thursday</figcaption></figure>"
    found = roles(story(f"<p>{P1}</p>{quoted}<p>{P3}</p>"))
    assert ("paragraph", P2) in found
    assert "caption" not in dict(found)


def test_pictures_of_other_stories_are_no_captions() -> None:
    card = "<aside><figure><img><figcaption>A goat on a roof</figcaption></figure></aside>"
    assert "goat" not in story(f"<p>{P1}</p><p>{P2}</p>{card}").text


def test_a_long_text_called_caption_is_no_caption() -> None:
    tree = document_fromstring(f"<div class='caption'>{P1 * 10}</div>")
    assert take_pictures(tree, tree) == []


def test_no_more_pictures_than_a_gallery_has() -> None:
    pictures = "".join(f"<figure><figcaption>Oven number {i}</figcaption></figure>" for i in range(100))
    tree = document_fromstring(f"<article>{pictures}</article>")
    assert len(take_pictures(tree, tree)) == PICTURES


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<figure>",
                "</figure>",
                "<figcaption>",
                "</figcaption>",
                "<p class='caption'>",
                "</p>",
                "<p class=credit>",
                "<span class='credit caption'>",
                "</span>",
                SAID,
                SIGNED,
                "<img data-caption='<b>x'>",
                "<blockquote>",
                "<table>",
            ]
        ),
        max_size=25,
    )
)
def test_any_picture_markup_gives_short_parts_with_words(markup: list[str]) -> None:
    tree = document_fromstring(f"<article><p>{P1}</p>{''.join(markup)}</article>")
    for picture in take_pictures(tree, tree):
        assert [part.role for part in picture.parts] in (["caption"], ["credit"], ["caption", "credit"])
        assert all(part.words.strip() for part in picture.parts)
