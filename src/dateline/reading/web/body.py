"""The paragraphs of the story on a web page, and the captions of its pictures."""

import logging
import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from dateline.reading.assembly import Part
from dateline.reading.plain.headlines import is_prose
from dateline.reading.web.sight import words_of

_CAPTION = re.compile(r"(?:^|[-_ ])caption(?:[-_]?text)?(?:$|[-_ ])")
_CREDIT = re.compile(r"(?:^|[-_ ])(?:credit|copyright|photographer|photo-?_*source)(?:s|$|[-_ ])")
PICTURES = 30
"""Captions that are kept of one page."""


def paragraphs_of(tree: HtmlElement) -> list[str]:
    """The story's paragraphs: as trafilatura finds them, else as resiliparse does."""
    found = list(_from_trafilatura(tree))
    return found if any(is_prose(words) for words in found) else list(_from_resiliparse(tree))


def take_captions(tree: HtmlElement, article: HtmlElement) -> list[Part]:
    """Captions and credits in the story's part of the page, taken out of the tree so that the body lacks them."""
    found: list[Part] = []
    for element in [*tree.iter("figcaption"), *_marked_captions(article)]:
        if element.getparent() is None:
            continue
        inside = article is tree or article in element.iterancestors()
        credit = next((child for child in element.iter("span", "div", "p", "cite", "small") if _is_credit(child)), None)
        signed = words_of(credit) if credit is not None and credit is not element else ""
        if signed and credit is not None:
            credit.drop_tree()
        said = words_of(element)
        element.drop_tree()
        if inside and _has_letters(said):
            found.append(Part("caption", said))
        if inside and _has_letters(signed):
            found.append(Part("credit", signed))
    unique = list(dict.fromkeys(found))
    return unique[:PICTURES]


def _marked_captions(article: HtmlElement) -> list[HtmlElement]:
    return [
        element
        for element in article.iter("p", "div", "span", "dd")
        if (name := element.get("class"))
        and _CAPTION.search(name.lower())
        and element.find(".//img") is None
        and len(words_of(element)) <= 600
    ]


def _is_credit(element: HtmlElement) -> bool:
    return _CREDIT.search((element.get("class") or "").lower()) is not None


def _has_letters(words: str) -> bool:
    return any(char.isalnum() for char in words)


def _from_trafilatura(tree: HtmlElement) -> Iterator[str]:
    from trafilatura import bare_extraction

    logger = logging.getLogger("trafilatura")
    if logger.level == logging.NOTSET:
        logger.setLevel(logging.CRITICAL)  # it warns of every page without a story, which NoArticle says already
    try:
        document = bare_extraction(tree, include_comments=False, include_tables=False)
    except RecursionError:  # markup nested too deeply for it
        return
    if document is None or isinstance(document, dict) or document.body is None:
        return
    for element in document.body:
        for item in element.iterchildren() if element.tag == "list" else (element,):
            yield from _lines(item)


def _lines(element: HtmlElement) -> Iterator[str]:
    """The lines of a paragraph: a page's forced line breaks end paragraphs in practice."""
    parts: list[str] = []
    for each in element.iter():
        if each.tag == "lb":
            parts.append("\n")
        parts.append(each.text or "")
        if each is not element:
            parts.append(each.tail or "")
    for line in "".join(parts).split("\n"):
        if words := " ".join(line.split()):
            yield words


def _from_resiliparse(tree: HtmlElement) -> Iterator[str]:
    from lxml.html import tostring
    from resiliparse.extract.html2text import extract_plain_text

    plain = extract_plain_text(tostring(tree, encoding="unicode"), main_content=True, list_bullets=False)
    for line in plain.split("\n"):
        if words := " ".join(line.split()):
            yield words
