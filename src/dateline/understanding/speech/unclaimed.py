"""Quotations that no verb of saying stands by: whose they are, as far as it can be told."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Quotation
from dateline.understanding.speech.cues import ENDERS, QUOTE_MARKS, Discourse, Stretch
from dateline.values import Span

FEW = 4
"""Words up to which a quotation without a verb is a turn of phrase rather than speech."""
LONGEST = 30
"""Letters before a quotation among which the word before it stands."""
_WORD_BEFORE = re.compile(r"(?<![\w-])([\w-]+),?[ \u00a0]*\Z")
EDGES = " \t\n\u00a0'\"‘’“”"
"""What may stand at the edges of a quotation inside its marks: the marks of quotations within it among them."""
CUE = 14
"""Tokens that a verb of saying may have with its source, a time and a place."""
NO_CUE = "quoted without a verb of saying"
SENTENCE_BEFORE = "stands behind a sentence about this speaker"
NEXT_PARAGRAPH = "stands alone behind a paragraph that ends with this speaker's words"


class Heard(Struct, frozen=True):
    """A statement, as far as the quotations behind it need to know it. `quotes`: whether it has quoted words."""

    number: int
    stretch: Stretch
    content: tuple[Span, ...]
    quotes: bool


class Unclaimed(Struct, frozen=True):
    """A quotation, the number of the statement whose speaker it shares (or none), and why.

    `beside`: it follows within the same paragraph, so that both are one utterance.
    """

    content: tuple[Span, ...]
    manner: Literal["direct", "scare"]
    after: int | None
    beside: bool
    confidence: float
    reason: str
    source: Span | None = None
    """Whom the sentence before is about, where that is all there is."""


def unclaimed(discourse: Discourse, told: Sequence[Heard]) -> Iterator[Unclaimed]:
    """The quotations outside all statements. One that fills the sentence behind a statement shares its speaker."""
    claimed = {i for i, quotation in enumerate(discourse.annotation.quotations) if _is_claimed(quotation, told)}
    before: Heard | None = None
    about: Span | None = None
    for stretch in discourse.stretches():
        mine = [heard for heard in told if heard.stretch.first == stretch.first]
        quotations = _quotations_of(discourse, stretch)
        loose = [i for i in quotations if i not in claimed]
        fills = not mine and _fills(discourse, stretch, loose)
        after = before if fills else None
        for i in loose:
            if i not in claimed and (found := _read(discourse, i, after, claimed)):
                claimed |= set(range(i, i + len(found.content)))
                yield found if not fills or after is not None or about is None else _behind(discourse, found, about)
        before = after or max(mine, key=lambda heard: (heard.quotes, heard.content[-1].end), default=None)
        about = about if fills else None if mine or quotations else _subject(discourse, stretch)


def _subject(discourse: Discourse, stretch: Stretch) -> Span | None:
    """The person whom a sentence without speech is about: "Berg shook her head."."""
    tree = discourse.annotation
    pronouns = {word for words in tree.words.roles.pronouns.values() for word in words}
    tokens = discourse.tokens[stretch.first : stretch.last]
    opened = discourse.text[max(0, tokens[0].start - 1) : tokens[0].start] in QUOTE_MARKS
    if opened or any(token.text in QUOTE_MARKS for token in tokens):  # without a partner: it may be speech itself
        return None
    for token in tokens:
        if token.dep == "nsubj" and tree.head(token).dep == "ROOT":
            name = tree.name_at(token)
            named = name is not None and name.label == "person"
            return discourse.phrase(token, stretch) if named or token.lower in pronouns else None
    return None


def _behind(discourse: Discourse, found: Unclaimed, about: Span) -> Unclaimed:
    """A quotation with the one whom the sentence before it is about, if both stand in one paragraph."""
    token, quoted = discourse.annotation.token_at(about.start), discourse.annotation.token_at(found.content[0].start)
    if found.manner != "direct" or token is None or quoted is None or token.block != quoted.block:
        return found
    return replace(found, source=about, reason=SENTENCE_BEFORE)


def _is_claimed(quotation: Quotation, told: Sequence[Heard]) -> bool:
    return any(span.start < quotation.end and quotation.start < span.end for heard in told for span in heard.content)


def _quotations_of(discourse: Discourse, stretch: Stretch) -> list[int]:
    return sorted({i for i in discourse.box[stretch.first : stretch.last] if i >= 0})


def _fills(discourse: Discourse, stretch: Stretch, loose: list[int]) -> bool:
    """Whether a sentence is one quotation of whole sentences and nothing else."""
    if len(loose) != 1:
        return False
    words = [token for token in discourse.tokens[stretch.first : stretch.last] if token.pos != "PUNCT"]
    quotation = discourse.annotation.quotations[loose[0]]
    return all(discourse.box[token.i] >= 0 for token in words) and _is_speech(discourse, quotation)


def _is_speech(discourse: Discourse, quotation: Quotation) -> bool:
    words = discourse.text[quotation.inner.start : quotation.inner.end].strip(EDGES)
    return words[:1].isupper() and (not quotation.closed or words[-1:] in ENDERS)


def _read(discourse: Discourse, i: int, after: Heard | None, claimed: set[int]) -> Unclaimed | None:
    quotation = discourse.annotation.quotations[i]
    whole = continued(discourse.annotation.quotations, i)
    content = tuple(span for _, span in takewhile(lambda part: part[0] not in claimed, enumerate(whole, i)))
    if after is not None:
        beside = discourse.tokens[after.stretch.first].block == quotation.block
        confidence = (0.75 if beside else 0.6) - 0.1 * (not after.quotes)
        return Unclaimed(content, "direct", after.number, beside, confidence, NEXT_PARAGRAPH)
    if _is_name(discourse, quotation) or _is_title(discourse, quotation) or _is_cue(discourse, quotation):
        return None
    few = len(discourse.text[quotation.inner.start : quotation.inner.end].split()) <= FEW
    scares = discourse.annotation.words.statements.scares
    few = (few and not _is_sentence(discourse, quotation)) or _is_behind(discourse, quotation, scares)
    return Unclaimed(content, "scare" if few else "direct", None, False, 0.6 if few else 0.5, NO_CUE)


def _is_name(discourse: Discourse, quotation: Quotation) -> bool:
    """A nickname or a work's title: every long word has a capital, and one at least; or no word at all."""
    words = discourse.text[quotation.inner.start : quotation.inner.end].strip(" ,.;").split()
    titled = all(word[0].isupper() or not word[0].isalpha() or len(word) < FEW for word in words)
    return titled and (any(word[0].isupper() for word in words) or not any(word[0].isalpha() for word in words))


def _is_sentence(discourse: Discourse, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence of its own, with a verb, behind the end of another or of none."""
    tokens = discourse.annotation.tokens_in(quotation.inner)
    before = discourse.text[max(0, quotation.start - LONGEST) : quotation.start].rstrip(EDGES)[-1:]
    alone = not before or before in ENDERS or discourse.text[max(0, quotation.start - 1)] == "\n"
    return alone and _is_speech(discourse, quotation) and any(token.pos in ("VERB", "AUX") for token in tokens)


def _is_title(discourse: Discourse, quotation: Quotation) -> bool:
    """Whether a noun for a work stands right before a quotation: `the song "we go home tomorrow"`."""
    return _is_behind(discourse, quotation, discourse.annotation.words.statements.works)


def _is_behind(discourse: Discourse, quotation: Quotation, words: Sequence[str]) -> bool:
    """Whether one of these words stands right before a quotation, a comma aside."""
    found = _WORD_BEFORE.search(discourse.text, max(0, quotation.start - LONGEST), quotation.start)
    return found is not None and found.group(1).lower() in words


def _is_cue(discourse: Discourse, quotation: Quotation) -> bool:
    """Whether marks that pair the wrong way enclose a verb of saying with its source, and nothing that is said."""
    tree = discourse.annotation
    tokens = tree.tokens_in(quotation.inner)
    verbs = [token for token in tokens if token.tag in ("VBD", "VBZ", "VBP", "MD")]
    if len(tokens) > CUE or len(verbs) != 1 or discourse.words.stance.get(verbs[0].lemma) != "says":
        return False
    subjects = [kid for kid in tree.children(verbs[0], "nsubj") if kid in tokens]
    told = [kid for kid in tree.children(verbs[0], "dobj", "ccomp", "attr", "acomp") if kid in tokens]
    first_person = tree.words.statements.first_person
    return bool(subjects) and not told and all(kid.lower not in first_person for kid in subjects)


def continued(quotations: Sequence[Quotation], i: int) -> tuple[Span, ...]:
    """The words of a quotation and of those in the next paragraphs in which it goes on."""
    spans = [quotations[i].inner]
    while not quotations[i].closed and i + 1 < len(quotations) and quotations[i + 1].continues:
        i += 1
        spans.append(quotations[i].inner)
    return tuple(spans)


def begun(quotations: Sequence[Quotation], i: int) -> tuple[Span, ...]:
    """The words of a quotation in the paragraphs before this one."""
    spans: list[Span] = []
    while quotations[i].continues and i > 0 and not quotations[i - 1].closed:
        i -= 1
        spans.append(quotations[i].inner)
    return tuple(reversed(spans))
