"""What speaks for a fact beside an article: its words, its reasons, and where it leads; what is too much is counted."""

import pytest
from mill_story import home, set_, told
from msgspec.structs import replace

from dateline.desk.asking.home.home import Happened, Home, Identity
from dateline.desk.asking.why.explanation import Struck
from dateline.faces.web.pages.article.evidence import MOST, Witness, called
from dateline.model import Finding
from dateline.record import Record
from dateline.values import Event, Person, Publication, Quantity, Span, Statement


def witness(record: Record, around: Home | None = None) -> Witness:
    return Witness(record, around or home(), lambda fact: f"#{fact}")


def test_evidence_of_a_fact_that_rests_on_no_words_names_its_field() -> None:
    record = told()
    fact = record.add(record.fact(Publication(outlet="Mill Post"), field="meta: site", confidence=0.5, reason="a\nb"))
    found = witness(record).of(fact)
    assert (found.words, found.left_out, found.field, found.reason) == ((), 0, "meta: site", "a b")
    assert (found.said_by, found.because, found.links, found.struck) == (None, (), (), None)


@pytest.mark.parametrize("many", [1, MOST, MOST + 1, MOST + 30])
def test_words_beyond_the_first_ones_are_counted(many: int) -> None:
    record = told("mill " * 60)
    spans = [Span(at * 5, at * 5 + 4) for at in reversed(range(many))]
    found = witness(record).of(record.add(record.fact(Person(name="Mill"), *spans)))
    assert (len(found.words), found.left_out) == (min(many, MOST), max(0, many - MOST))
    assert [quote.start for quote in found.words] == sorted(quote.start for quote in found.words) and found.words[
        0
    ].words


def test_reasons_are_told_once_each_in_their_order() -> None:
    record = told()
    aino, olli = (record.add(record.fact(Person(name=name), Span(0, 4))) for name in ("Aino Berk", "Olli Rask"))
    last = record.add(record.fact(Quantity(of="n", low=1), Span(0, 4), because=(olli.id, aino.id, olli.id)))
    assert [link.address for link in witness(record).of(last).because] == [f"#{olli.id}", f"#{aino.id}"]
    finding = Finding(check="no such check", severity="note", message="x", facts=(aino.id, "gone"), spans=(Span(0, 4),))
    found = witness(record).of_finding("finding-0", finding)
    assert [link.words for link in found.because] == ["person “Aino Berk”"] and found.sentence == ""


def test_a_statement_of_nobody_is_called_by_its_words_and_a_long_one_is_cut() -> None:
    record = told("word " * 400)
    said = record.add(record.fact(Statement(content=(Span(0, 1999),), manner="direct", stance="denies"), Span(0, 4)))
    words = called(record, said)
    assert words.startswith("somebody unnamed denies: “word word") and words.endswith("…”") and len(words) < 120


def test_a_fact_leads_to_its_event_and_to_each_of_those_it_names_once() -> None:
    record = told()
    aino, olli = (record.add(record.fact(Person(name=name), Span(0, 4))) for name in ("Aino Berk", "Olli Rask"))
    event = record.add(record.fact(Event(type="AID", trigger=Span(10, 14), actors=(aino.id, olli.id)), Span(10, 14)))
    same = Identity("p/1", "person", "Aino <b>", 0.9)
    around = home(
        identities={aino.id: same, olli.id: same},
        incidents={event.id: Happened("i", "x", "AID", 3, 1, 2)},
        wrong={event.id: Struck(fact=event.id, kind="event", words="", article="a b", who="Ines", why=None, at="")},
    )
    found = witness(record, around).of(event)
    assert [(link.words, link.address) for link in found.links] == [
        ("This event in 3 reports, which do not agree", "/incident/i"),
        ("Aino <b> in all news", "/person/p%2F1"),
    ]
    assert found.struck and found.struck.who == "Ines"
    alone = replace(around, incidents={event.id: Happened("i", "x", "AID", 1, 1, 0)})
    assert witness(record, alone).of(event).links[0].words == "This event by itself"


@pytest.mark.parametrize("version", [None, 3])
def test_a_fact_of_another_part_has_an_address_of_its_own(version: int | None) -> None:
    record = told("mill " * 20_000)
    aino = record.add(record.fact(Person(name="Aino Berk"), Span(90_000, 90_004)))
    record.add(record.fact(Quantity(of="n", low=1), Span(0, 4), because=(aino.id,)))
    ((margin,),) = set_(record, version=version).margins.values()
    query = f"version={version}&" if version else ""
    assert margin.evidence[0].because[0].address == f"/article/a%20b?{query}fact={aino.id}#{aino.id}"
