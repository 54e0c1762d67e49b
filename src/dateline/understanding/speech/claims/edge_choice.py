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
    if len(encoders) > 1 and encoders[0].end <= ruled.cue.start < grammars[0].start == encoders[-1].start:
        first = discourse.annotation.tokens_in(encoders[0])
        if first and first[0].lower in discourse.words.clause_openers:
            return encoders  # `If S, X said, T`
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
    parted = len(ruled.content) > 1 and theirs <= ruled.cue.start < ruled.content[-1].start
    if mine > theirs and parted and _goes_on(ruled.content[-1], claimed, discourse):
        return True  # `"S," X said, "T."`; `The lift, X said, was old`
    if mine > theirs:
        return not any(token.text in BREAKS for token in between)
    return _parts(between, mine - 1, discourse) or _begins_anew(between, discourse)


def _goes_on(rest: Span, claimed: Attribution, discourse: Discourse) -> bool:
    """Whether the words behind a cue go on with those before it: quoted, or the verb that those have not."""
    if any(mark.start <= rest.start and rest.end <= mark.end for mark in discourse.quoted):
        return True
    tokens = (token for span in claimed.content for token in discourse.annotation.tokens_in(span))
    return not any(token.pos in ("VERB", "AUX") for token in tokens)


def _begins_anew(between: tuple[Token, ...], discourse: Discourse) -> bool:
    """Whether another clause follows, behind a semicolon or with another verb of saying: `... and accused Y`."""
    if not between or between[0].text == ";":
        return bool(between)
    verbs = [token for token in between[:3] if token.tag in ("VBD", "VBZ") and _says(token, discourse)]
    return between[0].tag == "CC" and any(not discourse.annotation.children(v, "nsubj", "nsubjpass") for v in verbs)


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
    own = any(mine.start <= kid.start < mine.end for kid in subjects)
    if own or verb.pos != "VERB" or verb.dep in ("relcl", "pcomp"):
        return mine
    first = discourse.annotation.tokens_in(theirs)[:1]
    return theirs if first and first[0].sentence == verb.sentence else mine
