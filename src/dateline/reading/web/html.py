"""Web pages: the story's own paragraphs, and what the page's markup says of it."""

import re
from collections.abc import Iterator

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from dateline.errors import NoArticle
from dateline.model import Article, Field, Page
from dateline.reading.assembly import Part, article_of, by_trust
from dateline.reading.plain.headlines import is_prose, is_repeated
from dateline.reading.plain.shapes import shapes_of
from dateline.reading.web.body import paragraphs_of, take_captions
from dateline.reading.web.json_ld import from_json_ld
from dateline.reading.web.meta import from_meta
from dateline.reading.web.sight import (
    from_search,
    from_sight,
    story_part,
    visible_deck,
    visible_headline,
    words_of,
)

WORDS = "en"
"""The words by which walls and bylines are told before the page's language is known."""
WALL = 120
"""A page that asks for consent and has fewer words than this has no story."""

_MARK = re.compile(r"""[.!?…]["'”’»)\]]*(?:\s|$)""")
"""A sentence's end in Latin script; other scripts have marks of their own, and lists of links have none."""


def html(page: Page) -> Article:
    """A web page as an article whose text is its story, blank lines between the blocks. Raises NoArticle."""
    tree = _tree(page)
    own = fields_of(tree)
    fields = by_trust(page.fields, own)
    header = list(_header(tree, fields))
    captions = take_captions(tree, story_part(tree))
    body = [words for words in paragraphs_of(tree) if not _is_said(words, [*header, *captions], fields)]
    if problem := _problem(body):
        raise NoArticle(problem)
    return article_of(page, [*header, *captions, *(Part("paragraph", words) for words in body)], own)


def fields_of(tree: HtmlElement) -> tuple[Field, ...]:
    """What the page says of its story: each name from the most trusted place that gives it."""
    chosen: dict[str, dict[str, Field]] = {}
    for source in (from_json_ld, from_meta, _from_sight, from_search):
        told: dict[str, dict[str, Field]] = {}
        for field in source(tree) if source is not from_search or "published" not in chosen else ():
            told.setdefault(field.name, {}).setdefault(field.value.casefold(), field)
        chosen = told | chosen
    outlet = next((field.value for field in chosen.get("outlet", {}).values()), "")
    return tuple(
        _without_outlet(field, outlet) if name == "headline" else field
        for name, fields in chosen.items()
        for field in fields.values()
    )


def _from_sight(tree: HtmlElement) -> Iterator[Field]:
    """Bylines that stand on the page count only as names: the same markup holds dates, buttons and biographies."""
    shapes, signed = shapes_of(WORDS), False
    for field in from_sight(tree):
        if field.name != "byline":
            yield field
        elif not signed and shapes.is_name(name := shapes.without_by(field.value)):
            signed = True
            yield Field("byline", name, field.path)


def _tree(page: Page) -> HtmlElement:
    raw = page.content.replace("\x00", "").encode("utf-8", "replace")
    try:
        return document_fromstring(raw, parser=HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True))
    except ParserError as error:
        raise NoArticle("the page is empty") from error


def _without_outlet(field: Field, outlet: str) -> Field:
    for sign in (" | ", " - ", " – ", " — ", " :: "):
        head, mark, tail = field.value.rpartition(sign)
        if mark and outlet and tail.casefold() == outlet.casefold():
            return Field(field.name, head, field.path)
    return field


def _header(tree: HtmlElement, fields: tuple[Field, ...]) -> Iterator[Part]:
    """Headline, deck and byline as they stand on the page; the headline from its fields where it stands nowhere."""
    told = next((field.value for field in fields if field.name == "headline"), "")
    seen = visible_headline(tree)
    headline = words_of(seen) if seen is not None else told
    if headline:
        yield Part("headline", headline)
    if (deck := visible_deck(story_part(tree))) is not None and words_of(deck) != headline:
        yield Part("deck", words_of(deck))
    bylines = [field.value for field in fields if field.name == "byline" and len(field.value) <= 80]
    if bylines:
        yield Part("byline", ", ".join(dict.fromkeys(bylines)))


def _is_said(words: str, header: list[Part], fields: tuple[Field, ...]) -> bool:
    """Whether the header, a caption or the section's label says these words already."""
    labels = [field.value for field in fields if field.name in ("section", "headline", "byline", "outlet")]
    said = [text for _, text in header] + labels
    bare = shapes_of(WORDS).without_by(words)
    return any(is_repeated(words, text) or is_repeated(bare, text) for text in said)


def _problem(body: list[str]) -> str | None:
    if not any(is_prose(words) and (_MARK.search(words) or not words.isascii()) for words in body):
        return "no paragraph of a story is on the page"
    told = " ".join(body).casefold()
    if len(told.split()) < WALL and any(phrase in told for phrase in shapes_of(WORDS).words.wall_phrases):
        return "the page asks for consent or a sign-in and shows no story"
    return None
