"""The parts of a page of news: bars over time, and days in the fields of a form."""

import pytest

from dateline.desk.asking.news.spread import Bar, Spread, Unit
from dateline.faces.web.pages.news.brush import brush


def days(*counts: int) -> Spread:
    bars = (Bar(f"2031-04-{at + 1:02}", f"2031-04-{at + 1:02}", many) for at, many in enumerate(counts))
    return Spread("day", tuple(bars))


def test_bars_fill_the_width_and_the_highest_the_height() -> None:
    drawn = brush(days(1, 0, 400, 100), None, None)
    assert drawn and [bar.x for bar in drawn.bars] == [0, 25, 50, 75] and {bar.width for bar in drawn.bars} == {25}
    assert [bar.height for bar in drawn.bars] == [2.25, 0, 100, 26.5] and drawn.most == 400
    assert not any(bar.chosen for bar in drawn.bars)


def test_one_bar_says_nothing() -> None:
    assert brush(days(7), None, None) is None and brush(Spread(), None, None) is None


@pytest.mark.parametrize(
    ("since", "until", "chosen"),
    [
        ("2031-04-02", "2031-04-03", [False, True, True, False]),
        ("2031-04-03", None, [False, False, True, True]),
        (None, "2031-04-01", [True, False, False, False]),
        ("2031-04", "2031", [True] * 4),
        ("yesterday", None, [True] * 4),
    ],
)
def test_the_bars_that_are_chosen(since: str | None, until: str | None, chosen: list[bool]) -> None:
    drawn = brush(days(1, 2, 3, 4), since, until)
    assert drawn and [bar.chosen for bar in drawn.bars] == chosen


@pytest.mark.parametrize(
    ("unit", "until", "words", "label"),
    [
        ("day", "2031-03-31", "31 March 2031", "31 Mar 2031"),
        ("week", "2031-04-06", "31 March 2031 to 6 April 2031", "31 Mar 2031"),
        ("month", "2031-04-30", "March 2031", "Mar 2031"),
        ("year", "2032-03-30", "2031", "2031"),
    ],
)
def test_bars_and_labels_in_words(unit: Unit, until: str, words: str, label: str) -> None:
    bar = Bar("2031-03-31", until, 1)
    drawn = brush(Spread(unit, (bar, bar)), None, None)
    assert drawn and (drawn.bars[0].words, drawn.labels[0].words) == (words, label)


def test_no_label_stands_over_the_edge() -> None:
    drawn = brush(days(*range(1, 30)), None, None)
    assert drawn and 4 <= len(drawn.labels) <= 6 and max(label.x for label in drawn.labels) < 92


def test_each_bar_leads_to_its_days() -> None:
    (bar, *_) = brush(days(1, 2), None, None, "/news?words=bus").bars  # type: ignore[union-attr]
    assert bar.address == "/news?words=bus&since=2031-04-01&until=2031-04-01"


def test_what_lies_beside_the_bars_has_an_address() -> None:
    drawn = brush(days(1, 2), None, None)
    assert drawn and (drawn.before, drawn.after) == ("2031-03-31", "2031-04-03")
