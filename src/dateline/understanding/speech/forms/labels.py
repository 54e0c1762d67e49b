"""Speakers that are named without a verb of saying: labels before what is said, and phrases that name one."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from dateline.annotated import NameMention, Token
from dateline.languages.sections import Statements
from dateline.model import BlockRole
from dateline.understanding.speech.cues import Attribution, Discourse, Stretch
from dateline.values import Span

LONGEST = 14
"""Tokens that a phrase which names a speaker may have."""
FINITE = ("VBD", "VBZ", "VBP", "MD")
MARKS = " \t\n\u00a0\"'“”‘’«»"


class Form(Struct, frozen=True):
    """What is said in another form than a sentence with a verb of saying.

    `named`: where the article names the speaker, if the source phrase does not ("Q"). `doubt`: what is uncertain.
    `verbatim`: the words are the speaker's own though they stand in no quotation marks.
    """

    found: Attribution
    named: Span | None = None
    doubt: str | None = None
    verbatim: bool = False


class Paragraph(Struct, frozen=True, gc=False):
    """The tokens `first` up to `last` of a block, with its offsets in the text."""

    block: int
    first: int
    last: int
    start: int
    end: int
    role: BlockRole


def paragraphs(discourse: Discourse) -> list[Paragraph]:
    """The blocks of a text that have words, in its order."""
    found = []
    for block, group in groupby(discourse.tokens, key=lambda token: token.block):
        tokens = list(group)
        first, last = tokens[0], tokens[-1]
        role = discourse.annotation.sentences[first.sentence].role
        found.append(Paragraph(block, first.i, last.i + 1, first.start, last.end, role))
    return found


def words(discourse: Discourse) -> Statements:
    """The words of saying of the text's language."""
    return discourse.annotation.words.statements


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without spaces and quotation marks at its edges; None where no letter is left."""
    while start < end and text[start] in MARKS:
        start += 1
    while start < end and text[end - 1] in MARKS:
        end -= 1
    return Span(start, end) if any(letter.isalnum() for letter in text[start:end]) else None


def speaker_in(discourse: Discourse, span: Span) -> NameMention | None:
    """The person or body that a phrase of names and titles names before its first comma or bracket; None where it
    names nobody, or is more than a phrase.
    """
    tokens = discourse.annotation.tokens_in(span)
    if not tokens or len(tokens) > LONGEST or any(token.tag in FINITE for token in tokens):
        return None
    head = Span(span.start, span.start + len(re.split(r"[,(]", discourse.text[span.start : span.end])[0]))
    names = [name for name in discourse.annotation.names_in(head) if name.label in ("person", "organisation")]
    if not names or discourse.text[names[-1].end : head.end].strip(" .'’s"):
        return None
    return names[-1]


def is_known_source(discourse: Discourse, tokens: Sequence[Token]) -> bool:
    """Whether a phrase ends with a noun that speaks, such as "police" or "the report"."""
    listed = words(discourse)
    phrase = [token for token in tokens if token.pos != "PUNCT"]
    if not phrase or len(phrase) > LONGEST or any(token.tag in FINITE for token in phrase):
        return False
    return phrase[-1].lower in listed.headline_sources or phrase[-1].lemma in listed.voices


def formed(discourse: Discourse, source: Span, cue: Span, content: tuple[Span, ...], confidence: float) -> Attribution:
    """An attribution without a verb; its sentence reaches from the source to what is said, or the other way round."""
    tokens = discourse.annotation.tokens_in(Span(min(source.start, content[0].start), max(source.end, content[0].end)))
    carrier = discourse.annotation.token_at(cue.start) or tokens[0]
    stretch = Stretch(tokens[0].i, tokens[-1].i + 1)
    return Attribution(cue, carrier, "says", source, content, stretch, confidence)


def attributed(ruled: Sequence[Attribution], span: Span) -> Iterator[Attribution]:
    """The attributions by a verb whose cue stands in a span."""
    return (one for one in ruled if span.start <= one.cue.start and one.cue.end <= span.end)
