"""`same_name`: are two names one?"""

import re

from dateline.names.bodies import body, looks_like_a_body
from dateline.names.organisations import compare_bodies
from dateline.names.people import compare_people
from dateline.names.persons import person
from dateline.names.tokens import LONGEST
from dateline.names.values import Kind, Likeness
from dateline.names.verdict import Verdict

_ALIASES = re.compile(r"\s+(?:a\.?k\.?a\.?|alias|d/?b/?a|f/?k/?a)\s+|(?<=[\w']{4})\s*/\s*(?=[\w']{4})", re.IGNORECASE)
_MOST = 3


def same_name(a: str, b: str, kind: Kind | None = None) -> Likeness:
    """How likely two names of people, or of companies and other bodies, are one name, with reasons.

    Any script is understood. Without a `kind` it is guessed of the names. The order of the two does not matter, and
    nothing is raised: of what is no name the score is 0. Only the first 300 characters of each are looked at.
    """
    first, second = sorted((a.strip(), b.strip()))
    return _compared(first, second, kind or _kind(first, second))


def _kind(a: str, b: str) -> Kind:
    return "organisation" if looks_like_a_body(a[:LONGEST]) or looks_like_a_body(b[:LONGEST]) else "person"


def _compared(a: str, b: str, kind: Kind) -> Likeness:
    if a == b:
        return Likeness(1.0, ("both are written alike",), kind) if a else Likeness(0.0, ("there is no name",), kind)
    best = _best(a[:LONGEST], b[:LONGEST], kind)
    score = min(0.99, round(best.score, 3))
    reasons = tuple(best.reasons) or ("they have the same letters",)
    return Likeness(score, reasons, kind)


def _best(a: str, b: str, kind: Kind) -> Verdict:
    """The likeliest of what the names give, where one of them gives several: "Foo Ltd a.k.a. Bar"."""
    whole = _verdict(a, b, kind)
    if not _ALIASES.search(a) and not _ALIASES.search(b):
        return whole
    ours, theirs = _ALIASES.split(a)[:_MOST], _ALIASES.split(b)[:_MOST]
    parts = [_verdict(x, y, kind) for x in ours for y in theirs]
    best = max(parts, key=lambda verdict: verdict.score)
    best.less(0.95, "one of them gives several names")
    return max(whole, best, key=lambda verdict: verdict.score)


def _verdict(a: str, b: str, kind: Kind) -> Verdict:
    return compare_people(person(a), person(b)) if kind == "person" else compare_bodies(body(a), body(b))
