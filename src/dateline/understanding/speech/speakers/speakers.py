"""Whom the source of a statement refers to: a person, a body, or nobody known, and what is doubtful about it."""

from collections.abc import Sequence

from msgspec.structs import replace

from dateline.annotated import Token
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.identity.coreference import antecedents, rivals
from dateline.understanding.identity.people.nouns import person_nouns
from dateline.understanding.speech.cues import Discourse
from dateline.understanding.speech.speakers.sources import (
    heads_of,
    is_definite,
    is_told,
    joined_before,
    joined_to,
    owners,
    source_words,
    told_before,
)
from dateline.understanding.speech.speakers.speaking_on import Speaker, name_of, speaks_on
from dateline.understanding.speech.speakers.unnamed import PASSIVE, by_age, why_nobody
from dateline.values import Place, Span, Statement

SPOKEN_FOR = "the source speaks for it and is not named"
PART_OF_IT = "a part of it is the source"
ONE_OF_ITS = "the source is one of its people and is not named"
WRITTEN = "a document of it is the source"
AS_BEFORE = "taken for the one told of before"
SAME_PRONOUN = "the pronoun is taken for that of the statement before"
PLACE_SPEAKS = "a place stands for those who speak there"
LIKELY = "whom the pronoun or the noun takes up is likely and not sure"
SET_OFF = "the name may be that of whom the source speaks for"
BY_AGE = "the only one of this age"
PLACE = 0.75
"""What a place is worth as a speaker."""
JOINED = 0.9
"""What a speaker is worth who is named with others."""
SURE = 0.9
"""From what worth on a link is not doubted in words."""
HALF_SURE = 0.55
"""What a pronoun is worth whose link is worth nothing; nearly nine of ten of the weakest links are right."""
ACTORS = ("person", "organisation")
SPEAKING = ("nsubj", "nsubjpass", "conj", "ROOT")
"""Where a place stands that speaks; in "Democrats on the Hill, who said" the Hill does not."""
PLURALS = ("NNS", "NNPS")
AT = ("on", "in")


def speaker_of(
    record: Record, discourse: Discourse, source: Span | None, before: Fact | None = None, verb: Token | None = None
) -> Speaker:
    """The person or organisation that the head of a source phrase refers to; else whom a spokesman speaks for.

    A pronoun that refers to nobody is taken for the same pronoun of the statement `before`. The `verb` of saying tells
    a passive, whose subject is spoken to. Where nobody is known the reason says who it is that is not known.
    """
    heads = list(heads_of(discourse.annotation, source)) if source is not None else []
    if verb is not None and is_told(discourse, verb):
        return Speaker(None, 0.9, PASSIVE)
    if source is None or not heads:
        return Speaker(None, 0.9, why_nobody(record, discourse.annotation, None, verb))
    found = _Resolver(record, discourse).resolve(source, heads)
    denies = verb is not None and discourse.words.stance.get(verb.lemma) == "denies"  # as those do who are spoken of
    if not denies and (other := speaks_on(record, discourse, heads[0], found, before)) is not None:
        return other
    return found or _same_pronoun(record, heads, before) or _nobody(record, discourse, heads[0], verb)


def _nobody(record: Record, discourse: Discourse, head: Token, verb: Token | None) -> Speaker:
    return Speaker(None, 0.9, why_nobody(record, discourse.annotation, head, verb))


class _Resolver:
    """Asks the record for whoever a source phrase is about."""

    def __init__(self, record: Record, discourse: Discourse) -> None:
        self.record = record
        self.tree = discourse.annotation
        self.words = source_words(self.tree.words.language.code)
        self.people = person_nouns(self.tree.words.language.code)

    def resolve(self, source: Span, heads: Sequence[Token]) -> Speaker | None:
        """The one meant, by the first way that leads to somebody."""
        if (fact := self._behind_place(source, heads[0])) is not None:
            return Speaker(fact)
        for head in sorted(heads, key=lambda head: self.tree.name_at(head) is None):  # "the airline, Lundair"
            if fact := self._who(head, *ACTORS):
                return self._with_others(source, head, self._sure(head, fact))
        if (found := self._set_off(source, heads[0]) or self._cut_off(heads[0])) is not None:
            return found
        for head in heads:
            if found := self._through(head) or self._as_before(head) or self._place(head):
                return found
        if fact := by_age(self.record, self.tree, source):
            return Speaker(fact, 0.9, BY_AGE)
        if fact := self._same_words(source):
            return Speaker(fact, 0.9)
        return self._with_others(source, heads[0], None)

    def _who(self, token: Token, *kinds: str) -> Fact | None:
        return self.record.who(Span(token.start, token.end), *kinds)

    def _sure(self, head: Token, fact: Fact) -> Speaker:
        """What takes up somebody else's name is as sure as its link; who else it may be is told."""
        link = antecedents(self.tree).get(head.i)
        if link is None or self.tree.name_at(head) is not None:
            return Speaker(fact)
        trust = round(min(1.0, HALF_SURE + link.confidence / 2), 3)
        for other in rivals(self.tree, head.i):
            rival = self._who(self.tree.tokens[other], *ACTORS)
            if rival is not None and rival.id != fact.id:
                return Speaker(fact, min(trust, 0.8), f'"{head.text}" may also be {name_of(self.record, rival)}')
        return Speaker(fact, trust, LIKELY if trust < SURE else None)

    def _with_others(self, source: Span, head: Token, speaker: Speaker | None) -> Speaker | None:
        """Of several who speak together the first one who is known; the reason names the others."""
        known = [speaker] if speaker is not None else []
        first = joined_before(self.tree, head, source)
        if first is not None and (fact := self._who(first, *ACTORS)) is not None:
            known.insert(0, Speaker(fact))
        for kid in joined_to(self.tree, head, source):
            fact = self._who(kid, *ACTORS, "place")
            alone = not known and kid.pos != "PROPN" and kid.tag not in PLURALS  # "the first lady and senator" is one
            if fact is not None and not alone and all(each.fact != fact for each in known):
                known.append(Speaker(fact))
        if len(known) > 1:
            names = " and ".join(name_of(self.record, each.fact) for each in known[1:])
            return replace(known[0], trust=round(known[0].trust * JOINED, 3), reason=f"said together with {names}")
        if speaker is None and known and self._is_one(source, head):
            return known[0]
        if speaker is None and known:
            return replace(known[0], trust=0.7, reason="said together with others who are not known")
        return speaker

    def _is_one(self, source: Span, head: Token) -> bool:
        """Whether a name stands behind several posts of one person: "the president and director Ana Lund"."""
        names = self.tree.names_in(source)
        if not names or names[-1].end != source.end or head.tag in PLURALS or head.lemma.lower() not in self.people:
            return False
        return not any(kid.dep in ("det", "poss") for kid in self.tree.children(self.tree.tokens[names[-1].last - 1]))

    def _behind_place(self, source: Span, head: Token) -> Fact | None:
        """ "Minister for the Middle East Ana Lund": the name that ends a phrase right behind that of a place.

        Or the name that has the head of the phrase for a title: "Moss police Capt. Ana Lund".
        """
        names = self.tree.names_in(source)
        if names and names[-1].titles is not None and names[-1].titles.start <= head.start < names[-1].titles.end:
            return self._who(self.tree.tokens[names[-1].last - 1], "person")
        if len(names) < 2 or names[-1].label != "person" or names[-1].end != source.end:
            return None
        place = names[-2]
        beside = place.label == "place" and place.last == names[-1].first and head.i < place.first
        return self._who(self.tree.tokens[names[-1].last - 1], "person") if beside else None

    def _set_off(self, source: Span, head: Token) -> Speaker | None:
        """ "A spokesman for the ministry, Ana Lund": the name is the spokesman's; behind a minister it may be his."""
        if head.pos != "NOUN" or head.tag in PLURALS:
            return None
        for name in self.tree.names_in(source):
            inside = range(name.first, name.last)
            top = next((t for t in self.tree.tokens[name.first : name.last] if t.head not in inside), None)
            behind = name.first > head.i and self.tree.tokens[name.first - 1].text == ","
            if name.label != "person" or not behind or top is None or top.dep != "appos":
                continue
            if fact := self._who(top, "person"):
                owner = self.tree.head(top)
                doubtful = owner.i != head.i and self.tree.name_at(owner) is None and owner.lemma in self.people
                return Speaker(fact, 0.7, SET_OFF) if doubtful else Speaker(fact)
        return None

    def _same_words(self, source: Span) -> Fact | None:
        """The only one whom the article elsewhere calls by just these words, where they were not read as a name."""
        words = self.record.text[source.start : source.end]
        if not words[:1].isupper() or self.tree.token_at(source.start) is None:
            return None
        found: dict[str, Fact] = {}
        for kind in ACTORS:
            for fact in self.record.of(kind):
                mentions = getattr(fact.value, "mentions", ())
                if any(m.form == "name" and self.record.text[m.start : m.end] == words for m in mentions):
                    found[fact.id] = fact
        return next(iter(found.values())) if len(found) == 1 else None

    def _cut_off(self, head: Token) -> Speaker | None:
        """The one whose name stands right behind a source that is only a title of theirs: "Mr." of "Mr. Lund"."""
        above = self.tree.head(head)
        if head.dep not in ("compound", "amod", "nmod") or above.i <= head.i or self.tree.name_at(above) is None:
            return None
        fact = self._who(above, *ACTORS)
        return Speaker(fact, 0.9) if fact is not None else None

    def _through(self, noun: Token) -> Speaker | None:
        """The body or person whose spokesman, official or document is the source."""
        lemma, words = noun.lemma.lower(), self.words
        if lemma in words.mouths:
            return self._owner(noun, words.homes, ACTORS, Speaker(None, 0.8, SPOKEN_FOR))
        if lemma in words.documents and not self._is_first_of_post(noun):
            how = Speaker(None, 0.8, WRITTEN)
            return self._owner(noun, words.authors, ACTORS, how) or self._carried(noun)
        if lemma in words.insiders:
            return self._owner(noun, words.homes, ("organisation",), Speaker(None, 0.7, ONE_OF_ITS))
        if lemma in words.organs:
            return self._owner(noun, words.homes, ("organisation",), Speaker(None, 0.75, PART_OF_IT))
        return None

    def _is_first_of_post(self, noun: Token) -> bool:
        """Whether a noun is only the first in the name of a post: "the order and security chief"."""
        return any(
            kid.lemma.lower() in self.people and kid.tag not in PLURALS for kid in self.tree.children(noun, "conj")
        )

    def _carried(self, noun: Token) -> Speaker | None:
        """Whose page or paper a document stands on: "a statement on Lundair's website"."""
        links = (link for link in self.tree.children(noun, "prep") if link.lower in AT)
        for page in (page for link in links for page in self.tree.children(link, "pobj")):
            if page.lemma.lower() in self.words.documents and (found := self._through(page)) is not None:
                return found
        return None

    def _owner(self, noun: Token, links: frozenset[str], kinds: tuple[str, ...], how: Speaker) -> Speaker | None:
        for owner in owners(self.tree, noun, links):
            if fact := self._who(owner, *kinds):
                return replace(how, fact=fact)
            if (found := self._through(owner)) is not None:  # "a statement by the ministry's spokesman"
                return replace(found, trust=round(found.trust * how.trust, 3))
        return None

    def _as_before(self, noun: Token) -> Speaker | None:
        """ "The report said": whoever wrote the report that was told of before, or "the spokesman" speaks for."""
        words = self.words
        if noun.lemma not in words.mouths | words.insiders | words.documents or not is_definite(self.tree, noun):
            return None
        for earlier in told_before(self.tree, noun):
            above = self.tree.head(earlier)
            if earlier.dep in ("compound", "appos") and (fact := self._who(above, "person")):
                return Speaker(fact, 0.7, AS_BEFORE)
            if (found := self._through(earlier)) is not None:
                return replace(found, trust=round(found.trust * 0.9, 3), reason=f"{found.reason}, {AS_BEFORE}")
        return None

    def _place(self, head: Token) -> Speaker | None:
        """A place that stands for its government: by name, taken up ("the country"), or as "the city of X"."""
        if head.dep not in SPEAKING and self.tree.head(head).lower not in self.words.according:
            return None
        place = self._who(head, "place")
        if place is None or not self._governs(place, head):
            place = self._governed_by(head)
        link = antecedents(self.tree).get(head.i)
        trust = PLACE * (min(1.0, HALF_SURE + link.confidence / 2) if link is not None else 1.0)
        return Speaker(place, round(trust, 3), PLACE_SPEAKS) if place is not None else None

    def _governs(self, place: Fact, head: Token) -> bool:
        """Whether the name of a place stands for those who rule it: as it is used, or since it is a country's."""
        assert isinstance(place.value, Place)
        used = next((m for m in place.value.mentions if m.start <= head.start and head.end <= m.end), None)
        country = place.value.precision == "country"
        return (
            used is not None and used.role != "modifier" and (used.role != "literal" or used.form != "name" or country)
        )

    def _governed_by(self, noun: Token) -> Fact | None:
        """The place of "the city of X", "the state of X"."""
        if noun.lemma.lower() not in self.words.place_nouns:
            return None
        links = (link for link in self.tree.children(noun, "prep") if link.lower == "of")
        found = (self._who(name, "place") for link in links for name in self.tree.children(link, "pobj"))
        return next((place for place in found if place is not None), None)


def _same_pronoun(record: Record, heads: Sequence[Token], before: Fact | None) -> Speaker | None:
    """As in "he said" right after "he said": the same man, unless somebody was named in between."""
    value = before.value if before else None
    if before is None or len(heads) != 1 or heads[0].tag != "PRP" or not isinstance(value, Statement):
        return None
    earlier, fact = value.speaker_span, record.get(value.speaker)
    if earlier is None or fact is None or record.words(earlier).lower() != heads[0].lower:
        return None
    end = max(span.end for span in before.spans)
    named = record.everyone(Span(end, heads[0].start), "person") if end < heads[0].start else []
    return Speaker(fact, 0.85, SAME_PRONOUN) if all(other.id == fact.id for other in named) else None
