"""Whose a bare surname is not: "Lund", known from the start, is not the "wife Ana Lund" who comes in later."""

from collections.abc import Iterator, Sequence

from dateline.annotated import Annotation, NameMention
from dateline.bodies import KnownName, leaders
from dateline.languages.given import given_names
from dateline.languages.titles import title_words
from dateline.understanding.identity.people.chains import PersonChain
from dateline.understanding.identity.people.name_parts import parts
from dateline.understanding.identity.set_off import behind_comma, phrase_head
from dateline.values import Span


class Namesakes:
    """Which people of a story share their surname with somebody whom it calls by nothing else."""

    def __init__(self, annotation: Annotation, names: Sequence[NameMention]) -> None:
        self.annotation = annotation
        self.words = title_words(annotation.words.language.code)
        self.given = given_names(annotation.words.language.code)
        self.bare = [name for name in names if len(parts(name.text).words) == 1]
        self._told: dict[tuple[int, str], bool] = {}

    def is_another(self, chain: PersonChain, name: NameMention) -> bool:
        """Whether this bare surname means somebody else than the one who bears it in full.

        It does where running text uses the surname before the full name comes, and a noun of kin or the table of
        leaders tells that the bearer is another; and where a title of government goes with a leader's surname.
        """
        if name.titles and self._is_leader(chain, name.text) and not chain.titles:
            return True
        key = (id(chain), name.text.casefold())
        if key not in self._told:
            self._told[key] = self._comes_later(chain, name) and (
                self._is_leader(chain, name.text) or self._is_kin(chain)
            )
        return self._told[key] and not self.is_called(chain, name)

    def is_called(self, chain: PersonChain, name: NameMention) -> bool:
        """Whether a form of address tells the bearer's gender: "Mrs. Lund" is Ana Lund."""
        lowers = [t.lower for t in self.annotation.tokens_in(name.titles)] if name.titles else []
        told = {gender for word in lowers if (gender := self.words.genders.get(word))}
        return bool(told) and (chain.gender or self.given.gender(chain.name.split()[0])) in told

    def _comes_later(self, chain: PersonChain, name: NameMention) -> bool:
        first = min(mention.start for mention in chain.mentions)
        return any(
            bare.start < first and bare.text.casefold() == name.text.casefold() and self._is_running(bare)
            for bare in self.bare
        )

    def _is_running(self, name: NameMention) -> bool:
        """In a paragraph, where a full name comes first; a headline has no room for it."""
        token = self.annotation.tokens[name.first]
        return self.annotation.sentence(token).role == "paragraph"

    def _is_leader(self, chain: PersonChain, surname: str) -> bool:
        """Whether a leader is known by this surname alone, and the bearer is nobody of that name."""
        known = [row for row in leaders(surname) if row.alone]
        words = chain.name.split()
        spelt = {chain.name, f"{words[0]} {words[-1]}", " ".join(words[-2:])} if known else ()
        own = [row for name in spelt for row in leaders(name)]
        return bool(known) and not any(_is_one_of(row, known) for row in own)

    def _is_kin(self, chain: PersonChain) -> bool:
        """ "His wife Ana Lund", "First lady Ana Lund", "Ana Lund, his wife", "Karl and Ana Lund"."""
        return any(
            self._behind_kin(name) or self._beside_kin(name) or self._of_couple(name) for name in self._names_of(chain)
        ) or any(title.text.casefold() in self.words.spouses for title in chain.titles)

    def _names_of(self, chain: PersonChain) -> Iterator[NameMention]:
        for mention in chain.mentions:
            tokens = self.annotation.tokens_in(Span(mention.start, mention.end))
            name = self.annotation.name_at(tokens[0]) if tokens else None
            if name is not None and name.last - name.first > 1:
                yield name

    def _behind_kin(self, name: NameMention) -> bool:
        tokens = self.annotation.tokens
        i = name.first - 1
        while i > 0 and tokens[i].text == ",":
            i -= 1
        return i >= 0 and tokens[i].sentence == tokens[name.first].sentence and (tokens[i].lower,) in self.words.kin

    def _beside_kin(self, name: NameMention) -> bool:
        i = behind_comma(self.annotation, name)
        head = phrase_head(self.annotation, i) if i is not None else None
        return head is not None and (head.lower,) in self.words.kin

    def _of_couple(self, name: NameMention) -> bool:
        """A given name alone and "and" before the name: "Karl and Ana Lund"."""
        tokens = self.annotation.tokens
        if name.first < 2 or tokens[name.first - 1].lower not in ("and", "&"):
            return False
        before = tokens[name.first - 2]
        return (
            before.text in self.given
            and tokens[name.first].text in self.given
            and before.text != tokens[name.first].text
        )


def _is_one_of(row: KnownName, known: Sequence[KnownName]) -> bool:
    return any((row.country, row.years) == (other.country, other.years) for other in known)
