"""Feeds and folders watched in turn: each is left alone until it is due, and nothing is lost by stopping."""

import random
import re
import time
from collections.abc import Callable, Sequence
from math import isfinite
from pathlib import Path

import httpx

from dateline.desk.watching.pacing import EVERY
from dateline.desk.watching.polls import Poller
from dateline.desk.watching.states import Keeper
from dateline.desk.watching.watched import Ingest, Parties, Told, WatchedFeed, WatchedFolder
from dateline.errors import BadSettings, FetchFailed, NoSuchPath
from dateline.settings import Settings
from dateline.sources.files import location_of

SETTLE = 2.0
"""Seconds between the two looks at a folder where there is only one round."""
SLACK = 0.1
"""With `once`, a feed is polled that would be due within this share of `every`: a clock that calls is never exact."""
NAP = 60.0
"""Seconds that are slept at once: a computer that was put to sleep sees what is due soon after it wakes."""

_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)


def watch(
    sources: Sequence[str | Path],
    keeper: Keeper,
    ingest: Ingest,
    settings: Settings,
    *,
    every: float = EVERY,
    once: bool = False,
    told: Callable[[Told], object] = lambda _: None,
    leave_out: Sequence[str | Path] = (),
    clock: Callable[[], float] = time.time,
    sleep: Callable[[float], object] = time.sleep,
    chance: Callable[[], float] = random.random,
) -> None:
    """Watches feeds (addresses) and folders for ever, or until all feeds are gone and there is no folder.

    `every` is the least time between two polls of a feed, in seconds. With `once` each feed that is due is polled
    once, and each folder looked at twice. `told` hears of every poll, and of folders where something is new. The
    databases of `leave_out` are left alone: a desk may lie in a folder that is watched.

    It may be stopped at any moment. What is new is given to `ingest`, then remembered by the `keeper`, and only then
    is the state saved: stopped in between, the same is given again. Raises BadSettings, FetchFailed and NoSuchPath
    before it begins, where `every` or a source makes no sense, and whatever `ingest` and `keeper` raise.
    """
    if not (every >= 1 and isfinite(every)):
        raise BadSettings(f"every cannot be {every!r}; give 1 second or more")
    given = list(dict.fromkeys(location_of(str(source)) for source in sources))
    addresses = [source for source in given if _is_address(source)]
    parties = Parties(keeper, ingest, told, clock)
    poller = Poller(settings, every=every, clock=clock, sleep=sleep, chance=chance)
    left_out = tuple(str(path) for path in leave_out)
    folders = [
        WatchedFolder(_folder(source, keeper), parties, settings, left_out)
        for source in given
        if source not in addresses
    ]
    feeds = [WatchedFeed(address, parties, poller) for address in addresses]
    early = every * SLACK if once else 0.0
    for feed in feeds:
        feed.tell_if_early(early)
    _go_round(folders, feeds, clock, early)
    if not once:
        _watch_on(folders, feeds, clock, sleep)
    elif folders:
        sleep(SETTLE)
        for folder in folders:
            folder.round()


def _watch_on(
    folders: Sequence[WatchedFolder],
    feeds: Sequence[WatchedFeed],
    clock: Callable[[], float],
    sleep: Callable[[float], object],
) -> None:
    watched: list[WatchedFolder | WatchedFeed] = [*folders, *feeds]
    while dues := [each.due for each in watched if each.due is not None]:
        sleep(min(NAP, max(0.1, min(dues) - clock())))
        _go_round(folders, feeds, clock)


def _go_round(
    folders: Sequence[WatchedFolder], feeds: Sequence[WatchedFeed], clock: Callable[[], float], early: float = 0.0
) -> None:
    """Whatever is due. Folders are looked at between two feeds too, as a slow server would hold them up."""
    _those_due(folders, clock, early)
    for feed in feeds:
        if _those_due([feed], clock, early):
            _those_due(folders, clock, early)


def _those_due(watched: Sequence[WatchedFeed | WatchedFolder], clock: Callable[[], float], early: float) -> bool:
    due = [each for each in watched if each.due is not None and each.due <= clock() + early]
    for each in due:
        each.round()
    return bool(due)


def _is_address(source: str) -> bool:
    """Whether this is an address. Raises FetchFailed for one that nobody could poll."""
    scheme = _ADDRESS.match(source)
    if scheme is None:
        return False
    try:
        if scheme[1].lower() in ("http", "https") and httpx.URL(source).host:
            return True
    except httpx.InvalidURL as error:
        raise FetchFailed(f"{source}: {error}; check the address") from error
    raise FetchFailed(f"{source}: no feed can be polled there; give http, https or a folder")


def _folder(source: str, keeper: Keeper) -> str:
    """The folder. Raises NoSuchPath where there is none and never was."""
    path = Path(source)
    if path.is_dir() or (not path.exists() and keeper.load(source)):
        return source
    what = "it is a file; read it with dateline ingest" if path.exists() else "no folder is here; check the path"
    raise NoSuchPath(f"{source}: {what}")
