"""What nouns tell of how a case ended or goes on: convictions, sentences, acquittals, warrants, extraditions.

The contract has no stage for an appeal, so a verdict keeps its own stage. One that was upheld, eased or appealed says
so in `reason`; one that was overturned is `historical`, since it held once and holds no longer.
"""

from collections.abc import Iterator

from dateline.annotated import Token
from dateline.model import Status
from dateline.understanding.acts.wording.clauses import agents, surface
from dateline.understanding.law.offences import offences_behind
from dateline.understanding.law.parties import Case, Parties
from dateline.understanding.law.terms import term_at
from dateline.understanding.law.words import speaks_of_law
from dateline.values import Span

UPHELD = "upheld on appeal"
OVERTURNED = "overturned later"
EASED = "the sentence was changed later"
APPEALED = "an appeal is told of"
WANTED = "a warrant; no arrest is told"
EXTRADITION = "told of an extradition"


class OutcomeReader:
    """Reads the nouns of one article."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties
        self.annotation = parties.annotation
        self.lists = parties.annotation.words.charges.outcomes

    def noun(self, token: Token, stage: str) -> Iterator[Case]:
        """ "his conviction for fraud", "was given a life sentence", "a warrant for the arrest of X"."""
        lemma = token.lemma.lower()
        if lemma in self.lists.warrants:
            yield from self._warrant(token)
        elif lemma in self.lists.extraditions:
            yield from self._extradition(token)
        else:
            yield from self._verdict(token, stage)

    def _verdict(self, token: Token, stage: str) -> Iterator[Case]:
        term = self._term(token) if stage == "sentenced" else None
        verb = self._verb(token)
        if (
            stage == "sentenced"
            and term is None
            and not (verb is not None and verb.lemma.lower() in self.lists.serving)
        ):
            return
        if self._is_belief(token):
            return
        accused = self._convict(token, verb)
        behind = offences_behind(self.annotation, token, self.lists.openers, term)
        if stage == "sentenced" and term is None and behind.offences is None:
            return
        if not accused or (stage == "acquitted" and behind.offences is None and verb is None):
            return
        status, reason = self._standing(token, verb)
        if status is None:
            return
        by = self._judge(verb)
        yield self.parties.case(
            token, stage, self.parties.all_of(accused), by, behind.offences, status, reason=reason, bare=True,
            sentence=term if status == "asserted" else None,
        )  # fmt: skip

    def _is_belief(self, token: Token) -> bool:
        """ "It is our conviction that"."""
        behind = self.annotation.tokens[token.i + 1 : token.i + 2]
        return bool(behind) and behind[0].lower == "that" and behind[0].dep == "mark"

    def _verb(self, token: Token) -> Token | None:
        above = self.annotation.head(token)
        return above if token.dep in ("dobj", "nsubjpass", "oprd") and above.pos == "VERB" else None

    def _judge(self, verb: Token | None) -> Token | None:
        """The court that gave, upheld or undid it."""
        if verb is None or verb.lemma.lower() in (*self.lists.receiving, *self.lists.appealing):
            return None
        subjects = [*agents(self.annotation, verb), *surface(self.annotation, verb)]
        return next((t for t in subjects if self.parties.is_court(t)), None)

    def _convict(self, token: Token, verb: Token | None) -> list[Token]:
        """Whose verdict it is: its owner, who receives it, to whom it is given, or who stands behind "of"."""
        annotation, lists = self.annotation, self.lists
        lemma = verb.lemma.lower() if verb is not None else ""
        if owners := annotation.children(token, "poss"):
            return owners
        if verb is not None and token.dep in ("dobj", "oprd") and lemma in lists.receiving:
            return surface(annotation, verb)
        if verb is not None and lemma in lists.giving and token.dep in ("dobj", "oprd"):
            given = annotation.children(verb, "dative") or annotation.children(verb, "nsubjpass")
            return [t for t in given if t.pos != "ADP"] or self._behind(verb, lists.giving_to)
        if verb is not None and lemma in lists.upholding + lists.undoing + lists.easing:
            return self._behind(token, lists.convict_marks)
        return []

    def _behind(self, holder: Token, marks: tuple[str, ...]) -> list[Token]:
        for mark in self.annotation.children(holder, "prep", "dative"):
            found = self.annotation.children(mark, "pobj") if mark.lower in marks else []
            found = [t for t in found if t.pos in ("PROPN", "PRON", "NOUN")]
            if found and self._is_somebody(found[0]):
                return found
        return []

    def _is_somebody(self, token: Token) -> bool:
        name = self.annotation.name_at(token)
        return token.pos == "PRON" or (name is not None and name.label in ("person", "organisation"))

    def _standing(self, token: Token, verb: Token | None) -> tuple[Status | None, str | None]:
        """How real it is, and what became of it."""
        lists = self.lists
        if verb is None:
            return self.parties.undergoing.status(token), None
        lemma, status = verb.lemma.lower(), self.parties.undergoing.status(verb)
        if lemma in lists.asking:
            return ("possible", None) if status == "asserted" else (status, None)
        known = {**dict.fromkeys(lists.upholding, UPHELD), **dict.fromkeys(lists.easing, EASED)}
        known |= dict.fromkeys(lists.appealing, APPEALED)
        if lemma in known:
            return "asserted", known[lemma] if status == "asserted" or lemma in lists.appealing else None
        if lemma in lists.undoing:
            return ("historical", OVERTURNED) if status == "asserted" else ("asserted", None)
        return status, None

    def _term(self, token: Token) -> Span | None:
        """ "A ten-year prison sentence", "a sentence of ten years", "a suspended sentence"; None for one of words."""
        annotation = self.annotation
        owners = {t.i for owner in annotation.children(token, "poss", "det") for t in annotation.subtree(owner)}
        before = [t for t in annotation.subtree(token) if t.i < token.i and t.i not in owners]
        penal = [t for t in before if t.lemma.lower() in self.lists.penal]
        if not penal and (token.lemma.lower() == self.lists.sentenced[0] or speaks_of_law(annotation, token)):
            penal = [t for t in before if any(part in self.lists.lengths for part in t.lemma.lower().split("-"))]
        behind = annotation.tokens[token.i + 1] if token.i + 1 < len(annotation.tokens) else None
        of = term_at(annotation, behind.i + 1) if behind is not None and behind.lower == "of" else None
        if not penal and of is None:
            return None
        if not penal:
            return of if token.lemma.lower() == self.lists.sentenced[0] else None
        return Span(before[0].start, max(token.end, of.end if of else 0))

    def _warrant(self, token: Token) -> Iterator[Case]:
        """ "An arrest warrant for X", "a warrant for the arrest of X"; no search warrant."""
        annotation, lists = self.annotation, self.lists
        named = any(kid.lemma.lower() in lists.arrests for kid in annotation.children(token, "compound"))
        accused: list[Token] = []
        for holder in (token, self._verb(token)):
            for mark in annotation.children(holder, "prep") if holder is not None else ():
                if mark.lower not in lists.warrant_marks or mark.i < token.i:
                    continue
                for noun in annotation.children(mark, "pobj"):
                    arrest = noun.lemma.lower() in lists.arrests
                    named = named or arrest
                    accused = accused or (self._arrested(noun) if arrest else [noun])
        if not named or not accused:
            return
        verb = self._verb(token)
        behind = offences_behind(annotation, token, ("over",))
        status = self.parties.undergoing.status(verb) if verb is not None else "asserted"
        if status is None:
            return
        by = self.parties.opener(verb) if verb is not None else None
        yield self.parties.case(
            token, "charged", self.parties.all_of(accused), by, behind.offences, status, reason=WANTED, bare=True
        )  # fmt: skip

    def _arrested(self, arrest: Token) -> list[Token]:
        return self.annotation.children(arrest, "poss") or [
            t
            for mark in self.annotation.children(arrest, "prep")
            if mark.lower == "of"
            for t in self.annotation.children(mark, "pobj")
        ]

    def _extradition(self, token: Token) -> Iterator[Case]:
        """ "The extradition of X for drug trafficking": charged there, whatever becomes of the extradition."""
        accused = self.annotation.children(token, "poss") or self._behind(token, ("of",))
        behind = offences_behind(self.annotation, token, ("for", "over"))
        if accused and behind.offences is not None:
            yield self.parties.case(
                token, "charged", self.parties.all_of(accused), None, behind.offences, reason=EXTRADITION
            )  # fmt: skip
