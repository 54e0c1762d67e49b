"""From when to when a post was held: which moment of a sentence belongs to it, and which end of it."""

from collections.abc import Iterator

from msgspec import Struct

from dateline.annotated import Token
from dateline.model import Fact
from dateline.understanding.careers.posts import Desk, Time
from dateline.understanding.identity.titles import Title
from dateline.values import Moment


class Term(Struct, frozen=True, kw_only=True):
    """Moments that say when a post began and ended, and one at or in which something happened to it."""

    since: Fact | None = None
    until: Fact | None = None
    at: Fact | None = None


STRETCHES = ("DURATION", "SET")
"""Types of moments that tell how long or how often, and not when."""


def is_stretch(fact: Fact | None) -> bool:
    """Whether a moment is an interval of more than a year ("1994 to 2001", "the 1990s")."""
    if fact is None or not isinstance(fact.value, Moment) or fact.value.earliest is None:
        return False
    return fact.value.earliest[:4] != (fact.value.latest or "")[:4]


def is_ahead(desk: Desk, fact: Fact | None) -> bool:
    """Whether a moment lies after the day of the story: what ends then has not ended yet."""
    begins = fact.value.earliest if fact is not None and isinstance(fact.value, Moment) else None
    return begins is not None and desk.today is not None and begins[:10] > desk.today


def term_of_clause(desk: Desk, verb: Token) -> Term:
    """What the moments in a verb's clause say of it; one before the first of joined verbs counts for all of them."""
    own = [time for time in desk.times.get(verb.sentence, ()) if _clause(desk, time) == verb.i]
    if own or verb.dep != "conj":
        return _term(desk, own)
    first = verb
    while first.dep == "conj" and first.head != first.i:
        first = desk.annotation.head(first)
    shared = desk.times.get(verb.sentence, ())
    return _term(desk, [time for time in shared if _clause(desk, time) == first.i and time.first < first.i])


def terms_of_joined(desk: Desk, verb: Token, titles: list[Title]) -> list[Term]:
    """The term of each of the posts that one verb tells of: "became mayor in 2010 and governor in 2014"."""
    whole = term_of_clause(desk, verb)
    own = [time for time in desk.times.get(verb.sentence, ()) if _clause(desk, time) == verb.i]
    ends = [*(title.begin for title in titles[1:]), desk.annotation.sentence(verb).last]
    parts = [[time for time in own if title.last <= time.first < end] for title, end in zip(titles, ends, strict=True)]
    return [_term(desk, part) for part in parts] if len(titles) > 1 and all(parts) else [whole] * len(titles)


def term_of_phrase(desk: Desk, title: Title) -> Term:
    """What the moments between a title and the next comma or verb say: "mayor of Bergen from 1994 to 2001"."""
    end = title.last
    last = desk.annotation.sentence(desk.tokens[title.first]).last
    bracket = False
    while end < last and (bracket or not _ends(desk.tokens[end])):
        bracket = (bracket or desk.tokens[end].text == "(") and desk.tokens[end].text != ")"
        end += 1
    inside = desk.times.get(desk.tokens[title.first].sentence, ())
    found = _term(desk, [time for time in inside if title.last <= time.first and time.last <= end])
    return Term(since=found.since, until=found.until, at=found.at if is_stretch(found.at) else None)


def _ends(token: Token) -> bool:
    return token.text in (",", ";", ":") or token.pos in ("VERB", "AUX")


def _clause(desk: Desk, time: Time) -> int | None:
    """Index of the verb that a mention of a moment belongs to."""
    inside = range(time.first, time.last)
    top = next((t for i in inside if (t := desk.tokens[i]).head not in inside), desk.tokens[time.first])
    above = (t for t in (top, *desk.annotation.ancestors(top)) if t.pos in ("VERB", "AUX"))
    found = next(above, None)
    return found.i if found else None


def _term(desk: Desk, times: list[Time]) -> Term:
    since = until = at = None
    for time in times:
        moment = time.fact.value
        if (
            not isinstance(moment, Moment)
            or moment.type in ("DURATION", "SET")
            or (moment.timex or "").endswith("_REF")
        ):
            continue  # "for ten years", "every year", "now"
        link = _link(desk, time)
        if link in desk.words.since and not is_stretch(time.fact):
            since = since or time.fact
        elif link in desk.words.until and not is_stretch(time.fact):
            until = until or time.fact
        else:
            at = at or time.fact
    return Term(since=since, until=until, at=at)


def _link(desk: Desk, time: Time) -> str:
    """The preposition before a mention, over articles and adjectives ("since early 2009")."""
    for token in _backwards(desk, time.first):
        if token.pos in ("ADP", "SCONJ") or token.lower in desk.words.since | desk.words.until:
            return token.lower
        if token.pos not in ("DET", "ADJ", "ADV", "PART"):
            break
    return ""


def _backwards(desk: Desk, i: int) -> Iterator[Token]:
    start = desk.annotation.sentence(desk.tokens[i]).first
    return reversed(desk.tokens[max(start, i - 3) : i])
