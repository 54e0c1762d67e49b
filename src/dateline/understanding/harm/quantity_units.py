"""What a number counts, by the words around it: money, measures, ages, crowds, weapons."""

from msgspec import Struct

from dateline.annotated import Annotation, Sentence, Token
from dateline.understanding.harm.numbers import Number
from dateline.understanding.harm.people_words import people_words
from dateline.understanding.harm.quantity_words import QuantityWords
from dateline.understanding.harm.undergoing import SUBJECTS

CROWD = 10
"""Fewer people than this are counted only as casualties."""
AGES = (1, 120)
"""How old a person whose name a bare figure follows may be."""
WINDOW = 4
"""So many modifiers may stand between a number and the noun that it counts."""


class Unit(Struct, frozen=True):
    """A unit, the tokens up to `last` that name it, and how sure it is; `of` where the unit says what is counted."""

    name: str
    last: int
    confidence: float = 0.9
    of: str | None = None
    first: int | None = None
    room: bool = False
    """So many find room, nobody says that they are there: "can carry 200 passengers"."""


class UnitReader:
    """Reads the units of one article's numbers."""

    def __init__(self, annotation: Annotation, words: QuantityWords) -> None:
        self.annotation = annotation
        self.words = words
        self.people = people_words(annotation.words.language.code)

    def unit(self, number: Number, sentence: Sentence) -> Unit | None:
        """What a number counts."""
        if self._is_class(number, sentence):
            return None
        return (
            self._sign(number)
            or self._age(number, sentence)
            or self._magnitude(number, sentence)
            or self._measure(number, sentence)
            or self._thing(number, sentence)
        )

    def _at(self, i: int, sentence: Sentence) -> Token | None:
        return self.annotation.tokens[i] if sentence.first <= i < sentence.last else None

    def _is_class(self, number: Number, sentence: Sentence) -> bool:
        """ "The top 1 percent", "half of 1 percent": no measure of its own."""
        before = [t.lower for t in self.annotation.tokens[max(number.first - 2, sentence.first) : number.first]]
        if before and before[-1] in self.words.classes:
            return True
        return len(before) == 2 and before[0] in self.words.halves and before[1] in self.words.of

    def _sign(self, number: Number) -> Unit | None:
        sign = self.annotation.tokens[number.figure].lower
        if sign in self.words.signs and not sign[0].isdigit():
            return Unit(self.words.signs[sign], number.last)
        return None

    def _age(self, number: Number, sentence: Sentence) -> Unit | None:
        words = self.words
        before = self._at(number.first - 1, sentence)
        if before is not None and before.lower in words.aged and not number.glued:
            return Unit("years", number.last, of="age")
        following = [t for t in self._following(number, sentence, 4) if t.text != "-"]
        if len(following) > 1 and following[0].lemma in words.years and following[1].lower in words.old:
            return Unit("years", following[1].i + 1, of="age") if self._is_of_person(following[1]) else None
        return Unit("years", number.last, 0.75, of="age") if self._is_aside(number, sentence) else None

    def _is_of_person(self, old: Token) -> bool:
        """ "A 23-year-old man", "she is 23 years old", not "a 23-year-old law" and nobody's age in general."""
        noun = self.annotation.head(old)
        if old.dep in ("amod", "compound", "nmod"):
            between = self.annotation.tokens[old.i + 1 : noun.i]
            return (
                self.people.is_person(self.annotation, noun)
                or noun.i < old.i
                or any(t.pos not in ("NOUN", "ADJ", "PROPN") for t in between)
            )
        subjects = self.annotation.children(noun, *SUBJECTS)
        return all(t.tag != "PRP" or t.lower in self.people.singular_pronouns for t in subjects)

    def _is_aside(self, number: Number, sentence: Sentence) -> bool:
        """ "Ana Diaz, 45, ..."."""
        comma, name = self._at(number.first - 1, sentence), self._at(number.first - 2, sentence)
        after = self._at(number.last, sentence)
        if comma is None or name is None or after is None or comma.text != "," or after.text not in (",", ";"):
            return False
        mention = self.annotation.name_at(name)
        of_a_person = mention is not None and mention.label == "person" and mention.last == comma.i
        return of_a_person and number.last - number.first == 1 and AGES[0] <= (number.best or 0) <= AGES[1]

    def _magnitude(self, number: Number, sentence: Sentence) -> Unit | None:
        before, after = self._at(number.first - 1, sentence), self._at(number.last, sentence)
        if after is not None and after.text == "-":
            after = self._at(number.last + 1, sentence)
        if before is not None and before.lower in self.words.of:
            before = self._at(before.i - 1, sentence)
        if before is not None and before.lower in self.words.magnitudes:
            return Unit("magnitude", number.last, first=before.i)
        if after is not None and after.lower in self.words.magnitudes:
            return Unit("magnitude", after.i + 1)
        return None

    def _measure(self, number: Number, sentence: Sentence) -> Unit | None:
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
                    return Unit(found[0], last.i + 1, found[1])
        return None

    def _describes(self, unit: Token, number: Number) -> bool:
        """ "two real estate agents", "five foot soldiers": the word belongs to the noun that is counted."""
        if unit.pos == "ADJ" and unit.head > unit.i:
            return True
        noun = self.annotation.head(unit)
        counted = self.annotation.tokens[number.last - 1].head == noun.i or self.people.is_person(self.annotation, noun)
        return unit.dep == "compound" and noun.tag == "NNS" and counted

    def _thing(self, number: Number, sentence: Sentence) -> Unit | None:
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
            before = self.annotation.tokens[token.i - 1].lower
            unit = self.words.things.get(f"{before} {token.lemma.lower()}") or self.words.things.get(
                token.lemma.lower()
            )
            last_noun = token.dep not in ("compound", "nmod", "amod", "poss")
            if unit and last_noun and token.tag != "NN":
                if not self._is_crowd(number, unit) or token.lower in self.words.nations:
                    return None
                of = " ".join(t.text for t in words if t.i > words[0].i or t.lower not in self.words.loose)
                room = self._is_capacity(token)
                return Unit(unit, token.i + 1, 0.6 if room else 0.8, of=of, room=room)
        return None

    def _is_capacity(self, noun: Token) -> bool:
        """ "Seats 200 people", "can carry 200 passengers", "room for 200": nobody is there yet."""
        annotation = self.annotation
        above = annotation.head(annotation.head(noun)) if noun.dep == "pobj" else noun
        if above.lemma.lower() in self.words.rooms:
            return True
        verb = next((t for t in annotation.ancestors(noun) if t.pos in ("VERB", "AUX")), None)
        if verb is None:
            return False
        able = verb.lemma in self.words.holding and any(kid.tag == "MD" for kid in annotation.children(verb, "aux"))
        return able or (verb.lemma in self.words.seating and verb.tag not in ("VBD", "VBN"))

    def _is_crowd(self, number: Number, unit: str) -> bool:
        """A few people are no crowd."""
        most = number.high if number.high is not None else number.low or 0
        return most >= CROWD or unit not in self.words.crowds

    def _following(self, number: Number, sentence: Sentence, most: int) -> list[Token]:
        return list(self.annotation.tokens[number.last : min(number.last + most, sentence.last)])
