"""How fast it goes, how long it takes yet, and both in words."""

from collections import deque

from msgspec import Struct

WINDOW = 30.0
"""Seconds of reading, the last ones, that the pace is taken from."""
_UNITS = ((86_400, "d"), (3_600, "h"), (60, "min"), (1, "s"))


class Count(Struct, frozen=True):
    """How far a run has come: articles that are done, those of them that were read for it, and what came of them."""

    done: int = 0
    read: int = 0
    words: tuple[str, ...] = ()
    """ "1,204 added", "96 known" ..., what matters most first."""


class _Step(Struct, frozen=True):
    seconds: float
    done: int
    read: int


class Pace:
    """Told how far a run has come, it knows how fast it goes.

    Time in which nothing was read does not count, nor does what was done in it: what is known already is passed over
    at once, and says nothing of how long reading takes. Nor does the time before the first article: models are loaded.
    """

    def __init__(self) -> None:
        self._at: float | None = None
        self._count = Count()
        self._steps: deque[_Step] = deque()

    def tell(self, count: Count, at: float) -> None:
        """So far it has come at this moment (seconds of a clock that only goes forward)."""
        before, self._count = self._count, count
        done, read = count.done - before.done, count.read - before.read
        if read and self._at is not None:
            self._steps.append(_Step(at - self._at, done, read))
        if read or (self._at is not None and done):
            self._at = at
        while self._steps and self._seconds - self._steps[0].seconds > WINDOW:
            self._steps.popleft()

    @property
    def rate(self) -> float | None:
        """Articles read in a second; None as long as nobody can tell."""
        seconds = self._seconds
        return sum(step.read for step in self._steps) / seconds if seconds > 1 else None

    def left(self, expected: int | None) -> float | None:
        """Seconds until so many are done; None as long as nobody can tell."""
        done = sum(step.done for step in self._steps)
        if expected is None or not done or self.rate is None:
            return None
        return max(expected - self._count.done, 0) * self._seconds / done

    @property
    def _seconds(self) -> float:
        return sum(step.seconds for step in self._steps)


def duration(seconds: float) -> str:
    """Seconds in the two largest units that matter: "3.2 s", "1 min 12 s", "2 h 5 min", "1 d 3 h"."""
    if seconds < 10:
        return f"{max(seconds, 0.1):.1f} s"
    whole = round(seconds)
    found = [(whole // size % limit, name) for (size, name), limit in zip(_UNITS, (10**9, 24, 60, 60), strict=True)]
    first = next(index for index, (count, _) in enumerate(found) if count)
    return " ".join(f"{count} {name}" for count, name in found[first : first + 2] if count)


def roughly(seconds: float) -> str:
    """Seconds as a person guesses them: "5 s", "40 s", "12 min", "3 h 20 min"."""
    if seconds < 10:
        return f"{max(round(seconds), 1)} s"
    step = 5 if seconds < 55 else 60 if seconds < 3_600 else 600 if seconds < 86_400 else 3_600
    return duration(round(seconds / step) * step or step)


def size(count: int) -> str:
    """Bytes for people: "412 MB"."""
    amount = float(count)
    for unit in ("bytes", "kB", "MB", "GB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}" if unit == "bytes" or amount >= 10 else f"{amount:.1f} {unit}"
        amount /= 1000
    return f"{amount:.1f} TB"
