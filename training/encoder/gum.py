"""GUM's CoNLL-U: texts with entity mentions, from the notation of its MISC column."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_PART = re.compile(r"\(([^()]+)|([^()]+)?\)")


@dataclass(frozen=True)
class Mention:
    """A mention with its type, its head word's span, and whether a name or a common noun heads it."""

    start: int
    end: int
    type: str
    head: tuple[int, int]
    named: bool
    nominal: bool
    cluster: str


@dataclass
class _Word:
    start: int
    end: int
    pos: str
    deprel: str
    head: int
    capital: bool


def documents(path: Path) -> Iterator[tuple[str, str, list[Mention]]]:
    """The id, the text (sentences a line) and the mentions of each document."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        id_, sentences, current = "", [], []
        for line in lines:
            if line.startswith("# newdoc id"):
                if sentences:
                    yield id_, *_document(sentences)
                id_, sentences, current = line.split("=")[1].strip(), [], []
            elif line.strip() == "":
                if current:
                    sentences.append(current)
                current = []
            elif not line.startswith("#"):
                current.append(line.rstrip("\n").split("\t"))
        if current:
            sentences.append(current)
        if sentences:
            yield id_, *_document(sentences)


def _document(sentences: list[list[list[str]]]) -> tuple[str, list[Mention]]:
    text, mentions = "", []
    open_: list[tuple[str, str, int, int]] = []
    for sentence in sentences:
        words: list[_Word] = []
        closed_spans: list[tuple[int, int, str, str]] = []
        skip_until = 0
        for columns in sentence:
            if "." in columns[0]:
                continue
            if "-" in columns[0]:
                first, last = map(int, columns[0].split("-"))
                start = len(text)
                text += columns[1] + ("" if "SpaceAfter=No" in columns[9] else " ")
                shared, skip_until = (start, start + len(columns[1])), last
                continue
            number = int(columns[0])
            if number <= skip_until:
                start, end = shared
            else:
                start = len(text)
                text += columns[1]
                end = len(text)
                text += "" if "SpaceAfter=No" in columns[9] else " "
            words.append(
                _Word(
                    start,
                    end,
                    columns[3],
                    columns[7],
                    int(columns[6]) if columns[6].isdigit() else 0,
                    columns[1][:1].isupper(),
                )
            )
            misc = dict(x.split("=", 1) for x in columns[9].split("|") if "=" in x)
            for opened, closed in _parts(misc.get("Entity", "")):
                if opened:
                    bits = opened.split("-")
                    open_.append((bits[0], bits[1] if len(bits) > 1 else "", len(words) - 1, len(words)))
                if closed is not None:
                    for k in range(len(open_) - 1, -1, -1):
                        if open_[k][0] == closed:
                            group, type_, first, _ = open_.pop(k)
                            closed_spans.append((first, len(words) - 1, type_, group))
                            break
        mentions += [_mention(words, *span) for span in closed_spans]
        open_ = []
        text = text.rstrip(" ") + "\n"
    return text, mentions


def _parts(entity: str) -> Iterator[tuple[str | None, str | None]]:
    """Opened and closed mentions in order: "(3-person-new" opens, "3)" closes, "(3-person-new)" does both."""
    i = 0
    while i < len(entity):
        if entity[i] == "(":
            stop = min((k for k in (entity.find("(", i + 1), entity.find(")", i + 1)) if k > 0), default=len(entity))
            body = entity[i + 1 : stop]
            closed = stop < len(entity) and entity[stop] == ")"
            yield body, body.split("-")[0] if closed else None
            i = stop + 1 if closed else stop
        else:
            stop = entity.find(")", i)
            if stop < 0:
                return
            yield None, entity[i:stop].split("-")[0]
            i = stop + 1


def _mention(words: list[_Word], first: int, last: int, type_: str, group: str) -> Mention:
    inside = range(first, last + 1)
    heads = [i for i in inside if not first <= words[i].head - 1 <= last]
    head = heads[0] if heads else last
    pos = words[head].pos
    named_end = last
    if pos == "PROPN":
        # A name ends with its own words: "Ann Lee, who ..." is "Ann Lee".
        named_end = max(
            (i for i in inside if words[i].pos in ("PROPN", "ADP", "CCONJ", "NUM", "X") and _within(words, i, head)),
            default=head,
        )
        while named_end > head and words[named_end].pos not in ("PROPN", "NUM", "X"):
            named_end -= 1
        start = next(
            (i for i in inside if words[i].pos == "PROPN" or (words[i].capital and words[i].pos != "DET")), head
        )
        return Mention(
            words[start].start, words[named_end].end, type_, (words[head].start, words[head].end), True, False, group
        )
    return Mention(
        words[first].start, words[last].end, type_, (words[head].start, words[head].end), False, pos == "NOUN", group
    )


def _within(words: list[_Word], i: int, head: int) -> bool:
    """Whether a word hangs on the head by a chain of naming relations."""
    seen = 0
    while i != head and seen < 12:
        if words[i].deprel.split(":")[0] not in (
            "flat",
            "compound",
            "nmod",
            "case",
            "conj",
            "cc",
            "nummod",
            "fixed",
            "goeswith",
        ):
            return False
        i, seen = words[i].head - 1, seen + 1
        if i < 0:
            return False
    return i == head
