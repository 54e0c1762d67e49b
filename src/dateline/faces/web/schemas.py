"""What answers for programs look like: JSON Schema made from the types that write them, for the OpenAPI."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args, get_origin

import msgspec
from msgspec import Struct

from dateline.desk.asking.rows import Rows
from dateline.schema import field_docs, record_schema

REF = "#/components/schemas/{name}"
PARTS = "x-parts"
"""Where a schema carries the schemas that it refers to, until `lifted` puts them into the OpenAPI's components."""
LATER = "x-made-later"
"""Where the number of a schema stands that `lifted` makes."""
_PROMISED: list[Callable[[], dict[str, Any]]] = []
ERROR: dict[str, Any] = {
    "type": "object",
    "description": "What went wrong, as a sentence.",
    "properties": {"error": {"type": "string", "examples": ["No article of this desk has the id 'x'."]}},
    "required": ["error"],
}


def later(made: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Stands for a schema until `lifted` needs it: to make them all takes longer than the rest of a server's start."""
    _PROMISED.append(made)
    return {LATER: len(_PROMISED) - 1}


def schema_of(kind: Any) -> dict[str, Any]:
    """The JSON Schema of a type's JSON; of `Rows[X]` that of the object that `json_of` makes of rows.

    What it refers to stands in it under PARTS. Descriptions are the strings that stand below fields.
    """
    if get_origin(kind) is Rows:
        return _rows(schema_of(get_args(kind)[0]))
    (schema,), parts = msgspec.json.schema_components([kind], ref_template=REF)
    for known in _structs(kind):
        _describe(parts.get(known.__name__, {}), known)
    return {**schema, PARTS: parts}


def record_shape() -> dict[str, Any]:
    """The JSON Schema of a whole record, as `dateline schema` has it, with its parts under PARTS."""
    schema = record_schema()
    parts = schema.pop("$defs")
    del schema["$schema"]
    names = {name: f"Record.{name}" for name in parts}  # complete there; elsewhere what is usual may be left out
    every = {"Record": schema, **{names[name]: part for name, part in parts.items()}}
    return {"$ref": REF.format(name="Record"), PARTS: _pointing(every, names)}


def lifted(value: Any, components: dict[str, Any]) -> Any:
    """The same with the schemas that were promised, without PARTS, which are put into `components`.

    Of two types of one name the second goes under the name of the whole that it is a part of: `Explanation.Said`.
    """
    if isinstance(value, list):
        return [lifted(each, components) for each in value]
    if not isinstance(value, dict):
        return value
    if LATER in value:
        value = _PROMISED[value[LATER]]()
    if PARTS in value:
        value = _apart(value, components)
        components |= value.pop(PARTS)
    return {name: lifted(each, components) for name, each in value.items()}


def _apart(schema: dict[str, Any], components: dict[str, Any]) -> dict[str, Any]:
    whole = next(_references({name: each for name, each in schema.items() if name != PARTS}), "")
    while clashes := {name for name, part in schema[PARTS].items() if components.get(name, part) != part}:
        # What refers to a renamed part is another type too, if not the one that was renamed so before: parts go first.
        last = {name for name in clashes if not clashes & set(_references(schema[PARTS][name])) - {name}}
        names = {name: f"{whole}.{name}" for name in last or clashes}
        parts = {names.get(name, name): part for name, part in schema[PARTS].items()}
        schema = _pointing({**schema, PARTS: parts}, names)
    return dict(schema)


def _references(value: Any) -> Iterator[str]:
    """The names of the schemas that this refers to, at any depth."""
    if isinstance(value, dict) and isinstance(value.get("$ref"), str):
        yield value["$ref"].rpartition("/")[2]
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _references(each)


def _pointing(value: Any, names: Mapping[str, str]) -> Any:
    """A schema whose references point into the OpenAPI's components, some of them by other names."""
    if isinstance(value, list):
        return [_pointing(each, names) for each in value]
    if not isinstance(value, dict):
        return value
    told = {name: _pointing(each, names) for name, each in value.items()}
    if isinstance(ref := value.get("$ref"), str):
        name = ref.rpartition("/")[2]
        told["$ref"] = REF.format(name=names.get(name, name))
    return told


def _rows(row: dict[str, Any]) -> dict[str, Any]:
    parts = row.pop(PARTS)
    total = "How many there are in all; null where nobody counted."
    notes = "How the question was understood."
    return {
        "type": "object",
        "properties": {
            "total": {"type": ["integer", "null"], "description": total},
            "notes": {"type": "array", "items": {"type": "string"}, "description": notes},
            "rows": {"type": "array", "items": row},
        },
        "required": ["total", "notes", "rows"],
        PARTS: parts,
    }


def _describe(schema: dict[str, Any], kind: type[Struct]) -> None:
    names = dict(zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True))
    words = {names.get(name, name): told for name, told in _docs(kind).items()}
    for name, rule in schema.get("properties", {}).items():
        if name in words:
            rule["description"] = words[name]


def _docs(kind: type[Struct]) -> dict[str, str]:
    """What stands below its fields, and those that it has from its bases."""
    bases = [each for each in reversed(kind.__mro__) if issubclass(each, Struct) and each is not Struct]
    return {name: words for base in bases for name, words in field_docs(base).items()}


def _structs(kind: Any) -> set[type[Struct]]:
    return set(_inside(msgspec.inspect.type_info(kind), set()))


def _inside(info: Any, met: set[int]) -> Iterator[type[Struct]]:
    """The structs in a type as msgspec knows it, at any depth."""
    if id(info) in met:
        return
    met.add(id(info))
    if isinstance(info, msgspec.inspect.StructType):
        yield info.cls
    if isinstance(info, msgspec.inspect.Type | msgspec.inspect.Field):
        for name in info.__struct_fields__:
            yield from _inside(getattr(info, name), met)
    elif isinstance(info, tuple | list):
        for each in info:
            yield from _inside(each, met)
