"""Where reports differ: each side in its own words."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from dateline.desk.asking.why.explanation import Telling
from dateline.desk.asking.why.verbatim import Verbatim
from dateline.desk.asking.why.wording import called, source
from dateline.faces.web import addresses
from dateline.merging.disagreements.sides import DENIED
from dateline.merging.outcomes import Disagreement, Side

QUESTIONS = {
    "actor": "Who did it", "recipient": "To whom it was done", "when": "When it was", "where": "Where it was",
    "cause": "What caused it", "motive": "Why it was done", "name": "The name", "statement": "What was said",
    "happened": "Whether it happened",
}  # fmt: skip


class Report(Struct, frozen=True):
    """A report by its outlet, with the address of the fact in it."""

    name: str
    address: str


class Stand(Struct, frozen=True, kw_only=True):
    """One side."""

    value: str
    denies: bool
    said_by: str | None
    """None: the report itself says so."""
    quote: Verbatim | None
    report: Report
    headline: str
    published: str | None
    others: tuple[Report, ...]
    """Reports that say the same."""


class Difference(Struct, frozen=True, kw_only=True):
    """Something that reports do not agree on, or of which a later one knows more."""

    question: str
    how: str
    minor: bool
    sides: tuple[Stand, ...]


def differences(
    found: Sequence[Disagreement], tellings: Sequence[Telling], quotes: Mapping[str, Verbatim]
) -> tuple[Difference, ...]:
    """These disagreements for people: those that matter first, what only rose with time last.

    `quotes` are the sentences of the sides, by their first facts.
    """
    by = {telling.article: telling for telling in tellings}
    order = sorted(found, key=lambda each: (each.how == "update", each.minor))
    return tuple(
        Difference(
            question=_question(each.about),
            how=each.how,
            minor=each.minor,
            sides=tuple(_stand(side, by, quotes) for side in each.sides),
        )
        for each in order
    )


def _question(about: str) -> str:
    return QUESTIONS.get(about) or f"How many were {about.replace('_', ' ')}"


def _stand(side: Side, by: Mapping[str, Telling], quotes: Mapping[str, Verbatim]) -> Stand:
    fact = side.facts[0] if side.facts else None
    quote = quotes.get(fact or "")
    told = by.get(side.article)
    return Stand(
        value=side.value,
        denies=side.value == DENIED,
        said_by=side.said_by,
        quote=quote or (Verbatim("", side.words, "") if side.words else None),
        report=Report(_called(side.article, by), addresses.article(side.article, fact)),
        headline=(told.headline or "") if told else "",
        published=side.published,
        others=tuple(
            Report(source(by[article]) if article in by else article, addresses.article(article))
            for article in dict.fromkeys(side.articles)
            if article != side.article
        ),
    )


def _called(article: str, by: Mapping[str, Telling]) -> str:
    return called(by[article]) if article in by else article
