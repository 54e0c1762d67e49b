"""What each head is worth by itself: python -m training.encoder.judge model.pt --part aside.

Takes a trained network (.pt) or an exported file (.onnx), so that both can be compared. Spans count as right when
start, end and type are; `overlap` pairs them by shared words. Marks and links are judged at the places that people
marked.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from training.encoder.attributions import polnear
from training.encoder.corpora import HALVED, TRAIN_PARTS, documents
from training.encoder.documents import DOUBTFUL, NOWHERE, Document, Label
from training.encoder.export import load
from training.encoder.minilm import MINILM, minilm_tokenizer

from dateline.annotation.encoder.layers import LAYERS, MARKS
from dateline.annotation.encoder.model import Encoder
from dateline.annotation.encoder.scores import Scores
from dateline.annotation.encoder.spans import spans

Counts = dict[str, Counter[str]]
STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def encoder_of(path: Path) -> Encoder:
    """The encoder of a file of either kind."""
    if path.suffix == ".onnx":
        return Encoder.open(path, MINILM / "tokenizer.json")
    model = load(path)

    @torch.no_grad()
    def network(*given: np.ndarray) -> Sequence[np.ndarray]:
        return [answer.numpy() for answer in model(*map(torch.from_numpy, given))]

    return Encoder(network, model.layers, model.pointers, minilm_tokenizer())


def judged(part: str) -> Iterator[Document]:
    """The documents of a part, and for `judged` PolNeAR's own development part."""
    names = HALVED if part == "judged" else TRAIN_PARTS | HALVED
    yield from (one for name in names for one in documents(name, part))
    if part == "judged":
        yield from polnear("dev")


def count(document: Document, scores: Scores, counts: Counts) -> None:
    """Adds one document to the counts of its corpus."""
    for layer, labels in document.layers.items():
        if layer in LAYERS and scores.has(layer):
            count_spans(layer, labels, scores, counts[f"{document.corpus} {layer}"])
        elif layer in MARKS and scores.has(layer):
            count_marks(layer, labels, scores, counts[f"{document.corpus} {layer}"])
    for kind, links in document.links.items():
        if scores.has_link(kind):
            count_links(kind, links, scores, counts[f"{document.corpus} to {kind}"])


def count_spans(layer: str, labels: Iterable[Label], scores: Scores, tally: Counter[str]) -> None:
    """Right and overlapping spans; those in which nothing is sure do not count."""
    labels = list(labels)
    doubtful = [x for x in labels if x.type == DOUBTFUL]
    gold = {(x.start, x.end, x.type) for x in labels if x.type in LAYERS[layer]}
    told = {(*_letters(scores, x.first, x.last), x.type) for x in spans(scores, layer)}
    told = {x for x in told if not any(d.start < x[1] and x[0] < d.end for d in doubtful)}
    tally.update(gold=len(gold), told=len(told), right=len(gold & told))
    tally["gold met"] += sum(any(g[2] == t[2] and g[0] < t[1] and t[0] < g[1] for t in told) for g in gold)
    tally["told met"] += sum(any(g[2] == t[2] and g[0] < t[1] and t[0] < g[1] for g in gold) for t in told)


def _letters(scores: Scores, first: int, last: int) -> tuple[int, int]:
    return int(scores.spans[first, 0]), int(scores.spans[last - 1, 1])


def _word(scores: Scores, offset: int) -> int:
    return max(0, int(np.searchsorted(scores.spans[:, 0], offset, side="right")) - 1)


def count_marks(layer: str, labels: Iterable[Label], scores: Scores, tally: Counter[str]) -> None:
    """How often the likeliest mark is right."""
    chances = scores.chances(layer)
    for label in labels:
        told = MARKS[layer][int(np.argmax(chances[_word(scores, label.start)]))]
        tally.update(gold=1, told=1, right=told == label.type)


def count_links(kind: str, links: Iterable[tuple[int, int]], scores: Scores, tally: Counter[str]) -> None:
    """Links that end at the right word, of those that people drew and of those that are told."""
    for begin, end in links:
        word = _word(scores, begin)
        near = range(max(0, word - 170), min(len(scores), word + 170))
        weights = scores.links(kind, word, near)
        told = near[int(np.argmax(weights))] if weights.max() > 0 else None
        right = told is not None and end != NOWHERE and told == _word(scores, end)
        tally.update(gold=end != NOWHERE, told=told is not None, right=right)


def line(name: str, tally: Counter[str]) -> str:
    """Precision, recall and F, exact and by overlap."""
    shown = [_prf(tally["right"], tally["right"], tally)]
    if tally["gold met"]:
        shown.append("overlap " + _prf(tally["told met"], tally["gold met"], tally))
    return f"{name:24} {tally['gold']:6} {'   '.join(shown)}"


def _prf(told: int, gold: int, tally: Counter[str]) -> str:
    p, r = told / max(1, tally["told"]), gold / max(1, tally["gold"])
    return f"P {p:.3f} R {r:.3f} F {2 * p * r / max(1e-9, p + r):.3f}"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("--part", choices=("aside", "judged"), default="aside")
    given = parser.parse_args()
    encoder = encoder_of(given.model)
    counts: Counts = defaultdict(Counter)
    for document in judged(given.part):
        [scores] = encoder.read([document.text.translate(STRAIGHT)])
        count(document, scores, counts)
    for name, tally in counts.items():
        print(line(name, tally))


if __name__ == "__main__":
    main()
