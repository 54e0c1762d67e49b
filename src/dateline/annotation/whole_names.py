"""Small words that the whole article shows to belong to a name: "The Brek Daily", "Brek's" the shop."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dateline.annotated import Token
from dateline.annotation.gazetteer import Gazetteer
from dateline.annotation.name_edges import Run
from dateline.annotation.name_words import NameWords

STARTS = frozenset({'"', "'", "``", "(", "[", ":", ";", "--", "-", "—", "–", "•", "*", "/"})
"""What may stand before a sentence's first word."""
STANDS_ALONE = frozenset({"nsubj", "nsubjpass", "attr", "dobj", "appos", "conj"})
PLACED_BY = frozenset({"at", "by", "with"})


def whole_names(tokens: Sequence[Token], runs: Sequence[Run], words: NameWords, gazetteer: Gazetteer) -> Iterator[Run]:
    """The runs, with the article or the possessive where it is a part of the name throughout."""
    seen = _Seen(tokens, runs, words, gazetteer)
    for run in runs:
        if seen.is_articled(run):
            yield replace(run, first=run.first - 1, country=None, articled=True)
        elif seen.is_shop(run):
            yield replace(run, last=run.last + 1, organisation=True)
        else:
            yield run


class _Seen:
    def __init__(self, tokens: Sequence[Token], runs: Sequence[Run], words: NameWords, gazetteer: Gazetteer) -> None:
        self.tokens = tokens
        self.words = words
        self.gazetteer = gazetteer
        told = [(self._text(run), run) for run in runs if run.title_first is None]
        bare = {text for text, run in told if not self._has_article(run)}
        self.articled = {text for text, run in told if self._is_inside(run) and text not in bare}
        people = {self._text(run) for run in runs if run.title_first is not None}
        self.shops = {text for text, run in told if self._owns_nothing(run)} - people

    def is_articled(self, run: Run) -> bool:
        """Whether "The" before this run is a part of the name: the article writes it so within a sentence."""
        return run.title_first is None and self._has_article(run) and self._text(run) in self.articled

    def is_shop(self, run: Run) -> bool:
        """Whether the possessive behind this run is: somewhere in the article it stands where nothing is owned."""
        return run.title_first is None and self._is_owner(run) and self._text(run) in self.shops

    def _text(self, run: Run) -> str:
        return " ".join(token.text for token in self.tokens[run.first : run.last])

    def _has_article(self, run: Run) -> bool:
        return run.first > 0 and self.tokens[run.first - 1].text == "The"

    def _is_inside(self, run: Run) -> bool:
        """ "He told The Brek Daily": a capital that no sentence begins with. "The Gambia" is no body."""
        i = run.first - 1
        if i < 1 or not self._has_article(run) or self.tokens[i - 1].sentence != self.tokens[i].sentence:
            return False
        behind = self.tokens[run.last] if run.last < len(self.tokens) else None
        adjective = run.country is not None and behind is not None and behind.pos in ("NOUN", "ADJ")
        known = run.country is None and bool(self.gazetteer.places(self._text(run)))
        opened = self.tokens[i - 1].text in STARTS and not self._is_seen(run)
        return not opened and not adjective and not known

    def _is_seen(self, run: Run) -> bool:
        """Whether the encoder sees the article in the name."""
        article, name = self.tokens[run.first - 1 : run.first + 1]
        return bool(article.entity) and article.entity == name.entity and not name.opens

    def _is_owner(self, run: Run) -> bool:
        return run.last < len(self.tokens) and self.tokens[run.last].tag == "POS"

    def _owns_nothing(self, run: Run) -> bool:
        """ "Brek's closed", "Lund's and Brek's were open": a name that owns nothing ends with its possessive.

        "A friend of Lund's" is a person's friend, and what is on the map or called by an ordinary word is no shop.
        """
        if not self._is_owner(run) or run.country or run.geographic or run.last - run.first > 2:
            return False
        owner = self.tokens[run.last - 1]
        if self.tokens[run.first].text in self.words.given or self._is_word(owner):
            return False
        return self._stands_alone(owner) and not self.gazetteer.places(self._text(run))

    def _is_word(self, token: Token) -> bool:
        return token.lower in self.words.ordinary or token.lower in self.words.titles.heads

    def _stands_alone(self, token: Token) -> bool:
        while token.dep == "conj" and self.tokens[token.head].pos == "PROPN" and token.head != token.i:
            token = self.tokens[token.head]
        return token.dep in STANDS_ALONE or (token.dep == "pobj" and self.tokens[token.head].lower in PLACED_BY)
