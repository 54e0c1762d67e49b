"""Bodies by name: one chain for each, with its acronyms, shorter forms and odd spellings."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Annotation, NameMention
from dateline.record import Record
from dateline.understanding.identity.aliases import SecondName, second_names
from dateline.understanding.identity.bodies.name_words import (
    body_name,
    fits_initials,
    holds,
    is_acronym,
    is_shorter,
    is_slip,
    name_key,
)
from dateline.understanding.identity.codes import STATE, sector_of_body
from dateline.understanding.identity.countries import country_before, names_labelled, place_behind
from dateline.understanding.identity.groups.found import is_group_word
from dateline.values import Mention, Place, Span

BRACKETS = {"(": ")", "[": "]"}
ALIAS = "alias"
"""The rule of a name that the text says is a second one."""


class BodyChain(Struct, kw_only=True):
    """The mentions of one organisation while they are being gathered.

    Of a group without a name, `number`, `modifiers`, `several` and `plural` are what its phrases have told so far;
    `sentence` is the last in which it was spoken of, `loose` that it began as a bare plural, `header` that it was
    spoken of in headline, deck or caption only, which tell the story in advance.
    """

    name: str
    lemma: str
    sector: str | None
    country: str | None
    mentions: list[Mention]
    sentence: int
    named: bool
    aliases: list[str] = []
    definite: bool = False
    header: bool = False
    number: int | None = None
    modifiers: frozenset[str] = frozenset()
    several: bool = True
    plural: bool = False
    owner: str = ""
    """The possessive pronoun before it ("our people")."""
    loose: bool = False
    owned: bool = False
    """Whose it is was said, though no country: it is not the story's own."""
    doubt: str | None = None
    """Why it may be no body at all, in a sentence for the reader."""


def bodies_by_name(record: Record) -> list[BodyChain]:
    """Bodies by name. The same name under two countries is two bodies; without a country it is the last of them."""
    annotation = record.annotation
    seconds = second_names(annotation)
    own = [second for second in seconds if second.owner.label == "organisation"]
    taken = {second.name.first for second in seconds}
    names = [name for name in names_labelled(annotation, "organisation") if name.first not in taken]
    found = _Bodies(annotation)
    for name in sorted((*names, *(second.name for second in own)), key=lambda name: name.first):
        if not is_group_word(annotation, name):
            found.add(name, _country(record, name))
    found.unlabelled()
    found.join(own)
    return _joined(found.code, found.chains)


class _Bodies:
    """Chains by exact name, and by what stands in brackets beside one."""

    def __init__(self, annotation: Annotation) -> None:
        self.annotation = annotation
        self.code = annotation.words.language.code
        self.chains: list[BodyChain] = []
        self.by_key: dict[tuple[str, ...], list[BodyChain]] = {}
        self.beside: dict[int, BodyChain] = {}
        """The chain of the name that ends before this token."""
        self.at: dict[int, BodyChain] = {}
        """The chain of the name that begins with this token."""

    def add(self, name: NameMention, country: str | None) -> None:
        """A name joins the chain that bears it, else begins one."""
        leading, inner = self._leading(name)
        key, country = name_key(self.code, name.text, leading), country or inner
        chain, rule = self._called(key, country), "name"
        if chain is None and (partner := self._in_brackets(name)):
            chain, rule = partner, "acronym"
            self._bears(chain, name.text, key)
        if chain is None:
            chain = self._begun(name, country)
            self.by_key.setdefault(key, []).append(chain)
        else:
            chain.mentions.append(Mention(start=name.start, end=name.end, rule=rule))
            chain.country = chain.country or country
            if (
                name.text != chain.name
                and rule == "name"
                and body_name(self.code, name.text).words != body_name(self.code, chain.name).words
            ):
                chain.aliases.append(name.text)
        self.beside[name.last] = self.at[name.first] = chain

    def _bears(self, chain: BodyChain, text: str, key: tuple[str, ...]) -> None:
        """The longer of the two is its name, the other its alias."""
        if is_acronym(chain.name) and not is_acronym(text):
            chain.name, text, chain.lemma = text, chain.name, text.casefold()
            chain.sector = chain.sector or sector_of_body(self.code, chain.name)
        chain.aliases.append(text)
        self.by_key.setdefault(key, []).append(chain)

    def _words(self, text: str) -> tuple[str, ...]:
        return body_name(self.code, text).words

    def _called(self, key: tuple[str, ...], country: str | None) -> BodyChain | None:
        for chain in reversed(self.by_key.get(key, ())):
            if country is None or chain.country in (None, country):
                return chain
        return None

    def _leading(self, name: NameMention) -> tuple[int, str | None]:
        """Words of a state body's name that tell its country, and that country: "Norwegian Ministry of Health"."""
        place = next((p for p in self.annotation.inner_places if p.first == name.first and p.country), None)
        if place is None:
            return 0, None
        size = len(place.text.split())
        rest = self._words(name.text)[size:]
        sector = sector_of_body(self.code, " ".join(rest)) if len(rest) > 1 else None
        state = any(code in (sector or "") for code in STATE)
        return (size, place.country) if state else (0, None)

    def _in_brackets(self, name: NameMention) -> BodyChain | None:
        """The body beside whose name this one stands in brackets, where one of the two is an acronym."""
        tokens = self.annotation.tokens
        if name.first < 2 or tokens[name.first - 1].text not in BRACKETS:
            return None
        chain = self.beside.get(name.first - 1)
        if chain is None or is_acronym(chain.name) == is_acronym(name.text):
            return None
        short, long = (name.text, chain.name) if is_acronym(name.text) else (chain.name, name.text)
        one_word = " " not in long.strip() and not fits_initials(short, self.code, long)
        return None if one_word or sector_of_body(self.code, name.text) == "JRN" else chain

    def unlabelled(self) -> None:
        """Letters in brackets behind a body are its acronym, though nobody took them for a name."""
        tokens = self.annotation.tokens
        letters: dict[str, BodyChain] = {}
        for last, chain in self.beside.items():
            if last + 2 >= len(tokens) or BRACKETS.get(tokens[last].text, "") != tokens[last + 2].text:
                continue
            text, named = tokens[last + 1].text, self.annotation.name_at(tokens[last + 1])
            if named is None and " " in chain.name and is_acronym(text) and text not in letters:
                letters[text] = chain
                chain.aliases.append(text)
        for token in tokens if letters else ():
            if (known := letters.get(token.text)) and self.annotation.name_at(token) is None:
                known.mentions.append(Mention(start=token.start, end=token.end, rule="acronym"))

    def join(self, seconds: Sequence[SecondName]) -> None:
        """A body's second name is the same body: "the Condor Front, also known as Orla"."""
        joined: dict[int, BodyChain] = {}
        for second in seconds:
            owner, other = self.at.get(second.owner.first), self.at.get(second.name.first)
            if owner is None or other is None:
                continue
            owner, other = joined.get(id(owner), owner), joined.get(id(other), other)
            if owner is not other:
                _put_to(owner, other, ALIAS)
                if is_acronym(owner.name) and not is_acronym(other.name):
                    owner.aliases[:] = [owner.name, *(alias for alias in owner.aliases if alias != other.name)]
                    owner.name, owner.lemma = other.name, other.lemma
                self.chains.remove(other)
                joined |= {key: owner for key, chain in joined.items() if chain is other} | {id(other): owner}

    def _begun(self, name: NameMention, country: str | None) -> BodyChain:
        chain = BodyChain(
            name=name.text,
            lemma=name.text.casefold(),
            sector=sector_of_body(self.code, name.text),
            country=country,
            mentions=[Mention(start=name.start, end=name.end)],
            sentence=self.annotation.tokens[name.first].sentence,
            named=True,
        )
        self.chains.append(chain)
        return chain


def _joined(code: str, chains: Sequence[BodyChain]) -> list[BodyChain]:
    """The chains with acronyms, shorter forms and odd spellings put to the one name that each fits."""
    kept = list(chains)
    for chain in sorted(chains, key=lambda chain: (" " not in chain.name, len(chain.name))):
        others = [other for other in kept if other is not chain and _may_be_one(chain, other)]
        full, rule = _full_form(code, chain, others)
        if full is not None:
            _put_to(full, chain, rule)
            kept.remove(chain)
    return kept


def _full_form(code: str, chain: BodyChain, others: Sequence[BodyChain]) -> tuple[BodyChain | None, str]:
    if is_acronym(chain.name):
        spelt = [other for other in others if fits_initials(chain.name, code, other.name)]
        return (spelt[0], "acronym") if len(spelt) == 1 else (None, "")
    words = body_name(code, chain.name).words
    if words == (body_name(code, chain.name).head,):  # "the Court"
        longer = [other for other in others if body_name(code, other.name).head == words[0]]
        earlier = [other for other in longer if other.mentions[0].start < chain.mentions[0].start]
        return (earlier[0], "head noun") if len(longer) == len(earlier) == 1 else (None, "")
    longer = [other for other in others if is_shorter(code, chain.name, other.name)]
    if len(longer) == 1 and all(other is longer[0] or not holds(code, chain.name, other.name) for other in others):
        return longer[0], "shorter form"
    odd = [other for other in others if is_slip(code, chain.name, other.name)]
    if len(odd) == 1 and len(odd[0].mentions) >= len(chain.mentions):
        return odd[0], "spelling variant"
    return None, ""


def _may_be_one(one: BodyChain, other: BodyChain) -> bool:
    return None in (one.country, other.country) or one.country == other.country


def _put_to(full: BodyChain, chain: BodyChain, rule: str) -> None:
    full.mentions += [replace(m, rule=rule) if m.rule == "name" else m for m in chain.mentions]
    full.aliases += [*([] if rule == "head noun" else [chain.name]), *chain.aliases]
    full.country = full.country or chain.country
    full.sector = full.sector or chain.sector
    full.sentence = min(full.sentence, chain.sentence)


def _country(record: Record, name: NameMention) -> str | None:
    """Norway in "Norway's Interior Ministry", "the Bank of Norway" and "the Interior Ministry in Oslo"."""
    if country := country_before(record.annotation, name.first):
        return country
    place = place_behind(record.annotation, name.last)
    found = record.who(Span(place.start, place.end), "place") if place else None
    return found.value.country if found and isinstance(found.value, Place) else None
