"""Why a web page has no story in it: the sentence that its refusal gives."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from dateline.reading.plain.headlines import is_prose
from dateline.reading.plain.shapes import shapes_of
from dateline.reading.web.sight import words_of

WORDS = "en"
"""The words by which walls are told before the page's language is known."""
WALL = 120
"""A page that asks for consent and has fewer words than this has no story."""
INDEX = 30
"""Links of a page that is nothing but an index of others."""

_MARK = re.compile(r"""[.!?…]["'”’»)\]]*(?:\s|$)""")
"""A sentence's end in Latin script; other scripts have marks of their own, and lists of links have none."""
_ERROR = re.compile(r"\b(?:error\s+)?(?:40[0134]|410|429|50[0234])\b", re.IGNORECASE)
_VIDEO = "video", "audio", "iframe", "embed", "object"
_PAID = re.compile(r'"isAccessibleForFree"\s*:\s*"?false', re.IGNORECASE)


def has_story(body: list[str]) -> bool:
    """Whether these lines are those of a story: at least one of them is a sentence."""
    return any(is_prose(words) and (_MARK.search(words) or not words.isascii()) for words in body)


def is_wall(body: list[str]) -> bool:
    """Whether these lines only ask for consent, a sign-in or a browser with scripts."""
    told = " ".join(body).casefold()
    return len(told.split()) < WALL and any(phrase in told for phrase in shapes_of(WORDS).words.wall_phrases)


def why_no_story(tree: HtmlElement) -> str:
    """The reason in a sentence. `tree` is the whole page as it came."""
    title = " ".join(words_of(each) for each in (tree.find(".//title"), tree.find(".//h1")) if each is not None)
    if _ERROR.search(title):
        return f"the page is an error page: {title[:80]}"
    if any(_PAID.search(script.text or "") for script in tree.iter("script")):
        return "the story on the page is for subscribers only, and none of it is shown"
    words = list(_shown(tree))
    if not words:
        return "the page shows no text unless its scripts run"
    if is_wall(words):
        return "the page asks for consent or a sign-in and shows no story"
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
