"""What people decided, as a list for people."""

from rich.console import Console
from rich.text import Text

from dateline.desk.asking.judgements.judgements import JudgementRow
from dateline.desk.asking.rows import Rows
from dateline.faces.desk.answers.whole_incident import judged
from dateline.faces.desk.answers.wording import DIM, indented, page
from dateline.faces.safe import printable


def draw(rows: Rows[JudgementRow], console: Console) -> None:
    """When, who, what and why; the ids below, to undo it by."""
    for row in rows:
        console.print(judged(row))
        ids = " ".join(filter(None, (row.left, row.right)))
        note = "" if row.holds else "  (holds no more)"
        indented(console, Text(printable(ids + note), style=DIM))
    console.print()
    console.print(page(len(rows), rows.total, "judgement", "the last"))
