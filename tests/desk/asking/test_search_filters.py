"""What each filter of a search finds, and what it must not find."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from shelf import Story, shelved

from dateline.desk.asking.articles.hits import Hit
from dateline.desk.asking.articles.search import search
from dateline.desk.asking.question.filters import filters
from dateline.desk.asking.rows import Rows
from dateline.values import Casualties

LUND = {"geonames": 2693678, "lat": 55.706, "lon": 13.187, "country": "SWE", "precision": "exact"}
MALMO = {"geonames": 2692969, "lat": 55.606, "lon": 13.001, "country": "SWE", "precision": "exact"}
DENMARK = {"geonames": 2623032, "lat": 56.0, "lon": 10.0, "country": "DNK", "precision": "country"}

Found = Callable[..., list[str]]


def clash() -> Story:
    """An assault in Lund with three killed, a protest in Malmö with none; a flood elsewhere that killed many."""
    text = (
        "Clash in Lund. Gunmen attacked a bus in Lund on Tuesday and killed three people. In Malmö crowds marched. "
        "An old flood in Denmark killed 90."
    )
    story = Story("clash", text, "2031-04-02")
    lund = story.place("in Lund on", name="Lund", **LUND)
    malmo = story.place("Malmö", **MALMO)
    denmark = story.place("Denmark", **DENMARK)
    tuesday = story.moment("on Tuesday", "2031-04-01")
    once = story.moment("An old flood", "1988-01-01", "1988-12-31", "year")
    attack = story.event("ASSAULT", "attacked", where=(lund,), when=tuesday, modes=("firearms",))
    story.event("PROTEST", "marched", where=(malmo,))
    flood = story.event("DISASTER", "flood", "historical", where=(denmark,), when=once, scheme="other")
    story.harm("killed three", effect="killed", low=3, high=3, best=3, event=attack.id)
    story.harm("killed 90", effect="killed", low=90, high=90, best=90, event=flood.id)
    return story


def denial() -> Story:
    """A denied assault and a count that belongs to no event."""
    text = "Nobody was hit. Ana Brek denied that soldiers beat anyone. At least seven people died in Denmark."
    story = Story("denial", text, "2031-03-10", outlet="Malmo Times")
    brek = story.person("Ana Brek")
    said = story.said(brek, "soldiers beat anyone", stance="denies")
    story.event("ASSAULT", "beat", "denied", said, modes=("beat",))
    story.place("Denmark", **DENMARK)
    story.harm("seven people died", effect="killed", low=7)
    return story


def quiet() -> Story:
    """No event at all, no day, and a finding."""
    story = Story("quiet", "A quiet day at the ferry port. Makhmud Osei waved.", None, outlet="the lund post")
    story.person("Makhmud Osei")
    story.record.keep(story.record.report("weekday_and_date", "warning", "no such day", story.span("quiet day")))
    return story


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(shelved(tmp_path, clash(), denial(), quiet())) as connection:
        yield connection


@pytest.fixture
def found(desk: sqlite3.Connection) -> Found:
    def ids(words: str | None = None, **asked: object) -> list[str]:
        return [hit.id for hit in search(desk, filters(words, **asked))]  # type: ignore[arg-type]

    return ids


def test_no_filter_finds_all_the_newest_first(found: Found) -> None:
    assert found() == ["clash", "denial", "quiet"]


def test_types_and_modes(found: Found) -> None:
    assert found(type="ASSAULT") == ["clash"]
    assert found(type="ASSAULT/firearms") == ["clash"]
    assert found(type="ASSAULT/beat") == []
    assert found(type="PROTEST,ACCIDENT") == ["clash"]
    assert found(type=["ASSAULT/beat", "PROTEST"]) == ["clash"]


def test_what_was_denied_is_found_when_it_is_asked_for(found: Found) -> None:
    assert found(type="ASSAULT", status="denied") == ["denial"]
    assert found(type="ASSAULT", status="any") == ["clash", "denial"]
    assert found(status="denied") == ["denial"]
    assert found(type="DISASTER") == []
    assert found(type="DISASTER", status="historical") == ["clash"]
    assert found(status="any") == ["clash", "denial", "quiet"]


def test_type_and_place_hold_of_one_event(found: Found) -> None:
    assert found(type="ASSAULT", place="Lund") == found(type="PROTEST", place="Malmo") == ["clash"]
    assert found(type="ASSAULT", place="Malmo") == found(type="PROTEST", place="Lund") == []
    assert found(type="ASSAULT", within="5km:Lund") == ["clash"]
    assert found(type="PROTEST", within="5km:Lund") == []
    assert found(type="ASSAULT", country="DNK") == []


def test_without_an_event_the_article_names_the_place(found: Found) -> None:
    assert found(place="Malmö") == found(place="malmo") == ["clash"]
    assert found(country="Denmark") == ["clash", "denial"]
    assert found(country="Sweden", place="Lund") == ["clash"]
    assert found(country="Denmark", place="Lund") == []  # of one and the same place


def test_a_country_lies_nowhere_near(found: Found) -> None:
    assert found(within="50km:56.0,10.0") == []
    assert found(within="20km:55.7,13.2") == ["clash"]


def test_killed_in_that_event(found: Found) -> None:
    assert found(type="ASSAULT", min_killed=3) == ["clash"]
    assert found(type="ASSAULT", min_killed=4) == []
    assert found(type="PROTEST", min_killed=1) == []
    assert found(type="DISASTER", status="any", min_killed=90) == ["clash"]
    assert found(min_killed=90) == []  # what is long ago


def test_killed_in_no_event(found: Found) -> None:
    assert found(min_killed=7) == ["denial"]
    assert found(min_killed=3) == ["clash", "denial"]
    assert found(min_killed=7, country="DNK") == ["denial"]
    assert found(min_killed=7, country="SWE") == []
    assert found(min_killed=7, since="2031-03-10", until="2031-03-10") == ["denial"]
    assert found(min_killed=7, since="2031-03-11") == []
    assert found(min_killed=8) == []
    assert found(min_killed=7, type="ASSAULT", status="any") == []
    assert found(min_killed=3, status="any") == ["clash", "denial"]


def test_the_day_of_an_event_is_its_own(found: Found) -> None:
    assert found(type="ASSAULT", since="2031-04-01", until="2031-04-01") == ["clash"]
    assert found(type="ASSAULT", since="2031-04-02") == []
    assert found(type="PROTEST", since="2031-04-02", until="2031-04-02") == ["clash"]  # its article's day
    assert found(type="PROTEST", until="2031-04-01") == []
    assert found(type="DISASTER", status="any", until="1988") == ["clash"]
    assert found(type="DISASTER", status="any", until="1988-06") == []  # it may have been later


def test_the_day_of_an_article(found: Found) -> None:
    assert found(since="2031-03-10", until="2031-03-10") == ["denial"]
    assert found(since="2031-04") == ["clash"]
    assert found(until="2031") == ["clash", "denial"]


def test_people(found: Found) -> None:
    assert found(person="Brek") == found(person="ANA BREK") == ["denial"]
    assert found(person="Mahmud Osei") == ["quiet"]
    assert found(person="Lund") == []


def test_who_said_something(found: Found) -> None:
    assert found(said_by="Brek") == ["denial"]
    assert found(said_by="Osei") == []


def test_outlets(found: Found) -> None:
    assert found(outlet="The Lund Post") == ["clash", "quiet"]
    assert found(outlet="Lund Post") == []


def test_findings(found: Found) -> None:
    assert found(has_finding="any") == found(has_finding="weekday_and_date") == ["quiet"]
    assert found(has_finding="spellings") == []


def test_what_is_nowhere_in_the_desk_is_said(desk: sqlite3.Connection) -> None:
    assert hits(desk, outlet="The Lund Pst").notes == (
        "no article is by 'The Lund Pst'; did you mean 'The Lund Post'?",
    )
    assert hits(desk, outlet="malmo").notes == ("no article is by 'malmo'; did you mean 'Malmo Times'?",)
    assert hits(desk, outlet="Zzz").notes == ("no article is by 'Zzz'",)
    assert hits(desk, outlet="MALMO TIMES", type="PROTEST").notes == ()
    found = hits(desk, has_finding="spellings").notes
    assert found == ("there is no finding of a check 'spellings'; there are findings of weekday_and_date",)


def test_an_agency_is_no_outlet_and_that_is_said(desk: sqlite3.Connection) -> None:
    desk.execute(
        "INSERT INTO datelines (fact, article, agency, raw) SELECT key, article, 'Orla Wire', '' FROM facts LIMIT 1"
    )
    assert hits(desk, outlet="orla wire").notes == (
        "no article is by 'orla wire'",
        "it is the agency of 1 dateline; who published them is said with `dateline ingest --outlet`",
    )


def test_an_outlet_is_told_whose_capitals_have_accents(tmp_path: Path) -> None:
    with closing(shelved(tmp_path, Story("a", "Rain fell.", outlet="Écho de Tarn"))) as desk:
        assert hits(desk, outlet="Écho de TARN").total == 1
        found = hits(desk, outlet="écho de tarn")
        assert (found.total, found.notes) == (0, ("no article is by 'écho de tarn'; did you mean 'Écho de Tarn'?",))


def test_words_with_filters(found: Found) -> None:
    assert found("people") == ["clash", "denial"] or found("people") == ["denial", "clash"]
    assert found("people", type="ASSAULT") == ["clash"]
    assert found("people -gunmen") == ["denial"]
    assert found("-people") == ["quiet"]
    assert found("-people", outlet="Malmo Times") == []
    assert found("people", order="newest") == ["clash", "denial"]
    assert found("ferry", country="DNK") == []


def judge(desk: sqlite3.Connection, fact: str, verdict: str) -> None:
    desk.execute(
        "INSERT INTO judgements (left, verdict, who, at) VALUES (?, ?, 'an editor', '2031-04-03')", (fact, verdict)
    )


def hits(desk: sqlite3.Connection, words: str | None = None, **asked: object) -> Rows[Hit]:
    return search(desk, filters(words, **asked))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ({"type": "ASSAULT"}, "event"),
        ({"country": "DNK"}, "place"),
        ({"person": "Brek"}, "person"),
        ({"said_by": "Brek"}, "statement"),
    ],
)
def test_what_was_judged_wrong_is_not_found(desk: sqlite3.Connection, asked: dict[str, str], kind: str) -> None:
    first = hits(desk, **asked)[0]
    for fact in first.facts:
        assert fact.startswith(kind)
        judge(desk, fact, "wrong")
    assert first.id not in [hit.id for hit in hits(desk, **asked)]
    for fact in first.facts:
        judge(desk, fact, "right")  # the last word counts
    assert first.id in [hit.id for hit in hits(desk, **asked)]


def test_a_count_that_was_judged_wrong(desk: sqlite3.Connection) -> None:
    hit = hits(desk, type="ASSAULT", min_killed=3)[0]
    judge(desk, hit.facts[-1], "wrong")
    assert not hits(desk, type="ASSAULT", min_killed=3)
    assert hits(desk, type="ASSAULT")[0].killed_low is None


def test_a_place_of_the_event_that_was_judged_wrong(desk: sqlite3.Connection) -> None:
    (lund,) = hits(desk, place="Lund")[0].facts
    judge(desk, lund, "wrong")
    assert not hits(desk, type="ASSAULT", place="Lund")


def test_counts_that_are_only_possible(tmp_path: Path) -> None:
    story = Story("maybe", "A blast hit Lund. Up to nine may have died.")
    blast = story.event("ASSAULT", "blast")
    story.add(Casualties(effect="killed", low=9, event=blast.id), "nine may have died", "possible")
    with closing(shelved(tmp_path, story)) as desk:
        assert not hits(desk, min_killed=1)
        assert not hits(desk, type="ASSAULT", min_killed=1)
        assert hits(desk, type="ASSAULT", status="any", min_killed=9)


def test_a_count_with_a_day_of_its_own(tmp_path: Path) -> None:
    story = Story("then", "A fair in Lund. In 1999 a fire killed nine.")
    then = story.moment("1999", "1999-01-01", "1999-12-31", "year")
    story.harm("killed nine", effect="killed", low=9, when=then.id)
    with closing(shelved(tmp_path, story)) as desk:
        assert not hits(desk, min_killed=9, since="2031")
        assert hits(desk, min_killed=9, since="1999", until="1999")
