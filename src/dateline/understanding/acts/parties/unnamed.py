"""Single people without a name who take part in an event: "a judge in Lund", "the driver", each a person fact."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from dateline.annotated import Annotation, Token
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts.parties.participants import PEOPLE, words
from dateline.understanding.acts.sameness.merging import NOBODY
from dateline.understanding.acts.sameness.telling import Telling
from dateline.understanding.harm.people_words import people_words
from dateline.understanding.identity.codes import Story, coded_person
from dateline.understanding.identity.groups.guards import SAYS_MORE
from dateline.understanding.identity.groups.phrases import Phrase, is_plural, phrase_of
from dateline.understanding.identity.groups.words import group_words
from dateline.understanding.identity.people.nouns import person_nouns
from dateline.understanding.identity.titles import title_ending
from dateline.values import Event, Mention, Person, Span

SURE = 0.6
"""How likely a noun for a person in an event means one person whom no name of the story explains."""
WHY = "one person without a name"
NOBODYS = frozenset(("ACCIDENT", "DISASTER", "OUTBREAK", "DEATH"))
"""Types whose actor nobody without a name is."""
STANDS = frozenset(("nsubj", "nsubjpass", "dobj", "dative", "pobj", "poss", "conj"))
"""How a noun stands that means somebody, and says nothing of somebody else."""
HEADERS = ("headline", "deck")


class Unnamed:
    """The single people of a record's events whom no other fact stands for; who takes part in nothing has none."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.annotation = record.annotation
        code = self.annotation.words.language.code
        self._people, self._nouns = people_words(code), person_nouns(code)
        no_people = self.annotation.words.events.no_people
        self._no_people = frozenset((*self._people.collectives, *group_words(code).terms, *no_people))
        self._story = Story(record)
        self._facts: dict[int, Fact | None] = {}
        self._told: set[str] = set()

    def joined(self, event: Fact, told: Sequence[Telling]) -> tuple[list[Fact], Fact]:
        """The people whom an event's words tell of and no fact stood for, not given yet, and the event with them.

        Of several tellings one is asked, the first that says who it was: "a man" and "the driver" may be the same.
        """
        value = event.value
        assert isinstance(value, Event)
        doing = () if value.type in NOBODYS else self._side(told, value.actors, acting=True)
        undergoing = self._side(told, value.recipients, acting=False)
        found = {fact.id: fact for fact in (*doing, *undergoing)}
        if not found:
            return [], event
        actors = dict.fromkeys((*value.actors, *(fact.id for fact in doing)))
        recipients = dict.fromkeys((*value.recipients, *(fact.id for fact in undergoing)))
        whole = replace(value, actors=tuple(actors), recipients=tuple(one for one in recipients if one not in actors))
        new = [fact for fact in found.values() if fact.id not in self._told]
        self._told.update(found)
        return new, self._renewed(event, whole)

    def _renewed(self, event: Fact, value: Event) -> Fact:
        doubts = (event.reason or "").split("; ")
        reason = "; ".join(doubt for doubt in doubts if doubt and not (doubt == NOBODY and value.actors))
        return self.record.fact(
            value,
            *event.spans,
            confidence=event.confidence,
            status=event.status,
            said_by=event.said_by,
            because=event.because,
            reason=reason or None,
        )

    def _side(self, told: Iterable[Telling], known: tuple[str, ...], *, acting: bool) -> list[Fact]:
        for telling in told:
            draft = telling.draft
            heads, facts = (draft.sides.actors, draft.actors) if acting else (draft.sides.recipients, draft.recipients)
            own = telling.value.actors if acting else telling.value.recipients
            if tuple(fact.id for fact in facts) != own or (known and not set(own) & set(known)):
                continue  # what PLOVER's rules turned round
            if found := [fact for head in heads if (fact := self.at(head)) is not None]:
                return found
        return []

    def at(self, head: Token) -> Fact | None:
        """The fact of the person whom a noun tells of; None where it is no single person, or one who has a name."""
        if head.i not in self._facts:
            self._gather(head)
        return self._facts[head.i]

    def _gather(self, head: Token) -> None:
        """Makes the fact of a noun, with what takes it up: "a judge ... the judge"."""
        self._facts[head.i] = None
        if not self._is_one(head):
            return
        phrase = phrase_of(self.annotation, head)
        alike = [t for t in self.annotation.tokens if t.lower == head.lower and t.dep not in ("compound", "nmod")]
        known = phrase.determiner not in self.annotation.words.names.indefinite
        if known and any(not self._is_nameless(token) for token in alike):
            return  # "the mayor" of a story that names one
        if known and self._may_be_named(head, phrase, alike):
            return
        chain = [(head, phrase)]
        for token in alike:
            other = phrase_of(self.annotation, token)
            if token.i != head.i and token.i not in self._facts and self._takes_up(phrase, token, other, alike):
                chain.append((token, other))
        fact = self._fact(sorted(chain, key=lambda pair: pair[0].i))
        self._facts.update(dict.fromkeys((token.i for token, _ in chain), fact))

    def _may_be_named(self, head: Token, phrase: Phrase, alike: Sequence[Token]) -> bool:
        """Whether "the novelist", of whom nothing is told and no "a novelist" before, may be somebody named."""
        told = phrase.modifiers or phrase.owned or self.annotation.children(head, *SAYS_MORE)
        indefinite = self.annotation.words.names.indefinite
        if told or any(t.i < head.i and phrase_of(self.annotation, t).determiner in indefinite for t in alike):
            return False
        return any(name.label == "person" for name in self.annotation.names)

    def _takes_up(self, first: Phrase, token: Token, other: Phrase, alike: Sequence[Token]) -> bool:
        """Whether a noun means the one told of: the only one of his kind, and called "the" from then on."""
        if not self._is_one(token):
            return False
        indefinite = self.annotation.words.names.indefinite
        new = [t for t in alike if phrase_of(self.annotation, t).determiner in indefinite]
        definite = other.determiner not in (*indefinite, "") or first.determiner not in (*indefinite, "")
        return len(new) <= 1 and definite and (other.modifiers <= first.modifiers or first.modifiers <= other.modifiers)

    def _is_one(self, head: Token) -> bool:
        """Whether a noun tells of one person, and stands where it means somebody."""
        annotation = self.annotation
        if head.pos != "NOUN" or is_plural(head) or head.dep not in STANDS or not self._is_nameless(head):
            return False
        if head.lemma.lower() not in self._nouns and not self._people.is_person(annotation, head):
            return False
        if head.lemma.lower() in self._no_people:
            return False
        phrase = phrase_of(annotation, head)
        if phrase.determiner == "the" and head.lemma.lower() in words(annotation, "members"):
            return False  # "the NATO member" is a state
        if phrase.determiner == "":
            return phrase.number == 1 or annotation.sentence(head).role in HEADERS
        return phrase.determiner in ("a", "an", "the", "'s", "another") and phrase.number in (None, 1)

    def _is_nameless(self, head: Token) -> bool:
        """Whether no other fact has the noun, and no name stands beside it ("mayor Ana Lund")."""
        annotation = self.annotation
        if annotation.name_at(head) is not None or self.record.who(Span(head.start, head.end), *PEOPLE) is not None:
            return False
        behind = annotation.tokens[head.i + 1 : head.i + 2]
        near = [*behind, *annotation.children(head, "appos"), *([annotation.head(head)] if head.dep == "appos" else [])]
        names = [annotation.name_at(token) for token in near]
        return not any(name is not None and name.label in ("person", "organisation") for name in names)

    def _fact(self, chain: Sequence[tuple[Token, Phrase]]) -> Fact:
        mentions = tuple(
            Mention(
                start=self.annotation.tokens[phrase.first].start,
                end=token.end,
                form="nominal",
                rule="unnamed" if i == 0 else "same words",
            )
            for i, (token, phrase) in enumerate(chain)
        )
        titles = [title for token, _ in chain if (title := title_ending(self.annotation, token)) is not None]
        name = _name(self.annotation, max(chain, key=lambda pair: len(pair[1].modifiers)))
        coded = coded_person(self._story, name, titles, mentions, [token for token, _ in chain], named=False)
        value = Person(name=name, country=coded.country, sector=coded.sector, codes=coded.codes, mentions=mentions)
        spans = (Span(mention.start, mention.end) for mention in mentions)
        return self.record.fact(value, *spans, confidence=min(SURE, coded.confidence), reason=WHY)


def _name(annotation: Annotation, told: tuple[Token, Phrase]) -> str:
    """The words of a phrase without its article."""
    head, phrase = told
    tokens = annotation.tokens[phrase.first : head.i + 1]
    counted = [token.i for token in tokens if _counts(token, head)]
    tokens = annotation.tokens[counted[-1] + 1 if counted else phrase.first : head.i + 1]
    while len(tokens) > 1 and (tokens[0].tag in ("DT", "PRP$") or tokens[0].pos == "PUNCT"):
        tokens = tokens[1:]
    return "".join(token.text + (" " if token.space else "") for token in tokens).strip()


def _counts(word: Token, head: Token) -> bool:
    """ "One man"; the number in "a 19-year-old driver" counts years."""
    return word.dep == "nummod" and word.head == head.i
