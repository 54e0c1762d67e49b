"""Posts, ranks and relations that people hold, held or will hold, and from when to when."""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Annotation, NameMention, Token
from dateline.languages import load
from dateline.languages.titles import State
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.identity.titles import Title, title_before, title_behind, title_ending
from dateline.values import Moment, Person, Role, Span


class Post(Struct, frozen=True, kw_only=True):
    """One piece of evidence that somebody holds a post; several may tell of the same one."""

    person: Fact
    title: str
    span: Span
    state: State = "current"
    acting: bool = False
    rank: bool = False
    country: str | None = None
    organisation: Fact | None = None
    since: Fact | None = None
    until: Fact | None = None
    confidence: float = 0.85


class RoleWords:
    """The verbs of careers, prepared once."""

    def __init__(self, code: str) -> None:
        roles = load(code).roles
        self.appoint = frozenset(roles.appoint)
        self.dismiss = frozenset(roles.dismiss)
        self.be = frozenset(roles.be)
        self.lead = {verb: title for title, verbs in roles.lead.items() for verb in verbs}


@cache
def role_words(code: str) -> RoleWords:
    """The career verbs of a language."""
    return RoleWords(code)


def roles(record: Record) -> Iterator[Fact]:
    """Posts and ranks of people: from titles, appositions, "was a ...", appointments and dismissals."""
    told = (*_titles(record), *_appositions(record), *_clauses(record), *_leaders(record))
    posts = _ended(record, sorted(told, key=lambda post: post.span.start))
    merged: dict[tuple[str, str], list[Post]] = {}
    for post in posts:
        merged.setdefault((post.person.id, post.title.casefold()), []).append(post)
    for group in merged.values():
        yield _role(record, group)


def _titles(record: Record) -> Iterator[Post]:
    """A title before a name: "former Deputy Water Minister Ana Lund"."""
    for name in record.annotation.names:
        title = title_before(record.annotation, name.titles) if name.titles else None
        person = _person_of(record, name)
        if title and person:
            yield _post(record, person, title, confidence=0.9)


def _person_of(record: Record, name: NameMention) -> Fact | None:
    return record.who(Span(name.start, name.end), "person") if name.label == "person" else None


def _post(record: Record, person: Fact, title: Title, confidence: float) -> Post:
    annotation = record.annotation
    tokens = annotation.tokens
    return Post(
        person=person,
        title=title.text,
        span=Span(tokens[title.first].start, tokens[title.last - 1].end),
        state=title.state,
        acting=title.acting,
        rank=title.rank,
        country=title.country or (None if title.rank else _value(person).country),
        organisation=_body_behind(record, title),
        confidence=confidence,
    )


def _value(person: Fact) -> Person:
    assert isinstance(person.value, Person)
    return person.value


def _body_behind(record: Record, title: Title) -> Fact | None:
    """The organisation in "commander of the northern garrison"."""
    tokens = record.annotation.tokens
    if title.last + 1 >= len(tokens) or tokens[title.last].pos != "ADP":
        return None
    objects = record.annotation.children(tokens[title.last], "pobj")
    return record.who(record.annotation.phrase(objects[0]), "organisation") if objects else None


def _appositions(record: Record) -> Iterator[Post]:
    """A title set off by commas behind a name: "Lund, the former water minister, ..."."""
    for name in record.annotation.names:
        person = _person_of(record, name)
        if person and (title := title_behind(record.annotation, name)):
            yield _post(record, person, title, confidence=0.85)


def _clauses(record: Record) -> Iterator[Post]:
    """ "X was a chief engineer at ...", "X was appointed chief judge", "X was made a colonel"."""
    known = role_words(record.annotation.words.language.code)
    for token in record.annotation.tokens:
        lemma = token.lemma.lower()
        if token.pos in ("VERB", "AUX") and (lemma in known.be or lemma in known.appoint):
            yield from _from_verb(record, token, appointed=lemma in known.appoint)


def _from_verb(record: Record, verb: Token, appointed: bool) -> Iterator[Post]:
    annotation = record.annotation
    holder = _holder(record, verb, passive=appointed)
    if holder is None or annotation.children(verb, "neg"):
        return
    heads = list(_complements(annotation, verb))
    when = _when(record, verb)
    for head in heads:
        title = title_ending(annotation, head)
        if title is None or annotation.name_at(head):
            continue
        post = _post(record, holder, title, confidence=0.85)
        past = verb.tag in ("VBD", "VBN") and not appointed
        span = Span(when.start, when.end) if past and when and _is_stretch(record, when) else None
        fact = _moment(record, when) if when else None
        yield replace(
            post,
            state="former" if past and (fact or title.state == "former") else title.state,
            since=fact if appointed or span else None,
            until=fact if span else None,
        )


def _holder(record: Record, verb: Token, passive: bool) -> Fact | None:
    """Whoever holds the post: the subject of "be", the passive subject or the object of "appoint"."""
    annotation = record.annotation
    subjects = _shared(annotation, verb, "nsubjpass") if passive else _shared(annotation, verb, "nsubj")
    # A participle between subject and verb ("Lund, nicknamed ..., was") is at times parsed as a subject clause.
    subjects = subjects or [
        s for clause in annotation.children(verb, "csubj") for s in annotation.children(clause, "nsubj")
    ]
    if not subjects and passive:
        subjects = annotation.children(verb, "dobj")
        small = annotation.children(verb, "ccomp", "oprd", "xcomp")
        subjects = subjects or [s for kid in small for s in annotation.children(kid, "nsubj")]
    return _person_at(record, subjects[0]) if subjects else None


def _person_at(record: Record, holder: Token) -> Fact | None:
    """The person of this word; in "elected Ana Lund mayor" the parser takes the name for a part of the post."""
    before = record.annotation.tokens[holder.i - 1]
    apart = holder.dep == "dobj" and before.head == holder.i and record.annotation.name_at(holder) is None
    named = before if apart and record.annotation.name_at(before) else holder
    return record.who(Span(named.start, named.end), "person")


def _shared(annotation: Annotation, verb: Token, dep: str) -> list[Token]:
    """The verb's subject, or that of the verb it is joined to ("was promoted ... and appointed ...")."""
    while not (found := annotation.children(verb, dep)) and verb.dep == "conj" and verb.head != verb.i:
        verb = annotation.head(verb)
    return found


def _complements(annotation: Annotation, verb: Token) -> Iterator[Token]:
    """The nouns that say what somebody is or becomes."""
    for kid in annotation.children(verb, "attr", "oprd", "dobj", "xcomp", "appos", "ccomp", "acomp"):
        yield kid
        yield from annotation.children(kid, "conj")
    for prep in annotation.children(verb, "prep"):
        for noun in annotation.children(prep, "pobj"):
            yield from _of_chain(annotation, prep, noun)


def _of_chain(annotation: Annotation, prep: Token, noun: Token) -> Iterator[Token]:
    """ "As mayor"; "to the rank of colonel": the rank word leads to the title behind "of"."""
    words = annotation.words.roles
    if prep.lower in words.post_links:
        yield noun
    if noun.lemma in words.post_words or noun.lemma in words.rank_words:
        for of in annotation.children(noun, "prep"):
            yield from annotation.children(of, "pobj")


def _when(record: Record, verb: Token) -> Span | None:
    """The span of a time expression in the verb's clause, nearest to the verb; sentence-initial ones count."""
    annotation = record.annotation
    below = [verb, *(annotation.ancestors(verb) if verb.dep == "conj" else ())]
    found: list[tuple[int, Span]] = []
    for fact in record.of("moment"):
        for span in fact.spans:
            token = annotation.token_at(span.start)
            if token is None or token.sentence != verb.sentence or token.start < span.start:
                continue
            clause = next((a for a in (token, *annotation.ancestors(token)) if a.pos in ("VERB", "AUX")), None)
            if clause is not None and any(clause.i == b.i for b in below):
                found.append((abs(token.i - verb.i), span))
    return min(found)[1] if found else None


def _moment(record: Record, span: Span) -> Fact | None:
    """The moment with this span."""
    return next((fact for fact in record.of("moment") if span in fact.spans), None)


def _is_stretch(record: Record, span: Span) -> bool:
    fact = _moment(record, span)
    if fact is None or not isinstance(fact.value, Moment):
        return False
    return fact.value.earliest is not None and fact.value.earliest[:4] != (fact.value.latest or "")[:4]


def _leaders(record: Record) -> Iterator[Post]:
    """ "a militia headed by X": X is its head."""
    annotation = record.annotation
    known = role_words(annotation.words.language.code)
    for verb in annotation.tokens:
        title = known.lead.get(verb.lemma.lower())
        if title is None or verb.pos != "VERB":
            continue
        led, leader = _led(annotation, verb)
        body = record.who(Span(led.start, led.end), "organisation") if led else None
        person = record.who(annotation.phrase(leader), "person") if leader else None
        if body and person:
            span = Span(verb.start, verb.end)
            yield Post(person=person, title=title, span=span, organisation=body, confidence=0.8)


def _led(annotation: Annotation, verb: Token) -> tuple[Token | None, Token | None]:
    """What is led, and by whom: passive participle or active clause."""
    agents = [noun for agent in annotation.children(verb, "agent") for noun in annotation.children(agent, "pobj")]
    if agents:
        subjects = annotation.children(verb, "nsubjpass")
        led = annotation.head(verb) if verb.dep in ("acl", "relcl") else next(iter(subjects), None)
        return led, agents[0]
    subjects, objects = annotation.children(verb, "nsubj"), annotation.children(verb, "dobj")
    leader = subjects[0] if subjects and subjects[0].pos != "PRON" else None
    if leader is None and verb.dep == "relcl":
        leader = annotation.head(verb)
    return next(iter(objects), None), leader


def _ended(record: Record, posts: list[Post]) -> list[Post]:
    """A dismissal ends the post named with it, else the last one told of before it; ranks outlive dismissals."""
    known = role_words(record.annotation.words.language.code)
    for verb in record.annotation.tokens:
        if verb.lemma.lower() not in known.dismiss or verb.pos != "VERB":
            continue
        holder = _holder(record, verb, passive=True) or _who_goes(record, verb)
        moment = _when(record, verb)
        last = _last_post(posts, holder, verb) if holder else None
        if last is not None:
            until = _moment(record, moment) if moment else None
            posts[last] = replace(posts[last], state="former", until=until or posts[last].until)
    return posts


def _who_goes(record: Record, verb: Token) -> Fact | None:
    """The subject, who resigns or "quit the post"; nobody where the one dismissed is a pronoun of unknown meaning."""
    objects = record.annotation.children(verb, "dobj", "nsubjpass")
    return None if any(word.pos == "PRON" for word in objects) else _holder(record, verb, passive=False)


def _last_post(posts: list[Post], holder: Fact, verb: Token) -> int | None:
    held = [
        i
        for i, post in enumerate(posts)
        if post.person.id == holder.id and not post.rank and post.span.start < verb.start and not post.until
    ]
    return held[-1] if held else None


def _role(record: Record, group: list[Post]) -> Fact:
    """One fact for all that is told of one person in one post."""
    states = [post.state for post in group]
    first = group[0]
    value = Role(
        person=first.person.id,
        title=first.title,
        organisation=next((post.organisation.id for post in group if post.organisation), None),
        country=next((post.country for post in group if post.country), None),
        since=next((post.since.id for post in group if post.since), None),
        until=next((post.until.id for post in group if post.until), None),
        state="former" if "former" in states else first.state,
        acting=any(post.acting for post in group),
        rank=first.rank,
    )
    spans = tuple(dict.fromkeys(post.span for post in group))
    return record.fact(value, *spans, confidence=max(post.confidence for post in group))
