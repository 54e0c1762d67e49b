"""What each file of a language pack holds, a class a file: the name of the file is the name of the field."""

from dateline.languages.sections.anaphors import Anaphors
from dateline.languages.sections.base import Section
from dateline.languages.sections.bodies import Bodies
from dateline.languages.sections.disagreements import Disagreements
from dateline.languages.sections.events import Events
from dateline.languages.sections.factuality import Factuality
from dateline.languages.sections.furniture import Furniture, Language, Publications
from dateline.languages.sections.geography import Geography
from dateline.languages.sections.gists import Gists
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
from dateline.languages.sections.law import Cases, Charges, Guilt, Law, LegalVerb, OffenceLists, Outcomes, Sentences
from dateline.languages.sections.lexicon import NEEDS, LexiconFile, LexiconRow, Need
from dateline.languages.sections.moments import Moments
from dateline.languages.sections.names import GivenNames, Names
from dateline.languages.sections.sameness import Sameness
from dateline.languages.sections.speakers import Speakers
from dateline.languages.sections.statements import Stance, Statements
from dateline.languages.sections.titles import Roles, Titles

__all__ = [
    "NEEDS",
    "Ages",
    "Anaphors",
    "Bodies",
    "Cases",
    "Casualties",
    "Charges",
    "Disagreements",
    "Doubt",
    "Events",
    "Factuality",
    "Furniture",
    "Geography",
    "Gists",
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
    "Outcomes",
    "Publications",
    "Quantities",
    "Roles",
    "Sameness",
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
