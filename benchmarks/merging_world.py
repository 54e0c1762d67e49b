"""A made-up world with known truth: what happens in it; merging_records.py has the reports.

Names are put together from syllables. One happening in ten looks like the one before it: of the same kind, in the same
town, within days. A fact's id tells its incident: see `truth`.
"""

import random
from datetime import date, timedelta
from typing import NamedTuple

_ONSETS = (
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "z",
)
_NUCLEI = ["a", "e", "i", "o", "u", "ai", "ou"]
_CODAS = ["", "", "n", "r", "l", "s", "k", "m", "nd", "rt"]
_COUNTRIES = [
    *("NOR", "SWE", "FIN", "DNK", "EST", "LVA", "LTU", "POL", "CZE", "SVK", "HUN", "ROU", "BGR"),
    *("GRC", "TUR", "GEO", "ARM", "AZE", "KAZ", "UZB", "KGZ", "TJK", "MNG", "NPL", "BTN"),
]
_FIRST_DAY, _DAYS = date(2021, 1, 1), 1000
_KINDS = [
    ("ASSAULT", "bombed", "Somebody bombed a market in {place} on {day}, killing {toll}", "bomb blast"),
    ("ASSAULT", "shot", "Gunmen shot at a bus in {place} on {day}, killing {toll}", "shooting"),
    ("ACCIDENT", "collided", "Two trains collided near {place} on {day}, killing {toll}", "train crash"),
    ("DISASTER", "flood", "A flood swept through {place} on {day}, killing {toll}", "flood"),
    ("PROTEST", "rallied", "Crowds rallied in {place} on {day}; {toll} were hurt", "rally"),
    ("COERCE", "arrested", "Police arrested {toll} in {place} on {day}", "arrests"),
]


class Town(NamedTuple):
    """A town of the made-up world."""

    geonames: int
    name: str
    country: str
    admin1: str
    lat: float
    lon: float


class Happened(NamedTuple):
    """What truly happened."""

    number: int
    kind: tuple[str, str, str, str]
    day: date
    town: Town
    body: str
    acronym: str
    person: str
    spelling: str
    toll: int
    words: list[str]


def truth(fact: str) -> int:
    """The incident that an event's fact tells of."""
    return int(fact.removeprefix("event-")[:8], 16)


class World:
    """`incidents` happenings; the same for the same seed."""

    def __init__(self, incidents: int, seed: int = 1, common: tuple[str, ...] = ()) -> None:
        self.seed, self.size = seed, incidents
        chance = random.Random(seed)
        self.words = [word for word in common if 5 <= len(word) <= 9 and not word.endswith(("ed", "ly", "ing", "s"))]
        self.towns = [self._town(chance, number) for number in range(max(200, min(6000, incidents // 5)))]

    @staticmethod
    def _word(chance: random.Random, syllables: int) -> str:
        parts = (chance.choice(_ONSETS) + chance.choice(_NUCLEI) for _ in range(syllables))
        return ("".join(parts) + chance.choice(_CODAS)).capitalize()

    def _town(self, chance: random.Random, number: int) -> Town:
        country = chance.randrange(len(_COUNTRIES))
        lat, lon = 20 + 2.5 * (country % 12) + chance.random() * 2, 10 + 8 * (country // 3) + chance.random() * 6
        return Town(
            9_000_000 + number, self._word(chance, 3), _COUNTRIES[country], f"{chance.randrange(1, 7):02}", lat, lon
        )

    def happened(self, number: int) -> Happened:
        """The happening of this number; one in ten looks like the one before it."""
        chance = random.Random(self.seed * 1_000_003 + number)
        kind, town = chance.choice(_KINDS), chance.choice(self.towns)
        day = _FIRST_DAY + timedelta(chance.randrange(_DAYS))
        words = chance.sample(self.words, 9)
        if number % 10 == 9:  # two of a kind in one town within days
            like = self.happened(number - 1)
            kind, town, words = like.kind, like.town, like.words[:2] + words[2:]
            day = like.day + timedelta(chance.choice((2, 3, 4, 5, 6)))
        given, surname, body = self._word(chance, 2), self._word(chance, 2), self._word(chance, 2)
        toll = min(80, 2 + int(chance.expovariate(0.12)))
        return Happened(
            number,
            kind,
            day,
            town,
            f"{body} Front",
            f"{body[0]}F",
            f"{given} {surname}",
            f"{given} {_respelt(surname)}",
            toll,
            words,
        )


def _respelt(surname: str) -> str:
    for old, new in (("ou", "u"), ("k", "c"), ("ai", "ay"), ("z", "s")):
        if old in surname:
            return surname.replace(old, new, 1)
    return surname
