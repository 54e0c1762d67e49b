"""Whose edges and whose source hold where grammar and encoder see the same words differently.

Each edge is decided for itself. Of the cases that were set aside, these choices are right in eight of ten.
"""

from dateline.annotated import Token
from dateline.understanding.speech.cues import Attribution, Discourse
from dateline.values import Span

Content = tuple[Span, ...]
BREAKS = frozenset({",", ";", "-", "--", "–", "—", "―"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "agent")


def content_of(ruled: Attribution, claimed: Attribution, discourse: Discourse) -> Content:
    """The spans of what is said: an edge on which both agree, else the one of who is more often right about it."""
    grammars, encoders = ruled.content, claimed.content
    left = grammars[0].start == encoders[0].start or _left_is_the_grammars(ruled, claimed, discourse)
    right = grammars[-1].end == encoders[-1].end or _right_is_the_grammars(ruled, claimed, discourse)
    if right:
        whole, other = grammars, encoders
    else:
        whole, other = encoders, grammars
    return whole if left is right or grammars[0].start == encoders[0].start else _begun(other[0].start, whole)


def _begun(start: int, content: Content) -> Content:
    """A content that begins elsewhere."""
    kept = [span for span in content if start < span.end]
    return (Span(start, kept[0].end), *kept[1:]) if kept else content


def _left_is_the_grammars(ruled: Attribution, claimed: Attribution, discourse: Discourse) -> bool:
    """Of one cue the grammar knows better where its words begin, and what comes before a comma (`In May, ...`).

    What begins later because a verb of saying stands in between has that verb's words: those the encoder chose.
    """
    mine, theirs = ruled.content[0].start, claimed.content[0].start
    between = _between(mine, theirs, discourse)
    if mine < theirs:
        return not between or between[-1].text in BREAKS or not any(_says(token, discourse) for token in between)
    return ruled.verb.i == claimed.verb.i or _parts(between, mine, discourse)


def _right_is_the_grammars(ruled: Attribution, claimed: Attribution, discourse: Discourse) -> bool:
    """The grammar goes on too long behind a comma, and the encoder behind a semicolon and out of the paragraph."""
    mine, theirs = ruled.content[-1].end, claimed.content[-1].end
    between = _between(mine, theirs, discourse)
    if mine > theirs:
        return not any(token.text in BREAKS for token in between)
    return _parts(between, mine - 1, discourse) or any(token.text == ";" for token in between[:1])


def _between(one: int, other: int, discourse: Discourse) -> tuple[Token, ...]:
    return tuple(discourse.annotation.tokens_in(Span(min(one, other), max(one, other))))


def _says(token: Token, discourse: Discourse) -> bool:
    """A verb of saying outside quotations."""
    return token.pos == "VERB" and token.lemma in discourse.words.stance and discourse.box[token.i] < 0


def _parts(between: tuple[Token, ...], at: int, discourse: Discourse) -> bool:
    """Whether some of these words stand in another paragraph than the letter at `at`."""
    here = discourse.annotation.tokens_in(Span(at, at + 1))
    return bool(here) and any(token.block != here[0].block for token in between)


def source_of(mine: Span | None, theirs: Span | None, verb: Token, discourse: Discourse) -> Span | None:
    """The grammar's source (`mine`), but of a verb without a subject another one that the encoder sees in its sentence.

    "Who" is whom the grammar takes it for.
    """
    if mine is None or theirs is None or (mine.start < theirs.end and theirs.start < mine.end):
        return mine or theirs
    subjects = discourse.annotation.children(verb, *SUBJECTS)
    if verb.pos != "VERB" or verb.dep == "relcl" or any(mine.start <= kid.start < mine.end for kid in subjects):
        return mine
    first = discourse.annotation.tokens_in(theirs)[:1]
    return theirs if first and first[0].sentence == verb.sentence else mine
