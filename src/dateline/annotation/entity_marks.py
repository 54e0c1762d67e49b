"""Where the labels of tokens say that a name begins, goes on, and ends: the encoder's word on it, or the parser's."""

from collections.abc import Sequence

from dateline.annotated import Sentence, Token
from dateline.annotation.gazetteer import Gazetteer
from dateline.annotation.name_words import name_words

NAME_ENTITIES = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "MISC"}
)
LETTERS = 3
"""Of the shortest word that is a name in company and none alone."""
SURE = 0.7
"""From here on a name that the encoder sees is one, whatever its words mean otherwise."""


class EntityMarks:
    """The labels of one text's tokens. `learnt` says that they are the encoder's, which deserve more trust."""

    def __init__(self, tokens: Sequence[Token], code: str, gazetteer: Gazetteer, *, learnt: bool = False) -> None:
        self.learnt = learnt
        self.tokens = tokens
        self.lower = [token.lower for token in tokens]
        self.words = name_words(code)
        self.gazetteer = gazetteer

    def _capital(self, i: int) -> bool:
        if not self.tokens[i].text[0].isupper():
            return False
        never = not self.words.never.isdisjoint((self.lower[i], self.lower[i].rstrip(".")))
        return not never or self._is_initial(i) or self._is_numeral(i) or self._has_company(i)

    def _is_initial(self, i: int) -> bool:
        """The second of two letters with full stops: "R. I.", which has nothing to do with "I"."""
        pair = [token.text for token in self.tokens[max(0, i - 1) : i + 1]]
        return len(pair) == 2 and all(len(text) == 2 and text[1] == "." for text in pair)

    def _is_numeral(self, i: int) -> bool:
        """The number of a ruler: "King Manfred I", or whatever the encoder sees as one name."""
        token = self.tokens[i]
        if token.text != "I" or i == 0 or token.sentence != self.tokens[i - 1].sentence:
            return False
        known = not token.opens and token.entity == self.tokens[i - 1].entity == "PERSON"
        return known or (i > 1 and self.lower[i - 2] in self.words.rulers and self.tokens[i - 2].text[0].isupper())

    def _has_company(self, i: int) -> bool:
        """Whether the encoder sees another word of the same name beside this one: "Islam Brek", "Easter Island"."""
        here = self.tokens[i]
        if not self.learnt or here.entity not in NAME_ENTITIES or self.lower[i] == "i" or len(here.text) < LETTERS:
            return False
        before = not here.opens and i > 0 and self.tokens[i - 1].text[0].isupper()
        behind = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if behind is not None and behind.text[0].isdigit():  # "March 4"
            return False
        goes_on = behind is not None and behind.entity == here.entity and not behind.opens
        return before or (goes_on and behind is not None and behind.text[0].isupper())

    def _begins_entity(self, i: int) -> bool:
        """The parser sees a name here; an ordinary word alone is none, sentence beginnings mislead it."""
        token = self.tokens[i]
        if token.entity not in NAME_ENTITIES:
            return False
        if self.learnt and (token.surety >= SURE or self._goes_on_small(i + 1)):
            return not self._goes_on_small(i + 1)
        alone = i + 1 == len(self.tokens) or self.tokens[i + 1].entity != token.entity or self.tokens[i + 1].opens
        return not (alone and token.lower in self.words.common)

    def _inside_entity(self, i: int, sentence: Sentence) -> int:
        """How many words in small letters the encoder sees within one name: "Bank of the Islands"."""
        last = i
        while last < sentence.last and self._continues(last):
            if self._capital(last):
                return last - i
            last += 1
        return 0

    def _goes_on_small(self, i: int) -> bool:
        """ "State media": what goes on in small letters is no name."""
        if i >= len(self.tokens) or self.tokens[i].opens or self.tokens[i].entity != self.tokens[i - 1].entity:
            return False
        return not self._capital(i) and self.lower[i].isalpha() and not self._link_word(i)

    def _link_word(self, i: int) -> bool:
        return any(self.lower[i] in words for words in (self.words.links, self.words.fields, self.words.particles))

    def _continues(self, i: int) -> bool:
        token = self.tokens[i]
        same = token.entity == self.tokens[i - 1].entity and not token.opens
        return same and token.entity in NAME_ENTITIES and token.surety >= SURE
