"""Makes `languages/en/word_counts.tsv`: in how many of 10,000 news articles a common word stands.

python training/merging/word_counts.py GOLD_FOLDER

Learnt from the train parts alone, and only of words that the pack lists as common: no name gets in.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

PACK = Path(__file__).parents[2] / "src/dateline/languages/en"
FEWEST = 3
"""Articles that a word must stand in to be listed."""


def main(gold: Path) -> None:
    """Counts, and writes the table."""
    common = set((PACK / "common_words.txt").read_text(encoding="utf-8").split())
    texts = {
        row["text"]
        for path in sorted(gold.glob("*/train.jsonl"))
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())
        if len(row["text"]) > 300
    }
    counts = Counter(word for text in texts for word in set(re.findall(r"[^\W\d_]+", text.lower())) & common)
    lines = [f"{word}\t{round(n * 10_000 / len(texts))}" for word, n in counts.most_common() if n >= FEWEST]
    (PACK / "word_counts.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(texts), "articles,", len(lines), "words")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
