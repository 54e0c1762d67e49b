"""The meter of a run: a bar, what was added so far, how fast, and how long yet; on standard error."""

from collections.abc import Callable, Sequence

from rich.console import Console, RenderableType
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.spinner import Spinner
from rich.table import Table
from rich.text import Text

_WIDEST_BAR, _NARROWEST_BAR = 30, 8


class Shown:
    """What the meter shows at a moment: how much of the whole is done (None: nobody knows), and words in order.

    Where the terminal is too narrow, words are left out from the end of `first` on; those of `last` stay.
    """

    def __init__(self, part: float | None, first: Sequence[str], last: Sequence[str] = ()) -> None:
        self.part, self.first, self.last = part, list(first), list(last)

    def words(self, width: int) -> str:
        """The words that have room in so many columns."""
        first = list(self.first)
        while len(first) > 1 and len("  ".join((*first, *self.last))) > width:
            first.pop()
        return "  ".join((*first, *self.last))


class Meter:
    """Shows what `shown` gives, several times a second, and is gone without a trace when it stops."""

    def __init__(self, shown: Callable[[], Shown]) -> None:
        self._shown = shown
        self._spinner = Spinner("dots")
        self._console = Console(stderr=True, highlight=False, markup=False, emoji=False)
        self._live = Live(
            console=self._console,
            get_renderable=self._drawn,
            transient=True,
            refresh_per_second=8,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._live.start()

    def stop(self) -> None:
        """Takes it away."""
        self._live.stop()

    def tell(self, line: str) -> None:
        """Prints a line above it."""
        self._console.print(line, soft_wrap=True)

    def _drawn(self) -> RenderableType:
        shown, width = self._shown(), self._console.width - 1
        row = Table.grid(padding=(0, 1, 0, 0))
        if shown.part is None:
            words = Text(shown.words(width - 2), no_wrap=True, overflow="ellipsis")
            row.add_row(self._spinner, words)
            return row
        words = Text(f"{min(int(shown.part * 100), 99):>2} %  " + shown.words(width - 6), no_wrap=True)
        room = min(_WIDEST_BAR, width - words.cell_len - 1)
        if room >= _NARROWEST_BAR:
            row.add_row(ProgressBar(1.0, min(shown.part, 1.0), width=room), words)
        else:
            row.add_row(words)
        return row
