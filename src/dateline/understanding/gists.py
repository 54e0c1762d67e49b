"""The five W's and the H of the lead, in the lead's own words."""

from collections.abc import Iterator

from dateline.annotated import Annotation, Sentence, Token
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts import clauses
from dateline.understanding.acts.participants import is_country
from dateline.understanding.factuality.deciding import factuality
from dateline.values import Dateline, Gist, Moment, Place, Span, Statement

_OBJECTS = ("dobj", "attr", "xcomp", "ccomp", "acomp", "oprd", "dative", "prt")
_LEAD = 6
"""Sentences of the body in which a time and a place of the lead event are looked for."""


def gists(record: Record) -> Iterator[Fact]:
    """Who, what, when, where, why and how: the lead event, a span each.

    What an office or an unknown speaker says stands for itself, with its status and its `said_by`.
    """
    annotation = record.annotation
    sentences = [s for s in annotation.sentences if s.role == "paragraph"] if annotation.parsed else []
    lead = next((s for s in sentences[:3] if _verb(annotation, s)), None)
    if lead is None:
        return
    main = _verb(annotation, lead)
    assert main is not None
    fact = _said(record, main, lead)
    said = fact.value if fact is not None and isinstance(fact.value, Statement) else None
    verb = _told(annotation, main) if said and not _is_named(record, said) else main
    near = sentences[:_LEAD]
    gist = Gist(
        who=said.speaker_span if said and verb is main else _subject(annotation, verb),
        what=_content(said, lead) if said and verb is main else _what(annotation, verb),
        when=_when(record, near),
        where=_where(record, near),
        why=_why(annotation, verb, near[:3]),
        how=_how(annotation, verb),
    )
    spans = [span for span in (gist.who, gist.what, gist.when, gist.where, gist.why, gist.how) if span]
    if gist.who or gist.what:
        yield record.fact(
            gist,
            *spans,
            confidence=0.7 if gist.who and gist.what else 0.5,
            status="asserted" if said and verb is main else factuality(annotation, verb).status,
            said_by=fact.id if fact is not None and verb is not main else None,
        )


def _verb(annotation: Annotation, sentence: Sentence) -> Token | None:
    tokens = annotation.tokens_of(sentence)
    return next((t for t in tokens if t.head == t.i and t.pos in ("VERB", "AUX")), None)


def _said(record: Record, main: Token, lead: Sentence) -> Fact | None:
    """The statement that the lead sentence as a whole is."""
    for fact in record.of("statement"):
        value = fact.value
        if isinstance(value, Statement) and value.cue and value.cue.start <= main.start < value.cue.end:
            return fact if any(lead.start <= span.start < lead.end for span in value.content) else None
    return None


def _is_named(record: Record, said: Statement) -> bool:
    """Whether a person says it; what an office or an unknown says stands for itself."""
    speaker = record.get(said.speaker)
    return speaker is not None and speaker.kind == "person"


def _told(annotation: Annotation, main: Token) -> Token:
    """The verb of what is said."""
    return next((kid for kid in annotation.children(main, "ccomp") if clauses.is_clause(kid)), main)


def _content(said: Statement, lead: Sentence) -> Span | None:
    return next((span for span in said.content if lead.start <= span.start < lead.end), None)


def _subject(annotation: Annotation, verb: Token) -> Span | None:
    subjects = clauses.surface(annotation, verb)
    if not subjects:
        return None
    first, last = min(subjects, key=lambda t: t.i), max(subjects, key=lambda t: t.i)
    return Span(_noun_phrase(annotation, first).start, _noun_phrase(annotation, last).end)


def _noun_phrase(annotation: Annotation, noun: Token) -> Span:
    """A noun with what stands before it and an "of" behind it, without clauses and appositions."""
    first, last = noun, noun
    for kid in annotation.children(noun, "det", "amod", "compound", "nummod", "poss", "nmod", "quantmod"):
        if kid.i < noun.i:
            first = min(first, annotation.subtree(kid)[0], key=lambda t: t.i)
    for kid in annotation.children(noun, "prep"):
        if kid.lower in annotation.words.events.of and len(below := annotation.subtree(kid)) <= 6:
            last = max(last, below[-1], key=lambda t: t.i)
    return annotation.span(first, last)


def _what(annotation: Annotation, verb: Token) -> Span:
    """The verb, from its auxiliaries to the end of its object or, without one, of its first prepositional phrase."""
    first = min([verb, *annotation.children(verb, "aux", "auxpass", "neg")], key=lambda t: t.i)
    first = first if first.i < verb.i else verb
    after = [kid for kid in annotation.children(verb, *_OBJECTS) if kid.i > verb.i]
    if not after:
        after = [kid for kid in annotation.children(verb, "prep", "agent") if kid.i > verb.i][:1]
    last = annotation.phrase(after[-1]).end if after else verb.end
    return Span(first.start, max(last, verb.end))


def _when(record: Record, near: list[Sentence]) -> Span | None:
    spans = [
        span
        for fact in record.of("moment")
        if isinstance(fact.value, Moment) and fact.value.type in ("DATE", "TIME")
        for span in fact.spans
    ]
    for sentence in near:
        if inside := [span for span in spans if sentence.start <= span.start < sentence.end]:
            return min(inside)
    return next(iter(_of_dateline(record, "date")), None)


def _of_dateline(record: Record, part: str) -> list[Span]:
    """The words of the dateline's place or date."""
    for fact in record.of("dateline"):
        named = record.get(getattr(fact.value, part)) if isinstance(fact.value, Dateline) else None
        if named is not None:
            return [span for span in named.spans if any(line.start <= span.start < line.end for line in fact.spans)]
    return []


def _where(record: Record, near: list[Sentence]) -> Span | None:
    """A place behind a preposition, a town before a country; else the dateline's; else any named in the lead."""
    annotation = record.annotation
    named = sorted(
        (Span(mention.start, mention.end), is_country(fact))
        for fact in record.of("place")
        if isinstance(fact.value, Place)
        for mention in fact.value.mentions
        if mention.role in (None, "literal") and mention.form == "name"
    )
    for sentence in near:
        here = [(span, wide) for span, wide in named if sentence.start <= span.start < sentence.end]
        tied = [(wide, span) for span, wide in here if _is_tied(annotation, span)]
        if tied:
            return min(tied)[1]
        if hall := _hall(annotation, sentence):
            return hall
    of_dateline = _of_dateline(record, "place")
    first = [span for span, _ in named if near[0].start <= span.start < near[0].end]
    return next(iter(of_dateline or first), None)


def _is_tied(annotation: Annotation, span: Span) -> bool:
    last = annotation.token_at(span.end - 1)
    return last is not None and annotation.head(last).lower in annotation.words.events.places_by


def _hall(annotation: Annotation, sentence: Sentence) -> Span | None:
    """A name behind "at" or "outside" that no gazetteer knows: "at the Royal Opera"."""
    for token in annotation.tokens_of(sentence):
        behind = token.dep == "pobj" and annotation.head(token).lower in annotation.words.events.gist.sites
        if behind and token.pos == "PROPN" and token.entity in ("FAC", "GPE", "LOC", "ORG"):
            return _noun_phrase(annotation, token)
    return None


def _why(annotation: Annotation, verb: Token, near: list[Sentence]) -> Span | None:
    """What stands behind the words that open a cause; else the purpose of the main verb."""
    openings = sorted((phrase.split() for phrase in annotation.words.events.gist.causes), key=len, reverse=True)
    for sentence in near:
        tokens = annotation.tokens_of(sentence)
        lowers = [token.lower for token in tokens]
        for i in range(len(tokens)):
            opening = next((o for o in openings if lowers[i : i + len(o)] == o), None)
            if opening and (span := _behind(annotation, tokens[i + len(opening) - 1])):
                return span
    for kid in annotation.children(verb, "advcl"):
        if any(aux.tag == "TO" for aux in annotation.children(kid, "aux")):
            return annotation.phrase(kid)
    return None


def _behind(annotation: Annotation, opener: Token) -> Span | None:
    """What an opener governs, or the clause that it marks."""
    head = annotation.head(opener)
    holders = (opener, head) if head.pos in ("ADP", "SCONJ") else (opener,)
    for kid in (kid for holder in holders for kid in annotation.children(holder, "pobj", "pcomp")):
        if kid.i > opener.i:
            return annotation.phrase(kid)
    if opener.dep in ("mark", "aux") and head.i > opener.i and opener.i + 1 < len(annotation.tokens):
        start, end = annotation.tokens[opener.i + 1].start, annotation.phrase(head).end
        return Span(start, end) if start < end else None
    return None


def _how(annotation: Annotation, verb: Token) -> Span | None:
    manners = annotation.words.events.gist.manners
    for kid in annotation.children(verb, "prep", "advcl", "xcomp"):
        if kid.lower in manners and kid.i > verb.i:
            return annotation.phrase(kid)
    return None
