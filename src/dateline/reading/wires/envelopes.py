"""Wire messages out of their envelopes: SOH header STX text ETX tail EOT, or ZCZC ... NNNN where only print is left."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

_SOH, _STX, _ETX, _EOT = "\x01\x02\x03\x04"
_MARKS = re.compile("([\x01-\x04])")
_PRINTED = re.compile(r"^[ \t]*ZCZC\b(?P<rest>[^\r\n]*)", re.MULTILINE)
_END = re.compile(r"^[ \t]*NNNN\b", re.MULTILINE)
# All that neither prints nor breaks a line.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_HEADER_LIKE = re.compile(r"\s*[^\W\d_]{1,4}[ -]?\d{3,5}\s+(?:[1-9]|[A-Za-z])\s+[A-Za-z]{1,3}(?:\s|$)")


class Envelope(NamedTuple):
    """A message: the line of its header, its text without control characters, and what stands behind the text."""

    header: str
    text: str
    tail: str


def envelopes_of(content: str) -> list[Envelope]:
    """The messages of a wire file in order; those that hold nothing at all are left out."""
    found = _controlled(content) if _SOH in content or _STX in content else _printed(content)
    return [envelope for envelope in found if envelope.text.strip() or envelope.header]


def _controlled(content: str) -> Iterator[Envelope]:
    """A state for each mark: what follows it is header, text, tail, or nothing of a message."""
    state, said = _EOT, {_SOH: "", _STX: "", _ETX: "", _EOT: ""}
    for piece in _MARKS.split(content):
        if piece not in said:
            said[state] += piece
            continue
        begins = piece == _SOH or (piece == _STX and bool(said[_STX]))
        if begins and (said[_SOH].strip() or said[_STX].strip()):
            yield _envelope(said)
            said = dict.fromkeys(said, "") | {_EOT: said[_ETX] if state == _ETX else said[_EOT]}
        elif begins:
            said = dict.fromkeys(said, "")
        state = piece
    if said[_SOH].strip() or said[_STX].strip():
        yield _envelope(said)


def _envelope(said: dict[str, str]) -> Envelope:
    """Without an STX the header is the first line; without an SOH it is the last line before the text."""
    if not said[_STX]:
        header, _, text = said[_SOH].lstrip("\r\n").partition("\n")
        return Envelope(_line(header), _clean(text), _line(said[_ETX]))
    lines = [line for line in (said[_SOH] or said[_EOT]).splitlines() if line.strip()]
    header = " ".join(lines) if said[_SOH] else (lines[-1] if lines and _HEADER_LIKE.match(lines[-1]) else "")
    text = said[_STX]
    end = _END.search(text)
    return Envelope(_line(header), _clean(text[: end.start()] if end else text), _line(said[_ETX]))


def _printed(content: str) -> Iterator[Envelope]:
    """What stands between ZCZC and NNNN, the next ZCZC or the end; its first lines may be a header."""
    starts = list(_PRINTED.finditer(content))
    for start, following in zip_longest(starts, starts[1:]):
        limit = following.start() if following else len(content)
        end = _END.search(content, start.end(), limit)
        body = content[start.end() : end.start() if end else limit]
        first, _, rest = body.lstrip("\r\n").partition("\n")
        if _HEADER_LIKE.match(start["rest"]):
            yield Envelope(_line(start["rest"]), _clean(body), "")
        elif _HEADER_LIKE.match(first):
            yield Envelope(_line(first), _clean(rest), "")
        else:
            yield Envelope("", _clean(body), "")


def _line(words: str) -> str:
    """In a header control characters stand between fields, and so become blanks."""
    return " ".join(_CONTROLS.sub(" ", words).split())


def _clean(text: str) -> str:
    """In a text they are marks of typesetting inside and around words."""
    return _CONTROLS.sub("", text)
