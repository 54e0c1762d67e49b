"""Writes the generated pages: record.md from the types and the pipeline, cli.md from the commands' own help.

    python docs/generate.py [--check]

With `--check` nothing is written; the exit status is 1 where a page is out of date (a test does this).
"""

import os
import sys
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from dateline.faces.cli import app
from dateline.pipeline import checks, steps
from dateline.schema import merged_schema, record_schema

HERE = Path(__file__).parent
COMMANDS: tuple[tuple[str, ...], ...] = (
    (),
    ("read",),
    ("gazetteer",),
    ("gazetteer", "build"),
    ("gazetteer", "info"),
    ("gazetteer", "find"),
    ("lexicon",),
    ("lexicon", "test"),
    ("lexicon", "rows"),
    ("lexicon", "find"),
    ("lexicon", "start"),
    ("lexicon", "check"),
    ("ingest",),
    ("watch",),
    ("serve",),
    ("search",),
    ("incidents",),
    ("stories",),
    ("people",),
    ("timeline",),
    ("statements",),
    ("show",),
    ("why",),
    ("judge",),
    ("judgements",),
    ("merge",),
    ("reread",),
    ("forget",),
    ("doctor",),
    ("names",),
    ("steps",),
    ("schema",),
)


def record_page() -> str:
    """Every kind of fact with its fields, the steps and the checks."""
    lines = ["# The record", "", "Made by `docs/generate.py` from the types; do not edit.", ""]
    lines += ["One JSON object a line, format `dateline/1`. `dateline schema` prints the JSON Schema.", ""]
    definitions = record_schema()["$defs"]
    for name, definition in sorted(definitions.items()):
        lines += _definition(name, definition)
    lines += ["## Steps", "", "| step | what it finds | gives | needs |", "|---|---|---|---|"]
    lines += [f"| `{s.name}` | {s.sentence} | {', '.join(s.gives)} | {', '.join(s.needs) or '-'} |" for s in steps()]
    lines += ["", "## Checks", "", "| check | what it looks for |", "|---|---|"]
    lines += [f"| `{check.name}` | {check.sentence} |" for check in checks()]
    return "\n".join(lines) + "\n"


def merged_page() -> str:
    """Stories, incidents and links with their fields."""
    lines = ["# What several articles tell together", "", "Made by `docs/generate.py` from the types; do not edit.", ""]
    lines += ["`dateline merge` writes one JSON object a line: a Story, an Incident or a Link."]
    lines += ["`dateline schema --merged` prints the JSON Schema; [merging.md](merging.md) tells how it comes about."]
    lines += [""]
    for name, definition in sorted(merged_schema()["$defs"].items(), key=lambda item: item[0] not in _MERGED):
        lines += _definition(name, definition)
    return "\n".join(lines).rstrip() + "\n"


_MERGED = ("Story", "Incident", "Link")


def _definition(name: str, definition: dict[str, Any]) -> list[str]:
    if "properties" not in definition:
        return []
    rows = [
        f"| `{field}` | {_type(shape)} | {shape.get('description', '')} |"
        for field, shape in definition["properties"].items()
    ]
    return [f"## {name}", "", definition.get("description", ""), "", "| field | type | |", "|---|---|---|", *rows, ""]


def _type(shape: dict[str, Any]) -> str:
    if "$ref" in shape:
        return str(shape["$ref"]).rsplit("/", 1)[-1]
    if "enum" in shape:
        return ", ".join("null" if value is None else f"`{value}`" for value in shape["enum"])
    if "const" in shape:
        return f"`{shape['const']}`"
    if "anyOf" in shape:
        return " or ".join(_type(part) for part in shape["anyOf"])
    if shape.get("type") == "array":
        return f"list of {_type(shape.get('items', {}))}" if shape.get("items") else "list"
    return str(shape.get("type", "any"))


def cli_page() -> str:
    """The help of every command."""
    lines = ["# The command line", "", "Made by `docs/generate.py` from the commands' help; do not edit.", ""]
    runner = CliRunner(env={"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"})
    for command in COMMANDS:
        shown = runner.invoke(app, [*command, "--help"], prog_name="dateline").output
        lines += [f"## dateline {' '.join(command)}".rstrip(), "", "```", *_clean(shown), "```", ""]
    return "\n".join(lines)


def _clean(shown: str) -> list[str]:
    return [line.rstrip() for line in shown.strip("\n").splitlines()]


PAGES = {"record.md": record_page, "merged.md": merged_page, "cli.md": cli_page}


def main() -> int:
    """Writes the pages, or says which are out of date."""
    os.environ["COLUMNS"] = "100"
    stale = [name for name, page in PAGES.items() if not _is_current(HERE / name, page())]
    if "--check" in sys.argv:
        for name in stale:
            print(f"docs/{name} is out of date; run: make docs")
        return 1 if stale else 0
    for name in stale:
        (HERE / name).write_text(PAGES[name](), encoding="utf-8")
        print(f"wrote docs/{name}")
    return 0


def _is_current(path: Path, page: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == page


if __name__ == "__main__":
    sys.exit(main())
