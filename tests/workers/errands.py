"""Work for worker processes under test: what a page says is done, in the process that reads it."""

import os
import re
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dateline.errors import BadLexicon, MissingPart
from dateline.model import Page
from dateline.settings import Settings
from dateline.workers import outcomes


def pages_of(*contents: str) -> list[Page]:
    return [Page(id=str(i), location=f"page {i}", media_type="text/plain", content=c) for i, c in enumerate(contents)]


def errand(pages: Sequence[Page], settings: Settings) -> Iterator[Any]:
    """One outcome a page: its words and the process; or whatever its words ask for."""
    for page in pages:
        verb, _, rest = page.content.partition(" ")
        if verb == "raise":
            raise KeyError(rest)
        yield DEEDS[verb](rest) if verb in DEEDS else (page.content, os.getpid())


def listed(pages: Sequence[Page], settings: Settings) -> list[Any]:
    """The same as a list: nothing is known before all is done."""
    return list(errand(pages, settings))


def lazy(pages: Sequence[Page], settings: Settings) -> list[str]:
    """Forgets all but the first page."""
    return [page.content for page in pages[:1] if page.content != "forgotten"]


def starts_badly(pages: Sequence[Page], settings: Settings) -> list[Any]:
    """Does in the beginning what the outlet says."""
    return listed(pages_of(settings.outlet or ""), settings) if not pages else listed(pages, settings)


def not_installed(pages: Sequence[Page], settings: Settings) -> list[Any]:
    raise MissingPart("the model is not here; install it")


def _hang(rest: str) -> None:
    time.sleep(600)


def _spin(rest: str) -> None:
    re.match("(a+)+$", "a" * 60 + "b")  # Ages, and no other thread of the process runs.


def _kill(number: str) -> None:
    os.kill(os.getpid(), int(number))
    time.sleep(60)


def _once(marker: str) -> str:
    """Kills its process the first time."""
    try:
        Path(marker).touch(exist_ok=False)
    except FileExistsError:
        return "read in the end"
    return str(_kill(str(int(signal.SIGKILL))))


def _bad_lexicon(rest: str) -> None:
    raise BadLexicon(rest)


DEEDS: dict[str, Any] = {
    "exit": lambda code: os._exit(int(code)),
    "leave": lambda code: sys.exit(int(code)),
    "hang": _hang,
    "spin": _spin,
    "kill": _kill,
    "once": _once,
    "lexicon": _bad_lexicon,
    "unpicklable": lambda rest: lambda: rest,
    "environment": os.environ.get,
    "wait": lambda seconds: time.sleep(float(seconds)),
}

if __name__ == "__main__":  # The parent that tests kill: two processes, whose numbers it prints, and then they hang.
    for page, outcome in outcomes(iter(pages_of("a", *["hang", "spin"] * 4)), Settings(batch=1), 2, errand):
        print(page.content, outcome, flush=True)
