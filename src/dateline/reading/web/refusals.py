"""Why a web page has no story in it: the sentence that its refusal gives."""

import re
from collections import deque
from collections.abc import Iterator

from lxml.html import HtmlElement

from dateline.languages import furniture_words
from dateline.model import Field
from dateline.reading.languages import SAMPLE, furniture_language
from dateline.reading.plain.headlines import is_prose
from dateline.reading.web.sight import words_of

WALL = 120
"""A page that asks for consent, or is titled as an error, and has fewer words than this has no story."""
CHARACTERS = 2
"""Characters of a word in a script that sets none apart."""
INDEX = 30
"""Links of a page that is nothing but an index of others."""

DEPTH = 240
"""Elements around the last one that was read, where the parser stopped because of them (libxml2 does at 256)."""

_MARK = re.compile(r"""[.!?…]["'”’»)\]]*(?:\s|$)""")
"""A sentence's end in Latin script; other scripts have marks of their own, and lists of links have none."""
_ERROR = re.compile(r"\b(?:error\s+)?(?:40[0134]|410|429|50[0234])\b", re.IGNORECASE)
_CODE = re.compile(r"\b(?:http|error|40[0134]|410|429|50[0234])\b", re.IGNORECASE)
_SIGN = re.compile(r"\s+[|–—·•»-]\s+|[:,]\s+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_MARKS = " .,:;!?¡¿…-–—()\"'"
_VIDEO = "video", "audio", "iframe", "embed", "object"
_CONSENT = "the page asks for consent or a sign-in and shows no story"
_PAID = re.compile(r'"isAccessibleForFree"\s*:\s*"?false', re.IGNORECASE)


def has_story(body: list[str]) -> bool:
    """Whether these lines are those of a story: at least one of them is a sentence."""
    return any(is_prose(words) and (_MARK.search(words) or not words.isascii()) for words in body)


def why_other(body: list[str], titles: list[str], fields: tuple[Field, ...]) -> str | None:
    """Why these lines are no story though they hold sentences; None where they are one.

    They ask for consent, a sign-in or a browser with scripts; or the page's titles say that nothing is there. The
    phrases are those of the language that the page names in its `fields`, and of the one that its words are in.
    """
    told = " ".join(body)
    if _size(told) >= WALL:
        return None
    phrases = _phrases(told, fields)
    for title in titles:
        if any(_is_error(part, phrases) for part in (title, *_SIGN.split(title))):
            return f"the page is an error page: {title[:80]}; there is no story on it"
    return _CONSENT if any(phrase in told.casefold() for phrase in phrases) else None


def titles_of(tree: HtmlElement) -> list[str]:
    """The page's title and its first heading."""
    return [words_of(each) for each in (tree.find(".//title"), tree.find(".//h1")) if each is not None]


def _size(told: str) -> int:
    """Words; in scripts that set none apart, as many as their characters make."""
    return len(told.split()) + len(_UNSPACED.findall(told)) // CHARACTERS


def _phrases(told: str, fields: tuple[Field, ...]) -> frozenset[str]:
    codes = {furniture_language(told[:SAMPLE], fields), furniture_language(told[:SAMPLE])}
    return frozenset(phrase for code in codes for phrase in furniture_words(code).wall_phrases)


def _is_error(part: str, phrases: frozenset[str]) -> bool:
    """Whether a part of a title is one of the phrases and a code ("Error 404: page not found"), or a code alone."""
    plain = part.casefold().strip(_MARKS)
    bare = _CODE.sub(" ", plain).strip(_MARKS)
    return plain in phrases or bare in phrases or (not bare and _ERROR.search(part) is not None)


def why_no_story(tree: HtmlElement, fields: tuple[Field, ...]) -> str:
    """The reason in a sentence. `tree` is the whole page as it came, `fields` what it says of itself."""
    last = deque(tree.iter(), maxlen=1).pop()
    if sum(1 for _ in last.iterancestors()) > DEPTH:
        return "the page's elements are nested so deeply that the parser gave up; save what a browser shows of it"
    title = " ".join(titles_of(tree))
    if _ERROR.search(title):
        return f"the page is an error page: {title[:80]}; there is no story on it"
    if any(_PAID.search(script.text or "") for script in tree.iter("script")):
        return "the story on the page is for subscribers only, and none of it is shown"
    words = list(_shown(tree))
    if not words:
        return "the page shows no text unless its scripts run"
    if (reason := why_other(words, [], fields)) is not None:
        return reason
    links = tree.findall(".//a[@href]")
    linked = sum(len(words_of(link)) for link in links[: 10 * INDEX])
    if len(links) >= INDEX and (len(links) > 10 * INDEX or 2 * linked >= sum(map(len, words))):
        return "the page is an index of links to other pages: no paragraph of a story is on it"
    if next(tree.iter(*_VIDEO), None) is not None:
        return "the page shows a video or a player: no paragraph of a story is on it"
    return "no paragraph of a story is on the page"


def _shown(tree: HtmlElement) -> Iterator[str]:
    body = tree.find("body")
    for element in (tree if body is None else body).iter():
        if element.tag not in ("script", "style", "noscript", "template") and (words := (element.text or "").strip()):
            yield words
        if words := (element.tail or "").strip():
            yield words
