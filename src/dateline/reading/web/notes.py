"""Words of the desk about the story, which stand in boxes of their own: corrections, clarifications, editors' notes."""

import re

from lxml.html import HtmlElement

from dateline.reading.assembly import Part
from dateline.reading.plain.shapes import shapes_of
from dateline.reading.web.sight import words_of

SHORTEST, LONGEST = 20, 700
"""Characters of a note: a label alone says nothing, and what is longer is a story."""

_NOTE = re.compile(r"(?:^|[-_ ])(?:corrections?|clarifications?|editors?[-_]*notes?|article[-_]*notes?)(?:$|[-_ ])")
_TAGS = ("aside", "div", "section", "p", "li")


def take_notes(scope: HtmlElement) -> list[Part]:
    """The notes in `scope`, taken out of the page: by their class, or by their words where they stand in an aside."""
    found: list[Part] = []
    for element in [each for each in scope.iter(*_TAGS) if _is_note(each)]:
        words = words_of(element)
        if SHORTEST <= len(words) <= LONGEST and element.getparent() is not None:
            element.drop_tree()
            found.append(Part("note", words))
    return list(dict.fromkeys(found))


def _is_note(element: HtmlElement) -> bool:
    name = element.get("class")
    if name and _NOTE.search(name.lower()):
        return True
    return element.tag == "aside" and shapes_of("en").role(words_of(element)[:LONGEST]) == "note"
