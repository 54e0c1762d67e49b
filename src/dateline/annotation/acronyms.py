"""Names that an article in capitals gives away itself: acronyms in brackets, and what they stand for."""

import re
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence

from msgspec import Struct

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]")
_ACRONYM = re.compile(r"[^\W\d_]{2,9}")
_JOINED = re.compile(r"[\s\-]*\Z")
SHORT, LONGEST = 4, 6
"""Letters up to which an unknown word may be an acronym: behind "the", and in brackets behind anything else."""
REACH = 9
"""Words of the longest name looked for before a bracket."""


def _never(_: str) -> bool:
    return False


def _none(_: str) -> Collection[str]:
    return ()


class CaseWords(Struct, frozen=True, kw_only=True):
    """What is known of words, all asked for in small letters."""

    is_common: Callable[[str], bool]
    """Newspapers write it in small letters."""
    is_place: Callable[[str], bool]
    is_usual: Callable[[str], bool] = _never
    """Common, and a word that newspapers were seen to use, or a form of such a verb: "kills"."""
    is_rare: Callable[[str], bool] = _never
    """Common, but only to dictionaries: behind a given name it is a surname ("galan")."""
    verbs: Callable[[str], Collection[str]] = _none
    """The verbs that it may be a form of, other than the base: "kills", "killed", "shot"."""
    is_listed_noun: Callable[[str], bool] = _never
    """Nothing but a noun, and that to dictionaries only, which list towns and surnames too ("lund")."""
    stops: Container[str] = frozenset()
    """Pronouns, auxiliaries, prepositions: no part of a name unless they are `links`."""
    given: Container[str] = frozenset()
    titles: Container[str] = frozenset()
    determiners: Container[str] = frozenset()
    indefinite: Container[str] = frozenset()
    links: Container[str] = frozenset()
    outside: Container[str] = frozenset()
    """Words before a name that are no part of it ("self-styled")."""
    geographic: Container[str] = frozenset()
    bodies: Container[str] = frozenset()
    """Nouns that end the name of a body ("front")."""
    body_adjectives: Container[str] = frozenset()
    times: Container[str] = frozenset()
    """Names of days and months."""

    def unknown(self, word: str) -> bool:
        """No word that is known for anything."""
        return not (self.is_common(word) or self.is_place(word) or word in self.given)

    def may_be_acronym(self, word: str) -> bool:
        """Unknown, or known to dictionaries only, which list some acronyms in small letters."""
        return self.unknown(word) or self.is_rare(word)


class SpeltOut(Struct, frozen=True):
    """Acronyms to be left in capitals, names by their words in capitals, surnames: good all over one article."""

    acronyms: frozenset[str] = frozenset()
    phrases: frozenset[tuple[str, ...]] = frozenset()
    surnames: frozenset[str] = frozenset()


def spelt_out(texts: Iterable[str], words: CaseWords) -> SpeltOut:
    """What the blocks of one article say of its names: "THE WATER FRONT OF ORLA (XYZ)", "XYZ [WATER FRONT]"."""
    acronyms: set[str] = set()
    surnames: set[str] = set()
    people: set[str] = set()
    phrases: set[tuple[str, ...]] = set()
    for text in texts:
        acronyms |= set(_behind_determiners(text, words))
        for word, rare in _named_behind(text, words):
            (surnames if rare else people).add(word)
        for bracket in _BRACKET.finditer(text):
            acronym, phrase = _explained(text, bracket, words)
            acronyms |= {acronym} if acronym else set()
            phrases |= {tuple(phrase)} if len(phrase) > 1 else set()
    return SpeltOut(frozenset(acronyms - people), frozenset(phrases), frozenset(surnames))


def _explained(text: str, bracket: re.Match[str], words: CaseWords) -> tuple[str | None, Sequence[str]]:
    """The acronym in, or before, a bracket, and the name that it stands for."""
    inner = bracket.group(1).strip()
    before = _words_before(text, bracket.start())
    if not _ACRONYM.fullmatch(inner):
        return _glossed(inner, before, words)
    spelt = initialled(inner, before)
    if spelt:
        return inner, _trimmed(spelt, words)
    if len(inner) > LONGEST or not words.may_be_acronym(inner.lower()):
        return None, ()
    return inner, _since_determiner(before, words)


def _glossed(inner: str, before: Sequence[str], words: CaseWords) -> tuple[str | None, Sequence[str]]:
    """ "XYZ [WATER FRONT OF ORLA]": the acronym first, an editor's bracket behind it."""
    phrase = [match.group() for match in WORD.finditer(inner)]
    if not before or not 2 <= len(phrase) <= REACH or any(letter.isdigit() or letter in ",.;:" for letter in inner):
        return None, ()
    acronym = before[-1]
    known = not words.may_be_acronym(acronym.lower()) or len(acronym) > LONGEST
    if not 2 <= len(acronym) <= LONGEST + 3 or (known and initialled(acronym, phrase) != phrase):
        return None, ()
    return (acronym, phrase) if _is_name(phrase, words) else (None, ())


def _words_before(text: str, end: int) -> list[str]:
    """Up to REACH words before an offset that only blanks and hyphens set apart."""
    found = list(WORD.finditer(text, max(0, end - 120), end))
    kept: list[str] = []
    for match in reversed(found[-REACH:]):
        if not _JOINED.match(text, match.end(), end):
            break
        kept.insert(0, match.group())
        end = match.start()
    return kept


def initialled(acronym: str, before: Sequence[str]) -> Sequence[str]:
    """The last words that begin with the acronym's first letter and hold its letters as initials, in order."""
    for first in range(max(0, len(before) - len(acronym) - 3), len(before) - 1):
        initials = [word[0] for word in before[first:]]
        if initials[0] == acronym[0] and _in_order(acronym, initials):
            return before[first:]
    return ()


def _in_order(acronym: str, initials: Sequence[str]) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in acronym)


def _since_determiner(before: Sequence[str], words: CaseWords) -> Sequence[str]:
    """The words back to the determiner: acronyms are often those of another language, with other initials."""
    small = [word.lower() for word in before]
    first = len(before)
    while first and (small[first - 1] not in words.determiners or _inner_determiner(small[:first], words)):
        first -= 1
    phrase = _trimmed(before[first:], words)
    return phrase if first and _is_name(phrase, words) else ()


def _inner_determiner(small: Sequence[str], words: CaseWords) -> bool:
    """Whether the determiner that ends these words stands within a name: "front of the"."""
    return len(small) > 2 and small[-2] in words.links and small[-3] in words.bodies


def _trimmed(phrase: Sequence[str], words: CaseWords) -> Sequence[str]:
    while phrase and (phrase[0].lower() in words.outside or phrase[0].lower() in words.determiners):
        phrase = phrase[1:]
    return phrase


def _is_name(phrase: Sequence[str], words: CaseWords) -> bool:
    small = [word.lower() for word in phrase]
    ends = not small or small[0] in words.links or small[-1] in words.links
    return not ends and not any(
        word in words.stops for word in small if word not in words.links and word not in words.bodies
    )


def _behind_determiners(text: str, words: CaseWords) -> Iterator[str]:
    """Unknown words of few letters behind "the", where no name goes on: "THE EPLA SAID"."""
    found = list(WORD.finditer(text))
    for i in range(1, len(found)):
        word = found[i].group()
        if not 2 < len(word) <= SHORT or found[i - 1].group().lower() not in words.determiners:
            continue
        if not text[found[i - 1].end() : found[i].start()].isspace() or not words.unknown(word.lower()):
            continue
        alone = i + 1 == len(found) or not text[found[i].end() : found[i + 1].start()].isspace()
        if alone or _begins_no_name(found[i + 1].group().lower(), words):
            yield word


def _begins_no_name(word: str, words: CaseWords) -> bool:
    return words.is_common(word) and not words.is_rare(word) and word not in words.geographic


def _named_behind(text: str, words: CaseWords) -> Iterator[tuple[str, bool]]:
    """Words that go on a name or follow a title, and whether dictionaries have them: "LUIS GALAN", "SENATOR ORBA"."""
    named, end = False, 0
    for match in WORD.finditer(text):
        word = match.group().lower()
        behind = named and text[end : match.start()].isspace()
        end = match.end()
        rare = behind and words.is_rare(word)
        goes_on = behind and words.unknown(word)
        if rare or goes_on:
            yield match.group(), rare
        named = goes_on or word in words.given or word in words.titles
