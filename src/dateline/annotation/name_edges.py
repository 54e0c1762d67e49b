"""How far a name reaches beyond its words with capitals: numbers, the second half of a given name."""

import re

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Sentence
from dateline.annotation.entity_marks import NAME_ENTITIES
from dateline.annotation.place_marks import PlaceMarks

ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th|d)", re.IGNORECASE)
NUMBER = re.compile(r"\d{1,4}")
TWO_CAPITALS = re.compile(r"(?!Mc|Mac|De|Di|Fitz|La|Le|Van|Von)[A-Z][a-z]+[A-Z]\w+")
"""Written as firms are ("BrekBank"), and not as "McBrek"."""
MIN_ACRONYM, MAX_ACRONYM = 3, 6
SYLLABLE = 6
"""Letters of the longest half of a given name that is written small behind its hyphen ("Tan Wei-lin")."""


class Run(Struct, frozen=True, kw_only=True):
    """Tokens `first` up to `last` that look like one name. `title_first` is where a title before it begins."""

    first: int
    last: int
    title_first: int | None = None
    organisation: bool = False
    """It ends with, or begins with, a noun that makes it an organisation."""
    geographic: bool = False
    """It ends with, or begins with, a noun that makes it a place."""
    country: str | None = None
    """It is a demonym of this country."""
    agency: bool = False
    """It stands where a dateline has its agency."""
    thing: bool = False
    """It ends or begins with a noun of what is neither a body nor a place ("Brek Prize")."""
    articled: bool = False
    """Its article is a part of it ("The Brek Daily")."""


class NameEdges(PlaceMarks):
    """Where the names of one text begin and end, beside what capitals tell."""

    def _widened(self, run: Run, sentence: Sentence) -> Run:
        """The run with what belongs to it before and behind: "31st Bomber Wing", "State Highway 12", "Tan Wei-lin"."""
        if run.country or sentence.role == "dateline":
            return run
        first = run.first - (run.title_first is None and self._is_numbered(run, sentence))
        first -= 2 * self._is_behind_article(first, sentence)
        last = run.last
        if last < sentence.last and NUMBER.fullmatch(self.tokens[last].text) and self._takes_number(last):
            last += 1
        elif self._is_second_half(last, sentence):
            last += 2
        return run if (first, last) == (run.first, run.last) else replace(run, first=first, last=last)

    def _goes_on(self, i: int) -> bool:
        """Whether the encoder sees one name over the edge before token `i`."""
        if i >= len(self.tokens):
            return False
        here, before = self.tokens[i], self.tokens[i - 1]
        return self.learnt and not here.opens and here.entity == before.entity and here.entity in NAME_ENTITIES

    def _takes_number(self, i: int) -> bool:
        return self._goes_on(i) or self.lower[i - 1] in self.words.numbered_ways

    def _is_numbered(self, run: Run, sentence: Sentence) -> bool:
        """Whether a number before a run is a part of it: "the 4th Rifle Regiment", not "the 2nd Lund match"."""
        if run.first == sentence.first:
            return False
        before = self.tokens[run.first - 1].text
        ordinal = ORDINAL.fullmatch(before) is not None
        unit = self.lower[run.last - 1] in self.words.units
        if unit and (ordinal or (NUMBER.fullmatch(before) and self.tokens[run.last - 1].tag == "NNP")):
            return True
        return (ordinal or NUMBER.fullmatch(before) is not None) and self._goes_on(run.first)

    def _is_behind_article(self, first: int, sentence: Sentence) -> bool:
        """ "al-" before "Orla Brigades": a particle in small letters that a hyphen ties to the name."""
        if first - 2 < sentence.first or self.tokens[first - 1].text != "-":
            return False
        particle, hyphen = self.tokens[first - 2 : first]
        evenly = particle.space == hyphen.space and (not hyphen.space or particle.text == "al")
        return evenly and particle.text in self.words.articles

    def _is_second_half(self, i: int, sentence: Sentence) -> bool:
        """ "-lin" behind "Tan Wei": letters that a hyphen ties to a person's name, and that are no word."""
        if i + 1 >= sentence.last or self.tokens[i].text != "-" or i < 2:
            return False
        before, hyphen, half = self.tokens[i - 1 : i + 2]
        glued = not (before.space or hyphen.space) and half.text.islower() and len(half.text) <= SYLLABLE
        known = self._goes_on(i) and self._goes_on(i + 1)
        return glued and before.entity == "PERSON" and (known or half.lower not in self.words.common)


def is_acronym(text: str) -> bool:
    """Capitals, with full stops or without, of a length that acronyms have."""
    letters = text.replace(".", "")
    return MIN_ACRONYM <= len(letters) <= MAX_ACRONYM and letters.isalpha() and letters.isupper()
