"""The blocks of articles: paragraphs, headlines, captions."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection

from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.values import Span

__all__ = ["blocks_of"]

_BLOCKS = f'SELECT article, start, "end" FROM blocks WHERE article IN {KEYS} ORDER BY article, start'


def blocks_of(connection: sqlite3.Connection, articles: Collection[int]) -> dict[int, list[Span]]:
    """Where the blocks of these articles stand, by the articles' keys, in the order of the text."""
    found: dict[int, list[Span]] = defaultdict(list)
    for article, start, end in connection.execute(_BLOCKS, (keys_of(sorted(articles)),)):
        found[article].append(Span(start, end))
    return found
