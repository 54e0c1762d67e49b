"""The door: a page goes to the reader of its media type."""

import subprocess
import sys
from importlib.metadata import EntryPoint

import pytest

from dateline.errors import CannotRead, Empty, NoArticle, UnknownFormat
from dateline.model import Article, Block, Field, Page, Source
from dateline.reading import READERS, articles, read_page

STORY = (
    "COIMBRA (AP) — The mayor told reporters on Friday that the bridge would stay closed until the end of the month."
)


def page(content: str = STORY, media_type: str = "text/plain", *fields: Field) -> Page:
    return Page(
        id="a1", location="here/a.txt", media_type=media_type, content=content, fetched="2019-03-03", fields=fields
    )


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
    with pytest.raises(CannotRead):
        read_page(page(content, media_type))


def test_an_empty_page_is_empty() -> None:
    with pytest.raises(Empty, match="nothing is in it"):
        read_page(page(" \n"))


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UnknownFormat, match=r"image/png.*text/html.*text/plain"):
        read_page(page(STORY, "image/png"))


def test_a_page_without_a_story() -> None:
    with pytest.raises(NoArticle, match="no paragraph"):
        read_page(page("<html><body><h1>Hello</h1></body></html>", "text/html"))


def test_the_table_of_readers() -> None:
    assert {"text/plain", "text/html"} <= set(READERS)


def shout(told: Page) -> Article:
    """A guest's reader."""
    source = Source(location=told.location, media_type=told.media_type)
    text = told.content.upper()
    return Article(id=told.id, source=source, text=text, blocks=(Block("paragraph", 0, len(text)),))


def test_a_guest_joins_by_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    guest = EntryPoint(name="text/x-shout", value=f"{__name__}:shout", group="dateline.readers")
    monkeypatch.setattr(articles, "entry_points", lambda group: [guest] if group == "dateline.readers" else [])
    monkeypatch.setattr(EntryPoint, "load", lambda self: shout)
    articles.readers.cache_clear()
    try:
        assert read_page(page(STORY, "text/x-shout")).text == STORY.upper()
        assert read_page(page()).text == STORY
    finally:
        monkeypatch.undo()
        articles.readers.cache_clear()


def test_plain_text_needs_none_of_the_heavy_parts() -> None:
    heavy = {"trafilatura", "htmldate", "resiliparse", "fasttext"}
    code = f"import sys, dateline.reading; print(*({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
