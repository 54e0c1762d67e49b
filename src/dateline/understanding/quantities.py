"""Quantities: numbers that matter and count no casualties."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Annotation, Sentence, Token
from dateline.model import Fact, Status
from dateline.record import Record
from dateline.understanding.acts.bearings import Bearings
from dateline.understanding.factuality.deciding import factuality
from dateline.understanding.factuality.reading import is_definite, is_infinitive, is_one
from dateline.understanding.harm.numbers import Number, numbers
from dateline.understanding.harm.people_words import people_words
from dateline.understanding.harm.quantity_words import QuantityWords, quantity_words
from dateline.understanding.harm.undergoing import SUBJECTS
from dateline.values import Quantity, Span

Change = Literal["rise", "fall"]
CROWD = 10
"""Fewer people than this are counted only as casualties."""
AGES = (1, 120)
"""How old a person whose name a bare figure follows may be."""
WINDOW = 4
"""So many modifiers may stand between a number and the noun that it counts."""

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


class _Unit(Struct, frozen=True):
    """A unit, the tokens up to `last` that name it, and how sure it is; `of` where the unit says what is counted."""

    name: str
    last: int
    confidence: float = 0.9
    of: str | None = None
    first: int | None = None


def quantities(record: Record) -> Iterator[Fact]:
    """Numbers that are no casualties and matter: money, crowds, troops, weapons, percentages, distances, ages."""
    annotation = record.annotation
    reader = _Reader(annotation, quantity_words(annotation.words.language.code))
    bearings = Bearings(record)
    counted = {(s.start, s.end) for fact in record.of("casualties") for s in fact.spans}
    for sentence in annotation.sentences:
        for number in numbers(annotation.tokens_of(sentence), annotation.words.language.code):
            start = annotation.tokens[number.figure].start
            if any(low <= start < high for low, high in counted):
                continue
            unit = reader.unit(number, sentence)
            if unit is not None:
                yield _fact(record, reader, bearings, number, unit, sentence)


def _fact(
    record: Record, reader: "_Reader", bearings: Bearings, number: Number, unit: _Unit, sentence: Sentence
) -> Fact:
    annotation = record.annotation
    first = min(number.first, unit.first if unit.first is not None else number.first)
    span = annotation.span(annotation.tokens[first], annotation.tokens[max(unit.last, number.last) - 1])
    low = number.low
    if low is not None and number.hedge == "more_than" and unit.of is None and float(low).is_integer():
        low -= 1  # "more than 5 %" begins at 5: only what is counted piece by piece begins at 6
    value = Quantity(
        of=unit.of or reader.of(number, unit, sentence),
        low=None if low is None else float(low),
        high=None if number.high is None else float(number.high),
        unit=unit.name,
        change=reader.change(number, sentence),
        event=_event(record, bearings, sentence, span),
    )
    if first and annotation.tokens[first - 1].lower in reader.words.minus:
        value = replace(value, low=_negated(value.high), high=_negated(value.low))
        span = Span(annotation.tokens[first - 1].start, span.end)
    said = record.said(span)
    return record.fact(
        value, span, confidence=unit.confidence, status=reader.status(number, unit), said_by=said.id if said else None
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


class _Reader:
    def __init__(self, annotation: Annotation, words: QuantityWords) -> None:
        self.annotation = annotation
        self.words = words
        self.people = people_words(annotation.words.language.code)

    def unit(self, number: Number, sentence: Sentence) -> _Unit | None:
        """What a number counts, by the words around it."""
        return (
            self._sign(number)
            or self._age(number, sentence)
            or self._magnitude(number, sentence)
            or self._measure(number, sentence)
            or self._thing(number, sentence)
        )

    def _at(self, i: int, sentence: Sentence) -> Token | None:
        return self.annotation.tokens[i] if sentence.first <= i < sentence.last else None

    def _sign(self, number: Number) -> _Unit | None:
        sign = self.annotation.tokens[number.figure].lower
        if sign in self.words.signs and not sign[0].isdigit():
            return _Unit(self.words.signs[sign], number.last)
        return None

    def _age(self, number: Number, sentence: Sentence) -> _Unit | None:
        words = self.words
        before = self._at(number.first - 1, sentence)
        if before is not None and before.lower in words.aged and not number.glued:
            return _Unit("years", number.last, of="age")
        following = [t for t in self._following(number, sentence, 4) if t.text != "-"]
        if len(following) > 1 and following[0].lemma in words.years and following[1].lower in words.old:
            return _Unit("years", following[1].i + 1, of="age")
        return _Unit("years", number.last, 0.75, of="age") if self._is_aside(number, sentence) else None

    def _is_aside(self, number: Number, sentence: Sentence) -> bool:
        """ "Ana Diaz, 45, ..."."""
        comma, name = self._at(number.first - 1, sentence), self._at(number.first - 2, sentence)
        after = self._at(number.last, sentence)
        if comma is None or name is None or after is None or comma.text != "," or after.text not in (",", ";"):
            return False
        mention = self.annotation.name_at(name)
        of_a_person = mention is not None and mention.label == "person" and mention.last == comma.i
        return of_a_person and number.last - number.first == 1 and AGES[0] <= (number.best or 0) <= AGES[1]

    def _magnitude(self, number: Number, sentence: Sentence) -> _Unit | None:
        before, after = self._at(number.first - 1, sentence), self._at(number.last, sentence)
        if after is not None and after.text == "-":
            after = self._at(number.last + 1, sentence)
        if before is not None and before.lower in self.words.of:
            before = self._at(before.i - 1, sentence)
        if before is not None and before.lower in self.words.magnitudes:
            return _Unit("magnitude", number.last, first=before.i)
        if after is not None and after.lower in self.words.magnitudes:
            return _Unit("magnitude", after.i + 1)
        return None

    def _measure(self, number: Number, sentence: Sentence) -> _Unit | None:
        if self.annotation.tokens[number.figure].tag in ("DT", "PDT", "CC"):  # "both feet"
            return None
        following = self._following(number, sentence, self.words.longest + 1)
        if following and following[0].text == "-":
            following = following[1:]
        for size in range(min(self.words.longest, len(following)), 0, -1):
            last = following[size - 1]
            for phrase in ([t.lemma for t in following[:size]], [t.lower for t in following[:size]]):
                found = self.words.units.get(" ".join(phrase).lower())
                if found is not None and not self._describes(last, number):
                    return _Unit(found[0], last.i + 1, found[1])
        return None

    def _describes(self, unit: Token, number: Number) -> bool:
        """ "two real estate agents", "five foot soldiers": the word belongs to the noun that is counted."""
        if unit.pos == "ADJ" and unit.head > unit.i:
            return True
        noun = self.annotation.head(unit)
        counted = self.annotation.tokens[number.last - 1].head == noun.i or self.people.is_person(self.annotation, noun)
        return unit.dep == "compound" and noun.tag == "NNS" and counted

    def _thing(self, number: Number, sentence: Sentence) -> _Unit | None:
        """ "3,000 protesters", "dozens of rockets"."""
        if number.glued or not number.whole or number.high == 0:
            return None
        tokens = self._following(number, sentence, WINDOW + 2)
        if tokens and tokens[0].lower == "of":
            tokens = [t for t in tokens[1:] if t.pos != "DET"]
        words: list[Token] = []
        for token in tokens[: WINDOW + 1]:
            if token.pos not in ("ADJ", "NOUN", "PROPN") and token.tag not in ("VBN", "VBG"):
                break
            words.append(token)
            unit = self.words.things.get(token.lemma.lower())
            last_noun = token.dep not in ("compound", "nmod", "amod", "poss")
            if unit and last_noun and token.tag != "NN":
                if not self._is_crowd(number, unit):
                    return None
                of = " ".join(t.text for t in words if t.i > words[0].i or t.lower not in self.words.loose)
                return _Unit(unit, token.i + 1, 0.8, of=of)
        return None

    def _is_crowd(self, number: Number, unit: str) -> bool:
        """A few people are no crowd."""
        most = number.high if number.high is not None else number.low or 0
        return most >= CROWD or unit not in self.words.crowds

    def status(self, number: Number, unit: _Unit) -> Status:
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

    def _following(self, number: Number, sentence: Sentence, most: int) -> list[Token]:
        return list(self.annotation.tokens[number.last : min(number.last + most, sentence.last)])

    def of(self, number: Number, unit: _Unit, sentence: Sentence) -> str | None:
        """What is counted: behind "of" or "in", else the subject of a verb of change."""
        link = self._at(max(unit.last, number.last), sentence)
        links = self.words.worth if unit.name in self.words.money else self.words.of
        if link is not None and link.lower in links:
            noun = next(iter(self.annotation.children(link, "pobj")), None)
            if noun is not None and self._is_thing(noun):
                return self._group(noun)
        verb = self._changing(number)
        if verb is not None and verb.pos == "VERB":
            subject = next(iter(self.annotation.children(verb, "nsubj", "nsubjpass")), None)
            if subject is not None and subject.pos in ("NOUN", "PROPN"):
                return self._group(subject)
        return None

    def _is_thing(self, noun: Token) -> bool:
        """No place and no time: "in Lisbon", "in May"."""
        name = self.annotation.name_at(noun)
        placed = name is not None and name.label == "place"
        return noun.pos in ("NOUN", "PROPN") and noun.entity not in ("DATE", "TIME") and not placed

    def _group(self, noun: Token) -> str:
        words = [t for t in self.annotation.children(noun, "compound", "amod") if t.i < noun.i]
        return " ".join(t.text for t in [*words, noun])

    def change(self, number: Number, sentence: Sentence) -> Change | None:
        """Which way the number went, by the verb or noun that governs it."""
        verb = self._changing(number)
        if verb is None:
            return None
        return "rise" if verb.lemma.lower() in self.words.rise else "fall"

    def _changing(self, number: Number) -> Token | None:
        """The word of change that governs the number as its measure, not as its subject: "rose 3 %", "fell to 7 %"."""
        at = self.annotation.tokens[number.last - 1]
        for above in list(self.annotation.ancestors(at))[:WINDOW]:
            if at.dep in SUBJECTS or (at.dep == "prep" and at.lower not in self.words.measures):
                return None
            lemma = above.lemma.lower()
            if lemma in self.words.rise or lemma in self.words.fall:
                return above
            if above.pos in ("VERB", "AUX"):
                return None
            at = above
        return None
