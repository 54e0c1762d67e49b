"""What a verb of saying says by its form: its stance, its preposition, and whether it is told as a fact."""

from collections.abc import Iterator

from dateline.annotated import Token
from dateline.languages.sections import Stance
from dateline.model import Status
from dateline.understanding.factuality.deciding import factuality
from dateline.understanding.speech.cues import Cue
from dateline.understanding.speech.grammar.endings import Endings
from dateline.values import Span

CLAUSES = ("ccomp", "xcomp")
Content = tuple[tuple[Span, ...], float]
"""What is said, and how sure the pattern is."""
WANTED = frozenset({"demands", "promises", "asks", "warns", "believes"})
"""Stances whose object is still to come: when and where belong to it."""


class Verbs(Endings):
    """Reads the verbs of saying in one sentence."""

    def _cue_span(self, cue: Cue) -> Span:
        """The verb with its auxiliaries and adverbs before it, and its particle or preposition behind."""
        verb, last = cue.verb, cue.verb.i
        particles = [kid.i for kid in self.tree.children(verb, "prt")]
        link = self._link(verb)
        for i in (*particles, *((link.i,) if link is not None else ())):
            last = max(last, i) if i == last + 1 else last
        first = self.discourse.leaning(self._reported(verb), self.stretch)
        return Span(self.tokens[first].start, self.tokens[last].end)

    def _reported(self, verb: Token) -> Token:
        """The verb that a cue begins with: "was quoted as saying"."""
        link = self.tokens[verb.head]
        above = self.tokens[link.head]
        fits = verb.dep == "pcomp" and link.lower in self.words.naming_links and above.i == verb.i - 2
        return above if fits and self.tree.children(above, "auxpass") else verb

    def _stance(self, verb: Token) -> Stance:
        """A preposition can have a stance of its own: "called the plan a trap", but "called for a strike"."""
        link = self._link(verb) or next(self._errands(verb), None)
        own = self.words.phrase_stance.get((verb.lemma, link.lower)) if link is not None else None
        return own or self.words.stance.get(verb.lemma, "says")

    def _errands(self, verb: Token) -> Iterator[Token]:
        """The "to" of "told him to leave"."""
        for clause in self.tree.children(verb, *CLAUSES):
            yield from (
                kid for kid in self.tree.children(clause, "aux") if kid.tag == "TO" and self._is_free(kid, verb)
            )

    def _is_free(self, word: Token, verb: Token) -> bool:
        """Whether a word stands behind a verb and outside quotations."""
        return word.i > verb.i and self.discourse.box[word.i] < 0

    def _link(self, verb: Token) -> Token | None:
        """The preposition that introduces what is said, behind the verb or a day: `called Monday for calm`."""
        links = self.words.preposition.get(verb.lemma)
        for kid in self.tree.children(verb) if links else ():
            if kid.i <= verb.i or self._is_day(kid):
                continue
            fits = links is not None and kid.dep in ("prep", "prt") and kid.lower in links
            return kid if fits and self.discourse.box[kid.i] < 0 else None
        return None

    def _is_day(self, kid: Token) -> bool:
        return any(token.entity in ("DATE", "TIME") for token in (kid, *self.tree.children(kid, "pobj")))

    def _has_errand(self, verb: Token, link: Token) -> bool:
        """Whether somebody is asked to do something: to "call on" a man is else a visit."""
        if (verb.lemma, link.lower) not in self.words.errands:
            return True
        below = (kid for noun in self.tree.children(link, "pobj") for kid in self.tree.children(noun))
        return any(self.tokens[kid.i - 1].tag == "TO" and kid.tag == "VB" for kid in below)

    def _status(self, verb: Token) -> Status:
        """Whether it was said at all: "did not say", "will say", "may have said"."""
        reading = factuality(self.tree, verb)
        return "possible" if reading.alleged else reading.status

    def end_of_object(self, verb: Token, start: int) -> int:
        """Where the phrase that a verb takes as what is said ends: before its occasion, its time and its reason."""
        if self._stance(verb) in WANTED or self.tree.children(verb, "oprd"):
            return self.stretch.last
        for kid in self.tree.children(verb):
            if kid.i > start and self.discourse.box[kid.i] < 0 and self._tells_occasion(kid):
                return max(start + 1, self.left(kid, start))
        return self.stretch.last

    def _tells_occasion(self, kid: Token) -> bool:
        if kid.dep == "prep":
            return kid.lower in self.words.occasions
        return kid.dep == "advcl" or (kid.dep == "npadvmod" and self._is_day(kid))

    def is_about_somebody(self, verb: Token) -> bool:
        """`X dismissed him`, `he was dismissed`: what is done to a person is no denial of words."""
        if self.words.stance.get(verb.lemma) != "denies":
            return False
        people = {word for words in self.tree.words.roles.pronouns.values() for word in words}
        for thing in self.tree.children(verb, "dobj", "nsubjpass"):
            name = self.tree.name_at(thing)
            if thing.lower in people or (name is not None and name.label == "person"):
                return True
        return False

    def is_unnamed_request(self, content: Span) -> bool:
        """`Asked not to be named` tells of the source, not of what it says; the "not" may stand before the content."""
        words = self.discourse.words_of(content)
        return any(request == words or request == f"not {words}" for request in self.words.unnamed_requests)
