"""Live blogs: one story told in many entries, each an article of its own in the markup."""

import re

from lxml.etree import XPath
from lxml.html import HtmlElement

from dateline.reading.web.boxes import running
from dateline.reading.web.sight import is_elsewhere

_TOLD = re.compile(r'"@type"\s*:\s*\[?\s*"LiveBlogPosting"')
_MARKED = XPath("boolean(//*[contains(@itemtype, 'LiveBlogPosting')])")
_NAMED = XPath("//*[contains(@class, 'live') or contains(@class, 'Live')]")
_NAME = re.compile(r"(?:^|[-_ ])live-?_*(?:blog|ticker|updates?)(?:$|[-_ ])", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HEADINGS = ("h2", "h3", "h4", "h5")


def join_entries(tree: HtmlElement) -> None:
    """Make one story of a live blog's entries; the articles beside them are cards of other stories, and taken out.

    An entry is an article with a time and running text whose heading leads to no other page. Pages that neither
    schema.org's LiveBlogPosting nor a class calls a live blog stay as they are, and so does one with a single entry.
    """
    articles = list(tree.iter("article"))
    if len(articles) < 2 or not _is_live(tree):
        return
    entries = {article for article in articles if _is_entry(article)}
    if len(entries) < 2:
        return
    for article in articles:
        if article in entries:
            article.tag = "section"
        elif entries.isdisjoint(article.iter("section")) and article.getparent() is not None:
            _take_card(article)


def _is_live(tree: HtmlElement) -> bool:
    if any(_TOLD.search(script.text or "") for script in tree.iter("script")) or _MARKED(tree):
        return True
    return any(_NAME.search(_CAMEL.sub("-", element.get("class"))) for element in _NAMED(tree))


def _is_entry(article: HtmlElement) -> bool:
    if article.find(".//time") is None or article.find(".//article") is not None or not running(article):
        return False
    return not is_elsewhere(article) and not any(_leads_away(heading) for heading in article.iter(*_HEADINGS))


def _leads_away(heading: HtmlElement) -> bool:
    """Whether the heading is in, or holds, a link to a page; one to a place on a page is the entry's own."""
    links = [*heading.iter("a"), *heading.iterancestors("a")]
    return any("#" not in (link.get("href") or "#") for link in links)


def _take_card(article: HtmlElement) -> None:
    if article.find(".//h1") is None and article.find(".//article") is None:
        article.drop_tree()
