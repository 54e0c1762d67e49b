"""Credits: who made a picture, and for which agency."""

import re
from collections.abc import Iterator

from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.identity.agencies import known_agency
from dateline.values import Credit, Person, Span

_PARTS = re.compile(r"[^/|,:()©\n]+")


def credits(record: Record) -> Iterator[Fact]:  # noqa: A001 (a step is called what it gives)
    """The people and agencies that credit lines name."""
    for block in record.article.blocks_of("credit"):
        parts = _parts(record, Span(block.start, block.end))
        person = _person(record, parts)
        agency = _agency(record, parts, person)
        if person or agency:
            value = Credit(
                person=person.id if person else None,
                agency=record.words(agency) if agency else None,
                block=Span(block.start, block.end),
            )
            yield record.fact(value, Span(block.start, block.end), confidence=0.9 if agency else 0.8)


def _parts(record: Record, span: Span) -> list[Span]:
    """What stands between slashes, commas, colons and brackets."""
    found = []
    for match in _PARTS.finditer(record.text, *span):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        if words.strip():
            found.append(Span(start, start + len(words.strip())))
    return found


def _person(record: Record, parts: list[Span]) -> Fact | None:
    return next((fact for part in parts for fact in record.everyone(part, "person")), None)


def _agency(record: Record, parts: list[Span], person: Fact | None) -> Span | None:
    """A known agency, or what stands before the slash and is no person, no label of pictures."""
    code = record.annotation.words.language.code
    for part in parts:
        if known := known_agency(record.text, part, code):
            return known
    if person is None or len(parts) < 2:
        return None
    first = parts[0]
    return first if not _names(record, person, first) and _is_name(record, first) else None


def _names(record: Record, person: Fact, part: Span) -> bool:
    mentions = person.value.mentions if isinstance(person.value, Person) else ()
    return any(mention.start < part.end and part.start < mention.end for mention in mentions)


def _is_name(record: Record, part: Span) -> bool:
    """Capitals, and none of the words that label pictures."""
    furniture = record.annotation.words.furniture
    words = record.words(part)
    labels = {*furniture.credit_labels, *furniture.credit_openers}
    return words[0].isupper() and words.lower() not in labels
