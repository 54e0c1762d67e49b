"""Titles set off before a name: "The group's leader, Ana Lund, said", "A former teacher, Lund left"."""

from collections.abc import Iterator

from dateline.annotated import Annotation, NameMention, Token
from dateline.languages.titles import title_words
from dateline.understanding.identity.set_off import phrase_head
from dateline.understanding.identity.titles import Title, title_ending

COMMAS = (",", ":", "--", "–", "—")
CLOSING = ("PUNCT", "VERB", "AUX", "ADP")


def titles_in_front(annotation: Annotation, name: NameMention) -> Iterator[Title]:
    """The title set off before a name; in a list of people ("the mayor, Ana Lund and ...") there is none."""
    first = annotation.tokens_in(name.titles)[0].i if name.titles else name.first
    if first < 2 or annotation.tokens[first - 1].text not in COMMAS:
        return
    top = _top(annotation, name)
    if annotation.children(top, "conj", "cc") or not _is_closed(annotation, name):
        return
    head = _opening(annotation, first, top) or _apposed(annotation, first, top)
    title = title_ending(annotation, head, apart=True) if head is not None else None
    if title is not None and _reaches(annotation, title, first):
        yield title


def _top(annotation: Annotation, name: NameMention) -> Token:
    inside = range(name.first, name.last)
    tops = (annotation.tokens[i] for i in inside if annotation.tokens[i].head not in inside)
    return next(tops, annotation.tokens[name.last - 1])


def _is_closed(annotation: Annotation, name: NameMention) -> bool:
    end = annotation.sentence(annotation.tokens[name.first]).last
    return name.last >= end or annotation.tokens[name.last].pos in CLOSING


def _opening(annotation: Annotation, first: int, top: Token) -> Token | None:
    """ "A former teacher, Lund left": the phrase opens the sentence, and the name is its subject."""
    begin = annotation.tokens[annotation.sentence(top).first]
    states = title_words(annotation.words.language.code).states
    if top.dep not in ("nsubj", "nsubjpass") or (begin.lower not in ("a", "an") and begin.lower not in states):
        return None
    head = phrase_head(annotation, begin.i)
    return head if head is not None and head.i < first else None


def _apposed(annotation: Annotation, first: int, top: Token) -> Token | None:
    """The noun that the parser ties the name to, over the nouns that belong to it ("negotiator with Norway")."""
    head = annotation.head(top)
    beside = annotation.name_at(head)
    apart = beside is not None and beside.label != "person" and not annotation.children(head, "cc")
    if top.dep != "appos" and not (top.dep == "conj" and apart):
        return None
    while head.dep == "pobj" and annotation.name_at(head) is not None:
        head = annotation.head(annotation.head(head))
    single = head.tag in ("NN", "NNP") and head.i < first and annotation.name_at(head) is None
    listed = head.dep == "conj" or bool(annotation.children(head, "conj"))
    return head if single and not listed else None


def _reaches(annotation: Annotation, title: Title, first: int) -> bool:
    """Nothing but "of ..." stands between the title and the comma before the name."""
    between = annotation.tokens[title.last : first - 1]
    whole = all(token.text != "," and token.pos != "VERB" for token in between)
    return not between or (between[0].pos == "ADP" and whole)
