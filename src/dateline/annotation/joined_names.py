"""Names that a headline ran together with words and with each other, taken apart by the rest of the story."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Token
from dateline.annotation.name_edges import Run
from dateline.annotation.name_words import NameWords

LONGEST = 4
"""Words of a full name that others are told by."""
SMALL = frozenset({"ADP", "SCONJ", "CCONJ", "ADV", "AUX", "VERB", "PRON", "DET"})
"""Parts of speech that no name has, be they written with a capital."""
GENERATIONS = frozenset({"jr", "sr", "junior", "senior", "ii", "iii", "iv"})
"""What tells a son from his father: a part of a name."""
SHOUTED = 3
"""Letters from which a word in capitals beside others is an agency's or a caption's."""


class _Piece(Struct, frozen=True):
    """Words `first` up to `last` of a run: somebody's full name, a part of one, or no name."""

    first: int
    last: int
    kind: str


def apart(tokens: Sequence[Token], runs: Sequence[Run], words: NameWords) -> Iterator[Run]:
    """The runs, those taken apart that are made of names known from elsewhere and of ordinary words alone.

    With Ana Lund and Karl Brek in the story "Ana Lund As Brek" is the two of them, and "While Lund" is Ana Lund.
    """
    desk = _Story(tokens, runs, words)
    for run in runs:
        pieces = desk.pieces(run) if desk.may_be_joined(run) else None
        if pieces is None:
            yield run
            continue
        for piece in pieces:
            if piece.kind != "word":
                title = run.title_first if piece.first == run.first else None
                body = run.organisation and piece.last == run.last
                yield replace(run, first=piece.first, last=piece.last, title_first=title, organisation=body)


class _Story:
    """The full names that a story uses, and what they make of the others."""

    def __init__(self, tokens: Sequence[Token], runs: Sequence[Run], words: NameWords) -> None:
        self.tokens = tokens
        self.words = words
        self.whole: set[tuple[str, ...]] = set()
        self.surnames: set[str] = set()
        self.forenames: set[str] = set()
        self.others = {self._text(run.first, run.last) for run in runs if self._is_other(run)}
        named = [run for run in runs if self._is_full(run)]
        for run in sorted(named, key=lambda run: run.last - run.first):
            text = self._text(run.first, run.last)
            if text not in self.whole and self.pieces(run) is None:
                self.whole.add(text)
                self.surnames.add(text[-1])
                self.forenames.add(text[0])

    def may_be_joined(self, run: Run) -> bool:
        """Whether a run of several words is a person's to the encoder, and is no full name itself."""
        if run.last - run.first < 2 or run.geographic or run.thing or run.country or run.agency:
            return False
        if run.organisation:
            return self._is_headline(run)
        people = sum(self.tokens[i].entity == "PERSON" for i in range(run.first, run.last))
        return 2 * people >= run.last - run.first and self._text(run.first, run.last) not in self.whole

    def _is_headline(self, run: Run) -> bool:
        """ "Ana Lund Sues Brek Bank": somebody, a word, and a body known from elsewhere."""
        kinds = [piece.kind for piece in self.pieces(run) or ()]
        somebody = any(self._text(run.first, i) in self.whole for i in range(run.first + 2, run.last))
        return somebody and len(kinds) > 2 and kinds[0] == kinds[-1] == "whole"

    def pieces(self, run: Run) -> list[_Piece] | None:
        """The run in pieces; None where a word in it is neither known nor ordinary, or where it is one piece."""
        found: list[_Piece] = []
        i = run.first
        while i < run.last:
            piece = self._piece(run.first, i, run.last)
            if piece is None or (found and found[-1].kind == "part" == piece.kind):
                return None
            found.append(piece)
            i = piece.last
        names = [piece for piece in found if piece.kind != "word"]
        return found if names and len(found) > 1 else None

    def _piece(self, first: int, i: int, last: int) -> _Piece | None:
        for end in range(min(last, i + LONGEST), i + 1, -1):
            if self._text(i, end) in self.whole or (i > first and self._text(i, end) in self.others):
                return _Piece(i, end, "whole")
        text = self.tokens[i].text
        if not text[0].isalpha() and (self.tokens[i].space or self.tokens[i - 1].space):
            return _Piece(i, i + 1, "word")  # a dash, a quotation mark
        if text in self.surnames or text in self.forenames:
            return _Piece(i, i + 1, "part")
        glued = i + 1 < last and self.tokens[i + 1].text == "-" and self.tokens[i].lower in self.words.prefixes
        if glued:  # "Anti-Lund"
            return _Piece(i, i + 2, "word")
        return _Piece(i, i + 1, "word") if self._is_word(self.tokens[i]) else None

    def _is_word(self, token: Token) -> bool:
        """A word that belongs to no name."""
        if token.text in self.words.given or token.lower in self.words.particles or len(token.text) < 2:
            return False
        if not token.text[-1].isalnum() and token.text[-1] != ".":
            return True  # "State'-"
        if not token.text[0].isalpha() or "." in token.text or token.lower in GENERATIONS:
            return False
        shouted = token.text.isupper() and len(token.text) >= SHOUTED
        return shouted or token.lower in self.words.common or token.pos in SMALL

    def _is_other(self, run: Run) -> bool:
        """A name of several words in which the encoder sees nobody ("Brek Bank")."""
        several = run.last - run.first > 1 and run.title_first is None
        return several and all(self.tokens[i].entity not in ("", "PERSON") for i in range(run.first, run.last))

    def _is_full(self, run: Run) -> bool:
        first = self.tokens[run.first]
        plain = not (run.organisation or run.geographic or run.thing or run.country)
        size = run.last - run.first
        people = all(self.tokens[i].entity == "PERSON" for i in range(run.first, run.last))
        return plain and 1 < size <= LONGEST and people and first.text in self.words.given

    def _text(self, first: int, last: int) -> tuple[str, ...]:
        return tuple(token.text for token in self.tokens[first:last])
