"""Agencies named in a line: by the language's list, or by where they stand."""

import re
from functools import cache

from dateline.languages import load
from dateline.values import Span


@cache
def _known(language: str) -> re.Pattern[str]:
    furniture = load(language).furniture
    names = sorted({*furniture.agencies, *furniture.picture_agencies}, key=lambda name: (-len(name), name))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, names)) + r")(?![\w-])", re.IGNORECASE)


def known_agency(text: str, span: Span, language: str) -> Span | None:
    """The first agency of the list within the span: "AP" and "Reuters", not "ap" and "reuters"."""
    for match in _known(language).finditer(text, span.start, span.end):
        name = match.group()
        if name.isupper() or (len(name) > 4 and name[0].isupper()):
            return Span(*match.span())
    return None
