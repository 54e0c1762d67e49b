"""A feed or a folder while it is watched: what a round of it does, in which order, and what is told of it."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from dateline.desk.watching.folders import Seen, new_files
from dateline.desk.watching.pacing import in_words
from dateline.desk.watching.polls import Polled, Poller, shown
from dateline.desk.watching.states import FeedState, Keeper, Standing, moment, seconds
from dateline.model import Page, Refused
from dateline.settings import Settings
from dateline.sources import pages

LOOK = 10.0
"""Seconds between two looks at a folder; more where a look takes long."""
SHARE = 0.1
"""The share of the time that looks may take."""
FILES = 100
"""Files that are handed on at once."""
TROUBLES = 3
"""Troubles of a folder that are told one by one."""

Outcome = Page | Refused
Ingest = Callable[[Iterable[Outcome]], object]
"""Keeps pages, and the reasons why others could not be had. They are safe when it returns."""


class Told(Struct, frozen=True, kw_only=True):
    """What a round of a feed or folder gave, as a sentence and in figures.

    `left` counts stories that the next round tries to fetch. `due` is when that is, "" for never, and for folders,
    which are looked at all the time.
    """

    address: str
    sentence: str
    status: Standing
    new: int = 0
    known: int = 0
    refused: int = 0
    left: int = 0
    due: str = ""


class Parties(NamedTuple):
    """Those whom a round deals with: who keeps states, who takes the pages, who hears of it, and the clock."""

    keeper: Keeper
    ingest: Ingest
    told: Callable[[Told], object]
    clock: Callable[[], float]


class WatchedFeed:
    """A feed that is polled when it is due."""

    def __init__(self, address: str, parties: Parties, poller: Poller) -> None:
        self._parties = parties
        self._poller = poller
        self._state = parties.keeper.load(address) or FeedState(address=address)

    @property
    def due(self) -> float | None:
        """When it is polled next, in seconds since 1970; None for never."""
        return None if self._state.status == "gone" else seconds(self._state.due)

    def tell_if_early(self, early: float = 0.0) -> None:
        """Tells when it will be polled, unless that is now, or in so few seconds."""
        if self.due is None or self.due > self._parties.clock() + early:
            self._tell(Polled(state=self._state), self._state.reason)

    def round(self) -> None:
        """Polls it, hands on what is new, remembers it, and saves the state: in this order."""
        keeper, before = self._parties.keeper, self._state
        polled = self._poller.poll(before, lambda met: keeper.known(before.address, met))
        if polled.pages or polled.refused:
            self._parties.ingest((*polled.pages, *polled.refused))
        if polled.met:
            keeper.remember(before.address, polled.met)
        keeper.save(polled.state)
        self._state = polled.state
        if polled.state.failures:
            self._tell(polled, polled.state.reason)
        else:
            news = polled.state.reason if polled.state.reason != before.reason else ""
            self._tell(polled, _joined(news, _figures(polled)))

    def _tell(self, polled: Polled, sentence: str) -> None:
        state = polled.state
        rest = seconds(state.due) - self._parties.clock()
        told = Told(
            address=shown(state.address),
            sentence=_joined(sentence, f"next in {in_words(max(0.0, rest))}" if state.due else ""),
            status=state.status,
            new=len(polled.pages),
            known=polled.known,
            refused=len(polled.refused),
            left=polled.left,
            due=state.due,
        )
        self._parties.told(told)


class WatchedFolder:
    """A folder that is looked at again and again."""

    def __init__(self, folder: str, parties: Parties, settings: Settings, leave_out: tuple[str, ...]) -> None:
        self._parties = parties
        self._settings = settings
        self._leave_out = leave_out
        self._seen = Seen()
        self._state = parties.keeper.load(folder) or FeedState(address=folder)
        self.due: float | None = 0.0

    def round(self) -> None:
        """Looks at it, hands on the files that are new and settled, and remembers them. Tells only what is news."""
        keeper, clock, folder = self._parties.keeper, self._parties.clock, self._state.address
        began = clock()
        look = new_files(folder, self._seen, self._leave_out)
        self.due = clock() + max(LOOK, (clock() - began) / SHARE)
        files = [file for file in look.files if not keeper.known(folder, file.met)]
        count = _Count()
        for at in range(0, len(files), FILES):
            some = files[at : at + FILES]
            self._parties.ingest(count.of(pages([file.path for file in some], self._settings)))
            keeper.remember(folder, [file.met for file in some])
        reason = _joined(*look.troubles[:TROUBLES])
        before = self._state
        if files or reason != before.reason or before.status == "new":
            status: Standing = "failing" if reason else "ok"
            self._state = replace(before, checked=moment(clock()), status=status, reason=reason)
            keeper.save(self._state)
        if files or reason != before.reason:
            self._tell(count, reason or ("it can be looked at again" if before.reason else ""))

    def _tell(self, count: "_Count", news: str) -> None:
        figures = _counted((count.pages, "new"), (count.refused, "refused"))
        told = Told(
            address=self._state.address,
            sentence=_joined(figures, news),
            status=self._state.status,
            new=count.pages,
            refused=count.refused,
        )
        self._parties.told(told)


class _Count:
    """Counts what passes by."""

    def __init__(self) -> None:
        self.pages = self.refused = 0

    def of(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        for outcome in outcomes:
            self.pages += isinstance(outcome, Page)
            self.refused += isinstance(outcome, Refused)
            yield outcome


def _figures(polled: Polled) -> str:
    left = (polled.left, "left for the next round")
    figures = _counted((len(polled.pages), "new"), (polled.known, "known"), (len(polled.refused), "refused"), left)
    return figures or "nothing new"


def _counted(*figures: tuple[int, str]) -> str:
    return ", ".join(f"{number} {what}" for number, what in figures if number)


def _joined(*sentences: str) -> str:
    return "; ".join(filter(None, sentences))
