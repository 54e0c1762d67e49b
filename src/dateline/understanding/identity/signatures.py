"""Who signs a story below its last paragraph: the agency that sent it, and those who reported it."""

import re
from collections.abc import Iterator

from dateline.record import Record
from dateline.understanding.identity.agencies import known_agency
from dateline.values import Span

_PART = re.compile(r"[^;\n()\[\]]+")
_DONE_BY = re.compile(r"\s*(\w+) by\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
INITIALS = 4
"""Letters in the longest initials beside an agency's name."""


def signing_agency(record: Record) -> Span | None:
    """The agency's name in the first note below the story that holds nothing else: "LUSA", "(LUSA)", "LUSA ab/cd"."""
    code = record.annotation.words.language.code
    for note in _notes_below(record):
        words = record.words(note).lstrip("-–—=")  # a hyphen before a name would make it part of a word
        name = known_agency(words, Span(0, len(words)), code)
        if name is None:
            continue
        beside = words[: name.start] + " " + words[name.end :]
        if all(len(word) <= INITIALS for word in _WORD.findall(beside)) and "\n" not in beside:
            begin = note.end - len(words)
            return Span(begin + name.start, begin + name.end)
    return None


def reporters_lines(record: Record) -> Iterator[Span]:
    """Where notes say who reported: "Reporting by Ana Lund in Oslo" of "(Reporting by ...; Editing by ...)"."""
    doing = record.annotation.words.publications.writing
    for block in record.article.blocks_of("note"):
        for part in _PART.finditer(record.text, block.start, block.end):
            opener = _DONE_BY.match(part.group())
            if opener and opener[1].lower() in doing:
                words = part.group()
                start = part.start() + len(words) - len(words.lstrip())
                yield Span(start, start + len(words.strip()))


def _notes_below(record: Record) -> Iterator[Span]:
    paragraphs = record.article.blocks_of("paragraph")
    below = paragraphs[-1].end if paragraphs else 0
    for block in record.article.blocks_of("note"):
        if block.start >= below:
            yield Span(block.start, block.end)
