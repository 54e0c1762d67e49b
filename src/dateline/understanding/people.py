"""People: one fact for each, with all the names, titles and pronouns that mean them."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from dateline.annotated import Annotation, NameMention, Token
from dateline.languages.given import given_names
from dateline.languages.titles import title_words
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.identity.aliases import aliases
from dateline.understanding.identity.bystanders import bystanders
from dateline.understanding.identity.coreference import in_order
from dateline.understanding.identity.countries import main_country, names_labelled, phrase_first
from dateline.understanding.identity.titles import Title, gender_of, title_before, title_behind, title_ending
from dateline.values import Mention, Person, Span

HOME_SECTORS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "REB", "PTY"})
"""Whoever holds a post of this kind belongs to the story's own country, unless it says otherwise."""
SAID_OF_SOMEBODY = ("appos", "attr", "oprd", "compound")
"""Posts in these places are said of somebody who is named elsewhere."""
MIN_VARIANT = 5
"""Letters that a surname needs before one of them may differ."""


class Chain(Struct):
    """What is known of one person while mentions are gathered."""

    name: str
    mentions: list[Mention]
    tokens: list[Token]
    titles: list[Title]
    aliases: list[str]
    gender: str | None = None
    unnamed: bool = False
    """Known by a post and its country only."""


def people(record: Record) -> Iterator[Fact]:
    """People by name, with every mention by name, title or pronoun, their country and PLOVER sector."""
    annotation = record.annotation
    chains = _by_name(annotation)
    _add_aliases(annotation, chains)
    _add_titles(annotation, chains)
    _add_genders(annotation, chains)
    named = [(i, token) for i, chain in enumerate(chains) for token in chain.tokens]
    genders = {i: chain.gender for i, chain in enumerate(chains) if chain.gender}
    others = _others(annotation, len(chains), {token.i for _, token in named}, genders)
    for i, mentions in in_order(annotation, [*named, *others], genders).items():
        if i < len(chains):
            chains[i].mentions += mentions
    home = main_country(record)
    for chain in chains:
        yield _person(record, chain, home)


def _others(annotation: Annotation, first: int, taken: set[int], genders: dict[int, str]) -> list[tuple[int, Token]]:
    """People without a name, numbered from `first` on: a pronoun that means one of them means nobody else."""
    numbers: dict[str, int] = {}
    found = []
    for noun, token in bystanders(annotation, taken):
        number = numbers.setdefault(noun, first + len(numbers))
        if gender := gender_of(annotation, (token,)):
            genders[number] = gender
        found.append((number, token))
    return found


def _by_name(annotation: Annotation) -> list[Chain]:
    """Full names first; then bare surnames and given names join the one who carries them."""
    known_as = {alias.text for alias in aliases(annotation).values()}
    found = [name for name in names_labelled(annotation, "person") if name.text not in known_as]
    chains: list[Chain] = []
    for name in sorted(found, key=lambda name: (-len(name.text.split()), name.first)):
        chain, rule = _carrier(_of_one_title(annotation, chains, name), name)
        if chain is None:
            chain = Chain(name.text, [], [], [], [])
            chains.append(chain)
        _take(annotation, chain, name, rule)
    return sorted(chains, key=lambda chain: min(m.start for m in chain.mentions))


def _of_one_title(annotation: Annotation, chains: list[Chain], name: NameMention) -> list[Chain]:
    """The people whom a title before a surname leaves: "President Lund" is no wife of hers, "Mrs. Lund" no husband."""
    if not name.titles or " " in name.text:
        return chains
    title = title_before(annotation, name.titles)
    words = title.text.casefold() if title else None
    holders = [chain for chain in chains if any(held.text.casefold() == words for held in chain.titles)]
    carriers = [chain for chain in holders if chain.name.split()[-1].casefold() == name.text.casefold()]
    gender = gender_of(annotation, annotation.tokens_in(name.titles))
    return carriers or [chain for chain in chains if None in (gender, chain.gender) or chain.gender == gender]


def _carrier(chains: list[Chain], name: NameMention) -> tuple[Chain | None, str]:
    words = name.text.split()
    for chain in chains:
        if chain.name.casefold() == name.text.casefold():
            return chain, "name"
    if len(words) > 1:
        if whole := [chain for chain in chains if chain.name.casefold().endswith(f" {name.text.casefold()}")]:
            return whole[-1], "surname"
        variants = [chain for chain in chains if is_variant(chain.name, name.text)]
        return (variants[0], "spelling variant") if len(variants) == 1 else _shorter(chains, words)
    surnames = [chain for chain in chains if chain.name.split()[-1].casefold() == words[0].casefold()]
    if surnames:
        before = [chain for chain in surnames if min(m.start for m in chain.mentions) < name.start]
        return (before or surnames)[-1], "surname"
    given = [chain for chain in chains if words[0] in chain.name.split()[:-1]]
    return (given[0], "part of the name") if len(given) == 1 else (None, "name")


def _shorter(chains: list[Chain], words: list[str]) -> tuple[Chain | None, str]:
    """The same person with a middle name or initial more or less."""
    for chain in chains:
        full = chain.name.split()
        long, short = (full, words) if len(full) > len(words) else (words, full)
        if len(long) != len(short) and long[-1] == short[-1] and long[0] == short[0] and set(short) <= set(long):
            return chain, "middle name"
    return None, "name"


def is_variant(one: str, other: str) -> bool:
    """The same given names, and surnames that differ in one letter: a slip, or another romanisation."""
    ones, others = one.split(), other.split()
    if len(ones) != len(others) or len(ones) < 2 or ones[:-1] != others[:-1]:
        return False
    a, b = ones[-1].casefold(), others[-1].casefold()
    return a != b and min(len(a), len(b)) >= MIN_VARIANT and a[0] == b[0] and _one_edit(a, b)


def _one_edit(a: str, b: str) -> bool:
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    long, short = (a, b) if len(a) > len(b) else (b, a)
    return len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _take(annotation: Annotation, chain: Chain, name: NameMention, rule: str) -> None:
    chain.mentions.append(Mention(start=name.start, end=name.end, rule=rule))
    chain.tokens.append(_head(annotation, name))
    if len(name.text.split()) > len(chain.name.split()):
        chain.name = name.text
    if name.titles:
        title = title_before(annotation, name.titles)
        chain.gender = chain.gender or gender_of(annotation, annotation.tokens_in(name.titles))
        chain.titles += [title] if title else []
    if title := title_behind(annotation, name):
        chain.titles.append(title)


def _head(annotation: Annotation, name: NameMention) -> Token:
    inside = range(name.first, name.last)
    return next((t for i in inside if (t := annotation.tokens[i]).head not in inside), annotation.tokens[name.last - 1])


def _add_genders(annotation: Annotation, chains: list[Chain]) -> None:
    """Where no title tells a person's gender, the given name may."""
    known = given_names(annotation.words.language.code)
    for chain in chains:
        if chain.gender is None and " " in chain.name:
            chain.gender = known.gender(chain.name.split()[0])


def _add_aliases(annotation: Annotation, chains: list[Chain]) -> None:
    starts = {mention.start: chain for chain in chains for mention in chain.mentions}
    by_text: dict[str, Chain] = {}
    for first, alias in aliases(annotation).items():
        if chain := starts.get(annotation.tokens[first].start):
            chain.aliases.append(alias.text)
            by_text[alias.text] = chain
            if annotation.name_at(annotation.tokens[alias.first]) is None:
                chain.mentions.append(Mention(start=alias.start, end=alias.end, rule="alias"))
    for name in annotation.names:
        owner = by_text.get(name.text)
        if owner and name.start not in starts:
            owner.mentions.append(Mention(start=name.start, end=name.end, rule="alias"))


def _add_titles(annotation: Annotation, chains: list[Chain]) -> None:
    """ "The president" without a name is the one president there is, of that country where one is named."""
    known = title_words(annotation.words.language.code)
    for token in annotation.tokens:
        if token.lower not in known.heads or token.pos not in ("NOUN", "PROPN") or annotation.name_at(token):
            continue
        title = title_ending(annotation, token)
        if title is None or (title.last < len(annotation.tokens) and annotation.name_at(annotation.tokens[title.last])):
            continue
        linked = _stands_alone(annotation, title) and _link_title(annotation, chains, title, token)
        if not linked and title.country and title.sector:
            _begin_unnamed(annotation, chains, title, token)


def _stands_alone(annotation: Annotation, title: Title) -> bool:
    """Definite or owned, or in a headline, which drops the article."""
    if annotation.sentence(annotation.tokens[title.first]).role == "headline":
        return True
    before = annotation.tokens[title.first - 1] if title.first else None
    return before is not None and (before.lower == "the" or before.tag == "POS")


def _begin_unnamed(annotation: Annotation, chains: list[Chain], title: Title, token: Token) -> None:
    """ "The Norwegian ambassador" without a name: a person known by the post alone."""
    if token.tag in ("NNS", "NNPS") or annotation.head(token).dep == "appos" or token.dep in SAID_OF_SOMEBODY:
        return
    owned = annotation.head(token)
    if token.dep == "poss" and owned.lower in annotation.words.names.organisation_nouns:
        return  # "the Norwegian governor's office" is a body
    first = phrase_first(annotation, token)
    mention = Mention(start=first.start, end=token.end, form="nominal", rule="post")
    known = [chain for chain in chains if chain.unnamed and _same_post(chain.titles[0], title)]
    if known:
        known[-1].mentions.append(mention)
        known[-1].tokens.append(token)
    else:
        chains.append(Chain(title.text, [mention], [token], [title], [], unnamed=True))


def _same_post(held: Title, title: Title) -> bool:
    same = held.text.casefold() == title.text.casefold()
    return same and held.country == title.country and held.state == title.state


def _link_title(annotation: Annotation, chains: list[Chain], title: Title, token: Token) -> bool:
    holders = _holders(chains, title, title.country) or (_holders(chains, title, None) if title.country else [])
    if len(holders) != 1 or holders[0].unnamed:
        return False
    first = annotation.tokens[title.first]
    holders[0].mentions.append(Mention(start=first.start, end=token.end, form="nominal", rule="title"))
    holders[0].tokens.append(token)
    return True


def _holders(chains: list[Chain], title: Title, country: str | None) -> list[Chain]:
    """Who holds this post: of this country; where none is asked for, of whichever country there is."""
    words = title.text.casefold()
    return [
        chain
        for chain in chains
        if any(
            held.text.casefold() == words
            and held.state == title.state
            and (held.country == country or title.country is None)
            for held in chain.titles
        )
    ]


def _person(record: Record, chain: Chain, home: str | None) -> Fact:
    countries = Counter(title.country for title in chain.titles if title.country)
    sectors = [title.sector for title in chain.titles if title.sector]
    country, reason, confidence = next(iter(countries), None), None, 0.9
    if chain.unnamed:
        reason, confidence = "no name is given, only the post", 0.7
    if country is None and home and HOME_SECTORS & set(sectors):
        country, reason, confidence = home, "no country is named with the post; taken from the story's own", 0.7
    value = Person(
        name=chain.name,
        aliases=tuple(dict.fromkeys(chain.aliases)),
        country=country,
        sector=sectors[0] if sectors else None,
        mentions=tuple(sorted(chain.mentions, key=lambda mention: mention.start)),
    )
    return record.fact(value, *(Span(m.start, m.end) for m in value.mentions), confidence=confidence, reason=reason)
