"""What a page says of its story in meta tags, its canonical link and its language attribute."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from dateline.languages.bylines import bylines_of
from dateline.model import Field

META: dict[str, tuple[str, ...]] = {
    "headline": ("og:title", "twitter:title", "parsely-title", "citation_title", "dc.title", "title"),
    "deck": ("og:description", "description", "twitter:description", "dc.description"),
    "published": (
        "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
        "rnews:datepublished", "article:published",
        "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_online_date",
        "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dcterms.available",
        "article.published", "publication_date", "published_at", "published_date", "published_time", "publish-date",
        "publish_date", "publishdate", "cxenseparse:recs:publishtime", "datecreated", "pubdate", "citation_date",
    ),
    "day": ("dc.date", "dcterms.date", "date"),
    "updated": (
        "article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "dcterms.modified",
        "dc.date.modified",        "article.updated", "updated_at", "last-modified", "lastmod",
    ),
    "byline": (
        "author", "article:author", "og:article:author", "article:author_name", "parsely-author", "sailthru.author",
        "citation_author", "byl", "dc.creator", "dcterms.creator", "cxenseparse:author", "rbauthors", "article.author",
    ),
    "outlet": (
        "og:site_name", "citation_journal_title", "application-name", "apple-mobile-web-app-title", "dc.publisher",
    ),
    "section": ("article:section", "og:article:section", "parsely-section", "section"),
    "url": ("og:url",),
    "tag": ("article:tag", "og:article:tag", "news_keywords", "parsely-tags", "sailthru.tags", "keywords"),
    "language": ("content-language", "language", "dc.language", "og:locale"),
    "image": ("og:image", "og:image:secure_url", "og:image:url", "twitter:image", "twitter:image:src"),
}  # fmt: skip
"""Our field -> the keys of the meta tags that carry it, best first, in small letters.

"day" is a date without a word of what happened then: publication, or the last change.
Sources: the Open Graph protocol, Twitter cards, Dublin Core, Highwire Press, Parse.ly, Sailthru, Cxense, schema.org.
"""
_PREFIXES = (("dc:", "dc."), ("dcterms:", "dcterms."))
_ATTRIBUTES = ("property", "name", "itemprop", "http-equiv")


def from_meta(tree: HtmlElement) -> Iterator[Field]:
    """The fields that meta tags, the canonical link and the language attribute give, best first for each name."""
    told: dict[str, list[Field]] = {}
    for meta in tree.iter("meta"):
        if content := " ".join((meta.get("content") or "").split()):
            for attribute in _ATTRIBUTES:
                if key := (meta.get(attribute) or "").lower():
                    field = Field(key, content, f"meta[{attribute}='{key}']")
                    told.setdefault(_plain(key), []).append(field)
    for link in tree.iterfind(".//link[@rel='canonical'][@href]"):
        yield Field("url", link.get("href"), "link[rel='canonical']")
    for name, keys in META.items():
        yield from _first_told(name, keys, told)
    yield from _labelled(told)
    if language := tree.get("lang"):
        yield Field("language", language, "html[lang]")


def _plain(key: str) -> str:
    return next((there + key[len(here) :] for here, there in _PREFIXES if key.startswith(here)), key)


def _first_told(name: str, keys: tuple[str, ...], told: dict[str, list[Field]]) -> Iterator[Field]:
    for key in keys:
        values = [
            (value.strip(), field.path) for field in told.get(key, ()) for value in _split(name, field, told[key])
        ]
        kept = [(value, path) for value, path in values if value and not (name == "byline" and "://" in value)]
        if kept:
            yield from (Field(name, value, path) for value, path in kept)
            if name not in ("byline", "published"):
                return


def _split(name: str, field: Field, all_told: list[Field]) -> list[str]:
    return field.value.split(",") if name == "tag" and len(all_told) == 1 else [field.value]


def _labelled(told: dict[str, list[Field]]) -> Iterator[Field]:
    """Twitter cards name the author in a pair of label and value: "Written by", "Jane Doe"."""
    opened = bylines_of("en").opened
    for number, other in ("1", "2"), ("2", "1"):
        timed = any(map(_has_digit, told.get(f"twitter:data{other}", ())))
        pairs = zip(told.get(f"twitter:label{number}", ()), told.get(f"twitter:data{number}", ()), strict=False)
        for label, data in pairs:
            if not _has_digit(data) and (opened(f"{label.value} x") or (number == "1" and timed)):
                yield Field("byline", data.value, data.path)


def _has_digit(field: Field) -> bool:
    return any(char.isdigit() for char in field.value)
