"""Whether what happens is told as a fact: the decision at every event that the gold of MEANTIME marks.

    python benchmarks/factuality.py [--gold ../shared/gold] [--part untrained] [--errors]

The gold gives each event a certainty, a polarity and a time; where all three are settled they make it denied, possible,
future or asserted. Planned and requested are both future. The words that the gold marks are given, so that this is
about factuality alone, of speech and of states too; `benchmarks/quality.py` marks what the step `events` finds.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from quality import gold_lines

import dateline
from dateline.annotated import Annotation
from dateline.model import Refused
from dateline.settings import load
from dateline.understanding.acts.parties.participants import carrier_of
from dateline.understanding.factuality.deciding import factuality
from dateline.values import Span

FOLDER = "events-meantime-intra"
STANDINGS = ("asserted", "future", "denied", "possible")
SAME = {"planned": "future", "requested": "future", "historical": "asserted"}


class Marked(NamedTuple):
    """An event: what the gold says of it, what we do, because of which word, and its words with those around them."""

    gold: str
    ours: str
    word: str
    context: str


def standing(event: Mapping[str, Any]) -> str | None:
    """What certainty, polarity and time of a gold event amount to; None where one of them is left open."""
    sure = event.get("certainty"), event.get("polarity"), event.get("time")
    if event["m"] != "EVENT_MENTION" or None in sure or "UNDERSPECIFIED" in sure:
        return None
    if sure[1] == "NEG":
        return "denied"
    if sure[0] != "CERTAIN":
        return "possible"
    return "future" if sure[2] == "FUTURE" else "asserted"


def decided(annotation: Annotation, span: Span) -> tuple[str, str]:
    """What `factuality` makes of these words, by their head, and the word that it names."""
    tokens = annotation.tokens_in(span)
    within = {token.i for token in tokens}
    head = next((t for t in tokens if t.head == t.i or t.head not in within), tokens[0])
    reading = factuality(annotation, head, carrier_of(annotation, head) if head.pos != "VERB" else None)
    status = "asserted" if reading.alleged else reading.status
    return SAME.get(status, status), reading.word.text if reading.word else "-"


def marked(row: Mapping[str, Any], annotation: Annotation) -> Iterator[Marked]:
    """Every event of a story whose standing is settled."""
    for event in row["gold"]:
        gold, (start, end) = standing(event), event["span"]
        if gold is None or not annotation.tokens_in(Span(start, end)):
            continue
        ours, word = decided(annotation, Span(start, end))
        words = f"{row['text'][max(0, start - 90) : start]}>>{row['text'][start:end]}<<{row['text'][end : end + 60]}"
        yield Marked(gold, ours, word, " ".join(words.split()))


def lines(found: list[Marked]) -> Iterator[str]:
    """The figures: one line for all, one for each standing."""
    count = Counter((each.gold, each.ours) for each in found)
    marks = []
    for name in STANDINGS:
        wanted = sum(n for (gold, _), n in count.items() if gold == name)
        given = sum(n for (_, ours), n in count.items() if ours == name)
        right = count[name, name]
        f1 = 2 * right / (wanted + given) if wanted + given else 0.0
        marks += [f1] if wanted else []
        taken = ", ".join(f"{ours} {count[name, ours]}" for ours in STANDINGS if ours != name and count[name, ours])
        yield f"{name:9} {wanted:4} in the gold, {right:4} right, {given:4} given, F1 {f1:.3f}; else {taken or 'none'}"
    right = sum(each.gold == each.ours for each in found)
    accuracy, macro = right / max(len(found), 1), sum(marks) / max(len(marks), 1)
    yield f"{len(found)} events, accuracy {accuracy:.3f}, macro F1 {macro:.3f}"


def main() -> None:
    """Prints the figures, and the errors where they are asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--part", choices=("dev", "untrained"), default="dev")
    parser.add_argument("--errors", action="store_true", help="list what is wrong")
    options = parser.parse_args()
    rows = [json.loads(line) for line in gold_lines(options.gold, FOLDER, options.part)]
    given = [{name: row[name] for name in ("id", "text", "published") if name in row} for row in rows]
    found: list[Marked] = []
    for row, record in zip(rows, dateline.read_many(given, load()), strict=True):
        found += [] if isinstance(record, Refused) else marked(row, record.annotation)
    for each in sorted(found) if options.errors else ():
        if each.gold != each.ours:
            print(*each, sep=" | ")
    print(*lines(found), sep="\n")


if __name__ == "__main__":
    main()
