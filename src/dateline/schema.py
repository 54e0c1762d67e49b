"""The JSON Schema (2020-12) of a record, and of what merging gives, made from the types that write them."""

import ast
from collections.abc import Sequence
from functools import cache
from inspect import getdoc, getsource
from textwrap import dedent
from typing import Any

import msgspec

from dateline.merging.outcomes import (
    Copy,
    Count,
    Disagreement,
    Figure,
    Incident,
    Link,
    Party,
    Side,
    Standing,
    Story,
    When,
    Where,
)
from dateline.model import FORMAT, Block, Fact, Finding, Source
from dateline.record import MadeBy
from dateline.values import KINDS, Mention

_REF = "#/$defs/{name}"
_REFERENCES = "An id in `because`, `said_by` or in a value is the id of another fact of the same record."
_SPAN = "[start, end) in code points of the record's text"
_TEXT = "The article's text; every span points into it. Verbatim for plain text and rows, extracted for markup."


def record_schema() -> dict[str, Any]:
    """The schema of one line of `dateline read --to jsonl`. Every call gives a new one.

    Descriptions are the docstrings of the values and the strings below their fields.
    """
    definitions = _definitions()
    fact = definitions.pop("Fact")
    definitions.pop("Value")  # the root of all values: the kinds say which one it is
    properties = {
        "format": {"const": FORMAT},
        "id": {"type": "string", "description": "Follows the location, or is the row's own id."},
        "version": {"type": "string", "description": "Follows the text: the same words are the same version."},
        "source": {"$ref": "#/$defs/Source"},
        "language": {"type": ["string", "null"], "description": "ISO 639-1 code."},
        "text": {"type": "string", "description": _TEXT},
        "blocks": _array("Block", "They do not overlap and stand in the order of the text."),
        "facts": {
            "type": "array",
            "description": f"Facts come after the facts that they refer to. {_REFERENCES}",
            "items": {"oneOf": [{"$ref": f"#/$defs/{kind}"} for kind in KINDS]},
        },
        "findings": _array("Finding", "What does not add up, or what a reader should know."),
        "made_by": {"$ref": "#/$defs/MadeBy"},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A record of Dateline",
        "description": f"One article and what was found in it, in the format {FORMAT!r}. Spans are {_SPAN}.",
        **_closed(properties),
        "$defs": {**{kind: _fact_of(kind, fact) for kind in KINDS}, **definitions},
    }


def merged_schema() -> dict[str, Any]:
    """The schema of one line of `dateline merge`: a story, an incident or a link. Every call gives a new one."""
    parts: list[type] = [Copy, Count, Disagreement, Figure, Party, Side, Standing, When, Where]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What several articles tell together",
        "description": "Ids of articles and facts are those of the records. Moments are ISO 8601.",
        "oneOf": [{"$ref": f"#/$defs/{kind.__name__}"} for kind in MERGED],
        "$defs": _definitions([*MERGED, *parts]),
    }


MERGED: tuple[type, ...] = (Story, Incident, Link)
"""What merging gives, one a line."""


def _definitions(types: Sequence[type] = (*KINDS.values(), Block, Fact, Finding, MadeBy, Source)) -> dict[str, Any]:
    """What each type is, by its name: closed, and with every field required, since every field is always written."""
    _, found = msgspec.json.schema_components(types, ref_template=_REF)
    documented = {kind.__name__: kind for kind in (*types, Mention)}
    for name, definition in found.items():
        if "properties" in definition:
            _describe(definition["properties"], documented.get(name))
            definition |= _closed(definition["properties"])
        definition.pop("title", None)
    if "Span" in found:
        found["Span"]["description"] = f"{_SPAN[0].upper()}{_SPAN[1:]}."
    return found


def _fact_of(kind: str, fact: dict[str, Any]) -> dict[str, Any]:
    properties = {
        **fact["properties"],
        "id": {"type": "string", "pattern": f"^{kind}-[0-9a-f]{{16}}$"},
        "kind": {"const": kind},
        "value": {"$ref": f"#/$defs/{KINDS[kind].__name__}"},
        "confidence": {"type": "number", "minimum": 0, "maximum": 1},
    }
    return {"description": getdoc(KINDS[kind]) or "", **_closed(properties)}


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _array(name: str, description: str) -> dict[str, Any]:
    return {"type": "array", "description": description, "items": {"$ref": f"#/$defs/{name}"}}


def _describe(properties: dict[str, Any], documented: type | None) -> None:
    words = field_docs(documented) if documented else {}
    for name, rule in properties.items():
        rule.pop("default", None)  # defaults say what may be left out, and nothing is
        if name in words:
            rule["description"] = words[name]


@cache
def field_docs(documented: type) -> dict[str, str]:
    """The strings that stand below the fields of a class in its source."""
    try:
        body = ast.parse(dedent(getsource(documented))).body[0]
    except OSError:  # an installation without sources
        return {}
    found: dict[str, str] = {}
    name = None
    for statement in getattr(body, "body", []):
        match statement:
            case ast.AnnAssign(target=ast.Name(id=field)):
                name = field
            case ast.Expr(value=ast.Constant(value=str(words))) if name:
                found[name], name = " ".join(words.split()), None
            case _:
                name = None
    return found
