"""Pull quotes repeat the story; a quotation that stands once is part of it."""

import pytest
from lxml.html import document_fromstring

from dateline.reading.web.quotes import take_pull_quotes

SAID = "A clock that is right twice a day is a good clock"
STORY = f'<p>"{SAID}," said the keeper of the tower in Brno, who has wound it every morning since 1991.</p>'


def left(markup: str) -> str:
    tree = document_fromstring(f"<article>{STORY}{markup}<p>The town will pay for a new spring.</p></article>")
    take_pull_quotes(tree)
    return str(tree.text_content())


@pytest.mark.parametrize(
    "quote",
    [
        f"<blockquote><p>{SAID}</p></blockquote>",
        f"<blockquote>“{SAID}.”</blockquote>",
        f"<div class='pull-quote'>{SAID}</div>",
        f"<p class='pullquote'>{SAID.upper()}</p>",
        f"<figure class='c-pullquote'><blockquote><p>{SAID}</p></blockquote></figure>",
        f"<blockquote><p>{SAID}</p></blockquote><blockquote><p>{SAID}</p></blockquote>",
    ],
)
def test_a_quotation_that_the_story_has_too_is_taken_out(quote: str) -> None:
    assert left(quote).casefold().count(SAID.casefold()) == 1
    assert "new spring" in left(quote)


@pytest.mark.parametrize(
    "quote",
    [
        "<blockquote><p>It has never been right since the war</p></blockquote>",
        "<div class='pull-quote'>It has never been right since the war</div>",
        "<p>It has never been right since the war: <span class='quote-block'>It has never been right</span></p>",
    ],
)
def test_a_quotation_that_stands_once_stays(quote: str) -> None:
    assert "It has never been right" in left(quote)


def test_few_words_may_stand_twice() -> None:
    assert "the tower" in left("<blockquote>the tower</blockquote>").partition("new spring")[0].partition("1991")[2]


def test_a_document_that_is_quoted_twice_stays() -> None:
    words = "The council orders the clock to be stopped at night. " * 8
    tree = document_fromstring(f"<div><p>{words}</p><blockquote><p>{words}</p></blockquote></div>")
    take_pull_quotes(tree)
    assert tree.find(".//blockquote") is not None
