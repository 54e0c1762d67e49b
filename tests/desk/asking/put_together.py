"""A desk whose incidents and stories were put together by hand, so that what is asked of them is known."""

import sqlite3
import zlib
from pathlib import Path

from msgspec import json
from shelf import Story as Article
from shelf import shelved

from dateline.merging.outcomes import (
    Copy,
    Count,
    Disagreement,
    Figure,
    Incident,
    Party,
    Side,
    Standing,
    Story,
    When,
    Where,
)
from dateline.merging.reports.report import pack
from dateline.merging.reports.reporting import report_of

VARDE = {"geonames": 2612630, "lat": 55.621, "lon": 8.481, "country": "DNK", "precision": "exact"}
LUND = {"geonames": 2693678, "lat": 55.706, "lon": 13.187, "country": "SWE", "precision": "exact"}


MADE = (
    "incident_facts", "incident_casualties", "incidents", "story_articles", "stories", "copies", "event_ties",
    "story_ties", "reports",
)  # fmt: skip
"""Tables of what was put together, those that refer to others first."""


class Together:
    """Writes what merging would write. Articles and facts are named by their ids."""

    def __init__(self, desk: sqlite3.Connection, *articles: Article) -> None:
        self.desk = desk
        for table in MADE:
            desk.execute(f"DELETE FROM {table}")
        for article in articles:
            report = zlib.compress(pack(report_of(article.record)))
            cells = (self.article(article.record.article.id), report)
            desk.execute("INSERT INTO reports (article, version, report) VALUES (?, '1', ?)", cells)

    def article(self, name: str) -> int:
        return self._key("articles", name)

    def fact(self, name: str) -> int:
        return self._key("facts", name)

    def _key(self, table: str, name: str) -> int:
        return int(self.desk.execute(f"SELECT key FROM {table} WHERE id = ?", (name,)).fetchone()[0])

    def copy(self, copy: Copy) -> Copy:
        cells = (self.article(copy.article), self.article(copy.of), copy.how, copy.similarity, int(copy.replaces))
        self.desk.execute("INSERT INTO copies (article, of, how, similarity, replaces) VALUES (?, ?, ?, ?, ?)", cells)
        return copy

    def story(self, story: Story) -> int:
        columns = "id, title, first, last, articles, independent, value"
        cells = (story.story, story.title, story.first, story.last, len(story.articles), story.independent)
        key = self.desk.execute(
            f"INSERT INTO stories ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", (*cells, json.encode(story).decode())
        ).lastrowid
        for name in story.articles:
            self.desk.execute("INSERT INTO story_articles VALUES (?, ?)", (self.article(name), key))
        return int(key or 0)

    def incident(self, incident: Incident, story: int | None = None) -> int:
        when, where = incident.when or When(), incident.where or Where(name="")
        cells = {
            "id": incident.incident,
            "scheme": incident.scheme,
            "type": incident.type,
            "status": incident.status,
            "confidence": incident.confidence,
            "earliest": when.earliest,
            "latest": when.latest,
            '"precision"': when.precision,
            "place": where.name or None,
            "geonames": where.geonames,
            "lat": where.lat,
            "lon": where.lon,
            "country": where.country,
            "title": incident.title,
            "first": incident.first,
            "last": incident.last,
            "articles": len(incident.articles),
            "independent": incident.independent,
            "disagreements": len(incident.disagreements),
            "story": story,
            "value": json.encode(incident).decode(),
        }
        key = self.desk.execute(
            f"INSERT INTO incidents ({', '.join(cells)}) VALUES ({', '.join('?' * len(cells))})", tuple(cells.values())
        ).lastrowid
        for fact in incident.facts:
            self.desk.execute("INSERT INTO incident_facts VALUES (?, ?)", (self.fact(fact), key))
        for effect, count in incident.casualties.items():
            row = (key, effect, count.low, count.high, count.best)
            self.desk.execute("INSERT INTO incident_casualties VALUES (?, ?, ?, ?, ?)", row)
        return int(key or 0)

    def tie(self, level: str, one: str, other: str, score: float, verdict: str = "unsure") -> None:
        keys = sorted((self.fact if level == "event" else self.article)(name) for name in (one, other))
        copy = "" if level == "event" else ", NULL"
        self.desk.execute(f"INSERT INTO {level}_ties VALUES (?, ?, ?, ?{copy})", (*keys, score, verdict))

    def judged(
        self, left: str, right: str | None, verdict: str, why: str | None = None, who: str = "nora", pair: bool = False
    ) -> None:
        cells = (left, right, verdict, why, who, "2031-04-05T10:00:00+00:00")
        key = self.desk.execute(
            'INSERT INTO judgements ("left", "right", verdict, why, who, at) VALUES (?, ?, ?, ?, ?, ?)', cells
        ).lastrowid
        if pair and right:
            self.desk.execute("INSERT INTO judgement_pairs VALUES (?, ?, ?)", (key, *sorted((left, right))))


def blast(name: str, day: str, outlet: str, killed: int, said_by: str = "the police") -> tuple[Article, str, str]:
    """A report of a blast in Varde, with the ids of its event and of its count."""
    text = (
        f"Blast at the Varde mill. A blast tore through the old mill in Varde on Monday and killed {killed} workers, "
        f"{said_by} said. Gunmen of the Brek Front were seen there."
    )
    told = Article(name, text, day, outlet)
    varde, front = told.place("Varde", **VARDE), told.body("Brek Front")
    monday = told.moment("on Monday", "2031-03-31")
    event = told.event("ASSAULT", "blast tore", modes=("explosives",), actors=(front,), where=(varde,), when=monday)
    count = told.harm(f"killed {killed} workers", effect="killed", low=killed, high=killed, best=killed, event=event.id)
    return told, event.id, count.id


def figure(count: str, article: str, outlet: str, killed: int, day: str, copy: bool = False) -> Figure:
    return Figure(
        fact=count, article=article, outlet=outlet, low=killed, high=killed, best=killed, group="workers",
        said_by="the police", published=day, words=f"killed {killed} workers", copy=copy,
    )  # fmt: skip


def newsdesk(folder: Path) -> sqlite3.Connection:
    """Three reports of a blast, one of them a copy; one of another blast in the same town; a march; a quiet story."""
    first, first_event, first_count = blast("first", "2031-04-01", "The Lund Post", 7)
    copied, copied_event, copied_count = blast("copied", "2031-04-01", "Fjord News", 7)
    later, later_event, later_count = blast("later", "2031-04-02", "Varde Radio", 9, "the hospital")
    second, second_event, _ = blast("second", "2031-04-20", "The Lund Post", 2)
    march = Article(
        "march", "March in Lund. Ana Brek led a march in Lund against the mill.", "2031-04-03", "Calm Times"
    )
    lund, brek = march.place("Lund", **LUND), march.person("Ana Brek", country="SWE")
    march_event = march.event("PROTEST", "march in", actors=(brek,), where=(lund,)).id
    desk = shelved(folder, first, copied, later, second, march)
    together = Together(desk, first, copied, later, second, march)
    copy = together.copy(Copy(article="copied", of="first", how="exact", similarity=1.0))
    story = together.story(
        Story(
            story="story-mill",
            title="Blast at the Varde mill",
            articles=("first", "copied", "later", "march"),
            duplicates=(("first", "copied", 1.0),),
            copies=(copy,),
            first="2031-04-01",
            last="2031-04-03",
            names=("Varde", "Brek Front"),
            independent=3,
        )
    )
    other = together.story(
        Story(story="story-second", title="A second blast", articles=("second",), first="2031-04-20", last="2031-04-20")
    )
    figures = (
        figure(first_count, "first", "The Lund Post", 7, "2031-04-01"),
        figure(copied_count, "copied", "Fjord News", 7, "2031-04-01", copy=True),
        figure(later_count, "later", "Varde Radio", 9, "2031-04-02"),
    )
    sides = (
        Side(value="7", said_by="the police", article="first", facts=(first_count,), published="2031-04-01",
             words="killed 7 workers", articles=("first", "copied")),
        Side(value="9", said_by="the hospital", article="later", facts=(later_count,), published="2031-04-02",
             words="killed 9 workers", articles=("later",)),
    )  # fmt: skip
    together.incident(
        Incident(
            incident="incident-mill",
            type="ASSAULT",
            when=When(earliest="2031-03-31", latest="2031-03-31", precision="day", facts=(first_event, later_event)),
            where=Where(name="Varde", geonames=2612630, lat=55.621, lon=8.481, country="DNK", facts=(first_event,)),
            facts=(first_event, copied_event, later_event),
            articles=("first", "copied", "later"),
            casualties={
                "killed": Count(
                    low=7,
                    high=9,
                    best=9,
                    by_source=figures,
                    over_time=(
                        Standing(published="2031-04-01", low=7, high=7, best=7, articles=("first",)),
                        Standing(published="2031-04-02", low=7, high=9, best=9, articles=("later",)),
                    ),
                )
            },
            independent=2,
            disagreements=(
                Disagreement(
                    about="killed", how="disagreement", sides=sides, message="The police say 7, the hospital 9."
                ),
            ),
            title="A blast tore through the old mill in Varde on Monday.",
            modes=("explosives",),
            actors=(Party(name="Brek Front", articles=("first", "later")),),
            confidence=0.9,
            first="2031-04-01",
            last="2031-04-02",
            story="story-mill",
        ),
        story,
    )
    together.incident(
        Incident(
            incident="incident-second",
            type="ASSAULT",
            when=When(earliest="2031-04-19", latest="2031-04-19", precision="day"),
            where=Where(name="Varde", geonames=2612630, lat=55.621, lon=8.481, country="DNK"),
            facts=(second_event,),
            articles=("second",),
            casualties={"killed": Count(low=2, high=2, best=2)},
            title="A second blast shook Varde.",
            modes=("explosives",),
            confidence=0.9,
            first="2031-04-20",
            last="2031-04-20",
            story="story-second",
        ),
        other,
    )
    together.incident(
        Incident(
            incident="incident-march",
            type="PROTEST",
            when=None,
            where=Where(name="Lund", geonames=2693678, lat=55.706, lon=13.187, country="SWE"),
            facts=(march_event,),
            articles=("march",),
            title="Ana Brek led a march in Lund against the mill.",
            status="disputed",
            confidence=0.8,
            first="2031-04-03",
            last="2031-04-03",
            story="story-mill",
        ),
        story,
    )
    together.tie("event", first_event, later_event, 0.91, "same")
    together.tie("event", first_event, copied_event, 0.99, "same")
    together.tie("event", later_event, second_event, 0.62, "different")
    together.tie("story", "first", "later", 0.88)
    together.tie("story", "first", "copied", 0.99)
    together.tie("story", "later", "march", 0.7)
    together.tie("story", "later", "second", 0.3, "unsure")
    return desk
