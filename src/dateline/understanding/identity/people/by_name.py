"""People by name: full names first, then whatever parts of them, aliases and slips mean the same person."""

from collections import Counter
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from dateline.annotated import Annotation, NameMention, Token
from dateline.languages.given import given_names
from dateline.languages.titles import title_words
from dateline.understanding.identity.aliases import SecondName, second_names
from dateline.understanding.identity.people.certainty import is_name, is_somebody
from dateline.understanding.identity.people.chains import PersonChain
from dateline.understanding.identity.people.families import is_family
from dateline.understanding.identity.people.mended_names import mended_names
from dateline.understanding.identity.people.name_parts import (
    NameParts,
    by_initials,
    ends_with,
    parts,
    same_words,
    short_given,
    shorter,
    surname_first,
    variant,
)
from dateline.understanding.identity.people.namesakes import Namesakes
from dateline.understanding.identity.titles import Title, gender_of, title_before, title_behind
from dateline.values import Mention, Span

VARIANT = "spelling variant"
SHORTER = frozenset({"surname", "part of the name", "middle name"})
"""Rules by which less than a whole name means somebody."""


def people_by_name(annotation: Annotation) -> list[PersonChain]:
    """A chain for each person named, in the order of the text.

    Full names first, then aliases; then bare surnames and given names join the one who carries them.
    """
    return _Gathering(annotation).chains_of_all()


class _Gathering:
    """Walks the names of one story and gathers them in chains."""

    def __init__(self, annotation: Annotation) -> None:
        self.annotation = annotation
        self.known = given_names(annotation.words.language.code)
        self.chains: list[PersonChain] = []
        self.seconds = second_names(annotation)
        self.written: dict[int, str] = {}
        self.waiting = list(self.seconds)
        taken = {second.name.first for second in self.seconds}
        taken |= {name.first for second in self.seconds for name in _inside(annotation, second)}
        called = {second.name.text for second in self.seconds if second.used} - {s.owner.text for s in self.seconds}
        titles = frozenset(title_words(annotation.words.language.code).short_forms)
        people = [n for n in mended_names(annotation) if n.label == "person" and n.first not in taken]
        people = [name for name in people if is_name(name.text, titles)]
        self.names = [name for name in people if name.text not in called and not is_family(annotation, name)]
        self.later = [name for name in people if name.text in called]
        self.namesakes = Namesakes(annotation, self.names)

    def chains_of_all(self) -> list[PersonChain]:
        """The chains, by where each begins."""
        whole = [name for name in self.names if len(parts(name.text).words) > 1]
        for name in sorted(whole, key=lambda name: (-len(parts(name.text).words), name.first)):
            self._put(name, self._full)
        self._join_aliases()
        for name in self.names:
            if len(parts(name.text).words) < 2:
                self._put(name, self._bare)
        self._join_aliases()
        for name in self.later:
            self._put(name, self._bare if " " not in name.text else self._full)
        for chain in self.chains:
            self._drop_opener(chain)
            if any(mention.rule == VARIANT for mention in chain.mentions):
                self._take_usual_spelling(chain)
        common = frozenset(token.text for token in self.annotation.tokens if token.text.islower())
        self.chains = [chain for chain in self.chains if is_somebody(self.annotation, chain, common)]
        return sorted(self.chains, key=lambda chain: min(m.start for m in chain.mentions))

    def _put(self, name: NameMention, sieve: Callable[[NameMention], tuple[PersonChain | None, str]]) -> None:
        chain, rule = sieve(name)
        if chain is None:
            chain = PersonChain(name.text, [], [], [], [])
            self.chains.append(chain)
        self.written[name.start] = name.text
        _take(self.annotation, chain, name, rule)

    def _full(self, name: NameMention) -> tuple[PersonChain | None, str]:
        """The chain of a name of two words or more, and the sieve that it went through."""
        own = parts(name.text)
        agreeing = [chain for chain in self.chains if self._agrees(chain, name)]
        sieves: tuple[tuple[str, Callable[[NameParts], bool]], ...] = (
            ("name", lambda full: same_words(full, own)),
            ("surname", lambda full: shorter(full, own) == "surname"),
            ("middle name", lambda full: shorter(full, own) == "middle name"),
        )
        for rule, fits in sieves:
            if carriers := [chain for chain in agreeing if any(fits(full) for full in chain.names)]:
                chain = self._nearest(carriers, name)
                return chain, "alias" if rule == "name" and _is_alias(chain, own) else rule
        apart = [chain for chain in agreeing if not self._together(chain, name)]
        if carriers := [chain for chain in apart if any(by_initials(full, own) for full in chain.names)]:
            return self._nearest(carriers, name), "initials"
        return self._spelt_otherwise(apart, own) or self._of_short_given(apart, own) or (None, "name")

    def _bare(self, name: NameMention) -> tuple[PersonChain | None, str]:
        """The chain of a name of one word: an alias, a surname, another part of a name, a surname with a slip."""
        words = parts(name.text).words
        if not words:
            return None, "name"
        word = words[0]
        if same := [chain for chain in self.chains if any(_same_single(full, word) for full in chain.names)]:
            agreeing = [chain for chain in same if self._agrees(chain, name)]
            if agreeing and not self._is_mrs(name):
                return agreeing[-1], "alias" if _is_alias(agreeing[-1], parts(name.text)) else "name"
        people = _of_one_title(self.annotation, self.chains, name)
        people = [chain for chain in people if self._agrees(chain, name) and not self._is_anothers(chain, name)]
        before = [chain for chain in people if _before(chain, name)]
        for some in (before, people):  # whoever is named already comes first, then a headline's people
            if surnames := [chain for chain in some if any(_has_surname(full, word) for full in chain.names)]:
                return self._nearest(surnames, name), "surname"
            if within := [chain for chain in some if any(word in full.words[:-1] for full in chain.names)]:
                return self._nearest(within, name), "part of the name"
        whole = [chain for chain in before if " " in chain.name]
        return self._spelt_otherwise(whole, parts(name.text)) or (None, "name")

    def _is_anothers(self, chain: PersonChain, name: NameMention) -> bool:
        """Whether somebody bears this bare surname, and a namesake of theirs is meant."""
        word = parts(name.text).words[0]
        bears = any(_has_surname(full, word) for full in chain.names)
        return bears and self.namesakes.is_another(chain, name)

    def _is_mrs(self, name: NameMention) -> bool:
        """Whether the form of address tells which bearer of a full name is meant, though a namesake has only the bare
        one: "Mrs. Lund" is Ana Lund."""
        word = parts(name.text).words[0]
        bearers = (chain for chain in self.chains if any(_has_surname(full, word) for full in chain.names))
        return any(self.namesakes.is_called(chain, name) for chain in bearers)

    def _spelt_otherwise(self, chains: Sequence[PersonChain], own: NameParts) -> tuple[PersonChain, str] | None:
        """The one whose name is this in another spelling; a hyphen or a space more or less is none."""
        found = [(chain, how) for chain in chains if (how := variant(parts(chain.name), own))]
        if len(found) != 1:
            return None
        chain, how = found[0]
        return chain, "name" if how.rule == "same letters" else VARIANT

    def _of_short_given(self, chains: Sequence[PersonChain], own: NameParts) -> tuple[PersonChain, str] | None:
        found = [chain for chain in chains if any(short_given(full, own) for full in chain.names)]
        return (found[0], "short given name") if len(found) == 1 else None

    def _drop_opener(self, chain: PersonChain) -> None:
        """A word that stood before a name once is no part of it: "Rival Ana Lund", of whom "Ana Lund" is told."""
        for mention in chain.mentions:
            whole = self.written.get(mention.start, "") if mention.rule == "surname" else ""
            if " " in whole and chain.name.endswith(f" {whole}") and chain.name.split()[0] not in self.known:
                chain.name = whole if whole.split()[0] in self.known else chain.name

    def _take_usual_spelling(self, chain: PersonChain) -> None:
        """The spelling used most becomes the name, and the others its variants."""
        spelt = [(m, self.written[m.start]) for m in chain.mentions if m.rule in ("name", VARIANT)]
        whole = [text for _, text in spelt if " " in text]
        usual, count = Counter(whole).most_common(1)[0]
        if count > whole.count(chain.name):
            chain.name = usual
        own = parts(chain.name)
        rules = {m.start: VARIANT if variant(own, parts(t)) else "name" for m, t in spelt if " " in t}
        chain.mentions = [replace(mention, rule=rules.get(mention.start, mention.rule)) for mention in chain.mentions]

    def _agrees(self, chain: PersonChain, name: NameMention) -> bool:
        """Whether the generation and the title of a name do not contradict what is known of the person."""
        generation = parts(name.text).generation
        if generation and any(full.generation not in (None, generation) for full in chain.names):
            return False
        if not name.titles:
            return True
        gender = gender_of(self.annotation, self.annotation.tokens_in(name.titles))
        known = chain.gender or (self.known.gender(chain.name.split()[0]) if " " in chain.name else None)
        return None in (gender, known) or gender == known

    def _together(self, chain: PersonChain, name: NameMention) -> bool:
        """Whoever spells two names in one sentence means two people."""
        sentence = self.annotation.tokens[name.first].sentence
        return any(token.sentence == sentence for token in chain.tokens)

    def _nearest(self, carriers: Sequence[PersonChain], name: NameMention) -> PersonChain:
        """Of several people of one name the one who was named last before it, else the one named first of all."""
        last = {id(chain): _last_start(chain, name.start) for chain in carriers}
        if max(last.values()) < 0:
            chosen = min(carriers, key=lambda chain: min(m.start for m in chain.mentions))
        else:
            chosen = max(carriers, key=lambda chain: last[id(chain)])
        if len(carriers) > 1:
            chosen.doubt = f"{len(carriers)} people of the story may be meant by “{name.text}”; taken as the nearest"
        return chosen

    def _join_aliases(self) -> None:
        """Second names join the person whom the text gives them to; those of nobody known yet wait."""
        starts = {mention.start: chain for chain in self.chains for mention in chain.mentions}
        waiting = []
        for second in self.waiting:
            chain = starts.get(second.owner.start)
            if chain is None:
                waiting.append(second)
            elif second.name.text != chain.name:
                _take_alias(self.annotation, chain, second)
        self.waiting = waiting


def _inside(annotation: Annotation, second: SecondName) -> list[NameMention]:
    """The pieces that the parser made of a name with a nickname in it, beside its first."""
    return [name for name in annotation.names if second.owner.first < name.first < second.owner.last]


def _of_one_title(annotation: Annotation, chains: list[PersonChain], name: NameMention) -> list[PersonChain]:
    """The people whom a title before a surname leaves: "President Lund" is no wife of hers."""
    title = title_before(annotation, name.titles) if name.titles else None
    if title is None:
        return chains
    words = in_full(annotation, title)
    holders = [chain for chain in chains if any(in_full(annotation, held) == words for held in chain.titles)]
    word = name.text.casefold()
    return [chain for chain in holders if any(_has_surname(full, word) for full in chain.names)] or chains


def in_full(annotation: Annotation, title: Title) -> tuple[str, ...]:
    """The words of a title in small letters, "Gen." written out."""
    return title_words(annotation.words.language.code).in_full(title.text.casefold().split())


def _same_single(full: NameParts, word: str) -> bool:
    return len(full.words) == 1 and ends_with(full, word)


def _has_surname(full: NameParts, word: str) -> bool:
    return len(full.words) > 1 and (ends_with(full, word) or (surname_first(full) and full.words[0] == word))


def _is_alias(chain: PersonChain, name: NameParts) -> bool:
    return any(parts(alias) == name for alias in chain.aliases)


def _before(chain: PersonChain, name: NameMention) -> bool:
    return min(mention.start for mention in chain.mentions) < name.start


def _last_start(chain: PersonChain, start: int) -> int:
    return max((mention.start for mention in chain.mentions if mention.start < start), default=-1)


def _take(annotation: Annotation, chain: PersonChain, name: NameMention, rule: str) -> None:
    chain.mentions.append(Mention(start=name.start, end=name.end, rule=rule))
    chain.tokens.append(_head(annotation, name))
    chain.scores.append(name.score)
    own = parts(name.text)
    if own not in chain.names and rule not in SHORTER and (len(own.words) > 1 or not chain.names):
        chain.names.append(own)
    if rule != "alias" and _fullness(own) > _fullness(parts(chain.name)):
        chain.name = name.text
    if name.titles:
        title = title_before(annotation, name.titles)
        chain.gender = chain.gender or gender_of(annotation, annotation.tokens_in(name.titles))
        chain.titles += [title] if title else []
    if title := title_behind(annotation, name):
        chain.titles.append(title)


def _fullness(name: NameParts) -> tuple[int, int]:
    """Words spelt out, then words: "Ana Maria Lund" is fuller than "Ana M. Lund"."""
    return sum(len(word) > 1 for word in name.words), len(name.words)


def _take_alias(annotation: Annotation, chain: PersonChain, second: SecondName) -> None:
    name = second.name
    chain.aliases.append(name.text)
    if second.used:
        chain.names.append(parts(name.text))
    if not second.owner.first <= name.first < second.owner.last:
        chain.mentions.append(Mention(start=name.start, end=name.end, rule="alias"))
        chain.tokens.append(_head(annotation, name))


def _head(annotation: Annotation, name: NameMention) -> Token:
    inside = range(name.first, name.last)
    return next((t for i in inside if (t := annotation.tokens[i]).head not in inside), annotation.tokens[name.last - 1])


def add_aliases(annotation: Annotation, chains: list[PersonChain]) -> None:
    """Aliases that stand alone and are no names of people to the parser: "The Fox" was seen in Lima."""
    by_first: dict[str, list[tuple[tuple[str, ...], PersonChain]]] = {}
    for chain in chains:
        for alias in dict.fromkeys(chain.aliases):
            words = tuple(alias.split())
            if any(word[0].isupper() for word in words) and parts(alias) in chain.names:
                by_first.setdefault(words[0], []).append((words, chain))
    if not by_first:
        return
    spans = [Span(mention.start, mention.end) for chain in chains for mention in chain.mentions]
    taken = {token.i for span in spans for token in annotation.tokens_in(span)}
    for token in annotation.tokens:
        for words, chain in by_first.get(token.text, ()):
            span = annotation.tokens[token.i : token.i + len(words)]
            whole = tuple(t.text for t in span) == words and _is_whole(annotation, span)
            if whole and token.i not in taken:
                chain.mentions.append(Mention(start=token.start, end=span[-1].end, rule="alias"))
                chain.tokens.append(span[-1])
                taken.update(t.i for t in span)


def _is_whole(annotation: Annotation, words: Sequence[Token]) -> bool:
    """A name by itself, not a part of a longer one, such as "Fox" in "Fox News"."""
    name = annotation.name_at(words[0])
    alone = name is None or (name.first == words[0].i and name.last == words[-1].i + 1)
    return alone and words[0].pos in ("PROPN", "NOUN", "ADJ")
