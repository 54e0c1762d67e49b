"""An incident in full for people: its toll over time, who gives which figure, where reports differ, who tells it."""

import re
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.text import Text

from dateline.desk.asking.judgements.judgements import JudgementRow
from dateline.desk.asking.why.explanation import Explanation, Struck, Telling
from dateline.desk.asking.why.wording import called
from dateline.faces.desk.answers.incident_list import MARKS, counted, parties, scene, told
from dateline.faces.desk.answers.story_list import told as story_told
from dateline.faces.desk.answers.wording import DIM, STRONG, clean, days, indented, joined, labelled, many, whole
from dateline.faces.digest.wording import bounds, shortened
from dateline.faces.terminal import TONES
from dateline.merging.disagreements.sides import DENIED
from dateline.merging.outcomes import Count, Disagreement, Figure, Side

WORDS = 200
"""Characters of words that are quoted."""
STRUCK = "strike dim"
_MARKS = re.compile('["“”„«»]')
_HOW = {
    "exact": "the same words",
    "trimmed": "shortened",
    "extended": "with more",
    "updated": "a later version",
    "headline": "under another headline",
    "near": "nearly the same words",
}


def draw(explained: Explanation, console: Console) -> None:
    """The incident, or the story, with all that its reports tell of it."""
    incident, story = explained.incident, explained.story
    indented(console, clean(explained.title or "without a title", STRONG), 0)
    for line in (scene(incident), parties(incident), told(incident)) if incident else ():
        if line:
            indented(console, line)
    if story:
        indented(console, story_told(story))
    whole(console, explained.id)
    by = {telling.article: called(telling) for telling in explained.tellings}
    if incident and incident.casualties:
        heading(console, "How many")
        for effect, count in incident.casualties.items():
            _count(console, effect, count, by)
    if incident and incident.disagreements:
        heading(console, "Where they differ")
        for each in incident.disagreements:
            _disagreement(console, each, by)
    heading(console, "Who tells it")
    _reports(console, explained.tellings)
    marked_wrong(console, explained)
    if explained.judgements:
        heading(console, "What people decided")
        for row in explained.judgements:
            indented(console, judged(row))


def marked_wrong(console: Console, explained: Explanation) -> None:
    """Facts that people struck out."""
    if explained.wrong:
        heading(console, "Marked wrong")
        for struck in explained.wrong:
            _wrong(console, struck)


def heading(console: Console, title: str) -> None:
    """The title of a section."""
    console.print()
    console.print(Text(title.upper(), style=STRONG))


def _count(console: Console, effect: str, count: Count, by: Mapping[str, str]) -> None:
    indented(console, Text(f"{counted(count) or 'an unknown number'} {effect}", style=TONES["number"]))
    if toll := _toll(count):
        indented(console, toll, 4)
    numbers = [_number(figure) for figure in count.by_source]
    width = max((len(number) for number in numbers), default=0)
    for number, figure in zip(numbers, count.by_source, strict=True):
        label = Text(" " * (width - len(number))).append(number, style=DIM if figure.copy else TONES["number"])
        labelled(console, label, _figure(figure, number, by), 4)


def _toll(count: Count) -> Text:
    """How the count stood from one moment to the next: "2 Apr 2031: 7 → 3 Apr 2031: 9"; with the hour where a
    day has several.
    """
    steps: list[Text] = []
    before = ""
    dates = [days(each.published) for each in count.over_time]
    for each, day in zip(count.over_time, dates, strict=True):
        words = counted(Count(low=each.low, high=each.high, best=each.best))
        if words and words != before:
            hour = f", {each.published[11:16]}" if dates.count(day) > 1 and "T" in each.published else ""
            steps.append(Text.assemble(clean(day + hour, TONES["moment"]), ": ", (words, TONES["number"])))
        before = words or before
    return joined(*steps, between=" → ") if len(steps) > 1 else Text()


def _number(figure: Figure) -> str:
    if figure.low is None and figure.high is None:
        return "?" if figure.best is None else f"{figure.best:,}"
    return bounds(figure.low, figure.high)


def _figure(figure: Figure, number: str, by: Mapping[str, str]) -> Text:
    told = figure.words.strip()
    news = told not in ("", number) and told.casefold() not in (figure.group or "").casefold()
    return joined(
        clean(figure.group),
        _says(figure.said_by),
        clean(by.get(figure.article) or figure.outlet or figure.article, DIM),
        clean(days(figure.published), DIM),
        clean("copied", DIM) if figure.copy else None,
        _quoted(figure.words) if news else None,
    )


def _says(who: str | None, verb: str = "says") -> Text | None:
    """Who says it: "says the police", whichever way the report's sentence began."""
    if not who:
        return None
    spoken = f"the {who[4:]}" if who.startswith("The ") else who
    return Text.assemble((f"{verb} ", DIM), clean(spoken, TONES["person"]))


def _quoted(words: str) -> Text:
    """Words in quotation marks of ours; their own become single ones."""
    own = _MARKS.sub("'", shortened(" ".join(words.split()), WORDS).strip('"“”„ '))
    return Text.assemble("“", clean(own, TONES["quote"]), "”")


def _disagreement(console: Console, each: Disagreement, by: Mapping[str, str]) -> None:
    tone = TONES["dim"] if each.how == "update" or each.minor else TONES["warning"]
    labelled(console, Text(MARKS[each.how], style=tone), clean(each.message), 2)
    for side in each.sides:
        _side(console, side, by)


def _side(console: Console, side: Side, by: Mapping[str, str]) -> None:
    others = len(set(side.articles) - {side.article})
    head = joined(
        clean(side.value, STRONG),
        _says(side.said_by, "by" if side.value == DENIED else "says"),
        clean(by.get(side.article, side.article), DIM),
        clean(days(side.published), DIM),
        clean(f"and {many(others, 'report')} more" if others else "", DIM),
    )
    indented(console, head, 5)
    if side.words and side.words != side.value:
        indented(console, _quoted(side.words), 7)


def _reports(console: Console, tellings: Sequence[Telling]) -> None:
    """Each article, its copies indented below it."""
    there = {telling.article for telling in tellings}
    copies: dict[str, list[Telling]] = {}
    for telling in tellings:
        if telling.copy_of in there and telling.copy_of != telling.article:
            copies.setdefault(telling.copy_of or "", []).append(telling)
    below = {telling.article for each in copies.values() for telling in each}
    for telling in tellings:
        if telling.article not in below:
            _report(console, telling, copies, ())


def _report(
    console: Console, telling: Telling, copies: Mapping[str, Sequence[Telling]], above: tuple[str, ...]
) -> None:
    indent = 2 + 4 * len(above)
    title = clean(shortened(" ".join((telling.headline or "").split()), WORDS))
    line = joined(
        clean(days(telling.published), TONES["moment"]),
        clean(telling.outlet, DIM),
        title,
        clean(_copied(telling), DIM),
        clean("takes the other's place" if telling.replaces else "", TONES["warning"]),
    )
    indented(console, line, indent)
    if telling.words and not above and telling.words != title.plain:
        indented(console, _quoted(telling.words), indent + 2)
    whole(console, telling.article, indent + 2)
    for copy in copies.get(telling.article, ()):
        if copy.article not in above:
            _report(console, copy, copies, (*above, telling.article))


def _copied(telling: Telling) -> str:
    if telling.copy_of is None:
        return ""
    share = f", {telling.similarity:.0%}" if telling.similarity is not None and telling.similarity < 1 else ""
    return f"copy, {_HOW.get(telling.how or '', 'much the same')}{share}"


def _wrong(console: Console, struck: Struck) -> None:
    indented(
        console,
        joined(
            Text.assemble((f"{struck.kind} ", DIM), clean(struck.words or struck.fact, STRUCK)),
            clean(f"{struck.who}, {days(struck.at)}", DIM),
            clean(struck.why, DIM),
        ),
    )
    whole(console, struck.fact, 4)


def judged(row: JudgementRow) -> Text:
    """A judgement on one line: when, who, what; struck through where it holds no more."""
    style = "" if row.holds else STRUCK
    what = [clean(row.left_words or row.left, style)]
    if row.right:
        what.append(clean(row.right_words or row.right, style))
    return joined(
        clean(days(row.at), TONES["moment"]),
        clean(row.who, TONES["person"]),
        Text.assemble((f"{row.verdict}: ", TONES["event"]), joined(*what, between=" | ")),
        clean(row.why, DIM),
    )
