"""Days, numbers and styles as all lists of a desk show them."""

import re

from rich.console import Console
from rich.style import Style
from rich.text import Text

from dateline.faces.digest.dates import written
from dateline.faces.safe import printable
from dateline.faces.terminal import TONES
from dateline.values import Moment, Precision

DIM = TONES["dim"]
STRONG = TONES["strong"]
FOUND = Style(bold=True, underline=True)
_MONTH_TWICE = re.compile(r"(\d+)( [A-Z][a-z]{2}) to (\d+)\2")


def time(first: str | None, last: str | None, precision: Precision | None = None) -> str:
    """From one ISO moment to another, as exactly as they are known: "14 to 16 Sep 2015", "Mar 2024", "2012"."""
    moment = Moment(type="DATE", earliest=first or last, latest=last or first, precision=precision)
    return _MONTH_TWICE.sub(r"\1 to \3\2", written(moment, "")) if first or last else ""


def days(first: str | None, last: str | None = None) -> str:
    """From the day of one ISO moment to that of another; one day where there is only one."""
    return time((first or "")[:10] or None, (last or first or "")[:10] or None, "day")


def many(count: int, noun: str) -> str:
    """A number with its noun: "1 article", "1,204 articles"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def clean(words: str | None, style: Style | str = "") -> Text:
    """Words of strangers on one line, safe for a terminal."""
    return Text(printable(" ".join((words or "").split())), style=style)


def joined(*parts: Text | str | None, between: str = " · ") -> Text:
    """The parts that are there, with a dim sign between. No part lends its style to another."""
    told = Text()
    for part in parts:
        if part:
            told.append(between if told else "", style=DIM).append_text(Text(part) if isinstance(part, str) else part)
    return told


def whole(console: Console, words: str, indent: int = 2) -> None:
    """Prints an id on a line of its own, not wrapped, so that it can be copied in one piece."""
    console.print(Text(" " * indent).append(printable(words), style=DIM), soft_wrap=True)


def indented(console: Console, text: Text, indent: int = 2) -> None:
    """Prints a text wrapped to the terminal, with no blanks behind its lines."""
    for line in text.wrap(console, max(10, console.width - indent)):
        line.rstrip()
        console.print(Text(" " * indent).append_text(line), soft_wrap=True)


def labelled(console: Console, label: Text, text: Text, indent: int = 2) -> None:
    """Prints a text wrapped beside its label, with no blanks behind its lines."""
    first = Text(" " * indent).append_text(label).append(" ")
    beside = Text(" " * first.cell_len)
    for line in text.wrap(console, max(10, console.width - first.cell_len)):
        line.rstrip()
        console.print(first.append_text(line), soft_wrap=True)
        first = beside.copy()


def page(shown: int, total: int | None, noun: str, which: str = "") -> Text:
    """The line below a list: how many there are, and how to see more. Where nobody counted them all, total is None.

    `which` says which ones are shown: "the latest".
    """
    if total is not None and total <= shown:
        return Text(many(shown, noun), style=DIM)
    more = max(100, shown * 5)
    if total is None:
        return Text(f"{which or 'the first'} {many(shown, noun)}; --limit {more} shows more", style=DIM)
    counted = f"{which} {shown:,} of {total:,}".strip()
    return Text(f"{counted}; --limit {min(total, more)} shows more", style=DIM)
