"""The pieces of a list of offences: where each begins and ends, and whether it names an offence."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.understanding.harm.people_words import people_words

FINITE = ("VBD", "VBZ", "VBP", "MD")
_QUOTES = ('"', "“", "``")
_LOOSE_ENDS = ("PUNCT", "ADP", "DET", "PART", "CCONJ", "SCONJ")
ASIDE = 6
"""Words that brackets inside a list may hold: "evading police (on foot)"."""


class _Words(Struct, frozen=True):
    leads: frozenset[str]
    ends: frozenset[str]
    doubtful: frozenset[str]
    carriers: frozenset[str]
    closely: frozenset[str]
    opposing: frozenset[str]
    causes: frozenset[str]
    separators: frozenset[str]
    offences: frozenset[str]
    things: frozenset[str]
    vague: frozenset[str]
    procedures: frozenset[str]
    duties: frozenset[str]
    counts: frozenset[str]
    grades: frozenset[str]
    lengths: frozenset[str]


@cache
def _words(code: str) -> _Words:
    charges = load(code).charges
    reading = charges.reading
    return _Words(
        leads=frozenset(reading.leads),
        ends=frozenset(reading.ends),
        doubtful=frozenset(reading.doubtful),
        carriers=frozenset(reading.carriers),
        closely=frozenset(reading.closely),
        opposing=frozenset(reading.opposing),
        causes=frozenset(reading.causes),
        separators=frozenset(reading.separators),
        offences=frozenset(reading.offences),
        things=frozenset(reading.things),
        vague=frozenset(reading.vague),
        procedures=frozenset(reading.procedures),
        duties=frozenset(reading.duties),
        counts=frozenset(reading.counts),
        grades=frozenset(reading.grades),
        lengths=frozenset(charges.outcomes.lengths),
    )


def is_offence(annotation: Annotation, tokens: Sequence[Token]) -> bool:
    """Whether the words name an offence: one of the list, or a deed in the -ing form ("running ...")."""
    words = _words(annotation.words.language.code)
    if not tokens or tokens[0].lower in words.procedures or _is_named(annotation, tokens[0], "person"):
        return False
    if tokens[0].tag == "VBG" or tokens[0].lower in words.duties:
        return tokens[0].lower not in words.duties
    if all(token.lemma.lower() in words.vague or token.pos in ("NUM", "DET", "ADJ", "PUNCT") for token in tokens):
        return any(_one_of(token, words.offences - words.vague) for token in tokens)
    return any(_one_of(token, words.offences) for token in tokens)


def is_deed(annotation: Annotation, tokens: Sequence[Token]) -> bool:
    """Whether an offence is named by more than a thing that may be one's own: "weapon" names none by itself."""
    words = _words(annotation.words.language.code)
    return tokens[0].tag == "VBG" or len(tokens) > 1 or not _one_of(tokens[0], words.things)


def has_word(annotation: Annotation, tokens: Sequence[Token]) -> bool:
    """Whether a word of the list names an offence, and no mere -ing form."""
    words = _words(annotation.words.language.code)
    return any(_one_of(token, words.offences) for token in tokens)


def may_be_offence(annotation: Annotation, tokens: Sequence[Token]) -> bool:
    """Whether words where an offence must stand may be one: a noun or a deed, no person, place, day or number."""
    words = _words(annotation.words.language.code)
    head = _head(tokens) if tokens else None
    if head is None or tokens[0].lower in words.procedures or _one_of(head, words.duties):
        return False
    if head.pos not in ("NOUN", "VERB") or (head.pos == "VERB" and head.tag != "VBG"):
        return False
    if head.lemma.lower() in words.vague or head.dep == "npadvmod":
        return False
    if any(token.lemma.lower() in words.lengths for token in tokens):
        return False  # "a maximum of five years"
    return annotation.name_at(head) is None and not people_words(annotation.words.language.code).is_person(
        annotation, head
    )


class Piece(Struct, frozen=True):
    """Words between two separators. `gap`: words that tell a place or time were left out before it."""

    tokens: list[Token]
    gap: bool = False


def pieces(annotation: Annotation, first: int, last: int) -> list[Piece]:
    """The words up to the end of the list, cut at commas and "and". A piece that is a new clause's subject is none."""
    words = _words(annotation.words.language.code)
    found: list[list[Token]] = [[]]
    gaps: set[int] = set()
    skipped, leaving = first, False
    for token in annotation.tokens[first:last]:
        if token.i < skipped:
            continue
        if token.tag in FINITE and token.pos in ("VERB", "AUX"):
            if _is_subject(found[-1], token):
                found.append(_before_quotation(found.pop()))
            break
        if token.lower in words.separators and not _is_in_date(annotation, token):
            found.append([])
            gaps |= {len(found) - 1} if leaving else set()
            leaving = False
            continue
        skipped = _behind_aside(annotation, token, last)
        if skipped > token.i:
            continue
        if leaving and token.lower not in words.ends:
            continue
        if not _is_in_date(annotation, token) and _ends(annotation, token, found[-1], words):
            if token.lower not in words.doubtful or not found[-1]:
                break
            leaving = True
            continue
        found[-1].append(token)
    kept = [Piece(piece, k in gaps) for k, piece in enumerate(found) if piece]
    deeds = bool(kept) and kept[0].tokens[0].tag == "VBG"
    more = [any(has_word(annotation, later.tokens) for later in kept[k + 1 :]) for k in range(len(kept))]
    ends = (k for k, piece in enumerate(kept) if k and not more[k] and _is_new_clause(annotation, piece.tokens, deeds))
    return kept[: next(ends, len(kept))]


def _is_in_date(annotation: Annotation, token: Token) -> bool:
    """ "The April 15, 2013, attack": a comma inside what stands before a noun."""
    date = annotation.head(token)
    return token.text == "," and date.entity == "DATE" and date.dep in ("nmod", "compound") and date.head > token.i


def _is_subject(piece: Sequence[Token], verb: Token) -> bool:
    """Whether a piece is what a new clause is about; "convictions for fraud and theft were" is about more."""
    return any(token.dep in ("nsubj", "nsubjpass", "csubj") for token in piece) or verb.dep in ("conj", "ccomp")


def _before_quotation(piece: list[Token]) -> list[Token]:
    """What stands before a quotation that is a clause of its own; nothing, where the whole piece is its subject."""
    opening = next((k for k, token in enumerate(piece) if token.text in _QUOTES), 0)
    return piece[:opening]


def _is_new_clause(annotation: Annotation, piece: Sequence[Token], deeds: bool) -> bool:
    """ "..., saying that": a participle behind a mere comma is the writer's, unless it goes on with deeds."""
    first = piece[0]
    free = first.tag == "VBG" and first.dep == "advcl" and annotation.tokens[first.i - 1].text == ","
    return free and not (deeds and has_word(annotation, piece))


def _behind_aside(annotation: Annotation, token: Token, last: int) -> int:
    """Where the list goes on behind brackets, or behind a dash that a comma follows."""
    closing = {"(": ")", "[": "]", "—": ",", "–": ","}.get(token.text)
    for other in annotation.tokens[token.i + 1 : min(token.i + ASIDE, last)] if closing else ():
        if other.text == closing:
            return other.i + (closing != ",")
    return token.i


def _ends(annotation: Annotation, token: Token, piece: Sequence[Token], words: _Words) -> bool:
    before = piece[-1] if piece else None
    if token.lower in words.ends:
        return True
    if token.lower in words.doubtful:
        return not _carries(annotation, token, before, words)
    if token.lower in words.causes and piece and token.i + 1 < len(annotation.tokens):
        return annotation.tokens[token.i + 1].tag in ("VBG", "RB")  # "fraud for allegedly taking bribes"
    if token.dep == "npadvmod" and piece and token.head < token.i and token.pos != "ADV":
        return True
    return token.pos == "PUNCT" and token.text not in ('"', "'", "-", "``", "''")


def _carries(annotation: Annotation, token: Token, before: Token | None, words: _Words) -> bool:
    """Whether a preposition goes on with the offence before it, and tells no place or time."""
    if before is None:
        return False
    if token.tag == "TO" and token.dep == "aux":
        return token.i + 1 < len(annotation.tokens)
    if token.lower in words.opposing:
        return token.head == before.i or before.lower in words.carriers
    for noun in annotation.tokens[token.i + 1 : token.i + 4]:
        if _is_named(annotation, noun, "place") or noun.text[0].isdigit():
            return False
        if noun.pos != "DET":
            break
    if token.lower in words.closely and before.tag == "VBG":
        return True
    return before.lower in words.carriers


class Cut(Struct, frozen=True):
    """How the pieces of one list become clean phrases."""

    annotation: Annotation

    def without_leads(self, piece: list[Token]) -> list[Token]:
        """ "A charge of fraud" is "fraud"; "two counts of fraud" keeps its number."""
        words = _words(self.annotation.words.language.code)
        while piece and (piece[0].lower in words.leads or piece[0].pos == "PUNCT"):
            piece = piece[1:]
        while piece and (piece[-1].pos in _LOOSE_ENDS or piece[-1].entity in ("DATE", "TIME")):
            piece = piece[:-1]  # "fraud the year before"
        last = piece[-1].lower if len(piece) > 1 and piece[0].tag != "VBG" else ""
        if last in words.leads and is_offence(self.annotation, piece[:-1]) and is_deed(self.annotation, piece[:-1]):
            piece = piece[:-1]  # "insider trading charges"
        for k, token in enumerate(piece[:-1]):
            if token.lemma.lower() in words.grades and piece[k + 1].lower == "of":
                counted = token.lemma.lower() in words.counts and piece[0].pos == "NUM"
                return piece if counted else self.without_leads(piece[k + 2 :])
        return piece

    def is_one_more(self, piece: list[Token], stripped: list[Token], found: list[list[Token]], sure: bool) -> bool:
        """Whether a piece without a word of the list stands where an offence must: "one charge of X", joined to one."""
        if not found:
            return sure
        words = _words(self.annotation.words.language.code)
        counted = any(a.lemma.lower() in words.counts and b.lower == "of" for a, b in pairwise(piece))
        joined = {token.i for other in found for token in other}
        head = _head(stripped)
        return counted or (head.dep == "conj" and head.head in joined)

    def is_joined(self, piece: list[Token], found: list[list[Token]]) -> bool:
        """Whether the parser joins the piece to one before: the words left out between them were no end of the list."""
        words = _words(self.annotation.words.language.code)
        head = _head(piece)
        joined = any(head.head == _head(other).i for other in found)
        return head.dep == "conj" and (joined or _one_of(head, words.offences - words.things))

    def is_somebody(self, piece: list[Token]) -> bool:
        """ "... and another clerk with theft": who stands there is the next accused."""
        words = people_words(self.annotation.words.language.code)
        return words.is_person(self.annotation, _head(piece)) or _is_named(self.annotation, _head(piece), "person")

    def is_vague(self, piece: list[Token]) -> bool:
        """ "Several crimes": that there are some and not which."""
        words = _words(self.annotation.words.language.code)
        return _head(piece).lemma.lower() in words.vague | words.grades

    def belongs(self, piece: list[Token], before: list[Token]) -> bool:
        """ "Murder of two nuns and a priest": joined to a noun inside the offence before, not to its head."""
        words = _words(self.annotation.words.language.code)
        head = _head(before)
        inside = {token.i for token in before if token.i != head.i}
        joined = [token for token in piece if token.dep == "conj" and token.head in inside]
        if not joined:
            return False
        if joined[0].tag == "VBG" and piece[0].i == joined[0].i:
            return False
        deed = any(_one_of(token, words.offences - words.things) for token in piece)
        alone = any(token.pos == "ADP" for token in piece)
        return not deed or (not alone and self._is_part(joined[0], before))

    def _is_part(self, token: Token, before: list[Token]) -> bool:
        """ "Conspiracy to commit murder and arson": two deeds of one infinitive."""
        above = self.annotation.tokens[token.head]
        return any(t.i == above.head and t.tag == "VB" for t in before)

    def text(self, piece: Sequence[Token]) -> str:
        """The words as written, on one line."""
        joined = "".join(token.text + (" " if token.space else "") for token in piece)
        return " ".join(joined.split()).strip(" -\"'“”‘’")


def _head(tokens: Sequence[Token]) -> Token:
    """The token of a phrase whose own head stands outside it."""
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head not in inside or token.head == token.i), tokens[-1])


def _one_of(token: Token, words: frozenset[str]) -> bool:
    return token.lemma.lower() in words or token.lower in words


def _is_named(annotation: Annotation, token: Token, label: str) -> bool:
    name = annotation.name_at(token)
    return name is not None and name.label == label
