"""Each pronoun's antecedent: the likeliest of the names, nouns and pronouns before it, or nobody."""

from collections.abc import Callable, Sequence
from math import exp

from msgspec import Struct
from msgspec.structs import astuple, replace

from dateline.annotated import Annotation, Token
from dateline.understanding.identity.antecedents.candidates import Candidate, Candidates, Kind
from dateline.understanding.identity.antecedents.evidence import Asked, Weights, of_candidate, of_nobody
from dateline.understanding.identity.antecedents.grammar import OUTSIDE, SUBJECTS, Grammar
from dateline.understanding.identity.antecedents.learnt import LEARNT
from dateline.understanding.identity.antecedents.nouns import breadth, is_anaphoric, may_mean, told_apart
from dateline.understanding.identity.antecedents.pronouns import Pronoun, Sort, is_empty, pronouns
from dateline.understanding.identity.antecedents.speakers import Speakers

REACH = 4
"""Sentences back within which a pronoun finds what it means; quotations between are not counted."""
NOUN_REACH = 8
"""The same for nouns."""
FARTHEST = 14
"""The same with all quotations counted."""
SURE: dict[Sort, float] = {"person": 0.35, "thing": 0.5, "group": 0.45, "noun": 0.55}
"""From what likelihood on a link is made: four of five and more of those made are then right."""
UNNAMED = 0.15
"""How much likelier it must be where nobody with a name is meant."""
SPOKEN = 0.9
"""How sure it is that "I" is whoever is told to have spoken."""
AHEAD = 12
"""Candidates behind a pronoun that are looked at."""
KINDS: dict[Sort, Kind] = {"person": "person", "thing": "thing", "group": "people"}

Features = tuple[float, ...]
Decide = Callable[[Pronoun, Sequence[Candidate], Sequence[Features]], tuple[int | None, float]]
"""Given a pronoun, its candidates and the features of each, with nobody's last: the number chosen, and how likely."""


class Link(Struct, frozen=True):
    """The word that a pronoun or noun takes up, by what rule, and how likely that is."""

    antecedent: int
    rule: str
    confidence: float


class Resolver:
    """Walks a text and gives each pronoun the entity that fits best."""

    def __init__(self, annotation: Annotation, decide: Decide | None = None) -> None:
        self.annotation = annotation
        self.code = annotation.words.language.code
        self.grammar = Grammar(annotation)
        self.candidates = Candidates(self.grammar)
        self.speakers = Speakers(self.grammar)
        self.entities = self.candidates.entities
        self.decide = decide or self._likeliest
        self.seen: list[Candidate] = []
        self.links: dict[int, Link] = {}
        self.trust: dict[int, float] = {}
        """How likely each pronoun, by its index, is to mean what it is taken for."""

    def run(self) -> dict[int, Link]:
        """The links of all pronouns of the third person, by the pronoun's index."""
        waiting = self.candidates.all
        at = 0
        for pronoun in pronouns(self.grammar):
            while at < len(waiting) and waiting[at].i < pronoun.token.i:
                self._meet(waiting[at])
                at += 1
            self._resolve(pronoun, waiting[at : at + AHEAD])
        for candidate in waiting[at:]:
            self._meet(candidate)
        self._add_speakers()
        return self.links

    def _add_speakers(self) -> None:
        """ "I" and "my" are whoever speaks the quotation, "we" the body that speaks."""
        words = self.annotation.words.anaphors
        for token in self.annotation.tokens:
            one = token.lower in words.first_singular
            if not (one or token.lower in words.first_plural) or token.tag not in ("PRP", "PRP$"):
                continue
            speaker = self.speakers.of(token)
            if speaker is None:
                continue
            if one:
                self._link_speaker(token, speaker, "speaker")
            elif (body := self.speakers.body(speaker, self.candidates)) is not None:
                self.links[token.i] = Link(body, "speaker's body", SPOKEN)

    def _link_speaker(self, token: Token, speaker: Token, rule: str) -> None:
        if speaker.i in self.links:
            before = self.links[speaker.i]
            self.links[token.i] = Link(before.antecedent, rule, round(SPOKEN * before.confidence, 2))
        elif self.candidates.is_person(speaker.i):
            self.links[token.i] = Link(speaker.i, rule, SPOKEN)

    def _meet(self, candidate: Candidate) -> None:
        """A noun that takes up somebody named counts as one of their mentions."""
        token = self.annotation.tokens[candidate.i]
        if candidate.word and candidate.kind in ("person", "body", "place") and is_anaphoric(self.grammar, token):
            candidate = self._resolve_noun(candidate, token)
        self._see(candidate)

    def _resolve_noun(self, noun: Candidate, token: Token) -> Candidate:
        """The noun as a mention of whomever it takes up, else as it was."""
        gender = self.entities[noun.entity].gender
        asked = self._asked(Pronoun(token, "noun", gender, False, False, noun.box))
        asked = replace(asked, word=noun.word, wide=breadth(self.code, noun) != "of the word")
        apart = told_apart(self.grammar, token)
        fitting = [c for c in self._before(asked) if self._may_mean(noun, c, gender, apart)]
        named = {c.entity for c in fitting if self.entities[c.entity].named}
        if not named or (len(named) > 1 and not asked.wide):
            return noun
        chosen, likely = self.decide(asked.pronoun, fitting, self._features(asked, fitting))
        if chosen is None or likely < SURE["noun"]:
            return noun
        entity = self.entities[fitting[chosen].entity]
        if entity.named and entity.last >= 0:
            self.links[noun.i] = Link(entity.last, "definite noun", round(likely, 2))
        return replace(noun, entity=fitting[chosen].entity, kind=entity.kind)

    def _may_mean(self, noun: Candidate, other: Candidate, gender: str | None, apart: set[str]) -> bool:
        entity = self.entities[other.entity]
        if other.form == "pronoun" or other.many or None is not gender != (entity.gender or gender):
            return False
        if not entity.named:
            return other.word == noun.word
        known = noun.word in entity.words or breadth(self.code, noun) != "of the word"
        return known and apart <= entity.words and may_mean(self.code, noun, entity)

    def _see(self, candidate: Candidate) -> None:
        entity = self.entities[candidate.entity]
        entity.count += 1
        if candidate.form == "name" or (candidate.form != "pronoun" and not (entity.named and entity.last >= 0)):
            entity.last = candidate.i
        self.seen.append(candidate)

    def _resolve(self, pronoun: Pronoun, coming: Sequence[Candidate]) -> None:
        if is_empty(self.grammar, pronoun.token):
            return
        asked = self._asked(pronoun)
        fitting = self._fitting(asked, coming)
        features = self._features(asked, fitting)
        chosen, likely = self.decide(pronoun, fitting, features)
        if chosen is None:
            number = self.candidates.begun(KINDS[pronoun.sort], pronoun.gender)
        else:
            number = fitting[chosen].entity
            self._take(pronoun, fitting[chosen], likely)
        self._see(self._mention(asked, number))

    def _take(self, pronoun: Pronoun, chosen: Candidate, likely: float) -> None:
        """Links a pronoun where that is sure enough; it then also tells the gender of a name that does not."""
        entity = self.entities[chosen.entity]
        self.trust[pronoun.token.i] = likely
        if likely < SURE[pronoun.sort] + (0.0 if entity.named else UNNAMED):
            return
        if pronoun.gender and entity.kind == "person":
            entity.gender = entity.gender or pronoun.gender
        antecedent = chosen.i if chosen.i > pronoun.token.i else entity.last
        if antecedent >= 0 and not chosen.joined:
            self.links[pronoun.token.i] = Link(antecedent, "agreement and salience", round(likely, 2))

    def _asked(self, pronoun: Pronoun) -> Asked:
        token, grammar = pronoun.token, self.grammar
        verb = grammar.verb(token)
        governor = self.annotation.tokens[verb] if verb >= 0 else token
        return Asked(
            pronoun=pronoun,
            role=grammar.role(token),
            verbs=grammar.verbs(verb),
            above=grammar.above(token),
            ahead=grammar.ahead(token),
            opens=grammar.opens(token),
            speaks=grammar.speaks(token),
            acts=grammar.acts(token),
            be=token.dep in SUBJECTS and governor.lemma == "be",
        )

    def _mention(self, asked: Asked, entity: int) -> Candidate:
        token = asked.pronoun.token
        return Candidate(
            i=token.i,
            sentence=token.sentence,
            block=token.block,
            entity=entity,
            kind=self.entities[entity].kind,
            form="pronoun",
            role=self.grammar.role(token),
            verb=self.grammar.verb(token),
            box=asked.pronoun.box,
            many=asked.pronoun.sort == "group",
            opens=asked.opens,
            speaks=asked.speaks,
        )

    def _fitting(self, asked: Asked, coming: Sequence[Candidate]) -> list[Candidate]:
        """The candidates that nothing rules out, nearest first."""
        ahead = [c for c in coming if c.i in asked.ahead and self._agrees(c, asked.pronoun)]
        return ahead + [c for c in self._before(asked) if self._agrees(c, asked.pronoun) and not self._bound(c, asked)]

    def _before(self, asked: Asked) -> list[Candidate]:
        """What stands before and near enough, nearest first; nothing that the pronoun is a part of, and no speaker."""
        pronoun = asked.pronoun
        barred = self.grammar.governors(pronoun.token)
        spoken = self.grammar.own_words(pronoun.token)
        speaker = self.speakers.of(pronoun.token)
        speaking = self.candidates.of_token.get(speaker.i) if speaker is not None else None
        fitting: list[Candidate] = []
        for candidate in reversed(self.seen):
            if pronoun.token.sentence - candidate.sentence > FARTHEST:
                break
            if candidate.i in barred or candidate.entity == speaking or OUTSIDE != spoken == candidate.box:
                continue
            if self._back(asked, candidate) > (NOUN_REACH if asked.word else REACH):
                continue
            fitting.append(candidate)
        return fitting

    def _back(self, asked: Asked, candidate: Candidate) -> int:
        return self.grammar.back(asked.pronoun.token, self.annotation.tokens[candidate.i])

    def _agrees(self, candidate: Candidate, pronoun: Pronoun) -> bool:
        entity = self.entities[candidate.entity]
        if pronoun.sort == "person":
            fits = entity.kind == "person" and not candidate.many
            return fits and entity.gender in (None, pronoun.gender)
        if pronoun.sort == "thing":
            return entity.kind not in ("person", "people") and not candidate.many
        return candidate.many or entity.kind in ("people", "body")

    def _bound(self, candidate: Candidate, asked: Asked) -> bool:
        """An object pronoun is not the subject of its own verb ("Lund met him"); "himself" is nobody else."""
        pronoun = asked.pronoun
        same = candidate.verb in asked.verbs and candidate.sentence == pronoun.token.sentence
        if pronoun.reflexive:
            beside = candidate.i == pronoun.token.i - 1  # "Lund himself"
            return not (beside or (same and candidate.role in ("subject", "object")))
        if not same or pronoun.owns or asked.role == "subject":
            return False
        return candidate.role == "subject" or candidate.role == asked.role == "object"

    def _features(self, asked: Asked, fitting: Sequence[Candidate]) -> list[Features]:
        met: dict[int, int] = {}
        features = []
        for candidate in fitting:
            between = met.setdefault(candidate.entity, len(met))
            entity, back = self.entities[candidate.entity], self._back(asked, candidate)
            features.append(of_candidate(asked, candidate, entity, back, between))
        return [*features, of_nobody(asked)]

    def _likeliest(
        self, pronoun: Pronoun, fitting: Sequence[Candidate], features: Sequence[Features]
    ) -> tuple[int | None, float]:
        return self.choose(fitting, likelihoods(features, LEARNT[pronoun.sort]))

    def choose(self, fitting: Sequence[Candidate], likely: Sequence[float]) -> tuple[int | None, float]:
        """The entity that is likeliest in all, by its likeliest mention; None where nobody is.

        `likely` has a share for each candidate, then nobody's.
        """
        of_entity: dict[int, float] = {}
        for candidate, share in zip(fitting, likely, strict=False):
            of_entity[candidate.entity] = of_entity.get(candidate.entity, 0.0) + share
        best = max(of_entity, key=lambda entity: of_entity[entity], default=None)
        if best is None or of_entity[best] < likely[-1]:
            return None, likely[-1]
        mentions = [number for number, candidate in enumerate(fitting) if candidate.entity == best]
        sure = sum(likely[number] * self.trust.get(fitting[number].i, 1.0) for number in mentions)
        return max(mentions, key=lambda number: likely[number]), sure


def likelihoods(features: Sequence[Features], weights: Weights) -> list[float]:
    """The share of each of these in the softmax of their logits."""
    values: tuple[float, ...] = astuple(weights)
    logits = [sum(a * b for a, b in zip(each, values, strict=True) if a) for each in features]
    top = max(logits)
    powers = [exp(logit - top) for logit in logits]
    whole = sum(powers)
    return [power / whole for power in powers]
