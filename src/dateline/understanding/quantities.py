"""Quantities: numbers that matter and count no casualties."""

from collections.abc import Iterator
from typing import Literal

from msgspec.structs import replace

from dateline.annotated import Sentence, Token
from dateline.model import Fact, Status
from dateline.record import Record
from dateline.understanding.acts.bearings import Bearings
from dateline.understanding.factuality.deciding import factuality
from dateline.understanding.factuality.reading import is_definite, is_infinitive, is_one
from dateline.understanding.harm.numbers import Number, numbers
from dateline.understanding.harm.quantity_units import Unit, UnitReader
from dateline.understanding.harm.quantity_words import quantity_words
from dateline.understanding.harm.undergoing import SUBJECTS
from dateline.values import Quantity, Span

Change = Literal["rise", "fall"]
WINDOW = 4
"""So many steps above a number its word of change may stand."""

ROOM = "what there is room for; nobody says that they are there"

_TOLD = (
    "nummod",
    "quantmod",
    "compound",
    "dobj",
    "nsubj",
    "nsubjpass",
    "attr",
    "prep",
    "pobj",
    "npadvmod",
    "oprd",
    "dative",
)
"""Ways from a number up to the verb of its clause, through the words that it counts."""


def quantities(record: Record) -> Iterator[Fact]:
    """Numbers that are no casualties and matter: money, crowds, troops, weapons, percentages, distances, ages."""
    annotation = record.annotation
    reader = _Reader(annotation, quantity_words(annotation.words.language.code))
    bearings = Bearings(record)
    counted = {(s.start, s.end) for fact in record.of("casualties") for s in fact.spans}
    for sentence in annotation.sentences:
        for number in numbers(annotation.tokens_of(sentence), annotation.words.language.code):
            start = annotation.tokens[number.figure].start
            unit = reader.unit(number, sentence)
            told = unit is None or (unit.of != "age" and any(low <= start < high for low, high in counted))
            if unit is not None and not told:
                yield _fact(record, reader, bearings, number, unit, sentence)


def _fact(
    record: Record, reader: "_Reader", bearings: Bearings, number: Number, unit: Unit, sentence: Sentence
) -> Fact:
    annotation = record.annotation
    first = min(number.first, unit.first if unit.first is not None else number.first)
    span = annotation.span(annotation.tokens[first], annotation.tokens[max(unit.last, number.last) - 1])
    low = number.low
    if low is not None and number.hedge == "more_than" and unit.of is None and float(low).is_integer():
        low -= 1  # "more than 5 %" begins at 5: only what is counted piece by piece begins at 6
    high = number.high
    if high is not None and number.hedge == "fewer_than" and unit.of is None and float(high).is_integer():
        high += 1
    value = Quantity(
        of=unit.of or reader.of(number, unit, sentence),
        low=None if low is None else float(low),
        high=None if high is None else float(high),
        unit=unit.name,
        change=reader.change(number, unit),
        event=_event(record, bearings, sentence, span),
    )
    if first and annotation.tokens[first - 1].lower in reader.words.minus:
        value = replace(value, low=_negated(value.high), high=_negated(value.low))
        span = Span(annotation.tokens[first - 1].start, span.end)
    said = record.said(span)
    return record.fact(
        value,
        span,
        confidence=unit.confidence,
        status=reader.status(number, unit),
        said_by=said.id if said else None,
        reason=ROOM if unit.room else None,
    )


def _negated(end: float | None) -> float | None:
    return None if end is None else -end


def _event(record: Record, bearings: Bearings, sentence: Sentence, span: Span) -> str | None:
    """The event whose clause holds the number: its verb is above the number in the tree."""
    annotation = record.annotation
    token = annotation.token_at(span.start)
    if token is None:
        return None
    above: set[int] = set()
    for t in annotation.ancestors(token):
        above.add(t.start)
        if t.pos == "VERB":
            break
    return next((fact.id for trigger, fact in bearings.events if trigger.start in above), None)


class _Reader(UnitReader):
    """Beside the units: how real a number is, which way it went, and of what."""

    def status(self, number: Number, unit: Unit) -> Status:
        """That of the clause that the number is told in: "will pay $5 million"; ages and what is known are facts."""
        token = self.annotation.tokens[number.last - 1]
        while unit.of != "age" and token.head != token.i and token.dep in _TOLD:
            if token.pos != "ADP" and is_definite(self.annotation, token):
                break
            above = self.annotation.head(token)
            if above.pos in ("VERB", "AUX"):
                return self._told(token, above)
            token = above
        return "asserted"

    def _told(self, token: Token, verb: Token) -> Status:
        below = self.annotation.children(verb, "xcomp") if token.dep == "nsubjpass" else []  # "are expected to march"
        verb = next((kid for kid in below if is_infinitive(self.annotation, kid)), verb)
        reading = factuality(self.annotation, verb)
        there = token.dep in SUBJECTS and reading.status == "denied"  # "20 % is not enough"
        able = reading.word is not None and is_one(self.annotation, reading.word, "cans")  # "can carry 200 people"
        return "asserted" if there or able or reading.alleged else reading.status

    def of(self, number: Number, unit: Unit, sentence: Sentence) -> str | None:
        """What is counted: behind "of" or "in", else the subject of a verb of change."""
        link = self._at(max(unit.last, number.last), sentence)
        links = self.words.worth if unit.name in self.words.money else self.words.of
        if link is not None and link.lower in links:
            noun = next(iter(self.annotation.children(link, "pobj")), None)
            if noun is not None and self._is_thing(noun) and not self._is_site(link, noun):
                return self._group(noun)
        verb = self._changing(number)
        if verb is not None and (changed := self._changed(verb, number)) is not None:
            return self._group(changed)
        verb = verb if verb is not None and verb.pos == "VERB" else self._equated(unit)
        if verb is not None:
            subject = next(iter(self.annotation.children(verb, "nsubj", "nsubjpass")), None)
            if subject is not None and subject.pos in ("NOUN", "PROPN"):
                return self._group(subject)
        return None

    def _equated(self, unit: Unit) -> Token | None:
        """ "Turnout was 71 percent": the verb, where the number is the whole predicate."""
        last = self.annotation.tokens[unit.last - 1]
        verb = self.annotation.head(last)
        return verb if last.dep == "attr" and verb.pos == "AUX" else None

    def _is_site(self, link: Token, noun: Token) -> bool:
        """ "$5 million in the country": where it is, not what; "$2 million in damage"."""
        return link.lower not in self.words.of and bool(self.annotation.children(noun, "det", "poss"))

    def _changed(self, verb: Token, number: Number) -> Token | None:
        """ "Cut the debt by $2 million": what somebody changes."""
        objects = [kid for kid in self.annotation.children(verb, "dobj") if kid.pos in ("NOUN", "PROPN")]
        return next((kid for kid in objects if kid.i < number.first), None) if verb.pos == "VERB" else None

    def _is_thing(self, noun: Token) -> bool:
        """No place and no time: "in Lisbon", "in May"."""
        name = self.annotation.name_at(noun)
        placed = name is not None and name.label == "place"
        return noun.pos in ("NOUN", "PROPN") and noun.entity not in ("DATE", "TIME") and not placed

    def _group(self, noun: Token) -> str:
        words = [t for t in self.annotation.children(noun, "compound", "amod") if t.i < noun.i]
        return " ".join(t.text for t in [*words, noun])

    def change(self, number: Number, unit: Unit) -> Change | None:
        """Which way the number went, by the verb or noun that governs it; a length or an age goes nowhere."""
        verb = self._changing(number)
        if verb is None or unit.name in self.words.steady:
            return None
        return "rise" if verb.lemma.lower() in self.words.rise else "fall"

    def _is_change(self, token: Token) -> bool:
        """A verb of change, or a noun that is one: "a drop of 3 %", not "a contract of $3 million"."""
        lemma = token.lemma.lower()
        return lemma in self.words.moves and (token.pos != "NOUN" or lemma in self.words.changes)

    def _changing(self, number: Number) -> Token | None:
        """The word of change that governs the number as its measure, not as its subject: "rose 3 %", "fell to 7 %"."""
        at = self.annotation.tokens[number.last - 1]
        for above in list(self.annotation.ancestors(at))[:WINDOW]:
            if at.dep in SUBJECTS or (at.dep == "prep" and at.lower not in self.words.measures):
                return None
            if self._is_change(above):
                raised = at.dep == "dobj" and above.lemma.lower() in self.words.raising  # "raised $2 million"
                return None if raised else above
            if above.pos in ("VERB", "AUX"):
                return None
            at = above
        return None
