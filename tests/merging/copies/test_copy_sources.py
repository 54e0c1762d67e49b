"""Which reports go back to one source."""

from typing import Any

from dateline.merging.copies.sources import sources_of
from dateline.merging.outcomes import Copy
from dateline.merging.reports.report import Report
from merging.printed import printed

WIRE = (
    "Two trains collided near Vik on Monday, and eleven passengers were taken to hospital with light injuries. "
    "The line stayed closed until evening while cranes lifted the wagons from the track, the operator said. "
)
OWN = "Our reporter met the driver at the clinic, where he spoke of fog, a late signal and the noise of the brakes. "


def told(article: str, body: str, **fields: Any) -> Report:
    return printed(article, body, **{"published": "2024-05-03", **fields})


def copy(article: str, of: str) -> Copy:
    return Copy(article=article, of=of, how="near", similarity=0.9)


def test_reports_of_different_outlets_are_sources_of_their_own() -> None:
    found = sources_of([told("a", WIRE, outlet="Echo"), told("b", OWN, outlet="Post")], [])
    assert found == {"a": "Echo", "b": "Post"}


def test_a_chain_of_copies_has_one_source_whatever_the_order() -> None:
    reports = [
        told("c", WIRE, outlet="Third", published="2024-05-05"),
        told("a", WIRE, outlet="First"),
        told("b", WIRE, outlet="Second", published="2024-05-04"),
    ]
    chain = [copy("b", "a"), copy("c", "b")]
    assert set(sources_of(reports, chain).values()) == {"First"}
    assert sources_of(reports[::-1], chain[::-1]) == sources_of(reports, chain)


def test_an_agencys_words_are_the_agencys() -> None:
    reports = [
        told("a", WIRE + OWN, outlet="Echo", agencies=("Nordwire",)),
        told("b", WIRE, outlet="Post", agencies=("Nordwire",)),
    ]
    assert sources_of(reports, []) == {"a": "Nordwire", "b": "Nordwire"}


def test_to_credit_an_agency_is_not_to_copy_it() -> None:
    reports = [
        told("a", WIRE, outlet="Echo", agencies=("Nordwire",)),
        told("b", OWN, outlet="Post", agencies=("Nordwire",)),
    ]
    assert sources_of(reports, []) == {"a": "Echo", "b": "Post"}


def test_one_outlet_is_one_source_however_often_it_reports() -> None:
    assert set(sources_of([told("a", WIRE, outlet="Echo"), told("b", OWN, outlet="Echo")], []).values()) == {"Echo"}


def test_without_an_outlet_the_host_or_the_article_is_the_source() -> None:
    reports = [told("a", WIRE, location="https://www.echo.example/trains"), told("b", OWN, location="box/b.txt")]
    assert sources_of(reports, []) == {"a": "echo.example", "b": "b"}


def test_copies_of_what_is_not_there_tell_nothing() -> None:
    assert sources_of([told("a", WIRE, outlet="Echo")], [copy("a", "gone")]) == {"a": "Echo"}
