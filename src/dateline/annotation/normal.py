"""The parser's view of a block, with the way back: normal characters, single spaces, and where each came from."""

import re
from collections.abc import Iterator

from msgspec import Struct

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
        "\u00ab": '"',
        "\u00bb": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
    }
)
_SHRINKS = re.compile(r"[ \f\v]{2,}|``|''|&quot;|&amp;|&#39;|[\u00ad\u200b-\u200d\ufeff]")
_SHORT = {"``": '"', "''": '"', "&quot;": '"', "&amp;": "&", "&#39;": "'"}


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
    if not _SHRINKS.search(piece):
        return NormalText(piece, start)
    rows = list(_characters(piece, start))
    return NormalText(
        "".join(row[0] for row in rows), start, tuple(row[1] for row in rows), tuple(row[2] for row in rows)
    )


def _characters(piece: str, start: int) -> Iterator[tuple[str, int, int]]:
    done = 0
    for match in _SHRINKS.finditer(piece):
        yield from ((piece[i], start + i, start + i + 1) for i in range(done, match.start()))
        done = match.end()
        short = _SHORT.get(match.group(), " " if match.group().isspace() else "")
        if short:
            yield short, start + match.start(), start + done
    yield from ((piece[i], start + i, start + i + 1) for i in range(done, len(piece)))
