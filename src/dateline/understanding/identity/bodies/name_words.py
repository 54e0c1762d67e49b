"""Names of bodies as words: their heads and initials, and whether one is a shorter form of another."""

from functools import cache, lru_cache

from msgspec import Struct

from dateline.languages import load

LETTERS = range(2, 9)
"""How many letters an acronym has."""
SLIP = 6
"""Shorter words are told apart by a single letter ("Iran" and "Iraq")."""
ALIKE = (frozenset("aeiouy"), frozenset("ckq"), frozenset("sz"), frozenset("vw"))
"""Letters that stand for each other in romanised names."""
MUTE = frozenset("he")
"""Letters that one spelling has and the other leaves out."""
FOLDED = str.maketrans({".": None, "’": "'"})


class BodyName(Struct, frozen=True):
    """A body's name in small letters, without "the" and full stops, in one spelling; `head` is its noun, if known."""

    text: str
    words: tuple[str, ...]
    head: str


class _Words(Struct, frozen=True):
    small: frozenset[str]
    nouns: frozenset[str]
    dropped: frozenset[str]
    turned: frozenset[str]
    tails: frozenset[str]
    articles: frozenset[str]


@cache
def _words(code: str) -> _Words:
    pack = load(code)
    return _Words(
        small=frozenset(pack.names.organisation_links),
        nouns=frozenset(pack.names.organisation_nouns),
        dropped=frozenset(pack.groups.legal_forms) | frozenset(pack.groups.droppable),
        turned=frozenset(pack.groups.turned),
        tails=frozenset(pack.groups.body_tails),
        articles=frozenset(pack.names.determiners),
    )


@lru_cache(4096)
def body_name(code: str, text: str) -> BodyName:
    """The name as words of this language."""
    known = _words(code)
    words = [folded for word in text.casefold().translate(FOLDED).split() if (folded := _folded(word))]
    while len(words) > 1 and words[0] in known.articles:
        words.pop(0)
    links = [i for i, word in enumerate(words) if word in known.tails and i]
    head = words[links[0] - 1] if links and words[links[0] - 1] in known.nouns else words[-1] if words else ""
    return BodyName(text, tuple(words), head if head in known.nouns else "")


def _folded(word: str) -> str:
    """British and American letters are one."""
    for british, american in (("isation", "ization"), ("defence", "defense"), ("centre", "center")):
        word = word.replace(british, american)
    return word.replace("labour", "labor").strip("'\"")


def is_acronym(text: str) -> bool:
    """Capitals only: "OAU", "U.N."."""
    letters = text.replace(".", "").replace("-", "")
    return letters.isupper() and letters.isalpha() and len(letters) in LETTERS


@lru_cache(4096)
def name_key(code: str, text: str, leading: int = 0) -> tuple[str, ...]:
    """What names of one body share, `leading` words apart: "Ministry of Health" and "Health Ministry"."""
    known = _words(code)
    words = body_name(code, text).words[leading:]
    kept = [word for word in words if word not in known.small] or list(words)
    return tuple(sorted(kept)) if known.turned & set(kept) else tuple(words)


def fits_initials(acronym: str, code: str, text: str) -> bool:
    """Whether the letters are the initials of the name, small words left out or not."""
    letters = acronym.casefold().replace(".", "")
    known, words = _words(code), body_name(code, text).words
    if len(words) < 2 or len(letters) not in LETTERS:
        return False
    parts = [part for word in words for part in word.split("-") if part]
    strong = "".join(word[0] for word in words if word not in known.small)
    return letters in (strong, "".join(word[0] for word in words), "".join(p[0] for p in parts if p not in known.small))


def is_shorter(code: str, short: str, long: str) -> bool:
    """Whether one name is the other without what a name may go without.

    "Boeing" of "Boeing Co", "Harper Foundation" of "Harper Foundation for the Arts", "National Guard" of "Bolivarian
    National Guard"; never "Harper" of "Harper Foundation".
    """
    known, few, many = _words(code), body_name(code, short).words, body_name(code, long).words
    if not few or len(few) >= len(many):
        return False
    named = len(few) > 1 and few[-1] in known.nouns
    if many[: len(few)] == few:
        rest = many[len(few) :]
        return (set(rest) <= known.dropped and few[0] not in known.nouns) or (named and rest[0] in known.tails)
    before = many[: -len(few)]
    return named and many[-len(few) :] == few and not known.small & set(before)


def holds(code: str, short: str, long: str) -> bool:
    """Whether the words of one name stand within the other, in their order."""
    few, many = body_name(code, short).words, body_name(code, long).words
    return any(many[i : i + len(few)] == few for i in range(len(many) - len(few) + 1))


def is_slip(code: str, one: str, other: str) -> bool:
    """Whether two names differ in one letter of one long word ("Taliban", "Taleban"); a plural is another word."""
    left, right = body_name(code, one).words, body_name(code, other).words
    if len(left) != len(right) or is_acronym(one) or is_acronym(other):
        return False
    odd = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return len(odd) == 1 and _one_letter(*odd[0])


def _one_letter(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < SLIP or short[0] != long[0] or long == f"{short}s" or not (short + long).isalpha():
        return False
    odd = [i for i in range(len(short)) if short[i] != long[i]]
    if len(long) == len(short) + 1:
        at = odd[0] if odd else len(short)
        return long[:at] + long[at + 1 :] == short and (long[at] in MUTE or long[at] == long[at - 1])
    if len(long) != len(short):
        return False
    swapped = (
        len(odd) == 2
        and odd[1] == odd[0] + 1
        and sorted(short[odd[0] : odd[1] + 1]) == sorted(long[odd[0] : odd[1] + 1])
    )
    return swapped or (len(odd) == 1 and any({short[odd[0]], long[odd[0]]} <= alike for alike in ALIKE))
