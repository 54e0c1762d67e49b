"""Parts of a count: "23 people, including seven children", "two of them nurses", "three guards: Ana Diaz, ..."."""

from collections.abc import Iterator

from msgspec.structs import replace

from dateline.annotated import Annotation, Token
from dateline.understanding.harm.harms import Harm
from dateline.understanding.harm.numbers import Number
from dateline.understanding.harm.sufferer import Sufferer, ends
from dateline.understanding.harm.sufferers import Sufferers
from dateline.understanding.harm.undergoing import SUBJECTS
from dateline.values import Span

NEAR = 12
"""So many words behind the noun its parts may begin."""
CLOSE = 4
"""So many words behind "two of them" the noun may stand."""


def members(sufferers: Sufferers, harm: Harm) -> list[Sufferer]:
    """Those of several people who are named beside them."""
    found = (sufferers.read(name) for name in _named(sufferers, harm))
    return [one for one in found if one is not None and one.named]


def parts(sufferers: Sufferers, harm: Harm) -> Iterator[Sufferer]:
    """Those who are counted again by what they are."""
    annotation = sufferers.annotation
    heads, most = _included(annotation, harm)
    while heads:
        head = heads.pop(0)
        part = sufferers.read(head)
        if part is not None and not part.rest and (most or not part.bare):
            yield part
        heads.extend(annotation.children(head, "conj"))
    yield from _of_them(sufferers, harm)


def _included(annotation: Annotation, harm: Harm) -> tuple[list[Token], bool]:
    """The nouns behind "including" or "among them", as the parser hung them or as they follow; whether "most" are."""
    phrases = [phrase.split() for phrase in annotation.words.casualties.people.including]
    last = annotation.sentence(harm.sufferer).last
    told = harm.trigger.i > harm.sufferer.i  # "three were killed and five, including a mayor, hurt"
    for i in range(harm.sufferer.i + 1, min(harm.sufferer.i + NEAR, last)):
        token = annotation.tokens[i]
        for phrase in phrases:
            if [t.lower for t in annotation.tokens[i : min(i + len(phrase), last)]] == phrase:
                below = annotation.children(token, "pobj", "dobj") if len(phrase) == 1 else []
                most = phrase[0] in annotation.words.casualties.people.shares
                return below or _next_noun(annotation, i + len(phrase), last), most
        if i > harm.trigger.i and (token.pos == "VERB" or (told and token.pos in ("NUM", "CCONJ"))):
            break
    return [], False


def _next_noun(annotation: Annotation, first: int, last: int) -> list[Token]:
    for token in annotation.tokens[first : min(first + NEAR, last)]:
        if token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "nmod", "poss"):
            return [token]
    return []


def _of_them(sufferers: Sufferers, harm: Harm) -> Iterator[Sufferer]:
    """ "Two of them nurses", "four of whom were children"."""
    annotation = sufferers.annotation
    people = annotation.words.casualties.people
    them = (*people.plural_pronouns, *people.relative_pronouns)
    sentence = annotation.sentence(harm.sufferer)
    for number in sufferers.numbers(sentence):
        last = number.last
        if not (harm.sufferer.i < number.first <= harm.sufferer.i + NEAR) or last + 1 >= sentence.last:
            continue
        if any(_ends_reach(t, harm) for t in annotation.tokens[harm.sufferer.i + 1 : number.first]):
            break
        if annotation.tokens[last].lower == "of" and annotation.tokens[last + 1].lower in them:
            following = annotation.tokens[last + 2 : min(last + 2 + CLOSE, sentence.last)]
            part = _counted_of(sufferers, number, following) or _merely_counted(sufferers, number, following)
            if part is not None:
                yield part


def _ends_reach(token: Token, harm: Harm) -> bool:
    """Whether what follows this word is no part of the count any more: another verb, another number."""
    return token.text == ";" or (token.pos in ("VERB", "NUM") and token.i != harm.trigger.i)


def _counted_of(sufferers: Sufferers, number: Number, following: tuple[Token, ...]) -> Sufferer | None:
    annotation = sufferers.annotation
    for token in following:
        if token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "nmod"):
            found = sufferers.read(token)
            if found is None or found.named or found.number is not None:
                return None
            first = annotation.tokens[number.first]
            span = Span(first.start, found.span.end)
            return replace(found, **ends(number), span=span, number=number, bare=False)
        if token.pos not in ("AUX", "DET", "ADJ", "NOUN", "ADV"):
            break
    return None


def _merely_counted(sufferers: Sufferers, number: Number, following: tuple[Token, ...]) -> Sufferer | None:
    """ "12 of them seriously"."""
    if len(following) < 2 or following[0].pos != "ADV" or following[1].pos != "PUNCT" or not number.whole:
        return None
    span = sufferers.annotation.span(sufferers.annotation.tokens[number.first], following[0])
    told = Sufferer(low=None, high=None, best=None, group=None, head="", span=span, number=number, rest=True)
    return replace(told, **ends(number))


def _named(sufferers: Sufferers, harm: Harm) -> list[Token]:
    """The names that explain several people: "two nurses, Ana Diaz and Lea Roth", "the dead: Ana Diaz, ..."."""
    annotation = sufferers.annotation
    noun = harm.sufferer
    if noun.pos == "PROPN" or noun.tag == "NN":
        return []
    beside = [kid for kid in annotation.children(noun, "appos") if _is_person(annotation, kid)] or _after(
        annotation, noun
    )
    found = [one for kid in beside for one in _coordinated(annotation, kid)]
    return found or _behind_colon(annotation, noun)


def _after(annotation: Annotation, noun: Token) -> list[Token]:
    """ "Comrades Diaz and Roth"."""
    following = list(annotation.tokens[noun.i + 1 : min(noun.i + 3, annotation.sentence(noun).last)])
    if following and following[0].text == ",":
        following = following[1:]
    name = annotation.name_at(following[0]) if following and noun.tag == "NNS" else None
    if name is None or name.label != "person":
        return []
    head = annotation.tokens[name.last - 1]
    return [] if head.dep in SUBJECTS and following[0].i > noun.i + 1 else [head]


def _behind_colon(annotation: Annotation, noun: Token) -> list[Token]:
    last = annotation.sentence(noun).last
    colon = next((t for t in annotation.tokens[noun.i : last] if t.text == ":"), None)
    if colon is None:
        return []
    names = annotation.names_in(annotation.span(colon, annotation.tokens[last - 1]))
    people = [name for name in names if name.label == "person"]
    return [annotation.tokens[name.last - 1] for name in people if _opens_item(annotation, name.first)]


def _opens_item(annotation: Annotation, first: int) -> bool:
    """Whether nothing but titles stands between a name and the comma or "and" before it."""
    for token in reversed(annotation.tokens[first - CLOSE : first]):
        if token.text in (":", ",", ";") or token.pos == "CCONJ":
            return True
        if token.pos not in ("NOUN", "PROPN", "ADJ", "DET"):
            return False
    return False


def _coordinated(annotation: Annotation, token: Token) -> Iterator[Token]:
    yield token
    for kid in annotation.children(token, "conj", "appos"):
        if _is_person(annotation, kid):
            yield from _coordinated(annotation, kid)


def _is_person(annotation: Annotation, token: Token) -> bool:
    name = annotation.name_at(token)
    return name is not None and name.label == "person"
