"""What a page says of its story in the markup that readers see."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from dateline.model import Field

_DECK = re.compile(
    r"(?:^|[-_ ])(?:standfirst|subtitle|sub-title|deck|dek|sub-?headline|article-?_*(?:summary|lead|intro|excerpt))"
    r"(?:$|[-_ ])"
)
_BYLINE = re.compile(r"(?:^|[-_ ])(?:byline|author|authors|author-?name)(?:$|[-_ ])")
_SECTION = re.compile(r"(?:^|[-_ ])(?:kicker|rubric|article-?_*section|section-?_*(?:name|label|title))(?:$|[-_ ])")
_UPDATED = re.compile(r"updat|modif")


def from_sight(tree: HtmlElement) -> Iterator[Field]:
    """The fields that stand on the page itself: h1, standfirst, byline, time."""
    article = story_part(tree)
    if (title := visible_headline(tree)) is not None:
        yield Field("headline", words_of(title), "h1")
    elif (title := tree.find(".//title")) is not None and words_of(title):
        yield Field("headline", words_of(title), "title")
    if (deck := visible_deck(article)) is not None:
        yield Field("deck", words_of(deck), path_of(deck))
    yield from _times(article)
    for element in _marked(article, _BYLINE, "author", ("a", "span", "p", "div", "address", "li")):
        if 3 < len(name := words_of(element)) <= 80:
            yield Field("byline", name, path_of(element))
    for element in _marked(article, _SECTION, "articleSection", ("a", "span", "p", "div")):
        if 2 < len(label := words_of(element)) <= 40:
            yield Field("section", label, path_of(element))
            break
    for link in article.iterfind(".//a[@rel='tag']"):
        if label := words_of(link):
            yield Field("tag", label, "a[rel='tag']")


def from_search(tree: HtmlElement) -> Iterator[Field]:
    """The day of publication where no markup names it, as htmldate finds it in addresses and at the page's edges."""
    from htmldate import find_date

    if day := find_date(tree, extensive_search=False, original_date=True):
        yield Field("published", day, "htmldate")


def _times(article: HtmlElement) -> Iterator[Field]:
    for element in article.iter("time"):
        if moment := (element.get("datetime") or "").strip():
            about = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
            yield Field("updated" if _UPDATED.search(about) else "published", moment, "time[datetime]")


def story_part(tree: HtmlElement) -> HtmlElement:
    """The element that holds the story: the only article, else main, else the page."""
    articles = [element for element in tree.iter("article") if element.find(".//p") is not None]
    if len(articles) == 1:
        return articles[0]
    main = tree.find(".//main")
    return tree if main is None else main


def visible_headline(tree: HtmlElement) -> HtmlElement | None:
    """The h1 of the story, or the page's only one."""
    for place in (story_part(tree), tree):
        found = [element for element in place.iter("h1") if words_of(element)]
        marked = [element for element in found if element.get("itemprop") == "headline"] or found
        if len(marked) == 1 or (marked and place is not tree):
            return marked[0]
    return None


def visible_deck(article: HtmlElement) -> HtmlElement | None:
    """The standfirst: one element of some length, marked as such by its class."""
    for element in _marked(article, _DECK, "alternativeHeadline", ("p", "h2", "h3", "div", "span", "strong")):
        if 20 <= len(words_of(element)) <= 500 and len(element.findall(".//p")) <= 1:
            return element
    return None


def _marked(
    article: HtmlElement, pattern: re.Pattern[str], itemprop: str, tags: tuple[str, ...]
) -> Iterator[HtmlElement]:
    for element in article.iter(*tags):
        names = " ".join((element.get("class") or "").lower().split())
        if itemprop in (element.get("itemprop"), element.get("rel")) or (names and pattern.search(names)):
            yield element


def words_of(element: HtmlElement) -> str:
    """The words in an element, with single spaces between them."""
    return " ".join(" ".join(element.itertext()).split())


def path_of(element: HtmlElement) -> str:
    """Tag and first class: enough to find the element on the page again."""
    name = (element.get("class") or "").split()
    return f"{element.tag}.{name[0]}" if name else str(element.tag)
