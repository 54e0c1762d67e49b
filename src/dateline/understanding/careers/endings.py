"""How posts end and pass on: "resigned", "was sacked as mayor", "left Acme", "Lund succeeded Hall as mayor"."""

from msgspec.structs import replace

from dateline.annotated import Token
from dateline.languages.titles import State
from dateline.model import Fact
from dateline.understanding.careers.posts import Desk, Post
from dateline.understanding.careers.standing import HEARSAY, Standing, standing
from dateline.understanding.careers.subjects import is_passive, object_of, subject_of
from dateline.understanding.careers.terms import Term, is_ahead, term_of_clause
from dateline.understanding.identity.titles import Title, title_ending
from dateline.values import Span

BELOW = ("pobj", "pcomp", "prep", "advmod", "amod", "nummod", "npadvmod")
"""What a preposition leads to; one without any is left over from a passive ("was fired upon")."""
PASSED_ON = "the post is that of whoever held it before"


def ended(desk: Desk, posts: list[Post]) -> list[Post]:
    """The posts with those that verbs of leaving and dismissing end, and with those that pass on to somebody else.

    A verb that names the post ends that one, else the last one told of before it; ranks outlive dismissals.
    """
    for verb in desk.tokens:
        manners = desk.words.verbs.get(verb.lemma.lower()) if verb.pos == "VERB" else None
        if manners is None and not (verb.pos == "VERB" and verb.lemma.lower() in desk.words.particles):
            continue
        manners = manners or frozenset()
        if "hold" in manners:
            posts = _held(desk, verb, posts)
        elif verb.lemma.lower() in desk.words.begin:
            posts = _begun(desk, verb, posts)
        posts = _succeeded(desk, verb, posts) if "succeed" in manners else _gone(desk, verb, posts)
    return posts


def _gone(desk: Desk, verb: Token, posts: list[Post]) -> list[Post]:
    """Somebody resigns, is dismissed or leaves."""
    holder = _who_goes(desk, verb)
    told = standing(desk, verb) if holder else None
    if holder is None or told is None or told.state == "former":
        return posts
    term = term_of_clause(desk, verb)
    if told.state == "future" and not is_ahead(desk, term.until or term.at):
        return posts
    if title := _named_post(desk, verb):
        found = desk.post(holder, title, 0.85)
        return [*posts, _as_told(_closed(desk, found, term), told)] if found else posts
    body = _body_left(desk, verb)
    if _is_called(desk, verb) or (body is None and not _leaves_post(desk, verb)):
        return posts
    last = _last_post(posts, holder, verb, body, _own_title(desk, verb))
    if last is None or (_is_after(desk, verb) and _in_sentence(desk, posts[last].span, verb)):
        return posts
    return [*posts[:last], _as_told(_closed(desk, posts[last], term), told), *posts[last + 1 :]]


def _as_told(post: Post, told: Standing) -> Post:
    """ "Allegedly resigned": that the post has ended is as doubtful as the clause."""
    return replace(post, confidence=post.confidence - told.less, reason=told.reason) if told is HEARSAY else post


def _begun(desk: Desk, verb: Token, posts: list[Post]) -> list[Post]:
    """ "The head of the bank ... was appointed in 2015": the last post told of began then."""
    bare = not desk.annotation.children(verb, "oprd", "attr", "dobj", "xcomp", "ccomp", "agent")
    links = {prep.lower for prep in desk.annotation.children(verb, "prep")}
    if not bare or links & desk.words.post_links - {"in"} or not is_passive(desk.annotation, verb):
        return posts
    term = term_of_clause(desk, verb)
    since = term.since or term.at
    if since is None or standing(desk, verb) is None:
        return posts
    holder = subject_of(desk, verb) or _bearer(desk, verb, posts)
    last = _last_post(posts, holder, verb) if holder else None
    if last is None or posts[last].since is not None:
        return posts
    return [*posts[:last], replace(posts[last], since=since), *posts[last + 1 :]]


def _bearer(desk: Desk, verb: Token, posts: list[Post]) -> Fact | None:
    """ "The head of Acme, Ana Lund, was appointed": the subject is the word for a post that has been told of."""
    for noun in desk.annotation.children(verb, "nsubjpass"):
        return next((post.person for post in posts if post.span.start <= noun.start < post.span.end), None)
    return None


def _held(desk: Desk, verb: Token, posts: list[Post]) -> list[Post]:
    """ "... named minister, a post she held until 2005": the last post told of lasted so long."""
    above = desk.annotation.head(verb)
    if verb.dep != "relcl" or above.lemma.lower() not in desk.words.posts:
        return posts
    holder, term = subject_of(desk, verb), term_of_clause(desk, verb)
    last = _last_post(posts, holder, verb) if holder and (term.since or term.until) else None
    if last is None:
        return posts
    post = replace(posts[last], since=posts[last].since or term.since)
    return [*posts[:last], _closed(desk, post, term) if term.until else post, *posts[last + 1 :]]


def _closed(desk: Desk, post: Post, term: Term) -> Post:
    """The post with its end; one that ends after the day of the story is still held."""
    until = term.until or term.at or post.until
    return replace(post, state=post.state if is_ahead(desk, until) else "former", until=until)


def _is_after(desk: Desk, verb: Token) -> bool:
    """ "... after being sacked": from another post than the one told of before it in its sentence."""
    links = [desk.annotation.head(verb)] if verb.dep == "pcomp" else desk.annotation.children(verb, "mark")
    return any(link.lower in desk.words.since for link in links)


def _in_sentence(desk: Desk, span: Span, verb: Token) -> bool:
    return desk.tokens[desk.annotation.sentence(verb).first].start <= span.start


def _who_goes(desk: Desk, verb: Token) -> Fact | None:
    """Who loses the post: the subject, who resigns, or the one dismissed; nobody where a pronoun tells nothing."""
    manners = desk.words.verbs.get(verb.lemma.lower(), frozenset())
    if _rests(desk, verb):
        return None
    if "dismiss" in manners:
        if is_passive(desk.annotation, verb):
            return subject_of(desk, verb)
        if desk.annotation.children(verb, "dobj"):
            return object_of(desk, verb)
    if is_passive(desk.annotation, verb) and desk.annotation.children(verb, "auxpass"):
        return None
    return subject_of(desk, verb) if _resigns(desk, verb) or "leave" in manners else None


def _rests(desk: Desk, verb: Token) -> bool:
    """ "Retired for the night", "was fired upon": nobody loses a post."""
    preps = desk.annotation.children(verb, "prep")
    nouns = [noun for prep in preps for noun in desk.annotation.children(prep, "pobj") if prep.lower in ("for", "to")]
    bare = [p for p in preps if p.tag == "IN" and p.i == verb.i + 1 and not desk.annotation.children(p, *BELOW)]
    return bool(bare) or any(noun.lemma.lower() in desk.words.rests for noun in nouns)


def _resigns(desk: Desk, verb: Token) -> bool:
    lemma = verb.lemma.lower()
    beside = desk.annotation.children(verb, "prt", "advmod", "dobj")
    if any(f"{lemma} {kid.lower}" in desk.words.resign for kid in beside):
        return True
    return lemma in desk.words.resign and lemma != "leave"


def _leaves_post(desk: Desk, verb: Token) -> bool:
    """Whether a verb without a body ends a post: "left the post", "quit", though not "left the room"."""
    lemma = verb.lemma.lower()
    objects = desk.annotation.children(verb, "dobj")
    if "dismiss" in desk.words.verbs.get(lemma, ()) or _resigns(desk, verb):
        return not objects or any(
            noun.lemma.lower() in desk.words.posts or desk.person(noun) or noun.lower in desk.words.titles.heads
            for noun in objects
        )
    return any(noun.lemma.lower() in desk.words.posts for noun in objects)


def _body_left(desk: Desk, verb: Token) -> Fact | None:
    """The body in "left Acme", "resigned from Acme", "was fired from Acme"."""
    leaves = "leave" in desk.words.verbs.get(verb.lemma.lower(), ())
    nouns = desk.annotation.children(verb, "dobj") if leaves else []
    preps = [prep for prep in desk.annotation.children(verb, "prep") if prep.lower == "from"]
    nouns += [noun for prep in preps for noun in desk.annotation.children(prep, "pobj")]
    return next((body for noun in nouns if (body := desk.body(noun))), None)


def _named_post(desk: Desk, verb: Token) -> Title | None:
    """The post that is named with the verb: "resigned as mayor", "was removed from the post of mayor"."""
    preps = desk.annotation.children(verb, "prep")
    links = [prep for prep in preps if prep.lower == "of" or prep.lower in desk.words.post_links]
    nouns = [(link, noun) for link in links for noun in desk.annotation.children(link, "pobj")]
    nouns += [(verb, noun) for noun in desk.annotation.children(verb, "dobj")]
    for link, noun in nouns:
        if noun.lemma.lower() in desk.words.posts:
            below = [of for of in desk.annotation.children(noun, "prep") if of.lower in ("of", "as")]
            found = [title for of in below for title in _titles(desk, desk.annotation.children(of, "pobj"))]
        else:
            found = _titles(desk, [noun]) if link.lower == "as" else []
        if found:
            return found[0]
    return None


def _titles(desk: Desk, nouns: list[Token]) -> list[Title]:
    return [
        title
        for noun in nouns
        if noun.tag not in ("NNS", "NNPS") and not desk.annotation.name_at(noun)
        if (title := title_ending(desk.annotation, noun, apart=True))
    ]


def _is_called(desk: Desk, verb: Token) -> bool:
    """ "Dismissed him as a fool": what somebody is called is no post that ends."""
    preps = [prep for prep in desk.annotation.children(verb, "prep") if prep.lower == "as"]
    nouns = [noun for prep in preps for noun in desk.annotation.children(prep, "pobj")]
    return any(kid.lower in ("a", "an") for noun in nouns for kid in desk.annotation.children(noun, "det"))


def _own_title(desk: Desk, verb: Token) -> Span | None:
    """Where the title of whoever is dismissed or replaced stands: "sacked Police Chief Ana Lund"."""
    if is_passive(desk.annotation, verb) or _elsewhere(desk, verb):
        return None
    names = [desk.annotation.name_at(noun) for noun in desk.annotation.children(verb, "dobj")]
    return next((name.titles for name in names if name is not None), None)


def _elsewhere(desk: Desk, verb: Token) -> bool:
    """ "Removed Mayor Lund from the hall": a place is left, and no post."""
    preps = [prep for prep in desk.annotation.children(verb, "prep") if prep.lower == "from"]
    nouns = [noun for prep in preps for noun in desk.annotation.children(prep, "pobj")]
    return any(noun.lemma.lower() not in desk.words.posts and not desk.body(noun) for noun in nouns)


def _last_post(
    posts: list[Post], holder: Fact, verb: Token, body: Fact | None = None, within: Span | None = None
) -> int | None:
    """The last post of this person told of before the verb, or in the title that is its object's; in the body left."""
    held = [
        i
        for i, post in enumerate(posts)
        if post.person.id == holder.id and not post.rank and post.relative is None
        if post.span.start < verb.start or (within and within.start <= post.span.start < within.end)
        if not post.until
        if body is None or (post.organisation is not None and post.organisation.id == body.id)
    ]
    current = [i for i in held if posts[i].state == "current"]
    return max(current or held, key=lambda i: posts[i].span.start, default=None)


def _succeeded(desk: Desk, verb: Token, posts: list[Post]) -> list[Post]:
    """ "Lund succeeded Hall as mayor", "Hall was replaced by Lund": one post ends and the other's begins."""
    new, old = _pair(desk, verb)
    told = standing(desk, verb) if new or old else None
    if told is None or (new is None and old is None):
        return posts
    term, title = term_of_clause(desk, verb), _named_post(desk, verb)
    last = _last_post(posts, old, verb, within=_own_title(desk, verb)) if old else None
    last = last if last is not None and posts[last].state == "current" else None
    if old is not None and told.state == "current":
        posts = _handed_over(desk, posts, old, title, term, last)
    if new is not None:
        came = _came(desk, verb, new, title, posts[last] if last is not None else None, told.state, term)
        posts = [*posts, came] if came else posts
    return posts


def _pair(desk: Desk, verb: Token) -> tuple[Fact | None, Fact | None]:
    """Who comes and who goes; both must be people that are known, or a title for one and nobody for the other."""
    if is_passive(desk.annotation, verb):
        by = desk.annotation.children(verb, "agent")
        by = by or [t for t in desk.annotation.subtree(verb) if t.i > verb.i and t.lower in desk.words.agents]
        agents = [noun for agent in by for noun in desk.annotation.children(agent, "pobj")]
        return (desk.person(agents[0]) if agents else None), subject_of(desk, verb)
    objects = desk.annotation.children(verb, "dobj")
    old = desk.person(objects[0]) if objects else None
    new = subject_of(desk, verb) if objects else None
    return (new, old) if old is None or new is None or old.id != new.id else (None, None)


def _handed_over(
    desk: Desk, posts: list[Post], old: Fact, title: Title | None, term: Term, last: int | None
) -> list[Post]:
    if title is not None:
        post = desk.post(old, title, 0.8)
        return [*posts, _closed(desk, post, term)] if post else posts
    if last is None:
        return posts
    return [*posts[:last], _closed(desk, posts[last], term), *posts[last + 1 :]]


def _came(
    desk: Desk, verb: Token, new: Fact, title: Title | None, before: Post | None, state: State, term: Term
) -> Post | None:
    if title is not None:
        post = desk.post(new, title, 0.8)
        return replace(post, state=state, since=term.at) if post else None
    if before is None:
        return None
    span = Span(verb.start, verb.end)
    return replace(
        before, person=new, span=span, state=state, since=term.at, until=None, confidence=0.6, reason=PASSED_ON
    )
