from datetime import UTC, datetime

import pytest
from feed_site import NOON, rss
from hypothesis import given
from hypothesis import strategies as st

from dateline.desk.watching.pacing import (
    DAY,
    after_failures,
    in_words,
    max_age,
    out_of,
    quiet_times,
    retry_after,
    wished_interval,
)
from dateline.desk.watching.states import moment, seconds
from dateline.reading.wires.xml import xml_root

SY = ' xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'


@pytest.mark.parametrize(
    ("failures", "chance", "minutes"),
    [
        (0, 0, 15),
        (1, 0, 15),
        (2, 0, 30),
        (3, 0, 60),
        (3, 1, 75),
        (7, 0, 960),
        (8, 0, 1440),
        (8, 1, 1440),
        (999, 1, 1440),
    ],
)
def test_failing_feeds_wait_twice_as_long_each_time(failures: int, chance: float, minutes: float) -> None:
    assert after_failures(failures, 900, chance) == minutes * 60


def test_a_minimum_above_a_day_is_kept() -> None:
    assert after_failures(1, 2 * DAY, 0) == 2 * DAY


@pytest.mark.parametrize(
    ("told", "wait"),
    [
        ("0", 0),
        (" 120 ", 120),
        ("86401", DAY),
        ("9" * 400, DAY),
        ("Tue, 05 Mar 2024 12:01:00 GMT", 60),
        ("Tuesday, 05-Mar-24 12:01:00 GMT", 60),
        ("Tue, 05 Mar 2024 12:01:00", 60),
        ("Fri, 05 Mar 2049 12:01:00 GMT", DAY),
        ("1.5", None),
        ("-1", None),
        ("tomorrow", None),
        ("", None),
        (None, None),
        ("Tue, 99 Mar 2024 12:01:00 GMT", None),
    ],
)
def test_retry_after(told: str | None, wait: int | None) -> None:
    assert retry_after(told, NOON) == wait


@given(st.text(max_size=40))
def test_no_retry_after_is_trouble(told: str) -> None:
    wait = retry_after(told, NOON)
    assert wait is None or 0 <= wait <= DAY


@pytest.mark.parametrize(
    ("told", "wait"),
    [
        ("max-age=600", 600),
        ('private, Max-Age = "30"', 30),
        ("max-age=31536000", DAY),
        ("s-maxage=600", 0),
        ("no-cache", 0),
        ("", 0),
    ],
)
def test_max_age(told: str, wait: int) -> None:
    assert max_age({"cache-control": told}) == wait


@pytest.mark.parametrize(
    ("head", "wait"),
    [
        ("<ttl>30</ttl>", 1800),
        ("<ttl> 30 </ttl>", 1800),
        ("<ttl>never</ttl>", 0),
        ("<ttl>-5</ttl>", 0),
        (f"<sy:updatePeriod{SY}> hourly </sy:updatePeriod>", 3600),
        (f"<sy:updatePeriod{SY}>Daily</sy:updatePeriod><sy:updateFrequency{SY}>4</sy:updateFrequency>", 21600),
        (f"<sy:updatePeriod{SY}>daily</sy:updatePeriod><sy:updateFrequency{SY}>0</sy:updateFrequency>", DAY),
        (f"<sy:updatePeriod{SY}>weekly</sy:updatePeriod>", DAY),
        (f"<sy:updatePeriod{SY}>often</sy:updatePeriod>", 0),
        ("<item><ttl>90</ttl></item>", 0),
        ("", 0),
    ],
)
def test_the_interval_a_feed_asks_for(head: str, wait: int) -> None:
    assert wished_interval(xml_root(rss(head=head))) == wait


def test_an_atom_feed_may_ask_too() -> None:
    root = xml_root(f'<feed xmlns="http://www.w3.org/2005/Atom"{SY}><sy:updatePeriod>hourly</sy:updatePeriod></feed>')
    assert wished_interval(root) == 3600


@pytest.mark.parametrize(
    ("head", "quiet"),
    [
        ("<skipHours><hour>3</hour><hour>24</hour><hour>x</hour></skipHours>", "0 3"),
        ("<skipDays><day>Sunday</day><day>Saturday</day><day>Sonntag</day></skipDays>", "Saturday Sunday"),
        ("<skipHours>" + "".join(f"<hour>{hour}</hour>" for hour in range(24)) + "</skipHours>", ""),
        ("", ""),
    ],
)
def test_quiet_times(head: str, quiet: str) -> None:
    assert quiet_times(xml_root(rss(head=head))) == quiet


@pytest.mark.parametrize(
    ("quiet", "due"),
    [
        ("", "2024-03-05T12:00:00"),
        ("11 13", "2024-03-05T12:00:00"),
        ("12 13", "2024-03-05T14:00:00"),
        ("Tuesday 0", "2024-03-06T01:00:00"),
        ("Tuesday Wednesday", "2024-03-07T00:00:00"),
    ],
)
def test_out_of_quiet_times(quiet: str, due: str) -> None:
    assert datetime.fromtimestamp(out_of(quiet, NOON), UTC).isoformat()[:19] == due


@given(st.sets(st.integers(0, 23), max_size=23), st.sets(st.sampled_from(["Monday", "Friday", "Sunday"])))
def test_quiet_times_always_end(hours: set[int], days: set[str]) -> None:
    quiet = " ".join([*map(str, hours), *days])
    due = out_of(quiet, NOON)
    assert due >= NOON
    when = datetime.fromtimestamp(due, UTC)
    assert not {str(when.hour), when.strftime("%A")} & set(quiet.split())


@pytest.mark.parametrize(
    ("wait", "words"),
    [
        (0, "0 seconds"),
        (1, "1 second"),
        (120, "120 seconds"),
        (900, "15 minutes"),
        (7201, "2 hours"),
        (DAY, "24 hours"),
    ],
)
def test_waits_in_words(wait: float, words: str) -> None:
    assert in_words(wait) == words


def test_moments_there_and_back() -> None:
    assert moment(NOON) == "2024-03-05T12:00:00+00:00"
    assert seconds(moment(NOON)) == NOON
    assert seconds("") == 0
