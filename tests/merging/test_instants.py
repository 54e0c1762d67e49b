"""Moments of several zones in one order."""

from itertools import pairwise

import pytest

from dateline.merging.incidents.incident import incident_of
from dateline.merging.instants import instant
from dateline.merging.parts import Part
from merging.reported import happening, report


def test_moments_of_several_zones_stand_in_the_order_in_which_they_were() -> None:
    in_order = ["2033-02-01T08:00+05:00", "2033-02-01T04:00Z", "2033-02-01T01:00-06:00", "2033-02-02T00:30+09:00"]
    assert sorted(in_order, key=instant) == in_order
    assert sorted(in_order) != in_order, "as text they stand in another one"
    assert all(one <= other for one, other in pairwise(map(instant, in_order)))


@pytest.mark.parametrize("moment", ["2033", "2033-02", "2033-02-01", "2033-02-01T08:00:00", "soon", "-0310-02"])
def test_a_moment_without_zone_stays_where_it_is(moment: str) -> None:
    assert instant(moment) == moment


@pytest.mark.parametrize("moment", ["0001-01-01T00:00+05:00", "9999-12-31T23:59-05:00"])
def test_the_ends_of_the_calendar_are_no_fault(moment: str) -> None:
    assert instant(moment) == moment[:10]


def test_nothing_is_no_moment() -> None:
    assert instant(None) == instant("") == ""


def test_reports_of_an_incident_stand_in_their_order_across_zones() -> None:
    told = [report(name, dated, happenings=[happening("PROTEST")]) for name, dated in DATED.items()]
    found = incident_of("incident-1", [Part(each, each.happenings[0], each.article) for each in told])
    assert found.articles == ("east", "west")
    assert (found.first, found.last) == (DATED["east"], DATED["west"])


DATED = {"west": "2033-02-01T04:00:00Z", "east": "2033-02-01T08:00:00+05:00"}
