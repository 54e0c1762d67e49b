"""Builds a gazetteer from an invented dump in GeoNames' form, and says how fast, how large, and how quick to ask.

    python benchmarks/gazetteer.py [--rows 1000000] [--alternates] [--folder /tmp]

The dump has as many rows of each class as the real one in proportion, names of syllables (so that many places share
one), further names for a third of the rows, and a few rows that are broken. It is thrown away afterwards.
"""

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import mean, median, quantiles
from zipfile import ZIP_DEFLATED, ZipFile

from dateline.annotation.gazetteer import Gazetteer
from dateline.annotation.gazetteer.building import build

SHARES = {"P PPL": 35, "P PPLX": 2, "A ADM4": 2, "A ADM3": 2, "A ADM2": 0.4, "S SCH": 10, "S CH": 5, "S HTL": 3}
SHARES |= {"H STM": 15, "H LK": 5, "H SPNG": 2, "T MT": 9, "T HLL": 4, "T VAL": 2, "T ISL": 2, "L LCTY": 2, "V FRST": 1}
COUNTRIES = ["US", "CN", "IN", "NO", "MX", "RU", "BR", "IR", "TR", "FR", "DE", "PK", "ID", "TH", "NP", "KE", "FI", "PE"]
SYLLABLES = [c + v + e for c in [*"bdgklmnrstvz", "sh", "ch"] for v in "aeiou" for e in ("", "n", "r", "sk")]
ENDINGS = ["", "", "", " Creek", " Mountain", " Lake", "abad", "berg", "ville", "ø", "é", "ñez"]
SCRIPTS = ["москва", "تهران", "北京", "દિલ્હી"]


def name(chance: random.Random) -> str:
    """Two to four syllables, a few words of them, at times with a mark or an ending."""
    words = [
        "".join(chance.choices(SYLLABLES, k=chance.choice((2, 2, 3, 4)))).capitalize()
        for _ in range(chance.choice((1, 1, 1, 2)))
    ]
    return " ".join(words) + chance.choice(ENDINGS)


def rows(count: int) -> Iterator[str]:
    """So many lines of a main table, and one in 10,000 that is broken."""
    chance = random.Random(4)
    kinds = chance.choices(list(SHARES), list(SHARES.values()), k=count)
    for number, kind in enumerate(kinds, start=100):
        feature_class, code = kind.split()
        own = name(chance)
        others = [name(chance) for _ in range(chance.randint(1, 7))] if chance.random() < 0.33 else []
        if others and chance.random() < 0.3:
            others.append(chance.choice(SCRIPTS) + others[0].lower())
        people = int(10 ** chance.uniform(1, 5)) if feature_class in "PA" and chance.random() < 0.1 else 0
        country = COUNTRIES[number * len(COUNTRIES) // (count + 100)]
        lat, lon = f"{chance.uniform(-60, 75):.5f}", f"{chance.uniform(-180, 180):.5f}"
        plain = own.replace("ø", "o").replace("é", "e").replace("ñ", "n")
        places = [country, "", f"{chance.randint(1, 40):02}", str(chance.randint(1, 900)), "", ""]
        cells = [str(number), own, plain, ",".join(others), lat, lon, feature_class, code, *places]
        cells += [str(people), "", "120", "Europe/Oslo", "2024-05-06"]
        yield "\t".join(cells if number % 10_000 else cells[:9]) + "\n"


def alternates(count: int) -> Iterator[str]:
    """So many lines of a table of alternate names."""
    chance = random.Random(5)
    for number in range(count):
        language = chance.choice(("", "en", "fr", "ru", "de", "fa", "link", "wkdt", "post"))
        flag = "1" if chance.random() < 0.1 else ""
        yield f"{number}\t{chance.randint(100, count)}\t{language}\t{name(chance)}\t{flag}\t\t\t\t\t\n"


def written(path: Path, lines: Iterator[str]) -> Path:
    """The lines as a text in a zip archive."""
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as archive, archive.open(path.stem + ".txt", "w") as out:
        for line in lines:
            out.write(line.encode())
    return path


def look_ups(path: Path, count: int = 20_000) -> list[float]:
    """Microseconds of looking up names for the first time, in warm pages; every other is no place."""
    chance, gazetteer = random.Random(6), Gazetteer(path)
    step = 1 + len(gazetteer._rows("SELECT 1 FROM name")) // count
    keys = [key for i, (key,) in enumerate(gazetteer._rows("SELECT key FROM name")) if i % step == 0]
    asked = [each for key in keys for each in (key, key + " nowhere")]
    chance.shuffle(asked)
    times = []
    for fresh in (Gazetteer(path), Gazetteer(path)):  # the first only warms the pages
        fresh.places("oslo")
        times = []
        for each in asked:
            start = time.perf_counter()
            fresh.places(each)
            times.append((time.perf_counter() - start) * 1e6)
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--alternates", action="store_true", help="with a table of alternate names of as many rows")
    parser.add_argument("--folder", type=Path, help="for the dump and the gazetteer (default: the system's)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        dump = written(Path(folder, "allCountries.zip"), rows(options.rows))
        names = written(Path(folder, "alternateNamesV2.zip"), alternates(options.rows)) if options.alternates else None
        start, took = time.perf_counter(), {}

        def progress(what: str, done: int, total: int) -> None:
            took[what] = time.perf_counter() - start

        built = build(dump, names, Path(folder, "built.sqlite"), progress)
        seconds = time.perf_counter() - start
        # Linux counts in kibibytes.
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{built.places:,} places, {built.names:,} names, {built.skipped:,} rows left out")
        print(f"{seconds:.0f} s, {options.rows / seconds:,.0f} rows/s, at most {memory:.0f} MiB of memory")
        print("; ".join(f"{what} until {until:.0f} s" for what, until in took.items()))
        print(f"{dump.stat().st_size / 1e6:,.0f} MB of dump, {built.size / 1e6:,.0f} MB of gazetteer")
        times = look_ups(built.path)
        slow = quantiles(times, n=100)[98]
        print(f"a look-up: mean {mean(times):.1f} µs, median {median(times):.1f} µs, 99 % under {slow:.1f} µs")


if __name__ == "__main__":
    main()
