"""When an incident was, by all its tellings."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merging.incidents.times import bounded_by, when_of
from dateline.merging.outcomes import When
from dateline.merging.parts import Part
from merging.reported import telling_of

SPANS = {
    "3 May": ("2031-05-03", "2031-05-03", "day"),
    "4 May": ("2031-05-04", "2031-05-04", "day"),
    "noon of the 3rd": ("2031-05-03T12:00", "2031-05-03T12:59", "hour"),
    "morning of the 3rd": ("2031-05-03T06:00+02:00", "2031-05-03T11:59+02:00", "part"),
    "that week": ("2031-04-28", "2031-05-04", "week"),
    "May": ("2031-05-01", "2031-05-31", "month"),
    "2031": ("2031-01-01", "2031-12-31", "year"),
    "2029": ("2029-01-01", "2029-12-31", "year"),
}


def told(*spans: str | None, published: str | None = "2031-06-01", **fields: Any) -> list[Part]:
    parts = []
    for at, span in enumerate(spans):
        when = dict(zip(("earliest", "latest", "time_precision"), SPANS[span], strict=True)) if span else {}
        parts.append(telling_of(f"a{at}", published, **when, **fields))
    return parts


def when(*spans: str | None, **fields: Any) -> tuple[str | None, str | None, str | None] | None:
    found = when_of(told(*spans, **fields))
    return found and (found.earliest, found.latest, found.precision)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        (["3 May"], "3 May"),
        (["2031", "May", "that week", "3 May"], "3 May"),
        (["3 May", "noon of the 3rd"], "noon of the 3rd"),
        (["3 May", "3 May", "4 May"], "3 May"),
        (["4 May", "3 May", "4 May", "noon of the 3rd"], "noon of the 3rd"),
        (["2029", "May", "2031"], "May"),
        (["3 May", "morning of the 3rd", None], "morning of the 3rd"),
        (["2029", "2031", "2031"], "2031"),
    ],
)
def test_the_exact_time_that_most_leave_room_for(spans: list[str | None], expected: str) -> None:
    assert when(*spans) == SPANS[expected]


def test_what_overlaps_is_cut() -> None:
    assert when("that week", "May") == ("2031-05-01", "2031-05-04", "week")


def test_of_two_that_exclude_each_other_the_more_exact_then_the_earlier_counts() -> None:
    assert when("2029", "4 May") == SPANS["4 May"]
    assert when("4 May", "3 May") == SPANS["3 May"]


def test_the_surer_telling_counts_more() -> None:
    odd, sure = telling_of("a", day="2031-05-03", confidence=0.4), telling_of("b", day="2031-05-09", confidence=0.9)
    found = when_of([odd, sure])
    assert found and found.earliest == "2031-05-09"


def test_copies_count_once() -> None:
    parts = told("4 May", "4 May", "3 May", "3 May")
    parts[1] = parts[1]._replace(source=parts[0].source, copy_of="a0")
    found = when_of(parts)
    assert found and found.earliest == "2031-05-03"


def test_facts_are_those_that_agree() -> None:
    found = when_of(told("2031", "3 May", "2029", "3 May"))
    assert found and found.facts == ("a0:e0", "a1:e0", "a3:e0")


def test_what_has_happened_was_hardly_after_its_report() -> None:
    assert when("4 May", "4 May", "3 May", "3 May", "3 May", published="2031-05-03") == SPANS["3 May"]
    late, early = told("4 May", "3 May", published="2031-05-03")
    found = when_of([late, early])
    assert found and found.earliest == "2031-05-03"


def test_nobody_tells_when() -> None:
    assert when(None, None) is None
    assert bounded_by(told(None, None)) == When(latest="2031-06-01")
    assert bounded_by(told(None, published=None)) is None


@settings(deadline=None)
@given(st.lists(st.sampled_from([*SPANS, None]), max_size=8), st.randoms())
def test_any_order_gives_the_same_time(spans: list[str | None], chance: Any) -> None:
    parts = told(*spans)
    mixed = parts.copy()
    chance.shuffle(mixed)
    one, other = when_of(parts), when_of(mixed)
    if one is None or other is None:
        assert one == other
    else:
        assert (one.earliest, one.latest, one.precision) == (other.earliest, other.latest, other.precision)
        assert set(one.facts) == set(other.facts)
