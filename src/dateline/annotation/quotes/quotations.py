"""The quotations of an article: its quotation marks paired block by block, its stray marks read as well as they can."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import MarkReading, Quotation, StrayMark, Token
from dateline.annotation.quotes.build import Builder
from dateline.annotation.quotes.glyphs import CLOSERS
from dateline.annotation.quotes.lines import Lines, Stray
from dateline.annotation.quotes.marks import Mark, is_dash, marks
from dateline.annotation.quotes.pairing import Pair, Pairing, paired
from dateline.annotation.quotes.repairs import Repairer
from dateline.annotation.quotes.voices import Voices
from dateline.languages import LanguagePack, available
from dateline.model import Article, BlockRole

FALLBACK = "en"
PARAGRAPH_END: MarkReading = "ends with paragraph"
QUOTING_ROLES: tuple[BlockRole, ...] = ("headline", "deck", "paragraph", "caption", "note")


class _Read(Struct, frozen=True):
    """A block, and how its marks are paired."""

    number: int
    pairing: Pairing


def quotations(
    article: Article, tokens: Sequence[Token] = (), words: LanguagePack | None = None
) -> tuple[tuple[Quotation, ...], tuple[StrayMark, ...]]:
    """The quotations of an article in the order of the text, and the marks that have no partner.

    Each block is paired for itself. A quotation left open goes on when the next block of its role opens with a mark.
    `tokens` with the words of their language tell where somebody says something; without them fewer marks are mended.
    """
    return _Quotations(article, Voices(tokens, words)).all()


class _Quotations:
    """The blocks of an article that may quote, and what is found in them."""

    def __init__(self, article: Article, voices: Voices) -> None:
        self._article = article
        self._voices = voices
        self._builder = Builder(article.text, voices)
        self._language = article.language if article.language in available() and article.language else FALLBACK
        self._numbers = [i for i, block in enumerate(article.blocks) if block.role in QUOTING_ROLES]
        self._marks = [tuple(marks(article.text, article.blocks[i], self._language)) for i in self._numbers]

    def all(self) -> tuple[tuple[Quotation, ...], tuple[StrayMark, ...]]:
        """Pairs, then what goes on over lines, then the repairs of the marks that are left."""
        read = [self._read(at) for at in range(len(self._numbers))]
        found, told = self._over_blocks(read)
        strays = [(each.number, mark) for each in read for mark in each.pairing.strays]
        found, strays = Lines(self._article, self._builder).joined(found, sorted(strays, key=_start))
        for each in read:
            lone = tuple(mark for number, mark in strays if number == each.number)
            found, mended = self._mended(each, lone, found) if lone else (found, [])
            told += mended
            told += [_another_kind(pair) for pair in each.pairing.pairs if pair.opening.kind != pair.closing.kind]
        told = [mark for mark in told if mark.reading != "ignored" or not is_dash(self._article.text, mark.span)]
        if sum(mark.reading == "doubled" for mark in told) > 1:  # the text's own way to spell a mark
            told = [mark for mark in told if mark.reading != "doubled"]
        return tuple(sorted(found, key=_place)), tuple(sorted(told, key=_place))

    def _read(self, at: int) -> _Read:
        """The marks of a block paired. A mark is not left open where the words behind it tell who said them."""
        number, found = self._numbers[at], self._marks[at]
        pairing = paired(found, self._taken_up(at))
        if (mark := pairing.open_at) is not None and self._repairer(number, pairing).is_told_behind(mark):
            pairing = paired(found)
        return _Read(number, pairing)

    def _taken_up(self, at: int) -> Mark | None:
        """The mark that the next block of this role opens with; single ones must close in the end."""
        first = self._opens_with(at, at + 1)
        if first is None or first.kind == "double":
            return first
        while (mark := self._opens_with(at, at + 1)) is not None and mark.kind == "single":
            at += 1
            if any(each.closes < each.opens and each.is_sure for each in self._marks[at]):
                return first
        return None

    def _opens_with(self, at: int, after: int) -> Mark | None:
        """The mark that may open a block of the same role as another one."""
        if after == len(self._numbers) or not self._marks[after]:
            return None
        block, follower = (self._article.blocks[self._numbers[i]] for i in (at, after))
        first = self._marks[after][0]
        opens = first.start == follower.start and first.sign not in CLOSERS and first.opens <= first.lone
        return first if opens and block.role == follower.role else None

    def _over_blocks(self, read: list[_Read]) -> tuple[list[Quotation], list[StrayMark]]:
        """The quotations of all pairs, and of marks left open; these end with their block where none takes them up."""
        found: list[Quotation] = []
        told: list[StrayMark] = []
        continues = False
        for each in read:
            inside = self._quoted(each)
            if continues and inside and self._opens_block(inside[0]):
                inside[0] = replace(inside[0], continues=True)
            elif continues:
                last = found[-1]
                found[-1] = replace(last, closed=True, repaired=True)
                told.append(StrayMark(start=last.start, end=last.inner.start, side="opens", reading=PARAGRAPH_END))
            found += inside
            continues = bool(inside) and not inside[-1].closed
        return found, told

    def _opens_block(self, quotation: Quotation) -> bool:
        """Whether nothing stands before a quotation in its block, but perhaps its own mark once more."""
        start = self._article.blocks[quotation.block].start
        return quotation.start == start or self._article.text[start : quotation.start] == self._sign(quotation)

    def _sign(self, quotation: Quotation) -> str:
        return self._article.text[quotation.start : quotation.inner.start].rstrip()

    def _quoted(self, each: _Read) -> list[Quotation]:
        pairing, block = each.pairing, self._article.blocks[each.number]
        found = [quotation for pair in pairing.pairs for quotation in self._builder.paired(pair, each.number)]
        if pairing.open_at is not None:
            found += self._builder.opened(pairing.open_at, block.end, each.number, pairing.inside)
        return found

    def _mended(
        self, each: _Read, strays: tuple[Mark, ...], found: list[Quotation]
    ) -> tuple[list[Quotation], list[StrayMark]]:
        """The quotations with those that stray marks begin or end; of two repairs that overlap the first one counts."""
        told: list[StrayMark] = []
        repairer = self._repairer(each.number, each.pairing)
        for mark in strays:
            repair = repairer.repair(mark)
            inside = {pair.opening.start for pair in repair.nested}
            rest = [quotation for quotation in found if quotation.start not in inside]
            new = self._builder.repaired(repair, each.number)
            if any(q.start < quotation.end and quotation.start < q.end for q in new for quotation in rest):
                repair, new, rest = repairer.ignored(mark), [], found
            found = rest + new
            if mark.is_stray or repair.mark.reading != "ignored":
                told.append(repair.mark)
        return found, told

    def _repairer(self, number: int, pairing: Pairing) -> Repairer:
        block = self._article.blocks[number]
        return Repairer(self._article.text, self._voices, block, pairing.pairs, pairing.strays, pairing.open_at)


def _start(stray: Stray) -> int:
    return stray[1].start


def _place(found: Quotation | StrayMark) -> int:
    return found.start


def _another_kind(pair: Pair) -> StrayMark:
    return StrayMark(start=pair.closing.start, end=pair.closing.end, side="closes", reading="pairs with another kind")
