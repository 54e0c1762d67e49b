"""How pages are packed: small batches first, long pages alone, nobody waits for a slow source."""

from collections.abc import Iterator

import pytest

from dateline.model import Page
from dateline.workers import batches as packing
from dateline.workers.batches import MARKUP, MOST_CHARACTERS, batches, seconds, weight


def page(length: int, media_type: str = "text/plain") -> Page:
    return Page(id="x", location="x", media_type=media_type, content="w" * length)


def sizes(pages: list[Page], most: int = 32) -> list[int]:
    found = list(batches(iter(pages), most))
    assert [each for batch in found for each in batch] == pages
    return [len(batch) for batch in found]


def test_small_batches_come_first() -> None:
    assert sizes([page(10)] * 100) == [1, 4, 16, 32, 32, 15]
    assert sizes([page(10)] * 8, most=3) == [1, 3, 3, 1]
    assert sizes([]) == []


def test_a_long_page_goes_alone() -> None:
    short, long = page(10), page(MOST_CHARACTERS)
    assert sizes([short, short, long, short, short, short, short]) == [1, 1, 1, 4]


def test_a_batch_has_no_more_characters_than_it_may() -> None:
    third = page(MOST_CHARACTERS // 3)
    assert sizes([third] * 10) == [1, 3, 3, 3]


def test_markup_weighs_little() -> None:
    assert weight(page(800)) == 800
    assert weight(page(800, "text/html")) == weight(page(800, "application/xhtml+xml")) == 800 // MARKUP


def test_a_slow_source_keeps_nobody_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(1000))
    monkeypatch.setattr(packing, "monotonic", lambda: float(next(clock)))
    pages: Iterator[Page] = iter([page(1)] * 9)
    assert max(len(batch) for batch in batches(pages, 32)) <= 2


def test_a_longer_page_is_given_more_time() -> None:
    assert seconds([page(0)], 120.0) == 120.0
    assert seconds([page(500_000), page(500_000)], 120.0) == 120.0 + 1000.0
