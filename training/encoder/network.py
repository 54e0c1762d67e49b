"""The network: MiniLM with case shapes added to its embeddings, a light head for each layer, and pointers for links."""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from dateline.annotation.encoder.layers import POINTER_SIZE, tag_count
from dateline.annotation.encoder.windows import SHAPES

HIDDEN, DEPTH, HEADS, INNER, PIECES, PLACES = 384, 6, 12, 1536, 30522, 512


class Block(nn.Module):
    """One layer of BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.inner, self.outer = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm_1, self.norm_2 = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`mask` is 0 for pieces and a very negative number for padding, shape (batch, 1, 1, length)."""
        batch, length, _ = x.shape
        q, k, v = (f(x).view(batch, length, HEADS, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.norm_1(x + self.dropout(self.out(seen)))
        return self.norm_2(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Word pieces and their case shapes into one vector each."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces, self.places = nn.Embedding(PIECES, HIDDEN), nn.Embedding(PLACES, HIDDEN)
        self.types, self.shapes = nn.Embedding(2, HIDDEN), nn.Embedding(2 * SHAPES, HIDDEN)
        nn.init.zeros_(self.shapes.weight)
        self.norm, self.dropout = nn.LayerNorm(HIDDEN, eps=1e-12), nn.Dropout(dropout)
        self.blocks = nn.ModuleList(Block(dropout) for _ in range(DEPTH))

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """`mask` is 1 for pieces and 0 for padding; all of shape (batch, length)."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.pieces(ids) + self.places(places) + self.types.weight[0] + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        added = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for block in self.blocks:
            x = block(x, added)
        return x


class Labeller(nn.Module):
    """The encoder with its heads: a score for each tag of each layer, and both ends of every kind of link."""

    def __init__(self, layers: Sequence[str], pointers: Sequence[str], dropout: float = 0.1) -> None:
        super().__init__()
        self.layers, self.pointers = tuple(layers), tuple(pointers)
        self.encoder = Encoder(dropout)
        self.dropout = nn.Dropout(dropout)
        self.heads = nn.ModuleDict({layer: nn.Linear(HIDDEN, tag_count(layer)) for layer in layers})
        self.begins = nn.ModuleDict({kind: nn.Linear(HIDDEN, POINTER_SIZE) for kind in pointers})
        self.ends = nn.ModuleDict({kind: nn.Linear(HIDDEN, POINTER_SIZE) for kind in pointers})

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """For each piece the scores of all tags side by side, and its part as beginning and as end of each link."""
        x = self.dropout(self.encoder(ids, shapes, mask))
        scores = torch.cat([self.heads[layer](x) for layer in self.layers], dim=-1)
        begins = torch.cat([self.begins[kind](x) for kind in self.pointers], dim=-1)
        return scores, begins, torch.cat([self.ends[kind](x) for kind in self.pointers], dim=-1)


def load_minilm(encoder: Encoder, path: Path) -> None:
    """The pretrained weights from a safetensors file with BERT's names."""
    from safetensors.torch import load_file

    given = {k.removeprefix("bert."): v for k, v in load_file(str(path)).items()}
    names = {
        "pieces.weight": "embeddings.word_embeddings.weight",
        "places.weight": "embeddings.position_embeddings.weight",
        "types.weight": "embeddings.token_type_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }
    inner = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "norm_1": "attention.output.LayerNorm",
        "norm_2": "output.LayerNorm",
    }
    for i in range(DEPTH):
        for ours, theirs in inner.items():
            for part in ("weight", "bias"):
                names[f"blocks.{i}.{ours}.{part}"] = f"encoder.layer.{i}.{theirs}.{part}"
    state = encoder.state_dict()
    for ours, theirs in names.items():
        state[ours] = given[theirs]
    encoder.load_state_dict(state)
