"""The plot of figures where reports are odd: of several zones, undated, all alike, very many, of two voices."""

from itertools import pairwise
from typing import Any

import pytest

from dateline.faces.web.pages.incidents.figures import LEFT, MOST, NAME, TOP, WIDE, Plot, effects_of, plot_of
from dateline.merging.outcomes import Count, Figure, Incident, Standing


def figure(article: str, best: int | None, published: str | None, **more: Any) -> Figure:
    told = {"fact": f"casualties-{article}", "low": best, "high": best, "best": best} | more
    return Figure(article=article, published=published, **told)


def standing(published: str, low: int | None, high: int | None = None) -> Standing:
    return Standing(published=published, low=low, high=high)


def drawn(*figures: Figure, stood: tuple[Standing, ...] = (), **by: str) -> Plot:
    found = plot_of(Count(low=1, high=9, best=5, by_source=figures, over_time=stood), by)
    assert found is not None
    return found


def entries(*figures: Figure) -> list[str]:
    counts = {"killed": Count(low=1, high=9, by_source=figures)}
    of = Incident(incident="i", type="DISASTER", when=None, where=None, facts=(), articles=(), casualties=counts)
    (effect,) = effects_of(of, ())
    return [entry.fact.removeprefix("casualties-") for entry in effect.entries]


EAST = figure("east", 3, "2033-02-01T08:00+05:00")
NOON = figure("noon", 5, "2033-02-01T04:00Z")
WEST = figure("west", 7, "2033-02-01T01:00-06:00")


def test_reports_of_several_zones_stand_in_the_order_in_which_they_came() -> None:
    plot = drawn(WEST, NOON, EAST)
    assert [column.outlet for column in plot.columns] == ["east", "noon", "west"]
    assert [column.clock for column in plot.columns] == ["08:00", "04:00", "01:00"], "each in its own zone"
    assert entries(WEST, NOON, EAST) == ["east", "noon", "west"]


def test_what_stood_begins_at_its_report_in_whichever_zone() -> None:
    stood = (standing("2033-02-01T08:00+05:00", 3), standing("2033-02-01T04:00Z", 5),
             standing("2033-02-01T01:00-06:00", 7))  # fmt: skip
    plot = drawn(EAST, NOON, WEST, stood=stood)
    assert [step.x for step in plot.steps] == [mark.x for mark in plot.marks]
    assert [step.wide for step in plot.steps] == [WIDE] * 2 + [plot.edge - plot.marks[2].x]


def test_undated_figures_stand_last_and_say_so() -> None:
    plot = drawn(figure("late", 5, None), figure("early", 3, "2033-02-01"))
    assert [column.day for column in plot.columns] == ["1 February 2033", "undated"]
    assert plot.columns[1].clock == plot.columns[1].gap == ""
    assert plot.marks[1].title == "5: late"


def test_two_undated_ones_both_say_so() -> None:
    plot = drawn(figure("a", 5, None), figure("b", 3, None))
    assert [column.day for column in plot.columns] == ["undated", "undated"]


def test_of_one_moment_the_original_stands_before_its_copy() -> None:
    day = "2033-02-01T08:00Z"
    assert entries(figure("copy", 3, day, copy=True), figure("own", 3, day)) == ["own", "copy"]


def test_two_figures_of_one_report_are_no_course_of_time() -> None:
    two = (figure("a", 3, "2033-02-01"), figure("a", 5, "2033-02-01", fact="casualties-other"))
    assert plot_of(Count(low=3, high=5, by_source=two), {}) is None


def test_without_figures_there_is_no_plot() -> None:
    assert plot_of(Count(), {}) is None
    assert plot_of(Count(low=3, high=3, best=3), {}) is None


def test_a_figure_without_a_number_takes_no_room_but_has_its_row() -> None:
    silent = figure("silent", None, "2033-02-02")
    plot = drawn(EAST, silent, WEST)
    assert len(plot.columns) == 2
    assert entries(EAST, silent, WEST) == ["east", "west", "silent"]


def test_columns_stand_at_equal_distances_and_all_together_beyond_the_edge() -> None:
    plot = drawn(EAST, NOON, WEST)
    assert [column.x for column in plot.columns] == [LEFT + WIDE * part for part in (0.5, 1.5, 2.5)]
    assert plot.edge == LEFT + 3 * WIDE and plot.whole.x == plot.edge + WIDE / 2 < plot.wide


@pytest.mark.parametrize("most", [0, 1, 4, 5, 9, 10, 49, 50, 99, 100, 101, 999, 12_345, 10**9, 10**15])
def test_lines_across_are_few_round_and_reach_above_the_greatest(most: int) -> None:
    ticks = drawn(figure("a", 0, "2033-02-01"), figure("b", most, "2033-02-02")).ticks
    numbers = [int(tick.number.replace(",", "")) for tick in ticks]
    assert numbers[0] == 0 and numbers[-1] > most and len(numbers) <= 8
    assert {after - before for before, after in pairwise(numbers)} == {numbers[1]}
    assert str(numbers[1]).rstrip("0") in ("1", "2", "5")
    assert all(before.y > after.y for before, after in pairwise(ticks)) and ticks[-1].y == TOP


def test_the_axis_has_room_for_what_stood_and_for_all_together() -> None:
    two = (figure("a", 1, "2033-02-01"), figure("b", 2, "2033-02-02"))
    found = plot_of(Count(low=2, high=400, by_source=two, over_time=(standing("2033-02-01", 1, 90),)), {})
    assert found is not None and TOP < found.whole.high < found.whole.low <= found.floor
    assert found.steps[0].high > TOP


def test_what_stood_since_before_the_first_report_begins_at_it() -> None:
    plot = drawn(EAST, NOON, stood=(standing("2033-01-01", 2, 4), standing("2034-01-01", 9, 9)))
    (step,) = plot.steps
    assert step.x == plot.marks[0].x and step.x + step.wide == plot.edge, "what came after all reports has no room"


def test_what_stood_without_a_number_is_no_step() -> None:
    plot = drawn(EAST, NOON, stood=(standing("2033-02-01T08:00+05:00", None), standing("2033-02-01T04:00Z", 5)))
    assert [step.x for step in plot.steps] == [plot.marks[1].x]
    assert plot.path.startswith("M") and plot.path.count("H") == 1


def test_nothing_stood_where_nothing_is_told_of_it() -> None:
    assert (drawn(EAST, NOON).steps, drawn(EAST, NOON).path) == ((), "")


def test_an_open_end_is_open_and_a_closed_one_is_not() -> None:
    plot = drawn(
        figure("a", None, "2033-02-01", low=3), figure("b", None, "2033-02-02", high=6),
        figure("c", None, "2033-02-03", low=4, high=8),
    )  # fmt: skip
    assert [mark.open for mark in plot.marks] == [True, False, False]
    assert [mark.number for mark in plot.marks] == ["3 or more", "up to 6", "4 to 8"]
    assert plot.marks[1].low == plot.floor, "up to six reaches down to none"


def test_a_figure_of_which_only_the_best_is_told_is_that_number() -> None:
    plot = drawn(EAST, figure("b", 6, "2033-02-02", low=None, high=None))
    assert plot.marks[1].number == "6" and plot.marks[1].low == plot.marks[1].high == plot.marks[1].y


def test_three_voices_of_one_report_have_names_that_do_not_touch() -> None:
    same = [figure("a", 5, "2033-02-02", said_by=who, fact=f"casualties-{who}") for who in ("one", "two", "three")]
    own = [mark for mark in drawn(EAST, *same).marks if mark.who in ("one", "two", "three")]
    labels = sorted(mark.label for mark in own)
    assert len(own) == 3 and all(after - before >= 30 for before, after in pairwise(labels))


def test_copies_are_told_as_copies() -> None:
    plot = drawn(EAST, figure("b", 3, "2033-02-02", copy=True, said_by="the pilot"), b="Kesh Radio")
    assert [mark.copy for mark in plot.marks] == [False, True]
    assert plot.marks[1].title == "3: the pilot in Kesh Radio, 2 February 2033, copied"
    assert not plot.whole.copy and plot.whole.who == "all reports"


def test_a_name_that_just_fits_is_whole_and_a_longer_one_is_cut() -> None:
    fits, longer = "k" * NAME, "k" * (NAME + 1)
    outlets = [column.outlet for column in drawn(figure("a", 1, "2033-02-01"), figure("b", 2, "2033-02-02"),
                                                 a=fits, b=longer).columns]  # fmt: skip
    assert outlets == [fits, "k" * (NAME - 1) + "…"]


def test_a_report_without_a_name_is_called_by_its_outlet_then_by_its_id() -> None:
    plot = drawn(figure("a", 1, "2033-02-01", outlet="Kesh Radio"), figure("b", 2, "2033-02-02"))
    assert [mark.title.partition(": ")[2] for mark in plot.marks] == [
        "Kesh Radio, 1 February 2033", "b, 2 February 2033",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "gap"),
    [
        ("2033-02-01", "2033-02-02", ""),
        ("2033-02-01T23:00", "2033-02-03T01:00", "2 days later"),
        ("2033-02", "2033-05", ""),
        ("2032-02-28", "2032-03-01", "2 days later"),
        ("2033-01-01", "2039-01-01", "2,191 days later"),
    ],
)
def test_how_much_later_is_told_from_two_days_on_and_only_of_days(first: str, second: str, gap: str) -> None:
    assert drawn(figure("a", 1, first), figure("b", 2, second)).columns[1].gap == gap


def test_so_many_reports_as_fit_are_all_drawn_and_one_more_leaves_out_those_that_repeat() -> None:
    same = [figure(f"{at:03}", 1 + (at > 30), f"2033-02-01T{at // 60:02}:{at % 60:02}Z") for at in range(MOST + 1)]
    assert (len(drawn(*same[:MOST]).marks), drawn(*same[:MOST]).left_out) == (MOST, 0)
    plot = drawn(*same)
    assert (len(plot.marks), plot.left_out) == (2, MOST - 1)


def test_words_of_a_figure_stand_on_one_line() -> None:
    counts = {"killed": Count(low=3, high=3, by_source=(figure("a", 3, None, words="killed\n  three"),))}
    of = Incident(incident="i", type="DISASTER", when=None, where=None, facts=(), articles=(), casualties=counts)
    (effect,) = effects_of(of, ())
    assert effect.plot is None and effect.entries[0].words == "killed three"
    assert effect.entries[0].address == "/article/a#casualties-a"
