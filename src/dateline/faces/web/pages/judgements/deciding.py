"""A judgement carried out, with what it changed in sentences."""

from collections.abc import Collection, Iterator

from msgspec import Struct

from dateline.desk import Desk
from dateline.desk.judging.judge import Decision

ON_TWO = ("same", "different", "unsure", "undo")
"""Verdicts that may be on two."""


class Decided(Struct, frozen=True, kw_only=True):
    """What was decided, and what became of it."""

    decision: Decision
    before: tuple[str, ...]
    """The incidents, stories or identities that it is about, as they were."""
    after: tuple[str, ...]
    """The same now."""
    changed: str
    """That in a sentence."""


def decide(
    desk: Desk, verdict: str, left: str, right: str | None = None, why: str | None = None, who: str | None = None
) -> Decided:
    """Writes a judgement down, and gives what it changed. Raises BadQuestion, NotInDesk and DeskError."""
    ids = [each for each in (left, right) if each]
    before = desk.homes(*ids)
    done = desk.judge(verdict, left, right, why=why or None, who=who or None)
    after = set(done.now) if done.right else desk.homes(done.left)
    return Decided(
        decision=done, before=tuple(sorted(before)), after=tuple(sorted(after)), changed=told(done, before, after)
    )


def told(done: Decision, before: Collection[str], after: Collection[str]) -> str:
    """What a judgement changed, in a sentence."""
    return " ".join(_of_one(done, before, after) if done.right is None else _of_two(done, before, after))


def _of_one(done: Decision, before: Collection[str], after: Collection[str]) -> Iterator[str]:
    if done.verdict == "wrong":
        yield "It is marked wrong, and no question finds it any more."
    elif done.verdict == "right":
        yield "It is marked right."
    else:
        yield "It is judged no more."
    if set(before) == set(after):
        yield "Nothing else changes."


def _of_two(done: Decision, before: Collection[str], after: Collection[str]) -> Iterator[str]:
    noun = noun_of([*before, *after])
    if len(before) != len(after):
        yield f"{many(len(before), noun).capitalize()} became {many(len(after), noun)}."
    else:
        yield f"Kept. They are {many(len(after), noun)}, as before."
    if done.verdict == "same" and len(after) > 1:
        yield "They stay apart, since parts of them were judged different."


def noun_of(ids: Collection[str]) -> str:
    """What these are: incidents, stories, or the names of somebody or something."""
    kinds = {each.partition("-")[0] for each in ids}
    return "incident" if kinds == {"incident"} else "story" if kinds == {"story"} else "name"


def many(count: int, noun: str) -> str:
    """ "one incident", "two stories", "12 incidents"."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    word = ("no", "one", "two", "three", "four", "five")[count] if count < 6 else f"{count:,}"
    return f"{word} {noun if count == 1 else plural}"
