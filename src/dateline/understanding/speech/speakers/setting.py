"""To whom, on what occasion, when and where something is said: what stands around a verb of saying."""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from dateline.annotated import Token
from dateline.languages import load
from dateline.record import Record
from dateline.understanding.speech.cues import Attribution, Discourse
from dateline.understanding.speech.speakers.sources import is_told
from dateline.values import Moment, Span

TELLS = ("dobj", "dative")
DATES = ("DATE", "TIME")
AT = ("in", "at")
NEXT = 3
"""Tokens behind a verb of saying within which a day is its own, whatever the tree says."""


class SettingWords(Struct, frozen=True):
    """The words of occasions, ready to be asked."""

    occasions: frozenset[str]
    occasion_links: frozenset[str]
    around: frozenset[str]
    gatherings: frozenset[str]
    leading: frozenset[str]
    others: frozenset[str]
    parties: frozenset[str]
    published: frozenset[str]


@cache
def setting_words(code: str) -> SettingWords:
    """The words of a language for occasions."""
    words = load(code).speakers
    return SettingWords(*(frozenset(getattr(words, name)) for name in SettingWords.__struct_fields__))


class Setting:
    """What stands in the sentence of a verb of saying and is neither its source nor what is said."""

    def __init__(self, record: Record, discourse: Discourse, found: Attribution, content: tuple[Span, ...]) -> None:
        self.record = record
        self.discourse = discourse
        self.words = discourse.words
        self.own = setting_words(discourse.annotation.words.language.code)
        self.tree = discourse.annotation
        self.found = found
        self.content = content
        self.taken = (*content, *((found.source,) if found.source else ()))
        tokens = self.tree.tokens
        self.sentence = Span(tokens[found.stretch.first].start, tokens[found.stretch.last - 1].end)
        self.occasions = tuple(self._occasions())
        """The nouns of the occasions, the nearest to the verb first, each with its phrase."""

    def addressee(self) -> str | None:
        """Who is told, asked or written to, where the article tells more of them; an interview's other party."""
        for noun in (*self._told(), *self._parties()):
            if fact := self.record.who(Span(noun.start, noun.end), "person", "organisation"):
                return fact.id
        return None

    def occasion(self) -> Span | None:
        """The words for the occasion: "in an interview", "at a rally in Bergen"; the object of "told a rally"."""
        return self.occasions[0][1] if self.occasions else None

    def when(self) -> str | None:
        """The moment in the verb's own clause that stands nearest to it."""
        near: list[tuple[int, str]] = []
        for fact in self.record.of("moment"):
            if isinstance(fact.value, Moment) and fact.value.type in ("DATE", "TIME"):
                fits = (s for s in fact.spans if self._is_free(s, self.content) and self._is_of_saying(s))
                near += [(abs(s.start - self.found.cue.start), fact.id) for s in fits]
        return min(near)[1] if near else None

    def where(self) -> str | None:
        """The place in a phrase of place that hangs on the verb, on those who are told, or on the occasion."""
        verb = self.found.verb
        hung = [verb, *self._leaders(), *self.tree.children(verb, *TELLS, "prep")]
        hung += [noun for kid in hung for noun in self.tree.children(kid, "pobj") if kid.dep == "prep"]
        hung += [noun for noun, _ in self.occasions]
        links = [kid for word in hung for kid in self.tree.children(word, "prep") if kid.lower in self.words.places]
        for noun, span in self.occasions:
            if noun.lemma in self.own.gatherings:  # "after talks with ministers in Oslo", not "on the march in Oslo"
                inside = (token for token in self.tree.tokens_in(span) if token.lower in AT and token.pos == "ADP")
                links += [t for t in inside if t.head == noun.i or self.tree.head(t).lemma not in self.own.occasions]
        for link in links:
            if self._is_free(self.tree.phrase(link)):
                for noun in self.tree.children(link, "pobj"):
                    if place := self.record.who(Span(noun.start, noun.end), "place"):
                        return place.id
        return None

    def _is_free(self, span: Span, taken: tuple[Span, ...] = ()) -> bool:
        """Whether words of the sentence are none of what is said, nor of the source unless only `taken` is."""
        within = self.sentence.start <= span.start and span.end <= self.sentence.end
        return within and not any(t.start < span.end and span.start < t.end for t in taken or self.taken)

    def _may_be_told(self, noun: Token) -> bool:
        """Free words, or the one who is asked to do something with whom what is said begins: "urged Lund to go"."""
        if self._is_free(Span(noun.start, noun.end)):
            return True
        first = self.tree.phrase(noun).start
        return noun.head == self.found.verb.i and any(abs(span.start - first) <= 1 for span in self.content)

    def _is_verbless(self) -> bool:
        """Whether the cue is "according to", in which the source stands where others stand who are told."""
        return self.found.verb.lower in self.words.according_heads

    def _told(self) -> Iterator[Token]:
        verb = self.found.verb
        told = self.tree.children(verb, *TELLS) if verb.lemma in self.words.addressed else []
        if is_told(self.discourse, verb):
            yield from self.tree.children(verb, "nsubjpass")
        yield from (noun for noun in told if self._may_be_told(noun))
        for word in (verb, *self._leaders()) if verb.pos == "VERB" and not self._is_verbless() else ():
            for link in self.tree.children(word, "prep", "dative"):
                if link.lower in self.words.towards or (link.lower in self.own.others and word is not verb):
                    yield from (n for n in self.tree.children(link, "pobj") if self._is_free(Span(n.start, n.end)))

    def _parties(self) -> Iterator[Token]:
        """Whom an interview is given to, a letter is written to."""
        for noun, _ in self.occasions:
            if noun.lemma not in self.own.parties:
                continue
            for link in self.tree.children(noun, "prep", "dative"):
                if link.lower in self.own.others:
                    yield from (n for n in self.tree.children(link, "pobj") if self._is_free(Span(n.start, n.end)))

    def _leaders(self) -> Iterator[Token]:
        """The participle that leads up to what is said: "Speaking at a rally, she said"."""
        for kid in self.tree.children(self.found.verb, "advcl"):
            if kid.lemma in self.own.leading and kid.tag == "VBG" and self._is_free(Span(kid.start, kid.end)):
                yield kid

    def _occasions(self) -> Iterator[tuple[Token, Span]]:
        verb = self.found.verb
        told = self.tree.children(verb, *TELLS) if verb.lemma in self.words.addressed else []
        for noun in told:
            if noun.lemma in self.own.gatherings and self._is_free(Span(noun.start, noun.end)):
                yield noun, self._phrase(noun, noun)
        for word in (verb, *told, *self._leaders()):
            for link in sorted(self.tree.children(word, "prep", "agent"), key=lambda kid: abs(kid.i - verb.i)):
                yield from self._occasion_behind(link)

    def _occasion_behind(self, link: Token) -> Iterator[tuple[Token, Span]]:
        at, around = link.lower in self.own.occasion_links, link.lower in self.own.around
        if not (at or around) or not self._is_free(Span(link.start, link.end)):
            return
        for noun in self.tree.children(link, "pobj"):
            lemma = noun.lemma.lower()
            known = lemma in (self.own.occasions if at else self.own.gatherings)
            dated = noun.entity in DATES or self._is_date(noun)  # "on 5 March" is no march
            if known and not dated and self._is_free(Span(noun.start, noun.end)):
                yield noun, self._phrase(link, noun)

    def _is_date(self, noun: Token) -> bool:
        spans = (s for f in self.record.of("moment") if getattr(f.value, "type", None) in DATES for s in f.spans)
        return any(span.start <= noun.start and noun.end <= span.end for span in spans)

    def _phrase(self, first: Token, noun: Token) -> Span:
        """The phrase from its first word on, up to what is said or a clause of its own, with its places and parties."""
        whole = self.discourse.phrase(noun, self.found.stretch) or Span(noun.start, noun.end)
        start = min(first.start, whole.start)
        ends = [span.start for span in self.taken if start < span.start < whole.end]
        ends += [self.found.cue.start] if start < self.found.cue.start < whole.end else []
        tokens = self.tree.tokens_in(Span(start, min([whole.end, *ends])))
        last = next(token for token in reversed(tokens) if token.pos != "PUNCT" or token is tokens[0])
        return Span(start, last.end)

    def _is_of_saying(self, span: Span) -> bool:
        """Whether a moment belongs to the verb of saying, and to no other verb or noun of its sentence."""
        tokens = self.tree.tokens_in(span)
        if not tokens:
            return False
        inside = {token.i for token in tokens}
        top = next(token for token in tokens if token.head not in inside or token.head == token.i)
        return self._follows_verb(tokens[0], top) or self._leads_to_verb(top)

    def _follows_verb(self, first: Token, top: Token) -> bool:
        """ "Told him Friday": right behind the verb, and not part of another noun ("praised Friday's vote")."""
        verb = self.found.verb
        between = self.tree.tokens[verb.i + 1 : first.i]
        near = 0 <= len(between) < NEXT and first.i > verb.i and top.dep not in ("poss", "compound", "nmod", "amod")
        return near and all(token.pos in ("ADP", "ADV", "PRON") for token in between)

    def _leads_to_verb(self, token: Token) -> bool:
        occasions = {noun.i for noun, _ in self.occasions}
        leaders = {leader.i for leader in self._leaders()}
        for above in self.tree.ancestors(token):
            if above.i == self.found.verb.i or above.i in occasions | leaders:
                return True
            if above.pos in ("VERB", "AUX"):
                return (
                    above.lemma in self.own.published and above.dep == "acl" and self._is_source(self.tree.head(above))
                )
            if above.pos in ("NOUN", "PROPN"):
                return False
        return False

    def _is_source(self, noun: Token) -> bool:
        source = self.found.source
        return source is not None and source.start <= noun.start and noun.end <= source.end
