"""How fast a run goes and how long it takes yet, and figures in words."""

import pytest

from dateline.faces.desk.progress.pace import Count, Pace, duration, roughly, size


def test_the_pace_begins_with_the_first_article_and_not_while_models_are_loaded() -> None:
    pace = Pace()
    pace.tell(Count(1, 1), 60.0)
    assert pace.rate is None
    pace.tell(Count(21, 21), 62.0)
    assert pace.rate == pytest.approx(10)
    assert pace.left(101) == pytest.approx(8)


def test_what_is_known_already_is_passed_over_and_says_nothing_of_the_pace() -> None:
    pace = Pace()
    pace.tell(Count(9_000), 1.0)
    pace.tell(Count(9_000 + 10, 10), 10.0)
    pace.tell(Count(9_000 + 20, 20), 12.0)
    pace.tell(Count(9_500 + 20, 20), 12.5)
    assert pace.rate == pytest.approx(5)
    assert pace.left(10_000) == pytest.approx((10_000 - 9_520) / 5)


def test_where_known_and_new_lie_side_by_side_both_are_reckoned_with() -> None:
    pace = Pace()
    pace.tell(Count(1 + 1, 1), 1.0)
    pace.tell(Count(11 + 11, 11), 3.0)
    assert pace.rate == pytest.approx(5)
    assert pace.left(122) == pytest.approx(10)


def test_only_the_last_while_counts() -> None:
    pace = Pace()
    for second in range(100):
        pace.tell(Count(second, second), float(second))
    for second in range(100, 200):
        pace.tell(Count(99 + (second - 99) * 5, 99 + (second - 99) * 5), float(second))
    assert pace.rate == pytest.approx(5)


def test_without_an_expectation_nobody_knows_how_long_it_takes() -> None:
    pace = Pace()
    pace.tell(Count(1, 1), 0.0)
    pace.tell(Count(10, 10), 5.0)
    assert pace.left(None) is None
    assert pace.left(5) == 0


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.0, "0.1 s"), (3.24, "3.2 s"), (12, "12 s"), (72, "1 min 12 s"), (7_500, "2 h 5 min"), (3_601, "1 h"),
     (97_200, "1 d 3 h")],
)  # fmt: skip
def test_a_duration_is_told_in_its_two_largest_units(seconds: float, words: str) -> None:
    assert duration(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "1 s"), (4.4, "4 s"), (13, "15 s"), (54, "55 s"), (70, "1 min"), (700, "12 min"), (12_100, "3 h 20 min"),
     (100_000, "1 d 4 h")],
)  # fmt: skip
def test_what_is_left_is_told_roughly(seconds: float, words: str) -> None:
    assert roughly(seconds) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 bytes"), (999, "999 bytes"), (1_234, "1.2 kB"), (412_300_000, "412 MB"), (3_400_000_000_000, "3.4 TB")],
)
def test_a_size_is_told_in_one_unit(count: int, words: str) -> None:
    assert size(count) == words
