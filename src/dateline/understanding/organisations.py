"""Organisations with names, and groups without one, each as one fact with all its mentions."""

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from dateline.annotated import Annotation, NameMention
from dateline.languages import load
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.identity.aliases import aliases
from dateline.understanding.identity.bodies import body_pronouns
from dateline.understanding.identity.countries import (
    country_before,
    main_country,
    names_labelled,
    place_behind,
)
from dateline.understanding.identity.groups import Group, group_words, groups
from dateline.values import Mention, Organisation, Place, Span

ARMED = frozenset({"REB", "UAF", "PRM"})
"""Sectors that a report uses for the same people: who are rebels here are gunmen two lines on."""
STATE = frozenset({"COP", "GOV", "JUD", "LEG", "MIL", "SPY", "REB", "OPP"}) | ARMED
"""Sectors whose groups belong to the country that a story is about, unless it says otherwise."""
HEADERS = ("headline", "deck", "caption")
NEAR = 4
"""Sentences within which "the rebels" may take up a group introduced before."""


class Chain(Struct):
    """The mentions of one organisation while they are being gathered."""

    name: str
    lemma: str
    sector: str | None
    country: str | None
    mentions: list[Mention]
    sentence: int
    aliases: list[str]
    named: bool
    definite: bool = False
    header: bool = False
    """Spoken of in headline, deck or caption only, which tell the story in advance."""


def organisations(record: Record) -> Iterator[Fact]:
    """Bodies with a name and groups without one ("the rebels"), with country and PLOVER sector."""
    annotation = record.annotation
    chains = _named(record)
    _add_heads(annotation, chains)
    for group in groups(annotation):
        _join(annotation, chains, group)
    _add_pronouns(annotation, chains)
    home = main_country(record)
    for chain in chains:
        yield _organisation(record, chain, home)


def _named(record: Record) -> list[Chain]:
    """Bodies by name. The same name under two countries is two bodies; without a country it is the last of them."""
    annotation = record.annotation
    taken = {alias.first for alias in aliases(annotation).values()}
    chains: list[Chain] = []
    for name in names_labelled(annotation, "organisation"):
        if name.first in taken:
            continue
        country = _country(record, name)
        if (known := _called(chains, name.text, country)) is not None:
            known.mentions.append(Mention(start=name.start, end=name.end))
            known.country = known.country or country
        elif (full := _spelt_out(annotation, name, chains)) is not None:
            full.mentions.append(Mention(start=name.start, end=name.end, rule="acronym"))
            full.aliases.append(name.text)
        else:
            chains.append(_begun(annotation, name, country))
    return chains


def _called(chains: Sequence[Chain], text: str, country: str | None) -> Chain | None:
    for chain in reversed(chains):
        same = text.casefold() in (chain.name.casefold(), *(alias.casefold() for alias in chain.aliases))
        if same and (country is None or chain.country in (None, country)):
            return chain
    return None


def _begun(annotation: Annotation, name: NameMention, country: str | None) -> Chain:
    mention = Mention(start=name.start, end=name.end)
    sector = sector_of_body(annotation.words.language.code, name.text)
    sentence = annotation.tokens[name.first].sentence
    return Chain(name.text, name.text.casefold(), sector, country, [mention], sentence, [], True)


def _add_heads(annotation: Annotation, chains: Sequence[Chain]) -> None:
    """ "The ministry" is the last ministry that was named before it."""
    nouns = set(annotation.words.names.organisation_nouns)
    for token in annotation.tokens[1:]:
        before = annotation.tokens[token.i - 1]
        if token.lower not in nouns or token.tag != "NN" or annotation.name_at(token):
            continue
        if (name := annotation.name_at(before)) and (chain := _called(chains, name.text, None)):
            article = annotation.tokens[name.first - 1] if name.first else token
            start = article.start if article.pos == "DET" else name.start
            chain.mentions.append(Mention(start=start, end=token.end, form="nominal", rule="name and noun"))
        if before.lower != "the":
            continue
        ending = [(_last_before(c, token.start), c) for c in chains if c.name.split()[-1].lower() == token.lower]
        if named := [pair for pair in ending if pair[0] >= 0]:
            chain = max(named, key=lambda pair: pair[0])[1]
            chain.mentions.append(Mention(start=before.start, end=token.end, form="nominal", rule="head noun"))


def _add_pronouns(annotation: Annotation, chains: Sequence[Chain]) -> None:
    """ "They" and "its", where a body or group is the subject above or before."""
    heads: dict[int, int] = {}
    for number, chain in enumerate(chains):
        for mention in chain.mentions:
            tokens = annotation.tokens_in(Span(mention.start, mention.end))
            inside = {token.i for token in tokens}
            heads |= {token.i: number for token in tokens if token.head not in inside or token.head == token.i}
    for number, mention in body_pronouns(annotation, heads):
        chains[number].mentions.append(mention)


def _last_before(chain: Chain, start: int) -> int:
    """Where the chain's last mention before this offset stands; -1 where there is none."""
    return max((mention.start for mention in chain.mentions if mention.start < start), default=-1)


def _country(record: Record, name: NameMention) -> str | None:
    """Norway in "Norway's Interior Ministry", "the Bank of Norway" and "the Interior Ministry in Oslo"."""
    if country := country_before(record.annotation, name.first):
        return country
    place = place_behind(record.annotation, name.last)
    found = record.who(Span(place.start, place.end), "place") if place else None
    return found.value.country if found and isinstance(found.value, Place) else None


def _spelt_out(annotation: Annotation, name: NameMention, chains: Sequence[Chain]) -> Chain | None:
    """The body that stands right before its acronym in brackets, or whose initials the name is."""
    tokens = annotation.tokens
    if full := next((c for c in chains if _initials(c.name) == name.text.replace(".", "")), None):
        return full
    if name.first < 2 or tokens[name.first - 1].text != "(" or not name.text.isupper():
        return None
    before = annotation.name_at(tokens[name.first - 2])
    return _called(chains, before.text, None) if before else None


def _initials(name: str) -> str | None:
    """The initials of a name of three words or more."""
    words = [word for word in name.split() if word[0].isupper()]
    return "".join(word[0] for word in words) if len(words) > 2 else None


@cache
def sector_of_body(code: str, name: str) -> str | None:
    """The PLOVER sector of a named body, by the longest known ending of its name."""
    known = group_words(code)
    if name.casefold() in {agency.casefold() for agency in getattr(load(code).furniture, "agencies", ())}:
        return "JRN"
    words = tuple(name.lower().split())
    for first in range(len(words)):
        for lemmas in (words[first:], (*words[first:-1], words[-1].removesuffix("s"))):
            if sector := known.sectors.get(lemmas):
                return sector
    return known.sectors.get((words[0],)) if len(words) > 1 else None


def _join(annotation: Annotation, chains: list[Chain], group: Group) -> None:
    """A group joins the chain that it takes up, else begins one."""
    tokens = annotation.tokens
    sentence = tokens[group.head].sentence
    start, end = tokens[group.first].start, tokens[group.head].end
    header = annotation.sentences[sentence].role in HEADERS
    chain, rule = _antecedent(chains, group, sentence)
    if chain is None:
        name = annotation_words(annotation, group.core, group.head)
        mention = Mention(start=start, end=end, form="nominal", rule="group")
        chains.append(
            Chain(
                name, group.lemma, group.sector, group.country, [mention], sentence, [], False, group.definite, header
            )
        )
        return
    chain.mentions.append(Mention(start=start, end=end, form="nominal", rule=rule))
    chain.sentence = sentence
    chain.header = chain.header and header
    chain.country = chain.country or group.country


def _antecedent(chains: Sequence[Chain], group: Group, sentence: int) -> tuple[Chain | None, str]:
    fits = [c for c in chains if not c.named and (not group.country or c.country in (None, group.country))]
    same = [chain for chain in fits if chain.lemma == group.lemma]
    if same and (group.definite or group.country or same[-1].definite or same[-1].header):
        return same[-1], "same words"
    if not group.definite:
        return None, ""
    head = group.lemma.split()[-1]
    near = [chain for chain in fits if sentence - chain.sentence <= NEAR]
    if len(heads := [chain for chain in near if chain.lemma.split()[-1] == head]) == 1:
        return heads[0], "same head"
    if group.bare and group.sector in ARMED and len(armed := [chain for chain in near if chain.sector in ARMED]) == 1:
        return armed[0], "only armed group nearby"
    return None, ""


def annotation_words(annotation: Annotation, first: int, last: int) -> str:
    """The words of tokens `first` to `last`, inclusive, with single spaces."""
    return "".join(t.text + (" " if t.space else "") for t in annotation.tokens[first : last + 1]).strip()


def _organisation(record: Record, chain: Chain, home: str | None) -> Fact:
    country, reason, confidence = chain.country, None, 0.85 if chain.named else 0.8
    if country is None and home and not chain.named and chain.sector in STATE:
        country, reason, confidence = home, "no country is named with it; taken from the story's own", 0.65
    value = Organisation(
        name=chain.name,
        aliases=tuple(dict.fromkeys(chain.aliases)),
        country=country,
        sector=chain.sector,
        mentions=tuple(sorted(chain.mentions, key=lambda mention: mention.start)),
    )
    spans = [Span(mention.start, mention.end) for mention in chain.mentions]
    return record.fact(value, *spans, confidence=confidence, reason=reason)
