"""What a page says about judgements: what was decided just now, and whether anything may be decided."""

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from dateline.desk import Desk
from dateline.desk.asking.judgements.judgements import JudgementRow
from dateline.faces.web import addresses
from dateline.faces.web.pages.judgements.deciding import many, noun_of

SAID = {
    "same": "are the same",
    "different": "are different",
    "unsure": "may or may not be the same",
    "wrong": "is wrong",
    "right": "is right",
}
_KINDS = {"casualties": "count", "quantity": "number"}
_FACT = re.compile(r'(\w+) "(.*)"')
"""How the desk tells a fact: its kind, then its words."""
READ_ONLY = "The server may only read this desk, so nothing can be judged here: it needs the right to write the file."


class Thing(Struct, frozen=True, kw_only=True):
    """One of those that were judged."""

    kind: str
    """What it is, before its words: "the event", "the count"; empty for what its words tell."""
    words: str
    """Empty where the desk does not have it any more."""
    address: str | None
    """Where it is; None where the desk does not have it any more."""


class Notice(Struct, frozen=True, kw_only=True):
    """A judgement as pages tell it."""

    row: JudgementRow
    things: tuple[Thing, ...]
    said: str
    """What was said of them: "are the same"; "was taken back"."""
    homes: tuple[str, ...] = ()
    """The incidents, stories or identities in which they are now."""
    now: str = ""
    """The same in a sentence."""

    @property
    def can_undo(self) -> bool:
        """Whether it counts, and can be taken back."""
        return self.row.holds


def why_not(path: Path) -> str | None:
    """Why nothing may be judged in the desk at this path; None where it may."""
    return None if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK) else READ_ONLY


def notice_of(desk: Desk, judged: Sequence[str]) -> Notice | None:
    """The last judgement on this one, or on these two, with where they are now; None where nobody judged them."""
    if not 0 < len(judged) < 3:
        return None
    ends = set(judged)
    rows = [row for row in desk.judgements(about=judged, limit=None) if {row.left, row.right} - {None} == ends]
    return next(iter(noticed(desk, rows[:1], now=True)), None)


def noticed(desk: Desk, rows: Sequence[JudgementRow], *, now: bool = False) -> list[Notice]:
    """These judgements as pages tell them; with `now`, where the things are by now."""
    ids = [each for row in rows for each in (row.left, row.right) if each]
    articles = desk.articles_of(*ids)
    found = []
    for row in rows:
        ends = [each for each in (row.left, row.right) if each]
        where = tuple(sorted(desk.homes(*ends))) if now else ()
        found.append(
            Notice(
                row=row,
                things=tuple(
                    _thing(each, words, articles)
                    for each, words in zip(ends, (row.left_words, row.right_words), strict=False)
                ),
                said="was taken back" if row.verdict == "undo" else SAID[row.verdict],
                homes=where,
                now=_now(row, where) if now else "",
            )
        )
    return found


def _thing(name: str, words: str | None, articles: Mapping[str, str]) -> Thing:
    kind = name.partition("-")[0]
    if name in articles:
        told = _FACT.fullmatch(words or "")
        quoted = told[2] if told else words or name
        return Thing(
            kind=f"the {_KINDS.get(kind, kind)}", words=quoted, address=addresses.article(articles[name], name)
        )
    if kind in ("incident", "story"):  # one that is no more leads to where its reports are now
        gone = "" if words else f"{'an incident' if kind == 'incident' else 'a story'} that is no more"
        return Thing(kind=gone, words=words or "", address=addresses.of(kind, name))
    if kind == "identity" and words:  # a person, a body or a place: the list of names has all three
        return Thing(kind="the name", words=words, address=addresses.asking("/people", name=words))
    if words is None:
        return Thing(kind="something that is not in the desk any more", words="", address=None)
    return Thing(kind="", words=words, address=addresses.article(name))


def _now(row: JudgementRow, where: Sequence[str]) -> str:
    if row.right is None:
        return "No question finds it any more." if row.verdict == "wrong" and row.holds else ""
    return f"They are in {many(len(where), noun_of(where))} now." if where else ""
