"""What `dateline lexicon test` shows: the rows that were considered in a sentence, and what came of them."""

import json
from collections.abc import Iterable, Sequence
from itertools import groupby

import msgspec
import typer
from rich.console import Console
from rich.text import Text

from dateline.faces.rowlist import console
from dateline.faces.safe import printable
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.explained import Considered
from dateline.values import Event, Span

_STYLES = {"fired": "bold green", "lacking": "yellow", "turned": "yellow", "misfit": "dim", "outrun": "dim"}
_QUIET = ("misfit", "outrun")
_SIGNS = {"fired": "✓", "lacking": "✗", "turned": "✗", "misfit": "·", "outrun": "·"}


def draw(record: Record, found: Sequence[Considered], *, every: bool) -> None:
    """The sentence, and for each word the rows that were considered, with the event that came of it.

    Rows whose words do not stand in the sentence, and those behind the row that fired, are shown where `every` row is
    asked for; else they are counted where no other row says why the word tells of nothing.
    """
    out = console()
    out.print(Text(printable(record.text.strip()), style="bold"))
    if not found:
        out.print("  no row of the lexicon has a word of it", style="dim")
    for word, rows in groupby(found, key=lambda each: each.word):
        out.print(f"  {printable(record.words(word))}")
        considered = list(rows)
        shown = [each for each in considered if every or each.verdict not in _QUIET]
        for each in shown:
            _row(out, record, each)
        if not shown:
            out.print(f"    · none of {_rows(len(considered))} with this word fits; --all says why", style="dim")
    out.print()


def _rows(count: int) -> str:
    return "the one row" if count == 1 else f"the {count} rows"


def _row(out: Console, record: Record, each: Considered) -> None:
    name = f"{each.row.type} / {each.row.name}" if each.row else _type(each.event)
    told = Text(f"{_SIGNS[each.verdict]} {name}", style=_STYLES[each.verdict])
    told.append(f"  “{each.wording}”", style="not bold default" if each.verdict == "fired" else "")
    why = Text(each.why, style="" if each.verdict == "fired" else "dim")
    if told.cell_len + why.cell_len + 6 <= out.width:
        _indented(out, Text("  ").join((told, why)), 4)
    else:
        _indented(out, told, 4)
        _indented(out, why, 8)
    for line in _event_lines(record, each.event):
        _indented(out, Text(printable(line)), 8)


def _indented(out: Console, text: Text, indent: int) -> None:
    """Wrapped to the terminal, with no blanks behind it."""
    for line in text.wrap(out, out.width - indent):
        line.rstrip()
        out.print(Text(" " * indent).append(line))


def _type(event: Fact | None) -> str:
    return event.value.type if event is not None and isinstance(event.value, Event) else "harm"


def _event_lines(record: Record, event: Fact | None) -> Iterable[str]:
    if event is None or not isinstance(event.value, Event):
        return
    value = event.value
    modes = f" ({', '.join(value.modes)})" if value.modes else ""
    code = f", CAMEO {value.cameo}" if value.cameo else ""
    yield f"{value.type}{modes}, {event.status}, confidence {event.confidence:.2f}{code}"
    sides = (("who", value.actors), ("whom", value.recipients), ("where", value.where), ("when", (value.when,)))
    for label, ids in sides:
        if names := [_name(record, fact) for each in ids if (fact := record.get(each))]:
            yield f"{label}: {', '.join(names)}"
    if value.instruments:
        yield f"with: {', '.join(record.words(span) for span in value.instruments)}"
    if value.contexts:
        yield f"about: {', '.join(value.contexts)}"


def _name(record: Record, fact: Fact) -> str:
    return str(getattr(fact.value, "name", None) or record.words(fact.spans[0] if fact.spans else Span(0, 0)))


def as_json(record: Record, found: Sequence[Considered]) -> None:
    """One JSON object for each row that was considered."""
    for each in found:
        told = msgspec.to_builtins(each)
        told["row"] = {"type": each.row.type, "name": each.row.name} if each.row else None
        told["text"] = record.words(each.word)
        told["event"] = each.event.id if each.event else None
        typer.echo(json.dumps(told, ensure_ascii=False))
