"""Whether words in the form of a time are one where they stand: "in 2014" is, "2014 people" is not."""

import re
from collections.abc import Callable
from functools import cache

from dateline.languages import load
from dateline.understanding.times.length_contexts import is_duration
from dateline.understanding.times.time_forms import Found
from dateline.understanding.times.time_scene import Scene, leads, led
from dateline.values import Span

_LOOSE = ("weekday", "alone", "season", "year", "deictic", "frequency", "holiday")
"""Forms so short that a name may hold them: "Friday" in the name of a shop."""


def is_time(scene: Scene) -> bool:
    """Whether the expression is a time."""
    found = scene.found
    if not all(scene.capital(part) for part in ("month", "month2", "weekday", "weekday2", "holiday", "historic")):
        return False
    if found.form in _LOOSE and _within_name(scene):
        return False
    if _is_title(scene):
        return False
    test = _TESTS.get(found.form)
    return test is None or test(scene)


def _is_title(scene: Scene) -> bool:
    """ "This Week", both words written large within a sentence: a programme or a paper."""
    found = scene.found
    if "rel" not in found or "unit" not in found or scene.text[found.start : found.end].isupper():
        return False
    token = scene.token(found.start)
    if token is None or scene.annotation.sentence(token).role == "headline":
        return False
    return scene.text[found.start].isupper() and scene.text[found.spans["unit"][0]].isupper()


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
    if scene.before(leads(scene.annotation.words.language.code, "eras")):
        return False
    if "mod" in scene.found or "kind" in scene.found:
        return True
    if _numbers_name(scene):
        return False
    if led(scene, "year_leads"):
        return not _counts_noun(scene, "year")
    return _names_year_of(scene)


def _numbers_name(scene: Scene) -> bool:
    """ "1999 Elm Street": the number belongs to the name after it."""
    token = scene.token(scene.found.spans["year"][0])
    if token is None or token.dep != "nummod" or not led(scene, "house_leads"):
        return False
    head = scene.annotation.head(token)
    return token.i < head.i <= token.i + 3 and head.pos == "PROPN"


def _names_year_of(scene: Scene) -> bool:
    """ "The 1992 treaty", "his 1996 campaign": a noun that is no count of 1992 things."""
    token = scene.token(scene.found.spans["year"][0])
    if token is None:
        return False
    noun = scene.annotation.head(token)
    owned = any(child.i < token.i for child in scene.annotation.children(noun, "det", "poss"))
    if not owned and not scene.after(leads(scene.annotation.words.language.code, "determiners") + r"|\w+'s"):
        return False
    counted = noun.tag == "NNS" and scene.found["year"].endswith("00")
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
    if found["month"][0] == scene.text[found.spans["month"][0]]:
        return False  # in copy without capitals "may" is the verb
    written = scene.text[found.spans["month"][0] : found.spans["month"][1]]
    token = scene.token(found.spans["month"][0])
    shouted = written.isupper() and len(written) > 1
    if shouted and (token is None or token.pos != "PROPN"):
        return False
    if "mod" in found or led(scene, "month_leads"):
        return True
    return led(scene, "determiners") and _modifies(scene)


def _modifies(scene: Scene) -> bool:
    """ "A June treaty": the month stands before a common noun that it belongs to."""
    token = scene.token(scene.found.start)
    noun = scene.annotation.head(token) if token else None
    return token is not None and noun is not None and token.i < noun.i <= token.i + 2 and noun.pos == "NOUN"


def _decade(scene: Scene) -> bool:
    found = scene.found
    if "short" not in found:
        return True
    return "'" in scene.plain[found.start : found.end] or scene.plain.startswith("the ", found.start)


def _clock(scene: Scene) -> bool:
    found = scene.found
    sure = ("zone", "zone2", "zone3", "day_part", "weekday", "deictic", "month", "mod", "am2", "pm2")
    bare = "hour24" in found and not any(part in found for part in sure)
    return not bare or led(scene, "clock_leads")


def _ago(scene: Scene) -> bool:
    """ "A week on hold" is no week later."""
    part = next((part for part in ("earlier", "later") if part in scene.found), None)
    token = scene.token(scene.found.spans[part][0]) if part else None
    return token is None or token.tag != "IN"


def _weekday(scene: Scene) -> bool:
    """ "The first Monday of May" and "every Monday and Tuesday" are no single Monday; nor is Good Friday."""
    if "of_week" in scene.found:
        return True
    word = scene.text[: scene.found.start].rstrip().rpartition(" ")[2]
    if word[:1].isupper() and led(scene, "named_days"):
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


def _relative(scene: Scene) -> bool:
    """ "The last days of the war" are no length counted from the story."""
    return not (scene.found["unit"].endswith("s") and scene.before("of"))


def _quarter(scene: Scene) -> bool:
    """ "The third quarter of the match" is none of a year."""
    owner = rf"of (?:{leads(scene.annotation.words.language.code, 'determiners')}) [a-z]+"
    return any(part in scene.found for part in ("year", "rel")) or not scene.before(owner)


def _holiday(scene: Scene) -> bool:
    """A feast, not a thing named after it: "at Christmas" is one, "a Christmas tree" is none."""
    found = scene.found
    if any(part in found for part in ("year", "rel", "of_week", "part")):
        return True
    last = scene.token(found.end - 1)
    if last is None:
        return True
    after = scene.annotation.tokens[last.i + 1 : last.i + 2]
    if last.dep in ("compound", "nmod") and scene.annotation.head(last).pos in ("NOUN", "PROPN"):
        return False
    joined = bool(after) and after[0].sentence == last.sentence and after[0].start <= found.end + 1
    return not (joined and after[0].pos in ("NOUN", "PROPN"))


def _pointing(scene: Scene) -> bool:
    """ "That June" points at one; in "said that June was wet" the word joins two clauses."""
    token = scene.token(scene.found.spans["pointing"][0])
    if token is None:
        return False
    return token.tag == "DT" and scene.annotation.head(token).start < scene.found.end + 1


def _reference(scene: Scene) -> bool:
    """ "In the past" is a time; "the past leader" and "the future king" are none."""
    last = scene.token(scene.found.end - 1)
    return last is None or last.pos not in ("ADJ", "NOUN") or last.dep not in ("amod", "compound", "nmod")


def _frequency(scene: Scene) -> bool:
    """ "Daily" is how often; the daily that one reads is a newspaper."""
    token = scene.token(scene.found.start)
    if token is not None and token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "amod", "npadvmod"):
        return False
    return not scene.text[scene.found.start].isupper()


_TESTS: dict[str, Callable[[Scene], bool]] = {
    "year": _year,
    "weekday": _weekday,
    "quarter": _quarter,
    "relative": _relative,
    "date": _date,
    "alone": _alone,
    "decade": _decade,
    "clock": _clock,
    "duration": is_duration,
    "frequency": _frequency,
    "ago": _ago,
    "holiday": _holiday,
    "pointing": _pointing,
    "reference": _reference,
}


def span_of(found: Found) -> Span:
    """The span of an expression."""
    return Span(found.start, found.end)
