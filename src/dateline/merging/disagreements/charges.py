"""What somebody is accused of, and denies."""

from collections.abc import Iterator, Sequence

from dateline.languages.sections import Disagreements
from dateline.merging.disagreements.denials import denies
from dateline.merging.disagreements.heard import Telling, has, words_of
from dateline.merging.disagreements.parties import same_party
from dateline.merging.disagreements.sides import DENIED, Position, apart, disagreement
from dateline.merging.outcomes import Disagreement
from dateline.merging.parts import Part
from dateline.merging.reports.report import Happening, Named, Report, Saying

__all__ = ["charges"]

_HOLDS = "it is so"
_BRIEF = 4
"""Words: who denies "the charges as groundless" means what he is accused of."""


def charges(tellings: Sequence[Telling]) -> Iterator[Disagreement]:
    """Accusations whose accused deny them."""
    if tellings[0].part.happening.type != "ACCUSE":
        return
    answers = [answer for part, _ in tellings for answer in _answers(part)]
    if not answers:
        return
    accused = answers[0][0]
    against = [position for who, position in answers if same_party(who, accused)]
    held = [position for part, _ in tellings for position in _held(part, accused)]
    if held and apart(held, against):
        yield disagreement("happened", "denial", [held, against], f"The accusation against {accused.name}")


def _held(part: Part, accused: Named) -> Iterator[Position]:
    """Who accuses them, where a report says who."""
    names, event = part.report.names, part.happening
    if event.status != "asserted" or not _accuses(part.report, event, accused):
        return
    by = names[event.actors[0]].name if len(event.actors) == 1 else event.said_by
    if by:
        yield Position(part, _HOLDS, (event.fact,), by, event.sentence)


def _answers(part: Part) -> Iterator[tuple[Named, Position]]:
    """Those who are accused here and say that it is not so: what was last brought against them before."""
    report, event = part.report, part.happening
    words = words_of(report.language)
    for saying in report.sayings:
        if saying.stance != "denies" or saying.speaker is None or not _of_it(saying, words):
            continue
        speaker = report.names[saying.speaker]
        before = [told for told in report.happenings if told.start < saying.start and _accuses(report, told, speaker)]
        if before and max(before, key=lambda told: told.start).fact == event.fact:
            yield speaker, Position(part, DENIED, (saying.fact, event.fact), speaker.name, saying.words)


def _accuses(report: Report, told: Happening, accused: Named) -> bool:
    return told.type == "ACCUSE" and any(same_party(report.names[place], accused) for place in told.recipients)


def _of_it(saying: Saying, words: Disagreements) -> bool:
    """Whether somebody denies in few words what was brought against him."""
    text = saying.words.casefold()
    brought = has(text, words.claims) or has(text, words.wrongs)
    return brought and len(text.split()) <= _BRIEF and denies(saying, words)
