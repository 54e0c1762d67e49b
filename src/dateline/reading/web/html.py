"""Web pages: the story's own paragraphs, and what the page's markup says of it."""

import re
from collections.abc import Iterator

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from dateline.errors import NoArticle
from dateline.model import Article, Field, Page
from dateline.reading.assembly import Part, article_of, by_trust
from dateline.reading.plain.headlines import is_prose
from dateline.reading.plain.shapes import shapes_of
from dateline.reading.web.body import paragraphs_of, told_body
from dateline.reading.web.boxes import take_boxes
from dateline.reading.web.fields import fields_of
from dateline.reading.web.header import described_deck, header_of
from dateline.reading.web.live import join_entries
from dateline.reading.web.notes import Note, take_notes
from dateline.reading.web.pictures import Picture, take_pictures
from dateline.reading.web.quotes import take_pull_quotes
from dateline.reading.web.refusals import has_story, titles_of, why_no_story, why_other
from dateline.reading.web.sight import story_part, visible_headline, words_of

WORDS = "en"
"""The words by which bylines are told before the page's language is known."""
ATTRIBUTES = 5000
"""Attributes that a tag may have."""
LABEL = 600
"""Characters of the longest line that may repeat the header or a caption."""
KEY = 60
"""Characters by which a paragraph of the page is known again in the body."""

_MARKS = ".,:;!?\"'“”‘’()[]…—–- "
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{50000,}")
_NO_XML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
    r"|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)|x0*(?:[0-8bcef]|1[\da-f]|fff[ef])(?![\da-f]));?",
    re.IGNORECASE,
)
"""Characters, and references to them, that lxml reads and then refuses to write."""
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


def html(page: Page) -> Article:
    """A web page as an article whose text is its story, blank lines between the blocks. Raises NoArticle."""
    tree = _tree(page)
    own = fields_of(tree, page)
    fields = by_trust(page.fields, own)
    join_entries(tree)
    titles, seen, told = titles_of(tree), visible_headline(tree), told_body(tree)
    notes = take_notes(story_part(tree))
    take_boxes(tree)
    take_pull_quotes(tree)
    header, deck = header_of(tree, seen, (*own, *fields)), described_deck(seen, fields)
    pictures = take_pictures(tree, story_part(tree))
    shown = [Part("headline", words_of(seen))] if seen is not None else []
    said = _said([*header, *shown, *(part for picture in pictures for part in picture.parts)], fields)
    body = [words for words in _once(paragraphs_of(tree, told)) if not _is_said(words, said)]
    if not has_story(body):
        raise NoArticle(why_no_story(_tree(page), fields))
    if (reason := why_other(body, titles, fields)) is not None:
        raise NoArticle(reason)
    if deck and not any(_key(words) == _key(deck) for words in [*body, *(part.words for part in header)]):
        header.append(Part("deck", deck))
    return article_of(page, [*header, *_placed(body, pictures, notes)], own)


def _tree(page: Page) -> HtmlElement:
    if any(len(_QUOTED.sub("", tag[0]).split()) > ATTRIBUTES for tag in _LONG_TAG.finditer(page.content)):
        raise NoArticle("a tag on the page has thousands of attributes")  # the parser's time grows with their square
    raw = _NO_XML.sub(" ", page.content.replace("\x00", "")).encode("utf-8", "replace")
    try:
        return document_fromstring(raw, parser=HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True))
    except ParserError as error:
        raise NoArticle("the page is empty") from error


def _once(body: list[str]) -> Iterator[str]:
    """Running text that a page repeats, for screens of several sizes, stands in the story once."""
    seen: set[str] = set()
    for words in body:
        if words not in seen:
            yield words
        if is_prose(words):
            seen.add(words)


def _placed(body: list[str], pictures: list[Picture], notes: list[Note]) -> Iterator[Part]:
    """The paragraphs, each followed by the pictures and the notes that stand below it.

    A picture without a paragraph above it stands above them all; so does a note that has one below it, and any other
    stands at the end.
    """
    places = {_key(words): i for i, words in reversed(list(enumerate(body)))}
    below: dict[int, list[Part]] = {}
    for picture in pictures:
        below.setdefault(places.get(_key(picture.above), -1), []).extend(picture.parts)
    for note in notes:
        above = [places[key] for words in note.above if (key := _key(words)) in places]
        after = [places[key] - 1 for words in note.below if (key := _key(words)) in places]
        at = next(iter((*above, *after)), len(body) - 1)
        below.setdefault(at, []).append(Part("note", note.words))
    yield from below.get(-1, ())
    for i, words in enumerate(body):
        yield Part("paragraph", words)
        yield from below.get(i, ())


def _key(words: str) -> str:
    return "".join(words.split()).casefold()[:KEY]


def _said(parts: list[Part], fields: tuple[Field, ...]) -> frozenset[str]:
    """What the header, the captions and the section's label say already; a headline also without its kicker."""
    labels = [field.value for field in fields if field.name in ("section", "headline", "byline", "outlet")]
    told = [*(part.words for part in parts), *labels]
    return frozenset(_bare(each) for words in told for each in (words, words.partition(": ")[2]) if each)


def _is_said(words: str, said: frozenset[str]) -> bool:
    return len(words) <= LABEL and (_bare(words) in said or _bare(shapes_of(WORDS).without_by(words)) in said)


def _bare(words: str) -> str:
    return " ".join(words.casefold().split()).strip(_MARKS)
