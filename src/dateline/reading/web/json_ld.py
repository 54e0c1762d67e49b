"""What a page says of its story in JSON-LD (schema.org)."""

import json
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from dateline.model import Field

DEPTH = 8
"""How deep an article may lie in graphs and lists."""

_TYPES = ("Article", "BlogPosting", "Report", "Posting")
_TEXTS = {
    "headline": "headline",
    "description": "deck",
    "alternativeHeadline": "deck",
    "datePublished": "published",
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


def from_json_ld(tree: HtmlElement) -> Iterator[Field]:
    """The fields of the first article that the page's JSON-LD describes."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        article = next(_articles(_parsed(script.text or ""), 0), None)
        if article is not None:
            yield from _fields(article)
            return


def _parsed(raw: str) -> Any:
    try:
        return json.loads(raw.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _articles(node: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > DEPTH:
        return
    if isinstance(node, list):
        for child in node:
            yield from _articles(child, depth + 1)
    elif isinstance(node, dict):
        kinds = node.get("@type") if isinstance(node.get("@type"), list) else [node.get("@type")]
        if "headline" in node and any(str(kind).endswith(_TYPES) for kind in kinds or ()):
            yield node
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            yield from _articles(node.get(key), depth + 1)


def _fields(article: dict[str, Any]) -> Iterator[Field]:
    for key, name in _TEXTS.items():
        for value in _values(article.get(key)):
            for part in value.split(",") if name == "tag" else (value,):
                if (clean := _clean(part)) and (name != "byline" or "://" not in clean):
                    yield Field(name, clean, f"json-ld: {key}")


def _values(node: Any) -> Iterator[str]:
    """The words of a property, however it is wrapped: text, a thing with a name, or a list of either."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for child in node[:50]:
            yield from _values(child) if not isinstance(child, list) else ()
    elif isinstance(node, dict):
        named = next((node[key] for key in ("name", "url", "@id", "@value") if isinstance(node.get(key), str)), None)
        if named is not None:
            yield named


def _clean(words: str) -> str:
    return " ".join(unescape(words).split())
