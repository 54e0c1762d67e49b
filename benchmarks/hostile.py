"""Damaged quotation marks: what a mark that is lost, doubled, turned, put in or exchanged does to the statements.

    python benchmarks/hostile.py [--variants 1000] [--seed 1] [--examples N] [FILE ...]

The project's own stories (or FILEs: texts, or JSON lines with a "text") are read once as they are, and then in variants
with one mark damaged. Looked at: crashes, statements that cross a block or reach beyond their paragraph, how many of
the statements of other paragraphs stay as they were (words, cue, source, speaker, manner), and how many of the touched
paragraph are still found. Exits 1 after a crash, after a statement that runs away, or where fewer than nine of ten of
the other statements stay.
"""

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import dateline
from dateline.model import Block, Fact
from dateline.record import Record
from dateline.settings import Settings
from dateline.values import Span, Statement

ROOT = Path(__file__).parent.parent
KINDS = ("removed", "doubled", "swapped", "inserted", "replaced")
MARK = re.compile(r"[\"“”«»]|``|''|(?<!\w)[‘'](?=\w)|(?<=[.,!?])[’'](?=\s|\Z)")
SIGNS = ('"', '"', '"', "“", "”", "''", "«", "»", "'", "’")
OTHERS = ('"', "“", "”", "``", "''", "‘", "’", "«", "»", "„", "&quot;", '\\"', "â€œ")
TURNED = {"“": "”", "”": "“", "‘": "’", "’": "‘", "«": "»", "»": "«", "``": "''"}
ENOUGH = 0.9
"""The part of the other statements that must stay as they were."""

Told = tuple[str, str, str, str, str]
"""A statement as it is compared: its words, cue, source and speaker, and its manner."""


@dataclass(frozen=True)
class Variant:
    """A story with one mark damaged: where, in the story as it was, and what was done."""

    story: int
    kind: str
    text: str
    at: int


@dataclass
class Tally:
    """What one kind of damage did."""

    variants: int = 0
    crashes: int = 0
    runaways: int = 0
    others: int = 0
    others_kept: int = 0
    touched: int = 0
    touched_kept: int = 0
    examples: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The part of the other statements that stayed."""
        return self.others_kept / self.others if self.others else 1.0

    @property
    def touched_share(self) -> float:
        """The part of the touched paragraph's statements that are still there, whatever their manner."""
        return self.touched_kept / self.touched if self.touched else 1.0

    @property
    def holds(self) -> bool:
        """Whether it is good enough."""
        return not self.crashes and not self.runaways and self.share >= ENOUGH


def stories(files: Sequence[Path] = ()) -> list[str]:
    """The texts of the files, else the project's own."""
    if not files:
        folders = (ROOT / "examples", ROOT / "tests" / "corpus", ROOT / "tests" / "corpus" / "quoted")
        files = [path for folder in folders for path in sorted(folder.glob("*.txt"))]
    texts: list[str] = []
    for path in files:
        words = path.read_text(encoding="utf-8")
        is_rows = path.suffix == ".jsonl"
        texts += [json.loads(row)["text"] for row in words.splitlines()] if is_rows else [words]
    return [text for text in texts if MARK.search(text)]


def damaged(text: str, kind: str, chance: random.Random) -> tuple[str, int]:
    """The text with one mark damaged, and the offset in the text as it was."""
    if kind == "inserted":
        at = chance.randrange(len(text) + 1)
        return text[:at] + chance.choice(SIGNS) + text[at:], at
    found = chance.choice([match.span() for match in MARK.finditer(text)])
    mark = text[slice(*found)]
    if kind == "swapped":
        return _swapped(text, *found), found[0]
    new = {"removed": "", "doubled": mark + mark, "replaced": chance.choice([m for m in OTHERS if m != mark])}[kind]
    return text[: found[0]] + new + text[found[1] :], found[0]


def _swapped(text: str, start: int, end: int) -> str:
    """A mark that looks the other way: turned where its shape tells, else moved over the space beside it."""
    mark = text[start:end]
    if mark in TURNED:
        return text[:start] + TURNED[mark] + text[end:]
    if text[start - 1 : start] == " ":
        return text[: start - 1] + mark + " " + text[end:]
    if text[end : end + 1] == " ":
        return text[:start] + " " + mark + text[end + 1 :]
    return text[:start] + "”" + text[end:] if text[end : end + 1].isalnum() else text[:start] + "“" + text[end:]


def variants(texts: Sequence[str], count: int, seed: int) -> Iterator[Variant]:
    """So many variants: the kinds of damage in turn, each over all stories."""
    chance = random.Random(seed)
    for number in range(count):
        kind, story = KINDS[number % len(KINDS)], number // len(KINDS) % len(texts)
        yield Variant(story, kind, *damaged(texts[story], kind, chance))


def _spans(fact: Fact) -> list[Span]:
    value = fact.value
    return [*value.content, *([value.cue] if value.cue else [])] if isinstance(value, Statement) else []


def told(record: Record, fact: Fact) -> Told:
    """A statement as it is compared. Marks count for nothing in it."""
    value = fact.value
    assert isinstance(value, Statement)
    words = " | ".join(_bare(record.words(span)) for span in value.content)
    cue, source = (_bare(record.words(span)) if span else "" for span in (value.cue, value.speaker_span))
    named = next((str(getattr(one.value, "name", "")) for one in record.facts if one.id == value.speaker), "")
    return words, cue, source, named, value.manner


def _bare(words: str) -> str:
    """The letters alone, so that a damaged mark makes no difference."""
    return re.sub(r"\W", "", words.replace("&quot;", "").replace("â€œ", ""))


def runaways(record: Record) -> list[str]:
    """The statements that are not in one paragraph: a span of content that crosses a block."""
    blocks = record.article.blocks
    spans = [span for fact in record.facts if isinstance(fact.value, Statement) for span in fact.value.content]
    return [
        record.words(span)
        for span in spans
        if not any(block.start <= span.start and span.end <= block.end for block in blocks)
    ]


def look(variant: Variant, whole: Record, record: Record, tally: Tally) -> None:
    """Compares a variant's record with the story's."""
    known = {finding.check for finding in whole.findings if finding.severity == "error"}
    tally.crashes += sum(finding.severity == "error" and finding.check not in known for finding in record.findings)
    tally.runaways += len(runaways(record))
    touched = next((b for b in whole.article.blocks if b.start <= variant.at <= b.end), Block("paragraph", -1, -1))
    now = Counter(told(record, fact) for fact in record.facts if fact.kind == "statement")
    anyhow = Counter(key[:3] for key in now.elements())
    for fact in whole.facts:
        if fact.kind != "statement":
            continue
        key = told(whole, fact)
        if any(span.start < touched.end and touched.start < span.end for span in _spans(fact)):
            tally.touched += 1
            tally.touched_kept += anyhow[key[:3]] > 0
            anyhow[key[:3]] -= 1
        else:
            tally.others += 1
            tally.others_kept += now[key] > 0
            if not now[key] > 0:
                tally.examples.append(f"{key}\n    {_paragraph(whole, variant, touched)}")
            now[key] -= 1


def _paragraph(whole: Record, variant: Variant, touched: Block) -> str:
    """The damaged paragraph, for people."""
    more = len(variant.text) - len(whole.text)
    return variant.text[max(0, touched.start) : max(0, touched.end + more)].replace("\n", " / ")


def run(texts: Sequence[str], count: int, seed: int) -> dict[str, Tally]:
    """What each kind of damage does to the statements of these stories."""
    settings = Settings()
    whole = [_read(text, settings) for text in texts]
    tallies = {kind: Tally() for kind in KINDS}
    made = list(variants(texts, count, seed))
    rows = [{"id": str(number), "text": variant.text} for number, variant in enumerate(made)]
    records = {record.article.id: record for record in dateline.read_many(rows, settings)}
    for number, variant in enumerate(made):
        tally = tallies[variant.kind]
        tally.variants += 1
        if (record := records.get(str(number))) is None:
            tally.crashes += 1
        else:
            look(variant, whole[variant.story], record, tally)
    return tallies


def _read(text: str, settings: Settings) -> Record:
    return dateline.read({"id": "whole", "text": text}, settings)


def table(tallies: dict[str, Tally]) -> str:
    """A line for each kind of damage."""
    columns = (
        ("variants", 9),
        ("crashes", 9),
        ("runaways", 10),
        ("others", 8),
        ("as before", 11),
        ("touched", 9),
        ("found", 8),
    )
    head = f"{'damage':<10}" + "".join(f"{name:>{width}}" for name, width in columns)
    lines = [
        f"{kind:<10}{t.variants:>9,}{t.crashes:>9,}{t.runaways:>10,}{t.others:>8,}{t.share:>11.1%}{t.touched:>9,}"
        f"{t.touched_share:>8.1%}"
        for kind, t in tallies.items()
    ]
    return "\n".join([head, *lines])


def main() -> int:
    """Prints the table; 1 where something does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--variants", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--examples", type=int, default=0, help="statements to show that did not stay, for each kind")
    given = parser.parse_args()
    tallies = run(stories(given.files), given.variants, given.seed)
    print(table(tallies))
    for kind, tally in tallies.items():
        for example in tally.examples[: given.examples]:
            print(f"{kind}: {example}")
    return int(not all(tally.holds for tally in tallies.values()))


if __name__ == "__main__":
    sys.exit(main())
