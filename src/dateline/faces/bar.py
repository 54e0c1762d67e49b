"""The progress bar on standard error, drawn by Rich."""

from collections.abc import Callable

from rich.console import Console, RenderableType
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.spinner import Spinner
from rich.table import Table
from rich.text import Text


class Bar:
    """A spinner and a count, and a bar where the total is known; gone without a trace when it stops."""

    def __init__(self, total: int | None) -> None:
        self._total = total
        self._spinner = Spinner("dots")
        self._line: Callable[[], str | None] = lambda: None
        self._live = Live(
            console=Console(stderr=True, highlight=False, markup=False, emoji=False),
            get_renderable=self._drawn,
            transient=True,
            refresh_per_second=8,
            redirect_stdout=False,
            redirect_stderr=False,
        )

    def start(self, line: Callable[[], str | None]) -> None:
        """Shows the bar, or keeps showing it; `line` tells what it says at each moment, None for nothing at all."""
        self._line = line
        if not self._live.is_started:
            self._live.start()

    def stop(self) -> None:
        """Takes the bar away."""
        if self._live.is_started:
            self._live.stop()

    def tell(self, line: str) -> None:
        """Prints a line above the bar."""
        self._live.console.print(line, soft_wrap=True)

    def _drawn(self) -> RenderableType:
        line = self._line()
        if line is None:
            return Text()
        row = Table.grid(padding=(0, 1, 0, 0))
        if self._total:
            row.add_row(ProgressBar(self._total, int(line.split()[0]), width=30), Text(line))
        else:
            row.add_row(self._spinner, Text(line))
        return row
