"""Which role each piece of a plain text has: by its own look first, then by where it stands."""

from collections.abc import Iterator
from functools import cached_property

from dateline.model import BlockRole, Field
from dateline.reading.plain.cuts import Cut
from dateline.reading.plain.datelines import datelines_of
from dateline.reading.plain.headlines import LONGEST, is_headline, is_prose, is_repeated
from dateline.reading.plain.pieces import Piece, ends_sentence
from dateline.reading.plain.shapes import shapes_of
from dateline.values import Span

HEADER = 15
"""A headline, its deck, pictures and bylines take no more pieces than this."""
SEEN = 700
"""A piece is judged by so many characters of it: shapes and headers are shorter, longer is running text."""
CAPTION = 30
"""Words of a caption that no blank line sets apart from the story."""
BOX = 6
"""Links that a box of related stories may hold."""
_FIELD_ROLES: dict[str, BlockRole] = {"headline": "headline", "deck": "deck", "section": "section", "byline": "byline"}


SIGNS = "©() \u00a0"
MIN_SIGNATURE = 6
"""Letters of a credit line, without its signs, that a caption may end with."""


class Roles:
    """The roles of the pieces of one text; each step fills in what the one before left open."""

    def __init__(self, text: str, pieces: list[Piece], fields: tuple[Field, ...], code: str) -> None:
        self.text = text
        self.pieces = pieces
        self.shapes, self.datelines = shapes_of(code), datelines_of(code)
        self.named = {_plain(field.value): _FIELD_ROLES[field.name] for field in fields if field.name in _FIELD_ROLES}
        self.words = [text[piece.start : min(piece.end, piece.start + SEEN)] for piece in pieces]
        self.roles: list[BlockRole | None] = [self._look(i) for i in range(len(pieces))]
        self.dateline: tuple[int, int] | None = None
        self.last: int | None = None

    def cut(self) -> list[Cut]:
        """Every piece with its role, in order."""
        if len(self.pieces) > 1:
            self._fill_boxes()
        self.dateline = self._find_dateline()
        opening = self._opening()
        self._fill_header(opening)
        self._fill_pictures()
        self._fill_signoffs(opening)
        return [self._cut(i, role or "paragraph") for i, role in enumerate(self.roles)]

    def _look(self, i: int) -> BlockRole | None:
        if i < HEADER and (named := self.named.get(_plain(self.words[i]))) and len(self.pieces) > 1:
            return named
        if len(self.pieces) == 1:
            return None
        role = self.shapes.role(self.words[i])
        if role in (None, "credit") and i and self._split(i):
            return "caption"
        return role

    def _split(self, i: int) -> Span | None:
        """The part of a caption that is a credit."""
        start, words = self.pieces[i].start, self.words[i]
        credit = self.shapes.credit_in(words) or self._signed_again(words)
        return None if credit is None else Span(start + credit.start, start + credit.end)

    def _signed_again(self, words: str) -> Span | None:
        """Where a caption ends with the words of a credit line that stands by itself elsewhere."""
        for signature in self._signatures:
            if words.endswith(f" {signature}") and len(words[: -len(signature)].split()) > 1:
                return Span(len(words) - len(signature), len(words))
        return None

    @cached_property
    def _signatures(self) -> tuple[str, ...]:
        lines = (words for words in self.words if self.shapes.is_credit(words))
        return tuple({bare for words in lines if len(bare := words.strip(SIGNS)) >= MIN_SIGNATURE})

    def _fill_boxes(self) -> None:
        for i, words in enumerate(self.words):
            if self.roles[i] == "furniture" and self.shapes.opens_box(words):
                for k in range(i + 1, min(i + 1 + BOX, len(self.pieces))):
                    if self.roles[k] is not None or ends_sentence(self.words[k]) or len(self.words[k].split()) > 20:
                        break
                    self.roles[k] = "furniture"

    def _find_dateline(self) -> tuple[int, int] | None:
        """The piece that opens with a dateline, and where that ends: at most two paragraphs may stand above it."""
        candidates = list(self._dateline_candidates())
        for i in candidates:
            if found := self.datelines.find(self.text, self.pieces[i].start, self.pieces[i].end):
                return i, found.end
        labelled = sum(self.datelines.is_label(words) for words in self.words[: 2 * HEADER])
        for i in candidates:
            if found := self.datelines.find_bare(self.text, self.pieces[i].start, self.pieces[i].end):
                return None if labelled > 1 and self.text[found.end - 1] == ":" else (i, found.end)
        return None

    def _dateline_candidates(self) -> Iterator[int]:
        prose = 0
        for i, words in enumerate(self.words[:HEADER]):
            if self.roles[i] is None:
                yield i
                prose += is_prose(words)
                if prose > 2:
                    return

    def _opening(self) -> int:
        """The piece that the story's body begins with."""
        if self.dateline is not None:
            return self.dateline[0]
        open_pieces = [i for i, role in enumerate(self.roles[: 2 * HEADER]) if role is None and not self._is_outer(i)]
        while open_pieces and self.shapes.is_section(self.words[open_pieces[0]]):
            open_pieces.pop(0)
        if not open_pieces:
            return 0
        named = "headline" in self.roles[: open_pieces[0]]
        first, rest = open_pieces[0], open_pieces if named else open_pieces[1:]
        prose = next((i for i in rest if is_prose(self.words[i]) and not self._is_deck_by_place(i)), None)
        if prose is None or not (named or is_headline(self.words[first], self.words[prose], self.shapes)):
            return first
        return prose

    def _is_outer(self, i: int) -> bool:
        """Lines that stand above a headline or below it and are neither: a date, an agency's name."""
        return self.shapes.is_signoff(self.words[i]) or self.datelines.is_date(self.words[i])

    def _is_deck_by_place(self, i: int) -> bool:
        """A sentence with a byline or a date below it, and at most a picture between, stands above the story."""
        if i == 0 or len(self.words[i].split()) > 60:
            return False
        if self.words[i - 1].endswith(";"):
            return True
        below = i + 1
        while below < len(self.pieces) - 1 and self.roles[below] in ("caption", "credit"):
            below += 1
        after = any(role is None for role in self.roles[below + 1 :])
        return after and (self.roles[below] == "byline" or self.datelines.is_date(self.words[below]))

    def _fill_header(self, opening: int) -> None:
        """Section, headline, bylines and deck, for what stands above the body."""
        self._fill_dates(opening)
        above = [i for i in range(opening) if self.roles[i] is None and not self._sign(i)]
        while above and self.shapes.is_section(self.words[above[0]]):
            self.roles[above.pop(0)] = "section"
        headline = next((self.words[i] for i in range(opening) if self.roles[i] == "headline"), None)
        if above and headline is None and len(self.words[above[0]].split()) <= LONGEST:
            headline = self.words[above[0]]
            self.roles[above.pop(0)] = "headline"
        for i in above:
            self.roles[i] = self._below_headline(i, headline, opening)

    def _fill_dates(self, opening: int) -> None:
        """A line that is only a date dates the story, unless a dateline does or a label above says of what it is."""
        dated = any(map(str.isdigit, self.text[slice(*self._dateline_span())]))
        for i in range(opening):
            if self.roles[i] is None and self.datelines.is_date(self.words[i]):
                labelled = i > 0 and self.roles[i - 1] == "note"
                self.roles[i] = "note" if labelled or dated else "dateline"

    def _dateline_span(self) -> tuple[int, int]:
        if self.dateline is None:
            return 0, 0
        return self.pieces[self.dateline[0]].start, self.dateline[1]

    def _below_headline(self, i: int, headline: str | None, opening: int) -> BlockRole | None:
        words = self.words[i]
        if headline is None:
            return None
        goes_on = headline.isupper() and words.isupper() and i > 0 and self.roles[i - 1] == "headline"
        if goes_on or is_repeated(words, headline):
            return "headline"
        if i == opening - 1 and self.dateline is not None and self.shapes.is_name(words):
            return "byline"
        if self._stands_on_credit(i):
            return "caption"
        return "deck" if len(words.split()) <= 60 else None

    def _stands_on_credit(self, i: int) -> bool:
        below = i + 1
        return below < len(self.pieces) and self.roles[below] == "credit" and self.pieces[below].gap == 0

    def _fill_pictures(self) -> None:
        """Captions: what a known caption says again, and what stands right above a credit line."""
        captions = {_plain(self._caption(i)) for i, role in enumerate(self.roles) if role == "caption"}
        opening = None if self.dateline is None else self.dateline[0]
        for i, role in enumerate(self.roles):
            if role not in (None, "deck") or i == opening:
                continue
            apart = i > 0 and self.pieces[i].gap > 0  # in a text without blank lines a credit may follow a paragraph
            alone = apart or (len(self.words[i].split()) <= CAPTION and not ends_sentence(self.words[i]))
            if _plain(self.words[i]) in captions or (alone and self._stands_on_credit(i)):
                self.roles[i] = "caption"

    def _caption(self, i: int) -> str:
        credit = self._split(i)
        return self.words[i] if credit is None else self.text[self.pieces[i].start : credit.start]

    def _sign(self, i: int) -> bool:
        """An agency's name alone above the story signs it."""
        signs = self._signs(i)
        if signs:
            self.roles[i] = "byline"
        return signs

    def _signs(self, i: int) -> bool:
        return len(self.pieces) > 1 and self.roles[i] is None and self.shapes.is_signoff(self.words[i])

    def _fill_signoffs(self, opening: int) -> None:
        """An agency's name or the desk's initials end a story; in the middle of it an agency's name is furniture.

        Finds the last paragraph on the way.
        """
        ended = True
        for i in reversed(range(opening + 1, len(self.pieces))):
            if self._signs(i) and (ended or self.shapes.is_agency(self.words[i])):
                self.roles[i] = "note" if ended else "furniture"
            elif self.roles[i] is None and ended:
                self.last, ended = i, False
        self.last = opening if self.last is None else self.last

    def _cut(self, i: int, role: BlockRole) -> Cut:
        span = Span(self.pieces[i].start, self.pieces[i].end)
        signoff = self.shapes.signoff_in(self.text[span.start : span.end]) if i == self.last else None
        signed = None if signoff is None else span.start + signoff
        if self.dateline is not None and self.dateline[0] == i:
            return Cut(span, "paragraph", dateline=self.dateline[1], signoff=signed)
        if signed is not None:
            return Cut(span, role, signoff=signed)
        return Cut(span, role, credit=self._split(i) if role == "caption" else None)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).strip(" .,:;-–—")
