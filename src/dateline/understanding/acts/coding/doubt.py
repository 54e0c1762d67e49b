"""What an event of words is doubted for: PLOVER is about politics."""

from dateline.annotated import Annotation
from dateline.model import Fact
from dateline.understanding.acts.coding.draft import Draft
from dateline.understanding.acts.coding.leaves import of_deed
from dateline.values import Organisation, Person

_SPOKEN = frozenset(("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))
"""Types that are words between people."""
_DEED = "deed"
"""The need of rows that take any clause."""
_PRIVATE = ("AGR", "BUS", "CRM", "CVL", "EDU", "JRN", "MED", "UNK")
"""PLOVER sectors of those who act for themselves; nobody knows of one without a sector."""
_RESIGN = "resign"


def doubt(annotation: Annotation, draft: Draft) -> str | None:
    """Why words between people are perhaps no event for PLOVER, which is about politics.

    All who take part are private, or nobody knows what was agreed or refused, nor with whom ("refused to use a word").
    Deeds are not doubted: who attacks acts in public. What was guessed of the draft is doubted first.
    """
    told, row = (*draft.actors, *draft.recipients), draft.match.row
    resigns = _RESIGN in row.modes and not any(map(sector, draft.actors))
    if draft.guess is not None or not (row.type in _SPOKEN or resigns) or not draft.actors:
        return draft.guess
    if not any(map(acts_in_public, told)):
        return "nobody in it is known to act in politics"
    opinion = row.type == "AGREE" and bool(annotation.children(draft.match.token, "ccomp"))
    vague = row.type in ("AGREE", "REJECT") and _DEED in row.needs and (opinion or not draft.recipients)
    vows = draft.match.token.lemma.lower() in annotation.words.events.vowing
    if not vague or of_deed(annotation, draft.match) or (vows and of_deed(annotation, draft.match, "THREATEN")):
        return None
    return "with whom, and to do what, is not known"


def acts_in_public(fact: Fact) -> bool:
    """A state or its capital, or somebody of state, party, rebels, church or union; no firm, paper or neighbour."""
    if isinstance(fact.value, Person | Organisation):
        return bool(sector(fact)) and not speaks_for_himself(sector(fact))
    return fact.kind == "place"


def sector(fact: Fact) -> str:
    """The PLOVER sectors of a person or a body, joined; "" where none is known."""
    return (fact.value.sector or "") if isinstance(fact.value, Person | Organisation) else ""


def speaks_for_himself(sectors: str) -> bool:
    """Whether the first of these PLOVER sectors is one of private life: a firm, a paper, a school."""
    return sectors[:3] in _PRIVATE
