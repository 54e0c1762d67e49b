"""Whether words in the form of a time are one where they stand: "in 2014" is, "2014 people" is not."""

import re
from collections.abc import Callable
from functools import cache

from msgspec import Struct

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.understanding.times.time_forms import Found
from dateline.values import Span

_LEAD = 32
"""Characters before an expression in which its preposition is looked for."""

_LOOSE = ("weekday", "alone", "season", "year", "deictic", "frequency")
"""Forms so short that a name may hold them: "Friday" in the name of a shop."""


class Scene(Struct, frozen=True):
    """An expression with the text around it. `plain` is the text in small letters, character for character."""

    found: Found
    text: str
    plain: str
    annotation: Annotation

    def after(self, words: str) -> bool:
        """Whether one of the words (a pattern) stands right before it."""
        before = self.plain[max(0, self.found.start - _LEAD) : self.found.start]
        return re.search(rf"(?<!\w)(?:{words}) $", before) is not None

    def before(self, words: str) -> bool:
        """Whether one of the words (a pattern) comes next."""
        return re.compile(rf"[ -]{{1,2}}(?:{words})(?!\w)").match(self.plain, self.found.end) is not None

    def capital(self, part: str) -> bool:
        """Whether a part is written with a capital, if it is there at all."""
        return part not in self.found or self.text[self.found.spans[part][0]].isupper()

    def token(self, offset: int) -> Token | None:
        """The token that begins at, or covers, the offset."""
        return self.annotation.token_at(offset)


def is_time(scene: Scene) -> bool:
    """Whether the expression is a time."""
    found = scene.found
    if not all(scene.capital(part) for part in ("month", "month2", "weekday", "weekday2")):
        return False
    if found.form in _LOOSE and _within_name(scene):
        return False
    test = _TESTS.get(found.form)
    return test is None or test(scene)


@cache
def _leads(language: str, name: str) -> str:
    words: tuple[str, ...] = getattr(load(language).moments, name)
    return "|".join(re.escape(word) for word in words)


def _led(scene: Scene, name: str) -> bool:
    return scene.after(_leads(scene.annotation.words.language.code, name))


def _within_name(scene: Scene) -> bool:
    """Whether the words are part of a longer name: a known one, or a weekday or month before its capitals."""
    token = scene.token(scene.found.start)
    if token is None:
        return False
    if name := scene.annotation.name_at(token):
        return name.start < scene.found.start or name.end > scene.found.end
    last = scene.annotation.tokens_in(span_of(scene.found))[-1:]
    head = scene.annotation.head(last[0]) if last else token
    follows = bool(last) and head.i == last[0].i + 1 and head.start == last[0].end + 1
    written = follows and head.tag == "NNP" and last[0].dep == "compound"
    return written and scene.annotation.sentence(token).role != "headline"


def _counts_noun(scene: Scene, part: str) -> bool:
    """Whether the number of a part counts the noun after it."""
    token = scene.token(scene.found.spans[part][0])
    tokens = scene.annotation.tokens
    if token is None or token.i + 1 >= len(tokens):
        return False
    after = tokens[token.i + 1]
    close = after.start <= scene.found.spans[part][1] + 1 and after.sentence == token.sentence
    return close and (after.tag == "NNS" or (token.head == after.i and token.dep == "nummod" and after.pos == "NOUN"))


def _year(scene: Scene) -> bool:
    if scene.before(_leads(scene.annotation.words.language.code, "eras")):
        return False
    if "mod" in scene.found or "kind" in scene.found:
        return True
    if _numbers_name(scene):
        return False
    if _led(scene, "year_leads"):
        return not _counts_noun(scene, "year")
    return _names_year_of(scene)


def _numbers_name(scene: Scene) -> bool:
    """ "1999 Elm Street": the number belongs to the name after it."""
    token = scene.token(scene.found.spans["year"][0])
    if token is None or token.dep != "nummod" or not _led(scene, "house_leads"):
        return False
    head = scene.annotation.head(token)
    return token.i < head.i <= token.i + 3 and head.pos == "PROPN"


def _names_year_of(scene: Scene) -> bool:
    """ "The 1992 treaty", "his 1996 campaign": a noun that is no count of 1992 things."""
    token = scene.token(scene.found.spans["year"][0])
    if token is None or not scene.after(_leads(scene.annotation.words.language.code, "determiners") + r"|\w+'s"):
        return False
    noun = scene.annotation.head(token)
    counted = noun.tag == "NNS" and int(scene.found["year"]) % 100 == 0
    return token.i < noun.i <= token.i + 4 and noun.pos in ("NOUN", "PROPN") and not counted


def _date(scene: Scene) -> bool:
    """ "In March 30 people" holds no day: where the day stands last, it must not count the noun after it."""
    found = scene.found
    return "weekday" in found or found.spans["day"][1] != found.end or not _counts_noun(scene, "day")


def _alone(scene: Scene) -> bool:
    """A month's name alone: in full and unmistakable, or after a preposition."""
    found, moments = scene.found, scene.annotation.words.moments
    name = found["month"].rstrip(".")
    full = any(name == names[0] for names in moments.months)
    if full and name not in moments.doubtful_months:
        return True
    written = scene.text[found.spans["month"][0] : found.spans["month"][1]]
    token = scene.token(found.spans["month"][0])
    shouted = written.isupper() and len(written) > 1
    if shouted and (token is None or token.pos != "PROPN"):
        return False
    return "mod" in found or _led(scene, "month_leads")


def _decade(scene: Scene) -> bool:
    found = scene.found
    if "short" not in found:
        return True
    return "'" in scene.plain[found.start : found.end] or scene.plain.startswith("the ", found.start)


def _clock(scene: Scene) -> bool:
    found = scene.found
    bare = "hour24" in found and not any(part in found for part in ("zone", "weekday", "deictic", "month"))
    return not bare or _led(scene, "clock_leads")


def _duration(scene: Scene) -> bool:
    found, code = scene.found, scene.annotation.words.language.code
    if scene.before(_leads(code, "not_durations")) or _led(scene, "ages") or found["unit"].startswith("quarter"):
        return False  # an age, or a fraction
    if any(part in found for part in ("half", "half_a")):
        return not _led(scene, "rates")
    plural = found["unit"].endswith("s") or found["unit"] in ("centuries",)
    hyphen = scene.plain[found.spans["unit"][0] - 1] == "-"
    if found["n"] in ("a", "an", "one", "1") and not hyphen:
        return found["unit"] != "second" and ("mod" in found or _led(scene, "duration_leads"))
    return plural or (hyphen and "vague" not in found)


def _ago(scene: Scene) -> bool:
    """ "Two days before the vote" is counted from the vote."""
    part = next((part for part in ("earlier", "later") if part in scene.found), None)
    token = scene.token(scene.found.spans[part][0]) if part else None
    return token is None or token.tag != "IN"


def _weekday(scene: Scene) -> bool:
    """ "The first Monday of May" and "every Monday and Tuesday" are no single Monday; nor is Good Friday."""
    if "of_week" in scene.found:
        return True
    word = scene.text[: scene.found.start].rstrip().rpartition(" ")[2]
    if word[:1].isupper() and _led(scene, "named_days"):
        return False
    code = scene.annotation.words.language.code
    return not (scene.before(_of_period(code)) or scene.after(_ordinals(code)) or scene.after(_sets(code)))


@cache
def _ordinals(language: str) -> str:
    return "|".join(re.escape(word) for words in load(language).moments.ordinals for word in words)


@cache
def _of_period(language: str) -> str:
    """ "Of May", "of every month", "of the week"."""
    words = load(language).moments
    every = "|".join(map(re.escape, (*words.every, *words.determiners)))
    periods = [
        *(name for names in words.months for name in names),
        *(unit for row in words.units.values() for unit in row),
    ]
    return rf"of (?:(?:{every}) )?(?:{'|'.join(map(re.escape, periods))})"


@cache
def _sets(language: str) -> str:
    """The beginning of a list of days that recur: "every Monday and"."""
    words = load(language).moments
    every, joints = "|".join(map(re.escape, words.every)), "|".join(map(re.escape, words.list_joints))
    days = "|".join(names[0] for names in words.weekdays)
    return rf"(?:{every}) (?:{days}) (?:{joints})"


def _quarter(scene: Scene) -> bool:
    """ "The third quarter of the match" is none of a year."""
    owner = rf"of (?:{_leads(scene.annotation.words.language.code, 'determiners')}) [a-z]+"
    return any(part in scene.found for part in ("year", "rel")) or not scene.before(owner)


def _frequency(scene: Scene) -> bool:
    return not scene.text[scene.found.start].isupper()


_TESTS: dict[str, Callable[[Scene], bool]] = {
    "year": _year,
    "weekday": _weekday,
    "quarter": _quarter,
    "date": _date,
    "alone": _alone,
    "decade": _decade,
    "clock": _clock,
    "duration": _duration,
    "ago": _ago,
    "frequency": _frequency,
}


def span_of(found: Found) -> Span:
    """The span of an expression."""
    return Span(found.start, found.end)
