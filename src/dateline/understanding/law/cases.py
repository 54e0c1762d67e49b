"""What verbs of the law tell: who is accused, of what, by whom, and how far the case has come."""

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from dateline.annotated import Annotation, Token
from dateline.languages.sections import LegalVerb
from dateline.understanding.acts.wording.clauses import agents, objects, surface
from dateline.understanding.law.nouns import DROPPED, NounReader
from dateline.understanding.law.offences import Behind, Offences, offences_behind
from dateline.understanding.law.outcomes import OutcomeReader
from dateline.understanding.law.parties import Case, Parties
from dateline.understanding.law.terms import term_behind
from dateline.understanding.law.words import law_words, speaks_of_law
from dateline.values import Span

__all__ = ["Case", "cases"]


def cases(annotation: Annotation) -> Iterator[Case]:
    """Every telling of a case, in the order of the text."""
    words = law_words(annotation)
    parties = Parties(annotation)
    verbs, nouns, outcomes = _Verbs(parties), NounReader(parties), OutcomeReader(parties)
    told: list[Case] = []
    for token in annotation.tokens:
        lemma = token.lemma.lower()
        entry = words.verbs.get(lemma) or words.verbs.get(token.lower)  # the parser's lemma of "fined" is "fin"
        if token.pos == "VERB" and entry is not None and token.dep not in ("amod", "compound"):
            found = verbs.prospect(token, entry) if entry.prospect else verbs.verb(token, entry)
        elif token.lower in words.guilty:
            found = verbs.guilt(token)
        elif token.pos == "NOUN" and lemma in words.cases:
            found = nouns.noun(token, words.cases[lemma])
            if nouns.is_dropped(token):
                told = [_dropped(case, token) for case in told]
        elif token.pos == "NOUN" and lemma in words.outcomes:
            found = outcomes.noun(token, words.outcomes[lemma])
        else:
            continue
        if not _is_no_telling(annotation, token):
            told += found
    return iter(told)


def _dropped(case: Case, token: Token) -> Case:
    """ "X was charged with fraud, but the case was dropped": a case of the same sentence that goes on no longer."""
    same = case.trigger.sentence == token.sentence and case.trigger.i < token.i and case.status == "asserted"
    open_still = case.stage in ("investigated", "charged", "arrested")
    return replace(case, status="historical", reason=DROPPED) if same and open_still else case


def _is_no_telling(annotation: Annotation, token: Token) -> bool:
    """Whether the sentence is a question, or speaks of a court that is none ("the court of public opinion")."""
    sentence = annotation.tokens_of(annotation.sentence(token))
    asks = any(t.text == "?" for t in sentence[-2:])
    figurative = law_words(annotation).figurative
    return asks or any(a.lower in figurative and b.lower in figurative for a, b in pairwise(sentence))


class _Verbs:
    def __init__(self, parties: Parties) -> None:
        self.parties = parties
        self.annotation = parties.annotation
        self.lists = parties.annotation.words.charges
        self.undergoing = parties.undergoing
        self.named: dict[int, Offences] = {}
        self.told: dict[int, list[Token]] = {}

    def verb(self, token: Token, entry: LegalVerb) -> Iterator[Case]:
        """ "was charged with", "prosecutors charged X with", "sentenced to five years for"."""
        annotation = self.annotation
        says = any(t.lower == "that" for kid in annotation.children(token, "ccomp") for t in annotation.children(kid))
        status = None if says or self._is_supposed(token) else self.undergoing.status(token)
        given = objects(annotation, token)
        term = term_behind(annotation, token, entry.sentence) if entry.sentence else None
        if term is not None and entry.sentence == ("",):
            term = Span(token.start, term.end)  # "fined 5,000 euros"
        heads = [t for t in given if term is None or not term.start <= t.start < term.end]
        lost = self.parties.first_of(self.undergoing.sufferers(token), token)
        accused = self._same(token, heads) or self.parties.all_of(heads or lost or self._controlled(token))
        self.told[token.i] = accused
        active = entry.passive and (bool(heads) or token.tag != "VBN")
        if status is None or not accused or active:
            return
        if status == "denied" and len(accused) < len(heads):
            status = "asserted"  # "charged X with speeding, no insurance"
        by = next(iter(surface(annotation, token) if heads else agents(annotation, token)), None)
        if not self._is_law(token, entry, by, term):
            return
        weak = entry.official and by is None and term is None and not speaks_of_law(annotation, token)
        if by is not None and status != "asserted" and not self.parties.is_official(by):
            by = None  # "the speaker regretted the decision not to charge X"
        behind = offences_behind(annotation, token, entry.openers, term, sure=entry.sure)
        if heads and by is not None and not self._accuses(by, entry, behind.offences):
            return
        offences, reason = self._taken_over(token, behind, entry.reason)
        case = self.parties.case(
            token, entry.stage, accused, by, offences, status, reason=reason, sentence=term,
            bare=entry.bare or behind.counts, weak=weak,
        )  # fmt: skip
        yield from self._pairs(case)

    def prospect(self, token: Token, entry: LegalVerb) -> Iterator[Case]:
        """ "Faces up to ten years in prison for fraud": possible, no sentence; nothing where no offence is named."""
        term = term_behind(self.annotation, token, entry.sentence)
        behind = offences_behind(self.annotation, token, entry.openers, term) if term is not None else Behind()
        accused = self.parties.all_of(surface(self.annotation, token))
        if accused and behind.offences is not None and self.undergoing.status(token) is not None:
            yield self.parties.case(
                token, entry.stage, accused, None, behind.offences, "possible", reason=entry.reason
            )  # fmt: skip

    def _is_supposed(self, verb: Token) -> bool:
        """ "Faces ten years if convicted"."""
        conditions = self.annotation.words.factuality.conditions
        return any(kid.lower in conditions for kid in self.annotation.children(verb, "mark"))

    def _same(self, token: Token, heads: list[Token]) -> list[Token]:
        """ "Convicted X and sentenced her": the accused of the verb before."""
        pronoun = len(heads) == 1 and heads[0].pos == "PRON"
        return self.told.get(token.head, []) if pronoun and token.dep == "conj" else []

    def _controlled(self, token: Token) -> list[Token]:
        """ "Fled after being charged with", "is in jail, charged with": whoever fled or is there."""
        participle = token.dep in ("pcomp", "advcl", "conj") and token.tag == "VBN"
        own = self.annotation.children(token, "nsubj", "nsubjpass", "dobj")
        active = any(kid.lemma == "have" for kid in self.annotation.children(token, "aux"))
        passive = bool(self.annotation.children(token, "auxpass"))
        return surface(self.annotation, token) if participle and not own and (passive or not active) else []

    def _is_law(self, token: Token, entry: LegalVerb, by: Token | None, term: Span | None) -> bool:
        """Whether the verb is meant as one of the law: no ban of a league, no politician's accusation."""
        if by is not None and self.parties.is_sport(by):
            return False
        if entry.stage == "sentenced" and entry.official and term is None:
            return False
        if not entry.official or by is None:
            return not entry.official or term is None or speaks_of_law(self.annotation, token)
        return self.parties.is_official(by)

    def _accuses(self, by: Token, entry: LegalVerb, offences: Offences | None) -> bool:
        """Whether who acts may do so by law: an official, a body; of others only where a crime is named ("charged")."""
        if self.parties.is_official(by):
            return True
        if entry.stage == "arrested":
            return not self.parties.is_common(by)
        return not entry.loose or (offences is not None and offences.known)

    def _taken_over(self, token: Token, behind: Behind, reason: str | None) -> tuple[Offences | None, str | None]:
        """The offences behind a verb, or those of the verb that it is joined to."""
        offences = behind.offences
        if offences is None and token.dep == "conj" and token.head in self.named:
            offences = self.named[token.head]
            reason = reason or "the offences are those named with the verb before"
        if offences is not None:
            self.named[token.i] = offences
        return offences, reason

    def _pairs(self, case: Case) -> Iterator[Case]:
        """ "X and Y were charged with A and B respectively": to each his own."""
        pairwise = self.parties.words.pairwise
        words = self.annotation.tokens_of(self.annotation.sentence(case.trigger))
        offences = case.offences
        if offences is None or len(offences.names) != len(case.accused) or not any(t.lower in pairwise for t in words):
            yield case
            return
        for accused, name in zip(case.accused, offences.names, strict=True):
            yield replace(case, accused=(accused,), offences=Offences((name,), offences.span))

    def guilt(self, token: Token) -> Iterator[Case]:
        """ "found guilty of", "pleaded not guilty to"."""
        annotation, lists = self.annotation, self.lists.guilty
        verb = annotation.head(token)
        status = self.undergoing.status(verb)
        pleads, finds = verb.lemma.lower() in lists.plead, verb.lemma.lower() in lists.find
        if status is None or not (pleads or finds) or self._is_supposed(verb):
            return
        negated = any(kid.dep == "neg" for kid in annotation.children(token)) or (
            annotation.tokens[token.i - 1].dep == "neg" if token.i else False
        )
        stage = ("tried" if negated else "convicted") if pleads else ("acquitted" if negated else "convicted")
        by = None if pleads else self._finder(token, verb)
        self.told[verb.i] = accused = self.parties.all_of(self._found(token, verb, pleads))
        yield self.parties.case(
            token,
            stage,
            accused,
            by,
            offences_behind(annotation, token, lists.openers, sure=True).offences,
            "asserted" if status == "denied" and negated else status,  # what is denied has a stage of its own
            reason="a plea, no verdict" if pleads else None,
            bare=True,
        )

    def _found(self, token: Token, verb: Token, pleads: bool) -> list[Token]:
        """Whom a verdict finds guilty, or who pleads."""
        if pleads:
            return self.undergoing.subjects(verb) or surface(self.annotation, verb)
        own = [kid for kid in self.annotation.children(token, "nsubj") if kid.i < token.i]
        return own or objects(self.annotation, verb) or self.undergoing.sufferers(verb)

    def _finder(self, token: Token, verb: Token) -> Token | None:
        active = bool(self.annotation.children(token, "nsubj") or objects(self.annotation, verb))
        found = surface(self.annotation, verb) if active else agents(self.annotation, verb)
        return found[0] if found else None
