"""Headlines and outlets: which words of a page's titles name the story, and which the place it stands at."""

import re
from collections.abc import Iterable
from itertools import chain, islice
from urllib.parse import urlsplit

from dateline.model import Field

ALIKE = 0.4
"""A visible headline that shares fewer words with all told ones belongs to something else."""
FEWEST = 3
"""Words of a part of a title that can be a headline without its outlet."""

_SIGN = re.compile(r"\s+(?:[|:/–—·•»«>-]|::|\|\|)\s+")
_COLON = re.compile(r":\s+")
_WORD = re.compile(r"\w+")
_SUBDOMAINS = ("www", "m", "amp", "mobile", "news", "blog", "en", "de", "fr", "es")


def without_outlet(title: str, outlets: Iterable[str], host: str = "") -> str:
    """The title without the outlet that stands before or behind it ("Port reopens | The Herald")."""
    names = {squashed(outlet) for outlet in outlets} - {""}
    for cut in _cuts(title):
        head, tail = title[: cut[0]], title[cut[1] :]
        if _is_outlet(tail, names, host):
            return without_outlet(head, outlets, host)
        if _is_outlet(head, names, host):
            return without_outlet(tail, outlets, host)
    return title


def outlet_in(title: str, host: str) -> str | None:
    """The outlet that a page's title ends or begins with, where the page's host bears its name."""
    for cut in _cuts(title):
        for part in (title[cut[1] :], title[: cut[0]]):
            if _is_outlet(part, set(), host) and len(part.split()) <= 5:
                return part.strip()
    return None


def headline_of(visible: str, pieces: list[str], told: list[Field], path: str = "h1") -> Field | None:
    """The headline: the visible one where a told one vouches for it, else the first told.

    `path` is where the visible one stands. `pieces` are the texts in it: a kicker or a deck among them that no told
    headline has is left out.
    """
    shown = next((field for field in told if field.value == visible), Field("headline", visible, path))
    if not visible or not told:
        return shown if visible else next(iter(told), None)
    words = _words(visible)
    for field in told:
        inner = _words(field.value)
        if inner == words or (words and _is_within(words, inner) and 2 * len(words) >= len(inner)):
            return shown
        if inner in _parts(pieces):
            return field
    return shown if max(alike(visible, field.value) for field in told) >= ALIKE else told[0]


def alike(some: str, other: str) -> float:
    """How many words two titles share, from 0 to 1."""
    mine, others = set(_words(some)), set(_words(other))
    return 2 * len(mine & others) / (len(mine) + len(others) or 1)


def host_of(address: str) -> str:
    """The host of a web address without "www."; empty for anything else."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if "." in host else ""


def halves(title: str) -> list[str]:
    """The title, and what stands before and behind its last and its first sign or its first colon."""
    cuts = [*_cuts(title), *(found.span() for found in islice(_COLON.finditer(title), 1))]
    parts = (part for start, end in cuts for part in (title[:start], title[end:]))
    return [title, *(part for part in parts if len(part.split()) >= FEWEST)]


def squashed(words: str) -> str:
    """Letters and digits alone, in small letters."""
    return "".join(_WORD.findall(words.casefold())).replace("_", "")


def _cuts(title: str) -> list[tuple[int, int]]:
    """The last and the first separator of a title."""
    cuts = [found.span() for found in _SIGN.finditer(title)]
    return list(dict.fromkeys((cuts[-1], cuts[0]))) if cuts else []


def _is_outlet(part: str, names: set[str], host: str) -> bool:
    own = squashed(part)
    if not own:
        return False
    labels = [label.replace("-", "") for label in host.split(".")[:-1] if label not in _SUBDOMAINS]
    named = any(own == label or (len(label) > 4 and label in own and len(part.split()) <= 4) for label in labels)
    return own in names or named or own == squashed(host)


def _words(title: str) -> list[str]:
    return _WORD.findall(title.casefold())


def _is_within(inner: list[str], outer: list[str]) -> bool:
    return any(outer[i : i + len(inner)] == inner for i in range(len(outer) - len(inner) + 1))


def _parts(pieces: list[str]) -> list[list[str]]:
    """The words of the first pieces together, and of the last ones; a sign within a piece parts it too."""
    parted = [_words(part) for piece in pieces for part in _SIGN.split(piece)]
    halves = [half for i in range(1, len(parted)) for half in (parted[:i], parted[i:])]
    return [list(chain.from_iterable(half)) for half in halves]
