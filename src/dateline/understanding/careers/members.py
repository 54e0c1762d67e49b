"""Who belongs to what: "joined the party", "defected to the rebels", "elected to parliament", "a Democrat"."""

from collections.abc import Iterator

from dateline.annotated import NameMention, Token
from dateline.languages.titles import State
from dateline.model import Fact
from dateline.understanding.careers.posts import Desk, Post, has_members
from dateline.understanding.careers.standing import standing
from dateline.understanding.careers.subjects import is_passive, object_of, subject_of, subjects_of
from dateline.understanding.careers.terms import is_stretch, term_of_clause
from dateline.understanding.identity.set_off import behind_comma
from dateline.understanding.identity.titles import title_ending
from dateline.values import Span


def members(desk: Desk) -> Iterator[Post]:
    """Memberships that clauses and the words for members of parties tell of."""
    for verb in desk.tokens:
        manners = desk.words.verbs.get(verb.lemma.lower()) if verb.pos == "VERB" else None
        if manners is None:
            continue
        if "join" in manners:
            yield from _joined(desk, verb)
        elif "defect" in manners:
            yield from _defected(desk, verb)
        elif "appoint" in manners:
            yield from _elected(desk, verb)
    for name in desk.annotation.names:
        yield from _party(desk, name)


def _joined(desk: Desk, verb: Token) -> Iterator[Post]:
    """ "Joined Acme in 1988", "joined the army as a driver"."""
    objects = desk.annotation.children(verb, "dobj")
    bodies = [body for noun in objects if (body := desk.body(noun)) and has_members(body)]
    titles = [
        title
        for prep in desk.annotation.children(verb, "prep")
        if prep.lower == "as"
        for noun in desk.annotation.children(prep, "pobj")
        if (title := title_ending(desk.annotation, noun, apart=True))
    ]
    known = bool(bodies or (objects and titles)) and not is_passive(desk.annotation, verb)
    people = subjects_of(desk, verb) if known else []
    words = titles[0].text if titles else desk.words.member
    first, last = (titles[0].first, titles[0].last - 1) if titles else (verb.i, verb.i)
    span = desk.annotation.span(desk.tokens[first], desk.tokens[last])
    for person in people:
        yield from _member(desk, verb, person, next(iter(bodies), None), words, span)


def _member(desk: Desk, verb: Token, person: Fact, body: Fact | None, title: str, span: Span) -> Iterator[Post]:
    told = standing(desk, verb)
    if told is None:
        return
    term = term_of_clause(desk, verb)
    over = told.state == "current" and (term.until is not None or is_stretch(term.at))
    state: State = "former" if over else told.state
    yield Post(
        person=person,
        title=title,
        span=span,
        organisation=body,
        state=state,
        since=term.since or term.at,
        until=term.until or (term.at if is_stretch(term.at) else None),
        confidence=0.75 - told.less,
        reason=told.reason,
    )


def _defected(desk: Desk, verb: Token) -> Iterator[Post]:
    """ "Defected from the army to the rebels"."""
    person, told = subject_of(desk, verb), standing(desk, verb)
    if person is None or told is None or told.state != "current":
        return
    term = term_of_clause(desk, verb)
    for prep in desk.annotation.children(verb, "prep"):
        bodies = [body for noun in desk.annotation.children(prep, "pobj") if (body := desk.body(noun))]
        if not bodies or prep.lower not in ("from", "to"):
            continue
        gone = prep.lower == "from"
        yield Post(
            person=person,
            title=desk.words.member,
            span=Span(verb.start, verb.end),
            organisation=bodies[0],
            state="former" if gone else "current",
            since=None if gone else term.at,
            until=term.at if gone else None,
            confidence=0.7,
        )


def _elected(desk: Desk, verb: Token) -> Iterator[Post]:
    """ "Was elected to parliament", "was appointed to the court": a member of it, where no post is named."""
    preps = [prep for prep in desk.annotation.children(verb, "prep") if prep.lower == "to"]
    nouns = [noun for prep in preps for noun in desk.annotation.children(prep, "pobj")]
    if not nouns or desk.annotation.children(verb, "oprd", "attr") or verb.lemma.lower() == "make":
        return
    if title_ending(desk.annotation, nouns[0], apart=True) or nouns[0].lemma.lower() in desk.words.posts:
        return
    body = desk.body(nouns[0])
    passive = is_passive(desk.annotation, verb)
    person = (subject_of(desk, verb) if passive else object_of(desk, verb)) if body else None
    if body and person:
        yield from _member(desk, verb, person, body, desk.words.member, Span(verb.start, verb.end))


def _party(desk: Desk, name: NameMention) -> Iterator[Post]:
    """ "Democrat Ana Lund"; "Lund, a Democrat"."""
    person = desk.named(name)
    if person is None:
        return
    before = desk.tokens[name.first - 1] if name.first else None
    if before is not None and before.lower in desk.words.parties and before.text[0].isupper() and name.titles:
        yield _of_party(desk, person, before)
    i = behind_comma(desk.annotation, name)
    if i is not None and i + 1 < len(desk.tokens) and desk.tokens[i].lower in ("a", "an"):
        noun = desk.tokens[i + 1]
        ends = i + 2 >= len(desk.tokens) or desk.tokens[i + 2].pos in ("PUNCT", "ADP", "CCONJ")
        if ends and noun.lower in desk.words.parties:
            yield _of_party(desk, person, noun)


def _of_party(desk: Desk, person: Fact, noun: Token) -> Post:
    return Post(person=person, title=noun.text, span=Span(noun.start, noun.end), confidence=0.8)
