"""Rolls and tallies: who the dead were ("among the dead were two nurses"), and how many ("the number of dead rose")."""

from collections.abc import Collection, Iterator, Mapping

from dateline.annotated import Annotation, Token
from dateline.understanding.harm.numbers import numbers
from dateline.understanding.harm.undergoing import SUBJECTS, Undergoing

TOLD = 12
"""So many words behind "the toll" its count may stand."""
BEFORE = 4
"""So many words may stand between a count and "the death toll" behind it."""
COPULA = ("attr", "nsubj", "nsubjpass", "dobj", "oprd")


def listed(annotation: Annotation, noun: Token, naming: Collection[str], among: Collection[str]) -> Iterator[Token]:
    """Who "the dead" or "the victim" are, by the verb it is subject of: "were", "named as"."""
    top, amid = _top(annotation, noun, among)
    verb = annotation.head(top)
    if (
        verb.i == top.i
        or verb.lemma not in naming
        or (noun.tag == "VBN" and annotation.children(noun, "aux", "auxpass"))
    ):
        return
    if amid:
        yield from annotation.children(verb, *COPULA)
    elif top.dep in SUBJECTS and annotation.children(verb, "auxpass"):
        clauses = Undergoing(annotation)
        yield from (p for kid in annotation.children(verb, "prep") if kid.lower == "as" for p in clauses.objects(kid))
        yield from annotation.children(verb, "oprd")
    elif top.dep in SUBJECTS:
        yield from (kid for kid in annotation.children(verb, "attr", "dobj") if kid.i > verb.i)


def _top(annotation: Annotation, noun: Token, among: Collection[str]) -> tuple[Token, bool]:
    """The phrase that a roll's noun heads, "one of the dead" too; and whether it stands behind "among"."""
    above = annotation.head(noun)
    if noun.dep != "pobj":
        return noun, False
    if above.lower in among:
        return above, True
    if above.lower == "of" and annotation.head(above).pos in ("NUM", "PRON", "DET", "ADJ"):
        return annotation.head(above), False
    return noun, False


def figure(annotation: Annotation, last: Token, marks: Collection[str], opener: Token | None = None) -> Token | None:
    """The count that a tally is given: behind a mark ("rose to 31"), or before the tally ("brought to 31 the toll")."""
    opener = opener or last
    before: Token | None = None
    for number in numbers(annotation.tokens_of(annotation.sentence(last)), annotation.words.language.code):
        at = annotation.tokens[number.last - 1]
        if at.pos != "NUM" or number.glued:
            continue
        if 0 <= opener.i - number.last <= BEFORE and _is_marked(annotation, number.first, marks):
            between = annotation.tokens[number.last : opener.i]
            before = at if all(t.pos in ("DET", "ADJ", "NOUN", "PRON") for t in between) else before
        if last.i + 1 < number.first < last.i + TOLD:
            behind = annotation.tokens[last.i : number.first]
            leader = next(t for t in reversed(behind) if t.pos != "ADV" or t.i == last.i)
            if leader.lemma in marks:
                return at
    return before


def _is_marked(annotation: Annotation, first: int, marks: Collection[str]) -> bool:
    return first > 0 and annotation.tokens[first - 1].pos == "ADP" and annotation.tokens[first - 1].lemma in marks


def tallied(annotation: Annotation, tally: Token, harm: Mapping[str, str]) -> tuple[str, Token, Token | None] | None:
    """ "the number of people killed": the effect, the last word of the phrase, and the noun for the people."""
    of = next((p for p in Undergoing(annotation).of(tally)), None)
    if of is None or any(kid.lower in ("a", "an") for kid in annotation.children(tally, "det")):
        return None
    below = annotation.subtree(of)
    effect = harm.get(of.lower) or harm.get(of.lemma.lower())
    if effect:
        return effect, below[-1], None
    for kid in annotation.children(of, "acl", "relcl", "amod"):
        effect = harm.get(kid.lower) or harm.get(kid.lemma.lower())
        if effect and kid.i > of.i:
            return effect, below[-1], of
    return None
