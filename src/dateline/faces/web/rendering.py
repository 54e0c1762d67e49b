"""How a page is drawn: Jinja2 with what every template may call."""

import re
from typing import Any

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from dateline.faces.desk.answers.type_words import WORDS
from dateline.faces.web import addresses
from dateline.faces.web.dates import clock, day, when
from dateline.faces.web.numerals import counted, interval, many
from dateline.faces.web.statics import static
from dateline.faces.web.texts import visible
from dateline.faces.web.versions import own_version

NAVIGATION = (
    ("/news", "All news"),
    ("/incidents", "Incidents"),
    ("/map", "Map"),
    ("/timeline", "Timeline"),
    ("/people", "People"),
    ("/statements", "Statements"),
    ("/findings", "Findings"),
    ("/paste", "Read a story"),
)
"""The pages that every page leads to, in the order of a first visit."""
SECTIONS = {
    "article": "/news", "incident": "/incidents", "story": "/incidents", "stories": "/incidents",
    "judgements": "/incidents", "person": "/people", "organisation": "/people", "place": "/people",
}  # fmt: skip
"""Where pages belong that stand in no navigation, by the first part of their address."""


TOLD_AS = {"asserted": "a fact", "historical": "in the past", "requested": "asked for", "any": "anything"}
"""How something is told, in words; the others are words already."""


class Templates:
    """The templates of the package. Whatever stands in a story is escaped, and no template can be without a value."""

    def __init__(self, **everywhere: Any) -> None:
        self._environment = Environment(
            loader=PackageLoader("dateline.faces.web", "templates"),
            autoescape=select_autoescape(default=True, default_for_string=True),
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
            finalize=_finalized,
        )
        self._environment.globals |= {"to": addresses, "static": static, "navigation": NAVIGATION}
        self._environment.globals["section_of"] = section_of
        self._environment.globals |= {"version": own_version(), **everywhere}
        self._environment.filters |= {"when": when, "clock": clock, "day": day, "counted": counted, "many": many}
        self._environment.filters |= {"interval": interval, "type_words": type_words, "told_as": told_as}

    def drawn(self, request: Request, template: str, **values: Any) -> str:
        """The template with these values."""
        return self._environment.get_template(template).render(request=request, **values)


def section_of(path: str) -> str:
    """The page of the navigation that an address belongs to: "/incidents" for "/incident/incident-1"."""
    first = path.split("/", 2)[1] if path.startswith("/") else ""
    return SECTIONS.get(first, f"/{first}")


def type_words(type: str) -> str:  # noqa: A002
    """An event type in plain words, with its mode: "coercion" for COERCE, "violence: beat" for ASSAULT/beat."""
    kind, _, mode = type.strip().partition("/")
    words = WORDS.get(kind.upper(), kind.lower().replace("_", " "))
    return f"{words}: {mode.lower().replace('_', ' ')}" if mode else words


def told_as(status: str) -> str:
    """How something is told, in words: "in the past" for historical."""
    return TOLD_AS.get(status, status)


def _finalized(value: Any) -> Any:
    """Texts of stories without what browsers may not show; nothing for None."""
    if value is None:
        return ""
    return visible(value) if type(value) is str and _ODD.search(value) else value


_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
