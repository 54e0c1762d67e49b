"""The paragraphs of the story on a web page."""

import json
import logging
import re
from collections.abc import Iterator
from configparser import ConfigParser
from copy import deepcopy
from functools import cache
from html import unescape

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from dateline.reading.plain.headlines import is_prose
from dateline.reading.web.boxes import running
from dateline.reading.web.json_ld import HALVES

_JSON_LD = ".//script[@type='application/ld+json']"
_TOLD = re.compile(r'"articleBody"\s*:\s*("[^"\\]*(?:\\.[^"\\]*)*")', re.DOTALL)
_BREAKS = frozenset(("p", "head", "item", "quote", "list", "table", "row", "cell", "lb", "code"))
"""Elements of trafilatura's that end a line."""
_BREAK = re.compile(r"</p>|</div>|</li>|</h\d>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")

SHORTEST = 60
"""Characters of the shortest story."""
LEAST = 0.2
"""A reading with a smaller part of the page's running text has missed the story."""


def paragraphs_of(tree: HtmlElement, told: str = "") -> list[str]:
    """The story's paragraphs: as trafilatura finds them, in haste and then with care, else as resiliparse does.

    `told` is the story as the page's JSON-LD gives it: it is taken where the page shows less than half of it.
    """
    whole = running(tree)
    found = list(_from_trafilatura(tree, fast=True))
    if sum(map(len, found)) < LEAST * whole or not any(is_prose(words) for words in found):
        found = list(_from_trafilatura(tree, fast=False)) or found
    if not any(is_prose(words) for words in found):
        found = list(_from_resiliparse(tree))
    return found if sum(map(len, found)) >= len(told) / 2 else [*_lines_of(told)]


def told_body(tree: HtmlElement) -> str:
    """The longest articleBody in the page's JSON-LD, with line breaks between paragraphs; "" where there is none."""
    bodies = (match[1] for script in tree.iterfind(_JSON_LD) for match in _TOLD.finditer(script.text or ""))
    return _without_tags(max((_decoded(body) for body in bodies), key=len, default=""))


def _decoded(literal: str) -> str:
    try:
        return HALVES.sub("\ufffd", str(json.loads(literal, strict=False)))
    except ValueError:
        return ""


def _without_tags(words: str) -> str:
    plain = _TAG.sub("", _BREAK.sub("\n", words)) if "<" in words else words
    return unescape(plain)


def _lines_of(words: str) -> Iterator[str]:
    return (line for each in words.split("\n") if (line := " ".join(each.split())))


def _from_trafilatura(tree: HtmlElement, fast: bool) -> Iterator[str]:
    from trafilatura import bare_extraction
    from trafilatura.settings import DEFAULT_CONFIG

    logger = logging.getLogger("trafilatura")
    if logger.level == logging.NOTSET:
        logger.setLevel(logging.CRITICAL)  # it warns of every page without a story, which NoArticle says already
    config = _config() if fast else DEFAULT_CONFIG
    try:
        document = bare_extraction(tree, include_comments=False, include_tables=True, fast=fast, config=config)
    except RecursionError:  # markup nested too deeply for it
        return
    if document is None or isinstance(document, dict) or document.body is None:
        return
    for element in document.body:
        yield from _rows(element) if element.tag == "table" else _lines(element)


@cache
def _config() -> ConfigParser:
    """Trafilatura's own settings, but short news are stories: below its limit it runs all paragraphs together."""
    from trafilatura.settings import DEFAULT_CONFIG

    config = deepcopy(DEFAULT_CONFIG)
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(SHORTEST))
    return config


def _rows(table: HtmlElement) -> Iterator[str]:
    """A row of figures is one line; a cell of running text, as in pages laid out by tables, gives its own."""
    for row in table.iterchildren("row"):
        cells = [list(_lines(cell)) for cell in row.iterchildren("cell")]
        if any(is_prose(line) for cell in cells for line in cell):
            yield from (line for cell in cells for line in cell)
        elif words := " | ".join(" ".join(cell) for cell in cells if cell):
            yield words


def _lines(element: HtmlElement) -> Iterator[str]:
    """The lines of an element: each paragraph in it, and what forced line breaks divide in practice."""
    parts: list[str] = []
    for event, each in iterwalk(element, events=("start", "end")):
        if each.tag in _BREAKS:
            parts.append("\n")
        if event == "start":
            parts.append(each.text or "")
        elif each is not element:
            parts.append(each.tail or "")
    return _lines_of("".join(parts))


def _from_resiliparse(tree: HtmlElement) -> Iterator[str]:
    from lxml.html import tostring
    from resiliparse.extract.html2text import extract_plain_text

    plain = extract_plain_text(tostring(tree, encoding="unicode"), main_content=True, list_bullets=False)
    return _lines_of(plain)
