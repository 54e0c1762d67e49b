"""One command: python -m training.encoder.train --out model.pt. Seeded, float32; all heads in one joint run."""

import argparse
import random
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from training.encoder.batches import Batch, batches
from training.encoder.corpora import HALVED, TRAIN_PARTS, documents
from training.encoder.documents import Document
from training.encoder.minilm import MINILM, minilm_tokenizer
from training.encoder.network import Labeller, load_minilm
from training.encoder.silver import with_names
from training.encoder.targets import UNKNOWN

from dateline.annotation.encoder.layers import LAYERS, MARKS, POINTER_SIZE, POINTERS, tag_count

WEIGHTS = {"name": 1.2, "nominal": 0.5, "source": 1.0, "cue": 1.0, "content": 2.0, "trigger": 0.7}
"""What each layer counts in the sum of losses; marks and bags count MARK, links LINK."""
MARK, LINK = 0.3, 0.4
SILVER_NAMES = ("polnear", "timebank", "muc")
"""Corpora without names, which get those that the rules are sure of."""
SMOOTHING = 0.02


def loss_of(model: Labeller, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """The sum of all losses, each over what is annotated, and the parts by name."""
    scores, begins, ends = model(batch.ids, batch.shapes, batch.mask)
    rows = torch.arange(len(batch.ids))[:, None]
    of_words = scores[rows, batch.at]
    losses: dict[str, Tensor] = {}
    for layer, tag_scores in zip(model.layers, of_words.split([tag_count(x) for x in model.layers], -1), strict=True):
        if (batch.layers[layer] != UNKNOWN).any():
            losses[layer] = functional.cross_entropy(
                tag_scores.flatten(0, 1), batch.layers[layer].flatten(), ignore_index=UNKNOWN, label_smoothing=SMOOTHING
            )
        if layer == "kind" and (batch.bags != UNKNOWN).any():
            losses["bag"] = _bag_loss(tag_scores, batch)
    sides = (begins.split(POINTER_SIZE, -1), ends.split(POINTER_SIZE, -1))
    for kind, begin, end in zip(model.pointers, *sides, strict=True):
        if (batch.links[kind] != UNKNOWN).any():
            losses[f"to {kind}"] = _link_loss(begin[rows, batch.at], end[rows, batch.at], end[:, 0], batch, kind)
    weighted = [_weight(name) * loss for name, loss in losses.items()]
    return torch.stack(weighted).sum(), {name: float(loss.detach()) for name, loss in losses.items()}


def _weight(name: str) -> float:
    return WEIGHTS.get(name, LINK if name.startswith("to ") else MARK)


def _bag_loss(scores: Tensor, batch: Batch) -> Tensor:
    """The words of a text vote on the one type of event that it is known to tell of."""
    voted = torch.logsumexp(scores.masked_fill(~batch.real[..., None], -1e4), dim=1)
    return functional.cross_entropy(voted, batch.bags, ignore_index=UNKNOWN)


def _link_loss(begin: Tensor, end: Tensor, nowhere: Tensor, batch: Batch, kind: str) -> Tensor:
    """Where links end, among all words of the window and nowhere, which the opening mark stands for."""
    where = (batch.links[kind] != UNKNOWN).nonzero()
    row, word = where[:, 0], where[:, 1]
    here = begin[row, word]
    to_words = torch.einsum("nd,nwd->nw", here, end[row]).masked_fill(~batch.real[row], -1e4)
    to_nowhere = (here * nowhere[row]).sum(-1, keepdim=True)
    return functional.cross_entropy(torch.cat([to_nowhere, to_words], dim=1), batch.links[kind][row, word])


def optimizer_of(model: Labeller, rate: float) -> torch.optim.Optimizer:
    """AdamW: `rate` for the encoder, ten times that for the heads; the embeddings of pieces stay as they are."""
    model.encoder.pieces.weight.requires_grad_(False)
    slow = [p for p in model.encoder.parameters() if p.requires_grad and p is not model.encoder.shapes.weight]
    fast = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    fast.append(model.encoder.shapes.weight)
    return torch.optim.AdamW([{"params": slow, "lr": rate}, {"params": fast, "lr": 10 * rate}], weight_decay=0.01)


def train(
    learnt: list[Document], tokenizer: Tokenizer, epochs: int, pieces: int, seed: int, rate: float, save: Path
) -> None:
    """Trains and saves after each epoch. Linear warm-up and decay."""
    random.seed(seed), np.random.seed(seed), torch.manual_seed(seed)
    chance = random.Random(seed)
    model = Labeller((*LAYERS, *MARKS), POINTERS)
    load_minilm(model.encoder, MINILM / "model.safetensors")
    optimizer = optimizer_of(model, rate)
    steps = epochs * sum(1 for _ in batches(learnt, tokenizer, random.Random(seed), pieces))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / (0.06 * steps)) * max(0.0, 1 - step / (steps * 1.05))
    )
    done, begun = 0, time.time()
    for epoch in range(epochs):
        model.train()
        sums: dict[str, list[float]] = defaultdict(list)
        for items in batches(learnt, tokenizer, chance, pieces):
            loss, parts = loss_of(model, Batch(items))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step(), schedule.step()
            done += 1
            for name, value in parts.items():
                sums[name].append(value)
            if done % 50 == 0:
                print(f"step {done} of {steps}, {time.time() - begun:.0f} s", flush=True)
        told = "  ".join(f"{name} {np.mean(values):.4f}" for name, values in sums.items())
        print(f"epoch {epoch + 1}, {time.time() - begun:.0f} s: {told}", flush=True)
        torch.save({"state": model.state_dict(), "layers": model.layers, "pointers": model.pointers}, save)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--pieces", type=int, default=2000, help="word pieces in a batch")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, help="so many documents of each corpus, to try the command")
    given = parser.parse_args()
    learnt = [one for name in (*TRAIN_PARTS, *HALVED) for one in documents(name, "learnt")[: given.limit]]
    named = [one for one in learnt if one.corpus not in SILVER_NAMES]
    learnt = [*named, *with_names(one for one in learnt if one.corpus in SILVER_NAMES)]
    train(learnt, minilm_tokenizer(), given.epochs, given.pieces, given.seed, given.rate, given.out)


if __name__ == "__main__":
    main()
