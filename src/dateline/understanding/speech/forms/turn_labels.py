"""The labels of turns in a transcript: "MARSH: ...", "Q: ...", "Q. ...", "[Marsh] ..."."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dateline.languages.sections import Statements
from dateline.understanding.speech.cues import Discourse
from dateline.understanding.speech.forms.labels import FINITE, Paragraph, speaker_in, words
from dateline.values import Span

_LABEL = re.compile(r"[\"“”']?([^\W\d_a-z][^:\"“”\[\]\n]{0,60}?)\s?:(?!\w|//)\s*")
_LETTER = re.compile(r"[\"“”']?([^\W\d_])[.:]\s+(?=\S)")
_BOXED = re.compile(r"\[([^\[\]\n]{1,60})\]\s*")
_INNER = re.compile(r"(?<=[.?!…\]\"”]\s)(?:\[([^\[\]\n]{1,60})\]\s+|([^\W\d_]):\s+)")

Kind = Literal["question", "answer", "name", "role", "unknown"]


class Label(Struct, frozen=True, gc=False):
    """Who is said to speak, in words, and where the turn begins. `key` is the same for all labels of one speaker.

    `boxed`: it stands in brackets; "unknown" is a label in capitals that names nobody of whom the article tells.
    """

    paragraph: int
    source: Span
    mark: Span
    start: int
    key: str
    kind: Kind
    boxed: bool = False


def turn_labels(discourse: Discourse, blocks: Sequence[Paragraph]) -> list[Label]:
    """What may be the label of a turn: at the head of a paragraph, and behind a sentence of one that has a label."""
    return list(_Finder(discourse, blocks).labels())


class _Finder:
    def __init__(self, discourse: Discourse, blocks: Sequence[Paragraph]) -> None:
        self.discourse = discourse
        self.text = discourse.text
        self.blocks = blocks
        self.words = words(discourse)
        self.surnames = {key_of(name.text) for name in discourse.annotation.names if name.label == "person"}

    def labels(self) -> Iterator[Label]:
        for number, block in enumerate(self.blocks):
            head = self._head(number, block) if block.role in ("paragraph", "note") else None
            if head is None or self._introduces(head):
                continue
            yield head
            if head.boxed or head.kind in ("question", "answer"):
                yield from self._inner(number, block, head)

    def _head(self, number: int, block: Paragraph) -> Label | None:
        letter = _LETTER.match(self.text, block.start, block.end)
        if letter and letter.group(1).lower() in (*self.words.questions, *self.words.answers):
            return self._labelled(number, letter)
        if self.text[block.start] == "[":
            return self._boxed(number, block)
        match = _LABEL.match(self.text, block.start, block.end)
        return self._labelled(number, match) if match else None

    def _boxed(self, number: int, block: Paragraph) -> Label | None:
        """The first bracket at a paragraph's head that names somebody: "[Begin recording] [Marsh] ..."."""
        at, unknown = block.start, None
        while match := _BOXED.match(self.text, at, block.end):
            label = self._labelled(number, match)
            if label is not None and not is_stage(self.words, match.group(1)):
                if label.kind != "unknown":
                    return replace(label, boxed=True) if self._speaks(label, block) else None
                unknown = unknown or replace(label, boxed=True)
            at = match.end()
        return unknown if unknown is not None and self._speaks(unknown, block) else None

    def _speaks(self, label: Label, block: Paragraph) -> bool:
        """Whether the words behind a bracket are its speaker's: "[Marsh] said" is a sentence with a word put in."""
        following = _BOXED.match(self.text, label.start, block.end)
        if following and following.group(1).lower() in self.words.extents:
            return False
        token = self.discourse.annotation.token_at(label.start)
        told = token is not None and token.tag in FINITE and token.lemma in self.discourse.words.stance
        return not told and not self.text[label.start : label.start + 1].islower()

    def _inner(self, number: int, block: Paragraph, head: Label) -> Iterator[Label]:
        """The labels of further turns in the same paragraph."""
        for match in _INNER.finditer(self.text, head.start, block.end):
            label = self._labelled(number, match, 1 if match.group(1) else 2)
            staged = head.boxed and is_stage(self.words, match.group(1) or "")
            if label is not None and not staged and (match.group(1) is not None) == head.boxed:
                yield replace(label, boxed=head.boxed)

    def _labelled(self, number: int, match: re.Match[str], group: int = 1) -> Label | None:
        whole = Span(*match.span(group))
        name = re.split(r"[,(]", match.group(group))[0].strip()
        if not name or (kind := self._kind(whole, name)) is None:
            return None
        key = kind if kind in ("question", "answer") else key_of(name)
        mark = Span(whole.end, whole.end + 1)
        return Label(number, Span(whole.start, whole.start + len(name)), mark, match.end(), key, kind)

    def _kind(self, source: Span, name: str) -> Kind | None:
        """What a label names; None for what can be no label, such as a sentence before a colon."""
        lower = name.lower()
        if lower in self.words.questions:
            return "question"
        if lower in self.words.answers:
            return "answer"
        if any(lower == role or lower.endswith(" " + role) for role in self.words.turn_roles):
            return "role"
        mention = speaker_in(self.discourse, source)
        if (mention is not None and mention.label == "person") or (name.isupper() and key_of(name) in self.surnames):
            return "name"
        return "unknown" if name.isupper() and len(name.split()) <= 3 else None

    def _introduces(self, label: Label) -> bool:
        """Whether a quotation stands right behind a label: no transcript has those."""
        token = self.discourse.annotation.token_at(label.start)
        quotation = self.discourse.quotation(token.i) if token is not None else None
        return quotation is not None and label.start <= quotation.start


def is_stage(words: Statements, direction: str) -> bool:
    """Whether the words of a bracket are a stage direction: "laughter", "words indistinct"."""
    return any(re.search(rf"\b{re.escape(word)}\b", spaced(direction)) for word in words.stage_words)


def spaced(words: str) -> str:
    """Words in small letters with one space between them, whatever line breaks stand there."""
    return " ".join(words.lower().split())


def key_of(name: str) -> str:
    """The last word of a name in small letters."""
    parts = name.replace("’s", "").replace("'s", "").split()
    return parts[-1].strip(".").casefold() if parts else ""
