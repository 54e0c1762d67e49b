"""A record that is in no desk, set as an article of the desk is."""

from typing import Any

from dateline.desk.asking.home.home import Home
from dateline.faces.digest import title
from dateline.faces.lit import flows
from dateline.faces.safe import printable
from dateline.faces.web.pages.article.heading import heading
from dateline.faces.web.pages.article.notes import KINDS
from dateline.faces.web.pages.article.parts import Part, parts
from dateline.faces.web.pages.article.proof import proof
from dateline.record import Record

LONGEST = 100_000
"""Characters that are set: there is no second page of what nobody keeps."""


def shown(record: Record) -> dict[str, Any]:
    """What the template of an article's proof draws. `cut` says whether the text is longer than what is shown."""
    size = len(record.text)
    part = Part(1, 1, 0, size) if size <= LONGEST else parts(record, flows(record))[0]
    home = _nowhere(record.article.id)
    return {
        "id": home.article,
        "home": home,
        "parts": (part,),
        "proof": proof(record, home, part, None),
        "heading": heading(record),
        "title": printable(title(record)),
        "language": record.article.language or "und",
        "kinds": KINDS,
        "old": 1,  # nobody judges what is not kept
        "cut": part.end < size,
        "facts": len(record.facts),
    }


def _nowhere(article: str) -> Home:
    """What stands around an article that is in no desk."""
    return Home(
        article=article,
        number=1,
        versions=(),
        read="",
        dated=None,
        merged=False,
        identities={},
        incidents={},
        story=None,
        own=None,
        reports=(),
        wrong={},
    )
