"""What a name is a name of: every mention of it in the article votes, and the whole document follows."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from dateline.annotated import Label, PlaceEntry, Token
from dateline.annotation.gazetteer import Gazetteer
from dateline.annotation.homes import is_home
from dateline.annotation.name_words import NameWords
from dateline.annotation.runs import Run
from dateline.values import Span


class Weights(Struct, frozen=True):
    """How much each kind of evidence counts. Tuned by eye on development texts; relative size is what matters."""

    parser: float = 1.0
    parser_single_organisation: float = 0.5
    title: float = 3.0
    apposition: float = 1.5
    given_name: float = 1.2
    noun: float = 3.0
    noun_behind: float = 1.5
    country: float = 4.0
    large_city: float = 1.5
    city: float = 0.7
    hamlet: float = 0.2
    preposition: float = 0.8
    home: float = 1.5
    surname: float = 2.5
    forename: float = 6.0
    demonym: float = 4.0
    agency: float = 3.0
    acronym: float = 0.6
    unknown_place: float = 0.0
    """Not a weight: the votes that a place needs which is not on the map."""


WEIGHTS = Weights()
LEARNT = Weights(parser=2.0, parser_single_organisation=2.0, unknown_place=1.4)
"""The encoder's labels count for more than the parser's."""
LARGE, MIDDLING = 100_000, 5_000
MIN_VOTES = 0.5
APPOSITION_REACH = 5
LONGEST_TOWN = 3
MIN_ACRONYM, MAX_ACRONYM = 3, 6
Vote = Label | Literal["other"]
"""A name of something else, such as a prize or a song, is told of nobody."""
PARSER_LABELS: dict[str, Vote] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "demonym",
    "MISC": "other",
}

Ballot = defaultdict[Vote, float]


class Votes:
    """The ballots of one article, by the words of the name."""

    def __init__(
        self,
        tokens: Sequence[Token],
        words: NameWords,
        gazetteer: Gazetteer,
        agencies: frozenset[str],
        weights: Weights = WEIGHTS,
    ) -> None:
        self.weights = weights
        self.tokens = tokens
        self.words = words
        self.gazetteer = gazetteer
        self.agencies = agencies
        self.ballots: dict[str, Ballot] = defaultdict(lambda: defaultdict(float))
        self.mentions: Counter[str] = Counter()
        self.surnames: set[str] = set()
        self.forenames: set[str] = set()
        self.pairs: list[tuple[str, str]] = []
        self.aliases: list[tuple[str, str]] = []

    def cast(self, run: Run, text: str) -> None:
        """One mention's vote on its name. An agency that is called like a country says nothing of the country."""
        if run.agency and self._is_wide(text):
            return
        ballot = self.ballots[text]
        self.mentions[text] += 1
        self._by_parser(run, ballot)
        if run.country:
            ballot["demonym"] += WEIGHTS.demonym
        if run.title_first is not None:
            ballot["person"] += WEIGHTS.title
        elif self._before_title(run):
            ballot["person"] += WEIGHTS.apposition
        if self._begins_with_given_name(run):
            ballot["person"] += WEIGHTS.given_name
        if run.organisation and not self._is_land(text):
            ballot["organisation"] += WEIGHTS.noun
        if run.geographic:
            ballot["place"] += WEIGHTS.noun
        if text.casefold() in self.agencies:
            ballot["organisation"] += WEIGHTS.agency
        if is_acronym(text) and not any(place.is_wide for place in self.gazetteer.places(text)):
            ballot["organisation"] += WEIGHTS.acronym
        if self._before_geographic_noun(run):
            ballot["place"] += WEIGHTS.noun_behind
        self._by_map(run, text, ballot)

    def _by_parser(self, run: Run, ballot: Ballot) -> None:
        inside = [self.tokens[i].entity for i in range(run.first, run.last)]
        entity, count = Counter(inside).most_common(1)[0]
        label = PARSER_LABELS.get(entity)
        if label is None or 2 * count < len(inside):
            return
        if label == "person" and self._is_articled(run):
            if self.tokens[run.last - 1].tag not in ("NNS", "NNPS"):
                return
            label = "organisation"
        if label == "demonym" and not run.country:
            if self.tokens[run.last - 1].tag != "NNPS":
                return
            label = "organisation"
        single = label == "organisation" and run.last - run.first == 1
        sure = sum(self.tokens[i].surety for i in range(run.first, run.last)) / (run.last - run.first)
        ballot[label] += sure * (self.weights.parser_single_organisation if single else self.weights.parser)

    def _is_articled(self, run: Run) -> bool:
        """ "The" stands before it, and not for a noun behind it ("the Lund family"): no way to speak of a person."""
        head = self.tokens[run.last - 1]
        if run.first == 0 or run.title_first is not None:
            return False
        modifies = head.dep in ("compound", "nmod", "amod", "poss") and head.head >= run.last
        return self.tokens[run.first - 1].lower == "the" and not modifies

    def _by_map(self, run: Run, text: str, ballot: Ballot) -> None:
        if run.title_first is not None or text.casefold() in self.words.doubtful:
            return
        if run.organisation and not self._is_land(text):
            return
        places = self.gazetteer.places(text)
        if not places:
            return
        if are_letters(text, places):
            return
        lies_in = self._after_preposition(run)
        if self._is_home(run):
            ballot["place"] += WEIGHTS.home
        by_parser = ballot["place"] > 0
        ballot["place"] += _weight_of(places[0], expected=lies_in or by_parser)
        ballot["place"] += WEIGHTS.preposition if lies_in else 0.0

    def _is_wide(self, text: str) -> bool:
        return any(place.is_wide for place in self.gazetteer.places(text)[:1])

    def _is_land(self, text: str) -> bool:
        """ "West Bank", "Soviet Union": no bank and no union. A country may go by an old name, a province may not."""
        places = self.gazetteer.places(text) if " " in text else ()
        return bool(places) and places[0].is_wide and (places[0].matched == "name" or places[0].kind == "country")

    def _is_home(self, run: Run) -> bool:
        """ "Lund residents", "Lund Mayor Ana Berg", "Ana Berg, 34, of Lund"."""
        if run.last < len(self.tokens) and run.last - run.first <= LONGEST_TOWN:
            after = self.tokens[run.last]
            if after.lower in self.words.dwellers and self.tokens[run.last - 1].tag != "POS":
                return True
        return is_home(self.tokens, run.first, self.words.titles.heads)

    def _begins_with_given_name(self, run: Run) -> bool:
        named = run.last - run.first > 1 and not (run.organisation or run.geographic)
        return named and self.tokens[run.first].text in self.words.given

    def _before_geographic_noun(self, run: Run) -> bool:
        """ "The Drava river": a noun in small letters that says what the name is a name of."""
        if run.last >= len(self.tokens) or run.title_first is not None or run.organisation:
            return False
        noun, article = self.tokens[run.last], self.tokens[run.first - 1] if run.first else None
        return (
            noun.lower in self.words.geographic and noun.text.islower() and article is not None and article.tag == "DT"
        )

    def _before_title(self, run: Run) -> bool:
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

    def _after_preposition(self, run: Run) -> bool:
        token = self.tokens[run.last - 1]
        while token.dep == "conj" and token.head != token.i:
            token = self.tokens[token.head]
        head = self.tokens[token.head]
        before = self.tokens[run.first - 1] if run.first else token
        return (
            token.dep == "pobj" and head.lower in self.words.prepositions
        ) or before.lower in self.words.prepositions

    def explain(self, one: str, other: str) -> None:
        """One of the two stands in brackets right behind the other: a name and its acronym, one body."""
        self.pairs.append((other, one) if is_acronym(one) else (one, other))

    def alias(self, one: str, other: str) -> None:
        """The second is another name of whom the first names."""
        self.aliases.append((one, other))

    def close(self) -> None:
        """The mentions' mean, then the document: a surname of somebody named in full is that person, and back."""
        for text, ballot in self.ballots.items():
            for label in ballot:
                ballot[label] /= self.mentions[text]
        for name, alias in self.aliases:
            if (same := self._winner(self.ballots[name])) is not None:
                self.ballots[alias][same] += WEIGHTS.noun
        for name, acronym in self.pairs:
            known_place = self.ballots[acronym]["place"] >= WEIGHTS.large_city
            decided = self._winner(self.ballots[name]) or self._winner(self.ballots[acronym])
            if decided == "organisation" and not known_place:
                self.ballots[name]["organisation"] += WEIGHTS.noun
                self.ballots[acronym]["organisation"] += WEIGHTS.noun
        for text, ballot in self.ballots.items():
            parts = text.split()
            if len(parts) > 1 and self._winner(ballot) == "person":
                self.surnames |= self._surnames(parts)
                self.forenames.add(parts[0])
        alone = {
            text.casefold()
            for text, ballot in self.ballots.items()
            if " " not in text and self._winner(ballot) == "person"
        }
        for text, ballot in self.ballots.items():
            named_in_full = " " in text and text.split()[-1].casefold() in alone and ballot["place"] < WEIGHTS.noun
            if text.casefold() in self.surnames or named_in_full:
                ballot["person"] += WEIGHTS.surname
            if text in self.forenames:
                ballot["person"] += WEIGHTS.forename

    def _surnames(self, parts: list[str]) -> set[str]:
        """How the bearer of a full name may be called: by the last word, with its particles or without them."""
        first = len(parts) - 1
        while first > 1 and parts[first - 1].lower() in self.words.particles:
            first -= 1
        return {parts[-1].casefold(), " ".join(parts[first:]).casefold()}

    def label(self, text: str, *, agency: bool = False) -> tuple[Label, float] | None:
        """The winning label and its share of the votes; None where nothing speaks for a name.

        An `agency` in a dateline is a body, be it called like a country.
        """
        if agency and self._is_wide(text):
            return "organisation", 1.0
        ballot = self.ballots[text]
        winner = self._winner(ballot)
        if winner is None or winner == "other":
            return None
        off_the_map = winner == "place" and ballot[winner] < self.weights.unknown_place
        if off_the_map and not self.gazetteer.places(text):
            return None
        return winner, ballot[winner] / sum(ballot.values())

    @staticmethod
    def _winner(ballot: Ballot) -> Vote | None:
        if not ballot:
            return None
        label = max(ballot, key=lambda label: ballot[label])
        return label if ballot[label] >= MIN_VOTES else None


def is_acronym(text: str) -> bool:
    """Capitals, with full stops or without, of a length that acronyms have."""
    letters = text.replace(".", "")
    return MIN_ACRONYM <= len(letters) <= MAX_ACRONYM and letters.isalpha() and letters.isupper()


def are_letters(text: str, places: Sequence[PlaceEntry]) -> bool:
    """An acronym that may be anything ("ORA"); "LIMA" is a large town's own name, "NYC" its initials."""
    if not places or places[0].is_wide or not is_acronym(text):
        return False
    initials = "".join(word[0] for word in places[0].name.split())
    spelt = places[0].matched == "name" or text.replace(".", "") == initials.upper()
    return places[0].population < LARGE or not spelt


def _weight_of(place: PlaceEntry, expected: bool) -> float:
    """Countries speak for themselves; a town must be large and go by its own name, or stand where a place would."""
    if place.is_wide:
        return WEIGHTS.country
    if place.kind == "feature" and place.matched == "name":
        return WEIGHTS.large_city if expected else WEIGHTS.city
    if not expected:
        return WEIGHTS.large_city if place.population >= LARGE and place.matched == "name" else 0.0
    if place.matched == "alternate":
        return WEIGHTS.hamlet
    if place.population >= LARGE:
        return WEIGHTS.large_city
    return WEIGHTS.city if place.population >= MIDDLING else WEIGHTS.hamlet


def title_span(tokens: Sequence[Token], run: Run) -> Span | None:
    """The words of the title before a name."""
    if run.title_first is None or run.title_first >= run.first:
        return None
    return Span(tokens[run.title_first].start, tokens[run.first - 1].end)
