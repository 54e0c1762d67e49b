"""Whether words that may tell of violence do: "attacked the camp", not "attacked his rival's plan"."""

from functools import cache

from msgspec import Struct

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts.coding.draft import Draft
from dateline.understanding.acts.parties.participants import PEOPLE, is_country
from dateline.understanding.acts.wording import clauses
from dateline.understanding.factuality.deciding import factuality
from dateline.understanding.harm.people_words import people_words
from dateline.values import Moment, Organisation, Person

ARMED = ("MIL", "REB", "UAF", "PRM")
"""PLOVER sectors of those who use force by trade; the police (COP) are asked for apart."""
RULING = ("GOV", "LEG", "PTY", "ELI", "JUD", "OPP")
"""Sectors of those whose attacks are mostly words."""
SHARE = 0.25
"""From this share of bloody paragraphs on a whole story is one of violence."""
_HARMFUL = ("ASSAULT", "DEATH")
_ROLES = ("headline", "deck", "paragraph")
_ARREST = "arrest"
"""The mode of what befalls nobody but people."""
_NOMINAL = ("NOUN", "PROPN")
_LEAD = 3
"""So many blocks open a story: headline, first and second paragraph."""
_BEHIND = ("for", "over", "as")
"""Behind a verb of attack they bring what is blamed on somebody: "attacked her for the deal"."""


class _Words(Struct, frozen=True):
    violent: frozenset[str]
    bloodshed: frozenset[str]
    armed: frozenset[str]
    targets: frozenset[str]
    selves: frozenset[str]
    single: frozenset[str]
    """Articles and pronouns before a single deed."""
    acts: frozenset[str]
    """Words of bloodshed that are no harm, no tool and no truce."""
    mishaps: frozenset[str]
    """The words of accidents and disasters."""
    owned: frozenset[str]
    """What somebody claims for a deed of violence."""
    mobs: frozenset[str]
    """Crowds that do violence and suffer it, and are no persons."""
    possessives: frozenset[str]
    """Pronouns for the owner of a death."""
    unreal: frozenset[str]
    """What stands before a noun for nobody in particular: "any man", "no guard"."""


@cache
def _words(code: str) -> _Words:
    events = load(code).events
    bloodshed = frozenset((*events.violent, *events.bloodshed)) - {*events.disputed}
    return _Words(
        violent=frozenset(events.violent),
        bloodshed=bloodshed,
        armed=frozenset(events.armed),
        targets=frozenset(events.targets),
        selves=frozenset(events.selves),
        single=frozenset(events.single),
        acts=bloodshed - {*events.harm, *events.proofless},
        mishaps=frozenset(events.mishaps),
        owned=frozenset(events.owned),
        mobs=frozenset(events.rioters),
        possessives=frozenset(events.possessives),
        unreal=frozenset(events.unreal),
    )


class Force:
    """What of a story is told in words of violence, and whether an event is an act of force in that light."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.annotation: Annotation = record.annotation
        self.code = self.annotation.words.language.code
        self.words = _words(self.code)
        self._bloody: dict[int, list[int]] = {}
        for token in self.annotation.tokens:
            if token.lemma.lower() in self.words.bloodshed:
                self._bloody.setdefault(token.sentence, []).append(token.i)
        self.is_violent_story = self._tells_of_violence(plainly=False)
        """Whether much of the story is bloodshed."""
        self._habits = _habits(record)
        lemmas = {token.lemma.lower() for token in self.annotation.tokens}
        self.is_suspicious = not lemmas.isdisjoint(self.words.violent) and lemmas.isdisjoint(self.words.mishaps)
        """Whether an explosion in the story is likelier an attack."""
        self.is_story_of_attacks = self._tells_of_violence(plainly=True)

    def _tells_of_violence(self, *, plainly: bool) -> bool:
        """Whether the lead tells of violence, or many paragraphs do; the dead of an accident do not make it so.

        `plainly`: paragraphs count by acts of violence alone, not by the dead and the wounded.
        """
        told = [sentence for sentence in self.annotation.sentences if sentence.role in _ROLES]
        blocks = list(dict.fromkeys(sentence.block for sentence in told))
        opening = [t for s in told if s.block in blocks[:_LEAD] for t in self.annotation.tokens_of(s)]
        lead = {t.lemma.lower() for t in opening}
        peaceful = any(map(self._is_mishap, opening))
        if not peaceful and not lead.isdisjoint(self.words.acts):
            return True
        if peaceful and plainly:
            return False
        proof = [self.annotation.tokens[i] for found in self._bloody.values() for i in found]
        bloody = {token.block for token in proof if not (peaceful or plainly) or self._is_act(token)}
        return bool(blocks) and len(bloody) / len(blocks) >= SHARE

    def is_force(self, draft: Draft) -> bool:
        """Whether an event told by words of more than one sense is an act of force.

        A weapon, somebody armed or a thing that is struck tell so, and so does bloodshed told beside it; whoever is
        no fighter, and blames somebody for something, only speaks.
        """
        if draft.weapons or self._is_armed(draft.actors, draft.sides.actors):
            return True
        if self._is_owned(draft.match.token):
            return True
        if self._is_blamed(draft):
            return False
        if draft.actors and all(self._is_civil(fact) for fact in draft.actors):
            return self._is_by_civilians(draft)
        if self._is_armed(draft.recipients, draft.sides.recipients) or self._is_struck(draft):
            return True
        if any(map(is_country, draft.actors)) and any(map(is_country, draft.recipients)):
            return True
        return self._is_near(draft.match.token) or self._is_in_block(draft.match.token) or self.is_violent_story

    def _is_owned(self, noun: Token) -> bool:
        """ "Claimed responsibility for the attack": of what is only said nobody claims it."""
        link = self.annotation.head(noun)
        return noun.dep == "pobj" and self.annotation.head(link).lemma.lower() in self.words.owned

    def is_bombing(self, draft: Draft) -> bool:
        """Whether an explosion is no accident: a bomb, or a story that tells of attacks and of no accident."""
        return bool(draft.weapons) or self.is_story_of_attacks or self.is_suspicious

    def has_victim(self, draft: Draft) -> bool:
        """Whether it befalls people, as far as it befalls anything: "killed the guard", not "killed the deal"."""
        heads = [head for head in draft.sides.recipients if head.lower not in self.words.selves]
        return not heads or any(map(self._lives, draft.recipients)) or any(map(self._is_human, heads))

    def _lives(self, fact: Fact) -> bool:
        """A person, or a group of them; no firm and no state, unless it is somebody armed."""
        return (
            fact.kind == "person"
            or _sector(fact).startswith(ARMED)
            or (fact.kind in PEOPLE and not self._is_civil(fact))
        )

    def is_somebody(self, draft: Draft) -> bool:
        """Whether it is told as a fact of people whom no name tells: "a man was arrested", "ten people were killed"."""
        own = {token.i for token in self.annotation.subtree(draft.match.token)} if draft.match.noun else set()
        doers = (doer for doer in draft.sides.actors if doer.i in own)  # "a raid by robbers"
        heads = (*draft.sides.recipients, *doers)
        caught = _ARREST in draft.match.row.modes
        if not any(self._is_told_of(head, caught) for head in heads):
            return False
        return factuality(self.annotation, draft.match.token, draft.sides.carrier).status == "asserted"

    def _is_told_of(self, head: Token, caught: bool) -> bool:
        """A noun or a number for people of flesh and blood, no pronoun and no plural that nothing counts.

        Whoever is arrested is one, whatever he is called.
        """
        if head.pos == "PRON" or self._is_bare(head) or not (self._is_human(head) or (caught and head.pos in _NOMINAL)):
            return False
        return all(kid.lower not in self.words.unreal for kid in self.annotation.children(head, "det", "amod", "poss"))

    def is_harm(self, draft: Draft) -> bool:
        """Whether a verb of harm is meant as it says: people are killed; they are hurt by force, not by a law."""
        meant = self._kills(draft.match.token) or not draft.sides.actors or self.is_force(draft)
        return meant and self.has_victim(draft)

    def is_general(self, draft: Draft) -> bool:
        """Whether such deeds are spoken of in general: "attacks on schools", "the cost of fighting gangs".

        It has no place, time or weapon of its own, is no single deed, and no victim of it is named or counted; or it
        happens time and again: "die every year".
        """
        token = draft.match.token
        if draft.match.row.type in _HARMFUL and not draft.match.noun and token.i in self._habits:
            return True
        placed = draft.where or draft.when or draft.weapons or draft.sides.carrier
        if draft.match.row.type != "ASSAULT" or placed:
            return False
        if not all(map(self._is_bare, draft.sides.recipients)):
            return False
        return self._are_deeds(draft) if draft.match.noun else self._is_task(token)

    def _are_deeds(self, draft: Draft) -> bool:
        """Deeds in the plural that nothing counts; "the murder of nuns" is as general as "murder"."""
        noun = draft.match.token
        fixed = self.annotation.children(noun, "det", "nummod", "predet")
        if noun.tag == "NNS":
            return not fixed and not (draft.recipients and draft.actors)
        if draft.match.row.owner != "recipient" or any(word.lower in self.words.single for word in fixed):
            return False
        return bool(draft.sides.recipients) or not fixed

    def _is_task(self, verb: Token) -> bool:
        """A gerund that says what something is for: "in charge of fighting gangs"."""
        preposition = self.annotation.head(verb)
        return verb.tag == "VBG" and verb.dep == "pcomp" and self.annotation.head(preposition).pos == "NOUN"

    def _is_bare(self, head: Token) -> bool:
        """A plural that nothing counts or points to."""
        if head.tag != "NNS" or self.annotation.name_at(head) is not None:
            return False
        kids = self.annotation.children(
            head, "det", "nummod", "poss", "compound", "amod", "nmod", "appos", "relcl", "acl"
        )
        return not any(kid.dep not in ("amod", "compound") or self.annotation.name_at(kid) for kid in kids)

    def on_himself(self, verb: Token) -> bool:
        """ "Shot himself"."""
        return any(kid.lower in self.words.selves for kid in self.annotation.children(verb, "dobj"))

    def is_known(self, draft: Draft) -> bool:
        """Whether words of force tell of people unknown to the record, of a weapon, or of a bomb that went off."""
        row = draft.match.row
        if row.type != "ASSAULT":
            return False
        return bool(draft.weapons or row.subjects) or any(map(self._is_human, draft.sides.recipients))

    def is_without_cause(self, draft: Draft) -> bool:
        """Whether harm that has no cause of its own is that of violence: told in its sentence or in the one before.

        A killing in a story of violence is one too; but no accident or disaster may stand near.
        """
        token = draft.match.token
        before = self.annotation.sentences[max(token.sentence - 1, 0)]
        near = {token.sentence, before.i} if before.block == token.block else {token.sentence}
        told = [t for i in near for t in self.annotation.tokens_of(self.annotation.sentences[i])]
        if any(map(self._is_mishap, told)):
            return False
        return (self._kills(token) and self.is_story_of_attacks) or any(map(self._is_act, told))

    def _is_mishap(self, token: Token) -> bool:
        """A word of accidents and disasters; "stormed a bank" is no storm."""
        lemma = token.lemma.lower()
        if lemma not in self.words.mishaps or token.pos != "VERB":
            return lemma in self.words.mishaps
        rows = [each.row for each in self.annotation.words.lexicon.verbs.get(lemma, ())]
        return not any(row.type == _HARMFUL[0] and not row.subjects for row in rows)

    def _is_act(self, token: Token) -> bool:
        return token.lemma.lower() in self.words.acts

    def _kills(self, token: Token) -> bool:
        return token.lemma.lower() == self.annotation.words.events.harm[0]

    def _is_by_civilians(self, draft: Draft) -> bool:
        """Politicians have fighters and countries attacked; of others bloodshed is told beside it."""
        armed = self._is_armed(draft.recipients, draft.sides.recipients)
        if not any(_sector(fact).startswith(RULING) for fact in draft.actors):
            return armed or self._is_near(draft.match.token)
        fought = any(_sector(fact).startswith(ARMED) or is_country(fact) for fact in draft.recipients)
        return fought and self._is_near(draft.match.token)

    def _is_near(self, token: Token) -> bool:
        return any(i != token.i for i in self._bloody.get(token.sentence, ()))

    def _is_in_block(self, token: Token) -> bool:
        """Words of violence in the paragraph, besides the trigger."""
        found = (i for told in self._bloody.values() for i in told)
        return any(i != token.i and self.annotation.tokens[i].block == token.block for i in found)

    def _is_armed(self, facts: tuple[Fact, ...], heads: tuple[Token, ...]) -> bool:
        by_sector = any(_sector(fact).startswith((*ARMED, "COP")) for fact in facts)
        return by_sector or any(head.lemma.lower() in self.words.armed for head in heads)

    def _is_civil(self, fact: Fact) -> bool:
        """Somebody named who bears no arms: a politician, a paper, a club."""
        value = fact.value
        return isinstance(value, Person | Organisation) and any(m.form == "name" for m in value.mentions)

    def _is_blamed(self, draft: Draft) -> bool:
        """ "Attacked her rival for the deal", "as a fraud"; not "for three hours"."""
        verb = draft.match.token
        if draft.match.noun:
            return any(map(self._is_aim, clauses.after(self.annotation, verb, _BEHIND[0])))
        for noun in clauses.after(self.annotation, verb, *_BEHIND):
            if noun.entity not in ("DATE", "TIME") and noun.pos != "NUM":
                return True
        return any(
            kid.dep == "prep" and kid.lower in _BEHIND and self.annotation.children(kid, "pcomp")
            for kid in self.annotation.children(verb)
        )

    def _is_aim(self, noun: Token) -> bool:
        """What a fight is for: "their fight for safer mines"; not "the battle for the town", "a raid for hours"."""
        timed = noun.entity in ("DATE", "TIME") or noun.tag in ("CD", "PRP")
        return noun.pos == "NOUN" and not timed and noun.lemma.lower() not in self.words.targets

    def _is_struck(self, draft: Draft) -> bool:
        """A house, a convoy, a town, a country as what it is done to."""
        if any(fact.kind == "place" and not is_country(fact) for fact in draft.recipients):
            return True
        return any(head.lemma.lower() in self.words.targets for head in draft.sides.recipients)

    def _is_human(self, head: Token) -> bool:
        words = people_words(self.code)
        if head.lower in words.plural_pronouns or head.lower in words.singular_pronouns or head.tag == "WP":
            return True
        if head.lower in self.words.possessives or head.lemma.lower() in self.words.mobs:
            return True
        counted = head.pos == "NUM" or head.lemma.lower() in words.shares or head.lemma.lower() in words.collectives
        if counted and (whole := clauses.after(self.annotation, head, "of")):
            return any(noun.pos == "PROPN" or self._is_human(noun) for noun in whole)  # not "dozens of birds"
        return counted or words.is_person(self.annotation, head)


def _habits(record: Record) -> frozenset[int]:
    """The verbs of which a word of frequency tells how often it happens: TIMEX3's SET, "every year"."""
    annotation = record.annotation
    sets = [fact for fact in record.of("moment") if isinstance(fact.value, Moment) and fact.value.type == "SET"]
    found = [token for fact in sets for span in fact.spans for token in annotation.tokens_in(span)]
    return frozenset(token.head for token in found if annotation.head(token).pos == "VERB")


def _sector(fact: Fact) -> str:
    return (fact.value.sector or "") if isinstance(fact.value, Person | Organisation) else ""
