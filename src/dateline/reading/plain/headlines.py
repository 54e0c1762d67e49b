"""Whether a text's first line is its headline: a paragraph that stands alone must never become one."""

from dateline.reading.plain.pieces import ends_sentence
from dateline.reading.plain.shapes import Shapes

LONGEST = 35
"""Words in the longest headline."""
_MARKS = ".,:;!?\"'“”‘’()[]…—–-"


def is_prose(words: str) -> bool:
    """Whether the words read as running text: a sentence of eight words or more, or very many words."""
    count = len(words.split())
    unspaced = len(words) >= 25 * count
    return count > 40 or ((count >= 8 or unspaced) and ends_sentence(words))


def is_headline(first: str, following: str, shapes: Shapes) -> bool:
    """Whether the first of two lines is the headline of the second, which is running text."""
    count = len(first.split())
    if not 2 <= count <= LONGEST or first[:1].islower():
        return False
    if not ends_sentence(first):
        return count <= 30
    if _in_capitals_above(first, following) or in_title_case(first, shapes):
        return True
    return count <= 18 and not first.startswith(('"', "“")) and _is_retold(first, following, shapes)


def in_title_case(words: str, shapes: Shapes) -> bool:
    """Whether all but the small words have a capital."""
    bare = [word.strip(_MARKS) for word in words.split()]
    large = [word for word in bare if word and word[0].isalpha() and word.casefold() not in shapes.small_words]
    return len(large) >= 4 and sum(word[0].isupper() for word in large) >= 0.85 * len(large)


def is_repeated(line: str, headline: str) -> bool:
    """Whether the line says the headline again, perhaps without the kicker before its colon."""
    return bool(line) and _plain(line) in (_plain(headline), _plain(headline.partition(": ")[2]))


def _in_capitals_above(first: str, following: str) -> bool:
    return first.isupper() and not following[:200].isupper()


def _is_retold(first: str, following: str, shapes: Shapes) -> bool:
    """A lead tells its headline again, at more length; a second paragraph goes on from the first."""
    told = _large_words(first, shapes)
    again = [word for word in following.split()[:80] if word.strip(_MARKS)]
    if not told or not again or again[0].casefold().strip(_MARKS) in shapes.anaphors:
        return False
    retold = told & _large_words(" ".join(again), shapes)
    return len(again) >= 1.2 * len(first.split()) and len(retold) >= 0.4 * len(told)


def _large_words(words: str, shapes: Shapes) -> set[str]:
    """The first six letters of each word of four letters or more: enough to know "explode" in "explosion"."""
    bare = (word.strip(_MARKS).casefold() for word in words.split())
    return {word[:5] for word in bare if len(word) >= 4 and word not in shapes.small_words}


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).strip(_MARKS)
