"""Dateline reads the news and gives back a record that can be checked: every fact points at its words.

import dateline

record = dateline.read("story.txt")
for fact in record.of("event"):
    print(fact.value.type, [record.words(span) for span in fact.spans])
"""

from dateline.desk import Desk, open  # noqa: A004
from dateline.errors import CannotRead, DatelineError
from dateline.merger import Merged, merge
from dateline.model import Article, Block, Evidence, Fact, Finding, Page, Refused
from dateline.pipeline import Check, Step
from dateline.reader import read, read_many
from dateline.record import Record
from dateline.settings import Settings
from dateline.values import Mention, Span

__all__ = [
    "Article",
    "Block",
    "CannotRead",
    "Check",
    "DatelineError",
    "Desk",
    "Evidence",
    "Fact",
    "Finding",
    "Mention",
    "Merged",
    "Page",
    "Record",
    "Refused",
    "Settings",
    "Span",
    "Step",
    "merge",
    "open",
    "read",
    "read_many",
]
