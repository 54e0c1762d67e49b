"""A record comes back from a desk as it went in: every kind of fact, every field, and the order of all of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from dateline.desk.saving.compact import compact
from dateline.desk.saving.forgotten import is_forgotten
from dateline.desk.saving.removing import remove_article
from dateline.desk.saving.restoring import record_of
from dateline.desk.saving.rows import rows_of
from dateline.desk.saving.tables import TABLES
from dateline.desk.saving.writing import ArticleWriter
from dateline.desk.storage.opening import reading, writing
from dateline.desk.storage.transactions import transaction
from dateline.errors import NotInDesk
from dateline.model import Article, Block, Field, Finding, Source
from dateline.record import MadeBy, Record
from dateline.values import (
    KINDS,
    Casualties,
    Charge,
    Code,
    Credit,
    Dateline,
    Event,
    Gist,
    Mention,
    Moment,
    Organisation,
    Person,
    Place,
    Publication,
    Quantity,
    Role,
    Span,
    Statement,
    Value,
)

TEXT = (
    "Två skadade 🌧 in Tarvas\n\nTARVAS, 4 March (Lund Wire) - Brod police chief Ivo Varde said on Monday that two "
    'men were hurt when a bridge was attacked. "It is over", he told Anna Lund.'
)
LATER = TEXT.replace("skadade", "döda").replace("is over", "is not over")


class Shelf:
    """An open desk with somebody who writes to it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = writing(path, create=True)
        self.connection.execute(
            "INSERT INTO runs (verb, began, state, sources, settings) VALUES ('ingest', '', 'running', '[]', '{}')"
        )
        self.writer = ArticleWriter(self.connection, 1)

    def save(self, record: Record, document: bytes = b"document") -> str:
        with transaction(self.connection):
            return self.writer.save(rows_of(record), document)

    def back(self, name: str = "story", version: int | None = None) -> Record:
        return record_of(self.connection, name, version)

    def count(self, table: str) -> int:
        return int(self.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path / "news.db")
    with closing(made.connection):
        yield made


def article(text: str = TEXT, name: str = "story", **given: Any) -> Article:
    source = Source(
        location="in/story.txt", media_type="text/plain", fetched="2031-03-04T10:00:00Z", outlet="Lund Wire"
    )
    blocks = (Block("headline", 0, 23), Block("paragraph", 25, len(text)))
    fields = (Field("published", "2031-03-04", "row: published"), Field("tag", "ö", "row: tags"))
    return Article(id=name, source=source, text=text, blocks=blocks, language="en", fields=fields, **given)


def whole(text: str = TEXT, name: str = "story") -> Record:
    """A record with a fact of every kind, with nothing left at its default where it can be otherwise."""
    record = Record(article(text, name), made_by=MadeBy(dateline="1.2", steps=("one", "two"), model="small"))
    at = _Finder(record)
    said = Mention(start=at("Ivo Varde").start, end=at("Ivo Varde").end, form="name", rule="surname", role="metonym")
    place = at.add(Place(
        name="Tarvas", geonames=17, lat=-59.25, lon=17.5, country="SWE", admin1="26", feature="PPL", precision="near",
        relation="between", mentions=(said,),
    ), "Tarvas")  # fmt: skip
    day = at.add(Moment(
        type="SET", timex="2031-03-04", mod="APPROX", quant="EACH", freq="2X", earliest="2031-03-04",
        latest="2031-03-04T23:59:59", precision="day",
    ), "4 March")  # fmt: skip
    monday = at.add(
        Moment(type="DATE", earliest="2031-03-03", latest="2031-03-03", anchor=day), "Monday", because=(day,)
    )
    code = Code(code="SWE", kind="country", start=at("Brod").start, end=at("Brod").end, rule="place")
    ivo = at.add(Person(
        name="Ivo Varde", aliases=("the Fox", "I. V."), country="SWE", sector="COPGOV", codes=(code,), mentions=(said,)
    ), "Ivo Varde")  # fmt: skip
    anna = at.add(Person(name="Anna Lund"), "Anna Lund")
    police = at.add(Organisation(name="Brod police", aliases=("BP",), country="SWE", mentions=(said,)), "Brod police")
    at.add(Dateline(place=place, date=day, agency="Lund Wire", raw="TARVAS, 4 March (Lund Wire)"), "TARVAS")
    at.add(Publication(
        published=day, updated=monday, agency="Lund Wire", outlet="The Brod Post", bylines=("A", "B"), section="Home",
        headline="Två skadade", deck="In Tarvas", url="https://example.org/1", tags=("x",), status="corrected",
        images=(at("bridge"),),
    ), "Lund Wire", field="row: headline")  # fmt: skip
    at.add(Credit(person=anna, agency="Wire", block=at("Lund Wire")), "Lund Wire")
    at.add(Role(
        person=ivo, title="police chief", organisation=police, country="SWE", since=day, until=monday, state="former",
        acting=True, rank=True, relative=anna,
    ), "police chief", confidence=0.125)  # fmt: skip
    says = at.add(Statement(
        speaker=ivo, speaker_span=at("he"), cue=at("told"), content=(at("It is"), at("over")), manner="mixed",
        addressee=anna, occasion=at("on"), when=monday, where=place, stance="denies", insertions=(at("men"),),
    ), "told")  # fmt: skip
    event = at.add(Event(
        scheme="plover", type="ASSAULT", modes=("beat", "destroy"), contexts=("military", "legal"), cameo="180",
        trigger=at("attacked"), actors=(ivo, police), recipients=(anna,), instruments=(at("bridge"),), when=monday,
        where=(place,), intensity=-9.5,
    ), "attacked", status="denied", said_by=says, reason="somebody says so")  # fmt: skip
    two = at.add(Casualties(
        effect="wounded", low=2, high=9, best=2, group="men", victims=(ivo,), event=event, when=day
    ), "two men")  # fmt: skip
    at.add(Casualties(effect="killed", part_of=two), "hurt")
    at.add(Quantity(of="bridges", low=1.5, high=1e9, unit="%", change="fall", event=event), "a bridge")
    charge = at.add(Charge(
        accused=anna, by=police, offences=("arson", "theft"), stage="tried", court=police, sentence="two years"
    ), "Anna")  # fmt: skip
    at.add(Charge(stage="charged", same_as=charge), "Anna Lund")
    at.add(
        Gist(who=at("Ivo"), what=at("said"), when=at("Monday"), where=at("Tarvas"), why=at("hurt"), how=at("on")), "Ivo"
    )
    record.keep(Finding(check="a", severity="error", message="ö", spans=(at("Ivo"),), facts=(ivo, "gone")))
    record.keep(Finding(check="b", severity="note", message=""))
    return record


class _Finder:
    def __init__(self, record: Record) -> None:
        self.record = record

    def __call__(self, words: str) -> Span:
        start = self.record.text.index(words)
        return Span(start, start + len(words))

    def add(self, value: Value, words: str, **given: Any) -> str:
        return self.record.add(self.record.fact(value, self(words), self(words[:1]), **given)).id


def test_the_record_of_this_test_has_every_kind() -> None:
    assert {fact.kind for fact in whole().facts} == set(KINDS) == set(TABLES)


def test_a_record_comes_back_as_it_was(shelf: Shelf) -> None:
    assert shelf.save(whole()) == "added"
    back = shelf.back()
    assert back.to_json() == whole().to_json()
    assert back.article == whole().article
    with closing(reading(shelf.path)) as other:
        assert record_of(other, "story").to_json() == whole().to_json()


def test_facts_that_stand_before_what_they_refer_to_come_back_so(shelf: Shelf) -> None:
    record = Record(article(), made_by=MadeBy())
    record.fill(list(reversed(whole().facts)), [])
    shelf.save(record)
    assert [fact.id for fact in shelf.back().facts] == [fact.id for fact in reversed(whole().facts)]


def test_a_record_without_anything_comes_back_too(shelf: Shelf) -> None:
    source = Source(location="x", media_type="text/plain")
    bare = Record(Article(id="story", source=source, text="", blocks=()))
    shelf.save(bare)
    assert shelf.back().to_json() == bare.to_json()


@pytest.mark.parametrize("value", [fact.value for fact in whole().facts], ids=lambda value: type(value).__name__)
def test_a_value_is_smaller_and_the_same(value: Value) -> None:
    packed = compact(value)
    assert msgspec.json.decode(packed, type=type(value)) == value
    assert len(packed) <= len(msgspec.json.encode(value))


def test_what_refers_to_a_fact_holds_its_key(shelf: Shelf) -> None:
    shelf.save(whole(name="another"))
    shelf.save(whole())
    ((speaker, said, party),) = shelf.connection.execute(
        "SELECT people.name, articles.id, organisations.name FROM statements JOIN people ON people.fact = speaker "
        "JOIN articles ON articles.key = statements.article JOIN events ON events.article = articles.key "
        "JOIN event_parties ON event_parties.event = events.fact JOIN organisations ON organisations.fact = party "
        "WHERE articles.id = 'story'"
    ).fetchall()
    assert (speaker, said, party) == ("Ivo Varde", "story", "Brod police")
    assert shelf.connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_same_again_is_known(shelf: Shelf) -> None:
    shelf.save(whole())
    counts = {table.name: shelf.count(table.name) for table in TABLES.values()}
    assert shelf.save(whole(), b"other document") == "known"
    assert {table.name: shelf.count(table.name) for table in TABLES.values()} == counts


def test_an_older_version_comes_back_whole(shelf: Shelf) -> None:
    shelf.save(whole())
    newer = whole(LATER)
    assert shelf.save(newer) == "updated"
    assert shelf.back().to_json() == shelf.back(version=2).to_json() == newer.to_json()
    assert shelf.back(version=1).to_json() == whole().to_json()
    assert shelf.connection.execute("SELECT number FROM articles").fetchall() == [(2,)]
    with pytest.raises(NotInDesk, match="no version 3"):
        shelf.back(version=3)


def test_a_new_reading_takes_the_place_of_the_last_one(shelf: Shelf) -> None:
    shelf.save(whole())
    again = Record(article(), made_by=MadeBy(dateline="1.3", steps=("one",), model="large"))
    again.add(again.fact(Person(name="Ivo"), _Finder(again)("Ivo")))
    shelf.writer.replace(rows_of(again), 1)
    assert shelf.back().to_json() == again.to_json()
    assert (shelf.count("facts"), shelf.count("versions"), shelf.count("name_words")) == (1, 1, 1)
    assert shelf.count("events") == shelf.count("findings") == shelf.count("places_map") == 0


def test_nothing_is_left_of_an_article_that_is_removed(shelf: Shelf) -> None:
    shelf.save(whole(name="another"))
    before = counts_of(shelf.connection)
    shelf.save(whole())
    shelf.save(whole(LATER))
    remove_article(shelf.connection, 2)
    assert counts_of(shelf.connection) == before
    assert shelf.back("another").to_json() == whole(name="another").to_json()
    shelf.connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")


def counts_of(connection: sqlite3.Connection) -> dict[str, int]:
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {
        name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
        for name in names
        if not name.startswith(("search_", "places_map_"))
    }


def test_an_unknown_id_is_told(shelf: Shelf) -> None:
    with pytest.raises(NotInDesk, match="'nobody'"):
        shelf.back("nobody")


@pytest.mark.parametrize(
    ("name", "text", "out"), [("gone", "else", True), ("else", TEXT, True), ("else", "else", False)]
)
def test_what_is_forgotten_is_forgotten_by_id_and_by_text(shelf: Shelf, name: str, text: str, out: bool) -> None:
    versions = msgspec.json.encode([article("first").version, article().version]).decode()
    shelf.connection.execute("INSERT INTO forgotten VALUES ('gone', 'asked', '2031-01-01', ?, '[]')", (versions,))
    assert is_forgotten(shelf.connection, name, article(text).version) is out
    record = Record(replace(article(), id=name, text=text, blocks=()))
    assert (shelf.save(record) == "forgotten") is out


def test_a_reader_sees_one_moment_of_an_article(shelf: Shelf) -> None:
    """A record is read in several steps; whoever writes between them must not mix two versions."""
    shelf.save(whole())
    newer = whole(LATER)
    with closing(reading(shelf.path)) as reader:
        replaced: list[str] = []

        def write_between(statement: str) -> None:
            if "FROM blocks" in statement and not replaced:
                replaced.append(shelf.save(newer))

        reader.set_trace_callback(write_between)
        assert record_of(reader, "story").to_json() == whole().to_json()
        reader.set_trace_callback(None)
        assert replaced == ["updated"]
        assert record_of(reader, "story").to_json() == newer.to_json()
