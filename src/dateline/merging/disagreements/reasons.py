"""Why: causes of what befell, and motives of who did it, that are not one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dateline.languages.sections import Disagreements
from dateline.merging.disagreements.heard import Telling, begins, first_of, has, speaker_of, words_of
from dateline.merging.disagreements.sides import DENIED, Position, apart, disagreement
from dateline.merging.outcomes import Disagreement
from dateline.merging.parts import Part
from dateline.merging.words import stems

__all__ = ["reasons"]

_BEFELL = frozenset(("ACCIDENT", "DISASTER", "ASSAULT", "DEATH", "OUTBREAK"))
_DONE = frozenset(("ASSAULT", "CRIME", "COERCE", "DEATH"))
_SHORT, _CUED = 50, 20
"""Characters: "it was a bomb" says by itself what it was."""


class _Why(NamedTuple):
    kind: str
    excluded: bool
    position: Position


def reasons(tellings: Sequence[Telling]) -> Iterator[Disagreement]:
    """Causes and motives of two kinds, and such as somebody rules out."""
    if not any(said for _, said in tellings):
        return
    event = tellings[0].part.happening.type
    told = [words for telling in tellings for words in _words(telling)]
    if event in _BEFELL:
        yield from _against("cause", [why for words in told for why in _causes_in(words)], "What caused it")
    if event in _DONE:
        yield from _against("motive", [why for words in told for why in _motives_in(words)], "Why it was done")


class _Words(NamedTuple):
    part: Part
    by: str | None
    fact: str
    text: str
    """In small letters."""


def _words(of: Telling) -> Iterator[_Words]:
    """What is said of the event, with its speaker, and what the report itself tells, where it may tell why."""
    part, event = of.part, of.part.happening
    words = words_of(part.report.language)
    for saying in of.said:
        text = f"{saying.cue} {saying.words}".casefold()
        if (begins(text, words.because) or begins(text, words.moved) or _plain(text, words)) and (
            by := speaker_of(part.report, saying)
        ):
            yield _Words(part, by, saying.fact, text)
    if event.said_by is None and event.status == "asserted":
        text = event.sentence.casefold()
        if begins(text, words.because) or begins(text, words.moved):
            yield _Words(part, None, event.fact, text)


def _causes_in(said: _Words) -> Iterator[_Why]:
    words = words_of(said.part.report.language)
    because = begins(said.text, words.because) and _of_the_deed(said.part, said.text, words)
    if because or (said.by and _plain(said.text, words)):
        yield from _kinds(said, words.causes, words)


def _motives_in(said: _Words) -> Iterator[_Why]:
    words = words_of(said.part.report.language)
    if begins(said.text, words.moved):
        yield from _kinds(said, words.motives, words)


def _of_the_deed(part: Part, text: str, words: Disagreements) -> bool:
    return has(text, words.deeds) or not set(part.happening.triggers).isdisjoint(stems(text))


def _plain(text: str, words: Disagreements) -> bool:
    """Whether these few words say what it was: "it was a bomb"."""
    return len(text) < _SHORT and has(text[:_CUED], words.plainly)


def _kinds(said: _Words, table: Mapping[str, tuple[str, ...]], words: Disagreements) -> Iterator[_Why]:
    """The one kind of reason that these words name; none where they leave it open or name several."""
    part, by, fact, text = said
    found = {kind: place for kind, phrases in table.items() if (place := first_of(text, phrases))}
    excluded = has(text, words.excluded)
    if len(found) != 1 or (not excluded and has(text, words.open)):
        return
    kind, (start, end) = next(iter(found.items()))
    value = DENIED if excluded else text[start:end]
    yield _Why(kind, excluded, Position(part, value, (fact, part.happening.fact), by, text))


def _against(about: str, found: Sequence[_Why], opening: str) -> Iterator[Disagreement]:
    held: dict[str, list[Position]] = defaultdict(list)
    ruled_out: dict[str, list[Position]] = defaultdict(list)
    for why in found:
        (ruled_out if why.excluded else held)[why.kind].append(why.position)
    sides = sorted(held.values(), key=lambda side: (-len({p.part.source for p in side}), side[0].value))
    others = [side for side in sides[1:] if apart(sides[0], side) and (_said(sides[0]) or _said(side))]
    if others:
        yield disagreement(about, "disagreement", [sides[0], *others], opening)
    for kind in sorted(held.keys() & ruled_out.keys()):
        if apart(held[kind], ruled_out[kind]):
            yield disagreement(about, "denial", [held[kind], ruled_out[kind]], opening)


def _said(side: Sequence[Position]) -> bool:
    return any(position.said_by for position in side)
