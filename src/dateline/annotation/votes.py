"""What a name is a name of: every mention of it in the article votes, and the whole document follows."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from dateline.annotated import Label, PlaceEntry, Token
from dateline.annotation.gazetteer import Gazetteer
from dateline.annotation.kinds import (
    is_before_thing,
    is_body_in_quotes,
    is_counted,
    is_model,
    is_party_and_state,
    is_quoted,
    is_team,
    kind_of,
)
from dateline.annotation.mention_marks import MentionMarks
from dateline.annotation.name_edges import TWO_CAPITALS, Run, is_acronym
from dateline.annotation.name_words import NameWords
from dateline.bodies import known
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
    called: float = 5.0
    team: float = 4.0
    thing: float = 3.5
    acronym: float = 0.6
    article: float = 0.6
    many: float = 1.2
    known_body: float = 3.0
    known_word: float = 2.0
    unknown_place: float = 0.0
    """Not a weight: the votes that a place needs which is not on the map."""


WEIGHTS = Weights()
LEARNT = Weights(parser=2.0, parser_single_organisation=2.0, unknown_place=1.4)
"""The encoder's labels count for more than the parser's."""
LARGE, MIDDLING = 100_000, 5_000
MIN_VOTES = 0.5
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

OF_ONE = ("person", "place")
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
        self.marks = MentionMarks(tokens, words)
        self.gazetteer = gazetteer
        self.agencies = agencies
        self.ballots: dict[str, Ballot] = defaultdict(lambda: defaultdict(float))
        self.called: dict[str, Ballot] = defaultdict(lambda: defaultdict(float))
        """What a noun says once, it says of all mentions."""
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
        if is_team(self.tokens, run, self.words) and not self._is_wide(text):
            ballot["organisation"] += WEIGHTS.team
            return
        kind = kind_of(self.tokens, run, self.words)
        quoted = kind is None and is_quoted(self.tokens, run)
        if quoted and is_body_in_quotes(self.tokens, run, self.words):
            ballot["organisation"] += WEIGHTS.noun
        elif is_model(self.tokens, run) or quoted or is_party_and_state(text):
            ballot["other"] += WEIGHTS.noun
            return
        if kind is not None:
            self.called[text][kind] = self.weights.called
        self._by_parser(run, ballot)
        self._by_context(run, text, ballot)
        self._by_words(run, text, ballot)
        self._by_form(run, text, ballot)
        self._by_map(run, text, ballot)

    def _by_context(self, run: Run, text: str, ballot: Ballot) -> None:
        """What stands before and behind the mention."""
        if run.title_first is not None:
            ballot["person"] += WEIGHTS.title
        elif self.marks.before_title(run):
            ballot["person"] += WEIGHTS.apposition
        if self.marks.acts_as_many(run):
            ballot["organisation"] += WEIGHTS.many
        if not run.thing and (is_counted(self.tokens, run) or self._is_before_thing(run, text)):
            ballot["other"] += self.weights.thing
        if self.marks.before_geographic_noun(run):
            ballot["place"] += WEIGHTS.noun_behind

    def _by_words(self, run: Run, text: str, ballot: Ballot) -> None:
        """Which words the name is made of."""
        if run.country:
            ballot["demonym"] += WEIGHTS.demonym
        if self.marks.begins_with_given_name(run):
            ballot["person"] += WEIGHTS.given_name
        if run.organisation and not self._is_land(text):
            ballot["organisation"] += WEIGHTS.noun
        if run.geographic:
            ballot["place"] += WEIGHTS.noun
        if run.thing:
            ballot["other"] += WEIGHTS.noun
        if run.articled:
            ballot["organisation"] += WEIGHTS.article

    def _by_form(self, run: Run, text: str, ballot: Ballot) -> None:
        """Agencies, other bodies of the tables, and what is spelt like an acronym."""
        if text.casefold() in self.agencies:
            ballot["organisation"] += WEIGHTS.agency
        if known(text.replace(" - ", "-")) and text.lower() not in self.words.ordinary and not self._is_wide(text):
            ballot["organisation"] += self._known(run, text)
        if TWO_CAPITALS.fullmatch(text) and self.marks.before_post(run):
            ballot["organisation"] += WEIGHTS.noun_behind
        if is_acronym(text) and not any(place.is_wide for place in self.gazetteer.places(text)):
            ballot["organisation"] += WEIGHTS.acronym

    def _known(self, run: Run, text: str) -> float:
        """What the tables say for a body: little of one word, which may be anything if the encoder sees no name."""
        if " " in text or "-" in text or is_acronym(text):
            return WEIGHTS.known_body
        seen = any(token.entity for token in self.tokens[run.first : run.last])
        return WEIGHTS.known_word * (seen or self.marks.before_post(run))

    def _by_parser(self, run: Run, ballot: Ballot) -> None:
        inside = [self.tokens[i].entity for i in range(run.first + run.articled, run.last)]
        entity, count = Counter(inside).most_common(1)[0]
        label = PARSER_LABELS.get(entity)
        if label is None or 2 * count < len(inside):
            return
        if label == "person" and self.marks.owes_capital(run):
            return
        if (label == "person" and self.marks.is_one_of_many(run)) or (label in OF_ONE and self.marks.is_people(run)):
            label = "other"
        if label == "person" and self.marks.is_articled(run):
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
        lies_in = self.marks.after_preposition(run)
        if self.marks.is_home(run):
            ballot["place"] += WEIGHTS.home
        by_parser = ballot["place"] > 0
        ballot["place"] += _weight_of(places[0], expected=lies_in or by_parser)
        ballot["place"] += WEIGHTS.preposition if lies_in else 0.0

    def _is_before_thing(self, run: Run, text: str) -> bool:
        return is_before_thing(self.tokens, run, self.words) and not self.gazetteer.places(text)

    def _is_wide(self, text: str) -> bool:
        return any(place.is_wide for place in self.gazetteer.places(text)[:1])

    def _is_land(self, text: str) -> bool:
        """ "West Bank", "Soviet Union": no bank and no union. A country may go by an old name, a province may not."""
        places = self.gazetteer.places(text) if " " in text else ()
        return bool(places) and places[0].is_wide and (places[0].matched == "name" or places[0].kind == "country")

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
            for label, weight in self.called[text].items():
                ballot[label] += weight
        for name, alias in self.aliases:
            if self._winner(self.ballots[name]) is not None:
                both = Counter(self.ballots[name]) + Counter(self.ballots[alias])
                same = max(both, key=lambda label: both[label])
                self.ballots[name][same] += WEIGHTS.noun
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
