"""NewsML-G2 (IPTC): messages of news items, with what their sender says of each."""

from collections.abc import Iterator

from lxml import etree

from dateline.errors import BadMarkup
from dateline.model import Article, Page, Refused
from dateline.reading.assembly import Part
from dateline.reading.plain.shapes import shapes_of
from dateline.reading.wires.fragments import element_parts, fragment_parts
from dateline.reading.wires.items import Item
from dateline.reading.wires.nitf import tell_nitf
from dateline.reading.wires.xml import first, found, name_of, phrases_in, words_in, xml_root

_ITEMS = ("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ON = "newsml-g2: "


def newsml_g2(page: Page) -> Iterator[Article | Refused]:
    """The stories of a NewsML-G2 message, or of an item that stands alone. Raises BadMarkup."""
    root = xml_root(page.content)
    if name_of(root) == "newsMessage":
        items = [each for each in found(root, "itemSet") for each in each if name_of(each) in _ITEMS]
    elif name_of(root) in _ITEMS:
        items = [root]
    else:
        raise BadMarkup(f"it is no NewsML-G2: its root is {name_of(root)!r}")
    if not items:
        raise BadMarkup("no item is in this message")
    pictures = {_guid(each): each for each in items if name_of(each) == "newsItem" and _class(each) != "text"}
    packages = [_references(each) for each in items if name_of(each) == "packageItem"]
    for at, element in enumerate(items, len(items) > 1):
        item = Item(_guid(element))
        problem = _tell(item, element, pictures, packages)
        yield item.refused(page, problem) if problem else item.article(page, at)


def _tell(
    item: Item, element: etree._Element, pictures: dict[str, etree._Element], packages: list[list[str]]
) -> str | None:
    """Tells an item what its element says, or returns why it can be no story."""
    kind = name_of(element)
    if kind != "newsItem":
        return f"a {kind} lists or describes other things and tells no story"
    _tell_rights(item, element)
    _tell_item_meta(item, element)
    _tell_content_meta(item, element)
    for content in found(element, "contentSet"):
        _tell_content(item, content)
    _end(item, element)
    if not item.body and (media := _class(element)) not in ("text", "composite"):
        return f"it is a {media} without a story"
    linked = _references(element) + [guid for package in packages if item.id in package for guid in package]
    for guid in dict.fromkeys(linked):
        if guid in pictures and guid != item.id:
            _tell_picture(item, pictures[guid])
    return None


def _guid(element: etree._Element) -> str:
    return (element.get("guid") or "").strip()


def _class(element: etree._Element) -> str:
    """What kind of thing the item holds: text, picture, video, audio, graphic, composite."""
    kind = _code(first(element, "itemMeta", "itemClass")).rpartition(":")[2]
    if kind:
        return kind.lower()
    kinds = [name_of(each) for content in found(element, "contentSet") for each in content]
    return "picture" if kinds and all(each == "remoteContent" for each in kinds) else "text"


def _code(element: etree._Element | None) -> str:
    """The code of a property: its qcode, the end of its address, or its literal."""
    if element is None:
        return ""
    code = element.get("qcode") or (element.get("uri") or "").rstrip("/").replace("/", ":") or element.get("literal")
    return (code or "").strip()


def _references(element: etree._Element) -> list[str]:
    """The ids of the items that a package lists or that an item links to."""
    links = (each for each in element.iter("{*}itemRef", "{*}link"))
    return [guid for each in links if (guid := (each.get("residref") or each.get("href") or "").strip())]


def _tell_rights(item: Item, element: etree._Element) -> None:
    for name in ("copyrightNotice", "copyrightHolder"):
        for rights in found(element, "rightsInfo", name):
            item.tell("copyright", words_in(rights) or rights.get("literal"), f"{_ON}rightsInfo/{name}")


def _tell_item_meta(item: Item, element: etree._Element) -> None:
    """Where the item stands: its version, its status, its embargo, notes to editors, who provides it."""
    item.tell("revision", element.get("version"), f"{_ON}{name_of(element)}@version")
    meta = first(element, "itemMeta")
    for name, path in (("contentCreated", "contentMeta"), ("firstCreated", "itemMeta"), ("versionCreated", "itemMeta")):
        item.moment("published", words_in(first(element, path, name)), f"{_ON}{path}/{name}")
    for name, path in (("contentModified", "contentMeta"), ("versionCreated", "itemMeta")):
        item.moment("updated", words_in(first(element, path, name)), f"{_ON}{path}/{name}")
    if meta is None:
        return
    item.standing(_code(first(meta, "pubStatus")), f"{_ON}itemMeta/pubStatus")
    for signal in found(meta, "signal"):
        item.standing(_code(signal), f"{_ON}itemMeta/signal")
    if (embargo := first(meta, "embargoed")) is not None:
        item.embargo(words_in(embargo), f"{_ON}itemMeta/embargoed", words_in(first(meta, "versionCreated")))
    for note in found(meta, "edNote"):
        item.note(words_in(note))
    item.tell("agency", _name(first(meta, "provider")), f"{_ON}itemMeta/provider")
    item.tell("section", _name(first(meta, "service")), f"{_ON}itemMeta/service")


def _tell_content_meta(item: Item, element: etree._Element) -> None:
    """What the content is: its lines, its language, its subjects, who made it."""
    meta = first(element, "contentMeta")
    if meta is None:
        return
    path = f"{_ON}contentMeta"
    language = first(meta, "language")
    item.tell("language", None if language is None else language.get("tag"), f"{path}/language")
    code = (item.told("language") or element.get(_LANG) or "").lower()
    _tell_headlines(item, meta, code)
    bylines = [words for by in _in_language(found(meta, "by"), code) if (words := phrases_in(by))]
    item.line("byline", ", ".join(dict.fromkeys(bylines)), f"{path}/by")
    item.line("dateline", phrases_in(_best(found(meta, "dateline"), code)), f"{path}/dateline")
    _tell_creators(item, meta)
    item.tell("agency", words_in(first(meta, "creditline")), f"{path}/creditline")
    item.tell("located", _name(first(meta, "located")), f"{path}/located")
    for keyword in found(meta, "keyword"):
        item.tell("tag", words_in(keyword), f"{path}/keyword")
    for subject in found(meta, "subject"):
        item.tell("tag", _name(subject, code) or _code(subject), f"{path}/subject")
    item.tell("tag", words_in(_best(found(meta, "slugline"), code)), f"{path}/slugline")


def _tell_headlines(item: Item, meta: etree._Element, code: str) -> None:
    headlines = list(_in_language(found(meta, "headline"), code))
    lesser = [each for each in headlines if "sub" in _role(each) or "deck" in _role(each)]
    main = next((each for each in headlines if each not in lesser), None)
    item.line("headline", words_in(main), f"{_ON}contentMeta/headline")
    path = f"{_ON}contentMeta/headline[@role='{lesser[0].get('role')}']" if lesser else ""
    item.line("deck", words_in(lesser[0]) if lesser else None, path)
    descriptions = (each for each in found(meta, "description") if "caption" not in _role(each))
    item.line("deck", words_in(_best(descriptions, code)), f"{_ON}contentMeta/description")


def _tell_creators(item: Item, meta: etree._Element) -> None:
    """A creator is a person, who signs where nobody else does, or an organisation."""
    for name in ("creator", "infoSource"):
        for party in found(meta, name):
            told, path = _name(party), f"{_ON}contentMeta/{name}"
            kind = (party.get("type") or "").rpartition(":")[2]
            if name == "creator" and (kind == "person" or (not kind and shapes_of("en").is_name(told))):
                item.line("byline", told, path)
            else:
                item.tell("agency", told, path)


def _tell_content(item: Item, content: etree._Element) -> None:
    """The first rendition that holds a text: marked up, else plain."""
    for inline in found(content, "inlineXML"):
        for child in inline if not item.body else ():
            if name_of(child) == "nitf":
                tell_nitf(item, child, f"{_ON}contentSet/inlineXML/nitf/")
            else:
                item.body += element_parts(child)
    for inline in found(content, "inlineData"):
        if not item.body and not inline.get("encoding"):
            item.body += fragment_parts("".join(inline.itertext()))
    for remote in found(content, "remoteContent"):
        if (remote.get("contenttype") or "").startswith("image/"):
            item.tell("image", remote.get("href"), f"{_ON}contentSet/remoteContent")


def _end(item: Item, element: etree._Element) -> None:
    """What counts only where nothing in the item says better."""
    item.tell("language", None if item.told("language") else element.get(_LANG), f"{_ON}{name_of(element)}@xml:lang")


def _tell_picture(item: Item, picture: etree._Element) -> None:
    """The caption and the credit of a picture that belongs to the story."""
    meta = first(picture, "contentMeta")
    if meta is None:
        return
    code = (item.told("language") or "").lower()
    descriptions = sorted(found(meta, "description"), key=lambda each: "caption" not in _role(each))
    if caption := words_in(_best(descriptions, code)):
        item.pictures.append(Part("caption", caption))
    credit = words_in(first(meta, "creditline")) or phrases_in(first(meta, "by")) or _name(first(meta, "creator"))
    if credit:
        item.pictures.append(Part("credit", credit))
    for remote in found(picture, "contentSet", "remoteContent"):
        item.tell("image", remote.get("href"), f"{_ON}contentSet/remoteContent")


def _role(element: etree._Element) -> str:
    return (element.get("role") or "").lower()


def _in_language(elements: Iterator[etree._Element], code: str) -> list[etree._Element]:
    """Those in the item's language; all of them where none is."""
    every = list(elements)
    return [each for each in every if (each.get(_LANG) or code).lower()[:2] == code[:2]] or every


def _best(elements: Iterator[etree._Element] | list[etree._Element], code: str) -> etree._Element | None:
    return next(iter(_in_language(iter(elements), code)), None)


def _name(element: etree._Element | None, code: str = "") -> str:
    """The name of a party, a place or a subject: its name, its literal, else its code where that is a word."""
    if element is None:
        return ""
    told = words_in(_best(found(element, "name"), code)) or words_in(element) or (element.get("literal") or "")
    if told:
        return told
    code = _code(element).rpartition(":")[2]
    return code if code.isalpha() else ""
