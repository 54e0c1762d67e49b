"""What stands above a story on its page: the section's label, the headline, the deck and the byline."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from dateline.model import Field
from dateline.reading.assembly import Part
from dateline.reading.web.sight import story_part, visible_deck, words_of

ABOVE = 15
"""Elements above a headline among which the section's label is looked for."""
BELOW = 80
"""Elements below a headline among which the deck is looked for."""
OPENING = 40
"""Characters by which a description is known again on the page."""
_BYLINE = 80
_HIDDEN = ("json-ld", "meta", "row", "option")
"""Paths of fields that stand nowhere on the page."""
_LABELS = ("a", "span", "p", "div", "li", "strong")
_BLOCKS = ("p", "h2", "h3", "h4", "div", "span", "strong")
_INLINE = frozenset(("a", "b", "i", "em", "strong", "span", "br"))


def header_of(tree: HtmlElement, seen: HtmlElement | None, fields: tuple[Field, ...]) -> list[Part]:
    """Section, headline, deck and byline as they stand on the page, `seen` being the headline's element.

    The headline is that of the fields, which leave out kickers and the outlet.
    """
    headline = next(_values(fields, "headline"), "") or (words_of(seen) if seen is not None else "")
    deck = visible_deck(story_part(tree))
    agencies = [field.value for field in fields if field.name == "agency" and not field.path.startswith(_HIDDEN)]
    bylines = [name for name in _values(fields, "byline") if len(name) <= _BYLINE]
    parts = [Part("section", _label(seen, fields) if seen is not None else ""), Part("headline", headline)]
    if deck is not None and _is_deck(deck, seen, headline):
        parts.append(Part("deck", words_of(deck)))
    parts.append(Part("byline", ", ".join(dict.fromkeys(bylines or agencies))))
    return [part for part in parts if part.words]


def described_deck(seen: HtmlElement | None, fields: tuple[Field, ...]) -> str:
    """The words below the headline that the page's description repeats: a deck that no class marks. "" if none."""
    openings = tuple(_plain(value)[:OPENING] for value in _values(fields, "deck") if len(value) >= OPENING)
    if seen is None or not openings:
        return ""
    for element in _after(seen, _BLOCKS, BELOW):
        if all(child.tag in _INLINE for child in element):
            words = words_of(element)
            if _plain(words).startswith(openings):
                return words
    return ""


def _label(seen: HtmlElement, fields: tuple[Field, ...]) -> str:
    """The section's name where it stands above the headline."""
    sections = {_plain(value) for value in _values(fields, "section")}
    for element in _before(seen, ABOVE) if sections else ():
        if element.tag in _LABELS and len(element) <= 1 and _plain(words := words_of(element)) in sections:
            return words
    return ""


def _is_deck(deck: HtmlElement, seen: HtmlElement | None, headline: str) -> bool:
    """Whether a marked deck is this story's: not in the card of another one, nor a block with the headline in it."""
    if _plain(headline) in _plain(words_of(deck)):
        return False
    article = next(deck.iterancestors("article"), None)
    return article is None or seen is None or article in seen.iterancestors()


def _after(seen: HtmlElement, tags: tuple[str, ...], most: int) -> Iterator[HtmlElement]:
    """The elements with these tags that follow in the page's order."""
    count = 0
    for parent in (seen, *seen.iterancestors()):
        for sibling in parent.itersiblings():
            for element in sibling.iter(*tags):
                yield element
                count += 1
                if count == most:
                    return


def _before(seen: HtmlElement, most: int) -> Iterator[HtmlElement]:
    """The elements that stand before in the page's order, the nearest first; of each branch its last elements."""
    count = 0
    for parent in (seen, *seen.iterancestors()):
        for sibling in parent.itersiblings(preceding=True):
            branch = [sibling]
            while branch and count < most:
                element = branch.pop()
                yield element
                branch.extend(element[-3:])
                count += 1
        if count >= most:
            return


def _values(fields: tuple[Field, ...], name: str) -> Iterator[str]:
    return (field.value for field in fields if field.name == name)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).strip(" .,:;…-–—")
