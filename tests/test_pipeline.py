"""The list is checked at start-up, and one bad step never costs the record."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from conftest import article_of
from dateline import pipeline
from dateline.errors import BadPipeline
from dateline.model import Fact
from dateline.pipeline import CHECKS, STEPS, Step, run_step, understand, verify
from dateline.record import Record
from dateline.values import KINDS, Person, Span


def shouting(record: Record) -> Iterator[Fact]:
    """Finds one person, and one that is not there."""
    yield record.fact(Person(name="Ana"), Span(0, 3))
    yield record.fact(Person(name="Nobody"))
    yield record.fact(Person(name="Lund"), Span(4, 8))


def crashing(record: Record) -> Iterator[Fact]:
    """Breaks down."""
    yield record.fact(Person(name="Ana"), Span(0, 3))
    raise ZeroDivisionError("by zero")


def mute(record: Record) -> Iterator[Fact]:
    yield from ()


def test_the_list_holds_together() -> None:
    verify(list(STEPS))


def test_every_kind_of_the_contract_is_given_by_a_step() -> None:
    assert {kind for step in STEPS for kind in step.gives} == set(KINDS)


@pytest.mark.parametrize("part", [*STEPS, *CHECKS], ids=lambda part: part.name)
def test_steps_and_checks_have_a_sentence(part: Step) -> None:
    assert part.sentence.endswith(".") and part.sentence[0].isupper()


def test_a_need_that_nobody_gives_names_the_culprit() -> None:
    with pytest.raises(BadPipeline, match="'roles' needs person, organisation"):
        verify([step for step in STEPS if step.name == "roles"])


def test_a_step_without_a_sentence_is_refused() -> None:
    with pytest.raises(BadPipeline, match="'mute' has no docstring"):
        verify([Step(run=mute, gives=("person",))])


def test_a_kind_that_does_not_exist_is_refused() -> None:
    with pytest.raises(BadPipeline, match="weather"):
        verify([Step(run=shouting, gives=("weather",))])


def test_a_refused_fact_costs_none_of_the_others() -> None:
    record = Record(article_of("Ana Lund"))
    run_step(record, Step(run=shouting, gives=("person",)))
    assert [fact.method for fact in record.facts] == ["shouting", "shouting"]
    assert [finding.severity for finding in record.findings] == ["error"]
    assert "no evidence" in record.findings[0].message


def test_a_crash_becomes_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = (Step(run=crashing, gives=("person",)), Step(run=shouting, gives=("person",)))
    monkeypatch.setattr(pipeline, "steps", lambda: broken)
    monkeypatch.setattr(pipeline, "checks", lambda: ())
    record = understand(Record(article_of("Ana Lund")))
    assert "step 'crashing' failed: ZeroDivisionError: by zero" in [finding.message for finding in record.findings]
    assert len(record.facts) == 2


class Door:
    """An entry point of another package."""

    def __init__(self, step: Step) -> None:
        self.step = step

    def load(self) -> Step:
        return self.step


def test_a_guest_takes_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    guest = Step(run=shouting, gives=("person",), after="places")
    monkeypatch.setattr(pipeline, "entry_points", lambda group: [Door(guest)])
    names = [step.name for step in pipeline.steps.__wrapped__()]
    assert names[names.index("places") + 1] == "shouting"


def test_a_guest_after_nobody_is_told_the_names(monkeypatch: pytest.MonkeyPatch) -> None:
    guest = replace(Step(run=shouting, gives=("person",)), after="weather")
    monkeypatch.setattr(pipeline, "entry_points", lambda group: [Door(guest)])
    with pytest.raises(BadPipeline, match="after 'weather'; the steps are places"):
        pipeline.steps.__wrapped__()
