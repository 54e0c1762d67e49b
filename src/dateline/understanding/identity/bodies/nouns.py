"""Common nouns that take a named body up: "the ministry", "the Harper group", "the militant group Harper"."""

from collections.abc import Sequence
from functools import cache

from dateline.annotated import Annotation, NameMention, Token
from dateline.languages import load
from dateline.understanding.identity.bodies.by_name import BodyChain
from dateline.understanding.identity.bodies.name_words import body_name
from dateline.values import Mention

ONE = frozenset({"NN", "NNP"})
QUOTES = frozenset({"''", "``", '"'})
NEAR = 5
"""Sentences within which a wide noun ("the army") takes up a body named before."""


def add_heads(annotation: Annotation, chains: Sequence[BodyChain]) -> None:
    """ "The ministry" is the last ministry that was named before it; "the Harper group" is Harper."""
    words = annotation.words
    nouns, restating = set(words.names.organisation_nouns), set(words.groups.restating)
    at_end = {mention.end: chain for chain in chains for mention in chain.mentions}
    by_head = _by_head(annotation, chains)
    for token in annotation.tokens[1:]:
        if token.tag != "NN" or token.lower not in nouns | restating or token.dep == "compound":
            continue
        before = annotation.tokens[token.i - 1]
        if annotation.name_at(token):
            continue
        quoted = before.tag in QUOTES and token.i > 1
        name = annotation.name_at(annotation.tokens[token.i - 2] if quoted else before)
        if name and token.lower in restating and (chain := at_end.get(name.end)):
            joined = name.first and annotation.tokens[name.first - 1].tag == "HYPH"  # "the pro-Brek militia"
            if not joined and name.text.lower() not in words.groups.peoples:
                chain.mentions.append(_with_noun(annotation, name, token))
        elif before.lower == "the":
            named = by_head.get(body_name(words.language.code, token.text).words[0], ())
            if chain := _taken_up(annotation, token, named):
                chain.mentions.append(Mention(start=before.start, end=token.end, form="nominal", rule="head noun"))


def _with_noun(annotation: Annotation, name: NameMention, noun: Token) -> Mention:
    first = name.first - 1 if name.first and annotation.tokens[name.first - 1].tag in QUOTES else name.first
    article = annotation.tokens[first - 1] if first else noun
    start = article.start if article.pos == "DET" else name.start
    return Mention(start=start, end=noun.end, form="nominal", rule="name and noun")


def _by_head(annotation: Annotation, chains: Sequence[BodyChain]) -> dict[str, list[BodyChain]]:
    found: dict[str, list[BodyChain]] = {}
    for chain in chains:
        heads = {body_name(annotation.words.language.code, name).head for name in (chain.name, *chain.aliases)}
        for head in heads - {""}:
            found.setdefault(head, []).append(chain)
    return found


def _taken_up(annotation: Annotation, noun: Token, chains: Sequence[BodyChain]) -> BodyChain | None:
    """The body whose noun it is that was named last before; "the center of ..." says itself which one it is."""
    behind = annotation.tokens[noun.i + 1] if noun.i + 1 < len(annotation.tokens) else noun
    if behind.lower in annotation.words.groups.body_tails and behind.lower != "to":
        return None
    named = [(at, chain) for chain in chains if (at := _last_before(chain, noun.start)) >= 0]
    if not named:
        return None
    at, chain = max(named, key=lambda pair: pair[0])
    if noun.lower not in annotation.words.groups.mass:
        return chain
    token = annotation.token_at(at)
    near = token is not None and noun.sentence - token.sentence <= NEAR
    return chain if near and len(named) == 1 else None


def _last_before(chain: BodyChain, start: int) -> int:
    """Where the chain's last mention before this offset stands; -1 where there is none."""
    return max((mention.start for mention in chain.mentions if mention.start < start), default=-1)


def body_beside(annotation: Annotation, first: int, core: int, head: int) -> tuple[NameMention | None, str]:
    """The body that a phrase of a group names as well, and how; `core` is where the group's own words begin.

    "the Harper news agency", "the militant group Harper", "Harper, a militant group," and "the HPR (the Harper army)".
    """
    tokens = annotation.tokens
    noun = tokens[head]
    words = annotation.words
    if noun.tag not in ONE or noun.lower not in _body_nouns(words.language.code):
        return None, ""
    begins = annotation.sentence(noun).first
    at = core - 1
    if core > begins + 1 and tokens[at].tag in QUOTES:
        at -= 1  # the "Brek" group
    if at >= begins and noun.lower in words.groups.restating and (inner := _body(annotation, at)):
        return (inner, "name and noun") if inner.text.lower() not in words.groups.peoples else (None, "")
    behind = _body(annotation, head + 1) if head + 1 < annotation.sentence(noun).last else None
    if behind:
        return behind, "apposition"
    if first - 2 < begins or (before := _body(annotation, first - 2)) is None:
        return None, ""
    mark, over = tokens[first - 1].text, annotation.head(noun)
    closed = head + 1 < len(tokens) and tokens[head + 1].text in (")", "]")
    if (mark in ("(", "[") and closed) or (
        mark == "," and noun.dep == "appos" and before.first <= over.i < before.last
    ):
        return before, "apposition"
    return None, ""


@cache
def _body_nouns(code: str) -> frozenset[str]:
    words = load(code)
    return frozenset((*words.names.organisation_nouns, *words.groups.wide, *words.groups.body_nouns))


def _body(annotation: Annotation, i: int) -> NameMention | None:
    """The body whose name stands at a token."""
    name = annotation.name_at(annotation.tokens[i])
    return name if name and name.label == "organisation" else None
