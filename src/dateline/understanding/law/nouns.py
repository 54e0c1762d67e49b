"""What nouns for a case tell: charges, indictments, investigations, trials."""

from collections.abc import Iterator

from dateline.annotated import Token
from dateline.model import Status
from dateline.understanding.acts.wording.clauses import objects, surface
from dateline.understanding.factuality.noun_words import is_in_charge
from dateline.understanding.law.offences import Offences, before_charges, offence_list, offences_behind
from dateline.understanding.law.parties import Case, Parties
from dateline.understanding.law.pieces import is_offence
from dateline.understanding.law.words import speaks_of_law

DROPPED = "the charges were dropped or the case was closed"
DENIED = "the accused denies it"


class NounReader:
    """Reads the nouns of one article."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties
        self.annotation = parties.annotation
        self.lists = parties.annotation.words.charges.cases

    def noun(self, token: Token, stage: str) -> Iterator[Case]:
        """ "opened a criminal case against X", "faces charges of", "the same charges were laid against"."""
        lists = self.lists
        if is_in_charge(self.annotation, token):
            return
        verb = self.parties.governor(token)
        accused, by = self._parties(token, verb)
        if not accused or (by is not None and self.parties.is_sport(by)):
            return
        behind = offences_behind(self.annotation, token, lists.openers)
        offences = self._counted(token) or behind.offences or self._prefixed(token)
        similar = offences is None and any(kid.lower in lists.similar for kid in self.annotation.children(token))
        if not self._is_law(token, verb, stage, offences, similar):
            return
        status, reason = self._standing(token, verb)
        if status is None:
            return
        if stage == "investigated" and behind.counts:
            stage = "charged"
        yield self.parties.case(
            token, stage, accused, by, offences, status, bare=True, similar=similar, reason=reason
        )  # fmt: skip

    def is_dropped(self, token: Token) -> bool:
        """ "But the case was dropped"."""
        verb = self.parties.governor(token)
        known = any(kid.lower in self.lists.definite for kid in self.annotation.children(token, "det", "poss"))
        passive = token.dep == "nsubjpass" and verb is not None and token.head == verb.i and known
        return verb is not None and passive and self._standing(token, verb) == ("historical", DROPPED)

    def _standing(self, token: Token, verb: Token | None) -> tuple[Status | None, str | None]:
        """How real the case is; one that is known already is so whatever the verb above makes of it."""
        lists = self.lists
        lemma = verb.lemma.lower() if verb is not None else ""
        if verb is None:
            return "asserted", None
        own = self._of_verb(token, verb)
        status = self.parties.undergoing.status(verb)
        if own and lemma in lists.dropping:
            return ("historical", DROPPED) if status == "asserted" else ("asserted", None)
        if own and lemma in lists.denying:
            return "asserted", DENIED
        known = any(kid.lower in lists.definite for kid in self.annotation.children(token, "det", "poss"))
        if own and lemma not in lists.facing and self.parties.undergoing.status(token) == "requested":
            return "requested", None  # "demanded the trial of"
        if known and lemma not in lists.opening and lemma not in lists.facing:
            return "asserted", None
        if lemma in lists.awaiting and status == "asserted" and token.lemma.lower() in lists.tried:
            return "planned", None
        if lemma in lists.facing and status == "planned" and self._is_purpose(verb):
            return "asserted", None
        return status, None

    def _of_verb(self, token: Token, verb: Token) -> bool:
        return token.head == verb.i and token.dep in ("dobj", "nsubjpass", "nsubj")

    def _is_purpose(self, verb: Token) -> bool:
        """ "Was extradited to face charges of": the charges are there."""
        above = self.annotation.head(verb)
        return verb.dep in ("advcl", "xcomp", "relcl") and self.parties.undergoing.status(above) == "asserted"

    def _is_law(self, token: Token, verb: Token | None, stage: str, offences: Offences | None, similar: bool) -> bool:
        """Whether the noun is meant as one of the law: politicians too have charges and cases against each other."""
        lists = self.lists
        legal = any(kid.lower in lists.legal for kid in self.annotation.children(token, "amod", "compound"))
        if stage == "investigated":
            return legal or offences is not None
        if stage == "tried" or offences is not None or legal or similar:
            return True
        verbs = (*lists.opening, *lists.facing, *lists.dropping, *lists.holding)
        return verb is not None and (verb.lemma.lower() in verbs or self.parties.is_official(verb))

    def _parties(self, token: Token, verb: Token | None) -> tuple[list[Token], Token | None]:
        """The accused and who opened the case."""
        lists, annotation = self.lists, self.annotation
        verbal = verb is not None and token.dep == "dobj" and token.head == verb.i
        if verb is not None and verbal and verb.lemma.lower() in lists.facing:
            return self.parties.all_of(self.parties.above(verb)), None
        if self._has_phrase(token, lists.on_trial):
            return self.parties.all_of(self._tried(token, verb)), None
        if verb is not None and verbal and verb.lemma.lower() in lists.denying:
            return self.parties.all_of(annotation.children(verb, "nsubj")), None
        if verb is not None and self._is_held(token, verb):
            return self.parties.all_of(objects(annotation, verb) or surface(annotation, verb)), None
        against = self._against(token, verb)
        opened = verb is not None and verb.lemma.lower() in lists.opening and self._of_verb(token, verb)
        by = self.parties.opener(verb) if verb is not None and opened and against else None
        return self.parties.all_of(against), by

    def _tried(self, token: Token, verb: Token | None) -> list[Token]:
        """Who is "on trial", or the noun that the words hang on: "a mayor now on trial"."""
        mark = self.annotation.head(token)
        holder = self.annotation.head(mark) if token.dep == "pobj" else mark
        if holder.pos in ("NOUN", "PROPN"):
            return [holder]
        if verb is None or holder.i != verb.i or verb.lemma.lower() not in self.lists.trying:
            return []
        put = objects(self.annotation, verb) if token.dep == "pobj" else []
        return put or self.parties.above(verb)

    def _is_held(self, token: Token, verb: Token) -> bool:
        """ "Appeared in court on charges of", "is in jail on murder charges"."""
        mark = self.annotation.head(token)
        on = token.dep == "pobj" and mark.lower in self.lists.charges_on and token.lemma.lower() in self.lists.charged
        if verb.pos == "AUX" and not any(
            t.lemma.lower() in self.lists.held_in for t in self.annotation.tokens[verb.i : token.i]
        ):
            return False
        return on and verb.lemma.lower() in self.lists.holding and speaks_of_law(self.annotation, token)

    def _against(self, token: Token, verb: Token | None) -> list[Token]:
        """ "Charges against X", "charges were filed against X", "the trial of X"."""
        lists, annotation = self.lists, self.annotation
        for holder in (token, verb):
            for mark in annotation.children(holder, "prep") if holder is not None else ():
                own = token.lemma.lower() in lists.marked_by_of and (holder is token or mark.lower == lists.marks[1])
                fits = mark.lower == lists.marks[0] or (mark.lower in lists.marks and own)
                if not fits or mark.i < token.i:
                    continue
                found = [t for t in annotation.children(mark, "pobj") if not is_offence(annotation, [t])]
                if found:
                    return found
        return []

    def _counted(self, token: Token) -> Offences | None:
        """ "Five counts of fraud" keeps its number."""
        numbers = [kid for kid in self.annotation.children(token, "nummod") if kid.i < token.i]
        last = self.annotation.sentence(token).last
        follows = token.i + 1 < last and self.annotation.tokens[token.i + 1].lower == "of"
        return offence_list(self.annotation, numbers[0].i, last, sure=True) if numbers and follows else None

    def _prefixed(self, token: Token) -> Offences | None:
        """ "Sexual assault charges"."""
        kids = [kid for kid in self.annotation.children(token, "compound", "amod", "nmod") if kid.i < token.i]
        first = min((t.i for kid in kids for t in self.annotation.subtree(kid)), default=token.i)
        return before_charges(self.annotation, first, token.i)

    def _has_phrase(self, token: Token, phrases: tuple[str, ...]) -> bool:
        before = self.annotation.tokens[token.i - 1].lower if token.i else ""
        return f"{before} {token.lower}" in phrases
