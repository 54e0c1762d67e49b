"""The same place read twice: one article, and a new version of it where the text is another."""

import json
from pathlib import Path
from typing import Any

import pytest
from warc_writer import ADDRESS, http, record

from dateline.model import Article, Page
from dateline.reading.articles import read_page
from dateline.record import Record
from dateline.settings import Settings
from dateline.sources import pages

BEFORE = "BASEL, March 5 (Daily) - The bridge is closed until May, Ines Okparo said on Tuesday."
AFTER = "BASEL, March 5 (Daily) - The bridge is closed until June, Ines Okparo said on Tuesday."


def html(text: str) -> str:
    body = "".join(f"<p>{text} Crews work on its piers by day and by night, in part {n}.</p>" for n in range(4))
    return (
        f"<html><head><title>Bridge closed</title></head><body><article><h1>Bridge</h1>{body}</article></body></html>"
    )


def stamps(*sources: Any) -> list[tuple[str, str]]:
    """The id and the version of each record."""
    found: list[tuple[str, str]] = []
    for page in pages(sources, Settings()):
        assert isinstance(page, Page), page
        for article in read_page(page):
            assert isinstance(article, Article), article
            record = json.loads(Record(article).to_json())
            found.append((record["id"], record["version"]))
    return found


def crawl(*texts: str) -> bytes:
    return b"".join(record(http(html(text)), WARC_Record_ID=f"<urn:{n}>") for n, text in enumerate(texts))


@pytest.mark.parametrize(
    "read",
    [
        lambda text: {"url": ADDRESS, "text": text},
        lambda text: {"url": ADDRESS, "html": html(text)},
        lambda text: {"id": "bridge", "text": text},
        lambda text: json.dumps({"url": ADDRESS, "text": text}).encode(),
        lambda text: crawl(text),
    ],
    ids=["row", "page in a row", "row with an id", "JSON", "web archive"],
)
def test_another_text_is_another_version(read: Any) -> None:
    (first,), (again,), (other,) = stamps(read(BEFORE)), stamps(read(BEFORE)), stamps(read(AFTER))
    assert first == again
    assert first[0] == other[0]
    assert first[1] != other[1]


def test_two_visits_in_one_web_archive() -> None:
    first, second, third = stamps(crawl(BEFORE, AFTER, BEFORE))
    assert first == third
    assert first[0] == second[0] == ADDRESS
    assert first[1] != second[1]


def test_a_file_that_was_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(BEFORE)
    before = stamps(path)
    path.write_text(AFTER)
    ((first, version),), ((second, other),) = before, stamps(path)
    assert first == second == path.as_posix()
    assert version != other


def test_a_row_a_page_and_a_web_archive_agree_on_the_article() -> None:
    found = stamps({"url": ADDRESS, "html": html(BEFORE)}, crawl(BEFORE))
    assert found[0] == found[1]


def test_the_same_words_elsewhere_are_the_same_version_of_another_article() -> None:
    (here, version), (there, other) = stamps({"url": ADDRESS, "text": BEFORE}, {"url": f"{ADDRESS}/2", "text": BEFORE})
    assert here != there
    assert version == other
