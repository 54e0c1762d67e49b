"""Phrases set off behind a name: where they begin, over brackets and ages, and which noun is their head."""

from collections.abc import Sequence

from dateline.annotated import Annotation, NameMention, Token
from dateline.languages.titles import title_words

PHRASE = 14
"""Words that a title set off by a comma may have up to its head."""
ASIDE = 9
"""Tokens that may stand in a bracket behind a name."""
BEFORE_HEAD = frozenset({"DET", "ADJ", "NUM", "ADV", "NOUN", "PROPN"})
INSIDE = frozenset({"HYPH", "POS", "PRP$", "VBN", "VBG", "NN", "NNP", "AFX", "$", "``", "''"})
"""Penn tags of what may stand before the head beside that."""


def behind_comma(annotation: Annotation, name: NameMention) -> int | None:
    """The token behind the comma, the dash or the age that follows a name; None where none follows.

    A bracket and a party with its state are passed over: "Lund (D-Ohio), a lawyer", "Lund, R-Texas, a lawyer".
    """
    tokens = annotation.tokens
    end = annotation.sentence(tokens[name.first]).last
    i = _over_aside(tokens, name.last, end)
    if i >= end or tokens[i].text not in (",", "(", "--", "–", "—"):
        return None
    if i + 2 < end and tokens[i + 1].text.isdigit() and tokens[i + 2].text == ",":  # "Lund, 45, a lawyer"
        i += 2
    return i + 1 if i + 1 < end else None


def _over_aside(tokens: Sequence[Token], i: int, end: int) -> int:
    """Behind a bracket that a comma follows, and behind "R-Texas"."""
    if i < end and tokens[i].text == "(":
        closing = next((j for j in range(i, min(end, i + ASIDE)) if tokens[j].text == ")"), None)
        if closing is not None and closing + 1 < end and tokens[closing + 1].text == ",":
            return closing + 1
    party = i + 3 < end and tokens[i].text == "," and len(tokens[i + 1].text) == 1 and tokens[i + 2].text == "-"
    if party:
        return next((j for j in range(i + 3, min(end, i + ASIDE)) if tokens[j].text == ","), i)
    return i


def phrase_head(annotation: Annotation, i: int) -> Token | None:
    """The last noun of the noun phrase that begins at token `i`, over owners: "Norway's former water minister"."""
    tokens = annotation.tokens
    head = None
    for token in tokens[i : min(i + PHRASE, annotation.sentence(tokens[i]).last)]:
        name = annotation.name_at(token)
        if token.tag == "POS":
            head = None
            continue
        if name is not None and name.label == "person" and not _owns(annotation, name):
            return head
        if token.i == i and token.tag in ("VBN", "VBG") and not _tells_time(annotation, token):
            return None  # "Lund, appointed chief judge": a clause
        plain = name is None and token.pos in ("NOUN", "PROPN")
        if not (plain or name is not None or token.pos in BEFORE_HEAD or token.tag in INSIDE):
            return head
        head = token if plain else head
    return head


def _tells_time(annotation: Annotation, token: Token) -> bool:
    known = title_words(annotation.words.language.code)
    return token.lower in known.states or token.lower in known.acting


def _owns(annotation: Annotation, name: NameMention) -> bool:
    return name.last < len(annotation.tokens) and annotation.tokens[name.last].tag == "POS"
