"""Pronouns and nominals that the record links to somebody, against gold chains: made, right, precision, found.

    python benchmarks/coreference.py [--gold ../shared/gold] [--limit 100] [SET ...]

A link is right when the gold puts the words in the cluster of a name (or, for people and groups without one, of a
noun) of the same fact. Words that the gold does not mark are wrong. `found` is the share of the gold's pronouns, of
clusters with a proper name, that are linked rightly; for nominals the share of such a cluster's common nouns.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import dateline
from dateline.model import Refused
from dateline.record import Record
from dateline.settings import load
from dateline.values import Mention, Organisation, Person, Place

SETS = ("coref-gum-news", "coref-np4e")
PRONOUNS = frozenset(
    {
        *("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"),
        *("you", "your", "yours", "yourself", "he", "him", "his", "himself", "she", "her"),
        *("hers", "herself", "it", "its", "itself", "they", "them", "their", "theirs", "themselves"),
    }
)
LONGEST_NAME = 5

Extent = tuple[int, int]


class Marked(NamedTuple):
    """A mention of the gold."""

    span: Extent
    cluster: str
    words: str

    @property
    def is_pronoun(self) -> bool:
        """Whether it is a personal or possessive pronoun."""
        return self.words.lower() in PRONOUNS

    @property
    def is_name(self) -> bool:
        """Whether it ends with a capital and is short, as the shared scorer has it."""
        words = self.words.split()
        return not self.is_pronoun and 0 < len(words) <= LONGEST_NAME and words[-1][:1].isupper()


class Link(NamedTuple):
    """A pronoun or nominal that the record links, its rule, and whether the gold agrees."""

    form: str
    span: Extent
    rule: str
    right: bool


class Gold:
    """The mentions of one text."""

    def __init__(self, row: Mapping[str, Any]) -> None:
        text = row["text"]
        self.all = [Marked((a, b), str(g["cluster"]), text[a:b]) for g in row["gold"] for a, b in [g["span"]]]
        self.named = {each.cluster for each in self.all if each.is_name}

    def around(self, start: int, end: int) -> str | None:
        """The cluster of the shortest mention that holds the last letter of these words and most of them."""
        fits = [m for m in self.all if m.span[0] < end <= m.span[1] and m.span[0] <= start + (end - start) // 2]
        return min(fits, key=lambda m: m.span[1] - m.span[0]).cluster if fits else None

    def at(self, mention: Mention) -> str | None:
        """The cluster of a mention: of a pronoun its very words, else of the shortest around its end."""
        if mention.form != "pronoun":
            return self.around(mention.start, mention.end)
        return next((m.cluster for m in self.all if m.span == (mention.start, mention.end)), None)


def chains(record: Record) -> Iterator[Sequence[Mention]]:
    """The mentions of each person, organisation and place, those in other names left out."""
    for fact in (*record.of("person"), *record.of("organisation"), *record.of("place")):
        if isinstance(fact.value, Person | Organisation | Place):
            yield [m for m in fact.value.mentions if m.form == "name" or m.role != "modifier"]


def links(record: Record, gold: Gold) -> Iterator[Link]:
    """All pronouns, and all nominals that stand beside a name."""
    for mentions in chains(record):
        names = [m for m in mentions if m.form == "name"]
        owners = {gold.at(m) for m in names or mentions if m.form != "pronoun"} - {None}
        for m in mentions:
            if m.form == "pronoun" or (m.form == "nominal" and names):
                yield Link(m.form, (m.start, m.end), m.rule, gold.at(m) in owners)


class Tally:
    """The links of a set, counted."""

    def __init__(self) -> None:
        self.links: list[Link] = []
        self.wanted = {"pronoun": 0, "nominal": 0}
        self.got = {"pronoun": 0, "nominal": 0}

    def add(self, record: Record, gold: Gold) -> None:
        """Counts one record."""
        made = list(links(record, gold))
        self.links += made
        for m in gold.all:
            if m.cluster not in gold.named or m.is_name:
                continue
            form = "pronoun" if m.is_pronoun else "nominal"
            self.wanted[form] += 1
            self.got[form] += any(
                link.right and link.form == form and m.span[0] < link.span[1] <= m.span[1] for link in made
            )

    def lines(self) -> Iterator[str]:
        """One line for pronouns, one for nominals, and one for each rule."""
        for form, wanted in self.wanted.items():
            made = [link for link in self.links if link.form == form]
            found = f"{self.got[form] / wanted:.3f} of {wanted} found" if wanted else "none to find"
            yield f"{form:8} {_counted(made)}, {found}"
            for rule in sorted({link.rule for link in made}):
                yield f"    {rule:24} {_counted([link for link in made if link.rule == rule])}"


def _counted(made: Sequence[Link]) -> str:
    right = sum(link.right for link in made)
    precision = f"{right / len(made):.3f}" if made else "none"
    return f"{len(made):4} made, {right:4} right, {len(made) - right:4} wrong, precision {precision}"


def measured(folder: Path, limit: int | None) -> Tally:
    """Reads a set's development half and counts."""
    rows = [json.loads(line) for line in (folder / "dev.jsonl").read_text(encoding="utf-8").splitlines()[:limit]]
    given = [{"id": row["id"], "text": row["text"]} for row in rows]
    tally = Tally()
    for row, record in zip(rows, dateline.read_many(given, load()), strict=True):
        if not isinstance(record, Refused):
            tally.add(record, Gold(row))
    return tally


def main() -> None:
    """Prints the figures of each set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=SETS)
    parser.add_argument("--gold", type=Path, default=Path(__file__).parents[2] / "shared" / "gold")
    parser.add_argument("--limit", type=int)
    options = parser.parse_args()
    if not options.gold.is_dir():
        sys.exit(f"no gold folder at {options.gold}; give one with --gold")
    for name in options.sets:
        print(name)
        for line in measured(options.gold / name, options.limit).lines():
            print(f"  {line}")


if __name__ == "__main__":
    main()
