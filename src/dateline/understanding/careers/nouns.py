"""Posts that noun phrases tell of: "former Water Minister Lund", "Lund, a lawyer at Acme", "the Y of Z, Lund"."""

from collections.abc import Iterator

from msgspec.structs import replace

from dateline.annotated import NameMention
from dateline.model import Fact
from dateline.understanding.careers.fronted import titles_in_front
from dateline.understanding.careers.posts import Desk, Post, shared
from dateline.understanding.careers.terms import is_ahead, term_of_phrase
from dateline.understanding.identity.titles import Title, titles_before, titles_behind


def posts_of_names(desk: Desk) -> Iterator[Post]:
    """The titles before, behind and in apposition to every name of a person."""
    for name in desk.annotation.names:
        person = desk.named(name)
        if person is None:
            continue
        if name.titles:
            yield from _before(desk, name, person)
        yield from _behind(desk, name, person)
        for title in titles_in_front(desk.annotation, name):
            yield from _dated(desk, person, title, 0.8)


def _before(desk: Desk, name: NameMention, person: Fact) -> Iterator[Post]:
    """A title before a name: "former Deputy Water Minister Ana Lund", "Democrat Ana Lund"."""
    if name.titles is None or _is_field(desk, name):
        return
    posts: list[tuple[Title, Post]] = []
    for title in titles_before(desk.annotation, name.titles):
        if (
            title.begin
            and desk.tokens[title.begin - 1].lower in ("a", "an")
            and desk.tokens[title.first].text[0].isupper()
        ):
            break  # "under a President Lund" there is none
        if post := desk.post(person, title, 0.9):
            posts.append((title, _of_body(desk, name, post)))
    for i, (title, post) in enumerate(posts):
        before = posts[i + 1] if i + 1 < len(posts) else None
        joined = before is not None and title.begin == before[0].last + 1  # "Acme chairman and president Ana Lund"
        yield shared(post, before[1]) if before is not None and joined else post


def _of_body(desk: Desk, name: NameMention, post: Post) -> Post:
    """A post whose body is named behind its holder: "director Ana Lund of Acme"."""
    if post.organisation is not None or name.last + 1 >= len(desk.tokens):
        return post
    link = desk.tokens[name.last]
    beside = desk.annotation.name_at(desk.tokens[name.last + 1])
    if link.lower not in desk.words.home_links or beside is None:
        return post
    return replace(post, organisation=desk.body_named(beside), country=post.country or desk.country(beside))


def _behind(desk: Desk, name: NameMention, person: Fact) -> Iterator[Post]:
    """Titles behind a name; in "president and founder of Acme" both are Acme's."""
    titles = list(titles_behind(desk.annotation, name))
    posts = [list(_dated(desk, person, title, 0.85)) for title in titles]
    for i, (title, found) in enumerate(zip(titles, posts, strict=True)):
        joined = (
            i + 1 < len(titles) and desk.tokens[title.last].pos == "CCONJ" and titles[i + 1].begin == title.last + 1
        )
        for post in found:
            yield shared(post, posts[i + 1][0]) if joined and posts[i + 1] else post


def _is_field(desk: Desk, name: NameMention) -> bool:
    """In "MP for Oslo" what follows the title is no holder of it."""
    return name.first > 0 and desk.tokens[name.first - 1].pos == "ADP"


def _dated(desk: Desk, person: Fact, title: Title, confidence: float) -> Iterator[Post]:
    """A post with the moments behind its title: "mayor of Bergen from 1994 to 2001"."""
    before = _word_before(desk, title)
    post = desk.post(person, title, confidence) if before not in desk.words.nothings else None
    if post is None:
        return
    term = term_of_phrase(desk, title)
    since, until = term.since or term.at, term.until or term.at
    over = until is not None and (term.at is not None or not is_ahead(desk, until))
    state = "former" if post.state == "current" and (over or before in desk.words.once) else post.state
    yield replace(post, since=since, until=until, state=state)


def _word_before(desk: Desk, title: Title) -> str:
    """The word before a title and its article and adjectives: "no judge", "once a famous judge"."""
    i = title.begin - 1
    while i > 0 and desk.tokens[i].pos in ("DET", "ADJ") and desk.tokens[i].lower not in desk.words.nothings:
        i -= 1
    return desk.tokens[i].lower if i >= 0 else ""
