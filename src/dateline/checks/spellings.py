"""One name, two spellings."""

from collections import Counter
from collections.abc import Iterator

from dateline.model import Fact, Finding
from dateline.record import Record
from dateline.values import Organisation, Person, Span

VARIANT = "spelling variant"
WHAT = {"person": "person", "organisation": "body"}
"""What the kinds of fact are called in a finding."""


def spellings(record: Record) -> Iterator[Finding]:
    """A person or a body whose name is spelt in two ways."""
    for kind in WHAT:
        for fact in record.of(kind):
            if isinstance(fact.value, Person | Organisation) and any(m.rule == VARIANT for m in fact.value.mentions):
                yield _finding(record, fact, fact.value)


def _finding(record: Record, fact: Fact, one: Person | Organisation) -> Finding:
    odd = [Span(m.start, m.end) for m in one.mentions if m.rule == VARIANT]
    spelt = Counter(record.words(span) for span in odd)
    ways = " and ".join(f"“{words}” ({_times(count)})" for words, count in spelt.items())
    message = f"“{one.name}” is also spelt {ways}; taken as one {WHAT[fact.kind]}"
    return record.report("spellings", "warning", message, *odd, facts=(fact.id,))


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
