"""What is remembered of each feed and folder from one round to the next, and who keeps it."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Literal, Protocol

from msgspec import Struct

Standing = Literal["new", "ok", "moved", "missing", "gone", "failing"]
"""Moved: for good, to where it is asked for now. Missing: answered 404. Gone: answered 410 and is asked no more."""


class FeedState(Struct, frozen=True, kw_only=True):
    """A feed or a folder as it was found last.

    `address` is what the user gave, `now` where the feed has moved to for good ("" where it has not). `etag` and
    `last_modified` are the server's words for the last text that we read in full. `checked` and `due`, the last and the
    next poll, are ISO 8601 moments in UTC; `due` is "" where there was no poll yet, or there will be none. `interval`
    is in seconds, `failures` are those in a row. `reason` is a sentence for people on what went wrong. `quiet` holds
    the hours (0 to 23, UTC) and the days in which the feed asks not to be polled: "3 4 Sunday".
    """

    address: str
    now: str = ""
    etag: str = ""
    last_modified: str = ""
    checked: str = ""
    due: str = ""
    interval: int = 0
    failures: int = 0
    status: Standing = "new"
    reason: str = ""
    quiet: str = ""


class Met(Struct, frozen=True):
    """An item of a feed, or a file in a folder, as it was met: what it is called, and a digest of what it was."""

    item: str
    digest: str


class Keeper(Protocol):
    """Who keeps states and what was met. Each call is over when what it was given is safe."""

    def load(self, address: str) -> FeedState | None:
        """What was saved of a feed or folder; None where it is new."""

    def save(self, state: FeedState) -> None:
        """Keeps a state in the place of the one before."""

    def known(self, address: str, met: Met) -> bool:
        """Whether this item of this feed or folder was remembered with this very digest."""

    def remember(self, address: str, met: Iterable[Met]) -> None:
        """Keeps the digests of items, each in the place of the one before."""


def moment(seconds: float) -> str:
    """Seconds since 1970 as an ISO 8601 moment in UTC."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def seconds(moment: str) -> float:
    """An ISO 8601 moment as seconds since 1970; 0 for ""."""
    return datetime.fromisoformat(moment).timestamp() if moment else 0.0
