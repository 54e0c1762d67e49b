"""What is wrong with a file of the event lexicon, in words for whoever wrote it."""

import re
import tomllib
from difflib import get_close_matches
from importlib.resources.abc import Traversable

from dateline.languages.sections.lexicon import NEEDS, LexiconRow

_ROW = re.compile(r"\$\.rows\[(\d+)\](?:\.(\w+))?")
_UNKNOWN = re.compile(r"unknown field `(.+?)`")
_VALUE = re.compile(r"enum value '(.+?)'")
_LISTS = tuple(
    name for name in LexiconRow.__struct_fields__ if name not in ("name", "type", "cameo", "owner", "of", "reverse")
)


def plainly(path: Traversable, error: Exception) -> str:
    """The decoder's complaint with the row's name, and with what may stand there instead."""
    told = str(error)
    place = _ROW.search(told)
    where = f"row {_name(path, int(place[1]))}: " if place else ""
    part = place[2] if place else None
    if strange := _UNKNOWN.search(told):
        known = LexiconRow.__struct_fields__ if place else ("type", "rows")
        return f"{where}{strange[1]!r} is no part of a {'row' if place else 'file'}; {_meant(strange[1], known)}"
    if (strange := _VALUE.search(told)) and part == "needs":
        return f"{where}{strange[1]!r} is nothing that a row may need; {_meant(strange[1], tuple(NEEDS))}"
    if "got `str`" in told and part in _LISTS:
        return f'{where}`{part}` is a list, also where it holds one word: {part} = ["..."]'
    if "missing required field `type`" in told:
        return 'the line with the type is missing: type = "PROTEST" above the first row'
    if "missing required field `name`" in told:
        return f"{where}it has no name"
    return where + told.split(" - at ")[0]


def _meant(word: str, known: tuple[str, ...]) -> str:
    close = get_close_matches(word, known, 1)
    return f"do you mean {close[0]!r}?" if close else f"there are: {', '.join(known)}"


def _name(path: Traversable, index: int) -> str:
    """The name of the row in quotes, else its number in the file."""
    row = tomllib.loads(path.read_text(encoding="utf-8"))["rows"][index]
    return repr(row["name"]) if isinstance(row, dict) and isinstance(row.get("name"), str) else f"{index + 1}"
