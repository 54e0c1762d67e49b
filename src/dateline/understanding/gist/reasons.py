"""Why and how: what the lead's words open with "because", "after" or "to", and with "by" or "using"."""

from collections.abc import Container
from functools import cache

from dateline.annotated import Annotation, Sentence, Token
from dateline.languages import load
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts.setting.circumstances import MATERIAL
from dateline.understanding.acts.wording import clauses
from dateline.understanding.gist.deeds import clause_end, is_aim
from dateline.understanding.gist.leads import Lead, Telling, told_in
from dateline.understanding.gist.phrases import noun_phrase, prepositional
from dateline.values import Event, Span, Statement

_LONGEST = 20
"""Tokens of an answer; what is longer tells a story of its own."""


def why(record: Record, lead: Lead) -> Span | None:
    """What brought the event about, else its purpose, else what went before it; sentence by sentence."""
    annotation = record.annotation
    for telling in lead.tellings:
        found = (
            _cause(annotation, telling.sentence)
            or _reproach(annotation, telling.verb)
            or _purpose(annotation, telling.verb)
            or _sequel(annotation, telling.verb, telling.sentence.role == "headline")
        )
        if found:
            return found
    return next((span for s in told_in(lead) if (span := _cause(annotation, s))), None)


def _cause(annotation: Annotation, sentence: Sentence) -> Span | None:
    """What stands behind the words that open a cause."""
    gists, openings = annotation.words.gists, _openings(annotation.words.language.code)
    tokens = annotation.tokens_of(sentence)
    lowers = [token.lower for token in tokens]
    for i, token in enumerate(tokens):
        if token.lower in gists.over and _is_quarrel(annotation, token):
            return _behind(annotation, token)
        for opening in openings.get(token.lower, ()):
            if lowers[i : i + len(opening)] != list(opening):
                continue
            if " ".join(opening) in gists.after_be and not (i and tokens[i - 1].lemma == "be"):
                continue
            if span := _behind(annotation, tokens[i + len(opening) - 1]):
                return span
    return None


@cache
def _openings(language: str) -> dict[str, list[tuple[str, ...]]]:
    """The phrases that open a cause, by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(load(language).gists.causes, key=len, reverse=True):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return found


def _is_quarrel(annotation: Annotation, over: Token) -> bool:
    head = annotation.head(over)
    words = annotation.words.gists.over_words
    if head.lemma.lower() in words or head.lower in words:
        return True
    above = annotation.head(head)
    return head.dep in ("dobj", "acomp") and above.lemma.lower() in words


def _behind(annotation: Annotation, opener: Token) -> Span | None:
    """What an opener governs, or the clause that it marks."""
    head = annotation.head(opener)
    holders = (opener, head) if head.pos in ("ADP", "SCONJ") else (opener,)
    for kid in (kid for holder in holders for kid in annotation.children(holder, "pobj", "pcomp")):
        if kid.i > opener.i:
            named = kid.pos == "PROPN" and opener.lower not in annotation.words.gists.over
            return None if named or _is_time(annotation, kid) else _cut(annotation, kid)
    if opener.dep in ("mark", "aux") and head.i > opener.i and opener.i + 1 < len(annotation.tokens):
        start, end = annotation.tokens[opener.i + 1].start, annotation.phrase(head).end
        return Span(start, end) if start < end else None
    return None


def _cut(annotation: Annotation, head: Token) -> Span:
    """The whole phrase; of a noun with a long tail the noun and its arguments."""
    whole = annotation.phrase(head)
    if head.pos in ("VERB", "AUX") or len(annotation.tokens_in(whole)) <= _LONGEST:
        return whole
    return noun_phrase(annotation, head)


def _reproach(annotation: Annotation, verb: Token) -> Span | None:
    """ "Criticised X for leaving": the reason of blame or praise."""
    gists = annotation.words.gists
    if verb.lemma.lower() not in gists.reproaches:
        return None
    for holder in (verb, *annotation.children(verb, "dobj", "nsubjpass")):
        for kid in annotation.children(holder, "prep"):
            theirs = holder is not verb and kid.lower in annotation.words.events.of  # "condemned the murder of"
            named = kid.lower in gists.complements.get(verb.lemma.lower(), ())  # told by "what" already
            if kid.lower in gists.reproached and kid.i > verb.i and not theirs and not named:
                for reason in annotation.children(kid, "pobj", "pcomp"):
                    return _cut(annotation, reason)
    return None


def _purpose(annotation: Annotation, verb: Token) -> Span | None:
    """The infinitive that hangs on the verb as its aim."""
    for kid in annotation.children(verb, "advcl", "xcomp"):
        if kid.i > verb.i and is_aim(annotation, verb, kid):
            return annotation.phrase(kid)
    return _errand(annotation, verb)


def _errand(annotation: Annotation, verb: Token) -> Span | None:
    """What somebody came or went for: "arrived in Lund for talks"."""
    gists = annotation.words.gists
    if verb.lemma.lower() not in gists.errands:
        return None
    goals = [noun for kid in annotation.children(verb, "prep") for noun in annotation.children(kid, "pobj")]
    for holder in (verb, *goals):
        for kid in annotation.children(holder, "prep"):
            if kid.lower in gists.errand and kid.i > verb.i:
                for noun in annotation.children(kid, "pobj"):
                    vague = _is_time(annotation, noun) or annotation.children(noun, "relcl")
                    return None if vague else Span(kid.start, _cut(annotation, noun).end)
    return None


def _sequel(annotation: Annotation, verb: Token, heads: bool) -> Span | None:
    """What the event followed, where it hangs on the verb: an event or a clause, no length of time.

    A gerund tells a reason in headlines (`heads`), where it is what mattered, and elsewhere what somebody did before.
    """
    sequels = annotation.words.gists.sequels
    for kid in annotation.children(verb, "advcl", "prep"):
        if kid.i < verb.i and kid.dep == "prep":
            continue
        if kid.dep == "prep" and kid.lower in sequels:
            measured = bool(annotation.children(kid, "npadvmod", "nummod"))
            for noun in annotation.children(kid, "pobj", "pcomp"):
                tells = not measured and not _is_time(annotation, noun) and noun.pos != "PROPN"
                return _cut(annotation, noun) if tells and (noun.dep == "pobj" or heads) else None
        for mark in annotation.children(kid, "mark") if kid.dep == "advcl" else ():
            measured = any(k.dep in ("npadvmod", "nummod") and k.i < mark.i for k in annotation.children(kid))
            if mark.lower in sequels and mark.i + 1 <= kid.i and not measured:
                return Span(annotation.tokens[mark.i + 1].start, annotation.phrase(kid).end)
    return None


def _is_time(annotation: Annotation, noun: Token) -> bool:
    """A time, a number or a pronoun: none of them tells a reason."""
    if noun.pos in ("NUM", "PRON") or noun.entity in ("DATE", "TIME", "CARDINAL", "ORDINAL"):
        return True
    below = annotation.subtree(noun)
    return below[0].pos == "NUM" or any(t.entity in ("DATE", "TIME", "ORDINAL") for t in below if t.i <= noun.i)


def how(record: Record, lead: Lead) -> Span | None:
    """By what means or in what way it was done; of harm, in what it was suffered; of words, on what occasion."""
    annotation = record.annotation
    for telling in lead.tellings:
        for verb in (telling.verb, *annotation.children(telling.verb, "conj")):
            if verb.pos in ("VERB", "AUX") and (span := _means(record, verb) or _scene(record, verb)):
                return span
    return next((span for telling in lead.tellings if (span := _occasion(annotation, telling))), None)


def _means(record: Record, verb: Token) -> Span | None:
    annotation = record.annotation
    gists, by = annotation.words.gists, annotation.words.events.by
    for kid in annotation.children(verb, "prep", "advcl", "xcomp"):
        if kid.lower not in gists.means or kid.i < verb.i or (kid.lower in by and clauses.is_passive(annotation, verb)):
            continue
        behind = annotation.children(kid, "pobj", "pcomp", "dobj")
        if not behind or _is_no_means(record, verb, kid, behind[0]):
            continue
        return Span(kid.start, max(_cut(annotation, behind[0]).end, kid.end))
    return None


def _is_no_means(record: Record, verb: Token, opener: Token, noun: Token) -> bool:
    annotation = record.annotation
    if noun.entity in ("DATE", "TIME", "PERCENT", "MONEY", "CARDINAL") or noun.text == "%":
        return True
    if noun.lemma.lower() in annotation.words.events.place_nouns:
        return True  # "marched through the streets"
    if opener.lower in annotation.words.events.by and noun.dep == "pobj" and annotation.children(noun, "det", "poss"):
        return True  # "abide by the order", but "by accident"
    if opener.lower not in annotation.words.gists.company:
        return False
    if annotation.children(noun, "acl") or noun.pos in ("PROPN", "PRON"):
        return True
    done = _is_event(record, verb, MATERIAL)
    return not done or record.who(Span(noun.start, noun.end), "person", "organisation", "place") is not None


def _scene(record: Record, verb: Token) -> Span | None:
    """ "Were killed when a bus overturned", "arrested in a raid": in what harm or anything else was brought about."""
    annotation = record.annotation
    words = annotation.words
    harmed = verb.lemma in words.events.harm or verb.lemma in words.events.dying
    for kid in annotation.children(verb, "advcl") if harmed else ():
        marks = [m for m in annotation.children(kid, "mark", "advmod") if m.lower in words.gists.scenes and m.i < kid.i]
        if marks and kid.i > verb.i:
            whole = annotation.phrase(kid)
            long = len(annotation.tokens_in(whole)) > _LONGEST
            return Span(marks[0].start, clause_end(annotation, kid) if long else whole.end)
    for kid in annotation.children(verb, "prep"):
        if kid.lower in words.gists.scene_nouns and kid.i > verb.i:
            for noun in annotation.children(kid, "pobj"):
                if _is_event(record, noun, None if harmed else MATERIAL) or _is_way(annotation, noun):
                    return Span(kid.start, noun_phrase(annotation, noun).end)
    return None


def _is_way(annotation: Annotation, noun: Token) -> bool:
    """ "In a landslide", "in a letter": a noun of ways and forms that is not known before."""
    articles = annotation.children(noun, "det")
    return noun.lemma.lower() in annotation.words.gists.ways and not any(
        a.lower in annotation.words.gists.known for a in articles
    )


def _is_event(record: Record, word: Token, types: Container[str] | None = None) -> bool:
    """Whether a word tells an event of the record, of one of these types."""
    return any(
        isinstance(fact.value, Event)
        and fact.value.trigger.start <= word.start < fact.value.trigger.end
        and (types is None or fact.value.type in types)
        for fact in record.of("event")
    )


def _occasion(annotation: Annotation, telling: Telling) -> Span | None:
    """In what form it was said, without its day: "in a letter"."""
    said: Fact | None = telling.said if telling.speaks else None
    span = said.value.occasion if said is not None and isinstance(said.value, Statement) else None
    tokens = annotation.tokens_in(span) if span else ()
    if not tokens or tokens[0].lower not in annotation.words.gists.forms:
        return None  # "at a rally in Lund", "during his visit": where and when, not how
    return prepositional(annotation, tokens[0]) or span
