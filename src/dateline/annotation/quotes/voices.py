"""What the parse tells of the words around quotation marks: where somebody says something, and where pronouns end."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, cached_property

from dateline.annotated import Token
from dateline.languages import LanguagePack, load

FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
LINKS = frozenset({"WDT", "WP", "WRB", "CC", "IN", "TO"})
"""Tags of words that tie a clause to what stands before it: no "he said" begins with one."""
REACH = 30
"""Words behind a verb of saying among which its clause is looked for."""
FEW = 6
"""Words up to and with the verb, in "Mayor Ana Ruiz of Porto said"."""


class Voices:
    """The tokens of an article, asked about verbs of saying; without tokens there are none."""

    def __init__(self, tokens: Sequence[Token], words: LanguagePack | None) -> None:
        self._tokens = tokens
        self._code = words.language.code if words is not None else ""

    @cached_property
    def pronouns(self) -> frozenset[int]:
        """The offsets at which a pronoun ends."""
        return frozenset(token.end for token in self._tokens if token.pos == "PRON")

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self._tokens]

    def says(self, start: int, end: int) -> bool:
        """Whether the words up to `end` begin with a source and its verb of saying, as in ", Mayor Ruiz said"."""
        clause = self._tokens_in(start, end)[:FEW]
        if not clause or clause[0].tag in LINKS:
            return False
        for token in clause:
            if token.lower in _speaker(self._code):
                return False
            if self._is_verb(token):
                return token.lemma not in _thoughts(self._code) and not self._goes_on(token)
            if not token.text[0].isalnum() or token.pos in ("VERB", "AUX"):
                return False
        return False

    def is_name(self, at: int) -> bool:
        """Whether the word that begins here, perhaps with an apostrophe of its own, is a name."""
        return any(token.pos == "PROPN" for token in self._tokens_in(at - 1, at + 1))

    def verbs(self, start: int, end: int) -> list[Token]:
        """The finite verbs of saying that begin in a stretch of text."""
        return [token for token in self._tokens_in(start, end) if self._is_verb(token)]

    def _goes_on(self, verb: Token) -> bool:
        """Whether a verb has what is said behind it: "Mayor Ruiz said that we pay"."""
        behind = self._tokens[verb.i + 1 : verb.i + REACH]
        return any(token.head == verb.i and token.dep in ("ccomp", "xcomp") for token in behind)

    def _is_verb(self, token: Token) -> bool:
        return token.pos == "VERB" and token.tag in FINITE and token.lemma in _lemmas(self._code)

    def _tokens_in(self, start: int, end: int) -> Sequence[Token]:
        return self._tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


@cache
def _lemmas(code: str) -> frozenset[str]:
    return frozenset(lemma for lemmas in load(code).statements.stances.values() for lemma in lemmas)


@cache
def _thoughts(code: str) -> frozenset[str]:
    return frozenset(load(code).statements.stances["believes"])


@cache
def _speaker(code: str) -> frozenset[str]:
    """Words that only the one who speaks uses: "we told them" is part of a quotation."""
    words = load(code).anaphors
    return frozenset((*words.first_singular, *words.first_plural, *words.second))
