"""A piece of markup from a wire or a feed, as parts: HTML, XHTML and NITF speak of paragraphs in the same few ways."""

import re
from html import unescape

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from dateline.model import BlockRole
from dateline.reading.assembly import Part
from dateline.reading.languages import SAMPLE, furniture_language
from dateline.reading.plain.pieces import ends_sentence, pieces_of
from dateline.reading.plain.shapes import shapes_of
from dateline.reading.wires.xml import name_of

_BLOCK_NAMES = """
address article block blockquote body body.content body.end body.head bq center centre credit dd div dl dt fn footer
h1 h2 h3 h4 h5 h6 header hl1 hl2 hr html li main ol p pre section summary tagline ul
"""
_LEFT_OUT_NAMES = """
aside audio base bibliography button canvas datalist embed form frame head iframe map math media-metadata media-object
media-reference nav nitf-table noframes object select svg table template textarea title video
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_SILENT = frozenset(("script", "style", "noscript", "del", "link", "meta"))
"""Left out, too, but the words on both sides of them belong together."""
_LEFT_OUT = frozenset(_LEFT_OUT_NAMES.split()) | _SILENT
_ROLES: dict[str, BlockRole] = {
    "figure": "caption",
    "figcaption": "caption",
    "media": "caption",
    "media-caption": "caption",
    "media-producer": "credit",
    "note": "note",
}
_CREDIT = re.compile(r"(?:^|[-_ ])(?:credit|creditline|copyright|copyrightholder|photographer)(?:s|$|[-_ ])")
_CAPTION = re.compile(r"(?:^|[-_ ])caption(?:[-_]?text)?(?:$|[-_ ])")
_MARKUP = re.compile(r"<[a-zA-Z!/?]")


def fragment_parts(markup: str) -> list[Part]:
    """The parts of a piece of HTML, broken or not, in order. Words without any markup are read as plain text."""
    if not _MARKUP.search(markup):
        return text_parts(unescape(markup))
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(markup.replace("\x00", "").encode("utf-8", "replace"), parser=parser)
    except etree.LxmlError:  # there is no element in it
        return []
    return element_parts(root)


def element_parts(element: etree._Element, left_out: frozenset[str] = frozenset()) -> list[Part]:
    """The parts within an element of HTML, XHTML or NITF, in order; those named `left_out`, too, are passed over."""
    walk = _Walk()
    events = etree.iterwalk(element, events=("start", "end"))
    for event, each in events:
        name = name_of(each).lower()
        hidden = name in _LEFT_OUT or name in left_out or "hidden" in each.attrib
        if event == "start":
            if hidden:
                events.skip_subtree()
                if name not in _SILENT:
                    walk.flush()
            else:
                walk.open(each, name)
        else:
            if not hidden:
                walk.close(name)
            if each is not element:
                walk.say(each.tail)
    walk.flush()
    return walk.parts


def text_parts(text: str) -> list[Part]:
    """The paragraphs of a plain text; lines that were wrapped are one paragraph again."""
    shapes = shapes_of(furniture_language(text[: 4 * SAMPLE]))
    return [Part("paragraph", words_of(text[piece.start : piece.end])) for piece in pieces_of(text, shapes)]


def words_of(words: str | None) -> str:
    """The words on one line, with single spaces between them."""
    return " ".join((words or "").split())


class _Walk:
    """Gathers words until an element that ends a paragraph, and hands them out with the role of where they stand."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self._words: list[str] = []
        self._breaks = 0
        self._opened: list[tuple[BlockRole, bool]] = []
        self._pre = 0

    def open(self, element: etree._Element, name: str) -> None:
        """Goes into an element."""
        outer: BlockRole = self._opened[-1][0] if self._opened else "paragraph"
        role = _role(element, name, outer)
        ends = name in _BLOCKS or role != outer or name in _ROLES
        if ends:
            self.flush()
        if name == "br":
            self._breaks += 1
        self._pre += name == "pre"
        self._opened.append((role, ends))
        self.say(element.text)

    def close(self, name: str) -> None:
        """Comes out of it."""
        if self._opened[-1][1]:
            self.flush()
        self._pre -= name == "pre"
        self._opened.pop()

    def say(self, words: str | None) -> None:
        """Adds words. Two line breaks before them end a paragraph, and so does one after a finished sentence."""
        if not words:
            return
        if self._breaks and not words.isspace():
            if self._breaks > 1 or ends_sentence("".join(self._words[-3:]).rstrip()):
                self.flush()
            self._words.append(" ")
            self._breaks = 0
        self._words.append(words)

    def flush(self) -> None:
        """Ends a paragraph."""
        words, self._words, self._breaks = "".join(self._words), [], 0
        role = self._opened[-1][0] if self._opened else "paragraph"
        if self._pre and role == "paragraph":
            self.parts += text_parts(words)
        elif any(char.isalnum() for char in words):
            self.parts.append(Part(role, words_of(words)))


def _role(element: etree._Element, name: str, outer: BlockRole) -> BlockRole:
    """The role of words in this element: its own, that of its class within a picture's caption, or its parent's."""
    role = _ROLES.get(name, outer)
    marks = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
    if role == "caption" and _CREDIT.search(marks):
        return "credit"
    if role == "paragraph" and _CAPTION.search(marks):
        return "caption"
    return role
