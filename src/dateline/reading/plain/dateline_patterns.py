"""The shapes of datelines, with the words of one language: which part stands where, and the mark that closes it.

They match more than datelines; `datelines.py` decides whether the parts are those of one.
"""

import re

from dateline.languages.sections import Furniture
from dateline.reading.plain.shapes import UPPER, any_of

_DIGITS = r"\d{4}[-/]\d\d[-/]\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
_TOWN = r"[^\W\d_][^\d()\[\]<>\n\"“”…:;!?—–]{0,70}?"
_PLACE = rf"(?P<place>{_TOWN}(?:\s?[(\[][^()\[\]\d]{{2,30}}[)\]])?)"
_DASH = r"(?:\s?--+|\s?[—–―_‒]|\s?-(?=[\s<\"“]|$)|,\s+-(?=\s))"
_CLOSE = rf"\s*(?:{_DASH}(?:\s*[—–-]+(?=\s))?|(?<=[/)])\s?[.:](?:\s?[—–-]+(?=\s|$))?|(?<=[/)])(?=\s))"
_BRACKETED = r"\((?P<agency>[^()\[\]]{2,60})\)|/(?P<slashed>[^/\n]{2,40})/"
_LEAD = r"[*\s•>]{0,6}"


class Patterns:
    """The compiled patterns; every match begins where the paragraph does."""

    def __init__(self, words: Furniture) -> None:
        self.words = words
        date, names = self._date(), any_of(words.agencies)
        agency = rf"\((?P<agency>[^()\[\]]{{2,60}})\)|/\s?(?P<slashed>[^/\n]{{2,40}}?)\s?/|(?P<bare>{names})\b"
        named = rf"(?P<date>{date})"
        self.date = _any_case(rf"(?:{date})(?:,?\s+\d{{1,2}}[:.]\d\d\b[^\n]{{0,20}})?\.?$")
        self.dated = _any_case(
            rf"{_LEAD}{_PLACE}[\s,.]{{1,3}}{named}[\s,.]{{0,3}}"
            rf"(?:(?:{agency}){_CLOSE}|(?:{_DASH}|-(?=[{UPPER}]))(?:\s*(?:{names})\.)?)"
        )
        self.date_first = _any_case(
            rf"{_LEAD}{named}[\s,.]{{1,3}}(?:{_PLACE}[\s,.]{{0,3}})?(?:(?:{agency}){_CLOSE}|{_DASH})"
        )
        self.agency_place = _any_case(
            rf"{_LEAD}(?:{_BRACKETED}|(?P<bare>{names})\b)[\s,.—–-]{{1,4}}{_PLACE}[\s,.]{{1,3}}{named}[\s,.]{{0,3}}{_DASH}"
        )
        self.agency_date = re.compile(rf"{_LEAD}(?P<bare>{names}),?\s{named}\.(?=\s)")
        self.signed = _any_case(rf"{_LEAD}{_PLACE}[\s,.]{{1,3}}(?:{agency}){_CLOSE}")
        self.agency = re.compile(rf"{_LEAD}(?:{_BRACKETED})(?:\s?{_DASH}|(?=\s?[{UPPER}\"“]))")
        self.bare = re.compile(rf"{_LEAD}{_PLACE}(?P<close>\s?--+\s|\s?[—–―]\s|\s-\s|:\s)(?=[\"“'‘]?[{UPPER}\d])")
        self.in_region = re.compile(
            rf"{_LEAD}(?P<place>{_TOWN}),\s(?:{any_of(words.dateline_regions)})"
            rf"(?:\s?--+|\s?[—–―]|\s-)\s(?=[\"“'‘]?[{UPPER}\d])"
        )
        self.line = _any_case(rf"{_LEAD}{_PLACE}[\s,]{{1,3}}{named}\.?$")
        self.label = re.compile(rf"[{UPPER}][{UPPER} .'’-]{{1,40}}:\s")

    def _date(self) -> str:
        """A day, or the words that say there is none: "March 3", "5. März 2019", "5 de marzo", "no date"."""
        words = self.words
        month, day, of = any_of(words.months), any_of(words.weekdays), any_of(words.date_joints)
        written = rf"(?:{month})\b\.?,?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+(?:19|20)\d\d\b)?"
        year = rf"(?:,?\s+(?:(?:{of})\s+)?(?:\d{{4}}|\d\d)\b)?"
        turned = rf"\d{{1,2}}(?:st|nd|rd|th|er|º)?\.?\s+(?:(?:{of})\s+)?(?:{month})\b\.?{year}"
        return rf"(?:(?:{day})\b[.,]?\s+)?(?:{_DIGITS}|{turned}|{written})|(?:{any_of(words.undated)})\b"


def _any_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
