"""How a match is coded: PLOVER's decision rules on type, mode, participants and score."""

from functools import cache
from typing import Literal, NamedTuple

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.model import Status
from dateline.record import Record
from dateline.understanding.acts.coding.draft import Draft
from dateline.understanding.acts.coding.leaves import about, leaf, of_deed
from dateline.understanding.acts.coding.posts import is_private_resignation
from dateline.understanding.acts.wording.triggers import Match
from dateline.understanding.factuality.reading import Reading
from dateline.values import Statement

_SETTLED = "057"
"""CAMEO's code for an agreement that is signed."""

_SUICIDE = "suicide-attack"


class Coded(NamedTuple):
    """What the codebook makes of a draft."""

    scheme: Literal["plover", "other"]
    type: str
    modes: tuple[str, ...]
    cameo: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    intensity: float | None
    status: Status
    """That of the deed; a refusal of it, and a threat with it, did happen."""


def code(record: Record, draft: Draft, status: Status, reading: Reading, said_by: str | None) -> Coded:
    """Types a draft. Rules of PLOVER: co-operation still to come is AGREE, a retreat still to come CONCEDE.

    Ours: what "should" be done is a REQUEST of the speaker to others, and AGREE where the speaker counts himself in.
    What somebody is "willing" to do is AGREE, a retreat too. A hostile deed that its actor announces is THREATEN.
    A dismissal by a superior is CAREER, outside PLOVER: actor is the superior, recipient the one who goes. So is a
    resignation from a firm or a paper; PLOVER's is for officials.
    """
    annotation = record.annotation
    kind = draft.match.row.type
    cameo, modes = _plainly(annotation, draft)
    if is_private_resignation(record, draft):
        kind, cameo, modes = "CAREER", None, ()
    actors, recipients = (tuple(fact.id for fact in side) for side in (draft.actors, draft.recipients))
    speaker = _speaker(record, said_by)
    turned = _turned(annotation, draft, status, reading, speaker) if kind == draft.match.row.type else None
    if turned is not None:
        kind = turned
        root = annotation.words.events.about[kind][""]
        cameo, mode = root if _came_to_nothing(reading) else about(annotation, kind, cameo) or root
        modes = (mode,) if mode else ()
        status = "asserted" if kind in ("REJECT", "THREATEN") else status
    elif threat := _vowed(annotation, draft.match):
        kind, cameo, modes = "THREATEN", threat[0], (threat[1],)
    if turned == "REQUEST":
        recipients = tuple(one for one in dict.fromkeys((*actors, *recipients)) if one != speaker)
        actors = (speaker,) if speaker else ()
    elif turned == "AGREE":
        actors = actors or ((speaker,) if speaker and status == "requested" else ())
    scores = annotation.words.events.scores
    scheme: Literal["plover", "other"] = "plover" if kind in scores else "other"
    score = intensity(annotation.words.language.code, kind, modes)
    return Coded(scheme, kind, modes, cameo, actors, recipients, score, status)


def _vowed(annotation: Annotation, match: Match) -> tuple[str, str] | None:
    """CAMEO code and mode of a threat that is a vow: "vowed to fight on"."""
    vows = match.token.lemma.lower() in annotation.words.events.vowing
    return of_deed(annotation, match, "THREATEN") if vows and not of_deed(annotation, match) else None


def _turned(annotation: Annotation, draft: Draft, status: Status, reading: Reading, speaker: str | None) -> str | None:
    """The type that a deed becomes by what is said of it: by "should", "will", "will not", "willing"."""
    words, kind, word = annotation.words.events, draft.match.row.type, reading.word
    if status == "requested" and word is not None and word.dep == "aux" and kind in words.asked:
        return "AGREE" if is_own_side(annotation, list(draft.sides.actors)) else "REQUEST"
    if status == "denied" and kind in words.refused and _is_refused(annotation, draft, reading):
        return "REJECT"
    if status != "planned":
        return None
    if kind in words.promised:
        return "AGREE" if word is not None and word.lemma.lower() in words.willing else words.promised[kind]
    announced = word is not None and word.dep == "aux" and speaker in {fact.id for fact in draft.actors}
    return "THREATEN" if announced and kind in words.announced else None


def is_own_side(annotation: Annotation, subjects: list[Token]) -> bool:
    """Whether a subject counts the speaker in: "we", "our forces"."""
    own = annotation.words.events.own_side
    kids = [kid for token in subjects for kid in (token, *annotation.children(token, "poss"))]
    return any(kid.lower in own for kid in kids)


def _is_refused(annotation: Annotation, draft: Draft, reading: Reading) -> bool:
    """ "Will not talk", and "failed to agree"; "did not talk" refuses nothing."""
    if reading.word is None:
        return False
    row = draft.match.row
    if _came_to_nothing(reading):
        settled = row.type == "AGREE" or row.cameo == _SETTLED
        return settled and reading.word.lemma in annotation.words.events.refusing
    wills = annotation.words.factuality.wills
    return any(aux.lower in wills for aux in annotation.children(annotation.head(reading.word), "aux"))


def _came_to_nothing(reading: Reading) -> bool:
    """ "Failed to agree": denied by a verb, not by "not"."""
    return reading.status == "denied" and reading.word is not None and reading.word.dep != "neg"


def _speaker(record: Record, said_by: str | None) -> str | None:
    said = record.get(said_by)
    return said.value.speaker if said is not None and isinstance(said.value, Statement) else None


def _plainly(annotation: Annotation, draft: Draft) -> tuple[str | None, tuple[str, ...]]:
    """CAMEO code and modes before anything is said of the deed: the row's, and what its object adds."""
    row = draft.match.row
    cameo, modes = leaf(annotation, draft.match), dict.fromkeys(row.modes)
    if row.type == "ASSAULT":
        modes |= dict.fromkeys(mode for _, mode in draft.weapons)
        if any(_dies_too(annotation, head) for head in draft.sides.actors):
            modes[_SUICIDE] = None
        if not row.modes and cameo == annotation.words.lexicon.first(row.type).cameo:
            armed_with = annotation.words.events.weapon_codes
            cameo = next((found for mode, found in armed_with.items() if mode in modes), cameo)
    roots = annotation.words.events.about.get(row.type, {})
    if roots and not modes and cameo == roots[""][0] and (found := of_deed(annotation, draft.match)):
        cameo, mode = found
        modes |= {mode: None} if mode else {}
    return cameo, tuple(modes)


def _dies_too(annotation: Annotation, head: Token) -> bool:
    """ "Two suicide bombers"."""
    suicides = annotation.words.events.suicides
    return any(kid.lemma.lower() in suicides for kid in (head, *annotation.children(head, "compound", "amod")))


@cache
def intensity(language: str, kind: str, modes: tuple[str, ...]) -> float | None:
    """PLOVER's score of a type, or of its most extreme mode; -10 (conflict) to +10 (co-operation)."""
    scores = load(language).events.scores
    found = [scores[name] for mode in modes if (name := f"{kind}-{mode}") in scores]
    return max(found, key=abs) if found else scores.get(kind)
