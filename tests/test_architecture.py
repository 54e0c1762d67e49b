"""What docs/architecture.md says of the house, checked: who may import whom, sizes, names, docstrings."""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

import dateline

SRC = Path(dateline.__file__).parent
LAYERS = [
    {"errors"},
    {"ontology", "values"},
    {"model", "precisions", "references"},
    {"bodies", "languages"},
    {"annotated", "names"},
    {"record", "settings"},
    {"sources", "reading", "annotation", "understanding", "checks", "codings", "merging"},
    {"pipeline", "schema"},
    {"reader", "workers", "merger"},
    {"desk"},
    {"__init__"},
    {"faces"},
    {"__main__"},
]
"""From the ground up. A module imports from lower layers only; rooms of one layer do not know each other."""

LEVEL = {room: level for level, rooms in enumerate(LAYERS) for room in rooms}
MAX_FILE, MAX_FUNCTION = 330, 40
"""Lines of a file, and of a function below its signature."""


def modules() -> list[Path]:
    return sorted(SRC.rglob("*.py"))


def room_of(path: Path) -> str:
    relative = path.relative_to(SRC)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "dateline":
            yield ([*node.module.split("."), "__init__"])[1]
        elif isinstance(node, ast.Import):
            yield from (([*a.name.split("."), "__init__"])[1] for a in node.names if a.name.startswith("dateline"))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SRC)))
def test_imports_point_down(path: Path) -> None:
    room = room_of(path)
    for other in imported(ast.parse(path.read_text(encoding="utf-8"))):
        neighbours = LEVEL[other] == LEVEL[room] and other != room and {other, room} != {"reader", "workers"}
        assert LEVEL[other] <= LEVEL[room], f"{room} must not import {other}: it stands above"
        assert not neighbours, f"{room} must not import its neighbour {other}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SRC)))
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MAX_FILE, "this file would read better as two"
    for function in functions(ast.parse(text)):
        size = (function.end_lineno or function.lineno) - function.body[0].lineno + 1
        assert size <= MAX_FUNCTION, f"{function.name} has {size} lines"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SRC)))
def test_what_is_public_has_a_docstring(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree) or path.name == "__main__.py"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} has no docstring"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SRC)))
def test_no_room_is_called_utils(path: Path) -> None:
    assert path.stem not in {"utils", "helpers", "common", "manager", "handler", "misc"}


def test_spacy_is_known_to_one_module() -> None:
    users = [path for path in modules() if "spacy" in set(_roots(path))]
    assert [path.name for path in users] == ["parser.py"]


def _roots(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)


def test_torch_is_never_imported() -> None:
    assert not [path for path in modules() if "torch" in set(_roots(path))]


def test_every_module_has_a_layer() -> None:
    assert {room_of(path) for path in modules()} <= set(LEVEL)


def test_all_is_what_is_public() -> None:
    public = {name for name, value in vars(dateline).items() if not name.startswith("_")}
    rooms = {room for room in LEVEL if (SRC / room).is_dir() or (SRC / f"{room}.py").is_file()}
    assert sorted(public - rooms) == sorted(dateline.__all__) == list(dateline.__all__)


def test_every_module_imports() -> None:
    for path in modules():
        name = ".".join(("dateline", *path.relative_to(SRC).with_suffix("").parts)).removesuffix(".__init__")
        if name != "dateline.__main__":
            importlib.import_module(name)
