"""Incidents as a list for people."""

from collections.abc import Iterator, Sequence
from typing import get_args

from rich.console import Console
from rich.text import Text

from dateline.annotation.gazetteer import gazetteer
from dateline.desk.asking.rows import Rows
from dateline.faces.desk.answers.type_words import in_words
from dateline.faces.desk.answers.wording import DIM, STRONG, clean, days, indented, joined, many, page, time, whole
from dateline.faces.digest.wording import bounds, shortened
from dateline.faces.terminal import TONES
from dateline.merging.outcomes import Count, Disagreement, Incident, Party
from dateline.values import Precision

TITLE = 160
"""Characters of a title; it may be a sentence of a report."""
MARKS = {"disagreement": "≠", "update": "↑", "denial": "✗"}
"""What stands before a sentence on what reports do not agree on."""
_MOST_SIDES = 4


def draw(rows: Rows[Incident], console: Console) -> None:
    """Each incident with what, when and where it was, how many it harmed, and who tells of it."""
    for incident in rows:
        indented(console, clean(shortened(" ".join(incident.title.split()), TITLE) or "without a title", STRONG), 0)
        for part in (scene(incident), parties(incident), joined(*harm(incident), between="  "), told(incident)):
            if part:
                indented(console, part)
        for line in disagreements(incident.disagreements):
            indented(console, line)
        whole(console, incident.incident)
        console.print()
    console.print(page(len(rows), rows.total, "incident"))


def scene(incident: Incident) -> Text:
    """When, where and what."""
    status = "" if incident.status == "asserted" else incident.status
    return joined(
        clean(when(incident), TONES["moment"]),
        where(incident),
        clean(in_words(incident.type, incident.modes), TONES["event"]),
        clean(status, TONES["warning"]),
    )


def when(incident: Incident) -> str:
    """Its time, as exactly as it is known; empty where nobody tells it."""
    moment = incident.when
    if moment is None:
        return ""
    precision: Precision | None = next((each for each in get_args(Precision) if each == moment.precision), None)
    return time(moment.earliest, moment.latest, precision)


def where(incident: Incident) -> Text:
    """Its place with the country."""
    place = incident.where
    if place is None:
        return Text()
    known = gazetteer().country(place.country) if place.country else None
    country = known.name if known and known.name != place.name else ""
    return joined(clean(place.name, TONES["place"]), clean(country), between=", ")


def parties(incident: Incident) -> Text:
    """Who did it to whom."""
    blamed = any(each.about == "actor" for each in incident.disagreements)  # who did it is told below, by both sides
    who, whom = _names(() if blamed else incident.actors), _names(incident.recipients)
    if not whom:
        return who
    return Text.assemble(who, (" → " if who else "→ ", DIM), whom)


def _names(parties: Sequence[Party]) -> Text:
    names = list(dict.fromkeys(party.name for party in parties))
    more = f" +{len(names) - _MOST_SIDES}" if len(names) > _MOST_SIDES else ""
    return Text.assemble(clean(", ".join(names[:_MOST_SIDES]), TONES["person"]), (more, DIM))


def harm(incident: Incident) -> Iterator[Text]:
    """How many befell what, killed and wounded first."""
    order = ("killed", "wounded", "missing")
    for effect in sorted(incident.casualties, key=lambda each: (order.index(each) if each in order else 9, each)):
        if words := counted(incident.casualties[effect]):
            yield Text(f"{words} {effect}", style=TONES["number"])


def counted(count: Count) -> str:
    """A count with its best figure: "7 to 9 (best 9)"; empty where nothing is known."""
    if count.low is None and count.high is None:
        return "" if count.best is None else f"{count.best:,}"
    open_or_wide = count.low != count.high
    best = f" (best {count.best:,})" if open_or_wide and count.best not in (None, count.low) else ""
    return f"{bounds(count.low, count.high)}{best}"


def told(incident: Incident) -> Text:
    """How many tell of it, how many of them on their own, and since when."""
    reports = len(incident.articles)
    published = days(incident.first, incident.last)
    own = ""
    if reports > 1:
        own = f"{incident.independent:,} independent" if incident.independent > 1 else "from one source"
    return joined(clean(many(reports, "report")), clean(own, DIM), clean(published and f"published {published}", DIM))


def disagreements(found: Sequence[Disagreement]) -> Iterator[Text]:
    """A line for each point on which the reports do not agree, with a mark for how."""
    for each in found:
        tone = TONES["dim"] if each.how == "update" or each.minor else TONES["warning"]
        yield Text.assemble((f"{MARKS[each.how]} ", tone), clean(each.message, DIM if each.how == "update" else ""))
