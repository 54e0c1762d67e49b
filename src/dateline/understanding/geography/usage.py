"""How a place's name is used: where something is, for a government or a team, or to say more of another word."""

from functools import cache
from typing import Literal

from dateline.annotated import Annotation, NameMention, Token
from dateline.languages import load
from dateline.values import Form, Mention, PlaceUse

Relation = Literal["in", "near", "between", "from", "to"]

STATE = ("GOV", "MIL", "COP", "JUD", "LEG", "SPY")
"""PLOVER's sectors of those who act for a state."""
MODIFIERS = ("compound", "amod", "poss", "nmod")


def mention(annotation: Annotation, name: NameMention) -> Mention:
    """The mention of a place by a name, by an adjective ("Norwegian"), or inside another name."""
    if name.label == "demonym":
        return Mention(start=name.start, end=name.end, form=_form(annotation, name), rule="demonym", role="modifier")
    if name.inner:
        return Mention(start=name.start, end=name.end, rule="inside a name", role="modifier")
    return Mention(start=name.start, end=name.end, rule="name", role=use(annotation, name))


def _form(annotation: Annotation, name: NameMention) -> Form:
    """The adjective names the land in "the Norwegian coast", and the state in "Norwegian officials".

    In "a Norwegian singer" it is what people somebody belongs to, in "a Norwegian film" a style: no place is named.
    """
    token = annotation.tokens[name.last - 1]
    noun = annotation.head(token)
    describes = token.dep in MODIFIERS and noun.i != token.i and noun.pos == "NOUN"
    words = annotation.words
    describes = describes and noun.lemma.lower() not in (*words.names.namesakes, *words.geography.works)
    if not describes or _is_one(annotation, name, noun):
        return "nominal"
    return "name" if is_of_state(annotation, noun) or not is_people(annotation, noun) else "nominal"


def _is_one(annotation: Annotation, name: NameMention, noun: Token) -> bool:
    """ "A Danish runner", "a Danish tanker": one of many, wherever it is; but "a Danish river" is in the land.

    Where the sentence has no verb, the noun may be one that the parser took for a noun: "A Dane slept".
    """
    before = annotation.tokens[name.first - 1] if name.first else None
    if before is None or before.lower not in annotation.words.casualties.hedges.article or noun.tag == "NNS":
        return False
    lemma = noun.lemma.lower()
    if lemma in _sites(annotation) or lemma in _posts(annotation.words.language.code):
        return False
    verbs = any(each.pos in ("VERB", "AUX") for each in annotation.tokens_of(annotation.sentence(noun)))
    return not verbs or lemma.endswith(annotation.words.geography.doer_endings)


def is_of_state(annotation: Annotation, noun: Token) -> bool:
    """Whether a noun stands for those who act for a state: its officials, its army, its courts."""
    return noun.lemma.lower() in _heads(annotation.words.language.code, STATE)


def is_people(annotation: Annotation, noun: Token) -> bool:
    """Whether a noun stands for people or a body of people."""
    if any(each.first <= noun.i < each.last and each.label != "place" for each in annotation.nominals):
        return True
    lemma = noun.lemma.lower()
    return lemma in _heads(annotation.words.language.code, ()) or lemma.endswith(
        annotation.words.geography.people_endings
    )


@cache
def _heads(code: str, sectors: tuple[str, ...]) -> frozenset[str]:
    """The last words of the names of groups and posts in these sectors of PLOVER, or in all."""
    words = load(code)
    tables = (words.groups.groups, words.titles.by_sector)
    listed = (names for table in tables for sector, names in table.items() if not sectors or sector in sectors)
    return frozenset(name.split()[-1] for names in listed for name in names)


@cache
def _posts(code: str) -> frozenset[str]:
    """The last words of the titles of those who act for a state; soldiers and sailors are too many for that."""
    words = load(code)
    titles = words.titles.by_sector
    posts = {name.split()[-1] for sector, names in titles.items() if sector in STATE for name in names}
    return frozenset(posts.difference(words.groups.groups["MIL"]))


def use(annotation: Annotation, name: NameMention) -> PlaceUse:
    """Metonym where the name stands for those who act ("Oslo said"), modifier beside a noun, else literal."""
    head = head_of(annotation, name)
    if _acts(annotation, name, head):
        return "metonym"
    return "modifier" if head.dep in MODIFIERS else "literal"


def _acts(annotation: Annotation, name: NameMention, head: Token) -> bool:
    """Whether the name is where only people can stand. Of a list, all are what the first one is."""
    words = _metonymy(annotation.words.language.code)
    top = head
    while top.dep == "conj" and top.head != top.i:
        top = annotation.head(top)
    above = annotation.head(top)
    match top.dep:
        case "nsubj" | "nsubjpass":
            governs = bool(name.places) and name.places[0].feature != "PPL"
            return _is_doer(annotation, above, top.dep, words, governs)
        case "dobj" | "dative":
            return above.lemma.lower() in words["objects"]
        case "poss":
            return above.lemma.lower() in words["possessions"]
        case "pobj":
            holder = annotation.head(above)
            between = above.lower in ("between", "of") and holder.lemma.lower() in words["nouns"]
            return (
                above.lower in words["prepositions"] or above.dep == "agent" or (between and above.lower == "between")
            )
    return False


def _is_doer(annotation: Annotation, verb: Token, dep: str, words: dict[str, frozenset[str]], governs: bool) -> bool:
    """Of a town only deeds of people are told so; a capital or a country also does what has an object."""
    lemma = verb.lemma.lower()
    if dep == "nsubjpass":
        return lemma in words["objects"]
    if verb.pos == "AUX" or verb.lemma == "be":
        kids = annotation.children(verb, "acomp", "attr")
        return any(kid.lemma.lower() in words["adjectives"] for kid in kids)
    if verb.pos != "VERB" or not governs:
        return verb.pos == "VERB" and lemma in words["subjects"]
    objects = ("xcomp", "ccomp") if lemma in words["states"] else ("xcomp", "ccomp", "dobj", "dative")
    return bool(annotation.children(verb, *objects)) or lemma in words["subjects"] or lemma in words["deeds"]


@cache
def _metonymy(code: str) -> dict[str, frozenset[str]]:
    words = load(code)
    table: dict[str, frozenset[str]] = {name: frozenset(listed) for name, listed in words.geography.metonymy.items()}
    said = frozenset(verb for verbs in words.statements.stances.values() for verb in verbs)
    deeds = frozenset(verb.split()[0] for row in words.lexicon.rows for verb in row.verbs)
    return table | {"subjects": table["subjects"] | said, "deeds": deeds - table["states"]}


def head_of(annotation: Annotation, name: NameMention) -> Token:
    """The token of a name that hangs on a word outside it."""
    inside = range(name.first, name.last)
    tokens = [annotation.tokens[i] for i in inside]
    return next((token for token in tokens if token.head not in inside), tokens[-1])


@cache
def _relations(code: str) -> dict[str, Relation]:
    return {word: relation for relation, words in load(code).geography.relations.items() for word in words}


def relation(annotation: Annotation, name: NameMention) -> Relation | None:
    """How what is told lies to the place, by its preposition: "in Lund", "north of Lund", "off the coast of Lund"."""
    token = head_of(annotation, name)
    while token.dep == "conj" and token.head != token.i:
        token = annotation.head(token)
    link = annotation.head(token)
    if token.dep != "pobj":
        return None
    table = _relations(annotation.words.language.code)
    holder = annotation.head(link)
    if holder.i != link.i and table.get(holder.lower) == "near" and holder.dep != "prep":
        return "near"  # "close to Lund", "the outskirts of Lund"
    if link.lower not in annotation.words.geography.distance_leads or link.lower in table:
        return table.get(link.lower)
    return _around(annotation, holder, table)


def _around(annotation: Annotation, noun: Token, table: dict[str, Relation]) -> Relation | None:
    """ "North of Lund" lies beside it; "in the north of Lund" in it; "off the coast of Lund" by the noun's own link."""
    above = annotation.head(noun)
    ways = {way for listed in annotation.words.geography.bearings.values() for way in listed}
    if noun.lower in ways and (noun.dep != "pobj" or table.get(above.lower) == "to"):
        return "near"
    return table.get(above.lower) if noun.dep == "pobj" and noun.lemma.lower() in _sites(annotation) else None


def _sites(annotation: Annotation) -> frozenset[str]:
    return _places(annotation.words.language.code)


@cache
def _places(code: str) -> frozenset[str]:
    """Nouns for places."""
    words = load(code)
    return frozenset((*words.events.place_nouns, *words.names.geographic_nouns))
