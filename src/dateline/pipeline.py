"""THE LIST of steps and checks, in order, and the loop that runs them. Plug-ins join here."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import entry_points
from inspect import getdoc

from msgspec import Struct
from msgspec.structs import replace

from dateline.checks.dates import contradictory_time, dateline_year, future_date, weekday_and_date
from dateline.checks.languages import language
from dateline.checks.posts import posts
from dateline.checks.quotations import quotation_marks
from dateline.checks.repetitions import repeated_blocks
from dateline.checks.spellings import spellings
from dateline.checks.standing import standing
from dateline.errors import BadPipeline, RefusedFact
from dateline.model import Fact, Finding
from dateline.record import Record
from dateline.understanding.attribution import attribution
from dateline.understanding.casualties import casualties
from dateline.understanding.charges import charges
from dateline.understanding.credits import credits  # noqa: A004
from dateline.understanding.datelines import datelines
from dateline.understanding.events import events
from dateline.understanding.gists import gists
from dateline.understanding.moments import moments
from dateline.understanding.organisations import organisations
from dateline.understanding.people import people
from dateline.understanding.places import places
from dateline.understanding.publications import publications
from dateline.understanding.quantities import quantities
from dateline.understanding.roles import roles
from dateline.understanding.statements import statements
from dateline.values import KINDS

STEP_PLUGINS = "dateline.steps"
CHECK_PLUGINS = "dateline.checks"


class Step(Struct, frozen=True, kw_only=True):
    """A generator of facts. It reads the record and changes nothing.

    `gives` names the kinds of fact that it yields, `needs` those that must have been given before it runs; a plug-in
    says `after=` which step it runs (default: behind all but the last, `attribution`, which says whose words its facts
    stand in). Its docstring's first line is its description.
    """

    run: Callable[[Record], Iterator[Fact]]
    gives: tuple[str, ...]
    needs: tuple[str, ...] = ()
    after: str | None = None

    @property
    def name(self) -> str:
        """The function's name; facts carry it as their `method`."""
        return self.run.__name__

    @property
    def sentence(self) -> str:
        """What the step does, in a sentence."""
        return (getdoc(self.run) or "").partition("\n")[0]


class Check(Struct, frozen=True, kw_only=True):
    """A generator of findings about a finished record. Its docstring's first line is its description."""

    run: Callable[[Record], Iterator[Finding]]

    @property
    def name(self) -> str:
        """The function's name; findings carry it as their `check`."""
        return self.run.__name__

    @property
    def sentence(self) -> str:
        """What the check looks for, in a sentence."""
        return (getdoc(self.run) or "").partition("\n")[0]


STEPS: tuple[Step, ...] = (
    Step(run=places, gives=("place",)),
    Step(run=moments, gives=("moment",)),
    Step(run=datelines, gives=("dateline",), needs=("place", "moment")),
    Step(run=organisations, gives=("organisation",)),
    Step(run=people, gives=("person",)),
    Step(run=credits, gives=("credit",), needs=("person",)),
    Step(run=publications, gives=("publication",), needs=("moment", "dateline")),
    Step(run=roles, gives=("role",), needs=("person", "organisation")),
    Step(run=statements, gives=("statement",), needs=("place", "moment", "organisation", "person")),
    Step(run=events, gives=("place", "event"), needs=("place", "moment", "organisation", "person", "statement")),
    Step(run=casualties, gives=("casualties",), needs=("moment", "organisation", "person", "statement", "event")),
    Step(run=quantities, gives=("quantity",), needs=("statement", "event", "casualties")),
    Step(run=charges, gives=("organisation", "charge"), needs=("organisation", "person", "statement")),
    Step(run=gists, gives=("gist",), needs=("place", "moment", "organisation", "person", "statement", "event")),
    Step(run=attribution, gives=(), needs=("statement",)),
)
CHECKS: tuple[Check, ...] = (
    Check(run=weekday_and_date),
    Check(run=contradictory_time),
    Check(run=dateline_year),
    Check(run=future_date),
    Check(run=spellings),
    Check(run=posts),
    Check(run=repeated_blocks),
    Check(run=language),
    Check(run=quotation_marks),
    Check(run=standing),
)


@cache
def steps() -> tuple[Step, ...]:
    """Our steps with the plug-ins' in their places. Raises BadPipeline when one needs what none gives before it."""
    ordered = list(STEPS)
    for entry in entry_points(group=STEP_PLUGINS):
        step = entry.load()
        names = [other.name for other in ordered]
        if step.after is not None and step.after not in names:
            raise BadPipeline(f"step {step.name!r} wants to run after {step.after!r}; the steps are {', '.join(names)}")
        ordered.insert(names.index(attribution.__name__ if step.after is None else step.after) + bool(step.after), step)
    verify(ordered)
    return tuple(ordered)


@cache
def checks() -> tuple[Check, ...]:
    """Our checks, then the plug-ins'."""
    return (*CHECKS, *(entry.load() for entry in entry_points(group=CHECK_PLUGINS)))


def verify(ordered: list[Step]) -> None:
    """Each step has a sentence, and every kind it needs is given before it. Raises BadPipeline."""
    given: set[str] = set()
    for step in ordered:
        if not step.sentence:
            raise BadPipeline(f"step {step.name!r} has no docstring; its first line is its published description")
        if unknown := [kind for kind in (*step.gives, *step.needs) if kind not in KINDS]:
            raise BadPipeline(f"step {step.name!r} names a kind that does not exist: {', '.join(unknown)}")
        if missing := [kind for kind in step.needs if kind not in given]:
            raise BadPipeline(f"step {step.name!r} needs {', '.join(missing)}, which no step before it gives")
        given |= set(step.gives)


def understand(record: Record) -> Record:
    """Runs all steps, then all checks. A step that crashes becomes a finding, and the next one goes on."""
    for step in steps():
        _guarded(record, step.name, lambda step=step: run_step(record, step))  # type: ignore[misc]
    for check in checks():
        _guarded(record, check.name, lambda check=check: _look(record, check))  # type: ignore[misc]
    return record


def run_step(record: Record, step: Step) -> None:
    """Adds what a step yields. A fact that the record refuses becomes a finding and costs none of the others.

    A fact carries the name of the step that first gave it, also where a later one gives it again.
    """
    for fact in step.run(record):
        try:
            record.add(fact if fact.method else replace(fact, method=step.name))
        except RefusedFact as refusal:
            record.keep(record.report(step.name, "error", f"a fact was refused: {refusal}"))


def _look(record: Record, check: Check) -> None:
    for finding in check.run(record):
        record.keep(finding)


def _guarded(record: Record, name: str, run: Callable[[], None]) -> None:
    try:
        run()
    except Exception as error:  # the one broad guard: one bad step must not cost a reader the whole record
        record.keep(record.report(name, "error", f"step {name!r} failed: {type(error).__name__}: {error}"))
