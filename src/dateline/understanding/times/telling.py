"""The times of a story, read one after the other, since some are counted from the one before."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.times.anchors import Anchors, Tie
from dateline.understanding.times.passages import Passages
from dateline.understanding.times.story_clock import StoryClock
from dateline.understanding.times.tense import OPEN, direction
from dateline.understanding.times.time_contexts import span_of
from dateline.understanding.times.time_expression import Expression
from dateline.understanding.times.time_lexicon import lexicon
from dateline.understanding.times.time_readings import reading
from dateline.understanding.times.timex import Reading
from dateline.understanding.times.told_times import CLOCKS, Told
from dateline.values import Moment, Span

_TENSED = (
    "date", "days", "months", "alone", "quarter", "weekday", "weekdays", "weekend", *CLOCKS, "ago", "relative",
    "holiday", "nth", "week_of", "half", "ended", "year_end", "season", "accounts_year",
)  # fmt: skip
"""Forms that are read by the tense of their verb."""

_QUARTER = re.compile(r"\d{4}-Q\d$")
_OF_REPORT = ("quarter", "ended")
_SEVERAL_MONTHS = re.compile(r"P([69]|12)M$")
_FIGURES_BEFORE = 7
"""Tokens before "a year ago" among which a figure makes it a comparison of accounts."""

_FROM_EVENT = 0.7
_ELSEWHERE = 0.6
"""How sure a time is that is counted from an event whose moment stands in its phrase, or elsewhere in the story."""


class _Then(Struct, frozen=True):
    """A moment that another is counted from, and the fact that says it."""

    moment: Moment
    fact: str


class Telling:
    """Reads the expressions in the order of the text."""

    def __init__(self, record: Record, clock: StoryClock, times: Sequence[Told]) -> None:
        self.record = record
        self.clock = clock
        self.times = times
        self.words = lexicon(record.annotation.words.language.code)
        self.last: tuple[Told, Fact] | None = None
        self.quarter: _Then | None = None
        self.anchors = Anchors(record.annotation, times)
        self.passages = Passages(record.annotation, clock.day)
        self._facts: dict[int, Fact | None] = {}
        self._longer: set[int] = set()
        self._reported_in = -1

    def facts(self) -> Iterator[Fact]:
        """The moment of each expression that is a time; one that others are counted from may come before its turn."""
        for i, told in enumerate(self.times):
            if told.anchor >= 0:
                yield from self._since(i, told)
            else:
                yield from self._told(i, self._then(told))
            self._remember(told, self._facts.get(i))

    def _told(self, i: int, then: _Then | None) -> Iterator[Fact]:
        """Reads an expression, unless it was read before."""
        if i in self._facts:
            return
        told = self.times[i]
        found = self._read(told, then)
        self._facts[i] = fact = self._fact(told, found, then) if found else None
        if fact is not None:
            yield fact

    def _read(self, told: Told, then: _Then | None) -> Reading | None:
        way = self._way(told)
        quarter = self.quarter if self._compares(told) else None
        country = self._country if told.found.form == "holiday" else None
        return reading(
            Expression(
                self.words,
                told.found,
                self.clock.day,
                then.moment if then else None,
                way,
                quarter.moment if quarter else None,
                country,
            )
        )

    def _fact(self, told: Told, found: Reading, then: _Then | None) -> Fact:
        """The moment as a fact; what it was counted from stands in its evidence too."""
        if frame := self.passages.frame(told, found, self._way(told)):
            found, then = self.passages.moved(told, found, frame), _Then(frame.value, frame.id)  # type: ignore[arg-type]
        anchor, confidence = None, found.confidence
        if found.counted == "story" and self.clock.fact:
            anchor, confidence = self.clock.fact, min(confidence, self.clock.confidence)
        elif found.counted == "reference" and then:
            anchor = then.fact
        elif found.counted == "quarter" and self.quarter:
            anchor = self.quarter.fact
        return self.record.fact(
            moment_of(found, anchor),
            self._span(told, found),
            confidence=confidence,
            because=(anchor,) if anchor else (),
            reason=found.reason,
        )

    def _span(self, told: Told, found: Reading) -> Span:
        """The words; a length that is counted from nothing known ends with its unit."""
        if told.anchor >= 0 and found.type == "DURATION" and "n" in told.found:
            return Span(told.found.start, told.found.spans["unit"][1])
        return span_of(told.found)

    # ---- counted from what the words name

    def _since(self, i: int, told: Told) -> Iterator[Fact]:
        """ "Two days after the vote": the vote's moment is read first, wherever it stands."""
        tie = self.anchors.of(i)
        if tie is not None and self.times[tie.index].anchor < 0:
            yield from self._told(tie.index, None)
        then = self._placed(tie)
        found = self._read(told, then)
        if found is None:
            return
        event = " ".join(self.record.annotation.tokens[told.anchor].text.split())
        if then is None:
            reason = f"the story does not tell the moment of what it is counted from ({event})"
            found = replace(found, confidence=min(found.confidence, _ELSEWHERE), reason=reason)
        elif found.earliest and tie and not tie.own:
            reason = f"counted from {then.moment.timex}, the nearest moment that the story ties to {event}"
            found = replace(found, confidence=_ELSEWHERE, reason=found.reason or reason)
        elif found.earliest:
            found = replace(found, confidence=_FROM_EVENT)
        self._facts[i] = fact = self._fact(told, found, then)
        yield fact

    def _placed(self, tie: Tie | None) -> _Then | None:
        fact = self._facts.get(tie.index) if tie else None
        if fact is None or not isinstance(fact.value, Moment) or fact.value.earliest is None:
            return None
        return _Then(fact.value, fact.id)

    # ---- what the next ones may be counted from

    def _remember(self, told: Told, fact: Fact | None) -> None:
        value = fact.value if fact else None
        if fact is None or not isinstance(value, Moment):
            return
        if value.type == "DURATION" and _SEVERAL_MONTHS.match(value.timex or ""):
            self._longer.add(told.sentence)
        if not value.earliest or value.type not in ("DATE", "TIME") or "/" in (value.timex or ""):
            return
        self.last = (told, fact)
        self.passages.remember(told, fact)
        if told.found.form in _OF_REPORT and _QUARTER.match(value.timex or "") and self._reported(value):
            self.quarter = _Then(value, fact.id)
            self._reported_in = told.block

    def _reported(self, value: Moment) -> bool:
        """Whether a quarter can be the one whose figures the story reports: the last one named that has ended."""
        if self.clock.day is None or (value.latest or "") > self.clock.day.isoformat():
            return False
        return self.quarter is None or (self.quarter.moment.timex or "") < (value.timex or "")

    def _compares(self, told: Told) -> bool:
        """Whether it may be about the quarter of the report: its own words say so, or a figure before it."""
        found = told.found
        if found.form != "ago":
            recent = {told.sentence, told.sentence - 1} & self._longer
            return not (found.form == "year_ago" and "kind" not in found and recent)
        years = self.record.annotation.words.moments.units["year"]
        return (
            found["unit"] in years
            and found["n"] in ("a", "one")
            and told.sentence not in self._longer
            and self._figures(told)
        )

    def _figures(self, told: Told) -> bool:
        """Whether the words compare figures: "from 4 million a year ago", "than a year earlier"."""
        annotation = self.record.annotation
        token = annotation.token_at(told.found.start)
        if token is None:
            return False
        before = annotation.tokens[max(0, token.i - _FIGURES_BEFORE) : token.i]
        near = [other for other in before if other.sentence == token.sentence]
        if not near:
            return self._of_report(told)
        compared = near[-1].lower in annotation.words.moments.compared_with
        return compared or any(other.tag == "CD" for other in near)

    def _of_report(self, told: Told) -> bool:
        """Whether its paragraph has told the quarter of the report."""
        return told.block == self._reported_in

    def _way(self, told: Told) -> int:
        return direction(self.record.annotation, span_of(told.found)) if told.found.form in _TENSED else OPEN

    def _then(self, told: Told) -> _Then | None:
        """The moment told in this sentence or the one before; what is pointed at may lie a sentence further back."""
        if told.found.form == "pointing" and not {"unit", "part", "weekday"} & told.found.words.keys():
            frame = self.passages.current(told)
            if frame is not None and isinstance(frame.value, Moment):
                return _Then(frame.value, frame.id)
        if self.last is None:
            return None
        before, fact = self.last
        alone = told.found.form in CLOCKS or (told.found.form == "ago" and self._figures(told))
        near = 0 if alone else 2 if told.found.form == "pointing" else 1
        far = told.sentence - before.sentence > (near if before.block == told.block else min(near, 1))
        if far or not isinstance(fact.value, Moment):
            return None
        return _Then(fact.value, fact.id)

    @cached_property
    def _country(self) -> str | None:
        """The country that the story names most, as ISO 3166-1 alpha-3."""
        named = Counter(name.country for name in self.record.annotation.names if name.country)
        return named.most_common(1)[0][0] if named else None


def moment_of(found: Reading, anchor: str | None) -> Moment:
    """A reading as the value of a fact."""
    return Moment(
        type=found.type,
        timex=found.timex,
        mod=found.mod,
        quant=found.quant,
        freq=found.freq,
        earliest=found.earliest,
        latest=found.latest,
        precision=found.precision,
        anchor=anchor,
    )
