"""What stands above a story: the section's label, the headline, the deck, the byline."""

import pytest

from dateline.model import Article, Page
from dateline.reading import read_page

P1 = "The council voted on Tuesday to plant eleven hundred trees along the ring road before the autumn."
P2 = "Two members voted against the plan, since the money had been meant for the roof of the swimming hall."
H1 = "<h1>Trees for the ring road</h1>"
DECK = "Eleven hundred trees are to keep the dust away from the schools by the ring road."


def roles(body: str, head: str = "") -> list[tuple[str, str]]:
    content = f"<html lang='en'><head><title>Trees for the ring road</title>{head}</head><body>{body}</body></html>"
    [article] = read_page(Page(id="h", location="h", media_type="text/html", content=content))
    assert isinstance(article, Article)
    return [(block.role, article.text[block.start : block.end]) for block in article.blocks]


def described(words: str) -> str:
    return f'<meta name="description" content="{words}">'


def test_the_section_s_label_stands_first() -> None:
    body = f"<article><div class='top'><a class='kicker' href='/env'>Environment</a></div>{H1}<p>{P1}</p>"
    assert roles(body)[:2] == [("section", "Environment"), ("headline", "Trees for the ring road")]


def test_a_section_that_stands_nowhere_is_no_block() -> None:
    body = f"<article>{H1}<p>{P1}</p><p>{P2}</p></article>"
    head = '<meta property="article:section" content="Environment">'
    assert [role for role, _ in roles(body, head)] == ["headline", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "deck",
    [
        f"<p class='standfirst'>{DECK}</p>",
        f"<h2 class='article-subtitle subtitle'>{DECK}</h2>",
        f"<div class='dek'><p>{DECK}</p></div>",
        f"<p class='summary'>{DECK}</p>",
        f"<div class='Summary'><p>{DECK}</p></div>",
    ],
)
def test_a_deck_by_its_class(deck: str) -> None:
    body = f"<article><header>{H1}{deck}</header><p>{P1}</p><p>{P2}</p></article>"
    assert roles(body)[1:3] == [("deck", DECK), ("paragraph", P1)]


@pytest.mark.parametrize("tag", ["p", "h2", "h3", "div"])
@pytest.mark.parametrize("told", [DECK, DECK[:60] + "…"])
def test_a_deck_by_the_description_that_repeats_it(tag: str, told: str) -> None:
    deck = f"<{tag} class='text-xl'>{DECK}</{tag}>"
    body = f"<main><header>{H1}{deck}</header><div><p>{P1}</p><p>{P2}</p></div></main>"
    assert [words for role, words in roles(body, described(told)) if role in ("deck", "paragraph")].count(DECK) == 1


def test_a_description_that_is_the_first_paragraph_makes_no_deck() -> None:
    body = f"<article>{H1}<p>{P1}</p><p>{P2}</p></article>"
    assert [role for role, _ in roles(body, described(P1))] == ["headline", "paragraph", "paragraph"]


def test_a_description_that_stands_nowhere_is_no_block() -> None:
    body = f"<article>{H1}<p>{P1}</p><p>{P2}</p></article>"
    assert DECK not in dict(roles(body, described(DECK))).values()


@pytest.mark.parametrize(
    "other",
    [
        f"<a href='/pool'><p class='dek'>{DECK}</p></a>",
        f"<article><p class='dek'>{DECK}</p><p>More</p></article>",
        f"<aside><p class='dek'>{DECK}</p></aside>",
        f"<div class='author-bio'><p class='dek'>{DECK}</p></div>",
    ],
    ids=["in a link", "in another article", "in an aside", "of the author"],
)
def test_the_deck_of_another_story_is_not_this_one_s(other: str) -> None:
    body = f"<main>{H1}<div><p>{P1}</p><p>{P2}</p></div>{other}</main>"
    assert "deck" not in dict(roles(body))


def test_a_summary_below_the_story_is_another_one_s() -> None:
    body = f"<main>{H1}<div><p>{P1} {P2}</p><p>{P2}</p></div><div><p class='summary'>{DECK}</p></div></main>"
    assert "deck" not in dict(roles(body))


@pytest.mark.parametrize("signed", ["Reuters", "By Reuters", "Reuters Staff"])
def test_an_agency_that_signs_alone(signed: str) -> None:
    body = f"<article>{H1}<div class='byline'>{signed}</div><p>{P1}</p><p>{P2}</p></article>"
    assert roles(body)[1] == ("byline", "Reuters")


def test_an_agency_that_only_the_head_names_is_no_byline() -> None:
    body = f"<article>{H1}<p>{P1}</p><p>{P2}</p></article>"
    assert "byline" not in dict(roles(body, "<meta name='author' content='Reuters'>"))


def test_a_marked_block_with_the_headline_in_it_is_no_deck() -> None:
    body = f"<article><div class='article-intro'>{H1} <span>4 May</span></div><p>{P1}</p><p>{P2}</p>"
    assert "deck" not in dict(roles(body))


def test_a_headline_that_stands_in_the_body_again_stands_once() -> None:
    body = f"<article>{H1}<h2>Trees for the ring road</h2><p>{P1}</p><p>{P2}</p></article>"
    assert [words for _, words in roles(body)].count("Trees for the ring road") == 1


def test_a_byline_in_the_body_is_no_paragraph() -> None:
    body = f"<article>{H1}<p class='byline'>By Ioana Petrescu</p><p>{P1}</p><p>{P2}</p></article>"
    assert [role for role, _ in roles(body)] == ["headline", "byline", "paragraph", "paragraph"]
