"""What the words around one mention tell of its name: an article, a verb in the plural, a title behind a comma."""

from collections.abc import Sequence

from dateline.annotated import Token
from dateline.annotation.homes import is_home
from dateline.annotation.name_edges import Run
from dateline.annotation.name_words import NameWords

APPOSITION_REACH = 5
LONGEST_TOWN = 3
LONGEST_POST = 3


class MentionMarks:
    """Tests of the mentions in one article, by their tokens."""

    def __init__(self, tokens: Sequence[Token], words: NameWords) -> None:
        self.tokens = tokens
        self.words = words

    def is_articled(self, run: Run) -> bool:
        """ "The" stands before it, and not for a noun behind it ("the Lund family"): no way to speak of a person."""
        if run.first == 0 or run.title_first is not None:
            return False
        return run.articled or (self.tokens[run.first - 1].lower == "the" and not self._modifies(run))

    def owes_capital(self, run: Run) -> bool:
        """An ordinary word in the plural, with its sentence's capital: "Dermatologists disagree"."""
        name = self.tokens[run.first]
        begins = run.first == 0 or self.tokens[run.first - 1].sentence != name.sentence
        return begins and run.last - run.first == 1 and name.tag == "NNS"

    def acts_as_many(self, run: Run) -> bool:
        """ "Orla are a band": a name in the singular that a verb in the plural follows is a body's."""
        if run.last >= len(self.tokens) or run.title_first is not None or run.country:
            return False
        name, verb = self.tokens[run.last - 1], self.tokens[run.last]
        before = self.tokens[run.first - 1] if run.first else None
        if run.last - run.first == 1 and (before is None or before.sentence != name.sentence) and name.entity != "ORG":
            return False  # "Neutrinos have": the capital may be the sentence's
        listed = before is not None and before.sentence == name.sentence and before.lower in ("and", ",", "or")
        alone = name.tag == "NNP" and name.dep in ("nsubj", "nsubjpass") and name.head >= verb.i and not listed
        return alone and verb.lower in ("are", "were", "have")

    def is_one_of_many(self, run: Run) -> bool:
        """ "An Orlan": of a people or of a make, and nobody's name; "a Lund aide" is somebody's."""
        if run.first == 0 or run.last - run.first > 1 or run.title_first is not None or self._modifies(run):
            return False
        return self.tokens[run.first - 1].lower in ("a", "an") and self.tokens[run.first].tag in ("NNP", "NN")

    def is_people(self, run: Run) -> bool:
        """ "The Hutu", "Hutus": a people, unless a title stands before the name."""
        word = self.tokens[run.first].lower
        return run.last - run.first == 1 and run.title_first is None and bool({word, word[:-1]} & self.words.peoples)

    def before_post(self, run: Run) -> bool:
        """ "Brek Chairman Ana Lund", "Brek Vice President": a post with a capital right behind the name."""
        for token in self.tokens[run.last : run.last + LONGEST_POST]:
            if token.sentence != self.tokens[run.first].sentence or not token.text[0].isupper():
                return False
            if self.words.titles.is_post(token.lower):
                return True
            if token.lower not in self.words.titles.inner:
                return False
        return False

    def _modifies(self, run: Run) -> bool:
        head = self.tokens[run.last - 1]
        return head.dep in ("compound", "nmod", "amod", "poss") and head.head >= run.last

    def is_home(self, run: Run) -> bool:
        """ "Lund residents", "Lund Mayor Ana Berg", "Ana Berg, 34, of Lund"."""
        if run.last < len(self.tokens) and run.last - run.first <= LONGEST_TOWN:
            after = self.tokens[run.last]
            if after.lower in self.words.dwellers and self.tokens[run.last - 1].tag != "POS":
                return True
        return is_home(self.tokens, run.first, self.words.titles.heads)

    def begins_with_given_name(self, run: Run) -> bool:
        """ "Ana Lund", and no "Ana Lund Foundation"."""
        named = run.last - run.first > 1 and not (run.organisation or run.geographic)
        return named and self.tokens[run.first].text in self.words.given

    def before_geographic_noun(self, run: Run) -> bool:
        """ "The Drava river": a noun in small letters that says what the name is a name of."""
        if run.last >= len(self.tokens) or run.title_first is not None or run.organisation:
            return False
        noun, article = self.tokens[run.last], self.tokens[run.first - 1] if run.first else None
        return (
            noun.lower in self.words.geographic and noun.text.islower() and article is not None and article.tag == "DT"
        )

    def before_title(self, run: Run) -> bool:
        """ "Lund, the former water minister": a title set off by a comma."""
        if run.last + 1 >= len(self.tokens) or self.tokens[run.last].text != ",":
            return False
        titles = self.words.titles
        for token in self.tokens[run.last + 1 : run.last + 1 + APPOSITION_REACH]:
            if token.lower in titles.heads:
                return True
            if token.pos not in ("DET", "ADJ") and token.lower not in titles.inner and token.lower not in titles.states:
                return False
        return False

    def after_preposition(self, run: Run) -> bool:
        """ "In Lund", "between Lund and Brek", both of them."""
        token = self.tokens[run.last - 1]
        while token.dep == "conj" and token.head != token.i:
            token = self.tokens[token.head]
        head = self.tokens[token.head]
        before = self.tokens[run.first - 1] if run.first else token
        return (
            token.dep == "pobj" and head.lower in self.words.prepositions
        ) or before.lower in self.words.prepositions
