"""People and bodies of a desk, as a table."""

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.desk.asking.people.people import PersonRow
from dateline.desk.asking.rows import Rows
from dateline.faces.desk.answers.wording import DIM, clean, joined, page, time
from dateline.faces.terminal import TONES

_MOST_POSTS = 4
_WIDE = 60
"""Columns of a terminal from which days have room beside names."""


def draw(rows: Rows[PersonRow], console: Console, *, more: bool) -> None:
    """Name, posts and spellings in one column, numbers beside them, days too where there is room.

    `more`: these are not all.
    """
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=DIM)
    wide = console.width >= _WIDE
    table.add_column("", ratio=1, overflow="fold")
    for title in ("articles", "said", "events"):
        table.add_column(title, justify="right", no_wrap=True)
    if wide:
        table.add_column("days", no_wrap=True)
    for row in rows:
        cells = [_number(count) for count in (row.articles, row.statements, row.events)]
        cells += [Text(time(row.first, row.last, "day"), style=TONES["moment"])] if wide else []
        table.add_row(_who(row), *cells)
    console.print(table)
    console.print()
    console.print(page(len(rows), None if more else len(rows), "name"))


def _number(count: int) -> Text:
    return Text(f"{count:,}" if count else "-", style="" if count else DIM)


def _who(row: PersonRow) -> Group:
    codes = clean(", ".join([*row.countries[:2], *row.sectors[:2]]), DIM)
    lines = [joined(clean(row.name, TONES[row.kind]), codes, between="  ")]
    lines += [clean(post) for post in row.posts[:_MOST_POSTS]]
    if len(row.posts) > _MOST_POSTS:
        lines.append(Text(f"{len(row.posts) - _MOST_POSTS} posts more", style=DIM))
    if row.spellings:
        lines.append(joined(Text("also", style=DIM), clean(", ".join(row.spellings[:_MOST_POSTS])), between=" "))
    if row.may_be_several:
        lines.append(Text("may be several people", style=TONES["warning"]))
    name, *below = lines
    return Group(name, *(Padding(line, (0, 0, 0, 2), expand=False) for line in below))
