"""The network's file, opened once, and what it says of texts. Needs no more than onnxruntime and tokenizers."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from dateline.annotation.encoder.scores import Answer, Floats, Scores
from dateline.annotation.encoder.windows import Ints, Window, windows
from dateline.errors import MissingPart

ROOM = Path(__file__).parent
SLOW = "SkipLayerNormFusion"
"""An optimisation of onnxruntime that makes it slower: without it a window takes three quarters of the time."""


Network = Callable[[Ints, Ints, Ints], Sequence[Floats]]
"""Ids, shapes and mask (a row for each window) into scores, begins and ends."""


class Encoder:
    """The trained network. May be asked from several threads."""

    def __init__(self, network: Network, layers: Sequence[str], pointers: Sequence[str], tokenizer: Tokenizer) -> None:
        self._network = network
        self.layers, self.pointers = tuple(layers), tuple(pointers)
        self._tokenizer = tokenizer
        tokenizer.no_truncation()
        tokenizer.no_padding()

    @classmethod
    def open(cls, model: Path, tokenizer: Path) -> "Encoder":
        """The encoder of an ONNX file, which runs on one core. Raises MissingPart."""
        for path in (model, tokenizer):
            if not path.is_file():
                raise MissingPart(f"{path} is missing; install Dateline again, or read without it: DATELINE_MODEL=off")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        session = onnxruntime.InferenceSession(
            str(model), options, providers=["CPUExecutionProvider"], disabled_optimizers=[SLOW]
        )
        heads = session.get_modelmeta().custom_metadata_map

        def network(ids: Ints, shapes: Ints, mask: Ints) -> Sequence[Floats]:
            answers: Sequence[Floats] = session.run(None, {"ids": ids, "shapes": shapes, "mask": mask})
            return answers

        layers, pointers = (json.loads(heads[name]) for name in ("layers", "pointers"))
        return cls(network, layers, pointers, Tokenizer.from_file(str(tokenizer)))

    def read(self, texts: Iterable[str]) -> Iterator[Scores]:
        """The scores of each text.

        Windows go through the network one by one: int8 activations are scaled over all that goes through at once, so
        that a story would else be read a little differently in other company. On one core it costs no time.
        """
        for text in texts:
            found = list(windows(text, self._tokenizer))
            yield Scores(self.layers, self.pointers, found, [self._answer(window) for window in found], text)

    def _answer(self, window: Window) -> Answer:
        ids, shapes = window.ids[np.newaxis], window.shapes[np.newaxis]
        return Answer(*(side[0] for side in self._network(ids, shapes, np.ones_like(ids))))


@cache
def encoder() -> Encoder:
    """The encoder of the package, opened on first use. Raises MissingPart."""
    return Encoder.open(ROOM / "model.onnx", ROOM / "tokenizer.json")
