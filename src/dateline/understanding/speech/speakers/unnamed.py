"""Sources that lead to nobody of the record: why, in words that tell one sort of unknown speaker from another."""

import re

from dateline.annotated import Annotation, Token
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.identity.coreference import rivals
from dateline.understanding.identity.people.nouns import person_nouns
from dateline.understanding.speech.speakers.sources import is_definite, source_words
from dateline.values import Person, Span

NO_SOURCE = "nobody is told to be the source"
PASSIVE = "told in the passive: nobody is named as the source"
WRITER = "the writer or speaker of the text is the source"
UNRESOLVED = "the source is a pronoun, and it is open whom it means"
NOBODY = "the source is nobody in particular"
ONE = "the source is one person who is not named"
SEVERAL = "the source is several people who are not named"
DOCUMENT = "the source is a document, and whose it is is not told"
UNKNOWN_NAME = "the source has a name that is neither a person's nor a body's of the record"
BODY = "the source is a body that is not named"
UNKNOWN_SOURCE = "the source is neither a person nor a body of the record"
PLURALS = ("NNS", "NNPS")
AGE = 3
"""Words of an age without its hyphens: "45-year-old"."""


def why_nobody(record: Record, tree: Annotation, head: Token | None, verb: Token | None) -> str:
    """Who speaks where the record knows nobody: `head` is the source's main word, `verb` the one of saying."""
    if head is None:
        passive = verb is not None and (verb.tag == "VBN" or bool(tree.children(verb, "auxpass")))
        return PASSIVE if passive else NO_SOURCE
    words = source_words(tree.words.language.code)
    lemma = head.lemma.lower()
    if head.lower in words.first_person:
        return WRITER
    if head.tag in ("PRP", "PRP$") and head.lower not in words.indefinite:
        return _unresolved(record, tree, head)
    if head.lower in words.several:
        return SEVERAL
    if head.lower in words.indefinite or lemma in words.indefinite:
        return ONE if head.tag == "CD" else NOBODY
    return _unnamed(tree, head, lemma)


def _unnamed(tree: Annotation, head: Token, lemma: str) -> str:
    words = source_words(tree.words.language.code)
    people = person_nouns(tree.words.language.code) | words.mouths | words.insiders
    if lemma in words.documents:
        return DOCUMENT
    if tree.name_at(head) is not None or (head.pos == "PROPN" and lemma not in people):
        return UNKNOWN_NAME
    label = {each.label for each in tree.nominals if each.first <= head.i < each.last}
    if lemma in words.crowds:
        return SEVERAL
    if lemma in words.bodies and lemma not in words.mouths:
        return BODY
    if lemma in people or "person" in label:
        return SEVERAL if head.tag in PLURALS else ONE
    if "organisation" in label:
        return BODY
    return SEVERAL if head.tag == "CD" and not is_definite(tree, head) else UNKNOWN_SOURCE


def _unresolved(record: Record, tree: Annotation, pronoun: Token) -> str:
    """The one or two whom a pronoun may mean, where that is likely enough to be told."""
    names: dict[str, None] = {}
    for other in rivals(tree, pronoun.i):
        token = tree.tokens[other]
        fact = record.who(Span(token.start, token.end), "person", "organisation")
        if fact is not None:
            names[str(getattr(fact.value, "name", ""))] = None
    if not names:
        return UNRESOLVED
    return f'it is open whom "{pronoun.text}" means, perhaps {" or ".join(list(names)[:2])}'


def by_age(record: Record, tree: Annotation, source: Span) -> Fact | None:
    """The only person whose age the source tells: "the 45-year-old" of "Ana Lund, 45"."""
    ages = tree.words.quantities.ages
    words = [token.lower for token in tree.tokens_in(source) if token.pos != "PUNCT" and token.dep != "det"]
    if len(words) != AGE or not words[0].isdigit() or words[1] not in ages.years or words[2] not in ages.old:
        return None
    return _only(record, re.compile(rf",? (?:\w+ )?\(?{words[0]}\b(?!-)"), rf"\b{words[0]}-{words[1]}-{words[2]} ")


def _only(record: Record, behind: re.Pattern[str], before: str) -> Fact | None:
    """The only person a name of whom stands before the pattern `behind`, or right behind the words `before`."""
    hits: dict[str, Fact] = {}
    for fact in record.of("person"):
        assert isinstance(fact.value, Person)
        for mention in fact.value.mentions:
            ahead = record.text[max(0, mention.start - 20) : mention.start].lower()
            if behind.match(record.text, mention.end) or re.search(before + "$", ahead):
                hits[fact.id] = fact
    return next(iter(hits.values())) if len(hits) == 1 else None
