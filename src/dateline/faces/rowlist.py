"""The rows of the event lexicon for people: the types, the rows of one, and where a word stands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.languages.sections import NEEDS, LexiconRow

WIDEST = 100
"""Lists of words that are wider than this many columns are hard to read."""

_WORDS = (("verbs", "verb"), ("nouns", "noun"))
_BESIDE = (("objects", "object"), ("subjects", "subject"))
_AGAINST = ("unless", "apart")
_ARTICLES = {"a", "an", "the"}


def console() -> Console:
    """Where lists are printed: no wider than is readable, and without markup, since words of users stand in them."""
    made = Console(highlight=False, markup=False, emoji=False)
    made.width = min(made.width, WIDEST)
    return made


def overview(rows: Sequence[LexiconRow]) -> None:
    """The types with their numbers of rows and wordings."""
    kinds = Counter(row.type for row in rows)
    words = Counter(dict.fromkeys(kinds, 0))
    for row in rows:
        words[row.type] += len(row.verbs) + len(row.nouns)
    out = console()
    for kind, count in kinds.items():
        out.print(f"{kind:<10} {count:>3} {_plural(count, 'row'):<5} {words[kind]:>4} wordings")
    out.print(f"{'all':<10} {kinds.total():>3} rows  {words.total():>4} wordings", style="dim")


def _plural(count: int, word: str) -> str:
    return word if count == 1 else f"{word}s"


def print_rows(rows: Iterable[LexiconRow]) -> None:
    """Rows of one type: name, modes and code, below them their words and what they ask for."""
    out = console()
    for row in rows:
        out.print(_title(row))
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(style="dim", no_wrap=True)
        table.add_column(ratio=1)
        for label, words, style in _parts(row):
            table.add_row(label, Text(words, style=style))
        out.print(Padding(table, (0, 0, 1, 2), expand=False))


def _title(row: LexiconRow) -> Text:
    told = (", ".join(row.modes), f"CAMEO {row.cameo}" if row.cameo else "", ", ".join(row.contexts))
    title = Text(f"{row.type} / {row.name}", style="bold")
    return title.append("".join(f" · {part}" for part in told if part), style="not bold default")


def _parts(row: LexiconRow) -> Iterator[tuple[str, str, str]]:
    """Label, words and style of what a row holds, in the order in which a reader wants it."""
    for label in ("verbs", "objects", "subjects", "nouns", "to"):
        if words := getattr(row, label):
            yield label, ", ".join(words), ""
    if row.owner != "actor":
        yield "owner", "“X’s ...”: X is the one to whom it is done", ""
    if row.of != "recipient":
        yield "of", "“the ... of X”: X is the one who does it", ""
    if row.reverse:
        yield "reverse", "the subject of the verb is the one to whom it is done", ""
    for index, need in enumerate(row.needs):
        yield "" if index else "needs", f"{NEEDS[need]} ({need})", ""
    for label in _AGAINST:
        if words := getattr(row, label):
            yield label, ", ".join(words), "dim"


def print_hits(rows: Sequence[LexiconRow], words: str) -> bool:
    """Where a word, or words of one wording, stand: as what tells, beside what tells, against it; False for nowhere."""
    wanted = set(words.lower().split()) - _ARTICLES
    groups = (
        (f"“{words}” tells of", [(row, found) for row in rows if (found := list(_telling(row, wanted)))]),
        (
            f"“{words}” beside other words tells of",
            [(row, found) for row in rows if (found := list(_beside(row, wanted)))],
        ),
        (
            f"with “{words}” it is another story",
            [(row, found) for row in rows if (found := list(_against(row, wanted)))],
        ),
    )
    out = console()
    for index, (title, hits) in enumerate(group for group in groups if group[1]):
        out.print(Text(("\n" if index else "") + title, style="bold"))
        out.print(Padding(_hits(hits), (0, 0, 0, 2), expand=False))
    return any(hits for _, hits in groups)


def _hits(hits: Iterable[tuple[LexiconRow, list[str]]]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(max_width=26)
    table.add_column(ratio=1)
    before = ""
    for row, found in hits:
        kind = "" if row.type == before else row.type
        code = f" · {row.cameo}" if row.cameo else ""
        table.add_row(Text(kind, style="bold"), Text(row.name).append(code, style="dim"), "; ".join(found))
        before = row.type
    return table


def _telling(row: LexiconRow, wanted: set[str]) -> Iterator[str]:
    for part, label in _WORDS:
        if found := [wording for wording in getattr(row, part) if wanted <= set(wording.split())]:
            limit = f" with {_few(row.objects)}" if part == "verbs" and row.objects else ""
            yield f"{_plural(len(found), label)} {', '.join(found)}{limit}"


def _beside(row: LexiconRow, wanted: set[str]) -> Iterator[str]:
    """Nouns that must stand beside a verb; of "launch attack" one word may be the verb and one its object."""
    for part, label in _BESIDE:
        found: dict[tuple[str, ...], list[str]] = {}
        for wording in getattr(row, part):
            left = wanted.difference(wording.split())
            verbs = tuple(verb for verb in row.verbs if left <= set(verb.split()))
            if left != wanted and (verbs or not left):
                found.setdefault(verbs or row.nouns, []).append(wording)
        for beside, wordings in found.items():
            yield f"{', '.join(wordings)} as {label} of {_few(beside)}"


def _against(row: LexiconRow, wanted: set[str]) -> Iterator[str]:
    for part in _AGAINST:
        if any(wanted <= set(wording.split()) for wording in getattr(row, part)):
            yield _few(tuple(dict.fromkeys((*row.verbs, *row.nouns))))


def _few(words: tuple[str, ...], most: int = 5) -> str:
    return ", ".join(words[:most]) + (" ..." if len(words) > most else "")
