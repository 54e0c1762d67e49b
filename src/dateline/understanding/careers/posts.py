"""One piece of evidence that somebody holds a post, and the desk at which all the finders of such evidence work."""

from functools import cached_property
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Annotation, NameMention, Token
from dateline.languages.titles import State
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.careers.words import career_words
from dateline.understanding.identity.titles import STATE_SECTORS, STUDIED, Title, over_adjectives
from dateline.values import Organisation, Person, Place, Span

CIVILIANS = "CVL"


class Post(Struct, frozen=True, kw_only=True):
    """One piece of evidence that somebody holds a post; several may tell of the same one."""

    person: Fact
    title: str
    span: Span
    state: State = "current"
    acting: bool = False
    rank: bool = False
    country: str | None = None
    organisation: Fact | None = None
    since: Fact | None = None
    until: Fact | None = None
    relative: Fact | None = None
    confidence: float = 0.85
    reason: str | None = None


class Time(NamedTuple):
    """A mention of a moment: tokens `first` up to `last`."""

    first: int
    last: int
    fact: Fact


class Desk:
    """A record with what the finders of posts ask of it: the words, who is meant by a token, when things were."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.annotation: Annotation = record.annotation
        self.tokens = self.annotation.tokens
        self.words = career_words(self.annotation.words.language.code)

    @cached_property
    def times(self) -> dict[int, list[Time]]:
        """Mentions of moments by the index of their sentence, in the order of the text."""
        found: dict[int, list[Time]] = {}
        for fact in self.record.of("moment"):
            for span in fact.spans:
                inside = self.annotation.tokens_in(span)
                if inside and inside[0].start == span.start:
                    found.setdefault(inside[0].sentence, []).append(Time(inside[0].i, inside[-1].i + 1, fact))
        return {sentence: sorted(times, key=lambda time: time.first) for sentence, times in found.items()}

    @cached_property
    def today(self) -> str | None:
        """The day on which the story was published, as its fields tell (ISO 8601)."""
        fields = {field.name: field.value for field in self.record.article.fields}
        found = fields.get("published") or fields.get("updated")
        return found[:10] if found else None

    def person(self, token: Token) -> Fact | None:
        """The person of this word: of a name, of a title, or of a pronoun; "who" is the noun before it."""
        if token.tag in ("WP", "WDT") and token.dep in ("nsubj", "nsubjpass"):
            clause = self.annotation.head(token)
            if clause.dep != "relcl":
                return None
            token = self._before_who(self.annotation.head(clause))
        return self.record.who(Span(token.start, token.end), "person") or self._said_of(token)

    def _before_who(self, noun: Token) -> Token:
        """ "A boxer from Norway, who": the parser ties "who" to the nearest noun, which is nobody."""
        while noun.dep == "pobj" and (name := self.annotation.name_at(noun)) and name.label != "person":
            noun = self.annotation.head(self.annotation.head(noun))
        return noun

    def _said_of(self, noun: Token) -> Fact | None:
        """Whom a common noun is said of: "his brother Karl", "Lund is a boxer who ...", "Lund, a boxer who ..."."""
        if noun.pos != "NOUN":
            return None
        head = self.annotation.head(noun)
        about = self.annotation.children(noun, "appos")[:1]
        if noun.dep == "attr" and head.lemma == "be":
            about = self.annotation.children(head, "nsubj")
        elif noun.dep == "appos":
            about = [head]
        found = [self.record.who(Span(token.start, token.end), "person") for token in about if token.tag != "WP"]
        return found[0] if found else None

    def named(self, name: NameMention) -> Fact | None:
        """The person of a name."""
        return self.record.who(Span(name.start, name.end), "person") if name.label == "person" else None

    def body(self, token: Token) -> Fact | None:
        """The organisation that a phrase with this head is about."""
        name = self.annotation.name_at(token)
        if name is not None:
            found = self.record.who(Span(name.start, name.end), "organisation")
            return found if found and name.label == "organisation" else None
        return self.record.who(self.annotation.phrase(token), "organisation")

    def body_named(self, name: NameMention) -> Fact | None:
        """The organisation of a name."""
        return self.record.who(Span(name.start, name.end), "organisation") if name.label == "organisation" else None

    def country(self, name: NameMention) -> str | None:
        """The country that a name is one of, or that the place it names lies in. ISO 3166-1 alpha-3."""
        if name.country:
            return name.country
        fact = self.record.who(Span(name.start, name.end), "place") if name.label == "place" else None
        return fact.value.country if fact and isinstance(fact.value, Place) else None

    def post(self, person: Fact, title: Title, confidence: float, reason: str | None = None) -> Post | None:
        """The post that a title phrase tells of; None where its words tell of no post."""
        words = self.words.titles.in_full([token.lower for token in self.tokens[title.first : title.last]])
        if not words or (words[-1] in self.words.no_posts and self.words.titles.size_of(words) == 1):
            return None
        body = body_of(self, title)
        if words == (self.words.member,) and body is not None and not has_members(body):
            return None
        if body is None and not title.acting and len(words) == 1 and self._is_half(title, words[0]):
            return None
        return Post(
            person=person,
            title=title.text,
            span=Span(self.tokens[title.first].start, self.tokens[title.last - 1].end),
            state=title.state,
            acting=title.acting,
            rank=title.rank,
            country=None if title.rank and title.country is None else self._country_of(person, title, body),
            organisation=body,
            confidence=confidence,
            reason=reason,
        )

    def _is_half(self, title: Title, word: str) -> bool:
        """A post of these kinds is one of some body, or none: "a member of the family", "a partner"."""
        if word == self.words.member:
            return True
        behind = self.tokens[title.last] if title.last < len(self.tokens) else None
        linked = behind is not None and behind.lower in self.words.body_links
        return word in self.words.of_bodies and not linked and not owner_before(self, title)

    def _country_of(self, person: Fact, title: Title, body: Fact | None) -> str | None:
        if title.country:
            return title.country
        before = name_before(self, title) if title.sector not in STUDIED else None
        beside = before or _place_behind(self, title)
        if beside is not None and (country := self.country(beside)):
            return country
        if body is not None and isinstance(body.value, Organisation) and body.value.country:
            return body.value.country
        known = isinstance(person.value, Person) and body is None and title.sector in STATE_SECTORS
        return person.value.country if known and isinstance(person.value, Person) else None


def has_members(body: Fact) -> bool:
    """A body with a name, or a group of a known kind; a family has no members in this sense."""
    assert isinstance(body.value, Organisation)
    return body.value.sector not in (None, CIVILIANS) or any(mention.form == "name" for mention in body.value.mentions)


def name_before(desk: Desk, title: Title) -> NameMention | None:
    """The name right before a title: "Acme spokesman", "Norway's president"."""
    i = over_adjectives(desk.annotation, title.begin) - 1
    while i >= 0 and desk.tokens[i].tag in ("POS", "HYPH"):
        i -= 1
    if i < 0 or desk.tokens[i].sentence != desk.tokens[title.first].sentence:
        return None
    return desk.annotation.name_at(desk.tokens[i])


def _place_behind(desk: Desk, title: Title) -> NameMention | None:
    """The place in "mayor of Bergen"."""
    i = title.last
    if i + 1 >= len(desk.tokens) or desk.tokens[i].lower not in desk.words.titles.links:
        return None
    name = desk.annotation.name_at(desk.tokens[i + 1 + (desk.tokens[i + 1].pos == "DET" and i + 2 < len(desk.tokens))])
    return name if name and name.label == "place" else None


def owner_before(desk: Desk, title: Title) -> bool:
    """Whether somebody owns the post ("the group's founder", "its chief")."""
    i = title.begin - 1
    while i > 0 and desk.tokens[i].pos in ("ADJ", "NUM") and desk.tokens[i].tag != "PRP$":
        i -= 1
    return i >= 0 and desk.tokens[i].tag in ("POS", "PRP$")


def body_of(desk: Desk, title: Title) -> Fact | None:
    """The organisation of a post: "commander of the northern garrison", "Acme's spokesman", "an analyst at Acme"."""
    return _body_behind(desk, title) or _body_before(desk, title)


def _body_before(desk: Desk, title: Title) -> Fact | None:
    name = name_before(desk, title)
    if name is not None:
        return desk.body_named(name)
    for token in desk.tokens[title.first : title.last]:
        for owner in desk.annotation.children(token, "poss"):
            if owner.i < title.first and owner.tag not in ("WP$",):
                found = desk.body(owner)
                return found if found else desk.record.who(Span(owner.start, owner.end), "organisation")
    return None


def _body_behind(desk: Desk, title: Title) -> Fact | None:
    """Of the prepositions behind the title, the first one that leads to a body; a field may stand between."""
    i, end = title.last, desk.annotation.sentence(desk.tokens[title.first]).last
    if title.last - title.first > 1 and any(t.lower in ("of", "for") for t in desk.tokens[title.first : title.last]):
        i = title.last
    while i + 1 < end and desk.tokens[i].pos == "ADP" and desk.tokens[i].lower in desk.words.body_links:
        for noun in desk.annotation.children(desk.tokens[i], "pobj"):
            if body := desk.body(noun):
                return body
        i = _behind_field(desk, i + 1, end)
    return None


def _behind_field(desk: Desk, i: int, end: int) -> int:
    """Behind the field of a post: "professor of law at ..."."""
    while i < end and desk.tokens[i].pos in ("NOUN", "PROPN", "ADJ", "CCONJ", "DET"):
        i += 1
    return i


def shared(post: Post, after: Post) -> Post:
    """The first of two posts joined by "and", with the body that is named with the second."""
    if post.organisation is not None or after.organisation is None:
        return post
    return replace(post, organisation=after.organisation, country=post.country or after.country)
