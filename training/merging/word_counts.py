"""Makes `languages/en/word_counts.tsv`: in how many of 10,000 news articles a word stands.

python training/merging/word_counts.py GOLD_FOLDER

Learnt from the train parts alone. A word is listed where the pack calls it common, where it is written small more often
than not, or where two unlike corpora know it: no corpus's own names get in. What the parts at hand cannot tell (they
come from few countries and years) is set: days and months, countries and who lives there, great cities, given names,
agencies, legal forms, units, and the short forms of tables and results.
"""

import json
import re
import sqlite3
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from csv import DictReader
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src/dateline"
PACK = SOURCE / "languages/en"
WORD = re.compile(r"[^\W\d_]+")
FEWEST = 3
"""Articles of 10,000 that a word must stand in to be listed."""
SHARED = 0.01
"""The share of articles of two corpora that makes a word a common one."""
CALENDAR, AGENCY, FORM, COUNTRY, STATE, CITY, GIVEN, COMMON = 1500, 600, 800, 200, 60, 60, 40, 15
"""Of 10,000 articles, how many at least are taken to have each day or month, agency, legal form or unit, country, state
or province, great city, given name, and word of those that the pack calls common."""
GREAT = 500_000
"""People of a great city."""
SHORT = "shr avg qtr qtly qtrly div vs net revs mths yr bln mln dlr dlrs cts cent cents stg bpd prev est adj pts pos"
"""Short forms of results and tables, which every one of their kind has."""


def main(gold: Path) -> None:
    """Counts, and writes the table."""
    corpora = [sorted(texts_of(path)) for path in sorted(gold.glob("*/train.jsonl"))]
    texts = sorted({text for corpus in corpora for text in corpus})
    counts = counted(texts)
    share = Counter({word: round(n * 10_000 / len(texts)) for word, n in counts.items()})
    listed = common_words() | written_small(texts) | shared(corpora)
    rows = {word: n for word, n in share.items() if word in listed and n >= FEWEST}
    for word, least in floors(counts):
        rows[word] = max(rows.get(word, 0), least)
    ordered = sorted(rows.items(), key=lambda row: (-row[1], row[0]))
    (PACK / "word_counts.tsv").write_text("".join(f"{word}\t{n}\n" for word, n in ordered), encoding="utf-8")
    print(len(texts), "articles,", len(rows), "words")


def texts_of(path: Path) -> set[str]:
    """The texts of a part, each once, long enough to be articles."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {row["text"] for row in rows if len(row["text"]) > 300}


def counted(texts: Iterable[str]) -> Counter[str]:
    """In how many texts each word stands."""
    return Counter(word for text in texts for word in set(WORD.findall(text.lower())))


def common_words() -> set[str]:
    """The words that the pack lists as common."""
    return set((PACK / "common_words.txt").read_text(encoding="utf-8").split())


def written_small(texts: Iterable[str]) -> set[str]:
    """Words that stand in small letters more often than not, where a text has both."""
    mixed = [text for text in texts if sum(map(str.isupper, text)) < 0.3 * len(text)]
    every = Counter(word for text in mixed for word in WORD.findall(text))
    small, all_of = Counter[str](), Counter[str]()
    for word, n in every.items():
        all_of[word.lower()] += n
        small[word.lower()] += n if word.islower() else 0
    return {word for word, n in all_of.items() if n >= 5 and small[word] * 2 > n}


def shared(corpora: Iterable[list[str]]) -> set[str]:
    """Words in at least one article of a hundred of the most unlike corpora: all in capitals, and all others."""
    shouted = [text for corpus in corpora for text in corpus]
    kinds = [[t for t in shouted if t.isupper()], [t for t in shouted if not t.isupper()]]
    first, second = ({w for w, n in counted(kind).items() if n >= SHARED * len(kind)} for kind in kinds)
    return first & second


def floors(counts: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Words whose frequency is set, with how many articles of 10,000 have them at least; given names where met."""
    yield from ((word, COMMON) for word in common_words())
    moments, given, furniture, quantities = (
        tomllib.loads((PACK / f"{name}.toml").read_text(encoding="utf-8"))
        for name in ("moments", "given_names", "furniture", "quantities")
    )
    for names in (*moments["months"], *moments["weekdays"]):
        yield from ((name, CALENDAR) for name in names)
    for agency in (*furniture["agencies"], *furniture["picture_agencies"]):
        yield from ((word, AGENCY) for word in WORD.findall(agency.lower()))
    legal = tomllib.loads((SOURCE / "names/data/legal.toml").read_text(encoding="utf-8"))["forms"]
    for forms in ([SHORT], quantities["units"], *legal.values()):
        yield from ((word, FORM) for form in forms for word in WORD.findall(form) if len(word) > 1 and word.isascii())
    for kind in ("male", "female", "either"):
        yield from ((name, GIVEN) for name in given[kind] if counts[name] > 2)
    for table, columns, least in (
        ("countries", ("name", "adjectives", "nouns", "aliases"), COUNTRY),
        ("admin1", ("name", "aliases", "demonyms"), STATE),
    ):
        yield from ((word, least) for word in gazetteer_words(table, columns))
    yield from ((word, CITY) for word in great_cities())


def gazetteer_words(table: str, columns: Iterable[str]) -> Iterator[str]:
    """The words of these columns of a table of the gazetteer."""
    with (SOURCE / f"annotation/gazetteer/{table}.tsv").open(encoding="utf-8") as file:
        for row in DictReader(file, delimiter="\t"):
            names = ";".join(row[column] or "" for column in columns).lower()
            yield from (word for word in WORD.findall(names) if len(word) > 2)


def great_cities() -> Iterator[str]:
    """The words of the names of cities and first-level divisions of half a million or more."""
    file = sqlite3.connect(SOURCE / "annotation/gazetteer/gazetteer.sqlite")
    great = "SELECT name FROM place WHERE population >= ? AND (feature LIKE 'PPL%' OR feature = 'ADM1')"
    for (name,) in file.execute(great, (GREAT,)):
        yield from (word for word in WORD.findall(name.lower()) if len(word) > 2 and word.isascii())
    file.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
