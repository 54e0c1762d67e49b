"""What a page says of its story in JSON-LD (schema.org)."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from dateline.model import Field

DEPTH = 8
"""How deep an article may lie in graphs and lists."""
MANY = 50
"""Values of one property that are read."""

_ARTICLES = ("Article", "BlogPosting", "Report", "Posting")
_PAGES = ("WebPage", "ItemPage", "AboutPage")
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart")
_PROPERTIES = {
    "headline": "headline",
    "description": "deck",
    "alternativeHeadline": "deck",
    "datePublished": "published",
    "dateCreated": "published",
    "dateModified": "updated",
    "articleSection": "section",
    "inLanguage": "language",
    "url": "url",
    "mainEntityOfPage": "url",
    "author": "byline",
    "creator": "byline",
    "publisher": "outlet",
    "sourceOrganization": "agency",
    "keywords": "tag",
    "image": "image",
}
"""Property of an article -> name of our field, in the order of trust."""
_OF_PAGE = ("datePublished", "dateModified", "inLanguage")
"""What is also believed of the page around the article."""

_LINKS = ("url", "contentUrl", "@id")
_NAMES = ("name", "legalName", "@value")
_WRAPPED = re.compile(
    r"^\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[\s*(?:\*/)?)|(?:-->|(?://|/\*)?\s*\]\]>\s*(?:\*/)?)?[\s;]*$"
)
HALVES = re.compile("[\ud800-\udfff]")
"""Half a character, as a page has it that was cut by bytes."""
_TRAILING = re.compile(r",(\s*[}\]])")

Node = dict[str, Any]


def from_json_ld(tree: HtmlElement) -> Iterator[Field]:
    """The fields of the article that the page's JSON-LD describes, best first, with what it says of the page itself."""
    nodes = [node for script in _scripts(tree) for root in _parsed(script) for node in _nodes(root, 0)]
    if not nodes:
        return
    known = {str(node["@id"]): node for node in reversed(nodes) if "@id" in node and len(node) > 2}
    told = set()
    for article in (node for node in nodes if _is(node, _ARTICLES) and ("headline" in node or "author" in node)):
        for field in _fields(article, known, tuple(_PROPERTIES)):
            told.add(field.name)
            yield field
        break
    for page in (node for node in nodes if _is(node, _PAGES)):
        yield from (field for field in _fields(page, known, _OF_PAGE) if field.name not in told)
        break
    if "outlet" not in told:
        for site in (node for node in nodes if _is(node, ("WebSite",))):
            yield from (Field("outlet", name, "json-ld: WebSite") for name in _values(site.get("name"), known, _NAMES))


def _scripts(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if script.text and "ld+json" in (script.get("type") or "").lower():
            yield script.text


def _parsed(raw: str) -> list[Any]:
    """The values in a script; commas too many and the wrappings of old browsers are mended."""
    raw = _WRAPPED.sub("", raw).strip()
    for text in (raw, _TRAILING.sub(r"\1", raw)):
        try:
            return [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            continue
    return []


def _nodes(node: Any, depth: int) -> Iterator[Node]:
    if depth > DEPTH:
        return
    if isinstance(node, list):
        for child in node:
            yield from _nodes(child, depth + 1)
    elif isinstance(node, dict):
        yield node
        for key in _INSIDE:
            yield from _nodes(node.get(key), depth + 1)


def _is(node: Node, kinds: tuple[str, ...]) -> bool:
    told = node.get("@type")
    return any(str(kind).endswith(kinds) for kind in (told if isinstance(told, list) else (told,)))


def _fields(article: Node, known: dict[str, Node], keys: tuple[str, ...]) -> Iterator[Field]:
    for key in keys:
        name = _PROPERTIES[key]
        wanted = _LINKS if name in ("url", "image") else _NAMES
        for value in _values(article.get(key), known, wanted):
            for part in value.split(",") if name == "tag" else (value,):
                if clean := " ".join(unescape(HALVES.sub("\ufffd", part)).split()):
                    yield Field(name, clean, f"json-ld: {key}")


def _values(node: Any, known: dict[str, Node], keys: tuple[str, ...]) -> Iterator[str]:
    """The words of a property, however it is wrapped: text, a thing with a name, a reference to one, or a list."""
    if isinstance(node, str):
        if not (keys is _NAMES and "://" in node):
            yield node
    elif isinstance(node, list):
        for child in node[:MANY]:
            yield from _values(child, known, keys) if not isinstance(child, list) else ()
    elif isinstance(node, dict):
        thing = known.get(str(node.get("@id")), node) if not any(key in node for key in keys if key != "@id") else node
        named = next((thing[key] for key in keys if thing.get(key)), None)
        if isinstance(named, str | list):
            yield from _values(named, {}, keys)
