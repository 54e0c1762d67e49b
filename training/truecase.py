"""Learns which words English newswire writes in small letters, for text that comes in capitals.

    python training/truecase.py ../shared/gold src/dateline/languages/en/common_words.txt

Reads the train parts of mixed-case corpora, counts each word's cases away from the beginnings of sentences, and writes
single words only, one a line: those seen at least twice and mostly in small letters. Corpora: PolNeAR, ECB+.
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

TRAIN = ("quotes-polnear/train.jsonl.gz", "xdoc-ecbplus/train.jsonl")
WORD = re.compile(r"(?<![.!?:\"'“‘\n(] )(?<=[a-z,;0-9] )([A-Za-z][a-z]+|[a-z])(?=[\s.,;:!?])")


def texts(folder: Path) -> Iterator[str]:
    """The texts of the train parts."""
    for name in TRAIN:
        path = folder / name
        with gzip.open(path, "rt") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)


def common_words(folder: Path) -> list[str]:
    """Words seen twice or more inside sentences, at least 6 in 10 times in small letters."""
    small: Counter[str] = Counter()
    all_seen: Counter[str] = Counter()
    for text in texts(folder):
        for word in WORD.findall(text):
            all_seen[word.lower()] += 1
            small[word.lower()] += word.islower()
    return sorted(word for word, seen in all_seen.items() if small[word] >= 2 and small[word] / seen >= 0.6)


if __name__ == "__main__":
    words = common_words(Path(sys.argv[1]))
    Path(sys.argv[2]).write_text("\n".join(words) + "\n", encoding="utf-8")
    print(f"{len(words)} words")
