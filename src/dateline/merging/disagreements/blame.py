"""Who did it: parties that are blamed for one deed and cannot both have done it, and parties that deny it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.languages.sections import Disagreements
from dateline.merging.disagreements.denials import denies, harmful, one_deed, responsible, suspect
from dateline.merging.disagreements.heard import Telling, has, named, speaker_of, words_of
from dateline.merging.disagreements.parties import alike, opposed, same_party
from dateline.merging.disagreements.sides import DENIED, Position, apart, disagreement
from dateline.merging.outcomes import Disagreement
from dateline.merging.parts import Part
from dateline.merging.reports.report import Named, Saying
from dateline.merging.words import stem, stems, telling

__all__ = ["blame"]

_DEEDS = frozenset(("ASSAULT", "COERCE", "CRIME", "DEATH", "ACCIDENT", "DISASTER"))
"""Types of event that have one doer; in others two may act together."""
_SPEECH = frozenset(("ACCUSE", "REQUEST", "REJECT", "CONSULT", "CAREER"))
"""Types of event that are words or meetings: what is denied there is something else."""
_PARTIES = 12
"""Names that are compared with each other."""
_BRIEF = 3
"""Words: who denies "any responsibility" means what was just told."""
_NAMED = 60
"""Characters at whose start the accused is named."""
_OPENING = "Who did it"


class _Accused(NamedTuple):
    """A party, and who says that it did it."""

    party: Named
    positions: list[Position]
    parts: list[Part]
    blamed: bool


def blame(tellings: Sequence[Telling]) -> Iterator[Disagreement]:
    """Disagreements about the actor, of what is told and of what is said."""
    stances = {saying.stance for _, said in tellings for saying in said}
    if tellings[0].part.happening.type in _SPEECH or not (
        "accuses" in stances or "denies" in stances or _many(tellings)
    ):
        return
    told = [each for telling in tellings for each in _told(telling)]
    accused = _by_party([*told, *(each for telling in tellings for each in _said(telling))])
    if len(accused) > 1 and tellings[0].part.happening.type in _DEEDS:
        yield from _against(accused)
    if "denies" in stances:
        yield from _denied(tellings, accused, harmful(tellings))


def _many(tellings: Sequence[Telling]) -> bool:
    """Whether somebody is said to have done it, and somebody else too."""
    told = (part for part, _ in tellings if part.happening.said_by)
    return len({part.report.names[actor].name for part in told for actor in part.happening.actors}) > 1


def _told(of: Telling) -> Iterator[_Accused]:
    """The doer that a report tells, where it tells one; whom somebody blames there is told by who blames him."""
    part, event = of.part, of.part.happening
    if event.status != "asserted" or len(event.actors) != 1:
        return
    party = part.report.names[event.actors[0]]
    if party.proper or party.sector:
        own = Position(part, party.name, (event.fact,), event.said_by, event.sentence)
        blamed = any(each.party is party for each in _said(of))
        yield _Accused(party, [] if blamed else [own], [part], False)


def _said(of: Telling) -> Iterator[_Accused]:
    """The doers whom somebody blames, outside of what is told of the event."""
    part, said = of
    for saying in said:
        if saying.stance != "accuses" or not has(saying.cue.casefold(), words_of(part.report.language).blaming):
            continue
        if not _about_it(part, saying.words) and set(telling(saying.words)).isdisjoint(part.happening.words):
            continue
        party = next((place for place in named(part.report, saying.words[:_NAMED]) if place != saying.speaker), None)
        by = speaker_of(part.report, saying)
        if party is not None and by:
            accused = part.report.names[party]
            position = Position(part, accused.name, (saying.fact, part.happening.fact), by, saying.words)
            yield _Accused(accused, [position], [], True)


def _about_it(part: Part, words: str) -> bool:
    """Whether these words name the deed by its own word, or by one for any deed."""
    if not set(part.happening.triggers).isdisjoint(stems(words)):
        return True
    return has(words.casefold(), words_of(part.report.language).deeds)


def _by_party(told: Sequence[_Accused]) -> list[_Accused]:
    """One for each party, those with most positions first; a group that may be several of them is left out."""
    spelt: dict[tuple[str, str | None], list[_Accused]] = {}
    for each in told:
        spelt.setdefault((each.party.name.casefold(), each.party.sector), []).append(each)
    ordered = sorted(map(_joined, spelt.values()), key=_weight)
    found: list[list[_Accused]] = []
    for each in ordered[:_PARTIES]:
        homes = [other for other in found if alike(other[0].party, each.party)]
        if not homes:
            found.append([each])
        elif len(homes) == 1:
            homes[0].append(each)
    return [_joined(of) for of in found]


def _joined(of: Sequence[_Accused]) -> _Accused:
    positions = [position for each in of for position in each.positions]
    return _Accused(of[0].party, positions, [part for each in of for part in each.parts], any(e.blamed for e in of))


def _weight(accused: _Accused) -> tuple[bool, int, str]:
    """Those by name first, then those whom most name."""
    return not accused.party.proper, -len(accused.positions), accused.party.name


def _against(accused: Sequence[_Accused]) -> Iterator[Disagreement]:
    """The party that most name against those that cannot be it, where somebody is blamed."""
    for at, one in enumerate(accused):
        others = [other for other in accused[at + 1 :] if _contradict(one, other)]
        if others:
            yield disagreement("actor", "disagreement", [each.positions for each in (one, *others)], _OPENING)
            return


def _contradict(one: _Accused, other: _Accused) -> bool:
    if not opposed(one.party, other.party) or not apart(one.positions, other.positions):
        return False
    if not _is_blamed(one, other) or "person" in (one.party.kind, other.party.kind):
        return False
    told = _triggers(one)
    if told.isdisjoint(_triggers(other)) or _mutual(one, told | _triggers(other)):
        return False
    return not _suffers(one, other.party) and not _suffers(other, one.party)


def _triggers(accused: _Accused) -> set[str]:
    return {trigger for position in accused.positions for trigger in position.part.happening.triggers}


def _mutual(accused: _Accused, triggers: set[str]) -> bool:
    """Whether these words tell of a fight, in which both sides act."""
    words = words_of(accused.positions[0].part.report.language).mutual
    return not triggers.isdisjoint(map(stem, words))


def _is_blamed(one: _Accused, other: _Accused) -> bool:
    """Whether it is said of both that they did it, or somebody blames one of them."""
    if one.blamed or other.blamed:
        return True
    return all(any(position.said_by for position in each.positions) for each in (one, other))


def _suffers(accused: _Accused, party: Named) -> bool:
    """Whether this party is who it was done to, where the other did it: both act in a fight."""
    return any(
        alike(part.report.names[place], party) and (part.report.names[place].proper or not party.proper)
        for part in accused.parts
        for place in part.happening.recipients
    )


def _denied(tellings: Sequence[Telling], accused: Sequence[_Accused], harm: bool) -> Iterator[Disagreement]:
    """Parties that are said to have done it, and say that they did not. Without harm done (`harm`) it is whether it was
    at all that they deny in the words for the deed, and that is told elsewhere.
    """
    for one in accused:
        against = [position for telling in tellings for position in _denials_of(telling, one, harm)]
        if not against:
            continue
        mouths = {no.said_by for no in against} | {one.party.name}
        held = [position for position in one.positions if position.said_by not in mouths]
        held = [position for position in held if any(_answers(no, position) for no in against[:_PARTIES])]
        if held and apart(held, against):
            yield disagreement("actor", "denial", [held, against], _OPENING)


def _answers(denial: Position, held: Position) -> bool:
    """Whether a denial is of what is held, where it tells of a deed itself."""
    return denial.part.happening.status != "denied" or one_deed(held.part, denial.part)


def _clears(part: Part, saying: Saying, words: Disagreements) -> bool:
    """Whether these words deny the deed by its own word, or to have had a hand in it."""
    if not set(part.happening.triggers).isdisjoint(stems(saying.words)):
        return True
    return responsible(saying, words) and (len(saying.words.split()) <= _BRIEF or _about_it(part, saying.words))


def _denials_of(of: Telling, one: _Accused, harm: bool) -> Iterator[Position]:
    """Where this report has them say that they did not do it."""
    part, said = of
    words = words_of(part.report.language)
    for saying in said:
        if saying.speaker is None or not denies(saying, words):
            continue
        speaker = part.report.names[saying.speaker]
        if saying.about:
            actors = [part.report.names[actor] for actor in part.happening.actors]
            own = harm and part.happening.status == "denied" and suspect(part, saying)
            own = own and any(same_party(actor, one.party) for actor in actors)
        else:
            own = same_party(speaker, one.party) and _clears(part, saying, words)
        if own:
            yield Position(part, DENIED, (saying.fact, part.happening.fact), speaker.name, saying.words)
