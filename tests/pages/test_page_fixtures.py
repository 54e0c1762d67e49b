"""Whole pages in the styles of many outlets and languages, each with the blocks and fields that an editor expects.

`NAME.html` or `NAME.txt` is the page, `NAME.expected` what is in it: a line "role: words" for each block in order, and
lines "field NAME: value" for the values of the fields that matter there ("field NAME: " for one that nothing tells); or
"refused: words of the reason" and nothing else.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from dateline.model import Article, Page, Refused
from dateline.reading import read_page

HOME = Path(__file__).parent
PAGES = sorted(path for path in HOME.iterdir() if path.suffix in (".html", ".txt"))
MEDIA_TYPES = {".html": "text/html", ".txt": "text/plain"}


class Expected(NamedTuple):
    """What an editor expects of a page."""

    blocks: list[tuple[str, str]]
    fields: dict[str, list[str]]
    refused: str | None


def expected_of(path: Path) -> Expected:
    blocks: list[tuple[str, str]] = []
    fields: dict[str, list[str]] = {}
    refused = None
    for line in path.with_suffix(".expected").read_text(encoding="utf-8").splitlines():
        kind, _, words = line.partition(": ")
        if kind == "refused":
            refused = words
        elif kind.startswith("field "):
            fields.setdefault(kind.removeprefix("field "), []).extend([words] if words else [])
        else:
            blocks.append((kind, words))
    return Expected(blocks, fields, refused)


def outcome_of(path: Path) -> Article | Refused:
    content = path.read_text(encoding="utf-8")
    page = Page(id=path.stem, location=path.name, media_type=MEDIA_TYPES[path.suffix], content=content)
    [outcome] = read_page(page)
    return outcome


def blocks_of(article: Article) -> list[tuple[str, str]]:
    """Role and words of each block; words on one line, as the expected files have them."""
    return [(block.role, " ".join(article.text[block.start : block.end].split())) for block in article.blocks]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_page_reads_as_an_editor_expects(path: Path) -> None:
    expected, outcome = expected_of(path), outcome_of(path)
    if isinstance(outcome, Refused):
        assert expected.refused is not None, outcome.reason
        assert expected.refused in outcome.reason
        return
    assert expected.refused is None
    assert blocks_of(outcome) == expected.blocks
    for name, values in expected.fields.items():
        assert [field.value for field in outcome.all_fields(name)] == values, name


def test_every_expectation_has_its_page() -> None:
    stems = [path.stem for path in PAGES]
    assert sorted(set(stems)) == sorted(stems)
    assert sorted(path.stem for path in HOME.glob("*.expected")) == sorted(stems)
    assert sum(path.suffix == ".html" for path in PAGES) >= 45
    assert sum(path.suffix == ".txt" for path in PAGES) >= 12
