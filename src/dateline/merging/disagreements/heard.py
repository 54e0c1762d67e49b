"""What a report's voices say of one event, and the language words by which they disagree."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from dateline.errors import UnknownLanguage
from dateline.languages import load
from dateline.languages.sections import Disagreements
from dateline.merging.parts import Part
from dateline.merging.reports.report import Report, Saying
from dateline.merging.words import stems

__all__ = ["Telling", "begins", "first_of", "has", "named", "speaker_of", "tellings", "words_of"]

_FALLBACK = "en"
_SPEECH = frozenset(("ACCUSE", "REQUEST", "REJECT", "SUPPORT"))
"""Types of event that are words on another event."""
_POINTED = frozenset(("accuses", "denies"))
"""Stances of words that name the event they are about, if they stand in a report that is mainly about another one."""


class Telling(NamedTuple):
    """One report's telling of an event, with what its voices say of it."""

    part: Part
    said: tuple[Saying, ...]


def tellings(parts: Sequence[Part]) -> list[Telling]:
    """The tellings with what is said of the event, as far as a record tells."""
    return [Telling(part, tuple(_heard(part)) if part.report.sayings else ()) for part in parts]


def _heard(part: Part) -> Iterator[Saying]:
    """Words that tell of the event; and of all other words those of a report that is mainly about it, and blame and
    denial that name it.
    """
    event = part.happening
    main = event.lead and _is_main(part)
    for saying in part.report.sayings:
        if saying.about:
            if event.fact in saying.about:
                yield saying
        elif main or (event.lead and saying.stance in _POINTED and not _silent(saying, event.triggers)):
            yield saying


def _silent(saying: Saying, triggers: Sequence[str]) -> bool:
    return set(triggers).isdisjoint(stems(saying.words))


def _is_main(part: Part) -> bool:
    """Whether this is the report's main event: the first that its headline or its opening tells of, words of blame and
    the like left out.
    """
    for event in part.report.happenings:
        if event.lead and event.type not in _SPEECH:
            return event.fact == part.happening.fact
    return False


@cache
def words_of(language: str | None) -> Disagreements:
    """The words of a language by which reports disagree; English where it has none."""
    try:
        return load(language or _FALLBACK).disagreements
    except UnknownLanguage:
        return load(_FALLBACK).disagreements


def has(text: str, phrases: Sequence[str]) -> bool:
    """Whether a text in small letters has one of these phrases, as whole words."""
    return first_of(text, phrases) is not None


def begins(text: str, beginnings: Sequence[str]) -> bool:
    """Whether a text in small letters has a word, or words, that begin so."""
    found = (beginning for beginning in beginnings if beginning in text)
    return any(_found(text, beginning, False) >= 0 for beginning in found)


def first_of(text: str, phrases: Sequence[str]) -> tuple[int, int] | None:
    """Where the first of these phrases that a text in small letters has stands in it, as whole words."""
    for phrase in phrases:
        if phrase in text:
            at = _found(text, phrase, True)
            if at >= 0:
                return at, at + len(phrase)
    return None


def _found(text: str, phrase: str, whole: bool) -> int:
    """Where a phrase stands at the start of a word, and at the end of one if `whole`; -1 where it does not."""
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        opens = at == 0 or not text[at - 1].isalnum() or not phrase[0].isalnum() or phrase.startswith("n'")
        if opens and (not whole or end == len(text) or not text[end].isalnum()):
            return at
        at = text.find(phrase, at + 1)
    return -1


def speaker_of(report: Report, saying: Saying) -> str | None:
    """Who says it: the name, else the words for the source."""
    return report.names[saying.speaker].name if saying.speaker is not None else saying.source


def named(report: Report, words: str) -> list[int]:
    """The people, bodies, groups and countries that these words name, in order of their first mention there."""
    folded = words.casefold()
    found = (
        (_found(folded, name.name.casefold(), True), place)
        for place, name in enumerate(report.names)
        if name.kind != "place" or name.precision == "country"
    )
    return [place for at, place in sorted(found) if at >= 0]
