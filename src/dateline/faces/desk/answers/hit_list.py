"""What a search found, as a list for people."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from dateline.desk.asking.articles.hits import Hit
from dateline.desk.asking.rows import Rows
from dateline.faces.desk.answers.wording import DIM, FOUND, STRONG, clean, indented, joined, many, page, time
from dateline.faces.digest.wording import bounds
from dateline.faces.safe import printable
from dateline.faces.terminal import TONES

_MOST_TYPES = 6


def draw(hits: Rows[Hit], console: Console) -> None:
    """Each article with its headline, who published it when, what happened, the words found, and its id."""
    for hit in hits:
        console.print(clean(hit.headline, STRONG) if hit.headline else Text("without a headline", style=DIM))
        for part in _parts(hit):
            indented(console, part)
        # Not wrapped, so that it can be copied in one piece.
        console.print(Text("  ").append(printable(hit.id), style=DIM), soft_wrap=True)
        console.print()
    console.print(page(len(hits), hits.total, "article"))


def _parts(hit: Hit) -> Iterator[Text]:
    day = (hit.published or hit.dated or "")[:10]
    also = clean(f"also in {many(hit.also, 'report')}" if hit.also else "", DIM)
    origin = joined(clean(hit.outlet, DIM), clean(time(day, day, "day"), DIM), also, _findings(hit))
    facts = Text("  ").join(_facts(hit))
    for line in (origin, facts, _snippet(hit)):
        if line:
            yield line


def _facts(hit: Hit) -> list[Text]:
    shown = [Text(kind, style=TONES["event"]) for kind in hit.events[:_MOST_TYPES]]
    if len(hit.events) > _MOST_TYPES:
        shown.append(Text(f"+{len(hit.events) - _MOST_TYPES}", style=DIM))
    for low, high, effect in (
        (hit.killed_low, hit.killed_high, "killed"),
        (hit.wounded_low, hit.wounded_high, "wounded"),
    ):
        if low is not None or high is not None:
            shown.append(Text(f"{bounds(low, high)} {effect}", style=TONES["number"]))
    return shown


def _findings(hit: Hit) -> Text | None:
    return Text(f"! {many(hit.findings, 'finding')}", style=TONES["warning"]) if hit.findings else None


def _snippet(hit: Hit) -> Text:
    text = Text(printable(hit.snippet).replace("\n", " "))
    for start, end in hit.marks:
        text.stylize(FOUND, start, end)
    return text
