"""Which words tell of an event: verbs with their particles and objects, nouns with the word before them."""

from collections.abc import Collection, Iterator
from functools import cached_property
from typing import NamedTuple

from dateline.annotated import Annotation, Token
from dateline.languages.lexicon import Pattern
from dateline.languages.sections import LexiconRow
from dateline.understanding.acts.wording import clauses

_BOUND = ("prt", "prep", "dobj", "pobj", "advmod", "oprd", "acomp", "dative", "agent", "npadvmod", "ccomp", "neg")


class Match(NamedTuple):
    """A trigger found in the text: the head token, the object that the wording asked for, and its preposition."""

    token: Token
    row: LexiconRow
    noun: bool
    object: Token | None = None
    preposition: str | None = None


class Miss(NamedTuple):
    """A row whose head word stands in the text, and why it does not fit; `turned` by another word beside it."""

    why: str
    turned: bool = False


def matches(annotation: Annotation, token: Token) -> Iterator[Match]:
    """The triggers that the token may be, best first; what they need of participants is for others to see."""
    for _, found in weighed(annotation, token):
        if isinstance(found, Match):
            yield found


def weighed(annotation: Annotation, token: Token) -> Iterator[tuple[Pattern, Match | Miss]]:
    """All wordings of which the token is the head word, best first, each with its match or why it is none."""
    words = annotation.words.lexicon
    if token.tag == "VBG" and token.dep == "amod":
        return  # "opposing views"
    if token.tag == "VBG" and (token.dep in clauses.SUBJECTS or token.dep == "pobj"):
        for pattern in words.nouns.get(token.lower, ()):  # "fighting broke out", "victims of police firing"
            if token.dep != "pobj" or pattern.rest:
                yield pattern, _noun(annotation, token, pattern)
    if token.pos == "VERB":
        clause = _Clause(annotation, token)
        for pattern in words.verbs.get(_lemma(annotation, token), ()):
            yield pattern, _verb(clause, pattern)
    elif token.pos in ("NOUN", "PROPN"):
        for pattern in words.nouns.get(token.lemma.lower(), ()):
            yield pattern, _noun(annotation, token, pattern)


def _lemma(annotation: Annotation, token: Token) -> str:
    """The verb's lemma; of "raped" and "raping" it is "rape", of "gutted" "gut", whatever the parser takes it for."""
    word, verbs = token.lower, annotation.words.lexicon.verbs
    stem = word[:-1] if word.endswith("ed") else f"{word[:-3]}e" if word.endswith("ing") else word
    if stem in verbs or token.lemma.lower() in verbs:
        return stem if stem in verbs else token.lemma.lower()
    doubled = len(word) > 5 and word.endswith("ed") and word[-3] == word[-4] and word[:-3] in verbs
    return word[:-3] if doubled else token.lemma.lower()


class _Clause:
    """A verb's clause, read once for all rows that have its verb."""

    def __init__(self, annotation: Annotation, verb: Token) -> None:
        self.annotation = annotation
        self.verb = verb

    @cached_property
    def bound(self) -> dict[str, Token]:
        """The words below the verb that a wording may ask for."""
        return _bound(self.annotation, self.verb)

    @cached_property
    def objects(self) -> list[Token]:
        """Its grammatical objects; of a passive the subject."""
        return _grammatical_objects(self.annotation, self.verb)

    @cached_property
    def doers(self) -> list[Token]:
        """Who does it: the subject, or the agent of a passive."""
        return _doers(self.annotation, self.verb)

    @cached_property
    def below(self) -> set[str]:
        """The little words that turn its sense."""
        return _below(self.annotation, self.verb)

    @cached_property
    def beside(self) -> list[Token]:
        """What says how it is meant: "legally attacked", "attacked to win"."""
        return self.annotation.children(self.verb, "xcomp", "advmod", "oprd")

    @cached_property
    def subjects(self) -> list[Token]:
        """Its subjects with the nouns before them."""
        found = self.annotation.children(self.verb, "nsubj", "nsubjpass")
        return [*found, *(kid for noun in found for kid in self.annotation.children(noun, "compound"))]


def _verb(clause: _Clause, pattern: Pattern) -> Match | Miss:
    row, annotation = pattern.row, clause.annotation
    if missing := [word for word in pattern.rest if word not in clause.bound]:
        return Miss(f'"{missing[0]}" does not stand with it')
    last = clause.bound[pattern.rest[-1]] if pattern.rest else None
    preposition = last.lower if last is not None and last.dep in ("prep", "agent") else None
    grammatical = clause.objects
    if preposition and last is not None:
        behind = annotation.children(last, "pobj")
        if behind and all(noun.entity in ("DATE", "TIME") for noun in behind):
            return Miss(f'"{preposition}" brings a time')
        grammatical = [*grammatical, *behind]
    wanted = next((o for o in grammatical if fits(annotation, o, pattern.objects)), None) if row.objects else None
    if row.objects and wanted is None:
        return Miss("its object is none of the row's")
    if row.subjects and not any(
        fits(annotation, s, pattern.subjects) or _is_called(annotation, s, pattern.subjects) for s in clause.doers
    ):
        return Miss("its subject is none of the row's")
    if row.apart and (turned := clause.below.intersection(row.apart)):
        return Miss(f'"{min(turned)}" turns its sense', turned=True)
    if pattern.unless and (strange := _strange(clause, pattern, grammatical, wanted)):
        return Miss(f'"{strange.text}" makes it another story', turned=True)
    return Match(clause.verb, row, False, wanted, preposition)


def _strange(clause: _Clause, pattern: Pattern, grammatical: list[Token], wanted: Token | None) -> Token | None:
    """The word that makes it another story: an object, what says more of it; without objects, a subject."""
    annotation, row = clause.annotation, pattern.row
    near = [o for o in grammatical if o is not wanted] + clause.beside
    near += annotation.children(wanted, "compound", "amod", "nmod", "nummod") if wanted is not None else []
    doers = clause.doers if row.subjects else []
    near += [noun for doer in doers for noun in clauses.after(annotation, doer, *annotation.words.events.topics)]
    near += clause.subjects if not row.objects else []
    near += [token for noun in near for token in counted(annotation, noun)]
    return next((t for t in near if not pattern.unless.isdisjoint((t.lemma.lower(), t.lower))), None)


def _doers(annotation: Annotation, verb: Token) -> list[Token]:
    """Who does it: the subject, or the agent of a passive."""
    if not clauses.is_passive(annotation, verb):
        return clauses.surface(annotation, verb)
    if shared := clauses.shared_agents(annotation, verb):
        return shared
    above = annotation.head(verb)
    headless = verb.dep == "acl" and above.head == above.i  # "a bus overturned", read as a bus that was
    return clauses.surface(annotation, verb) if headless else []


def _below(annotation: Annotation, verb: Token) -> set[str]:
    """What turns a verb's sense: prepositions, alone and with their noun; the word that opens the clause below.

    Also the verb before it with its "and".
    """
    little = annotation.children(verb, "prep", "prt")
    found = [kid.lower for kid in little]
    if verb.dep == "conj":  # "was treated and released"
        above = annotation.head(verb)
        found += [f"{cc.lower} {above.lemma.lower()}" for cc in annotation.children(above, "cc")]
    brought = [(kid, noun) for kid in little for noun in annotation.children(kid, "pobj", "pcomp")]
    found += [f"{kid.lower} {noun.lemma.lower()}" for kid, noun in brought]
    for clause in annotation.children(verb, "ccomp", "xcomp", "advcl"):
        opens = annotation.subtree(clause)[0]
        found += [opens.lower] if clause.dep != "advcl" else []
        found.append(f"{opens.lower} {clause.lemma.lower()}")
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


def fits(annotation: Annotation, noun: Token, wanted: Collection[str]) -> bool:
    """Whether a noun, its compound, or what it counts ("a series of agreements") is one of these lemmas."""
    lemma = noun.lemma.lower()
    if lemma in wanted:
        return True
    before = annotation.children(noun, "amod", "compound")
    if any(f"{word} {lemma}" in wanted for kid in before for word in (kid.lemma.lower(), kid.lower)):
        return True
    return any(kid.lemma.lower() in wanted for kid in counted(annotation, noun))


def counted(annotation: Annotation, noun: Token) -> list[Token]:
    """What a noun only counts: "thousands of tourists", "$2 million in aid"."""
    events = annotation.words.events
    counts = noun.pos in ("NUM", "SYM") or noun.lemma.lower() in clauses.counting(annotation.words.language.code)
    return clauses.after(annotation, noun, *events.amounts) if counts else []


def _is_called(annotation: Annotation, name: Token, wanted: Collection[str]) -> bool:
    """Whether a name opens with one of these nouns: "Hurricane Zelda", "Mount Orla"."""
    before = annotation.children(name, "compound") if name.pos == "PROPN" else []
    return bool(before) and before[0].text[:1].isupper() and before[0].lemma.lower() in wanted


def _noun(annotation: Annotation, token: Token, pattern: Pattern) -> Match | Miss:
    """The words before the noun stand there, none that turns its sense does, and it is a noun of its own."""
    if token.dep in ("compound", "nmod", "amod"):
        return Miss("it is a part of another noun")
    if _is_named(annotation, token):
        return Miss("it is a part of a name")
    if _is_predicate(annotation, token):
        return Miss("it says what something else is")
    before = [annotation.tokens[i] for i in range(max(token.i - len(pattern.rest), 0), token.i)]
    if len(before) < len(pattern.rest) or any(
        word not in (token.lemma.lower(), token.lower) for word, token in zip(pattern.rest, before, strict=True)
    ):
        return Miss(f'"{" ".join(pattern.rest)}" does not stand before it')
    if pattern.row.subjects and not _belongs(annotation, token, pattern.row.subjects):
        return Miss("it is no deed of the row's subjects")
    if not pattern.unless:
        return Match(token, pattern.row, True)
    near = annotation.children(token, "amod", "compound", "nmod", "poss")
    near += clauses.after(annotation, token, *annotation.words.events.topics)
    if token.i > 1 and annotation.tokens[token.i - 1].tag == "HYPH":  # "cease-fire"
        near.append(annotation.tokens[token.i - 2])
    strange = next((k for k in near if k.lemma.lower() in pattern.unless or k.lower in pattern.unless), None)
    return Miss(f'"{strange.text}" makes it another story', turned=True) if strange else Match(token, pattern.row, True)


def _is_predicate(annotation: Annotation, token: Token) -> bool:
    """ "Loneliness is an epidemic"; "there was a raid", "it was a raid" and "the raid is" tell of one."""
    be = annotation.head(token)
    if token.dep != "attr" or be.pos != "AUX":
        return False
    return any(kid.pos == "NOUN" for kid in annotation.children(be, "nsubj"))


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
