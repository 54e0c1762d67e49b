"""What a page of news is asked for."""

from typing import Any

from pydantic import Field

from dateline.faces.web.asked import Asked


class NewsAsked(Asked):
    """The filters of a search, and where the page begins."""

    words: str | None = Field(None, description='All of these words; "a phrase", a OR b, NOT word, beginn*.')
    person: str | None = Field(None, description="Who is named: a name in any spelling, or a part of it.")
    organisation: str | None = Field(None, description="A body that is named, likewise.")
    country: str | None = Field(None, description="Of a place that is named: a country by name or ISO code.")
    place: str | None = Field(None, description="A place that is named: a name, or one with its country or province.")
    within: str | None = Field(None, description="Near a place: 50km:Osh, or 30km:40.53,72.80.")
    type: list[str] | None = Field(None, description="What happened: ASSAULT, ASSAULT/beat ...; several: any of them.")
    status: str | None = Field(None, description="How it is told: asserted (usual), denied, possible, planned, any.")
    min_killed: str | None = Field(None, description="In one event at least so many were killed.")
    said_by: str | None = Field(None, description="Whose words it has.")
    outlet: str | None = Field(None, description="Who published it.")
    has_finding: str | None = Field(None, description="What does not add up in it: the name of a check, or any.")
    since: str | None = Field(None, description="The first day of the articles: 2026-03-09, 2026-03, yesterday.")
    until: str | None = Field(None, description="The last day.")
    order: str | None = Field(None, description="best (where there are words, what fits them best) or newest.")
    before: str | None = Field(None, description="`older` or `newer` of another answer: the page that begins there.")
    every: str | None = Field(None, description="A facet of which many values are wanted, by its name.")

    @property
    def narrowed(self) -> bool:
        """Whether anything is asked for but a page and an order."""
        return bool(self.filters("order", "before", "every"))

    def to_desk(self) -> dict[str, Any]:
        """What `Desk.news` takes. Raises BadQuestion."""
        return self.given()


class ArrivedAsked(NewsAsked):
    """The same, of what has come in since."""

    after: str = Field("0", description="`newest` of an answer that was given before.", examples=["0"])
