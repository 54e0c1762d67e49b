"""Who denies it: that it was, or that he did it."""

from collections.abc import Iterator, Sequence

from dateline.languages.sections import Disagreements
from dateline.merging.disagreements.heard import Telling, first_of, has, speaker_of, words_of
from dateline.merging.disagreements.parties import alike, same_party, state
from dateline.merging.disagreements.sides import DENIED, Position, apart, disagreement
from dateline.merging.outcomes import Disagreement
from dateline.merging.parts import Part
from dateline.merging.reports.report import Named, Report, Saying
from dateline.merging.words import stems, telling

__all__ = ["denials", "denies", "harmful", "one_deed", "responsible", "suspect"]

_MOST = 0.5
"""Share of the telling words of a denial that a telling has too."""
_HAPPENED = "it happened"
_WORDS = 3
"""Telling words that two tellings of one deed have in common, where they name no party that they share."""
_COMPARED = 12
"""Denials that a telling is compared with."""
_NEXT = 3
"""Words that stand near."""
_OPENING = 80
"""Characters of what is said that tell what it is about."""


def denials(tellings: Sequence[Telling]) -> Iterator[Disagreement]:
    """Denials that it happened, against those who tell that it did; those of a suspect are another matter. Whoever says
    so in one report and denies it in another is told of by himself.
    """
    by_suspects = not harmful(tellings)
    against = [position for telling in tellings for position in _denied(telling, by_suspects)]
    if not against:
        return
    asserted = (part for part, _ in tellings if part.happening.status == "asserted" and _one_deed(part, against))
    told = [
        Position(part, _HAPPENED, (part.happening.fact,), part.happening.said_by, part.happening.sentence)
        for part in asserted
    ]
    voices = {position.said_by for position in against}
    others = [position for position in told if position.said_by not in voices]
    if apart(others, against) and any(_weighs(position.part, against) for position in others):
        yield disagreement("happened", "denial", [others, against], "Whether it happened")
    for by in sorted(
        {position.said_by for position in told if position.said_by in voices and _by_name(position)}, key=str
    ):
        sides = [[position for position in side if position.said_by == by] for side in (told, against)]
        if not {position.part.source for position in sides[0]} & {position.part.source for position in sides[1]}:
            yield disagreement("statement", "disagreement", sides, f"What {by} said")


def _weighs(told: Part, against: Sequence[Position]) -> bool:
    """Whether a telling is no hearsay in passing: its report is about it, or it has the doer of the denial by name."""
    return told.happening.lead or any(_by_one_name(told, position.part) for position in against[:_COMPARED])


def _by_name(position: Position) -> bool:
    """Whether who says so is somebody by name: "police" may be others elsewhere."""
    return any(named.proper and named.name == position.said_by for named in position.part.report.names)


def harmful(tellings: Sequence[Telling]) -> bool:
    """Whether somebody came to harm, so that only who did it can be denied by who is said to have done it."""
    return any(toll.best or toll.low for part, _ in tellings for toll in part.happening.tolls)


def _denied(of: Telling, by_suspects: bool) -> Iterator[Position]:
    part, said = of
    for saying in said:
        words = words_of(part.report.language)
        if (
            not _says_no(part, saying, words)
            or responsible(saying, words)
            or has(saying.words.casefold(), words.measures)
        ):
            continue
        by = speaker_of(part.report, saying)
        if by and (by_suspects or not suspect(part, saying)):
            yield Position(part, DENIED, (saying.fact, part.happening.fact), by, saying.words)


def _says_no(part: Part, saying: Saying, words: Disagreements) -> bool:
    """Whether these words deny this event: it is denied within them, or they say that no such thing was."""
    if saying.about and part.happening.status != "denied":
        return False
    text = saying.words.casefold()
    if saying.about:
        return denies(saying, words) or has(text, words.absent)
    if saying.stance == "denies":
        if not has(text, words.occurring) or not denies(saying, words):
            return False
        return not set(part.happening.triggers).isdisjoint(stems(text))
    absent = first_of(text, words.absent)
    return absent is not None and not set(part.happening.triggers).isdisjoint(stems(text[absent[1] :])[:_NEXT])


def denies(saying: Saying, words: Disagreements) -> bool:
    """Whether somebody says here that a thing is not so; to refuse to do it is none."""
    cue = saying.cue.casefold()
    if saying.stance != "denies" or has(cue, words.negations):
        return False
    if has(cue, words.denying):
        return True
    opening = " ".join(saying.words.casefold().split()[:_NEXT])
    return has(cue, words.rejecting) and (has(cue, words.claims) or has(opening, words.claims))


def _one_deed(told: Part, against: Sequence[Position]) -> bool:
    """Whether what is told is what is denied: the same word for it, and done by and to whom the denial says."""
    return any(one_deed(told, position.part) and _one_telling(told, position) for position in against[:_COMPARED])


def _one_telling(told: Part, denial: Position) -> bool:
    """Whether most of what is denied is told here, or the same person or body by name did both."""
    if told.happening is denial.part.happening:
        return True
    if _by_one_name(told, denial.part):
        return True
    denied = set(telling(denial.words, told.report.language or "en"))
    return len(denied & set(told.happening.words)) >= _MOST * len(denied)


def _by_one_name(told: Part, denied: Part) -> bool:
    """Whether a person or a body by name did both."""
    ours, theirs = ([of.report.names[actor] for actor in of.happening.actors] for of in (told, denied))
    return any(one.proper and other.proper and same_party(one, other) for one in ours for other in theirs)


def one_deed(told: Part, denied: Part) -> bool:
    """Whether two tellings are of one deed: by one word for it, and by who did it to whom, as far as both name them; or
    else by most of their words.
    """
    if told.happening is denied.happening:
        return True
    if set(told.happening.triggers).isdisjoint(denied.happening.triggers):
        return False
    doers = _met(told, denied, told.happening.actors, denied.happening.actors)
    sufferers = _met(told, denied, told.happening.recipients, denied.happening.recipients)
    if doers is False or sufferers is False:
        return False
    nobody = not denied.happening.actors and not denied.happening.recipients
    return bool(nobody or doers or sufferers) or _shared(told, denied) >= _WORDS


def _shared(told: Part, denied: Part) -> int:
    return len(set(told.happening.words) & set(denied.happening.words))


def _met(told: Part, denied: Part, ours: Sequence[int], theirs: Sequence[int]) -> bool | None:
    """Whether some party is in both; None where one of them names none."""
    if not ours or not theirs:
        return None
    return any(same_party(told.report.names[one], denied.report.names[other]) for one in ours for other in theirs)


def responsible(saying: Saying, words: Disagreements) -> bool:
    """Whether these words are about who did it: "denied responsibility"."""
    return has(saying.words[:_OPENING].casefold(), words.responsibility)


def suspect(part: Part, saying: Saying) -> bool:
    """Whether whoever speaks is said to have done it, or speaks for those who are."""
    report = part.report
    if saying.speaker is None:
        return False
    speaker = report.names[saying.speaker]
    return any(_speaks_for(report, speaker, report.names[actor]) for actor in part.happening.actors)


def _speaks_for(report: Report, speaker: Named, actor: Named) -> bool:
    if speaker is actor or (speaker.proper == actor.proper and alike(speaker, actor)):
        return True
    return state(speaker) and state(actor) and (speaker.country == actor.country or not speaker.country)
