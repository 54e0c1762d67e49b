"""`dateline judge`: what a person decides, which goes before what the machine thinks."""

from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.faces.desk.meant import DeskOption, meant_desk
from dateline.faces.exits import READ, plainly
from dateline.faces.safe import printable

if TYPE_CHECKING:
    from dateline.desk.judging.judge import Decision


class Verdict(StrEnum):
    """What may be decided."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    WRONG = "wrong"
    RIGHT = "right"
    UNDO = "undo"


def judge(
    verdict: Annotated[
        Verdict, typer.Argument(help="Of two: same, different, unsure. Of one fact: wrong, right. undo takes it back.")
    ],
    ids: Annotated[
        list[str], typer.Argument(metavar="ID", help="Two incidents, stories, articles or facts; or one fact.")
    ],
    desk: DeskOption = None,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="The reason, which is kept beside it.")] = None,
    who: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who decides; without it, the user of this system.")
    ] = None,
) -> None:
    """Writes down what a person decided: whether two reports tell of one event, or whether a fact is wrong.

    It is obeyed at once and always, also when all is merged anew, and kept with who and when. Two incidents that are
    the same become one; a fact that is wrong leaves searches and incidents and is shown struck through; of two of which
    nobody is sure the machine has no say. Of several judgements on the same the last one counts. Ends with 0, 1 when
    the desk has no such id or cannot be written, 2 on wrong usage.

    Example: dateline judge same incident-1f0c2b7d93a64e58 incident-9d20b35ac41f7e66 --why "both name the mill"

    Example: dateline judge wrong casualties-0f3b1d2c44e7a596 --why "a typing error, corrected the next day" --who nora

    Example: dateline judge undo casualties-0f3b1d2c44e7a596
    """
    with plainly():
        import dateline

        if len(ids) > 2:
            raise typer.BadParameter(f"{len(ids)} ids were given; give one or two", param_hint="ID")
        with dateline.open(meant_desk(desk)) as opened:
            before = opened.homes(*ids)
            left, right = ids[0], ids[1] if len(ids) > 1 else None
            done = opened.judge(verdict.value, left, right, why=why, who=who)
            given = [done.left, *([done.right] if done.right else [])]
            after = set(done.now) if done.right else opened.homes(*given)
        for sentence in changed(done, before, after):
            typer.echo(printable(sentence))
        raise typer.Exit(READ)


def changed(done: "Decision", before: Collection[str], after: Collection[str]) -> Iterator[str]:
    """What a decision changed, in sentences; `before` and `after` are the incidents or stories that it is about."""
    if done.right is None:
        yield from _of_one(done, before, after)
        return
    noun = _noun([*before, *after])
    if len(before) > len(after):
        became = f"one: {_listed(after)}" if len(after) == 1 else f"{len(after)}: {_listed(after)}"
        yield f"{_many(len(before), noun)} became {became}"
    elif len(before) < len(after):
        yield f"{_many(len(before), noun)} became {len(after)}: {_listed(after)}"
    else:
        yield f"kept; nothing changes now: {_as_before(done.verdict, len(after), noun)}, {_listed(after)}"
    if done.verdict == "same" and len(after) > 1:
        yield "they stay apart, since parts of them were judged different; `dateline judgements` lists what was decided"


def _of_one(done: "Decision", before: Collection[str], after: Collection[str]) -> Iterator[str]:
    if done.verdict == "wrong":
        left = (
            f"it left {_many(len(before), _noun(before))}: {_listed(before)}"
            if before
            else "no incident had it any more"
        )
        yield f"{done.left} is marked wrong and is found no more; {left}"
    elif set(after) - set(before):
        new = set(after) - set(before)
        yield f"{done.left} counts again; it is in {_many(len(new), _noun(new))}: {_listed(new)}"
    else:
        told = {"right": "is marked right", "undo": "is judged no more"}[done.verdict]
        yield f"{done.left} {told}; nothing else changes"


def _as_before(verdict: str, many: int, noun: str) -> str:
    if verdict == "same" and many == 1:
        return f"they were one {noun} before"
    if verdict == "different" and many > 1:
        return f"they were {_many(many, noun)} before"
    return f"they are {_many(many, noun)} as before"


def _noun(ids: Collection[str]) -> str:
    kinds = {each.partition("-")[0] for each in ids}
    return "incident" if kinds <= {"incident"} else "story" if kinds <= {"story"} else "group"


def _many(count: int, noun: str) -> str:
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count} {noun if count == 1 else plural}"


def _listed(ids: Collection[str]) -> str:
    shown = sorted(ids)[:5]
    return ", ".join(shown) + (f" and {len(ids) - 5} more" if len(ids) > 5 else "")
