"""The words of a source phrase: its heads, and whom a document, a spokesman or an official belongs to."""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.understanding.speech.cues import Discourse
from dateline.values import Span

OWNERS = ("poss", "compound", "nmod")
REACH = 400
"""Tokens back within which "the report" finds the report that was told of before."""


class SourceWords(Struct, frozen=True):
    """The words of those who speak, ready to be asked."""

    mouths: frozenset[str]
    insiders: frozenset[str]
    organs: frozenset[str]
    documents: frozenset[str]
    alike: dict[str, frozenset[str]]
    """Noun to those that may be used of the same document."""
    authors: frozenset[str]
    homes: frozenset[str]
    indefinite: frozenset[str]
    several: frozenset[str]
    definite: frozenset[str]
    first_person: frozenset[str]
    place_nouns: frozenset[str]
    bodies: frozenset[str]
    according: frozenset[str]
    """The last word of a phrase that names a source without a verb."""
    made: frozenset[str]
    crowds: frozenset[str]


@cache
def source_words(code: str) -> SourceWords:
    """The words of a language for those who speak."""
    pack = load(code)
    words, anaphors = pack.speakers, pack.anaphors
    nouns = {noun for row in words.same_documents for noun in row}
    rows = [frozenset(row) for row in words.same_documents]
    return SourceWords(
        mouths=frozenset(words.mouths),
        insiders=frozenset(words.insiders),
        organs=frozenset(words.organs),
        documents=frozenset(words.documents),
        alike={noun: frozenset().union(*(row for row in rows if noun in row)) for noun in nouns},
        authors=frozenset(words.authors),
        homes=frozenset(words.homes),
        indefinite=frozenset(words.indefinite),
        several=frozenset(words.several),
        definite=frozenset(anaphors.definite),
        first_person=frozenset((*anaphors.first_singular, *anaphors.first_plural)),
        according=frozenset(phrase.split()[-1] for phrase in pack.statements.according),
        bodies=frozenset((*anaphors.body_nouns, *anaphors.any_body, *pack.names.organisation_nouns)),
        made=frozenset(words.made),
        crowds=frozenset(words.crowds),
        place_nouns=frozenset(noun for nouns in anaphors.place_kinds.values() for noun in nouns),
    )


def heads_of(tree: Annotation, source: Span) -> Iterator[Token]:
    """The word that carries a phrase, then those that stand in apposition to it; of "who" the noun that it takes up."""
    tokens = tree.tokens_in(source)
    inside = {token.i for token in tokens}
    head = next((t for t in tokens if (t.head not in inside or t.head == t.i) and t.pos != "PUNCT"), None)
    if head is None:
        return
    above = tree.head(tree.head(head))
    relative = head.tag in ("WP", "WDT") and tree.head(head).dep == "relcl"
    yield above if relative else head
    for kid in tree.children(head, "appos"):
        if kid.i in inside and kid.tag != "CD" and not _is_bracketed(tree, head, kid):
            yield kid


def _is_bracketed(tree: Annotation, head: Token, kid: Token) -> bool:
    """Whether an apposition stands in brackets: "the head of ABC (Another Big Club)", "Del. Lund (D-Moss)"."""
    between = [token.text for token in tree.tokens[head.i + 1 : kid.i]]
    return sum(between.count(mark) for mark in "([") > sum(between.count(mark) for mark in ")]")


def is_told(discourse: Discourse, verb: Token) -> bool:
    """Whether the subject of a verb is who is spoken to, and nobody tells who speaks: "Lund was asked to leave"."""
    kids = {kid.dep for kid in discourse.annotation.children(verb)}
    return verb.lemma in discourse.words.addressed and "auxpass" in kids and "agent" not in kids


def joined_to(tree: Annotation, head: Token, source: Span) -> list[Token]:
    """Those who are named beside the head of a phrase: Brek and Moss of "Lund, Brek and Moss"."""
    found: list[Token] = []
    linked = False
    last: Token | None = head
    while last is not None:
        linked = linked or bool(tree.children(last, "cc"))
        kids = [kid for kid in tree.children(last, "conj") if source.start <= kid.start and kid.end <= source.end]
        last = next((kid for kid in kids if kid.pos in ("NOUN", "PROPN", "PRON")), None)
        found += [last] if last is not None else []
    return found if linked else []


def joined_before(tree: Annotation, head: Token, source: Span) -> Token | None:
    """Who is named right before the "and" that stands before a name, where the tree does not join the two names."""
    name = tree.name_at(head)
    if name is None or name.first < 2 or tree.tokens[name.first - 1].tag != "CC":
        return None
    other = tree.tokens[name.first - 2]
    named = tree.name_at(other)
    within = other.start >= source.start and named is not None and named.label == "person" == name.label
    return other if within else None


def owners(tree: Annotation, noun: Token, links: frozenset[str]) -> Iterator[Token]:
    """Whom a noun belongs to: X of "X's report", "the X report", "a report by X" (with a preposition of `links`)."""
    made = source_words(tree.words.language.code).made
    kids = tree.children(noun)
    yield from (kid for kid in kids if kid.dep in ("poss", "appos") and kid.tag != "CD")
    yield from (kid for kid in kids if kid.dep in OWNERS[1:] and kid.pos in ("NOUN", "PROPN") and kid.i < noun.i)
    for link in kids:
        if link.dep in ("prep", "agent") and link.lower in links:
            yield from tree.children(link, "pobj")
        elif link.dep == "acl" and link.lemma in made:  # "a poll conducted by X", "a statement signed by X"
            yield from (by for agent in tree.children(link, "agent") for by in tree.children(agent, "pobj"))
        elif link.dep == "relcl" and link.lemma in made:  # "a speech X gave in Oslo"
            yield from (by for by in tree.children(link, "nsubj") if by.tag not in ("WP", "WDT"))


def is_definite(tree: Annotation, noun: Token) -> bool:
    """Whether a noun tells of something told of before: "the report", "that statement"."""
    words = source_words(tree.words.language.code)
    return any(kid.lower in words.definite for kid in tree.children(noun, "det"))


def told_before(tree: Annotation, noun: Token) -> Iterator[Token]:
    """The nouns for the same document or speaker before this one, nearest first, back to the one that brought it in."""
    words = source_words(tree.words.language.code)
    alike = words.alike.get(noun.lemma, frozenset()) | {noun.lemma}
    for i in range(noun.i - 1, max(-1, noun.i - REACH), -1):
        token = tree.tokens[i]
        if token.pos in ("NOUN", "PROPN") and token.lemma.lower() in alike:
            yield token
            if token.dep != "compound" and not is_definite(tree, token):
                return
