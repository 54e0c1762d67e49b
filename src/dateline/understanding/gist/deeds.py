"""Who did what: the subject of the lead event under its fullest name, and its verb up to its object."""

from dateline.annotated import Annotation, Sentence, Token
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts.wording import clauses
from dateline.understanding.gist.leads import Telling
from dateline.understanding.gist.phrases import noun_phrase, prepositional, without_article
from dateline.values import Organisation, Person, Span, Statement

_OBJECTS = ("dobj", "attr", "acomp", "oprd", "dative", "xcomp", "ccomp")
_CLAUSES = ("xcomp", "ccomp")
_AUXILIARIES = ("aux", "auxpass", "neg")
_DEEP = 4
"""Verbs below each other that one answer may run through: "is trying to help find"."""


def who(record: Record, telling: Telling, near: list[Sentence]) -> Span | None:
    """The subject, or the speaker where the saying is the event: the fullest name that the first sentences give.

    Of what befell a thing the doer is the answer, where one is told: "The bridge was closed by the police".
    """
    annotation = record.annotation
    doer = _doer(record, telling)
    span = doer or (_speaker(telling) if telling.speaks else _subject(annotation, telling.verb))
    if span is None:
        return None
    several = not telling.speaks and doer is None and len(_subjects(annotation, telling.verb)) > 1
    named = None if several else _named(record, span)
    if named is None and all(t.pos == "PRON" for t in annotation.tokens_in(span)):
        return None  # "it", "we": nobody that a reader knows
    return without_article(annotation, _fullest(record, named, span, near) if named else span)


def _doer(record: Record, telling: Telling) -> Span | None:
    """The person or body behind the "by" of a passive whose subject is neither."""
    annotation, verb = record.annotation, telling.verb
    bare = verb.tag == "VBN" and not annotation.children(verb, "aux")  # a headline's "Bridge closed by police"
    if telling.speaks or not (bare or clauses.is_passive(annotation, verb)):
        return None
    agents = clauses.agents(annotation, verb) or clauses.stray_agents(annotation, verb)
    subject = _subject(annotation, verb)
    if len(agents) != 1 or subject is None or _named(record, subject) or annotation.tokens_in(subject)[-1].pos == "NUM":
        return None
    span = noun_phrase(annotation, agents[0], annotation.words.events.of)
    return span if _named(record, span) else None


def _named(record: Record, span: Span) -> Fact | None:
    """The person or body that a phrase is about by its head: "24 percent of Lund's donors" is not about Lund."""
    annotation = record.annotation
    tokens = annotation.tokens_in(span)
    inside = {t.i for t in tokens}
    head = next((t for t in tokens if t.pos in ("NOUN", "PROPN", "PRON", "NUM") and t.head not in inside), None)
    fact = record.who(span, "person", "organisation")
    if head is None or fact is None or not isinstance(fact.value, Person | Organisation):
        return None
    return fact if any(m.start <= head.start and head.end <= m.end for m in fact.value.mentions) else None


def _speaker(telling: Telling) -> Span | None:
    said = telling.said.value if telling.said else None
    return said.speaker_span if isinstance(said, Statement) else None


def _subjects(annotation: Annotation, verb: Token) -> list[Token]:
    """The subjects of a clause; a label before a colon is none ("bergen: the council met")."""
    found = clauses.surface(annotation, verb)
    behind = [annotation.tokens[t.i + 1].text if t.i + 1 < len(annotation.tokens) else "" for t in found]
    return [t for t, mark in zip(found, behind, strict=True) if mark != ":"]


def _subject(annotation: Annotation, verb: Token) -> Span | None:
    subjects = _subjects(annotation, verb)
    if not subjects:
        name = annotation.name_at(annotation.tokens[verb.i - 1]) if verb.i else None
        return Span(name.start, name.end) if name and verb.pos == "NOUN" else None
    first, last = min(subjects, key=lambda t: t.i), max(subjects, key=lambda t: t.i)
    of = annotation.words.events.of
    return Span(noun_phrase(annotation, first, of).start, noun_phrase(annotation, last, of).end)


def _fullest(record: Record, fact: Fact, span: Span, near: list[Sentence]) -> Span:
    """The longest name of a person in these sentences, the first of equals; else the words themselves.

    A body's name is taken where the words name none, a single surname with the title before it.
    """
    value = fact.value
    assert isinstance(value, Person | Organisation)
    annotation = record.annotation
    own = next((n for n in annotation.names_in(span) if fact.kind == "organisation"), None)
    if own is not None:
        return span
    titled = _in_title_case(annotation, near[0])
    told = [s for s in near if s.role != "headline" or not titled]
    names = [
        Span(m.start, m.end)
        for m in value.mentions
        if m.form == "name" and any(s.start <= m.start < s.end for s in told)
    ]
    if not names:
        return span
    order = {s.i: place for place, s in enumerate(near)}

    def rank(name: Span) -> tuple[int, int]:
        token = annotation.token_at(name.start)
        return -len(record.words(name).split()), order.get(token.sentence, len(near)) if token else len(near)

    best = min(names, key=rank)
    return best if " " in record.words(best) else _titled(annotation, names) or best


def _in_title_case(annotation: Annotation, headline: Sentence) -> bool:
    """Whether capitals tell no names there: "Lund Backs Plan" may be read as one."""
    words = [t.text for t in annotation.tokens_of(headline) if t.text.isalpha() and len(t.text) > 3]
    return headline.role == "headline" and all(not word[0].islower() for word in words)


def _titled(annotation: Annotation, names: list[Span]) -> Span | None:
    """The first of these names with a title before it, which it then includes: "Lady Lund"."""
    for mention in (m for name in names for m in annotation.names_in(name)):
        titles = mention.titles
        if titles is None or not titles.end <= mention.start <= titles.end + 1:
            continue
        if all(t.pos in ("PROPN", "NOUN", "ADJ") for t in annotation.tokens_in(titles)):
            return Span(titles.start, mention.end)
    return None


def what(record: Record, telling: Telling) -> Span | None:
    """The verb, from its auxiliaries to the end of its object or what else completes it."""
    annotation, verb = record.annotation, telling.verb
    if telling.speaks and telling.said is not None and (content := _content(telling.said, telling.sentence)):
        inside = annotation.tokens_in(content)
        held = {t.i for t in inside}
        below = next((t for t in inside if clauses.is_clause(t) and (t.head not in held or t.head == t.i)), None)
        end = clause_end(annotation, below) if below is not None else content.end
        start = content.start if content.start < verb.start else _start(annotation, verb)
        return Span(start, max(end, content.start + 1))
    subject = _subject(annotation, verb) if _doer(record, telling) else None
    if subject is not None and subject.start < verb.start:
        return Span(subject.start, verb.end)  # what befell it, since the doer is "who"
    return Span(_start(annotation, verb), _end(annotation, verb, 0))


def _content(said: Fact, sentence: Sentence) -> Span | None:
    value = said.value
    assert isinstance(value, Statement)
    return next((span for span in value.content if sentence.start <= span.start < sentence.end), None)


def _start(annotation: Annotation, verb: Token) -> int:
    """From the auxiliaries and the adverbs right before the verb."""
    before = [k for k in annotation.children(verb, *_AUXILIARIES) if k.i < verb.i]
    first = min([verb, *before], key=lambda t: t.i)
    adverbs = {k.i for k in annotation.children(verb, "advmod") if k.tag == "RB" and k.i < verb.i}
    while first.i - 1 in adverbs:
        first = annotation.tokens[first.i - 1]
    return first.start


def clause_end(annotation: Annotation, verb: Token) -> int:
    """The end of a clause up to its object, without what is only said beside it."""
    return _end(annotation, verb, 1)


def _end(annotation: Annotation, verb: Token, depth: int) -> int:
    end = max([verb.end, *(kid.end for kid in annotation.children(verb, "prt") if kid.i > verb.i)])
    found = [kid for kid in annotation.children(verb, *_OBJECTS) if kid.i > verb.i and _belongs(annotation, verb, kid)]
    for kid in found:
        end = max(end, _object_end(annotation, kid, depth))
    if second := _second_part(annotation, verb):
        return max(end, second.end)
    if found and verb.lemma.lower() not in annotation.words.gists.bare:
        return end
    return max(end, _lean_end(annotation, verb))


def _belongs(annotation: Annotation, verb: Token, kid: Token) -> bool:
    """No quotation behind a colon, and no aim: "won the race to end the drought"."""
    if any(mark.text == ":" and verb.i < mark.i < kid.i for mark in annotation.children(verb, "punct")):
        return False
    if any(mark.lower in annotation.words.gists.loose for mark in annotation.children(kid, "mark")):
        return False
    return not (kid.dep == "xcomp" and is_aim(annotation, verb, kid))


def is_aim(annotation: Annotation, verb: Token, infinitive: Token) -> bool:
    """Whether an infinitive tells what a verb with an object was done for, and not what the object is to do."""
    if not any(aux.tag == "TO" for aux in annotation.children(infinitive, "aux")):
        return False
    if infinitive.dep == "advcl":
        return True
    controls = verb.lemma in clauses.object_control(annotation.words.language.code)
    return infinitive.dep == "xcomp" and bool(annotation.children(verb, "dobj")) and not controls


def _object_end(annotation: Annotation, kid: Token, depth: int) -> int:
    if kid.dep in _CLAUSES and clauses.is_clause(kid):
        return _end(annotation, kid, depth + 1) if depth < _DEEP else kid.end
    if kid.pos in ("NOUN", "PROPN", "PRON", "NUM"):
        return noun_phrase(annotation, kid).end
    if kid.pos == "ADP":
        span = prepositional(annotation, kid)
        return span.end if span else kid.end
    inner = [k for k in annotation.children(kid, "prep", "xcomp", "ccomp") if k.i > kid.i][:1]
    return max([kid.end, *(_object_end(annotation, k, depth) for k in inner)])


def _second_part(annotation: Annotation, verb: Token) -> Span | None:
    """What a verb is half told without, also where the parser hung it on its object: "blamed the defeat on"."""
    wanted = annotation.words.gists.complements.get(verb.lemma.lower(), ())
    if not wanted:
        return None
    objects = annotation.children(verb, "dobj", "nsubjpass")
    for holder in (verb, *objects):
        for kid in annotation.children(holder, "prep", "dative"):
            if kid.i > verb.i and kid.lower in wanted:
                return prepositional(annotation, kid)
    return None


def _lean_end(annotation: Annotation, verb: Token) -> int:
    """The end of the first phrase behind a verb that has no object, when it belongs to what was done."""
    gists = annotation.words.gists
    for kid in annotation.children(verb, "prep", "agent"):
        if kid.i < verb.i or (kid.lower in gists.loose and verb.lemma.lower() not in gists.bare):
            continue
        nouns = annotation.children(kid, "pobj")
        if any(noun.entity in ("DATE", "TIME") for noun in nouns):
            continue
        span = prepositional(annotation, kid, annotation.words.events.of)
        return span.end if span else 0
    return 0
