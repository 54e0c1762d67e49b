"""One fact for all that a story tells of one person in one post."""

from collections.abc import Iterable, Iterator

from dateline.languages.titles import State
from dateline.model import Fact, Status
from dateline.record import Record
from dateline.understanding.careers.posts import Post
from dateline.understanding.careers.words import CareerWords
from dateline.values import Role

Key = tuple[str, ...]


def merged(posts: Iterable[Post], words: CareerWords) -> Iterator[list[Post]]:
    """Groups of evidence for one post, in the order of the text.

    The same words make the same post, whatever their order ("Minister of Trade", "trade minister") and whether
    written out ("Gen."), unless two bodies are named. A shorter title is the same post as a longer one of the same
    state, where what it lacks makes no lesser post of it.
    """
    groups: list[tuple[Key, list[Post]]] = []
    for post in sorted(posts, key=lambda post: post.span.start):
        key = key_of(post, words)
        group = next((group for other, group in groups if _same(key, post, other, group, words)), None)
        if group is None:
            groups.append((key, [post]))
        else:
            group.append(post)
    return (group for _, group in groups)


def key_of(post: Post, words: CareerWords) -> Key:
    """The words of a title in full, without "of" and its like, in the order of the alphabet; the head is first."""
    tokens = post.title.lower().replace("-", " ").split()
    full = [word for word in words.titles.in_full(tokens) if word not in ("of", "for", "the", "and")]
    return tuple(sorted(full))


def _same(key: Key, post: Post, other: Key, group: list[Post], words: CareerWords) -> bool:
    first = group[0]
    if first.person.id != post.person.id or _ids(first.relative) != _ids(post.relative):
        return False
    bodies = {held.organisation.id for held in group if held.organisation}
    if post.organisation is not None and bodies and post.organisation.id not in bodies:
        return False
    if key == other:
        return True
    longer, shorter = (key, other) if len(key) > len(other) else (other, key)
    lacks = set(longer) - set(shorter)
    part = set(shorter) < set(longer) and not lacks & words.grades and not (first.rank or post.rank)
    return part and _ends_alike(first, post) and first.state == post.state


def _ids(fact: Fact | None) -> str | None:
    return fact.id if fact else None


def _ends_alike(one: Post, other: Post) -> bool:
    """ "Leader" and "rebel leader", though not "secretary" and "press secretary's aide"."""
    ends = {post.title.lower().replace("-", " ").split()[-1] for post in (one, other)}
    return len(ends) == 1


def role(record: Record, group: list[Post]) -> Fact:
    """The fact for a group: the fullest title, and whatever any of them tells."""
    first = max(group, key=lambda post: len(post.title.split()))
    named = next((post for post in group if len(post.title.split()) == len(first.title.split())), first)
    value = Role(
        person=first.person.id,
        title=named.title,
        organisation=next((post.organisation.id for post in group if post.organisation), None),
        country=next((post.country for post in group if post.country), None),
        since=next((post.since.id for post in group if post.since), None),
        until=next((post.until.id for post in group if post.until), None),
        state=_state(group),
        acting=any(post.acting for post in group),
        rank=first.rank,
        relative=_ids(first.relative),
    )
    surest = max(group, key=lambda post: post.confidence)
    spans = tuple(dict.fromkeys(post.span for post in group))
    status: Status = "planned" if value.state == "future" else "asserted"
    return record.fact(value, *spans, confidence=round(surest.confidence, 2), status=status, reason=surest.reason)


def _state(group: list[Post]) -> State:
    """Whoever is called former anywhere is former; an "elect" is not yet in office."""
    states = [post.state for post in group]
    if "former" in states and not (states[-1] == "current" and group[-1].since):
        return "former"
    return "future" if "future" in states else "current"
