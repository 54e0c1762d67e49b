"""Who did it and to whom it happened: the participants of a trigger, by grammar."""

from functools import cache
from typing import NamedTuple

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.languages.sections import LexiconRow
from dateline.model import Fact
from dateline.understanding.acts.parties import authors, meant
from dateline.understanding.acts.wording import clauses
from dateline.understanding.acts.wording.triggers import Match, counted, fits
from dateline.understanding.factuality.deciding import factuality
from dateline.understanding.factuality.reading import is_definite, is_one
from dateline.understanding.identity.groups.words import group_words
from dateline.values import Place

PEOPLE = ("person", "organisation")
DEEDS = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "CRIME", "ACCIDENT"))
"""Types that somebody may be blamed for."""
INTENDED = frozenset(("REJECT", "AGREE", "THREATEN"))
"""Types that speak of another deed, whose recipient is theirs."""
SENDING = frozenset(("MOBILIZE", "AID", "COOPERATE", "AGREE"))
"""Types whose object is what is sent or given: "deployed soldiers", "sent observers"."""
HARMFUL = frozenset(("ASSAULT", "ACCIDENT", "DISASTER"))
"""Types that may harm people."""
EXPLOSIVES = "explosives"
THROUGH = frozenset(("SUPPORT", "REQUEST", "ACCUSE", "REJECT", "AGREE", "CONCEDE"))
"""Types whose recipient is whose deed is spoken of: "condemned the raid by the army"."""


_THIRD = "third-party"
"""The mode of who mediates: the parties are those between whom he does."""


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
    if EXPLOSIVES in row.modes:
        actors = authors.placing(annotation, actors)
    if match.object is not None or match.preposition:
        patients = [p for p in patients if _is_somebody(annotation, p, row) or not _is_owned(annotation, p, match)]
    behind = behind or meant.beyond(annotation, match)
    if match.object is not None and row.type in DEEDS:
        behind += clauses.after(annotation, match.object, *annotation.words.events.of)  # "tightened the blockade of X"
    behind = [b for b in behind if b != match.object or _is_somebody(annotation, b, row)]
    if row.type in THROUGH and any(_is_known_by_name(annotation, p) for p in patients):
        behind = _reached(annotation, match, match.preposition) if match.preposition else []
    recipients = [*patients, *(b for b in behind if b not in patients)]
    if not recipients and (row.type in THROUGH - {"AGREE"} or "convict" in row.modes):
        recipients = meant.told_what(annotation, verb)  # "agreed that X was weak" is no word to X
    if row.type in THROUGH and match.object is not None and (not recipients or _has_owner(annotation, match.object)):
        recipients.append(match.object)  # "rejected the demands of X", "X's demand for aid"
    if row.type == "REQUEST" and match.object is None:
        recipients = meant.asked_from(annotation, verb) or recipients
    if not recipients and row.type in INTENDED:
        recipients = meant.intended_for(annotation, verb)
    if row.type == "THREATEN":
        recipients += [t for t in meant.warned(annotation, verb) if t not in recipients]
    if row.reverse:
        actors, recipients = recipients, actors
    elif row.type == "DEATH":
        actors = []  # "police found two men dead"
    return Sides(tuple(actors), tuple(r for r in recipients if r not in actors))


def _is_known_by_name(annotation: Annotation, noun: Token) -> bool:
    """ "Criticised Smith on a show": it is Smith whom they criticised, not the show."""
    return noun.pos == "PROPN" and annotation.name_at(noun) is not None


def _is_place(annotation: Annotation, noun: Token) -> bool:
    name = annotation.name_at(noun)
    return noun.pos != "ADJ" and name is not None and name.label == "place"


def _has_owner(annotation: Annotation, noun: Token) -> bool:
    return any(owner.pos != "PRON" for owner in annotation.children(noun, "poss"))


def _is_owned(annotation: Annotation, noun: Token, match: Match) -> bool:
    """Whether a noun only completes the verb's sense: "opened fire", "signed a deal"."""
    return noun == match.object or fits(annotation, noun, match.row.objects)


def _is_somebody(annotation: Annotation, noun: Token, row: LexiconRow) -> bool:
    """Whether a noun that the row asks for tells to whom it happens: "expelled diplomats"; not "sent observers to"."""
    if noun.pos == "NUM":
        return True  # "freed eleven of its prisoners"
    sent = row.type in SENDING and "asylum" not in row.contexts  # but "took in refugees"
    if sent or "withdraw" in row.modes:
        return False
    heads = group_words(annotation.words.language.code).heads
    return any(word.lemma.lower() in heads for word in (noun, *counted(annotation, noun)))


def _reached(annotation: Annotation, match: Match, preposition: str) -> list[Token]:
    found = clauses.after(annotation, match.token, preposition)
    if match.object is not None:
        found += clauses.after(annotation, match.object, preposition)
        for participle in annotation.children(match.object, "acl"):
            found += clauses.after(annotation, participle, preposition)
    if not found and preposition == match.preposition:
        for kid in annotation.children(match.token, "prt", "prep", "advmod"):
            found += clauses.after(annotation, kid, preposition)
    return found


def _noun_sides(annotation: Annotation, match: Match) -> Sides:
    noun, row = match.token, match.row
    actors: list[Token] = clauses.after(annotation, noun, *annotation.words.events.by)
    recipients: list[Token] = clauses.after(annotation, noun, *row.to)
    recipients += [t for by in actors for t in clauses.after(annotation, by, *row.to) if not recipients]
    recipients = recipients or meant.beyond(annotation, match)
    parties = clauses.after(annotation, noun, *annotation.words.events.between)
    if len(parties) > 1 and _THIRD not in row.modes:
        actors = [*actors, *parties]  # PLOVER: all sides act where none can be told from the other
    of = clauses.after(annotation, noun, *(word for word in annotation.words.events.of if word not in row.to))
    (actors if row.of == "actor" else recipients).extend(
        t for t in of if row.of != "actor" or meant.may_act(annotation, t)
    )
    if not recipients and row.type in THROUGH:
        recipients = meant.told_what(annotation, noun)
    owners = [t for poss in annotation.children(noun, "poss") for t in clauses.together(annotation, poss)]
    before = [kid for kid in annotation.children(noun, "compound", "amod", "nmod") if annotation.name_at(kid)]
    if "visit" in row.modes:  # "the Norway trip"
        recipients += [kid for kid in before if _is_place(annotation, kid)]
    owners += [kid for kid in before if authors.is_for(annotation, kid) is None and kid not in recipients]
    recipients += [kid for kid in before if authors.is_for(annotation, kid) is False]
    if not recipients and row.type in DEEDS:
        recipients = clauses.after(annotation, noun, *annotation.words.events.against)
    mine = actors if row.owner == "actor" or of else recipients  # "the army's killing of two men"
    mine.extend(o for o in owners if o not in mine)
    if row.owner == "actor" and not actors:
        actors = authors.doing(annotation, noun)
    return _carried(annotation, match, actors, recipients)


def _carried(annotation: Annotation, match: Match, actors: list[Token], recipients: list[Token]) -> Sides:
    """Adds what the verb above the noun brings: "held talks", "was hurt in an attack", "killed by a blast"."""
    carrier = carrier_of(annotation, match.token)
    if not actors and match.row.type in DEEDS:
        actors = authors.behind(annotation, match.token)
    counted_of = [
        t for r in recipients if r.pos == "NUM" for t in clauses.after(annotation, r, *annotation.words.events.of)
    ]
    if not actors and any(meant.may_act(annotation, r) and r.pos != "NUM" for r in [*recipients, *counted_of]):
        actors = authors.ordering(annotation, match.token, match.row.type)
    recipients += [v for verb in harmed_by(annotation, match) for v in _harmed(annotation, verb) if v not in recipients]
    if carrier is None:
        if not actors and match.row.type == "CONSULT":
            actors = _frame(annotation, match.token)
        return Sides(tuple(actors), tuple(r for r in recipients if r not in actors))
    lemma = carrier.lemma.lower()
    if hurts(annotation, carrier):
        joined = [*joined_before(annotation, carrier), carrier]
        recipients += [v for verb in joined for v in _harmed(annotation, verb) if v not in recipients]
        harms = carrier.lemma.lower() in words(annotation, "harm") and match.row.type == "ASSAULT"
        if harms and match.token.dep == "pobj":  # police who kill somebody at a protest do not protest
            actors = actors or _doers(annotation, carrier)
    elif lemma in words(annotation, "undergoing") and _is_object(annotation, match.token, carrier):
        recipients += clauses.surface(annotation, carrier)
    elif _is_one(annotation, carrier, "light") and match.token.dep != "nsubj":
        actors = actors or _doers(annotation, carrier)
        recipients += [t for t in clauses.after(annotation, carrier, *match.row.to) if t not in recipients]
    elif match.token.dep == "nsubj":
        recipients += [t for t in clauses.objects(annotation, carrier) if t not in recipients]
    elif clauses.is_brought_about(annotation, annotation.head(match.token), carrier):
        recipients += [t for t in clauses.surface(annotation, carrier) if t not in recipients]
    elif not actors:
        passive = clauses.is_passive(annotation, carrier)  # "was arrested as part of an inquiry"
        actors = _doers(annotation, carrier) if passive else clauses.controller(annotation, carrier)
    actors = [a for a in actors if a != match.token]
    return Sides(tuple(actors), tuple(r for r in recipients if r not in actors), carrier)


def harmed_by(annotation: Annotation, match: Match) -> list[Token]:
    """The verbs of harm that are said of a noun: "an attack that killed five", "a raid killing five"."""
    if not match.noun or match.row.type not in HARMFUL:
        return []
    verbs = annotation.children(match.token, "relcl", "acl")
    return [
        verb
        for verb in verbs
        if verb.lemma.lower() in words(annotation, "harm")
        and not clauses.is_passive(annotation, verb)
        and (verb.tag == "VBG" or clauses.surface(annotation, verb) == [match.token])
    ]


def _doers(annotation: Annotation, verb: Token) -> list[Token]:
    passive = clauses.is_passive(annotation, verb)
    if passive and verb.lemma.lower() in words(annotation, "taking_part"):
        return clauses.surface(annotation, verb)  # "soldiers were engaged in"
    return clauses.agents(annotation, verb) if passive else clauses.surface(annotation, verb)


def _is_object(annotation: Annotation, noun: Token, verb: Token) -> bool:
    return noun.dep == "dobj" and annotation.head(noun) == verb


def _frame(annotation: Annotation, noun: Token) -> list[Token]:
    """ "He told reporters after the talks with Y", "he is in talks with Y": the talks are his."""
    head = annotation.head(noun)
    above = annotation.head(head)
    if (
        noun.dep != "pobj"
        or above.pos not in ("VERB", "AUX")
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
        return _is_one(annotation, verb, "happening") or lemma in words(annotation, "harm")
    return _is_one(annotation, verb, "light") or lemma in words(annotation, "undergoing")


def _is_one(annotation: Annotation, verb: Token, name: str) -> bool:
    """Whether a list has a verb, alone or with its particle: "stepped up", "broke out"."""
    lemma, listed = verb.lemma.lower(), words(annotation, name)
    return lemma in listed or any(f"{lemma} {kid.lower}" in listed for kid in annotation.children(verb, "prt"))


def hurts(annotation: Annotation, verb: Token) -> bool:
    """Whether a verb tells of harm or death."""
    lemma = verb.lemma.lower()
    return verb.pos == "VERB" and (lemma in words(annotation, "harm") or lemma in words(annotation, "dying"))


def _ties(annotation: Annotation, preposition: Token, verb: Token) -> bool:
    if hurts(annotation, verb):
        far = annotation.tokens[preposition.i - 1].lower in words(annotation, "apart_from")
        return preposition.lower in words(annotation, "harm_ties") and not far
    if clauses.is_brought_about(annotation, preposition, verb):
        return True
    done = annotation.children(verb, "dobj")
    if any(noun.lemma.lower() not in words(annotation, "parts") and noun.tag != "PRP" for noun in done):
        return False  # "took the town in an attack"
    return preposition.lower in words(annotation, "engaged") and _is_one(annotation, verb, "light")


def joined_before(annotation: Annotation, harm: Token) -> list[Token]:
    """ "One was killed and two were hurt in a clash": the harm before "and", where nothing else is told of it."""
    first = annotation.head(harm)
    if harm.dep != "conj" or not hurts(annotation, first):
        return []
    return [] if annotation.children(first, "prep", "agent", "advcl", "npadvmod") else [first]


def _harmed(annotation: Annotation, verb: Token) -> list[Token]:
    suffers = clauses.is_passive(annotation, verb) or verb.lemma.lower() in words(annotation, "dying")
    found = clauses.surface(annotation, verb) if suffers else clauses.objects(annotation, verb)
    for kid in annotation.children(verb, "conj"):
        if hurts(annotation, kid):
            found = [*found, *(v for v in _harmed(annotation, kid) if v not in found)]
    return found


def is_country(fact: Fact) -> bool:
    """Whether a place is a country as a whole."""
    value = fact.value
    return isinstance(value, Place) and ((value.feature or "").startswith("PCL") or value.precision == "country")
