"""The events of a sentence as drafts: which words tell of one, with whom, where, when and with what."""

from dateline.annotated import Token
from dateline.languages.sections import LexiconRow
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts.coding.beside import sent
from dateline.understanding.acts.coding.draft import Draft, is_told
from dateline.understanding.acts.parties.facilities import Facilities
from dateline.understanding.acts.parties.participants import (
    PEOPLE,
    Sides,
    harmed_by,
    hurts,
    is_country,
    joined_before,
    sides,
    words,
)
from dateline.understanding.acts.parties.resolving import abroad, resolve, struck_places
from dateline.understanding.acts.restrictions.asked import Restrictions
from dateline.understanding.acts.sameness.telling import is_known
from dateline.understanding.acts.setting import circumstances as around
from dateline.understanding.acts.setting.circumstances import Circumstances
from dateline.understanding.acts.wording.triggers import Match, matches

NOMINAL = ("NOUN", "PROPN")
NOBODYS = frozenset(("DEATH", "ACCIDENT", "DISASTER", "OUTBREAK", "GATHERING"))
"""Types that need no actor."""
_CELEBRATION = "GATHERING"
_BEFALLING = frozenset(("ASSAULT", "COERCE", "DEATH", "ACCIDENT", "CRIME", "CAREER"))
"""Types that are news although nobody who takes part is named."""
_LEGAL = "legal"
_WITH_IT = (
    *("actor", "recipient", "person", "party", "parties", "human", "crowd", "public", "traveller", "foe", "victim"),
    *("place", "scene", "land", "direct"),
)
"""Needs that an event may have met where it was told before."""


class Drafting:
    """The drafts of one record; a word that one of them takes is no event of its own."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.annotation = record.annotation
        self.around = Circumstances(record)
        self.facilities = Facilities(record, self.around)
        self.asked = Restrictions(record)
        self.force = self.asked.force
        times = [span for fact in record.of("moment") for span in fact.spans]
        self.dated = {token.start for span in times for token in self.annotation.tokens_in(span)}
        self.taken: set[int] = set()
        self.echoes: set[int] = set()
        """Words that only point back to an event."""
        self.hurt_by_noun: set[int] = set()

    def drafts(self, tokens: tuple[Token, ...]) -> list[Draft]:
        """The events of a sentence: verbs first, since they may claim nouns; harm that no noun explains last."""
        harm = {token.i for token in tokens if hurts(self.annotation, token)}
        found = [self.draft(token) for token in tokens if token.pos == "VERB" and token.i not in harm]
        found += [self.draft(token) for token in tokens if token.pos in NOMINAL and token.i not in self.taken]
        found += [self.harm(token) for token in tokens if token.i in harm - self.hurt_by_noun]
        return sorted((draft for draft in found if draft), key=lambda draft: draft.match.token.i)

    def draft(self, token: Token) -> Draft | None:
        """The first reading of a token that has what it needs; words of a date are none ("in March 2022")."""
        if token.start in self.dated:
            return None
        echo = None
        for match in matches(self.annotation, token):
            draft = self.resolved(match, sides(self.annotation, match))
            if self.refusal(draft) is None:
                self._take(draft)
                return draft
            if echo is None and self._is_echo(draft):
                echo = draft
        self.echoes |= {token.i} if echo else set()
        return echo

    def _is_echo(self, draft: Draft) -> bool:
        """ "The attack" of which nothing is told: no event by itself, but a place that may tell of one."""
        row = draft.match.row
        bare = draft.match.noun and not is_told(draft) and is_known(self.annotation, draft.match.token)
        return bare and all(need in _WITH_IT or self.asked.has(draft, need) for need in row.needs)

    def harm(self, token: Token) -> Draft | None:
        """A verb of harm that no event noun explains: ASSAULT with an agent or a weapon, else DEATH."""
        if token.lemma.lower() in words(self.annotation, "dying") or self.force.on_himself(token):
            return self.draft(token)
        rows = self.annotation.words.lexicon
        match = Match(token, rows.first("ASSAULT"), False)
        draft = self.resolved(match, sides(self.annotation, match))
        if not self.force.is_harm(draft):
            return None
        if self._is_run_over(draft):
            draft = draft._replace(match=match._replace(row=rows.first("DEATH")), actors=(), guess=None)
            return draft if self._is_told(draft) else None
        agent = any(fact.kind in PEOPLE or is_country(fact) for fact in draft.actors)
        weapon = draft.weapons or any(around.weapon_mode(self.annotation, head) for head in draft.sides.actors)
        if agent or weapon or any(self.asked.is_human(head) for head in draft.sides.actors):
            return draft if self._is_told(draft) else None
        if not draft.sides.actors and self.force.is_without_cause(draft):
            return draft if self._is_told(draft) else None
        if token.lemma.lower() != self.annotation.words.events.harm[0] or draft.sides.actors:
            return None
        return draft._replace(match=match._replace(row=rows.first("DEATH"))) if self._is_told(draft) else None

    def _is_run_over(self, draft: Draft) -> bool:
        """ "Killed by a drunken driver", "by a train": nobody attacked him."""
        kills = draft.match.token.lemma.lower() == self.annotation.words.events.harm[0]
        drivers = words(self.annotation, "traffic")
        return kills and not draft.weapons and any(head.lemma.lower() in drivers for head in draft.sides.actors)

    def resolved(self, match: Match, found: Sides) -> Draft:
        """A match with the facts that its participants, places, times and weapons are."""
        kind = match.row.type
        actors = self._facts(found.actors, kind, ())
        recipients = self._facts(found.recipients, kind, actors, seek=True)
        where = self.around.where(match.token, found.carrier, kind)
        where += [place for place in struck_places(self.record, match, found.recipients) if place not in where]
        if "visit" not in match.row.modes:
            where = [place for place in where if place not in recipients]
        if kind in NOBODYS:  # "an earthquake shook Chile"
            where += [fact for fact in (*recipients, *actors) if fact.kind == "place" and fact not in where]
            recipients = tuple(fact for fact in recipients if fact.kind != "place")
            if kind != _CELEBRATION:  # "Norway celebrated"
                actors = tuple(fact for fact in actors if fact.kind != "place")
        if not where and recipients and kind in ("COERCE", "MOBILIZE", "ASSAULT"):
            where = self.around.stay(found.recipients, match.token)
        recipients = recipients or abroad(kind, actors, where)
        struck = self.facilities.struck(match, found.recipients)
        recipients = (*recipients, *(site for site in struck if site not in recipients))
        weapons = around.instruments(self.annotation, match.token, found.carrier, match.object)
        when = self.around.when(match.token, found.carrier)
        return sent(self.record, Draft(match, found, actors, recipients, tuple(where), when, tuple(weapons)))

    def _facts(
        self, heads: tuple[Token, ...], kind: str, but: tuple[Fact, ...], seek: bool = False
    ) -> tuple[Fact, ...]:
        found: dict[str, Fact] = {}
        for head in heads:
            for fact in resolve(self.record, head, kind, seek=seek):
                if fact not in but:
                    found[fact.id] = fact
        return tuple(found.values())

    def refusal(self, draft: Draft) -> str | None:
        """Why a match is no event, in words; None where it is one."""
        known = None if self._is_worth_telling(draft) else "nothing is known of it but its word"
        return self.asked.lacking(draft) or known

    def _is_told(self, draft: Draft) -> bool:
        """Whether anything is known of it: who, when or where; of deeds done to people, that it befell some."""
        return is_told(draft) or (_befalls(draft.match.row) and self.force.is_somebody(draft))

    def _is_worth_telling(self, draft: Draft) -> bool:
        carrier, told = draft.sides.carrier, self._is_told(draft)
        if self.force.is_general(draft):
            return False
        if draft.match.noun:
            return told or (carrier is not None and hurts(self.annotation, carrier)) or self.force.is_known(draft)
        deed = draft.match.row.type in around.MATERIAL and bool(draft.sides.actors and draft.sides.recipients)
        return told or deed or bool(draft.weapons) or self.force.is_known(draft)

    def _take(self, draft: Draft) -> None:
        """The object that a wording asked for, and harm that an event noun explains, are no events of their own."""
        if draft.match.object is not None:
            self.taken.add(draft.match.object.i)
        if draft.match.row.subjects and draft.match.row.type in NOBODYS:
            self.taken.update(head.i for head in draft.sides.actors)  # "a hurricane hit Cuba"
        self.hurt_by_noun.update(verb.i for verb in harmed_by(self.annotation, draft.match))
        carrier = draft.sides.carrier
        if carrier is not None and hurts(self.annotation, carrier):
            joined = [*self.annotation.children(carrier, "conj"), *joined_before(self.annotation, carrier)]
            self.hurt_by_noun.update(verb.i for verb in (carrier, *joined) if hurts(self.annotation, verb))


def _befalls(row: LexiconRow) -> bool:
    """Whether a row tells of deeds that are news although nobody who takes part is named."""
    return row.type in _BEFALLING or _LEGAL in row.contexts
