"""Whom "I", "we" and "you" mean in a quotation: who speaks, what that one speaks for, and who is spoken to."""

from collections.abc import Iterator, Mapping

from dateline.annotated import NameMention, Token
from dateline.understanding.identity.antecedents.candidates import Candidates
from dateline.understanding.identity.antecedents.links import Link
from dateline.understanding.identity.antecedents.speakers import Speakers

SPOKEN = 0.9
"""How sure it is that "I" is whoever is told to have spoken, and "you" whoever is told to have listened."""
FOR_OTHERS = 0.7
"""How sure it is that whoever holds a post says "we" of the body or country of that post."""
TOLD_WITH = ("compound", "nmod", "amod", "poss", "appos")
FOR = ("of", "for")
QUOTES = frozenset("'`\u2018\u2019")
"""Marks of a quotation inside a quotation."""


def spoken_links(known: Candidates, speakers: Speakers, before: Mapping[int, Link]) -> dict[int, Link]:
    """The links of the pronouns of the first and second person in quotations, by the pronoun's index.

    `before` has those of the third person: `"I know," he said` is whoever "he" is.
    """
    return dict(_Spoken(known, speakers, before).run())


class _Spoken:
    def __init__(self, known: Candidates, speakers: Speakers, before: Mapping[int, Link]) -> None:
        self.known = known
        self.annotation = known.annotation
        self.speakers = speakers
        self.before = before
        self._bodies: dict[int, int | None] = {}

    def run(self) -> Iterator[tuple[int, Link]]:
        words = self.annotation.words.anaphors
        for token in self.annotation.tokens:
            if token.tag not in ("PRP", "PRP$") or self.speakers.grammar.box[token.i] < 0:
                continue
            if self._is_within(token):
                continue
            if token.lower in words.second:
                link = self._addressee(token)
            else:
                link = self._speaker(token, token.lower in words.first_plural)
            if link is not None:
                yield token.i, link

    def _is_within(self, token: Token) -> bool:
        """Whether a quotation inside the quotation has the word: `"He told me, 'I am ill'," Lund said`."""
        box = self.speakers.grammar.box
        first = box.index(box[token.i])
        marks = [each for each in self.annotation.tokens[first : token.i] if each.text in QUOTES]
        return sum(each.tag != "POS" and box[each.i] == box[token.i] for each in marks) % 2 == 1

    def _speaker(self, token: Token, many: bool) -> Link | None:
        words = self.annotation.words.anaphors
        if not many and token.lower not in words.first_singular:
            return None
        speaker = self.speakers.of(token)
        if speaker is None:
            return None
        return self._body(token, speaker) if many else self._person(speaker, "speaker")

    def _addressee(self, token: Token) -> Link | None:
        listener = self.speakers.addressee(token)
        return self._person(listener, "addressee") if listener is not None else None

    def _person(self, told: Token, rule: str) -> Link | None:
        """Whoever a word names; of a pronoun whoever that one means."""
        if (before := self.before.get(told.i)) is not None:
            return Link(before.antecedent, rule, round(SPOKEN * before.confidence, 2))
        return Link(told.i, rule, SPOKEN) if self.known.is_person(told.i) else None

    def _body(self, pronoun: Token, speaker: Token) -> Link | None:
        """ "We" is the body that speaks, or the one that a spokesman, a minister or a coach speaks for."""
        if (body := self.speakers.body(speaker, self.known)) is not None:
            return Link(body, "speaker's body", SPOKEN)
        if not self.speakers.is_beside(pronoun):
            return None
        link = self.before.get(speaker.i)
        entity = self.known.of_token.get(link.antecedent if link is not None else speaker.i)
        if entity is None:
            return None
        if entity not in self._bodies:
            self._bodies[entity] = self._spoken_for(entity)
        body = self._bodies[entity]
        sure = FOR_OTHERS * (link.confidence if link is not None else 1.0)
        return Link(body, "speaker's body", round(sure, 2)) if body is not None else None

    def _spoken_for(self, entity: int) -> int | None:
        """The word for the body or place that somebody's post is told with: "Panama's coach", "a union spokesman"."""
        own = [each for each in self.known.all if each.entity == entity]
        words = self.known.entities[entity].words | {each.word for each in own}
        if self.known.entities[entity].kind != "person" or not words & set(self.annotation.words.anaphors.speaks_for):
            return None
        for mention in own:
            for name, token in self._told_with(self.annotation.tokens[mention.i], mention.i):
                if (found := self._word_for(name, token)) is not None:
                    return found
        return None

    def _told_with(self, token: Token, own: int) -> Iterator[tuple[NameMention, Token]]:
        """The names of bodies, places and peoples in a person's title and apposition."""
        itself = self.annotation.name_at(self.annotation.tokens[own])
        for kid in self.annotation.children(token):
            name = self.annotation.name_at(kid)
            if kid.dep == "prep" and kid.lower in FOR:
                yield from self._told_with(kid, own)
            elif kid.dep in TOLD_WITH or token.dep == "prep":
                if name is not None and name is not itself and name.label != "person":
                    yield name, kid
                yield from self._told_with(kid, own)

    def _word_for(self, name: NameMention, token: Token) -> int | None:
        """The name of a body or country itself; of "Norwegian" the first word for Norway; of a city none."""
        if name.label == "organisation" or (name.label == "place" and name.country):
            return token.i
        return self.known.country_word(name.country) if name.country else None
