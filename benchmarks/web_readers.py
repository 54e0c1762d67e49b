"""Readers of a desk in the browser: what they ask for, one request a second each, and how long each answer takes."""

import asyncio
import random
import re
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlencode

from desk_questions import questions

from dateline.desk.storage.opening import reading

MIX = {
    "news: first page": 20,
    "news: further pages": 9,
    "news: a facet": 12,
    "news: dates": 7,
    "search: words": 20,
    "search: filters": 10,
    "article": 12,
    "incidents": 5,
    "people": 3,
    "statements": 2,
}
"""How often each kind of page is asked for, of 100 requests."""
PATIENCE = 30.0
"""Seconds after which a reader gives up."""


class Answered(NamedTuple):
    """One request: its kind, its status (0: no answer at all), how long it took, and how many bytes came."""

    kind: str
    status: int
    milliseconds: float
    size: int
    address: str


def addresses(path: Path, seed: int, each: int = 60) -> dict[str, list[str]]:
    """The addresses of each kind that readers choose from, made of the desk's own words, names and days."""
    chance = random.Random(seed)
    found: dict[str, list[str]] = defaultdict(list)
    for group, ask in questions(path, seed, each):
        given = getattr(ask, "keywords", None)  # what is no search has none
        if given:
            kind = "search: words" if group.startswith("words") or group.endswith("words") else "search: filters"
            found[kind].append(f"/news?{urlencode(given, doseq=True)}")
    found["news: first page"] = ["/news"]
    found["news: further pages"] = [f"/news?offset={30 * number}" for number in range(1, 30)]
    with closing(reading(path)) as connection:

        def some(query: str) -> list[str]:
            return [str(row[0]) for row in connection.execute(f"{query} ORDER BY random() LIMIT {each}")]

        found["news: a facet"] = [
            *(f"/news?{urlencode({'outlet': name})}" for name in some("SELECT DISTINCT outlet FROM articles")),
            *(f"/news?type={name}" for name in some("SELECT DISTINCT type FROM events WHERE scheme = 'plover'")),
            *(f"/news?country={name}" for name in some("SELECT DISTINCT country FROM places WHERE country > ''")),
        ]
        days = some("SELECT DISTINCT substr(dated, 1, 10) FROM articles WHERE dated > ''")
        found["news: dates"] = [f"/news?since={day[:7]}&until={day}" for day in days]
        found["article"] = [f"/article/{quote(name, safe='')}" for name in some("SELECT id FROM articles")]
        names = some("SELECT name FROM people WHERE name LIKE '% %'")
        found["people"] = ["/people", *(f"/people?{urlencode({'name': name})}" for name in names)]
        found["statements"] = [f"/statements?{urlencode({'by': name})}" for name in names]
        incidents = some("SELECT id FROM incidents")
        found["incidents"] = ["/incidents", *(f"/incident/{name}" for name in incidents)]
    for each_kind in found.values():
        chance.shuffle(each_kind)
    return {kind: found[kind] for kind in MIX if found[kind]}


async def read(port: int, pages: dict[str, list[str]], readers: int, seconds: float, seed: int) -> list[Answered]:
    """So many readers, each with a connection of its own, ask once a second for so many seconds.

    They come to a server that has given a page of each kind before.
    """
    first = Browser(port)
    for addresses_of_kind in pages.values():
        await first.get(addresses_of_kind[0])
    first.close()
    asking = [_reader(port, pages, seconds, random.Random(seed + number)) for number in range(readers)]
    return [answer for answers in await asyncio.gather(*asking) for answer in answers]


async def _reader(port: int, pages: dict[str, list[str]], seconds: float, chance: random.Random) -> list[Answered]:
    answers: list[Answered] = []
    kinds = list(pages)
    weights = [MIX[kind] for kind in kinds]
    until = time.monotonic() + seconds
    browser = Browser(port)
    await asyncio.sleep(chance.random())
    while (began := time.monotonic()) < until:
        (kind,) = chance.choices(kinds, weights)
        address = chance.choice(pages[kind])
        status, size = await browser.get(address)
        answers.append(Answered(kind, status, (time.monotonic() - began) * 1000, size, address))
        await asyncio.sleep(max(0.0, began + 1 - time.monotonic()))
    browser.close()
    return answers


class Browser:
    """A connection that is kept open, and as little as it takes to ask and to read: it shares the machine."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._open: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self.body = b""

    async def get(self, address: str) -> tuple[int, int]:
        """The status and the bytes of the body, as they came over the line; 0 where no answer came."""
        try:
            return await asyncio.wait_for(self._get(address), PATIENCE)
        except (OSError, asyncio.IncompleteReadError, TimeoutError):
            self.close()
            return 0, 0

    def close(self) -> None:
        """Lets go of the connection."""
        if self._open:
            self._open[1].close()
        self._open = None

    async def _get(self, address: str) -> tuple[int, int]:
        if self._open is None:
            self._open = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._open
        writer.write(f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head.lower())
        size = int(length[1]) if length else 0
        self.body = await reader.readexactly(size)
        return int(head.split(b" ", 2)[1]), size


def kinds_of(answers: Sequence[Answered]) -> Iterator[tuple[str, list[float]]]:
    """The times of each kind, in the order of `MIX`."""
    for kind in MIX:
        took = [each.milliseconds for each in answers if each.kind == kind]
        if took:
            yield kind, took
