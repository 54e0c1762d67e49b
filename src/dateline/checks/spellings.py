"""One name, two spellings."""

from collections import Counter
from collections.abc import Iterator

from dateline.model import Fact, Finding
from dateline.record import Record
from dateline.values import Person, Span

VARIANT = "spelling variant"


def spellings(record: Record) -> Iterator[Finding]:
    """A person whose name is spelt in two ways."""
    for fact in record.of("person"):
        if isinstance(fact.value, Person) and any(mention.rule == VARIANT for mention in fact.value.mentions):
            yield from _finding(record, fact, fact.value)


def _finding(record: Record, fact: Fact, person: Person) -> Iterator[Finding]:
    usual = person.name
    odd = [Span(m.start, m.end) for m in person.mentions if m.rule == VARIANT]
    spelt = Counter(record.words(span) for span in odd)
    ways = " and ".join(f"“{words}” ({_times(count)})" for words, count in spelt.items())
    message = f"“{usual}” is also spelt {ways}; taken as one person"
    yield record.report("spellings", "warning", message, *odd, facts=(fact.id,))


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
