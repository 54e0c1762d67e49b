"""Corpora with names and nominal mentions: WikiGold, re3d, GUM; and the forms that all corpora are brought to."""

import re
from collections.abc import Iterable, Iterator

from training.encoder.documents import GOLD, NOWHERE, Document, Label, flat, rows
from training.encoder.gum import Mention
from training.encoder.gum import documents as gum_documents

from dateline.annotation.name_words import name_words

WIKIGOLD = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"}
RE3D = {"Person": "person", "Organisation": "organisation", "Location": "place", "Nationality": "other"}
GUM = {"person": "person", "organization": "organisation", "place": "place"}
OTHER = "other"
PRONOUNS = frozenset(
    [
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
        "which",
        "that",
    ]
)

_ARTICLE = re.compile(r"\A(?:the|a|an|its|their|his|her|our)\s+", re.IGNORECASE)
_TAIL = re.compile(r"\s*(?:['’]s?|[,;:]|(?<!\.[A-Z])(?<!\bInc)(?<!\bCorp)(?<!\bLtd)(?<!\bCo)(?<!\bJr)\.)+$")
_PHRASE_END = re.compile(r"\s+(?:of|in|at|from|for|who|that|which|with|on|under|to|by|and|including)\b|,(?!\d)|\(")
_WORD = re.compile(r"[^\W_][\w’'-]*")
_POSSESSIVE = re.compile(r"['’]s?$")


def wikigold() -> Iterator[Document]:
    """Wikipedia with names of four types."""
    for row in rows(GOLD / "ner-wikigold" / "dev.jsonl"):
        names = [Label(*g["span"], WIKIGOLD[g["type"]]) for g in row["gold"]]
        yield Document("wikigold", row["id"], row["text"], {"name": flat(names)})


def re3d() -> Iterator[Document]:
    """Reports on Syria and Iraq; names and phrases such as "international forces" alike."""
    for row in rows(GOLD / "ner-re3d" / "dev.jsonl"):
        text = row["text"]
        marked = [Label(*g["span"], RE3D[g["type"]]) for g in row["gold"] if g["type"] in RE3D]
        named = [x for x in marked if is_name(text[x.start : x.end])]
        nominal = [head_of(text, x) for x in marked if x not in named and text[x.start : x.end].lower() not in PRONOUNS]
        layers = {"name": flat(bare(text, named)), "nominal": flat(x for x in nominal if x and x.type != OTHER)}
        yield Document("re3d", row["id"], text, layers)


def gum() -> Iterator[Document]:
    """GUM's training part: entities of ten types from CoNLL-U, names told by their proper nouns, and their chains."""
    for id_, text, mentions in gum_documents(GOLD / "coref-gum" / "train.conllu.gz"):
        names = [Label(m.start, m.end, GUM.get(m.type, OTHER)) for m in mentions if m.named]
        heads = [Label(*m.head, GUM[m.type]) for m in mentions if m.nominal and m.type in GUM]
        layers = {"name": flat(bare(text, names)), "nominal": flat(heads)}
        yield Document("gum", id_, text, layers, {"antecedent": tuple(_antecedents(mentions))})


def _antecedents(mentions: Iterable[Mention]) -> Iterator[tuple[int, int]]:
    """Each mention's head and that of the mention before it in its chain."""
    last: dict[str, int] = {}
    for mention in sorted((m for m in mentions if m.type in GUM), key=lambda m: (m.head, m.start - m.end)):
        before = last.get(mention.cluster, NOWHERE)
        if before != mention.head[0]:
            yield mention.head[0], before
        last[mention.cluster] = mention.head[0]


def bare(text: str, labels: Iterable[Label]) -> list[Label]:
    """Names without the article or title before them and the possessive behind: the same form in every corpus."""
    kept = []
    for x in labels:
        start = x.start + (m.end() if (m := _ARTICLE.match(text[x.start : x.end])) else 0)
        end = x.start + m.start() if (m := _TAIL.search(text[x.start : x.end])) else x.end
        if x.type in ("person", "organisation"):
            start = _behind_description(text, start, end)
        if x.type == "person":
            start = _behind_title(text, start, end)
        if start < end:
            kept.append(Label(start, end, x.type))
    return kept


def _behind_description(text: str, start: int, end: int) -> int:
    """Where a name begins behind a comma: "Irish airline, Aerwing", though not "Ministry of Water, Land and Trade"."""
    comma = text.rfind(", ", start, end)
    described = comma > 0 and any(word.islower() and len(word) > 3 for word in text[start:comma].split())
    return comma + 2 if described and text[comma + 2].isupper() else start


def _behind_title(text: str, start: int, end: int) -> int:
    """Where a person's name begins behind its title."""
    titles, given = name_words("en").titles, name_words("en").given
    words = [(start + m.start(), m.group().lower()) for m in re.finditer(r"[^\s]+", text[start:end])]
    for k in range(len(words) - 1, 0, -1):
        before = words[k - 1][1].rstrip(".")
        titled = before in titles.heads or before in titles.honorifics or words[k - 1][1] in titles.honorifics
        if (
            titled
            and text[words[k][0]].isupper()
            and words[0][1] not in given
            and words[k][1] not in ("jr.", "sr.", "jr")
        ):
            return words[k][0]
    return start


def is_name(words: str) -> bool:
    """Whether most words of a phrase are written large, the first among them."""
    parts = _ARTICLE.sub("", words, count=1).split()
    if len(parts) == 1 and parts[0].lower() in PRONOUNS:
        return False
    return bool(parts) and parts[0][0].isupper() and sum(part[0].isupper() for part in parts) * 2 >= len(parts)


def head_of(text: str, label: Label) -> Label | None:
    """The head noun of a phrase: its last word before a preposition or a comma; None for a pronoun."""
    words = text[label.start : label.end]
    stop = m.start() if (m := _PHRASE_END.search(words)) else len(words)
    found = list(_WORD.finditer(words, 0, stop))
    if not found or found[-1].group().lower() in PRONOUNS:
        return None
    bare_word = _POSSESSIVE.sub("", found[-1].group())
    return Label(label.start + found[-1].start(), label.start + found[-1].start() + len(bare_word), label.type)
