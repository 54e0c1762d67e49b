"""Every development set, marked by the shared scorer: one line a task with the figures to look at.

    python benchmarks/quality.py [--gold ../shared/gold] [--limit 100] [--part untrained] [TASK-FOLDER ...]

Reads `FOLDER/dev.jsonl` of the gold folder by `dateline.read_many`, hands the records to its `score.py`, and prints
the figures that its README names. Pairs of names have no text to read: they go to `dateline.names.same_name`. Texts
stay where they are; nothing is written into the project.

Of some sets one half of `dev` was learnt from (`training/split.json`): `--part untrained` reads the other half of
these, and that is the figure to quote. `--part aside` reads what was set aside of what is learnt from, for decisions.
"""

import argparse
import gzip
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import dateline
from dateline.merger import merge_lines
from dateline.names import Kind, same_name
from dateline.settings import load

TASKS: dict[str, tuple[str, tuple[str, ...]]] = {
    "dateline-muc4": ("dateline", ("place_acc", "date_acc", "agency_acc", "place_p", "date_p", "agency_p")),
    "dateline-reuters21578": ("dateline", ("place_acc", "date_acc", "place_p", "date_p")),
    "time-tempeval3": ("time", ("relaxed_f1", "relaxed_p", "span_f1", "value_f1")),
    "time-meantime": ("time", ("relaxed_f1", "relaxed_p", "span_f1", "value_f1")),
    "geo-lgl": ("geo", ("find_f1", "find_p", "acc161_found", "acc161_all")),
    "geo-trnews": ("geo", ("find_f1", "find_p", "acc161_found", "acc161_all")),
    "geo-geowebnews": ("geo", ("find_f1", "find_p", "acc161_found", "acc161_all")),
    "geo-geovirus": ("geo", ("find_f1", "find_p", "acc161_found", "acc161_all")),
    "quotes-polnear": (
        "quotes",
        (
            "content_overlap_f1",
            "content_overlap_p",
            "content_exact_f1",
            "source_overlap_f1",
            "cue_overlap_f1",
            "speaker_acc",
            "direct_overlap_f1",
            "indirect_overlap_f1",
            "mixed_overlap_f1",
        ),
    ),
    "events-muc4": ("slots", ("all_f1", "all_p", "relevant_f1", "relevant_p")),
    "casualties-muc4": ("casualties", ("number_f1", "effect_f1", "number_p_relevant", "effect_p_relevant")),
    "eventcode-plover-plv": ("eventcode", ("coverage", "root_acc", "root_macro_f1", "extra_per_sentence")),
    "eventcode-plover-gsr": ("eventcode", ("coverage", "root_acc", "actor_acc", "recipient_acc", "extra_per_sentence")),
    "eventcode-petrarch": ("cameo", ("code_f1", "root_f1", "triple_root_f1")),
    "events-meantime-intra": ("meantime", ("event_p", "trigger_f1", "status_macro_f1", "participant_f1")),
    "events-wikievents": ("meantime", ("event_p", "trigger_f1", "type_acc", "participant_f1")),
    "eventtype-case2021": ("eventtype", ("weighted_f1", "coarse_acc")),
    "events-indiapolice": ("indiapolice", ("sent_macro_f1", "doc_macro_f1")),
    "5w1h-giveme5w1h": ("5w1h", ("mean4", "mean6", "who", "what", "when", "where", "who_f1", "when_f1", "where_f1")),
    "coref-np4e": ("coref", ("named_conll", "named_relaxed_conll")),
    "coref-gum-news": ("coref", ("named_conll", "named_relaxed_conll")),
    "ner-re3d": ("ner", ("entity_f1", "overlap_f1", "entity_p", "person_f1", "organisation_f1", "place_f1")),
    "ner-wikigold": ("ner", ("entity_f1", "overlap_f1", "entity_p", "person_f1", "organisation_f1", "place_f1")),
    "names-opensanctions": ("names", ("at_half_f1", "at_half_p", "at_half_r", "best_f1", "best_threshold")),
    "storycluster-5w1hnews": ("clusters", ("b3_f1", "b3_p", "b3_r", "pair_f1")),
    "stories:coref-np4e": ("clusters", ("b3_f1", "b3_p", "b3_r", "pair_f1")),
    "xdoc-ecbplus": ("xdoc", ("doc_pair_f1", "doc_pair_p", "doc_pair_r", "detected_conll", "mention_r", "false_joins")),
    "events-meantime-xdoc": ("xdoc", ("doc_pair_p", "doc_pair_r", "detected_conll", "false_joins")),
    "article-aeb": ("body", ("body_f1",)),
    "article-furniture-trafilatura": ("furniture", ("title_acc", "author_acc", "date_acc", "snippet_f1")),
    "article-date-htmldate": ("date", ("day_f1",)),
}


MERGED = ("clusters", "xdoc")
"""Tasks whose scorer wants stories and incidents beside the records."""
SPLIT = Path(__file__).parent.parent / "training" / "split.json"
LEARNT_FROM = {
    "quotes-polnear": "polnear",
    "coref-gum": "gum",
    "ner-wikigold": "wikigold",
    "ner-re3d": "re3d",
    "events-meantime-intra": "meantime",
    "events-wikievents": "wikievents",
    "time-tempeval3": "timebank",
    "time-meantime": "meantime",
    "eventcode-plover-plv": "plover",
    "eventtype-case2021": "case2021",
}
"""What the encoder's training calls the sets that it learnt from."""


def gold_lines(gold: Path, folder: str, part: str) -> list[str]:
    """The lines of one part of a set: `dev`, `untrained` or `aside`."""
    kept = set(json.loads(SPLIT.read_text(encoding="utf-8")).get(LEARNT_FROM.get(folder, ""), {}).get(_PARTS[part], ()))
    trained = part == "aside" and any((gold / folder / name).is_file() for name in ("train.jsonl", "train.jsonl.gz"))
    plain = gold / folder / ("train.jsonl" if trained else "dev.jsonl")
    path = plain if plain.is_file() else plain.with_suffix(".jsonl.gz")
    packed = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    lines = [f"{line}\n" for line in packed.decode().split("\n") if line]
    return [line for line in lines if json.loads(line)["id"] in kept] if kept or part == "aside" else lines


_PARTS = {"dev": "", "untrained": "judged", "aside": "aside"}


def inputs(gold: Path, file: Path) -> list[dict[str, Any]]:
    """The rows that the scorer would have us read."""
    command = [sys.executable, str(gold / "score.py"), "--inputs", str(file)]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\n")
    return [json.loads(line) for line in filter(None, lines)]


KINDS: dict[str, Kind] = {"Person": "person", "Company": "organisation", "Organization": "organisation"}
"""What the sets of names call what bears them; of other schemas the kind is guessed."""


def answers(rows: list[dict[str, Any]]) -> Iterator[bytes]:
    """What we make of the rows, a line of JSON each: the record of an article, or the score of two names."""
    if rows and "name1" in rows[0]:
        for row in rows:
            likeness = same_name(row["name1"], row["name2"], KINDS.get(row["schema"]))
            yield json.dumps({"id": row["id"], "score": likeness.score}).encode()
    else:
        yield from (record.to_json() for record in dateline.read_many(rows, load()))


def figures(gold: Path, task: str, limit: int | None, part: str = "dev") -> dict[str, Any]:
    """The scorer's figures for one task: a folder, which may have the name of a second task before it."""
    folder, kind = task.rpartition(":")[2], TASKS[task][0]
    with tempfile.TemporaryDirectory() as place:
        chosen = Path(place) / folder / "dev.jsonl"
        chosen.parent.mkdir()
        chosen.write_text("".join(gold_lines(gold, folder, part)[:limit]), encoding="utf-8")
        for beside in (gold / folder).glob("*.json"):
            shutil.copy(beside, chosen.parent)
        records = Path(place) / "records.jsonl"
        lines = list(answers(inputs(gold, chosen)))
        merged = merge_lines(lines, people=False) if kind in MERGED else ()
        _write(records, [*lines, *(outcome.line for outcome in merged)])
        command = [sys.executable, str(gold / "score.py"), kind, str(chosen), str(records)]
        shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found: dict[str, Any] = json.loads(shown.strip().splitlines()[-1])
    return found


def _write(path: Path, lines: Iterable[bytes]) -> None:
    with path.open("wb") as out:
        out.writelines(line + b"\n" for line in lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", default=list(TASKS))
    parser.add_argument("--gold", type=Path, default=Path(__file__).parent.parent.parent / "shared" / "gold")
    parser.add_argument("--limit", type=int, default=None, help="documents of each set")
    parser.add_argument("--part", choices=_PARTS, default="dev")
    options = parser.parse_args()
    if not options.gold.is_dir():
        sys.exit(f"no gold folder at {options.gold}; give one with --gold")
    for folder in options.folders:
        found = figures(options.gold, folder, options.limit, options.part)
        shown = "  ".join(f"{name} {found[name]}" for name in TASKS[folder][1] if name in found)
        print(f"{folder:30} {shown or found}", flush=True)


if __name__ == "__main__":
    main()
