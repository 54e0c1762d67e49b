"""Where an incident was, by all its tellings."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merging.incidents.scenes import where_of
from dateline.merging.parts import Part
from dateline.merging.reports.report import Named
from merging.reported import place, telling_of

LUND = place("Lund", geonames=11, lat=55.7, lon=13.2, country="SWE", admin1="27", feature="PPL")
YSTAD = place("Ystad", geonames=12, lat=55.4, lon=13.8, country="SWE", admin1="27", feature="PPL")
UMEA = place("Umeå", geonames=13, lat=63.8, lon=20.3, country="SWE", admin1="23", feature="PPL")
SKANIA = place("Skåne", geonames=14, country="SWE", admin1="27", precision="admin1", feature="ADM1")
SWEDEN = place("Sweden", geonames=15, country="SWE", precision="country", feature="PCLI")
OSLO = place("Oslo", geonames=16, lat=59.9, lon=10.7, country="NOR", admin1="12", feature="PPLC")
SQUARE = place("Clover Square", lat=55.71, lon=13.19, country="SWE", feature="SQR")
MARKET = place("the market")
NEAR = place("north of Lund", country="SWE", admin1="27", precision="near")


def told(*places: Named | None) -> list[Part]:
    return [telling_of(f"a{at}", where=[named] if named else []) for at, named in enumerate(places)]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([LUND], "Lund"),
        ([SWEDEN, SKANIA, LUND], "Lund"),
        ([SWEDEN, SWEDEN, None, LUND], "Lund"),
        ([SKANIA, SKANIA, UMEA], "Skåne"),
        ([LUND, YSTAD, LUND], "Lund"),
        ([LUND, LUND, OSLO], "Lund"),
        ([OSLO, SWEDEN, SWEDEN], "Sweden"),
        ([MARKET, SKANIA], "Skåne"),
        ([MARKET, None], "the market"),
        ([SWEDEN, NEAR], "north of Lund"),
        ([SWEDEN, SQUARE], "Clover Square"),
    ],
)
def test_the_most_exact_place_that_agrees(places: list[Named | None], expected: str) -> None:
    found = where_of(told(*places))
    assert found and found.name == expected


def test_it_has_all_that_is_known_of_the_place() -> None:
    found = where_of(told(SWEDEN, LUND, LUND))
    assert found
    assert (found.lat, found.lon, found.country, found.admin1) == (55.7, 13.2, "SWE", "27")
    assert (found.geonames, found.precision, found.facts) == (11, "exact", ("a1:n0", "a2:n0"))


def test_one_report_with_several_places_has_one_vote_for_each() -> None:
    whole = telling_of("a", where=[SWEDEN, SKANIA, YSTAD])
    found = where_of([whole, *told(LUND, LUND)])
    assert found and found.name == "Lund"


def test_nobody_tells_where() -> None:
    assert where_of([]) is None
    assert where_of(told(None)) is None


@settings(deadline=None)
@given(st.lists(st.sampled_from([LUND, YSTAD, UMEA, SKANIA, SWEDEN, OSLO, MARKET, None]), max_size=8), st.randoms())
def test_any_order_gives_the_same_place(places: list[Named | None], chance: Any) -> None:
    parts = told(*places)
    mixed = parts.copy()
    chance.shuffle(mixed)
    one, other = where_of(parts), where_of(mixed)
    assert (one and (one.name, sorted(one.facts))) == (other and (other.name, sorted(other.facts)))
