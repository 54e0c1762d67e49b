"""Whether a draft has what its row of the lexicon asks for."""

from collections.abc import Callable

from dateline.annotated import Token
from dateline.languages.sections import NEEDS
from dateline.languages.titles import title_words
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts.coding.draft import Draft
from dateline.understanding.acts.parties.participants import PEOPLE, hurts, words
from dateline.understanding.acts.parties.resolving import struck_places
from dateline.understanding.acts.restrictions.force import Force
from dateline.understanding.acts.restrictions.needs import is_met
from dateline.understanding.acts.wording import clauses
from dateline.values import Organisation, Person


class Restrictions:
    """What rows ask for, seen against one record."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.annotation = record.annotation
        self.force = Force(record)
        violent = words(self.annotation, "violent")
        self._violent = {token.block for token in self.annotation.tokens if token.lemma.lower() in violent}

    def lacking(self, draft: Draft) -> str | None:
        """What the row asks for and the draft has not, in words."""
        missing = (need for need in draft.match.row.needs if not self.has(draft, need))
        return next((f"it needs {NEEDS[need]}" for need in missing), None)

    def has(self, draft: Draft, need: str) -> bool:
        """Whether a draft has what a row needs; `NEEDS` in the language's sections explains each."""
        if need in _BY_FORCE:
            return _BY_FORCE[need](self.force, draft)
        if need in _BY_PARTIES:
            return _BY_PARTIES[need](self, draft)
        return is_met(self.record, draft, need)

    def _has_actor(self, draft: Draft) -> bool:
        return bool(draft.actors) or any(self.is_human(head) for head in draft.sides.actors)

    def _has_place(self, draft: Draft) -> bool:
        struck = struck_places(self.record, draft.match, draft.sides.recipients)
        return any(fact in draft.where for fact in struck)

    def _has_scene(self, draft: Draft) -> bool:
        """A place or a time; what has killed people needs none: "the epidemic killed nine"."""
        carrier = draft.sides.carrier
        harmed = carrier is not None and hurts(self.annotation, carrier) and self.force.has_victim(draft)
        return bool(draft.where or draft.when) or (harmed and bool(draft.sides.recipients))

    def _has_armed(self, draft: Draft) -> bool:
        return bool(draft.weapons) or any(_is_armed(fact) for fact in draft.actors) or self._is_aimed(draft)

    def _is_peaceful(self, draft: Draft) -> bool:
        return draft.match.token.block not in self._violent and not self.force.is_suspicious

    def _is_plain(self, draft: Draft) -> bool:
        what = self.annotation.children(draft.match.token, "oprd", "attr", "acomp", "ccomp", "xcomp", "prt")
        return not [word for word in what if word not in draft.sides.recipients]

    def _has_foe(self, draft: Draft) -> bool:
        foes = draft.sides.recipients
        return not foes or bool(draft.recipients) or any(self.is_human(head) for head in foes)

    def _is_bare(self, draft: Draft) -> bool:
        return draft.match.noun or not clauses.objects(self.annotation, draft.match.token)

    def _has_article(self, draft: Draft) -> bool:
        noun = draft.match.token
        opens = noun.dep in ("nsubj", "nsubjpass", "ROOT")  # "Fire destroys depot"; what one opens is that of guns
        shot = clauses.after(self.annotation, noun, *self.annotation.words.events.asked_from)
        return (
            (opens and not shot) or noun.tag == "NNS" or bool(self.annotation.children(noun, "det", "nummod", "poss"))
        )

    def _is_lawless(self, draft: Draft) -> bool:
        """Policemen and sappers who detonate a bomb make an end of it."""
        sectors = [(fact.value.sector or "") for fact in draft.actors if isinstance(fact.value, Person | Organisation)]
        if any(sector.startswith("COP") for sector in sectors):
            return False
        clearing = self.annotation.words.events.clearing
        beside = [kid for head in draft.sides.actors for kid in (head, *self.annotation.children(head, "compound"))]
        return not any(word.lemma.lower() in clearing for word in beside)

    def _has_post(self, draft: Draft) -> bool:
        verb = draft.match.token
        serving = self.annotation.words.events.as_post
        posts = self.annotation.children(verb, "oprd", "attr") + clauses.after(self.annotation, verb, *serving)
        for being in self.annotation.children(verb, "xcomp"):  # "nominated to be mayor", "chosen to serve as mayor"
            told = self.annotation.children(being, "attr") + clauses.after(self.annotation, being, serving[0])
            past = {kid.lemma.lower() for kid in self.annotation.children(being, "aux")}
            if past.isdisjoint(self.annotation.words.events.perfect):  # "confirmed to have been members"
                posts += filter(self.is_human, told)
        return any(noun.pos != "PROPN" or self.is_human(noun) for noun in posts)  # not "a boy named Ben"

    def _is_aimed(self, draft: Draft) -> bool:
        """ "a strike on the base" """
        return draft.match.noun and bool(clauses.after(self.annotation, draft.match.token, *draft.match.row.to))

    def is_human(self, head: Token) -> bool:
        """Someone the record knows no more of: "he", "the president"."""
        titles = title_words(self.annotation.words.language.code)
        return head.tag in ("PRP", "WP") or (head.pos in ("NOUN", "PROPN") and head.lemma.lower() in titles.heads)


def _is_armed(fact: Fact) -> bool:
    sector = fact.value.sector if isinstance(fact.value, Person | Organisation) else None
    return (sector or "").startswith(("MIL", "REB", "UAF", "PRM"))


_BY_FORCE: dict[str, Callable[[Force, Draft], bool]] = {
    "weapon": Force.is_bombing,
    "force": Force.is_force,
    "victim": Force.has_victim,
}
_BY_PARTIES: dict[str, Callable[[Restrictions, Draft], bool]] = {
    "actor": Restrictions._has_actor,
    "recipient": lambda _, draft: bool(draft.recipients),
    "person": lambda _, draft: any(fact.kind in PEOPLE for fact in draft.recipients),
    "party": lambda _, draft: bool(draft.actors or draft.recipients),
    "place": Restrictions._has_place,
    "scene": Restrictions._has_scene,
    "armed": Restrictions._has_armed,
    "peaceful": Restrictions._is_peaceful,
    "plain": Restrictions._is_plain,
    "foe": Restrictions._has_foe,
    "bare": Restrictions._is_bare,
    "post": Restrictions._has_post,
    "lawless": Restrictions._is_lawless,
    "article": Restrictions._has_article,
}
