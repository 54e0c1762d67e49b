"""What a page says of its story in meta tags, its canonical link and its language attribute."""

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
