"""ninjs 1 to 3 (IPTC): news items in JSON. The versions differ in names and in what is a list; all are read alike."""

import json
import re
from collections.abc import Iterator
from typing import Any

from dateline.errors import BadMarkup
from dateline.model import Article, Page, Refused
from dateline.reading.assembly import Part
from dateline.reading.wires.fragments import element_parts, fragment_parts, words_of
from dateline.reading.wires.items import Item
from dateline.reading.wires.nitf import tell_nitf
from dateline.reading.wires.xml import first, name_of, xml_root

DEPTH = 8
"""How deep items may lie in one another."""

Entry = dict[str, Any]
_ON = "ninjs: "
_FORMS = (("xhtml",), ("html",), ("nitf",), ("text", "plain"))
"""Marks of a body's form, in its key, its role or its content type: the first form that is there is read."""
_LESSER = ("summary", "teaser", "abstract", "caption", "sub", "short")
"""Marks in the role of a headline, a description or a body that is not the main one."""
_HALVES = re.compile("[\ud800-\udfff]")
_MEDIA = ("picture", "photo", "image", "video", "audio", "graphic")


def ninjs(page: Page) -> Iterator[Article | Refused]:
    """The stories of a ninjs object: its own, and those among the items it is made of. Raises BadMarkup."""
    try:
        value = json.loads(page.content)
    except (ValueError, RecursionError) as error:
        raise BadMarkup(f"it is no JSON: {error}") from error
    entries = [_lowered(each) for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict)]
    if not entries:
        raise BadMarkup("it is no ninjs: no object is in it")
    told = [each for entry in entries for each in _with_inner(entry)]
    for at, entry in enumerate(told, len(told) > 1):
        item, kind = _item_of(entry), _words(entry.get("type")).lower()
        without = kind in _MEDIA and not item.body
        yield item.refused(page, f"it is a {kind} without a story") if without else item.article(page, at)


def _with_inner(entry: Entry) -> list[Entry]:
    """The item and those within it that have a body; what only holds others together is left out."""
    inner = [each for each in _within(entry) if _bodies(each)]
    return [entry, *inner] if _bodies(entry) or not inner else inner


def _item_of(entry: Entry) -> Item:
    item = Item(next((words for key in ("uri", "guid") if (words := _words(entry.get(key)))), ""))
    _tell_standing(item, entry)
    _tell_lines(item, entry)
    _tell_subjects(item, entry)
    _tell_body(item, entry)
    for picture in _associated(entry):
        if _words(picture.get("type")).lower() in _MEDIA:
            _tell_picture(item, picture)
    return item


def _tell_standing(item: Item, entry: Entry) -> None:
    for key in ("contentcreated", "firstcreated", "versioncreated"):
        item.moment("published", _words(entry.get(key)), _ON + key)
    for key in ("contentmodified", "versioncreated"):
        item.moment("updated", _words(entry.get(key)), _ON + key)
    item.tell("revision", _words(entry.get("version")), f"{_ON}version")
    item.standing(_words(entry.get("pubstatus")), f"{_ON}pubstatus")
    for key in ("signal", "signals"):
        for signal in _list(entry.get(key)):
            for name in ("code", "qcode", "uri", "name", "literal"):
                item.standing(_words(signal.get(name)), _ON + key)
    if embargo := _words(entry.get("embargoed")):
        item.embargo(embargo, f"{_ON}embargoed", _words(entry.get("versioncreated")))
    for key in ("ednote", "ednotes"):
        for words in _said(entry, key):
            item.note(" ".join(part.words for part in fragment_parts(words)))


def _tell_lines(item: Item, entry: Entry) -> None:
    for key in ("headline", "headlines", "title"):
        item.line("headline", _main(entry, key), _ON + key)
    item.line("deck", _lesser(entry, "headlines", ("sub", "deck")), f"{_ON}headlines")
    for key in ("byline", "by"):
        item.line("byline", _plain(_main(entry, key)), _ON + key)
    item.line("dateline", _words(entry.get("dateline")), f"{_ON}dateline")
    for key in ("subheadline", "description_text", "description_html", "descriptions", "abstract"):
        item.line("deck", _plain(_main(entry, key)), _ON + key)


def _tell_subjects(item: Item, entry: Entry) -> None:
    item.tell("language", _words(entry.get("language")), f"{_ON}language")
    for key in ("infosource", "infosources", "source", "provider"):
        for words in _said(entry, key):
            item.tell("agency", words, _ON + key)
    for key in ("keywords", "subject", "subjects"):
        for words in _said(entry, key):
            item.tell("tag", words, _ON + key)
    item.tell("tag", _words(entry.get("slugline")), f"{_ON}slugline")
    item.tell("located", _words(entry.get("located")), f"{_ON}located")
    for key in ("copyrightnotice", "copyrightholder", "usageterms"):
        item.tell("copyright", _words(entry.get(key)), _ON + key)
    for key in ("canonical", "url"):
        item.tell("url", _words(entry.get(key)), _ON + key)


def _tell_body(item: Item, entry: Entry) -> None:
    """The first of the bodies, best form first, that has words."""
    for form, words in _bodies(entry):
        if form == "nitf":
            _tell_nitf(item, words)
        else:
            item.body += fragment_parts(words)
        if item.body:
            return


def _tell_nitf(item: Item, markup: str) -> None:
    try:
        root = xml_root(markup)
    except BadMarkup:  # another form of the body may be whole
        return
    if name_of(root) == "nitf" or first(root, "body.content") is not None:
        tell_nitf(item, root, f"{_ON}bodies/nitf/")
    else:
        item.body += element_parts(root)


def _tell_picture(item: Item, picture: Entry) -> None:
    """The caption and the credit of a picture that belongs to the story."""
    captions = (_plain(_main(picture, key)) for key in ("description_caption", "description_text", "descriptions"))
    if caption := next((words for words in captions if words), None) or _plain(_main(picture, "description_html")):
        item.pictures.append(Part("caption", caption))
    credits_ = (_plain(_main(picture, key)) for key in ("creditline", "byline", "by"))
    if credit := next((words for words in credits_ if words), None):
        item.pictures.append(Part("credit", credit))
    addresses = (_words(each.get("href")) for each in _members(picture.get("renditions")))
    item.tell("image", next((each for each in addresses if each), None), f"{_ON}associations/renditions")


def _bodies(entry: Entry) -> list[tuple[str, str]]:
    """The bodies with their forms, best form first; of one form, the main one first."""
    told = [(key.removeprefix("body_"), "", _words(value)) for key, value in entry.items() if key.startswith("body")]
    for body in _list(entry.get("bodies")):
        role = _words(body.get("role")).lower()
        told.append((f"{_words(body.get('contenttype')).lower()} {role}", role, _words(body.get("value"))))
    ranked = [
        (_rank(form), any(mark in role for mark in _LESSER), at, words)
        for at, (form, role, words) in enumerate(told)
        if words
    ]
    return [(_FORMS[rank][0], words) for rank, _, _, words in sorted(ranked)]


def _rank(form: str) -> int:
    marked = (rank for rank, marks in enumerate(_FORMS) if any(mark in form for mark in marks))
    return next(marked, len(_FORMS) - 1)


def _within(entry: Entry, depth: int = 0) -> Iterator[Entry]:
    """The items that an item is made of, at any depth."""
    if depth < DEPTH:
        for each in (*_associated(entry), *_list(entry.get("items"))):
            yield each
            yield from _within(each, depth + 1)


def _associated(entry: Entry) -> list[Entry]:
    return [each for each in _members(entry.get("associations")) if len(each) > 1]


def _members(value: object) -> list[Entry]:
    """Associations and renditions: under names of their own in version 1, in a list since version 2."""
    if isinstance(value, dict):
        value = [inner for each in value.values() for inner in (each if isinstance(each, list) else [each])]
    return _list(value)


def _list(value: object) -> list[Entry]:
    """The objects of a list, or the one that stands alone; a text is an object with this name and value."""
    every = value if isinstance(value, list) else [value]
    texts = ({"name": each, "value": each} if isinstance(each, str) else each for each in every)
    return [_lowered(each) for each in texts if isinstance(each, dict)]


def _lowered(entry: Entry) -> Entry:
    """With its keys in small letters: version 3 writes "versionCreated" where version 1 wrote "versioncreated"."""
    return {str(key).lower(): value for key, value in entry.items()}


def _said(entry: Entry, key: str) -> list[str]:
    """The words under a key, however they are wrapped: a text, an object with a value or a name, or a list of these."""
    told = (_words(each.get("value")) or _words(each.get("name")) for each in _list(entry.get(key)))
    return [words for words in told if words]


def _main(entry: Entry, key: str) -> str:
    """The words under a key; of several, the one whose role is not a lesser one."""
    every = [each for each in _list(entry.get(key)) if _words(each.get("value")) or _words(each.get("name"))]
    main = [each for each in every if not any(mark in _words(each.get("role")).lower() for mark in _LESSER)]
    chosen = (main or ([] if key.startswith("headline") else every))[:1]
    return next((_words(each.get("value")) or _words(each.get("name")) for each in chosen), "")


def _lesser(entry: Entry, key: str, marks: tuple[str, ...]) -> str:
    told = (each for each in _list(entry.get(key)) if any(mark in _words(each.get("role")).lower() for mark in marks))
    return next((_words(each.get("value")) for each in told), "")


def _plain(markup: str) -> str:
    return words_of(" ".join(words for _, words in fragment_parts(markup)))


def _words(value: object) -> str:
    """The words of a text or a number, else none. Half of a character, which JSON can write, becomes U+FFFD."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return _HALVES.sub("\ufffd", str(value)).strip()
