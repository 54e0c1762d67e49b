"""What happened: one event for every trigger that passes its restrictions."""

from collections.abc import Iterator

from dateline.annotated import Token
from dateline.languages.titles import title_words
from dateline.model import Fact, Status
from dateline.record import Record
from dateline.understanding.acts import circumstances as around
from dateline.understanding.acts import clauses
from dateline.understanding.acts.circumstances import Circumstances
from dateline.understanding.acts.coding import Draft, code, confidence, is_told, trigger_span
from dateline.understanding.acts.participants import PEOPLE, Sides, hurts, is_country, resolve, sides, words
from dateline.understanding.acts.scenes import Scenes
from dateline.understanding.acts.triggers import Match, matches
from dateline.understanding.factuality.deciding import factuality
from dateline.understanding.factuality.reading import Reading, is_definite
from dateline.understanding.factuality.timeline import Timeline
from dateline.values import Event, Organisation, Person, Span, Statement

_NOBODYS = frozenset(("DEATH", "ACCIDENT", "DISASTER", "OUTBREAK", "GATHERING"))
"""Types that need no actor."""
_ROLES = ("headline", "deck", "paragraph")
LENT = 0.05
"""What an event loses in confidence whose place is not told in its own clause."""
DOUBT = 0.15
"""What an event loses in confidence that only the grammar sees."""


def events(record: Record) -> Iterator[Fact]:
    """What happened: who did what to whom, when, where and with what, as PLOVER types it."""
    annotation = record.annotation
    if not annotation.parsed:
        return
    room = _Room(record)
    for sentence in annotation.sentences:
        if sentence.role in _ROLES:
            for draft in room.drafts(annotation.tokens_of(sentence)):
                yield room.event(draft)


class _Room:
    """What all events of one record are read against."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.annotation = record.annotation
        self.around = Circumstances(record)
        violent = words(self.annotation, "violent")
        self.violent = {token.block for token in self.annotation.tokens if token.lemma.lower() in violent}
        self.taken: set[int] = set()
        times = [span for fact in record.of("moment") for span in fact.spans]
        self.dated = {token.start for span in times for token in self.annotation.tokens_in(span)}
        self.hurt_by_noun: set[int] = set()
        self.scenes = Scenes(record)
        self.timeline = Timeline(record, self.around)
        triggers = self.annotation.triggers
        spans = [trigger.span for trigger in triggers or ()]
        self.seen = None if triggers is None else {t.i for span in spans for t in self.annotation.tokens_in(span)}

    def drafts(self, tokens: tuple[Token, ...]) -> list[Draft]:
        """The events of a sentence: verbs first, since they may claim nouns; harm that no noun explains last."""
        harm = {token.i for token in tokens if hurts(self.annotation, token)}
        found = [self.draft(token) for token in tokens if token.pos == "VERB" and token.i not in harm]
        found += [self.draft(token) for token in tokens if token.pos != "VERB" and token.i not in self.taken]
        found += [self.harm(token) for token in tokens if token.i in harm - self.hurt_by_noun]
        return sorted((draft for draft in found if draft), key=lambda draft: draft.match.token.i)

    def _is_seen(self, draft: Draft) -> bool:
        """Whether the encoder sees an event in the trigger, its object or its verb too."""
        words = (draft.match.token, draft.match.object, draft.sides.carrier)
        return self.seen is None or any(word.i in self.seen for word in words if word is not None)

    def draft(self, token: Token) -> Draft | None:
        """The first reading of a token that has what it needs; words of a date are none ("in March 2022")."""
        if token.start in self.dated:
            return None
        for match in matches(self.annotation, token):
            draft = self._resolved(match, sides(self.annotation, match))
            if self._has_needs(draft) and self._is_worth_telling(draft):
                self._take(draft)
                return draft
        return None

    def harm(self, token: Token) -> Draft | None:
        """A verb of harm that no event noun explains: ASSAULT with an agent or a weapon, else DEATH."""
        if token.lemma.lower() in words(self.annotation, "dying"):
            return self.draft(token)
        rows = self.annotation.words.lexicon
        match = Match(token, rows.first("ASSAULT"), False)
        draft = self._resolved(match, sides(self.annotation, match))
        agent = any(fact.kind in PEOPLE or is_country(fact) for fact in draft.actors)
        if agent or draft.weapons or any(self._is_human(head) for head in draft.sides.actors):
            return draft if is_told(draft) else None
        if token.lemma.lower() != self.annotation.words.events.harm[0] or draft.sides.actors:
            return None
        return draft._replace(match=match._replace(row=rows.first("DEATH"))) if is_told(draft) else None

    def _resolved(self, match: Match, found: Sides) -> Draft:
        kind = match.row.type
        actors = self._facts(found.actors, kind, ())
        recipients = self._facts(found.recipients, kind, actors, seek=True)
        where = self.around.where(match.token, found.carrier, kind)
        where += [place for place in self._struck(match, found.recipients) if place not in where]
        if "visit" not in match.row.modes:
            where = [place for place in where if place not in recipients]
        if not where and recipients and kind in ("COERCE", "MOBILIZE", "ASSAULT"):
            where = self.around.stay(found.recipients, match.token)
        weapons = around.instruments(self.annotation, match.token, found.carrier)
        when = self.around.when(match.token, found.carrier)
        return Draft(match, found, actors, recipients, tuple(where), when, tuple(weapons))

    def _facts(
        self, heads: tuple[Token, ...], kind: str, but: tuple[Fact, ...], seek: bool = False
    ) -> tuple[Fact, ...]:
        found: dict[str, Fact] = {}
        for head in heads:
            for fact in resolve(self.record, head, kind, seek=seek):
                if fact not in but:
                    found[fact.id] = fact
        return tuple(found.values())

    def _struck(self, match: Match, heads: tuple[Token, ...]) -> list[Fact]:
        """Places that are the object itself: "attacked Oslo", "a visit to Norway"."""
        visit = "visit" in match.row.modes
        if not visit and match.row.type not in around.MATERIAL:
            return []
        found = [self.record.who(Span(h.start, h.end), *PEOPLE, "place") for h in heads if h.pos == "PROPN"]
        places = [fact for fact in found if fact is not None and fact.kind == "place"]
        return [place for place in places if visit or not is_country(place)]

    def _has_needs(self, draft: Draft) -> bool:
        return all(self._has(draft, need) for need in draft.match.row.needs)

    def _has(self, draft: Draft, need: str) -> bool:
        match need:
            case "actor":
                return bool(draft.actors) or any(self._is_human(head) for head in draft.sides.actors)
            case "recipient":
                return bool(draft.recipients)
            case "person":
                return any(fact.kind in PEOPLE for fact in draft.recipients)
            case "party":
                return bool(draft.actors or draft.recipients)
            case "place":
                return any(fact in draft.where for fact in self._struck(draft.match, draft.sides.recipients))
            case "scene":
                return bool(draft.where or draft.when)
            case "weapon":
                return bool(draft.weapons)
            case "armed":
                return bool(draft.weapons) or any(_is_armed(fact) for fact in draft.actors) or self._is_aimed(draft)
            case "peaceful":
                return draft.match.token.block not in self.violent
            case "plain":
                verb = draft.match.token
                return not self.annotation.children(verb, "oprd", "attr", "acomp", "ccomp", "xcomp", "prt")
            case "foe":
                foes = draft.sides.recipients
                return not foes or bool(draft.recipients) or any(self._is_human(head) for head in foes)
            case "bare":
                return draft.match.noun or not clauses.objects(self.annotation, draft.match.token)
            case _:
                return bool(self.annotation.children(draft.match.token, "oprd", "attr")) or bool(
                    clauses.after(self.annotation, draft.match.token, *self.annotation.words.events.as_post)
                )

    def _is_aimed(self, draft: Draft) -> bool:
        """ "a strike on the base" """
        return draft.match.noun and bool(clauses.after(self.annotation, draft.match.token, *draft.match.row.to))

    def _is_human(self, head: Token) -> bool:
        """Someone the record knows no more of: "he", "the president"."""
        titles = title_words(self.annotation.words.language.code)
        return head.tag in ("PRP", "WP") or (head.pos in ("NOUN", "PROPN") and head.lemma.lower() in titles.heads)

    def _is_worth_telling(self, draft: Draft) -> bool:
        carrier, told = draft.sides.carrier, is_told(draft)
        if draft.match.noun:
            return told or (carrier is not None and hurts(self.annotation, carrier))
        deed = draft.match.row.type in around.MATERIAL and bool(draft.sides.actors and draft.sides.recipients)
        return told or deed or bool(draft.weapons)

    def _take(self, draft: Draft) -> None:
        """The object that a wording asked for, and harm that an event noun explains, are no events of their own."""
        if draft.match.object is not None:
            self.taken.add(draft.match.object.i)
        carrier = draft.sides.carrier
        if carrier is not None and hurts(self.annotation, carrier):
            hurt = [carrier, *(kid for kid in self.annotation.children(carrier, "conj") if hurts(self.annotation, kid))]
            self.hurt_by_noun.update(verb.i for verb in hurt)

    def event(self, draft: Draft) -> Fact:
        """The fact of a draft: typed by what PLOVER makes of its status, scored, dated, attributed."""
        token = draft.match.token
        reading = factuality(self.annotation, token, draft.sides.carrier)
        said = self.record.said(Span(token.start, token.end))
        said_by = said.id if said else None
        status, reason = self._status(draft, reading, said)
        coded = code(self.record, draft, status, reading, said_by)
        if coded.type == "REJECT" != draft.match.row.type:
            status = "asserted"  # the deed is denied, the refusal happened
        where, lent = draft.where, None
        if not where and coded.type in around.MATERIAL and status in ("asserted", "denied"):
            where, lent = self.scenes.of(token, draft.sides.carrier, (*draft.actors, *draft.recipients))
        contexts = dict.fromkeys((*draft.match.row.contexts, *around.themes(self.annotation, token.sentence)))
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
        if not self._is_seen(draft):
            sure, reason = sure - DOUBT, reason or "the wording fits, but the encoder sees no event in it"
        reason = "; ".join(filter(None, (reason, lent))) or None
        return self.record.fact(value, value.trigger, confidence=sure, status=status, said_by=said_by, reason=reason)

    def _status(self, draft: Draft, reading: Reading, said: Fact | None) -> tuple[Status, str | None]:
        status = reading.status
        reason = None if draft.actors or draft.match.row.type in _NOBODYS else "no actor is named"
        if reading.alleged:
            known = draft.match.noun and not draft.actors and is_definite(self.annotation, draft.match.token)
            status = "asserted" if known or (said is not None and _has_source(said)) else "possible"
            reason = f'alleged: "{reading.word.text}"' if reading.word else reason
        elif reading.word is not None:
            reason = f'{status} because of "{reading.word.text}"'
        return self.timeline.placed(status, draft.match.token, draft.sides.carrier, draft.when), reason


def _has_source(said: Fact) -> bool:
    """Whether somebody stands for it; "was suspected of" names nobody."""
    return isinstance(said.value, Statement) and said.value.speaker_span is not None


def _is_armed(fact: Fact) -> bool:
    sector = fact.value.sector if isinstance(fact.value, Person | Organisation) else None
    return (sector or "").startswith(("MIL", "REB", "UAF", "PRM"))
