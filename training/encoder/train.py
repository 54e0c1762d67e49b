"""One command: python -m training.encoder.train --out model.pt. Seeded; all heads in one joint run."""

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from training.encoder import corpora
from training.encoder.corpora import Document
from training.encoder.network import Tagger, load_minilm
from training.encoder.pieces import LAYERS, Window, links, tags, tags_of, windows

WEIGHTS = {"name": 1.0, "nominal": 0.5, "source": 1.0, "cue": 1.0, "content": 1.5, "link": 0.5}
REPEATS = {"polnear": 1, "gum": 2, "wikigold": 3, "re3d": 2, "meantime": 1}
"""How often a corpus is seen in an epoch: the small ones more than once."""


def varied(document: Document, chance: random.Random) -> Document:
    """The document in another newspaper's style, its offsets unchanged."""
    text = document.text
    if chance.random() < 0.35:
        text = text.translate(str.maketrans("“”‘’", "\"\"''"))
    roll = chance.random()
    if roll < 0.07:
        other = "".join(c.upper() if len(c.upper()) == 1 else c for c in text)
    elif roll < 0.10:
        other = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    elif roll < 0.13:
        other = text.translate(str.maketrans('“”"', "   "))
    else:
        other = text
    return replace(document, text=other)


class Batch:
    """Windows side by side, padded, with the labels of the layers that each window's corpus has."""

    def __init__(self, items: list[tuple[Window, Document]], device: str) -> None:
        length, words = max(len(w.ids) for w, _ in items), max(len(w.words) for w, _ in items)
        shape = (len(items), length)
        ids, cases, mask = np.zeros(shape, np.int64), np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        at = np.zeros((len(items), words), np.int64)
        self.layers = {layer: np.full((len(items), words), -100) for layer in LAYERS}
        link = np.full((len(items), words, 2), -2)
        for i, (w, d) in enumerate(items):
            ids[i, : len(w.ids)], cases[i, : len(w.ids)], mask[i, : len(w.ids)] = w.ids, w.cases, 1
            at[i, : len(w.words)] = w.words
            for layer in LAYERS:
                if layer in d.layers:
                    self.layers[layer][i, : len(w.words)] = tags(w, d.layers[layer], layer)
            if "content" in d.layers:
                link[i, : len(w.words)] = links(w, d)
        move = lambda x: torch.from_numpy(x).to(device)  # noqa: E731
        self.ids, self.cases, self.mask, self.at, self.link = map(move, (ids, cases, mask, at, link))
        self.labels = {layer: move(x) for layer, x in self.layers.items()}
        self.real = move(np.array([[k < len(w.words) for k in range(words)] for w, _ in items]))


def loss_of(model: Tagger, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """The sum of the layers' losses and of the links', each over what is annotated."""
    scores, link_from, link_to = model(batch.ids, batch.cases, batch.mask)
    rows = torch.arange(len(batch.ids), device=batch.ids.device)[:, None]
    scores = scores[rows, batch.at]
    total, parts, at = torch.zeros((), device=scores.device), {}, 0
    for layer in model.layers:
        tag_scores, at = scores[..., at : at + tags_of(layer)], at + tags_of(layer)
        gold = batch.labels[layer]
        if (gold >= 0).any():
            loss = functional.cross_entropy(
                tag_scores.flatten(0, 1), gold.flatten(), ignore_index=-100, label_smoothing=0.02
            )
            total, parts[layer] = total + WEIGHTS[layer] * loss, float(loss.detach())
    for kind in (0, 1):
        which = batch.link[..., kind]
        where = (which > -2).nonzero()
        if len(where):
            half = slice(64 * kind, 64 * kind + 64)
            begin = link_from[rows, batch.at][where[:, 0], where[:, 1]][:, half]
            ends = link_to[rows, batch.at][where[:, 0]][..., half]
            none = link_to[where[:, 0], 0][..., half]
            pointed = torch.einsum("nd,nwd->nw", begin, ends).masked_fill(~batch.real[where[:, 0]], -1e4)
            pointed = torch.cat([(begin * none).sum(-1, keepdim=True), pointed], dim=1)
            loss = functional.cross_entropy(pointed, which[where[:, 0], where[:, 1]] + 1)
            total, parts[f"link{kind}"] = total + WEIGHTS["link"] * loss, float(loss.detach())
    return total, parts


def batches(
    documents: list[Document], tokenizer: Tokenizer, chance: random.Random, pieces: int
) -> Iterator[list[tuple[Window, Document]]]:
    """Windows of about one length, so many pieces a batch, in random order."""
    items = []
    for document in documents:
        for _ in range(REPEATS.get(document.corpus, 1)):
            one = varied(document, chance)
            until = one.until if one.until >= 0 else None
            items += [(w, one) for w in windows(one.text, tokenizer, until=until) if len(w.words)]
    chance.shuffle(items)
    items.sort(key=lambda item: len(item[0].ids) // 16)
    made, now, longest = [], [], 0
    for item in items:
        longest = max(longest, len(item[0].ids))
        if now and longest * (len(now) + 1) > pieces:
            made.append(now)
            now, longest = [], len(item[0].ids)
        now.append(item)
    made.append(now)
    chance.shuffle(made)
    yield from made


def train(
    documents: list[Document],
    minilm: Path,
    epochs: int,
    pieces: int,
    device: str,
    seed: int,
    rate: float,
    dropout: float,
) -> Tagger:
    """The trained network. Rates: `rate` for the encoder, ten times that for the heads; linear warm-up and decay."""
    random.seed(seed), np.random.seed(seed), torch.manual_seed(seed)
    chance = random.Random(seed)
    tokenizer = Tokenizer.from_file(str(minilm / "tokenizer.json"))
    tokenizer.no_truncation(), tokenizer.no_padding()
    model = Tagger(dropout=dropout)
    load_minilm(model.encoder, minilm / "model.safetensors")
    model.to(device)
    slow = list(model.encoder.parameters())
    fast = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW([{"params": slow, "lr": rate}, {"params": fast, "lr": 10 * rate}], weight_decay=0.01)
    steps = epochs * sum(1 for _ in batches(documents, tokenizer, random.Random(seed), pieces))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1, (s + 1) / (0.06 * steps)) * max(0.0, 1 - s / (steps * 1.05))
    )
    for epoch in range(epochs):
        model.train()
        sums, count, begun = defaultdict(float), defaultdict(int), time.time()
        for items in batches(documents, tokenizer, chance, pieces):
            loss, parts = loss_of(model, Batch(items, device))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step(), schedule.step()
            for name, value in parts.items():
                sums[name] += value
                count[name] += 1
        told = " ".join(f"{name} {sums[name] / count[name]:.4f}" for name in sums)
        print(f"epoch {epoch + 1} {time.time() - begun:.0f}s {told}", flush=True)
    return model


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minilm", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--pieces", type=int, default=6000, help="word pieces in a batch")
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--limit", type=int, help="so many documents of each corpus, to try the command")
    given = parser.parse_args()
    documents, held = [], {}
    for name, load in corpora.LEARNT.items():
        learnt, set_aside = corpora.aside(load())
        documents += learnt[: given.limit]
        held[name] = [d.id for d in set_aside]
    model = train(
        documents, given.minilm, given.epochs, given.pieces, given.device, given.seed, given.rate, given.dropout
    )
    torch.save({"state": model.state_dict(), "layers": model.layers}, given.out)
    given.out.with_suffix(".json").write_text(json.dumps(held, indent=1))


if __name__ == "__main__":
    main()
