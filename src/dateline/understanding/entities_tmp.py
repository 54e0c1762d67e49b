"""Throw-away stand-ins until people.py, organisations.py and places.py stand."""

from dateline.values import Mention, Organisation, Person, Place, Span


def _group(record, label, make):
    groups = {}
    for n in record.annotation.names:
        if n.label == label:
            groups.setdefault(n.text.split()[-1] if label == "person" else n.text, []).append(n)
    for ns in groups.values():
        name = max((n.text for n in ns), key=len)
        ms = tuple(Mention(start=n.start, end=n.end) for n in ns)
        yield record.fact(make(name=name, mentions=ms), *(Span(n.start, n.end) for n in ns))


def places(record):
    """Places."""
    yield from _group(record, "place", Place)


def organisations(record):
    """Organisations."""
    yield from _group(record, "organisation", Organisation)


def people(record):
    """People."""
    yield from _group(record, "person", Person)
