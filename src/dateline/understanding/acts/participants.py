"""Who did it and to whom it happened: the participants of a trigger, by grammar."""

from functools import cache
from typing import NamedTuple

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts import clauses
from dateline.understanding.acts.triggers import Match, fits
from dateline.understanding.factuality.deciding import factuality
from dateline.understanding.factuality.reading import is_definite, is_one
from dateline.values import Place, Span

PEOPLE = ("person", "organisation")
_VERBAL = frozenset(("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))
"""Types that are words, not deeds: a city that takes part in them is its government ("Oslo condemned")."""
_THROUGH = frozenset(("SUPPORT", "REQUEST", "ACCUSE", "REJECT", "AGREE", "CONCEDE"))
"""Types whose recipient is whose deed is spoken of: "condemned the raid by the army"."""


class Sides(NamedTuple):
    """The head words of those who did it and of those to whom it happened, and the verb that carries a noun."""

    actors: tuple[Token, ...]
    recipients: tuple[Token, ...]
    carrier: Token | None = None


@cache
def _words(language: str, name: str) -> frozenset[str]:
    return frozenset(getattr(load(language).events, name))


def words(annotation: Annotation, name: str) -> frozenset[str]:
    """A list of the section `events`, as a set."""
    return _words(annotation.words.language.code, name)


def sides(annotation: Annotation, match: Match) -> Sides:
    """The participants of a match, not yet resolved to facts."""
    return _noun_sides(annotation, match) if match.noun else _verb_sides(annotation, match)


def _verb_sides(annotation: Annotation, match: Match) -> Sides:
    verb, row = match.token, match.row
    to = (match.preposition, *row.to) if match.preposition else row.to
    behind = [t for p in dict.fromkeys(to) for t in _reached(annotation, match, p)]
    if clauses.is_passive(annotation, verb):
        actors = clauses.agents(annotation, verb) or clauses.stray_agents(annotation, verb)
        patients = clauses.surface(annotation, verb)
    else:
        actors, patients = clauses.surface(annotation, verb), clauses.objects(annotation, verb)
    if match.object is not None or match.preposition:
        owned = [match.object] if match.object is not None else []
        patients = [p for p in patients if p not in owned and not fits(annotation, p, row.objects)]
    recipients = [*patients, *(b for b in behind if b not in patients and b is not match.object)]
    if not recipients and row.type in _THROUGH:
        recipients = _told_what(annotation, verb)
    if not recipients and row.type == "REJECT":
        recipients = _refused_whom(annotation, verb)
    if row.reverse:
        actors, recipients = recipients, actors
    return Sides(tuple(actors), tuple(r for r in recipients if r not in actors))


def _reached(annotation: Annotation, match: Match, preposition: str) -> list[Token]:
    found = clauses.after(annotation, match.token, preposition)
    if match.object is not None:
        found += clauses.after(annotation, match.object, preposition)
    if not found and preposition == match.preposition:
        for kid in annotation.children(match.token, "prt", "prep", "advmod"):
            found += clauses.after(annotation, kid, preposition)
    return found


def _told_what(annotation: Annotation, verb: Token) -> list[Token]:
    """Whoever is to do what is demanded: "demanded that X resign", "urged X to talk"."""
    for clause in annotation.children(verb, "ccomp", "xcomp"):
        if own := annotation.children(clause, "nsubj", "nsubjpass"):
            return clauses.together(annotation, own[0])
    return []


def _refused_whom(annotation: Annotation, verb: Token) -> list[Token]:
    """Whom the refused deed would have been done to: "refused to meet X", "refused to talk with X"."""
    for deed in annotation.children(verb, "xcomp"):
        if found := clauses.objects(annotation, deed):
            return found
        with_whom = annotation.words.events.with_whom
        return clauses.after(annotation, deed, *with_whom)
    return []


def _noun_sides(annotation: Annotation, match: Match) -> Sides:
    noun, row = match.token, match.row
    actors: list[Token] = clauses.after(annotation, noun, *annotation.words.events.by)
    recipients: list[Token] = clauses.after(annotation, noun, *row.to)
    recipients += [t for by in actors for t in clauses.after(annotation, by, *row.to) if not recipients]
    parties = clauses.after(annotation, noun, *annotation.words.events.between)
    if len(parties) > 1:
        actors, recipients = [*actors, parties[0]], parties[1:]
    of = clauses.after(annotation, noun, *(word for word in annotation.words.events.of if word not in row.to))
    (actors if row.of == "actor" else recipients).extend(of)
    owners = [t for poss in annotation.children(noun, "poss") for t in clauses.together(annotation, poss)]
    owners += [kid for kid in annotation.children(noun, "compound", "amod", "nmod") if annotation.name_at(kid)]
    mine = actors if row.owner == "actor" else recipients
    mine.extend(o for o in owners if o not in mine)
    return _carried(annotation, match, actors, recipients)


def _carried(annotation: Annotation, match: Match, actors: list[Token], recipients: list[Token]) -> Sides:
    """Adds what the verb above the noun brings: "held talks", "was hurt in an attack", "killed by a blast"."""
    carrier = carrier_of(annotation, match.token)
    if carrier is None:
        if not actors and match.row.type == "CONSULT":
            actors = _frame(annotation, match.token)
        return Sides(tuple(actors), tuple(r for r in recipients if r not in actors))
    lemma = carrier.lemma.lower()
    if hurts(annotation, carrier):
        recipients += [v for v in _harmed(annotation, carrier) if v not in recipients]
        if carrier.lemma.lower() in words(annotation, "harm") and match.token.dep == "pobj":
            actors = actors or _doers(annotation, carrier)
    elif lemma in words(annotation, "undergoing") and _is_object(annotation, match.token, carrier):
        recipients += clauses.surface(annotation, carrier)
    elif lemma in words(annotation, "light") and match.token.dep != "nsubj":
        actors = actors or _doers(annotation, carrier)
        recipients += [t for t in clauses.after(annotation, carrier, *match.row.to) if t not in recipients]
    elif match.token.dep == "nsubj":
        recipients += [t for t in clauses.objects(annotation, carrier) if t not in recipients]
    elif not actors:
        actors = clauses.controller(annotation, carrier)
    actors = [a for a in actors if a != match.token]
    return Sides(tuple(actors), tuple(r for r in recipients if r not in actors), carrier)


def _doers(annotation: Annotation, verb: Token) -> list[Token]:
    passive = clauses.is_passive(annotation, verb)
    return clauses.agents(annotation, verb) if passive else clauses.surface(annotation, verb)


def _is_object(annotation: Annotation, noun: Token, verb: Token) -> bool:
    return noun.dep == "dobj" and annotation.head(noun) == verb


def _frame(annotation: Annotation, noun: Token) -> list[Token]:
    """ "He told reporters after the talks with Y": the talks are his."""
    head = annotation.head(noun)
    above = annotation.head(head)
    if (
        noun.dep != "pobj"
        or above.pos != "VERB"
        or not clauses.after(annotation, noun, *annotation.words.events.with_whom)
    ):
        return []
    return [] if clauses.is_passive(annotation, above) else clauses.surface(annotation, above)


def carrier_of(annotation: Annotation, noun: Token) -> Token | None:
    """The verb that tells that the noun's event took place, was taken part in, or hurt somebody."""
    while noun.dep == "conj" and annotation.head(noun).pos in ("NOUN", "PROPN"):
        noun = annotation.head(noun)
        if noun.lemma.lower() not in annotation.words.lexicon.nouns:
            return None
    head = annotation.head(noun)
    if noun.dep in ("dobj", "nsubj", "nsubjpass") and head.pos == "VERB":
        return head if _carries(annotation, noun, head) else None
    if noun.dep != "pobj":
        return None
    above = annotation.head(head)
    if above.pos == "VERB":
        return above if _ties(annotation, head, above) else None
    if above.pos == "NOUN" and above.lemma in words(annotation, "results"):
        up = annotation.head(annotation.head(above))
        return up if above.dep == "pobj" and hurts(annotation, up) else None
    if above.pos == "NOUN" and above.lemma in words(annotation, "parts"):
        up = annotation.head(above)
        if above.dep == "pobj":
            up = annotation.head(up)
        return up if up.pos == "VERB" and not _disowned(annotation, noun, up) else None
    return None


def _disowned(annotation: Annotation, noun: Token, verb: Token) -> bool:
    """ "Denied any part in the raid", "nobody claimed responsibility for it": the raid there was is nobody's."""
    if not is_definite(annotation, noun):
        return False
    return is_one(annotation, verb, "governors.deny") or factuality(annotation, verb).status == "denied"


def _carries(annotation: Annotation, noun: Token, verb: Token) -> bool:
    lemma = verb.lemma.lower()
    if noun.dep == "nsubj":
        return lemma in words(annotation, "happening") or lemma in words(annotation, "harm")
    return lemma in words(annotation, "light") or lemma in words(annotation, "undergoing")


def hurts(annotation: Annotation, verb: Token) -> bool:
    """Whether a verb tells of harm or death."""
    lemma = verb.lemma.lower()
    return verb.pos == "VERB" and (lemma in words(annotation, "harm") or lemma in words(annotation, "dying"))


def _ties(annotation: Annotation, preposition: Token, verb: Token) -> bool:
    if hurts(annotation, verb):
        return preposition.lower in words(annotation, "harm_ties")
    return preposition.lower in words(annotation, "engaged") and verb.lemma.lower() in words(annotation, "light")


def _harmed(annotation: Annotation, verb: Token) -> list[Token]:
    suffers = clauses.is_passive(annotation, verb) or verb.lemma.lower() in words(annotation, "dying")
    found = clauses.surface(annotation, verb) if suffers else clauses.objects(annotation, verb)
    for kid in annotation.children(verb, "conj"):
        if hurts(annotation, kid):
            found = [*found, *(v for v in _harmed(annotation, kid) if v not in found)]
    return found


def resolve(record: Record, token: Token, trigger_type: str, *, seek: bool = False) -> list[Fact]:
    """The facts that a head word stands for: a person or a body, else who stands behind it, else a country.

    `seek` looks for the person behind a deed ("condemned the raid by the army").
    """
    annotation = record.annotation
    here = Span(token.start, token.end)
    found = record.who(here, *PEOPLE)
    if found:
        return [found]
    behind = annotation.children(token, "appos")
    if token.lemma.lower() in words(annotation, "counting") or token.pos == "NUM":
        behind = clauses.after(annotation, token, *annotation.words.events.of) + behind
    for other in behind:
        if fact := record.who(Span(other.start, other.end), *PEOPLE):
            return [fact]
    place = record.who(here, "place")
    if place and (is_country(place) or trigger_type in _VERBAL):
        return [place]
    return _doers_of(record, token) if seek and trigger_type in _THROUGH and token.pos == "NOUN" else []


def _doers_of(record: Record, noun: Token) -> list[Fact]:
    annotation = record.annotation
    owners = annotation.children(noun, "poss")
    near = clauses.after(annotation, noun, *annotation.words.events.by) + owners
    near += clauses.after(annotation, noun, *annotation.words.events.of)
    near += [kid for kid in annotation.children(noun, "amod", "compound") if annotation.name_at(kid)]
    for token in near:
        fact = record.who(Span(token.start, token.end), *PEOPLE, "place")
        if fact and (fact.kind != "place" or is_country(fact)):
            return [fact]
    return []


def is_country(fact: Fact) -> bool:
    """Whether a place is a country as a whole."""
    value = fact.value
    return isinstance(value, Place) and ((value.feature or "").startswith("PCL") or value.precision == "country")
