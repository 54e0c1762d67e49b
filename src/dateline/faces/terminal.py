"""A record for people at a terminal: the story with its facts lit, then what it says, section by section."""

from collections.abc import Collection, Iterable, Iterator
from typing import TextIO

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.style import Style
from rich.table import Table
from rich.text import Text

from dateline.faces.digest import Line, Parts, Section, Tone, digest
from dateline.faces.lit import flows, lights
from dateline.faces.safe import printable
from dateline.model import BlockRole
from dateline.record import Record

WIDEST = 96
"""Lines longer than this many columns are hard to read."""

# These colours have nearly the same contrast against black and against white; without colour, weight and
# underlining still tell most of them apart.
TONES: dict[Tone, Style] = {
    "plain": Style.null(),
    "strong": Style(bold=True),
    "dim": Style(dim=True),
    "person": Style(color="color(133)", bold=True),
    "organisation": Style(color="color(32)", bold=True),
    "place": Style(color="color(28)", underline=True),
    "moment": Style(color="color(130)"),
    "number": Style(color="color(30)", bold=True),
    "quote": Style(italic=True),
    "event": Style(color="color(167)"),
    "finding": Style(color="color(160)", bold=True),
    "warning": Style(color="color(130)", bold=True),
}
STRUCK = Style(strike=True, dim=True)
"""What somebody judged wrong."""
_ABOVE: tuple[Tone, ...] = ("quote", "event", "number", "moment", "place", "organisation", "person")
"""In the story, a later tone is laid over an earlier one."""

_KEY: tuple[tuple[Tone, str], ...] = (
    ("person", "people"),
    ("organisation", "organisations"),
    ("place", "places"),
    ("moment", "times"),
    ("number", "numbers"),
    ("event", "events"),
    ("quote", "quoted words"),
)
_BLOCKS: dict[BlockRole, Style] = {
    "section": Style(dim=True),
    "headline": Style(bold=True),
    "deck": Style(italic=True),
    "byline": Style(dim=True),
    "caption": Style(dim=True, italic=True),
    "credit": Style(dim=True),
    "note": Style(dim=True, italic=True),
    "furniture": Style(dim=True),
}


def terminal(records: Iterable[Record], out: TextIO, wrong: Collection[str] = frozenset()) -> None:
    """The story with its facts lit, and the facts in sections; for reading. Facts judged `wrong` are struck through."""
    console = Console(file=out, highlight=False, markup=False, emoji=False, soft_wrap=False)
    console.width = min(console.width, WIDEST)
    for index, record in enumerate(records):
        if index:
            console.print()
        console.print(Rule(printable(record.article.source.location), style=TONES["dim"], align="left"))
        console.print(Shown(record, wrong))
        out.flush()


class Shown:
    """A record as Rich prints it."""

    def __init__(self, record: Record, wrong: Collection[str] = frozenset()) -> None:
        self.record, self.wrong = record, wrong

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        sections = digest(self.record, self.wrong)
        gist = [section for section in sections if section.name == "gist"]
        yield from map(_section, gist)
        yield from _story(self.record, self.wrong)
        yield from map(_section, (section for section in sections if section.name != "gist"))


def _story(record: Record, wrong: Collection[str]) -> Iterator[RenderableType]:
    yield ""
    text = story_text(record, wrong)
    for flow in flows(record):
        yield text[flow.start : flow.end]
        if flow.role not in ("furniture", "section"):
            yield ""
    yield Text().join(_key())


def _key() -> Iterator[Text]:
    for index, (tone, word) in enumerate(_KEY):
        yield Text(" · " if index else "", style=TONES["dim"])
        yield Text(word, style=TONES[tone])


def story_text(record: Record, wrong: Collection[str] = frozenset()) -> Text:
    """The whole text, verbatim but for control characters and line ends, its facts lit, its furniture dimmed."""
    text = Text(printable(record.text).replace("\n", " "))
    for light in sorted(
        lights(record, wrong), key=lambda light: _ABOVE.index(light.tone) if light.tone in _ABOVE else -1
    ):
        if light.tone in _ABOVE:
            text.stylize(TONES[light.tone], *light.span)
    for block in record.article.blocks:
        if style := _BLOCKS.get(block.role):
            text.stylize(style, block.start, block.end)
    return text


def _section(section: Section) -> RenderableType:
    alarming = section.name == "findings"
    heading = Text(section.title.upper(), style=TONES["finding" if alarming else "strong"])
    width = max((len(line.label) for line in section.lines), default=0)
    rows = Table.grid(padding=(0, 2, 0, 0))
    if width:
        rows.add_column(width=width, no_wrap=True)
    rows.add_column(ratio=1)
    for line in section.lines:
        tone = STRUCK if line.struck else TONES[line.tone]
        label = (Text(line.label, style=tone),) if width else ()
        rows.add_row(*label, _line(line))
    return Padding(Group(heading, Padding(rows, (0, 0, 0, 2))), (1, 0, 0, 0))


def _line(line: Line) -> RenderableType:
    words = _styled(line.parts)
    if line.struck:
        words.stylize(STRUCK)
    if line.doubt:
        words.append(" ? ", style=TONES["finding"]).append(printable(line.doubt), style=TONES["dim"])
    below = [Padding(_detail(detail), (0, 0, 0, 2)) for detail in line.details]
    return Group(words, *below) if below else words


def _detail(detail: Line) -> RenderableType:
    if not detail.label:
        return _line(detail)
    row = Table.grid(padding=(0, 1, 0, 0))
    row.add_column(no_wrap=True)
    row.add_column(ratio=1)
    row.add_row(Text(detail.label, style=TONES[detail.tone]), _line(detail))
    return row


def _styled(parts: Parts) -> Text:
    text = Text()
    for part in parts:
        text.append(printable(part.text), style=TONES[part.tone])
    return text
