"""What an address asks for: its query, in which an empty value is none, as browsers send them for empty fields."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from dateline.errors import BadQuestion

PAGE = 30
"""Rows of a page for people, and of an answer for programs that does not say how many."""
LARGEST = 10_000
"""Rows of one answer at most."""


class Asked(BaseModel):
    """The base of every page's question. Fields are text, as `Desk` reads them and refuses what makes no sense."""

    model_config = ConfigDict(frozen=True, str_max_length=2000, extra="ignore")

    limit: str | None = Field(None, description=f"Rows of the answer, {LARGEST:,} at most.", examples=["30"])
    offset: str | None = Field(None, description="Rows left out before the first one.", examples=["0"])

    def given(self, *without: str) -> dict[str, Any]:
        """What was asked for, by name, less the names in `without`; with the page's numbers. Raises BadQuestion."""
        kept = self.filters(*without)
        return kept | {"limit": self.rows, "offset": self.first}

    def filters(self, *without: str) -> dict[str, Any]:
        """What was asked for beside the page, by name."""
        values = self.model_dump(exclude={"limit", "offset", *without})
        return {name: value for name, value in values.items() if value not in (None, "", [])}

    @property
    def rows(self) -> int:
        """How many rows the answer may have. Raises BadQuestion."""
        return min(whole_number("limit", self.limit, 1, PAGE), LARGEST)

    @property
    def first(self) -> int:
        """How many rows are left out before. Raises BadQuestion."""
        return whole_number("offset", self.offset, 0, 0)


def whole_number(name: str, given: str | None, least: int, usual: int) -> int:
    """A number of an address, from `least` up; `usual` where none is given. Raises BadQuestion."""
    digits = (given or "").strip()
    if given is None or not digits:
        return usual
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10 and int(digits) >= least):
        raise BadQuestion(f"{name} cannot be {given[:40]!r}; give a whole number from {least} up")
    return int(digits)
