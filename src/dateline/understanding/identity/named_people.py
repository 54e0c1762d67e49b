"""People by name: full names first, then whatever parts of them, aliases and slips mean the same person."""

from msgspec import Struct

from dateline.annotated import Annotation, NameMention, Token
from dateline.understanding.identity.aliases import aliases
from dateline.understanding.identity.countries import names_labelled
from dateline.understanding.identity.titles import Title, gender_of, title_before, title_behind
from dateline.values import Mention

MIN_VARIANT = 5
"""Letters that a surname needs before one of them may differ."""


class PersonChain(Struct):
    """What is known of one person while mentions are gathered."""

    name: str
    mentions: list[Mention]
    tokens: list[Token]
    titles: list[Title]
    aliases: list[str]
    gender: str | None = None
    unnamed: bool = False
    """Known by a post and its country only."""


def people_by_name(annotation: Annotation) -> list[PersonChain]:
    """A chain for each person named, in the order of the text.

    Full names first; then bare surnames and given names join the one who carries them.
    """
    known_as = {alias.text for alias in aliases(annotation).values()}
    found = [name for name in names_labelled(annotation, "person") if name.text not in known_as]
    chains: list[PersonChain] = []
    for name in sorted(found, key=lambda name: (-len(name.text.split()), name.first)):
        chain, rule = _carrier(_of_one_title(annotation, chains, name), name)
        if chain is None:
            chain = PersonChain(name.text, [], [], [], [])
            chains.append(chain)
        _take(annotation, chain, name, rule)
    return sorted(chains, key=lambda chain: min(m.start for m in chain.mentions))


def _of_one_title(annotation: Annotation, chains: list[PersonChain], name: NameMention) -> list[PersonChain]:
    """The people whom a title before a surname leaves: "President Lund" is no wife of hers, "Mrs. Lund" no husband."""
    if not name.titles or " " in name.text:
        return chains
    title = title_before(annotation, name.titles)
    words = title.text.casefold() if title else None
    holders = [chain for chain in chains if any(held.text.casefold() == words for held in chain.titles)]
    carriers = [chain for chain in holders if chain.name.split()[-1].casefold() == name.text.casefold()]
    gender = gender_of(annotation, annotation.tokens_in(name.titles))
    return carriers or [chain for chain in chains if None in (gender, chain.gender) or chain.gender == gender]


def _carrier(chains: list[PersonChain], name: NameMention) -> tuple[PersonChain | None, str]:
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


def _shorter(chains: list[PersonChain], words: list[str]) -> tuple[PersonChain | None, str]:
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


def _take(annotation: Annotation, chain: PersonChain, name: NameMention, rule: str) -> None:
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


def add_aliases(annotation: Annotation, chains: list[PersonChain]) -> None:
    """Second names that the text gives to people join their chains."""
    starts = {mention.start: chain for chain in chains for mention in chain.mentions}
    by_text: dict[str, PersonChain] = {}
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
