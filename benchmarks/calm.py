"""How often violence is told that is none: ASSAULT events that stand as facts in stories without violence.

    python benchmarks/calm.py [--gold ../shared/gold] [--part dev] [--all]

A story is calm where none of the words in `BLOODSHED` stands in it: words that hardly ever mean anything but violence.
What has two senses ("attack", "kill", "shot", "fight") is left out, since that is what is looked for. Each ASSAULT that
is told there as a fact is listed, to be read; nearly all are false. `--all` lists those of the other stories too. The
stories are those of two corpora, about politics and about business.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from quality import inputs

import dateline
from dateline.model import Refused
from dateline.record import Record
from dateline.settings import load
from dateline.values import Event

FOLDERS = ("quotes-polnear", "events-meantime-intra")
AROUND = 60
BLOODSHED = frozenset(
    (
        "airstrike",
        "assassin",
        "assassinate",
        "assassination",
        "behead",
        "bomb",
        "bomber",
        "bombing",
        "bullet",
        "dead",
        "extremist",
        "genocide",
        "grenade",
        "gunfire",
        "gunman",
        "guerrilla",
        "homicide",
        "hostage",
        "insurgent",
        "invasion",
        "invade",
        "jihadist",
        "kidnap",
        "massacre",
        "militant",
        "militia",
        "murder",
        "prisoner",
        "rape",
        "rebel",
        "riot",
        "shooting",
        "slavery",
        "soldier",
        "stab",
        "suicide",
        "terror",
        "terrorism",
        "terrorist",
        "torture",
        "troop",
        "violence",
        "war",
        "warplane",
        "weapon",
        "wounded",
    )
)


class Told(NamedTuple):
    """An ASSAULT that is told as a fact: the story, its confidence, and its words with those around them."""

    story: str
    confidence: float
    context: str


def is_calm(record: Record) -> bool:
    """Whether no word of bloodshed stands in a story."""
    return all(token.lemma.lower() not in BLOODSHED for token in record.annotation.tokens)


def assaults(name: str, record: Record) -> Iterator[Told]:
    """The ASSAULT events of a story that stand as facts."""
    for fact in record.of("event"):
        if isinstance(fact.value, Event) and fact.value.type == "ASSAULT" and fact.status == "asserted":
            start, end = fact.value.trigger
            words = record.text[max(start - AROUND, 0) : end + AROUND].replace("\n", " ")
            yield Told(name, fact.confidence or 0.0, words)


def main() -> None:
    """Prints each ASSAULT of the calm stories, and how many there are in how many."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    ask.add_argument("--part", default="dev")
    ask.add_argument("--all", action="store_true", help="list what is told in stories with violence too")
    options = ask.parse_args()
    stories = {True: 0, False: 0}
    told: dict[bool, list[Told]] = {True: [], False: []}
    for folder in FOLDERS:
        for row in inputs(options.gold, options.gold / folder / f"{options.part}.jsonl"):
            record = dateline.read(row, load())
            if isinstance(record, Refused):
                continue
            calm = is_calm(record)
            stories[calm] += 1
            told[calm] += assaults(f"{folder} {row['id']}", record)
    for calm in (False, True) if options.all else (True,):
        for each in told[calm]:
            print(f"{each.confidence:.2f}  {each.story}\n      {each.context}")
        print(f"{len(told[calm])} in {stories[calm]} {'calm' if calm else 'other'} stories")


if __name__ == "__main__":
    main()
