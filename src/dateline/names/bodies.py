"""The parts of a body's name: legal form, numbers, words that tell much and words that tell little."""

import re
from functools import cache, lru_cache

from msgspec import Struct

from dateline.names.data import alike, bodies, generic, legal_forms, number_words, titles, trades
from dateline.names.tokens import Token, tokens

ANYWHERE = frozenset(
    {"ltd", "gmbh", "llc", "plc", "inc", "corp", "llp", "sarl", "srl", "ojsc", "jsc", "cjsc", "pjsc", "bvba"}
    | {"ooo", "oao", "zao", "pao", "limited", "incorporated"}
)
"""Legal forms that are nothing else, and so are dropped in the midst of a name too."""

_ROMAN = re.compile(r"(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})")
_FORM_OF_HAN = re.compile(
    "株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限責任公司|有限公司|公司|주식회사|유한회사"
)
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")


class Body(Struct, frozen=True):
    """A body's name in parts."""

    words: tuple[Token, ...]
    """What tells it from others, and what tells little; no legal form, no number."""

    numbers: frozenset[str]
    legal: str | None = None
    """The class of its legal form: "limited", "stock", "partners", "company", "society"."""

    legal_shown: str = ""
    all_words: tuple[str, ...] = ()
    """Every word but the little ones, legal form and all, for acronyms."""

    @property
    def joined(self) -> str:
        """All its letters but those of the legal form."""
        return "".join(word.plain for word in self.words)


@lru_cache(4096)
def body(text: str) -> Body:
    """The parts of a body's name."""
    pieces = list(tokens(_FORM_OF_HAN.sub(r" \g<0> ", text)))
    rest, legal, shown = _without_legal_form(pieces)
    rest = [_alike(piece) for piece in _merged(rest)]
    rest, numbers = _numbers(rest)
    words = tuple(rest)
    everything = tuple(piece.plain for piece in pieces if piece.plain not in _little())
    return Body(words, frozenset(numbers), legal, shown, everything)


@cache
def _little() -> frozenset[str]:
    return titles().particles | {"and", "the", "for"}


@lru_cache(8192)
def weight(word: str) -> float:
    """How much a word tells of which body it is."""
    if word in _little() and len(word) > 1:
        return 0.05
    return 0.3 if word in generic() else 0.6 if word in trades() else 1.0


def _without_legal_form(pieces: list[Token]) -> tuple[list[Token], str | None, str]:
    """A name without its legal forms; of several the strictest one counts."""
    legal, shown = None, ""
    while len(pieces) > 1:
        found = _legal_form(pieces)
        if found is None:
            break
        at, size, name = found
        if legal in (None, "company", "society"):
            legal, shown = name, " ".join(piece.shown for piece in pieces[at : at + size])
        pieces = pieces[:at] + pieces[at + size :]
    return pieces, legal, shown


def _legal_form(pieces: list[Token]) -> tuple[int, int, str] | None:
    forms, plain = legal_forms(), tuple(piece.plain for piece in pieces)
    for size in range(min(forms.longest, len(plain) - 1), 0, -1):
        for at in range(len(plain) - size, -1, -1):
            name = forms.classes.get(_form(plain[at : at + size]))
            outside = at == 0 or at + size == len(plain)
            if (
                name
                and (outside or size > 2 or plain[at] in ANYWHERE)
                and not (_first_word(pieces, at, size, name) or _within_letters(pieces, at, size))
            ):
                return at, size, name
    return None


def _within_letters(pieces: list[Token], at: int, size: int) -> bool:
    """Whether single letters are cut out of more of them: "A.B." of "A.B.C."."""
    before = at > 0 and _run_on(pieces[at - 1], pieces[at])
    return before or (at + size < len(pieces) and _run_on(pieces[at + size - 1], pieces[at + size]))


def _run_on(one: Token, following: Token) -> bool:
    """Whether two single letters belong to one acronym."""
    return len(one.plain) == len(following.plain) == 1 and one.dotted == following.dotted


def _form(words: tuple[str, ...]) -> tuple[str, ...]:
    """Letters one by one are a word: "B.V.B.A."."""
    return ("".join(words),) if len(words) > 1 and all(len(word) == 1 for word in words) else words


def _first_word(pieces: list[Token], at: int, size: int, name: str) -> bool:
    """At the front only forms that lands put there: "OOO Vesna", "PT Astra", not "Co" or "As"."""
    if at or size > 1 or at + size == len(pieces):
        return False
    short = len(pieces[0].plain) < 3 and pieces[0].plain not in ("pt", "ao")
    return short or name in ("company", "partners", "society")


def _merged(pieces: list[Token]) -> list[Token]:
    """Single letters that follow each other are one acronym."""
    found: list[Token] = []
    for at, piece in enumerate(pieces):
        if at and _run_on(pieces[at - 1], piece):
            found[-1] = Token(found[-1].plain + piece.plain, found[-1].shown + piece.shown)
        else:
            found.append(piece)
    return found


def _alike(piece: Token) -> Token:
    other = alike().get(piece.plain)
    return Token(other, piece.shown) if other else piece


def _numbers(pieces: list[Token]) -> tuple[list[Token], list[str]]:
    """A name without its numbers, and these; "forty-four" is one. What is nothing but a number word stays a word."""
    words: list[Token] = []
    numbers: list[str] = []
    tens = 0
    for at, piece in enumerate(pieces):
        count = number_words().get(piece.plain, -1) if len(pieces) > 1 else -1
        found = str(count + tens) if count >= 0 else _number(piece.plain, at)
        if found and tens:
            numbers[-1] = found
        elif found:
            numbers.append(found)
        else:
            words.append(piece)
        tens = count if 19 < count < 100 and not tens else 0
    return words, numbers


def _number(word: str, at: int) -> str:
    """The number that a word is: "II" and "2nd" are 2; a word of letters and digits is taken as it stands."""
    if word.isdigit():
        return word.lstrip("0") or "0"
    if ordinal := _ORDINAL.fullmatch(word):
        return ordinal[1]
    if at and (roman := _ROMAN.fullmatch(word)):
        return str(10 * len(roman[1]) + {"ix": 9, "iv": 4}.get(roman[2], roman[2].count("i") + 5 * roman[2].count("v")))
    return word if any(map(str.isdigit, word)) else ""


@lru_cache(4096)
def looks_like_a_body(text: str) -> bool:
    """Whether a name has a legal form, a number or a word that no person's name has."""
    pieces = tokens(text)
    marks = bodies().marks
    if any(
        alike().get(piece.plain, piece.plain) in marks or piece.plain.isdigit() or piece.shown == "&"
        for piece in pieces
    ):
        return True
    found = _legal_form(list(pieces)) if len(pieces) > 1 else None
    return found is not None and (len(pieces[found[0]].plain) > 2 or found[1] > 1)
