"""The step plot of an incident's figures, as coordinates."""

import re

import pytest

from dateline.faces.web.pages.incidents.figures import MOST, TOP, Plot, effects_of, plot_of
from dateline.merging.outcomes import Count, Figure, Incident, Standing


def figure(article: str, low: int | None, high: int | None, published: str | None, **more: object) -> Figure:
    best = low if low == high else None
    told = {"outlet": f"The {article} News", "best": best, "fact": f"casualties-{article}"} | more
    return Figure(article=article, low=low, high=high, published=published, **told)  # type: ignore[arg-type]


def standing(published: str, low: int | None, high: int | None) -> Standing:
    return Standing(published=published, low=low, high=high, best=low if low == high else None)


def plot(*figures: Figure, stood: tuple[Standing, ...] = ()) -> Plot:
    low, high = figures[-1].low, figures[-1].high
    found = plot_of(Count(low=low, high=high, by_source=figures, over_time=stood), {})
    assert found is not None
    return found


RISING = (
    figure("a", 3, None, "2031-05-01T08:00Z", said_by="the mayor"),
    figure("b", 5, 8, "2031-05-01T12:00Z"),
    figure("c", 9, 9, "2031-05-20T09:00Z", said_by="the court of the province"),
)
STOOD = (
    standing("2031-05-01T08:00Z", 3, None), standing("2031-05-01T12:00Z", 5, 8), standing("2031-05-20T09:00Z", 9, 9),
)  # fmt: skip


def test_one_report_alone_is_no_course_of_time() -> None:
    assert plot_of(Count(low=3, high=3, by_source=(RISING[0],)), {}) is None
    assert plot_of(Count(low=3, high=3, by_source=(RISING[0], figure("b", None, None, "2031-05-02"))), {}) is None


def test_reports_stand_in_time_and_numbers_from_below() -> None:
    drawn = plot(RISING[2], RISING[0], RISING[1], stood=STOOD)
    assert [mark.number for mark in drawn.marks] == ["3 or more", "5 to 8", "9"]
    assert [mark.x for mark in drawn.marks] == sorted(mark.x for mark in drawn.marks)
    assert drawn.marks[0].y > drawn.marks[1].y > drawn.marks[2].y
    assert [tick.number for tick in drawn.ticks] == ["0", "2", "4", "6", "8", "10"]
    assert drawn.ticks[0].y == drawn.floor and drawn.ticks[-1].y == TOP
    assert (drawn.marks[1].low - drawn.marks[1].high) == pytest.approx(1.5 * (drawn.ticks[0].y - drawn.ticks[1].y))


def test_what_stood_is_a_line_of_steps_and_an_open_end_reaches_the_top() -> None:
    drawn = plot(*RISING, stood=STOOD)
    first, second, third = drawn.steps
    assert (first.open, first.high, second.open) == (True, TOP, False)
    assert first.x + first.wide == second.x == drawn.marks[1].x and third.low == third.high
    assert drawn.edge == third.x + third.wide
    numbers = re.fullmatch(r"M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)H([\d.]+)V([\d.]+)H([\d.]+)", drawn.path)
    assert numbers and float(numbers[2]) == first.low and float(numbers[7]) == drawn.edge


def test_the_axis_tells_days_once_and_how_long_nothing_came() -> None:
    columns = plot(*RISING, stood=STOOD).columns
    assert [column.day for column in columns] == ["1 May 2031", "", "20 May 2031"]
    assert [column.clock for column in columns] == ["08:00", "12:00", "09:00"]
    assert [column.gap for column in columns] == ["", "", "19 days later"]


def test_each_point_says_who_gave_it() -> None:
    marks = plot(*RISING, stood=STOOD).marks
    assert [mark.who for mark in marks] == ["the mayor", "the report", "the court of the…"]
    assert marks[0].title == "3 or more: the mayor in The a News, 1 May 2031"
    assert marks[1].title == "5 to 8: The b News, 1 May 2031"


def test_two_voices_of_one_report_do_not_lie_on_each_other() -> None:
    both = (RISING[0], figure("b", 5, 5, "2031-05-02", said_by="one"), figure("b", 6, 6, "2031-05-02", said_by="other"))
    upper, lower = plot(*both).marks[1:]
    assert upper.x == lower.x and (upper.who, lower.who) == ("other", "one")
    assert upper.label < upper.y and lower.label > lower.y


def test_of_very_many_reports_those_are_drawn_that_tell_another_number() -> None:
    many = [figure(f"{at:03}", at // 5, at // 5, f"2031-05-01T{at // 60:02}:{at % 60:02}Z") for at in range(5, 205)]
    drawn = plot(*many)
    assert len(drawn.columns) == 40 and drawn.left_out == 160
    assert len(plot(*many[:MOST]).columns) == MOST


@pytest.mark.parametrize(
    "figures",
    [
        (figure("a", 0, 0, None), figure("b", 0, 0, None)),
        (figure("a", None, 4, "2031"), figure("b", 4, None, "2031-05")),
        (figure("a", 10**12, 10**15, "2031-05-01"), figure("b", 1, 1, "no day")),
    ],
)
def test_odd_figures_stay_on_the_paper(figures: tuple[Figure, ...]) -> None:
    drawn = plot(*figures, stood=(standing("2031", None, 4), standing("2032", 1, 2)))
    for mark in (*drawn.marks, drawn.whole):
        assert TOP <= mark.high <= mark.low <= drawn.floor and TOP <= mark.y <= drawn.floor
    assert all(step.wide > 0 for step in drawn.steps) and len(drawn.ticks) <= 12


def test_effects_come_killed_first_and_what_nobody_knows_not_at_all() -> None:
    counts = {"detained": Count(low=1, high=1), "wounded": Count(), "killed": Count(low=2, high=4, best=3)}
    incident = Incident(incident="i", type="ASSAULT", when=None, where=None, facts=(), articles=(), casualties=counts)
    assert [(each.effect, each.told) for each in effects_of(incident, ())] == [
        ("killed", "about 3 (2 to 4)"), ("detained", "1"),
    ]  # fmt: skip
