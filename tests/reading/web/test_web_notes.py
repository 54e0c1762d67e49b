"""Corrections and editors' notes, which stand in boxes of their own."""

import pytest

from dateline.model import Article, Page
from dateline.reading import read_page

P1 = "The ferry company will sail to the islands twice a day from April, one crossing more than last year."
P2 = "Island councils had asked for a night boat as well, but the ministry in Tallinn found no money for it."
NOTE = "The number of crossings was given as three in the morning edition; there are two."


def roles(body: str) -> list[tuple[str, str]]:
    content = f"<html lang='en'><body><article><h1>More ferries</h1>{body}</article></body></html>"
    [article] = read_page(Page(id="n", location="n", media_type="text/html", content=content))
    assert isinstance(article, Article)
    return [(block.role, article.text[block.start : block.end]) for block in article.blocks]


@pytest.mark.parametrize(
    "note",
    [
        f"<div class='correction'>{NOTE}</div>",
        f"<p class='article-correction'>{NOTE}</p>",
        f"<aside class='box corrections'><p>{NOTE}</p></aside>",
        f"<div class='editors-note'><p>{NOTE}</p></div>",
        f"<section class='editor-note'><p>{NOTE}</p></section>",
        f"<div class='story_clarification clarification'>{NOTE}</div>",
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_note_by_its_class(note: str, first: bool) -> None:
    story = f"<p>{P1}</p><p>{P2}</p>"
    found = roles(note + story if first else story + note)
    said = [("paragraph", P1), ("paragraph", P2)]
    told = [("note", NOTE), *said] if first else [*said, ("note", NOTE)]
    assert found == [("headline", "More ferries"), *told]


def test_a_note_between_two_paragraphs_stays_there() -> None:
    found = roles(f"<p>{P1}</p><div class='correction'><p>{NOTE}</p></div><p>{P2}</p>")
    assert [role for role, _ in found] == ["headline", "paragraph", "note", "paragraph"]


def test_a_note_behind_a_box_of_the_page_stands_below_the_story() -> None:
    found = roles(f"<p>{P1}</p><p>{P2}</p><div class='share'><p>Share it</p></div><p class='correction'>{NOTE}</p>")
    assert found[-1] == ("note", NOTE)


def test_a_note_on_a_page_without_paragraph_tags_stands_at_its_end() -> None:
    found = roles(f"<div>{P1}<br><br>{P2}</div><div class='correction'>{NOTE}</div>")
    assert found[-1] == ("note", NOTE)


@pytest.mark.parametrize("opener", ["Correction:", "Editor's note:", "An earlier version of this story was wrong:"])
def test_a_note_by_its_words_in_an_aside(opener: str) -> None:
    found = roles(f"<p>{P1}</p><p>{P2}</p><aside><p>{opener} {NOTE}</p></aside>")
    assert found[-1] == ("note", f"{opener} {NOTE}")


def test_a_note_among_the_paragraphs() -> None:
    found = roles(f"<p>{P1}</p><p>{P2}</p><p><em>Correction: {NOTE}</em></p>")
    assert found[-1] == ("note", f"Correction: {NOTE}")


def test_an_aside_of_other_words_is_no_note() -> None:
    assert "note" not in dict(roles(f"<p>{P1}</p><p>{P2}</p><aside><p>The ferry museum opens at noon.</p></aside>"))


def test_a_label_alone_is_no_note() -> None:
    assert "note" not in dict(
        roles(f"<p>{P1}</p><p>{P2}</p><a class='correction'>Report</a><p class='correction'>x</p>")
    )


def test_a_note_that_stands_twice_stands_once() -> None:
    note = f"<p class='correction'>{NOTE}</p>"
    assert [role for role, _ in roles(f"{note}<p>{P1}</p><p>{P2}</p>{note}")].count("note") == 1
