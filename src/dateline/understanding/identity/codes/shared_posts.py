"""Posts in the plural before names joined by "and": "Presidents Ana Lund and Ole Brek"."""

from typing import NamedTuple

from dateline.annotated import Annotation, NameMention, Token
from dateline.languages.titles import title_words
from dateline.understanding.identity.codes.wording import body_words
from dateline.understanding.identity.countries import name_before, names_labelled
from dateline.understanding.identity.groups.phrases import is_plural
from dateline.understanding.identity.groups.words import group_words
from dateline.values import Span

MOST = 8
"""How many names may share one post; longer lists are no such thing."""


class SharedPost(NamedTuple):
    """A post that several names share: its first token, PLOVER sector, whether it was held before, and its words."""

    first: int
    sector: str
    former: bool
    span: Span


def shared_posts(annotation: Annotation) -> dict[int, SharedPost]:
    """The posts that persons share, by the first token of each person's name."""
    posts: dict[int, SharedPost] = {}
    for name in names_labelled(annotation, "person"):
        if name.first and is_plural(annotation.tokens[name.first - 1]) and (post := _post_before(annotation, name)):
            posts.update(dict.fromkeys((other.first for other in _joined(annotation, name)), post))
    return posts


def _post_before(annotation: Annotation, name: NameMention) -> SharedPost | None:
    """The post right before the first of the names; "told reporters Ana Lund had left" is easily parsed amiss."""
    noun = annotation.tokens[name.first - 1]
    if noun.dep not in ("compound", "nmod") or not name.first <= noun.head < name.last:
        return None
    if noun.text.islower() and noun.i and annotation.tokens[noun.i - 1].pos in ("VERB", "AUX"):
        return None
    size, sector = _known(annotation, noun)
    if sector is None:
        return None
    first = noun.i - size + 1
    span = Span(annotation.tokens[first].start, noun.end)
    return SharedPost(first, sector, _is_former(annotation, first), span)


def _joined(annotation: Annotation, name: NameMention) -> list[NameMention]:
    """The persons' names from this one to the one behind "and": "Ana Lund of Norway, Eva Hald and Ole Brek"."""
    tokens, end = annotation.tokens, annotation.sentence(annotation.tokens[name.first]).last
    found = [name]
    while len(found) < MOST:
        i = _over_place(annotation, found[-1].last, end)
        comma = i < end and tokens[i].text == ","
        i += comma
        last = i < end and tokens[i].tag == "CC"
        i += last
        behind = annotation.name_at(tokens[i]) if (comma or last) and i < end else None
        if behind is None or behind.label != "person":
            return []
        found.append(behind)
        if last:
            return found
    return []


def _over_place(annotation: Annotation, i: int, end: int) -> int:
    """Behind "of Norway" at token `i`."""
    if i + 1 < end and annotation.tokens[i].pos == "ADP":
        place = annotation.name_at(annotation.tokens[i + 1])
        return place.last if place and place.label == "place" else i
    return i


def _known(annotation: Annotation, noun: Token) -> tuple[int, str | None]:
    """How many words the post has, and its sector: those of "president" for "Presidents", "prime minister" too."""
    code = annotation.words.language.code
    titles, groups = title_words(code), group_words(code).sectors
    begin = max(annotation.sentence(noun).first, noun.i - titles.longest + 1)
    before = [token.lower for token in annotation.tokens[begin : noun.i]]
    for single in _singulars(noun):
        words = (*before, single)
        if size := titles.ends(words, len(words) - 1):
            idle = size == 1 and single in body_words(code).idle
            return size, None if idle else titles.sector(words[-size:])
        if (single,) in groups:
            return 1, groups[(single,)]
    return 0, None


def _singulars(noun: Token) -> tuple[str, ...]:
    """The singular of a noun by its lemma and by its ending, as names in the plural keep theirs in the lemma."""
    return noun.lemma.lower(), noun.lower.removesuffix("s"), noun.lower.removesuffix("men") + "man"


def _is_former(annotation: Annotation, first: int) -> bool:
    """ "Former Presidents", "former Norwegian Presidents"."""
    name = name_before(annotation, first)
    first = name.first if name and name.country else first
    states = title_words(annotation.words.language.code).states
    return first > annotation.sentence(annotation.tokens[first]).first and (
        states.get(annotation.tokens[first - 1].lower) == "former"
    )
