"""What was said, as a list for people."""

from rich.console import Console
from rich.style import Style
from rich.text import Text

from dateline.desk.asking.rows import Rows
from dateline.desk.asking.statements.statements import StatementRow
from dateline.faces.desk.answers.wording import DIM, clean, indented, joined, many, page, time
from dateline.faces.digest.wording import shortened
from dateline.faces.safe import printable
from dateline.faces.terminal import TONES

_HEADLINE = 60
_OWN = ("direct", "scare")
_DAY = 13


def draw(rows: Rows[StatementRow], console: Console) -> None:
    """Each statement with its day and speaker, its words, and where they stand."""
    for row in rows:
        when = clean(time(row.earliest, row.latest, row.precision), TONES["moment"] if row.timed_by == "fact" else DIM)
        console.print(Text.assemble(when, " " * max(2, _DAY - when.cell_len), _who(row)))
        indented(console, _words(row))
        if origin := _origin(row):
            indented(console, origin)
        console.print(Text("  ").append(printable(row.article), style=DIM), soft_wrap=True)
        console.print()
    console.print(page(len(rows), rows.total, "statement", "the latest"))


def _who(row: StatementRow) -> Text:
    speaker = clean(row.speaker, TONES["person"]) if row.speaker else Text("somebody unnamed", style=DIM)
    how = clean(row.stance)  # behind a dot: a speaker may be many, and "officials says" is no English
    if row.addressee:
        how = joined(how, Text("to", style=DIM), clean(row.addressee), between=" ")
    status = "" if row.status == "asserted" else row.status
    said_by = f"according to {row.said_by}" if row.said_by else ""
    return joined(speaker, how, *(clean(words, DIM) for words in (row.occasion, row.place, status, said_by)))


def _words(row: StatementRow) -> Text:
    own = row.manner in _OWN
    words = clean(row.words, TONES["quote"] if own else Style.null())
    return Text.assemble("“", words, "”") if own else words


def _origin(row: StatementRow) -> Text:
    headline = shortened(" ".join((row.headline or "").split()), _HEADLINE)
    more = f"and {many(row.articles - 1, 'article')} more" if row.articles > 1 else ""
    return joined(*(clean(words, DIM) for words in (row.outlet, headline, more)))
