"""When and where: the moment and the place that stand nearest to the lead event, as exactly as the story gives them."""

from collections.abc import Iterator
from typing import NamedTuple

from dateline.annotated import Annotation, NameMention, Sentence, Token
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts.parties.participants import is_country
from dateline.understanding.acts.wording import clauses
from dateline.understanding.gist.leads import Lead, told_in
from dateline.understanding.gist.phrases import noun_phrase, without_article
from dateline.values import Dateline, Event, Moment, Place, Span

_DAY = ("second", "minute", "hour", "part", "day")
"""Precisions that a reader takes for an answer to "when?"; a week, month or year only where nothing else is told."""
_LONG = ("year", "decade", "century")


class _Time(NamedTuple):
    """A moment's words and what speaks against them; the smallest is the answer."""

    apart: bool
    """It belongs to another noun ("Tuesday's vote") or to a clause about one, or names no day."""
    untied: bool
    place: int
    span: Span


def when(record: Record, lead: Lead) -> Span | None:
    """The day or hour of the lead event.

    What its event fact knows comes first, then what stands in the clause or the sentence that tells it, then the
    dateline's date, then what the next sentences tell of the past.
    """
    told = {lead.near.index(s) for s in told_in(lead)}
    times = sorted(_times(record, lead))
    near = next((t.span for t in times if t.place in told and not t.apart), None)
    apart = next((t.span for t in times if t.place in told), None)
    later = next((t.span for t in times if not t.apart), None)
    return _of_event(record, lead) or near or next(iter(of_dateline(record, "date")), None) or apart or later


def _times(record: Record, lead: Lead) -> Iterator[_Time]:
    verbs = {t.verb.i for t in lead.tellings}
    for fact in record.of("moment"):
        value = fact.value
        if isinstance(value, Moment) and value.type in ("DATE", "TIME") and not (value.timex or "").endswith("_REF"):
            for span in fact.spans:
                place = next((i for i, s in enumerate(lead.near) if s.start <= span.start < s.end), None)
                if place is not None and (time := _time(record.annotation, value, span, place, verbs)):
                    yield time


def _time(annotation: Annotation, value: Moment, span: Span, place: int, verbs: set[int]) -> _Time | None:
    tokens = annotation.tokens_in(span)
    if not tokens:
        return None
    top = next((t for t in tokens if annotation.head(t) not in tokens or t.head == t.i), tokens[-1])
    verb = clauses.clause(annotation, annotation.head(top))
    tied = verb.i in verbs
    if value.precision in _LONG and not tied:
        return None
    if not tied and any(aux.tag == "MD" for aux in annotation.children(verb, "aux")):
        return None
    owned = any(kid.tag == "POS" for kid in annotation.children(tokens[-1])) or top.dep in ("poss", "compound", "nmod")
    if top.dep in ("compound", "nmod") and (value.timex or "X")[0].isdigit():
        return None  # "9/11 families"
    happens = verb.lemma in annotation.words.events.happening
    aside = not tied and verb.dep in ("relcl", "acl") and not happens
    return _Time(owned or aside or value.precision not in _DAY, not tied, place, span)


def _of_event(record: Record, lead: Lead) -> Span | None:
    """The moment of the event fact that the clause of the lead tells."""
    for event in _events(record, lead):
        moment = record.get(event.when)
        if moment is not None and isinstance(moment.value, Moment) and moment.value.precision in _DAY:
            spans = [span for s in lead.near for span in moment.spans if s.start <= span.start < s.end]
            if spans:
                return spans[0]
    return None


def _events(record: Record, lead: Lead) -> list[Event]:
    """The events whose trigger holds the verb of the lead or of the headline."""
    verbs = [t.verb for t in lead.tellings]
    return [
        fact.value
        for verb in verbs
        for fact in record.of("event")
        if isinstance(fact.value, Event) and fact.value.trigger.start <= verb.start < fact.value.trigger.end
    ]


def of_dateline(record: Record, part: str) -> list[Span]:
    """The words of the dateline's place or date."""
    for fact in record.of("dateline"):
        named = record.get(getattr(fact.value, part)) if isinstance(fact.value, Dateline) else None
        if named is not None:
            return [span for span in named.spans if any(line.start <= span.start < line.end for line in fact.spans)]
    return []


class _Site(NamedTuple):
    """A place's words and what speaks against them; the smallest is the answer."""

    loose: bool
    """It does not hang on a verb that tells the lead event, but on a noun or in another clause."""
    wide: bool
    place: int
    start: int
    span: Span
    fact: Fact | None
    firm: bool
    """Whether it hangs on a verb that tells what came to pass."""


def where(record: Record, lead: Lead) -> Span | None:
    """The place of the lead event, a town before its country; else the dateline's; else one of the next sentences."""
    sites = _sites(record, lead)
    told = {lead.near.index(s) for s in told_in(lead)}
    best = min((s for s in sites if s.place in told and s.firm), key=lambda s: s[:4], default=None)
    if best is None and (line := of_dateline(record, "place")):
        return _full(record, line[0])
    if best is None:
        best = min((s for s in sites if s.place in told), key=lambda s: s[:4], default=None)
    if best is None:
        best = min((s for s in sites if s.firm), key=lambda s: s.place, default=None)
    if best is not None and best.wide:
        best = next((s for s in sorted(sites, key=lambda s: s.place) if _within(s, best)), best)
    return _fullest(record, best, sites) if best else None


def _fullest(record: Record, best: _Site, sites: list[_Site]) -> Span:
    """The longest of the phrases that name the same place."""
    same = [s.span for s in sorted(sites, key=lambda s: s.place) if s.fact is not None and s.fact is best.fact]
    return max((_full(record, span) for span in same or [best.span]), key=lambda s: len(record.words(s).split()))


def _within(site: _Site, land: _Site) -> bool:
    """Whether a town lies in the country or province that the lead names."""
    if site.wide or site.fact is None or land.fact is None:
        return False
    inner, outer = site.fact.value, land.fact.value
    if not isinstance(inner, Place) or not isinstance(outer, Place) or inner.country != outer.country:
        return False
    return is_country(land.fact) or inner.admin1 == outer.admin1


def _is_wide(fact: Fact) -> bool:
    return is_country(fact) or (isinstance(fact.value, Place) and fact.value.precision in ("admin1", "region"))


def _sites(record: Record, lead: Lead) -> list[_Site]:
    annotation, near = record.annotation, lead.near
    verbs = {t.verb.i for t in lead.tellings}
    found = []
    for fact in record.of("place"):
        if not isinstance(fact.value, Place):
            continue
        for m in fact.value.mentions:
            span = Span(m.start, m.end)
            place = next((i for i, s in enumerate(near) if s.start <= m.start < s.end), None)
            if place is None or m.form != "name" or not (m.role in (None, "literal") or _is_part(annotation, span)):
                continue
            if _is_tied(annotation, span):
                loose, firm = _holder(annotation, span).i not in verbs, _is_firm(annotation, span)
                found.append(_Site(loose, _is_wide(fact), place, m.start, span, fact, firm))
    for place, sentence in enumerate(near):
        if hall := _hall(annotation, sentence):
            loose, firm = _holder(annotation, hall).i not in verbs, _is_firm(annotation, hall)
            found.append(_Site(loose, False, place, hall.start, hall, None, firm))
    return found


def _holder(annotation: Annotation, span: Span) -> Token:
    """What the preposition of a place hangs on, through the nouns of places: "in the town of"."""
    token = annotation.tokens_in(span)[-1]
    token = annotation.head(annotation.head(_top(annotation, token)))
    while token.lemma.lower() in annotation.words.events.place_nouns and token.dep == "pobj":
        token = annotation.head(annotation.head(token))
    return token


def _is_firm(annotation: Annotation, span: Span) -> bool:
    last = annotation.token_at(span.end - 1)
    if last is None:
        return False
    verb = clauses.clause(annotation, annotation.head(_top(annotation, last)))
    finite = verb.tag in ("VBD", "VBN", "VBZ", "VBP") and verb.dep not in ("relcl", "acl")
    return finite and not any(aux.tag == "MD" for aux in annotation.children(verb, "aux"))


def _is_tied(annotation: Annotation, span: Span) -> bool:
    last = annotation.token_at(span.end - 1)
    if last is None:
        return False
    words, top = annotation.words.events, _top(annotation, last)
    preposition = annotation.head(top)
    if preposition.lower in words.places_by:
        return True
    area = annotation.head(preposition)
    reached = preposition.lower in words.of and area.lemma.lower() in words.place_nouns
    return reached and annotation.head(area).lower in words.places_by


def _top(annotation: Annotation, last: Token) -> Token:
    """The noun of which a place's name is part: "Lund province"."""
    head = annotation.head(last)
    is_part = last.dep in ("compound", "nmod") and head.i == last.i + 1
    return head if is_part and head.lemma.lower() in annotation.words.events.place_nouns else last


def _is_part(annotation: Annotation, span: Span) -> bool:
    last = annotation.token_at(span.end - 1)
    return last is not None and _top(annotation, last) is not last


def _hall(annotation: Annotation, sentence: Sentence) -> Span | None:
    """A name behind "at" or "outside" that no gazetteer knows: "at the Royal Opera"."""
    gists = annotation.words.gists
    for token in annotation.tokens_of(sentence):
        behind = token.dep == "pobj" and annotation.head(token).lower in gists.sites
        known = token.entity in ("FAC", "GPE", "LOC", "EVENT") or token.lemma.lower() in gists.site_nouns
        if behind and token.pos == "PROPN" and known:
            whole = noun_phrase(annotation, token, annotation.words.events.of)
            name = next(t for t in annotation.tokens_in(whole) if t.pos == "PROPN" or t.entity)
            return Span(token.start if name.i > token.i else name.start, whole.end)
    return None


def _full(record: Record, span: Span) -> Span:
    """With the words that belong to a place's name: "downtown Lund", "Lund, Sweden"."""
    annotation = record.annotation
    tokens = annotation.tokens_in(span)
    if not tokens:
        return span
    span = without_article(annotation, span)
    first = annotation.tokens_in(span)[0]
    before = annotation.tokens[first.i - 1] if first.i else first
    if before.lower in annotation.words.gists.place_before and before.sentence == first.sentence:
        span = Span(_joined_start(annotation, before), span.end)
    last = _top(annotation, tokens[-1])
    return Span(span.start, _through_dot(record, _through_commas(record, last, max(last.end, span.end))))


def _through_dot(record: Record, end: int) -> int:
    """The end of an abbreviation: "Lund, Va."."""
    last = record.annotation.token_at(end - 1)
    behind = record.annotation.tokens[last.i + 1 : last.i + 3] if last else ()
    shortened = len(behind) == 2 and behind[0].text == "." and behind[0].start == end
    inside = shortened and last is not None and (behind[1].block == last.block and not behind[1].text[:1].isupper())
    return end + 1 if inside else end


def _joined_start(annotation: Annotation, token: Token) -> int:
    """The beginning of a word that hyphens join: "north-western"."""
    hyphen, part = annotation.tokens[max(token.i - 1, 0)], annotation.tokens[max(token.i - 2, 0)]
    joined = hyphen.text == "-" and hyphen.end == token.start and part.end == hyphen.start
    return part.start if joined else token.start


def _through_commas(record: Record, last: Token, end: int) -> int:
    """The end of "Lund, Sweden", which is no list of two places."""
    annotation = record.annotation
    following = annotation.tokens[last.i + 1 : last.i + 3]
    if len(following) == 2 and following[0].text == "," and following[1].sentence == last.sentence:
        start, name = following[1], annotation.name_at(following[1])
        if name is None and start.lower in annotation.words.gists.place_before:
            name = annotation.name_at(annotation.tokens[min(start.i + 1, len(annotation.tokens) - 1)])
        if name is not None and name.label == "place" and name.first <= start.i + 1 and _holds(record, last, name):
            return max(name.end, _top(annotation, annotation.tokens[name.last - 1]).end)
    return end


def _holds(record: Record, inner: Token, outer: NameMention) -> bool:
    """Whether the second of two places may hold the first: both in one country, and no "and" behind them."""
    annotation = record.annotation
    behind = annotation.tokens[outer.last] if outer.last < len(annotation.tokens) else None
    if behind is not None and behind.pos == "CCONJ":
        return False
    facts = [record.who(Span(s.start, s.end), "place") for s in (inner, outer)]
    lands = {f.value.country for f in facts if f is not None and isinstance(f.value, Place) and f.value.country}
    return len(lands) < 2
