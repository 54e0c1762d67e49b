"""The parts of a person's name: what is dropped, what grows together, what only stands between."""

import re
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dateline.names.data import endings, generations, same_given, syllable_korean, syllable_surnames, titles
from dateline.names.tokens import Token, letters_for_digits, tokens
from dateline.names.words import Word, is_given

_BRACKETED = re.compile(r"\([^)]*\)|\[[^\]]*\]|[\"“«„][^\"”»“]*[\"”»“]|(?<!\S)'[^']+'(?!\S)")
_SERVANT = re.compile(r"abd(?:[aeiou]{1,2}(?:l|rr?|ssh?|sh|s|nn?|zz?|dd?|tt?)(?=[a-z]{3}))(?!l?lah?$)")
_SYLLABLES = re.compile(
    r"(?:(?:zh|ch|sh|ts|tz|hs|ng|kh|ph|th|tr|gi|ny|[bpmfdtnlgkhjqxrzcswyv])?"
    r"(?:[aeiou]{1,3}|y|w[aeio]{1,2}|y[aeiou]{1,2})(?:ng|nh|ch|rk|n|h|k|l|m|p|t|r|w|y)?){1,2}"
)
_OWNERS = ("'s", "’s", "'S", "’S")
_FAITH = {"din", "deen", "dine", "eddin", "uddin", "eddine", "udin", "aldin"}


class Person(Struct, frozen=True):
    """A person's name in parts."""

    words: tuple[Word, ...]
    """Names, initials and particles in the order in which they are spoken."""

    given_last: bool = False
    """A comma said that the surname came first."""

    generation: str | None = None
    """ "jr", "sr", "iii"."""

    sex: Literal["male", "female"] | None = None
    """What a title tells."""

    title: str = ""
    """The title that told it."""

    names: tuple[Word, ...] = ()
    """The full names alone."""

    initials: tuple[Word, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()
    """Child and parent, as "bin" tells: places in `names`."""

    @property
    def joined(self) -> str:
        """All its letters."""
        return "".join(word.plain for word in self.words)


@lru_cache(4096)
def person(text: str) -> Person:
    """The parts of a person's name; nicknames in quotes or brackets are left aside."""
    pieces = list(tokens(_BRACKETED.sub(" ", text))) or list(tokens(text))
    pieces = [_bare(piece) for piece in pieces]
    pieces, generation = _generation(pieces)
    pieces, turned = _turned(pieces)
    pieces, sex, title = _without_titles(pieces)
    words = _syllabic(_words(_grown_together(pieces)))
    names = tuple(word for word in words if not word.particle and not word.initial)
    initials = tuple(word for word in words if word.initial)
    return Person(tuple(words), turned, generation, sex, title, names, initials, _lines(words))


def _bare(piece: Token) -> Token:
    """A piece with letters for look-alike digits, and without the "'s" of an owner."""
    if not piece.shown.isalpha():
        piece = replace(piece, plain=letters_for_digits(piece.plain))
    if len(piece.plain) > 3 and piece.shown[-2:] in _OWNERS:
        return replace(piece, plain=piece.plain[:-1], shown=piece.shown[:-2])
    return piece


def _generation(pieces: list[Token]) -> tuple[list[Token], str | None]:
    for at in range(len(pieces) - 1, 0, -1):
        mark = generations().get(pieces[at].plain)
        if mark and _marks_a_generation(pieces, at):
            before = [replace(pieces[at - 1], comma=at + 1 < len(pieces) and pieces[at - 1].comma)]
            return [*pieces[: at - 1], *before, *pieces[at + 1 :]], mark
    return pieces, None


def _marks_a_generation(pieces: list[Token], at: int) -> bool:
    """Whether it is no name: Xi is a surname, V an initial unless a king's name stands before it."""
    piece, word = pieces[at], pieces[at].plain
    if len(word) == 1:
        last = at == len(pieces) - 1 and all(_is_address(each.plain) for each in pieces[: at - 1])
        return last and piece.shown.isupper() and not piece.dotted and is_given(pieces[at - 1].plain)
    if word in ("vi", "xi"):
        return piece.shown.isupper() and not pieces[0].shown.isupper()
    return len(pieces) > 2 or len(word) < 4 or word[0] in "ivx"


def _turned(pieces: list[Token]) -> tuple[list[Token], bool]:
    """ "Surname, Given" in spoken order."""
    commas = [at for at, piece in enumerate(pieces[:-1]) if piece.comma]
    rest = pieces[commas[0] + 1 :] if commas else []
    if not rest or all(piece.plain in titles().back for piece in rest):
        return pieces, False
    return [*rest, *(replace(piece, comma=False) for piece in pieces[: commas[0] + 1])], True


def _without_titles(pieces: list[Token]) -> tuple[list[Token], Literal["male", "female"] | None, str]:
    known, told = titles(), ""
    sex: Literal["male", "female"] | None = None
    while len(pieces) > 1:
        word, following = pieces[0].plain, pieces[1].plain
        title = _is_address(word)
        if not title and not (word in known.before and _is_title(following) and len(pieces) > 2):
            break
        if len(pieces) == 2 and is_given(word) and not pieces[0].dotted:
            break
        if title and word not in known.front:
            sex, told = ("male" if word in known.male else "female"), pieces[0].shown
        pieces = pieces[1:]
    while len(pieces) > 2 and pieces[-1].plain in known.back:
        pieces = pieces[:-1]
    return pieces, sex, told


def _is_address(word: str) -> bool:
    return word in titles().front or word in titles().male or word in titles().female


def _is_title(word: str) -> bool:
    return word in titles().front or word in titles().before


def _grown_together(pieces: list[Token]) -> list[Token]:
    """ "Abd al-Rahman", "Abu Bakr" and "Salah ad-Din" are one name each."""
    known, grown = titles(), list[Token]()
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        step = 2 if at + 2 < len(pieces) and pieces[at + 1].plain in known.articles else 1
        last = at + step < len(pieces)
        if last and (piece.plain in known.servant or piece.plain in known.kunya):
            piece = _one(pieces[at : at + step + 1], "abd" if piece.plain in known.servant else "abu")
            at += step
        elif last and grown and _half(piece):
            piece = replace(
                pieces[at + 1], plain=piece.plain + pieces[at + 1].plain, shown=f"{piece.shown} {pieces[at + 1].shown}"
            )
            at += 1
        elif grown and piece.plain in _FAITH:
            article = len(grown) > 1 and grown[-1].plain in known.articles
            before = grown.pop(-2) if article else grown[-1]
            piece = replace(piece, plain=f"{before.plain}uddin", shown=f"{before.shown} {piece.shown}")
            grown.pop()
        grown.append(piece)
        at += 1
    return grown


def _half(piece: Token) -> bool:
    """Whether a piece is the beginning of a Scottish or Irish surname."""
    return piece.plain in ("mc", "mac") or (piece.plain == "o" and piece.shown == "O" and not piece.dotted)


def _one(pieces: list[Token], start: str) -> Token:
    return replace(pieces[-1], plain=start + pieces[-1].plain, shown=" ".join(piece.shown for piece in pieces))


def _words(pieces: list[Token]) -> list[Word]:
    found = []
    for at, piece in enumerate(pieces):
        particle = len(pieces) > 1 and _particle(piece, at, len(pieces))
        initial = len(piece.plain) == 1 and len(pieces) > 1 and not particle and not piece.vowelless
        found.append(Word(_servant(piece.plain), piece.shown, piece.vowelless, "", initial, particle))
    if all(word.particle or word.initial for word in found):
        return [Word(word.plain, word.shown, word.vowelless) for word in found]
    return found


def _particle(piece: Token, at: int, count: int) -> bool:
    known, word = titles(), piece.plain
    if piece.tied and word in known.articles:
        return True
    if len(word) == 1 and (piece.dotted or not piece.shown.islower() or at in (0, count - 1)):
        return False
    if at == 0 and is_given(word):
        return False
    return word in known.particles or word in known.descent


def _servant(word: str) -> str:
    if word.startswith("abd") and len(word) > 6 and word not in same_given():
        return _SERVANT.sub("abd", word, count=1)
    return word


def _syllabic(words: list[Word]) -> list[Word]:
    """Marks the words of Chinese, Korean and Vietnamese names: they have no particles, and each syllable counts."""
    if not 1 < len(words) < 5 or any(word.initial or word.vowelless for word in words):
        return words
    plain = [word.plain for word in words]
    ends = {plain[0], plain[-1]} & syllable_surnames()
    if ends and all(len(word) < 11 and _SYLLABLES.fullmatch(word) for word in plain):
        korean = not syllable_korean().isdisjoint(plain)
        return [replace(word, syllable="korean" if korean else "other", particle=False) for word in words]
    return words


def _lines(words: list[Word]) -> tuple[tuple[int, int], ...]:
    found, place, parent = [], -1, False
    for word in words:
        if word.particle:
            parent = parent or word.plain in titles().descent
        elif not word.initial:
            place += 1
            if parent and place:
                found.append((place - 1, place))
            parent = False
    return tuple(found)


def is_patronymic(word: Word) -> bool:
    """Whether a word is formed of a father's name, as in Russian."""
    return len(word.plain) > 6 and word.plain.endswith(endings().patronymic)


def is_kunya(word: Word) -> bool:
    """Whether a word is an "Abu" or "Umm" with a name."""
    return word.plain.startswith("abu") and " " in word.shown
