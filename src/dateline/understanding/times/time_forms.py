"""The forms that time expressions take, found in one pass over a text: which words are one, not yet what they mean."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec
from msgspec import Struct

from dateline.languages import load
from dateline.languages.sections import Moments
from dateline.understanding.times.time_parts import parts

FORMS: tuple[tuple[str, str], ...] = (
    # The first that fits wins, so longer ones stand first. A space is any short white space, <name> is of time_parts.
    ("iso", r"<year>-(?P<number>\d\d)-(?P<day>\d\d)<iso_clock>(?![\d-])"),
    ("slashes", r"(?P<first>\d\d?)/(?P<second>\d\d?)/(?P<short>(?:1[89]|20)?\d\d)(?![\d/])"),
    ("days", r"<named_day><month> <day> ?(?:-|<dash> ) ?<day2>(?:,? <year>)?"),
    ("days", r"<between><month> <day> <joint> <day2>(?:,? <year>)?"),
    ("days", r"<day> ?(?:-|<dash> ) ?<day2> (?:of )?<month>(?:,? <year>)?"),
    ("days", r"<between><day> <joint> <day2> (?:of )?<month>(?:,? <year>)?"),
    ("days", r"<month> <day>(?:,? <year2>)? ?(?:-|<dash>) ?<month2> <day2>(?:,? <year>)?"),
    ("days", r"<between><month> <day>(?:,? <year2>)? <joint> <month2> <day2>(?:,? <year>)?"),
    ("date", r"<named_day><month> (?:the )?<day>(?:,? <year>|,? (?P<rel><rel_words>) <a_year>)?"),
    ("date", r"<named_day><day> (?:of )?<month>(?:,? <year>| (?P<short>\d\d)(?=[ ]*(?:[()\[\]/.,;]|--?|$)))?"),
    ("months", r"<between><month> <joint> <month2>(?:,?(?: of)? <year>)?"),
    ("months", r"<month> ?(?:-|<dash> ) ?<month2>,?(?: of)? <year>"),
    ("month", r"<mod><month>(?:,?(?: of)? <year>| '(?P<short>\d\d)| (?:of )?(?P<rel><rel_words>) <a_year>)"),
    ("years", r"<between><year> <joint> <year2>"),
    ("years", r"<year> ?[-/] ?(?:<year2>|(?P<short>\d\d)(?![\d/-]))"),
    ("decade", r"(?:the )?<mod>(?P<year>(?:1[89]|20)\d0)'?s"),
    ("decade", r"(?:the )?<mod>'?(?P<short>[2-9]0)'?s"),
    ("decade", r"the <mod><decade>"),
    ("century", r"(?:the )?<mod><ordinal>[ -]<a_century>"),
    ("quarter", r"(?:the )?<ordinal>[ -]<a_quarter>(?: of (?:(?P<rel><rel_words>)|the) <a_year>|(?: of)? <year>)?"),
    ("quarter", r"(?:the )?<year>(?:'s)? <ordinal>[ -]<a_quarter>"),
    ("quarter", r"(?P<rel><rel_words>) <a_year>'s <ordinal> <a_quarter>"),
    ("clock", r"<clock>(?: (?P<zone2><zone>))?,?(?: on)? <day_point>"),
    ("clock", r"<clock>(?: (?P<zone2><zone>))?,?(?: on)? <named_day><month> <day>(?:,? <year>)?"),
    ("clock", r"<clock>(?: (?P<zone2><zone>))?,?(?: on)? <named_day><day> <month>(?:,? <year>)?"),
    ("clock", r"<day_point>,? (?:at |around |about )?<clock>"),
    ("clock", r"<clock>"),
    ("military", r"<four_figures> (?P<zone><zone>),?(?: on)? <day_point>"),
    ("military", r"<four_figures> (?P<zone><zone>),?(?: on)? <named_day><month> <day>(?:,? <year>)?"),
    ("military", r"<four_figures> (?P<zone><zone>),?(?: on)? <named_day><day> <month>(?:,? <year>)?"),
    ("military", r"<four_figures> (?P<zone><zone>)"),
    ("military", r"<clock_lead><four_figures>(?! ?[a-z]|[\d,.:/-]\d)"),
    ("deictic", r"<mod>(?P<deictic><deictic_words>)(?: <part>)?"),
    ("set", r"<every> <alternate> (?:<unit>|<weekday>)(?: <part>)?"),
    ("set", r"<every> (?:<amount> )?(?:<unit>|<weekday>|<month>|<season>)(?: <part>)?"),
    ("set", r"<weekday>s(?: <part>s)?"),
    ("set", r"<weekday> <part>s"),
    ("frequency", r"<frequency>"),
    ("weekdays", r"<weekday> ?(?:-|<dash> ) ?<weekday2>"),
    ("weekdays", r"<between><weekday> <joint> <weekday2>"),
    ("weekday", r"<mod><weekday> of (?P<rel><rel_words>) (?P<of_week><a_week>)"),
    ("weekday", r"<mod>(?:(?P<rel><rel_words>) )?<weekday>(?: <part>)?"),
    ("part", r"<mod>(?P<rel><rel_words>) <part>"),
    ("ago", r"<duration_mod><length> (?:<ago>|<ahead>|<earlier>|<later>)"),
    ("stretch", r"(?:the )?<stretch> <amount> <unit>"),
    ("season", r"(?:the )?<mod><season>(?:(?: of)? <year>| of (?P<rel><rel_words>) <a_year>)"),
    ("relative", r"<mod>(?:the )?(?P<rel><rel_words>) (?:<unit>|<month>|<season>)"),
    ("weekend", r"(?:the|(?P<rel><rel_words>)) <a_weekend>"),
    ("ending", r"<some_mod>the <unit>"),
    ("duration", r"<duration_mod><half_a> <unit>"),
    ("duration", r"<duration_mod><amount>[ -]<half>[ -]<unit>"),
    ("duration", r"<duration_mod><amount>[ -]<unit> <half>"),
    ("duration", r"(?:the (?:first |last )?)?<duration_mod><amount>(?:[ -]| more | full )<unit>"),
    ("year", r"<mod>(?:(?P<kind><year_words>) )?<year>(?![.,:/-]\d|%|s\b)"),
    ("alone", r"<mod><month>"),
    ("reference", r"(?:<present>|<past>|<future>)"),
)
"""Name and pattern of every form. A form may have several patterns."""

_PLACEHOLDER = re.compile(r"(?<!\?P)<(\w+)>")
_SPACE = re.compile(r"\[[^\]]*\]| \??")
_NAMED_GROUP = re.compile(r"\?P<(\w+)>")
_WORD = re.compile(r"(?<![\w'/$])(?<!\w[-.,])'?[\w.]+|(?<=[a-z]-)[a-z]+")
_ONE_TO_ONE = str.maketrans(
    "\u00a0\u202f\u2007\u2009\n\t\r\u2019\u2018\u2010\u2011\u2012\u2013\u2014", "       ''-----"
)


class Found(Struct, frozen=True, gc=False):
    """Words of one form. `words` are its named parts in small letters, `spans` where each begins and ends."""

    form: str
    words: dict[str, str]
    spans: dict[str, tuple[int, int]]
    start: int
    end: int

    def __getitem__(self, name: str) -> str:
        """The words of a part, or none."""
        return self.words.get(name, "")

    def __contains__(self, name: object) -> bool:
        return name in self.words


def plain(text: str) -> str:
    """The text in small letters, with simple spaces, hyphens and apostrophes, each character in its place."""
    small = text.translate(_ONE_TO_ONE).lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Forms:
    """The forms with a language's words in them."""

    def __init__(self, words: Moments) -> None:
        filling = parts(words)
        sources = [(name, _filled(pattern, filling)) for name, pattern in FORMS]
        self._forms = [(name, re.compile(source)) for name, source in sources]
        unnamed = (_NAMED_GROUP.sub("?:", source) for _, source in sources)
        self._any = re.compile("|".join(f"(?P<f{i}>{source})" for i, source in enumerate(unnamed)))
        self._openers = {re.split(r"[ -]", word)[0].rstrip(".") for word in _all_words(words)} | {"the"}

    def find(self, text: str, start: int, end: int) -> Iterator[Found]:
        """The time expressions of `text[start:end]`, which is `plain`, left to right."""
        done = start
        for word in _WORD.finditer(text, start, end):
            opener = word.group().strip("'.")
            if word.start() < done or not (opener in self._openers or opener[:1].isdigit() or opener[-1:] == "s"):
                continue
            if match := self._any.match(text, word.start(), end):
                found = self._parted(match, text, end)
                done = found.end
                yield found

    def _parted(self, match: re.Match[str], text: str, end: int) -> Found:
        name, pattern = self._forms[int((match.lastgroup or "f0")[1:])]
        parted = pattern.match(text, match.start(), end) or match
        words = {key: value for key, value in parted.groupdict().items() if value}
        return Found(name, words, {key: parted.span(key) for key in words}, parted.start(), parted.end())


@cache
def forms(language: str) -> Forms:
    """The forms of a language, made once."""
    return Forms(load(language).moments)


def _all_words(words: Moments) -> Iterator[str]:
    for field in msgspec.structs.asdict(words).values():
        yield from _leaves(field)


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _leaves(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _leaves(inner)


def _filled(pattern: str, filling: dict[str, str]) -> str:
    while _PLACEHOLDER.search(pattern):
        pattern = _PLACEHOLDER.sub(lambda match: filling[match[1]], pattern)
    return _SPACE.sub(_short_space, pattern) + r"(?!\w)"


def _short_space(match: re.Match[str]) -> str:
    if match.group().startswith("["):
        return match.group()
    return "[ ]{0,3}" if match.group().endswith("?") else "[ ]{1,3}"
