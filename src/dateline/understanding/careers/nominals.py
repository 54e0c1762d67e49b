"""Posts told with a noun: "her appointment as mayor", "the departure of Lund as mayor", "his time as mayor"."""

from collections.abc import Iterator

from msgspec.structs import replace

from dateline.annotated import Token
from dateline.model import Fact
from dateline.understanding.careers.posts import Desk, Post
from dateline.understanding.careers.subjects import subject_of
from dateline.understanding.careers.terms import term_of_phrase
from dateline.understanding.factuality.deciding import factuality
from dateline.understanding.identity.set_off import phrase_head
from dateline.understanding.identity.titles import Title, title_ending


def posts_of_nominals(desk: Desk) -> Iterator[Post]:
    """The posts that nouns of coming, going and staying name, and those that a clause is told of as its time."""
    yield from _while(desk)
    for noun in desk.tokens:
        if noun.pos != "NOUN" or noun.lemma.lower() not in desk.words.nouns:
            continue
        at = _as(desk, noun)
        head = phrase_head(desk.annotation, at + 1) if at is not None and at + 1 < len(desk.tokens) else None
        titles = [title] if head and (title := title_ending(desk.annotation, head, apart=True)) else []
        holder = _holder(desk, noun) if titles else None
        if holder is None or factuality(desk.annotation, noun).status != "asserted" or _is_open(desk, noun):
            continue
        if post := desk.post(holder, titles[0], 0.75):
            state = desk.words.nouns[noun.lemma.lower()]
            yield replace(post, state=state if post.state == "current" else post.state)


def _is_open(desk: Desk, noun: Token) -> bool:
    """ "Her possible appointment as judge"."""
    states = desk.words.titles.states
    return any(states.get(kid.lower) == "future" for kid in desk.annotation.children(noun, "amod"))


def _while(desk: Desk) -> Iterator[Post]:
    """ "She met him while mayor of Bergen": the subject's post, which is over where the clause is past."""
    for word in desk.tokens[:-1]:
        if word.lower not in desk.words.whiles or desk.tokens[word.i + 1].sentence != word.sentence:
            continue
        head = phrase_head(desk.annotation, word.i + 1)
        title = title_ending(desk.annotation, head, apart=True) if head is not None else None
        if title is None or title.begin != word.i + 1 or _goes_on(desk, title):
            continue
        verb = next((a for a in desk.annotation.ancestors(desk.tokens[title.first]) if a.pos in ("VERB", "AUX")), None)
        holder = subject_of(desk, verb) if verb is not None and verb.i < word.i else None
        post = desk.post(holder, title, 0.7) if holder else None
        if post is not None and verb is not None and verb.tag in ("VBD", "VBN"):
            term = term_of_phrase(desk, title)
            yield replace(post, state="former", since=term.since or term.at, until=term.until or term.at)


def _goes_on(desk: Desk, title: Title) -> bool:
    """Whether a clause begins there ("while mayors met")."""
    return title.last < len(desk.tokens) and desk.tokens[title.last].pos in ("VERB", "AUX", "NOUN", "PROPN", "PART")


def _as(desk: Desk, noun: Token) -> int | None:
    """The "as" right behind a noun or behind the name that its "of" leads to."""
    behind = desk.tokens[noun.i + 1 : noun.i + 3]
    if behind and behind[0].lower == "of" and len(behind) > 1 and (name := desk.annotation.name_at(behind[1])):
        behind = desk.tokens[name.last : name.last + 1]
    return behind[0].i if behind and behind[0].lower in ("as", "to") and behind[0].sentence == noun.sentence else None


def _holder(desk: Desk, noun: Token) -> Fact | None:
    owners = desk.annotation.children(noun, "poss")
    if not owners:
        links = [prep for prep in desk.annotation.children(noun, "prep") if prep.lower == "of"]
        owners = [owner for link in links for owner in desk.annotation.children(link, "pobj")]
    return desk.person(owners[0]) if owners else None
