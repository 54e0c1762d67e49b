"""Who leads, founded or owns a body: "a militia headed by Ana Lund", "Lund chairs the committee"."""

from collections.abc import Iterator

from dateline.annotated import Token
from dateline.model import Fact
from dateline.understanding.careers.posts import Desk, Post
from dateline.understanding.careers.standing import FUTURE, Standing, doubted, holding, standing
from dateline.understanding.careers.subjects import is_passive, subject_of
from dateline.understanding.careers.terms import is_ahead, is_stretch, term_of_clause
from dateline.values import Span

FOUNDERS = ("founder", "co-founder")


def leaders(desk: Desk) -> Iterator[Post]:
    """Posts that a verb of leading gives, with the body led."""
    for verb in desk.tokens:
        if verb.pos != "VERB" or verb.lemma.lower() not in desk.words.lead:
            continue
        yield from _led_by(desk, verb) if is_passive(desk.annotation, verb) else _leads(desk, verb)


def _led_by(desk: Desk, verb: Token) -> Iterator[Post]:
    """Passive: "headed by Lund"."""
    annotation = desk.annotation
    agents = [noun for agent in annotation.children(verb, "agent") for noun in annotation.children(agent, "pobj")]
    subjects = annotation.children(verb, "nsubjpass")
    led = annotation.head(verb) if verb.dep in ("acl", "relcl") else next(iter(subjects), None)
    told = standing(desk, verb)
    if not agents or led is None or told is None:
        return
    body = desk.record.who(Span(led.start, led.end), "organisation")
    adverbs = {kid.lower for kid in annotation.children(verb, "advmod")}
    over = is_stretch((term := term_of_clause(desk, verb)).at) or (term.until and not is_ahead(desk, term.until))
    if told.state == "current" and not _founds(desk, verb) and (over or adverbs & desk.words.once):
        told = doubted(Standing(state="former"), told)
    for agent in (agents[0], *annotation.children(agents[0], "conj")):
        person = desk.record.who(annotation.phrase(agent), "person")
        if body and person:
            yield _post(desk, verb, person, body, told)


def _leads(desk: Desk, verb: Token) -> Iterator[Post]:
    """Active: "Lund heads the party"; "she heads" where it is known who she is."""
    objects = desk.annotation.children(verb, "dobj")
    body = desk.record.who(Span(objects[0].start, objects[0].end), "organisation") if objects else None
    told = standing(desk, verb) if body else None
    person = (_before_cut(desk, verb) or subject_of(desk, verb)) if told else None
    if body is None or told is None or person is None:
        return
    seen = (
        told
        if told is FUTURE or _founds(desk, verb)
        else doubted(holding(desk, verb, term_of_clause(desk, verb)), told)
    )
    yield _post(desk, verb, person, body, seen)


def _founds(desk: Desk, verb: Token) -> bool:
    return desk.words.lead[verb.lemma.lower()] in FOUNDERS


def _post(desk: Desk, verb: Token, person: Fact, body: Fact, seen: Standing) -> Post:
    """A post with its moments; a body is founded at one, and its founder stays that."""
    term, founder = term_of_clause(desk, verb), _founds(desk, verb)
    stretch = term.at if is_stretch(term.at) else None
    return Post(
        person=person,
        title=_title(desk, verb),
        span=_span(verb),
        organisation=body,
        state=seen.state,
        since=term.since or (term.at if founder else stretch),
        until=None if founder else term.until or stretch,
        confidence=0.8 - seen.less,
        reason=seen.reason,
    )


def _span(verb: Token) -> Span:
    return Span(verb.start, verb.end)


def _title(desk: Desk, verb: Token) -> str:
    """The title that the verb gives; "co-founded", which the parser cuts, makes a co-founder."""
    title = desk.words.lead[verb.lemma.lower()]
    return f"co-{title}" if _is_cut(desk, verb) else title


def _is_cut(desk: Desk, verb: Token) -> bool:
    return verb.i > 2 and desk.tokens[verb.i - 1].text == "-" and desk.tokens[verb.i - 2].lower == "co"


def _before_cut(desk: Desk, verb: Token) -> Fact | None:
    """The subject right before "co-founded", which the parser loses."""
    return desk.person(desk.tokens[verb.i - 3]) if _is_cut(desk, verb) else None
