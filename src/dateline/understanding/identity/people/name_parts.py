"""One name and another, word by word: shorter forms, initials, spellings; strings only, nothing of the story."""

from functools import lru_cache

from msgspec import Struct

from dateline.languages.given import plain
from dateline.names import Variant, same_name, spelling_variant

SURE_FORM = 0.85
"""How likely two names are one where their given names are two forms of one (`same_name`)."""
GENERATIONS = {"jr": "jr", "sr": "sr", "junior": "jr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
"""What tells a son from his father behind their name."""
RULERS = frozenset({"I", "V", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XXIII"})
"""Numbers of rulers and popes, which end a name; ten may be a surname."""
ARTICLES = ("al-", "el-", "ad-", "an-", "ar-", "as-", "at-", "az-", "ul-")
"""Arabic articles, which a surname keeps or loses ("al-Brek", "Brek")."""


class NameParts(Struct, frozen=True):
    """The words of a name in small letters, initials apart and without dots, and Jr., Sr. or III by itself."""

    words: tuple[str, ...]
    generation: str | None = None


@lru_cache(maxsize=4096)
def parts(text: str) -> NameParts:
    """The parts of a name: "J.K. Brek Jr." is j, k, brek, and jr."""
    words: list[str] = []
    generation = None
    for word in text.replace(",", " ").split():
        bare = word.casefold().strip(".")
        if words and bare in GENERATIONS:
            generation = GENERATIONS[bare]
        elif "." in bare and all(len(piece) < 2 for piece in bare.replace("-", ".").split(".")):
            words += filter(None, bare.replace("-", ".").split("."))
        elif bare:
            words.append(bare)
    if len(words) > 1 and generation is None and text.split()[-1] in RULERS:
        words, generation = words[:-1], words[-1]
    return NameParts(tuple(words), generation)


def same_words(one: NameParts, other: NameParts) -> bool:
    """The same name, but for capitals and dots; "Ivan Brek Jr." is not "Ivan Brek Sr."."""
    return one.words == other.words and _same_generation(one, other)


def shorter(full: NameParts, short: NameParts) -> str | None:
    """How a name of two words or more is a shorter form of another, as a rule's name; None where it is none.

    "Brek Solana" is the "surname" of Juan Brek Solana; Juan Brek and Juan Solana lack a "middle name".
    """
    if not 1 < len(short.words) < len(full.words) or not _same_generation(full, short):
        return None
    if full.words[-len(short.words) :] == short.words:
        return "surname"
    rest = iter(full.words)
    return "middle name" if full.words[0] == short.words[0] and all(word in rest for word in short.words) else None


def by_initials(one: NameParts, other: NameParts) -> bool:
    """ "J. Lund" and "John Lund", "J. K. Lund" and "John Karl Lund"; not "John A. Lund" and "John B. Lund"."""
    if (
        min(len(one.words), len(other.words)) < 2
        or one.words[-1] != other.words[-1]
        or not _same_generation(one, other)
    ):
        return False
    pairs = list(zip(one.words[:-1], other.words[:-1], strict=False))
    fits = all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in pairs)
    return fits and len(one.words[-1]) > 1 and any(len(word) == 1 for word in (*one.words[:-1], *other.words[:-1]))


def ends_with(full: NameParts, word: str) -> bool:
    """Whether this word (small letters) is the name's last, with or without an article or what a hyphen joins to it."""
    last = full.words[-1] if full.words else ""
    if last == word:
        return True
    if last[-1:] != word[-1:] and last.isascii() and word.isascii():
        return False
    return plain(last) == plain(word) or _without_article(last) == _without_article(word) or last.endswith(f"-{word}")


def surname_first(full: NameParts) -> bool:
    """Names like "Lien Wei-han" and "Park Jun-ho": one short word, then two joined by a hyphen."""
    return len(full.words) == 2 and "-" in full.words[1] and "-" not in full.words[0] and len(full.words[0]) < 6


def variant(full: NameParts, other: NameParts) -> Variant | None:
    """Whether two names are one in two spellings, as `dateline.names` judges it: not John and Joan, nor Petrov and
    Petrova. Of a single word (an Arabic article aside) it looks at the other's surname alone."""
    if not full.words or not other.words or not _same_generation(full, other):
        return None
    ones = full.words[-1:] if len(other.words) == 1 else full.words
    if len(other.words) == 1 and abs(len(ones[0]) - len(other.words[0])) > 2:
        return None
    if len(ones) != len(other.words) or not all(_near(a, b) for a, b in zip(ones, other.words, strict=True)):
        return None
    return spelling_variant(" ".join(ones).title(), " ".join(other.words).title())


def short_given(one: NameParts, other: NameParts) -> bool:
    """One surname with two forms of one given name: "Joe Brek" and "Joseph R. Brek"."""
    if (
        min(len(one.words), len(other.words)) < 2
        or one.words[-1] != other.words[-1]
        or not _same_generation(one, other)
    ):
        return False
    a, b = one.words[0], other.words[0]
    if a == b or min(len(a), len(b)) < 2:
        return False
    return same_name(" ".join(one.words).title(), " ".join(other.words).title(), "person").score >= SURE_FORM


def _near(a: str, b: str) -> bool:
    """A cheap look before the dear one: most letters are the same."""
    letters, others = set(a), set(b)
    return a == b or 2 * len(letters & others) >= max(len(letters), len(others))


def _same_generation(one: NameParts, other: NameParts) -> bool:
    return one.generation == other.generation or None in (one.generation, other.generation)


def _without_article(word: str) -> str:
    return next((word[len(article) :] for article in ARTICLES if word.startswith(article)), word)
