"""Events of single sentences. A module that lists its sentences in `SENTENCES` has them parsed in one batch."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import pytest

from conftest import article_of
from dateline.annotation.annotate import annotate
from dateline.pipeline import STEPS, run_step
from dateline.record import Record
from dateline.values import Event, Organisation, Person, Place


class Told(NamedTuple):
    """An event with names instead of ids."""

    type: str
    modes: tuple[str, ...]
    cameo: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    status: str
    trigger: str
    confidence: float


class Case(NamedTuple):
    """A sentence and what holds of one of its events; what is None may be anything."""

    sentence: str
    modes: tuple[str, ...] | None = None
    cameo: str | None = None
    actors: set[str] | None = None
    recipients: set[str] | None = None

    def holds(self, event: Told) -> bool:
        """Whether an event is as the case says."""
        return (
            self.modes in (None, event.modes)
            and self.cameo in (None, event.cameo)
            and self.actors in (None, set(event.actors))
            and self.recipients in (None, set(event.recipients))
        )


Coded = Callable[[str], list[Told]]


@pytest.fixture(scope="module")
def coded(request: pytest.FixtureRequest) -> Coded:
    """`coded("Norway thanked Portugal.")`: its events, in the order of the text."""
    known = events_of(getattr(request.module, "SENTENCES", ()))

    def read(sentence: str) -> list[Told]:
        if sentence not in known:
            known.update(events_of([sentence]))
        return known[sentence]

    return read


def events_of(sentences: Iterable[str]) -> dict[str, list[Told]]:
    """The events of each sentence, read as a story of its own that appeared on 5 March 2024."""
    articles = [article_of(sentence, "2024-03-05") for sentence in dict.fromkeys(sentences)]
    found = {}
    for article, annotation in zip(articles, annotate(articles), strict=True):
        record = Record(article, annotation)
        for step in STEPS:
            run_step(record, step)
            if step.name == "events":
                break
        found[article.text] = _told(record)
    return found


def _told(record: Record) -> list[Told]:
    found = []
    for fact in record.of("event"):
        event = fact.value
        assert isinstance(event, Event)
        sides = (_names(record, event.actors), _names(record, event.recipients))
        words = record.words(event.trigger)
        found.append(Told(event.type, event.modes, event.cameo, *sides, fact.status, words, fact.confidence))
    return found


def _names(record: Record, ids: tuple[str, ...]) -> tuple[str, ...]:
    values = [fact.value for one in ids if (fact := record.get(one))]
    return tuple(value.name for value in values if isinstance(value, Person | Organisation | Place))
