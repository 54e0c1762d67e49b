"""What verbs and nouns of the law tell: who is accused, of what, by whom, and how far the case has come."""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.languages.sections import LegalVerb
from dateline.model import Status
from dateline.understanding.acts.clauses import agents, objects, surface
from dateline.understanding.factuality.noun_words import is_in_charge
from dateline.understanding.harm.undergoing import Undergoing
from dateline.understanding.law.offences import Offences, is_offence, offences_behind, term_behind
from dateline.values import Span


class Case(Struct, frozen=True, kw_only=True):
    """One telling of a case; `accused`, `by` and `court` are heads of phrases. `similar`: "similar charges"."""

    trigger: Token
    stage: str
    accused: tuple[Token, ...] = ()
    by: Token | None = None
    court: Token | None = None
    offences: Offences | None = None
    sentence: Span | None = None
    status: Status = "asserted"
    confidence: float = 0.9
    similar: bool = False
    bare: bool = False
    """Tells of a case even where no offence is named."""
    reason: str | None = None


class _Words(Struct, frozen=True):
    verbs: dict[str, LegalVerb]
    guilty: frozenset[str]
    nouns: dict[str, str]
    officials: frozenset[str]
    courts: frozenset[str]


@cache
def _words(code: str) -> _Words:
    words = load(code).charges
    nouns = {noun: stage for stage in ("investigated", "charged", "tried") for noun in getattr(words.cases, stage)}
    return _Words(
        verbs={verb: entry for entry in words.verbs for verb in entry.verbs},
        guilty=frozenset(words.guilty.words),
        nouns=nouns,
        officials=frozenset(words.law.officials),
        courts=frozenset(words.law.courts),
    )


def cases(annotation: Annotation) -> Iterator[Case]:
    """Every telling of a case, in the order of the text."""
    words = _words(annotation.words.language.code)
    reader = _Reader(annotation, words)
    for token in annotation.tokens:
        lemma = token.lemma.lower()
        if annotation.tokens[annotation.sentence(token).last - 1].text == "?":
            continue
        if lemma in words.verbs and token.pos == "VERB" and token.dep not in ("amod", "compound"):
            yield from reader.verb(token, words.verbs[lemma])
        elif token.lower in words.guilty:
            yield from reader.guilt(token)
        elif lemma in words.nouns and token.pos == "NOUN":
            yield from reader.noun(token, words.nouns[lemma])


class _Reader:
    def __init__(self, annotation: Annotation, words: _Words) -> None:
        self.annotation = annotation
        self.words = words
        self.lists = annotation.words.charges
        self.undergoing = Undergoing(annotation)
        self.named: dict[int, Offences] = {}

    def verb(self, token: Token, entry: LegalVerb) -> Iterator[Case]:
        """ "was charged with", "prosecutors charged X with", "sentenced to five years for"."""
        annotation = self.annotation
        says = any(t.lower == "that" for kid in annotation.children(token, "ccomp") for t in annotation.children(kid))
        status = None if says else self.undergoing.status(token)
        given = objects(annotation, token)
        accused = given or self._through_conjunction(self.undergoing.sufferers(token))
        if status is None or not accused:
            return
        by = next(iter(surface(annotation, token) if given else agents(annotation, token)), None)
        if entry.official and not (by is not None and self._names(by, self.words.officials)):
            return
        sentence = term_behind(annotation, token, entry.sentence) if entry.sentence else None
        offences = offences_behind(annotation, token, entry.openers, sentence)
        reason = None
        if offences is None and token.dep == "conj" and token.head in self.named:
            offences = self.named[token.head]
            reason = "the offences are those named with the verb before"
        if offences is not None:
            self.named[token.i] = offences
        yield self._case(
            token,
            entry.stage,
            accused,
            by,
            offences,
            status,
            reason=reason,
            bare=entry.bare,
            sentence=sentence,
        )

    def guilt(self, token: Token) -> Iterator[Case]:
        """ "found guilty of", "pleaded not guilty to"."""
        annotation, lists = self.annotation, self.lists.guilty
        verb = annotation.head(token)
        status = self.undergoing.status(verb)
        if status is None or verb.lemma not in (*lists.find, *lists.plead):
            return
        negated = any(kid.dep == "neg" for kid in annotation.children(token)) or (
            annotation.tokens[token.i - 1].dep == "neg" if token.i else False
        )
        pleads = verb.lemma in lists.plead
        accused = (
            self.undergoing.subjects(verb)
            if pleads
            else (objects(annotation, verb) or self.undergoing.sufferers(verb) or annotation.children(token, "nsubj"))
        )
        stage = ("tried" if negated else "convicted") if pleads else ("acquitted" if negated else "convicted")
        by = None if pleads else next(iter(agents(annotation, verb)), None)
        offences = offences_behind(annotation, token, lists.openers)
        reason = "a plea, no verdict" if pleads else None
        yield self._case(
            token,
            stage,
            self._through_conjunction(accused),
            by,
            offences,
            "asserted" if status == "denied" else status,  # what is denied has a stage of its own
            reason=reason,
            bare=True,
            sentence=None,
        )

    def noun(self, token: Token, stage: str) -> Iterator[Case]:
        """ "opened a criminal case against X", "faces charges of", "she same charges were laid against"."""
        annotation, lists = self.annotation, self.lists.cases
        if is_in_charge(annotation, token):
            return
        verb = self._governor(token)
        status = self.undergoing.status(verb) if verb is not None else "asserted"
        if status is None or (verb is not None and verb.lemma in lists.dropping):
            return
        accused, by = self._parties(token, verb)
        if not accused:
            return
        offences = offences_behind(annotation, token, lists.openers) or self._prefixed(token)
        if stage == "investigated":
            legal = any(kid.lower in lists.legal for kid in annotation.children(token, "amod", "compound"))
            if not (legal or offences):
                return
            stage = "charged" if self._has_opener(token, lists.charging) else stage
        similar = offences is None and any(kid.lower in lists.similar for kid in annotation.children(token))
        yield self._case(token, stage, accused, by, offences, status, bare=True, similar=similar)

    def _case(
        self,
        token: Token,
        stage: str,
        accused: list[Token],
        by: Token | None,
        offences: Offences | None,
        status: Status,
        *,
        reason: str | None = None,
        bare: bool = False,
        similar: bool = False,
        sentence: Span | None = None,
    ) -> Case:
        judged = by is not None and self._names(by, self.words.courts)
        court = by if judged else self._court(token)
        return Case(
            trigger=token,
            stage=stage,
            accused=tuple(accused),
            by=None if judged else by,
            court=court,
            offences=offences,
            sentence=sentence,
            status=status,
            confidence=0.75 if reason else 0.9,
            similar=similar,
            bare=bare,
            reason=reason,
        )

    def _parties(self, token: Token, verb: Token | None) -> tuple[list[Token], Token | None]:
        annotation, lists = self.annotation, self.lists.cases
        faces = verb is not None and verb.lemma in lists.facing and token.dep == "dobj" and token.head == verb.i
        if verb is not None and (faces or self._has_phrase(token, lists.on_trial)):
            return surface(annotation, verb), None
        holders = [token, *([verb] if verb is not None else [])]
        for holder in holders:
            for mark in annotation.children(holder, "prep"):
                if mark.lower in lists.marks and (holder.i == token.i or mark.lower == lists.marks[0]):
                    accused = [t for t in annotation.children(mark, "pobj") if not is_offence(annotation, [t])]
                    if accused and mark.i > token.i:
                        by = self._opener(verb) if verb is not None else None
                        return self._through_conjunction(accused), by
        return [], None

    def _opener(self, verb: Token) -> Token | None:
        """Who opened the case: the subject, or the agent of a passive."""
        if self.annotation.children(verb, "nsubjpass", "auxpass"):
            return next(iter(agents(self.annotation, verb)), None)
        return next(iter(surface(self.annotation, verb)), None)

    def _governor(self, token: Token) -> Token | None:
        return next((t for t in self.annotation.ancestors(token) if t.pos in ("VERB", "AUX")), None)

    def _through_conjunction(self, heads: list[Token]) -> list[Token]:
        return list(dict.fromkeys(t for head in heads for t in self.undergoing.coordinated(head)))

    def _prefixed(self, token: Token) -> Offences | None:
        """ "murder charges"."""
        kids = [kid for kid in self.annotation.children(token, "compound", "amod") if kid.i < token.i]
        kids = [
            kid for kid in kids if kid.lower not in self.lists.cases.legal[:2] and is_offence(self.annotation, [kid])
        ]
        return Offences((" ".join(k.text for k in kids),), self.annotation.span(kids[0], kids[-1])) if kids else None

    def _has_opener(self, token: Token, openers: tuple[str, ...]) -> bool:
        return offences_behind(self.annotation, token, openers) is not None

    def _has_phrase(self, token: Token, phrases: tuple[str, ...]) -> bool:
        before = self.annotation.tokens[token.i - 1].lower if token.i else ""
        return f"{before} {token.lower}" in phrases

    def _names(self, token: Token, kinds: frozenset[str]) -> bool:
        """Whether the phrase's head, or a word of a name that it ends, is one of these."""
        name = self.annotation.name_at(token)
        parts = self.annotation.tokens[name.first : name.last] if name is not None else (token,)
        near = [*parts, token, *self.annotation.children(token, "compound", "poss")]
        return any(part.lemma.lower() in kinds or part.lower in kinds for part in near)

    def _court(self, token: Token) -> Token | None:
        """A court that the clause names: "in a Lisbon court"."""
        for mark in self.annotation.children(token, "prep", "agent"):
            for noun in self.annotation.children(mark, "pobj"):
                if self._names(noun, self.words.courts):
                    return noun
        return None
