"""Every development set, marked by the shared scorer: one line a task with the figures to look at.

    python benchmarks/quality.py [--gold ../shared/gold] [--limit 100] [TASK-FOLDER ...]

Reads `FOLDER/dev.jsonl` of the gold folder by `dateline.read_many`, hands the records to its `score.py`, and prints the
figures that its README names. Texts stay where they are; nothing is written into the project.
"""

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path
from typing import Any

import dateline
from dateline.settings import Settings

TASKS: dict[str, tuple[str, tuple[str, ...]]] = {
    "dateline-muc4": ("dateline", ("place_acc", "date_acc", "agency_acc", "place_p", "date_p", "agency_p")),
    "dateline-reuters21578": ("dateline", ("place_acc", "date_acc", "place_p", "date_p")),
    "time-tempeval3": ("time", ("relaxed_f1", "relaxed_p", "value_f1")),
    "time-meantime": ("time", ("relaxed_f1", "relaxed_p", "value_f1")),
    "geo-lgl": ("geo", ("find_f1", "find_p", "acc161_found", "acc161_all")),
    "geo-trnews": ("geo", ("find_f1", "find_p", "acc161_found", "acc161_all")),
    "geo-geovirus": ("geo", ("find_f1", "find_p", "acc161_found", "acc161_all")),
    "quotes-polnear": ("quotes", ("content_overlap_f1", "content_overlap_p", "content_exact_f1", "speaker_acc")),
    "events-muc4": ("slots", ("all_f1", "all_p", "relevant_p")),
    "casualties-muc4": ("casualties", ("number_f1", "effect_f1", "number_p_relevant", "effect_p_relevant")),
    "eventcode-plover-plv": ("eventcode", ("coverage", "root_acc", "root_macro_f1", "extra_per_sentence")),
    "eventcode-plover-gsr": ("eventcode", ("coverage", "root_acc", "actor_acc", "extra_per_sentence")),
    "eventcode-petrarch": ("cameo", ("root_f1", "triple_root_f1")),
    "events-meantime-intra": ("meantime", ("event_p", "status_macro_f1", "participant_f1")),
    "events-wikievents": ("meantime", ("event_p", "type_acc", "participant_f1")),
    "eventtype-case2021": ("eventtype", ("weighted_f1", "coarse_acc")),
    "events-indiapolice": ("indiapolice", ("sent_macro_f1", "doc_macro_f1")),
    "5w1h-giveme5w1h": ("5w1h", ("mean4", "mean6", "who", "what", "when", "where", "who_f1", "when_f1", "where_f1")),
    "coref-np4e": ("coref", ("named_conll", "named_relaxed_conll")),
    "coref-gum-news": ("coref", ("named_conll", "named_relaxed_conll")),
    "ner-re3d": ("ner", ("entity_f1", "overlap_f1", "entity_p")),
    "ner-wikigold": ("ner", ("entity_f1", "overlap_f1", "entity_p")),
    "article-aeb": ("body", ("body_f1",)),
    "article-furniture-trafilatura": ("furniture", ("title_acc", "author_acc", "date_acc", "snippet_f1")),
    "article-date-htmldate": ("date", ("day_f1",)),
}


def dev_file(gold: Path, folder: str) -> Path:
    """The development half, packed or not."""
    plain = gold / folder / "dev.jsonl"
    return plain if plain.is_file() else plain.with_suffix(".jsonl.gz")


def inputs(gold: Path, folder: str, limit: int | None) -> list[dict[str, Any]]:
    """The rows that the scorer would have us read."""
    command = [sys.executable, str(gold / "score.py"), "--inputs", str(dev_file(gold, folder))]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\n")
    return [json.loads(line) for line in islice(filter(None, lines), limit)]


def figures(gold: Path, folder: str, limit: int | None) -> dict[str, Any]:
    """The scorer's figures for one folder."""
    rows = inputs(gold, folder, limit)
    path = dev_file(gold, folder)
    packed = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    dev = [f"{line}\n" for line in packed.decode().split("\n") if line]
    with tempfile.TemporaryDirectory() as place:
        records, part = Path(place) / "records.jsonl", Path(place) / "dev.jsonl"
        part.write_text("".join(dev[:limit]), encoding="utf-8")
        with records.open("wb") as out:
            for record in dateline.read_many(rows, Settings()):
                out.write(record.to_json() + b"\n")
        command = [sys.executable, str(gold / "score.py"), TASKS[folder][0], str(part), str(records)]
        shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found: dict[str, Any] = json.loads(shown.strip().splitlines()[-1])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", default=list(TASKS))
    parser.add_argument("--gold", type=Path, default=Path(__file__).parent.parent.parent / "shared" / "gold")
    parser.add_argument("--limit", type=int, default=None, help="documents of each set")
    options = parser.parse_args()
    if not options.gold.is_dir():
        sys.exit(f"no gold folder at {options.gold}; give one with --gold")
    for folder in options.folders:
        found = figures(options.gold, folder, options.limit)
        shown = "  ".join(f"{name} {found[name]}" for name in TASKS[folder][1] if name in found)
        print(f"{folder:30} {shown or found}", flush=True)


if __name__ == "__main__":
    main()
