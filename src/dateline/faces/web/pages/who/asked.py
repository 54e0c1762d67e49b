"""What the pages of one person, body or place are asked for."""

from typing import Annotated

from fastapi import Path, Query
from pydantic import Field

from dateline.desk.asking.limits import one_of
from dateline.desk.asking.profiles.coverage import Page
from dateline.faces.web.asked import LARGEST, Asked, whole_number
from dateline.faces.web.pages.who.tables import PARTS

__all__ = ["Given", "PartAsked", "PartQuestion", "ProfileAsked", "Question"]

SHOWN = 12
"""Rows of each part of a page for people."""

Given = Annotated[
    str, Path(description="An identity's id, the id of a fact, or a name.", examples=["identity-1f0c2b7d93a64e58"])
]


class ProfileAsked(Asked):
    """Which rows of each part are shown."""

    statements: str | None = Field(None, description="Statements left out before the first one.", examples=["12"])
    events: str | None = Field(None, description="Events left out before the first one.", examples=["12"])
    articles: str | None = Field(None, description="Articles left out before the first one.", examples=["12"])

    def page(self, part: str) -> Page:
        """The rows of a part. Raises BadQuestion."""
        size = self.rows if self.limit else SHOWN
        return Page(whole_number(part, getattr(self, part), 0, self.first), size)

    @property
    def pages(self) -> dict[str, Page]:
        """The rows of all parts, as `Desk.profile` and `Desk.place` take them."""
        return {name: self.page(part) for name, part in _PARTS.items()}


class PartAsked(Asked):
    """Which part is wanted as a table, and which rows of it."""

    part: str | None = Field(None, description=f"One of {', '.join(PARTS)}.", examples=["events"])

    def wanted(self, usual: str) -> str:
        """The part. Raises BadQuestion."""
        return one_of("part", self.part.strip() if self.part else usual, PARTS)

    @property
    def pages(self) -> dict[str, Page]:
        """As many rows as are asked for, else all that one answer may have."""
        return dict.fromkeys(_PARTS, Page(self.first, self.rows if self.limit else LARGEST))


_PARTS = {"statements": "statements", "incidents": "events", "articles": "articles"}
Question = Annotated[ProfileAsked, Query()]
PartQuestion = Annotated[PartAsked, Query()]
