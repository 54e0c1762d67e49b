"""The parser's view of a block, with the way back: normal characters, single spaces, and where each came from."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from dateline.annotation.quotes.glyphs import DOUBLE, SINGLE, spelled
from dateline.annotation.quotes.in_words import slipped_marks

_ONE_TO_ONE = str.maketrans(
    {
        "\u00a0": " ",
        "\u2007": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u3000": " ",
        "\n": " ",
        "\r": " ",
        "\t": " ",
        "\u2018": "'",
        "\u2019": "'",
        "\u201a": "'",
        "\u00b4": "'",
        "\u2032": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u201f": '"',
        "\u0093": '"',
        "\u0094": '"',
        "\u0091": "'",
        "\u0092": "'",
        "\u2039": "'",
        "\u203a": "'",
        "\u00ab": '"',
        "\u00bb": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
    }
)
_SHRINKS = re.compile(
    r'[ \f\v]{2,}|&(?:amp;)?(?:amp|nbsp);|(?:(?<=\s)|\A)""(?=\w)|(?<=\S)""(?=\s|\Z)|[\u00ad\u200b-\u200d\ufeff]'
)
_SHORT = {'""': '"', "&amp;": "&", "&amp;amp;": "&", "&nbsp;": " ", "&amp;nbsp;": " "}
_STRAIGHT = dict.fromkeys(DOUBLE, '"') | dict.fromkeys(SINGLE, "'")
_SPELLED = re.compile(r"``|''|,,|[\\&\u00e2\u00c2]")
"""Where one of the marks may be that several characters spell."""
_ELIDED = re.compile(r"(?:s|t|d|m|ll|re|ve)\b", re.IGNORECASE)
"""What a mark inside a word is an apostrophe before: "it"s", "don"t"."""


class NormalText(Struct, frozen=True):
    """`text` as the parser reads it; character i stands for `[starts[i], ends[i])` of the original.

    Where nothing shrank both lists are empty and character i stands for `offset + i`.
    """

    text: str
    offset: int
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The original offsets of a slice of the normal text; `start < end`."""
        if not self.starts:
            return self.offset + start, self.offset + end
        return self.starts[start], self.ends[end - 1]


def normal_text(text: str, start: int, end: int) -> NormalText:
    """The normal form of `text[start:end]`. Its characters' origins are offsets in `text`."""
    piece = text[start:end].translate(_ONE_TO_ONE)
    slipped = slipped_marks(text, start, end) if '"' in piece else ()
    changes = list(_changes(text[start:end], piece, [at - start for at in slipped]))
    if not changes:
        return NormalText(piece, start)
    rows = list(_characters(piece, start, changes))
    return NormalText(
        "".join(row[0] for row in rows), start, tuple(row[1] for row in rows), tuple(row[2] for row in rows)
    )


def _changes(words: str, piece: str, slipped: Iterable[int]) -> Iterator[tuple[int, int, str]]:
    """What is replaced by one character or none: where it begins and ends, and by what."""
    marks = spelled(words) if _SPELLED.search(piece) else []
    changes = [(first, last, _STRAIGHT.get(sign, sign)) for first, last, sign in marks]
    changes += [(at, at + 1, "'" if _ELIDED.match(words, at + 1) else "") for at in slipped]
    changes += [
        (*match.span(), _SHORT.get(match.group(), " " if match.group().isspace() else ""))
        for match in _SHRINKS.finditer(piece)
    ]
    done = 0
    for change in sorted(changes):
        if change[0] >= done:
            done = change[1]
            yield change


def _characters(piece: str, start: int, changes: list[tuple[int, int, str]]) -> Iterator[tuple[str, int, int]]:
    done = 0
    for first, last, short in changes:
        yield from ((piece[i], start + i, start + i + 1) for i in range(done, first))
        done = last
        if short:
            yield short, start + first, start + done
    yield from ((piece[i], start + i, start + i + 1) for i in range(done, len(piece)))
