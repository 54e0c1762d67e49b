"""The sides of a disagreement: who stands where, in whose words, and the sentence that tells it."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from dateline.merging.outcomes import Disagreement, Side
from dateline.merging.parts import Part

__all__ = ["DENIED", "Position", "apart", "disagreement", "heard_on_each", "order", "side_of", "sourced", "voice"]

How = Literal["disagreement", "update", "denial"]
DENIED = "denied"
"""The value of a side that says that it is not so."""
_SIDES = 6
_FACTS = 24
_ARTICLES = 48
_WORDS = 400
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


class Position(NamedTuple):
    """What one voice of one report holds."""

    part: Part
    value: str
    facts: tuple[str, ...]
    said_by: str | None = None
    words: str = ""


def voice(position: Position) -> str:
    """Whoever says it, one spelling for all: the speaker, else the report's source."""
    said_by = position.said_by
    return f"says {spoken(said_by)}" if said_by else f"source {position.part.source or position.part.report.article}"


def spoken(said_by: str) -> str:
    """The words for a speaker, for comparing: "The interior ministry" and "Interior Ministry" are one."""
    return said_by.casefold().removeprefix("the ").removeprefix("a ").removeprefix("an ").strip()


def sourced(positions: Iterable[Position]) -> set[str]:
    """The voices of a side."""
    return {voice(position) for position in positions}


def apart(left: Sequence[Position], right: Sequence[Position]) -> bool:
    """Whether no speaker and no source stands on both of two sides."""
    return sourced(left).isdisjoint(sourced(right))


def heard_on_each(left: Sequence[Position], right: Sequence[Position]) -> bool:
    """Whether each of two sides has a voice that does not stand on the other too."""
    ours, theirs = sourced(left), sourced(right)
    return bool(ours - theirs and theirs - ours)


def order(position: Position) -> tuple[str, str, int, tuple[str, ...]]:
    """The order in which positions were published; what is undated stands last."""
    report, event = position.part.report, position.part.happening
    return (report.dated or "9", report.article, event.start, position.facts)


def side_of(positions: Iterable[Position]) -> Side:
    """These positions as one side, told as the first that was published tells it."""
    ordered = sorted(positions, key=order)
    first = next((position for position in ordered if position.said_by), ordered[0])
    return Side(
        value=first.value,
        said_by=first.said_by,
        article=first.part.report.article,
        facts=tuple(dict.fromkeys(fact for position in ordered for fact in position.facts))[:_FACTS],
        published=first.part.report.dated,
        words=first.words[:_WORDS],
        articles=tuple(dict.fromkeys(position.part.report.article for position in ordered))[:_ARTICLES],
    )


def disagreement(
    about: str, how: How, sides: Sequence[Sequence[Position]], opening: str = "", minor: bool = False
) -> Disagreement:
    """A disagreement of these sides: at most six, of more those with most voices; in order of publication, but a denial
    after what it denies.
    """
    chosen = sorted(sides, key=lambda side: (-len(sourced(side)), min(map(order, side))))[:_SIDES]
    chosen.sort(key=lambda side: (side[0].value == DENIED, min(map(order, side))))
    told = [side_of(side) for side in chosen]
    outlets = {position.part.report.article: _outlet(position.part) for side in chosen for position in side}
    message = "; ".join(_told(side, outlets[side.article]) for side in told)
    return Disagreement(
        about=about, how=how, sides=tuple(told), message=f"{opening}: {message}" if opening else message, minor=minor
    )


def _told(side: Side, outlet: str) -> str:
    where = ", ".join(filter(None, (outlet, _day(side.published))))
    if side.value == DENIED:
        return f"denied by {side.said_by} ({where})" if side.said_by else f"denied ({where})"
    return f"{side.value}, says {side.said_by} ({where})" if side.said_by else f"{side.value} ({where})"


def _outlet(part: Part) -> str:
    report = part.report
    return report.outlet or (report.agencies[0] if report.agencies else report.article)


def _day(published: str | None) -> str:
    """A day as people write it: "3 May 2024"."""
    if not published or len(published) < 10 or not published[5:7].isdigit():
        return published or ""
    return f"{int(published[8:10])} {_MONTHS[int(published[5:7]) - 1]} {published[:4]}"
