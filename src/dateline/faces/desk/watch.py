"""`dateline watch`: feeds and folders into a desk, as they bring something new."""

import re
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.faces.desk.meant import ToDesk, meant_desk
from dateline.faces.exits import INTERRUPTED, READ, SOME_REFUSED, plainly
from dateline.faces.options import LanguageOption, OutletOption, WorkersOption

if TYPE_CHECKING:
    from dateline.desk.watching.watched import Told
    from dateline.model import Refused

_LONG = re.compile(r"(\d+(?:\.\d+)?)\s*(s|sec|seconds?|m|min|minutes?|h|hours?|d|days?)")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_BAD = ("failing", "missing", "gone")


def watch(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="FEED|FOLDER", help="Addresses of feeds (RSS, Atom), and folders.", show_default=False),
    ],
    desk: ToDesk = None,
    every: Annotated[str, typer.Option(metavar="TIME", help="Ask a feed no more often: 90s, 15m, 2h, 1d.")] = "15m",
    once: Annotated[
        bool,
        typer.Option(
            "--once",
            help="One round, for a clock of your own, and end. A feed that was asked less than --every ago waits for "
            "the next one.",
        ),
    ] = False,
    workers: WorkersOption = 1,
    outlet: OutletOption = None,
    language: LanguageOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Tell refusals and trouble only.")] = False,
) -> None:
    """Watches feeds and folders, and reads what is new in them into a desk.

    Feeds are asked politely: with what they said about their last answer, no more often than they wish, less and less
    often while they fail. A folder's new files are read when nobody writes to them any more. Stop it at any time with
    Ctrl-C, and run the same again: nothing is lost or read twice. At a terminal each round is told, else only what is
    new or fails. Ends with 130 after Ctrl-C; with --once, 0 when all went well, 3 when a feed failed or something was
    refused; 2 on wrong usage, 1 when the desk cannot be written.

    Example: dateline watch https://example.org/feed.xml incoming/ --desk news.db

    Example: dateline watch https://example.org/feed.xml --once --desk news.db
    """
    with plainly():
        import dateline
        from dateline.settings import load

        seconds = seconds_of(every)
        settings = load({"outlet": outlet, "language": language, "desk": str(desk) if desk else None})
        path = meant_desk(desk, settings.desk)
        teller = _Teller(quiet=quiet)
        if not once:
            teller.begin(len(sources))
        with dateline.open(path, create=True) as opened:
            try:
                opened.watch(
                    sources,
                    settings,
                    every=seconds,
                    once=once,
                    workers=workers,
                    told=teller.tell,
                    refused=teller.refuse,
                )
            except KeyboardInterrupt:
                teller.stop()
                raise typer.Exit(INTERRUPTED) from None
        raise typer.Exit(SOME_REFUSED if teller.trouble else READ)


def seconds_of(words: str) -> float:
    """The seconds of "90s", "15m", "2 hours". Raises BadParameter."""
    found = _LONG.fullmatch(words.strip().casefold())
    if found is None or not float(found[1]):
        raise typer.BadParameter(f"{words!r} is no length of time; give 90s, 15m, 2h or 1d", param_hint="--every")
    return float(found[1]) * _SECONDS[found[2][0]]


class _Teller:
    """Tells on standard error what watching brings."""

    def __init__(self, *, quiet: bool) -> None:
        self.trouble = False
        self._quiet = quiet
        self._all = sys.stderr.isatty() and not quiet

    def begin(self, sources: int) -> None:
        """Tells a person that something goes on."""
        if self._all:
            print(f"watching {'one source' if sources == 1 else f'{sources} sources'}; Ctrl-C stops", file=sys.stderr)

    def tell(self, told: "Told") -> None:
        """A round of a feed or a folder."""
        bad = told.status in _BAD
        self.trouble = self.trouble or bad or told.refused > 0
        if self._all or bad or (told.new and not self._quiet):
            self._line(f"{told.address}: {told.sentence}")

    def refuse(self, refused: "Refused") -> None:
        """What could not be read."""
        self.trouble = True
        self._line(f"refused {refused.location}: {' '.join(refused.reason.split())}")

    def stop(self) -> None:
        """After Ctrl-C."""
        if not self._quiet:
            print("stopped; run the same again: it goes on from here", file=sys.stderr)

    def _line(self, line: str) -> None:
        from dateline.faces.safe import printable

        print(f"{datetime.now():%H:%M}  {printable(line)}", file=sys.stderr, flush=True)
