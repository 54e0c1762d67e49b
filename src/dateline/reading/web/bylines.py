"""The writers' names as they stand on a page: in elements named for them, and in lines that open like a byline."""

import re
from collections.abc import Iterator

from lxml.etree import XPath
from lxml.html import HtmlElement

from dateline.languages.bylines import Bylines
from dateline.model import Field
from dateline.reading.web.sight import is_elsewhere, path_of, words_of

LONGEST = 120
NEAR = 60
"""Pieces of text behind the headline among which a byline is looked for."""

_STEMS = ("uthor", "utor", "uteur", "yline", "riter", "olumnist", "ournalist", "eporter")
_NAMED = XPath(f"//*[{' or '.join(f'contains(@class, {stem!r})' for stem in _STEMS)}]")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_WRITER = frozenset(
    [
        "author",
        "authors",
        "autor",
        "autoren",
        "autores",
        "auteur",
        "auteurs",
        "autore",
        "autori",
        "byline",
        "bylines",
        "writer",
        "writers",
        "columnist",
        "journalist",
        "journalists",
        "reporter",
    ]
)
_BEFORE = frozenset(
    ["comment", "comments", "related", "other", "others", "latest", "quote", "teaser", "respond", "comentario", "reply"]
)
_AFTER = frozenset(
    [
        "bio",
        "biography",
        "description",
        "desc",
        "avatar",
        "image",
        "img",
        "photo",
        "picture",
        "social",
        "follow",
        "more",
        "related",
        "box",
        "about",
        "title",
        "job",
        "role",
        "email",
        "twitter",
        "share",
        "contact",
        "count",
        "date",
        "time",
        "tooltip",
        "widget",
        "quote",
        "icon",
        "articles",
        "posts",
        "latest",
        "newsletter",
    ]
)
"""Words before and behind the writer's in a class: those of commenters, and of what is told about the writer."""
_LIST = re.compile(r"list[ae]?s?$")
_LINKS = XPath(".//a[@href]")
_BEHIND = XPath(
    "following::text()[normalize-space()][not(parent::script or parent::style or parent::noscript)]"
    "[position() <= $near]"
)
_TO_AUTHOR = re.compile(
    r"/(?:author|authors|autor|autoren|autores|auteur|auteurs|autore|autori|profile|profiles|people|staff|by|contributor|contributors|writer|writers|journalist|journalists|user|users)s?/"
)
_CUT = re.compile(r"\s*(?:\||•|·|\s[-–—]\s|\b\d|\bon\s).*", re.DOTALL)


def from_bylines(tree: HtmlElement, headline: HtmlElement | None, words: Bylines) -> Iterator[Field]:
    """The names in elements whose class names a writer, then in lines behind the headline ("By Jane Doe")."""
    found = None
    for element in _NAMED(tree):
        if element.tag == "body" or not _names_writer(element) or is_elsewhere(element):
            continue
        if found is not None and (path_of(element) != path_of(found) or not _near(element, found)):
            continue
        for name in _names(element, words):
            found = element
            yield Field("byline", name, path_of(element))
    if found is None:
        yield from _lines(headline, words)


def signed_by(tree: HtmlElement, words: Bylines) -> Iterator[Field]:
    """The agency that signs a story without a writer: alone in an element whose class names one."""
    for element in _NAMED(tree):
        if element.tag == "body" or not _names_writer(element) or is_elsewhere(element):
            continue
        line = words_of(element)
        if len(line) <= LONGEST and not words.authors(line) and (names := words.agencies(line)):
            yield Field("agency", names[0], path_of(element))
            return


def _names_writer(element: HtmlElement) -> bool:
    """Whether a class names the writer, and not the writer's picture, biography or comments."""
    for name in element.get("class").split():
        parts = [part.lower() for part in _WORD.findall(name)]
        at = next((i for i, part in enumerate(parts) if part in _WRITER), -1)
        before, after = set(parts[: max(at, 0)]), set(parts[at + 1 :])
        if at >= 0 and not before & _BEFORE and not after & _AFTER and not any(map(_LIST.search, before | after)):
            return True
    return False


def _near(element: HtmlElement, other: HtmlElement) -> bool:
    """Whether both stand in the same row of names."""
    rows = (other.getparent(), other.getparent().getparent() if other.getparent() is not None else None)
    return other is not element and any(row is not None and row in element.iterancestors() for row in rows)


def _names(element: HtmlElement, words: Bylines) -> list[str]:
    line = words_of(element)
    if len(line) > 2 * LONGEST:
        return []
    linked = [words_of(link) for link in _LINKS(element) if _TO_AUTHOR.search(link.get("href").lower())]
    if element.tag == "a" and _TO_AUTHOR.search((element.get("href") or "").lower()):
        linked = [line]
    if linked := [
        name for link in linked for name in words.authors(link) if words.people(name) or len(link.split()) < 3
    ]:
        return linked
    if len(line) > LONGEST:
        return []
    opened = words.opened(line) or words.behind(line)
    names = words.people(_bare(opened or line))
    return names if opened is not None or all(len(name.split()) > 1 for name in names) else []


def _bare(line: str) -> str:
    """The line up to a date or a sign, without small words at its end."""
    words = _CUT.sub("", line).split()
    while words and words[-1].islower():
        words.pop()
    return " ".join(words)


def _lines(start: HtmlElement | None, words: Bylines) -> Iterator[Field]:
    if start is None:
        return
    pieces = _BEHIND(start, near=NEAR)
    for i, piece in enumerate(pieces):
        line = " ".join(piece.split())
        if len(line) > LONGEST:
            continue
        opened = words.opened(line)
        if opened is None and i + 1 < len(pieces) and words.opened(f"{line} x") == "x":
            opened = " ".join(pieces[i + 1].split())
        names = [name for name in words.people(_bare(opened or "")) if len(name.split()) > 1]
        if names and not is_elsewhere(piece.getparent()):
            yield from (Field("byline", name, f"line: {line[:40]}") for name in names)
            return
