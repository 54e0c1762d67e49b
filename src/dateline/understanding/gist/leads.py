"""Where a story tells its lead event: the clause of the headline, and that of the lead."""

from typing import NamedTuple

from dateline.annotated import Annotation, Sentence, Token
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts.wording import clauses
from dateline.values import Span, Statement

_REACH = 12
"""Sentences of the body among which the lead is looked for."""
_FIRST = 3
"""Of these the lead is one where no headline tells what it is about."""
_NEAR = 6
"""Sentences of the body in which what the lead leaves open is looked for."""
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_CONTENT = ("NOUN", "PROPN", "VERB", "NUM", "ADJ")


class Telling(NamedTuple):
    """A clause that tells the lead event.

    `verb` heads it, or is the participle of a headline without a verb. `said` is the statement that it stands in;
    where `speaks` is true, the saying itself is the event and `verb` the verb of saying.
    """

    verb: Token
    sentence: Sentence
    said: Fact | None = None
    speaks: bool = False


class Lead(NamedTuple):
    """The clauses that tell the lead event, the surest first, and the sentences around them in order of trust."""

    tellings: list[Telling]
    near: list[Sentence]


def told_in(found: Lead) -> list[Sentence]:
    """The sentences that tell the lead event: headline, deck, and the body as far as its lead."""
    last = found.tellings[-1].sentence
    return [s for s in found.near if s.start <= last.start]


def lead(record: Record) -> Lead | None:
    """Where the lead event is told; None where no paragraph tells anything."""
    annotation = record.annotation
    if not annotation.parsed:
        return None
    body = [s for s in annotation.sentences if s.role == "paragraph"][:_REACH]
    heads = [s for s in annotation.sentences if s.role == "headline"]
    first = _of_body(annotation, body, heads)
    if first is None:
        return None
    headline = next((t for s in heads if (t := _of_headline(record, s, body))), None)
    told = _telling(record, first, main_verb(annotation, first))
    decks = [s for s in annotation.sentences if s.role == "deck"]
    near = [*([headline.sentence] if headline else heads), *decks, first, *(s for s in body[:_NEAR] if s is not first)]
    return Lead([t for t in (headline, told) if t], near)


def _of_body(annotation: Annotation, body: list[Sentence], heads: list[Sentence]) -> Sentence | None:
    """The first sentence that tells something of what the headline names, else the first that tells anything.

    What is told of a pronoun is taken only where nothing else is told.
    """
    told = [(s, verb) for s in body if (verb := main_verb(annotation, s))]
    named = [s for s, verb in told if not _is_of_pronoun(annotation, verb)] or [s for s, _ in told]
    about = {word for s in heads for word in _content(annotation, s)}
    if len(about) > 1:
        for sentence in named:
            if len(about & _content(annotation, sentence)) > 1:
                return sentence
    return next((s for s in named if s in body[:_FIRST]), next((s for s, _ in told if s in body[:_FIRST]), None))


def _is_of_pronoun(annotation: Annotation, verb: Token) -> bool:
    """Whether it is told of a pronoun or a day ("Today is two months until the vote"): no lead of a report."""
    subjects = annotation.children(verb, "nsubj", "nsubjpass")
    return any(t.pos in ("PRON", "DET") or t.entity in ("DATE", "TIME") for t in subjects)


def _content(annotation: Annotation, sentence: Sentence) -> set[str]:
    return {t.lemma.lower() for t in annotation.tokens_of(sentence) if t.pos in _CONTENT and len(t.text) > 2}


def main_verb(annotation: Annotation, sentence: Sentence) -> Token | None:
    """The verb of a sentence: its root, else the first clause with a subject of its own outside quotations.

    A verb without a subject is a call to the reader ("Click here").
    """
    tokens = _outside_quotes(annotation, sentence)
    if not tokens or tokens[-1].text == "?":
        return None
    root = next((t for t in tokens if t.head == t.i and t.pos in ("VERB", "AUX")), None)
    if root is None or not annotation.children(root, *_SUBJECTS):
        return next((t for t in tokens if _has_subject(annotation, t)), None)
    halves = [t.i for t in tokens if t.text == ";" and t.i < root.i]
    before = [t for t in tokens if halves and t.i < halves[0] and t.head == root.i and _has_subject(annotation, t)]
    return before[0] if before else root


def _of_headline(record: Record, sentence: Sentence, body: list[Sentence]) -> Telling | None:
    """What a headline tells: its first clause with a subject of its own that the story's first sentences name too."""
    annotation = record.annotation
    tokens = annotation.tokens_of(sentence)
    if tokens[-1].text == "?" or tokens[0].tag in ("WRB", "WP", "WDT"):
        return None
    for token in _outside_quotes(annotation, sentence):
        if _may_tell(annotation, token):
            subject = next(iter(clauses.surface(annotation, token)), None)
            if subject is not None and _is_told_of(annotation, subject, body):
                return _telling(record, sentence, token)
    disguised = next((t for t in tokens if t.head == t.i and _follows_person(annotation, t)), None)
    goes_on = disguised is not None and disguised.tag == "NNS" and bool(annotation.children(disguised, "prep"))
    return Telling(disguised, sentence) if disguised and goes_on else None


def _may_tell(annotation: Annotation, token: Token) -> bool:
    """A finite verb with a subject before it, or a participle behind a noun: "Nine killed in raid"."""
    head = annotation.head(token)
    if token.tag == "NNS" and annotation.children(token, "nsubj"):
        return True  # a verb in -s that the tagger took for a noun, and the parser for none
    if head.tag == "VB" and head.head == head.i and not annotation.children(head, *_SUBJECTS, "aux"):
        return False  # "Lund protest marred by rain": the name was read as a verb
    if _has_subject(annotation, token):
        return True
    return token.tag == "VBN" and token.dep == "acl" and head.head == head.i


def _has_subject(annotation: Annotation, token: Token) -> bool:
    if token.pos not in ("VERB", "AUX") or token.dep not in ("ROOT", "ccomp", "acl", "appos", "conj", "dep"):
        return False
    if token.tag == "VBG" and not annotation.children(token, "aux"):
        return False
    return any(kid.i < token.i for kid in annotation.children(token, "nsubj", "nsubjpass"))


def _outside_quotes(annotation: Annotation, sentence: Sentence) -> list[Token]:
    tokens = annotation.tokens_of(sentence)
    inner = [q.inner for q in annotation.quotations if q.inner.start < sentence.end and sentence.start < q.inner.end]
    return [t for t in tokens if not any(quoted.start <= t.start < quoted.end for quoted in inner)]


def _is_told_of(annotation: Annotation, subject: Token, body: list[Sentence]) -> bool:
    """Whether the story goes on about a headline's subject; a verb that was read as part of it is none."""
    if subject.pos == "PRON" or (subject.tag == "NNS" and _follows_person(annotation, subject)):
        return False
    before = annotation.tokens[subject.i - 1] if subject.i else subject
    if before.pos == "PROPN" and before.sentence == subject.sentence and before not in annotation.subtree(subject):
        return False  # "Lund releases plan, announces vote"
    if subject.pos == "NUM":
        return True
    named = {word for t in (subject, *annotation.children(subject, "compound", "poss")) for word in (t.lower, t.lemma)}
    first = annotation.tokens[body[0].first : body[-1].last]
    return any(t.lower in named or t.lemma in named for t in first)


def _follows_person(annotation: Annotation, noun: Token) -> bool:
    """ "Ana Lund stages protest": a full name is hardly ever part of a compound."""
    before = annotation.tokens[noun.i - 1] if noun.i else noun
    name = annotation.name_at(before)
    own = annotation.name_at(noun)
    full = name is not None and (name.last - name.first > 1 or name.titles is not None)
    return name is not None and full and own is None and name.label == "person"


def _telling(record: Record, sentence: Sentence, verb: Token | None) -> Telling | None:
    """The clause itself, or what is said in it where no person says it."""
    if verb is None:
        return None
    verb = _of_expletive(record.annotation, verb)
    said = _said(record, verb, sentence)
    if said is None:
        return Telling(verb, sentence, record.said(Span(verb.start, verb.end)))
    if isinstance(said.value, Statement) and said.value.speaker_span is None:
        return Telling(verb, sentence)  # "is expected to resign": nobody is told to say it
    below = next((k for k in record.annotation.children(verb, "ccomp") if clauses.is_clause(k)), None)
    if below is None and not _is_inverted(said, verb):
        return Telling(verb, sentence)  # "announced job cuts": the deed is the announcement
    if below is None or _is_named(record, said):
        return Telling(verb, sentence, said, speaks=True)
    return Telling(below, sentence, said)


def _of_expletive(annotation: Annotation, verb: Token) -> Token:
    """ "It was confirmed that the bridge fell": what "it" stands for."""
    unnamed = any(t.lower in annotation.words.gists.expletives for t in annotation.children(verb, "nsubjpass"))
    below = [k for k in annotation.children(verb, "ccomp") if clauses.is_clause(k) and _has_subject(annotation, k)]
    return below[0] if unnamed and below else verb


def _is_inverted(said: Fact, verb: Token) -> bool:
    return isinstance(said.value, Statement) and any(span.start < verb.start for span in said.value.content)


def _said(record: Record, verb: Token, sentence: Sentence) -> Fact | None:
    """The statement that a sentence as a whole is."""
    for fact in record.of("statement"):
        value = fact.value
        if isinstance(value, Statement) and value.cue and value.cue.start <= verb.start < value.cue.end:
            return fact if any(sentence.start <= span.start < sentence.end for span in value.content) else None
    return None


def _is_named(record: Record, said: Fact) -> bool:
    """Whether a person says it; what an office or an unknown says stands for itself."""
    speaker = record.get(said.value.speaker) if isinstance(said.value, Statement) else None
    return speaker is not None and speaker.kind == "person"
