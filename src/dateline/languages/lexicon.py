"""The event lexicon: rows of words, each with the type, mode and CAMEO code that they tell of.

A language has a folder `lexicon/` with a file for each type; a user's own folder of the same form may add rows, and a
row of the same type and name takes the place of ours.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import sha256
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from dateline.errors import BadLexicon
from dateline.languages.lexicon_errors import plainly
from dateline.languages.sections.lexicon import LexiconFile, LexiconRow
from dateline.ontology import CONTEXTS, PLOVER


class Pattern(Struct, frozen=True, eq=False):
    """One wording of a row: the words besides the head word, and the row's words that make it another story."""

    rest: tuple[str, ...]
    row: LexiconRow
    unless: frozenset[str]
    objects: frozenset[str]
    subjects: frozenset[str]


class Lexicon(Struct, frozen=True, eq=False):
    """All rows, and their wordings by the head word, the most demanding first; of equals the earlier row's."""

    rows: tuple[LexiconRow, ...]
    verbs: Mapping[str, tuple[Pattern, ...]]
    nouns: Mapping[str, tuple[Pattern, ...]]

    def first(self, kind: str) -> LexiconRow:
        """The first row of a type. Raises LookupError where there is none."""
        return next(row for row in self.rows if row.type == kind)


def lexicon(rows: Iterable[LexiconRow]) -> Lexicon:
    """The rows, to be looked up by lemma."""
    rows = tuple(rows)
    verbs: dict[str, list[Pattern]] = defaultdict(list)
    nouns: dict[str, list[Pattern]] = defaultdict(list)
    for row in rows:
        lists = frozenset(row.unless), frozenset(row.objects), frozenset(row.subjects)
        for wording in row.verbs:
            head, *rest = wording.split()
            verbs[head].append(Pattern(tuple(rest), row, *lists))
        for wording in row.nouns:
            *rest, head = wording.split()
            nouns[head].append(Pattern(tuple(rest), row, *lists))
    return Lexicon(rows, _ordered(verbs), _ordered(nouns))


def _ordered(patterns: dict[str, list[Pattern]]) -> dict[str, tuple[Pattern, ...]]:
    def demands(pattern: Pattern) -> tuple[int, int]:
        return len(pattern.rest) + bool(pattern.row.objects), len(pattern.row.needs)

    return {word: tuple(sorted(found, key=demands, reverse=True)) for word, found in patterns.items()}


def read_rows(folder: Traversable, types: Iterable[str]) -> list[LexiconRow]:
    """The rows of the files `TYPE.toml` of a folder, in the order of these types; a type without a file has none.

    Raises BadLexicon where a file is not what `LexiconFile` describes, or names a row twice.
    """
    found: list[LexiconRow] = []
    for kind in types:
        path = folder / f"{kind.lower()}.toml"
        if path.is_file():
            found += _of_file(path, kind)
    return found


def _of_file(path: Traversable, kind: str) -> list[LexiconRow]:
    try:
        told = msgspec.toml.decode(path.read_bytes(), type=LexiconFile)
    except (OSError, msgspec.MsgspecError) as error:
        raise BadLexicon(f"{path}: {plainly(path, error)}") from error
    if told.type != kind:
        raise BadLexicon(f"{path}: its type is {told.type!r}, and its name says {kind}")
    names = [row.name for row in told.rows]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise BadLexicon(f"{path}: two rows are called {twice!r}")
    for row in told.rows:
        _verify(row, kind, path)
    return [replace(row, type=kind) for row in told.rows]


def _verify(row: LexiconRow, kind: str, path: Traversable) -> None:
    """Raises BadLexicon where a row has no words, or names a mode or context that PLOVER does not have."""
    where = f"{path}: row {row.name!r}"
    if not all(wording.strip() for wording in (*row.verbs, *row.nouns)) or not (row.verbs or row.nouns):
        raise BadLexicon(f"{where} has no words, or an empty one; give `verbs` or `nouns`")
    vocabularies = ((row.modes, PLOVER.get(kind, ()), f"mode of {kind}"), (row.contexts, CONTEXTS, "context"))
    for told, known, what in vocabularies:
        if strange := next((name for name in told if name not in known), None):
            raise BadLexicon(f"{where}: {strange!r} is no {what}; there are: {', '.join(known) or 'none'}")
    if row.cameo is not None and not (row.cameo.isdigit() and 3 <= len(row.cameo) <= 4):
        raise BadLexicon(f"{where}: {row.cameo!r} is no CAMEO code; it has three or four digits, quoted")


def own_rows(folder: str, types: tuple[str, ...]) -> tuple[LexiconRow, ...]:
    """The rows of a user's folder. Raises BadLexicon where there is no such folder, or a file in it is no lexicon's."""
    place = Path(folder).expanduser()
    if not place.is_dir():
        raise BadLexicon(f"{folder}: there is no such folder; give one with files such as assault.toml in it")
    names = {kind.lower() for kind in types}
    if strange := next((file for file in sorted(place.glob("*.toml")) if file.stem not in names), None):
        raise BadLexicon(f"{strange}: {strange.stem} is no type of event; the types are {', '.join(sorted(names))}")
    return tuple(read_rows(place, types))


def print_of(folder: str) -> str:
    """Eight letters and digits that change whenever a file of a user's lexicon does."""
    files = sorted(Path(folder).expanduser().glob("*.toml"))
    parts = (part for file in files for part in (file.name.encode(), file.read_bytes()))
    return sha256(b"\0".join(parts)).hexdigest()[:8]


def joined(ours: Iterable[LexiconRow], own: Iterable[LexiconRow]) -> tuple[LexiconRow, ...]:
    """Our rows with the user's: one of the same type and name takes our row's place, others stand before ours."""
    theirs = {(row.type, row.name): row for row in own}
    kept = tuple(theirs.pop((row.type, row.name), row) for row in ours)
    return (*theirs.values(), *kept)
