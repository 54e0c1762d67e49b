"""What an article calls the bearer of a name: "the band Orla", "Orla is a maker of boats", "Orla, a river"."""

import re
from collections.abc import Sequence
from typing import Literal

from dateline.annotated import Token
from dateline.annotation.name_edges import Run, is_acronym
from dateline.annotation.name_words import NameWords

Kind = Literal["person", "organisation", "place", "other"]

REACH = 12
"""Words behind a name among which the noun is looked for that says what it is."""
NAMED = frozenset({"called", "named", "dubbed", "titled", "entitled"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})
HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos"})
OPENED, CLOSED = frozenset({'"', "``", "“"}), frozenset({'"', "''", "”"})
MODEL = re.compile(r"[A-Z]{0,3}-?\d{2,4}[A-Z]{0,2}")
PARTY_AND_STATE = re.compile(r"[A-Z]-[A-Z][\w.]*")
ENDED = frozenset({".", ",", "?", "!"})
EXAMPLES = frozenset({"like", "including"})


def kind_of(tokens: Sequence[Token], run: Run, words: NameWords) -> Kind | None:
    """What the noun beside the name says that it is a name of, if one does."""
    head = _head(tokens, run)
    before = _before(tokens, run) if head.dep not in MODIFIERS or head.head < run.last else None
    nouns = (before, _said(tokens, run, head), _apposed(tokens, run, head), _apposition_of(tokens, head))
    kinds = (kind for noun in nouns if noun is not None and (kind := _kind(noun, words)) is not None)
    kind = next(kinds, None)
    belongs = run.first > 0 and tokens[run.first - 1].lower == "of"  # "the island of Orla", not "the river of Orla"
    return kind if not belongs or kind == "place" else None


def is_before_thing(tokens: Sequence[Token], run: Run, words: NameWords) -> bool:
    """ "The Orla festival": a thing with a name, unless that is a town's."""
    if run.country or run.last >= len(tokens) or tokens[run.last - 1].head != run.last:
        return False
    return tokens[run.last].lower in words.things and tokens[run.last].text.islower()


def _head(tokens: Sequence[Token], run: Run) -> Token:
    inside = (tokens[i] for i in range(run.last - 1, run.first - 1, -1))
    return next((token for token in inside if not run.first <= token.head < run.last), tokens[run.last - 1])


def _kind(noun: Token, words: NameWords) -> Kind | None:
    lemma = noun.lemma.lower()
    return next((kind for kind, nouns in words.kinds.items() if lemma in nouns), None)


def _before(tokens: Sequence[Token], run: Run) -> Token | None:
    """ "The band Orla", "a ferry called Orla", "bands such as Orla": of several the noun is a plural."""
    i = run.first - 1
    while i > 0 and tokens[i].text in ('"', "'", "``", "("):
        i -= 1
    if i < 0 or tokens[i].sentence != tokens[run.first].sentence:
        return None
    if tokens[i].lower in NAMED or (tokens[i].lower in EXAMPLES and tokens[i].pos in ("ADP", "VERB")):
        return _noun(tokens, i - 1)
    if tokens[i].lower == "as" and i > 1 and tokens[i - 1].lower == "such":
        return _noun(tokens, i - 2)
    if tokens[i].lower == "of":
        return _noun(tokens, i - 1)
    return tokens[i] if tokens[i].text.islower() and tokens[i].tag in ("NN", "JJ") else None


def _noun(tokens: Sequence[Token], i: int) -> Token | None:
    return tokens[i] if i >= 0 and tokens[i].pos == "NOUN" and tokens[i].text.islower() else None


def _apposition_of(tokens: Sequence[Token], head: Token) -> Token | None:
    """ "A quarterly, Orla": the noun stands first."""
    return _noun(tokens, head.head) if head.dep == "appos" and head.head < head.i else None


def is_team(tokens: Sequence[Token], run: Run, words: NameWords) -> bool:
    """Whether a name stands where only a team does: "played for Orla", "coached Orla", "lost to Orla 2-1"."""
    if run.first < 2 or run.country or run.title_first is not None or run.first >= len(tokens) - 1:
        return False
    if _is_score(tokens, run.last):
        return True
    head = _head(tokens, run)
    while head.dep == "conj" and head.head < head.i:
        head = tokens[head.head]
    link = tokens[head.head]
    verb = tokens[link.head] if head.dep == "pobj" and link.lower in ("for", "with") else None
    if verb is not None:
        return verb.lemma.lower() in words.team_verbs and verb.pos == "VERB"
    return head.dep == "dobj" and link.lemma.lower() in words.coaching


def _is_score(tokens: Sequence[Token], i: int) -> bool:
    """ "2-1" behind a name, a comma before it or none."""
    i += i < len(tokens) and tokens[i].text == ","
    score = [token.text for token in tokens[i : i + 3] if token.i == i + 2 or not token.space]
    return len(score) == 3 and score[1] in ("-", "–") and all(text.isdigit() and len(text) < 4 for text in score[::2])


def is_counted(tokens: Sequence[Token], run: Run) -> bool:
    """ "Two NGOs", "a VIP": what there can be several of; "an NGO worker" may still be a name."""
    if run.first == 0 or run.last - run.first > 1 or run.country or run.last >= len(tokens):
        return False
    name, before = tokens[run.first], tokens[run.first - 1]
    if before.sentence != name.sentence:
        return False
    letters = name.text.removesuffix("s")
    if before.lower in ("a", "an"):
        return is_acronym(letters) and name.dep in HEADS and tokens[run.first + 1].text != "-"
    return before.tag == "CD" and letters != name.text and is_acronym(letters)


def is_model(tokens: Sequence[Token], run: Run) -> bool:
    """ "A Fokker 100": one of those that a maker has made."""
    if run.first == 0 or run.last >= len(tokens) or tokens[run.first - 1].lower not in ("a", "an"):
        return False
    behind = tokens[run.last]
    return MODEL.fullmatch(behind.text) is not None and behind.sentence == tokens[run.first].sentence


def is_party_and_state(text: str) -> bool:
    """ "D-Ohio", "R-Va.": told of a member of a parliament, and nobody's name."""
    return PARTY_AND_STATE.fullmatch(text) is not None


def is_quoted(tokens: Sequence[Token], run: Run) -> bool:
    """A name that fills its quotation marks is a work's or a word's, unless somebody goes by it."""
    if run.first == 0 or run.last >= len(tokens) or run.title_first is not None:
        return False
    before, behind = tokens[run.first - 1], tokens[run.last]
    if behind.text in ENDED and run.last + 1 < len(tokens):
        behind = tokens[run.last + 1]
    return before.text in OPENED and behind.text in CLOSED and behind.sentence == before.sentence


def is_body_in_quotes(tokens: Sequence[Token], run: Run, words: NameWords) -> bool:
    """A name in quotation marks that is a body's all the same: it has a body's noun, or one stands behind it.

    'The "Orla Front" said', 'the "Orla" group'.
    """
    if run.organisation:
        return True
    behind = run.last + 1 + (tokens[run.last].text in ENDED)
    if behind >= len(tokens) or tokens[behind].sentence != tokens[run.first].sentence:
        return False
    noun = tokens[behind]
    return noun.tag == "NN" and noun.lower in words.kinds["organisation"]


def _said(tokens: Sequence[Token], run: Run, head: Token) -> Token | None:
    """ "Orla is a Greek maker of boats"."""
    verb = tokens[head.head]
    if head.dep != "nsubj" or verb.lemma != "be":
        return None
    return _noun_below(tokens, run.last, verb, "attr")


def _apposed(tokens: Sequence[Token], run: Run, head: Token) -> Token | None:
    """ "Orla, a river in the north"."""
    if run.last >= len(tokens) or tokens[run.last].text != ",":
        return None
    return _noun_below(tokens, run.last, head, "appos")


def _noun_below(tokens: Sequence[Token], first: int, head: Token, dep: str) -> Token | None:
    for token in tokens[first : first + REACH]:
        if token.sentence != head.sentence:
            return None
        if token.dep == dep and token.head == head.i:
            return token if token.tag in ("NN", "NNS") and token.text.islower() else None
    return None
