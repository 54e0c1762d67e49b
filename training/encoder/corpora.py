"""Annotated corpora as documents with layers: what people marked, and what a corpus leaves unmarked is not there."""

import gzip
import json
import os
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from training.encoder.gum import documents as gum_documents

GOLD = Path(os.environ.get("DATELINE_GOLD", Path(__file__).resolve().parents[3] / "shared" / "gold"))

Span = tuple[int, int]


@dataclass(frozen=True)
class Label:
    """A span with its type; `group` ties the parts of one attribution together."""

    start: int
    end: int
    type: str
    group: int = -1


@dataclass(frozen=True)
class Document:
    """A text and its layers. A layer that is absent was not annotated, an empty one was and holds nothing.

    `until` is where the annotation ends (MEANTIME marks the first sentences only).
    """

    corpus: str
    id: str
    text: str
    layers: dict[str, tuple[Label, ...]]
    until: int = -1
    meta: dict[str, str] = field(default_factory=dict)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a JSONL file, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


# ------------------------------------------------------------------ attribution


def polnear(part: str) -> Iterator[Document]:
    """PolNeAR: source, cue and content of 20,000 attributions. Outer contents and those inside them are two layers."""
    path = GOLD / "quotes-polnear" / ("train.jsonl.gz" if part == "train" else "dev.jsonl")
    for row in rows(path):
        layers: dict[str, list[Label]] = {"source": [], "cue": [], "content": [], "nested": []}
        contents = []
        for group, gold in enumerate(row["gold"]):
            for layer in ("source", "cue"):
                for piece in gold[layer]:
                    layers[layer] += [Label(s, e, layer, group) for s, e in piece["spans"]]
            contents.append([Label(s, e, "content", group) for x in gold["content"] for s, e in x["spans"]])
        for spans in sorted(contents, key=lambda spans: -sum(x.end - x.start for x in spans)):
            outer = any(_touch(a, b) for a in spans for b in layers["content"])
            layers["nested" if outer else "content"] += spans
        yield Document("polnear", row["id"], row["text"], {k: tuple(sorted(v, key=_place)) for k, v in layers.items()})


def _touch(a: Label, b: Label) -> bool:
    return a.start < b.end and b.start < a.end


def _place(label: Label) -> Span:
    return label.start, label.end


# ------------------------------------------------------------------ entities

_WIKIGOLD = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"}
_RE3D = {"Person": "person", "Organisation": "organisation", "Location": "place", "Nationality": "other"}
_MEANTIME = {"PER": "person", "ORG": "organisation", "LOC": "place", "PRO": "other", "FIN": "other", "MIX": "other"}
_GUM = {
    "person": "person",
    "organization": "organisation",
    "place": "place",
    "object": "other",
    "event": "other",
    "abstract": "other",
    "animal": "other",
    "plant": "other",
    "substance": "other",
}


def wikigold() -> Iterator[Document]:
    """Wikipedia with names of four types."""
    for row in rows(GOLD / "ner-wikigold" / "dev.jsonl"):
        names = [Label(*g["span"], _WIKIGOLD[g["type"]]) for g in row["gold"]]
        yield Document("wikigold", row["id"], row["text"], {"name": _flat(names)})


def re3d() -> Iterator[Document]:
    """Reports on Syria and Iraq; names and phrases such as "international forces" alike."""
    for row in rows(GOLD / "ner-re3d" / "dev.jsonl"):
        marked = [Label(*g["span"], _RE3D[g["type"]]) for g in row["gold"] if g["type"] in _RE3D]
        named = [x for x in marked if _is_name(row["text"][x.start : x.end])]
        phrases = [x for x in marked if x not in named and not _is_pronoun(row["text"][x.start : x.end])]
        nominal = [y for x in phrases if (y := _head(row["text"], x))]
        yield Document(
            "re3d", row["id"], row["text"], {"name": _flat(_bare(row["text"], named)), "nominal": _flat(nominal)}
        )


def meantime() -> Iterator[Document]:
    """Wikinews with names and nominal mentions, annotated over the first sentences only."""
    for row in rows(GOLD / "events-meantime-intra" / "dev.jsonl"):
        names, nominal, until = [], [], 0
        for gold in row["gold"]:
            until = max(until, gold["span"][1])
            if gold["m"] != "ENTITY_MENTION" or gold.get("instance_class") not in _MEANTIME:
                continue
            label = Label(*gold["span"], _MEANTIME[gold["instance_class"]])
            if gold.get("syntactic_type") == "NAM":
                names.append(label)
            elif gold.get("syntactic_type") == "NOM" and (head := _head(row["text"], label)):
                nominal.append(head)
        end = row["text"].find("\n", until)
        layers = {"name": _flat(_bare(row["text"], names)), "nominal": _flat(nominal)}
        yield Document("meantime", row["id"], row["text"], layers, until=end if end > 0 else len(row["text"]))


def gum() -> Iterator[Document]:
    """GUM's training part: entities of ten types from CoNLL-U, names told by their proper nouns."""
    for id_, text, mentions in gum_documents(GOLD / "coref-gum" / "train.conllu.gz"):
        names = [Label(m.start, m.end, _GUM[m.type]) for m in mentions if m.named and m.type in _GUM]
        heads = [
            Label(*m.head, _GUM[m.type])
            for m in mentions
            if m.nominal and m.type in ("person", "organization", "place")
        ]
        yield Document("gum", id_, text, {"name": _flat(_bare(text, names)), "nominal": _flat(heads)})


_ARTICLE = re.compile(r"(?:the|a|an|its|their|his|her|our)\s+", re.IGNORECASE)
_TAIL = re.compile(r"\s*(?:['’]s?|[,.;:])$")
_PHRASE_END = re.compile(r"\s+(?:of|in|at|from|for|who|that|which|with|on|under|to|by|and|including)\b|[,(]")
_WORD = re.compile(r"[^\W_][\w’'-]*")


def _bare(text: str, labels: list[Label]) -> list[Label]:
    """Names without the article before them and the possessive behind: the same form in every corpus."""
    kept = []
    for x in labels:
        start = x.start + (m.end() if (m := _ARTICLE.match(text[x.start : x.end])) else 0)
        end = x.start + m.start() if (m := _TAIL.search(text[x.start : x.end])) else x.end
        if start < end:
            kept.append(Label(start, end, x.type, x.group))
    return kept


def _is_name(words: str) -> bool:
    bare = _ARTICLE.sub("", words, count=1)
    return bare[:1].isupper() and sum(w[0].isupper() for w in bare.split()) * 2 >= len(bare.split())


def _is_pronoun(words: str) -> bool:
    return words.casefold() in {
        "we",
        "our",
        "us",
        "they",
        "their",
        "them",
        "he",
        "his",
        "him",
        "she",
        "her",
        "it",
        "its",
        "i",
        "you",
        "who",
    }


def _head(text: str, label: Label) -> Label | None:
    """The head noun of a phrase: its last word before a preposition or a comma."""
    words = text[label.start : label.end]
    stop = m.start() if (m := _PHRASE_END.search(words)) else len(words)
    found = list(_WORD.finditer(words, 0, stop))
    if not found or _is_pronoun(found[-1].group()):
        return None
    return Label(label.start + found[-1].start(), label.start + found[-1].end(), label.type)


def _flat(labels: list[Label]) -> tuple[Label, ...]:
    """Without the spans that lie in longer ones."""
    kept: list[Label] = []
    for x in sorted(set(labels), key=lambda x: (x.start - x.end, x.start)):
        if not any(_touch(x, y) for y in kept):
            kept.append(x)
    return tuple(sorted(kept, key=_place))


# ------------------------------------------------------------------ parts


def halves(documents: list[Document], seed: int = 7) -> tuple[list[Document], list[Document]]:
    """A fixed half to learn from and one to judge by, for corpora that have no training part."""
    shuffled = sorted(documents, key=lambda d: d.id)
    random.Random(seed).shuffle(shuffled)
    middle = len(shuffled) // 2
    return shuffled[:middle], shuffled[middle:]


def aside(documents: list[Document], share: float = 0.15, seed: int = 11) -> tuple[list[Document], list[Document]]:
    """What is learnt from, and the share that decisions are taken on."""
    shuffled = sorted(documents, key=lambda d: d.id)
    random.Random(seed).shuffle(shuffled)
    held = round(share * len(shuffled))
    return shuffled[held:], shuffled[:held]


LEARNT: dict[str, Callable[[], list[Document]]] = {
    "polnear": lambda: list(polnear("train")),
    "gum": lambda: list(gum()),
    "wikigold": lambda: halves(list(wikigold()))[0],
    "re3d": lambda: halves(list(re3d()))[0],
    "meantime": lambda: halves(list(meantime()))[0],
}
"""What may be learnt from, corpus by corpus, before a share is set aside."""
