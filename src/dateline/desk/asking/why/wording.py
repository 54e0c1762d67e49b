"""An explanation in sentences."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from dateline.desk.asking.judgements.judgements import JudgementRow
from dateline.desk.asking.why.explanation import Telling
from dateline.merging.outcomes import MACHINE, Count, Figure, Incident, Link, Story, Verdict

__all__ = ["apart_told", "counts_told", "held_told", "judgements_told", "place_told", "reports_told", "time_told"]

_HOW = {
    "exact": "has the very same words as",
    "trimmed": "is a shorter copy of",
    "extended": "is a longer copy of",
    "updated": "is a later version of",
    "headline": "is a copy, under another headline, of",
    "near": "has nearly the same words as",
}
_SHOWN = 5
_LONGEST, _BRIEF = 100, 50
NEAR = 0.2
"""Likelihood of one from which another one is worth a sentence."""


def source(telling: Telling | None) -> str:
    """A report and its day: "The Lund Post (2 Apr 2031)"."""
    if telling is None:
        return "a report that is not in the desk"
    when = day(telling.published)
    return f"{called(telling)}{f' ({when})' if when else ''}"


def called(telling: Telling) -> str:
    """What a report is called: its outlet, else its headline, else its id."""
    headline = f"“{shortened(telling.headline, _BRIEF)}”" if telling.headline else None
    return telling.outlet or headline or telling.article


def day(iso: str | None) -> str:
    """A day in writing; what is no whole day as it stands."""
    try:
        at = datetime.fromisoformat(iso[:10] if iso else "")
    except ValueError:
        return iso or ""
    return f"{at.day} {at:%b} {at.year}"


def many(count: int, noun: str) -> str:
    """A number with its noun."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def reports_told(whole: Incident | Story, tellings: Sequence[Telling]) -> Iterator[str]:
    """How many articles, how many of them copies, and which copies which."""
    copies = [telling for telling in tellings if telling.copy_of]
    sources = f"{many(whole.independent, 'source')} that {'copies' if whole.independent == 1 else 'copy'} no other"
    tell = "tells" if len(tellings) == 1 else "tell"
    yield f"{many(len(tellings), 'article')} {tell} of it, from {sources}."
    by_id = {telling.article: telling for telling in tellings}
    for copy in copies[:_SHOWN]:
        replaced = ", which no longer stands" if copy.replaces else ""
        share = f" ({copy.similarity:.0%} of them)" if copy.similarity is not None and copy.similarity < 1 else ""
        of = source(by_id.get(copy.copy_of or ""))
        yield f"{source(copy)} {_HOW.get(copy.how or '', 'copies')} {of}{share}{replaced}."
    if len(copies) > _SHOWN:
        yield _more_copies(len(copies) - _SHOWN)


def _more_copies(rest: int) -> str:
    if rest == 1:
        return "1 more copy counts for no source of its own."
    return f"{rest:,} more copies count for no source of their own."


def time_told(incident: Incident) -> Iterator[str]:
    """How the time was chosen."""
    when, of = incident.when, len(incident.facts)
    if when is None or not (when.earliest or when.latest):
        yield "No report tells when it was."
        return
    first, last = day(when.earliest or when.latest), day(when.latest or when.earliest)
    told = first if first == last else f"{first} to {last}"
    if not when.facts:
        yield f"No telling has a time of its own; {told} is what the days of the reports leave of it."
    elif of == 1:
        yield f"The time is {told}."
    else:
        yield f"The time is {told}: what {_share(len(when.facts), of)} that agree leave of it."


def place_told(incident: Incident, names: Mapping[str, int]) -> Iterator[str]:
    """How the place was chosen; `names` are the places that its tellings name, with how many do."""
    if incident.where is None:
        yield "No report tells where it was."
        return
    others = {name: often for name, often in names.items() if name != incident.where.name}
    if not others:
        yield f"The place is {incident.where.name}; no telling names another."
        return
    listed = ", ".join(f"{name} ({often})" for name, often in Counter(others).most_common(_SHOWN))
    own = names.get(incident.where.name, len(incident.where.facts))
    yield (
        f"The place is {incident.where.name}, the most exact one that agrees with the others: "
        f"{many(own, 'telling')} {'has' if own == 1 else 'have'} it; others have {listed}."
    )


def counts_told(incident: Incident, by: Mapping[str, str]) -> Iterator[str]:
    """How each count was chosen; `by` is what articles are called, by their ids."""
    for effect, count in incident.casualties.items():
        own = [figure for figure in count.by_source if not figure.copy]
        copied = len(count.by_source) - len(own)
        beside = f" ({many(copied, 'copied figure')} left aside)" if copied else ""
        if len(own) < 2:
            who = f" by the only figure: {_given(own[0], by)}" if own else ""
            yield f"{effect.capitalize()}: {_interval(count)}{who}{beside}."
            continue
        if len({(figure.low, figure.high) for figure in own}) == 1:
            yield f"{effect.capitalize()}: {_interval(count)}, by all {many(len(own), 'figure')}{beside}."
        else:
            best = _best(count, own, by)
            yield f"{effect.capitalize()}: {_interval(count)}, over {many(len(own), 'figure')}{beside}{best}."


def _interval(count: Count) -> str:
    low, high = count.low, count.high
    if low is None and high is None:
        return "an unknown number"
    if low is None:
        return f"at most {high:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def _best(count: Count, own: Sequence[Figure], by: Mapping[str, str]) -> str:
    """Which figure was taken for the best one, and the last report that has it."""
    if count.best is None:
        return ""
    same = [figure for figure in own if count.best in (figure.best, figure.low, figure.high)]
    if not same:
        return f"; the best figure is {count.best:,}"
    late = max(same, key=lambda figure: figure.published or "")
    return f"; the best figure is {count.best:,}: {_given(late, by)}"


def _given(figure: Figure, by: Mapping[str, str]) -> str:
    """Who gives a figure: "the police in The Lund Post (2 Apr 2031)"."""
    when = f" ({day(figure.published)})" if figure.published else ""
    report = by.get(figure.article) or figure.outlet or figure.article
    return f"{f'{figure.said_by} in ' if figure.said_by else ''}{report}{when}"


def _share(some: int, every: int) -> str:
    return "all tellings" if some >= every else f"{some} of {many(every, 'telling')}"


def held_told(ties: Sequence[Link], homes: Mapping[str, Telling]) -> Iterator[str]:
    """Why it is one; `homes` are the articles of facts or articles, by their ids. Copies are told of elsewhere."""
    telling = _each_pair_once([tie for tie in ties if not _copies(homes.get(tie.left), homes.get(tie.right))], homes)
    for tie in telling[:_SHOWN]:
        noun = "of one event" if tie.about == "event" else "one story"
        if homes.get(tie.left) == homes.get(tie.right):
            yield f"{source(homes.get(tie.left))} tells of it twice{_because(tie, 'same')}."
        else:
            ends = f"{source(homes.get(tie.left))} and {source(homes.get(tie.right))}"
            yield f"{ends} tell {noun}{_because(tie, 'same')}."
    if len(telling) > _SHOWN:
        rest = len(telling) - _SHOWN
        yield f"{many(rest, 'more tie')} {'holds' if rest == 1 else 'hold'} the others."


def _each_pair_once(ties: Sequence[Link], homes: Mapping[str, Telling]) -> list[Link]:
    """Of the ties between two articles the best one."""
    found: dict[frozenset[str], Link] = {}
    for tie in ties:
        ends = (homes.get(end) for end in (tie.left, tie.right))
        found.setdefault(frozenset(end.article if end else "" for end in ends), tie)
    return list(found.values())


def _copies(one: Telling | None, other: Telling | None) -> bool:
    return bool(one and other and one != other and (one.copy_of == other.article or other.copy_of == one.article))


def apart_told(ties: Sequence[Link], titles: Mapping[str, str]) -> Iterator[str]:
    """What was kept apart and why; `titles` are those of the other incidents or stories, by the tie's right id."""
    near = [tie for tie in ties if tie.score >= NEAR or tie.judgement == "different" or tie.decided_by != MACHINE]
    for tie in near[:_SHOWN]:
        certain = "certainly another one" if tie.judgement == "different" else "taken for another one"
        title = titles.get(tie.right) or tie.right
        yield f"“{shortened(title)}” is {certain}{_because(tie, 'different')}."
    if ties and not near:
        yield f"Nothing else comes near; the nearest is “{shortened(titles.get(ties[0].right) or ties[0].right)}”"


def shortened(words: str, longest: int = _LONGEST) -> str:
    """Words on one line, no longer than a headline."""
    flat = " ".join(words.split()).replace("“", "'").replace("”", "'").replace('"', "'").strip("' ")
    return flat if len(flat) <= longest else flat[:longest].rsplit(" ", 1)[0] + " …"


def _because(tie: Link, told: Verdict) -> str:
    """Why; `told` is what the sentence says of the two, which a person may have judged otherwise."""
    if tie.decided_by != MACHINE:
        why = f": {tie.why}" if tie.why else ""
        if tie.judgement != told:
            return f", but {tie.decided_by} judged them {_VERDICT[tie.judgement]}{why}"
        return f", as {tie.decided_by} judged{why}"
    reasons = f": {'; '.join(tie.reasons)}" if tie.reasons else ""
    return reasons if tie.judgement == "different" else f"{reasons} (likelihood {tie.score:.2f})"


def judgements_told(rows: Sequence[JudgementRow]) -> Iterator[str]:
    """What people decided."""
    for row in rows[:_SHOWN]:
        why = f", since {row.why}" if row.why else ""
        over = "" if row.holds else "; a later judgement took its place"
        what = f"“{shortened(row.left_words or row.left)}”"
        if row.right is None:
            verdict = _VERDICT.get(row.verdict, row.verdict)
            yield f"{row.who} judged {what} {verdict} on {day(row.at)}{why}{over}."
        else:
            also = f"“{shortened(row.right_words or row.right)}”"
            yield f"{row.who} judged on {day(row.at)} that {what} and {also} are {_VERDICT[row.verdict]}{why}{over}."


_VERDICT = {"undo": "open again", "same": "the same", "different": "different", "unsure": "perhaps the same"}
