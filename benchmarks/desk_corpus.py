"""Many articles made of a few: the same stories with other names on other days, as varied as a real desk's.

Clones of records keep their spans, since a name is exchanged for one of the same length; clones of rows are to be read.
Both depend on their number alone: clone 17 is the same in every run.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import dateline
from dateline.record import Record
from dateline.settings import Settings
from dateline.values import Organisation, Person, Place

EXAMPLES = Path(__file__).parent.parent / "examples"
EPOCH = date(2021, 1, 1)
DAYS = 5 * 365
COMMON = 5
"""A word of a name that stands in so many stories is no name's own ("Ministry", "United"): it stays."""
CASTS = 60
"""Clones of a story share their names with about every so-manieth other one: people come again in the news."""
OUTLETS = tuple(
    f"{town} {paper}"
    for paper in ("Courier", "Post", "Wire", "Herald")
    for town in ("Halden", "Brod", "Lindau", "Tarvas", "Mirow", "Kelso", "Varde", "Sorin", "Ardal", "Vik")
)
# fmt: off
COUNTRIES = (
    "USA", "GBR", "RUS", "FRA", "DEU", "UKR", "SYR", "IRQ", "ISR", "IND", "CHN", "MEX", "COL", "BRA", "NGA", "KEN",
    "TJK", "AFG", "PAK", "NOR", "ESP", "ITA",
)
TYPES = (
    "ASSAULT", "ACCUSE", "CONSULT", "COERCE", "PROTEST", "REQUEST", "SUPPORT", "COOPERATE", "AID", "MOBILIZE",
    "SANCTION", "REJECT", "THREATEN",
)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)
# fmt: on
_ID = re.compile(r"\b([a-z]+)-([0-9a-f]{16})\b")
_DAY = re.compile(r'"((?:19|20)\d\d)-(\d\d)-(\d\d)')
_NAMED = re.compile(r"(?:(?<=\\[ntr])|(?<![^\W_]))([A-Z][a-z]{2,})(?![^\W_])")
_COUNTRY = re.compile(r'"country":"([A-Z]{3})"')
_TYPE = re.compile(r'"scheme":"plover","type":"[A-Z]+"')
_DATE = re.compile(rf"\b({'|'.join(MONTHS)}) (\d\d?)(?!\d)(, (?:19|20)\d\d)?")
SYLLABLES = re.findall("..", "badefoguhajikolumaneporisatuvazebodifageholaminoparusitoveza")
T = TypeVar("T")


def chance(*parts: object) -> int:
    """A number that looks random and follows from these parts."""
    return int.from_bytes(blake2b(repr(parts).encode(), digest_size=8).digest(), "big")


def pick(choices: tuple[str, ...], *parts: object) -> str:
    """One of them; those in front more often."""
    at = (chance(*parts) % 10_000) / 10_000
    return choices[int(len(choices) * at**2)]


def invented(word: str, cast: int) -> str:
    """A name of the same length; of one word in one cast always the same."""
    seed = chance(word, cast) % 5_000  # Names of the same length are shared with other stories.
    letters = "".join(SYLLABLES[chance(seed, len(word), i) % len(SYLLABLES)] for i in range(len(word) // 2 + 1))
    return letters[: len(word)].capitalize()


def own_words(texts: Iterable[str]) -> frozenset[str]:
    """The capitalised words that few of the texts have, and no text has in small letters: words of names."""
    stories, small = Counter[str](), set[str]()
    count = 0
    for text in texts:
        stories.update(set(_NAMED.findall(text)))
        small.update(re.findall(r"\b[a-z]+\b", text))
        count += 1
    most = COMMON if count > 2 * COMMON else count
    return frozenset(w for w, n in stories.items() if n <= most and w.lower() not in small and w not in MONTHS)


def source_rows(path: Path | None, characters: int | None) -> list[dict[str, Any]]:
    """Rows with a text, from a JSONL file or the project's examples; cut at about so many characters."""
    if path:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        texts = [row["text"] for row in rows if row.get("text")]
    else:
        texts = [file.read_text(encoding="utf-8") for file in sorted(EXAMPLES.glob("*.txt"))]
    return [{"text": _cut(text, characters)} for text in texts]


def source_records(path: Path | None, characters: int | None = None) -> list[Record]:
    """Records to clone: those of a file that `dateline read --to jsonl` wrote, or of rows, which are read first."""
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()] if path else []
    if lines and "format" in json.loads(lines[0]):
        return [Record.from_json(line) for line in lines]
    return list(dateline.read_many(source_rows(path, characters), Settings(), workers=2))


def cloned_rows(rows: list[dict[str, Any]], count: int) -> Iterator[dict[str, Any]]:
    """So many rows for reading: other names in their texts, other days, an id and an outlet of their own."""
    names = own_words(row["text"] for row in rows)
    for number, row in islice(_rounds(rows), count):
        day = EPOCH + timedelta(chance("day", number) % DAYS)
        yield {
            "id": f"clone-{number}",
            "text": _retold(row["text"], names, number, day),
            "published": day.isoformat(),
            "outlet": pick(OUTLETS, "outlet", number),
        }


def cloned_records(records: list[Record], count: int) -> Iterator[Record]:
    """So many records: other names, days, outlets, countries and types of events; ids anew, spans as they were."""
    names = own_words(record.text for record in records) & _words_of_names(records)
    sources = [record.to_json().decode() for record in records]
    for number, source in islice(_rounds(sources), count):
        yield Record.from_json(_clone(source, names, number))


def _words_of_names(records: list[Record]) -> frozenset[str]:
    actors = [f.value for r in records for f in r.facts if isinstance(f.value, Person | Organisation | Place)]
    return frozenset(word for value in actors for word in _NAMED.findall(value.name))


def _rounds(sources: list[T]) -> Iterator[tuple[int, T]]:
    number = 0
    while sources:
        for source in sources:
            yield number, source
            number += 1


def _cut(text: str, characters: int | None) -> str:
    if characters is None or len(text) <= characters:
        return text
    end = text.rfind(". ", characters // 2, characters)
    return text[: end + 1] if end > 0 else text[:characters]


def _retold(text: str, names: frozenset[str], number: int, day: date) -> str:
    """A text with every second name exchanged, and its dates about the day."""
    cast = chance("cast", number) % CASTS

    def other(match: re.Match[str]) -> str:
        word = match[1]
        return invented(word, cast) if word in names and chance(word, number) % 2 else word

    def other_day(match: re.Match[str]) -> str:
        near = day - timedelta(chance(match[0], number) % 30)
        return f"{MONTHS[near.month - 1]} {near.day}" + (f", {near.year}" if match[3] else "")

    # The number makes every text another one, also where it has neither names nor dates.
    return _DATE.sub(other_day, _NAMED.sub(other, text)) + f"\n\nReport no. {number}."


def _clone(source: str, names: frozenset[str], number: int) -> str:
    cast = chance("cast", number) % CASTS
    found = json.loads(source[: source.index(',"version"')] + "}")["id"]
    days = chance("day", number) % DAYS
    made: list[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = [
        (_ID, lambda m: f"{m[1]}-{chance(m[2], number):016x}"),
        (_DAY, lambda m: f'"{_moved(m, days)}'),
        (_NAMED, lambda m: invented(m[1], cast) if m[1] in names else m[1]),
        (_TYPE, lambda m: f'"scheme":"plover","type":"{pick(TYPES, "type", m.start(), number)}"'),
        (_COUNTRY, lambda m: f'"country":"{_country(m[1], number)}"'),
    ]
    clone = source.replace(json.dumps(found, ensure_ascii=False), f'"clone-{number}"')
    for pattern, other in made:
        clone = pattern.sub(other, clone)
    clone = clone.replace('"fetched":null', f'"fetched":"{(EPOCH + timedelta(days)).isoformat()}T06:00:00+00:00"')
    return clone.replace('"outlet":null', f'"outlet":"{pick(OUTLETS, "outlet", number)}"')


def _moved(match: re.Match[str], days: int) -> str:
    try:
        return (date(*map(int, match.groups())) + timedelta(days)).isoformat()
    except (ValueError, OverflowError):  # No such day: it stays.
        return match[0][1:]


def _country(code: str, number: int) -> str:
    """One code is another one in all of a clone, in every second clone."""
    return pick(COUNTRIES, code, number) if chance(code, number) % 2 else code
