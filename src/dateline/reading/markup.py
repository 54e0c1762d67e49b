"""What a page says of its story in meta tags and in the markup that readers see."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from dateline.model import Field

META: dict[str, tuple[tuple[str, str], ...]] = {
    "headline": (("property", "og:title"), ("name", "twitter:title"), ("name", "dc.title"), ("name", "title")),
    "deck": (("property", "og:description"), ("name", "description"), ("name", "twitter:description")),
    "published": (
        ("property", "article:published_time"),
        ("property", "og:published_time"),
        ("itemprop", "datepublished"),
        ("name", "parsely-pub-date"),
        ("name", "sailthru.date"),
        ("name", "dc.date.issued"),
        ("name", "dcterms.created"),
        ("name", "dc.date"),
        ("name", "article.published"),
        ("name", "publication_date"),
        ("name", "publish-date"),
        ("name", "pubdate"),
        ("name", "date"),
    ),
    "updated": (
        ("property", "article:modified_time"),
        ("property", "og:updated_time"),
        ("itemprop", "datemodified"),
        ("name", "dcterms.modified"),
        ("name", "article.updated"),
        ("name", "lastmod"),
    ),
    "byline": (
        ("name", "author"),
        ("property", "article:author"),
        ("name", "parsely-author"),
        ("name", "sailthru.author"),
        ("name", "byl"),
        ("name", "dc.creator"),
    ),
    "outlet": (("property", "og:site_name"), ("name", "application-name"), ("name", "dc.publisher")),
    "section": (("property", "article:section"), ("name", "parsely-section"), ("name", "section")),
    "url": (("property", "og:url"),),
    "tag": (("property", "article:tag"), ("name", "news_keywords"), ("name", "parsely-tags"), ("name", "keywords")),
    "language": (("http-equiv", "content-language"), ("name", "language"), ("name", "dc.language")),
    "image": (("property", "og:image"), ("name", "twitter:image")),
}
"""Our field -> the meta tags that carry it, best first. Keys are compared in small letters."""

_DECK = re.compile(
    r"(?:^|[-_ ])(?:standfirst|subtitle|sub-title|deck|dek|sub-?headline|article-?_*(?:summary|lead|intro|excerpt))"
    r"(?:$|[-_ ])"
)
_BYLINE = re.compile(r"(?:^|[-_ ])(?:byline|author|authors|author-?name)(?:$|[-_ ])")
_SECTION = re.compile(r"(?:^|[-_ ])(?:kicker|rubric|article-?_*section|section-?_*(?:name|label|title))(?:$|[-_ ])")
_UPDATED = re.compile(r"updat|modif")


def from_meta(tree: HtmlElement) -> Iterator[Field]:
    """The fields that meta tags, the canonical link and the language attribute give, best first for each name."""
    told: dict[tuple[str, str], list[str]] = {}
    for meta in tree.iter("meta"):
        content = " ".join((meta.get("content") or "").split())
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (key := meta.get(attribute)):
                told.setdefault((attribute, key.lower()), []).append(content)
                if attribute in ("property", "name"):  # sites mix the two up
                    told.setdefault(("name" if attribute == "property" else "property", key.lower()), []).append(
                        content
                    )
    for link in tree.iterfind(".//link[@rel='canonical'][@href]"):
        yield Field("url", link.get("href"), "link[rel='canonical']")
    for name, tags in META.items():
        yield from _first_told(name, tags, told)
    if language := tree.get("lang"):
        yield Field("language", language, "html[lang]")


def _first_told(
    name: str, tags: tuple[tuple[str, str], ...], told: dict[tuple[str, str], list[str]]
) -> Iterator[Field]:
    for attribute, key in tags:
        values = told.get((attribute, key), [])
        if name == "tag" and len(values) == 1:
            values = values[0].split(",")
        kept = [value.strip() for value in values if value.strip() and not (name == "byline" and "://" in value)]
        if kept:
            yield from (Field(name, value, f"meta[{attribute}='{key}']") for value in kept)
            return


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
