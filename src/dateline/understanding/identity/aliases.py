"""Second names: "Ana Lund, dubbed the Fox", "the Condor, whose real name is Ivo Brek", Ana "Fox" Lund."""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from dateline.annotated import Annotation, NameMention, Token
from dateline.languages import load
from dateline.understanding.identity.people.mended_names import LONGEST, QUOTES, mended_names, nickname

REACH = 8
"""Tokens behind the words of naming within which the alias begins."""
GAP = 4
"""Words that may stand for "his followers" in "known to his followers as"."""
OPENERS = frozenset({",", "(", "-", "–", "—", "--"})


class SecondName(Struct, frozen=True, kw_only=True):
    """That the bearer of one name has another; `owner` may be of any label.

    `used` is False for a name that is no longer borne ("née Brek"): where it stands alone it may be a relative's.
    """

    owner: NameMention
    name: NameMention
    used: bool = True


class _Words:
    """The words of naming of a language, prepared once: phrases by their first word, longest first."""

    def __init__(self, code: str) -> None:
        names = load(code).names
        self.births = frozenset(tuple(phrase.split()) for phrase in names.birth_name_phrases)
        self.reals = frozenset(tuple(phrase.split()) for phrase in names.real_name_phrases)
        self.earlier = frozenset((word,) for word in names.earlier_name_words)
        plain = (tuple(phrase.split()) for phrase in (*names.alias_phrases, *names.alias_words))
        self.by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted({*plain, *self.births, *self.reals, *self.earlier}, key=len, reverse=True):
            self.by_first.setdefault(phrase[0], []).append(phrase)
        self.openers = frozenset(names.alias_openers)
        self.links = frozenset(names.organisation_links) | {"the"}


@cache
def _words(code: str) -> _Words:
    return _Words(code)


def second_names(annotation: Annotation) -> list[SecondName]:
    """Every second name that the text gives to somebody or something named, in the order of the text."""
    found: list[SecondName] = []
    for name in mended_names(annotation):
        found += _nickname_inside(annotation, name)
        second = _told_behind(annotation, name) or _quoted_behind(annotation, name)
        found += [second] if second else []
    return found


def aliases(annotation: Annotation) -> dict[int, NameMention]:
    """The second name of each name that has one told behind it: index of the name's first token to the alias."""
    found: dict[int, NameMention] = {}
    for second in second_names(annotation):
        found.setdefault(second.owner.first, second.name)
    return found


def _nickname_inside(annotation: Annotation, name: NameMention) -> Iterator[SecondName]:
    inside = nickname(annotation, name) if name.label == "person" else None
    if inside and inside[1] < name.last:
        yield SecondName(owner=name, name=_without_article(annotation, *inside))


def _told_behind(annotation: Annotation, name: NameMention) -> SecondName | None:
    """What the words of naming behind a name give: "..., who is also known as the Fox"."""
    tokens = annotation.tokens
    words = _words(annotation.words.language.code)
    i = _past_age(tokens, name.last)
    opened = i
    while i < len(tokens) and i < opened + 2 and tokens[i].text in OPENERS:
        i += 1
    for start in _starts(annotation, i):
        for phrase in words.by_first.get(tokens[start].lower, ()):
            behind = _match(tokens, start, phrase) if tokens[start].sentence == tokens[name.first].sentence else None
            if behind and (second := _second(annotation, name, phrase, behind)):
                return second
    return None


def _past_age(tokens: tuple[Token, ...], i: int) -> int:
    """The index behind an age set off by commas ("Lund, 34, also known as ..."); the same where none stands there."""
    aged = i + 2 < len(tokens) and tokens[i].text == "," and tokens[i + 1].text.isdigit() and tokens[i + 2].text == ","
    return i + 2 if aged else i


def _starts(annotation: Annotation, i: int) -> Iterator[int]:
    """Where words of naming may begin: here, or past "who", forms of "be" and adverbs ("who was often called")."""
    tokens = annotation.tokens
    for at in range(i, min(i + 5, len(tokens))):
        yield at
        token = tokens[at]
        relative = at > i and tokens[at - 1].tag in ("WP", "WDT")  # "who performs under the name"
        passes = token.tag in ("WP", "WDT") or token.pos in ("AUX", "ADV") or (relative and token.pos == "VERB")
        if token.dep == "neg" or not passes:
            return


def _match(tokens: tuple[Token, ...], i: int, phrase: tuple[str, ...]) -> int | None:
    """The index behind the phrase that begins at token `i`; a star in it stands for one to four words."""
    for at, word in enumerate(phrase):
        if word == "*":
            rest = phrase[at + 1 :]
            for gap in range(i + 1, min(i + GAP + 1, len(tokens))):
                if tokens[gap - 1].pos in ("PUNCT", "VERB"):
                    return None
                if behind := _match(tokens, gap, rest):
                    return behind
            return None
        if i >= len(tokens) or tokens[i].lower != word:
            return None
        i += 1
    return i


def _second(annotation: Annotation, name: NameMention, phrase: tuple[str, ...], behind: int) -> SecondName | None:
    words = _words(annotation.words.language.code)
    other = _next_name(annotation, behind, name)
    if other is None or other.first == name.first:
        return None
    if phrase in words.births or phrase in words.reals:
        return _real_name(annotation, name, other, born=phrase in words.births)
    if phrase in words.earlier and not name.label == other.label == "organisation":
        return None
    return SecondName(owner=name, name=other)


def _real_name(annotation: Annotation, name: NameMention, other: NameMention, *, born: bool) -> SecondName | None:
    """ "The Condor, whose real name is Ivo Brek": the person is Ivo Brek, and Condor what they call him."""
    if annotation.name_at(annotation.tokens[other.first]) is None or other.label not in ("person", "organisation"):
        return None
    if name.label != "person":
        return SecondName(owner=other, name=name) if " " in other.text and other.label == "person" else None
    return SecondName(owner=name, name=other, used=" " in other.text or not born)


def _next_name(annotation: Annotation, i: int, name: NameMention) -> NameMention | None:
    tokens = annotation.tokens
    openers = _words(annotation.words.language.code).openers
    end = min(annotation.sentence(tokens[name.first]).last, i + REACH)
    while i < end and tokens[i].text not in QUOTES and (tokens[i].lower in openers or tokens[i].pos == "PUNCT"):
        i += 1
    if i >= end:
        return None
    if tokens[i].text in QUOTES:
        return _in_quotes(annotation, i)
    return _a_name(annotation, i)


def _in_quotes(annotation: Annotation, mark: int) -> NameMention | None:
    """An alias between quotation marks, which may be of common words: nicknamed "the silver fox"."""
    tokens = annotation.tokens
    end = min(annotation.sentence(tokens[mark]).last, mark + LONGEST + 2)
    closing = next((i for i in range(mark + 1, end) if tokens[i].text in QUOTES), None)
    if closing is None:
        return _a_name(annotation, mark + 1) if mark + 1 < end else None
    inside = tokens[mark + 1 : closing]
    while inside and inside[-1].pos == "PUNCT":
        inside = inside[:-1]
    if not inside or inside[0].lower in annotation.words.names.indefinite:
        return None
    return _without_article(annotation, inside[0].i, inside[-1].i + 1)


def _without_article(annotation: Annotation, first: int, last: int) -> NameMention:
    first += annotation.tokens[first].lower == "the" and last > first + 1
    return _mention(annotation, first, last)


def _a_name(annotation: Annotation, first: int) -> NameMention | None:
    """A name, or common words written with capitals ("Butcher of Berg"); nothing that only begins a longer phrase."""
    tokens = annotation.tokens
    name = annotation.name_at(tokens[first])
    nicknamed = first > 0 and tokens[first - 1].lower == "the"
    if name is not None and name.first == first and name.label == "person" and not nicknamed:
        return name
    last = _capitals_end(annotation, first)
    if last == first or (last < len(tokens) and tokens[last].pos == "NOUN" and tokens[last - 1].head >= last):
        return None
    return name if name is not None and name.first == first and name.last >= last else _mention(annotation, first, last)


def _capitals_end(annotation: Annotation, first: int) -> int:
    """The index behind the capitals from `first` on, "of" and "the" between them counted in."""
    tokens = annotation.tokens
    links = _words(annotation.words.language.code).links
    end = min(annotation.sentence(tokens[first]).last, first + LONGEST)
    last = at = first
    while at < end:
        if tokens[at].text[0].isupper():
            last = at + 1
        elif last == first or not (tokens[at].lower in links or (tokens[at].text == "-" and not tokens[at].space)):
            break
        at += 1
    return last


def _quoted_behind(annotation: Annotation, name: NameMention) -> SecondName | None:
    """A nickname in brackets or with its article: Ana Lund ("Fox"), Ana Lund, "the Fox", Ana Lund, the "Fox"."""
    tokens = annotation.tokens
    i = _past_age(tokens, name.last)
    if name.label != "person" or i + 3 >= len(tokens) or tokens[i].text not in (",", "("):
        return None
    article = tokens[i + 1].lower == "the"
    mark = i + 1 + article
    if tokens[mark].text not in QUOTES or not (article or tokens[i].text == "(" or _articled(tokens, mark)):
        return None
    other = _in_quotes(annotation, mark)
    if other is None or other.last + 1 >= len(tokens) or tokens[other.last].text not in QUOTES:
        return None
    capitals = _capitals_end(annotation, other.first) == other.last
    return SecondName(owner=name, name=other) if capitals and tokens[other.last + 1].text in (",", ")", ".") else None


def _articled(tokens: tuple[Token, ...], mark: int) -> bool:
    return tokens[mark + 1].lower == "the"


def _mention(annotation: Annotation, first: int, last: int) -> NameMention:
    tokens = annotation.tokens
    text = "".join(token.text + (" " if token.space else "") for token in tokens[first:last]).strip()
    start, end = tokens[first].start, tokens[last - 1].end
    return NameMention(first=first, last=last, start=start, end=end, text=text, label="person")
