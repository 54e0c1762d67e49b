"""What a desk is asked: a mixed set of questions made of its own words and names, timed alone and beside an ingest."""

import random
import re
import sqlite3
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from desk_corpus import cloned_rows
from desk_figures import Figure, percentile

import dateline
from dateline.desk.storage.opening import reading
from dateline.errors import DatelineError

SAMPLE = 400
"""Articles whose words are counted to say what is rare and what is common."""
TARGETS = {"words": 20.0, "filters": 50.0, "people": 50.0, "timeline": 50.0, "statements": 50.0}
"""Milliseconds, p95."""
Question = tuple[str, Callable[[dateline.Desk], Any]]
_WORD = re.compile(r"[A-Za-z]{4,}")


def questions(path: Path, seed: int, each: int) -> list[Question]:
    """So many questions of each group, in random order; the name of a group begins with what its target is for."""
    chance = random.Random(seed)
    with closing(reading(path)) as connection:
        found = [*_of_words(connection, chance, each), *_of_filters(connection, chance, each)]
        found += _of_people(connection, chance, each)
    chance.shuffle(found)
    return found


def queries(path: Path, seed: int, each: int) -> Iterator[Figure]:
    """Each question asked once, by one process that nobody disturbs."""
    took: dict[str, list[float]] = defaultdict(list)
    busy: dict[str, list[float]] = defaultdict(list)
    with closing(dateline.open(path)) as desk:
        desk.search("anything")  # what is imported and loaded on first use
        for group, ask in questions(path, seed, each):
            before = time.process_time()
            took[group].append(_milliseconds(ask, desk))
            busy[group.split(":")[0]].append((time.process_time() - before) * 1000)
    for group in sorted(took):
        target = TARGETS[group.split(":")[0]]
        yield Figure(f"{group}, p50 of {len(took[group])}", percentile(took[group], 0.5), "ms")
        yield Figure(f"{group}, p95", percentile(took[group], 0.95), "ms", most=target)
    for kind, target in TARGETS.items():
        together = [each for group, many in took.items() if group.split(":")[0] == kind for each in many]
        if together:
            yield Figure(f"ALL {kind}, p95", percentile(together, 0.95), "ms", most=target)
            yield Figure("  of the processor alone", percentile(busy[kind], 0.95), "ms")


def readers(path: Path, sources: list[dict[str, Any]], processes: int, seconds: float, seed: int) -> Iterator[Figure]:
    """So many processes ask one question a second each, while one worker reads and another process writes."""
    context = get_context("spawn")
    answers: Any = context.Queue()
    asking = [
        context.Process(target=_ask, args=(path, seed + number, seconds, answers), daemon=True)
        for number in range(processes)
    ]
    for process in asking:
        process.start()
    for _ in asking:
        answers.get()  # They are ready.
    before = time.monotonic()
    with closing(dateline.open(path)) as desk:
        had = len(desk)
        tally = desk.ingest(rows_until(before + seconds + 2, sources, had), workers=1)
    took: dict[str, list[float]] = defaultdict(list)
    errors: list[str] = []
    for _ in asking:
        times, troubles = answers.get()
        errors += troubles
        for kind, milliseconds in times:
            took[kind].append(milliseconds)
    for process in asking:
        process.join()
    for trouble, often in Counter(errors).most_common(3):
        print(f"  {often} times: {trouble}")
    yield Figure("articles before", had)
    yield Figure("articles ingested meanwhile", tally.added)
    searches = took["words"] + took["filters"]
    yield Figure("questions asked", sum(map(len, took.values())))
    yield Figure("errors", len(errors), most=0)
    yield Figure("searches, p50", percentile(searches, 0.5), "ms")
    yield Figure("searches, p95", percentile(searches, 0.95), "ms", most=50)
    yield Figure("searches, the slowest", max(searches, default=0), "ms")
    for kind, many in took.items():
        yield Figure(f"{kind}, p95 of {len(many)}", percentile(many, 0.95), "ms")


def rows_until(end: float, sources: list[dict[str, Any]], seed: int) -> Iterator[dict[str, Any]]:
    """Rows to ingest, each an article of its own, until this moment of the monotonic clock."""
    for number in count():
        for row in cloned_rows(sources, len(sources) * (number + 1)):
            if time.monotonic() > end:
                return
            if int(row["id"].removeprefix("clone-")) >= len(sources) * number:
                yield row | {"id": f"{row['id']}-after-{seed}", "text": f"{row['text']} {seed}"}


def _ask(path: Path, seed: int, seconds: float, answers: Any) -> None:
    """The life of a reader: a question a second, at a moment of its own; then its times and troubles."""
    chance = random.Random(seed)
    asked = questions(path, seed, max(int(seconds) // 8, 2))
    times: list[tuple[str, float]] = []
    troubles: list[str] = []
    with closing(dateline.open(path)) as desk:
        desk.search("anything")
        answers.put("ready")
        until = time.monotonic() + seconds
        time.sleep(chance.random())
        while time.monotonic() < until:
            began = time.monotonic()
            try:
                group, ask = asked[len(times) % len(asked)]
                times.append((group.split(":")[0], _milliseconds(ask, desk)))
            except (DatelineError, sqlite3.Error) as error:
                troubles.append(f"{type(error).__name__}: {error}")
            time.sleep(max(0.0, began + 1 - time.monotonic()))
    answers.put((times, troubles))


def _milliseconds(ask: Callable[[dateline.Desk], Any], desk: dateline.Desk) -> float:
    start = time.perf_counter()
    list(ask(desk))
    return (time.perf_counter() - start) * 1000


def _search(desk: dateline.Desk, words: str | None = None, **given: Any) -> Any:
    return desk.search(words, **given)


def _of_words(connection: sqlite3.Connection, chance: random.Random, each: int) -> Iterator[Question]:
    (last,) = connection.execute("SELECT max(key) FROM articles").fetchone()
    keys = [chance.randint(1, last) for _ in range(SAMPLE)]
    texts = [
        row[0]
        for key in keys
        for row in connection.execute("SELECT text FROM articles WHERE key >= ? LIMIT 1", (key,)).fetchall()
    ]
    stories = Counter(word for text in texts for word in {word.lower() for word in _WORD.findall(text)})
    common = [word for word, often in stories.most_common(60)]
    rare = [word for word, often in stories.items() if often <= 2] or common
    middle = [word for word, often in stories.items() if 4 <= often <= len(texts) // 4] or common
    for _ in range(each):
        phrase = _phrase(chance.choice(texts), chance)
        yield "words: rare", partial(_search, words=chance.choice(rare))
        yield "words: common", partial(_search, words=chance.choice(common))
        yield "words: two", partial(_search, words=f"{chance.choice(middle)} {chance.choice(middle)}")
        yield "words: two common", partial(_search, words=f"{chance.choice(common)} {chance.choice(common)}")
        yield "words: phrase", partial(_search, words=f'"{phrase}"')


def _phrase(text: str, chance: random.Random) -> str:
    words = re.findall(r"[A-Za-z]+", text)
    start = chance.randrange(max(len(words) - 2, 1))
    return " ".join(words[start : start + 2])


def _of_filters(connection: sqlite3.Connection, chance: random.Random, each: int) -> Iterator[Question]:
    def some(query: str) -> list[Any]:
        rows = connection.execute(f"SELECT * FROM ({query}) ORDER BY random() LIMIT {each}").fetchall()
        return [chance.choice(rows) for _ in range(each)] if rows else []

    people = some("SELECT name FROM people WHERE name LIKE '% %' LIMIT 5000")
    places = some("SELECT name, lat, lon, country FROM places WHERE lat IS NOT NULL AND country IS NOT NULL LIMIT 9000")
    speakers = some("SELECT name FROM people JOIN statements ON speaker = people.fact LIMIT 5000")
    outlets = some("SELECT DISTINCT outlet FROM articles WHERE outlet IS NOT NULL")
    types = some("SELECT DISTINCT type FROM events WHERE scheme = 'plover'")
    days = some("SELECT substr(dated, 1, 7) FROM articles WHERE dated IS NOT NULL LIMIT 9000")
    checks = some('SELECT DISTINCT "check" FROM findings')
    yield from (("filters: person", partial(_search, person=name)) for (name,) in people)
    yield from (("filters: said-by", partial(_search, said_by=name)) for (name,) in speakers)
    yield from (("filters: outlet", partial(_search, outlet=name)) for (name,) in outlets)
    yield from (("filters: type", partial(_search, type=name)) for (name,) in types)
    yield from (("filters: since, until", partial(_search, since=day, until=day)) for (day,) in days)
    yield from (("filters: has-finding", partial(_search, has_finding=name)) for (name,) in checks)
    for (name, lat, lon, country), (kind,), (day,) in zip(places, types, days, strict=True):
        yield "filters: place", partial(_search, place=name)
        yield "filters: within", partial(_search, within=f"{chance.choice((20, 50, 300))}km:{lat},{lon}")
        yield "filters: country", partial(_search, country=country)
        yield "filters: min-killed", partial(_search, min_killed=chance.choice((1, 2, 5, 20, 100)))
        yield "filters: status", partial(_search, status=chance.choice(("planned", "denied", "possible", "any")))
        yield "filters: several", partial(_search, type=kind, country=country, since=day[:4])
        yield "filters: with words", partial(_search, words="police OR minister", country=country, since=day)


def _of_people(connection: sqlite3.Connection, chance: random.Random, each: int) -> Iterator[Question]:
    """What the desk is asked beside the search; not asked where it cannot answer yet."""
    rows = connection.execute("SELECT name FROM people WHERE name LIKE '% %' LIMIT 5000").fetchall()
    places = connection.execute("SELECT name FROM places LIMIT 5000").fetchall()
    for _ in range(each if rows and places else 0):
        (name,), (place,) = chance.choice(rows), chance.choice(places)
        if hasattr(dateline.Desk, "people"):
            yield "people: all", _asked("people")
            yield "people: by name", _asked("people", name)
        if hasattr(dateline.Desk, "timeline"):
            yield "timeline: of a person", _asked("timeline", name)
            yield "timeline: of a place", _asked("timeline", place)
        if hasattr(dateline.Desk, "statements"):
            yield "statements: by name", _asked("statements", by=name)


def _asked(method: str, *words: str, **given: str) -> Callable[[dateline.Desk], Any]:
    return lambda desk: getattr(desk, method)(*words, **given)
