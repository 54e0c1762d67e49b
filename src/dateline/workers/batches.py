"""Pages packed into batches, and how long a batch may take."""

from collections.abc import Iterator, Sequence
from time import monotonic

from dateline.model import Page

MOST_CHARACTERS = 100_000
"""Characters of a batch. A longer page goes alone."""
MARKUP = 8
"""Characters of a web page for one of its story, about."""
MOST_SECONDS = 1.0
"""A batch waits no longer than this for further pages of a slow source, once it has one."""
CHARACTERS_A_SECOND = 1000
"""What a slow machine reads at least; so much time is given on top of the patience with a document."""


def batches(pages: Iterator[Page], most: int) -> Iterator[list[Page]]:
    """The pages in order, in batches of at most so many. Small batches first: the first record comes at once."""
    batch: list[Page] = []
    size, began, wanted = 0, monotonic(), 1
    for page in pages:
        if batch and size + weight(page) > MOST_CHARACTERS:
            yield batch
            batch, size, began = [], 0, monotonic()
        batch.append(page)
        size += weight(page)
        if len(batch) >= wanted or size >= MOST_CHARACTERS or monotonic() - began > MOST_SECONDS:
            yield batch
            batch, size, began, wanted = [], 0, monotonic(), min(most, wanted * 4)
    if batch:
        yield batch


def weight(page: Page) -> int:
    """Characters to read, about: markup is not read."""
    return len(page.content) // (MARKUP if "ml" in page.media_type else 1)


def seconds(pages: Sequence[Page], patience: float) -> float:
    """How long these pages may take, at most, until the next of them is read."""
    return patience + sum(len(page.content) for page in pages) / CHARACTERS_A_SECOND
