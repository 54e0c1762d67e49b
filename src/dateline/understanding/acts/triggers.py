"""Which words tell of an event: verbs with their particles and objects, nouns with the word before them."""

from collections.abc import Iterator
from typing import NamedTuple

from dateline.annotated import Annotation, Token
from dateline.languages.lexicon import Pattern
from dateline.languages.sections import LexiconRow
from dateline.understanding.acts import clauses

_BOUND = ("prt", "prep", "dobj", "pobj", "advmod", "oprd", "acomp", "dative", "agent", "npadvmod", "ccomp")


class Match(NamedTuple):
    """A trigger found in the text: the head token, the object that the wording asked for, and its preposition."""

    token: Token
    row: LexiconRow
    noun: bool
    object: Token | None = None
    preposition: str | None = None


def matches(annotation: Annotation, token: Token) -> Iterator[Match]:
    """The triggers that the token may be, best first; what they need of participants is for others to see."""
    words = annotation.words.lexicon
    if token.pos == "VERB":
        for pattern in words.verbs.get(token.lemma.lower(), ()):
            yield from _verb(annotation, token, pattern)
    elif token.pos in ("NOUN", "PROPN"):
        for pattern in words.nouns.get(token.lemma.lower(), ()):
            if _noun_fits(annotation, token, pattern):
                yield Match(token, pattern.row, True)


def _verb(annotation: Annotation, token: Token, pattern: Pattern) -> Iterator[Match]:
    row = pattern.row
    bound = _bound(annotation, token) if pattern.rest else {}
    if not all(word in bound for word in pattern.rest):
        return
    last = bound[pattern.rest[-1]] if pattern.rest else None
    preposition = last.lower if last is not None and last.dep in ("prep", "agent") else None
    grammatical = _grammatical_objects(annotation, token)
    if preposition and last is not None:
        behind = annotation.children(last, "pobj")
        if behind and all(noun.entity in ("DATE", "TIME") for noun in behind):
            return
        grammatical += behind
    wanted = next((o for o in grammatical if fits(annotation, o, row.objects)), None)
    if row.objects and wanted is None:
        return
    if row.subjects and not any(fits(annotation, s, row.subjects) for s in clauses.surface(annotation, token)):
        return
    if row.apart and not _below(annotation, token).isdisjoint(row.apart):
        return
    near = [o for o in grammatical if o is not wanted] + annotation.children(token, "xcomp")
    if not row.objects:
        near += annotation.children(token, "nsubj", "nsubjpass")
    if any(word.lemma.lower() in pattern.unless for word in near):
        return
    yield Match(token, row, False, wanted, preposition)


def _below(annotation: Annotation, verb: Token) -> set[str]:
    """The little words that turn a verb's sense: its prepositions, and what opens the clause below it."""
    found = [kid.lower for kid in annotation.children(verb, "prep", "prt")]
    for clause in annotation.children(verb, "ccomp", "xcomp"):
        opens = annotation.subtree(clause)[0]
        found.append(opens.lower)
    return set(found)


def _grammatical_objects(annotation: Annotation, verb: Token) -> list[Token]:
    if clauses.is_passive(annotation, verb):
        return clauses.surface(annotation, verb)
    return clauses.objects(annotation, verb)


def _bound(annotation: Annotation, verb: Token, depth: int = 3) -> dict[str, Token]:
    found: dict[str, Token] = {}
    for kid in annotation.children(verb, *_BOUND):
        found.setdefault(kid.lower, kid)
        found.setdefault(kid.lemma.lower(), kid)
        if depth > 1 and kid.pos != "VERB":
            for word, token in _bound(annotation, kid, depth - 1).items():
                found.setdefault(word, token)
    return found


def fits(annotation: Annotation, noun: Token, wanted: tuple[str, ...]) -> bool:
    """Whether a noun, its compound, or what it counts ("a series of agreements") is one of these lemmas."""
    lemma = noun.lemma.lower()
    if lemma in wanted:
        return True
    modified = [f"{kid.lemma.lower()} {lemma}" for kid in annotation.children(noun, "amod", "compound")]
    if any(pair in wanted for pair in modified):
        return True
    counts = noun.pos in ("NUM", "SYM") or lemma in annotation.words.events.counting
    return counts and any(
        kid.lemma.lower() in wanted for kid in clauses.after(annotation, noun, *annotation.words.events.amounts)
    )


def _noun_fits(annotation: Annotation, token: Token, pattern: Pattern) -> bool:
    """The words before the noun stand there, none that turns its sense does, and it is a noun of its own."""
    if token.dep in ("compound", "nmod", "amod") or _is_named(annotation, token):
        return False
    before = [annotation.tokens[i] for i in range(max(token.i - len(pattern.rest), 0), token.i)]
    if len(before) < len(pattern.rest) or any(
        word not in (token.lemma.lower(), token.lower) for word, token in zip(pattern.rest, before, strict=True)
    ):
        return False
    if pattern.row.subjects and not _belongs(annotation, token, pattern.row.subjects):
        return False
    if not pattern.unless:
        return True
    near = annotation.children(token, "amod", "compound", "nmod", "poss")
    near += clauses.after(annotation, token, *annotation.words.events.topics)
    return not any(kid.lemma.lower() in pattern.unless or kid.lower in pattern.unless for kid in near)


def _is_named(annotation: Annotation, token: Token) -> bool:
    """ "The Lisbon Peace Conference": a capital inside a sentence is a name's, be it known as one or not."""
    if annotation.name_at(token) and token.pos == "PROPN":
        return True
    sentence = annotation.sentence(token)
    opens = token.i == sentence.first or annotation.tokens[token.i - 1].pos == "PUNCT"
    return sentence.role == "paragraph" and token.text[:1].isupper() and not opens


def _belongs(annotation: Annotation, noun: Token, subjects: tuple[str, ...]) -> bool:
    """Whether a noun is the deed of one of these: "the drivers' strike", "a strike by teachers"."""
    events = annotation.words.events
    near = annotation.children(noun, "poss", "compound") + clauses.after(annotation, noun, *events.of, *events.by)
    head = annotation.head(noun)
    if noun.dep in ("dobj", "pobj"):
        verb = annotation.head(head) if noun.dep == "pobj" else head
        near += clauses.surface(annotation, verb) if verb.pos == "VERB" else []
    return any(kid.lemma.lower() in subjects for kid in near)
