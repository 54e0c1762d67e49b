"""Records from sentences: `told` reads a text with the steps up to the one under test."""

from collections.abc import Callable

import pytest

from dateline.annotation.annotate import annotate
from dateline.model import Article, Block, BlockRole, Fact, Field, Source
from dateline.pipeline import STEPS, run_step
from dateline.record import Record
from dateline.values import Gist, Span

pytest_plugins = ["browsing"]
"""Fixtures of more than one folder's tests; what they need is loaded by whoever asks for them."""

Told = Callable[..., Record]


def article_of(text: str, published: str | None = None, **roles: str) -> Article:
    """Each line of the text is a block: a paragraph, or of the role whose line `roles` quotes (headline="...")."""
    blocks, at = [], 0
    by_line: dict[str, BlockRole] = {line: role for role, line in roles.items()}  # type: ignore[misc]
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(by_line.get(line, "paragraph"), at, at + len(line)))
        at += len(line) + 1
    fields = (Field("published", published, "row: published"),) if published else ()
    source = Source(location="test", media_type="text/plain")
    return Article(id="test", source=source, text=text, blocks=tuple(blocks), language="en", fields=fields)


@pytest.fixture
def told() -> Told:
    """`told(text, upto="statements", published="2024-03-05", headline="...")`: a record after these steps."""
    return _teller(model=True)


@pytest.fixture
def ruled() -> Told:
    """`told` without the encoder: what the grammar makes of a sentence by itself."""
    return _teller(model=False)


def _teller(model: bool) -> Told:
    def tell(text: str, upto: str | None = None, published: str | None = None, **roles: str) -> Record:
        article = article_of(text, published, **roles)
        record = Record(article, next(annotate([article], model=model)))
        for step in STEPS:
            run_step(record, step)
            if step.name == upto:
                break
        return record

    return tell


def words_of(record: Record, fact: Fact) -> str:
    """The words of a fact's first span."""
    return record.words(fact.spans[0])


def gist_of(record: Record) -> dict[str, str]:
    """The parts of a record's gist, in its words; a record has one at most."""
    facts = record.of("gist")
    assert len(facts) <= 1
    parts: dict[str, str] = {}
    for fact in facts:
        assert isinstance(fact.value, Gist)
        for name in Gist.__struct_fields__:
            span = getattr(fact.value, name)
            if isinstance(span, Span):
                parts[name] = record.words(span)
    return parts
