"""Why two incidents, or two stories, are not one; or why two facts or articles are in one."""

import sqlite3
from collections.abc import Iterator, Sequence

from dateline.desk.asking.incidents.incidents import incidents_of
from dateline.desk.asking.judgements.judgements import judgements_on
from dateline.desk.asking.stories.stories import stories_of
from dateline.desk.asking.why import wording
from dateline.desk.asking.why.explanation import Explanation, Telling
from dateline.desk.asking.why.meant_id import Meant
from dateline.desk.asking.why.reports import Reports, ids_by_key, keys_by_id, tellings_of
from dateline.desk.asking.why.ties import Level, holding, inner, linked, outer, reasons
from dateline.errors import BadQuestion
from dateline.merging.outcomes import Incident, Link, Story
from dateline.merging.sameness import sameness
from dateline.merging.stories import likeness

__all__ = ["pair_explained"]

_SHOWN = 5
_NOUN: dict[Level, str] = {"event": "incident", "story": "story"}


def pair_explained(connection: sqlite3.Connection, one: Meant, other: Meant) -> Explanation:
    """Why these two are not one, or are. Raises BadQuestion where one is an incident and the other a story."""
    if one.kind != other.kind:
        raise BadQuestion(
            f"{one.part or one.id!r} is {_called(one)} and {other.part or other.id!r} is {_called(other)}; "
            "give two of one kind"
        )
    level: Level = "event" if one.kind == "incident" else "story"
    reports = Reports(connection)
    left, right = _whole(connection, one), _whole(connection, other)
    mine, theirs = _members(connection, left, one.part), _members(connection, right, other.part)
    tellings = _tellings(connection, left, right, reports)
    homes = {each: telling for telling in tellings for each in (telling.article, *telling.facts)}
    if one.key == other.key:
        inside = holding(inner(connection, level, _members(connection, left, None)))
        ties = linked(connection, level, inside[:_SHOWN], reports)
        told = [_joined(level, one, other), *wording.held_told(ties, homes)]
    else:
        ties = _between(connection, level, mine, theirs, reports)
        told = [*_strangers(level, ties, mine, theirs), *_each(ties, homes)]
    decided = judgements_on(
        connection, [one.id, other.id, *(link.left for link in ties), *(link.right for link in ties)]
    )
    return Explanation(
        about="pair",
        id=f"{one.part or one.id} {other.part or other.id}",
        title=" and ".join(f"“{wording.shortened(title)}”" for title in _titles(left, right, one, other, homes)),
        sentences=(*told, *wording.judgements_told(decided)),
        tellings=tellings,
        ties=ties if one.key == other.key else (),
        apart=() if one.key == other.key else ties,
        judgements=tuple(decided),
    )


def _titles(
    left: Incident | Story, right: Incident | Story, one: Meant, other: Meant, homes: dict[str, Telling]
) -> Iterator[str]:
    """What the two are called: an article by its headline, an event by its sentence, else the whole by its title."""
    for whole, meant in ((left, one), (right, other)):
        telling = homes.get(meant.part or "")
        own = (telling.headline if meant.kind == "story" else telling.words) if telling else None
        yield own or whole.title


def _called(meant: Meant) -> str:
    return "an incident" if meant.kind == "incident" else "a story"


def _whole(connection: sqlite3.Connection, meant: Meant) -> Incident | Story:
    found: Sequence[Incident | Story] = (
        incidents_of(connection, [meant.key]) if meant.kind == "incident" else stories_of(connection, [meant.key])
    )
    return found[0]


def _members(connection: sqlite3.Connection, whole: Incident | Story, part: str | None) -> list[int]:
    """The keys of its facts or articles; of the one that was named, where it was."""
    if isinstance(whole, Incident):
        return list(keys_by_id(connection, "facts", [part] if part else whole.facts).values())
    return list(keys_by_id(connection, "articles", [part] if part else whole.articles).values())


def _tellings(
    connection: sqlite3.Connection, left: Incident | Story, right: Incident | Story, reports: Reports
) -> tuple[Telling, ...]:
    articles = tuple(dict.fromkeys((*left.articles, *right.articles)))
    facts = [fact for each in (left, right) if isinstance(each, Incident) for fact in each.facts]
    return tellings_of(connection, articles, facts, reports)


def _joined(level: Level, one: Meant, other: Meant) -> str:
    if one.part and other.part:
        return f"{one.part!r} and {other.part!r} are in one {_NOUN[level]}, {one.id!r}."
    return f"Both are one {_NOUN[level]}, {one.id!r}."


def _between(
    connection: sqlite3.Connection, level: Level, mine: Sequence[int], theirs: Sequence[int], reports: Reports
) -> tuple[Link, ...]:
    """The ties between the two; where nobody kept any, what the first of each would be to each other."""
    targets = set(theirs)
    found = [tie for tie in outer(connection, level, mine) if tie.right in targets]
    if found:
        certain = [tie for tie in found if tie.verdict == "different"]
        return linked(connection, level, list(dict.fromkeys([*found[: _SHOWN - 1], *certain[:1]])), reports)
    if not mine or not theirs:
        return ()
    why = reasons(level, mine[0], theirs[0], reports)
    table = "facts" if level == "event" else "articles"
    ids = ids_by_key(connection, table, [mine[0], theirs[0]])
    return (Link(left=ids[mine[0]], right=ids[theirs[0]], score=0.0, reasons=why, judgement="unsure", about=level),)


def _strangers(level: Level, ties: Sequence[Link], mine: Sequence[int], theirs: Sequence[int]) -> Iterator[str]:
    """Why the two are not one, in a sentence."""
    noun = f"{'incidents' if level == 'event' else 'stories'}"
    line = sameness.LINE if level == "event" else likeness.LINE
    decided = next((tie for tie in ties if tie.decided_by != "machine"), None)
    if decided is not None:
        yield f"They are two {noun}, of which {decided.decided_by} judged parts: {decided.judgement}."
    elif any(tie.judgement == "different" for tie in ties):
        yield f"They are two {noun}: a report of the one and a report of the other certainly tell of different things."
    elif ties and ties[0].score >= line:
        pairs = len(mine) * len(theirs)
        yield (
            f"They are two {noun}: some of their reports are alike (from {line:.2f} on they may be one), but on the "
            f"whole of their {pairs:,} pairs they are not alike enough, or one of them certainly tells of something "
            "else than a third one that had joined before."
        )
    elif ties and ties[0].score > 0:
        yield f"They are two {noun}: the likelihood of one is below {line:.2f} for each pair of their reports."
    else:
        yield f"They are two {noun}: their reports had too little in common to be compared, or were very unlike."


def _each(ties: Sequence[Link], homes: dict[str, Telling]) -> Iterator[str]:
    for tie in ties:
        why = f": {'; '.join(tie.reasons)}" if tie.reasons else ""
        judged = "certain strangers" if tie.judgement == "different" else f"likelihood {tie.score:.2f}"
        if tie.decided_by != "machine":
            judged = f"judged {tie.judgement} by {tie.decided_by}"
        told = "not compared" if not tie.score and tie.decided_by == "machine" and not tie.reasons else judged
        yield f"{wording.source(homes.get(tie.left))} and {wording.source(homes.get(tie.right))}: {told}{why}."
