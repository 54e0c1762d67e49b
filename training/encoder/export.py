"""The trained network as the file that the package reads: python -m training.encoder.export model.pt.

Weights become int8, one scale per output channel; activations are quantised as they come. What the decisions left out
is not in the file. `--reduce-range` keeps weights to seven bits, for processors without VNNI, whose sums would
saturate.
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from training.encoder.adopted import LAYERS, POINTERS
from training.encoder.minilm import MINILM
from training.encoder.network import Labeller

ROOM = Path(__file__).resolve().parents[2] / "src" / "dateline" / "annotation" / "encoder"


def load(path: Path, layers: tuple[str, ...] | None = None, pointers: tuple[str, ...] | None = None) -> Labeller:
    """A trained network, with some of its heads or all of them."""
    saved = torch.load(path, map_location="cpu")
    model = Labeller(layers or saved["layers"], saved["pointers"] if pointers is None else pointers)
    missing = model.load_state_dict(saved["state"], strict=False).missing_keys
    if missing:
        raise SystemExit(f"{path} has no {', '.join(missing)}; train again with these heads")
    return model.eval()


def export(model: Labeller, target: Path, reduce_range: bool = False) -> None:
    """Writes the int8 file, with the names of its heads as metadata."""
    with tempfile.TemporaryDirectory() as folder:
        whole, ready = Path(folder, "whole.onnx"), Path(folder, "ready.onnx")
        to_onnx(model, whole)
        quant_pre_process(str(whole), str(ready))
        quantize_dynamic(
            ready,
            target,
            per_channel=True,
            reduce_range=reduce_range,
            weight_type=QuantType.QInt8,
            use_external_data_format=False,
        )
    written = onnx.load(str(target))
    heads = {"layers": json.dumps(model.layers), "pointers": json.dumps(model.pointers)}
    onnx.helper.set_model_props(written, heads)
    onnx.save(written, str(target))


def to_onnx(model: Labeller, target: Path) -> None:
    """Writes the float32 graph: ids, shapes and mask in, scores and both sides of the links out."""
    given = tuple(torch.ones((2, 16), dtype=torch.int64) for _ in range(3))
    names = ["ids", "shapes", "mask", "scores", "begins", "ends"]
    axes = {name: {0: "windows", 1: "pieces"} for name in names}
    torch.onnx.export(
        model,
        given,
        str(target),
        input_names=names[:3],
        output_names=names[3:],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("--out", type=Path, default=ROOM / "model.onnx")
    parser.add_argument("--all-heads", action="store_true", help="also those that were not adopted, to judge them")
    parser.add_argument("--reduce-range", action="store_true")
    given = parser.parse_args()
    model = load(given.model) if given.all_heads else load(given.model, LAYERS, POINTERS)
    export(model, given.out, given.reduce_range)
    if given.out.parent == ROOM:
        shutil.copy(MINILM / "tokenizer.json", ROOM / "tokenizer.json")
    print(f"{given.out}: {given.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
