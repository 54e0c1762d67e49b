"""Who stands where in a case: the accused, who accuses, the court."""

from msgspec import Struct

from dateline.annotated import Annotation, Token
from dateline.model import Status
from dateline.understanding.acts.wording.clauses import agents, objects, surface
from dateline.understanding.harm.people_words import people_words
from dateline.understanding.harm.undergoing import Undergoing
from dateline.understanding.law.offences import Offences
from dateline.understanding.law.words import law_words, names_one
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
    weak: bool = False
    """Counts only where the story charges the same accused in plainer words too: "is accused of" by nobody."""
    reason: str | None = None


_VERDICTS = ("convicted", "sentenced", "acquitted")
"""Stages that only a court or another of the law's people brings about."""


class Parties:
    """The grammar of those who take part, for one article."""

    def __init__(self, annotation: Annotation) -> None:
        self.annotation = annotation
        self.words = law_words(annotation)
        self.undergoing = Undergoing(annotation)

    def all_of(self, heads: list[Token]) -> list[Token]:
        """Heads with those that "and" sets beside them; names set beside a plural noun stand for it."""
        joined = [t for head in heads for t in self._together(self._whole(head))]
        found = [named for head in joined for named in self._named(head)]
        return list(dict.fromkeys(t for t in found if self._may_stand_trial(t)))

    def _together(self, head: Token) -> list[Token]:
        """A noun and those beside it; "a student, activist and journalist" is one."""
        found = list(self.undergoing.coordinated(head))
        alone = head.tag == "NN" and bool(self.annotation.children(head, "det"))
        plain = [t for t in found[1:] if t.tag == "NN" and not self.annotation.children(t, "det", "poss", "nummod")]
        return [t for t in found if not alone or t not in plain]

    def _whole(self, head: Token) -> Token:
        """For "each" in "X and Y each face" the subject beside it."""
        if head.lower not in self.words.each:
            return head
        beside = self.annotation.children(self.annotation.head(head), "nsubj", "nsubjpass")
        above = [self.annotation.head(head)] if head.dep in ("appos", "det", "predet") else []
        return next((t for t in [*beside, *above] if t.i < head.i and t.pos in ("NOUN", "PROPN")), head)

    def first_of(self, heads: list[Token], verb: Token) -> list[Token]:
        """Where the parser lost the subject, the last of several before the verb stands for all of them."""
        own = self.annotation.children(verb, "nsubj", "nsubjpass")
        if own or len(heads) != 1 or verb.dep in ("acl", "relcl"):
            return heads
        head = heads[0]
        while head.dep == "conj" and head.i < verb.i and self.annotation.head(head).pos in ("NOUN", "PROPN"):
            head = self.annotation.head(head)
        return [head]

    def _may_stand_trial(self, token: Token) -> bool:
        """No place, and nothing that is not there ("no insurance")."""
        name = self.annotation.name_at(token)
        without = self.annotation.words.factuality.without
        nobody = any(kid.lower in without for kid in self.annotation.children(token, "det"))
        return not nobody and (name is None or name.label != "place")

    def _named(self, head: Token) -> list[Token]:
        """For "two developers, Carl Moss and Tim Lund" the two; all three in "Ana Diaz, 31, Carl Moss, 20, and X"."""
        if head.pos == "NUM" and len(one := [t for t in self._beside(head) if self._is_person(t)]) == 1:
            return one  # "charged one of its critics, Ana Diaz"
        named = [kid for kid in self.annotation.children(head, "appos") if self._is_person(kid)]
        beside = [t for kid in named for t in self.undergoing.coordinated(kid)]
        if len(beside) < 2 or head.pos not in ("NOUN", "PROPN"):
            return [head]
        if head.tag in ("NNS", "NNPS"):
            return [t for t in beside if self._is_person(t)]
        return [head, *(beside if self._is_person(head) else beside[1:])]

    def _beside(self, head: Token) -> list[Token]:
        inner = [noun for mark in self.annotation.children(head, "prep") for noun in self._of(mark)]
        found = [kid for noun in (head, *inner) for kid in self.annotation.children(noun, "appos")]
        for noun in inner:  # whatever the parser makes of the name behind a comma
            comma, name = self.annotation.tokens[noun.i + 1], self.annotation.tokens[noun.i + 2 : noun.i + 3]
            mention = self.annotation.name_at(name[0]) if name and comma.text == "," else None
            found += [self.annotation.tokens[mention.last - 1]] if mention and not found else []
        return found

    def _is_person(self, token: Token) -> bool:
        name = self.annotation.name_at(token)
        return name is not None and name.label == "person"

    def court(self, token: Token) -> Token | None:
        """A court that the clause names: "in a Lisbon court", "by a jury", also behind a noun ("guilty in")."""
        holders = [token, *self.annotation.children(token, "acomp", "oprd", "dobj", "attr")]
        if token.pos == "ADJ" or token.pos == "NOUN":
            holders.append(self.annotation.head(token))
        for holder in holders:
            for mark in self.annotation.children(holder, "prep", "agent"):
                for noun in self.annotation.children(mark, "pobj"):
                    if self.is_court(noun):
                        return noun
        return None

    def is_court(self, token: Token) -> bool:
        """A court, a judge, a jury; no grand jury, which accuses."""
        return names_one(self.annotation, token, self.words.courts) and not self.is_accusing(token)

    def is_official(self, token: Token) -> bool:
        """Whether a phrase means people or bodies of the law."""
        return names_one(self.annotation, token, self.words.officials)

    def is_accusing(self, token: Token) -> bool:
        """ "A grand jury": one that has a court's name and accuses."""
        return names_one(self.annotation, token, self.words.accusing)

    def is_common(self, token: Token) -> bool:
        """People without a name who are none of the law: employees, rebels."""
        words = people_words(self.annotation.words.language.code)
        return token.pos == "NOUN" and words.is_person(self.annotation, token)

    def is_sport(self, token: Token) -> bool:
        """A body of sport, whose charges are before no court."""
        return names_one(self.annotation, token, self.words.sport)

    def above(self, verb: Token) -> list[Token]:
        """The subject of a verb, or of the nearest one above it that has one: "is in custody and facing"."""
        head = self.annotation.head(verb)
        infinitive = any(kid.tag == "TO" for kid in self.annotation.children(verb, "aux"))
        own = self.annotation.children(verb, "nsubj")
        if infinitive and not own and head.pos == "VERB" and (given := objects(self.annotation, head)):
            of = [t for noun in given for mark in self.annotation.children(noun, "prep") for t in self._of(mark)]
            return of or given  # "approved the extradition of X to face"
        chain = [verb, *self.annotation.ancestors(verb)]
        found = (surface(self.annotation, word) for word in chain if word.pos in ("VERB", "AUX"))
        return next((heads for heads in found if heads), [])

    def _of(self, mark: Token) -> list[Token]:
        belongs = mark.lower in self.annotation.words.events.of
        return self.annotation.children(mark, "pobj") if belongs else []

    def opener(self, verb: Token) -> Token | None:
        """Who opened the case: the subject, or the agent of a passive."""
        if self.annotation.children(verb, "nsubjpass", "auxpass"):
            return next(iter(agents(self.annotation, verb)), None)
        return next(iter(surface(self.annotation, verb)), None)

    def governor(self, token: Token) -> Token | None:
        """The verb above a noun."""
        return next((t for t in self.annotation.ancestors(token) if t.pos in ("VERB", "AUX")), None)

    def in_absence(self, token: Token) -> bool:
        """ "In absentia"."""
        words = self.annotation.tokens_of(self.annotation.sentence(token))
        return any(t.lower in self.words.absence for t in words)

    def case(
        self,
        token: Token,
        stage: str,
        accused: list[Token],
        by: Token | None = None,
        offences: Offences | None = None,
        status: Status = "asserted",
        *,
        reason: str | None = None,
        bare: bool = False,
        similar: bool = False,
        sentence: Span | None = None,
        weak: bool = False,
    ) -> Case:
        """A case of these parts: a court among those who act is the court, no accuser."""
        judged = by is not None and self.is_court(by)
        if by is not None and stage in _VERDICTS and not self.is_official(by):
            by = None
        absent = stage in ("tried", "convicted", "sentenced") and self.in_absence(token)
        return Case(
            trigger=token,
            stage=stage,
            accused=tuple(accused),
            by=None if judged else by,
            court=by if judged else self.court(token),
            offences=offences,
            sentence=sentence,
            status=status,
            confidence=0.75 if reason else 0.9,
            similar=similar,
            bare=bare,
            weak=weak,
            reason=reason or ("in absentia" if absent else None),
        )
