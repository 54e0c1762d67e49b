"""Reading without models, for tests of what happens around it: each line of a text gives facts, in no time.

A worker process reads pages with the real readers; only understanding is replaced. A line may ask for a deed:
"kill once MARKER", "killunless MARKER", "kill", "hang", "raise", "wait SECONDS".
"""

import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

import dateline
from dateline import reader
from dateline.desk.ingesting import work
from dateline.desk.ingesting.work import Found, ReadIntoRows
from dateline.model import Article, Finding, Page
from dateline.reading import read_page
from dateline.record import MadeBy, Record
from dateline.settings import Settings
from dateline.values import Organisation, Person, Span, Statement

MADE_BY = MadeBy(dateline="test", steps=("lines",), model="none")


class QuickRead(ReadIntoRows, Struct, frozen=True):
    """As the real work, but for the reading itself."""

    def __call__(self, batch: Sequence[Page], settings: Settings) -> Iterator[list[Found]]:
        """The real one's, without models."""
        reader.read_articles = read_lines
        reader.read_by_page = warm
        yield from super().__call__(batch, settings)


def warm(pages: Iterable[Page], settings: Settings) -> Iterator[Any]:
    """Loads what reading needs, before any clock runs."""
    yield [record_of_lines(each) for each in read_page(reader.WARM_UP) if isinstance(each, Article)]


def read_lines(articles: Sequence[Article], settings: Settings) -> Iterator[Record]:
    """What `dateline.reader.read_articles` gives, made of lines."""
    for article in articles:
        yield record_of_lines(article)


def record_of_lines(article: Article) -> Record:
    """A person for the first word of each line, a body for its last one, and what the one says of the other."""
    record, at = Record(article, made_by=MADE_BY), 0
    for line in article.text.split("\n"):
        words = line.split()
        if len(words) > 1:
            _do(words)
            whole = Span(at, at + len(line.rstrip()))
            first = record.add(record.fact(Person(name=words[0]), Span(at, at + len(words[0]))))
            last = record.add(record.fact(Organisation(name=words[-1]), Span(whole.end - len(words[-1]), whole.end)))
            said = Statement(speaker=first.id, content=(whole,), manner="indirect", addressee=last.id)
            record.add(record.fact(said, whole, because=(first.id,)))
        at += len(line) + 1
    record.keep(Finding(check="lines", severity="note", message=f"{article.text.count(chr(10))} line breaks"))
    return record


def _do(words: list[str]) -> None:
    verb, *rest = words
    if verb in DEEDS:
        DEEDS[verb](*rest)


def _kill(often: str, marker: str = "") -> None:
    """Ends its process: always, or once, which the marker remembers."""
    if often == "once":
        try:
            Path(marker).touch(exist_ok=False)
        except FileExistsError:
            return
    os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(60)


def _raise(*words: str) -> None:
    raise KeyError(" ".join(words))


def _kill_unless(marker: str) -> None:
    if not Path(marker).exists():
        _kill("always")


DEEDS: dict[str, Any] = {
    "kill": _kill,
    "killunless": _kill_unless,
    "hang": lambda *_: time.sleep(600),
    "raise": _raise,
    "wait": lambda seconds: time.sleep(float(seconds)),
}

if __name__ == "__main__":  # An ingest to be killed: desk, workers, sources. Prints what it is told: it is on the disk.
    setattr(work, "ReadIntoRows", QuickRead)  # noqa: B010
    with dateline.open(sys.argv[1], create=True) as desk:
        print("begun", os.getpid(), flush=True)
        done = desk.ingest(
            sys.argv[3:],
            Settings(batch=4),
            workers=int(sys.argv[2]),
            told=lambda tally: print("told", tally.total, len(desk), flush=True),
        )
        print("done", done.total, flush=True)
