"""`merge`: records of many articles into stories, incidents and links."""

import gzip
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from os import PathLike
from pathlib import Path
from typing import IO, TYPE_CHECKING

import msgspec
from msgspec import Struct

from dateline.errors import BadRecord, NoSuchPath
from dateline.merging.judgements import Judgement, judged
from dateline.merging.outcomes import Incident, Link, Story
from dateline.record import Record

if TYPE_CHECKING:  # numpy and the pool of processes are loaded when something is merged
    from dateline.merging.batch.mapping import Unread
    from dateline.merging.batch.progress import Done, Outcome
    from dateline.merging.batch.spreading import Spread

__all__ = ["Merged", "merge", "merge_lines", "record_lines"]


class Merged(Struct, frozen=True):
    """What several articles tell together."""

    stories: tuple[Story, ...]
    incidents: tuple[Incident, ...]
    """With those that one article alone tells of."""
    links: tuple[Link, ...]
    """What holds them together, and what nearly did."""


def merge(
    records: Iterable[Record] | str | PathLike[str],
    judgements: Iterable[Judgement] = (),
    *,
    people: bool = True,
    workers: int = 1,
) -> Merged:
    """What these records tell together: stories, incidents with their casualties and disagreements, and links.

    `records` are records, or the path of a file of them (JSON lines, gzip if it ends in .gz). `judgements` are
    decisions of people, which go before the machine's. Without `people` nobody asks who is who across articles.
    Nothing depends on the order of the records; of two records of one article the later one counts. Raises BadRecord,
    NoSuchPath.
    """
    lines = record_lines([records]) if isinstance(records, str | PathLike) else (r.to_json() for r in records)
    found: dict[str, list[bytes]] = {"story": [], "incident": [], "link": []}
    for outcome in merge_lines(lines, judgements, people=people, workers=workers):
        found[outcome.what].append(outcome.line)
    return Merged(
        tuple(msgspec.json.decode(line, type=Story) for line in found["story"]),
        tuple(msgspec.json.decode(line, type=Incident) for line in found["incident"]),
        tuple(msgspec.json.decode(line, type=Link) for line in found["link"]),
    )


def merge_lines(
    lines: Iterable[bytes],
    judgements: Iterable[Judgement] = (),
    *,
    people: bool = True,
    workers: int = 1,
    told: "Callable[[Done], None]" = lambda _: None,
    unread: "Callable[[Unread], None] | None" = None,
) -> "Iterator[Outcome]":
    """The same for more than fits into values: lines of records in, lines of stories, incidents and links out.

    `told` hears how far it is. `unread` hears of lines that hold no record; without it the first one raises BadRecord.
    """
    from dateline.merging.batch.merging import merged
    from dateline.merging.batch.spreading import Alone, Processes

    pool: AbstractContextManager[Spread] = Processes(workers) if workers > 1 else nullcontext(Alone())
    with pool as spread:
        yield from merged(lines, judged(judgements), spread, told, unread, people)


def record_lines(paths: Iterable[str | PathLike[str]]) -> Iterator[bytes]:
    """The lines of files of records, one file after the other; "-" is standard input. Raises NoSuchPath, BadRecord."""
    for path in paths:
        try:
            with _opened(path) as lines:
                yield from lines
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise BadRecord(f"{path}: no whole gzip file ({error}); write it anew") from error


def _opened(path: str | PathLike[str]) -> "AbstractContextManager[IO[bytes]]":
    if str(path) == "-":
        return nullcontext(sys.stdin.buffer)
    place = Path(path)
    if not place.exists() or place.is_dir():  # a pipe will do
        raise NoSuchPath(f"{place}: no such file; name files that `dateline read --to jsonl` wrote")
    return gzip.open(place, "rb") if place.suffix == ".gz" else place.open("rb")  # type: ignore[return-value]
