"""Bodies by name: one chain for each, with its acronyms, and "the ministry" that takes one up."""

from collections.abc import Sequence

from msgspec import Struct

from dateline.annotated import Annotation, NameMention
from dateline.record import Record
from dateline.understanding.identity.aliases import aliases
from dateline.understanding.identity.codes import sector_of_body
from dateline.understanding.identity.countries import country_before, names_labelled, place_behind
from dateline.values import Mention, Place, Span


class BodyChain(Struct):
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


def bodies_by_name(record: Record) -> list[BodyChain]:
    """Bodies by name. The same name under two countries is two bodies; without a country it is the last of them."""
    annotation = record.annotation
    taken = {alias.first for alias in aliases(annotation).values()}
    chains: list[BodyChain] = []
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


def _called(chains: Sequence[BodyChain], text: str, country: str | None) -> BodyChain | None:
    for chain in reversed(chains):
        same = text.casefold() in (chain.name.casefold(), *(alias.casefold() for alias in chain.aliases))
        if same and (country is None or chain.country in (None, country)):
            return chain
    return None


def _begun(annotation: Annotation, name: NameMention, country: str | None) -> BodyChain:
    mention = Mention(start=name.start, end=name.end)
    sector = sector_of_body(annotation.words.language.code, name.text)
    sentence = annotation.tokens[name.first].sentence
    return BodyChain(name.text, name.text.casefold(), sector, country, [mention], sentence, [], True)


def add_heads(annotation: Annotation, chains: Sequence[BodyChain]) -> None:
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


def _last_before(chain: BodyChain, start: int) -> int:
    """Where the chain's last mention before this offset stands; -1 where there is none."""
    return max((mention.start for mention in chain.mentions if mention.start < start), default=-1)


def _country(record: Record, name: NameMention) -> str | None:
    """Norway in "Norway's Interior Ministry", "the Bank of Norway" and "the Interior Ministry in Oslo"."""
    if country := country_before(record.annotation, name.first):
        return country
    place = place_behind(record.annotation, name.last)
    found = record.who(Span(place.start, place.end), "place") if place else None
    return found.value.country if found and isinstance(found.value, Place) else None


def _spelt_out(annotation: Annotation, name: NameMention, chains: Sequence[BodyChain]) -> BodyChain | None:
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
