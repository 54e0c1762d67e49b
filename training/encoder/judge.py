"""What a trained network is worth by itself: its naive reading of each corpus, marked by the scorer of the gold."""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from training.encoder import corpora
from training.encoder.corpora import Document
from training.encoder.decode import Reading, attributions
from training.encoder.network import Tagger
from training.encoder.pieces import windows

KINDS = {"person": "person", "organisation": "organisation", "place": "place"}


def readings(model: Tagger, tokenizer: Tokenizer, documents: Sequence[Document], device: str) -> Iterable[Reading]:
    """The network's reading of each document."""
    model.eval()
    for document in documents:
        cut = list(windows(document.text, tokenizer))
        answers = [_answer(model, w, device) for w in cut]
        yield Reading(model.layers, cut, *zip(*answers, strict=True)) if cut else Reading(model.layers, [], [], [], [])


@torch.no_grad()
def _answer(model: Tagger, window: object, device: str) -> list[np.ndarray]:
    given = [torch.from_numpy(x)[None].to(device) for x in (window.ids, window.cases, np.ones_like(window.ids))]
    return [x[0].float().cpu().numpy() for x in model(*given)]


def statements(document: Document, reading: Reading) -> dict:
    """A record with a statement for each attribution: the naive reading, no rules."""
    facts = []
    for i, one in enumerate(attributions(reading)):
        content = [[x.start, x.end] for x in one["content"]]
        words = document.text[content[0][0] : content[0][0] + 1]
        value = {
            "content": content,
            "manner": "direct" if words in "\"“'‘" else "indirect",
            "cue": [one["cue"][0].start, one["cue"][0].end] if one["cue"] else None,
            "speaker_span": [one["source"][0].start, one["source"][0].end] if one["source"] else None,
            "speaker": None,
        }
        facts.append(
            {"id": f"{document.id}#{i}", "kind": "statement", "value": value, "spans": content, "status": "asserted"}
        )
    return {"id": document.id, "text": document.text, "facts": facts, "blocks": []}


def names(document: Document, reading: Reading) -> dict:
    """A record with a fact for each name."""
    facts = []
    for i, (x, _, _) in enumerate(reading.labels("name")):
        if x.type in KINDS:
            value = {"mentions": [{"start": x.start, "end": x.end, "form": "name"}]}
            facts.append(
                {
                    "id": f"{document.id}#{i}",
                    "kind": x.type,
                    "value": value,
                    "spans": [[x.start, x.end]],
                    "status": "asserted",
                }
            )
    return {"id": document.id, "text": document.text, "facts": facts, "blocks": []}


def judged(name: str) -> tuple[str, str, list[Document]]:
    """Task, gold folder and documents to judge by: dev, or the half of it that is not learnt from."""
    if name == "polnear":
        return "quotes", "quotes-polnear", list(corpora.polnear("dev"))
    load = {"wikigold": corpora.wikigold, "re3d": corpora.re3d}[name]
    return "ner", f"ner-{name}", corpora.halves(list(load()))[1]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--work", type=Path, default=Path("/tmp"))
    given = parser.parse_args()
    saved = torch.load(given.model, map_location="cpu")
    model = Tagger(tuple(saved["layers"]))
    model.load_state_dict(saved["state"])
    model.to(given.device)
    tokenizer = Tokenizer.from_file(str(given.minilm / "tokenizer.json"))
    tokenizer.no_truncation(), tokenizer.no_padding()
    for name in ("polnear", "wikigold", "re3d"):
        task, folder, documents = judged(name)
        make = statements if task == "quotes" else names
        told = [make(d, r) for d, r in zip(documents, readings(model, tokenizer, documents, given.device), strict=True)]
        kept = {d.id for d in documents}
        gold = [row for row in corpora.rows(corpora.GOLD / folder / "dev.jsonl") if row["id"] in kept]
        for path, lines in ((given.work / f"{name}.gold.jsonl", gold), (given.work / f"{name}.out.jsonl", told)):
            path.write_text("".join(json.dumps(x) + "\n" for x in lines), encoding="utf-8")
        done = subprocess.run(
            [
                sys.executable,
                corpora.GOLD / "score.py",
                task,
                given.work / f"{name}.gold.jsonl",
                given.work / f"{name}.out.jsonl",
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        print(name, len(documents), (done.stdout.strip().splitlines() or [done.stderr[-500:]])[-1], flush=True)


if __name__ == "__main__":
    main()
