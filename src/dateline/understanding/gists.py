"""The five W's and the H of the lead event, in the story's own words."""

from collections.abc import Iterator

from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.factuality.deciding import factuality
from dateline.understanding.gist.deeds import what, who
from dateline.understanding.gist.leads import lead
from dateline.understanding.gist.phrases import tidy
from dateline.understanding.gist.reasons import how, why
from dateline.understanding.gist.settings import when, where
from dateline.values import Gist, Span


def gists(record: Record) -> Iterator[Fact]:
    """Who, what, when, where, why and how: the lead event, a span each.

    What an office or an unknown speaker says stands for itself, with its status and its `said_by`.
    """
    found = lead(record)
    if found is None:
        return
    telling = found.tellings[0]
    answers = {
        "who": who(record, telling, found.near),
        "what": what(record, telling),
        "when": when(record, found),
        "where": where(record, found),
        "why": why(record, found),
        "how": how(record, found),
    }
    spans = {question: tidy(record.annotation, span) if span else None for question, span in answers.items()}
    gist = Gist(**spans)
    if gist.who or gist.what:
        yield record.fact(
            gist,
            *(span for span in spans.values() if isinstance(span, Span)),
            confidence=0.7 if gist.who and gist.what else 0.5,
            status="asserted" if telling.speaks else factuality(record.annotation, telling.verb).status,
            said_by=telling.said.id if telling.said and not telling.speaks else None,
        )
