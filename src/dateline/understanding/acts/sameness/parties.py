"""Whether those who take part in two tellings can be the same: by fact, by word and by number."""

from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.model import Fact
from dateline.understanding.acts.parties.participants import is_country
from dateline.understanding.harm.numbers import numbers
from dateline.understanding.harm.people_words import people_words
from dateline.values import Organisation, Person, Place

Verdict = Literal["same", "open", "apart"]
"""What two parts of tellings say of each other: they agree, say nothing, or contradict."""
_STATE = ("GOV", "MIL", "COP", "SPY", "JUD", "LEG")
"""Sectors whose deeds are their country's."""


class Party(NamedTuple):
    """One side of a telling: its facts, its nouns, which of them are told as new or as known, and how many they are."""

    facts: tuple[Fact, ...] = ()
    people: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    new: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    counts: tuple[tuple[float, float], ...] = ()

    @property
    def is_told(self) -> bool:
        """Whether anything is known of it."""
        return bool(self.facts or self.people or self.things or self.counts)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of its facts."""
        return frozenset(fact.id for fact in self.facts)

    def joined(self, other: "Party") -> "Party":
        """What two tellings of one event know of this side."""
        facts = tuple({fact.id: fact for fact in (*self.facts, *other.facts)}.values())
        counts = tuple(dict.fromkeys((*self.counts, *other.counts)))
        people, things = self.people | other.people, self.things | other.things
        return Party(facts, people, things, self.new & other.new, self.known | other.known, counts)


@cache
def _words(language: str, name: str) -> frozenset[str]:
    return frozenset(getattr(load(language).sameness, name))


def words(annotation: Annotation, name: str) -> frozenset[str]:
    """A list of the section `sameness`, as a set."""
    return _words(annotation.words.language.code, name)


def party(annotation: Annotation, heads: tuple[Token, ...], facts: tuple[Fact, ...]) -> Party:
    """One side of a telling, by the heads of its phrases and the facts that they were resolved to."""
    code, anybody = annotation.words.language.code, words(annotation, "anybody")
    nouns = [head for head in heads if head.pos == "NOUN" and head.lemma.lower() not in anybody]
    people = [noun for noun in nouns if people_words(code).is_person(annotation, noun)]
    return Party(
        tuple(fact for fact in facts if not _is_anybody(fact, anybody)),
        people=_lemmas(people),
        things=_lemmas(noun for noun in nouns if noun not in people),
        new=_lemmas(noun for noun in nouns if _has(annotation, noun, annotation.words.anaphors.indefinite)),
        known=_lemmas(noun for noun in nouns if _has(annotation, noun, annotation.words.sameness.known)),
        counts=tuple(dict.fromkeys(interval for head in heads if (interval := _count(annotation, head)))),
    )


def _is_anybody(fact: Fact, anybody: frozenset[str]) -> bool:
    """A group of which nothing is known: "people"."""
    group = fact.value
    return isinstance(group, Organisation) and not _is_named(group) and group.name.lower() in anybody


def _lemmas(nouns: Iterable[Token]) -> frozenset[str]:
    return frozenset(noun.lemma.lower() for noun in nouns)


def _has(annotation: Annotation, noun: Token, determiners: tuple[str, ...]) -> bool:
    return any(kid.lower in determiners for kid in annotation.children(noun, "det"))


def _count(annotation: Annotation, head: Token) -> tuple[float, float] | None:
    """How many a phrase says they are; a singular noun, and a name, says nothing."""
    before = [token.i for token in annotation.subtree(head) if token.i <= head.i]
    found = numbers(annotation.tokens[min(before) : head.i + 1], annotation.words.language.code)
    if not found or found[-1].glued or not found[-1].whole:
        return None
    low, high = found[-1].low, found[-1].high
    return (low or 0.0, float("inf") if high is None else high)


def compared(one: Party, other: Party) -> Verdict:
    """Whether two sides are the same people or things.

    One of which nothing is known contradicts nobody, and neither do people and the thing they were in, nor a person and
    a noun. What the other tells as new ("a bus") is not the same for its noun. A group may be inside another.
    """
    if not (one.is_told and other.is_told):
        return "open"
    if one.counts and other.counts and not any(_overlap(a, b) for a in one.counts for b in other.counts):
        return "apart"
    if one.ids & other.ids:
        return "same"
    if shared := shared_nouns(one, other):
        return "same" if shared - other.new else "open"
    if one.facts and other.facts:
        return "open" if any(_may_be_one(a, b) for a in one.facts for b in other.facts) else "apart"
    strange = (one.people and other.people) or (one.things and other.things)
    return "apart" if strange else "open"


def shared_nouns(one: Party, other: Party) -> frozenset[str]:
    """The nouns by which both are told."""
    return (one.people | one.things) & (other.people | other.things)


def shared_count(one: Party, other: Party) -> bool:
    """Whether both tell one and the same number of several."""
    return any(low == high and low > 1 for low, high in set(one.counts) & set(other.counts))


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _may_be_one(one: Fact, other: Fact) -> bool:
    """Whether one may be inside the other: a group of a body, an arm of a state, and people in a building."""
    sites = [isinstance(fact.value, Place) and not is_country(fact) for fact in (one, other)]
    return sites[0] != sites[1] or _is_inside(one, other) or _is_inside(other, one)


def _is_inside(one: Fact, other: Fact) -> bool:
    """Whether a group without a name, or an arm of the state, may be meant by the name of its country or body."""
    mine, theirs = one.value, other.value
    if isinstance(mine, Place) or not isinstance(mine, Organisation | Person):
        return False
    country = theirs.country if isinstance(theirs, Organisation | Person | Place) else None
    if mine.country is None or mine.country != country:
        return isinstance(mine, Organisation) and isinstance(theirs, Organisation) and _is_loose(mine, theirs)
    if isinstance(theirs, Place):
        return (mine.sector or "").startswith(_STATE)
    return isinstance(mine, Organisation) and isinstance(theirs, Organisation) and _is_loose(mine, theirs)


def _is_loose(group: Organisation, body: Organisation) -> bool:
    """Whether a group is told by nouns alone and nothing known of it speaks against the body."""
    if _is_named(group):
        return False
    pairs = ((group.country, body.country), (group.sector, body.sector))
    return all(mine is None or theirs is None or mine == theirs for mine, theirs in pairs)


def is_same_group(one: Fact, other: Fact) -> bool:
    """Whether two tellings of an event call a group the same and name it not: "the engineers"."""
    mine, theirs = one.value, other.value
    if not (isinstance(mine, Organisation) and isinstance(theirs, Organisation)):
        return False
    return mine.name.casefold() == theirs.name.casefold() and not _is_named(mine)


def _is_named(body: Organisation) -> bool:
    return any(mention.form == "name" for mention in body.mentions)
