"""The file with which a lexicon of one's own begins."""

import ast
import json
from collections.abc import Iterable
from inspect import getsource
from pathlib import Path
from textwrap import dedent, indent

import msgspec
from msgspec.structs import replace

from dateline.languages.sections import NEEDS, LexiconRow


def begin(folder: Path, kind: str, ours: Iterable[LexiconRow]) -> tuple[Path, bool]:
    """Writes `folder/TYPE.toml`, with a copy of a row of ours to change; says whether it is new. Raises OSError."""
    path = folder / f"{kind.lower()}.toml"
    if path.exists():
        return path, False
    folder.mkdir(parents=True, exist_ok=True)
    model = replace(next(row for row in ours if row.type == kind), name="words of my own", unless=())
    path.write_text(_head(kind) + as_toml(model), encoding="utf-8")
    return path, True


def as_toml(row: LexiconRow) -> str:
    """A row as it stands in a file, without what it leaves at its default."""
    told = {name: value for name, value in msgspec.to_builtins(row).items() if name != "type"}
    default = msgspec.to_builtins(LexiconRow(name=""))
    lines = [f"{name} = {_toml(value)}" for name, value in told.items() if value != default[name]]
    return "\n".join(["[[rows]]", *lines, ""])


def _toml(value: object) -> str:
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_toml(each) for each in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def _head(kind: str) -> str:
    parts = [f"{name}: {meaning}" for name, meaning in _meanings().items() if name != "type"]
    needs = [f"  {need}: {meaning}" for need, meaning in NEEDS.items()]
    told = "\n".join(["A row of words that tell of an event of this type. What a row may hold:", "", *parts, *needs])
    return f'type = "{kind}"\n\n{indent(told, "# ", lambda _: True)}\n\n'.replace("# \n", "#\n")


def _meanings() -> dict[str, str]:
    """What each field of a row means: the string below it in its class."""
    body = ast.parse(dedent(getsource(LexiconRow))).body[0]
    assert isinstance(body, ast.ClassDef)
    found: dict[str, str] = {}
    for field, below in zip(body.body, body.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            found[field.target.id] = str(ast.literal_eval(below.value))
    return found
