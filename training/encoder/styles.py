"""The same story in another newspaper's style, so that labels do not hang on capitals, marks, or familiar names."""

import random
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

from training.encoder.documents import NOWHERE, Document, Label

from dateline.annotation.gazetteer import FILE
from dateline.languages import load

STRAIGHT, CAPITALS, SMALL, NO_QUOTES = 0.7, 0.05, 0.03, 0.03
"""How often marks become straight (the parser always reads them so), and the rarer styles."""
NEW_NAMES, NEW_DATELINE = 0.3, 0.08
ENDINGS = ("", "", "", "ov", "ova", "zoda", "ian", "ski", "ez", "son", "i", "ku", "oglu", "enko")
AGENCIES = ("Reuters", "AP", "AFP", "Xinhua", "dpa", "ANSA", "EFE", "Kyodo")
MONTHS = ("Jan", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct", "November", "DEC")

Edit = tuple[int, int, str, str | None]
"""Start and end of what is replaced, what by, and the type of name that it is where the label is new."""


def varied(document: Document, chance: random.Random) -> Document:
    """The document in another style; labels and links follow their words."""
    if "name" in document.layers and chance.random() < NEW_NAMES:
        document = edited(document, list(_new_names(document, chance)))
    if "name" in document.layers and chance.random() < NEW_DATELINE:
        document = edited(document, _dateline(chance))
    text = document.text
    if chance.random() < STRAIGHT:
        text = text.translate(str.maketrans("“”‘’", "\"\"''"))
    return replace(document, text=_lettering(text, chance.random()))


def _lettering(text: str, roll: float) -> str:
    """The text in other letters, as long as before."""
    if roll < CAPITALS:
        return _each(text, str.upper)
    if roll < CAPITALS + SMALL:
        return _each(text, str.lower)
    return text.translate(str.maketrans('“”"', "   ")) if roll < CAPITALS + SMALL + NO_QUOTES else text


def _each(text: str, change: Callable[[str], str]) -> str:
    return "".join(changed if len(changed := change(letter)) == 1 else letter for letter in text)


@cache
def _given() -> tuple[str, ...]:
    names = load("en").given_names
    return tuple(name.title() for name in (*names.male, *names.female, *names.either))


@cache
def _towns() -> tuple[str, ...]:
    with sqlite3.connect(FILE) as places:
        return tuple(name for (name,) in places.execute("SELECT name FROM place WHERE feature LIKE 'PPL%' ORDER BY id"))


def _new_names(document: Document, chance: random.Random) -> Iterable[Edit]:
    """Other people and towns, each name replaced by one other throughout; single words stay short."""
    chosen: dict[str, str] = {}
    for label in document.layers["name"]:
        old = document.text[label.start : label.end]
        if label.type not in ("person", "place") or not old.istitle() or len(old.split()) > 3:
            continue
        if old not in chosen:
            chosen[old] = _person(old, chance) if label.type == "person" else chance.choice(_towns())
        yield label.start, label.end, chosen[old], None


def _person(old: str, chance: random.Random) -> str:
    surname = chance.choice(_given()) + chance.choice(ENDINGS)
    return surname if " " not in old else f"{chance.choice(_given())} {surname}"


def _dateline(chance: random.Random) -> list[Edit]:
    town, agency = chance.choice(_towns()), chance.choice(AGENCIES)
    town = town.upper() if chance.random() < 0.7 else town
    day = f"{chance.choice(MONTHS)} {chance.randint(1, 28)}"
    parts = [(town, "place"), (f", {day} (", None), (agency, "organisation"), (") ", None)]
    dash = chance.choice(("-- ", "- ", "— "))
    return [(0, 0, words, kind) for words, kind in parts] + [(0, 0, dash, None)]


def edited(document: Document, edits: list[Edit]) -> Document:
    """The document with words replaced, in order; a name that an edit brings along gets a label."""
    text, at, moves, new = "", 0, [], []
    for start, end, words, kind in sorted(edits, key=lambda edit: edit[:2]):
        text += document.text[at:start]
        if kind:
            new.append(Label(len(text), len(text) + len(words), kind))
        text += words
        at = end
        moves.append((start, end, len(text), len(text) - len(words.split()[-1]) if words.strip() else len(text)))
    text += document.text[at:]

    def moved(offset: int, opening: bool) -> int:
        if offset == NOWHERE:
            return offset
        place = offset
        for start, end, after, last_word in moves:
            if offset < start or offset == start < end:
                break
            if offset < end:  # within a name that was replaced: its last word stands for any of its words
                return last_word if opening else after
            place = after + (offset - end)
        return place

    layers = {
        name: tuple(Label(moved(x.start, True), moved(x.end, False), x.type) for x in labels)
        for name, labels in document.layers.items()
    }
    if new:
        layers["name"] = tuple(sorted((*new, *layers["name"]), key=lambda x: x.start))
    links = {k: tuple((moved(a, True), moved(b, True)) for a, b in v) for k, v in document.links.items()}
    return replace(document, text=text, layers=layers, links=links)
