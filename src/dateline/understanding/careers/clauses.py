"""Posts that clauses tell of: "was appointed chief judge", "served as mayor", "took over as", "was made a colonel"."""

from collections.abc import Iterator

from msgspec.structs import replace

from dateline.annotated import Token
from dateline.model import Fact
from dateline.understanding.careers.posts import Desk, Post, shared
from dateline.understanding.careers.standing import FUTURE, Standing, doubted, holding, is_denied, standing
from dateline.understanding.careers.subjects import is_passive, object_of, subject_of
from dateline.understanding.careers.terms import Term, is_stretch, term_of_clause, terms_of_joined
from dateline.understanding.careers.words import Manner
from dateline.understanding.identity.titles import Title, title_ending

NOMINATED = "named for the post, not yet in it"
NEAR = 20
"""Code points between two posts that share the body named with the second ("director and president of Acme")."""
COMPLEMENTS = ("attr", "oprd", "appos", "acomp")


def posts_of_clauses(desk: Desk) -> Iterator[Post]:
    """The posts that verbs tell somebody has, has come into, or is to come into."""
    for verb in desk.tokens:
        if verb.pos not in ("VERB", "AUX"):
            continue
        lemma = verb.lemma.lower()
        manners = desk.words.verbs.get(lemma)
        if manners is None and lemma not in desk.words.particles:
            continue
        for manner in _manners(desk, verb, manners or frozenset()):
            yield from _posts_of(desk, verb, manner)


def _manners(desk: Desk, verb: Token, manners: frozenset[Manner]) -> Iterator[Manner]:
    """What this verb can tell here; at most one of these, so that no post is told twice."""
    for manner in ("appoint", "nominate", "be", "become", "hold", "assume", "stand"):
        if manner in manners and manner != "become":
            yield manner
            return
        if manner == "become" and (manner in manners or _phrase(desk, verb)):
            yield manner


def _phrase(desk: Desk, verb: Token) -> bool:
    lemma = verb.lemma.lower()
    beside = desk.annotation.children(verb, "prt", "dobj", "advmod")
    return any(f"{lemma} {kid.lower}" in desk.words.phrases for kid in beside)


def _posts_of(desk: Desk, verb: Token, manner: Manner) -> Iterator[Post]:
    heads = list(_heads(desk, verb, manner))
    titles = [title for head in heads if (title := _title(desk, head))]
    if manner == "be" and not titles:
        yield from _turned(desk, verb, heads)
    if not titles:
        return
    told, holder = standing(desk, verb), _holder(desk, verb, manner)
    if told is None or holder is None:
        return
    found: list[Post] = []
    for title, term in zip(titles, terms_of_joined(desk, verb, titles), strict=True):
        if manner == "nominate" and title.text.lower().split()[-1] in ("candidate", "nominee"):
            found += _made(desk, holder, title, told, term, "appoint", verb)
        elif manner == "stand":
            found += _candidate(desk, holder, verb, told)
        else:
            found += _made(desk, holder, title, told, term, manner, verb)
    for post, after in zip(found, [*found[1:], *found[-1:]], strict=True):
        yield shared(post, after) if after.span.start - post.span.end < NEAR else post


def _turned(desk: Desk, verb: Token, heads: list[Token]) -> Iterator[Post]:
    """ "The driver was Ana Lund": the name comes last."""
    subjects = desk.annotation.children(verb, "nsubj")
    if not heads or not subjects or not (name := desk.annotation.name_at(heads[0])) or verb.lemma != "be":
        return
    title, person = _title(desk, subjects[0]), desk.named(name)
    told = standing(desk, verb) if title and person else None
    if title and person and told is not None and told.state == "current" and subjects[0].tag != "NNS":
        term = term_of_clause(desk, verb)
        yield from _made(desk, person, title, told, term, "be", verb)


def _title(desk: Desk, head: Token) -> Title | None:
    """The title of a complement; names and plurals are none, and neither is what nobody is ("no mayor")."""
    if head.tag in ("NNS", "NNPS") or desk.annotation.name_at(head) is not None:
        return None
    if is_denied(desk, head):
        return None
    return title_ending(desk.annotation, head, apart=True)


def _holder(desk: Desk, verb: Token, manner: Manner) -> Fact | None:
    """Whoever holds the post: the subject of "be", the passive subject or the object of "appoint"."""
    if manner in ("appoint", "nominate"):
        return subject_of(desk, verb) if is_passive(desk.annotation, verb) else object_of(desk, verb)
    if manner == "be" and is_passive(desk.annotation, verb):
        return None
    return subject_of(desk, verb)


def _made(
    desk: Desk, holder: Fact, title: Title, told: Standing, term: Term, manner: Manner, verb: Token
) -> Iterator[Post]:
    """One post, with its state and its moments."""
    if manner == "be" and _is_chosen(desk, verb, title):
        manner = "appoint"
    seen = _seen(desk, verb, manner, told, term)
    post = desk.post(holder, title, 0.85 - seen.less, seen.reason)
    if post is None:
        return
    since, until = _ends(term, manner, seen)
    state = title.state if title.state != "current" and seen.state == "current" else seen.state
    yield replace(post, state=state, since=since, until=until)


def _is_chosen(desk: Desk, verb: Token, title: Title) -> bool:
    """ "Was re-elected mayor", of which the parser makes "was a mayor who is elected"."""
    between = desk.tokens[verb.i + 1 : title.begin]
    verbs = [token for token in between if token.tag == "VBN" and token.text.isalpha()]
    plain = all(token.tag in ("VBN", "HYPH", "RB") or token.text == "-" for token in between)
    return plain and any("appoint" in desk.words.verbs.get(token.lemma.lower(), ()) for token in verbs)


def _seen(desk: Desk, verb: Token, manner: Manner, told: Standing, term: Term) -> Standing:
    if manner == "nominate":
        return Standing(state="future", less=0.25, reason=NOMINATED)
    if told.state != "current":
        return told
    if manner in ("be", "hold"):
        return doubted(holding(desk, verb, term), told)
    over = term.until is not None or is_stretch(term.at)
    return doubted(Standing(state="former"), told) if over else told


def _ends(term: Term, manner: Manner, seen: Standing) -> tuple[Fact | None, Fact | None]:
    """Since and until; the moment of an appointment is where the post begins, that of "was mayor" is both at most."""
    if manner == "nominate" or seen.state == "future":
        return (term.since or term.at, term.until) if seen is FUTURE else (None, None)
    if is_stretch(term.at):
        return term.since or term.at, term.until or term.at
    if manner in ("be", "hold"):
        return term.since, term.until
    return term.since or term.at, term.until


def _heads(desk: Desk, verb: Token, manner: Manner) -> Iterator[Token]:
    """The nouns that say what somebody is or becomes."""
    for kid in _complements(desk, verb, manner):
        yield kid
        yield from desk.annotation.children(kid, "conj")
    for prep in desk.annotation.children(verb, "prep", "prt", "dative"):
        for noun in desk.annotation.children(prep, "pobj"):
            if _leads_to_post(prep, manner, desk) and not _is_definite(desk, prep, noun):
                yield noun
                yield from desk.annotation.children(noun, "conj")
            yield from _of_chain(desk, noun)


def _leads_to_post(prep: Token, manner: Manner, desk: Desk) -> bool:
    if manner == "stand":
        return prep.lower == "for"
    return prep.lower == "as" or (prep.lower == "to" and manner in ("appoint", "become"))


def _is_definite(desk: Desk, prep: Token, noun: Token) -> bool:
    """ "Took it to the mayor": she is one who holds the post, and nobody comes into it."""
    return prep.lower == "to" and any(kid.lower == "the" for kid in desk.annotation.children(noun, "det", "poss"))


def _complements(desk: Desk, verb: Token, manner: Manner) -> Iterator[Token]:
    kids = desk.annotation.children(verb, *COMPLEMENTS)
    if manner in ("appoint", "nominate"):
        kids += desk.annotation.children(verb, "xcomp", "ccomp", "dobj")
    if manner in ("be", "become", "appoint", "nominate"):
        if kids:  # "became mayor in 2010 and governor in 2014": the parser ties the second to the verb
            kids += [kid for kid in desk.annotation.children(verb, "conj") if kid.pos == "NOUN"]
        yield from (kid for kid in kids if kid.pos in ("NOUN", "PROPN", "ADJ") or _is_rank(desk, kid))
    for noun in desk.annotation.children(verb, "dobj"):
        yield from _of_chain(desk, noun)


def _is_rank(desk: Desk, kid: Token) -> bool:
    """ "Promoted to colonel", which the parser takes for a verb."""
    return kid.tag == "VB" and kid.lower in desk.words.titles.heads and desk.tokens[kid.i - 1].lower == "to"


def _of_chain(desk: Desk, noun: Token) -> Iterator[Token]:
    """ "The rank of colonel", "the post of mayor", "her position as mayor"."""
    if noun.lemma.lower() not in desk.words.posts:
        return
    for link in desk.annotation.children(noun, "prep"):
        if link.lower in ("of", "as"):
            yield from desk.annotation.children(link, "pobj")


def _candidate(desk: Desk, holder: Fact, verb: Token, told: Standing) -> Iterator[Post]:
    """ "Ran for mayor": a candidate, whose post is nobody's yet."""
    state = holding(desk, verb, term_of_clause(desk, verb)).state if told.state == "current" else told.state
    yield Post(
        person=holder,
        title=desk.words.candidate,
        span=desk.annotation.span(verb, verb),
        state=state,
        confidence=0.7,
    )
