"""Transcripts: turns that begin with a label, "MARSH: ...", "Q: ...", "[Marsh] ...", and go on until the next one."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dateline.annotated import NameMention
from dateline.understanding.speech.cues import Attribution, Discourse
from dateline.understanding.speech.forms.labels import MARKS, Form, Paragraph, attributed, formed, trimmed, words
from dateline.understanding.speech.forms.turn_labels import Label, is_stage, key_of, spaced, turn_labels
from dateline.values import Span

ANSWERS = "the answers are taken for those of the one whom the article names most before them"
QUESTIONS = "the questions are taken for those of the only journalist whom the article names before them"
SURE = 0.85

_STAGE = re.compile(r"\([^()]{1,80}\)|\[[^\[\]]{1,80}\]")


def transcripts(discourse: Discourse, blocks: Sequence[Paragraph], ruled: Sequence[Attribution]) -> Iterator[Form]:
    """The turns of all transcripts in a text."""
    reader = _Reader(discourse, blocks, ruled)
    labels = turn_labels(discourse, blocks)
    if len(labels) < 2 and not any(label.boxed for label in labels):
        return
    for run in reader.runs(labels):
        yield from reader.read(run)


class _Reader:
    def __init__(self, discourse: Discourse, blocks: Sequence[Paragraph], ruled: Sequence[Attribution]) -> None:
        self.discourse = discourse
        self.text = discourse.text
        self.blocks = blocks
        self.ruled = ruled
        self.words = words(discourse)

    def runs(self, labels: Sequence[Label]) -> Iterator[list[Label]]:
        """Labels that make up a transcript: of two speakers who take turns, one of them known."""
        for boxed in (False, True):
            run = [label for label in labels if label.boxed == boxed]
            if {"question", "answer"} <= {label.kind for label in run}:
                run = [label for label in run if label.kind in ("question", "answer")]
            known = [label for label in run if label.kind != "unknown"]
            if boxed and known:
                yield [label for label in run if label.kind != "unknown" or self._answers(label, run)]
            elif self._take_turns(run, known):
                yield run

    def _answers(self, label: Label, run: Sequence[Label]) -> bool:
        """Whether what only stands in brackets is a speaker's name: it comes again, between others who speak."""
        again = sum(other.key == label.key for other in run) > 1
        return again and any(other.key != label.key and other.kind != "unknown" for other in run)

    def _take_turns(self, run: Sequence[Label], known: Sequence[Label]) -> bool:
        keys = [label.key for label in run]
        kinds = {label.kind for label in known}
        if {"question", "answer"} <= kinds:
            return True
        if len(set(keys)) < 2 or 2 * len(known) < len(run) or not kinds & {"name", "role"}:
            return False
        again = any(self._is_one(run[i], other) for i in range(len(run)) for other in run[i + 2 :])
        clear = len({label.key for label in known}) > 1 or self._is_asked(run, known)
        return again and clear and self._is_talk(run)

    def _is_asked(self, run: Sequence[Label], known: Sequence[Label]) -> bool:
        """Whether the other party, of whom the article tells nothing, does nothing but ask: a paper that interviews."""
        others = [label for label in run if label not in known]
        ends = [self.text[: self.blocks[label.paragraph].end].rstrip(MARKS)[-1:] for label in others]
        return len({label.key for label in others}) == 1 and 2 * ends.count("?") > len(ends)

    def _is_one(self, label: Label, other: Label) -> bool:
        """Whether two labels name one speaker: "Ida Berg" is "Berg", and no "Tom Berg"."""
        names = sorted((self.text[one.source.start : one.source.end].casefold() for one in (label, other)), key=len)
        return label.key == other.key and (names[1] == names[0] or " " not in names[0])

    def _is_talk(self, run: Sequence[Label]) -> bool:
        """Whether most turns have a verb, and one of them asks or tells of "us"; lists of names and figures do not."""
        turns = [Span(label.start, self.blocks[label.paragraph].end) for label in run]
        told = [self.discourse.annotation.tokens_in(turn) for turn in turns]
        verbs = sum(any(token.pos in ("VERB", "AUX") for token in tokens) for tokens in told)
        own = (token.text == "?" or token.lower in self.words.first_person for tokens in told for token in tokens)
        return 2 * verbs >= len(run) and any(own)

    def read(self, run: Sequence[Label]) -> Iterator[Form]:
        """The turns of a transcript as statements."""
        asked, answered = self._named_before(run[0])
        for label, following in zip(run, [*run[1:], None], strict=True):
            content = tuple(self._content(label, following, run))
            if not content:
                continue
            found = formed(self.discourse, label.source, label.mark, content, SURE)
            if label.kind == "question":
                yield Form(replace(found, stance="asks"), asked, QUESTIONS if asked else None, verbatim=True)
            elif label.kind == "answer":
                yield Form(found, answered, ANSWERS if answered else None, verbatim=True)
            else:
                yield Form(found, self._in_full(label), verbatim=True)

    def _in_full(self, label: Label) -> Span | None:
        """Where somebody is named whom a label calls by the surname; None where the label is a mention itself."""
        mentions = self.discourse.annotation.names_in(label.source)
        if label.kind not in ("name", "unknown") or any(name.label == "person" for name in mentions):
            return None
        people = [name for name in self.discourse.annotation.names if name.label == "person"]
        surnames = [name for name in people if key_of(name.text) == label.key]
        inside = [name for name in people if label.key in name.text.casefold().split()]  # "Azar" of "Eva Azar Moll"
        return next((Span(name.start, name.end) for name in surnames or inside), None)

    def _end(self, label: Label, following: Label | None, run: Sequence[Label]) -> int:
        """The paragraph after a turn. The last turn of all is its own paragraph, unless "end recording" tells more."""
        own = label.paragraph + 1
        if not self._spoken(label.start, self.blocks[label.paragraph].end):
            own += 1
        if following is None:
            return self._closed(label, own) or min(own, len(self.blocks))
        keys = {other.key for other in run}
        for i in range(own, following.paragraph):
            if self._breaks(self.blocks[i], self._is_quoted(self.blocks[label.paragraph]), keys):
                return i
        return following.paragraph

    def _closed(self, label: Label, own: int) -> int | None:
        """The paragraph after the one that closes a recording, where the last turn opens it and nothing breaks it."""
        if not label.boxed or self._closes(self.blocks[label.paragraph], label.start):
            return None
        for i in range(own, len(self.blocks)):
            if self._breaks(self.blocks[i], False, set()):
                return None
            if self._closes(self.blocks[i], self.blocks[i].start):
                return i + 1
        return None

    def _closes(self, block: Paragraph, start: int) -> bool:
        return any(stop in spaced(self.text[start : block.end]) for stop in self.words.stage_ends)

    def _breaks(self, block: Paragraph, quoted: bool, keys: set[str]) -> bool:
        """Whether a turn cannot go on in a paragraph: it begins with a mark, and the turn did not; or tells of it."""
        told = attributed(self.ruled, Span(block.start, block.end))
        other = block.role != "paragraph" or (self._is_quoted(block) and not quoted)
        return other or any(self._tells_of(one, keys) for one in told)

    def _is_quoted(self, block: Paragraph) -> bool:
        return self.text[block.start] in MARKS

    def _tells_of(self, one: Attribution, keys: set[str]) -> bool:
        """Whether the writer tells what one of the speakers said, so that the transcript is over."""
        return one.source is not None and key_of(self.text[one.source.start : one.source.end]) in keys

    def _content(self, label: Label, following: Label | None, run: Sequence[Label]) -> Iterator[Span]:
        if following is not None and following.paragraph == label.paragraph:
            yield from self._spoken(label.start, following.source.start - 1)
            return
        for block in self.blocks[label.paragraph : self._end(label, following, run)]:
            yield from self._spoken(max(label.start, block.start), block.end)
            if any(stop in spaced(self.text[block.start : block.end]) for stop in self.words.stage_ends):
                return

    def _spoken(self, start: int, end: int) -> list[Span]:
        """What is said of a paragraph, without stage directions: "(LAUGHTER)"."""
        edges = [start]
        for match in _STAGE.finditer(self.text, start, end):
            if is_stage(self.words, match.group()[1:-1]):
                edges += match.span()
                if spaced(match.group()[1:-1]) in self.words.stage_ends:
                    edges[-1] = end
                    break
        edges.append(end)
        pieces = (trimmed(self.text, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)
        return [piece for piece in pieces if piece is not None]

    def _named_before(self, label: Label) -> tuple[Span | None, Span | None]:
        """Where the interviewer and the one interviewed are named before the first turn, as far as that is clear."""
        start = self.blocks[label.paragraph].start
        people = [name for name in self.discourse.annotation.names if name.label == "person" and name.end <= start]
        asking = {key_of(name.text): name for name in people if self._is_journalist(name)}
        counted = Counter(key_of(name.text) for name in people if key_of(name.text) not in asking).most_common(2)
        clear = counted and (len(counted) < 2 or counted[0][1] > counted[1][1])
        answering = next((n for n in people if key_of(n.text) == counted[0][0]), None) if clear else None
        asker = next(iter(asking.values())) if len(asking) == 1 else None
        return _span(asker), _span(answering)

    def _is_journalist(self, name: NameMention) -> bool:
        before = self.discourse.tokens[max(0, name.first - 3) : name.first]
        return any(token.lower in self.words.turn_roles for token in before if token.block == before[-1].block)


def _span(name: NameMention | None) -> Span | None:
    return Span(name.start, name.end) if name else None
