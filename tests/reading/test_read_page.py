"""The door: a page goes to the reader of its media type."""

import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint

import pytest

from dateline.errors import NoArticle
from dateline.model import Article, Block, Field, Page, Refused, Source
from dateline.reading import READERS, articles
from dateline.reading import read_page as outcomes_of

STORY = (
    "COIMBRA (AP) — The mayor told reporters on Friday that the bridge would stay closed until the end of the month."
)


def page(content: str = STORY, media_type: str = "text/plain", *fields: Field) -> Page:
    return Page(
        id="a1", location="here/a.txt", media_type=media_type, content=content, fetched="2019-03-03", fields=fields
    )


def read_page(told: Page) -> Article:
    [article] = outcomes_of(told)
    assert isinstance(article, Article)
    return article


def refusal(told: Page) -> Refused:
    [refused] = outcomes_of(told)
    assert isinstance(refused, Refused)
    return refused


def test_plain_text() -> None:
    article = read_page(page())
    assert article.id == "a1"
    assert article.text == STORY
    assert article.language == "en"
    assert article.source == Source(location="here/a.txt", media_type="text/plain", fetched="2019-03-03")
    assert [block.role for block in article.blocks] == ["dateline", "paragraph"]


def test_parameters_and_capitals_of_a_media_type_do_not_matter() -> None:
    assert read_page(page(STORY, "Text/Plain; charset=utf-8")).text == STORY


def test_fields_give_outlet_and_language() -> None:
    told = (Field("outlet", "River Press", "row: outlet"), Field("language", "pt-PT", "row: language"))
    article = read_page(page(STORY, "text/plain", *told))
    assert article.source.outlet == "River Press"
    assert article.language == "pt"
    assert article.fields == told


def test_the_body_tells_the_language() -> None:
    share = "Partager sur Facebook et Twitter avec tous vos amis\n\n"
    assert read_page(page(share + STORY)).language == "en"


@pytest.mark.parametrize("content", ["", "  \n\n ", "\ufeff"])
@pytest.mark.parametrize("media_type", ["text/plain", "text/html", "image/png"])
def test_nothing_is_refused(content: str, media_type: str) -> None:
    assert refusal(page(content, media_type)).location == "here/a.txt"


def test_an_empty_page_is_empty() -> None:
    assert refusal(page(" \n")) == Refused("here/a.txt", "sources", "nothing is in it")


def test_an_unknown_format_names_the_known_ones() -> None:
    reason = refusal(page(STORY, "image/png")).reason
    assert reason.startswith("no reader accepts 'image/png'")
    assert reason.index("text/html") < reason.index("text/plain")


def test_a_page_without_a_story() -> None:
    refused = refusal(page("<html><body><h1>Hello</h1></body></html>", "text/html"))
    assert refused == Refused("here/a.txt", "reading", "no paragraph of a story is on the page")


def test_the_table_of_readers() -> None:
    assert {"text/plain", "text/html"} <= set(READERS)


def shout(told: Page) -> Article:
    """A guest's reader."""
    source = Source(location=told.location, media_type=told.media_type)
    text = told.content.upper()
    return Article(id=told.id, source=source, text=text, blocks=(Block("paragraph", 0, len(text)),))


def echo(told: Page) -> Iterator[Article | Refused]:
    """A guest's reader of a format with several items."""
    yield shout(told)
    yield Refused(f"{told.location}#2", "reading", "the second item is blank")
    yield shout(told)
    raise NoArticle("the third item is cut off")


@pytest.fixture
def guests(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    found = [EntryPoint(f"text/x-{name}", name, "dateline.readers") for name in ("shout", "echo")]
    monkeypatch.setattr(articles, "entry_points", lambda group: found if group == "dateline.readers" else [])
    monkeypatch.setattr(EntryPoint, "load", lambda self: {"shout": shout, "echo": echo}[self.value])
    articles.readers.cache_clear()
    yield
    monkeypatch.undo()
    articles.readers.cache_clear()


@pytest.mark.usefixtures("guests")
def test_a_guest_joins_by_entry_point() -> None:
    assert read_page(page(STORY, "text/x-shout")).text == STORY.upper()
    assert read_page(page()).text == STORY


@pytest.mark.usefixtures("guests")
def test_several_items_give_several_articles_and_each_refusal_its_reason() -> None:
    first, second, third, last = outcomes_of(page(STORY, "text/x-echo"))
    assert isinstance(first, Article) and isinstance(third, Article)
    assert first.language == third.language == "en"
    assert second == Refused("here/a.txt#2", "reading", "the second item is blank")
    assert last == Refused("here/a.txt", "reading", "the third item is cut off")


def test_plain_text_needs_none_of_the_heavy_parts() -> None:
    heavy = {"trafilatura", "htmldate", "resiliparse", "fasttext"}
    code = f"import sys, dateline.reading; print(*({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
