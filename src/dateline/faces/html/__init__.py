"""A record as one page that needs nothing else: no server, no network, no other file."""

from base64 import b64encode
from collections.abc import Collection, Iterable
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template
from tempfile import SpooledTemporaryFile
from typing import TextIO

from dateline.faces.digest import title
from dateline.faces.html.story import story
from dateline.faces.safe import printable
from dateline.record import Record

_IN_MEMORY = 8_000_000


def html(records: Iterable[Record], out: TextIO, wrong: Collection[str] = frozenset()) -> None:
    """One page that needs nothing else: the words and their facts light each other. Facts judged `wrong` are struck."""
    titles: list[str] = []
    with SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="") as stories:
        for index, record in enumerate(records):
            stories.write(story(record, index, wrong))
            titles.append(printable(title(record)))
        before, after = _page(titles)
        stories.seek(0)
        out.write(before)
        while piece := stories.read(1 << 16):
            out.write(piece)
        out.write(after)


def _page(titles: list[str]) -> tuple[str, str]:
    style, script = _file("page.css"), _file("page.js")
    mark = "<!-- stories -->"
    page = Template(_file("page.html")).substitute(
        title=escape(titles[0] if len(titles) == 1 else f"{len(titles)} stories"),
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
        contents=_contents(titles),
        steps=_steps(),
        stories=mark,
    )
    # The last mark is ours: titles are escaped, so none of them can hold one.
    before, _, after = page.rpartition(mark)
    return before, after


def _contents(titles: list[str]) -> str:
    if len(titles) < 2:
        return ""
    items = "\n".join(f'<li><a href="#story-{i}">{escape(words)}</a></li>' for i, words in enumerate(titles))
    return f'<nav aria-label="Stories"><ol>\n{items}\n</ol></nav>'


def _steps() -> str:
    from dateline.pipeline import checks, steps

    sentences = {step.name: step.sentence for step in steps()} | {check.name: check.sentence for check in checks()}
    return "\n".join(
        f'<dt>{escape(name)}</dt><dd data-step="{escape(name)}">{escape(sentence)}</dd>'
        for name, sentence in sentences.items()
    )


def _file(name: str) -> str:
    return (files("dateline.faces.html") / name).read_text(encoding="utf-8").strip()


def _hash(code: str) -> str:
    return f"sha256-{b64encode(sha256(code.encode()).digest()).decode()}"
