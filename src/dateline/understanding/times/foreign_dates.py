"""The date of a dateline in another language: "3 mai", "12. Mai 2014", "4 de mayo de 2014"."""

import re
from functools import cache

from dateline.languages import load
from dateline.languages.sections import Moments
from dateline.record import Record
from dateline.understanding.times.time_forms import Found, plain
from dateline.understanding.times.told_times import Told

_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:\.|er|re|º|°)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"


def foreign_date(record: Record) -> Told | None:
    """The date that the dateline of a story in an unread language gives, with the month under its English name."""
    language = record.article.language or ""
    months = _words(record).foreign_months.get(language)
    if months is None or record.annotation.parsed:
        return None
    small = plain(record.text)
    for i, block in enumerate(record.article.blocks):
        match = _pattern(language).search(small, block.start, block.end) if block.role == "dateline" else None
        if match:
            token = record.annotation.token_at(match.start())
            return Told(_found(record, match, months), i, token.sentence if token else -1)
    return None


def _found(record: Record, match: re.Match[str], months: tuple[str, ...]) -> Found:
    """As the form `date`, so that it is read like any other."""
    words = {name: value for name, value in match.groupdict().items() if value}
    number = next(i for i, names in enumerate(months) if words["month"].rstrip(".") in names.split())
    words["month"] = _words(record).months[number][0]
    spans = {name: match.span(name) for name in words}
    return Found("date", words, spans, match.start(), match.end())


def _words(record: Record) -> Moments:
    return record.annotation.words.moments


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Day before month, as nearly all of them write it, and the year behind."""
    moments = load("en").moments
    names = {name for row in moments.foreign_months[language] for name in row.split()}
    month = "|".join(sorted(map(re.escape, names), key=lambda name: (-len(name), name)))
    joint = rf"[ ]{{1,2}}(?:(?:{'|'.join(map(re.escape, moments.foreign_joints))})[ ]{{1,2}})?"
    return re.compile(rf"(?<!\w){_DAY}{joint}(?P<month>(?:{month})\.?)(?!\w)(?:,?{joint}{_YEAR})?(?!\w)")
