"""What the list of incidents, the map and the timeline are asked for: which incidents."""

from pydantic import Field

from dateline.desk.asking.question.event_types import TYPES
from dateline.desk.asking.question.gathered import ABOUT
from dateline.faces.desk.answers.type_words import WORDS
from dateline.faces.web.asked import Asked

__all__ = ["CHOICES", "HappenedAsked"]

CHOICES = {
    "type": tuple(sorted(TYPES, key=lambda each: WORDS.get(each, each.lower()))),
    "status": ("disputed", "denied", "possible", "planned", "requested", "historical", "any"),
    "disagreeing": ("any", *ABOUT),
}
"""What some of the filters may be, for forms."""


class HappenedAsked(Asked):
    """Which incidents."""

    words: str | None = Field(None, description="Words of one of the reports, as a search takes them.")
    type: list[str] | None = Field(None, description="ASSAULT, PROTEST, ASSAULT/beat ...; several: any of them.")
    country: str | None = Field(None, description="Where: a country by name or ISO code.")
    place: str | None = Field(None, description="Where: a name, or a name with its country or province.")
    within: str | None = Field(None, description="Where: 50km:Osh, or 30km:40.53,72.80.")
    person: str | None = Field(None, description="Who takes part: a name in any spelling, or a part of it.")
    organisation: str | None = Field(None, description="A body that takes part.")
    since: str | None = Field(None, description="The first day: 2026-03-09, 2026-03, yesterday.")
    until: str | None = Field(None, description="The last day.")
    min_killed: str | None = Field(None, description="At least so many killed, by all its reports.")
    status: str | None = Field(None, description="asserted (usual), disputed, denied, possible, planned ..., any.")
    outlet: str | None = Field(None, description="Who published one of the reports.")
    reports: str | None = Field(None, description="At least so many articles tell of it.")
    independent: str | None = Field(None, description="At least so many of them copy no other.")
    disagreeing: str | None = Field(None, description="What its reports disagree on: killed, where ..., any.")

    @property
    def more(self) -> bool:
        """Whether something is asked for that a form keeps in its second row."""
        rest = ("within", "person", "organisation", "status", "outlet", "reports", "independent", "disagreeing")
        return any(getattr(self, name) for name in (*rest, "min_killed"))
