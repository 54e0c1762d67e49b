"""How a match is coded: PLOVER's decision rules on type, mode, participants and score."""

from functools import cache
from typing import Literal, NamedTuple

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.model import Fact, Status
from dateline.record import Record
from dateline.understanding.acts.participants import Sides, hurts
from dateline.understanding.acts.triggers import Match, matches
from dateline.understanding.factuality.reading import Reading
from dateline.values import Span, Statement


class Draft(NamedTuple):
    """A match with its participants resolved, before it becomes an event."""

    match: Match
    sides: Sides
    actors: tuple[Fact, ...]
    recipients: tuple[Fact, ...]
    where: tuple[Fact, ...]
    when: Fact | None
    weapons: tuple[tuple[Span, str], ...]


class Coded(NamedTuple):
    """What the codebook makes of a draft."""

    scheme: Literal["plover", "other"]
    type: str
    modes: tuple[str, ...]
    cameo: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    intensity: float | None


def code(record: Record, draft: Draft, status: Status, reading: Reading, said_by: str | None) -> Coded:
    """Types a draft. Rules of PLOVER: co-operation still to come is AGREE, a retreat still to come CONCEDE.

    Ours: what "should" be done is a REQUEST of the speaker to others, and AGREE where the speaker counts himself in.
    A dismissal by a superior is CAREER, outside PLOVER: actor is the superior, recipient the one who goes.
    """
    words = record.annotation.words.events
    row = draft.match.row
    kind, cameo, modes = row.type, row.cameo, _modes(record.annotation, draft)
    actors, recipients = (tuple(fact.id for fact in side) for side in (draft.actors, draft.recipients))
    modal = reading.word is not None and reading.word.dep == "aux"
    if status == "requested" and modal and kind in words.asked:
        speaker = _speaker(record, said_by)
        if is_own_side(record.annotation, list(draft.sides.actors)):
            kind, cameo, modes = "AGREE", "030", ()
            actors = actors or ((speaker,) if speaker else ())
        else:
            kind, cameo, modes = "REQUEST", "100", (words.asked[kind],)
            recipients = tuple(dict.fromkeys((*actors, *recipients)))
            actors = (speaker,) if speaker else ()
            recipients = tuple(one for one in recipients if one not in actors)
    elif status == "denied" and kind in words.refused and _is_refused(record.annotation, draft, reading):
        (cameo, mode), kind = words.refused[kind], "REJECT"
        modes = (mode,) if mode else ()
    elif status == "planned" and kind in words.promised:
        (kind, cameo), modes = words.promised[kind], ()
    scheme: Literal["plover", "other"] = "plover" if kind in words.scores else "other"
    score = intensity(record.annotation.words.language.code, kind, modes)
    return Coded(scheme, kind, modes, cameo, actors, recipients, score)


def is_own_side(annotation: Annotation, subjects: list[Token]) -> bool:
    """Whether a subject counts the speaker in: "we", "our forces"."""
    own = annotation.words.events.own_side
    kids = [kid for token in subjects for kid in (token, *annotation.children(token, "poss"))]
    return any(kid.lower in own for kid in kids)


def _is_refused(annotation: Annotation, draft: Draft, reading: Reading) -> bool:
    """ "Will not talk", and "failed to agree"; "did not talk" refuses nothing."""
    if reading.word is None:
        return False
    if reading.word.dep != "neg":
        return draft.match.row.type == "AGREE" and reading.word.lemma in annotation.words.events.refusing
    wills = annotation.words.factuality.wills
    return any(aux.lower in wills for aux in annotation.children(annotation.head(reading.word), "aux"))


def _speaker(record: Record, said_by: str | None) -> str | None:
    said = record.get(said_by)
    return said.value.speaker if said is not None and isinstance(said.value, Statement) else None


def _modes(annotation: Annotation, draft: Draft) -> tuple[str, ...]:
    row = draft.match.row
    found = dict.fromkeys(row.modes)
    if row.type == "ASSAULT":
        found |= dict.fromkeys(mode for _, mode in draft.weapons)
    if row.type == "THREATEN" and (mode := _threat(annotation, draft.match.token)):
        found[mode] = None
    return tuple(found)


def _threat(annotation: Annotation, token: Token) -> str | None:
    """What is threatened: the type of the deed below the threat."""
    for kid in annotation.children(token, "xcomp", "ccomp", "prep", "pcomp"):
        below = annotation.children(kid, "pcomp", "pobj") if kid.pos == "ADP" else [kid]
        for deed in below:
            if hurts(annotation, deed):
                return annotation.words.events.threatened["ASSAULT"]
            for match in matches(annotation, deed):
                return annotation.words.events.threatened.get(match.row.type)
    return None


@cache
def intensity(language: str, kind: str, modes: tuple[str, ...]) -> float | None:
    """PLOVER's score of a type, or of its most extreme mode; -10 (conflict) to +10 (co-operation)."""
    scores = load(language).events.scores
    found = [scores[name] for mode in modes if (name := f"{kind}-{mode}") in scores]
    return max(found, key=abs) if found else scores.get(kind)


def trigger_span(annotation: Annotation, draft: Draft) -> Span:
    """The trigger's word; with its particle ("went off") and the object that it asks for ("opened fire") when near."""
    token, wanted = draft.match.token, draft.match.object
    if wanted is not None and 0 < wanted.i - token.i <= 4:
        return annotation.span(token, wanted)
    for particle in annotation.children(token, "prt"):
        if particle.i == token.i + 1:
            return annotation.span(token, particle)
    return Span(token.start, token.end)


def is_told(draft: Draft) -> bool:
    """Whether anything is known of the event but its word."""
    return bool(draft.actors or draft.recipients or draft.when or draft.where)


def confidence(draft: Draft) -> float:
    """By the strength of the pattern: a verb with both participants 0.85, a noun with a time or place alone 0.45."""
    named = bool(draft.actors) + bool(draft.recipients)
    if draft.match.noun:
        return (0.45, 0.65, 0.8)[named]
    return (0.5, 0.75, 0.85)[named]
