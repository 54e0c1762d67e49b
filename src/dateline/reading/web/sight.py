"""What a page says of its story in the markup that readers see."""

import re
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from dateline.model import Field

_DECK = re.compile(
    r"(?:^|[-_ ])(?:standfirst|subtitle|sub-title|deck|dek|sub-?headline|article-?_*(?:summary|lead|intro|excerpt))"
    r"(?:$|[-_ ])"
)
_SUMMARY = "summary"
"""Class of a deck where it stands above the first paragraph; below it, of what is told about other stories."""
_SECTION = re.compile(r"(?:^|[-_ ])(?:kicker|rubric|article-?_*section|section-?_*(?:name|label|title))(?:$|[-_ ])")
_DECK_TAGS = ("p", "h2", "h3", "div", "span", "strong")
_HEADING_TAGS = ("div", "p", "td", "th", "span", "font", "b", "strong", "center", "big")
RUNNING = 150
"""Characters of a paragraph with which a story has begun."""
_SIDE_TAGS = frozenset(("nav", "aside", "blockquote"))
_SIDE = re.compile(
    r"(?:^|[-_ ])(?:comments?(?:[-_ ]?(?:list|area|body|author|content|item|meta|\d+))?|respond|recentcomments"
    r"|related|recommend(?:ed|ations)|recirc|sidebar|side-bar|popular|trending|most-?read|promo|carousel)(?:$|[-_ ])"
    r"|(?:^|[-_ ])teasers?(?:$| )",
    re.IGNORECASE,
)


def from_sight(tree: HtmlElement) -> Iterator[Field]:
    """The fields that stand on the page itself: standfirst, section, tags."""
    article = story_part(tree)
    if (deck := visible_deck(article)) is not None:
        yield Field("deck", words_of(deck), path_of(deck))
    for element in _marked(article, _SECTION, "articleSection", ("a", "span", "p", "div")):
        label = words_of(element)
        if 2 < len(label) <= 40 and not any(map(str.isdigit, label)) and not is_elsewhere(element):
            yield Field("section", label, path_of(element))
            break
    for link in article.iterfind(".//a[@rel='tag']"):
        if label := words_of(link):
            yield Field("tag", label, "a[rel='tag']")


def is_elsewhere(element: HtmlElement) -> bool:
    """Whether the element stands among comments, links to other stories, or the furniture of the whole site."""
    return any(_is_side(each) for each in (element, *element.iterancestors()))


def _is_side(element: HtmlElement) -> bool:
    if element.tag in _SIDE_TAGS:
        return True
    if element.tag == "footer":
        return next(element.iterancestors("article", "main"), None) is None
    if element.tag in ("body", "html"):
        return False
    name = f"{element.get('class') or ''} {element.get('id') or ''}"
    # What holds the headline is the story's own part, whatever stands beside it ("with-sidebar").
    return len(name) > 1 and _SIDE.search(name) is not None and element.find(".//h1") is None


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
    for element in _marked(article, _DECK, "alternativeHeadline", _DECK_TAGS):
        if _has_deck_s_length(element):
            return element
    for element in article.iter("div", "p"):
        if (element.get("class") or "").lower() == _SUMMARY and _has_deck_s_length(element):
            return element
        if element.tag == "p" and len(words_of(element)) >= RUNNING:
            break
    return None


def _has_deck_s_length(element: HtmlElement) -> bool:
    return 20 <= len(words_of(element)) <= 500 and len(element.findall(".//p")) <= 1


def heading_like(tree: HtmlElement, titles: Iterable[str]) -> HtmlElement | None:
    """The one element that says nothing but one of these titles, on a page without headings; no link is a heading."""
    wanted = {" ".join(title.casefold().split()) for title in titles} - {""}
    found = {element: None for element in tree.iter(*_HEADING_TAGS) if _says(element, wanted)}
    outer = [element for element in found if element.getparent() not in found]
    return outer[0] if len(outer) == 1 else None


def _says(element: HtmlElement, wanted: set[str]) -> bool:
    own = element.text if len(element) == 0 else " ".join(words_of(element).split()) if len(element) <= 3 else ""
    if not own or " ".join(own.casefold().split()) not in wanted:
        return False
    return element.find(".//a") is None and next(element.iterancestors("a"), None) is None


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
