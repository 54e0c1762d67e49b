"""Words of the desk about the story, which stand in boxes of their own: corrections, clarifications, editors' notes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from dateline.reading.plain.shapes import shapes_of
from dateline.reading.web.sight import words_of

SHORTEST, LONGEST = 20, 700
"""Characters of a note: a label alone says nothing, and what is longer is a story."""
NEAR = 5
"""Paragraphs above and below a note by which its place in the story is found again."""

_NOTE = re.compile(r"(?:^|[-_ ])(?:corrections?|clarifications?|editors?[-_]*notes?|article[-_]*notes?)(?:$|[-_ ])")
_TAGS = ("aside", "div", "section", "p", "li")


class Note(NamedTuple):
    """A note, and the paragraphs above and below it, the nearest first."""

    words: str
    above: tuple[str, ...]
    below: tuple[str, ...]


def take_notes(scope: HtmlElement) -> list[Note]:
    """The notes in `scope`, taken out of the page: by their class, or by their words where they stand in an aside."""
    notes = dict.fromkeys(_notes(scope))
    inside = {inner for note in notes for inner in note.iter()}
    order: list[HtmlElement] = []
    places: list[tuple[str, int]] = []
    for element in scope.iter(*_TAGS) if notes else ():
        if element in inside:
            places += [(words_of(element), len(order))] if element in notes else []
        elif element.tag == "p":
            order.append(element)
    for note in notes:
        note.drop_tree()
    return [_placed(words, order, at) for words, at in dict(reversed(places)).items()][::-1]


def _notes(scope: HtmlElement) -> Iterator[HtmlElement]:
    """The elements of notes, from the outside in."""
    taken: set[HtmlElement] = set()
    for element in scope.iter(*_TAGS):
        if element not in taken and _is_note(element) and SHORTEST <= len(words_of(element)) <= LONGEST:
            taken.update(element.iter())
            yield element


def _placed(words: str, order: list[HtmlElement], at: int) -> Note:
    above = tuple(words_of(each) for each in reversed(order[max(at - NEAR, 0) : at]))
    return Note(words, above, tuple(words_of(each) for each in order[at : at + NEAR]))


def _is_note(element: HtmlElement) -> bool:
    name = element.get("class")
    if name and _NOTE.search(name.lower()):
        return True
    return element.tag == "aside" and shapes_of("en").role(words_of(element)[:LONGEST]) == "note"
