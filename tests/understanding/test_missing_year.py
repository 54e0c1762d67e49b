"""The year of a dateline that has none, weighed from what the story and its page name."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.understanding.times import missing_year
from dateline.understanding.times.missing_year import (
    GIVEN,
    REACH,
    SUREST,
    WITNESSED,
    Clues,
    Named,
    Pair,
    Weekday,
    year_guess,
    year_shares,
)
from dateline.understanding.times.tense import AHEAD, BACK, OPEN

MONDAY, THURSDAY, FRIDAY = Weekday(0, "Monday"), Weekday(3, "Thursday"), Weekday(4, "Friday")


def day(year: int, month: int, number: int, way: int = BACK) -> Named:
    when = date(year, month, number)
    return Named(when, when, way, f"{number} {when:%B} {year}")


def month(year: int, number: int, way: int = BACK) -> Named:
    return Named(date(year, number, 1), date(year, number, 28), way, f"{date(year, number, 1):%B} {year}")


def year(number: int, way: int = BACK) -> Named:
    return Named(date(number, 1, 1), date(number, 12, 31), way, str(number))


def leader(month: int, number: int, clues: Clues) -> int:
    shares = year_shares(month, number, clues)
    return max(shares, key=lambda each: shares[each])


# ---- days


def test_the_dateline_s_own_day_tells_the_year() -> None:
    guess = year_guess(3, 14, Clues((day(2014, 3, 14, OPEN),)))
    assert (guess.year, guess.confidence) == (2014, SUREST)
    assert guess.reason == "no year in the dateline; 2014 fits best: the story names 14 March 2014, the day itself"


def test_a_december_day_puts_a_january_story_into_the_year_after() -> None:
    guess = year_guess(1, 4, Clues((day(2013, 12, 29),)))
    assert guess.year == 2014
    assert "29 December 2013, lies 6 days before it" in guess.reason


def test_the_day_before_is_told_in_the_singular() -> None:
    assert "lies 1 day before it" in year_guess(3, 14, Clues((day(2014, 3, 13, OPEN),))).reason


@pytest.mark.parametrize("named", [day(2013, 6, 1), day(1946, 3, 5), day(2014, 5, 2, AHEAD)])
def test_a_day_far_away_tells_too_little(named: Named) -> None:
    guess = year_guess(1, 20, Clues((named,)))
    assert guess.year is None
    assert guess.confidence <= GIVEN
    assert "it stays open, and may be" in guess.reason
    assert named.words in guess.reason


def test_a_maturity_date_is_no_clue_though_it_lies_on_the_same_day() -> None:
    assert year_guess(3, 20, Clues((day(1997, 3, 20, AHEAD),))).year is None


def test_a_day_ahead_bounds_the_year() -> None:
    shares = year_shares(3, 14, Clues((day(2015, 11, 2, AHEAD), year(2013))))
    assert sum(share for each, share in shares.items() if each > 2015) < 0.05


def test_a_day_ahead_told_as_past_is_hardly_ever_so() -> None:
    tensed, slip = (year_shares(3, 14, Clues((day(2020, 1, 5, way), year(2013)))) for way in (AHEAD, BACK))
    assert slip[2014] < tensed[2014]


# ---- years and months


@pytest.mark.parametrize("named", [(year(2014),), (year(2011), year(2014)), (month(2014, 2),), ()])
def test_years_and_months_alone_are_no_guess(named: tuple[Named, ...]) -> None:
    guess = year_guess(3, 14, Clues(named))
    assert guess.year is None
    assert guess.confidence < GIVEN


def test_a_month_told_with_its_year_is_the_year_before_s() -> None:
    # "Sales rose from March 2013": a story of 2013 would say "in March".
    assert year_guess(3, 20, Clues((month(2013, 3),))).year is None
    assert leader(3, 20, Clues((month(2013, 3), month(2013, 6)))) == 2014


def test_a_year_speaks_once_however_often_it_is_named() -> None:
    once = year_shares(9, 14, Clues((year(2012), year(2014))))
    often = year_shares(9, 14, Clues((year(2012), year(2014), year(2014), year(2014))))
    assert often == pytest.approx(once)


# ---- weekdays


def test_three_years_and_the_lead_s_weekday_tell_the_year_with_half_a_heart() -> None:
    # 14 March was a Monday in 2016, a Saturday in 2015, a Friday in 2014.
    guess = year_guess(3, 14, Clues((year(2009), year(2012), year(2015)), lead=MONDAY))
    assert guess.year == 2016
    assert 0.4 <= guess.confidence <= WITNESSED
    assert "14 March was a Monday in 2016, as in the lead" in guess.reason
    assert "the nearest time that the story names, 2015, lies before it" in guess.reason


def test_other_years_that_fit_are_named_and_lower_the_confidence() -> None:
    # 4 March was a Friday in 2016, a Tuesday in 2014.
    named = (year(2009), year(2012), year(2015))
    alone = year_guess(3, 14, Clues(named, lead=MONDAY, pairs=(Pair(4, 3, 4, BACK, "Friday"),)))
    rivalled = year_guess(3, 14, Clues(named, lead=MONDAY))
    assert alone.year == rivalled.year == 2016
    assert alone.confidence == WITNESSED
    assert "would fit less well" not in alone.reason
    assert rivalled.confidence < WITNESSED
    assert "would fit less well" in rivalled.reason


@pytest.mark.parametrize(
    ("named", "lead"),
    [
        ((year(2015),), MONDAY),  # one witness
        ((year(2012), year(2015)), MONDAY),  # two
        ((year(2003), year(2005), year(2007)), MONDAY),  # long ago
        ((year(2009), year(2012), year(2015)), THURSDAY),  # the lead tells of four days before
        ((), MONDAY),
    ],
)
def test_a_weekday_without_enough_witnesses_tells_nothing(named: tuple[Named, ...], lead: Weekday) -> None:
    assert year_guess(3, 14, Clues(named, lead=lead)).year is None


def test_a_weekday_alone_fits_many_years() -> None:
    assert "the text names no year, and a weekday" in year_guess(3, 14, Clues(lead=MONDAY)).reason


def test_a_lead_may_tell_of_the_day_before() -> None:
    guess = year_guess(3, 14, Clues((day(2014, 3, 11),), lead=THURSDAY))
    assert guess.year == 2014
    assert "the day before 14 March was a Thursday in 2014, as in the lead" in guess.reason


def test_a_weekday_that_does_not_fit_is_said() -> None:
    guess = year_guess(3, 14, Clues((day(2014, 3, 13, OPEN),), lead=MONDAY))
    assert guess.year == 2014
    assert "the lead's Monday would be 10 March 2014" in guess.reason


def test_a_dated_weekday_votes_for_the_years_in_which_it_fell_so() -> None:
    # 3 March was a Monday in 2014 and in 2008.
    pair = Pair(0, 3, 3, BACK, "Monday")
    shares = year_shares(3, 14, Clues((year(2012),), pairs=(pair,)))
    assert max(shares, key=lambda each: shares[each]) == 2014
    assert (
        "3 March 2014 was a Monday, as the text says" in year_guess(3, 14, Clues((year(2012),), pairs=(pair,))).reason
    )


def test_one_misprinted_weekday_does_not_outweigh_a_day() -> None:
    # 3 March 2014 was a Monday.
    guess = year_guess(3, 14, Clues((day(2014, 3, 14, OPEN),), pairs=(Pair(1, 3, 3, BACK, "Tuesday"),)))
    assert guess.year == 2014
    assert "against it, 3 March 2014 was a Monday and not the text's Tuesday" in guess.reason


def test_a_misprint_lowers_the_share() -> None:
    named = (day(2014, 2, 20), year(2012))
    fits, slips = Pair(0, 3, 3, BACK, "Monday"), Pair(1, 3, 3, BACK, "Tuesday")
    assert (
        year_shares(3, 14, Clues(named, pairs=(slips,)))[2014] < year_shares(3, 14, Clues(named, pairs=(fits,)))[2014]
    )


def test_the_dateline_s_own_weekday_counts() -> None:
    # 14 March was a Friday in 2014 and a Thursday in 2013.
    own = Pair(4, 3, 14, OPEN, "Friday")
    assert year_guess(3, 14, Clues((day(2014, 1, 20),), pairs=(own,))).year == 2014
    assert year_shares(3, 14, Clues((day(2014, 1, 20),)))[2014] < GIVEN


def test_a_pair_on_a_day_that_no_year_near_has() -> None:
    pair = Pair(0, 2, 29, BACK, "Monday")
    assert "has no day near it" in year_guess(3, 1, Clues((day(1901, 2, 28, OPEN),), pairs=(pair,))).reason


# ---- the page


def test_a_day_in_the_address_tells_the_year() -> None:
    stamp = Named(date(2014, 3, 15), date(2014, 3, 15), OPEN, "2014/03/15 in its address")
    guess = year_guess(3, 14, Clues((year(1998),), (stamp,)))
    assert (guess.year, guess.confidence) == (2014, SUREST)
    assert "the page has 2014/03/15 in its address" in guess.reason


def test_a_month_in_the_address_is_enough_and_a_copyright_line_is_not() -> None:
    address = Named(date(2014, 3, 1), date(2014, 3, 31), OPEN, "2014/03 in its address")
    line = Named(date(2014, 1, 1), date(2014, 12, 31), OPEN, "a copyright line of 2014")
    assert year_guess(3, 14, Clues(stamps=(address,))).year == 2014
    assert year_guess(3, 14, Clues(stamps=(line,))).year is None


def test_no_year_lies_after_the_limit() -> None:
    clues = Clues((day(2014, 3, 13), year(2012)), limit=date(2013, 6, 1))
    assert max(year_shares(3, 14, clues)) == 2013


def test_a_limit_before_everything_leaves_nothing() -> None:
    guess = year_guess(3, 14, Clues((year(2014),), limit=date(1900, 1, 1)))
    assert guess.year is None
    assert "no year that the calendar and the page allow" in guess.reason


def test_a_leap_day_needs_a_leap_year() -> None:
    assert set(year_shares(2, 29, Clues((day(2014, 2, 20),)))) <= set(range(1972, 2060, 4))
    assert year_guess(2, 29, Clues((day(2016, 2, 27, OPEN),))).year == 2016


# ---- always


@st.composite
def times(draw: st.DrawFn) -> Named:
    first = draw(st.dates(date(1800, 1, 1), date(2100, 12, 31)))
    last = draw(st.dates(first, date(2100, 12, 31)))
    return Named(first, last, draw(st.sampled_from((BACK, OPEN, AHEAD))), "a time")


PAIRS = st.builds(
    Pair,
    st.integers(0, 6),
    st.integers(1, 12),
    st.integers(1, 31),
    st.sampled_from((BACK, OPEN, AHEAD)),
    st.just("Day"),
)
CLUES = st.builds(
    Clues,
    st.lists(times(), max_size=5).map(tuple),
    st.lists(times(), max_size=2).map(tuple),
    st.none() | st.builds(Weekday, st.integers(0, 6), st.just("Day")),
    st.lists(PAIRS, max_size=3).map(tuple),
    st.none() | st.dates(date(1800, 1, 1), date(2100, 12, 31)),
)


@given(st.integers(1, 12), st.integers(1, 31), CLUES)
def test_a_guess_is_possible_near_its_clues_and_has_its_reason(month: int, number: int, clues: Clues) -> None:
    guess = year_guess(month, number, clues)
    assert 0 < guess.confidence <= SUREST
    assert guess.reason.startswith("no year in the dateline; ")
    if guess.year is not None:
        told = date(guess.year, month, number)
        named = [time.last.year for time in (*clues.named, *clues.stamps)]
        starts = [time.first.year for time in (*clues.named, *clues.stamps)]
        assert clues.limit is None or told <= clues.limit
        assert min(starts) - REACH <= guess.year <= max(named) + REACH


@given(st.integers(1, 12), st.integers(1, 28), CLUES)
def test_the_shares_make_a_whole(month: int, number: int, clues: Clues) -> None:
    shares = year_shares(month, number, clues)
    assert not shares or sum(shares.values()) == pytest.approx(1)


def test_the_present_day_plays_no_part() -> None:
    """No module of the moments step asks the calendar on the wall."""
    times_room = Path(missing_year.__file__).parent
    for path in (*times_room.glob("*.py"), times_room.parent / "moments.py"):
        words = path.read_text(encoding="utf-8")
        assert not any(call in words for call in ("date.today", "datetime.now", "time.time", "utcnow")), path.name
