"""Groups and institutions without a capital letter: "the rebels", "nine police officers", "the prosecutor's office"."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Annotation, NameMention, Token
from dateline.understanding.identity.antecedents.grammar import SUBJECTS
from dateline.understanding.identity.countries import (
    country_before,
    country_behind,
    name_before,
    place_behind,
    qualifies,
)
from dateline.understanding.identity.groups.guards import SAYS_MORE, is_no_group, only_modifies, says_too_little
from dateline.understanding.identity.groups.phrases import Phrase, is_plural, phrase_of
from dateline.understanding.identity.groups.words import CIVILIANS, GroupWords, group_words

MIN_PLURAL = 4
"""Shorter words in capitals that end with s are left alone ("GAS")."""
CLITICS = 2
"""Tokens that a phrase may have more than words: "prosecutor's" is two."""
INDEFINITE = frozenset({"a", "an", "some", "no", "any", "every", "each", "another", "all", "both", "many", "several"})


class Group(Struct, frozen=True, kw_only=True):
    """A phrase that names a group: tokens `first` to `head`; `core` is where its own name begins.

    `number` counts its people where the phrase says how many; `modifiers` are the other words of the phrase.
    `several` is False for one person ("a gunman"), `plural` tells the noun's form; `standing` ones are the same actor
    throughout a story; `fresh` where a word says that it was not spoken of before ("other
    soldiers"), `loose` for a bare plural, which may mean such people in general, `owned` where a name or an owner tells
    whose it is, though perhaps no country.
    """

    first: int
    core: int
    head: int
    sector: str | None
    lemma: str
    name: tuple[int, int] | None = None
    """First and last token of what it is called, where its place belongs to that: "court in Lund"."""
    country: str | None = None
    definite: bool = False
    bare: bool = False
    """Nothing but the head: "the rebels"."""
    number: int | None = None
    modifiers: frozenset[str] = frozenset()
    several: bool = True
    plural: bool = False
    standing: bool = False
    fresh: bool = False
    loose: bool = False
    owned: bool = False
    owner: str = ""
    """The possessive pronoun before it, in small letters."""
    restricted: bool = False
    """Words behind it tell which ones are meant: "the relatives of the dead", "the men who fled"."""


def groups(annotation: Annotation) -> Iterator[Group]:
    """The groups of a text, in order; words inside names are left to the names, but for peoples ("two Kurds")."""
    known = group_words(annotation.words.language.code)
    for token in annotation.tokens:
        if token.lower in known.adjectives and (group := _adjective(annotation, token)):
            yield group
        if token.pos not in ("NOUN", "PROPN") or token.dep == "compound":
            continue
        name = annotation.name_at(token)
        if name is not None and name.label == "demonym":
            group = _people(annotation, token, name, known) if name.last == token.i + 1 else None
        elif name is not None and not is_group_word(annotation, name):
            continue
        else:
            lemma = _lemma(token, known)
            group = _group(annotation, token, lemma, known) if lemma in known.heads else None
        if group is not None:
            yield group


def _adjective(annotation: Annotation, head: Token) -> Group | None:
    """ "The wounded", "37 wounded", where no noun follows that they are said of."""
    sentence = annotation.sentence(head)
    behind = annotation.tokens[head.i + 1] if head.i + 1 < sentence.last else None
    before = annotation.tokens[head.i - 1] if head.i > sentence.first else head
    stands = head.pos == "NOUN" or head.dep in (*SUBJECTS, "pobj", "dobj", "conj")
    if not stands or (behind is not None and behind.pos in ("NOUN", "PROPN", "ADJ", "NUM")):
        return None
    if before.lower != "the" and before.tag != "CD":
        return None
    return _made(annotation, phrase_of(annotation, head), head.i, CIVILIANS, head.lower, None)


def is_group_word(annotation: Annotation, name: NameMention) -> bool:
    """Whether what was taken for a body's name is a plain plural ("Rebels left"), or a people ("the Kurds")."""
    token = annotation.tokens[name.first]
    if name.label != "organisation" or name.last > name.first + 1 or not is_plural(token):
        return False
    known = group_words(annotation.words.language.code)
    lemma = _lemma(token, known)
    if lemma in known.peoples:
        return True
    alike = [other.first for other in annotation.names if other.text == name.text]
    opens = all(i == annotation.sentence(annotation.tokens[i]).first for i in alike)
    return opens and token.tag == "NNS" and lemma in known.heads


def _lemma(token: Token, known: GroupWords) -> str:
    """The lemma in small letters; capitals at a sentence's beginning hide plurals from the parser."""
    word = token.lower
    if word in known.mass:
        return word
    if token.tag not in ("NNP", "NNPS"):
        return token.lemma.lower()
    if word.endswith("men"):
        return f"{word[:-3]}man"
    return word.removesuffix("s") if len(word) > MIN_PLURAL else word


def _people(annotation: Annotation, head: Token, name: NameMention, known: GroupWords) -> Group | None:
    """Several of a nationality: "two Norwegians", "the Rohingya"."""
    phrase = phrase_of(annotation, head)
    lemma = head.lower.removesuffix("s")
    if only_modifies(annotation, head):
        return None
    if not is_plural(head) and not (lemma in known.peoples and (phrase.determiner == "the" or phrase.counted)):
        return None
    return _made(annotation, phrase, head.i, CIVILIANS, lemma, name.country)


def _group(annotation: Annotation, head: Token, lemma: str, known: GroupWords) -> Group | None:
    found = _longest(annotation, head, lemma, known)
    if found is None or is_no_group(annotation, head, lemma, known):
        return None
    sector, core = found
    phrase = phrase_of(annotation, head)
    core = max(core, phrase.first)
    while core > phrase.first and annotation.tokens[core - 1].lower in known.modifiers:
        core -= 1
    if core < head.i and core - 2 >= phrase.first and annotation.tokens[core - 1].text == "-":
        core -= 2  # "anti-government demonstrators" are not the government's
    country = _country_inside(annotation, phrase.first, core) or country_before(annotation, core)
    country = country or _country_behind(annotation, head)
    town = _town_of(annotation, core, head) if lemma in known.local else None
    if says_too_little(annotation, phrase, lemma, known, kind=core < head.i, country=bool(country or town)):
        return None
    words = " ".join([*(t.lower for t in annotation.tokens[core : head.i]), lemma])
    group = _made(annotation, phrase, core, sector, words, country)
    return replace(group, name=(min(core, town.first), max(head.i, town.last - 1))) if town else group


def _country_inside(annotation: Annotation, first: int, core: int) -> str | None:
    """ "Norway's retreating army", "the Norwegian-backed rebels" not: the nearest country in the phrase."""
    for token in reversed(annotation.tokens[first:core]):
        name = annotation.name_at(token)
        if name and name.country and annotation.tokens[token.i + 1].tag != "HYPH":
            return name.country
    return None


def _country_behind(annotation: Annotation, head: Token) -> str | None:
    """ "The government of Norway", but not "the armies of Norway and Sweden"."""
    place = place_behind(annotation, head.i + 1)
    if place is None or place.last >= len(annotation.tokens) or annotation.tokens[place.last].text in (",", "and"):
        return None
    return country_behind(annotation, head.i + 1)


def _town_of(annotation: Annotation, core: int, head: Token) -> NameMention | None:
    """The place that tells which one is meant: "a Lund court", "the court in northern Lund"."""
    before = name_before(annotation, core)
    if before is not None and before.label == "place" and qualifies(annotation, before):
        return before
    links = [kid for kid in annotation.children(head, "prep") if kid.lower in annotation.words.bodies.home_links]
    nouns = [noun for link in links for noun in annotation.children(link, "pobj")]
    nouns += [t for noun in nouns for t in annotation.tokens[noun.i + 1 : noun.i + 2]]  # "in the capital Lund"
    names = [annotation.name_at(noun) for noun in nouns]
    return next((name for name in names if name is not None and name.label == "place"), None)


def _made(
    annotation: Annotation, phrase: Phrase, core: int, sector: str | None, lemma: str, country: str | None
) -> Group:
    known = group_words(annotation.words.language.code)
    head, determiner = annotation.tokens[phrase.head], phrase.determiner
    definite = bool(determiner) and determiner not in INDEFINITE
    adjective = lemma in known.adjectives
    people = adjective or lemma in known.peoples or annotation.name_at(head) is not None
    body = lemma in known.mass or head.lower in known.mass or head.lower in known.bodies
    standing = lemma in known.standing or people
    behind = place_behind(annotation, phrase.head + 1) if phrase.head + 1 < len(annotation.tokens) else None
    return Group(
        first=phrase.first,
        core=core,
        head=phrase.head,
        sector=sector,
        lemma=lemma,
        country=country,
        definite=definite,
        bare=core == phrase.head and not country,
        number=phrase.number,
        modifiers=phrase.modifiers - set(lemma.split()) - known.neutral - known.newcomers,
        several=body or ((is_plural(head) or people) and phrase.number != 1),
        plural=is_plural(head) and head.lower != lemma,
        standing=standing,
        fresh=(phrase.counted and not definite) or not known.newcomers.isdisjoint((*phrase.words, determiner)),
        loose=is_plural(head) and phrase.first == phrase.head and not standing,
        owner=determiner if annotation.tokens[phrase.first].tag == "PRP$" else "",
        restricted=any(child.i == phrase.head + 1 for child in annotation.children(head, *SAYS_MORE)),
        owned=phrase.owned or behind is not None or not known.abroad.isdisjoint(phrase.words),
    )


def _longest(annotation: Annotation, head: Token, lemma: str, known: GroupWords) -> tuple[str | None, int] | None:
    """The sector of the longest known phrase that ends with `head`, and where that phrase begins."""
    begin = annotation.sentence(head).first
    several = is_plural(head) or lemma in known.mass
    for size in range(min(known.longest + CLITICS, head.i - begin + 1), 0, -1):
        words = annotation.tokens[head.i - size + 1 : head.i + 1]
        joined = "".join(t.lower + (" " if t.space else "") for t in words[:-1])
        lemmas = tuple(f"{joined}{lemma}".split())
        if sector := known.sectors.get(lemmas):
            return sector, words[0].i
        if several and lemmas in known.plain:
            return known.plain[lemmas], words[0].i
    return None
