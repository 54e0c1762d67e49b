"""Each pronoun's antecedent: the likeliest of the names, nouns and pronouns before it, or nobody."""

from collections.abc import Callable, Mapping, Sequence
from math import exp

from msgspec.structs import astuple, replace

from dateline.annotated import Annotation, Token
from dateline.understanding.identity.antecedents.candidates import Candidate, Candidates, Kind
from dateline.understanding.identity.antecedents.evidence import Asked, Weights, of_candidate, of_nobody
from dateline.understanding.identity.antecedents.grammar import OUTSIDE, SUBJECTS, Grammar
from dateline.understanding.identity.antecedents.learnt import LEARNT
from dateline.understanding.identity.antecedents.links import Link
from dateline.understanding.identity.antecedents.nouns import breadth, is_anaphoric, may_mean, told_apart
from dateline.understanding.identity.antecedents.pronouns import Pronoun, Sort, is_empty, pronouns
from dateline.understanding.identity.antecedents.speakers import Speakers
from dateline.understanding.identity.antecedents.spoken import spoken_links

REACH = 4
"""Sentences back within which a pronoun finds what it means; quotations between are not counted."""
NOUN_REACH = 8
"""The same for nouns."""
FARTHEST = 14
"""The same with all quotations counted."""
SURE: dict[Sort, float] = {"person": 0.3, "thing": 0.5, "group": 0.45, "noun": 0.55}
"""From what likelihood on a link is made: four of five and more of those made are then right."""
UNNAMED = 0.15
"""How much likelier it must be where nobody with a name is meant."""
ONLY_SUCH = 0.6
"""How sure it is that a noun means the only one whom the text names by it."""
RIVAL = 0.2
"""From what likelihood on somebody else may be meant as well."""
IDENTIFIED = 0.9
"""How sure it is that "a man identified as Lund" is Lund."""
AHEAD = 12
"""Candidates behind a pronoun that are looked at."""
KINDS: dict[Sort, Kind] = {"person": "person", "thing": "thing", "group": "people"}

Features = tuple[float, ...]
Decide = Callable[[Pronoun, Sequence[Candidate], Sequence[Features]], tuple[int | None, float]]
"""Given a pronoun, its candidates and the features of each, with nobody's last: the number chosen, and how likely."""


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
        self.shares: dict[int, float] = {}
        """How likely each entity is to be meant by the pronoun that was chosen for last."""
        self.trust: dict[int, float] = {}
        """How likely each pronoun, by its index, is to mean what it is taken for."""
        self.rivals: dict[int, tuple[int, ...]] = {}
        """The words for whom else each pronoun may mean, by its index, likeliest first; for whom at all if unlinked."""

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
        self.links |= spoken_links(self.candidates, self.speakers, self.links)
        return self.links

    def _meet(self, candidate: Candidate) -> None:
        """A noun that takes up somebody named counts as one of their mentions."""
        token = self.annotation.tokens[candidate.i]
        if candidate.word and candidate.kind in ("person", "body", "place") and is_anaphoric(self.grammar, token):
            candidate = self._resolve_noun(candidate, token)
        elif (name := self.candidates.identified.get(candidate.i)) is not None and self.candidates.is_person(name):
            self.links[candidate.i] = Link(name, "identified as", IDENTIFIED)
        self._see(candidate)

    def _resolve_noun(self, noun: Candidate, token: Token) -> Candidate:
        """The noun as a mention of whomever it takes up, else as it was."""
        gender = self.entities[noun.entity].gender
        asked = self._asked(Pronoun(token, "noun", gender, False, False, noun.box))
        asked = replace(asked, word=noun.word, wide=breadth(self.code, noun) != "of the word")
        apart = told_apart(self.grammar, token)
        fitting = [c for c in self._before(asked) if self._may_mean(noun, c, gender, apart)]
        named = {c.entity for c in fitting if self.entities[c.entity].named}
        if not named:
            return self._only_such(noun, gender, apart)
        if len(named) > 1 and not asked.wide:
            return noun
        chosen, likely = self.decide(asked.pronoun, fitting, self._features(asked, fitting))
        if chosen is None or likely < SURE["noun"]:
            return noun
        entity = self.entities[fitting[chosen].entity]
        if entity.named and entity.last >= 0:
            self.links[noun.i] = Link(entity.last, "definite noun", round(likely, 2))
        return replace(noun, entity=fitting[chosen].entity, kind=entity.kind)

    def _only_such(self, noun: Candidate, gender: str | None, apart: set[str]) -> Candidate:
        """ "The hijacker" is whom alone the text names as one, near or far, before or after: "hijacker Lund"."""
        people = enumerate(self.entities)
        told = [n for n, each in people if each.named and each.kind == "person" and noun.word in each.words]
        if (
            noun.kind != "person"
            or len(told) != 1
            or (noun.entity not in told and self.candidates.is_introduced(noun.entity))
        ):
            return noun
        entity = self.entities[told[0]]
        word = entity.last if entity.last >= 0 else self.candidates.word_for(told[0])
        if word is None or not apart <= entity.words or None is not gender != (entity.gender or gender):
            return noun
        entity.last = word
        self.links[noun.i] = Link(word, "definite noun", ONLY_SUCH)
        return replace(noun, entity=told[0], kind=entity.kind)

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
        if (stressed := self._stressed(pronoun)) is not None:
            self._take(pronoun, stressed, self.trust.get(stressed.i, 1.0))
            self._see(self._mention(asked, stressed.entity))
            return
        fitting = self._fitting(asked, coming)
        features = self._features(asked, fitting)
        chosen, likely = self.decide(pronoun, fitting, features)
        shares, self.shares = self.shares, {}
        if chosen is None:
            number = self.candidates.begun(KINDS[pronoun.sort], pronoun.gender)
        else:
            number = fitting[chosen].entity
            self._take(pronoun, fitting[chosen], likely)
        self._keep_rivals(pronoun, shares, number)
        self._see(self._mention(asked, number))

    def _keep_rivals(self, pronoun: Pronoun, shares: Mapping[int, float], chosen: int) -> None:
        """Who else was likely, as the words that last named or told of them; the chosen one too where nothing links."""
        likely = sorted(shares, key=lambda entity: -shares[entity])
        linked = pronoun.token.i in self.links
        fits = (n for n in likely if shares[n] >= RIVAL and not (linked and n == chosen))
        self.rivals[pronoun.token.i] = tuple(last for n in fits if (last := self.entities[n].last) >= 0)

    def _stressed(self, pronoun: Pronoun) -> Candidate | None:
        """ "Lund himself": the word right before that a reflexive pronoun stresses."""
        last = self.seen[-1] if self.seen and pronoun.reflexive else None
        beside = last is not None and last.i == pronoun.token.i - 1 and self._agrees(last, pronoun)
        return last if beside else None

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
            verb=verb,
            verbs=grammar.verbs(verb),
            above=grammar.above(token),
            ahead=grammar.ahead(token),
            relative=grammar.relative(token),
            opens=grammar.opens(token),
            speaks=grammar.speaks(token),
            goes_on=grammar.goes_on(token),
            again=self.speakers.again(token),
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
        return candidate.many or entity.kind in ("people", "body") or "country" in entity.places

    def _bound(self, candidate: Candidate, asked: Asked) -> bool:
        """An object pronoun is not the subject of its own verb ("Lund met him"), nor where that is ("nobody in Oslo
        wanted it"); "himself" is nobody else."""
        pronoun = asked.pronoun
        same = candidate.verb in asked.verbs and candidate.sentence == pronoun.token.sentence
        if pronoun.reflexive:
            relative = candidate.i in asked.relative  # "Lund, who hurt himself"
            return not (relative or (same and candidate.role in ("subject", "object")))
        if not same or pronoun.owns or asked.role == "subject":
            return False
        if candidate.kind == "place" and self.grammar.locates_subject(self.annotation.tokens[candidate.i]):
            return True
        return candidate.role == "subject" or (
            candidate.role == asked.role == "object" and candidate.verb == asked.verb
        )

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
        self.shares = of_entity
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
