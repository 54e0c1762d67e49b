"""What happened, as a table in the order of time."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.desk.asking.rows import Rows
from dateline.desk.asking.timelines.timeline_rows import TimelineRow
from dateline.faces.desk.answers.wording import DIM, clean, joined, many, page, time
from dateline.faces.digest.wording import bounds, shortened
from dateline.faces.terminal import TONES

_SENTENCE = 220
_POSTS = {"post taken": "takes post", "post left": "leaves post"}


def draw(rows: Rows[TimelineRow], console: Console) -> None:
    """When, what, and who; below it the sentence that tells it, and where that stands."""
    table = Table(box=None, show_header=False, padding=(0, 2, 1, 0), pad_edge=False)
    table.add_column(max_width=17)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1, overflow="fold")  # what is printed of an id is all of it
    before = ""
    for row in rows:
        when = time(row.earliest, row.latest, row.precision)
        shown = Text("" if when == before else when, style=TONES["moment"] if row.timed_by == "fact" else DIM)
        differ = (Text.assemble(("≠ ", TONES["warning"]), clean(each)) for each in row.disagreements)
        told = Text("\n").join(line for line in (_who(row), _sentence(row), *differ, _origin(row)) if line)
        table.add_row(shown, Text(_POSTS.get(row.what, row.type), style=TONES["event"]), told)
        before = when
    console.print(table)
    console.print()
    console.print(page(len(rows), rows.total, "row", "the latest"))


def _who(row: TimelineRow) -> Text:
    who, whom = (clean(", ".join(names), TONES["person"]) for names in (row.who, row.whom))
    if row.what == "event":
        told = Text.assemble(who, (" → " if who else "→ ", DIM), whom) if whom else who or clean(row.words)
    elif row.what == "charge":
        told = joined(whom, clean(row.words), Text.assemble(("by ", DIM), who) if who else None)
    else:
        told = joined(who, clean(row.words), whom)
    place = clean(", ".join(row.where), TONES["place"])
    harm = [
        Text(f"{bounds(low, high)} {effect}", style=TONES["number"])
        for low, high, effect in (
            (row.killed_low, row.killed_high, "killed"),
            (row.wounded_low, row.wounded_high, "wounded"),
        )
        if low is not None or high is not None
    ]
    status = "" if row.status == "asserted" else row.status
    said_by = f"according to {row.said_by}" if row.said_by else ""
    return joined(told, place, *harm, clean(status, TONES["warning"]), clean(said_by, DIM))


def _sentence(row: TimelineRow) -> Text:
    return clean(shortened(" ".join(row.sentence.split()), _SENTENCE))


def _origin(row: TimelineRow) -> Text:
    more = f"and {many(row.articles - 1, 'article')} more" if row.articles > 1 else ""
    own = f"{row.independent:,} independent" if row.independent > 1 else ""
    return joined(*(clean(words, DIM) for words in (row.outlet, row.article, more, own)))
