"""The meter of a run: what has room, and what is left out first."""

import io
from collections.abc import Callable

import pytest
from rich.console import Console

from dateline.faces.desk.progress.meter import Meter, Shown

Drawn = Callable[[Shown, int], str]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Drawn:
    def draw(shown: Shown, width: int) -> str:
        meter = Meter(lambda: shown)
        meter.stop()
        out = io.StringIO()
        monkeypatch.setattr(meter, "_console", Console(file=out, width=width, color_system=None))
        meter._console.print(meter._drawn())
        return out.getvalue().strip("\n").rstrip()

    monkeypatch.setenv("COLUMNS", "80")
    return draw


WORDS = (["1,204 added", "3 updated", "96 known", "2 refused"], ["16.7/s", "about 18 min left"])


def test_with_room_there_is_a_bar_and_all_words(drawn: Drawn) -> None:
    line = drawn(Shown(0.061, *WORDS), 110)
    assert line.endswith("6 %  1,204 added  3 updated  96 known  2 refused  16.7/s  about 18 min left")
    assert line.startswith("━")


def test_in_a_narrow_terminal_the_bar_goes_first_then_the_counts_from_the_end(drawn: Drawn) -> None:
    assert "━" not in drawn(Shown(0.061, *WORDS), 80)
    assert "2 refused" in drawn(Shown(0.061, *WORDS), 80)
    assert drawn(Shown(0.061, *WORDS), 60) == " 6 %  1,204 added  3 updated  16.7/s  about 18 min left"
    assert len(drawn(Shown(0.061, *WORDS), 30)) <= 30


def test_where_nobody_knows_how_much_there_is_there_is_no_bar(drawn: Drawn) -> None:
    line = drawn(Shown(None, *WORDS), 110)
    assert "%" not in line
    assert line.endswith("  16.7/s  about 18 min left")


def test_more_than_was_expected_is_not_yet_all(drawn: Drawn) -> None:
    assert " 99 %" in drawn(Shown(1.4, ["90 added"]), 80)
