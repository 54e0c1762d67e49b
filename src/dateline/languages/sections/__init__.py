"""What each file of a language pack holds, a class a file: the name of the file is the name of the field."""

from dateline.languages.sections.anaphors import Anaphors
from dateline.languages.sections.base import Section
from dateline.languages.sections.bodies import Bodies
from dateline.languages.sections.events import Events, GistWords
from dateline.languages.sections.factuality import Factuality
from dateline.languages.sections.furniture import Furniture, Language, Publications
from dateline.languages.sections.geography import Geography
from dateline.languages.sections.groups import Groups
from dateline.languages.sections.harm import (
    Ages,
    Casualties,
    Doubt,
    Hedges,
    LightVerb,
    Quantities,
    Sufferers,
    Tolls,
    Uncounted,
)
from dateline.languages.sections.law import Cases, Charges, Guilt, Law, LegalVerb, OffenceLists, Sentences
from dateline.languages.sections.lexicon import LexiconFile, LexiconRow, Need
from dateline.languages.sections.moments import Moments
from dateline.languages.sections.names import GivenNames, Names
from dateline.languages.sections.speakers import Speakers
from dateline.languages.sections.statements import Stance, Statements
from dateline.languages.sections.titles import Roles, Titles

__all__ = [
    "Ages",
    "Anaphors",
    "Bodies",
    "Cases",
    "Casualties",
    "Charges",
    "Doubt",
    "Events",
    "Factuality",
    "Furniture",
    "Geography",
    "GistWords",
    "GivenNames",
    "Groups",
    "Guilt",
    "Hedges",
    "Language",
    "Law",
    "LegalVerb",
    "LexiconFile",
    "LexiconRow",
    "LightVerb",
    "Moments",
    "Names",
    "Need",
    "OffenceLists",
    "Publications",
    "Quantities",
    "Roles",
    "Section",
    "Sentences",
    "Speakers",
    "Stance",
    "Statements",
    "Sufferers",
    "Titles",
    "Tolls",
    "Uncounted",
]
