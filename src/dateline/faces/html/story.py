"""One record as HTML: its text cut into lit words, and its facts by section."""

from collections.abc import Collection, Iterable
from html import escape

from dateline.faces.digest import Line, Parts, Section, digest, title
from dateline.faces.digest.words import finding_id
from dateline.faces.lit import Flow, Segment, flows, lights, segments
from dateline.faces.safe import printable
from dateline.record import Record

_INNER = ("dateline", "byline", "credit", "caption")
"""Blocks that are told apart within a flow of another role."""


def story(record: Record, index: int, wrong: Collection[str] = frozenset()) -> str:
    """The story's `<article>`, the text at left and the facts at right; facts judged `wrong` are struck."""
    numbers = _Numbers(record)
    source = record.article.source
    place = " · ".join(filter(None, (source.outlet, source.location)))
    head = "" if record.article.blocks_of("headline") else f'<h2 class="hidden">{_shown(title(record))}</h2>\n'
    language = escape(record.article.language or "und")
    return (
        f'<article class="story" id="story-{index}">\n<p class="from">{_shown(place)}</p>\n'
        f'<div class="text" lang="{language}" tabindex="0" role="group" aria-label="Story">'
        f"{text(record, numbers, wrong)}</div>\n"
        f'<div class="facts" tabindex="0" role="group" aria-label="Facts">\n{head}'
        f"{''.join(_section(record, section, numbers) for section in digest(record, wrong))}</div>\n</article>\n"
    )


class _Numbers:
    """Short numbers for facts and findings: ids of twenty characters would make the page three times as large."""

    def __init__(self, record: Record) -> None:
        ids = [fact.id for fact in record.facts] + [finding_id(i) for i in range(len(record.findings))]
        self._numbers = {fact: number for number, fact in enumerate(ids)}

    def of(self, facts: Iterable[str]) -> str:
        return " ".join(str(self._numbers[fact]) for fact in dict.fromkeys(facts))


def text(record: Record, numbers: _Numbers, wrong: Collection[str] = frozenset()) -> str:
    """The text, verbatim when the tags are taken away."""
    paragraphs = flows(record)
    cuts = {edge for flow in paragraphs for edge in (flow.start, flow.end)}
    cuts |= {edge for block in record.article.blocks for edge in (block.start, block.end)}
    pieces = segments(len(record.text), lights(record, wrong), cuts)
    made, at, following = [], 0, 0
    for flow in paragraphs:
        made.append(_shown(record.text[at : flow.start]))
        while following < len(pieces) and pieces[following].end <= flow.start:
            following += 1
        first = following
        while following < len(pieces) and pieces[following].end <= flow.end:
            following += 1
        made.append(_flow(record, flow, pieces[first:following], numbers))
        at = flow.end
    return "".join((*made, _shown(record.text[at:])))


def _flow(record: Record, flow: Flow, pieces: list[Segment], numbers: _Numbers) -> str:
    tag = "h2" if flow.role == "headline" else "p"
    words = "".join(_piece(record, flow, piece, numbers) for piece in pieces)
    return f'<{tag} class="{flow.role or "paragraph"}">{words}</{tag}>'


def _piece(record: Record, flow: Flow, piece: Segment, numbers: _Numbers) -> str:
    words = _shown(record.text[piece.start : piece.end])
    if piece.lights:
        tones = dict.fromkeys(light.tone for light in piece.lights if light.tone != "plain")
        shades = " ".join(tones) or "plain"
        words = f'<mark class="{shades}" data-f="{numbers.of(light.fact for light in piece.lights)}">{words}</mark>'
    role = next((block.role for block in flow.blocks if block.start <= piece.start < block.end), None)
    return f'<i class="{role}">{words}</i>' if role in _INNER and role != flow.role else words


def _section(record: Record, section: Section, numbers: _Numbers) -> str:
    lines = "\n".join(_entry(record, line, numbers) for line in section.lines)
    return f'<section class="{section.name}"><h3>{escape(section.title)}</h3>\n<ul>\n{lines}\n</ul></section>\n'


def _entry(record: Record, line: Line, numbers: _Numbers) -> str:
    label = f'<span class="label {line.tone}">{_shown(line.label)}</span>' if line.label else ""
    struck = ' class="struck"' if line.struck else ""
    return f"<li{struck}{_origin(record, line, numbers)}>{label}<div>{_inside(record, line, numbers)}</div></li>"


def _inside(record: Record, line: Line, numbers: _Numbers) -> str:
    doubt = f' <span class="doubt">? {_shown(line.doubt)}</span>' if line.doubt else ""
    details = "".join(_detail(record, line, detail, numbers) for detail in line.details)
    return f"{_parts(line, line.parts, numbers)}{doubt}{details}"


def _detail(record: Record, around: Line, line: Line, numbers: _Numbers) -> str:
    origin = "" if line.facts == around.facts else _origin(record, line, numbers)
    label = f'<span class="dim">{_shown(line.label)}</span> ' if line.label else ""
    struck = " struck" if line.struck else ""
    return f'<div class="d{struck}"{origin}>{label}{_inside(record, line, numbers)}</div>'


def _origin(record: Record, line: Line, numbers: _Numbers) -> str:
    """The attributes by which a line's words and its step are found."""
    fact = record.get(line.facts[0])
    if fact is None:
        checks = {finding_id(i): finding.check for i, finding in enumerate(record.findings)}
        return f' data-f="{numbers.of(line.facts)}" data-m="{_shown(checks.get(line.facts[0], ""))}"'
    reason = f' data-r="{_shown(fact.reason)}"' if fact.reason else ""
    return f' data-f="{numbers.of(line.facts)}" data-m="{_shown(fact.method)}" data-c="{fact.confidence:.2f}"{reason}'


def _parts(line: Line, parts: Parts, numbers: _Numbers) -> str:
    return "".join(_part(line, *part, numbers) for part in parts)


def _part(line: Line, words: str, tone: str, fact: str | None, numbers: _Numbers) -> str:
    elsewhere = f' data-f="{numbers.of([fact])}"' if fact and fact not in line.facts else ""
    return (
        _shown(words)
        if tone == "plain" and not elsewhere
        else f'<span class="{tone}"{elsewhere}>{_shown(words)}</span>'
    )


def _shown(words: str) -> str:
    return escape(_visible(words)).replace("\r", "&#13;")


def _visible(words: str) -> str:
    # Carriage returns stay: a browser reads "&#13;" as one, and the text must come out as it went in.
    return "\r".join(printable(piece) for piece in words.split("\r"))
