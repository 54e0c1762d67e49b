"""NewsML 1 (IPTC): an envelope of news items, each a tree of components."""

import re
from collections.abc import Iterator

from lxml import etree

from dateline.errors import BadMarkup
from dateline.model import Article, BlockRole, Page, Refused
from dateline.reading.assembly import Part
from dateline.reading.wires.fragments import element_parts, fragment_parts
from dateline.reading.wires.items import Item, Line
from dateline.reading.wires.nitf import tell_nitf
from dateline.reading.wires.xml import first, found, name_of, phrases_in, words_in, xml_root

_ON = "newsml: "
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PICTURES = re.compile(r"photo|picture|image|graphic|video|animation|audio", re.IGNORECASE)
_LINES: dict[str, Line] = {"SubHeadLine": "deck", "ByLine": "byline", "DateLine": "dateline", "HeadLine": "headline"}
_TAGS = ("KeywordLine", "SlugLine")
_ADVICE = re.compile(r"advisory|ednote|editor|note", re.IGNORECASE)
_COMMA = re.compile(r"\s*[,;]\s*")


def newsml_1(page: Page) -> Iterator[Article | Refused]:
    """The stories of a NewsML 1 document. Raises BadMarkup."""
    root = xml_root(page.content)
    if name_of(root) != "NewsML":
        raise BadMarkup(f"it is no NewsML: its root is {name_of(root)!r}")
    elements = list(root.iter("{*}NewsItem"))
    if not elements:
        raise BadMarkup("no NewsItem is in this message")
    for at, element in enumerate(elements, len(elements) > 1):
        yield _outcome(page, element, at)


def _outcome(page: Page, element: etree._Element, at: int) -> Article | Refused:
    item = Item(words_in(first(element, "Identification", "NewsIdentifier", "PublicIdentifier")))
    item.id = item.id or words_in(first(element, "Identification", "NewsIdentifier", "NewsItemId"))
    _tell_identification(item, element)
    _tell_management(item, element)
    for component in found(element, "NewsComponent"):
        _tell_component(item, component, f"{_ON}NewsItem/NewsComponent", _is_picture(component))
    item.tell("language", None if item.told("language") else element.get(_LANG), f"{_ON}NewsItem@xml:lang")
    if not item.body and item.pictures:
        return item.refused(page, "it is a picture without a story")
    return item.article(page, at)


def _tell_identification(item: Item, element: etree._Element) -> None:
    revision = first(element, "Identification", "NewsIdentifier", "RevisionId")
    path = f"{_ON}NewsItem/Identification/NewsIdentifier/RevisionId"
    item.tell("revision", words_in(revision), path)
    if revision is not None and (revision.get("Update") or "").upper() in ("A", "U"):
        item.standing("update", path)


def _tell_management(item: Item, element: etree._Element) -> None:
    management = first(element, "NewsManagement")
    if management is None:
        return
    path = f"{_ON}NewsItem/NewsManagement"
    item.moment("published", words_in(first(management, "FirstCreated")), f"{path}/FirstCreated")
    item.moment("published", words_in(first(management, "ThisRevisionCreated")), f"{path}/ThisRevisionCreated")
    item.moment("updated", words_in(first(management, "ThisRevisionCreated")), f"{path}/ThisRevisionCreated")
    for name in ("Status", "Instruction"):
        for each in found(management, name):
            item.standing(each.get("FormalName"), f"{path}/{name}")
    until = words_in(first(management, "StatusWillChange", "DateAndTime"))
    if until and (_formal(first(management, "Status")).lower() in ("embargoed", "withheld")):
        item.embargo(until, f"{path}/StatusWillChange", None)


def _tell_component(item: Item, component: etree._Element, path: str, picture: bool) -> None:
    """A component's lines and contents, then those of the components within it."""
    lines = first(component, "NewsLines")
    if lines is not None and not picture:
        _tell_lines(item, lines, f"{path}/NewsLines")
    if not picture:
        _tell_metadata(item, component, path)
    role: BlockRole = "caption" if picture or "caption" in _role(component) else "paragraph"
    for content in found(component, "ContentItem"):
        _tell_content(item, content, role, path)
    for inner in _inner(component):
        _tell_component(item, inner, f"{path}/NewsComponent", picture or _is_picture(inner))
    if picture and lines is not None:
        _tell_credit(item, lines)


def _inner(component: etree._Element) -> list[etree._Element]:
    """The components within; of those that are the same thing in several forms, the first that has a text."""
    inner = list(found(component, "NewsComponent"))
    if (component.get("EquivalentsList") or "").lower() != "yes":
        return inner
    return [each for each in inner if not _is_picture(each) and each.find(".//{*}DataContent") is not None][:1] or inner


def _is_picture(component: etree._Element) -> bool:
    """Whether all of a component's contents are pictures, or its role says so."""
    if _PICTURES.search(_role(component)):
        return True
    contents = component.iter("{*}ContentItem")
    one = next(contents, None)
    return one is not None and _holds_picture(one) and all(map(_holds_picture, contents))


def _holds_picture(content: etree._Element) -> bool:
    return _PICTURES.search(_formal(first(content, "MediaType"))) is not None


def _role(component: etree._Element) -> str:
    return _formal(first(component, "Role")).lower()


def _formal(element: etree._Element | None) -> str:
    return "" if element is None else (element.get("FormalName") or "").strip()


def _tell_lines(item: Item, lines: etree._Element, path: str) -> None:
    for name, line in _LINES.items():
        written = [words for each in lines if name_of(each).lower() == name.lower() and (words := phrases_in(each))]
        joined = ", ".join(dict.fromkeys(written)) if line == "byline" else (written or [""])[0]
        item.line(line, joined, f"{path}/{name}")
    for each in lines:
        name = name_of(each)
        if name in _TAGS:
            for tag in _COMMA.split(words_in(each)) if name == "KeywordLine" else (words_in(each),):
                item.tell("tag", tag, f"{path}/{name}")
        elif name == "CopyrightLine":
            item.tell("copyright", words_in(each), f"{path}/{name}")
        elif name == "NewsLine" and _ADVICE.search(_formal(first(each, "NewsLineType"))):
            for words in found(each, "NewsLineText"):
                item.note(words_in(words))


def _tell_metadata(item: Item, component: etree._Element, path: str) -> None:
    for name in ("Provider", "Source", "Creator"):
        for party in found(component, "AdministrativeMetadata", name, "Party"):
            item.tell("agency", _formal(party), f"{path}/AdministrativeMetadata/{name}/Party")
    for credit in found(component, "NewsLines", "CreditLine"):
        item.tell("agency", words_in(credit), f"{path}/NewsLines/CreditLine")
    for language in found(component, "DescriptiveMetadata", "Language"):
        item.tell("language", _formal(language), f"{path}/DescriptiveMetadata/Language")


def _tell_credit(item: Item, lines: etree._Element) -> None:
    for name in ("CreditLine", "ByLine"):
        if credit := phrases_in(first(lines, name)):
            item.pictures.append(Part("credit", credit))
            return


def _tell_content(item: Item, content: etree._Element, role: BlockRole, path: str) -> None:
    """What a ContentItem holds: NITF, XHTML, or plain text. What is encoded is no text."""
    for data in found(content, "DataContent"):
        parts: list[Part] = []
        for child in data:
            if name_of(child) == "nitf" and role == "paragraph":
                tell_nitf(item, child, f"{path}/ContentItem/DataContent/nitf/")
            else:
                parts += element_parts(child)
        parts = parts or ([] if len(data) else fragment_parts("".join(data.itertext())))
        if role == "caption":
            item.pictures += [Part("caption", words) for kind, words in parts if kind != "credit"]
        else:
            item.body += parts
    if (href := content.get("Href")) and _holds_picture(content):
        item.tell("image", href, f"{path}/ContentItem@Href")
