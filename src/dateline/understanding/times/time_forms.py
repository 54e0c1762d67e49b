"""The forms that time expressions take, found in one pass over a text: which words are one, not yet what they mean."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

import msgspec
from msgspec import Struct

from dateline.languages import load
from dateline.languages.sections import Moments
from dateline.understanding.times.time_parts import parts

FORMS: tuple[tuple[str, str], ...] = (
    # The first that fits wins, so longer ones stand first. A space is any short white space, <name> is of time_parts.
    ("iso", r"<year>-(?P<number>\d\d)-(?P<day>\d\d)<iso_clock>(?![\d-])"),
    ("historic", r"<historic_name>"),
    ("historic", r"<historic_day>(?= (?:[a-z]+ ){0,1}<historic_event>(?![a-z]))"),
    ("slashes", r"(?P<first>\d\d?)/(?P<second>\d\d?)/(?P<short>(?:1[89]|20)?\d\d)(?![\d/])"),
    (
        "holiday",
        r"<mod>(?:(?P<rel><rel_words>) )?<holiday>(?: (?:<part>|(?P<of_week><a_week>|<a_weekend>)))?(?:,? <year>)?",
    ),
    ("nth", r"(?:the )?(?:<ordinal>|(?P<last_one><final>)) <weekday> (?:of|in) <month>(?:,? <year>)?"),
    (
        "week_of",
        r"the <a_week> (?:of|beginning|starting|(?P<over>ending|ended)) (?:on )?<named_day><month> <day>(?:,? <year>)?",
    ),
    (
        "week_of",
        r"the <a_week> (?:of|beginning|starting|(?P<over>ending|ended)) (?:on )?<named_day><day> <month>(?:,? <year>)?",
    ),
    ("days", r"<named_day><month> <day> ?(?:-|<dash> ) ?<day2>(?:,? <year>)?"),
    ("days", r"<between><month> <day> <joint> <day2>(?:,? <year>)?"),
    ("days", r"<day> ?(?:-|<dash> ) ?<day2> (?:of )?<month>(?:,? <year>)?"),
    ("days", r"<between><day> <joint> <day2> (?:of )?<month>(?:,? <year>)?"),
    ("days", r"<day> <month> ?(?:-|<dash> ) ?<day2> <month2>(?:,? <year>)?"),
    ("days", r"<between><day> <month> <joint> <day2> <month2>(?:,? <year>)?"),
    ("days", r"<month> <day>(?:,? <year2>)? ?(?:-|<dash>) ?<month2> <day2>(?:,? <year>)?"),
    ("days", r"<between><month> <day>(?:,? <year2>)? <joint> <month2> <day2>(?:,? <year>)?"),
    ("date", r"<named_day><month> <day>, <old_year>"),
    ("date", r"<named_day><day> (?:of )?<month>,? <old_year>"),
    ("date", r"(?:the )?<part> of <named_day><month> (?:the )?<day>(?:,? <year>)?"),
    ("date", r"(?:the )?<part> of <named_day><day> (?:of )?<month>(?:,? <year>)?"),
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
    ("half", r"(?:the )?(?:<ordinal>|<later_half>)[ -]<a_half> of (?:(?P<rel><rel_words>)|the) <a_year>"),
    ("half", r"(?:the )?(?:<ordinal>|<later_half>)[ -]<a_half>(?: of)? <year>"),
    ("half", r"(?:the )?<ordinal>-<a_half>(?= <accounts>)"),
    ("ended", r"(?:the )?<a_quarter><ended_with>"),
    (
        "year_ago",
        r"(?:the )?(?:<compared> )?<year_ago>(?: (?:<ordinal>[ -])?<compared_time>| <amount> <unit>)?",
    ),
    ("year_ago", r"the <year> <compared_time>"),
    (
        "year_ago",
        r"the <compared> <compared_time>(?: of|,)? (?P<rel><final> <a_year>|a <a_year> <earlier>)",
    ),
    ("year_ago", r"(?P<rel><final>) <a_year>'s <compared_time>"),
    (
        "accounts_year",
        r"(?:the |its )?(?:<fiscal>|<a_year>)<ended_with>",
    ),
    ("fiscal_year", r"(?:the )?(?:(?P<rel><rel_words>) |<latest> )<fiscal>(?! <year>)"),
    ("fiscal_year", r"<for_lead>the <a_year>(?! [a-z]+ed |-)"),
    ("latest", r"the <latest> <compared_time>"),
    ("latest", r"the (?P<kind><a_quarter>)(?! of|-)"),
    (
        "quarter",
        r"(?:the )?(?:<fiscal> )?<ordinal>[ -]<a_quarter><of_year>?",
    ),
    ("quarter", r"(?:q(?P<figure>[1-4])|(?P<figure2>[1-4])q)(?: of| in|,|-)? ?<year>"),
    ("half", r"(?:h(?P<figure>[12])|(?P<figure2>[12])h)(?: of| in|,|-)? ?<year>"),
    ("year", r"(?P<kind>fy) ?<year>"),
    ("quarter", r"(?:the )?<year>(?:'s)? <ordinal>[ -]<a_quarter>"),
    ("quarter", r"(?P<rel><rel_words>) <a_year>'s <ordinal> <a_quarter>"),
    ("clock", r"<clock_mod><bad_clock>(?:,?(?: on)? <day_point>)?"),
    ("hours", r"<between><hours> <joint> <clock><in_zone>?<on_date>"),
    ("hours", r"<between><hours> <joint> <clock><in_zone>?(?:,?(?: on)? <day_point>)?"),
    ("hours", r"<hours> ?(?:-|<dash> ) ?<clock><in_zone>?<on_date>"),
    ("hours", r"<hours> ?(?:-|<dash> ) ?<clock><in_zone>?(?:,?(?: on)? <day_point>)?"),
    ("clock", r"<clock_mod><clock><in_zone>?<on_date>"),
    ("clock", r"<clock_mod><clock><in_zone>?,?(?: on)? <day_point>"),
    ("clock", r"<clock_mod><clock><in_zone>? <day_part>"),
    ("clock", r"<day_part>,? (?:at )?<clock_mod><clock><in_zone>?"),
    ("clock", r"<day_point>,? (?:at )?<clock_mod><clock><in_zone>?"),
    ("clock", r"<clock_mod><clock><in_zone>?"),
    ("military", r"<four_figures> (?P<zone><zone>)<on_date>"),
    ("military", r"<four_figures> (?P<zone><zone>),?(?: on)? <day_point>"),
    ("military", r"<four_figures> (?P<zone><zone>)"),
    ("military", r"<clock_lead><four_figures>(?! ?[a-z]|[\d,.:/-]\d)"),
    ("part", r"<part_mod><part> (?P<deictic><deictic_words>)"),
    ("deictic", r"<mod>(?P<deictic><deictic_words>)(?: <part>)?"),
    ("often", r"(?:<often>|<amount> <times>) (?P<rate><rates>) <unit>"),
    ("often", r"(?:<often>|<amount> <times>) <every> (?P<length><numbers>) <unit>"),
    ("often", r"<amount> (?P<per><units>) (?P<rate><rates>) <unit>"),
    ("recurring", r"<recurring>"),
    ("set", r"<every> <alternate> (?:<unit>|<weekday>)(?: <part>)?"),
    ("set", r"<every> (?:<amount> )?(?:<unit>|<weekday>|<month>|<season>)(?: <part>)?"),
    ("set", r"<weekday>s(?: <part>s)?"),
    ("set", r"<weekday> <part>s"),
    ("frequency", r"<frequency>"),
    ("weekdays", r"<weekday> ?(?:-|<dash> ) ?<weekday2>"),
    ("weekdays", r"<between><weekday> <joint> <weekday2>"),
    ("weekday", r"<mod><weekday> of (?P<rel><rel_words>) (?P<of_week><a_week>)"),
    ("weekday", r"<mod>(?:(?P<rel><rel_words>) )?<weekday>(?: <part>)?"),
    ("part", r"<mod>(?:the )?(?P<rel><rel_words>) <part>"),
    ("pointing", r"<mod><pointing> (?:<unit>|<month>|<season>|<weekday>|<part>)(?: <part2>)?"),
    ("since", r"<duration_mod><length> (?:<since>|<until>)(?!\w)"),
    ("since", r"the (?:<single>|<part>) (?:<since>|<until>)(?!\w)"),
    ("ago", r"<duration_mod><length> (?:<ago>|<ahead>|<earlier>|<later>)"),
    ("stretch", r"(?:the )?<stretch> <amount> <unit>"),
    ("season", r"(?:the )?<mod><season>(?:(?: of)? <year>| of (?P<rel><rel_words>) <a_year>)"),
    ("relative", r"<mod>(?:the )?(?P<rel><rel_words>) (?:<unit>|<month>|<season>)"),
    ("weekend", r"(?:the|(?P<rel><rel_words>)) <a_weekend>"),
    ("ending", r"<some_mod>the <unit>"),
    ("duration", r"<duration_mod><half_a> <unit>"),
    ("duration", r"<duration_mod><amount>[ -]<half>[ -]<unit>"),
    ("duration", r"<duration_mod><amount>[ -]<unit> <half>"),
    ("duration", r"(?:the (?:first |last )?)?<duration_mod><amount><between_unit><unit>"),
    ("whole", r"the <whole> <a_year>"),
    ("year_end", r"<year_end>"),
    ("year", r"<mod>(?:(?P<kind><year_words>) )?<year>(?![.,:/-]\d|%|s\b)"),
    ("alone", r"<mod><month>"),
    ("season", r"<within>the <mod><season>(?! of)"),
    ("duration", r"<unit>-<lasting>"),
    ("duration", r"<over_lead>the <unit>(?! [a-z]+ing)"),
    ("duration", r"<unit>(?: (?:or|and) <units>)?(?: <ago>)?"),
    ("reference", r"(?:<present>|<past>|<future>)"),
)
"""Name and pattern of every form. A form may have several patterns."""

_NEVER_FIRST = (
    "year_leads", "month_leads", "house_leads", "determiners", "clock_leads", "season_leads", "duration_leads",
    "bare_leads", "over_leads", "day_leads", "ages", "rates", "not_durations", "eras", "range_openers",
    "range_joints", "range_dashes", "ahead_leads", "compared_with", "light_verbs", "tenses", "accounts",
    "historic_events", "periods", "list_joints", "since_words", "until_words", "earlier", "later", "ago",
    "ahead", "half_words", "oclock", "before_noon", "after_noon", "of_morning", "of_later_day", "clock_zones",
    "universal_zones", "zone_offsets", "changing_zones", "lasting", "unit_adjectives", "multipliers",
    "named_days", "doubtful_times", "doubtful_months", "rate_words", "times_words", "and_a_half",
    "foreign_months", "foreign_joints", "event_endings",
)  # fmt: skip
"""Lists of the pack whose words stand before, within or behind a time, and never at its beginning."""

_ALONE = (
    "months", "weekdays", "units", "deictics", "parts", "seasons", "frequencies", "present", "past", "future",
    "clock_words", "holidays", "recurring_days", "historic_names", "historic_days", "decade_words",
    "century_numbers", "year_ends",
)  # fmt: skip
"""Lists whose words may be a time by themselves; behind any other a word of time must come next."""

_SAME_PART = {"day3": "day", "month3": "month", "figure2": "figure"}
"""Names of parts that stand in either of two orders within one pattern."""

_PLACEHOLDER = re.compile(r"(?<!\?P)<(\w+)>")
_SPACE = re.compile(r"\[[^\]]*\]| \??")
_NAMED_GROUP = re.compile(r"\?P<(\w+)>")
_CODE = re.compile(r"(?:q[1-4]|h[12]|fy(?:\d{4})?)$")
"""Quarters, halves and years of accounts in letters and figures: "Q3", "H1", "FY2014"."""

_NEXT = re.compile(r"[^\w]{1,4}([\w.]+)")
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
        lists = msgspec.structs.asdict(words)
        self._words = _first_words(lists.values()) | {"the"}
        self._openers = _first_words(words for name, words in lists.items() if name not in _NEVER_FIRST) | {"the"}
        self._openers |= {f"{names[0]}s" for names in words.weekdays}
        self._alone = _first_words(words for name, words in lists.items() if name in _ALONE)
        self._alone |= {f"{names[0]}s" for names in words.weekdays}

    def find(
        self, text: str, start: int, end: int, accept: Callable[[Found], bool] = lambda found: True
    ) -> Iterator[Found]:
        """The time expressions of `text[start:end]`, which is `plain`, left to right.

        Where `accept` says that the words are no time, one may begin within them.
        """
        done = start
        for word in _WORD.finditer(text, start, end):
            if word.start() < done or not self._may_open(text, word):
                continue
            if match := self._any.match(text, word.start(), end):
                found = self._parted(match, text, end)
                if accept(found):
                    done = found.end
                    yield found

    def _may_open(self, text: str, word: re.Match[str]) -> bool:
        """Whether a form may begin with a word; most do not, and the pattern of all forms is dear."""
        opener = word.group().strip("'.")
        if opener in self._alone or opener[:1].isdigit() or _CODE.match(opener):
            return True
        if opener not in self._openers:
            return False
        after = _NEXT.match(text, word.end())
        return after is not None and (after[1].rstrip(".") in self._words or after[1][:1].isdigit())

    def _parted(self, match: re.Match[str], text: str, end: int) -> Found:
        name, pattern = self._forms[int((match.lastgroup or "f0")[1:])]
        parted = pattern.match(text, match.start(), end) or match
        told = {key: value for key, value in parted.groupdict().items() if value}
        words = {_SAME_PART.get(key, key): value for key, value in told.items()}
        spans = {_SAME_PART.get(key, key): parted.span(key) for key in told}
        return Found(name, words, spans, parted.start(), parted.end())


@cache
def forms(language: str) -> Forms:
    """The forms of a language, made once."""
    return Forms(load(language).moments)


def _first_words(lists: Iterable[object]) -> set[str]:
    """The first word of each phrase in the lists."""
    return {re.split(r"[ -]", phrase)[0].strip("'.") for words in lists for phrase in _leaves(words)}


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
