"""What a time is counted from where the words name it: "two days after the vote", "the night before Christmas".

An event's own moment is the one in its phrase ("Monday's attack"), else the one that the story ties to the same noun:
in the noun's phrase elsewhere, or in a clause whose verb has the noun as its subject or object, or says the same
("attacked"). Events are read in a later step; this is grammar only, and where it finds nothing nothing is counted.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from dateline.annotated import Annotation, Token
from dateline.understanding.times.tense import top_of
from dateline.understanding.times.time_contexts import span_of
from dateline.understanding.times.told_times import Told

_PLACED = (
    "iso", "slashes", "date", "days", "month", "alone", "year", "weekday", "deictic", "part", "clock", "military",
    "holiday", "nth", "week_of", "historic", "ago", "relative", "weekend",
)  # fmt: skip
"""Forms that place something in the calendar."""

_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "pobj", "agent")
_OTHER_STORY = ("relcl", "acl", "advcl", "ccomp", "parataxis")


_SHARED = 4
"""Letters that a verb and the noun made of it begin with, at least."""


class Tie(Struct, frozen=True):
    """A time that is tied to words, and whether they are its own ("Monday's attack") or the same told elsewhere."""

    index: int
    own: bool


class Anchors:
    """The times of a story, by the words that they are tied to."""

    def __init__(self, annotation: Annotation, times: Sequence[Told]) -> None:
        self.annotation = annotation
        self.times = times
        self._tied: dict[str, list[tuple[int, Token]]] | None = None

    def of(self, index: int) -> Tie | None:
        """What the time with this index is counted from: another time of the story, if it tells one."""
        told = self.times[index]
        head = self.annotation.tokens[told.anchor] if told.anchor >= 0 else None
        if head is None:
            return None
        own = self._own(index, head)
        if own is not None:
            return Tie(own, own=True)
        elsewhere = self._elsewhere(index, head)
        return Tie(elsewhere, own=False) if elsewhere is not None else None

    def _own(self, index: int, head: Token) -> int | None:
        """The first time within the words themselves, relative clauses left out."""
        inside = {token.i for token in self.annotation.subtree(head)}
        for i, told in enumerate(self.times[index + 1 :], index + 1):
            if told.sentence != self.times[index].sentence:
                return None
            top = self._top(told)
            if top is None or top.i not in inside or told.found.form not in _PLACED:
                continue
            path = [top, *self.annotation.ancestors(top)]
            until = path[: path.index(head)] if head in path else path
            if not any(token.dep in _OTHER_STORY for token in until):
                return i
        return None

    def _elsewhere(self, index: int, head: Token) -> int | None:
        """The nearest time that is tied to the same noun: of those before it, else of those after."""
        if head.pos != "NOUN":
            return None
        names = {token.lower for token in self.annotation.subtree(head) if token.pos == "PROPN"}
        same = [tie for word in self._ties() if self._same(word, head) for tie in self._ties()[word]]
        ties = [i for i, token in same if i != index and self._fits(names, token)]
        before = [i for i in ties if i < index]
        return max(before) if before else min(ties, default=None)

    def _same(self, word: str, head: Token) -> bool:
        """Whether a word of the story is the noun, or the verb that the noun is made of: "exploded", "explosion"."""
        noun = head.lemma.lower()
        if word == noun:
            return True
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, noun, strict=False)))
        made = noun.endswith(self.annotation.words.moments.event_endings)
        return made and shared >= _SHARED and shared >= len(word) - 2

    def _fits(self, names: set[str], token: Token) -> bool:
        """Whether the other sentence speaks of the same names: "the Faro attack" is not the one in Lagos."""
        return not names or any(other.lower in names for other in self._sentence(token))

    def _sentence(self, token: Token) -> tuple[Token, ...]:
        return self.annotation.tokens_of(self.annotation.sentence(token))

    def _ties(self) -> dict[str, list[tuple[int, Token]]]:
        if self._tied is None:
            self._tied = {}
            for i, told in enumerate(self.times):
                if told.found.form in _PLACED:
                    for token in self._tied_to(told):
                        self._tied.setdefault(token.lemma.lower(), []).append((i, token))
        return self._tied

    def _tied_to(self, told: Told) -> Iterator[Token]:
        """The noun that a time hangs on, or the verb of its clause with subject and object."""
        top = self._top(told)
        light = self.annotation.words.moments.light_verbs
        for token in self.annotation.ancestors(top) if top else ():
            if token.pos in ("NOUN", "PROPN") and token.dep != "npadvmod":
                yield token
                return
            if token.pos in ("VERB", "AUX"):
                if token.lemma not in light:
                    yield token
                yield from self.annotation.children(token, *_ARGUMENTS)
                return

    def _top(self, told: Told) -> Token | None:
        tokens = self.annotation.tokens_in(span_of(told.found))
        return top_of(tokens) if tokens else None
