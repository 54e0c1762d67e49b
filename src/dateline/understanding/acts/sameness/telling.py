"""One telling of an event, and how its words refer to it: as to something new, known, or another one like it."""

from functools import cached_property

from dateline.annotated import Annotation, Token
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts.coding.draft import Draft
from dateline.understanding.acts.parties.participants import hurts
from dateline.understanding.acts.sameness.parties import Party, party, words
from dateline.values import Event

REAL = ("asserted", "historical")
"""What took place."""


class Telling:
    """The event of one trigger, as it would stand alone, with what a comparison asks of it (found when asked).

    `lent`: its place is not told in its own clause. `seen`: the encoder sees an event there too. `echo`: it tells
    nothing by itself ("the attack"), so that it is no event unless it is one told before.
    """

    def __init__(
        self, record: Record, draft: Draft, fact: Fact, *, lent: bool = False, seen: bool = True, echo: bool = False
    ) -> None:
        assert isinstance(fact.value, Event)
        self.record, self.draft, self.fact = record, draft, fact
        self.lent, self.seen, self.echo = lent, seen, echo
        self.value: Event = fact.value
        self.token: Token = draft.match.token
        self.annotation: Annotation = record.annotation
        sentence = record.annotation.sentence(self.token)
        self.sentence, self.role = sentence.i, sentence.role

    def facts(self, ids: tuple[str, ...]) -> tuple[Fact, ...]:
        """The facts with these ids: the draft's own, which the record may not hold yet, or the record's."""
        own = {fact.id: fact for fact in (*self.draft.actors, *self.draft.recipients)}
        found = (own.get(one) or self.record.get(one) for one in ids)
        return tuple(fact for fact in found if fact is not None)

    @property
    def type(self) -> str:
        """The type that this telling alone would make of the event."""
        return self.value.type

    @property
    def is_noun(self) -> bool:
        """Whether a noun tells it."""
        return self.draft.match.noun

    @cached_property
    def harms(self) -> bool:
        """Whether its word tells only what came of a deed: "killed nine people"."""
        return hurts(self.annotation, self.token) or self.type == "DEATH"

    @property
    def family(self) -> str:
        """The row of the lexicon; its words tell of one kind of deed. Verbs of harm are one of their own."""
        return "harm" if self.harms else self.draft.match.row.name

    @cached_property
    def actors(self) -> Party:
        """Who did it, by fact or by word; a bomb is no actor."""
        weapons = [span for span, _ in self.draft.weapons]
        heads = tuple(t for t in self.draft.sides.actors if not any(w.start <= t.start < w.end for w in weapons))
        return party(self.annotation, heads, self.facts(self.value.actors))

    @cached_property
    def recipients(self) -> Party:
        """To whom it happened, by fact or by word."""
        return party(self.annotation, self.draft.sides.recipients, self.facts(self.value.recipients))

    @property
    def when(self) -> Fact | None:
        """Its moment."""
        return self.draft.when

    @property
    def where(self) -> tuple[Fact, ...]:
        """Its own places, none that was lent to it."""
        return self.draft.where

    @cached_property
    def is_plural(self) -> bool:
        """Several events: "attacks"; "talks" are one."""
        many = self.is_noun and self.token.tag in ("NNS", "NNPS")
        return many and self.token.lemma.lower() not in words(self.annotation, "always_plural")

    @cached_property
    def points_back(self) -> bool:
        """Whether it is told as known: "the raid", "Monday's raid", "the bomb exploded"; not "Lund's killing"."""
        if not self.is_noun:
            weapons = [span.end for span, _ in self.draft.weapons]
            return any(is_known(self.annotation, head) for head in self.draft.sides.actors if head.end in weapons)
        before = self.annotation.children(self.token, "amod")
        if any(kid.lower in words(self.annotation, "ordinals") for kid in before):
            return False  # of several, and not the one told last
        owners = self.annotation.children(self.token, "poss")
        return is_known(self.annotation, self.token) or any(owner.entity in ("DATE", "TIME") for owner in owners)

    @cached_property
    def is_bare(self) -> bool:
        """Whether its own phrase names nothing that tells it from others: "the raid", not "the raid in Lund".

        "Nine died in this raid" tells more of it, and not which one it was.
        """
        if not self.is_noun:
            return not (self.where or self.when)
        annotation = self.annotation
        named = any(annotation.name_at(kid) for kid in annotation.children(self.token, "compound", "nmod", "amod"))
        owned = any(kid.entity not in ("DATE", "TIME") for kid in annotation.children(self.token, "poss"))
        before = annotation.children(self.token, "compound", "nmod", "amod", "npadvmod")
        undated = self.when is None and any(kid.entity in ("DATE", "TIME") for kid in before)
        following = annotation.tokens[self.token.i + 1 : self.token.i + 2]
        closed = any(token.text in (",", "--", "-") for token in following)  # "the attack, which took place in Lund"
        behind = [] if closed else annotation.children(self.token, "prep", "relcl", "acl")
        return not (named or owned or undated or any(kid.i > self.token.i for kid in behind))

    @cached_property
    def others(self) -> frozenset[str]:
        """The words that make it another event than one told before: "a second blast", "attacked again"."""
        annotation = self.annotation
        near = annotation.children(self.token, "amod", "det", "nummod", "advmod", "compound")
        verb = self.draft.sides.carrier or self.token
        near += annotation.children(verb, "advmod")
        for link in annotation.children(verb, "prep"):  # "attacked in a separate incident"
            for noun in annotation.children(link, "pobj"):
                near += annotation.children(noun, "det", "amod") if noun.pos == "NOUN" else []
        return frozenset(kid.lower for kid in near) & words(annotation, "another")


def is_known(annotation: Annotation, noun: Token) -> bool:
    """ "The raid", "that meeting": told as known already."""
    known = words(annotation, "known")
    return any(kid.lower in known for kid in annotation.children(noun, "det"))
