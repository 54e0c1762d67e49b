"""The reports of a made-up world, as records: what is hard about real ones is in them.

Names are spelt variously, tolls rise and are given differently, days are told more or less exactly, stories are copied,
cut and given other headlines, and some look back at an older happening of another place.
"""

import json
import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple
from zlib import crc32

from merging_world import Happened, World

Fact = dict[str, Any]

_EFFECTS = {"PROTEST": "wounded", "COERCE": "detained"}
_NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}
_FRAMES = [
    "The {a} by the {b} was closed, {who} said.",
    "There was a {a} and a {b} on the road.",
    "{who} said that the {a} would be looked at after the {b}.",
    "People had been told of the {a} for months.",
    "A {a} was found at the {b}, {who} said.",
    "Others came with a {a} to the {b}.",
    "It was the worst {a} since the {b}.",
    "No one could say why the {a} was at the {b}.",
    "The {a} had been open for two years before the {b} was built.",
    "{who} would not say whether the {a} or the {b} came first.",
    "Two men with a {a} went to the {b} in the night.",
    "The day before, the {b} had been taken for a {a}.",
    "What was left of the {a} lay under the {b}.",
    "{who} asked for a new {a} and a {b}.",
]


def lines(world: World, numbers: Iterable[int]) -> Iterator[bytes]:
    """The records of these happenings, ten each on average, as lines of JSON."""
    for number in numbers:
        yield from _reports(world, world.happened(number))


def _reports(world: World, it: Happened) -> Iterator[bytes]:
    chance = random.Random(world.seed * 7_919 + it.number)
    wires: list[_Story] = []
    for n in range(min(40, 1 + int(chance.expovariate(1 / 9)))):
        if wires and chance.random() < 0.3:
            story = chance.choice(wires).copied(chance)
        else:
            story = _Story.told(chance, it)
            wires.append(story)
        yield story.record(it, n, _looked_back_at(world, chance, it))


def _looked_back_at(world: World, chance: random.Random, it: Happened) -> Happened | None:
    """What an article mentions besides: now and then an older happening, with its own day."""
    return world.happened(chance.randrange(it.number)) if it.number > 10 and chance.random() < 0.03 else None


class _Story(NamedTuple):
    """The words of one article, before they are a record."""

    headline: str
    lead: str
    rest: list[str]
    toll: int | None
    atleast: bool
    published: date
    outlet: int
    exact_day: bool
    named: bool

    @classmethod
    def told(cls, chance: random.Random, it: Happened) -> "_Story":
        """A telling of its own."""
        after = min(5, int(chance.expovariate(1.1)))
        toll = max(1, it.toll - max(0, 2 - after) * chance.choice((0, 0, 1, 2))) if chance.random() < 0.85 else None
        number = "several people" if toll is None else f"{_NUMBERS.get(toll, toll)} people" if toll > 1 else "one man"
        exact = chance.random() < 0.85
        day = it.day.strftime("%A") if exact else "this week"
        lead = it.kind[2].format(place=it.town.name, day=day, toll=number)
        who = chance.choice((it.person, it.spelling, it.person.split()[1], "the mayor", "a spokesman"))
        named = who in (it.person, it.spelling)
        words = chance.sample(it.words, 6)
        frames = chance.sample(_FRAMES, 3)
        rest = [f.format(a=words[2 * i], b=words[2 * i + 1], who=who) for i, f in enumerate(frames)]
        if chance.random() < 0.6:
            rest.insert(
                1,
                f"The {chance.choice((it.body, it.acronym))} said it was behind it."
                if it.kind[0] == "ASSAULT"
                else f"The {it.body} asked for help.",
            )
        headline = f"{it.kind[3].capitalize()} in {it.town.name}: {number}, {words[0]}"
        return cls(
            headline,
            lead + ".",
            rest,
            toll,
            chance.random() < 0.2,
            it.day + timedelta(after),
            chance.randrange(400),
            exact,
            named,
        )

    def copied(self, chance: random.Random) -> "_Story":
        """The same story in another outlet: whole, cut, or under another headline."""
        how = chance.random()
        rest = self.rest[:-1] if how < 0.4 else self.rest
        headline = f"Report: {self.headline}" if 0.4 <= how < 0.6 else self.headline
        later = self.published + timedelta(int(chance.random() < 0.3))
        return self._replace(headline=headline, rest=rest, outlet=chance.randrange(400), published=later)

    def record(self, it: Happened, n: int, back: Happened | None) -> bytes:
        """The record of it, as a reader would give it."""
        return json.dumps(_Making(self, it, n, back).record(), separators=(",", ":")).encode()


class _Making:
    """Puts the facts of one article together."""

    def __init__(self, story: _Story, it: Happened, n: int, back: Happened | None) -> None:
        self.story, self.it, self.n = story, it, n
        self.id = f"{it.number:08x}-{n:02x}"
        looks_back = f"It came after the {back.kind[3]} in {back.town.name} on {back.day:%d %B %Y}." if back else ""
        self.back = back
        paragraphs = [story.headline, story.lead, *story.rest, *([looks_back] if looks_back else [])]
        self.text = "\n".join(paragraphs)
        self.looks_back = self.text.rfind(looks_back) if back else -1
        self.facts: list[Fact] = []

    def add(self, kind: str, value: Fact, start: int = 0, end: int = 1, tail: str = "") -> str:
        """A fact of this article."""
        made = f"{kind}-{self.it.number:08x}{self.n:02x}{len(self.facts):04x}{tail}"
        self.facts.append(
            {
                "id": made,
                "kind": kind,
                "value": value,
                "spans": [[start, end]],
                "field": None,
                "because": [],
                "confidence": 0.9,
                "method": "made up",
                "status": "asserted",
                "said_by": None,
                "reason": None,
            }
        )
        return made

    def record(self) -> Fact:
        """The whole record."""
        story, it = self.story, self.it
        published = self._moment(story.published.isoformat(), story.published.isoformat())
        self.add(
            "publication", {"published": published, "outlet": f"Outlet {story.outlet}", "headline": story.headline}
        )
        self._event(it, self.text.index(story.lead), story)
        if self.back:
            self._event(self.back, self.looks_back, None)
        head = len(story.headline)
        return {
            "format": "dateline/1",
            "id": self.id,
            "version": f"{crc32(self.text.encode()):08x}",
            "source": {
                "location": f"made/{self.id}",
                "media_type": "text/plain",
                "fetched": None,
                "outlet": f"Outlet {story.outlet}",
            },
            "language": "en",
            "text": self.text,
            "blocks": [
                {"role": "headline", "start": 0, "end": head},
                {"role": "paragraph", "start": head + 1, "end": len(self.text)},
            ],
            "facts": self.facts,
            "findings": [],
            "made_by": {"dateline": "0", "steps": [], "model": ""},
        }

    def _moment(self, earliest: str, latest: str, precision: str = "day") -> str:
        return self.add(
            "moment",
            {"type": "DATE", "timex": earliest, "earliest": earliest, "latest": latest, "precision": precision},
        )

    def _mention(self, words: str, start: int) -> list[Fact]:
        at = self.text.find(words, start)
        return [{"start": at, "end": at + len(words), "form": "name", "rule": "name"}] if at >= 0 else []

    def _event(self, it: Happened, start: int, story: _Story | None) -> None:
        town, day = it.town, it.day.isoformat()
        place = self.add(
            "place",
            {
                "name": town.name,
                "geonames": town.geonames,
                "lat": town.lat,
                "lon": town.lon,
                "country": town.country,
                "admin1": town.admin1,
                "feature": "PPL",
                "precision": "exact",
                "mentions": self._mention(town.name, start),
            },
        )
        if story and not story.exact_day:
            monday = it.day - timedelta(it.day.weekday())
            when = self._moment(monday.isoformat(), (monday + timedelta(6)).isoformat(), "week")
        else:
            when = self._moment(day, day)
        actors = []
        if story and (mention := self._mention(it.body, start)):
            actors = [
                self.add(
                    "organisation",
                    {"name": it.body, "aliases": [], "country": town.country, "sector": "REB", "mentions": mention},
                )
            ]
        if story and story.named and (mention := self._mention(it.person, start) or self._mention(it.spelling, start)):
            self.add(
                "person",
                {
                    "name": self.text[mention[0]["start"] : mention[0]["end"]],
                    "country": town.country,
                    "sector": "GOV",
                    "mentions": mention,
                },
            )
        word = it.kind[1] if story else it.kind[3]
        trigger = max(self.text.find(word.split()[0], start), start)
        end = trigger + len(word.split()[0])
        event = f"event-{it.number:08x}{self.it.number & 0xFFFFF:05x}{self.n:02x}{int(story is None)}"
        self.facts.append(
            {
                "id": event,
                "kind": "event",
                "spans": [[trigger, end]],
                "field": None,
                "because": [],
                "confidence": 0.9 if story else 0.7,
                "method": "made up",
                "status": "asserted" if story else "historical",
                "said_by": None,
                "reason": None,
                "value": {
                    "scheme": "other" if it.kind[0] in ("ACCIDENT", "DISASTER") else "plover",
                    "type": it.kind[0],
                    "trigger": [trigger, end],
                    "actors": actors if it.kind[0] != "COERCE" else [],
                    "when": when,
                    "where": [place],
                },
            }
        )
        if story and story.toll is not None:
            low = story.toll
            self.add(
                "casualties",
                {
                    "effect": _EFFECTS.get(it.kind[0], "killed"),
                    "low": low,
                    "high": None if story.atleast else low,
                    "best": low,
                    "group": "people",
                    "event": event,
                },
                start,
                start + len(story.lead),
            )
