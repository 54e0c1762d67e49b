"""Country and sector codes of people and bodies (PLOVER), each with the words that it follows from.

`coded_person` and `coded_body` compose them; `Story` holds what they share. Names of bodies are looked up in the
tables of `dateline.bodies`, all else follows from the words of the text.

What a code follows from (`Code.rule`): "Norwegian ..." and "Norway's ..." (nationality), "... in Oslo", "Oslo-based
..." or a place in a name (place), a table of names (name table), the words of a name or noun (words), a title held now
(title) or before (former), what somebody is called beside the name (apposition), the body that somebody belongs to
(organisation), a line of credit (byline), the country that the story was written in (story).
"""

from dateline.understanding.identity.codes.clues import Coded, Story
from dateline.understanding.identity.codes.of_bodies import STATE, Body, coded_body
from dateline.understanding.identity.codes.of_people import coded_person
from dateline.understanding.identity.codes.wording import sector_of_body

ARMED = frozenset({"REB", "UAF", "PRM"})
"""Sectors that a report uses for the same people: who are rebels here are gunmen two lines on."""

__all__ = ["ARMED", "STATE", "Body", "Coded", "Story", "coded_body", "coded_person", "sector_of_body"]
