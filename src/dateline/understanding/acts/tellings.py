"""Drafts with the facts that each alone makes: typed, scored, dated, attributed."""

from dateline.model import Fact, Status
from dateline.record import Record
from dateline.understanding.acts.coding.doubt import doubt
from dateline.understanding.acts.coding.draft import Draft, confidence, trigger_span
from dateline.understanding.acts.coding.plover import code
from dateline.understanding.acts.drafting import NOBODYS, Drafting
from dateline.understanding.acts.sameness.merging import NOBODY, UNSEEN
from dateline.understanding.acts.sameness.telling import Telling
from dateline.understanding.acts.setting.circumstances import MATERIAL
from dateline.understanding.acts.setting.contexts import themes
from dateline.understanding.acts.setting.scenes import Scenes
from dateline.understanding.factuality.deciding import factuality
from dateline.understanding.factuality.reading import Reading, is_definite
from dateline.understanding.factuality.timeline import Timeline
from dateline.values import Event, Span, Statement

LENT = 0.05
"""What an event loses in confidence whose place is not told in its own clause."""
DOUBT = 0.15
"""What an event loses in confidence that only the grammar sees, or that is perhaps none for PLOVER."""


class Tellings:
    """What the tellings of one record are read against."""

    def __init__(self, record: Record, drafting: Drafting) -> None:
        self.record = record
        self.annotation = record.annotation
        self.drafting = drafting
        self.scenes = Scenes(record)
        self._told_of: dict[int, list[str]] = {}
        self.timeline = Timeline(record, drafting.around)
        triggers = self.annotation.triggers
        spans = [trigger.span for trigger in triggers or ()]
        self.seen = None if triggers is None else {t.i for span in spans for t in self.annotation.tokens_in(span)}

    def telling(self, draft: Draft) -> Telling:
        """A draft with the fact that it alone makes: typed by PLOVER's rules on status, scored, dated, attributed."""
        token = draft.match.token
        reading = factuality(self.annotation, token, draft.sides.carrier)
        said = self.record.said(Span(token.start, token.end))
        said_by = said.id if said else None
        status, reason = self._status(draft, reading, said)
        coded = code(self.record, draft, status, reading, said_by)
        status = coded.status
        where, lent = draft.where, None
        if not where and coded.type in MATERIAL and status in ("asserted", "denied"):
            where, lent = self.scenes.of(token, draft.sides.carrier, (*draft.actors, *draft.recipients))
        where = where or self.drafting.facilities.where(draft.recipients)
        contexts = dict.fromkeys((*draft.match.row.contexts, *self._themes(token.sentence)))
        value = Event(
            scheme=coded.scheme,
            type=coded.type,
            modes=coded.modes,
            contexts=tuple(contexts),
            cameo=coded.cameo,
            trigger=trigger_span(self.annotation, draft),
            actors=coded.actors,
            recipients=coded.recipients,
            instruments=tuple(span for span, _ in draft.weapons) if coded.type in ("ASSAULT", "THREATEN") else (),
            when=draft.when.id if draft.when else None,
            where=tuple(fact.id for fact in where),
            intensity=coded.intensity,
        )
        sure = confidence(draft) - (0.05 if status != "asserted" else 0.0) - (LENT if lent else 0.0)
        if not (seen := self._is_seen(draft)):
            sure, reason = sure - DOUBT, reason or UNSEEN
        if why := doubt(self.annotation, draft):
            sure, reason = sure - DOUBT, "; ".join(filter(None, (reason, why)))
        reason = "; ".join(filter(None, (reason, lent))) or None
        fact = self.record.fact(value, value.trigger, confidence=sure, status=status, said_by=said_by, reason=reason)
        return Telling(self.record, draft, fact, lent=lent is not None, seen=seen, echo=token.i in self.drafting.echoes)

    def _status(self, draft: Draft, reading: Reading, said: Fact | None) -> tuple[Status, str | None]:
        status = reading.status
        reason = None if draft.actors or draft.match.row.type in NOBODYS else NOBODY
        if reading.alleged:
            known = draft.match.noun and not draft.actors and is_definite(self.annotation, draft.match.token)
            status = "asserted" if known or (said is not None and _has_source(said)) else "possible"
            reason = f'alleged: "{reading.word.text}"' if reading.word else reason
        elif reading.word is not None:
            reason = f'{status} because of "{reading.word.text}"'
        return self.timeline.placed(status, draft.match.token, draft.sides.carrier, draft.when), reason

    def _themes(self, sentence: int) -> list[str]:
        if sentence not in self._told_of:
            self._told_of[sentence] = themes(self.annotation, sentence)
        return self._told_of[sentence]

    def _is_seen(self, draft: Draft) -> bool:
        """Whether the encoder sees an event in the trigger, its object or its verb too."""
        words = (draft.match.token, draft.match.object, draft.sides.carrier)
        return self.seen is None or any(word.i in self.seen for word in words if word is not None)


def _has_source(said: Fact) -> bool:
    """Whether somebody stands for it; "was suspected of" names nobody."""
    return isinstance(said.value, Statement) and said.value.speaker_span is not None
