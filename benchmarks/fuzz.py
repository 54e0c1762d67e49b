"""Broken input into every reader: what comes out must still be an article that can be trusted, or a sentence.

    python benchmarks/fuzz.py [READER ...] [--inputs 1000] [--seconds S] [--seed 0] [--keep FOLDER]
    python benchmarks/fuzz.py READER --coverage [--inputs 1000] [--seconds S] [--keep FOLDER]

The project's own stories, pages, feeds, mails and wires, and small documents made here, are cut, repeated, spliced and
sprinkled with words of their formats. Their bytes go through `dateline.sources.pages` and `read_page`, and what comes
out is looked at: see `problems_of`. With `--coverage` atheris guides the changes by the lines that they reach, in one
reader at a time; it is no dependency (pip install atheris). Exits 1 where something failed.
"""

import argparse
import gc
import json
import random
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from types import FunctionType

from fuzz_seeds import KINDS, TOKENS, Kind

from dateline.model import Article, Page, Refused
from dateline.reading import read_page
from dateline.settings import Settings, is_moment
from dateline.sources import pages

SETTINGS = Settings(max_bytes=2_000_000, max_chars=500_000, max_unpacked=5_000_000, max_members=100, max_pages=20)
SLOW = 5000
"""Milliseconds that no input of a few kilobytes may take, on a machine that is busy with other things too."""
LONGEST = 60_000
"""Bytes of an input."""
SENTENCE = re.compile(r"Traceback|\w+Error\b|Exception\b|object at 0x|\bNone\b")
"""What a reason must not say: it is for people."""
PLAIN = ("text/plain", "application/pdf")
CAUGHT = 20
"""Failures of a reader after which its turn ends."""


@dataclass
class Tally:
    """What came out of one reader."""

    inputs: int = 0
    articles: int = 0
    refused: int = 0
    slowest: float = 0.0
    failures: int = 0


def mutated(seed: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """The seed after one to eight changes. Text is changed by characters, so that most of it stays readable."""
    try:
        told: list[str] = list(seed.decode())
    except UnicodeDecodeError:
        told = list(seed.decode("latin-1"))
        encoding = "latin-1"
    else:
        encoding = "latin-1" if chance.random() < 0.1 else "utf-8"
        told = list(seed.decode(encoding))
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
        changed(told, chance.choice(others).decode(encoding, "replace"), chance)
    return "".join(told).encode(encoding, "replace")[:LONGEST]


def changed(told: list[str], other: str, chance: random.Random) -> None:
    """One change in place."""
    start = chance.randrange(len(told) + 1)
    end = min(len(told), start + int(chance.paretovariate(0.5)))
    at = chance.randrange(len(told) + 1)
    match chance.randrange(7):
        case 0:
            del told[start:end]
        case 1:
            told[at:at] = told[start:end] * chance.choice((1, 1, 2, 50))
        case 2:
            begin = chance.randrange(len(other) + 1)
            told[start:end] = other[begin : begin + end - start]
        case 3 if told:
            one, two = chance.randrange(len(told)), chance.randrange(len(told))
            told[one], told[two] = told[two], told[one]
        case 4 if told:
            told[min(at, len(told) - 1)] = chr(chance.choice((chance.randrange(256), chance.randrange(0xD800))))
        case 5:
            told[start:end] = chance.choice(TOKENS)
        case _:
            told[at:at] = chance.choice(TOKENS)


def inputs(kind: Kind, chance: random.Random) -> Iterator[bytes]:
    """Changed seeds without end. What is wrapped is changed inside, outside or both."""
    seeds = kind.seeds()
    while True:
        seed = chance.choice(seeds)
        if not kind.wraps:
            yield mutated(seed, seeds, chance)
            continue
        inside = chance.random()
        whole = chance.choice(kind.wraps)(mutated(seed, seeds, chance) if inside < 0.6 else seed)
        yield mutated(whole, [whole], chance) if inside > 0.4 else whole


def outcomes(raw: bytes) -> Iterator[tuple[Page | None, object]]:
    """What comes out of these bytes: each Article or Refused, with the Page that it was read from."""
    for page in pages([raw], SETTINGS):
        if not isinstance(page, Page):
            yield None, page
            continue
        yield from ((page, found) for found in read_page(page))


def problems_of(page: Page | None, found: object) -> Iterator[str]:
    """What is wrong with an outcome; nothing where it holds."""
    if isinstance(found, Refused):
        if not found.reason.strip() or SENTENCE.search(found.reason):
            yield f"a reason is no sentence: {found.reason!r}"
    elif isinstance(found, Article) and page is not None:
        yield from _of_blocks(found)
        yield from _of_fields(found)
        if page.media_type in PLAIN and found.text != page.content:
            yield "plain text was changed"
    else:
        yield f"a {type(found).__name__} came out"


def _of_blocks(article: Article) -> Iterator[str]:
    if not article.blocks:
        yield "an article without blocks"
    for block in article.blocks:
        if not 0 <= block.start < block.end <= len(article.text):
            yield f"outside the text: {block}"
        elif article.text[block.start : block.end].isspace():
            yield f"blank: {block}"
    yield from (f"overlap: {one} {two}" for one, two in pairwise(article.blocks) if one.end > two.start)


def _of_fields(article: Article) -> Iterator[str]:
    told = [article.id, article.text, *(words for field in article.fields for words in (field.value, field.path))]
    for words in told:
        if not isinstance(words, str) or re.search(r"[\ud800-\udfff]", words):
            yield f"no clean string: {words[:80]!r}"
    for field in article.fields:
        if field.name in ("published", "updated", "embargoed") and not is_moment(field.value):
            yield f"no moment: {field}"
    if any(not field.value.strip() for field in article.fields):
        yield "a field without a value"
    json.dumps([(field.name, field.value, field.path) for field in article.fields], ensure_ascii=False).encode()


def of_dates(raw: bytes) -> list[str]:
    """The dates of web pages and feeds alone, line by line."""
    from dateline.reading.web import dates
    from dateline.reading.wires.feed_dates import feed_moment

    wrong = []
    for line in raw.decode("utf-8", "replace").splitlines():
        found = [dates.moment_of(line, "de"), dates.moment_in(line, "en-US"), feed_moment(line)]
        found.append(dates.day_in_address("https://river.example" + line))
        wrong += [f"{line!r} gave {moment!r}" for moment in found if moment and not is_moment(moment)]
    return wrong


def tried(name: str, raw: bytes, tally: Tally) -> list[str]:
    """What is wrong with this input, counted. What is raised counts as wrong."""
    start, wrong = perf_counter(), []
    try:
        if name == "dates":
            wrong = of_dates(raw)
        for page, found in outcomes(raw) if name != "dates" else ():
            wrong += problems_of(page, found)
            tally.articles += isinstance(found, Article)
            tally.refused += isinstance(found, Refused)
    except Exception as error:
        wrong.append(f"raised {type(error).__name__}: {str(error)[:200]}")
    took = (perf_counter() - start) * 1000
    if took > SLOW:
        wrong.append(f"took {took:.0f} ms")
    tally.inputs += 1
    tally.slowest = max(tally.slowest, took)
    tally.failures += bool(wrong)
    return wrong


def keep(folder: Path | None, name: str, raw: bytes, wrong: list[str]) -> None:
    """Says what failed, and writes the input down."""
    print(f"{name}: {'; '.join(wrong)[:300]}", file=sys.stderr, flush=True)
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}-{sha256(raw).hexdigest()[:12]}").write_bytes(raw)


def run(name: str, count: int, seconds: float, seed: int, folder: Path | None = None) -> Tally:
    """So many inputs to one reader, or as many as there is time for."""
    tally, until = Tally(), perf_counter() + seconds
    for raw in inputs(KINDS[name], random.Random(f"{name} {seed}")):
        if tally.inputs >= count or tally.failures >= CAUGHT or perf_counter() > until:
            break
        if wrong := tried(name, raw, tally):
            keep(folder, name, raw, wrong)
    return tally


def guided(name: str, count: int, seconds: float, folder: Path | None) -> None:
    """The same with atheris, which ends the process: status 77 where an input failed."""
    import atheris

    for found in gc.get_objects():
        if isinstance(found, FunctionType) and str(found.__module__).startswith(
            ("dateline.reading", "dateline.sources")
        ):
            atheris.instrument_func(found)
    tally, kind = Tally(), KINDS[name]

    def one(raw: bytes) -> None:
        if wrong := tried(name, raw, tally):
            keep(folder, name, raw, wrong)
            if tally.failures >= CAUGHT:
                sys.exit(1)

    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(kind.seeds()):
            (Path(corpus) / str(number)).write_bytes(seed)
        words = Path(corpus) / "words"
        words.write_text("".join(f'"{_escaped(token)}"\n' for token in TOKENS if len(token) < 60))
        limits = [f"-atheris_runs={count}", f"-max_total_time={seconds:.0f}", "-max_len=4000", "-artifact_prefix=/tmp/"]
        atheris.Setup([sys.argv[0], corpus, f"-dict={words}", *limits], one)
        atheris.Fuzz()


def _escaped(token: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in token.encode())


def table(tallies: dict[str, Tally]) -> str:
    """A line for each reader."""
    head = f"{'reader':<12}{'inputs':>9}{'articles':>10}{'refused':>9}{'slowest ms':>12}{'failures':>10}"
    lines = [
        f"{name:<12}{t.inputs:>9,}{t.articles:>10,}{t.refused:>9,}{t.slowest:>12,.0f}{t.failures:>10,}"
        for name, t in tallies.items()
    ]
    return "\n".join([head, *lines])


def main() -> int:
    """Print the table; 1 where something failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readers", nargs="*", metavar="READER", help=", ".join(KINDS))
    parser.add_argument("--inputs", type=int, default=1000, help="inputs for each reader")
    parser.add_argument("--seconds", type=float, default=600, help="longest time for each reader")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="folder for the inputs that fail")
    parser.add_argument("--coverage", action="store_true", help="let atheris choose the inputs; one reader")
    given = parser.parse_args()
    names = given.readers or list(KINDS)
    if unknown := set(names) - set(KINDS):
        parser.error(f"no reader is called {min(unknown)!r}; there are {', '.join(KINDS)}")
    if given.coverage:
        if len(names) != 1:
            parser.error("--coverage takes one reader")
        guided(names[0], given.inputs, given.seconds, given.keep)
    tallies = {name: run(name, given.inputs, given.seconds, given.seed, given.keep) for name in names}
    print(table(tallies))
    return int(any(tally.failures for tally in tallies.values()))


if __name__ == "__main__":
    sys.exit(main())
